"""Claims told to a reader, and restricted to a day, a publication, kinds and statuses."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import isgraph
from isgraph.claims import direct_triples, read, relations
from isgraph.dates import days
from isgraph.errors import DateError, NameNotFoundError
from isgraph.evidence import Evidence, restrict, tell
from isgraph.store import Store, load
from isgraph.terms import BASE, DCTERMS, ONTOLOGY, XSD, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).with_name("tiny.ttl")
ALL = {f"c{number:04d}" for number in range(1, 19)}


def ids(store: Store) -> set[str]:
    """Return the ids of the claims of a store."""
    return {claim.id.slug for claim in read(store)}


def by_id(store: Store, **options: Any) -> dict[str, Evidence]:
    """Return the evidence of a store by the id of the claim."""
    return {item.id: item for item in tell(store, **options)}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"on": date(2013, 6, 1)},
         {"c0001", "c0006", "c0008", "c0009", "c0010", "c0011", "c0012", "c0013", "c0017",
          "c0018"}),
        ({"on": date(2024, 4, 15)}, ALL - {"c0002", "c0004", "c0007", "c0015"}),
        ({"on": date(2025, 9, 15)}, ALL - {"c0004", "c0015", "c0016"}),
        ({"on": date(2024, 3, 31)}, ALL - {"c0002", "c0007", "c0015", "c0016"}),
        ({"known_by": date(2025, 1, 30)}, set()),
        ({"known_by": date(2025, 1, 31)}, ALL),
        ({"kinds": ["detains"]}, {"c0001"}),
        ({"kinds": ["opposes"]}, {"c0001", "c0003", "c0004", "c0012", "c0014"}),
        ({"kinds": ["fights", "fighters"]}, {"c0004", "c0010"}),
        ({"kinds": ["weakened"]}, {"c0011"}),
        ({"statuses": ["denied"]}, {"c0008"}),
        ({"statuses": ["planned"]}, {"c0007", "c0008"}),
        ({"statuses": ["planned", "reported"]}, {"c0007"}),
        ({"statuses": ["alleged", "assessed"]}, {"c0010", "c0017"}),
        ({"statuses": ["forecast"]}, set()),
        ({"on": date(2024, 4, 15), "kinds": ["opposes"], "statuses": ["asserted"]},
         {"c0003", "c0014"}),
    ],
)  # fmt: skip
def test_restrict(tiny: Store, options: dict[str, Any], expected: set[str]) -> None:
    """Each option keeps its claims, and together they keep what all keep."""
    assert ids(restrict(tiny, **options)) == expected


def test_without_options_it_is_the_store_itself(tiny: Store) -> None:
    """Nothing is copied when nothing is asked."""
    assert restrict(tiny) is tiny


@pytest.mark.parametrize(
    "options",
    [
        {"on": date(2024, 4, 15)},
        {"known_by": date(2000, 1, 1)},
        {"kinds": ["fights"]},
        {"statuses": ["reported"]},
    ],
)
def test_direct_triples_follow_the_claims(tiny: Store, options: dict[str, Any]) -> None:
    """A direct triple is there if a claim that is kept licenses it, and only then."""
    kept = restrict(tiny, **options)
    known = relations(tiny)
    expected = direct_triples(read(kept), known)

    assert {triple for triple in kept.data() if triple[1] in known} == expected
    assert expected < direct_triples(read(tiny), known)


def test_what_is_not_a_claim_is_kept(tiny: Store) -> None:
    """Entities and sources stay, a dropped claim leaves no trace, and the store is unchanged."""
    before = set(tiny.data())
    kept = restrict(tiny, statuses=["denied"])
    dropped = Iri(BASE + "claim/c0007")

    assert kept.text(BASE + "actor/group-b", "http://www.w3.org/2000/01/rdf-schema#label")
    assert len(list(kept.match(None, ISG.section))) == 4
    assert not list(kept.match(dropped))
    assert not list(kept.match(None, None, dropped))
    assert set(tiny.data()) == before


def test_two_documents_are_told_apart_by_their_days() -> None:
    """What was published by a day is what a document of that day or before says."""
    store = load(TINY)
    later, passage = Iri(BASE + "document/later"), Iri(BASE + "passage/tiny-0004")
    store.remove(list(store.match(passage, ISG.inDocument)))
    store.add(
        [
            (passage, ISG.inDocument, later),
            (later, Iri(DCTERMS + "issued"), Literal("2025-06-01", Iri(XSD + "date"))),
        ]
    )
    expected = {f"c{number:04d}" for number in range(1, 10)}

    assert ids(restrict(store, known_by=date(2025, 5, 31))) == expected
    assert ids(restrict(store, known_by=date(2025, 6, 1))) == ALL


@pytest.mark.parametrize(
    ("options", "nearest"),
    [({"kinds": ["detain"]}, "'detains'"), ({"statuses": ["planed"]}, "'planned'")],
)
def test_an_unknown_name_is_refused(tiny: Store, options: dict[str, Any], nearest: str) -> None:
    """A misspelt kind or status is named with the nearest, and nothing is answered."""
    with pytest.raises(NameNotFoundError, match=nearest):
        restrict(tiny, **options)


def test_evidence_of_a_relation(tiny: Store) -> None:
    """A reader sees labels, the time in words, where it is said, and what is cited there."""
    item = by_id(tiny)["c0009"]

    assert item.statement == "Country X deploys forces to Northland (about 2,000 troops)"
    assert item.time == "as of December 2024"
    assert (item.status, item.modality, item.negated) == ("asserted", "actual", False)
    assert (item.document, item.published) == ("A tiny report", date(2025, 1, 31))
    assert (item.section, item.paragraph) == ("1", 3)
    assert (item.char_start, item.char_end) == (200, 310)
    assert [str(source) for source in item.sources] == [
        "note 1: Institute, Atlas of Northland, November 2024, p4"
    ]
    assert item.sources[0].work == "Atlas of Northland"


def test_evidence_of_figures_and_states(tiny: Store) -> None:
    """A number and a state have no object, no sign and no channel."""
    found = by_id(tiny)

    for name, quantity in (("c0010", "400 to 700 fighters"), ("c0011", None)):
        item = found[name]

        assert (item.object, item.sign, item.channel) == (None, None, None)
        assert (item.family, item.quantity) == ("figures", quantity)

    assert found["c0010"].claimants == ["Institute"]
    assert found["c0010"].places == ["Northland"]
    assert found["c0011"].sources == []
    assert found["c0011"].citation_state


def test_evidence_of_a_denial(tiny: Store) -> None:
    """A denial names what it disputes, and the disputed claim names the denial."""
    found = by_id(tiny)

    assert found["c0008"].disputes == ["c0007"]
    assert found["c0007"].disputed_by == ["c0008"]
    assert found["c0001"].disputed_by == []


def test_every_family_and_sign_is_of_its_relation(tiny: Store) -> None:
    """Support is positive, hostility and custody are negative, and the rest has its own sign."""
    found = by_id(tiny)

    assert (found["c0002"].family, found["c0002"].sign) == ("supportive", 1)
    assert (found["c0004"].family, found["c0004"].sign) == ("hostile", -1)
    assert (found["c0001"].family, found["c0001"].sign) == ("custody", -1)
    assert (found["c0016"].family, found["c0016"].sign) == ("setting", 0)
    assert found["c0004"].is_symmetric
    assert not found["c0001"].is_symmetric


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (None, None),
        (date(2024, 7, 1), "certain"),
        (date(2024, 6, 15), "possible"),
        (date(2025, 6, 1), "possible"),
        (date(2024, 5, 31), None),
    ],
)
def test_certainty_is_that_of_the_day(tiny: Store, on: date | None, expected: str | None) -> None:
    """What began in June 2024 and lasted to January 2025 is certain between the two."""
    assert by_id(tiny, on=on)["c0002"].certainty == expected


def test_some_claims_are_told_alone(tiny: Store) -> None:
    """Only the given claims are told, in the order given."""
    expected = ["c0003", "c0001"]
    wanted = read(tiny, [Iri(BASE + f"claim/{name}") for name in expected])

    assert [item.id for item in tell(tiny, reversed(wanted))] == expected


def test_a_negated_claim_says_so() -> None:
    """The short sentence of a negative statement cannot be read as its opposite."""
    store = load(TINY)
    boolean = Literal("true", Iri(XSD + "boolean"))
    store.add([(Iri(BASE + "claim/c0002"), Iri(ONTOLOGY + "negated"), boolean)])

    assert by_id(store)["c0002"].statement == "Country X not: backs Group A"


def test_evidence_is_plain_data(tiny: Store) -> None:
    """As a dictionary it holds only what JSON can hold, dates apart."""
    for item in tell(tiny):
        record = item.as_dict()

        assert json.loads(json.dumps(record, default=str))["id"] == item.id
        assert isinstance(record["sources"], list)


def test_a_day_may_be_given_as_text(tiny: Store) -> None:
    """Text means the same as the day that it names, everywhere; what names no day is refused."""
    may = days("2024-05")
    for ask in (
        lambda on: restrict(tiny, on=on).query("SELECT ?c { ?c isg:subject ?s }"),
        lambda on: tell(tiny, on=on),
        lambda on: list(isgraph.project(tiny, on=on).edges),
        lambda on: str(tiny.show("Group A", on=on)),
        lambda on: tiny.ask("detentions", on=on),
    ):
        assert ask("2024-05") == ask(may)
    assert isgraph.project(tiny, known_by="2025-02-01").graph["known_by"] == date(2025, 2, 1)
    with pytest.raises(DateError, match="May"):
        restrict(tiny, on="May")


def test_claims_may_be_named(tiny: Store) -> None:
    """An id, a prefixed name and an IRI each name a claim; what is none is refused."""
    expected = tell(tiny)[7:8]

    for name in ("c0008", "claim:c0008", f"{BASE}claim/c0008"):
        assert tell(tiny, [name]) == tell(tiny, name) == expected
    for wrong in ("c9999", "group-a", f"{BASE}actor/group-a"):
        with pytest.raises(NameNotFoundError, match="No claim is named"):
            tell(tiny, [wrong])


def test_certainty_is_asked_of_a_day(tiny: Store) -> None:
    """Without a day nothing is kept silently: the choice is refused."""
    with pytest.raises(DateError, match="--certainly needs --on"):
        restrict(tiny, certainly=True)
    with pytest.raises(DateError, match="on=2025 is neither a text nor a date"):
        restrict(tiny, on=2025)  # type: ignore[arg-type]
    noon = datetime(2024, 6, 15, 12, tzinfo=UTC)
    assert len(restrict(tiny, on=noon)) == len(restrict(tiny, on=noon.date()))
