"""Contrast: two networks side by side, beside what is counted by brute force."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from isgraph.analysis.contrast import custody, cut, moves, reach, ties
from isgraph.analysis.ties import fold
from isgraph.network import Network, project
from isgraph.store import Store
from tests.analysis.claim_networks import ACTORS, Claims, among, drawn
from tests.analysis.stores import both


def figures(before: Network, after: Network, over: str) -> dict[str, tuple[int, int]]:
    """Return the figures of one sort of ties, before and after."""
    return {row.figure: (row.before, row.after) for row in reach(before, after) if row.over == over}


@settings(max_examples=25, deadline=None)
@given(drawn())
def test_a_network_beside_itself(claims: Claims) -> None:
    """Nothing is different."""
    network = among(ACTORS, claims)

    assert [*ties(network, network), *cut(network, network), *moves(network, network)] == []
    assert all(row.before == row.after for row in reach(network, network))
    assert {row.change for row in custody(network, network)} <= {"unchanged"}


@settings(max_examples=40, deadline=None)
@given(drawn(), drawn())
def test_the_other_way_round(one: Claims, other: Claims) -> None:
    """Ties and figures of reach are mirrored when the networks change places."""
    here, there = among(ACTORS, one), among(ACTORS, other)

    assert [(row.one, row.other, row.before, row.after) for row in ties(here, there)] == [
        (row.one, row.other, row.after, row.before) for row in ties(there, here)
    ]
    assert [(row.before, row.after) for row in reach(here, there)] == [
        (row.after, row.before) for row in reach(there, here)
    ]


@settings(max_examples=40, deadline=None)
@given(drawn(), st.sampled_from(ACTORS))
def test_reach_by_brute_force(claims: Claims, gone: str) -> None:
    """Pairs that have a path are counted; without an actor there are never more."""
    before = among(ACTORS, claims)
    after = before.copy()
    after.remove_node(gone)
    found = figures(before, after, "all ties")["pairs that can reach each other"]
    expected = tuple(
        sum(nx.has_path(fold(network), *pair) for pair in combinations(sorted(network), 2))
        for network in (before, after)
    )

    assert found == expected
    assert found[1] <= found[0]


def test_ties_that_are_not_hostile() -> None:
    """A hostile tie alone lets nobody reach the other; the actor at its end is cut off."""
    before = among("abc", (("a", "b", 1), ("b", "c", 1)))
    after = among("abc", (("a", "b", 1), ("b", "c", -1)))

    assert figures(before, after, "all ties")["ties"] == (2, 2)
    assert figures(before, after, "ties not hostile")["ties"] == (2, 1)
    assert [tuple(row) for row in cut(before, after)] == [
        ("ties not hostile", "cut off", "Group C", 2, 0)
    ]


def test_signs_of_ties() -> None:
    """A tie that is gone, one that is new, and one of another sign; what stays is left out."""
    before = among("abcd", (("a", "b", 1), ("b", "c", 1), ("a", "d", 0)))
    after = among("abcd", (("a", "b", -1), ("c", "d", 0), ("a", "d", 0)))

    assert [tuple(row) for row in ties(before, after)] == [
        ("Group A", "Group B", "supportive", "hostile", "c1"),
        ("Group B", "Group C", "supportive", "no tie", "c2"),
        ("Group C", "Group D", "no tie", "neutral", "c2"),
    ]


def test_camps() -> None:
    """Who is bound to others than before has another camp."""
    ring = (
        ("a", "b", 1),
        ("b", "c", 1),
        ("a", "c", 1),
        ("d", "e", 1),
        ("e", "f", 1),
        ("d", "f", 1),
    )
    before = among("abcdefg", (*ring, ("g", "a", 1), ("g", "b", 1)))
    after = among("abcdefg", (*ring, ("g", "d", 1), ("g", "e", 1)))

    assert [row.actor for row in moves(before, after)] == ["Group G"]


def test_custody(tiny: Store) -> None:
    """A holder who is gone, one who holds no longer, and one who holds anew."""
    network = project(tiny)
    group, held = (f"https://w3id.org/isgraph/actor/{name}" for name in ("group-a", "held-b"))
    without = network.copy()
    without.remove_node(group)
    released = network.copy()
    released.remove_edges_from([edge[:3] for edge in network.out_edges(group, keys=True)])

    def changes(before: Network, after: Network) -> list[tuple[str, str, str]]:
        rows = custody(before, after)
        return [(row.change, row.before_claims, row.after_claims) for row in rows]

    assert changes(network, without) == [("holder gone", "c0001", "")]
    assert changes(network, released) == [("not held", "c0001", "")]
    assert changes(released, network) == [("new", "", "c0001")]
    assert held in network


def test_heirs() -> None:
    """Who is said to be handed what the holder had is named, with the claim that says so."""
    network = project(both())
    group, other = (f"https://w3id.org/isgraph/actor/{name}" for name in ("group-a", "country-x"))
    handed = {
        **next(iter(network[other][group].values())),
        "id": "c0900",
        "kind": "handsOverTo",
        "modality": "planned",
        "subject": group,
        "object": other,
        "object_label": "Country X",
    }
    network.add_edge(group, other, key="c0900", **handed)
    without = network.copy()
    without.remove_node(group)

    assert [row.heirs for row in custody(network, without)] == [
        "may pass to Country X (c0900, asserted as planned)"
    ]
