"""Areas hold their camp together and keep off strangers."""

import math
import random

import networkx as nx
import pytest

from isgraph.diagram import theme
from isgraph.diagram.still.areas import LONG, SLIM, WIDE, gather, outline, surround
from isgraph.diagram.still.outlines import Point


class Camp:
    """Whatever has these three is a camp."""

    def __init__(self, name: str, members: list[str]) -> None:
        self.id, self.label, self.members = name, f"Around\n{name}", members


def test_camps_have_colours_as_far_as_there_are() -> None:
    """The first camps take the theme's colours in turn; those beyond are grey like all others."""
    camps = [Camp(f"camp-{n}", ["a", "gone"]) for n in range(len(theme.CAMPS) + 3)]

    areas = gather(camps, ["a", "b"])

    assert [area.colour for area in areas] == [row["light"] for row in theme.CAMPS]
    assert areas[0].members == ("a",)
    assert areas[0].label == "Around camp-0"


def test_a_camp_that_is_not_there_keeps_its_colour_for_itself() -> None:
    """A camp has the colour of the whole picture in a part of it, too."""
    areas = gather([Camp("one", ["gone"]), Camp("two", ["a"])], ["a"])

    assert [(area.id, area.colour) for area in areas] == [("two", theme.CAMPS[1]["light"])]


def scatter(number: int, seed: int) -> list[Point]:
    """Scatter points over a square."""
    chance = random.Random(seed)
    return [(chance.uniform(0, 300), chance.uniform(0, 300)) for _ in range(number)]


def test_bands_are_the_shortest_that_join_all() -> None:
    """Without strangers, members hang together along as little way as there is."""
    points = scatter(40, 1)
    whole = nx.Graph()
    whole.add_weighted_edges_from(
        (i, j, math.dist(points[i], points[j])) for i in range(40) for j in range(i)
    )
    expected = nx.minimum_spanning_tree(whole).size(weight="weight")

    discs, bands = surround(points, [], 100)

    numbers = {disc: number for number, disc in enumerate(discs)}
    assert nx.is_tree(nx.Graph((numbers[one], numbers[other]) for one, other in bands))
    assert sum(math.dist(one[:2], other[:2]) for one, other in bands) == pytest.approx(expected)


def test_no_stranger_is_swallowed() -> None:
    """No stranger lies on an area, unless it all but touches a member."""
    members, strangers = scatter(30, 2), scatter(30, 3)
    step = 60.0

    discs, bands = surround(members, strangers, step)

    assert 0 < len(bands) < len(members) - 1
    for stranger in strangers:
        for disc in discs:
            assert math.dist(stranger, disc[:2]) > disc.radius or disc.radius == SLIM * step
        for one, other in bands:
            ways = (
                (one.x + (other.x - one.x) * t, one.y + (other.y - one.y) * t)
                for t in (0.25, 0.5, 0.75)
            )
            assert min(math.dist(stranger, way) for way in ways) > max(one.radius, other.radius)


def test_far_members_stay_apart() -> None:
    """A band is no longer than the eye joins."""
    step = 10.0

    _, bands = surround([(0, 0), (LONG * step + 1, 0), (LONG * step + 2, 0)], [], step)

    assert len(bands) == 1


def test_discs_have_bounds() -> None:
    """A disc is no wider than neighbours are apart, and never vanishes."""
    discs, _ = surround([(0, 0), (500, 0)], [(0, 1)], 50)

    assert [disc.radius for disc in discs] == [SLIM * 50, WIDE * 50]


def test_members_in_one_place_are_drawn() -> None:
    """Two members on one spot need no room between them."""
    drawn = outline(*surround([(5, 5), (5, 5)], [], 10))

    assert drawn.count("M") == 3
    assert "nan" not in drawn
