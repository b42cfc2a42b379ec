"""What can be chosen of the questions, and what they say of themselves."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
import rdflib
from click.testing import Result

from isgraph import questions
from isgraph.dates import days
from isgraph.errors import NameNotFoundError
from isgraph.rows import Rows
from isgraph.store import Store, bound, load
from isgraph.terms import Literal
from tests.questions.test_questions import by_rdflib, two_worlds

PARAMETERS = [
    (name, parameter.column)
    for name in questions.names()
    for parameter in questions.question(name).parameters
]
SHARED = {"on", "known-by", "certainly", "kind", "status", "format", "draw", "data", "explain"}
_SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


@cache
def answer(name: str) -> Rows:
    """Return the open answer to a question on the shipped data."""
    return load().query(questions.text(name))


def test_there_are_parameters() -> None:
    """Most questions can be narrowed."""
    assert len(PARAMETERS) > 90


@pytest.mark.parametrize(("name", "column"), PARAMETERS)
def test_a_parameter_keeps_the_rows_that_have_it(shipped: Store, name: str, column: str) -> None:
    """With a parameter, the answer is the open one without the other rows, in its order."""
    choices = questions.choices(shipped, questions.question(name), column)
    chosen = choices[len(choices) // 2]
    expected = [row for row in answer(name) if getattr(row, column) == chosen]

    assert expected
    assert questions.ask(shipped, name, **{column: chosen}) == expected


@pytest.mark.slow
@pytest.mark.parametrize(("name", "column"), PARAMETERS)
def test_rdflib_keeps_the_same_rows(name: str, column: str) -> None:
    """A narrowed question means the same in rdflib's engine, on the two tiny worlds."""
    store = two_worlds()
    asked = questions.question(name)
    choices = questions.choices(store, asked, column)
    chosen = choices[0] if choices else "nothing"
    terms = [Literal(chosen, None, "en"), Literal(chosen)] if isinstance(chosen, str) else [chosen]
    text = bound(asked.sparql, {column: terms})
    found = by_rdflib(store.as_rdflib(), text)

    assert found == store.query(text)
    assert bool(found) == bool(choices)


def test_a_name_may_be_an_alias(shipped: Store) -> None:
    """What an actor is also called chooses it, whatever the capitals."""
    expected = questions.ask(shipped, "detentions", custodian="Syrian Democratic Forces")

    assert expected
    assert questions.ask(shipped, "detentions", custodian="sdf") == expected


def test_a_place_takes_in_what_is_within(shipped: Store) -> None:
    """Troops in Syria are also those in a part of it."""
    found = {row.place for row in questions.ask(shipped, "troops", place="Syria")}

    assert found == {"Syria (territory)", "north-east Syria"}


def test_what_cannot_be_chosen_is_refused(shipped: Store) -> None:
    """An unknown parameter and a value that no row has are named, with what is near."""
    with pytest.raises(NameNotFoundError, match=r"no parameter 'nobody'.*custodian \(--by\), held"):
        questions.ask(shipped, "detentions", nobody="x")
    with pytest.raises(NameNotFoundError, match=r"has 'Rusia' as its deployer.*'Russia'"):
        questions.ask(shipped, "troops", deployer="Rusia")


def test_a_question_is_asked_of_a_day(tiny: Store) -> None:
    """A day, a month and a certainty narrow a question as they narrow a store."""
    expected = tiny.restrict(on=days("2024-07"), certainly=True).query(questions.text("backers"))

    assert expected
    assert questions.ask(tiny, "backers", on=days("2024-07"), certainly=True) == expected
    assert questions.ask(tiny, "backers", on=date(2023, 1, 1)) == []


@pytest.mark.parametrize("name", questions.names())
def test_a_question_tells_of_itself(name: str) -> None:
    """It is explained, its options are its own and stand for columns, and its chart fits."""
    asked = questions.question(name)
    options = [parameter.option for parameter in asked.parameters]

    assert asked.explanation.endswith(".")
    assert asked.columns == answer(name).columns
    assert {parameter.column for parameter in asked.parameters} <= set(asked.columns)
    assert len(set(options)) == len(options)
    assert not SHARED & set(options)
    assert asked.chart is None or {asked.chart.of, asked.chart.by} <= set(asked.columns)


@pytest.mark.parametrize("name", questions.names())
def test_the_example_of_a_question_runs(cli: Callable[..., Result], name: str) -> None:
    """What its help shows can be typed as it stands, and finds something."""
    words = shlex.split(questions.question(name).example)
    result = cli(*words[1:])

    assert words[:3] == ["isgraph", "ask", name]
    assert result.exit_code == 0, result.output
    assert "\n0 rows" not in result.stderr


def test_the_list_has_all(tiny: Store) -> None:
    """The list for editors names each question with its choices."""
    listed = {item["name"]: item for item in questions.listing(tiny)}
    by = listed["detentions"]["parameters"][0]

    assert sorted(listed) == questions.names()
    assert (by["option"], by["column"], by["choices"]) == ("by", "custodian", ["Group A"])


def test_the_list_can_be_sent(shipped: Store) -> None:
    """Days and numbers among the choices are such as JSON has."""
    json.dumps(questions.listing(shipped))
