"""The plan: what it counts and times, and that it fits a page."""

from __future__ import annotations

import pytest

from isgraph import questions
from isgraph.dates import days
from isgraph.errors import QueryError
from isgraph.plan import explain
from isgraph.store import Store

SPARQL = """SELECT ?x { ?x isg:detains ?y ; isg:fights ?z
    OPTIONAL { ?z isg:backs ?w } FILTER(?x = actor:group-b) }"""


def test_rows_left_by_each_part(tiny: Store) -> None:
    """Each part has its matches alone and the rows of all up to it, in the order written."""
    expected = [
        ("?x isg:detains ?y", 1, 1),
        ("?x isg:fights ?z", 2, 1),
        ("OPTIONAL { ?z isg:backs ?w }", None, 1),
        ("FILTER(?x = actor:group-b)", None, 0),
    ]
    plan = explain(tiny, SPARQL)

    assert [(step.text, step.alone, step.so_far) for step in plan.steps] == expected
    assert plan.rows == tiny.query(SPARQL)
    assert plan.chosen == "Asked of all 18 claims."


def test_what_a_choice_leaves(tiny: Store) -> None:
    """The claims before and after are counted, and choosing them is a stage."""
    chosen = {"on": days("2024-06"), "certainly": True, "kinds": ["backs", "opposes"]}
    plan = explain(tiny, "SELECT ?x { ?x isg:backs ?y }", **chosen)
    expected = "Asked of 3 of 18 claims: in June 2024, certainly, backs, opposes."

    assert plan.chosen == expected
    assert next(iter(plan.seconds)) == "choosing the claims"
    assert len(plan.rows) == 1


def test_shares_of_the_time(tiny: Store) -> None:
    """The shares are those of the seconds, and a stage can be added."""
    plan = explain(tiny, SPARQL)
    plan.seconds = {"opening": 3.0, "answering": 1.0}
    with plan.stage("printing"):
        assert "printing" not in plan.seconds
    plan.seconds["printing"] = 0.0
    text = str(plan)

    assert "  opening                  3.0000 s   75%  ██████████████████\n" in text
    assert "  answering                1.0000 s   25%  ██████\n" in text
    assert "  printing                 0.0000 s    0%\n" in text
    assert text.endswith("  in all                   4.0000 s, 0 rows")


@pytest.mark.parametrize("name", questions.names())
def test_every_question_fits_a_page(tiny: Store, name: str) -> None:
    """The plan of a shipped question is 80 columns wide, names its prefixes and counts all."""
    plan = explain(tiny, questions.text(name))
    text = str(plan)

    assert max(map(len, text.splitlines())) <= 80
    assert "PREFIX isg: <https://w3id.org/isgraph/ontology#>" in text
    assert plan.steps
    assert all(step.so_far is not None for step in plan.steps)


def test_much_is_counted_up_to_a_bound(shipped: Store) -> None:
    """A cross product is not counted to its end."""
    plan = explain(shipped, "SELECT ?a { ?a ?b ?c . ?d ?e ?f } LIMIT 1")

    assert [step.so_far for step in plan.steps][1] == 100_000
    assert "≥100,000" in str(plan)


def test_forms_without_parts(tiny: Store) -> None:
    """A DESCRIBE of a name has an answer and stages, and no parts."""
    plan = explain(tiny, "DESCRIBE actor:group-a")

    assert plan.rows
    assert plan.steps == []
    assert "Parts" not in str(plan)


def test_a_wrong_query_is_refused(tiny: Store) -> None:
    """What is no SPARQL has no plan."""
    with pytest.raises(QueryError, match="not SPARQL"):
        explain(tiny, "SELECT ?x {")
