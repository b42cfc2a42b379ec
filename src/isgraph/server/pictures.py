"""Pictures: the diagram of what an answer names."""

from __future__ import annotations

import json

from isgraph.diagram import draw
from isgraph.network import keep_named
from isgraph.rows import Rows
from isgraph.store import Store

RESULTS = "application/sparql-results+json"
POLICY = "frame-ancestors 'self'"
"""The page of a diagram carries its own policy; this adds who may frame it."""


def diagram(store: Store, answer: bytes) -> str:
    """Return the page of the claims, or of the actors, that an answer names.

    Parameters
    ----------
    store
        What was asked: the same claims as the answer is of.
    answer
        SPARQL results as JSON.

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
    return draw(keep_named(Rows(columns, rows, store=store))).html
