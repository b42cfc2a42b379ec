"""Timing: the same answer as without it, with the seconds of its stages."""

from __future__ import annotations

import pytest

from isgraph.errors import QueryError
from isgraph.store import Store
from isgraph.store.timing import timed

ROWS = ["parsing and planning", "first row", "other rows"]


@pytest.mark.parametrize(
    ("sparql", "stages"),
    [
        ("SELECT ?x ?y { ?x isg:fights ?y } ORDER BY ?x", ROWS),
        ("SELECT ?x { ?x isg:trains ?y }", ROWS),
        ("ASK { ?x isg:fights ?y }", ["parsing and planning", "answering"]),
        ("CONSTRUCT WHERE { ?x isg:detains ?y }", ["parsing and planning", "answering"]),
    ],
)
def test_timed(tiny: Store, sparql: str, stages: list[str]) -> None:
    """Rows and their columns are those of the plain answer, and every stage took some time."""
    expected = tiny.query(sparql)
    rows, seconds = timed(tiny, sparql)

    assert (rows, rows.columns, rows.store) == (expected, expected.columns, tiny)
    assert list(seconds) == stages
    assert all(second >= 0 for second in seconds.values())


def test_a_wrong_query(tiny: Store) -> None:
    """What is no SPARQL is refused as without timing."""
    with pytest.raises(QueryError, match="not SPARQL"):
        timed(tiny, "SELECT")
