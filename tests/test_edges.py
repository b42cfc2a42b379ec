"""Evidence of many claims at once is the evidence of each claim."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from isgraph.columns import choose, fill
from isgraph.dates import days
from isgraph.edges import attributes
from isgraph.entities import Entities
from isgraph.evidence import Evidence, restrict, tell
from isgraph.store import Store, load
from isgraph.terms import BASE, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).with_name("tiny.ttl")
MORE = Path(__file__).with_name("more.ttl")


@pytest.fixture(scope="module")
def world() -> Store:
    """Open the tiny world with what is added to it elsewhere, which has more parts."""
    store = load(TINY)
    store.load(MORE)
    claim = Iri(BASE + "claim/c0002")
    for part in (ISG.place, ISG.underInstrument, ISG.inOccurrence, ISG.disputes):
        store.add((claim, part, Iri(f"{BASE}place/n{number}")) for number in (10, 9))
    store.add([(claim, ISG.curatorNote, Literal("A note.", None, "en"))])
    return store


@pytest.mark.parametrize("day", [None, "2024-06-15", "2025"])
def test_all_claims_as_they_are_told(world: Store, day: str | None) -> None:
    """Every field of every claim is what `tell` gives, in the same order."""
    on = days(day) if day else None
    every = choose(world)
    expected = [item.as_dict() for item in tell(world, on=on)]
    found = list(attributes(Entities(world), every, every, on=on))

    assert found == expected
    assert [list(edge) for edge in found] == [list(Evidence._fields)] * len(expected)


@pytest.mark.parametrize(
    "options",
    [{"statuses": ["denied"]}, {"statuses": ["reported"]}, {"kinds": ["opposes"]},
     {"statuses": ["denied", "reported"]}],
)  # fmt: skip
def test_chosen_claims_as_of_a_store_of_these_alone(world: Store, options: dict[str, Any]) -> None:
    """A claim that is not kept is not disputed, and disputes nothing."""
    expected = [item.as_dict() for item in tell(restrict(world, **options))]
    kept = choose(world, **options)

    assert list(attributes(Entities(world), kept, kept)) == expected


def test_no_two_claims_share_a_list(world: Store) -> None:
    """Who changes an attribute of one edge changes no other."""
    every = choose(world)
    edges = attributes(Entities(world), every, every)
    lists = [value for edge in edges for value in edge.values() if isinstance(value, list)]
    inner = [source for value in lists for source in value if isinstance(source, dict)]

    assert len({id(value) for value in lists}) == len(lists)
    assert len({id(source["authors"]) for source in inner}) == len(inner) > 1


def test_nothing_told(world: Store) -> None:
    """No claim gives no attributes."""
    none = np.zeros(len(fill(world)), bool)

    assert list(attributes(Entities(world), none, none)) == []
