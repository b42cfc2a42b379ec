"""How a query is written for any engine."""

from __future__ import annotations

import pytest

from isgraph.errors import QueryError
from isgraph.store import Store, bound, prefixed
from isgraph.store.spelling import blanked, end_of_pattern

TRICKY = '''SELECT ?l {  # }
  ?x rdfs:label ?l FILTER(?l != "}" && STR(?x) != "<urn:}>" || ?l = """}
"""@en)
} ORDER BY ?l'''


def test_prefixes_are_declared_once() -> None:
    """What is used and not declared is declared; what stands in a query stays."""
    assert prefixed("ASK {}") == "ASK {}"
    assert prefixed("PREFIX isg: <urn:x> ASK { ?a isg:b ?c }").count("PREFIX") == 1
    assert prefixed("ASK { ?a isg:b actor:c }").count("PREFIX") == 2


def test_brackets_in_texts_and_comments_do_not_count() -> None:
    """The pattern ends at its own bracket."""
    assert TRICKY[: end_of_pattern(blanked(TRICKY))].endswith("@en)\n}")
    assert len(blanked(TRICKY)) == len(TRICKY)


def test_a_value_goes_where_the_pattern_ends(tiny: Store) -> None:
    """A column that is given keeps the rows that have it."""
    everything = tiny.query(TRICKY)
    one = tiny.query(TRICKY, l=[everything[0].l, "no such"])

    assert len(everything) > 3
    assert set(one) <= {everything[0]}
    assert bound(TRICKY, {"l": None}) == TRICKY


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?x { ?x ?y ?z }",
        "SELECT (COUNT(?y) AS ?n) { ?x ?p ?y }",
        "ASK { ?n ?p ?y }",
    ],
)
def test_only_what_is_selected_can_be_given(sparql: str) -> None:
    """A variable that is not selected, or is counted at the end, is refused by its name."""
    with pytest.raises(QueryError, match=r"\?n"):
        bound(sparql, {"n": 1})


def test_a_text_cannot_break_out(tiny: Store) -> None:
    """A value is a term, whatever letters it has."""
    value = '") } INSERT { <urn:a> <urn:b> "\\\n'

    assert tiny.query("SELECT ?l { ?x rdfs:label ?l }", l=value) == []
