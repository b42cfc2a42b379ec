"""Where each actor stands: seeded, the same on every run, with no label box over another."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

SEED = 20
CHARACTER_PX = 6.6
LINE_PX = 16.0
LABEL_LIMIT = 28
GAP_PX = 14.0
ASPECT = 1.25
CROWD = 12
ROUNDS = 1500

Place = tuple[float, float]


def positions(network: nx.MultiDiGraph[str]) -> dict[str, Place]:
    """Place every actor of a network.

    Actors that are tied pull together, others push apart (ForceAtlas2, or springs where
    networkx has no ForceAtlas2); then the boxes of node and label are moved off each other.
    The largest group that hangs together comes first; smaller ones, and actors without a tie,
    stand in rows below it, so that they do not shrink it.

    Returns
    -------
    dict
        Node → (x, y) in pixels at zoom 1, centred on the origin, y downwards.

    Examples
    --------
    >>> network = nx.MultiDiGraph([("a", "b"), ("b", "c")])
    >>> positions(network) == positions(network)
    True
    """
    folded = _folded(network)
    groups = sorted(
        (sorted(group) for group in nx.connected_components(folded)),
        key=lambda group: (-len(group), group[0]),
    )
    places: dict[str, Place] = {}
    left, top, row_height = 0.0, 0.0, 0.0
    width = 640.0
    row: list[str] = []
    for number, group in enumerate(groups):
        points, (wide, high) = _block(network, folded, group)
        if number == 0:
            width = max(width, wide)
        if number == 1 or (row and left + wide > width):
            _centre(places, row, left)
            row, left, top, row_height = [], 0.0, top + row_height, 0.0
        for node, (x, y) in zip(group, points, strict=True):
            places[node] = (left + float(x), top + float(y))
        row += group
        left += wide
        row_height = max(row_height, high)
    _centre(places, row, left)
    middle = (top + row_height) / 2
    return {node: (round(x, 1), round(y - middle, 1)) for node, (x, y) in places.items()}


def _centre(places: dict[str, Place], row: list[str], width: float) -> None:
    """Move a finished row, so that its middle is the picture's."""
    for node in row:
        x, y = places[node]
        places[node] = (x - width / 2, y)


def _block(
    network: nx.MultiDiGraph[str], folded: nx.Graph[str], group: list[str]
) -> tuple[NDArray[np.float64], Place]:
    """Lay out actors that hang together; the points lie in a box from the origin on."""
    sizes = np.array([_box(network, node) for node in group])
    points = np.zeros((1, 2))
    if len(group) > 1:
        points = _apart(_spread(_forces(folded.subgraph(group), group), sizes), sizes)
    lower, upper = (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
    wide, high = (upper - lower).tolist()
    return points - lower, (wide, high)


def _folded(network: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Fold parallel ties into one undirected pull, in an order that insertion cannot change."""
    folded: nx.Graph[str] = nx.Graph()
    folded.add_nodes_from(sorted(network))
    pulls: dict[tuple[str, str], float] = {}
    for subject, object_, claim in network.edges(data=True):
        if subject != object_:
            pair = (min(subject, object_), max(subject, object_))
            pulls[pair] = pulls.get(pair, 0.0) + (0.5 if claim.get("family") == "setting" else 1.0)
    for (one, other), pull in sorted(pulls.items()):
        folded.add_edge(one, other, weight=math.sqrt(pull))
    return folded


def _box(network: nx.MultiDiGraph[str], node: str) -> Place:
    """Give width and height of a node with its label beneath it."""
    label = str(network.nodes[node].get("label") or node)
    characters = min(len(label), LABEL_LIMIT)
    return (max(24.0, CHARACTER_PX * characters) + GAP_PX, 24.0 + LINE_PX + GAP_PX)


def _forces(folded: nx.Graph[str], nodes: list[str]) -> NDArray[np.float64]:
    """Let ties pull and actors push until they settle."""
    settled: Mapping[str, Any]
    if hasattr(nx, "forceatlas2_layout"):
        settled = nx.forceatlas2_layout(
            folded,
            max_iter=500 if len(nodes) <= 400 else 100,
            scaling_ratio=4.0,
            gravity=1.0,
            weight="weight",
            seed=SEED,
        )
    else:
        settled = nx.spring_layout(folded, iterations=200, weight="weight", seed=SEED)
    return np.array([settled[node] for node in nodes], dtype=np.float64)


def _spread(points: NDArray[np.float64], sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scale to an area in which all boxes find room, in the proportions of a screen."""
    centred = points - np.median(points, axis=0)
    # The long axis lies flat: screens are wider than high.
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes *= np.where(axes.sum(axis=1, keepdims=True) < 0, -1.0, 1.0)
    turned = centred @ axes.T
    if len(points) >= CROWD:
        reach = np.maximum(np.percentile(np.abs(turned), 95, axis=0), 1e-9)
        # Partly by rank: dense middles open, and distant groups come nearer.
        ranks = turned.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
        turned = turned / reach + 1.2 * ranks / len(points)
    height = math.sqrt(float(sizes.prod(axis=1).sum()) * 4.0 / ASPECT)
    spans = np.maximum(np.ptp(turned, axis=0), 1e-9)
    even = np.array([height * ASPECT, height]) / spans
    factor = even**0.75 * min(even) ** 0.25
    scaled: NDArray[np.float64] = turned * np.minimum(factor, 4 * min(factor))
    return scaled


def _apart(points: NDArray[np.float64], sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Push overlapping boxes off each other along the shorter way."""
    points = points.copy()
    widest = sizes.max(axis=0)
    for _ in range(ROUNDS):
        # In units of the largest box, only neighbours within 1 can overlap.
        near = cKDTree(points / widest).query_pairs(1.0, p=np.inf, output_type="ndarray")
        near = near[np.lexsort(near.T)]
        one, other = near[:, 0], near[:, 1]
        between = points[one] - points[other]
        overlap = (sizes[one] + sizes[other]) / 2 - np.abs(between)
        hit = np.min(overlap, axis=1, initial=np.inf) > 0
        if not hit.any():
            break
        one, other, between, overlap = one[hit], other[hit], between[hit], overlap[hit]
        shorter = np.eye(2)[np.argmin(overlap, axis=1)]
        # Equal places have no direction between them: order decides.
        push = shorter * (overlap + 0.2) / 2 * np.where(between < 0, -1.0, 1.0)
        move = np.zeros_like(points)
        np.add.at(move, one, push)
        np.add.at(move, other, -push)
        met = np.bincount(np.concatenate([one, other]), minlength=len(points))
        points += move / np.sqrt(np.maximum(met, 1))[:, None]
    return points
