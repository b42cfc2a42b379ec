"""Commands that show what there is: all about a name, and lists."""

from __future__ import annotations

from typing import Any

import click

from isgraph.cli import choices, options
from isgraph.errors import NameNotFoundError
from isgraph.rows import Rows
from isgraph.store import load


@click.command()
@click.argument("names", metavar="NAME…", nargs=-1, required=True,
                shell_complete=choices.among(choices.names))  # fmt: skip
@options.selection
@options.form
@options.data
def show(names: tuple[str, ...], form: str, data: str | None, **which: Any) -> None:
    """Show all that is claimed about a name, or one claim by its id, with the evidence.

    Example: isgraph show SDF
    """
    from isgraph.glance import glance

    try:
        opened = [glance(data, " ".join(names))]  # a name of several words needs no quotes
    except NameNotFoundError:
        if len(names) == 1:
            raise
        opened = [glance(data, name) for name in names]
    profiles = [options.profile(*found, **which) for found in opened]
    if form == "table":
        click.echo("\n\n\n".join(map(str, profiles)))
    else:
        tables = [profile.rows() for profile in profiles]
        rows = Rows(tables[0].columns, (row for table in tables for row in table))
        click.echo(rows.text(form))


@click.command("list")
@click.argument("what")
@options.form
@options.data
def list_(what: str, form: str, data: str | None) -> None:
    """List actors, places, events, instruments, works, documents, classes, kinds or statuses.

    Example: isgraph list actors
    """
    from isgraph.lists import rows

    options.show_rows(rows(load(data), what), form)
