"""The command that serves."""

from __future__ import annotations

import contextlib

import click

from isgraph.cli import options

_WHY = "`serve` serves a Turtle file, which it reads anew when it changes. Name one with --data."


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True)
@click.option("--host-name", "names", multiple=True, metavar="NAME",
              help="A further name by which browsers may call it.")  # fmt: skip
@click.option("--seconds", type=click.FloatRange(0.1, 600), default=5.0, show_default=True,
              help="Longest time for one query.")  # fmt: skip
@click.option("--open", "browse", is_flag=True, help="Open the editor in a browser.")
@click.option("--data", metavar="FILE", help="Turtle file; else the shipped data.")
def serve(
    host: str, port: int, names: tuple[str, ...], seconds: float, browse: bool, data: str | None
) -> None:
    """Serve the graph, read only: SPARQL, an editor, and a page for everything.

    Example: isgraph serve --port 8080
    """
    from isgraph.server.limits import Limits
    from isgraph.server.serving import serve as start

    def tell(line: str) -> None:
        click.echo(line, err=True)
        if browse and line.startswith("http"):
            import webbrowser

            webbrowser.open(line.split()[0])

    with contextlib.suppress(KeyboardInterrupt):
        start(
            options.data_file(data, _WHY),
            host=host,
            port=port,
            names=names,
            limits=Limits(seconds=seconds),
            tell=tell,
        )
    click.echo("Ended.", err=True)
