"""Engines give what networkx gives, and the faster one is really used where it is said to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isgraph import Store, project
from isgraph.analysis import engines
from isgraph.analysis.engines import LARGE, Scores
from isgraph.analysis.measures import all_measures
from isgraph.analysis.ties import fold
from tests.analysis.claim_networks import by_chance

SHAPES: dict[str, Callable[[], nx.Graph]] = {
    "claims": lambda: fold(by_chance(400, 900)),
    "by chance": lambda: nx.gnm_random_graph(300, 500, seed=3),
    "in parts": lambda: nx.gnm_random_graph(300, 150, seed=4),
    "a long way": lambda: nx.cycle_graph(150),
    "a path": lambda: nx.path_graph(120),
    "branches on a ring": lambda: nx.compose(nx.cycle_graph(40), nx.balanced_tree(2, 6)),
    "a grid": lambda: nx.grid_2d_graph(12, 12),
    "a tree": lambda: nx.balanced_tree(3, 4),
    "no tie": lambda: nx.empty_graph(150),
    "more than a block": lambda: nx.barabasi_albert_graph(1500, 2, seed=5),
}


def named(ties: nx.Graph) -> nx.Graph:
    """Give actors names that are not their numbers, and ties weights where they have none."""
    renamed = nx.relabel_nodes(ties, {node: f"actor {node}" for node in ties})
    for number, (*_, tie) in enumerate(renamed.edges(data=True)):
        tie.setdefault("weight", float(number % 3 + 1))
    return renamed


@pytest.mark.parametrize("shape", SHAPES)
def test_closeness_is_that_of_networkx(shape: str) -> None:
    """Nothing of the bits is lost: the figures are the same to the last of ten digits."""
    ties = named(SHAPES[shape]())

    assert engines.closeness(ties) == Scores(nx.closeness_centrality(ties))


@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "more than a block"])
def test_betweenness_is_that_of_networkx(shape: str) -> None:
    """Also where ways are many, where there is none, and where they are long."""
    ties = named(SHAPES[shape]())
    found = engines.betweenness(ties)

    assert found.engine == ("networkx" if shape == "a long way" else "scipy")
    assert found == pytest.approx(nx.betweenness_centrality(ties), rel=1e-9, abs=1e-15)


@given(seed=st.integers(0, 10_000), claims=st.integers(0, 400))
@settings(max_examples=15, deadline=None)
def test_any_network_gives_what_networkx_gives(seed: int, claims: int) -> None:
    """However few or many claims are made, among however many components."""
    ties = fold(by_chance(LARGE, claims, seed))

    assert engines.closeness(ties) == Scores(nx.closeness_centrality(ties))
    assert engines.betweenness(ties) == pytest.approx(
        nx.betweenness_centrality(ties), rel=1e-9, abs=1e-15
    )


@pytest.mark.parametrize("shape", ["claims", "by chance", "a grid", "a tree"])
def test_eigenvector_is_that_of_networkx(shape: str) -> None:
    """In the largest component, by weight, so scaled that the greatest is 1."""
    ties = named(SHAPES[shape]())
    largest = ties.subgraph(max(nx.connected_components(ties), key=len))
    values = nx.eigenvector_centrality(largest, max_iter=100_000, tol=1e-10, weight="weight")
    greatest = max(values.values())
    expected = {node: values.get(node, 0) / greatest for node in ties}

    assert engines.eigenvector(ties) == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("size", [2, LARGE - 1, LARGE, LARGE + 1])
def test_eigenvector_fulfils_its_definition(size: int) -> None:
    """Each figure is in proportion to the sum of the neighbours', by whichever method."""
    ties = named(nx.wheel_graph(size) if size > 3 else nx.path_graph(size))
    values = engines.eigenvector(ties)
    sums = [sum(values[b] * tie["weight"] for b, tie in ties[a].items()) for a in ties]
    ratio = max(sums)

    assert max(values.values()) == 1
    assert sums == pytest.approx([ratio * value for value in values.values()], abs=1e-8)


def test_components_of_one_size_are_computed_each() -> None:
    """No order of actors decides which of two equal components is looked at."""
    ties = nx.disjoint_union(nx.star_graph(3), nx.complete_graph(4))
    values = engines.eigenvector(ties)

    assert [value for value in values.values() if value == 1] == [1] * 5
    assert min(values.values()) == pytest.approx(3**-0.5)


@pytest.mark.parametrize("size", [0, 1])
def test_nobody_and_one(size: int) -> None:
    """Nothing is computed, and nothing fails."""
    ties = named(nx.empty_graph(size))

    for compute in (engines.betweenness, engines.closeness, engines.eigenvector):
        assert list(compute(ties).values()) == [0] * size


def test_the_faster_engine_is_used_where_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """From a hundred actors networkx is not asked, unless ways are long; the figures say which."""
    asked: list[int] = []
    plain = nx.betweenness_centrality

    def watched(ties: nx.Graph, **options: Any) -> dict[str, float]:
        asked.append(len(ties))
        return plain(ties, **options)

    monkeypatch.setattr(nx, "betweenness_centrality", watched)
    shapes = [nx.star_graph(LARGE - 2), nx.star_graph(LARGE - 1), nx.cycle_graph(2 * LARGE)]
    found = [engines.betweenness(ties).engine for ties in shapes]

    assert found == ["networkx", "scipy", "networkx"]
    assert asked == [LARGE - 1, 2 * LARGE]


def test_engines_of_all_measures(shipped: Store) -> None:
    """Every measure of actors on the shipped data says what computed it."""
    network = project(shipped)
    names = ("betweenness", "closeness", "eigenvector", "pagerank", "degree", "brokerage")
    known = all_measures()

    assert [known[name].compute(network).engine for name in names] == [
        "scipy",
        "numpy",
        "scipy",
        "networkx",
        "networkx",
        "isgraph",
    ]


def test_figures_that_differ_by_rounding_alone_are_equal() -> None:
    """Or else two actors in the same place would have different ranks."""
    values = Scores({"a": 0.1 + 0.2, "b": 0.3, "c": 0.3000000001})

    assert values["a"] == values["b"] < values["c"]
