"""Claims bundled into lines, and the curve of each; no colour, nothing written."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import networkx as nx

from isgraph.diagram import theme
from isgraph.diagram.still.outlines import Point

FAN_PX = 24.0
"""How far the lines of one pair stand apart in their middle."""

_RANKS = {name: rank for rank, name in enumerate(theme.STATUSES)}


class Line(NamedTuple):
    """Claims of one pair, direction, family and manner."""

    start: str
    end: str
    family: str
    is_actual: bool
    """Whether the claims say that it is or was so, not that it is planned or the like."""
    is_symmetric: bool
    claims: tuple[Mapping[str, Any], ...]
    turn: float
    """Place in the fan of its pair; 0 is the middle."""

    @property
    def status(self) -> str:
        """The strongest status among the claims."""
        return min((status(claim) for claim in self.claims), key=lambda name: _RANKS.get(name, 0))

    @property
    def is_possible(self) -> bool:
        """Whether no claim is more than possibly in force."""
        return all(claim.get("certainty") == "possible" for claim in self.claims)


def status(claim: Mapping[str, Any]) -> str:
    """Return the status of a claim; one that has none is asserted."""
    return str(claim.get("status") or "asserted")


def is_refuted(claim: Mapping[str, Any]) -> bool:
    """Tell whether a claim says that something is not so."""
    return bool(claim.get("negated")) or claim.get("status") == "denied"


def bundle(network: nx.MultiDiGraph[str], nodes: Collection[str]) -> list[Line]:
    """Bundle the claims between some actors; those that are denied or negated stay out.

    Returns
    -------
    list of Line
        In the order of their first claim, whatever order the network was made in. The claims
        have an `id` each.

    Examples
    --------
    >>> network = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a")])
    >>> [(line.start, len(line.claims), line.turn) for line in bundle(network, network)]
    [('a', 2, -0.5), ('b', 1, -0.5)]
    """
    bundles: dict[tuple[str, str, str, bool, bool], list[Mapping[str, Any]]] = {}
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: (str(edge[2]), *edge[:2]))
    for subject, object_, key, claim in edges:
        if is_refuted(claim) or subject not in nodes or object_ not in nodes:
            continue
        is_symmetric = bool(claim.get("is_symmetric"))
        start, end = sorted((subject, object_)) if is_symmetric else (subject, object_)
        is_actual = claim.get("modality") in (None, "actual")
        name = (start, end, str(claim.get("family") or "other"), is_actual, is_symmetric)
        own = str(key).replace("#", "/").rsplit("/", 1)[-1]
        told = {"id": own, "subject": subject, "object": object_} | claim
        bundles.setdefault(name, []).append(told)
    fans: dict[frozenset[str], list[tuple[str, str, str, bool, bool]]] = {}
    for name in bundles:
        fans.setdefault(frozenset(name[:2]), []).append(name)
    turns: dict[tuple[str, str, str, bool, bool], float] = {}
    for fan in fans.values():
        for place, name in enumerate(fan):
            turn = place - (len(fan) - 1) / 2
            # Both directions of a pair share one fan: seen from its end, left is right.
            turns[name] = turn if name[0] <= name[1] else -turn
    return [Line(*name, tuple(claims), turns[name]) for name, claims in bundles.items()]


class Curve(NamedTuple):
    """A quadratic curve."""

    start: Point
    control: Point
    end: Point

    def at(self, share: float) -> Point:
        """Return the point at a share of the way, from 0 to 1."""
        rest = 1 - share
        weights = (rest * rest, 2 * rest * share, share * share)
        x, y = (sum(w * p[axis] for w, p in zip(weights, self, strict=True)) for axis in (0, 1))
        return (x, y)


def curve(line: Line, places: Mapping[str, Point], radii: Mapping[str, float]) -> Curve:
    """Return the curve of a line from rim to rim of its two actors.

    Examples
    --------
    >>> line = Line("a", "b", "hostile", True, False, (), 0.0)
    >>> curve(line, {"a": (0, 0), "b": (100, 0)}, {"a": 5, "b": 5}).control
    (50.0, 5.0)
    """
    (x0, y0), (x1, y1) = places[line.start], places[line.end]
    if line.start == line.end:
        r = radii[line.start]
        far = r + 18 + 10 * abs(line.turn)
        return Curve((x0 - r * 0.6, y0 - r * 0.8), (x0, y0 - 2 * far), (x0 + r * 0.6, y0 - r * 0.8))
    dx, dy = x1 - x0, y1 - y0
    length = math.hypot(dx, dy) or 1.0
    bend = line.turn * min(2 * FAN_PX, 0.4 * length) if line.turn else 0.05 * length
    control = ((x0 + x1) / 2 - dy / length * bend, (y0 + y1) / 2 + dx / length * bend)

    def rim(node: str, gap: float) -> Point:
        x, y = places[node]
        away = math.hypot(control[0] - x, control[1] - y) or 1.0
        out = min(radii[node] + gap, 0.48 * length)
        return (x + (control[0] - x) / away * out, y + (control[1] - y) / away * out)

    return Curve(rim(line.start, 2.0), control, rim(line.end, 3.0))
