"""Patterns: the parts that are read from the text of a query."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isgraph import questions
from isgraph.patterns import Part, outline
from isgraph.store import Store

PIECES = re.findall(
    r"\S+",
    "SELECT ?x { } ( ) [ ] . ; , a isg:p <urn:x> 'text' @en ^^ 4 FILTER NOT EXISTS OPTIONAL UNION "
    "VALUES BIND MINUS GRAPH SERVICE PREFIX BASE WHERE CONSTRUCT DESCRIBE ^ / * + true -",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("?x isg:backs ?y, actor:b ; a isg:State .",
         ["?x isg:backs ?y", "?x isg:backs actor:b", "?x a isg:State"]),
        ("?x ^isg:backs/(a|!rdf:type)* 4.5", ["?x ^isg:backs/(a|!rdf:type)* 4.5"]),
        ('?x ?p "a"@en, \'b\'^^xsd:date, -1, true', ['?x ?p "a"@en', "?x ?p 'b'^^xsd:date",
                                                    "?x ?p -1", "?x ?p true"]),
        ("[ a isg:State ] isg:backs ?y ; ?p ?q . ?y ?r ?s",
         ["[ a isg:State ] isg:backs ?y ; ?p ?q", "?y ?r ?s"]),
        ("?x isg:backs [ a isg:State ] FILTER(?x != 1) FILTER NOT EXISTS { ?x ?p ?q }",
         ["?x isg:backs [ a isg:State ]", "FILTER(?x != 1)", "FILTER NOT EXISTS { ?x ?p ?q }"]),
        ("{ ?a ?b ?c } UNION { ?d ?e ?f } MINUS { ?a ?p 1 } VALUES (?x ?y) { (1 UNDEF) }",
         ["{ ?a ?b ?c } UNION { ?d ?e ?f }", "MINUS { ?a ?p 1 }", "VALUES (?x ?y) { (1 UNDEF) }"]),
        ("GRAPH ?g { ?a ?b ?c } BIND(STR(?a) AS ?n) { SELECT ?x { ?x ?y ?z } LIMIT 1 }",
         ["GRAPH ?g { ?a ?b ?c }", "BIND(STR(?a) AS ?n)", "{ SELECT ?x { ?x ?y ?z } LIMIT 1 }"]),
    ],
)  # fmt: skip
def test_parts(text: str, expected: list[str]) -> None:
    """Each triple is a part of its own, and so is each keyword with what belongs to it."""
    assert [part.text for part in outline(f"SELECT * WHERE {{ {text} }}").parts] == expected


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("CONSTRUCT { ?a ?b ?c } WHERE { ?d ?e ?f }", ["?d ?e ?f"]),
        ("CONSTRUCT WHERE { ?d ?e ?f }", ["?d ?e ?f"]),
        ("SELECT (COUNT(*) AS ?n) { ?d ?e ?f } GROUP BY ?d VALUES ?d { 1 }",
         ["?d ?e ?f", "VALUES ?d { 1 }"]),
        ("DESCRIBE actor:a", ["DESCRIBE actor:a"]),
        ("", [""]),
    ],
)  # fmt: skip
def test_forms(sparql: str, expected: list[str]) -> None:
    """Every form of query is read, with the VALUES behind it and without a template."""
    assert [part.text for part in outline(sparql).parts] == expected


def test_what_an_answer_depends_on() -> None:
    """Optional and excluded parts are left out, and alternatives come last."""
    sparql = (
        "ASK { { ?a isg:p 1 } UNION { ?a isg:p 2 } OPTIONAL { ?a isg:p 3 } MINUS { ?a isg:p 4 } "
        "FILTER NOT EXISTS { ?a isg:p 5 } FILTER EXISTS { ?a isg:p 6 } { ?a isg:p 7 } "
        "{ SELECT ?a { ?a isg:p 8 } GROUP BY ?a ?b ?c } }"
    )
    expected = ["?a isg:p 6", "?a isg:p 7", "?a isg:p 8", "?a isg:p 1", "?a isg:p 2"]

    assert [part.text for part in outline(sparql).leaves()] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("isg:backs", "https://w3id.org/isgraph/ontology#backs"),
        ("own:x", "urn:own:x"),
        ("<urn:y>", "urn:y"),
        ("a", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        ("isg:backs/isg:backs", None),
        ("isg:backs+", None),
        ("other:x", None),
        ("?x", None),
        ("", None),
    ],
)
def test_names_in_full(name: str, expected: str | None) -> None:
    """A name is what the query or isgraph declares; a path or a variable is no name."""
    assert outline("BASE <urn:b> PREFIX own: <urn:own:> ASK { }").expanded(name) == expected


@pytest.mark.parametrize("name", questions.names())
def test_the_parts_make_the_question(name: str, tiny: Store) -> None:
    """The parts of a shipped question, put together again, are a query that has its answers."""
    sparql = questions.text(name)
    read = outline(sparql)
    again = f"{read.prologue} ASK {{ {' . '.join(part.text for part in read.parts)} }}"
    found = bool(tiny.query(sparql))

    assert not found or tiny.query(again)[0].answer == "true"


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_is_read(words: list[str]) -> None:
    """No text fails, and what is read of it stands in it."""

    def hold(parts: tuple[Part, ...]) -> bool:
        return all(part.pattern or part.text in text for part in parts) and all(
            hold(part.parts) for part in parts
        )

    text = " ".join(words)

    assert hold(outline(text).parts)


def test_depth() -> None:
    """What is nested very deep is not read to its end, and does no harm."""
    assert outline("ASK " + "{" * 5000 + "?x ?y ?z" + "}" * 5000).leaves() == []
