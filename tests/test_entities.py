"""What a name means."""

from __future__ import annotations

from pathlib import Path

import pytest

from isgraph.entities import Entities, entities, entity, find, fold, nearest
from isgraph.errors import NameNotFoundError, WrongTypeError
from isgraph.store import Store, load
from isgraph.terms import BASE, RDF, RDFS, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).with_name("tiny.ttl")


@pytest.mark.parametrize(
    "name",
    [
        "Group A", "group a", "GROUP-A", "group-a", "GA", "ga", "Gróup Ä", " group  a ",
        "actor:group-a", BASE + "actor/group-a",
    ],
)  # fmt: skip
def test_find_takes_label_alias_slug_and_iri(tiny: Store, name: str) -> None:
    """Capitals, accents and punctuation do not count."""
    expected = "group-a"

    assert find(tiny, name).iri.slug == expected


def test_an_entity_says_what_it_is(tiny: Store) -> None:
    """An entity has a label, its aliases and its class with a label."""
    found = find(tiny, "GA")

    assert (found.label, found.aliases) == ("Group A", ("GA",))
    assert (found.kind, found.kind_label) == (ISG.NonStateArmedGroup, "non-state armed group")


@pytest.mark.parametrize("name", ["Grup A", "group", "Group C"])
def test_an_unknown_name_is_refused_with_the_nearest(tiny: Store, name: str) -> None:
    """The message names what may be meant, and how to list all."""
    with pytest.raises(NameNotFoundError, match="isgraph list actors") as caught:
        find(tiny, name)

    assert caught.value.name == name
    assert "Group A" in caught.value.nearest
    assert repr(name) in str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "…",
        "zzzzzz",
        "actor:nobody",
        "actor:Group A",
        BASE + "actor/a b",
        "claim:",
        "detains",
        "State",
    ],
)
def test_a_name_far_from_all_is_refused(tiny: Store, name: str) -> None:
    """Nothing near is said where nothing is near, and no name breaks the search."""
    with pytest.raises(NameNotFoundError) as caught:
        find(tiny, name)

    assert caught.value.name == name


def test_an_actor_comes_before_a_place_of_the_same_name() -> None:
    """Where a name fits both, the actor is meant."""
    store = load(TINY)
    place = Iri(BASE + "place/country-x")
    label = Literal("Country X", None, "en")
    store.add([(place, Iri(RDF + "type"), ISG.Country), (place, Iri(RDFS + "label"), label)])

    assert find(store, "Country X").iri.slug == "country-x"
    assert "actor/" in find(store, "Country X").iri
    assert find(store, "place:country-x").iri == place


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        ("actor", ["coalition-k", "country-x", "group-a", "group-b", "institute", "held-b",
                   "person-p"]),
        ("place", ["northland"]),
        ("event", ["northland-talks"]),
        ("instrument", ["northland-pact"]),
        ("work", ["atlas"]),
    ],
)  # fmt: skip
def test_entities_of_a_room(tiny: Store, room: str, expected: list[str]) -> None:
    """The entities of a room come by their labels."""
    assert [found.iri.slug for found in entities(tiny, room)] == expected


def test_all_entities(tiny: Store) -> None:
    """Without a room all come that claims can be about, each once, by label."""
    found = entities(tiny)
    expected = sorted(found, key=lambda item: fold(item.label))

    assert len(found) == len({item.iri for item in found}) == 10
    assert found == expected


def test_the_english_label_is_preferred() -> None:
    """A label in another language names an entity only where English is missing."""
    store = load(TINY)
    a, label = Iri(BASE + "actor/group-a"), Iri(RDFS + "label")
    store.add([(a, label, Literal("A-Gruppe", None, "de"))])

    assert entity(store, a).label == "Group A"

    store.remove([(a, label, Literal("Group A", None, "en"))])

    assert entity(store, a).label == "A-Gruppe"


def test_a_work_is_named_by_its_title_and_a_stranger_by_its_slug(tiny: Store) -> None:
    """What has no label still has a name."""
    assert entity(tiny, BASE + "work/atlas").label == "Atlas of Northland"
    assert entity(tiny, BASE + "actor/nobody").label == "nobody"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("al-Sharaa", "al sharaa"), ("Côte d’Ivoire", "cote d ivoire"), ("  A  b ", "a b"), ("", "")],
)
def test_fold(text: str, expected: str) -> None:
    """A folded name has small letters and single spaces, and folding it again changes nothing."""
    assert fold(text) == expected
    assert fold(fold(text)) == expected


def test_nearest() -> None:
    """Near names are given in a sentence; without one there is none."""
    assert nearest("bcks", ["backs", "detains"]) == " Nearest: 'backs'."
    assert nearest("zzz", ["backs", "detains"]) == ""


def test_entities_at_once_are_the_entities_one_by_one(tiny: Store) -> None:
    """Reading all names at once gives what looking each up gives, labelled or not."""
    iris = {triple[0] for triple in tiny.triples()} | {Iri(BASE + "actor/nobody")}
    found = Entities(tiny)

    assert [found[iri] for iri in sorted(iris)] == [entity(tiny, iri) for iri in sorted(iris)]


def test_an_english_label_comes_first() -> None:
    """Of labels in several languages the English one is shown, both ways of looking up alike."""
    store = Store()
    iri, label = Iri(BASE + "actor/x"), Iri(RDFS + "label")
    store.add([(iri, label, Literal(text, None, text)) for text in ("de", "en", "ar")])

    assert Entities(store)[iri].label == entity(store, iri).label == "en"


def test_an_id_is_a_name_where_no_label_is(tiny: Store) -> None:
    """A claim, a passage, a document and a work have no label, and are found by their ids."""
    for name, kind in {
        "c0001": "relation claim",
        "tiny-0003": "passage",
        "tiny-2025-01-31": "document",
        "atlas": "work",
    }.items():
        assert find(tiny, name).kind_label == kind
    with pytest.raises(NameNotFoundError, match="The answers name claims"):
        find(tiny, "c9999")
    with pytest.raises(WrongTypeError, match="None is no name"):
        find(tiny, None)  # type: ignore[arg-type]
