"""Reasons: which are told, how many, and in what order."""

from __future__ import annotations

import pytest

from isgraph import restrict
from isgraph.dates import days
from isgraph.reasons import finds_nothing, why_empty
from isgraph.store import Store, load


def test_the_likeliest_come_first_and_there_are_five_at_most(tiny: Store) -> None:
    """Unknown terms stand before unknown things, and each is named once."""
    sparql = "SELECT * { ?a isg:p actor:z ; isg:p actor:y ; isg:q actor:x , actor:w , actor:v }"
    found = why_empty(tiny, sparql)
    expected = ["isg:p", "isg:q", "actor:z", "actor:y", "actor:x"]

    assert [reason.split(" ")[0] for reason in found] == expected


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { ?x isg:detains ?y OPTIONAL { ?x isg:nope actor:nope } FILTER(?x = ?y) }",
        "SELECT * { ?x isg:detains ?y MINUS { ?x isg:detains ?z . FILTER(?z != actor:nope) } }",
        "SELECT * { ?x isg:detains ?y FILTER NOT EXISTS { ?x isg:detains ?y } }",
    ],
)
def test_what_cannot_be_why_is_not_told(tiny: Store, sparql: str) -> None:
    """A name in an optional or excluded part is no reason."""
    found = why_empty(tiny, sparql)

    assert finds_nothing(tiny.query(sparql))
    assert len(found) == 1
    assert found[0].endswith("; what stands before it has matches.")


@pytest.mark.parametrize("sparql", ["", "ASK {", "no SPARQL at all }}", "ASK { }"])
def test_there_is_always_a_sentence(tiny: Store, sparql: str) -> None:
    """Whatever the text, something is said of it."""
    for run in (True, False):
        found = why_empty(tiny, sparql, run=run)

        assert len(found) == 1
        assert found[0].endswith(".")


def test_nothing_is_run_where_that_is_not_allowed(tiny: Store) -> None:
    """Only single patterns are looked up: this query would not come to an end."""
    sparql = "SELECT * { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + " }"
    expected = ["Every name in the query is known; its pattern as a whole has no match."]

    assert why_empty(tiny, sparql, run=False) == expected


def test_of_a_day(tiny: Store) -> None:
    """A claim of another day is in the graph; what the day leaves out is told."""
    kept = restrict(tiny, on=days("2013"))
    sparql = "SELECT ?x { claim:c0002 isg:subject ?x . ?x isg:backs ?y }"
    found = why_empty(kept, sparql, whole=tiny, on=days("2013"))

    assert finds_nothing(kept.query(sparql))
    assert found[0].startswith("No claim has a date in 2013: ")
    assert "Without the choice of a day, kind or status the answer has 1 row." in found
    assert "isg:backs has triples, but none with the day, kind or status chosen." in found
    assert not [reason for reason in found if "claim:c0002 is not" in reason]


def test_no_is_nothing(tiny: Store) -> None:
    """No rows and no are nothing; a row is something."""
    assert finds_nothing(tiny.query("SELECT ?x { ?x isg:trains ?y }"))
    assert finds_nothing(tiny.query("ASK { ?x isg:trains ?y }"))
    assert not finds_nothing(tiny.query("ASK { ?x isg:detains ?y }"))
    assert not finds_nothing(tiny.query("SELECT ?x { ?x isg:detains ?y }"))


def test_rows_tell_it(tiny: Store) -> None:
    """Rows without any know why; rows with some have no reason."""
    nothing = tiny.query("SELECT ?x { ?x isg:backz ?y }")
    expected = "isg:backz is not in the ontology."

    assert nothing.why()[0].startswith(expected)
    assert ".why()" in nothing._repr_html_()
    assert tiny.query("SELECT ?x { ?x isg:backs ?y }").why() == []
    assert load().query("SELECT ?x { actor:sdff ?p ?x }").why()[0].endswith("actor:sdf.")
