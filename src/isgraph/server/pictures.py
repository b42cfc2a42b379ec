"""Pictures: the diagram of what an answer names."""

from __future__ import annotations

import contextlib
import json
from datetime import date

from isgraph.dates import days
from isgraph.diagram import draw
from isgraph.errors import DateError
from isgraph.network import keep_named
from isgraph.rows import Rows
from isgraph.store import Store

RESULTS = "application/sparql-results+json"
POLICY = "frame-ancestors 'self'"
"""The page of a diagram carries its own policy; this adds who may frame it."""


def diagram(store: Store, answer: bytes, on: str | None = None) -> str:
    """Return the page of the claims, or of the actors, that an answer names.

    Parameters
    ----------
    answer
        SPARQL results as JSON.
    on
        The day at which the page opens, if it is a single day.

    Raises
    ------
    EmptyNetworkError
        If the answer names nothing that can be drawn.

    Examples
    --------
    >>> answer = tiny.respond("SELECT ?x ?y { ?x isg:detains ?y }")[1]
    >>> "Group A" in diagram(tiny, answer)
    True
    """
    found = json.loads(answer)
    columns = found["head"].get("vars", [])
    bindings = found.get("results", {"bindings": []})["bindings"]
    rows = [[row.get(name, {}).get("value") for name in columns] for row in bindings]
    when = None
    with contextlib.suppress(DateError):
        when = days(on) if on else None
    clock = when if isinstance(when, date) else None
    return draw(keep_named(Rows(columns, rows, store=store)), on=clock).html
