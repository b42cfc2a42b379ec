"""The legend counts what is drawn, and nothing else."""

from xml.etree import ElementTree

import pytest

from isgraph.diagram import theme
from isgraph.diagram.still.key import (
    WIDTH_PX,
    Row,
    Section,
    draw,
    family,
    group_of,
    height,
    sections,
)
from isgraph.diagram.still.lines import bundle
from tests.diagram.world import world


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, int]]:
    """Count the imagined world."""
    network = world()
    kinds = [group_of(network.nodes[node]["kind"]) for node in sorted(network)]
    camps = [("Around <Group A>", "#123456", 3)]
    some = sections(bundle(network, network), kinds, camps, network.graph["families"])
    return {part.heading: {row.label: row.amount for row in part.rows} for part in some}


def test_families_are_counted_by_claims(found: dict[str, dict[str, int]]) -> None:
    """Families come in the order of the theme, with the ontology's label where there is one."""
    expected = {
        "Hostile acts": 3,
        "Supportive": 2,
        "Structural": 2,
        "Custody": 1,
        "Dealings": 1,
        "Place and event": 1,
    }

    assert list(found["Relations"].items()) == list(expected.items())


def test_statuses_are_counted(found: dict[str, dict[str, int]]) -> None:
    """Statuses go from the strongest to the weakest; what is denied is not drawn."""
    expected = {"Asserted": 3, "Assessed": 2, "Reported": 3, "Alleged": 1, "Unconfirmed": 1}

    assert list(found["Status"].items()) == list(expected.items())


def test_modalities_are_those_that_are_drawn_thin(found: dict[str, dict[str, int]]) -> None:
    """Planned ties are in the legend; what is so needs no row."""
    assert found["Modality"] == {"Planned": 1}


def test_certainty_is_counted_where_a_day_was_asked_for() -> None:
    """On a day, the legend tells what is certainly in force from what is possibly so."""
    network = world()
    for *_, claim in network.edges(data=True):
        claim["certainty"] = {"c0001": "certain", "c0003": "possible"}.get(claim["id"])

    (part,) = [
        part for part in sections(bundle(network, network), [], [], {}) if "day" in part.heading
    ]

    assert [(row.label, row.amount) for row in part.rows] == [
        ("Certainly in force", 1),
        ("Possibly in force", 1),
    ]
    assert f'opacity="{theme.POSSIBLE}"' in part.rows[1].icon


def test_actors_and_camps_are_counted(found: dict[str, dict[str, int]]) -> None:
    """Every class of actor that is there has its row, and every camp."""
    assert sum(found["Actors"].values()) == len(world())
    assert found["Actors"]["Armed group"] == 2
    assert found["Camps"] == {"Around <Group A>": 3}


def test_a_legend_is_as_high_as_it_says() -> None:
    """The last row stands above the height that the picture reckons with."""
    some = [Section("One", "hint", [Row("", "A" * 99, 1234567)] * 5), Section("Two", "", [])]

    drawn = ElementTree.fromstring(draw(some, 0, 0))

    heights = [float(text.attrib["y"]) for text in drawn.iter("text")]
    assert height(some) - 12 < max(heights) < height(some)
    assert all(float(text.attrib["x"]) <= WIDTH_PX for text in drawn.iter("text"))


def test_unknown_words_have_a_row_all_the_same() -> None:
    """A family or class that the theme does not know is drawn as other."""
    assert family("no-such", {})["label"] == "Other"
    assert family("no-such", {"no-such": "named"})["label"] == "Named"
    assert group_of("NoSuchClass") == "other"
    assert "other" in theme.GROUPS
