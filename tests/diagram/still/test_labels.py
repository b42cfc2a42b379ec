"""Labels find room, or stay away."""

import random

import pytest

from isgraph.diagram.still.labels import Box, Crowd, Room, around, fit, shorten, width, wrap


def test_a_crowd_finds_whatever_is_met() -> None:
    """The grid hides no box: it counts what comparing all of them counts."""
    chance = random.Random(3)
    boxes = [
        Box(chance.uniform(-300, 300), chance.uniform(-300, 300), chance.uniform(1, 150), 20)
        for _ in range(80)
    ]
    crowd = Crowd()
    for box in boxes:
        crowd.take(box)

    counts = [crowd.hits(box) for box in boxes]

    assert counts == [sum(box.meets(other) for other in boxes) for box in boxes]
    assert max(counts) > 1


def test_names_never_lie_on_each_other() -> None:
    """However many ask for one place, those that are seated do not overlap, and stay inside."""
    frame = Box(0, 0, 200, 100)
    room = Room(frame)

    seated = [room.seat(around(100, 50, 8, 60, 14), is_important=bool(n % 2)) for n in range(30)]

    found = [box for box in seated if box]
    assert 2 <= len(found) < 30
    assert not any(a.meets(b) for a in found for b in found if a is not b)
    assert all(box.inside(frame) == box for box in found)


def test_only_important_names_lie_on_actors() -> None:
    """A name that is not important is left out rather than written over an actor."""
    room = Room(Box(0, 0, 100, 100))
    room.actors.take(Box(0, 0, 100, 100))

    assert room.seat([Box(10, 10, 20, 10)]) is None
    assert room.seat([Box(10, 10, 20, 10)], is_important=True) == Box(10, 10, 20, 10)


def test_a_name_avoids_heads_where_it_can() -> None:
    """A free place without an arrowhead goes before one with."""
    room = Room(Box(0, 0, 100, 100))
    room.heads.take(Box(0, 0, 20, 20))

    assert room.seat([Box(0, 0, 20, 10), Box(50, 50, 20, 10)]) == Box(50, 50, 20, 10)


@pytest.mark.parametrize("text", ["", "One", "One two three four five", "Unbreakably" * 9])
def test_wrapped_lines_fit(text: str) -> None:
    """No line is wider than the room, and no word is lost that fits."""
    lines = wrap(text, 11, 80)

    assert all(width(line, 11) <= 80 for line in lines)
    if "…" not in "".join(lines):
        assert " ".join(lines) == text


def test_wide_letters_count_as_wide() -> None:
    """Chinese takes a whole square; a mark over a letter takes nothing."""
    assert width("伊斯兰", 10) == pytest.approx(30)
    assert width("a\u0304", 10) == width("a", 10)


def test_cut_names_say_so() -> None:
    """A cut name ends in its mark and is no longer than it may be."""
    assert shorten("Syrian Democratic Forces", 10) == "Syrian De…"
    assert shorten("Syria", 5) == "Syria"
    assert fit("Syria", 10, 1000) == "Syria"
