"""The command that publishes."""

from __future__ import annotations

import click

from isgraph.cli import options
from isgraph.store import load as open_place
from isgraph.store import publish


@click.command()
@click.option("--into", "place", required=True, metavar="PLACE",
              help="A directory, or the address of a server's SPARQL 1.1 Graph Store.")  # fmt: skip
@click.option("--graph", metavar="IRI", help="At a server: the named graph for the data.")
@options.data
def load(place: str, graph: str | None, data: str | None) -> None:
    """Publish the graph in a store directory or at a SPARQL server, in place of what was there.

    A server's name and password stand in ISGRAPH_USER and ISGRAPH_PASSWORD.

    Example: isgraph load --into store
    """
    done = publish(open_place(data), place, graph=graph)
    click.echo(f"{done.place}: {done.triples:,} triples, {done.checked:,} read back", err=True)
    if done.changed:
        click.echo(f"{done.changed:,} come back otherwise than they were sent.", err=True)
    if "://" not in place:
        from isgraph.columns import fill

        fill(open_place(place))  # kept beside the store, so that the next command finds it
        click.echo(f"Ask it: isgraph ask detentions --data {place}", err=True)
