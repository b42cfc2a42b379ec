"""Triads: three actors with signed ties among all of them, balanced or not."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import NamedTuple

import networkx as nx
import numpy as np

from isgraph.rows import Rows

KINDS = ("+++", "+--", "++-", "---")
"""The balanced ones first: of these the product of the signs is positive."""

SHUFFLES = 1000


class Triad(NamedTuple):
    """Three actors by their IRIs in order, and the signs of the ties between them.

    Signs are those of the first and the second, the first and the third, and
    the second and the third.
    """

    actors: tuple[str, str, str]
    signs: tuple[int, int, int]

    @property
    def kind(self) -> str:
        """One of `KINDS`."""
        return "".join(sorted("+" if sign > 0 else "-" for sign in self.signs))

    @property
    def is_balanced(self) -> bool:
        """Whether the number of hostile ties is even."""
        return self.signs.count(-1) % 2 == 0

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The pairs of actors, in the order of the signs."""
        return list(combinations(self.actors, 2))


def find_triads(ties: nx.Graph[str]) -> list[Triad]:
    """Find every triad among signed ties, each once.

    Examples
    --------
    >>> ties = nx.Graph()
    >>> ties.add_weighted_edges_from([("a", "b", 1), ("b", "c", -1), ("a", "c", 1)], "sign")
    >>> find_triads(ties)
    [Triad(actors=('a', 'b', 'c'), signs=(1, 1, -1))]
    """
    found = []
    for one in sorted(ties):
        later = {node for node in ties[one] if node > one}
        for second in sorted(later):
            for third in sorted(node for node in later & ties[second].keys() if node > second):
                signs = (ties[one][second], ties[one][third], ties[second][third])
                first, middle, last = (tie["sign"] for tie in signs)
                found.append(Triad((one, second, third), (first, middle, last)))
    return found


def count_triads(ties: nx.Graph[str], triads: list[Triad], *, seed: int = 20) -> Rows:
    """Count the triads of each kind, beside what chance would give.

    Chance leaves the ties where they are and deals their signs anew, a
    thousand times: more supportive ties make more balanced triads by
    themselves.

    Returns
    -------
    Rows
        `signs, balanced, triads, share, by_chance`; shares in [0, 1], None
        where there is no triad.

    References
    ----------
    J. Leskovec, D. Huttenlocher and J. Kleinberg, "Signed networks in social
    media", Proceedings of CHI 2010, pages 1361-1370.

    Examples
    --------
    >>> ties = nx.Graph()
    >>> ties.add_weighted_edges_from([("a", "b", 1), ("b", "c", -1), ("a", "c", 1)], "sign")
    >>> count_triads(ties, find_triads(ties))[2]
    Row(signs='++-', balanced='no', triads=1, share=1.0, by_chance=1.0)
    """
    counts = Counter(triad.kind for triad in triads)
    chances = _by_chance(ties, triads, seed)
    return Rows(
        ("signs", "balanced", "triads", "share", "by_chance"),
        (
            (
                kind,
                "yes" if kind.count("-") % 2 == 0 else "no",
                counts[kind],
                round(counts[kind] / len(triads), 3) if triads else None,
                chances.get(kind),
            )
            for kind in KINDS
        ),
    )


def _by_chance(ties: nx.Graph[str], triads: list[Triad], seed: int) -> dict[str, float]:
    """Return the mean share of each kind when the signs are dealt anew among the ties."""
    if not triads:
        return {}
    pairs = sorted((min(pair), max(pair)) for pair in ties.edges)
    places = {pair: place for place, pair in enumerate(pairs)}
    hostile = np.array([ties.edges[pair]["sign"] < 0 for pair in pairs])
    corners = np.array([[places[pair] for pair in triad.pairs] for triad in triads])
    chance, totals = np.random.default_rng(seed), np.zeros(4)
    for _ in range(SHUFFLES):
        totals += np.bincount(chance.permutation(hostile)[corners].sum(axis=1), minlength=4)
    shares = totals / totals.sum()
    return {kind: round(float(shares[kind.count("-")]), 3) for kind in KINDS}
