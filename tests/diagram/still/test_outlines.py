"""Outlines are those of the page, and stand where they should."""

import re

import pytest

from isgraph.diagram import theme
from isgraph.diagram.still.outlines import CORNERS, HEADS, Point, head, shape


def points(path: str) -> list[Point]:
    """Read the corners of a path."""
    pairs = re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)
    return [(float(x), float(y)) for x, y in pairs]


def test_every_look_of_the_theme_has_an_outline() -> None:
    """Each class of actor has its shape, each family its head."""
    assert {row["shape"] for row in theme.GROUPS.values()} <= set(CORNERS)
    assert {row["head"] for row in [*theme.FAMILIES.values(), theme.OTHER_FAMILY]} <= set(HEADS)


def test_shapes_are_of_about_equal_area() -> None:
    """No class of actor looks larger than another."""

    def area(corners: tuple[Point, ...]) -> float:
        turned = (*corners[1:], corners[0])
        return abs(sum(x * v - u * y for (x, y), (u, v) in zip(corners, turned, strict=True))) / 2

    areas = {name: area(corners) for name, corners in CORNERS.items() if name != "cross"}

    assert max(areas.values()) < 1.75 * min(areas.values()), areas


@pytest.mark.parametrize("name", sorted(HEADS))
@pytest.mark.parametrize("direction", [(1, 0), (0, -3), (-2, 0)])
def test_a_head_lies_behind_its_tip(name: str, direction: Point) -> None:
    """Whatever way it points, a head goes no further than its tip."""
    dx, dy = direction

    ahead = [(x - 50) * dx + (y - 50) * dy for x, y in points(head(name, (50, 50), direction, 10))]

    assert max(ahead) == pytest.approx(0, abs=0.05)
    assert min(ahead) < -2


def test_a_circle_is_round() -> None:
    """A circle is written as arcs, not as corners."""
    assert shape("circle", 10, 10, 4) == "M6 10a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z"
