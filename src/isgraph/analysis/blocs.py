"""Blocs: several camps with support inside and hostility between, as nearly as can be found."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

import networkx as nx
import numpy as np
import numpy.typing as npt

STARTS = 10
HEATS = (*np.geomspace(1.0, 0.1, 60).tolist(), *[0.0] * 10)
"""How much chance has a say in each round: ever less, and none in the last."""

Numbers: TypeAlias = npt.NDArray[np.int64]


def find_blocs(
    ties: nx.Graph[str], most: int, *, seed: int = 20, starts: int = STARTS
) -> dict[str, int]:
    """Divide actors into blocs, so that few ties are supportive across or hostile inside.

    This is balance in the weaker sense of Davis: two who are hostile to a
    third may be hostile to each other, so that three or more blocs can be
    free of frustration where two cannot. What is counted, and that actors move
    one by one to the bloc where fewest of their ties are frustrated, is due
    to Doreian and Mrvar; simulated annealing keeps the moves from ending too
    early. Of several starts by chance the best division is kept. **It is not
    proven that there is none better**; for two blocs, compare with
    `isgraph.analysis.frustration.find_frustration`, which is exact.

    Parameters
    ----------
    most
        How many blocs there may be; fewer are used if more do not help.
    seed
        Where chance starts.
    starts
        How often to start anew.

    Returns
    -------
    dict
        The number of the bloc of each actor; the largest is 1.

    References
    ----------
    J. A. Davis, "Clustering and structural balance in graphs", Human
    Relations 20 (2), 1967, pages 181-187.
    P. Doreian and A. Mrvar, "A partitioning approach to structural balance",
    Social Networks 18 (2), 1996, pages 149-168.
    S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by simulated
    annealing", Science 220 (4598), 1983, pages 671-680.

    Examples
    --------
    >>> ties = nx.Graph()
    >>> ties.add_weighted_edges_from([("a", "b", -1), ("b", "c", -1), ("a", "c", -1)], "sign")
    >>> sorted(find_blocs(ties, 3).values())
    [1, 2, 3]
    """
    actors = sorted(ties)
    if not actors:
        return {}
    place = {actor: number for number, actor in enumerate(actors)}
    near = [sorted(place[other] for other in ties[actor]) for actor in actors]
    signs = [
        np.array([ties.edges[actor, actors[other]]["sign"] for other in others])
        for actor, others in zip(actors, near, strict=True)
    ]
    chance = np.random.default_rng(seed)
    divisions = chance.integers(0, most, (starts, len(actors)))
    for heat in HEATS:
        for number in chance.permutation(len(actors)).tolist():
            noise = heat * chance.gumbel(size=(starts, most))
            fits = _fits(divisions, near[number], signs[number], most)
            divisions[:, number] = (fits + noise).argmax(axis=1)
    ends = np.array([(place[one], place[other]) for one, other in ties.edges])
    is_support = np.array([sign > 0 for *_, sign in ties.edges(data="sign")])
    is_inside = divisions[:, ends[:, 0]] == divisions[:, ends[:, 1]]
    best = divisions[(is_inside != is_support).sum(axis=1).argmin()].tolist()
    return _numbered(dict(zip(actors, best, strict=True)))


def _fits(divisions: Numbers, near: list[int], signs: Numbers, most: int) -> Numbers:
    """Return how well an actor's ties fit if it were in each bloc, in every division."""
    fits = np.zeros((len(divisions), most), np.int64)
    rows = np.arange(len(divisions))
    for other, sign in zip(near, signs, strict=True):
        fits[rows, divisions[:, other]] += sign
    return fits


def _numbered(blocs: dict[str, int]) -> dict[str, int]:
    """Give blocs numbers by their size, those of one size by their first actor."""
    sizes, first = Counter(blocs.values()), dict[int, str]()
    for actor, bloc in blocs.items():
        first.setdefault(bloc, actor)
    order = sorted(sizes, key=lambda bloc: (-sizes[bloc], first[bloc]))
    return {actor: order.index(bloc) + 1 for actor, bloc in blocs.items()}
