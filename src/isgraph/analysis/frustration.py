"""Frustration: how few ties stand between a network and two camps without a quarrel inside."""

from __future__ import annotations

import math
import time
from collections.abc import Collection
from typing import Any, NamedTuple

import networkx as nx
import numpy as np

from isgraph.analysis.blocs import find_blocs
from isgraph.analysis.triads import find_triads

Pair = tuple[str, str]


class Frustration(NamedTuple):
    """Two sides, the ties that go against them, and how few there could be at best."""

    least: int
    """No division into two sides leaves fewer; proven."""
    ties: tuple[Pair, ...]
    """Supportive across, or hostile inside; in order."""
    sides: dict[str, int]
    """1 or 2 for each actor; in each component the first actor is on side 1."""

    @property
    def is_exact(self) -> bool:
        """Whether it is proven that no division leaves fewer frustrated ties."""
        return self.least == len(self.ties)


def find_frustration(ties: nx.Graph[str], *, seconds: float = 60.0) -> Frustration:
    """Find the fewest ties whose removal leaves a network balanced.

    A network is balanced if its actors can be divided into two sides so that
    supportive ties are inside and hostile ties between them. The fewest ties
    that stand against any such division are its frustration index, also
    called line index of balance; whether they are taken away or change their
    sign makes no difference. Often several divisions are equally good: this
    is one of them, always the same with the same version of the solver.

    Each block of ties in circles is solved by itself, because a circle has
    all its ties in one block, and a tie in no circle is never frustrated. A
    block is a binary linear programme, solved by HiGHS through
    `scipy.optimize.milp`: a variable for the side of each actor and one for
    the frustration of each tie, with unbalanced triads as inequalities.

    Parameters
    ----------
    ties
        With a `sign` of 1 or -1 each.
    seconds
        The longest time for the proof; when it is over, the best bound yet is
        given beside the best of two divisions, the solver's and that of
        `isgraph.analysis.blocs`. Only then may two runs differ.

    References
    ----------
    S. Aref, A. J. Mason and M. C. Wilson, "A modeling and computational study
    of the frustration index in signed networks", Networks 75 (1), 2020,
    pages 95-110: the "XOR" model with its inequalities of triads.
    F. Harary, "On the measurement of structural balance", Behavioral Science
    4 (4), 1959, pages 316-323.

    Examples
    --------
    >>> ties = nx.Graph()
    >>> ties.add_weighted_edges_from([("a", "b", 1), ("b", "c", -1), ("a", "c", 1)], "sign")
    >>> found = find_frustration(ties)
    >>> len(found.ties), found.is_exact
    (1, True)
    """
    ends_at = time.monotonic() + seconds
    least, frustrated = 0, []
    for block in _blocks(ties):
        against = frustrated_ties(block, divide(block, ()))
        if against:
            bound, sides = _solve(block, ends_at - time.monotonic())
            least += bound
            against = min(against, frustrated_ties(block, sides), key=len) if sides else against
            if len(against) > bound:  # out of time: annealing often finds better divisions
                against = min(against, frustrated_ties(block, find_blocs(block, 2)), key=len)
        frustrated += against
    # Without frustrated ties all is balanced, so that a walk finds the sides.
    sides = divide(ties, frustrated)
    return Frustration(least, tuple(frustrated_ties(ties, sides)), sides)


def always_frustrated(
    ties: nx.Graph[str], found: Frustration, *, seconds: float = 60.0
) -> set[Pair]:
    """Tell which frustrated ties are so in every division that is as good.

    The others could be spared, at the cost of other ties. Each is proven by
    solving its block once more with the tie held free of frustration.

    Parameters
    ----------
    ties, found
        What `find_frustration` was given, and what it gave.
    seconds
        The longest time for all; what is not proven by then is left out.

    Examples
    --------
    >>> ties = nx.Graph()
    >>> ties.add_weighted_edges_from([("a", "b", 1), ("b", "c", -1), ("a", "c", 1)], "sign")
    >>> always_frustrated(ties, find_frustration(ties))
    set()
    """
    ends_at, always = time.monotonic() + seconds, set()
    for block in _blocks(ties):
        inside = [pair for pair in found.ties if block.has_edge(*pair)]
        for pair in inside:
            if _solve(block, ends_at - time.monotonic(), pair)[0] > len(inside):
                always.add(pair)
    return always


def divide(ties: nx.Graph[str], without: Collection[Pair]) -> dict[str, int]:
    """Walk along ties, to the other side where they are hostile; return the side of each actor."""
    left_out, sides = set(without), dict[str, int]()
    for start in sorted(ties):
        if start in sides:
            continue
        sides[start], ahead = 1, [start]
        for node in ahead:
            for other in sorted(ties[node]):
                if other not in sides and (min(node, other), max(node, other)) not in left_out:
                    is_hostile = ties.edges[node, other]["sign"] < 0
                    sides[other] = 3 - sides[node] if is_hostile else sides[node]
                    ahead.append(other)
    return {node: sides[node] for node in sorted(sides)}


def frustrated_ties(ties: nx.Graph[str], camps: dict[str, int]) -> list[Pair]:
    """Return the pairs that are supportive across camps, or hostile inside one."""
    return sorted(
        (min(one, other), max(one, other))
        for one, other, sign in ties.edges(data="sign")
        if (sign > 0) != (camps[one] == camps[other])
    )


def _blocks(ties: nx.Graph[str]) -> list[nx.Graph[str]]:
    found = sorted(sorted(block) for block in nx.biconnected_components(ties))
    return [ties.subgraph(block) for block in found if len(block) > 2]


def _solve(
    block: nx.Graph[str], seconds: float, spared: Pair | None = None
) -> tuple[int, dict[str, int] | None]:
    """Return a lower bound, and the best division found, of those where a tie is not frustrated."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    actors = sorted(block)
    pairs = sorted((min(pair), max(pair)) for pair in block.edges)
    place: dict[Any, int] = {key: number for number, key in enumerate([*actors, *pairs])}
    rules: list[tuple[dict[int, int], float]] = []
    for pair in pairs:
        one, other, tie = place[pair[0]], place[pair[1]], place[pair]
        if block.edges[pair]["sign"] > 0:
            rules += [({tie: 1, one: -1, other: 1}, 0), ({tie: 1, one: 1, other: -1}, 0)]
        else:
            rules += [({tie: 1, one: -1, other: -1}, -1), ({tie: 1, one: 1, other: 1}, 1)]
    rules += [
        ({place[pair]: 1 for pair in triad.pairs}, 1)
        for triad in find_triads(block)
        if not triad.is_balanced
    ]
    cells = [
        (row, column, by) for row, (rule, _) in enumerate(rules) for column, by in rule.items()
    ]
    rows, columns, values = zip(*cells, strict=True)
    size = len(place)
    matrix = csr_array((values, (rows, columns)), shape=(len(rules), size))
    lowest, highest = np.zeros(size), np.ones(size)
    # The two sides could be swapped: that the busiest actor is on one of them halves the search.
    lowest[place[max(actors, key=lambda actor: (block.degree(actor), actor))]] = 1
    if spared:
        highest[place[spared]] = 0
    found = milp(
        np.arange(size) >= len(actors),
        integrality=np.ones(size),
        bounds=Bounds(lowest, highest),
        constraints=LinearConstraint(matrix, lb=[least for _, least in rules]),
        options={"time_limit": max(seconds, 0.01), "mip_rel_gap": 0},
    )
    bound = found.mip_dual_bound
    # A block that is not balanced has one frustrated tie at least.
    least = max(1, math.ceil(bound - 1e-6)) if bound is not None and math.isfinite(bound) else 1
    if found.x is None:
        return least, None
    return least, {actor: 1 + round(found.x[place[actor]]) for actor in actors}
