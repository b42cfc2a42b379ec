"""Commands that weigh signs and camps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from isgraph.cli import choices, options
from isgraph.rows import Rows

if TYPE_CHECKING:
    from isgraph.analysis.reports import Report

_BALANCE = ("triads", "frustrated", "ties", "partition", "blocs", "both-signs")
_CAMPS = ("members", "stability", "structure", "pairs")


@click.command()
@click.option("--of", "name", metavar="NAME", shell_complete=choices.among(choices.names),
              help="Friends of the enemies of NAME, and so on.")  # fmt: skip
@click.option("--show", "part", type=click.Choice(_BALANCE), help="One table, in full.")
@click.option("--seconds", type=click.FloatRange(0.1), default=60.0, show_default=True,
              help="Longest time for the frustration index.")  # fmt: skip
@options.selection
@options.form
@options.data
def balance(
    name: str | None,
    part: str | None,
    seconds: float,
    form: str,
    data: str | None,
    **which: Any,
) -> None:
    """Weigh supportive and hostile ties: triads, frustration, two sides.

    Example: isgraph balance --on 2025-03-18
    """
    from isgraph.analysis.balance import balance as weigh
    from isgraph.analysis.enemies import enemies

    if name and part:
        raise click.UsageError("--of lists ways through one other; leave out --show.")
    network = options.projected(data, **which)
    if name:
        rows = enemies(network, of=name)
        if form == "table":  # where room is short, the name that was asked for is left out
            rows = Rows(
                (*rows.columns[:1], *rows.columns[2:]), ((row[0], *row[2:]) for row in rows)
            )
        options.show_rows(rows, form)
    else:
        _print(weigh(network, seconds=seconds), part, form)


@click.command()
@click.option("--show", "part", type=click.Choice(_CAMPS), help="One table, in full.")
@click.option("--runs", type=click.IntRange(1), default=20, show_default=True,
              help="How often to find camps anew, to see how steady they are.")  # fmt: skip
@options.selection
@options.form
@options.data
def camps(part: str | None, runs: int, form: str, data: str | None, **which: Any) -> None:
    """Find camps, how steady they are, and whether structure agrees.

    Example: isgraph camps --on 2025-03-18 --runs 5
    """
    from isgraph.analysis.curated import compare_camps

    _print(compare_camps(options.projected(data, **which), runs=runs), part, form)


def _print(report: Report, part: str | None, form: str) -> None:
    """Print a report: one part of it, its rows, or in a table format all of it."""
    if part is None and form == "table":
        click.echo(str(report))
        return
    rows: Rows = report.rows if part is None else getattr(report, part.replace("-", "_"))
    options.show_rows(rows, form)
