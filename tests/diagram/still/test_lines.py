"""Claims are bundled as on the page, and lines of a pair lie apart."""

import math

import networkx as nx
import pytest

from isgraph.diagram.still.lines import Line, bundle, curve
from tests.diagram.world import actor, world


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    """Bundle the imagined world."""
    network = world()
    return bundle(network, network)


def test_denied_and_negated_claims_are_left_out(lines: list[Line]) -> None:
    """Every claim is in one line, but for the denied c0009 and the negated c0011."""
    expected = [f"c{n:04d}" for n in range(1, 13) if n not in (9, 11)]

    assert sorted(str(claim["id"]) for line in lines for claim in line.claims) == expected


def test_a_bundle_is_of_one_pair_direction_and_family(lines: list[Line]) -> None:
    """Two hostile claims from A to B are one line, the one from B to A is another."""
    a, b = actor("a"), actor("b")

    found = {(line.start, line.end): len(line.claims) for line in lines if {a, b} == {*line[:2]}}

    assert found == {(a, b): 2, (b, a): 1}


def test_the_strongest_status_is_shown(lines: list[Line]) -> None:
    """Asserted and reported claims together are drawn as asserted."""
    (line,) = [line for line in lines if len(line.claims) == 2]

    assert {claim["status"] for claim in line.claims} == {"asserted", "reported"}
    assert line.status == "asserted"


def test_planned_ties_are_apart(lines: list[Line]) -> None:
    """What is planned is no line of what is so."""
    assert [line.claims[0]["id"] for line in lines if not line.is_actual] == ["c0008"]


def test_a_symmetric_tie_has_one_direction() -> None:
    """A tie that holds both ways is one line, whichever end it was said of."""
    network = nx.MultiDiGraph()
    network.add_edge("b", "a", key="c1", is_symmetric=True)
    network.add_edge("a", "b", key="c2", is_symmetric=True)

    (line,) = bundle(network, network)

    assert (line.start, line.end, line.is_symmetric) == ("a", "b", True)


def test_lines_to_others_are_left_out() -> None:
    """A line needs both of its ends."""
    network = nx.MultiDiGraph([("a", "b"), ("b", "c")])

    assert [line[:2] for line in bundle(network, {"a", "b"})] == [("a", "b")]


def test_order_of_making_does_not_matter(lines: list[Line]) -> None:
    """The same claims make the same lines, however the network was put together."""
    network = world()
    backwards = nx.MultiDiGraph()
    backwards.add_nodes_from(reversed(list(network.nodes(data=True))))
    backwards.add_edges_from(reversed(list(network.edges(keys=True, data=True))))

    assert bundle(backwards, backwards) == lines


@pytest.mark.parametrize("number", [2, 3, 4, 6])
def test_lines_of_a_pair_lie_apart(number: int) -> None:
    """In their middle, the lines between two actors are at least 12 pixels from each other."""
    network = nx.MultiDiGraph()
    for place in range(number):
        ends = ("a", "b") if place % 2 else ("b", "a")
        network.add_edge(*ends, key=f"c{place}", family=f"family-{place}")
    places, radii = {"a": (0.0, 0.0), "b": (300.0, 40.0)}, {"a": 9.0, "b": 9.0}

    middles = [curve(line, places, radii).at(0.5) for line in bundle(network, network)]

    assert len(middles) == number
    assert min(math.dist(p, q) for p in middles for q in middles if p != q) >= 12


def test_a_curve_goes_from_rim_to_rim() -> None:
    """A line touches neither of its actors."""
    line = Line("a", "b", "hostile", True, False, (), 0.5)
    places = {"a": (0.0, 0.0), "b": (100.0, 0.0)}

    found = curve(line, places, {"a": 10.0, "b": 6.0})

    assert math.dist(found.start, places["a"]) == pytest.approx(12)
    assert math.dist(found.end, places["b"]) == pytest.approx(9)


@pytest.mark.parametrize("places", [{"a": (5.0, 5.0), "b": (5.0, 5.0)}, {"a": (0.0, 0.0)}])
def test_ends_in_one_place_have_a_line(places: dict[str, tuple[float, float]]) -> None:
    """A tie of an actor with itself, or of two on one spot, has finite ends."""
    line = Line("a", sorted(places)[-1], "hostile", True, False, (), 0.0)

    found = curve(line, places, {"a": 5.0, "b": 5.0})

    assert all(math.isfinite(value) for point in found for value in point)
