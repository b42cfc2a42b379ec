"""Friends of enemies, enemies of friends and enemies of enemies, by name."""

import pytest

from isgraph import project
from isgraph.analysis.enemies import enemies
from isgraph.errors import NameNotFoundError
from isgraph.store import Store
from tests.analysis.signed_networks import network_of


def test_three_relations() -> None:
    """What the other is depends on the sign to the one between, and on from there."""
    network = network_of(("a", "b", -1), ("b", "c", 1), ("d", "a", 1), ("d", "e", -1))
    network.add_edge("b", "f", id="c5", sign=-1)
    rows = [(row.relation, row.through, row.other) for row in enemies(network, of="Group A")]

    assert rows == [
        ("friend of an enemy", "Group B", "Group C"),
        ("enemy of a friend", "Group D", "Group E"),
        ("enemy of an enemy", "Group B", "f"),
    ]


def test_friends_of_friends_are_left_out() -> None:
    """Where no tie is hostile there is nothing to list."""
    assert list(enemies(network_of(("a", "b", 1), ("b", "c", 1)))) == []


@pytest.mark.parametrize(
    ("claims", "direct"),
    [
        ([], None),
        ([("a", "c", 0)], "neutral"),
        ([("c", "a", 1)], "supportive"),
        ([("a", "c", 1), ("a", "c", -1)], "both signs"),
    ],
)
def test_direct_tie(claims: list[tuple[str, str, int]], direct: str | None) -> None:
    """The tie of the two themselves is named, with both signs too, and claims of either step."""
    row = enemies(network_of(("a", "b", -1), ("b", "c", 1), *claims), of="a")[0]

    assert (direct, "c1 | c2") == (row.direct, row.claims)


def test_both_ends_tell_of_one_way() -> None:
    """Who is the friend of my enemy has me for the enemy of a friend."""
    rows = enemies(network_of(("a", "b", -1), ("b", "c", 1)))

    assert [row[:2] for row in rows] == [
        ("friend of an enemy", "Group A"),
        ("enemy of a friend", "Group C"),
    ]


def test_unknown_name(tiny: Store) -> None:
    """A name that nobody has is refused, and the nearest is named."""
    with pytest.raises(NameNotFoundError, match="Nearest: 'Group A'"):
        enemies(project(tiny), of="Grupp A")
