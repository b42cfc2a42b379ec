"""Conflicts: which pairs are found, and that nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from isgraph.analysis.conflicts import SORTS, conflicts
from isgraph.claims import Claim, Quantity, read
from isgraph.store import Store
from isgraph.terms import PREFIXES, Iri
from isgraph.vocab import ISG


def with_claims(tiny: Store, *claims: Claim) -> Store:
    """Return the tiny world with more claims."""
    store = Store()
    store.add(tiny.data())
    for claim in claims:
        store.add(claim.triples())
    return store


def like(tiny: Store, slug: str, number: int, **parts: object) -> Claim:
    """Return a claim of the tiny world under another id and with other parts."""
    claim = next(found for found in read(tiny) if found.id.slug == slug)
    return claim._replace(id=Iri(f"{PREFIXES['claim']}c{number:04d}"), **parts)


def found(store: Store) -> set[tuple[str, str, str | None]]:
    """Return the conflicts as sort and ids."""
    return {(c.sort, c.one.id, c.other.id if c.other else None) for c in conflicts(store)}


def test_the_tiny_world(tiny: Store) -> None:
    """The denial disputes the plan, and praise and criticism do not meet in time for certain."""
    expected = {("disputed", "c0008", "c0007"), ("signs", "c0012", "c0013")}

    assert found(tiny) == expected


@pytest.mark.parametrize(
    ("slug", "parts", "expected"),
    [
        ("c0005", {"negated": True}, ("denied", "c0005", "c0900")),
        ("c0002", {"kind": ISG.threatens}, ("signs", "c0002", "c0900")),
        (
            "c0010",
            {"quantity": Quantity(ISG.fighters, 900, None, ISG.atLeast)},
            ("numbers", "c0010", "c0900"),
        ),
        ("c0015", {"valid_time": "2026"}, ("dates", "c0900", None)),
    ],
)
def test_each_sort(
    tiny: Store, slug: str, parts: dict[str, object], expected: tuple[str, str, str | None]
) -> None:
    """A claim that does not go with one of the tiny world is found beside it."""
    store = with_claims(tiny, like(tiny, slug, 900, **parts))

    assert found(store) - found(tiny) == {expected}


@pytest.mark.parametrize(
    ("slug", "parts"),
    [
        ("c0005", {"negated": True, "valid_time": "2001/2003"}),
        ("c0010", {"quantity": Quantity(ISG.fighters, 700, None, ISG.atLeast)}),
        ("c0010", {"quantity": Quantity(ISG.fighters, 900, 950, ISG.range), "places": ()}),
        ("c0002", {}),
    ],
)
def test_no_conflict(tiny: Store, slug: str, parts: dict[str, object]) -> None:
    """Other times, figures that meet, other places and repetition are no conflicts."""
    store = with_claims(tiny, like(tiny, slug, 900, **parts))

    assert found(store) == found(tiny)


def test_a_plan_that_a_later_document_says_is_done(tiny: Store) -> None:
    """A plan of an earlier document and the deed of a later one stand side by side."""
    store = with_claims(tiny)
    store.load(Path(__file__).parents[1] / "more.ttl")
    expected = ("superseded", "c0007", "c0102")

    assert expected in found(store)


def test_what_is_printed(tiny: Store) -> None:
    """Both passages stand side by side within 80 columns, under the meaning of their sort."""
    text = str(conflicts(tiny))

    assert max(map(len, text.splitlines())) <= 80
    assert SORTS["disputed"] in text
    assert "c0008" in text
    assert "c0007" in text
    assert [row.sort for row in conflicts(tiny).rows()] == ["disputed", "signs"]
