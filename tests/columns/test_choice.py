"""Which claims are chosen, and a store of these alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from isgraph.claims import derived_bounds, direct_triples, read, relations
from isgraph.columns import choose, fill, keep
from isgraph.errors import ClaimError, DateError, NameNotFoundError
from isgraph.store import Store, load
from isgraph.terms import BASE, XSD, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).parents[1] / "tiny.ttl"
CLAIM = Iri(BASE + "claim/c0002")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, 18),
        ({"kinds": ["opposes"]}, 5),
        ({"kinds": ["fights", "fighters"]}, 2),
        ({"statuses": ["planned", "reported"]}, 1),
        ({"known_by": date(2025, 1, 30)}, 0),
        ({"on": date(2024, 4, 15), "kinds": ["opposes"], "statuses": ["asserted"]}, 2),
    ],
)
def test_choose(tiny: Store, options: dict[str, Any], expected: int) -> None:
    """Each option narrows the choice, and together they narrow it further."""
    assert int(choose(tiny, **options).sum()) == expected


@pytest.mark.parametrize("options", [{"kinds": ["detain"]}, {"statuses": ["planed"]}])
def test_an_unknown_name_is_refused(tiny: Store, options: dict[str, Any]) -> None:
    """A kind or status that is not in the ontology is not passed over."""
    with pytest.raises(NameNotFoundError):
        choose(tiny, **options)


def test_a_date_that_cannot_be_read_matters_only_where_it_is_asked_for() -> None:
    """A broken claim is refused when it would be kept, and does no harm otherwise."""
    store = load(TINY)
    store.remove(list(store.match(CLAIM, ISG.validTime)))
    store.add([(CLAIM, ISG.validTime, Literal("some day", Iri(XSD + "string")))])

    assert int(choose(store, kinds=["detains"]).sum()) == 1
    with pytest.raises(DateError):
        choose(store, kinds=["backs"])


def test_a_passage_without_a_document_is_refused() -> None:
    """Without a date of publication nothing can be said of what was known by a day."""
    store = load(TINY)
    store.remove(list(store.match(None, ISG.inDocument)))

    with pytest.raises(ClaimError, match="leads to no document"):
        choose(store, known_by=date(2030, 1, 1))


def test_keep_is_all_that_is_said_of_the_chosen_claims(tiny: Store) -> None:
    """What is kept is the data without the other claims, with direct triples made anew."""
    chosen = np.arange(18) % 3 == 0
    claims = read(tiny)[::3]
    known = relations(tiny)
    gone = {claim.id for claim in read(tiny)} - {claim.id for claim in claims}
    expected = {
        triple
        for triple in tiny.triples()
        if triple[0] not in gone and triple[2] not in gone and triple[1] not in known
    } | direct_triples(claims, known)

    assert set(keep(tiny, chosen).triples()) == expected
    assert derived_bounds(tiny, claims) <= expected


def test_keep_derives_what_is_missing_or_wrong() -> None:
    """A direct triple that no claim licenses goes; one that is missing comes, and bounds too."""
    expected = set(load(TINY).triples())
    store = load(TINY)
    extra = (Iri(BASE + "actor/group-b"), ISG.backs, Iri(BASE + "actor/group-a"))
    store.add([extra])
    store.remove(list(store.match(None, ISG.opposes)))
    store.remove(list(store.match(None, ISG.beginLatest)))

    assert set(keep(store, np.ones(len(fill(store)), bool)).triples()) == expected
    assert extra in set(store.triples())
