"""The shipped questions: one `.rq` file each, whose head tells it to a reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from isgraph.dates import When
from isgraph.entities import bearers, fold, nearest
from isgraph.errors import NameNotFoundError
from isgraph.evidence import restrict
from isgraph.questions.question import Chart, Parameter, Question, parse
from isgraph.rows import Rows, Value
from isgraph.store import Store, bound
from isgraph.terms import Literal

_FOLDER = Path(__file__).parent
_MOST_NAMED = 5


def names() -> list[str]:
    """Return the names of the shipped questions, sorted.

    Examples
    --------
    >>> "detentions" in names()
    True
    """
    return sorted(file.stem for file in _FOLDER.glob("*.rq"))


def question(name: str) -> Question:
    """Return a shipped question.

    Raises
    ------
    NameNotFoundError
        If there is no such question; the message names the nearest.

    Examples
    --------
    >>> question("detentions").title
    'Who detains whom, since when, and who says so?'
    """
    known = names()
    if name not in known:
        raise NameNotFoundError(
            f"No question {name!r}.{nearest(name, known)} `isgraph ask` lists them all.",
            name=name,
            nearest=known,
        )
    return parse(name, (_FOLDER / f"{name}.rq").read_text("utf-8"))


def title(name: str) -> str:
    """Return a question in English.

    Examples
    --------
    >>> title("detentions")
    'Who detains whom, since when, and who says so?'
    """
    return question(name).title


def text(name: str) -> str:
    """Return the SPARQL of a question, its title as a comment before it."""
    return question(name).sparql


def ask(
    store: Store,
    name: str,
    *,
    on: When | str | None = None,
    known_by: date | str | None = None,
    certainly: bool = False,
    **given: Value,
) -> Rows:
    """Answer a shipped question.

    Parameters
    ----------
    on, known_by, certainly
        Of which day; see `isgraph.restrict`.
    given
        What some of its parameters are to be, by the names of their columns.
        A name may be a label or an alias, and a place takes in the places
        within it. None leaves a parameter open; one not given has its default.

    Raises
    ------
    NameNotFoundError
        If there is no such question or parameter, or no answer has the value.

    Examples
    --------
    >>> ask(tiny, "detentions")[0].custodian
    'Group A'
    >>> len(ask(tiny, "detentions", custodian="Group A"))
    1
    """
    kept = restrict(store, on=on, known_by=known_by, certainly=certainly)
    return kept.query(spelled(store, name, **given))


def spelled(store: Store, name: str, **given: Value) -> str:
    """Return a shipped question as SPARQL in which its parameters are chosen as for `ask`.

    Raises
    ------
    NameNotFoundError
        If there is no such question or parameter, or no answer has the value.

    Examples
    --------
    >>> print(spelled(tiny, "detentions", custodian="Group A").splitlines()[-2])
      FILTER(?custodian IN ("Group A"@en, "Group A"))
    """
    asked = question(name)
    known = {parameter.column: parameter for parameter in asked.parameters}
    for column in given:
        if column not in known:
            named = ", ".join(f"{name} (--{one.option})" for name, one in known.items())
            there = f" There are: {named}." if known else " It has none."
            raise NameNotFoundError(
                f"The question {name!r} has no parameter {column!r}.{there}",
                name=column,
                nearest=list(known),
            )
    wanted = {column: parameter.default for column, parameter in known.items()} | given
    terms = {
        column: _terms(store, asked, column, value)
        for column, value in wanted.items()
        if value is not None
    }
    return bound(asked.sparql, terms)


def choices(store: Store, asked: Question, column: str) -> list[Value]:
    """Return what a parameter of a question can be: what its column holds, sorted.

    Examples
    --------
    >>> choices(tiny, question("detentions"), "custodian")
    ['Group A']
    """
    return _sorted(store.query(asked.sparql).by_column()[column])


def listing(store: Store) -> list[dict[str, Any]]:
    """Return all questions with what their parameters can be, as plain dictionaries.

    Examples
    --------
    >>> [item["title"] for item in listing(tiny) if item["name"] == "detentions"]
    ['Who detains whom, since when, and who says so?']
    """
    return [_listed(store, question(name)) for name in names()]


def _listed(store: Store, asked: Question) -> dict[str, Any]:
    columns = store.query(asked.sparql).by_column() if asked.parameters else {}
    return {
        "name": asked.name,
        "title": asked.title,
        "explanation": asked.explanation,
        "example": asked.example,
        "sparql": asked.sparql,
        "chart": asked.chart and asked.chart._asdict(),
        "parameters": [
            parameter._asdict() | {"choices": list(map(_plain, _sorted(columns[parameter.column])))}
            for parameter in asked.parameters
        ],
    }


def _plain(value: Value) -> str | int | float | None:
    """Return a value as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value


def _sorted(values: list[Value]) -> list[Value]:
    found = [[value] for value in dict.fromkeys(values) if value is not None]
    return [row[0] for row in Rows(["value"], found).sorted_by("value")]


def _terms(store: Store, asked: Question, column: str, value: Value) -> list[Any]:
    """Return the terms that a column has where it shows a value, or a place within it."""
    there = {str(choice): choice for choice in choices(store, asked, column)}
    labels = [choice for choice in there if fold(choice) == fold(str(value))]
    for thing in () if labels else bearers(store, str(value)):
        within = f"SELECT ?label {{ ?x isg:locatedIn* <{thing.iri}> ; rdfs:label ?label }}"
        labels += [row.label for row in store.query(within) if row.label in there]
    if not labels:
        first = ", ".join(map(repr, sorted(there)[:_MOST_NAMED]))
        more = f" and {len(there) - _MOST_NAMED} more" if len(there) > _MOST_NAMED else ""
        close = nearest(str(value), there) or (f" There are: {first}{more}." if there else "")
        raise NameNotFoundError(
            f"No answer to {asked.name!r} has {value!r} as its {column}.{close} "
            f"`isgraph ask {asked.name}` shows all.",
            name=str(value),
            nearest=list(there),
        )
    return [term for label in labels for term in _forms(there[label])]


def _forms(value: Value) -> list[Any]:
    """Return the terms that are shown as a value: a text may be in English or in no language."""
    return [Literal(value, None, "en"), Literal(value)] if isinstance(value, str) else [value]


__all__ = [
    "Chart",
    "Parameter",
    "Question",
    "ask",
    "choices",
    "listing",
    "names",
    "question",
    "spelled",
    "text",
    "title",
]
