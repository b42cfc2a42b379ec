"""Places: seeded, camps together, no box on another, in the proportions of a screen."""

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np
import pytest
from scipy.spatial import cKDTree

from isgraph.analysis.communities import Camp
from isgraph.diagram.layout import ASPECT, positions

Places = Mapping[str, tuple[float, float]]


def network_of(
    size: int, groups: int = 6, seed: int = 1, backwards: bool = False
) -> nx.MultiDiGraph:
    """Tie actors by chance, mostly within groups; their names say which."""
    chance = np.random.default_rng(seed)
    names = [f"{number % groups}-{number}" for number in range(size)]
    network = nx.MultiDiGraph()
    ties = []
    for number, name in enumerate(names):
        for _ in range(2):
            near = chance.random() < 0.6
            other = int(chance.integers(0, size)) // groups * groups + (number % groups)
            ties.append((name, names[min(other, size - 1) if near else chance.integers(0, size)]))
    network.add_nodes_from(reversed(names) if backwards else names)
    network.add_edges_from(reversed(ties) if backwards else ties, family="structural")
    for name in names:
        network.nodes[name]["label"] = f"Actor {name} of the network"
    return network


def camps_of(network: nx.MultiDiGraph, groups: int = 6) -> list[Camp]:
    """Make a camp of each group."""
    return [
        Camp(f"camp-{group}", "", tuple(sorted(n for n in network if n.startswith(f"{group}-"))))
        for group in range(groups)
    ]


def overlaps(places: Places, wide: float, high: float) -> int:
    """Count the pairs of which two boxes of this size overlap."""
    scaled = np.array(list(places.values())) / (wide, high)
    return len(cKDTree(scaled).query_pairs(0.999, p=math.inf))


def kinship(places: Places) -> float:
    """Give the share of actors whose nearest neighbour is of their group."""
    names, points = list(places), np.array(list(places.values()))
    _, near = cKDTree(points).query(points, 2)
    kin = [name[0] == names[other][0] for name, (_, other) in zip(names, near, strict=True)]
    return sum(kin) / len(kin)


def spans(places: Places) -> tuple[float, float]:
    """Give width and height of the whole."""
    wide, high = np.ptp(np.array(list(places.values())), axis=0)
    return float(wide), float(high)


@pytest.fixture(scope="module")
def many() -> nx.MultiDiGraph:
    """Make a network with more actors than there is room for labels."""
    return network_of(2000)


def test_every_actor_has_a_place_and_none_is_on_another() -> None:
    """Below the limit the boxes of node and label are apart, all of 24 letters here."""
    places = positions(network_of(200))

    assert len(places) == 200
    assert overlaps(places, 24 * 6.6, 40) == 0


def test_many_actors_have_room_for_their_nodes(many: nx.MultiDiGraph) -> None:
    """Above the limit the nodes are apart."""
    places = positions(many, camps_of(many))

    assert len(places) == 2000
    assert overlaps(places, 24, 24) == 0


@pytest.mark.parametrize("size", [200, 2000])
def test_proportions_are_those_of_a_screen(size: int) -> None:
    """The whole is about a quarter wider than high."""
    wide, high = spans(positions(network_of(size)))

    assert wide / high == pytest.approx(ASPECT, rel=0.12)


def test_rows_below_leave_the_proportions() -> None:
    """Actors without a tie stand in rows below, and the whole keeps its proportions."""
    network = network_of(150)
    network.add_nodes_from(f"alone-{number}" for number in range(60))
    places = positions(network)
    wide, high = spans(places)
    lowest = max(y for name, (_, y) in places.items() if not name.startswith("alone"))

    assert all(y > lowest for name, (_, y) in places.items() if name.startswith("alone"))
    assert wide / high == pytest.approx(ASPECT, rel=0.15)


def test_camps_lie_together() -> None:
    """An actor's nearest neighbour is more often of its camp where camps are given."""
    network = network_of(200)
    without, with_camps = positions(network), positions(network, camps_of(network))

    assert kinship(with_camps) > 0.75
    assert kinship(with_camps) > kinship(without) + 0.1


def test_ties_are_shorter_than_other_distances() -> None:
    """Those who are tied stand nearer to each other than any two do on average."""
    network = network_of(200)
    places = positions(network)
    tied = [math.dist(places[one], places[other]) for one, other in network.edges()]
    names = sorted(places)
    any_two = [math.dist(places[one], places[other]) for one in names for other in names]

    assert np.mean(tied) < 0.7 * np.mean(any_two)


@pytest.mark.parametrize("size", [60, 850])
def test_order_of_insertion_changes_nothing(size: int) -> None:
    """The same network gives the same places, in whatever order it was made."""
    network, backwards = network_of(size), network_of(size, backwards=True)

    assert positions(backwards, camps_of(backwards)) == positions(network, camps_of(network))


def test_middle_is_the_origin() -> None:
    """The picture is centred, so that a page can show it without looking."""
    places = positions(network_of(100))
    xs, ys = zip(*places.values(), strict=True)

    assert abs(max(xs) + min(xs)) < 100
    assert abs(max(ys) + min(ys)) < 100


def test_single_actors() -> None:
    """One actor stands at the origin; none has no place; a tie to oneself does no harm."""
    alone = nx.MultiDiGraph([("a", "a")])

    assert positions(nx.MultiDiGraph()) == {}
    assert positions(alone) == {"a": (0.0, 0.0)}


def test_progress_rises_to_the_end(many: nx.MultiDiGraph) -> None:
    """What is told of the progress only rises, says what is done, and ends with all of it."""
    told: list[tuple[float, str]] = []
    positions(many, progress=lambda done, what: told.append((done, what)))
    shares = [done for done, _ in told]

    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(told) > 5
    assert all(what for _, what in told)


def test_network_is_not_changed() -> None:
    """Placing leaves the network as it was."""
    network = network_of(30)
    positions(network, camps_of(network))

    assert nx.utils.graphs_equal(network, network_of(30))
