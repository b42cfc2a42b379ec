"""Measures of position agree with igraph, with published figures and with their definitions."""

from __future__ import annotations

import math
from collections.abc import Callable

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isgraph import Store, project
from isgraph.analysis.engines import Scores
from isgraph.analysis.measures import Measure
from isgraph.analysis.position import (
    MEASURES,
    betweenness,
    closeness,
    core_number,
    degree,
    eigenvector,
    hostile_degree,
    in_degree,
    out_degree,
    pagerank,
    supportive_degree,
)
from isgraph.analysis.ties import fold
from tests.analysis.claim_networks import ACTORS, Claims, among, by_chance, drawn
from tests.analysis.signed_networks import network_of

NETWORK = by_chance(150, 400)
NETWORK.add_edges_from([("far", "away"), ("away", "off")], id="c0", sign=1, family="supportive")
"""With parallel claims, isolated actors and several components."""

KITE_ENDS = ("bcdf", "deg", "df", "efg", "g", "gh", "h", "i", "j")
KITE = network_of(
    *((start, end, 1) for start, ends in zip("abcdefghi", KITE_ENDS, strict=True) for end in ends)
)
"""D. Krackhardt, "Assessing the political landscape", Administrative Science Quarterly 35, 1990."""


def in_igraph(ties: nx.Graph) -> igraph.Graph:
    """Return ties as igraph has them, with their weights."""
    return igraph.Graph.TupleList(
        ((one, other, weight) for one, other, weight in ties.edges(data="weight")),
        directed=ties.is_directed(),
        weights=True,
    )


def by_name(graph: igraph.Graph, values: list[float]) -> dict[str, float]:
    """Name what igraph found; it does not know of isolated actors."""
    return dict(zip(graph.vs["name"], values, strict=True))


def supportive(ties: nx.Graph) -> nx.Graph:
    """Return the ties that some claim calls supportive."""
    return ties.edge_subgraph(
        [(a, b) for a, b, tie in ties.edges(data=True) if tie["sign"] == 1 or tie["both"]]
    )


def hostile(ties: nx.Graph) -> nx.Graph:
    """Return the ties that some claim calls hostile."""
    return ties.edge_subgraph(
        [(a, b) for a, b, tie in ties.edges(data=True) if tie["sign"] == -1 or tie["both"]]
    )


def told(values: Scores) -> dict[str, float]:
    """Leave out who has nothing."""
    return {actor: value for actor, value in values.items() if value}


def test_network_is_what_it_is_meant_to_be() -> None:
    """Tests on it would miss mistakes if nobody were isolated or all were in one component."""
    ties = fold(NETWORK)
    sizes = sorted(map(len, nx.connected_components(ties)))

    assert (sizes[0], sizes[-2]) == (1, 3)
    assert NETWORK.number_of_edges() > ties.number_of_edges()
    assert any(both for *_, both in ties.edges(data="both"))


def test_degrees_agree_with_igraph() -> None:
    """Any sign, each sign, and each direction."""
    ties, directed = in_igraph(fold(NETWORK)), in_igraph(fold(NETWORK, directed=True))
    friends = in_igraph(supportive(fold(NETWORK)))
    foes = in_igraph(hostile(fold(NETWORK)))

    assert told(degree(NETWORK)) == by_name(ties, ties.degree())
    assert told(in_degree(NETWORK)) == {
        name: count for name, count in by_name(directed, directed.indegree()).items() if count
    }
    assert told(out_degree(NETWORK)) == {
        name: count for name, count in by_name(directed, directed.outdegree()).items() if count
    }
    assert told(supportive_degree(NETWORK)) == by_name(friends, friends.degree())
    assert told(hostile_degree(NETWORK)) == by_name(foes, foes.degree())


def test_betweenness_agrees_with_igraph() -> None:
    """As a share of all pairs of others."""
    ties = in_igraph(fold(NETWORK))
    pairs = math.comb(len(NETWORK) - 1, 2)
    expected = by_name(ties, [value / pairs for value in ties.betweenness()])

    assert told(betweenness(NETWORK)) == pytest.approx({a: v for a, v in expected.items() if v})


def test_closeness_agrees_with_igraph() -> None:
    """That of igraph is within the component; ours is less by the share that this has of all."""
    ties = in_igraph(fold(NETWORK))
    share = [(len(ties.subcomponent(actor)) - 1) / (len(NETWORK) - 1) for actor in ties.vs]
    values = [a * b for a, b in zip(ties.closeness(), share, strict=True)]

    assert told(closeness(NETWORK)) == pytest.approx(by_name(ties, values))


def test_eigenvector_agrees_with_igraph() -> None:
    """By weights, in the largest component."""
    ties = in_igraph(fold(NETWORK)).connected_components().giant()
    expected = by_name(ties, ties.eigenvector_centrality(weights="weight"))

    assert told(eigenvector(NETWORK)) == pytest.approx(expected, abs=1e-6)


def test_pagerank_agrees_with_igraph() -> None:
    """By weights, along supportive ties, with everybody who has none."""
    directed = fold(NETWORK, directed=True)
    graph = igraph.Graph(directed=True)
    graph.add_vertices(list(directed))
    edges = list(supportive(directed).edges(data="weight"))
    graph.add_edges([edge[:2] for edge in edges])
    expected = by_name(graph, graph.pagerank(weights=[weight for *_, weight in edges]))

    assert pagerank(NETWORK) == pytest.approx(expected, abs=1e-9)


def test_core_numbers_agree_with_igraph() -> None:
    """Whatever the direction of claims."""
    ties = in_igraph(fold(NETWORK))

    assert told(core_number(NETWORK)) == by_name(ties, ties.coreness())


def test_the_kite_has_the_figures_that_were_published() -> None:
    """Three measures name three different actors: the most ties, the closest, the one between."""
    between, close, count = betweenness(KITE), closeness(KITE), degree(KITE)
    expected = {"d": 0.102, "f": 0.231, "g": 0.231, "h": 0.389, "i": 0.222}

    assert {a: v for a, v in between.items() if v > 0.1} == pytest.approx(expected, abs=5e-4)
    assert [close[actor] for actor in "dfghij"] == pytest.approx(
        [0.600, 0.643, 0.643, 0.600, 0.429, 0.310], abs=5e-4
    )
    assert [count[actor] for actor in ACTORS + "ij"] == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
@given(claims=drawn(), order=st.permutations(ACTORS))
@settings(max_examples=25, deadline=None)
def test_names_and_their_order_change_nothing(
    measure: Measure, claims: Claims, order: list[str]
) -> None:
    """Whoever is called what, an actor in the same place has the same figure."""
    other = dict(zip(ACTORS, order, strict=True))
    before = measure.compute(among(ACTORS, claims))
    after = measure.compute(
        among(order, tuple((other[a], other[b], sign) for a, b, sign in claims[::-1]))
    )

    assert {other[actor]: value for actor, value in before.items()} == pytest.approx(
        dict(after), rel=1e-8, abs=1e-12
    )


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_who_is_isolated_has_a_figure(measure: Measure) -> None:
    """It is 0; PageRank alone gives everyone a start, and everyone alike if nobody is tied."""
    expected = 1 / 8 if measure.compute is pagerank else 0.0

    assert measure.compute(among(ACTORS)) == pytest.approx(dict.fromkeys(ACTORS, expected))


def test_pagerank_of_who_has_no_supportive_tie_is_the_lowest() -> None:
    """Being fought gives no standing; being backed does."""
    values = pagerank(network_of(("a", "b", 1), ("c", "d", -1)))

    assert values["b"] > values["a"] == values["c"] == values["d"] > 0
    assert sum(values.values()) == pytest.approx(1)


@pytest.mark.parametrize("measure", [betweenness, closeness, degree, eigenvector, core_number])
@given(claims=drawn(), signs=st.lists(st.sampled_from((-1, 0, 1)), min_size=20, max_size=20))
@settings(max_examples=15, deadline=None)
def test_neither_sign_nor_direction_matters(
    measure: Callable[[nx.MultiDiGraph], Scores], claims: Claims, signs: list[int]
) -> None:
    """Turned round and of other signs, the claims give the same figures."""
    turned = tuple((b, a, sign) for (a, b, _), sign in zip(claims, signs, strict=False))

    assert measure(among(ACTORS, claims)) == measure(among(ACTORS, turned))


@pytest.mark.parametrize("size", [6, 150], ids=["by networkx", "by scipy"])
def test_everyone_tied_to_everyone(size: int) -> None:
    """In a complete network all are alike, closest, and between nobody."""
    names = [f"n{number}" for number in range(size)]
    network = network_of(*((a, b, 1) for a in names for b in names if a < b))

    assert set(betweenness(network).values()) == {0}
    assert set(closeness(network).values()) == {1}
    assert set(degree(network).values()) == {size - 1} == set(core_number(network).values())
    assert set(eigenvector(network).values()) == {1}


@pytest.mark.parametrize("size", [6, 150], ids=["by networkx", "by scipy"])
def test_everyone_tied_to_one(size: int) -> None:
    """In a star the middle is between all others, and they are two steps apart."""
    leaves = [f"n{number}" for number in range(size - 1)]
    network = network_of(*(("m", leaf, 0) for leaf in leaves))
    near, rays = closeness(network), eigenvector(network)

    assert betweenness(network) == {"m": 1} | dict.fromkeys(leaves, 0)
    assert (near["m"], near["n0"]) == pytest.approx((1, (size - 1) / (2 * size - 3)))
    assert (rays["m"], rays["n0"]) == pytest.approx((1, 1 / math.sqrt(size - 1)))
    assert out_degree(network)["m"] == size - 1 == sum(in_degree(network).values())


def test_a_tie_of_both_signs_counts_twice() -> None:
    """It is one tie, supportive and hostile; a neutral one is neither."""
    network = network_of(("a", "b", 1), ("b", "a", -1), ("a", "c", 0))

    assert [count(network)["a"] for count in (degree, supportive_degree, hostile_degree)] == [
        2,
        1,
        1,
    ]


def test_what_is_not_said_to_be_so_counts_nothing() -> None:
    """Denied ties move no figure."""
    said = [measure.compute(among("abcd", (("a", "b", 1),))) for measure in MEASURES]
    network = among("abcd", (("a", "b", 1),))
    network.add_edge("c", "d", id="c9", sign=1, family="supportive", status="denied")

    assert [measure.compute(network) for measure in MEASURES] == said


def test_a_small_component_does_not_outdo_the_largest() -> None:
    """Three who all know each other are 0 beside a larger component, however dense they are."""
    row, ring = ["ab", "bc", "cd"], ["xy", "yz", "zx"]
    values = eigenvector(network_of(*((one, other, 1) for one, other in row + ring)))

    assert (values["b"], values["x"]) == (1, 0)


def test_ranges_on_the_shipped_data(shipped: Store) -> None:
    """Each figure is in the range that its docstring states, for every actor."""
    network = project(shipped)
    others = len(network) - 1
    most = {"betweenness": 1.0, "closeness": 1.0, "eigenvector": 1.0, "pagerank": 1.0}

    for measure in MEASURES:
        values = measure.compute(network)

        assert set(values) == set(network)
        assert 0 <= min(values.values()) < max(values.values()) <= most.get(measure.name, others)
