"""Plan: what a query is made of, how many rows each part leaves, and where its time goes.

The engine joins in an order of its own and does not tell it to Python; what is told here
are the stages around it, and the parts of the query asked one after the other.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from time import perf_counter
from typing import NamedTuple

from isgraph.dates import When, given, when_in_words
from isgraph.errors import QueryError
from isgraph.evidence import restrict
from isgraph.patterns import Outline, outline
from isgraph.rows import Rows
from isgraph.store import Store, prefixed
from isgraph.store.timing import timed

_WIDTH = 80
_MOST = 100_000
"""Rows up to which a part is counted."""

_CLAIMS = """SELECT (COUNT(*) AS ?n) {
  VALUES ?k { isg:RelationClaim isg:QuantityClaim isg:AttributeClaim } ?c a ?k }"""


class Step(NamedTuple):
    """A part of the query, as it is written and in that order.

    `alone` counts the matches of the part by itself where it is a triple
    pattern, `so_far` the rows of it with all parts before; both stop at
    100,000. `seconds` is what the latter took.
    """

    text: str
    alone: int | None
    so_far: int | None
    seconds: float


class Plan:
    """How a query was answered, shown as text of 80 columns.

    Attributes
    ----------
    rows : Rows
        The answer.
    sparql : str
        The query as it was sent, with its prefixes.
    chosen : str
        What the choice of a day, kind or status leaves of the claims.
    steps : list of Step
        Empty for an endpoint, where counting would burden a server.
    seconds : dict
        The seconds of each stage, in their order.
    """

    def __init__(
        self, rows: Rows, sparql: str, chosen: str, steps: list[Step], seconds: dict[str, float]
    ) -> None:
        self.rows, self.sparql, self.chosen = rows, sparql, chosen
        self.steps, self.seconds = steps, seconds

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done with the answer as one more stage."""
        began = perf_counter()
        yield
        self.seconds[name] = perf_counter() - began

    def __str__(self) -> str:
        return "\n".join([*self._query(), "", self.chosen, *self._steps(), *self._times()])

    def _query(self) -> Iterator[str]:
        yield "Query, as sent"
        for line in self.sparql.strip().splitlines():
            yield from textwrap.wrap(
                line, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
            )

    def _steps(self) -> Iterator[str]:
        if not self.steps:
            return
        yield "\nParts in the order written" + " " * 21 + "   alone    so far   seconds"
        for number, step in enumerate(self.steps, 1):
            room = 43
            text = step.text if len(step.text) <= room else step.text[: room - 1] + "…"
            figures = f"{_figure(step.alone):>8}  {_figure(step.so_far):>8}  {step.seconds:8.4f}"
            yield f"{number:>3} {text:<{room}}  {figures}"
        yield "  alone: matches of a triple pattern by itself; so far: rows with all before it."
        yield "  The engine may join in another order, which it does not tell."

    def _times(self) -> Iterator[str]:
        total = sum(self.seconds.values())
        yield "\nWhere time went"
        for name, seconds in self.seconds.items():
            share = seconds / total if total else 0
            bar = "█" * round(24 * share)
            yield f"  {name:<22}{seconds:9.4f} s {share:5.0%}  {bar}".rstrip()
        many = f"{len(self.rows):,} row{'s' * (len(self.rows) != 1)}"
        yield f"  {'in all':<22}{total:9.4f} s, {many}"


def explain(
    store: Store,
    sparql: str,
    *,
    on: When | str | None = None,
    known_by: date | str | None = None,
    certainly: bool = False,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
) -> Plan:
    """Answer a query, and tell how it was done.

    Counting the parts may take longer than the answer; it is no part of the
    times that are told.

    Parameters
    ----------
    on, known_by, certainly, kinds, statuses
        As `isgraph.restrict` takes them.

    Raises
    ------
    QueryError
        If the query cannot be answered.

    Examples
    --------
    >>> plan = explain(tiny, "SELECT ?x { ?x isg:detains ?y . ?x isg:fights ?z }")
    >>> [(step.text, step.alone, step.so_far) for step in plan.steps]
    [('?x isg:detains ?y', 1, 1), ('?x isg:fights ?z', 2, 1)]
    >>> len(plan.rows)
    1
    """
    on, known_by = given(on, known_by, certainly=certainly)
    names, codes = list(kinds), list(statuses)
    began = perf_counter()
    kept = restrict(
        store,
        on=on,
        known_by=known_by,
        certainly=certainly,
        kinds=names,
        statuses=codes,
    )
    seconds = {} if kept is store else {"choosing the claims": perf_counter() - began}
    rows, stages = timed(kept, sparql)
    rows.sparql = sparql
    words = [
        when_in_words(on) if on else "",
        "certainly" if certainly else "",
        f"known by {known_by}" if known_by else "",
        *names,
        *codes,
    ]
    return Plan(
        rows,
        prefixed(sparql),
        _chosen(store, kept, ", ".join(filter(None, words))),
        list(_steps(kept, outline(sparql))) if type(kept) is Store else [],
        seconds | stages,
    )


def _chosen(whole: Store, kept: Store, words: str) -> str:
    every = _count_claims(whole)
    if kept is whole:
        return f"Asked of all {every:,} claims."
    return f"Asked of {_count_claims(kept):,} of {every:,} claims: {words}."


def _count_claims(store: Store) -> int:
    return int(store.query(_CLAIMS)[0].n)


def _steps(store: Store, read: Outline) -> Iterator[Step]:
    before = ""
    for part in read.parts:
        if part.kind == "describe":
            return
        before += f"{part.text} . "
        began = perf_counter()
        so_far = _count(store, read, before)
        seconds = perf_counter() - began
        alone = _count(store, read, part.text) if part.pattern else None
        yield Step(" ".join(part.text.split()), alone, so_far, seconds)


def _count(store: Store, read: Outline, pattern: str) -> int | None:
    """Count the rows of a pattern, up to a bound; None if the engine does not take it."""
    counted = f"SELECT (COUNT(*) AS ?n) {{ SELECT * {{ {pattern} }} LIMIT {_MOST} }}"
    try:
        return int(store.query(read.prologue + counted)[0].n)
    except QueryError:
        return None


def _figure(count: int | None) -> str:
    if count is None:
        return ""
    return f"{count:,}" if count < _MOST else f"≥{_MOST:,}"
