"""Commands that show what there is: all about a name, and lists."""

from __future__ import annotations

from typing import Any

import click

from isgraph.cli import choices, options
from isgraph.dates import When
from isgraph.store import load


@click.command()
@click.argument("name", shell_complete=choices.among(choices.names))
@options.selection
@options.form
@options.data
def show(name: str, form: str, data: str | None, on: When | None, **which: Any) -> None:
    """Show all that is claimed about a name, with its evidence.

    Example: isgraph show SDF
    """
    from isgraph.glance import glance
    from isgraph.profile import show as show_profile

    store, entity = glance(data, name)
    certain = on if which["certainly"] else None
    profile = show_profile(options.kept(store, on=certain, **which), entity.iri, on=on)
    click.echo(str(profile) if form == "table" else profile.rows().text(form))


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
