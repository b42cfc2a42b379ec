"""Claims read, written, and what follows from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from isgraph import claims
from isgraph.claims import Claim, Quantity
from isgraph.errors import ClaimError, DateError, NameNotFoundError
from isgraph.store import Store, load
from isgraph.terms import BASE, DCTERMS, ONTOLOGY, OWL, XSD, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).with_name("tiny.ttl")


def iri(name: str) -> Iri:
    """Return the IRI of a name such as `actor/group-a`."""
    return Iri(BASE + name)


def one(store: Store, number: int) -> Claim:
    """Return a claim of the tiny world by its number."""
    return claims.read(store, [iri(f"claim/c{number:04d}")])[0]


def test_read_gives_every_claim_in_order(tiny: Store) -> None:
    """The eighteen claims come in the order of their ids."""
    expected = [f"c{number:04d}" for number in range(1, 19)]

    assert [claim.id.slug for claim in claims.read(tiny)] == expected


def test_parts_of_a_claim(tiny: Store) -> None:
    """A relation with a number has both."""
    expected = Claim(
        id=iri("claim/c0009"),
        kind=ISG.deploysForcesTo,
        subject=iri("actor/country-x"),
        object=iri("place/northland"),
        quantity=Quantity(ISG.troops, 2000, 2000, ISG.about),
        status=ISG.asserted,
        modality=ISG.actual,
        as_of="2024-12",
        passage=iri("passage/tiny-0003"),
        citations=(iri("citation/tiny-001-1"),),
        paraphrase="About two thousand soldiers of Country X are in Northland.",
    )

    assert one(tiny, 9) == expected


@pytest.mark.parametrize(
    ("number", "claim_class", "kind"),
    [
        (1, ISG.RelationClaim, ISG.detains),
        (9, ISG.RelationClaim, ISG.deploysForcesTo),
        (10, ISG.QuantityClaim, ISG.fighters),
        (11, ISG.AttributeClaim, ISG.weakened),
    ],
)
def test_class_and_kind(tiny: Store, number: int, claim_class: Iri, kind: Iri) -> None:
    """The class follows from the parts, and the kind is relation, measure or attribute."""
    assert one(tiny, number).claim_class == claim_class
    assert one(tiny, number).kind == kind


@pytest.mark.parametrize("number", range(1, 19))
def test_what_is_read_is_written_again(tiny: Store, number: int) -> None:
    """A claim gives back its own triples, all but the derived bounds."""
    claim = one(tiny, number)
    bounds = {ISG.beginEarliest, ISG.beginLatest, ISG.endEarliest, ISG.endLatest}
    expected = {triple for triple in tiny.match(claim.id) if triple[1] not in bounds}

    assert set(claim.triples()) == expected


def test_every_part_survives_writing_and_reading() -> None:
    """No part of a claim is lost on the way through a store."""
    expected = Claim(
        id=iri("claim/c0099"),
        kind=ISG.sanctions,
        subject=iri("actor/a"),
        object=iri("actor/b"),
        quantity=Quantity(ISG.share, 0.5, None, ISG.moreThan),
        status=ISG.alleged,
        modality=ISG.pledged,
        negated=True,
        claimants=(iri("actor/c9"), iri("actor/c10")),
        disputes=(iri("claim/c0001"),),
        valid_time="2024/..",
        as_of="2025",
        places=(iri("place/p"),),
        instruments=(iri("instrument/i"),),
        occurrences=(iri("event/e"),),
        role="head",
        passage=iri("passage/t-0001"),
        citations=(iri("citation/t-001-1"), iri("citation/t-002-1")),
        citation_state=None,
        subject_mention=ISG.pronoun,
        object_mention=ISG.context,
        paraphrase='Words, "odd" ones.',
        note="A note.",
        is_deprecated=True,
        replaced_by=iri("claim/c0100"),
    )
    store = Store()
    store.add(expected.triples())

    assert claims.read(store) == [expected]


@pytest.mark.parametrize("part", ["subject", "epistemicStatus", "modality", "passage", "predicate"])
def test_a_claim_without_a_part_is_refused(part: str) -> None:
    """A claim that cannot be read is named, with what it lacks."""
    store = load(TINY)
    claim = iri("claim/c0002")
    store.remove(list(store.match(claim, ONTOLOGY + part)))
    with pytest.raises(ClaimError, match="c0002 lacks") as caught:
        claims.read(store)

    assert caught.value.claim == claim
    assert part in str(caught.value) or part == "predicate"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"status": ISG.reported}, True),
        ({"status": ISG.assessed}, True),
        ({"status": ISG.alleged}, False),
        ({"status": ISG.unconfirmed}, False),
        ({"status": ISG.denied}, False),
        ({"modality": ISG.planned}, False),
        ({"modality": ISG.proposed}, False),
        ({"modality": ISG.pledged}, False),
        ({"modality": ISG.demanded}, False),
        ({"modality": ISG.conditional}, False),
        ({"modality": ISG.forecast}, False),
        ({"negated": True}, False),
        ({"is_deprecated": True}, False),
        ({"object": None}, False),
    ],
)
def test_what_licenses_a_direct_triple(
    tiny: Store, changes: dict[str, object], expected: bool
) -> None:
    """Only what is said, passed on or assessed as so, of two things, licenses a triple."""
    claim = one(tiny, 2)._replace(**changes)  # type: ignore[arg-type]
    triples = {(claim.subject, claim.kind, claim.object)} if expected else set()

    assert claim.licenses is expected
    assert claims.direct_triples([claim], claims.relations(tiny)) == triples


def test_a_symmetric_relation_goes_both_ways(tiny: Store) -> None:
    """Who fights is fought; who detains is not detained."""
    a, b, held = iri("actor/group-a"), iri("actor/group-b"), iri("actor/held-b")
    expected = {(a, ISG.fights, b), (b, ISG.fights, a), (a, ISG.detains, held)}

    assert claims.direct_triples([one(tiny, 1), one(tiny, 4)], claims.relations(tiny)) == expected


def test_derived_triples_equal_the_stored_ones(tiny: Store) -> None:
    """Direct triples and bounds of the tiny world are just those that its claims give."""
    found = claims.read(tiny)
    known = claims.relations(tiny)
    bounds = {ISG.beginEarliest, ISG.beginLatest, ISG.endEarliest, ISG.endLatest}
    direct = {triple for triple in tiny.data() if triple[1] in known}
    stored = {triple for triple in tiny.data() if triple[1] in bounds}

    assert direct
    assert claims.direct_triples(found, known) == direct
    assert claims.derived_bounds(tiny, found) == stored


def test_canonical_makes_derived_triples_anew() -> None:
    """A direct triple or bound that no claim gives goes, and a missing one comes."""
    expected = TINY.read_text("utf-8")
    store = load(TINY)
    a, b = iri("actor/group-a"), iri("actor/group-b")
    store.remove([(a, ISG.fights, b), (b, ISG.fights, a)])
    store.add([(b, ISG.backs, a)])
    store.add([(iri("claim/c0001"), ISG.endLatest, Literal("1999-01-01", Iri(XSD + "date")))])

    assert claims.canonical(store) == expected


def test_canonical_refuses_a_wrong_date() -> None:
    """No bounds are guessed from a text that is no date."""
    store = load(TINY)
    claim = iri("claim/c0016")
    store.remove(list(store.match(claim, ISG.validTime)))
    store.add([(claim, ISG.validTime, Literal("spring", claims.read(store)[0].id))])
    with pytest.raises(DateError, match="spring"):
        claims.canonical(store)


def test_published_is_the_day_of_the_document() -> None:
    """A passage leads to the day of its document; one that does not is refused."""
    store = load(TINY)
    passage = iri("passage/tiny-0001")
    expected = date(2025, 1, 31)

    assert claims.published(store, passage) == expected

    store.remove(list(store.match(None, DCTERMS + "issued")))
    with pytest.raises(ClaimError, match="tiny-0001"):
        claims.published(store, passage)


def test_about_takes_in_every_part(tiny: Store) -> None:
    """Who speaks, and where it is, count as much as the two ends."""

    def slugs(name: str) -> list[str]:
        return [claim.id.slug for claim in claims.about(tiny, iri(name))]

    assert slugs("actor/institute") == ["c0007", "c0010"]
    assert slugs("place/northland") == ["c0007", "c0008", "c0009", "c0010"]
    assert slugs("event/northland-talks") == ["c0016"]
    assert slugs("actor/nobody") == []


def test_relations_come_from_the_ontology(tiny: Store) -> None:
    """Each relation has label, domain, range, sign, channel and family."""
    known = claims.relations(tiny)
    fights = known[ISG.fights]

    assert len(known) >= 55
    assert (fights.label, fights.sign, fights.is_symmetric) == ("fights", -1, True)
    assert (fights.domain, fights.range) == (ISG.Actor, ISG.Actor)
    assert {ISG.opposes, ISG.hostileRelation} <= fights.ancestors
    assert {relation.sign for relation in known.values()} == {-1, 0, 1}
    assert not {ISG.hostileRelation, ISG.relatedTo} & set(known)
    assert OWL not in "".join(relation.channel for relation in known.values())


@pytest.mark.parametrize(
    ("names", "within", "without"),
    [
        (["attacks"], {"attacks", "kills", "abducts"}, {"opposes", "fights"}),
        (["opposes"], {"opposes", "fights", "criticises", "attacks", "kills"}, {"backs"}),
        (["isg:backs"], {"backs", "trains"}, {"opposes"}),
        (["hostileRelation"], {"opposes", "detains"}, {"hostileRelation", "backs"}),
        (["fighters", "weakened"], {"fighters", "weakened"}, {"troops"}),
        ([], set(), {"backs"}),
    ],
)
def test_kinds_take_in_the_narrower_ones(
    tiny: Store, names: list[str], within: set[str], without: set[str]
) -> None:
    """A wider relation stands for those below it; a measure or attribute for itself."""
    found = {kind.slug for kind in claims.kinds(tiny, names)}

    assert within <= found
    assert not without & found


def test_an_unknown_kind_is_refused(tiny: Store) -> None:
    """A misspelt kind is named with the nearest one."""
    with pytest.raises(NameNotFoundError, match=r"'detain'.*'detains'") as caught:
        claims.kinds(tiny, ["detain"])

    assert caught.value.name == "detain"
