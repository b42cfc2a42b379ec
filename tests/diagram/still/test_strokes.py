"""Marks say what the claims say, in form and in words."""

from xml.etree import ElementTree

import pytest

from isgraph.diagram import theme
from isgraph.diagram.layout import positions
from isgraph.diagram.still import strokes
from isgraph.diagram.still.areas import Area
from isgraph.diagram.still.labels import Box
from isgraph.diagram.still.lines import bundle
from isgraph.diagram.still.scene import Scene, arrange
from tests.diagram.world import HOSTILE_LABEL, actor, world

Element = ElementTree.Element


@pytest.fixture(scope="module")
def scene() -> Scene:
    """Arrange the imagined world."""
    network = world()
    for *_, claim in network.edges(data=True):
        claim["certainty"] = "possible" if claim["id"] == "c0007" else "certain"
    return arrange(network, positions(network), bundle(network, network), Box(0, 0, 900, 600))


@pytest.fixture(scope="module")
def ties(scene: Scene) -> dict[str, Element]:
    """Draw the ties, by the ids of their claims."""
    drawn = [ElementTree.fromstring(tie) for tie in strokes.ties(scene)]
    return {tie.attrib["data-claims"]: tie for tie in drawn}


def test_a_tie_tells_its_claims(ties: dict[str, Element]) -> None:
    """The tie is told in words: ends, relation, status, modality and id of each claim."""
    assert (ties["c0001 c0002"].findtext("title") or "").split("\n") == [
        "Group A attacks Group B: asserted (c0001)",
        "Group A threatens Group B: reported (c0002)",
    ]
    assert ties["c0008"].findtext("title") == "State D trains Force E: reported, planned (c0008)"
    assert (
        ties["c0007"].findtext("title")
        == "State D negotiates with Group B: unconfirmed, possibly in force (c0007)"
    )


def test_several_claims_have_their_number(ties: dict[str, Element]) -> None:
    """A bundle bears the number of its claims; a single claim bears none."""
    expected = {name: str(len(name.split())) if " " in name else None for name in ties}

    assert {name: tie.findtext("text") for name, tie in ties.items()} == expected


def test_colour_says_the_family_and_dash_the_status(ties: dict[str, Element]) -> None:
    """Colour, dash and faintness follow the theme."""
    custody, possible = ties["c0006"], ties["c0007"]

    assert custody.attrib["stroke"] == theme.FAMILIES["custody"]["light"]
    assert [path.get("stroke-dasharray") for path in custody.iter("path")] == ["6 3 1.5 3", None]
    assert "opacity" not in custody.attrib
    assert possible.attrib["opacity"] == str(theme.POSSIBLE)


def test_planned_ties_are_thin_and_hollow(ties: dict[str, Element], scene: Scene) -> None:
    """A planned tie is thinner than one that is so, its head is not filled, and it says so."""
    planned, actual = ties["c0008"], ties["c0004"]

    assert float(planned.attrib["stroke-width"]) < float(actual.attrib["stroke-width"])
    assert not any(path.get("fill") == planned.attrib["stroke"] for path in planned.iter("path"))
    assert any(">planned</text>" in name for name in strokes.names(scene, []))


def test_a_symmetric_tie_has_two_heads(ties: dict[str, Element]) -> None:
    """Whoever negotiates does so from both ends."""
    assert len(list(ties["c0007"].iter("path"))) == 3
    assert len(list(ties["c0006"].iter("path"))) == 2


def test_actors_have_name_class_and_fill(scene: Scene) -> None:
    """An actor says who it is and how many claims it has; its fill is that of its camp."""
    ids = {node: f"id-{place}" for place, node in enumerate(scene.places)}
    areas = [Area("camp-1", "Around A", "#123456", (actor("a"),))]

    drawn = [ElementTree.fromstring(one) for one in strokes.actors(scene, ids, areas)]

    found = {one.findtext("title"): one.find("path") for one in drawn}
    fills = [path.attrib["fill"] for path in found.values() if path is not None]
    assert found["Group A (non-state armed group), 4 claims"].attrib["fill"] == "#123456"
    assert f"{HOSTILE_LABEL} (organisation), 0 claims" in found
    assert fills.count(theme.NO_CAMP["light"]) == len(drawn) - 1


def test_areas_lie_behind_two_or_more(scene: Scene) -> None:
    """A camp with one actor in the picture has no area; its fill is enough."""
    one = Area("camp-1", "Around A", "#123456", (actor("a"),))
    two = Area("camp-2", "Around <B>", "#654321", (actor("b"), actor("c")))

    (drawn,) = map(ElementTree.fromstring, strokes.grounds(scene, [one, two]))

    assert drawn.attrib["id"] == "area-camp-2"
    assert drawn.findtext("title") == "Around <B>"


def test_every_name_of_a_small_world_is_written(scene: Scene) -> None:
    """Where there is room, every actor has its name, and a camp of three has its label."""
    area = Area("camp-1", "Around A", "#123456", (actor("a"), actor("b"), actor("c")))

    drawn = {ElementTree.fromstring(name).text for name in strokes.names(scene, [area])}

    assert {"Group A", "Group B", "Coalition C", "State D", "Around A"} <= drawn
    assert len(drawn) == len(scene.places) + 2
