"""Differences: the two sides, and what a claim says of each."""

from __future__ import annotations

from datetime import date

import pytest

from isgraph.analysis.differences import Side, of_relations, of_signs
from isgraph.dates import Certainty, days
from isgraph.network import project
from tests.analysis.stores import both

EDGES = {edge["id"]: edge for *_, edge in project(both(), everything=True).edges(data=True)}


@pytest.mark.parametrize(
    ("day", "claim", "expected"),
    [
        ("2024-07-01", "c0002", "certain"),
        ("2024-06-15", "c0002", "possible"),
        ("2024-05-31", "c0002", None),
        ("2024-06", "c0002", "certain"),
    ],
)
def test_days(day: str, claim: str, expected: Certainty | None) -> None:
    """Of a day it is told what held on it."""
    assert Side(day, days(day)).level(EDGES[claim]) == expected


def test_documents() -> None:
    """A document says what it says, and nothing of what others say."""
    side = Side("later", date(2025, 6, 30), "later-2025-06-30")

    assert [claim for claim in EDGES if side.level(EDGES[claim])] == [
        claim for claim in EDGES if claim > "c0100"
    ]


def test_the_sign_of_a_pair() -> None:
    """Praise in 2024 and fault found in January 2025, while backing goes on."""
    sides = [Side(day, days(day)) for day in ("2024", "2025-01")]
    pair = [EDGES[claim] for claim in ("c0012", "c0013")]
    rows = list(of_signs(pair, *sides))

    assert rows == [
        (
            "changed sign",
            "Country X",
            "supportive → hostile",
            "Group A",
            "c0013",
            "c0012",
            "possible",
        )
    ]


def test_a_sign_that_only_may_hold_does_not_change() -> None:
    """Of 2026 nothing certain is said; what may hold then may have held before too."""
    sides = [Side(day, days(day)) for day in ("2024-07-01", "2026-01-01")]
    fault = EDGES["c0012"] | {"begin_latest": date(2025, 1, 31), "end_earliest": date(2025, 1, 1)}
    pair = [EDGES["c0013"] | {"begin_latest": sides[0].last, "end_earliest": sides[0].last}, fault]

    assert [side.level(fault) for side in sides] == ["possible", "possible"]
    assert list(of_signs(pair, *sides)) == []


def test_one_matter_a_relation() -> None:
    """Claims of a symmetric relation in either direction are of one matter."""
    meeting = EDGES["c0104"]
    turned = meeting | {
        "id": "c0999",
        "document_id": "tiny-2025-01-31",
        "subject": meeting["object"],
        "object": meeting["subject"],
        "subject_label": meeting["object_label"],
        "object_label": meeting["subject_label"],
    }
    names = {"tiny-2025-01-31": date(2025, 1, 31), "later-2025-06-30": date(2025, 6, 30)}
    sides = [Side(name, day, name) for name, day in names.items()]
    rows = list(of_relations([meeting, turned], *sides))

    assert rows == [("confirmed", "Country X", "meets with", "Country Y", "c0999", "c0104", None)]


@pytest.mark.parametrize(("mark", "expected"), [("", "certain"), ("?", "possible")])
def test_a_doubtful_date_is_not_certain(mark: str, expected: Certainty) -> None:
    """A beginning that is marked as doubtful may have lain elsewhere."""
    begun = EDGES["c0001"] | {
        "valid_time": f"2024-12{mark}/..",
        "begin_earliest": date(2024, 12, 1),
        "begin_latest": date(2024, 12, 31),
        "end_earliest": date(2025, 1, 31),
        "end_latest": None,
    }
    sides = [Side(day, days(day)) for day in ("2024-01-31", "2025-01-31")]

    assert [(row[0], row[-1]) for row in of_relations([begun], *sides)] == [("begun", expected)]
