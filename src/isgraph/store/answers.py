"""Answers of the engine: as rows for Python, or as bytes in the formats of the standards."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any

import pyoxigraph as ox

from isgraph.errors import FormatError, QueryError
from isgraph.rows import Rows
from isgraph.store.border import python_row
from isgraph.terms import PREFIXES

if TYPE_CHECKING:
    from isgraph.store.local import Store

JSON_RESULTS = "application/sparql-results+json"
TURTLE = "text/turtle"
N_TRIPLES = "application/n-triples"

RESULTS = (JSON_RESULTS, "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
"""Media types of the answer to a SELECT or an ASK; the first is the one sent unasked."""

TRIPLES = (TURTLE, N_TRIPLES, "application/ld+json", "application/rdf+xml")
"""Media types of the answer to a CONSTRUCT or a DESCRIBE; the first is the one sent unasked."""


def rows_of(answer: Any, store: Store | None = None) -> Rows:
    """Return an answer of the engine as rows that know the store they come from.

    Raises
    ------
    QueryError
        If the engine fails while it answers.
    """
    try:
        if isinstance(answer, ox.QueryBoolean):
            return Rows(["answer"], [["true" if answer else "false"]], store=store)
        if isinstance(answer, ox.QueryTriples):
            columns = ["subject", "predicate", "object"]
        else:
            columns = [variable.value for variable in answer.variables]
        return Rows(columns, map(python_row, answer), store=store)
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"The query cannot be answered: {error}") from error


Terms = tuple[list[str], list[tuple[Any, ...]]]
"""The columns of an answer and its rows, as terms of the engine."""


def read(media_type: str, body: bytes) -> Terms:
    """Return the answer that another engine gives as bytes: results, or N-Triples.

    Raises
    ------
    SyntaxError, ValueError
        If it is no answer of that media type.

    Examples
    --------
    >>> read(JSON_RESULTS, b'{"head": {}, "boolean": true}')[0]
    ['answer']
    """
    if media_type == N_TRIPLES:
        triples = [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)]
        return ["subject", "predicate", "object"], list(map(tuple, triples))
    form = ox.QueryResultsFormat.from_media_type(media_type)
    if form is None:
        raise SyntaxError(f"it comes as {media_type or 'nothing known'}")
    answer = ox.parse_query_results(body, format=form)
    if isinstance(answer, ox.QueryBoolean):
        return ["answer"], [(ox.Literal("true" if answer else "false"),)]
    columns = [variable.value for variable in answer.variables]
    return columns, list(map(tuple, answer))


def rows_from(media_type: str, body: bytes, store: Store | None = None) -> Rows:
    """Return the answer that another engine gives as bytes, as rows."""
    columns, found = read(media_type, body)
    return Rows(columns, map(python_row, found), store=store)


_PREFIX = re.compile(rb"@prefix (\w*): <[^>]*> \.\n")


def tidied(media_type: str, body: bytes) -> bytes:
    r"""Return an answer without the prefixes that it declares and does not use, if it is Turtle.

    Examples
    --------
    >>> tidied(TURTLE, b"@prefix a: <urn:a:> .\n@prefix b: <urn:b:> .\na:x a:y a:z .\n")
    b'@prefix a: <urn:a:> .\na:x a:y a:z .\n'
    """
    if media_type != TURTLE:
        return body
    head, start = [], 0
    while found := _PREFIX.match(body, start):
        head.append(found)
        start = found.end()
    used = (line[0] for line in head if re.compile(rb"\b" + line[1] + b":").search(body, start))
    return b"".join(used) + body[start:]


def write(answer: Any, results: str | None, triples: str | None, into: IO[bytes]) -> str:
    """Write an answer of the engine as bytes, and return their media type.

    Raises
    ------
    FormatError
        If the media type given for this kind of answer is none of it.
    QueryError
        If the engine fails.
    """
    is_graph = isinstance(answer, ox.QueryTriples)
    wanted = triples if is_graph else results
    rdf = ox.RdfFormat.from_media_type(wanted) if wanted and is_graph else None
    rows = ox.QueryResultsFormat.from_media_type(wanted) if wanted and not is_graph else None
    if rdf is None and rows is None:
        offered = TRIPLES if is_graph else RESULTS
        raise FormatError(f"The answer to this query comes as one of: {', '.join(offered)}.")
    try:
        if rdf:
            ox.serialize(answer, into, format=rdf, prefixes=PREFIXES)
        else:
            answer.serialize(into, format=rows)
        return str(wanted)
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"The query cannot be answered: {error}") from error
