"""The commands that measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from isgraph.cli import choices, options
from isgraph.rows import Rows
from isgraph.store import load

if TYPE_CHECKING:
    from isgraph.analysis.brokerage import Roles
    from isgraph.analysis.measures import Measured

_top = click.option("--top", type=click.IntRange(1), help="The first rows of the first table.")
_of = click.option("--of", metavar="NAME", shell_complete=choices.among(choices.names),
                   help="The claims behind the figure of NAME.")  # fmt: skip


@click.command()
@click.option("--by", type=click.Choice(("camp", "kind")), default="camp", show_default=True,
              help="What makes a group: computed camps, or the kind of actor.")  # fmt: skip
@_top
@_of
@options.selection
@options.form
@options.data
def roles(
    by: str, top: int | None, of: str | None, form: str, data: str | None, **which: Any
) -> None:
    """Say in which roles actors stand between others: coordinator, gatekeeper and so on.

    Example: isgraph roles --by kind --top 5
    """
    from isgraph.analysis.brokerage import roles as find_roles

    found = find_roles(options.projected(data, **which), by=by)
    _print(found, of and _label(data, of), top, form)


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
@_top
@_of
@options.selection
@options.form
@options.data
def measure(
    name: str | None, top: int | None, of: str | None, form: str, data: str | None, **which: Any
) -> None:
    """Measure the network, with the range that each figure could have; without a NAME, list.

    A format other than table has every actor, and the ids of the claims.

    Example: isgraph measure betweenness --on 2025-03-18 --top 10
    """
    from isgraph.analysis.measures import all_measures
    from isgraph.analysis.measures import measure as compute

    if name is None:
        known = ((one.name, one.meaning) for one in all_measures().values())
        options.show_rows(Rows(("measure", "says"), known), form)
        return
    is_whole = name in all_measures() and all_measures()[name].is_whole
    if is_whole and of:
        raise click.UsageError(
            f"{name} is one figure of the whole network, and rests on all its ties; "
            "--of goes with measures of actors, such as degree."
        )
    measured = compute(options.projected(data, **which), name)
    _print(measured, of and _label(data, of), None if is_whole else top, form)


def _label(data: str | None, name: str) -> str:
    """Return the label of what a label, an alias or an id names."""
    from isgraph.entities import find

    return find(load(data), name).label


def _print(report: Measured | Roles, of: str | None, top: int | None, form: str) -> None:
    """Print a report, or what stands behind one actor in it: so many rows of the first table."""
    from isgraph.analysis.reports import SHOWN

    shown = report.of(of) if of else report
    if form == "table":
        click.echo(shown.text(top or (len(shown.rows) if of else SHOWN)))
    else:
        click.echo(shown.full[:top].text(form))
