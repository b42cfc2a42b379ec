"""Store: triples in memory or in a directory, asked by SPARQL; the only module with pyoxigraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from isgraph.errors import LoadError, QueryError, StoreError
from isgraph.files import data_path, ontology_path
from isgraph.rows import Row, Rows, Value
from isgraph.terms import PREFIXES, XSD, Iri, Literal, Term, Triple

if TYPE_CHECKING:
    from rdflib import Graph

_ONTOLOGY = ox.NamedNode("https://w3id.org/isgraph/ontology")
_DATA = ox.DefaultGraph()
_PLACE_IN_MESSAGE = re.compile(r"at (\d+):(\d+)")


class Store:
    """Data with the ontology that describes them.

    The data stand in the default graph and the ontology in a named one;
    a query sees both as one.

    Examples
    --------
    >>> store = Store()
    >>> store.add([(Iri("https://w3id.org/isgraph/actor/group-a"),
    ...             Iri("https://w3id.org/isgraph/ontology#detains"),
    ...             Iri("https://w3id.org/isgraph/actor/group-b"))])
    >>> store.query("SELECT ?who { ?who isg:detains ?whom }")
    [Row(who='https://w3id.org/isgraph/actor/group-a')]
    """

    def __init__(self, directory: Path | None = None) -> None:
        try:
            self._engine = ox.Store(str(directory)) if directory else ox.Store()
        except OSError as error:
            raise StoreError(
                f"The directory {directory} does not open: {error}", place=str(directory)
            ) from error
        if self._engine.contains_named_graph(_ONTOLOGY):
            return
        for name in ("isgraph.ttl", "lists.ttl"):
            self._load(ontology_path(name), _ONTOLOGY)

    def load(self, path: Path) -> None:
        """Add the triples of a Turtle file to the data.

        Raises
        ------
        StoreError
            If the file cannot be read.
        LoadError
            If it is not Turtle; nothing of it is kept.
        """
        self._load(path, _DATA)

    def parse(self, text: str) -> None:
        """Add the triples of a Turtle text to the data.

        Raises
        ------
        LoadError
            If it is not Turtle; nothing of it is kept.
        """
        try:
            self._engine.load(text.encode(), format=ox.RdfFormat.TURTLE, to_graph=_DATA)
        except SyntaxError as error:
            raise LoadError(
                f"line {error.lineno}: not Turtle: {error.msg}", path="", line=error.lineno
            ) from error

    def _load(self, path: Path, graph: ox.NamedNode | ox.DefaultGraph) -> None:
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
        self._engine.extend(map(_quad, triples))

    def remove(self, triples: Iterable[Triple]) -> None:
        """Take triples out of the data; those that are not there do no harm."""
        for triple in triples:
            self._engine.remove(_quad(triple))

    def data(self) -> Iterator[Triple]:
        """Yield the triples of the data, without the ontology, in no order."""
        return map(_triple, self._engine.quads_for_pattern(None, None, None, _DATA))

    def triples(self) -> Iterator[Triple]:
        """Yield all triples, the ontology included, in no order."""
        return map(_triple, self._engine.quads_for_pattern(None, None, None, None))

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
            s, p, o = (_to_engine(part) if part is not None else None for part in parts)
            return map(_triple, self._engine.quads_for_pattern(s, p, o, None))
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

    def query(self, sparql: str, **values: Value) -> Rows:
        """Answer a SPARQL query; the prefixes of isgraph need no declaration.

        Parameters
        ----------
        values
            What some variables of the query are to be; each has to be among
            the variables that it selects.

        Returns
        -------
        Rows
            For SELECT a row per solution; for ASK one row with `answer`;
            for CONSTRUCT and DESCRIBE rows of `subject, predicate, object`.

        Raises
        ------
        QueryError
            If the text is not SPARQL, or asks for an update.
        """
        bound = {
            ox.Variable(name): _to_engine(value)
            for name, value in values.items()
            if value is not None
        }
        try:
            answer = self._engine.query(
                sparql, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=bound
            )
            if isinstance(answer, ox.QueryBoolean):
                return Rows(["answer"], [["true" if answer else "false"]])
            if isinstance(answer, ox.QueryTriples):
                return Rows(["subject", "predicate", "object"], map(_python_row, answer))
            columns = [variable.value for variable in answer.variables]
            return Rows(columns, map(_python_row, answer))
        except SyntaxError as error:
            raise _query_error(sparql, str(error)) from error
        except (RuntimeError, OSError, ValueError) as error:
            raise QueryError(f"The query cannot be answered: {error}") from error

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


def load(place: str | Path | None = None) -> Store:
    """Open a Turtle file or a store directory; without a place, the shipped data.

    Raises
    ------
    StoreError
        If the place is not there, cannot be read, or is a folder of other files.
    LoadError
        If a file is not Turtle.

    Examples
    --------
    >>> len(load()) > 1000
    True
    """
    path = Path(place) if place is not None else data_path()
    if path.is_dir():
        if any(path.iterdir()) and not (path / "CURRENT").exists():
            raise StoreError(
                f"{path} is a folder without a store in it. Name a Turtle file, such as "
                f"{path / 'triples.ttl'}, or an empty folder for a new store.",
                place=str(path),
            )
        return Store(path)
    store = Store()
    store.load(path)
    return store


def prefixed(sparql: str) -> str:
    """Return a query with the declarations that it lacks, as other engines need them.

    Examples
    --------
    >>> prefixed("ASK { ?x isg:detains ?y }").splitlines()[0]
    'PREFIX isg: <https://w3id.org/isgraph/ontology#>'
    """
    needed = (
        f"PREFIX {name}: <{iri}>\n"
        for name, iri in PREFIXES.items()
        if re.search(rf"\b{name}:", sparql) and not re.search(rf"(?i)PREFIX\s+{name}:", sparql)
    )
    return "".join(needed) + sparql


def _query_error(sparql: str, message: str) -> QueryError:
    found = _PLACE_IN_MESSAGE.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (None, None)
    where = f" at line {line}, column {column}" if found else ""
    declared = set(PREFIXES) | set(re.findall(r"(?i)\bPREFIX\s+(\w+):", sparql))
    without_iris = re.sub(r"<[^>]*>|\"[^\"]*\"", "", sparql)
    unknown = sorted(set(re.findall(r"\b([A-Za-z]\w*):\w", without_iris)) - declared)
    why = f"no prefix {', '.join(map(repr, unknown))} is known" if unknown else (
        "it has to be one whole SELECT, ASK, CONSTRUCT or DESCRIBE"
    )  # fmt: skip
    return QueryError(
        f"The query is not SPARQL{where}: {why}. Look there for a bracket, a dot or a name; "
        "`isgraph list kinds` names the relations.",
        line=line,
        column=column,
    )


def _to_engine(value: Any) -> Any:
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


def _quad(triple: Triple) -> ox.Quad:
    subject, predicate, object_ = map(_to_engine, triple)
    return ox.Quad(subject, predicate, object_, _DATA)


def _triple(quad: Any) -> Triple:
    return Iri(quad.subject.value), Iri(quad.predicate.value), _term(quad.object)


def _term(term: Any) -> Term:
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, None, term.language)
        datatype = term.datatype.value
        return Literal(term.value, None if datatype == XSD + "string" else Iri(datatype), None)
    return Iri(term.value if isinstance(term, ox.NamedNode) else str(term))


def _to_python(term: Any) -> Value:
    value = _term(term) if term is not None else None
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


def _python_row(terms: Iterable[Any]) -> Row:
    return tuple(map(_to_python, terms))
