"""Glossary: what can be written in a query, so that it can be completed."""

from __future__ import annotations

from typing import Any

from isgraph.claims import relations
from isgraph.entities import entities
from isgraph.store import Store
from isgraph.terms import ONTOLOGY, PREFIXES, RDF, RDFS, SKOS, Iri, shorten


def glossary(store: Store) -> dict[str, Any]:
    """Return the prefixes, the terms of the ontology and the names of a graph.

    Returns
    -------
    dict
        `prefixes` by name; `terms` with name, label, definition and kind
        (relation, class, part or code); `names` with name, label and aliases.
        Names are prefixed as in SPARQL, and the whole can be JSON.

    Examples
    --------
    >>> found = glossary(tiny)
    >>> [term["kind"] for term in found["terms"] if term["name"] == "isg:detains"]
    ['relation']
    >>> [item["name"] for item in found["names"] if item["label"] == "Group A"]
    ['actor:group-a']
    """
    known = relations(store)
    terms = [
        {
            "name": shorten(iri),
            "label": store.text(iri, RDFS + "label")
            or store.text(iri, SKOS + "prefLabel")
            or iri.slug,
            "definition": store.text(iri, SKOS + "definition") or "",
            "kind": "relation" if iri in known else _kind(store, iri),
        }
        for iri in sorted({triple[0] for triple in store.match(None, RDF + "type")})
        if iri.startswith(ONTOLOGY)
    ]
    names = [
        {"name": shorten(thing.iri), "label": thing.label, "aliases": list(thing.aliases)}
        for thing in entities(store)
    ]
    return {"prefixes": PREFIXES, "terms": terms, "names": names}


def _kind(store: Store, iri: Iri) -> str:
    kinds = {Iri(str(triple[2])).slug for triple in store.match(iri, RDF + "type")}
    if "Class" in kinds:
        return "class"
    return "part" if {"ObjectProperty", "DatatypeProperty"} & kinds else "code"
