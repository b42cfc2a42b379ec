"""Stores for tests of change and suppositions: the tiny world, its later document, more claims."""

from __future__ import annotations

from pathlib import Path

from isgraph.claims import Claim, read
from isgraph.store import Store
from isgraph.terms import PREFIXES, Iri

_TESTS = Path(__file__).parents[1]


def both() -> Store:
    """Return the tiny world with what a later document says of it."""
    store = Store()
    store.load(_TESTS / "tiny.ttl")
    store.load(_TESTS / "more.ttl")
    return store


def like(slug: str, number: int, **parts: object) -> Claim:
    """Return a claim of this world under another id and with other parts."""
    claim = next(found for found in read(both()) if found.id.slug == slug)
    return claim._replace(id=Iri(f"{PREFIXES['claim']}c{number:04d}"), **parts)


def with_claims(*claims: Claim) -> Store:
    """Return this world with more claims."""
    store = both()
    for claim in claims:
        store.add(claim.triples())
    return store
