"""Columns hold what the claims of a store say, in arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from isgraph.claims import direct_triples, read, relations
from isgraph.columns.table import Columns, distinct, scan
from isgraph.columns.times import ABSENT
from isgraph.errors import ClaimError
from isgraph.store import Store, load
from isgraph.terms import BASE, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).parents[1] / "tiny.ttl"
MORE = Path(__file__).parents[1] / "more.ttl"
CLAIM = Iri(BASE + "claim/c0002")


@pytest.fixture(scope="module")
def world() -> Store:
    """Open the tiny world with what is added to it elsewhere, which has more parts."""
    store = load(TINY)
    store.load(MORE)
    claim = Iri(BASE + "claim/c0002")
    for part in (ISG.place, ISG.underInstrument, ISG.inOccurrence, ISG.disputes, ISG.citation):
        store.add((claim, part, Iri(f"{BASE}place/n{number}")) for number in (10, 9))
    store.add([(claim, ISG.curatorNote, Literal("A note.", None, "en"))])
    return store


@pytest.fixture(scope="module")
def columns(world: Store) -> Columns:
    """Return the claims of that world."""
    return scan(world)


def word(columns: Columns, place: int) -> str | None:
    """Return the word at a place."""
    return None if place == ABSENT else columns.words[place]


@pytest.mark.parametrize(
    "part",
    ["kind", "subject", "object", "status", "modality", "passage", "valid_time", "as_of", "role",
     "paraphrase", "note", "citation_state", "subject_mention", "object_mention", "replaced_by"],
)  # fmt: skip
def test_what_a_claim_has_once(world: Store, columns: Columns, part: str) -> None:
    """Each part of each claim stands at the place of the claim."""
    expected = [getattr(claim, part) or None for claim in read(world)]

    assert [word(columns, place) for place in columns.single[part].tolist()] == expected


@pytest.mark.parametrize(
    "part", ["claimants", "disputes", "places", "instruments", "occurrences", "citations"]
)
def test_what_a_claim_has_several_times(world: Store, columns: Columns, part: str) -> None:
    """The values of each claim stand together, in their natural order."""
    starts, values = columns.many[part]
    expected = [getattr(claim, part) for claim in read(world)]
    found = [tuple(columns.words[place] for place in group) for group in np.split(values, starts)]

    assert found[1:-1] == expected
    assert any(expected)


def test_numbers_and_truths(world: Store, columns: Columns) -> None:
    """Quantities, and what is true or false, are those of the claims."""
    for row, claim in enumerate(read(world)):
        low = word(columns, columns.single["minimum"][row])

        assert columns.words[columns.ids[row]] == claim.id
        assert low == (str(claim.quantity.minimum) if claim.quantity else None)
        assert columns.truths["negated"][row] == claim.negated
        assert columns.truths["is_deprecated"][row] == claim.is_deprecated
        assert columns.licenses[row] == claim.licenses


def test_ties_are_the_direct_triples(world: Store, columns: Columns) -> None:
    """Ties are what the one rule derives, all or of some claims, sorted and each once."""
    claims, known = read(world), relations(world)
    some = np.arange(len(columns)) % 2 == 0

    for chosen, of in ((None, claims), (some, claims[::2])):
        ties = columns.ties(chosen)

        assert {tuple(columns.named(tie)) for tie in ties.tolist()} == direct_triples(of, known)
        assert ties.tolist() == sorted(ties.tolist())


def test_signs_are_those_of_the_relations(world: Store, columns: Columns) -> None:
    """A figure or a state has no sign, and is no relation."""
    known = relations(world)
    expected = [known[claim.kind].sign if claim.kind in known else 0 for claim in read(world)]

    assert columns.signs.tolist() == expected
    assert columns.truths["is_relation"].tolist() == [claim.kind in known for claim in read(world)]
    assert set(expected) == {-1, 0, 1}


def test_a_kind_that_the_ontology_lacks_ties_nobody() -> None:
    """A claim with a relation of somebody else licenses no triple."""
    store = load(TINY)
    store.remove(list(store.match(CLAIM, ISG.predicate)))
    store.add([(CLAIM, ISG.predicate, Iri("https://example.org/likes"))])
    columns = scan(store)

    assert {tuple(columns.named(tie)) for tie in columns.ties().tolist()} == direct_triples(
        read(store), relations(store)
    )


def test_the_order_is_the_natural_one() -> None:
    """Ids of different lengths or forms stand as `read` has them."""
    store = load(TINY)
    for name in ("c10000", "c2", "x-2", "x-10"):
        store.add([(Iri(BASE + f"claim/{name}"), p, o) for _, p, o in store.match(CLAIM)])
    expected = [claim.id for claim in read(store)]

    assert scan(store).named(scan(store).ids) == expected


def test_a_claim_that_lacks_a_part_is_refused() -> None:
    """The claim and the part are named, as `read` does."""
    store = load(TINY)
    store.remove(list(store.match(CLAIM, ISG.modality)))

    with pytest.raises(ClaimError, match="c0002 lacks modality"):
        scan(store)


def test_a_store_without_claims_has_empty_columns() -> None:
    """Nothing is there, and nothing fails."""
    columns = scan(Store())

    assert len(columns) == len(columns.ties()) == 0
    assert columns.days.shape == (0, 4)


def test_distinct() -> None:
    """Rows are sorted by their first number, then by the next, and each stays once."""
    rows = np.array([[2, 1], [1, 9], [2, 1], [1, 2]], np.int32)

    assert distinct(rows).tolist() == [[1, 2], [1, 9], [2, 1]]
