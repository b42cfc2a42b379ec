"""Actors fit into the picture, and large marks go with much room."""

import math

import networkx as nx
import pytest

from isgraph.diagram.still.labels import Box
from isgraph.diagram.still.scene import STRETCH, arrange

FRAME = Box(200, 50, 600, 400)


@pytest.mark.parametrize("measure", [0.001, 1.0, 5000.0])
@pytest.mark.parametrize("number", [1, 2, 15, 300])
def test_places_of_any_measure_fit(measure: float, number: int) -> None:
    """All actors lie in the frame, whatever their places were measured in."""
    places = {f"n{i}": (measure * math.cos(i), measure * math.sin(i) * i) for i in range(number)}
    network = nx.MultiDiGraph()
    network.add_nodes_from(places)

    scene = arrange(network, places, [], FRAME)

    for node, (x, y) in scene.places.items():
        r = scene.radii[node]
        assert FRAME.x + r < x < FRAME.x + FRAME.wide - r
        assert FRAME.y + r < y < FRAME.y + FRAME.high - r


def test_places_are_hardly_distorted() -> None:
    """One axis may be stretched, not much, and nothing is turned around."""
    network = nx.MultiDiGraph()
    network.add_nodes_from("abc")
    places = {"a": (0.0, 0.0), "b": (10.0, 0.0), "c": (0.0, 10.0)}

    found = arrange(network, places, [], Box(0, 0, 2000, 200)).places

    across, down = found["b"][0] - found["a"][0], found["c"][1] - found["a"][1]
    assert across / down == pytest.approx(STRETCH)


def test_few_actors_are_large() -> None:
    """In the same frame, two actors are drawn larger than two hundred."""

    def radius(number: int) -> float:
        network = nx.MultiDiGraph()
        network.add_nodes_from(range(number))
        places = {node: (float(node % 17), float(node // 17)) for node in network}
        return arrange(network, places, [], FRAME).radii[0]

    assert radius(200) < radius(20) < radius(2)
