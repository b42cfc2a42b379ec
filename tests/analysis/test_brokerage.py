"""Brokerage agrees with the definitions of Burt and of Gould and Fernandez, told by the book."""

from __future__ import annotations

import math
from collections import Counter
from itertools import permutations

import igraph
import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from isgraph import Store, project
from isgraph.analysis.brokerage import ROLES, brokerage, constraint, roles
from isgraph.analysis.ties import fold
from isgraph.errors import NameNotFoundError
from tests.analysis.claim_networks import ACTORS, Claims, among, by_chance, drawn
from tests.analysis.signed_networks import network_of

GROUPS = dict(zip(ACTORS, "xxxyyyz", strict=False))
"""The last actor has no group."""

BORGATTI = network_of(
    *((a, b, 1) for a, b in ["ab", "af", "ag", "ae", "eg", "fg", "bg", "bd", "dg", "gc"])
)
"""The example of S. P. Borgatti, "Structural holes: unpacking Burt's redundancy measures",
Connections 20 (1), 1997, 35-38."""


def not_hostile(ties: nx.Graph) -> nx.Graph:
    """Return all actors, with the ties that are not hostile."""
    kept = ties.copy()
    kept.remove_edges_from([(a, b) for a, b, sign in ties.edges(data="sign") if sign == -1])
    return kept


def constraint_by_the_book(ties: nx.Graph, actor: str) -> float:
    """Follow Burt's definition: shares of ties, one by one, by way of everyone else."""

    def share(one: str, other: str) -> float:
        weights = {near: ties.edges[one, near]["weight"] for near in ties[one]}
        return weights.get(other, 0.0) / sum(weights.values())

    return sum(
        (share(actor, one) + sum(share(actor, by) * share(by, one) for by in ties[actor])) ** 2
        for one in ties[actor]
    )


def role_by_the_book(start: str, actor: str, end: str) -> str:
    """Look the role up in Gould and Fernandez' figure, by which of the three are alike."""
    one, own, other = (GROUPS.get(name, name) for name in (start, actor, end))
    figure = {
        (True, True, True): "coordinator",
        (False, False, True): "itinerant",
        (False, True, False): "gatekeeper",
        (True, False, False): "representative",
        (False, False, False): "liaison",
    }
    return figure[one == own, own == other, one == other]


def brokered_by_the_book(network: nx.MultiDiGraph) -> Counter[tuple[str, str]]:
    """Try every three actors, and count by broker and role."""
    ties = not_hostile(fold(network, directed=True))
    return Counter(
        (actor, role_by_the_book(start, actor, end))
        for start, actor, end in permutations(ties, 3)
        if ties.has_edge(start, actor)
        and ties.has_edge(actor, end)
        and not ties.has_edge(start, end)
    )


@given(claims=drawn())
@settings(max_examples=60, deadline=None)
def test_constraint_agrees_with_its_definition(claims: Claims) -> None:
    """By weights of ties that are not hostile; who has none is given 1."""
    network = among(ACTORS, claims)
    ties = not_hostile(fold(network))
    expected = {a: constraint_by_the_book(ties, a) if ties[a] else 1.0 for a in ties}
    found = constraint(network)

    assert found == pytest.approx(expected)
    assert all(0 < value < 2 for value in found.values())


def test_constraint_agrees_with_igraph() -> None:
    """On a network of some size, with parallel claims."""
    network = by_chance(150, 400)
    ties = not_hostile(fold(network))
    edges = list(ties.edges(data="weight"))
    graph = igraph.Graph.TupleList(edges, weights=True)
    expected = dict(zip(graph.vs["name"], graph.constraint(weights="weight"), strict=True))

    assert constraint(network) == pytest.approx(dict.fromkeys(ties, 1.0) | expected)


def test_constraint_of_the_published_example() -> None:
    """The middle of Borgatti's seven actors is the least constrained."""
    values = constraint(BORGATTI)

    assert [values[actor] for actor in "gac"] == pytest.approx([0.400, 0.595, 1], abs=5e-4)


def test_constraint_of_complete_networks_and_stars() -> None:
    """Where all n are tied: (1 + (n - 2) / (n - 1))² / (n - 1); in the middle of a star: 1 / n."""
    six = network_of(*((a, b, 1) for a in "abcdef" for b in "abcdef" if a < b))
    star = constraint(network_of(*(("m", leaf, 1) for leaf in "abcd")))

    assert constraint(six) == pytest.approx(dict.fromkeys("abcdef", (1 + 4 / 5) ** 2 / 5))
    assert star == {"m": 0.25} | dict.fromkeys("abcd", 1)


@given(claims=drawn())
@settings(max_examples=60, deadline=None)
def test_roles_agree_with_their_definition(claims: Claims) -> None:
    """Every three actors in a row, where none is tied to the last directly, are counted once."""
    network = among(ACTORS, claims)
    assume(fold(network).edges)
    expected = brokered_by_the_book(network)
    found = roles(network, by=GROUPS)
    totals = {a: sum(expected[a, role] for role in ROLES) for a in ACTORS}

    assert brokerage(network) == totals
    assert {
        (row.actor[-1].lower(), role): getattr(row, role)
        for row in found.rows
        for role in ROLES
        if getattr(row, role)
    } == dict(expected)
    assert (
        Counter((triple.actor, triple.role) for actor in ACTORS for triple in found.triples(actor))
        == expected
    )


@pytest.mark.parametrize(
    ("start", "actor", "end", "role"),
    [
        ("a", "b", "c", "coordinator"),
        ("a", "d", "b", "itinerant"),
        ("a", "d", "e", "gatekeeper"),
        ("a", "b", "d", "representative"),
        ("a", "d", "g", "liaison"),
        ("a", "h", "d", "liaison"),
        ("a", "h", "b", "itinerant"),
    ],
)
def test_each_role(start: str, actor: str, end: str, role: str) -> None:
    """a, b, c are one group, d, e, f another, g a third, and h is in none."""
    found = roles(network_of((start, actor, 1), (actor, end, 0)), by=GROUPS)
    triple = found.triples(actor)[0]

    assert triple == (start, actor, end, role, ("c1", "c2"))
    assert found.triples(actor, role) == [triple]
    assert len(found.rows) == 1


@pytest.mark.parametrize(
    "claims",
    [
        (("a", "b", 1), ("b", "c", 1), ("a", "c", 1)),
        (("a", "b", 1), ("c", "b", 1)),
        (("a", "b", 1), ("b", "a", 1)),
        (("a", "b", 1), ("b", "c", -1)),
    ],
    ids=["a tie of their own", "no way on", "way back", "hostile"],
)
def test_these_broker_nothing(claims: Claims) -> None:
    """No place between others is left where these are all the claims."""
    assert set(brokerage(network_of(*claims)).values()) == {0}
    assert list(roles(network_of(*claims), by=GROUPS).rows) == []


def test_a_hostile_tie_shortens_nothing() -> None:
    """Who fights the end still has to go through the broker."""
    assert brokerage(network_of(("a", "b", 1), ("b", "c", 1), ("a", "c", -1)))["b"] == 1


def test_complete_networks_and_stars() -> None:
    """Where all are tied nobody brokers; the middle of a star brokers every pair, both ways."""
    pairs = [(a, b, 0) for a in "abcdef" for b in "abcdef" if a < b]
    star = [("m", leaf, 0) for leaf in "abcd"]

    assert set(brokerage(network_of(*pairs, is_symmetric=True)).values()) == {0}
    assert brokerage(network_of(*star, is_symmetric=True))["m"] == math.perm(4, 2)


@given(claims=drawn(), order=st.permutations(ACTORS))
@settings(max_examples=25, deadline=None)
def test_names_and_their_order_change_nothing(claims: Claims, order: list[str]) -> None:
    """Whoever is called what, an actor in the same place has the same figure."""
    other = dict(zip(ACTORS, order, strict=True))
    network = among(ACTORS, claims)
    turned = among(order, tuple((other[a], other[b], sign) for a, b, sign in claims[::-1]))

    for measure in (brokerage, constraint):
        before, after = measure(network), measure(turned)

        assert {other[actor]: value for actor, value in before.items()} == pytest.approx(
            dict(after)
        )


@pytest.mark.parametrize("by", ["camp", "kind"])
def test_roles_on_the_shipped_data(shipped: Store, by: str) -> None:
    """Whatever the groups, roles add up to the measure, and each has claims that are there."""
    network = project(shipped)
    found = roles(network, by=by)
    totals = brokerage(network)
    known = {claim for *_, claim in network.edges(data="id")}
    first = found.rows[0]
    triples = found.triples(first.actor)

    assert sum(first[1:]) == max(totals.values()) == len(triples)
    assert len(found.rows) == sum(value > 0 for value in totals.values())
    assert all(triple.claims and known.issuperset(triple.claims) for triple in triples)


def test_roles_as_text(tiny: Store) -> None:
    """The text says what the groups are, that camps are computed, and fits 80 columns."""
    found = roles(project(tiny))

    assert "camps, computed and not claimed" in str(found)
    assert max(map(len, str(found).splitlines())) <= 80
    assert "<table" in found._repr_html_()


@pytest.mark.parametrize(("actor", "role"), [("Group Q", None), ("Group A", "broker")])
def test_names_that_are_not_there(actor: str, role: str | None) -> None:
    """An actor or a role that does not exist is refused, with those that do."""
    found = roles(network_of(("a", "b", 1), ("b", "c", 1)), by=GROUPS)

    with pytest.raises(NameNotFoundError, match=r"Group A|coordinator"):
        found.triples(actor, role)
