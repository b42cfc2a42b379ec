"""Engines: the library that computes what takes networkx long, chosen by the size of a network.

networkx stays the interface: ties go in and a figure for each actor comes out. What takes it
little longer than reading the ties does (core numbers, PageRank, constraint) stays with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

LARGE = 100
"""Actors from which matrices save more time than it takes to make them."""

DIGITS = 10
"""Later digits depend on the order in which an engine adds, and would make unequal what is not."""

FAR = 64
"""Steps after which a way is long: each costs as much as all actors, however few it reaches."""

BLOCK, COLUMNS = 1024, 16
"""Starts of one block of bits, and of one matrix: larger ones leave the processor's cache."""


class Scores(dict[str, float]):
    """A figure for each actor, to ten digits, and the library that computed it.

    Examples
    --------
    >>> Scores({"a": 1 / 3}), Scores({"a": 1 / 3}).engine
    ({'a': 0.3333333333}, 'networkx')
    """

    def __init__(
        self, values: Mapping[str, float] | Iterable[tuple[str, float]], engine: str = "networkx"
    ) -> None:
        pairs = values.items() if isinstance(values, Mapping) else values
        super().__init__((node, float(f"{value:.{DIGITS}g}")) for node, value in pairs)
        self.engine = engine


def betweenness(ties: nx.Graph[str]) -> Scores:
    """Return the exact betweenness of every actor, from scipy if there are many.

    The algorithm is that of U. Brandes, "A faster algorithm for betweenness
    centrality", Journal of Mathematical Sociology 25 (2), 2001, from several
    starts at once, each a column of a matrix; see A. Buluç and J. R. Gilbert,
    "The Combinatorial BLAS", International Journal of High Performance
    Computing Applications 25 (4), 2011. Branches that hang on one actor are
    counted beforehand; see A. E. Sarıyüce and others, "Shattering and
    compressing networks for betweenness centrality", SIAM International
    Conference on Data Mining, 2013. Numbers are added in the same order every
    time.

    Examples
    --------
    >>> betweenness(nx.path_graph("abc")), betweenness(nx.star_graph(LARGE)).engine
    ({'a': 0.0, 'b': 1.0, 'c': 0.0}, 'scipy')
    """
    if len(ties) < LARGE:
        return Scores(nx.betweenness_centrality(ties))
    hanging = _Branches(ties)
    core = ties.subgraph([node for node in ties if node not in hanging.cut])
    inside = _within(core, {node: 1.0 + hanging.size[node] for node in core})
    if inside is None:
        return Scores(nx.betweenness_centrality(ties))
    found = hanging.between()
    for node, value in inside.items():
        found[node] += value
    pairs = (len(ties) - 1) * (len(ties) - 2)
    return Scores({node: value / pairs for node, value in found.items()}, "scipy")


class _Branches:
    """The trees that hang on one actor each: who is cut off with them, and how large they are."""

    def __init__(self, ties: nx.Graph[str]) -> None:
        self.ties = ties
        self.cut: set[str] = set()
        self.size, self.squares = dict.fromkeys(ties, 0), dict.fromkeys(ties, 0)
        left = dict(ties.degree())
        ends = [node for node in ties if left[node] == 1]
        for node in ends:
            for near in ties[node] if left[node] == 1 else ():
                if near not in self.cut:
                    self.cut.add(node)
                    self.size[near] += self.size[node] + 1
                    self.squares[near] += (self.size[node] + 1) ** 2
                    left[near] -= 1
                    if left[near] == 1:
                        ends.append(near)

    def between(self) -> dict[str, float]:
        """Count the pairs, both ways, that an actor joins and of which one end is in a branch."""
        found: dict[str, float] = {}
        for part in nx.connected_components(self.ties):
            others = len(part) - 1
            for node in part:
                rest = others - self.size[node]
                found[node] = float(others**2 - rest**2 - self.squares[node])
        return {node: found[node] for node in self.ties}


def _within(ties: nx.Graph[str], weights: Mapping[str, float]) -> dict[str, float] | None:
    """Add up, over starts and ends by their weights, how far ways depend on each actor."""
    from scipy.sparse import csr_array

    starts, ends = _neighbours(ties)
    matrix = csr_array((np.ones(len(ends)), ends, starts), shape=(len(ties), len(ties)))
    many = np.array([weights[node] for node in ties])
    found = np.zeros(len(ties))
    for first in range(0, len(ties), COLUMNS):
        block = np.arange(first, min(first + COLUMNS, len(ties)))
        between = _between(matrix, block, many)
        if between is None:
            return None
        found += between
    return dict(zip(ties, found.tolist(), strict=True))


def _between(
    matrix: Any, starts: NDArray[np.int64], many: NDArray[np.float64]
) -> NDArray[np.float64] | None:
    """Do so for some starts; None if a way is long."""
    ways = np.zeros((matrix.shape[0], len(starts)))
    ways[starts, np.arange(len(starts))] = 1
    new, levels = ways, list[NDArray[np.bool_]]()
    while True:
        new = matrix @ new
        new *= ways == 0
        level = new != 0
        if not level.any():
            break
        if len(levels) == FAR:
            return None
        levels.append(level)
        ways += new
    # How much lies at and behind an actor, for each way that leads to it: the step back is a sum.
    here = many[:, None] / np.maximum(ways, 1)
    behind = np.zeros_like(ways)
    for farther, nearer in zip(levels[:0:-1], levels[-2::-1], strict=True):
        back = behind + here
        back *= farther
        back = matrix @ back
        back *= nearer
        behind += back
    behind *= ways
    return np.asarray(behind @ many[starts])


def closeness(ties: nx.Graph[str]) -> Scores:
    """Return the closeness of every actor, by steps that start from many actors at once.

    Each actor holds a bit for every start that has reached it, so that one
    operation takes 64 searches a step further; see M. Then and others, "The
    more the merrier: efficient multi-source graph traversal", Proceedings of
    the VLDB Endowment 8 (4), 2014. Distances are added as whole numbers.

    Examples
    --------
    >>> closeness(nx.path_graph("abc"))
    {'a': 0.6666666667, 'b': 1.0, 'c': 0.6666666667}
    """
    starts, ends = _neighbours(ties)
    tied = np.flatnonzero(np.diff(starts))
    reached, distance = (np.zeros(len(ties), np.int64) for _ in range(2))
    for first in range(0, len(tied), BLOCK):
        block = tied[first : first + BLOCK]
        bits = np.arange(len(block))
        new = np.zeros((len(ties), -(-len(block) // 64)), np.uint64)
        new[block, bits // 64] = np.uint64(1) << (bits % 64).astype(np.uint64)
        seen = new.copy()
        step = 0
        while new.any():
            step += 1
            arrived = np.bitwise_or.reduceat(new[ends], starts[tied], axis=0)
            new[tied] = arrived & ~seen[tied]
            seen |= new
            # A tie goes both ways: as many starts reach an actor as it reaches.
            count = np.bitwise_count(new).sum(axis=1, dtype=np.int64)
            reached += count
            distance += step * count
    # Reached squared over (others times distance), as L. C. Freeman's closeness within the part
    # that can be reached, times the share of actors that it has.
    scale = np.maximum(distance, 1) * max(len(ties) - 1, 1)
    return Scores(zip(ties, (reached**2 / scale).tolist(), strict=True), "numpy")


def eigenvector(ties: nx.Graph[str]) -> Scores:
    """Return the first eigenvector of the weighted ties, from scipy, in the largest component.

    Where several components are the largest, each is computed for itself; its
    greatest entry is 1. Outside of them all entries are 0. In a component the
    first eigenvector is the only one without a negative entry, so that nothing
    depends on where the search for it starts.

    Examples
    --------
    >>> eigenvector(nx.path_graph("abc"))
    {'a': 0.7071067812, 'b': 1.0, 'c': 0.7071067812}
    """
    parts = list(nx.connected_components(ties))
    largest = max(map(len, parts), default=0)
    found = dict.fromkeys(ties, 0.0)
    for part in parts if largest > 1 else ():
        if len(part) == largest:
            nodes = [node for node in ties if node in part]
            vector = np.abs(_first_eigenvector(ties, nodes))
            found.update(zip(nodes, (vector / vector.max()).tolist(), strict=True))
    return Scores(found, "scipy")


def _first_eigenvector(ties: nx.Graph[str], nodes: list[str]) -> NDArray[np.float64]:
    from scipy.sparse.linalg import eigsh

    matrix = nx.to_scipy_sparse_array(ties, nodes, dtype=float, weight="weight")
    if len(nodes) < LARGE:
        return np.asarray(np.linalg.eigh(matrix.toarray())[1][:, -1])
    return np.asarray(eigsh(matrix, k=1, which="LA", v0=np.ones(len(nodes)))[1][:, 0])


def _neighbours(ties: nx.Graph[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each actor's neighbours start in an array, and the array with their places."""
    place = dict(zip(ties, range(len(ties)), strict=True))
    neighbours = [around for _, around in ties.adjacency()]
    starts = np.zeros(len(ties) + 1, np.int64)
    np.cumsum([len(around) for around in neighbours], out=starts[1:])
    ends = map(place.__getitem__, chain.from_iterable(neighbours))
    return starts, np.fromiter(ends, np.int64, int(starts[-1]))
