"""Choices: days, kinds and statuses that leave nothing."""

from __future__ import annotations

from datetime import date

import pytest

from isgraph import restrict
from isgraph.dates import When, days
from isgraph.patterns import outline
from isgraph.reasons.asked import Asked
from isgraph.reasons.choices import far_days, outside, span, without
from isgraph.store import Store

SPAN = "their days run from 1 January 2014 to 30 September 2025."


@pytest.mark.parametrize(
    ("on", "known_by", "expected"),
    [
        (days("2013"), None, f"No claim has a date in 2013: {SPAN}"),
        (date(2025, 10, 1), None, f"No claim has a date on 1 October 2025: {SPAN}"),
        (None, date(2025, 1, 30), "The first document came out on 31 January 2025, "
                                  "so that nothing was known by 30 January 2025."),
        (days("2014-01"), date(2025, 1, 31), None),
        (date(2025, 9, 30), None, None),
        (None, None, None),
    ],
)  # fmt: skip
def test_outside(tiny: Store, on: When | None, known_by: date | None, expected: str | None) -> None:
    """A day before the first or after the last is told, the ends themselves are not."""
    assert list(outside(tiny, on, known_by)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT ?x { ?x isg:backs ?y }", "the answer has 1 row."),
        ("ASK { ?x isg:backs ?y }", "the answer is yes."),
        ("ASK { ?x isg:trains ?y }", None),
        ("ASK {", None),
    ],
)
def test_without(tiny: Store, sparql: str, expected: str | None) -> None:
    """What the query finds without a choice is told, if it is something."""
    read = outline(sparql)
    kept = Asked(restrict(tiny, statuses=["denied"]), read)
    found = list(without(kept, Asked(tiny, read), sparql))
    start = "Without the choice of a day, kind or status "

    assert found == ([start + expected] if expected else [])
    assert list(without(kept, kept, sparql)) == []


def test_far_days(tiny: Store) -> None:
    """A day in the query outside the data is told; others are not."""
    sparql = """ASK { ?c isg:endLatest ?d
        FILTER(?d > "2031-02-03"^^xsd:date || ?d < "2020-01-01"^^xsd:date) }"""
    expected = ["2031-02-03 lies outside the data, whose days run from 2014-01-01 to 2025-09-30."]

    assert list(far_days(Asked(tiny, outline(sparql)))) == expected


def test_an_empty_graph_has_no_span() -> None:
    """Without a claim there is no first and no last day, and nothing to tell."""
    expected = (None, None)

    assert span(Store()) == expected
    assert list(outside(Store(), days("2013"), date(2013, 1, 1))) == []
