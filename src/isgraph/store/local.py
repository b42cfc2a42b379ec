"""Local: triples in memory or in a directory, asked by SPARQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pyoxigraph as ox

from isgraph.errors import LoadError, QueryError, StoreError, WrongTypeError
from isgraph.files import ontology_path
from isgraph.rows import Rows, Value
from isgraph.store.answers import JSON_RESULTS, TURTLE, rows_of, tidied, write
from isgraph.store.border import DATA, quad, to_engine, triple
from isgraph.store.snapshot import Snapshot
from isgraph.store.spelling import bound, query_error
from isgraph.terms import PREFIXES, Literal, Term, Triple
from isgraph.vocab import ISG

if TYPE_CHECKING:
    from rdflib import Graph

    from isgraph.diagram import Figure
    from isgraph.profile import Profile

ONTOLOGY_GRAPH = ox.NamedNode("https://w3id.org/isgraph/ontology")


class Store:
    """Data with the ontology that describes them.

    The data stand in the default graph and the ontology in a named one;
    a query sees both as one.

    Examples
    --------
    >>> from isgraph.terms import Iri
    >>> store = Store()
    >>> store.add([(Iri("https://w3id.org/isgraph/actor/group-a"),
    ...             Iri("https://w3id.org/isgraph/ontology#detains"),
    ...             Iri("https://w3id.org/isgraph/actor/group-b"))])
    >>> store.query("SELECT ?who { ?who isg:detains ?whom }")
    [Row(who='https://w3id.org/isgraph/actor/group-a')]
    """

    version = 0
    """Grows with each change, so that what was made of an older state is made anew."""
    snapshot: Snapshot | None = None
    """The state of the directory that was opened, if it can only be read."""

    _is_elsewhere = False
    """Whether the triples are on a disk or at a server."""

    def __init__(self, directory: Path | None = None, *, read_only: bool = False) -> None:
        self._is_elsewhere = directory is not None
        if directory and read_only:
            self.snapshot = Snapshot.of(directory)
        try:
            opened = ox.Store.read_only if read_only else ox.Store
            self._engine = opened(str(directory)) if directory else ox.Store()
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"The store directory {directory} does not open: {error}. Another process may be "
                "writing it, or it is damaged: `isgraph load --into` writes it anew.",
                place=str(directory),
            ) from error
        if read_only or self._engine.contains_named_graph(ONTOLOGY_GRAPH):
            return
        for name in ("isgraph.ttl", "lists.ttl"):
            self._load(ontology_path(name), ONTOLOGY_GRAPH)

    def load(self, path: Path) -> None:
        """Add the triples of a Turtle file to the data.

        Raises
        ------
        StoreError
            If the file cannot be read.
        LoadError
            If it is not Turtle; nothing of it is kept.
        """
        self._load(path, DATA)

    def parse(self, text: str | bytes) -> None:
        """Add the triples of a Turtle text to the data; bytes are read as UTF-8.

        Raises
        ------
        LoadError
            If it is not Turtle; nothing of it is kept.
        """
        self.version += 1
        try:
            content = text.encode() if isinstance(text, str) else text
            self._engine.load(content, format=ox.RdfFormat.TURTLE, to_graph=DATA)
        except SyntaxError as error:
            raise LoadError(
                f"line {error.lineno}: not Turtle: {error.msg}", path="", line=error.lineno
            ) from error

    def _load(self, path: Path, graph: ox.NamedNode | ox.DefaultGraph) -> None:
        self.version += 1
        try:
            self._engine.load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=graph)
        except SyntaxError as error:
            raise LoadError(
                f"{path}, line {error.lineno}, column {error.offset}: not Turtle: {error.msg}. "
                "Mend the line, or bring the file back from version control.",
                path=str(path),
                line=error.lineno,
                column=error.offset,
            ) from error
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise StoreError(
                f"{path} cannot be read: {reason}. Name a Turtle file with --data, "
                "or leave the option out for the shipped data.",
                place=str(path),
            ) from error

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples to the data."""
        self.version += 1
        self._engine.extend(map(quad, triples))

    def remove(self, triples: Iterable[Triple]) -> None:
        """Take triples out of the data; those that are not there do no harm."""
        self.version += 1
        for gone in triples:
            self._engine.remove(quad(gone))

    def without(self, nodes: Iterable[str]) -> Store:
        """Return a copy in memory, without the triples from and to some nodes.

        Examples
        --------
        >>> len(tiny.without([])) == len(tiny)
        True
        """
        gone = set(map(ox.NamedNode, nodes))
        quads: Iterable[Any] = self._engine.quads_for_pattern(None, None, None, None)
        if gone:
            quads = (q for q in quads if q.subject not in gone and q.object not in gone)
        answer = Store.__new__(Store)
        answer._engine = ox.Store()
        answer._engine.bulk_extend(quads)
        return answer

    def in_memory(self) -> Store:
        """Return the store itself if its triples are in memory, else a copy that is.

        What forks a process needs this: files and connections are not for two.

        Examples
        --------
        >>> tiny.in_memory() is tiny
        True
        """
        return self.without([]) if self._is_elsewhere else self

    def pairs(self, predicate: str) -> tuple[list[str], list[str]]:
        """Return the subjects of a predicate and beside them its objects, as plain texts.

        Many times quicker than `match` where a part of all claims is wanted.

        Examples
        --------
        >>> subjects, objects = tiny.pairs("https://w3id.org/isgraph/ontology#disputes")
        >>> subjects[0][-5:], objects[0][-5:]
        ('c0008', 'c0007')
        """
        found = self._engine.quads_for_pattern(None, ox.NamedNode(predicate), None, None)
        both = [(quad.subject.value, quad.object.value) for quad in found]  # type: ignore[union-attr]
        return [one for one, _ in both], [other for _, other in both]

    def data(self) -> Iterator[Triple]:
        """Yield the triples of the data, without the ontology, in no order."""
        return map(triple, self._engine.quads_for_pattern(None, None, None, DATA))

    def triples(self) -> Iterator[Triple]:
        """Yield all triples, the ontology included, in no order."""
        return map(triple, self._engine.quads_for_pattern(None, None, None, None))

    def match(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object_: Term | str | None = None,
    ) -> Iterator[Triple]:
        """Yield the triples that have the given parts, in no order.

        A text that no IRI can be, such as one with a space, has none.
        """
        parts: list[Any] = [subject, predicate, object_]
        try:
            s, p, o = (to_engine(part) if part is not None else None for part in parts)
            return map(triple, self._engine.quads_for_pattern(s, p, o, None))
        except (TypeError, ValueError):
            return iter(())

    def values(self, subject: str, predicate: str) -> list[Term]:
        """Return the objects of a subject and predicate, sorted."""
        return sorted((triple[2] for triple in self.match(subject, predicate)), key=str)

    def text(self, subject: str, predicate: str) -> str | None:
        """Return the text of the one value of a subject and predicate, or None."""
        for _, _, value in self.match(subject, predicate):
            return value.text if isinstance(value, Literal) else str(value)
        return None

    def query(self, sparql: str, **values: Value | Term | list[Any]) -> Rows:
        """Answer a SPARQL query; the prefixes of isgraph need no declaration.

        Parameters
        ----------
        values
            What some variables of the query are to be; each has to be among
            the variables that it selects. None leaves a variable open, and
            a list gives it several terms to choose from.

        Returns
        -------
        Rows
            For SELECT a row per solution; for ASK one row with `answer`;
            for CONSTRUCT and DESCRIBE rows of `subject, predicate, object`.

        Raises
        ------
        QueryError
            If the text is not SPARQL, asks for an update, or does not select
            a variable that is given.
        """
        if not isinstance(sparql, str):
            raise WrongTypeError(f"{sparql!r} is no query: write SPARQL as a text.")
        text = bound(sparql, values)
        rows = rows_of(self._answer(text), self)
        rows.sparql = text
        return rows

    def respond(
        self, sparql: str, results: str | None = JSON_RESULTS, triples: str | None = TURTLE
    ) -> tuple[str, bytes]:
        """Answer a SPARQL query as bytes, in a format of the SPARQL or RDF standards.

        Parameters
        ----------
        results, triples
            The media type wanted if the query is a SELECT or ASK, and if it
            is a CONSTRUCT or DESCRIBE; None if none is acceptable.

        Returns
        -------
        media_type, body

        Raises
        ------
        QueryError
            If the text is not SPARQL, or asks for an update.
        FormatError
            If its kind of answer has no such media type.

        Examples
        --------
        >>> tiny.respond("ASK { ?who isg:detains ?whom }")[1]
        b'{"head":{},"boolean":true}'
        """
        body = BytesIO()
        media_type = self.respond_into(body, sparql, results, triples)
        return media_type, tidied(media_type, body.getvalue())

    def respond_into(
        self, body: IO[bytes], sparql: str, results: str | None, triples: str | None
    ) -> str:
        """Write the answer to a SPARQL query, as `respond` does, and return its media type."""
        return write(self._answer(sparql), results, triples, body)

    def _answer(self, sparql: str) -> Any:
        try:
            return self._engine.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise query_error(sparql, str(error)) from error
        except (RuntimeError, OSError, ValueError) as error:
            raise QueryError(f"The query cannot be answered: {error}") from error

    def ask(self, name: str, **choices: Any) -> Rows:
        """Answer a shipped question, as `isgraph.ask` does.

        Examples
        --------
        >>> tiny.ask("detentions")[0].custodian
        'Group A'
        """
        import isgraph

        return isgraph.ask(self, name, **choices)

    def show(self, name: str, **choices: Any) -> Profile:
        """Gather everything that is claimed about a name, as `isgraph.show` does."""
        import isgraph

        return isgraph.show(self, name, **choices)

    def restrict(self, **choices: Any) -> Store:
        """Return the store as of a day, as `isgraph.restrict` does.

        Examples
        --------
        >>> from datetime import date
        >>> tiny.restrict(on=date(2024, 6, 15)).query("SELECT ?x { ?x isg:detains ?y }")
        [Row(x='https://w3id.org/isgraph/actor/group-a')]
        """
        import isgraph

        return isgraph.restrict(self, **choices)

    def draw(self, **choices: Any) -> Figure:
        """Draw all actors and their ties, as `isgraph.draw` does."""
        import isgraph

        return isgraph.draw(isgraph.project(self), **choices)

    def as_rdflib(self) -> Graph:
        """Return a read-only rdflib graph over the same triples, without a copy.

        Examples
        --------
        >>> len(Store().as_rdflib()) > 1000
        True
        """
        from isgraph.view import view

        return view(self)

    def __len__(self) -> int:
        return len(self._engine)

    def __repr__(self) -> str:
        """Say how many claims there are, about how many entities."""
        claims, subjects = self.pairs(ISG.subject)
        entities = {*subjects, *self.pairs(ISG.object)[1]}
        return f"<Store of {len(claims):,} claims about {len(entities):,} entities>"
