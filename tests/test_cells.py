"""What the cells of a notebook ask, without a notebook."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from rdflib import Graph

from isgraph import questions
from isgraph.cells import Cell, answer
from isgraph.evidence import restrict
from isgraph.questions import ask
from isgraph.store import Store

DETAINS = "SELECT ?who ?whom { ?who isg:detains ?whom }"


def sparql(store: Store, text: str, *words: str) -> Any:
    """Answer a cell of SPARQL."""
    return answer("%%sparql", list(words), Cell({"store": store}, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASK { ?x isg:detains ?y }", True),
        ("# SELECT\nprefix select: <http://x/SELECT>\nask { ?x isg:trains ?y }", False),
        ("PREFIX ask: <http://x/> SELECT ?ask { ?ask isg:detains ?y } LIMIT 0", []),
    ],
)
def test_yes_and_no_are_of_python(tiny: Store, text: str, expected: object) -> None:
    """ASK gives True or False, however it is written, and a SELECT never does."""
    found = sparql(tiny, text)

    assert found == expected
    assert type(found) is bool or isinstance(found, list)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CONSTRUCT WHERE { ?x isg:detains ?y }", 1),
        ("DESCRIBE actor:held-b", 2),
    ],
)
def test_triples_are_a_graph(tiny: Store, text: str, expected: int) -> None:
    """CONSTRUCT and DESCRIBE give an rdflib graph that knows the prefixes."""
    found = sparql(tiny, text, "--explain")

    assert isinstance(found, Graph)
    assert len(found) == expected
    assert "actor:held-b" in found.serialize()


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (["--on", "2024-06-15"], {"on": date(2024, 6, 15)}),
        (["--on", "2026-01-01"], {"on": date(2026, 1, 1)}),
        (["--on", "2026-01-01", "--certainly"], {"on": date(2026, 1, 1), "certainly": True}),
        (["--known-by", "2024-01-01"], {"known_by": date(2024, 1, 1)}),
        (["--status", "denied"], {"statuses": ["denied"]}),
    ],
)
def test_a_cell_can_be_dated(tiny: Store, words: list[str], choices: dict[str, Any]) -> None:
    """The options of a cell mean what `restrict` means by them."""
    expected = restrict(tiny, **choices).query(DETAINS)

    assert sparql(tiny, DETAINS, *words) == expected


@pytest.mark.parametrize(
    ("query", "given", "expected"),
    [
        (DETAINS, "who=actor:group-a", 1),
        (DETAINS, "who=https://w3id.org/isgraph/actor/group-a", 1),
        (DETAINS, "who=actor:group-b", 0),
        ("SELECT ?n { ?x isg:quantityMin ?n }", "n=400", 1),
        ("SELECT ?label { ?x rdfs:label ?label }", "label=Group A", 1),
        ("SELECT ?d { ?x dcterms:issued ?d }", "d=2025-01-31", 1),
    ],
)
def test_what_a_variable_is_to_be(tiny: Store, query: str, given: str, expected: int) -> None:
    """A value is a prefixed name, an IRI, a number, a day or a text."""
    assert len(sparql(tiny, query, "--let", given)) == expected


def test_an_answer_can_be_kept(tiny: Store) -> None:
    """With `-o` the answer is a variable, and nothing is shown."""
    cell = Cell({"store": tiny}, DETAINS)
    expected = tiny.query(DETAINS)

    assert answer("%%sparql", ["-o", "found"], cell) is None
    assert cell.names["found"] == expected


def test_an_empty_answer_says_why(tiny: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is found, the reasons follow; otherwise nothing is said."""
    sparql(tiny, DETAINS)
    quiet = capsys.readouterr().out
    sparql(tiny, "SELECT ?x { ?x isg:detain ?y }")

    assert quiet == ""
    assert "isg:detain " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "words", "text"),
    [
        ("%%sparql", [], DETAINS),
        ("%%sparql", ["--on", "2024-06-15"], "ASK { ?x isg:detains ?y }"),
        ("%ask", ["detentions"], ""),
    ],
)
def test_an_answer_can_be_explained(
    tiny: Store, capsys: pytest.CaptureFixture[str], name: str, words: list[str], text: str
) -> None:
    """With `--explain` the plan is printed above the same answer."""
    cell = Cell({"store": tiny}, text)
    expected = answer(name, words, cell)

    assert capsys.readouterr().out == ""
    assert answer(name, [*words, "--explain"], cell) == expected
    assert "isg:detains" in capsys.readouterr().out


def test_a_question_has_its_parameters(tiny: Store) -> None:
    """A question takes its own options and those that say of which day."""
    expected = ask(tiny, "detentions", custodian="Group A", on=date(2024, 6, 15))
    words = ["detentions", "--by", "Group A", "--on", "2024-06-15"]

    assert answer("%ask", words, Cell({"store": tiny})) == expected


def test_every_question_is_answered(tiny: Store) -> None:
    """Each shipped question is a command, and without a name all are listed."""
    listed = answer("%ask", [], Cell({"store": tiny}))
    expected = questions.names()

    assert [row.name for row in listed] == expected
    for name in expected:
        assert answer("%ask", [name], Cell({"store": tiny})).columns == ask(tiny, name).columns


@pytest.mark.parametrize(
    "words", [["--on", "2026-01-01"], ["--on", "2026-01-01", "--certainly"], ["--status", "denied"]]
)
def test_a_profile_is_restricted_as_in_the_shell(tiny: Store, words: list[str], cli: Any) -> None:
    """`%show` holds the claims that `isgraph show` tells, certainty included."""
    expected = cli("show", "Group A", *words, "--data", "tests/tiny.ttl").stdout

    assert str(answer("%show", ["Group A", *words], Cell({"store": tiny}))) == expected.rstrip("\n")


def test_an_endpoint_is_not_fetched_to_complete_names(tiny: Store) -> None:
    """Where the store is remote, the names of the shipped data are completed."""

    class Remote(Store):
        """A store elsewhere."""

    assert Cell({"store": tiny}).known() is tiny
    assert type(Cell({"store": Remote()}).known()) is Store
