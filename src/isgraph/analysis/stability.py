"""Stability: how far camps stay the same with other chance, and with ties left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import comb
from statistics import mean
from typing import NamedTuple

import numpy as np

from isgraph.analysis.communities import BONDS, FEUDS, SEED, Camp, camps
from isgraph.network import Network

RUNS = 20
DROPPED = 0.1


class Stability(NamedTuple):
    """How alike camps come out again; 1 is the same, 0 what chance would give."""

    seeds: list[float]
    """Adjusted Rand index of each run with another seed."""
    drops: list[float]
    """The same of each run with a tenth of the ties left out."""
    kept: dict[str, float]
    """Of each camp, by its id: the mean, over runs with ties left out, of the
    largest Jaccard index with any camp of that run; in [0, 1]."""


def steadiness(network: Network, found: list[Camp], *, runs: int = RUNS) -> Stability:
    """Find the camps of a network anew, with other seeds and with ties left out.

    Pairs of actors are left out, with all the claims between them. Actors in
    no camp count as camps of one.

    Parameters
    ----------
    found
        The camps that `camps(network)` gives.
    runs
        How many times, for seeds and for ties each.

    References
    ----------
    L. Hubert and P. Arabie, "Comparing partitions", Journal of Classification
    2, 1985, pages 193-218: the adjusted Rand index.
    C. Hennig, "Cluster-wise assessment of cluster stability", Computational
    Statistics and Data Analysis 52 (1), 2007, pages 258-271.

    Examples
    --------
    >>> from isgraph import project
    >>> steadiness(project(tiny), camps(project(tiny)), runs=2).seeds
    [1.0, 1.0]
    """
    actors = sorted(network)
    numbers = numbered(actors, found)
    seeds = [
        rand_index(numbers, numbered(actors, camps(network, seed=SEED + 1000 * (run + 1))))
        for run in range(runs)
    ]
    others = [camps(part) for part in _thinned(network, runs)]
    drops = [rand_index(numbers, numbered(actors, other)) for other in others]
    kept = {camp.id: round(mean(_nearest(camp, other) for other in others), 3) for camp in found}
    return Stability(seeds, drops, kept)


def rand_index(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Return the adjusted Rand index of two divisions of the same actors.

    It is 1 if they are the same, and 0 on average if one is by chance.

    Examples
    --------
    >>> rand_index({"a": 1, "b": 1, "c": 2}, {"a": 5, "b": 5, "c": 7})
    1.0
    """
    both = _pairs((one[actor], other[actor]) for actor in one)
    here, there = _pairs(one.values()), _pairs(other.values())
    expected = here * there / max(comb(len(one), 2), 1)
    most = (here + there) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def numbered(actors: Iterable[str], found: list[Camp]) -> dict[str, int]:
    """Return the number of each actor's camp; who is in none has a number alone."""
    camp_of = {member: number for number, camp in enumerate(found) for member in camp.members}
    return {actor: camp_of.get(actor, len(found) + place) for place, actor in enumerate(actors)}


def _pairs(divided: Iterable[object]) -> int:
    return sum(comb(count, 2) for count in Counter(divided).values())


def _nearest(camp: Camp, others: list[Camp]) -> float:
    members = set(camp.members)
    return max(
        (len(members & set(o.members)) / len(members | set(o.members)) for o in others), default=0.0
    )


def _thinned(network: Network, runs: int) -> Iterable[Network]:
    """Yield the network without a tenth of its pairs, chosen by chance."""
    by_pair: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for one, other, key, family in network.edges(keys=True, data="family"):
        if family in BONDS | FEUDS:
            by_pair.setdefault((min(one, other), max(one, other)), []).append((one, other, key))
    pairs = sorted(by_pair)
    for run in range(runs):
        chance = np.random.default_rng([SEED, run])
        left_out = chance.choice(len(pairs), round(DROPPED * len(pairs)), replace=False)
        thin: Network = network.copy()
        thin.remove_edges_from([edge for place in left_out for edge in by_pair[pairs[place]]])
        yield thin
