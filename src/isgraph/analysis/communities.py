"""Camps: actors with more bonds among themselves than with others; computed, claimed by nobody."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import NamedTuple

import networkx as nx

from isgraph.analysis.measures import WHOLE, Measure
from isgraph.analysis.ties import is_said_to_be_so
from isgraph.network import Network, as_network
from isgraph.store import Store

BONDS = frozenset({"structural", "supportive"})
"""Families of relations that bind; custody, dealings and places do not."""

FEUDS = frozenset({"hostile"})
SEED = 20
RESOLUTION = 0.8
SMALLEST = 3
RUNS = 10
MANY = 2000


class Camp(NamedTuple):
    """Actors that a computation puts together; no source says that they are one camp."""

    id: str
    """`camp-1` is the largest."""
    label: str
    members: tuple[str, ...]
    """IRIs in their own order."""


def camps(
    network: Store | Network, *, seed: int = SEED, resolution: float = RESOLUTION
) -> list[Camp]:
    """Find the camps of a network.

    A camp is computed, not claimed by a source: its members have more bonds with each other
    than chance would give them. Bonds are structural and supportive ties that a document says,
    passes on or assesses to be or to have been so. Hostile, alleged, denied, negated and
    planned ties bind nobody, and neither do detaining, meeting or monitoring. Who is hostile
    to as many members as it is bound to stands outside. Time is not looked at: choose the day
    when projecting. A camp is no judgement on any of its members.

    The method is that of V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, "Fast
    unfolding of communities in large networks", Journal of Statistical Mechanics, 2008, P10008
    ("Louvain"). Small networks are divided ten times, and the best division is kept.

    Parameters
    ----------
    network
        Edges with the attributes that `isgraph.network` gives them; one without a status or a
        modality counts as asserted and actual, one without a family binds nobody.
    seed
        Where chance starts; the same seed gives the same camps in whatever order the network
        was made.
    resolution
        Above 1 more and smaller camps, below 1 fewer and larger ones.

    Returns
    -------
    list of Camp
        Those of three members or more, the largest first. Not every actor is in one. Each is
        named after the member that is bound to most others inside.

    Examples
    --------
    >>> network = nx.MultiDiGraph()
    >>> _ = network.add_edges_from([("c", "a"), ("c", "b")], family="structural")
    >>> _ = network.add_edge("d", "a", family="hostile")
    >>> camps(network)
    [Camp(id='camp-1', label='Around c', members=('a', 'b', 'c'))]
    """
    network = as_network(network)
    bonds, feuds = _folded(network, BONDS), _folded(network, FEUDS)
    parts = [_without_foes(part, bonds, feuds) for part in _divide(bonds, seed, resolution)]
    found = [sorted(part) for part in parts if len(part) >= SMALLEST]
    named = sorted((-len(part), _label(network, bonds, part), part) for part in found)
    return [
        Camp(f"camp-{number}", label, tuple(part))
        for number, (_, label, part) in enumerate(named, 1)
    ]


def camps_in(network: nx.MultiDiGraph[str]) -> list[Camp]:
    """Find the camps of a part of a network as they are in the whole of it.

    The whole is `network.graph["whole"]`, where `isgraph.network` has cut a
    part out; without it the network is the whole. Members that are not in the
    part are left out.

    Examples
    --------
    >>> from isgraph import keep_around, project
    >>> part = keep_around(project(tiny), tiny, "Group A")
    >>> {member for camp in camps_in(part) for member in camp.members} <= set(part)
    True
    """
    whole = network.graph.get("whole", network)
    kept = (
        camp._replace(members=tuple(member for member in camp.members if member in network))
        for camp in camps(whole)
    )
    return [camp for camp in kept if camp.members]


def _folded(network: nx.MultiDiGraph[str], families: Collection[str]) -> nx.Graph[str]:
    """Fold ties of some families into one line a pair, in an order that insertion cannot change."""
    counts: dict[tuple[str, str], int] = {}
    for subject, object_, claim in network.edges(data=True):
        if subject != object_ and claim.get("family") in families and is_said_to_be_so(claim):
            pair = (min(subject, object_), max(subject, object_))
            counts[pair] = counts.get(pair, 0) + 1
    folded: nx.Graph[str] = nx.Graph()
    folded.add_nodes_from(sorted({node for pair in counts for node in pair}))
    for (one, other), count in sorted(counts.items()):
        # Many claims for one tie say that it is much written about, not that it is as strong.
        folded.add_edge(one, other, weight=math.sqrt(count))
    return folded


def _without_foes(part: set[str], bonds: nx.Graph[str], feuds: nx.Graph[str]) -> set[str]:
    """Leave out members that are hostile to as many others inside as they are bound to."""
    inside, against = bonds.subgraph(part), feuds.subgraph(part)
    return {
        node for node in part if node not in against or inside.degree(node) > against.degree(node)
    }


def _divide(bonds: nx.Graph[str], seed: int, resolution: float) -> list[set[str]]:
    """Divide actors into communities; of several runs, take the division that fits best."""
    names = list(bonds)
    # Sets of numbers keep one order in every process, sets of texts do not.
    numbered = nx.convert_node_labels_to_integers(bonds)
    if not numbered:
        return []
    runs = RUNS if len(names) <= MANY else 1
    divisions = [
        nx.community.louvain_communities(numbered, seed=seed + run, resolution=resolution)
        for run in range(runs)
    ]
    best = max(
        divisions,
        key=lambda parts: nx.community.modularity(numbered, parts, resolution=resolution),
    )
    return [{names[number] for number in part} for part in best]


def _label(network: nx.MultiDiGraph[str], bonds: nx.Graph[str], part: list[str]) -> str:
    """Name a camp after the member that is bound to most others inside."""
    inside = bonds.subgraph(part)
    labels = {node: str(network.nodes[node].get("label") or node) for node in part}
    centre = min(part, key=lambda node: (-inside.degree(node), labels[node]))
    return f"Around {labels[centre]}"


def _modularity(network: nx.MultiDiGraph[str]) -> dict[str, float]:
    bonds = _folded(network, BONDS)
    if not bonds:
        return {WHOLE: math.nan}
    return {WHOLE: nx.community.modularity(bonds, _divide(bonds, SEED, RESOLUTION))}


def _number(network: nx.MultiDiGraph[str]) -> dict[str, float]:
    return {WHOLE: float(len(camps(network)))}


MEASURES = (
    Measure(
        "modularity",
        "How much more bonds there are inside the communities found by Louvain than chance would "
        "give, from -0.5 to 1 (Newman and Girvan 2004).",
        _modularity,
        is_whole=True,
    ),
    Measure(
        "camps",
        "The number of camps: communities of three or more by bonds (Louvain), foes left out.",
        _number,
        is_whole=True,
    ),
)

__all__ = ["MEASURES", "Camp", "camps", "camps_in"]
