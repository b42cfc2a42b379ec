"""Border: terms of ours into the engine's, and back; the only place that knows both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pyoxigraph as ox

from isgraph.rows import Row, Value
from isgraph.terms import XSD, Iri, Literal, Term, Triple

DATA = ox.DefaultGraph()


def to_engine(value: Any) -> Any:
    """Return a term or a plain value as the engine's term.

    Raises
    ------
    TypeError
        If no term can hold the value.
    """
    match value:
        case Literal(text, datatype, language):
            if language:
                return ox.Literal(text, language=language)
            return ox.Literal(text, datatype=ox.NamedNode(datatype) if datatype else None)
        case bool():
            return ox.Literal(value)
        case date():
            return ox.Literal(value.isoformat(), datatype=ox.NamedNode(XSD + "date"))
        case int() | float():
            return ox.Literal(value)
        case Iri():
            return ox.NamedNode(value)
        case str() if "://" in value:
            return ox.NamedNode(value)
        case str():
            return ox.Literal(value)
    raise TypeError(f"{value!r} of type {type(value).__name__} cannot be a term")


def quad(triple: Triple) -> ox.Quad:
    """Return a triple of the data as the engine keeps it."""
    subject, predicate, object_ = map(to_engine, triple)
    return ox.Quad(subject, predicate, object_, DATA)


def triple(found: Any) -> Triple:
    """Return a quad or triple of the engine as ours."""
    return Iri(found.subject.value), Iri(found.predicate.value), term(found.object)


def term(found: Any) -> Term:
    """Return a term of the engine as ours; a plain text has no datatype."""
    if isinstance(found, ox.Literal):
        if found.language:
            return Literal(found.value, None, found.language)
        datatype = found.datatype.value
        return Literal(found.value, None if datatype == XSD + "string" else Iri(datatype), None)
    return Iri(found.value if isinstance(found, ox.NamedNode) else str(found))


def to_python(found: Any) -> Value:
    """Return a term of the engine as the plain value that a row holds."""
    value = term(found) if found is not None else None
    if not isinstance(value, Literal):
        return value
    try:
        match (value.datatype or "").removeprefix(XSD):
            case "integer" | "positiveInteger" | "nonNegativeInteger":
                return int(value.text)
            case "decimal" | "double" | "float":
                return float(value.text)
            case "date":
                return date.fromisoformat(value.text)
    except ValueError:
        pass
    return value.text


def python_row(terms: Iterable[Any]) -> Row:
    """Return a solution of the engine as a row of plain values."""
    return tuple(map(to_python, terms))
