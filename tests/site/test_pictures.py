"""A thing stands in the middle of its picture, with its nearest around it."""

import math

import pytest

from isgraph.site.addresses import Link
from isgraph.site.contents import Contents
from isgraph.site.pictures import MOST, Neighbour, neighbours, pictures, places, size_px, star
from isgraph.terms import BASE

GROUP_A = f"{BASE}actor/group-a"


def test_most_tied_comes_first(contents: Contents) -> None:
    """Neighbours are in the order of how many claims tie them, then of their names."""
    near = neighbours(contents, GROUP_A)

    assert near == sorted(near, key=lambda found: (-found.claims, found.link.label))
    assert near[0].link.label == "Country X"


def test_star_has_only_the_ties_of_its_middle(contents: Contents) -> None:
    """Ties between two neighbours are not drawn."""
    found = star(contents.network, GROUP_A, neighbours(contents, GROUP_A))

    assert len(found) > 3
    assert all(GROUP_A in (one, other) for one, other in found.edges())


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, MOST, MOST + 5])
def test_no_two_things_stand_close(count: int) -> None:
    """However many neighbours, at most so many are placed, apart and inside the picture."""
    near = [Neighbour(f"urn:{number}", Link(str(number)), 1) for number in range(count)]
    points = list(places("urn:centre", near).values())
    width, height = size_px(near)

    assert len(points) == 1 + min(count, MOST)
    assert min(math.dist(a, b) for a in points for b in points if a is not b) > 80
    assert all(abs(x) < width / 2 and abs(y) < height / 2 for x, y in points)


def test_pictures_are_of_things_with_ties(contents: Contents) -> None:
    """A thing that nothing is tied to has no picture."""
    found = dict(pictures(contents))

    assert "<svg" in found["actor/group-a.svg"]
    assert "actor/institute.svg" not in found
