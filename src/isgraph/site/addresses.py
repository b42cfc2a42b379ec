"""Addresses: which page of the site tells of which thing, under names that every disk can hold."""

from __future__ import annotations

import hashlib
import re
import string
from typing import NamedTuple

from isgraph.terms import BASE, ONTOLOGY

ROOMS = ("actor", "place", "event", "instrument", "work", "document", "claim")
"""The sorts of thing that have a page each; an IRI names its sort after the base."""

_PLAIN = frozenset(string.ascii_lowercase + string.digits + "-_")
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_LONGEST = 100


class Link(NamedTuple):
    """A name, with the address of its page where it has one."""

    label: str
    path: str | None = None


def address(iri: str) -> str | None:
    """Return the path of the page of a thing, or None where it can have none.

    Examples
    --------
    >>> address("https://w3id.org/isgraph/actor/group-a")
    'actor/group-a.html'
    >>> address("https://w3id.org/isgraph/ontology#affiliateOf")
    'term/affiliate-of.html'
    >>> address("javascript:alert(1)") is None
    True
    """
    if iri.startswith(ONTOLOGY):
        words = re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", iri[len(ONTOLOGY) :])
        return f"term/{file_name(words)}.html"
    room, _, slug = iri.removeprefix(BASE).partition("/")
    if not iri.startswith(BASE) or room not in ROOMS or not slug:
        return None
    return f"{room}/{file_name(slug)}.html"


def file_name(slug: str) -> str:
    """Return a slug as a file name that no disk refuses or takes for another.

    Whatever is not a small letter, a digit, `-` or `_` is written as its bytes:
    capitals too, since some disks do not tell them apart.

    Examples
    --------
    >>> file_name("group-a"), file_name("../A b"), file_name("con")
    ('group-a', '~2e~2e~2f~41~20b', 'con~')
    """
    name = "".join(
        letter if letter in _PLAIN else "".join(f"~{byte:02x}" for byte in letter.encode())
        for letter in slug
    )
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}~~{hashlib.sha256(slug.encode()).hexdigest()[:16]}"
    return f"{name}~" if not name or _DEVICES.fullmatch(name) else name


def root_of(path: str) -> str:
    """Return the way from a page up to the folder of the site.

    Examples
    --------
    >>> root_of("actor/group-a.html"), root_of("index.html")
    ('../', '')
    """
    return "../" * path.count("/")
