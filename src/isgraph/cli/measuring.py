"""The commands that measure."""

from __future__ import annotations

from typing import Any

import click

from isgraph.cli import choices, options
from isgraph.rows import Rows
from isgraph.store import load


@click.command()
@click.option("--by", type=click.Choice(("camp", "kind")), default="camp", show_default=True,
              help="What makes a group: computed camps, or the kind of actor.")  # fmt: skip
@options.selection
@options.form
@options.data
def roles(by: str, form: str, data: str | None, **which: Any) -> None:
    """Say in which roles actors stand between others: coordinator, gatekeeper and so on.

    Example: isgraph roles --by kind
    """
    from isgraph.analysis.brokerage import roles as find_roles
    from isgraph.network import project

    found = find_roles(project(options.opened(data, **which)), by=by)
    click.echo(found.text() if form == "table" else found.rows.text(form))


@click.command()
@click.argument("name", shell_complete=choices.among(choices.measures))
@click.option("--every", type=click.Choice(("day", "month", "year")), default="year",
              show_default=True, help="One day of each, which the claims name.")  # fmt: skip
@click.option("--on", "days", multiple=True, metavar="DAY", help="These days instead.")
@click.option("--actor", "actors", multiple=True, metavar="NAME",
              shell_complete=choices.among(choices.names),
              help="Whose figures; else of the five highest.")  # fmt: skip
@options.form
@options.data
def series(
    name: str, every: Any, days: tuple[str, ...], actors: tuple[str, ...], form: str,
    data: str | None,
) -> None:  # fmt: skip
    """Measure the network along time: what certainly, and what possibly, held on each day.

    Example: isgraph series degree --actor SDF --on 2024 --on 2025
    """
    from isgraph.analysis.series import series as follow

    found = follow(load(data), name, days=days, every=every, actors=actors)
    click.echo(found.text() if form == "table" else found.rows.text(form))


@click.command()
@click.argument("name", required=False, shell_complete=choices.among(choices.measures))
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
