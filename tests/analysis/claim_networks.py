"""Networks of claims for tests of position: drawn, and by chance; every sign, some not said."""

from __future__ import annotations

import string
from collections.abc import Iterable

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from tests.analysis.signed_networks import network_of

ACTORS = "abcdefgh"
Claims = tuple[tuple[str, str, int], ...]


def drawn() -> st.SearchStrategy[Claims]:
    """Draw up to twenty claims among eight actors, parallel ones too."""
    actor = st.sampled_from(ACTORS)
    claim = st.tuples(actor, actor, st.sampled_from((-1, 0, 1)))
    return st.lists(claim, max_size=20).map(tuple)


def among(actors: Iterable[str], claims: Claims = ()) -> nx.MultiDiGraph:
    """Make a network of claims in which some actors stand, with a tie or without."""
    network = network_of(*claims)
    network.add_nodes_from((actor, {"label": f"Group {actor.upper()}"}) for actor in actors)
    return network


def by_chance(actors: int, claims: int, seed: int = 1) -> nx.MultiDiGraph:
    """Make a network of some actors that are much written about and many that are little."""
    chance = np.random.default_rng(seed)
    fame = chance.pareto(1.5, actors) + 0.1
    ends = chance.choice(actors, (claims, 2), p=fame / fame.sum())
    signs = chance.integers(-1, 2, claims)
    return among(
        map(named, range(actors)),
        tuple((named(a), named(b), int(c)) for (a, b), c in zip(ends, signs, strict=True)),
    )


def named(number: int) -> str:
    """Name an actor; names are in no order that numbers have."""
    return string.ascii_lowercase[number * 7 % 26] + str(number)
