"""Each shipped question against its answers, on two tiny worlds together and on the shipped data.

`python -m tests.questions.test_questions` writes the answers anew; git then shows the change.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rdflib

from isgraph import questions
from isgraph.errors import NameNotFoundError
from isgraph.rows import Rows
from isgraph.store import Store, load, prefixed
from isgraph.terms import Iri

TESTS = Path(__file__).parent.parent
ANSWERS = TESTS / "answers"
ON_SHIPPED = ANSWERS / "shipped"


@pytest.fixture(scope="module")
def worlds() -> Store:
    """Open the tiny world with a later document that adds what it lacks."""
    return two_worlds()


@cache
def two_worlds() -> Store:
    """Return the tiny world and the later document in one store."""
    store = load(TESTS / "tiny.ttl")
    store.load(TESTS / "more.ttl")
    return store


def names_an_entity(name: str) -> bool:
    """Tell whether a question is about an actor, place or document of the shipped data."""
    return bool(re.search(r"\b(actor|place|doc):\w", questions.text(name)))


def as_text(rows: Rows) -> str:
    """Return rows as the text of an answer file."""
    return rows.csv() + "\n"


def plain(term: Any) -> Any:
    """Return a term of rdflib as the plain value that a row holds."""
    if isinstance(term, rdflib.URIRef):
        return Iri(term)
    return term.toPython() if term is not None else None


def by_rdflib(graph: rdflib.Graph, sparql: str) -> Rows:
    """Return the answer of rdflib's own engine as rows."""
    result = graph.query(prefixed(sparql))
    columns = [str(variable) for variable in result.vars or ()]
    return Rows(columns, ([plain(row[name]) for name in columns] for row in result))


def test_every_question_has_its_answers_and_the_reverse() -> None:
    """A question without an answer file is a failure, and so is an answer without a question."""
    expected = questions.names()

    assert len(expected) >= 40
    assert sorted(path.stem for path in ON_SHIPPED.glob("*.csv")) == expected
    assert sorted(path.stem for path in ANSWERS.glob("*.csv")) == [
        name for name in expected if not names_an_entity(name)
    ]


@pytest.mark.parametrize("name", [n for n in questions.names() if not names_an_entity(n)])
def test_question(worlds: Store, name: str) -> None:
    """Both engines give the expected rows, in the same order, and there is at least one."""
    expected = (ANSWERS / f"{name}.csv").read_text("utf-8")
    rows = questions.ask(worlds, name)

    assert rows
    assert as_text(rows) == expected
    assert by_rdflib(worlds.as_rdflib(), questions.text(name)) == rows


@pytest.mark.parametrize("name", [n for n in questions.names() if names_an_entity(n)])
def test_question_about_an_entity(shipped: Store, name: str) -> None:
    """A question about one entity gets equal rows from both engines on the shipped data."""
    rows = questions.ask(shipped, name)

    assert rows
    assert by_rdflib(shipped.as_rdflib(), questions.text(name)) == rows


@pytest.mark.parametrize("name", questions.names())
def test_answer_on_the_shipped_data(shipped: Store, name: str) -> None:
    """The shipped data give the answer that was read and kept, and it is not empty."""
    expected = (ON_SHIPPED / f"{name}.csv").read_text("utf-8")
    rows = questions.ask(shipped, name)

    assert rows
    assert as_text(rows) == expected


@pytest.mark.parametrize("name", questions.names())
def test_form_of_a_question(name: str) -> None:
    """A question opens with itself in English, needs no prefixes, and fixes its order."""
    text = questions.text(name)
    expected = questions.title(name)

    assert text.startswith(f"# {expected}\n")
    assert expected.endswith("?")
    assert "PREFIX" not in text
    assert "ORDER BY" in text
    assert name == name.lower()


def test_titles_are_apart() -> None:
    """No two questions ask the same."""
    titles = [questions.title(name) for name in questions.names()]

    assert len(set(titles)) == len(titles)


def test_an_unknown_question_is_refused(tiny: Store) -> None:
    """A misspelt name is refused with the nearest, and says how to list all."""
    with pytest.raises(
        NameNotFoundError, match=r"'detention'.*'detentions'.*isgraph ask"
    ) as caught:
        questions.ask(tiny, "detention")

    assert caught.value.name == "detention"
    assert "detentions" in caught.value.nearest


def write_answers() -> None:
    """Write the answers of every question, and take away those of questions that are gone."""
    ON_SHIPPED.mkdir(parents=True, exist_ok=True)
    for path in [*ANSWERS.glob("*.csv"), *ON_SHIPPED.glob("*.csv")]:
        path.unlink()
    for folder, store in ((ANSWERS, two_worlds()), (ON_SHIPPED, load())):
        for name in questions.names():
            if folder == ON_SHIPPED or not names_an_entity(name):
                text = as_text(questions.ask(store, name))
                (folder / f"{name}.csv").write_bytes(text.encode())


if __name__ == "__main__":
    write_answers()
