"""The command that measures."""

from __future__ import annotations

from typing import Any

import click

from isgraph.cli import options
from isgraph.rows import Rows


@click.command()
@click.argument("name", required=False)
@click.option("--top", type=click.IntRange(1), help="Only the first rows.")
@options.selection
@options.form
@options.data
def measure(name: str | None, top: int | None, form: str, data: str | None, **which: Any) -> None:
    """Measure the network, with the range that each figure could have; without a NAME, list.

    Example: isgraph measure betweenness --on 2025-03-18 --top 10
    """
    from isgraph.analysis.measures import all_measures
    from isgraph.analysis.measures import measure as compute
    from isgraph.network import project

    if name is None:
        known = ((one.name, one.meaning) for one in all_measures().values())
        options.show_rows(Rows(("measure", "says"), known), form)
        return
    measured = compute(project(options.opened(data, **which)), name)
    if top is not None:
        measured.rows = measured.rows[:top]
    click.echo(measured.text() if form == "table" else measured.rows.text(form))
