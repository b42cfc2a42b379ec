"""Options that several commands share, each defined once, and what opens and prints for them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from isgraph.cli import choices
from isgraph.dates import When, day, days
from isgraph.errors import DateError, StoreError
from isgraph.evidence import restrict
from isgraph.files import data_path
from isgraph.rows import FORMATS, Rows
from isgraph.store import Store, load

if TYPE_CHECKING:
    from isgraph.entities import Entity
    from isgraph.network import Network
    from isgraph.profile import Profile

Command = Callable[..., Any]


class _Day(click.ParamType[date]):
    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return day(value)
        except DateError as error:
            self.fail(str(error), param, ctx)


class _When(click.ParamType[When]):
    name = "when"

    def convert(self, value: Any, param: Any, ctx: Any) -> When:
        if not isinstance(value, str):
            return value  # type: ignore[no-any-return]
        try:
            return days(value)
        except DateError as error:
            self.fail(str(error), param, ctx)


def data(command: Command) -> Command:
    """Add `--data`."""
    return click.option(
        "--data",
        metavar="PLACE",
        help="Turtle file, store directory or URL of an endpoint; else the shipped data.",
    )(command)


def form(command: Command) -> Command:
    """Add `--format`."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True
    )(command)


def clock(command: Command) -> Command:
    """Add `--on` and `--known-by` as the days that a page opens at."""
    return _known_by(_on(command))


def kinds(command: Command) -> Command:
    """Add `--kind` and `--status`."""
    for option in (
        click.option("--status", multiple=True, metavar="NAME",
                     shell_complete=choices.listed("statuses"),
                     help="Only claims of this status."),
        click.option("--kind", multiple=True, metavar="NAME",
                     shell_complete=choices.listed("kinds"),
                     help="Only claims of this kind or below it."),
    ):  # fmt: skip
        command = option(command)
    return command


def selection(command: Command) -> Command:
    """Add all that `isgraph.restrict` takes: which claims, of which day, published by when."""
    for option in (
        kinds,
        click.option("--certainly", is_flag=True, help="With --on: what certainly held."),
        _known_by,
        _on,
    ):
        command = option(command)
    return command


def _on(command: Command) -> Command:
    return click.option(
        "--on", type=_When(), metavar="DAY", help="What may hold on DAY, a month or a year."
    )(command)


def _known_by(command: Command) -> Command:
    return click.option(
        "--known-by", type=_Day(), metavar="DAY", help="What was published by DAY."
    )(command)


def opened(place: str | None, **which: Any) -> Store:
    """Open a place to be asked, and keep what the options of `selection` leave."""
    return kept(load(place), **which)


def projected(
    place: str | None, *, kind: tuple[str, ...], status: tuple[str, ...], **which: Any
) -> Network:
    """Open a place and project what the options of `selection` leave of it."""
    from isgraph.network import project

    return project(load(place), kinds=kind, statuses=status, **which)


def kept(
    store: Store,
    *,
    on: When | None,
    known_by: date | None,
    certainly: bool,
    kind: tuple[str, ...],
    status: tuple[str, ...],
) -> Store:
    """Return what the options of `selection` leave of a store."""
    return restrict(
        store,
        on=on,
        known_by=known_by,
        certainly=certainly,
        kinds=kind,
        statuses=status,
    )


def profile(
    store: Store, entity: Entity, *, kind: tuple[str, ...], status: tuple[str, ...], **days: Any
) -> Profile:
    """Return what the options of `selection` leave of the profile of an entity."""
    from isgraph.profile import show

    return show(store, entity.iri, kinds=kind, statuses=status, **days)


def drawn(ctx: click.Context, _: click.Parameter, name: str | None) -> Path | None:
    """Refuse a file for a figure that cannot be written, before anything is asked."""
    return None if name is None or ctx.resilient_parsing else for_figure(name)


def for_figure(name: str) -> Path:
    """Return the file that a figure is to be written to.

    Raises
    ------
    StoreError
        If its folder is not there.
    SaveError
        If no figure has its ending.
    """
    from isgraph.diagram.figure import ending_of

    path = Path(name)
    if not path.parent.is_dir():
        raise StoreError(
            f"{path.parent} is not a folder. Make it first, or name another file.",
            place=str(path),
        )
    ending_of(path)
    return path


def data_file(
    place: str | None,
    why: str = "only a file can be reviewed as a diff. Name a Turtle file with --data.",
) -> Path:
    """Return the Turtle file that a command needs, and says why.

    Raises
    ------
    StoreError
        If the place is a directory or an endpoint.
    """
    path = Path(place) if place else data_path()
    if path.is_dir() or (place and "://" in place):
        raise StoreError(f"{place} is no file, and {why}", place=str(place))
    return path


def progress(size: int) -> Callable[[float, str], None] | None:
    """Give a line on standard error that tells how far long work is, where anybody reads it."""
    if size < 500 or not sys.stderr.isatty():
        return None

    def tell(done: float, what: str) -> None:
        click.echo(f"\r{what} {done:4.0%}" + ("\n" if done >= 1 else ""), nl=False, err=True)

    return tell


def show_rows(rows: Rows, form: str) -> None:
    """Print rows; below a table their number goes to standard error."""
    click.echo(rows.text(form))
    if form == "table":
        click.echo(f"{len(rows)} row{'s' if len(rows) != 1 else ''}", err=True)


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C end the process at once: the engine does not listen while it works."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def refuse(message: str) -> NoReturn:
    """End the command with one message and exit code 1."""
    click.echo(f"Error: {message}", err=True)
    raise SystemExit(1)
