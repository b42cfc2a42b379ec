"""What is said beside an answer, on standard error: the plan, and why nothing was found."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from isgraph.cli import options
from isgraph.rows import Rows
from isgraph.store import Store, load

if TYPE_CHECKING:
    from isgraph.plan import Plan

Command = Callable[..., Any]


def option(command: Command) -> Command:
    """Add `--explain`."""
    return click.option(
        "--explain", "explains", is_flag=True, help="Show the plan, and where time went."
    )(command)


class Telling:
    """A place that is opened and asked, with what is told of it.

    Parameters
    ----------
    explains
        Whether the plan is told.
    which
        The options of `isgraph.cli.options.selection`.
    """

    def __init__(self, place: str | None, *, explains: bool, **which: Any) -> None:
        began = perf_counter()
        self.whole = load(place)
        self._opening = perf_counter() - began
        self._explains, self._which = explains, which
        self._plan: Plan | None = None

    @property
    def kept(self) -> Store:
        """What the options leave of the store."""
        return options.kept(self.whole, **self._which)

    def rows(self, text: str) -> Rows:
        """Answer a query."""
        if not self._explains:
            return self.kept.query(text)
        from isgraph.plan import explain

        which = self._which
        self._plan = explain(
            self.whole,
            text,
            on=which["on"],
            known_by=which["known_by"],
            certainly=which["certainly"],
            kinds=which["kind"],
            statuses=which["status"],
        )
        self._plan.seconds = {"opening": self._opening} | self._plan.seconds
        return self._plan.rows

    @contextmanager
    def printing(self, text: str, rows: Rows) -> Iterator[None]:
        """Time what prints the rows, and tell afterwards what there is to tell."""
        if self._plan:
            with self._plan.stage("printing"):
                yield
            click.echo(f"\n{self._plan}", err=True)
        else:
            yield
        self.say_why(text, rows)

    def say_why(self, text: str, rows: Rows) -> None:
        """Tell why a query may have found nothing, if it has."""
        from isgraph.reasons import finds_nothing, why_empty

        if finds_nothing(rows):
            day = {name: self._which[name] for name in ("on", "known_by")}
            asked = self.whole if rows.store is None else rows.store
            for reason in why_empty(asked, text, whole=self.whole, **day):
                told = textwrap.fill(reason, 80, subsequent_indent="  ", break_on_hyphens=False)
                click.echo(told, err=True)
