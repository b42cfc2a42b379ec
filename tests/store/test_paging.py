"""Queries cut into pages."""

from __future__ import annotations

import pytest

from isgraph.errors import QueryError
from isgraph.store import Store
from isgraph.store.paging import page_of


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?c ?p { ?c isg:predicate ?p }",
        "SELECT ?c ?p { ?c isg:predicate ?p } ORDER BY DESC(?c)",
        "SELECT ?c ?p { ?c isg:predicate ?p } VALUES ?p { isg:backs isg:fights }",
        "# with } in a comment\nSELECT ?c ?p { ?c isg:predicate ?p FILTER(STR(?c) != '}') }",
        "PREFIX x: <urn:x> SELECT ?c ?p { { SELECT * { ?c isg:predicate ?p } } }",
    ],
)
def test_pages_together_are_the_answer(tiny: Store, sparql: str, nested: bool) -> None:
    """One after the other the pages hold each row once, and in the order of the query."""
    whole = tiny.query(sparql)
    pages = [
        row
        for start in range(0, len(whole) + 3, 3)
        for row in tiny.query(page_of(sparql, ["c", "p"], start, 3, nested=nested))
    ]

    assert whole
    assert sorted(pages) == sorted(whole)
    if "ORDER BY" in sparql:
        assert pages == whole


@pytest.mark.parametrize("sparql", ["ASK { ?x ?y ?z }", "SELECT ?x { ?x ?y ?z } LIMIT 3"])
def test_what_has_no_pages_is_refused(sparql: str) -> None:
    """A query that is no SELECT, or has a limit of its own, cannot be cut."""
    with pytest.raises(QueryError, match="page by page"):
        page_of(sparql, ["x"], 0, 3)
