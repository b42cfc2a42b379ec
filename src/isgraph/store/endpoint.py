"""Endpoint: the same store at a SPARQL 1.1 endpoint of somebody else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import IO, Any

import pyoxigraph as ox

from isgraph.errors import FormatError, QueryError, StoreError
from isgraph.rows import Rows, Value
from isgraph.store.answers import JSON_RESULTS, N_TRIPLES, Terms, read
from isgraph.store.border import DATA, python_row
from isgraph.store.local import ONTOLOGY_GRAPH, Store
from isgraph.store.paging import page_of
from isgraph.store.spelling import bound, prefixed
from isgraph.store.wire import Wire
from isgraph.terms import Term

_ACCEPT = f"{JSON_RESULTS}, {N_TRIPLES};q=0.9, application/sparql-results+xml;q=0.5"
_ALL = "{ ?s ?p ?o }"
Tell = Callable[[str], object]


class Endpoint(Store):
    """A store behind a SPARQL 1.1 endpoint.

    Queries and questions are answered there. What needs the whole graph, such
    as `show`, `draw`, `restrict` or an rdflib view, works on a copy that is
    fetched once, when it is first needed.

    Parameters
    ----------
    url
        Where queries are sent.
    graph
        The named graph that holds the data; the ontology may stand beside it
        in its own. Without it the server's default graph is asked.
    page
        Rows to a page where the server cuts long answers.
    tell
        Is told of what takes long.
    """

    _is_elsewhere = True

    def __init__(
        self,
        url: str,
        *,
        graph: str | None = None,
        user: str | None = None,
        password: str | None = None,
        timeout: float = 60.0,
        page: int = 5000,
        tell: Tell | None = None,
    ) -> None:
        self._wire = Wire(url, user=user, password=password, timeout=timeout)
        self._graph, self._page, self._tell = graph, page, tell

    def __repr__(self) -> str:
        """Say where it is; nothing is fetched for that."""
        return f"<Endpoint {self._wire.url}>"

    def query(self, sparql: str, **values: Value | Term | list[Any]) -> Rows:
        """Answer a SPARQL query at the endpoint, as `Store.query` does.

        An answer that the server cuts is fetched page by page.

        Raises
        ------
        QueryError
            If the server refuses the query, or cuts an answer that cannot be
            fetched by pages.
        StoreError
            If the server does not answer, or not in SPARQL's formats.
        """
        text = bound(sparql, values)
        rows = self._rows(self._fetched(prefixed(text), self._graphs()))
        rows.sparql = text
        return rows

    def respond_into(
        self, body: IO[bytes], sparql: str, results: str | None, triples: str | None
    ) -> str:
        """Write the answer of the endpoint as it comes, and return its media type."""
        accept = ", ".join(kind for kind in (results, triples) if kind)
        response = self._wire.send(
            "POST", accept=accept, data=_form(prefixed(sparql), self._graphs())
        )
        kind = _kind(response)
        if kind not in (results, triples):
            raise FormatError(f"{self._wire.url} answers as {kind}, not as {accept}.")
        if _cut_at(response):
            raise QueryError(f"{self._wire.url} cuts the answer. Add LIMIT, or use rows.")
        body.write(response.content)
        return kind

    @cached_property
    def _engine(self) -> Any:  # type: ignore[override]
        """A copy of the data in memory, beside the shipped ontology."""
        if self._tell:
            self._tell(f"Copying {self._wire.url} …")
        local = Store()
        known = set(local._engine.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH))
        quads = (ox.Quad(t.subject, t.predicate, t.object, DATA) for t in self._all())
        local._engine.extend(
            quad
            for quad in quads
            if ox.Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY_GRAPH) not in known
        )
        return local._engine

    def _all(self) -> list[Any]:
        """Return every triple of the data, checked against the server's own count."""
        graphs = [self._graph] if self._graph else []
        count = self._rows(
            self._fetched(f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT ?s ?p ?o {_ALL} }}", graphs)
        )[0].n
        _, found = self._fetched(f"SELECT ?s ?p ?o {_ALL}", graphs)
        triples = {ox.Triple(*terms) for terms in found}
        if len(triples) < count:
            raise StoreError(
                f"{self._wire.url} gives {len(triples):,} of its {count:,} triples. "
                "Name its graph=…, or a smaller page=….",
                place=self._wire.url,
            )
        return sorted(triples, key=str)

    def _fetched(self, text: str, graphs: list[str]) -> Terms:
        """Return a whole answer, by pages where the server cuts it."""
        (columns, found), most = self._sent(text, graphs)
        if most is None or len(found) < most:
            return columns, found
        found, size, nested = [], min(most, self._page), False
        while True:
            cut = page_of(text, columns, len(found), size, nested=nested)
            try:
                (_, page), _ = self._sent(cut, graphs)
            except (QueryError, StoreError) as error:
                if "SR353" not in str(error) or nested:
                    raise
                nested = True  # Virtuoso sorts no more than 10,000 rows at the outermost level
                continue
            found += page
            if self._tell and len(found) % (20 * size) == 0:
                self._tell(f"{len(found):,} rows")
            if len(page) < size:
                return columns, found

    def _sent(self, text: str, graphs: list[str]) -> tuple[Terms, int | None]:
        """Return one answer, and how many rows the server gives at most if it may cut some."""
        response = self._wire.send("POST", accept=_ACCEPT, data=_form(text, graphs))
        kind = _kind(response)
        try:
            cut = None if kind == N_TRIPLES else _cut_at(response)
            return read(kind, response.content), cut
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"{self._wire.url} does not answer in the formats of SPARQL: {error}. "
                "Is it the address of the endpoint, and not of a page about it?",
                place=self._wire.url,
            ) from error

    def _rows(self, answer: Terms) -> Rows:
        columns, found = answer
        return Rows(columns, map(python_row, found), store=self)

    def _graphs(self) -> list[str]:
        return [self._graph, ONTOLOGY_GRAPH.value] if self._graph else []


def _form(text: str, graphs: list[str]) -> list[tuple[str, str]]:
    return [("query", text), *(("default-graph-uri", graph) for graph in graphs)]


def _kind(response: Any) -> str:
    return str(response.headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _cut_at(response: Any) -> int | None:
    """Return how many rows the server gives at most, where it says that it may have cut some."""
    said = response.headers.get("X-SPARQL-MaxRows", "")
    return int(said) if said.isdecimal() else None
