"""Things: what an IRI of the graph names, as a page, as Turtle or as JSON-LD."""

from __future__ import annotations

import json

from isgraph import turtle
from isgraph.site.addresses import address
from isgraph.site.linked import linked
from isgraph.site.shelf import Shelf
from isgraph.terms import BASE, Iri

FORMS = {"html": "text/html", "ttl": "text/turtle", "jsonld": "application/ld+json"}
"""Ending of a path → media type; the first is for readers."""


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


def told(shelf: Shelf, iri: Iri, media_type: str) -> str | None:
    """Return a thing in a form, or None where it has no page.

    Examples
    --------
    >>> print(told(Shelf(tiny), Iri(BASE + "actor/institute"), "text/turtle").splitlines()[-2])
    actor:institute a isg:Publisher ;
    """
    store = shelf.contents.store
    match media_type:
        case "text/turtle":
            return turtle.write(store.match(iri))
        case "application/ld+json":
            return json.dumps(linked(store, [iri]), ensure_ascii=False, indent=1)
    found = shelf.file(address(iri) or "")
    return found and found[1]
