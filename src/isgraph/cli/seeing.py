"""Commands that show: the diagram, the site, the contradictions."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from isgraph.cli import choices, options
from isgraph.dates import Days, When
from isgraph.store import load


@click.command()
@click.argument("name", required=False, shell_complete=choices.among(choices.names))
@click.option("-o", "out", metavar="PATH", default="isgraph.html", show_default=True)
@click.option("--hops", type=click.IntRange(1, 9), default=1, show_default=True,
              help="With a NAME: how many steps around it.")  # fmt: skip
@click.option("--everything", is_flag=True, help="Places, events and instruments as nodes too.")
@click.option("--view", default="picture", metavar="NAME",
              help="Shown first: picture, timeline, matrix, table or text.")  # fmt: skip
@options.clock
@options.kinds
@options.data
def draw(
    name: str | None,
    out: str,
    hops: int,
    everything: bool,
    view: str,
    on: When | None,
    known_by: date | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    data: str | None,
) -> None:
    """Draw the diagram, whole or around a NAME, as one file: .html, .svg or .png.

    A page holds all days, and opens at those of --on and --known-by;
    of a month or a year at the last day.
    A picture as .svg or .png shows only what they leave.

    Example: isgraph draw SDF --on 2025-03-18 -o sdf.html
    """
    from isgraph.analysis.conflicts import conflicts
    from isgraph.diagram import draw as draw_network
    from isgraph.network import keep_around, project

    path = options.for_figure(out)
    store = load(data)
    network = project(store, kinds=kind, statuses=status, everything=everything)
    if name is not None:
        network = keep_around(network, store, name, hops)
    figure = draw_network(
        network,
        on=on,
        known_by=known_by,
        view=view,
        conflicts=conflicts(store),
        progress=options.progress(len(network)),
    )
    figure.save(path)
    if isinstance(on, Days):
        click.echo(f"A picture is of one day: here {on.last}, the last one.", err=True)
    click.echo(
        f"{path}: {network.number_of_nodes()} actors, {network.number_of_edges()} claims. "
        "Open it in a browser.",
        err=True,
    )


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--notebooks", metavar="DIR", type=click.Path(path_type=Path, exists=True),
              help="Executed notebooks, to be pages too.")  # fmt: skip
@click.option("--force", is_flag=True, help="Set a DIR with other files aside under another name.")
@options.data
def site(folder: Path, notebooks: Path | None, force: bool, data: str | None) -> None:
    """Write all of the graph as linked pages in DIR, to be opened without a server.

    Example: isgraph site pages
    """
    from isgraph.site import write_site

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty() and (done % 50 == 0 or done == total):
            click.echo(f"\r{done:,} of {total:,} pages", err=True, nl=done == total)

    write_site(load(data), folder, notebooks=notebooks, force=force, progress=tell)
    click.echo(f"{folder / 'index.html'}: open it in a browser.", err=True)


@click.command()
@options.selection
@options.form
@options.data
def conflicts(form: str, data: str | None, **which: Any) -> None:
    """List claims that contradict or overtake one another, side by side.

    Example: isgraph conflicts
    """
    from isgraph.analysis.conflicts import conflicts as find_conflicts

    found = find_conflicts(options.opened(data, **which))
    click.echo(str(found) if form == "table" else found.rows().text(form))
