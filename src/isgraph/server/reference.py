"""Reference: a query answered by rdflib, as a second opinion, in a child within limits."""

from __future__ import annotations

from typing import Any

from isgraph.errors import QueryError
from isgraph.server.child import run
from isgraph.server.guard import guard
from isgraph.server.limits import USUAL, Limits
from isgraph.server.refusal import Refusal
from isgraph.store import Store
from isgraph.terms import PREFIXES

_FORMATS = {"application/sparql-results+json": "json", "application/n-triples": "nt"}
_ROWS, _TRIPLES = _FORMATS


def ask_rdflib(store: Store, sparql: str, limits: Limits = USUAL) -> tuple[str, bytes]:
    """Answer a query with rdflib, whatever the query would do to it or through it.

    rdflib reads files and addresses that a query names, and can run for hours;
    a child that may open nothing and has little time holds it.

    Returns
    -------
    media_type, body
        SPARQL results as JSON, or N-Triples for CONSTRUCT and DESCRIBE.

    Raises
    ------
    QueryError
        If the query is refused, takes too long or too much, or is no SPARQL.

    Examples
    --------
    >>> ask_rdflib(tiny, "ASK { ?x isg:detains ?y }")[1]
    b'{"head": {}, "boolean": true}'
    """
    try:
        guard(sparql, limits)
        return run(_Asking(store.in_memory(), sparql), limits)
    except Refusal as refusal:
        raise QueryError(refusal.message, line=refusal.line, column=refusal.column) from refusal


class _Asking:
    """The work of one query."""

    def __init__(self, store: Store, sparql: str) -> None:
        self._store, self._sparql = store, sparql
        self._graph: Any = None

    def prepare(self) -> None:
        """Import what reads files, the writers of answers too."""
        self._graph = self._store.as_rdflib()
        for sample in ("ASK {}", "CONSTRUCT {} {}"):
            _written(self._graph.query(sample))

    def answer(self) -> tuple[str, bytes]:
        from pyparsing import ParseBaseException

        try:
            return _written(self._graph.query(self._sparql, initNs=PREFIXES))
        except ParseBaseException as error:
            raise QueryError(
                f"rdflib does not read the query at line {error.lineno}, column {error.column}.",
                line=error.lineno,
                column=error.column,
            ) from error
        except (MemoryError, RecursionError):
            raise
        except Exception as error:
            raise QueryError(
                f"rdflib fails at the query, by {type(error).__name__}: {error}. "
                "Ask without --engine rdflib."
            ) from error


def _written(answer: Any) -> tuple[str, bytes]:
    media_type = _ROWS if answer.type in ("SELECT", "ASK") else _TRIPLES
    return media_type, answer.serialize(format=_FORMATS[media_type])
