"""Names where there is room: how wide a text is, and boxes that do not collide; no elements."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LIMIT = 28
"""Characters of a name that a picture shows."""

_WIDTHS = {
    character: width
    for characters, width in (
        ("'ijlI|", 0.3),
        (" ,./:;\\fJ-()[]t!r’", 0.38),
        ('"*_`–sz?cLFk', 0.55),
        ("KAVBRXZCUHNDG&", 0.73),
        ("OQw#+<=>^~M", 0.84),
        ("%mW@…—", 1.0),
    )
    for character in characters
}
_BOLD = 1.1


def width(text: str, size_px: float, *, is_bold: bool = False) -> float:
    """Estimate how wide a text is, in pixels, as a wide sans-serif font writes it.

    A reader's own font may be narrower, seldom wider.

    Examples
    --------
    >>> width("ill", 10) < width("mow", 10) < width("mow", 10, is_bold=True)
    True
    """
    ems = 0.0
    for character in text:
        if character in _WIDTHS:
            ems += _WIDTHS[character]
        elif not unicodedata.combining(character):
            ems += 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.63
    return ems * size_px * (_BOLD if is_bold else 1.0)


def shorten(text: str, limit: int = LIMIT) -> str:
    """Cut a text to so many characters, the mark of the cut among them.

    Examples
    --------
    >>> shorten("Group A", 6)
    'Group…'
    """
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def fit(text: str, size_px: float, room_px: float) -> str:
    """Cut a text to the pixels that there are.

    Examples
    --------
    >>> fit("Group A", 10, 35)
    'Grou…'
    """
    limit = len(text)
    while limit > 1 and width(shorten(text, limit), size_px) > room_px:
        limit -= 1
    return shorten(text, limit)


def wrap(text: str, size_px: float, room_px: float, *, is_bold: bool = False) -> list[str]:
    """Break a text into lines of so many pixels; a single longer word is cut.

    Examples
    --------
    >>> wrap("one two three", 10, 50)
    ['one two', 'three']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size_px, is_bold=is_bold) <= room_px:
            lines[-1] = longer
        else:
            lines.append(fit(word, size_px * (_BOLD if is_bold else 1.0), room_px))
    return lines


class Box(NamedTuple):
    """A box in pixels, with its upper left corner."""

    x: float
    y: float
    wide: float
    high: float

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes overlap."""
        return (
            self.x < other.x + other.wide
            and other.x < self.x + self.wide
            and self.y < other.y + other.high
            and other.y < self.y + self.high
        )

    def inside(self, frame: Box) -> Box:
        """Return the box, moved into a frame as far as it fits."""
        x = max(frame.x, min(self.x, frame.x + frame.wide - self.wide))
        y = max(frame.y, min(self.y, frame.y + frame.high - self.high))
        return Box(x, y, self.wide, self.high)


class Crowd:
    """Boxes that are taken, in a grid, so that asking is quick.

    Examples
    --------
    >>> crowd = Crowd()
    >>> crowd.take(Box(0, 0, 10, 10))
    >>> crowd.hits(Box(9, 9, 10, 10)), crowd.hits(Box(10, 10, 10, 10))
    (1, 0)
    """

    _CELL = 60.0

    def __init__(self) -> None:
        self._grid: dict[tuple[int, int], list[Box]] = {}

    def _cells(self, box: Box) -> Iterator[tuple[int, int]]:
        left, right = (math.floor(x / self._CELL) for x in (box.x, box.x + box.wide))
        top, bottom = (math.floor(y / self._CELL) for y in (box.y, box.y + box.high))
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                yield column, row

    def take(self, box: Box) -> None:
        """Keep a place for a box."""
        for cell in self._cells(box):
            self._grid.setdefault(cell, []).append(box)

    def hits(self, box: Box) -> int:
        """Count the boxes that it would lie over."""
        near = {other for cell in self._cells(box) for other in self._grid.get(cell, ())}
        return sum(box.meets(other) for other in near)


class Room:
    """What labels must keep off: each other wholly, actors and arrowheads where they can."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self.names, self.actors, self.heads = Crowd(), Crowd(), Crowd()

    def seat(self, boxes: Sequence[Box], *, is_important: bool = False) -> Box | None:
        """Take the first box that is free, and return it; None if there is none.

        An important name may lie over a small actor rather than be left out.

        Examples
        --------
        >>> room = Room(Box(0, 0, 100, 100))
        >>> room.seat([Box(0, 0, 50, 12)])
        Box(x=0, y=0, wide=50, high=12)
        >>> room.seat([Box(0, 0, 50, 12)]) is None
        True
        """
        free = [
            box
            for box in (box.inside(self.frame) for box in boxes)
            if not self.names.hits(box) and (is_important or not self.actors.hits(box))
        ]
        if not free:
            return None
        best = min(free, key=lambda box: (self.actors.hits(box), self.heads.hits(box) > 0))
        self.names.take(best)
        return best


def around(x: float, y: float, radius: float, wide: float, high: float) -> list[Box]:
    """Return the boxes in which the name of an actor may stand, the best first.

    Examples
    --------
    >>> around(50, 50, 10, 40, 12)[0]
    Box(x=30.0, y=60, wide=40, high=12)
    """
    r = radius
    corners = [
        (x - wide / 2, y + r),
        (x - wide / 2, y - r - high),
        (x + r, y - high / 2),
        (x - r - wide, y - high / 2),
        (x + r * 0.5, y + r * 0.8),
        (x - r * 0.5 - wide, y + r * 0.8),
        (x + r * 0.5, y - r * 0.8 - high),
        (x - r * 0.5 - wide, y - r * 0.8 - high),
    ]
    return [Box(left, top, wide, high) for left, top in corners]
