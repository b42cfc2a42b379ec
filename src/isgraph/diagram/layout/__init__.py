"""Where each actor stands: seeded, the same on every run, with no label box over another."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Protocol

import networkx as nx
import numpy as np

from isgraph.diagram.layout.forces import settle
from isgraph.diagram.layout.mesh import Floats
from isgraph.diagram.layout.room import open_crowds, part

CHARACTER_PX = 6.6
LINE_PX = 16.0
LABEL_LIMIT = 28
GAP_PX = 14.0
WIDTH_PX = 640.0
ASPECT = 1.25
"""Width of the whole by its height."""

LABELLED = 800
"""Number of actors up to which there is room for every label."""

CROWD = 12
FLAT = 3.0
"""Width by height of what stands in rows below."""

LOOSE, CLOSE = 3.0, 1.5
"""Area of a block by that of its boxes, where many hang together and where few do."""

CAMP_PULL = 0.5
"""How much the middle of its camp pulls an actor, as a share of what its ties do."""

Place = tuple[float, float]
Progress = Callable[[float, str], None]


class Group(Protocol):
    """Actors that are to lie together, such as a camp."""

    @property
    def members(self) -> tuple[str, ...]:
        """Nodes of the network."""


def positions(
    network: nx.MultiDiGraph[str],
    camps: Iterable[Group] = (),
    *,
    progress: Progress | None = None,
) -> dict[str, Place]:
    """Place every actor of a network.

    Actors that are tied pull together, others push apart, and the members of a camp are drawn
    to an unseen middle of their own; then crowds open until no box of node and label lies on
    another. Above `LABELLED` actors the boxes are those of the nodes alone.
    The largest group that hangs together comes first; smaller ones, and actors without a tie,
    stand in rows below it, so that they do not shrink it.

    Parameters
    ----------
    camps
        Actors to keep together, from `isgraph.analysis.communities.camps`.
    progress
        Called now and then with the share that is done, 0 to 1, and with what is being done.

    Returns
    -------
    dict
        Node → (x, y) in pixels at zoom 1, centred on the origin, y downwards; the same in
        whatever order the network was made.

    Examples
    --------
    >>> network = nx.MultiDiGraph([("a", "b"), ("b", "c")])
    >>> positions(network) == positions(network)
    True
    """
    folded = _folded(network)
    boxes = _boxes(network, folded)
    tied = sorted(
        (sorted(group) for group in nx.connected_components(folded)),
        key=lambda group: (-len(group), group[0]),
    )
    camp_of = {member: number for number, camp in enumerate(camps) for member in camp.members}
    done = 0
    blocks: list[tuple[list[str], Floats, Place]] = []
    for group in tied:
        share, before = len(group) / len(folded), done / len(folded)

        def tell(part: float, what: str, share: float = share, before: float = before) -> None:
            if progress:
                progress(before + share * part, what)

        aspect = FLAT if blocks else _aspect(boxes, tied)
        points, size = _block(folded, group, boxes, camp_of, aspect, tell)
        blocks.append((group, points, size))
        done += len(group)
    if progress:
        progress(1.0, "places found")
    return _stacked(blocks)


def _stacked(blocks: list[tuple[list[str], Floats, Place]]) -> dict[str, Place]:
    """Set the first block on top and the others in centred rows below it."""
    width = max([WIDTH_PX] + [wide for _, _, (wide, _) in blocks[:1]])
    places: dict[str, Place] = {}
    row: list[str] = []
    left, top, row_height = 0.0, 0.0, 0.0
    for number, (group, points, (wide, high)) in enumerate(blocks):
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


def _boxes(network: nx.MultiDiGraph[str], folded: nx.Graph[str]) -> dict[str, Place]:
    """Give width and height of each node, with its label beneath it where there is room."""
    boxes: dict[str, Place] = {}
    for node, degree in folded.degree():
        across = 2 * min(5 + 1.9 * math.sqrt(degree), 17)
        label = str(network.nodes[node].get("label") or node)
        if len(folded) <= LABELLED:
            wide = max(across, CHARACTER_PX * min(len(label), LABEL_LIMIT))
            boxes[node] = (wide + GAP_PX, across + LINE_PX + GAP_PX)
        else:
            boxes[node] = (across + GAP_PX, across + GAP_PX)
    return boxes


def _aspect(boxes: dict[str, Place], tied: list[list[str]]) -> float:
    """Give the width by height of the first block that leaves room for rows below it."""
    first, rest = (
        sum(boxes[node][0] * boxes[node][1] for group in groups for node in group)
        for groups in (tied[:1], tied[1:])
    )
    return ASPECT * (1 + rest * CLOSE / (first * LOOSE))


def _block(
    folded: nx.Graph[str],
    group: list[str],
    boxes: dict[str, Place],
    camp_of: dict[str, int],
    aspect: float,
    tell: Progress,
) -> tuple[Floats, Place]:
    """Lay out actors that hang together; the points lie in a box from the origin on."""
    sizes = np.array([boxes[node] for node in group])
    points = np.zeros((1, 2))
    if len(group) > 1:
        points = _forces(folded, group, camp_of, lambda done: tell(0.6 * done, "placing actors"))
        points = _filling(points, sizes, aspect)
        if len(group) >= CROWD:
            points = _filling(open_crowds(points, sizes), sizes, aspect)
        points = part(points, sizes, tick=lambda done: tell(0.6 + 0.4 * done, "making room"))
    lower, upper = (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
    wide, high = (upper - lower).tolist()
    return points - lower, (wide, high)


def _forces(
    folded: nx.Graph[str],
    group: list[str],
    camp_of: dict[str, int],
    tick: Callable[[float], None],
) -> Floats:
    """Let ties and camps pull, and actors push, until they settle."""
    at = {node: number for number, node in enumerate(group)}
    ties = sorted((at[one], at[other]) for one, other in folded.subgraph(group).edges())
    pairs = [(min(pair), max(pair)) for pair in ties]
    pulls = [folded.edges[group[one], group[other]]["weight"] for one, other in pairs]
    masses = [math.sqrt(folded.degree(node)) + 1 for node in group]
    camps: dict[int, list[str]] = {}
    for node in group:
        if node in camp_of:
            camps.setdefault(camp_of[node], []).append(node)
    for _, members in sorted(camps.items()):
        pairs += [(at[node], len(masses)) for node in members]
        pulls += [CAMP_PULL * folded.degree(node, weight="weight") for node in members]
        masses.append(float(len(members)))
    rounds = min(30 * len(group), 500 if len(group) <= 400 else 300)
    settled = settle(np.array(pairs), np.array(pulls), np.array(masses), rounds=rounds, tick=tick)
    return settled[: len(group)]


def _filling(points: Floats, sizes: Floats, aspect: float) -> Floats:
    """Turn the long axis flat, and scale to an area in which the boxes find room."""
    centred = points - np.median(points, axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes *= np.where(axes.sum(axis=1, keepdims=True) < 0, -1.0, 1.0)
    turned = centred @ axes.T
    looseness = LOOSE if len(points) >= CROWD else CLOSE
    height = math.sqrt(float(sizes.prod(axis=1).sum()) * looseness / aspect)
    factors = np.array([height * aspect, height]) / np.maximum(np.ptp(turned, axis=0), 1e-9)
    filled: Floats = turned * np.minimum(factors, 4 * min(factors))
    return filled
