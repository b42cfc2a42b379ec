"""The outlines of actors and arrowheads, the same as on the page; no colour, no place."""

from __future__ import annotations

import math
from typing import NamedTuple

from isgraph.diagram.still.svg import number

Point = tuple[float, float]
Outline = tuple[Point, ...]


class Head(NamedTuple):
    """An arrowhead that points to +x with its tip at the origin, in units of its length."""

    corners: Outline
    is_closed: bool
    is_solid: bool
    length: float


def _regular(corners: int, start: float, inner: float = 0.0) -> Outline:
    """Give corners on a circle; with an inner radius, those of a star."""
    steps = corners * 2 if inner else corners
    angles = [(start + step / steps) * math.tau for step in range(steps)]
    radii = [inner if inner and step % 2 else 1.0 for step in range(steps)]
    return tuple(
        (math.cos(angle) * radius, math.sin(angle) * radius)
        for angle, radius in zip(angles, radii, strict=True)
    )


def _moved(outline: Outline, factor: float, right: float = 0.0, down: float = 0.0) -> Outline:
    return tuple((x * factor + right, y * factor + down) for x, y in outline)


_A, _B = 0.36, 1.1

CORNERS: dict[str, Outline] = {
    "circle": _regular(28, 0),
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "diamond": _moved(_regular(4, -0.25), 1.2),
    "hexagon": _moved(_regular(6, 0), 1.1),
    "pentagon": _moved(_regular(5, -0.25), 1.1),
    "triangle": _moved(_regular(3, -0.25), 1.28, down=0.2),
    "triangleDown": _moved(_regular(3, 0.25), 1.28, down=-0.2),
    "star": _moved(_regular(5, -0.25, 0.55), 1.3),
    "cross": (
        *((-_A, -_B), (_A, -_B), (_A, -_A), (_B, -_A), (_B, _A), (_A, _A)),
        *((_A, _B), (-_A, _B), (-_A, _A), (-_B, _A), (-_B, -_A), (-_A, -_A)),
    ),
    "sheet": ((-0.7, -1.05), (0.3, -1.05), (0.75, -0.6), (0.75, 1.05), (-0.7, 1.05)),
}
"""Corners about the origin, of about equal area; y grows downwards."""

_DISC = _moved(_regular(14, 0), 0.42, right=-0.42)

HEADS: dict[str, Head] = {
    "filled": Head(((0, 0), (-1, 0.45), (-1, -0.45)), True, True, 1.0),
    "open": Head(((-0.9, 0.5), (0, 0), (-0.9, -0.5)), False, False, 0.1),
    "diamond": Head(((0, 0), (-0.6, 0.4), (-1.2, 0), (-0.6, -0.4)), True, False, 1.2),
    "bar": Head(((0, 0.6), (0, -0.6), (-0.4, -0.6), (-0.4, 0.6)), False, False, 0.4),
    "dot": Head(_DISC, True, True, 0.84),
    "ring": Head(_DISC, True, False, 0.84),
}


def shape(name: str, x: float, y: float, size: float) -> str:
    """Return the outline of an actor as the path of an SVG.

    Examples
    --------
    >>> shape("square", 10, 10, 5)
    'M5.6 5.6L14.4 5.6L14.4 14.4L5.6 14.4Z'
    """
    if name == "circle":
        r, across = number(size), number(2 * size)
        return (
            f"M{number(x - size)} {number(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z"
        )
    return trace([(x + dx * size, y + dy * size) for dx, dy in CORNERS[name]], is_closed=True)


def head(name: str, tip: Point, direction: Point, size: float) -> str:
    """Return an arrowhead as the path of an SVG.

    Parameters
    ----------
    direction
        Where it points to; its length does not matter.

    Examples
    --------
    >>> head("open", (10, 10), (0, 1), 10)
    'M5 1L10 10L15 1'
    """
    length = math.hypot(*direction) or 1.0
    right, down = direction[0] / length * size, direction[1] / length * size
    x, y = tip
    outline = HEADS[name]
    corners = [
        (x + dx * right - dy * down, y + dx * down + dy * right) for dx, dy in outline.corners
    ]
    return trace(corners, is_closed=outline.is_closed)


def trace(corners: list[Point], *, is_closed: bool = False) -> str:
    """Return straight lines from corner to corner as the path of an SVG.

    Examples
    --------
    >>> trace([(0, 0), (1.5, 2)])
    'M0 0L1.5 2'
    """
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in corners)
    return f"M{steps}Z" if is_closed else f"M{steps}"
