"""Commands that compare: two days or documents, a supposition, and who says what."""

from __future__ import annotations

from typing import Any

import click

from isgraph.cli import choices, options
from isgraph.store import load


@click.command()
@click.argument("one")
@click.argument("other")
@options.kinds
@options.form
@options.data
def diff(
    one: str,
    other: str,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    form: str,
    data: str | None,
) -> None:
    """Tell what changed between two days, or between two documents.

    ONE and OTHER are days, months or years, or ids of `isgraph list documents`.

    Example: isgraph diff 2025-03-18 2025-11-11
    """
    from isgraph.analysis.change import diff as find_changes

    store = options.opened(data, on=None, known_by=None, certainly=False, kind=kind, status=status)
    found = find_changes(store, one, other)
    if found.one != one.removeprefix("doc:"):
        click.echo(f"The earlier comes first: from {found.one} to {found.other}.", err=True)
    click.echo(str(found) if form == "table" else found.rows.text(form))


@click.command()
@click.option("--without", multiple=True, metavar="NAME",
              shell_complete=choices.among(choices.names),
              help="An actor, or a claim by its id.")  # fmt: skip
@click.option("--without-tie", multiple=True, nargs=2, metavar="NAME NAME",
              help="All ties of two actors.")  # fmt: skip
@click.option("--come-true", multiple=True, metavar="NAME",
              help="A claim by its id; or what fits a modality, kind and name.")  # fmt: skip
@options.selection
@options.form
@options.data
def suppose(
    without: tuple[str, ...],
    without_tie: tuple[tuple[str, str], ...],
    come_true: tuple[str, ...],
    form: str,
    data: str | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    **which: Any,
) -> None:
    """Suppose some actors or ties away, or what is planned as done; see what is different.

    It is no forecast. --on, --kind and the like choose what is so before;
    what comes true is looked for in all claims.

    Example: isgraph suppose --come-true dissolved --come-true planned
    """
    from isgraph.analysis.suppose import suppose as suppose_so

    if not (without or without_tie or come_true):
        raise click.UsageError("Name what to suppose, with --without or --come-true.")
    store = load(data)
    found = suppose_so(
        store,
        without=[*without, *without_tie],
        come_true=come_true,
        kinds=kind,
        statuses=status,
        **which,
    )
    click.echo(str(found) if form == "table" else found.rows.text(form))


@click.command()
@click.option("--part", type=click.Choice(("sources", "concentration", "ties", "voices")),
              default=None, help="One table, whole; else the first of each.")  # fmt: skip
@options.selection
@options.form
@options.data
def speakers(part: str | None, form: str, data: str | None, **which: Any) -> None:
    """Tell who is the source of what, what rests on one work, and who is not heard.

    A format other than table has the sources, or the part that is named.

    Example: isgraph speakers --part voices --format csv
    """
    from isgraph.analysis.speakers import speakers as find_speakers

    found = find_speakers(options.projected(data, everything=True, **which))
    if part is None and form == "table":
        click.echo(str(found))
        return
    rows = getattr(found, part) if part and part != "sources" else found.rows
    options.show_rows(rows, form)
