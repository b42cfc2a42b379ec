"""Statements: claims of a network in words."""

from isgraph import Store, project
from isgraph.analysis.statements import said, stance, statements, time


def test_in_the_order_of_ids(tiny: Store) -> None:
    """Ids are put in order, and each has its sentence, time and status."""
    found = statements(project(tiny), ["c0004", "c0001"])

    assert [row.claim for row in found] == ["c0001", "c0004"]
    assert found[1].statement == "Group A fights Group B"
    assert found[1].status == "asserted"


def test_words() -> None:
    """A negation is told, and a plan is not told as done."""
    claim = {"subject_label": "A", "label": "backs", "object_label": "B", "negated": True}

    assert said(claim) == "A not: backs B"
    assert time({"valid_time": None, "as_of": "2024"}) == "as of 2024"
    assert time({"valid_time": None, "as_of": None}) == ""
    assert stance({"status": "asserted", "modality": "actual"}) == "asserted"
