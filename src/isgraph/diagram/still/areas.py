"""Soft areas behind camps: discs and the bands that join them; no area swallows a stranger."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from isgraph.diagram import theme
from isgraph.diagram.still.outlines import Point, shape, trace
from isgraph.diagram.still.svg import clean

WIDE, SLIM = 0.5, 0.16
"""Radius of a disc where nobody is near, and the least one, in distances of neighbours."""
LONG = 4.0
"""The longest band, in the same measure."""


class Camp(Protocol):
    """Actors that belong together, such as `isgraph.analysis.communities.Camp`."""

    @property
    def id(self) -> str:
        """What its area is named after."""

    @property
    def label(self) -> str:
        """What a reader calls it."""

    @property
    def members(self) -> Sequence[str]:
        """Its actors."""


class Area(NamedTuple):
    """A camp as far as it is in the picture."""

    id: str
    label: str
    colour: str
    members: tuple[str, ...]


class Disc(NamedTuple):
    """The ground around one member."""

    x: float
    y: float
    radius: float


def gather(camps: Iterable[Camp], nodes: Collection[str]) -> list[Area]:
    """Return the camps that are in the picture and for which there is a colour.

    Examples
    --------
    >>> gather([], ["a"])
    []
    """
    kept = set(nodes)
    areas = [
        Area(camp.id, clean(camp.label), fill["light"], tuple(sorted(kept & set(camp.members))))
        for camp, fill in zip(camps, theme.CAMPS, strict=False)
    ]
    return [area for area in areas if area.members]


def surround(
    members: Sequence[Point], strangers: Sequence[Point], step: float
) -> tuple[list[Disc], list[tuple[Disc, Disc]]]:
    """Put a disc around each member, and join them by the shortest bands.

    A stranger makes the discs beside it smaller, and no band comes near one.

    Parameters
    ----------
    step
        Distance at which actors would stand, were they spread evenly.

    Returns
    -------
    list of Disc, list of pairs of Disc
        Discs in the order of the members, and those that a band joins.

    Examples
    --------
    >>> discs, bands = surround([(0, 0), (10, 0), (99, 0)], [(99, 5)], 20)
    >>> [disc.radius for disc in discs], len(bands)
    ([10.0, 10.0, 3.2], 1)
    """
    points = np.array(members, dtype=np.float64)
    others = np.array(strangers, dtype=np.float64).reshape(-1, 2)
    around = cKDTree(others)
    free = around.query(points)[0]
    radii = np.clip(0.6 * free, SLIM * step, WIDE * step)
    discs = [Disc(*place, float(r)) for place, r in zip(members, radii, strict=True)]
    near = cKDTree(points).query_pairs(LONG * step, output_type="ndarray")
    lengths = np.hypot(*(points[near[:, 0]] - points[near[:, 1]]).T)
    leaders = list(range(len(points)))

    def lead(number: int) -> int:
        while leaders[number] != number:
            leaders[number] = number = leaders[leaders[number]]
        return number

    def is_barred(one: NDArray[np.float64], other: NDArray[np.float64], gap: float) -> bool:
        way = other - one
        reach = float(np.hypot(*way)) / 2 + gap
        close = others[around.query_ball_point((one + other) / 2, reach)]
        share = np.clip((close - one) @ way / (way @ way or 1.0), 0.0, 1.0)
        return bool((np.hypot(*(one + share[:, None] * way - close).T) < gap).any())

    bands = []
    # Equal lengths go by the order of the members.
    for one, other in near[np.lexsort((near[:, 1], near[:, 0], lengths))].tolist():
        gap = 1.4 * float(max(radii[one], radii[other]))
        if lead(one) != lead(other) and not is_barred(points[one], points[other], gap):
            leaders[lead(one)] = lead(other)
            bands.append((discs[one], discs[other]))
    return discs, bands


def outline(discs: Sequence[Disc], bands: Sequence[tuple[Disc, Disc]]) -> str:
    """Return an area as the path of an SVG.

    All parts turn the same way round, so that one fill joins them without a seam.

    Examples
    --------
    >>> outline([Disc(0, 0, 5)], [])
    'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z'
    """
    parts = [shape("circle", *disc) for disc in discs]
    for one, other in bands:
        length = math.dist(one[:2], other[:2]) or 1.0
        across = ((one.y - other.y) / length, (other.x - one.x) / length)
        corners = [
            (
                disc.x + side * 0.8 * disc.radius * across[0],
                disc.y + side * 0.8 * disc.radius * across[1],
            )
            for disc, side in ((one, 1), (other, 1), (other, -1), (one, -1))
        ]
        parts.append(trace(corners, is_closed=True))
    return "".join(parts)
