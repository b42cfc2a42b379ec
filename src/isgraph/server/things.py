"""Things: what an IRI of the graph names, as a page or as triples."""

from __future__ import annotations

import json

from isgraph import turtle
from isgraph.site.addresses import address
from isgraph.site.linked import linked
from isgraph.site.shelf import Shelf
from isgraph.terms import BASE, Iri

FORMS = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "nt": "application/n-triples",
}
"""Ending of a path → media type; the first is for readers."""

OFFERED = (*FORMS.values(), "application/json")
"""Media types in which a thing comes; JSON-LD goes by the name of JSON, too."""

_ABOUT = """CONSTRUCT {{ ?s ?p ?o }}
{{ {{ VALUES ?s {{ <{iri}> }} ?s ?p ?o }} UNION {{ VALUES ?o {{ <{iri}> }} ?s ?p ?o }} }}"""


def thing_at(shelf: Shelf, path: str) -> Iri | None:
    """Return the IRI that a path of the server stands for, or None where it names nothing.

    Examples
    --------
    >>> thing_at(Shelf(tiny), "actor/group-a")
    'https://w3id.org/isgraph/actor/group-a'
    >>> thing_at(Shelf(tiny), "actor/nobody") is None
    True
    """
    iri = Iri(BASE + path)
    return iri if any(True for _ in shelf.contents.store.match(iri)) else None


def told(shelf: Shelf, iri: Iri, media_type: str) -> str | bytes | None:
    """Return a thing in a form, or None where it has no page.

    As triples it comes with those that name it, so that a client which follows
    links gets from an actor to the claims about it, and from there to their
    passages.

    Examples
    --------
    >>> text = told(Shelf(tiny), Iri(BASE + "actor/group-a"), "text/turtle")
    >>> "claim:c0001 isg:subject actor:group-a ." in text
    True
    """
    store = shelf.contents.store
    match media_type:
        case "text/html":
            found = shelf.file(address(iri) or "")
            return found and found[1]
        case "text/turtle":
            return turtle.write([*store.match(iri), *store.match(None, None, iri)])
        case "application/ld+json" | "application/json":
            return json.dumps(linked(store, [iri], named=True), ensure_ascii=False, indent=1)
    return store.respond(_ABOUT.format(iri=iri), triples=media_type)[1]
