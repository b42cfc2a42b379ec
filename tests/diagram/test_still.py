"""The still picture is one whole, quiet and unchanging file."""

import re
from xml.etree import ElementTree

import networkx as nx
import pytest

from isgraph.diagram.layout import positions
from isgraph.diagram.still import still
from isgraph.diagram.still.areas import Camp
from isgraph.diagram.theme import CAMPS as CAMP_COLOURS
from isgraph.errors import EmptyNetworkError
from tests.diagram.still.test_areas import Camp as SomeCamp
from tests.diagram.world import ACTORS, HOSTILE_LABEL, actor, world

SVG = "{http://www.w3.org/2000/svg}"
HARMFUL = f"{HOSTILE_LABEL}]]>\x00\u202e'\"&amp;<!--"
CAMPS: list[Camp] = [SomeCamp(HARMFUL, [actor("a"), actor("b"), actor("c")])]


@pytest.fixture(scope="module")
def picture() -> str:
    """Draw the imagined world."""
    network = world()
    return still(network, positions(network), title="An imagined world", camps=CAMPS, foot="Foot")


def test_every_actor_and_claim_has_its_element(picture: str) -> None:
    """Actors are found by readable ids, ties by the ids of their claims."""
    root = ElementTree.fromstring(picture)

    classes: dict[str, set[str]] = {"actor": set(), "tie": set()}
    for group in root.iter(f"{SVG}g"):
        if group.get("class") in classes:
            classes[group.attrib["class"]].add(group.get("id") or group.attrib["data-claims"])
    assert classes["actor"] == {f"actor-{name}" for name, *_ in ACTORS}
    assert {"c0001 c0002", "c0003", "c0012"} <= classes["tie"]
    assert not re.search("c0009|c0011", picture)


def test_ids_are_unique() -> None:
    """No two parts share an id, however alike the IRIs of the actors are."""
    network = nx.MultiDiGraph()
    network.add_nodes_from(
        ["title", "x/names", "names", "a b", "a-b", "https://y/actor/s", "actor-s"]
    )
    places = {node: (float(place), 0.0) for place, node in enumerate(network)}

    found = re.findall(r' id="([^"]*)"', still(network, places, title="Ids"))

    assert len(found) > len(network)
    assert len(set(found)) == len(found)


def test_it_names_itself_to_those_who_do_not_see(picture: str) -> None:
    """A screen reader finds title and description: what there is, and what is left out."""
    root = ElementTree.fromstring(picture)

    assert root.attrib["role"] == "img"
    assert root.findtext(f"{SVG}title") == "An imagined world"
    description = root.findtext(f"{SVG}desc") or ""
    assert description.startswith(
        "Diagram of 8 actors and 10 claims in 9 lines. Most tied: Group B"
    )
    assert "2 claims denied or negated: not drawn. Foot" in description
    assert {root.attrib["aria-labelledby"], root.attrib["aria-describedby"]} == {
        child.get("id") for child in root if child.tag in (f"{SVG}title", f"{SVG}desc")
    }


def test_it_holds_nothing_that_acts_or_loads(picture: str) -> None:
    """Only shapes and texts: no script, style, link, image or foreign part, and no handler."""
    root = ElementTree.fromstring(picture)

    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    names = {name for element in root.iter() for name in element.attrib}
    assert tags == {"svg", "title", "desc", "g", "path", "circle", "rect", "text", "tspan"}
    assert not any(name.startswith("on") or name in ("style", "href") for name in names)
    assert re.findall(r"\w+://[^\"<]*", picture) == ["http://www.w3.org/2000/svg"]
    assert "url(" not in picture


def test_harmful_texts_stay_texts() -> None:
    """Markup, control characters and marks of direction in any text of the data are inert."""
    network = world()
    plain = still(network, positions(network), title="A", camps=CAMPS, foot="B")
    for node in network:
        network.nodes[node].update(label=HARMFUL, kind_label=HARMFUL)
    for *_, claim in network.edges(data=True):
        claim.update(id=HARMFUL, label=HARMFUL, status=HARMFUL, family=HARMFUL, modality=HARMFUL)
    network.graph["families"] = {HARMFUL: HARMFUL}
    network = nx.relabel_nodes(network, {actor("a"): "javascript:alert(1)//" + HARMFUL})
    places = positions(network)

    root = ElementTree.fromstring(still(network, places, title=HARMFUL, camps=CAMPS, foot=HARMFUL))

    assert {one.tag for one in root.iter()} <= {
        one.tag for one in ElementTree.fromstring(plain).iter()
    }
    assert not re.search("[\x00-\x08\u202e]", ElementTree.tostring(root, "unicode"))


def test_same_network_same_bytes(picture: str) -> None:
    """The order in which actors, claims and places come changes no byte."""
    network = world()
    backwards = nx.MultiDiGraph(**network.graph)
    backwards.add_nodes_from(reversed(list(network.nodes(data=True))))
    backwards.add_edges_from(reversed(list(network.edges(keys=True, data=True))))
    places = dict(reversed(positions(network).items()))

    again = still(backwards, places, title="An imagined world", camps=CAMPS, foot="Foot")

    assert again == picture


def test_network_is_not_changed() -> None:
    """Drawing leaves the network that it was given as it was."""
    network = world()
    still(network, positions(network), title="A")

    assert nx.utils.graphs_equal(network, world())


def test_a_small_picture_is_the_picture_alone() -> None:
    """Without a legend there is title, picture and foot, in the size that was asked for."""
    network = world()

    root = ElementTree.fromstring(
        still(network, positions(network), title="A", legend=False, width_px=320, height_px=240)
    )

    assert root.attrib["viewBox"] == "0 0 320 240"
    assert [child.get("id") for child in root] == [
        "title",
        "summary",
        "ground",
        "heading",
        "picture",
    ]


def test_a_long_legend_makes_the_picture_higher() -> None:
    """No row of the legend is cut off."""
    network = world()

    root = ElementTree.fromstring(
        still(network, positions(network), title="A", width_px=600, height_px=100)
    )

    texts = [text for text in root.iter(f"{SVG}text") if "y" in text.attrib]
    assert float(root.attrib["height"]) > 300
    assert all(float(text.attrib["y"]) < float(root.attrib["height"]) for text in texts)


def test_actors_of_no_camp_are_counted(picture: str) -> None:
    """With camps in the picture, the legend says how many actors are grey."""
    root = ElementTree.fromstring(picture)

    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert texts[texts.index("No camp") + 1] == str(len(ACTORS) - 3)


def test_actors_without_a_place_are_left_out() -> None:
    """Only what has a place is drawn and counted."""
    network = world()
    places = {actor(name): place for name, place in {"a": (0.0, 0.0), "b": (1.0, 1.0)}.items()}

    picture = still(network, places, title="Two")

    assert "Diagram of 2 actors and 3 claims in 2 lines." in picture


@pytest.mark.parametrize("network", [nx.MultiDiGraph(), world()])
def test_nothing_is_no_picture(network: nx.MultiDiGraph) -> None:
    """Without an actor that has a place there is an error that says where places come from."""
    with pytest.raises(EmptyNetworkError, match="positions"):
        still(network, {}, title="Nothing")


def test_camps_may_be_fills_alone() -> None:
    """Without areas nothing stands behind the actors, and the fill of a camp stays."""
    network = world()
    camps = [SomeCamp("Around A", [actor("a"), actor("b"), actor("c")])]
    places = positions(network)
    drawn = [
        still(network, places, title="x", camps=camps, legend=False, has_areas=has)
        for has in (True, False)
    ]

    assert ["Around A" in picture for picture in drawn] == [True, False]
    assert all(CAMP_COLOURS[0]["light"] in picture for picture in drawn)
