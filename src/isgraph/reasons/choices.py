"""Choices: a day, kind or status that leaves nothing of the graph for a query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from isgraph.dates import Days, When, in_words, when_in_words
from isgraph.errors import IsgraphError
from isgraph.reasons.asked import Asked
from isgraph.store import Store

_BOUNDS = "isg:beginEarliest|isg:beginLatest|isg:endEarliest|isg:endLatest"
_DAY = re.compile(r"""["'](\d{4}-\d\d-\d\d)["']""", re.ASCII)


def outside(store: Store, on: When | None, known_by: date | None) -> Iterator[str]:
    """Tell of chosen days that lie outside the data."""
    first = _end(store, "?x a isg:Document ; dcterms:issued ?d", "ASC") if known_by else None
    if known_by and first and known_by < first:
        yield (
            f"The first document came out on {_told(first)}, "
            f"so that nothing was known by {_told(known_by)}."
        )
    first, last = span(store) if on else (None, None)
    if on and first and last:
        begin, end = on if isinstance(on, Days) else (on, on)
        if end < first or last < begin:
            yield (
                f"No claim has a date {when_in_words(on)}: "
                f"their days run from {_told(first)} to {_told(last)}."
            )


def without(asked: Asked, at_all: Asked, sparql: str) -> Iterator[str]:
    """Tell what the query finds where no day, kind or status is chosen; this runs it."""
    if at_all.store is asked.store:
        return
    try:
        rows = at_all.store.query(sparql)
    except IsgraphError:
        return
    if rows.columns == ("answer",) and rows[0][0] == "true":
        yield "Without the choice of a day, kind or status the answer is yes."
    elif rows and rows.columns != ("answer",):
        many = f"{len(rows):,} row{'s' * (len(rows) != 1)}"
        yield f"Without the choice of a day, kind or status the answer has {many}."


def far_days(asked: Asked) -> Iterator[str]:
    """Tell of days in the query that lie outside the data."""
    days = sorted({day for part in asked.leaves for day in _DAY.findall(part.text)})
    first, last = span(asked.store) if days else (None, None)
    for day in days:
        if first and last and not first.isoformat() <= day <= last.isoformat():
            yield f"{day} lies outside the data, whose days run from {first} to {last}."


def span(store: Store) -> tuple[date | None, date | None]:
    """Return the first and the last day that a claim names.

    Examples
    --------
    >>> str(span(tiny)[0])
    '2014-01-01'
    """
    dated = f"?c {_BOUNDS} ?d"
    return _end(store, dated, "ASC"), _end(store, dated, "DESC")


def _end(store: Store, dated: str, order: str) -> date | None:
    found = store.query(f"SELECT ?d {{ {dated} }} ORDER BY {order}(?d) LIMIT 1")
    return found[0].d if found and isinstance(found[0].d, date) else None


def _told(day: date) -> str:
    return in_words(day.isoformat())
