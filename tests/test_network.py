"""Claims as a network."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import isgraph
from isgraph.errors import EmptyNetworkError, NameNotFoundError, WrongTypeError
from isgraph.network import as_network, edition, keep_around, keep_named, project
from isgraph.store import Store, load
from isgraph.terms import BASE

TINY = Path(__file__).with_name("tiny.ttl")
BETWEEN_ACTORS = {
    "c0001", "c0002", "c0003", "c0004", "c0005", "c0006", "c0012", "c0013", "c0014", "c0017",
    "c0018",
}  # fmt: skip


def actor(slug: str) -> str:
    """Return the node of an actor."""
    return f"{BASE}actor/{slug}"


def ids(network: nx.MultiDiGraph[str]) -> set[str]:
    """Return the ids of the claims that are edges."""
    return {data["id"] for _, _, data in network.edges(data=True)}


def test_a_row_that_sums_up_is_drawn_by_its_claims(tiny: Store) -> None:
    """Of a row that lists several claims, these are kept and no others of its actors."""
    rows = tiny.query('SELECT ("Group A" AS ?who) ("c0012, c0013" AS ?claim_ids) {}')

    assert ids(keep_named(rows)) == {"c0012", "c0013"}


def test_each_relation_between_actors_is_an_edge(tiny: Store) -> None:
    """A claim is one edge, and its IRI is the key."""
    network = project(tiny)
    keys = {key.rsplit("/", 1)[-1] for _, _, key in network.edges(keys=True)}

    assert ids(network) == keys == BETWEEN_ACTORS
    assert network.number_of_edges() == len(BETWEEN_ACTORS)
    assert isinstance(network, nx.MultiDiGraph)


def test_edges_run_from_subject_to_object(tiny: Store) -> None:
    """A symmetric relation is one edge too, as it is claimed."""
    network = project(tiny)

    assert network.has_edge(actor("group-a"), actor("held-b"), f"{BASE}claim/c0001")
    assert network.has_edge(actor("group-a"), actor("group-b"), f"{BASE}claim/c0004")
    assert not network.has_edge(actor("group-b"), actor("group-a"))


def test_nodes_say_what_they_are(tiny: Store) -> None:
    """A node has label, aliases and class; one without a tie or a fact is left out."""
    network = project(tiny)
    expected = {
        "label": "Group A",
        "aliases": ["GA"],
        "kind": "NonStateArmedGroup",
        "kind_label": "non-state armed group",
    }

    assert network.nodes[actor("group-a")] == expected
    assert actor("institute") not in network
    assert len(network) == 6


def test_nodes_and_attributes_are_plain_text(tiny: Store) -> None:
    """No node, key or attribute is of a class of ours, so that any exporter takes them."""
    network = project(tiny, everything=True)
    plain = (str, int, float, bool, date, list, type(None))

    for one, other, key, data in network.edges(keys=True, data=True):
        assert {type(one), type(other), type(key)} == {str}
        assert all(isinstance(value, plain) for value in data.values())
        assert {type(data[name]) for name in ("iri", "subject", "object")} == {str}


def test_facts_stand_beside_the_ties(tiny: Store) -> None:
    """Figures and states belong to their node."""
    facts = project(tiny).graph["facts"]

    assert {node: [fact["id"] for fact in found] for node, found in facts.items()} == {
        actor("group-b"): ["c0010", "c0011"]
    }
    assert facts[actor("group-b")][0]["text"].startswith("Group B")


def test_everything_takes_in_places_events_and_instruments(tiny: Store) -> None:
    """With everything, all relation claims are edges."""
    network = project(tiny, everything=True)
    expected = BETWEEN_ACTORS | {"c0007", "c0008", "c0009", "c0015", "c0016"}

    assert ids(network) == expected
    assert f"{BASE}place/northland" in network
    assert f"{BASE}event/northland-talks" in network
    assert f"{BASE}instrument/northland-pact" in network


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"on": date(2020, 1, 1)}, BETWEEN_ACTORS - {"c0002"}),
        ({"on": date(2025, 1, 1)}, BETWEEN_ACTORS - {"c0004"}),
        ({"known_by": date(2025, 1, 1)}, set()),
        ({"kinds": ["opposes"]}, {"c0001", "c0003", "c0004", "c0012", "c0014"}),
        ({"statuses": ["alleged"]}, {"c0017"}),
        ({"kinds": ["fighters"]}, set()),
    ],
)
def test_options_choose_claims(tiny: Store, options: dict[str, Any], expected: set[str]) -> None:
    """The options mean what they mean everywhere."""
    assert ids(project(tiny, **options)) == expected


def test_the_network_says_what_it_is_of(tiny: Store) -> None:
    """Title, days and edition travel with it."""
    network = project(tiny, on=date(2025, 1, 1), known_by=date(2025, 2, 1))

    assert network.graph["on"] == date(2025, 1, 1)
    assert network.graph["known_by"] == date(2025, 2, 1)
    assert network.graph["title"]
    assert network.graph["edition"] == edition(tiny)
    assert "2025-01-31" in edition(tiny)
    assert {"supportive", "hostile", "custody"} <= set(network.graph["families"])


def test_a_day_marks_certainty(tiny: Store) -> None:
    """On a day each edge is certain or possible; without one it is neither."""
    dated = project(tiny, on=date(2025, 1, 1)).edges(data="certainty")
    undated = project(tiny).edges(data="certainty")

    assert {certainty for *_, certainty in dated} == {"certain", "possible"}
    assert {certainty for *_, certainty in undated} == {None}


def test_keep_around_one_step(tiny: Store) -> None:
    """One step around an actor are its neighbours, whichever way the edges run."""
    network = project(tiny)
    before = (len(network), network.number_of_edges())
    near = keep_around(network, tiny, "Person P")

    assert set(near) == {actor("person-p"), actor("group-a")}
    assert ids(near) == {"c0006"}
    assert near.graph["title"] == "Person P and its ties"
    assert (len(network), network.number_of_edges()) == before
    assert network.graph["title"] != near.graph["title"]


@pytest.mark.parametrize(
    ("hops", "expected"),
    [
        (1, {"person-p", "group-a"}),
        (2, {"person-p", "group-a", "group-b", "country-x", "held-b"}),
        (3, {"person-p", "group-a", "group-b", "country-x", "held-b", "coalition-k"}),
        (9, {"person-p", "group-a", "group-b", "country-x", "held-b", "coalition-k"}),
    ],
)
def test_keep_around_more_steps(tiny: Store, hops: int, expected: set[str]) -> None:
    """Each step takes in the neighbours of what is there."""
    assert set(keep_around(project(tiny), tiny, "Person P", hops)) == set(map(actor, expected))


def test_keep_around_keeps_facts_of_what_is_kept(tiny: Store) -> None:
    """A fact goes with its node."""
    network = project(tiny)

    assert keep_around(network, tiny, "Person P").graph["facts"] == {}
    assert actor("group-b") in keep_around(network, tiny, "Group A").graph["facts"]


def test_an_actor_without_ties_is_said_to_have_none(tiny: Store) -> None:
    """There is nothing to draw around someone who only speaks, or only has a number."""
    with pytest.raises(EmptyNetworkError, match="Institute has no tie"):
        keep_around(project(tiny), tiny, "Institute")
    with pytest.raises(EmptyNetworkError, match="isgraph show group-b"):
        keep_around(project(tiny, kinds=["fighters"]), tiny, "Group B")


def test_an_unknown_name_is_refused(tiny: Store) -> None:
    """A misspelt name is refused with the nearest."""
    with pytest.raises(NameNotFoundError, match="'Group A'"):
        keep_around(project(tiny), tiny, "Grup A")


def test_a_claim_that_was_taken_back_is_no_edge() -> None:
    """It stays in the data, and no picture or measure counts it."""
    text = TINY.read_text("utf-8").replace(
        "claim:c0001 a isg:RelationClaim ;",
        "claim:c0001 a isg:RelationClaim ; owl:deprecated true ;",
    )
    store = Store()
    store.parse(text)

    assert "c0001" in {claim["id"] for *_, claim in project(load(TINY)).edges(data=True)}
    assert "c0001" not in {claim["id"] for *_, claim in project(store).edges(data=True)}


def test_what_asks_of_a_network_takes_a_store_too(tiny: Store) -> None:
    """A store is projected where a network is wanted; anything else is refused in words."""
    assert nx.utils.graphs_equal(as_network(tiny), project(tiny))
    assert as_network(network := project(tiny)) is network
    assert str(isgraph.measure(tiny, "degree")) == str(isgraph.measure(network, "degree"))
    assert str(isgraph.enemies(tiny)) == str(isgraph.enemies(network))
    assert isgraph.camps(tiny) == isgraph.camps(network)
    assert isgraph.draw(tiny).html == isgraph.draw(network).html
    with pytest.raises(WrongTypeError, match="A network or a store is wanted here, and not a str"):
        isgraph.balance("SDF")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda network: isgraph.find_paths(network, "GA", "GB"),
        lambda network: isgraph.series(network, "degree"),
        lambda network: isgraph.diff(network, "2024-01-31", "2025-01-31"),
        lambda network: isgraph.conflicts(network),
        lambda network: isgraph.ask(network, "detentions"),
        lambda network: isgraph.show(network, "GA"),
        lambda network: isgraph.tell(network),
        lambda network: isgraph.check(network),
        lambda network: isgraph.coverage(network),
    ],
)
def test_what_asks_of_a_store_refuses_a_network(tiny: Store, wrong: Callable[..., Any]) -> None:
    """A network has no triples to be asked; the message says what to give."""
    with pytest.raises(WrongTypeError, match="A store is wanted here, and not a MultiDiGraph"):
        wrong(project(tiny))
