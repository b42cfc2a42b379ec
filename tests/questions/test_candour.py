"""A question tells of each claim that it shows whether that is only planned, denied or negated."""

from __future__ import annotations

import re
from functools import cache

import pytest

from isgraph import questions
from isgraph.analysis.signs import both_signs
from isgraph.files import data_path
from isgraph.network import project
from isgraph.rows import Rows
from isgraph.store import Store

SAID_BY_THE_TITLE = {("denials", "denied"), ("negations", "negated")}
ABOUT_THE_TEXT = {"slips"}
"""Its rows tell of the curator's remarks, and of no tie, number or state."""
_CLAIM_IDS = re.compile(r"c\d{4,}(, c\d{4,})*")


@cache
def turned(way: str) -> Store:
    """Return the shipped data in which every claim is planned, denied, unconfirmed or negated."""
    text = data_path().read_text("utf-8")
    if way == "planned":
        text = re.sub(r"isg:modality isg:\w+", "isg:modality isg:planned", text)
    elif way == "negated":
        text = re.sub(r"\n    isg:negated true ;", "", text)
        text = text.replace("isg:modality isg:", "isg:negated true ; isg:modality isg:")
    else:
        text = re.sub(r"isg:epistemicStatus isg:\w+", f"isg:epistemicStatus isg:{way}", text)
    store = Store()
    store.parse(text)
    return store


def naming_a_claim(rows: Rows) -> list[dict[str, str]]:
    """Return the rows that show claims by their ids, with their cells as text."""
    shown = [
        {name: str(cell) for name, cell in zip(rows.columns, row, strict=True)} for row in rows
    ]
    return [
        row
        for row in shown
        if any(_CLAIM_IDS.fullmatch(cell) for name, cell in row.items() if name != "disputed")
    ]


WAYS = ("planned", "denied", "unconfirmed", "negated")
ASKED = [
    (name, way)
    for name in questions.names()
    for way in WAYS
    if (name, way) not in SAID_BY_THE_TITLE and name not in ABOUT_THE_TEXT
]


def test_every_question_but_those_that_count_shows_its_claims(shipped: Store) -> None:
    """The rows that the next test looks at are there."""
    counts = {name for name in questions.names() if not naming_a_claim(shipped.ask(name))}

    assert counts == {"publishers", "speakers", "status-counts", "uncited", "works"}


@pytest.mark.parametrize(("name", "way"), ASKED)
def test_no_row_hides_how_its_claim_is_said(name: str, way: str) -> None:
    """Whatever is not said as so is left out, or told by a column of the row."""
    for row in naming_a_claim(questions.ask(turned(way), name)):
        if way == "negated":
            assert row.get("negated") == "yes" or row.get("status", "").startswith("not: ")
        else:
            assert way in {cell.removeprefix("not: ") for cell in row.values()}


def test_what_goes_both_ways_is_found_from_either_end(shipped: Store) -> None:
    """Who fights the SDF is among its opponents, whichever of the two a claim names first."""
    fights = shipped.query(
        "SELECT ?end { ?c isg:predicate isg:fights ; isg:subject actor:sdf ; "
        "isg:object/rdfs:label ?end ; isg:modality isg:actual }"
    )
    asked = {
        "sdf-ties": questions.ask(shipped, "sdf-ties", relation="fights").by_column()["other"],
        "opponents": questions.ask(
            shipped, "opponents", whom="Syrian Democratic Forces", how="fights"
        ).by_column()["who"],
    }

    assert "Syrian National Army" in {row.end for row in fights}
    for found in asked.values():
        assert {row.end for row in fights} <= set(found)


def test_pairs_of_both_signs_are_those_of_the_measure(shipped: Store) -> None:
    """The question and `balance` find the same pairs by the same claims."""
    measured = {
        (frozenset((row.actor, row.other)), claim)
        for row in both_signs(project(shipped))
        for claim in f"{row.supportive} {row.hostile}".split()
    }
    asked = {
        (frozenset((row.one, row.other)), row.claim) for row in questions.ask(shipped, "both-signs")
    }

    assert asked == measured
