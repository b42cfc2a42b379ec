"""A Store seen through rdflib: the same triples, read-only and without a copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import rdflib
from rdflib.store import Store as RdflibStore

from isgraph.terms import PREFIXES, Iri, Literal, Term

if TYPE_CHECKING:
    from isgraph.store import Store


class _View(RdflibStore):  # type: ignore[misc]
    """The part of rdflib's store interface that reading needs."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._seen: dict[Term, Any] = {}

    def triples(self, pattern: Any, context: Any = None) -> Iterator[Any]:
        subject, predicate, object_ = pattern
        for triple in self._store.match(subject, predicate, _from_rdflib(object_)):
            yield tuple(map(self._to_rdflib, triple)), iter(())

    def _to_rdflib(self, term: Term) -> Any:
        found = self._seen.get(term)
        if found is None:
            if isinstance(term, Literal):
                found = rdflib.Literal(term.text, datatype=term.datatype, lang=term.language)
            else:
                found = rdflib.URIRef(term)
            self._seen[term] = found
        return found

    def __len__(self, context: Any = None) -> int:
        return len(self._store)

    def bind(self, prefix: str, namespace: Any, override: bool = True) -> None:
        """Accept rdflib's own prefixes and keep ours."""

    def namespace(self, prefix: str) -> Any:
        return rdflib.URIRef(PREFIXES[prefix]) if prefix in PREFIXES else None

    def prefix(self, namespace: Any) -> Any:
        return next((name for name, iri in PREFIXES.items() if iri == str(namespace)), None)

    def namespaces(self) -> Iterator[Any]:
        return ((name, rdflib.URIRef(iri)) for name, iri in PREFIXES.items())

    def add(self, triple: Any, context: Any = None, quoted: bool = False) -> None:
        raise TypeError("this rdflib graph is a read-only view; add claims with `isgraph import`")

    def remove(self, triple: Any, context: Any = None) -> None:
        raise TypeError("this rdflib graph is a read-only view; edit data/triples.ttl instead")


def view(store: Store) -> rdflib.Graph:
    """Return a read-only rdflib graph over a store.

    Examples
    --------
    >>> from isgraph.store import Store
    >>> graph = view(Store())
    >>> (rdflib.URIRef("https://w3id.org/isgraph/ontology#detains"), None, None) in graph
    True
    """
    return rdflib.Graph(store=_View(store))


def _from_rdflib(term: Any) -> Term | None:
    if term is None:
        return None
    if isinstance(term, rdflib.Literal):
        datatype = Iri(term.datatype) if term.datatype else None
        return Literal(str(term), datatype, term.language)
    return Iri(term)
