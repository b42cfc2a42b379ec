"""The shipped data keep their promises; no other test looks at them."""

from __future__ import annotations

from collections import Counter

import pytest
import rdflib

from isgraph import claims, questions
from isgraph.errors import LocatorError
from isgraph.files import data_path
from isgraph.sources import verify
from isgraph.store import Store
from isgraph.terms import BASE, ONTOLOGY, RDF, Iri
from isgraph.vocab import ISG

FLOORS = {
    "Document": 2,
    "Work": 160,
    "Citation": 165,
    "Passage": 190,
    "State": 28,
    "StateBody": 28,
    "SecurityForce": 25,
    "NonStateArmedGroup": 35,
    "PopulationGroup": 35,
    "InternationalOrganisation": 15,
    "Coalition": 3,
    "Mission": 7,
    "Publisher": 60,
    "Person": 38,
    "Region": 25,
    "Country": 16,
    "Site": 13,
    "Attack": 12,
    "Operation": 23,
    "PoliticalEvent": 34,
    "Agreement": 15,
    "LegalAct": 8,
    "Programme": 12,
    "RelationClaim": 1060,
    "QuantityClaim": 52,
    "AttributeClaim": 175,
}
"""How many there are at least of each class."""

TIES = ("backs", "opposes", "memberOf", "detains")
"""Relations of which there is a direct triple between two named actors."""

_TYPE = Iri(RDF + "type")


@pytest.fixture(scope="module")
def read(shipped: Store) -> list[claims.Claim]:
    """Return the shipped claims."""
    return claims.read(shipped)


def test_plain_rdflib_parses_the_file(shipped: Store) -> None:
    """Whoever has rdflib can read the file, and sees the triples that the store sees."""
    expected = len(set(shipped.data()))

    assert len(rdflib.Graph().parse(data_path())) == expected


def test_the_file_is_canonical(shipped: Store) -> None:
    """The file is what `isgraph fmt` writes."""
    expected = claims.canonical(shipped)

    assert data_path().read_bytes().decode("utf-8") == expected


@pytest.mark.parametrize("name", FLOORS)
def test_there_are_enough_of_a_class(shipped: Store, name: str) -> None:
    """No class has lost its members."""
    found = Counter(triple[2] for triple in shipped.data() if triple[1] == _TYPE)

    assert found[Iri(ONTOLOGY + name)] >= FLOORS[name]


def test_every_claim_has_a_passage_in_a_document(shipped: Store, read: list[claims.Claim]) -> None:
    """Each claim leads to a place in a document with a date, and says what it rests on."""
    assert read
    for claim in read:
        start, end = claims.offsets(shipped, claim.passage)

        assert 0 <= start < end
        assert claims.published(shipped, claim.passage)
        assert bool(claim.citations) != bool(claim.citation_state)
        assert claim.paraphrase


def test_direct_triples_are_those_that_claims_license(
    shipped: Store, read: list[claims.Claim]
) -> None:
    """No direct triple is without a claim, and none is missing."""
    known = claims.relations(shipped)
    expected = claims.direct_triples(read, known)

    assert expected
    assert {triple for triple in shipped.data() if triple[1] in known} == expected


def test_bounds_are_those_that_times_give(shipped: Store, read: list[claims.Claim]) -> None:
    """The stored date bounds are the derived ones."""
    parts = {ISG.beginEarliest, ISG.beginLatest, ISG.endEarliest, ISG.endLatest}
    expected = claims.derived_bounds(shipped, read)

    assert {triple for triple in shipped.data() if triple[1] in parts} == expected


@pytest.mark.parametrize("name", TIES)
def test_actors_are_tied_directly(shipped: Store, name: str) -> None:
    """One can write `?a isg:detains ?b` and get actors that have names."""
    sparql = f"""SELECT ?a ?b {{ ?one isg:{name} ?other .
        ?one rdfs:label ?a . ?other rdfs:label ?b .
        FILTER(STRSTARTS(STR(?one), "{BASE}actor/") && STRSTARTS(STR(?other), "{BASE}actor/")) }}"""

    assert shipped.query(sparql)


@pytest.mark.parametrize("name", questions.names())
def test_every_question_has_an_answer(shipped: Store, name: str) -> None:
    """No shipped question comes back empty on the shipped data."""
    assert questions.ask(shipped, name)


def test_everything_is_where_the_locators_say(shipped: Store) -> None:
    """Held against the texts, no passage, note, mention or paraphrase is at fault."""
    try:
        faults = verify(shipped)
    except LocatorError as error:
        pytest.skip(f"locators are not checked: {error}")

    assert faults == []
