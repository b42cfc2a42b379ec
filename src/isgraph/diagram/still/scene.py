"""What a still picture shows, and where in its pixels; nothing is written.

How large marks are follows from the room that each actor has: few are drawn large, many small.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from isgraph.diagram.still.labels import Box
from isgraph.diagram.still.lines import Curve, Line, curve
from isgraph.diagram.still.outlines import Point
from isgraph.diagram.still.svg import clean

NEIGHBOUR_PX = 260.0
"""How far apart a few actors stand at most, however large the picture."""
STRETCH = 1.3
"""How much more one axis may be stretched than the other, to use the room there is."""
EDGE_PX = (52.0, 26.0)
"""Room for names beside and above the outermost actors, where the picture is large enough."""


@dataclass(frozen=True)
class Scene:
    """Actors and lines at their places, in pixels."""

    network: nx.MultiDiGraph[str]
    frame: Box
    places: Mapping[str, Point]
    radii: Mapping[str, float]
    degrees: Mapping[str, int]
    """Claims that are drawn at each actor."""
    curves: Sequence[tuple[Line, Curve]]
    step: float
    """Distance at which actors would stand, were they spread evenly."""
    zoom: float
    """Size of the marks; 1 where there is ample room."""

    def actor(self, node: str) -> Mapping[str, Any]:
        """Return what the network says of an actor."""
        attributes: Mapping[str, Any] = self.network.nodes[node]
        return attributes

    def label(self, node: str) -> str:
        """Return the name of an actor, in one clean line."""
        return clean(self.actor(node).get("label") or node)


def arrange(
    network: nx.MultiDiGraph[str],
    places: Mapping[str, Point],
    lines: Sequence[Line],
    frame: Box,
) -> Scene:
    """Fit places of any measure into a frame.

    Examples
    --------
    >>> network = nx.MultiDiGraph([("a", "b")])
    >>> scene = arrange(network, {"a": (0, 0), "b": (9, 0)}, [], Box(0, 0, 400, 200))
    >>> [round(x) for x, _ in (scene.places["a"], scene.places["b"])]
    [52, 348]
    """
    degrees: Counter[str] = Counter()
    for line in lines:
        for end in {line.start, line.end}:
            degrees[end] += len(line.claims)
    fitted = _fit(places, frame)
    step = math.sqrt(frame.wide * frame.high / len(fitted))
    zoom = max(0.6, min(step / 110, 1.1))
    radii = {node: min(5 + 1.9 * math.sqrt(degrees[node]), 17) * zoom for node in fitted}
    curves = [(line, curve(line, fitted, radii)) for line in lines]
    return Scene(network, frame, fitted, radii, degrees, curves, step, zoom)


def _fit(places: Mapping[str, Point], frame: Box) -> dict[str, Point]:
    spread = NEIGHBOUR_PX * math.sqrt(len(places))
    sizes = (frame.wide, frame.high)
    middles, factors = [], []
    for axis in (0, 1):
        values = [place[axis] for place in places.values()]
        span = max(values) - min(values)
        room = min(sizes[axis] - 2 * min(EDGE_PX[axis], 0.13 * sizes[axis]), spread)
        middles.append((max(values) + min(values)) / 2)
        factors.append(room / span if span else math.inf)
    least = min(factors)
    factors = [min(factor, STRETCH * least) if least < math.inf else 1.0 for factor in factors]
    return {
        node: (
            frame.x + frame.wide / 2 + (x - middles[0]) * factors[0],
            frame.y + frame.high / 2 + (y - middles[1]) * factors[1],
        )
        for node, (x, y) in places.items()
    }
