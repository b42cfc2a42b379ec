"""The command that traces how two actors are connected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from isgraph.cli import choices, options
from isgraph.store import load


@click.command()
@click.argument("start", metavar="NAME", shell_complete=choices.among(choices.names))
@click.argument("goal", metavar="NAME", shell_complete=choices.among(choices.names))
@options.selection
@click.option("--all", "sort", flag_value="all", help="All paths up to --longest, shortest first.")
@click.option("--strongest", "sort", flag_value="strongest",
              help="First that whose weakest hop is best attested.")  # fmt: skip
@click.option("--longest", type=click.IntRange(1), metavar="HOPS",
              help="Most hops; else the fewest, plus 1 for --all and --strongest.")  # fmt: skip
@click.option("--most", type=click.IntRange(1), metavar="N",
              help="Most paths; else 5, or 100 with --all.")  # fmt: skip
@click.option("--planned", is_flag=True, help="What is planned, pledged or expected connects too.")
@options.form
@click.option("--draw", "picture", metavar="PATH", callback=options.drawn,
              help="Draw the claims of the paths as PATH.")  # fmt: skip
@options.data
def path(
    start: str,
    goal: str,
    sort: str | None,
    planned: bool,
    form: str,
    picture: Path | None,
    data: str | None,
    kind: tuple[str, ...],
    status: tuple[str, ...],
    **which: Any,
) -> None:
    """Find how two actors are connected, by ties that can hold together on a day.

    Each hop has its claims as footnotes, and the weakest is named. What is
    denied connects nobody; what is planned only does where nothing else does.

    Example: isgraph path Iran "Islamic State" --on 2025-03-18
    """
    from isgraph.analysis.paths import find_paths

    found = find_paths(
        load(data),
        start,
        goal,
        kinds=kind,
        statuses=status,
        sort=sort or "shortest",
        prospective=planned,
        **which,
    )
    click.echo(str(found) if form == "table" else found.rows.text(form))
    if form != "table" and not found:
        click.echo(f"No path. {found.reason}", err=True)
    if picture:
        found.draw().save(picture)
        click.echo(f"{picture} written. Open it in a browser.", err=True)
