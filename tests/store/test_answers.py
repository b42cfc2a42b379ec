"""Answers as rows and as bytes."""

from __future__ import annotations

from io import BytesIO

import pytest

from isgraph.errors import FormatError
from isgraph.store import RESULTS, TRIPLES, Store, rows_from

SELECT = "SELECT ?x ?l { ?x isg:detains ?y ; rdfs:label ?l }"
CONSTRUCT = "CONSTRUCT { ?x isg:detains ?y } WHERE { ?x isg:detains ?y }"


@pytest.mark.parametrize("media_type", [RESULTS[0], RESULTS[1], RESULTS[3]])
def test_results_are_read_back(tiny: Store, media_type: str) -> None:
    """What we write in a format of the standards, we read as the same rows; CSV has no types."""
    body = tiny.respond(SELECT, results=media_type)[1]

    assert rows_from(media_type, body) == tiny.query(SELECT)


def test_triples_are_read_back(tiny: Store) -> None:
    """N-Triples of another engine are rows of three columns."""
    found = rows_from(*tiny.respond(CONSTRUCT, triples="application/n-triples"))

    assert found == tiny.query(CONSTRUCT)
    assert found.columns == ("subject", "predicate", "object")


@pytest.mark.parametrize("media_type", TRIPLES)
def test_triples_are_written(tiny: Store, media_type: str) -> None:
    """Each format holds the triple; Turtle spells it with the prefixes of isgraph."""
    into = BytesIO()

    assert tiny.respond_into(into, CONSTRUCT, None, media_type) == media_type
    name = b"isg:detains" if media_type == "text/turtle" else b"detains"
    assert name in into.getvalue()


@pytest.mark.parametrize(("results", "triples"), [("text/turtle", None), (None, "text/csv")])
def test_a_format_of_another_sort_is_refused(
    tiny: Store, results: str | None, triples: str | None
) -> None:
    """Rows do not come as Turtle, triples not as CSV; the message names what does."""
    sparql = SELECT if results else CONSTRUCT

    with pytest.raises(FormatError, match="comes as one of"):
        tiny.respond(sparql, results, triples)
