"""Pages: what a page of the site is made of; how it looks stands in the templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from isgraph.site.addresses import Link, address
from isgraph.terms import Iri

HOME = Link("isgraph", "index.html")

LISTS = {
    "actor": ("actors", "Actors"),
    "place": ("places", "Places"),
    "event": ("events", "Events"),
    "instrument": ("instruments", "Instruments"),
    "work": ("works", "Cited works"),
    "document": ("documents", "Documents"),
    "claim": ("claims", "Claims"),
}
"""Room → file and heading of the list of what is in it."""


class Page(NamedTuple):
    """One page: where it goes, which template makes it, and from what."""

    path: str
    template: str
    title: str
    above: tuple[Link, ...]
    """The pages above it, from the first page on."""
    values: Mapping[str, Any]
    about: tuple[Iri, ...] = ()
    """What the page is about, to be told as JSON-LD; the first names the page."""


def list_link(room: str) -> Link:
    """Return the link to the list of one room.

    Examples
    --------
    >>> list_link("actor")
    Link(label='Actors', path='actors.html')
    """
    name, heading = LISTS[room]
    return Link(heading, f"{name}.html")


def page_of(iri: Iri, title: str, room: str, values: Mapping[str, Any], *more: Iri) -> Page:
    """Return the page of a thing of a room, with what else its JSON-LD tells."""
    path = address(iri)
    assert path
    return Page(path, f"{room}.html", title, (HOME, list_link(room)), values, (iri, *more))
