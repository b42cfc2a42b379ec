"""Days of claims as numbers that can be compared."""

from __future__ import annotations

from pathlib import Path

from isgraph.claims import bounds_of, published, read
from isgraph.columns.table import scan
from isgraph.columns.times import EVER
from isgraph.dates import Bounds
from isgraph.errors import ClaimError, DateError
from isgraph.store import Store, load
from isgraph.terms import BASE, XSD, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).parents[1] / "tiny.ttl"
CLAIM = Iri(BASE + "claim/c0002")


def test_bounds_and_publication(tiny: Store) -> None:
    """Each claim has its four bounds, and the day on which its document came out."""
    columns = scan(tiny)
    for row, claim in enumerate(read(tiny)):
        issued = published(tiny, claim.passage)
        expected = [day and day.toordinal() for day in bounds_of(claim, issued)]

        assert [day or None for day in columns.days[row].tolist()] == expected
        assert columns.published[row] == issued.toordinal()
    assert columns.days.shape == (18, len(Bounds._fields))
    assert not columns.faults


def test_what_cannot_be_read_of_a_time_is_kept_for_who_asks() -> None:
    """A date of another sort spoils its claim alone."""
    store = load(TINY)
    store.remove(list(store.match(CLAIM, ISG.validTime)))
    store.add([(CLAIM, ISG.validTime, Literal("some day", Iri(XSD + "string")))])
    columns = scan(store)

    assert [(row, type(fault)) for row, fault in columns.faults.items()] == [(1, DateError)]
    assert (columns.days[1] == EVER).all()


def test_a_passage_without_a_document_is_a_fault_of_its_claims() -> None:
    """Neither the day of publication nor the bounds are known, and the reason is kept."""
    store = load(TINY)
    store.remove(list(store.match(Iri(BASE + "passage/tiny-0001"), ISG.inDocument)))
    columns = scan(store)

    assert {type(fault) for fault in columns.faults.values()} == {ClaimError}
    assert (columns.published[list(columns.faults)] == EVER).all()
    assert columns.published.max() > EVER
