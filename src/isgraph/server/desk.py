"""Desk: what the pages need of the data, made anew when the data change."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import Any

from isgraph import questions
from isgraph.entities import entities
from isgraph.network import edition
from isgraph.server.worker import Worker
from isgraph.site.shelf import Shelf
from isgraph.store import Store
from isgraph.terms import ONTOLOGY, PREFIXES, RDF, RDFS, SKOS, Iri, shorten


class Desk:
    """A store with its site, its terms and its questions, for one state of the data."""

    def __init__(self, content: bytes, digest: str) -> None:
        self.content, self.digest = content, digest
        self.store = Store()
        self.store.parse(content.decode())
        self.shelf = Shelf(self.store, served=True)
        self.edition = edition(self.store)

    @cached_property
    def questions(self) -> list[dict[str, Any]]:
        """The shipped questions as the editor lists them."""
        return questions.listing(self.store)

    @cached_property
    def terms(self) -> dict[str, Any]:
        """Prefixes, terms of the ontology and names of the graph, to be completed."""
        store = self.store
        terms = []
        for iri in sorted({triple[0] for triple in store.match(None, RDF + "type")}):
            if iri.startswith(ONTOLOGY):
                terms.append(
                    {
                        "name": shorten(iri),
                        "label": store.text(iri, RDFS + "label")
                        or store.text(iri, SKOS + "prefLabel")
                        or iri.slug,
                        "definition": store.text(iri, SKOS + "definition") or "",
                        "kind": _kind(store, iri),
                    }
                )
        names = [
            {"name": shorten(thing.iri), "label": thing.label, "aliases": list(thing.aliases)}
            for thing in entities(store)
        ]
        return {"prefixes": PREFIXES, "terms": terms, "names": names}


def _kind(store: Store, iri: Iri) -> str:
    kinds = {Iri(str(triple[2])).slug for triple in store.match(iri, RDF + "type")}
    if "Class" in kinds:
        return "class"
    if {"ObjectProperty", "DatatypeProperty"} & kinds:
        return "relation" if store.text(iri, ONTOLOGY + "sign") else "part"
    return "code"


class Desks:
    """The desk of the data that the worker now has."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._desk: Desk | None = None
        self._making = asyncio.Lock()

    async def now(self) -> Desk:
        """Return the desk, made in a thread if the data are new."""
        async with self._making:
            digest = self._worker.status()["digest"]
            if self._desk is None or self._desk.digest != digest:
                self._desk = await asyncio.to_thread(Desk, self._worker.content, digest)
        return self._desk
