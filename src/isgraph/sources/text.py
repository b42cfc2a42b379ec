"""The text of a document: its sections, paragraphs and notes, and where a phrase stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from isgraph.errors import LocatorError

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(r"[⁰¹²³⁴-⁹]+")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)(?: +(\S.*))?")
_LONGEST_PASSAGE = 2500


class Block(NamedTuple):
    """A line of a document that is not empty, with where it stands."""

    start: int
    end: int
    section: str
    paragraph: int | None
    is_note: bool


class Located(NamedTuple):
    """Where a phrase stands."""

    section: str
    paragraph: int | None
    start: int
    end: int
    notes: tuple[int, ...]


@dataclass
class Text:
    """The text of a document, read into sections, paragraphs and notes."""

    text: str
    title: str = ""
    digest: str = field(default="", compare=False)

    @cached_property
    def blocks(self) -> list[Block]:
        """The lines of the text with their section and paragraph.

        A section is the number of a numbered heading, else the label of the
        last unnumbered heading before the first number, else `lead`.
        """
        blocks = []
        section, number, paragraph = "lead", (0, 0), 0
        for found in re.finditer(r"[^\n]*\S[^\n]*", self.text):
            line = found[0].strip()
            is_note = bool(_NOTE.match(line))
            if not is_note and (following := _next_number(line, number)):
                number, section, paragraph = following, line.split()[0], 0
                kept = None
            elif number == (0, 0) and not is_note and line != self.title and _is_label(line):
                section, paragraph, kept = line, 0, None
            elif is_note:
                kept = None
            else:
                paragraph += 1
                kept = paragraph
            blocks.append(Block(found.start(), found.end(), section, kept, is_note))
        return blocks

    @cached_property
    def entries(self) -> dict[int, tuple[int, int]]:
        """The notes: number to the offsets of the entry."""
        found: dict[int, tuple[int, int]] = {}
        for block in self.blocks:
            if block.is_note:
                match = _NOTE.match(self.text, block.start)
                assert match
                found[int(match[0].translate(_SUPERSCRIPT))] = block.start, block.end
        return found

    @cached_property
    def markers(self) -> list[tuple[int, int]]:
        """The markers of notes in the running text: number and offset."""
        notes = [(block.start, block.end) for block in self.blocks if block.is_note]
        inside = (
            (int(found[0].translate(_SUPERSCRIPT)), found.start())
            for found in _NOTE.finditer(self.text)
        )
        return [
            (number, at)
            for number, at in inside
            if not any(start <= at < end for start, end in notes)
        ]

    def notes_between(self, start: int, end: int) -> tuple[int, ...]:
        """Return the numbers of the notes marked between two offsets."""
        return tuple(number for number, at in self.markers if start <= at < end)

    def block_at(self, offset: int) -> Block:
        """Return the block that an offset stands in, or the next one."""
        return next((block for block in self.blocks if offset < block.end), self.blocks[-1])

    def locate(self, phrase: str) -> Located:
        """Find a phrase; `…` or `...` between two parts stands for anything.

        White space, straight and curly quotation marks do not count.

        Raises
        ------
        LocatorError
            If the phrase is not in the text, or stands there more than once.
        """
        parts = [part.strip() for part in re.split(r"…|\.\.\.", phrase) if part.strip()]
        if not parts:
            raise LocatorError("The phrase is empty; give some words of the passage.")
        pattern = rf".{{0,{_LONGEST_PASSAGE}}}?".join(map(_loosely, parts))
        found = list(re.finditer(pattern, self.text, re.DOTALL))
        if not found:
            raise LocatorError(
                f"{phrase[:70]!r} is not in the text. Copy some words as they are printed; "
                "write … for words left out."
            )
        if len(found) > 1:
            at = ", ".join(f"{self.block_at(m.start()).section} ({m.start()})" for m in found[:4])
            raise LocatorError(
                f"{phrase[:70]!r} stands in {len(found)} places: {at}. Give more words."
            )
        return self.at(found[0].start(), found[0].end())

    def at(self, start: int, end: int) -> Located:
        """Return where a pair of offsets stands.

        Raises
        ------
        LocatorError
            If the offsets are not inside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise LocatorError(f"{start}-{end} is not inside a text of {len(self.text)} characters")
        block = self.block_at(start)
        notes = self.notes_between(start, end + 1)
        return Located(block.section, block.paragraph, start, end, notes)


def _next_number(line: str, number: tuple[int, int]) -> tuple[int, int] | None:
    match = _NUMBERED.fullmatch(line)
    if not match or len(line) > 90 or "\t" in line:
        return None
    first, _, second = match[1].partition(".")
    found = int(first), int(second or 0)
    following = {(number[0] + 1, 0), (number[0], number[1] + 1)} - {(0, 1)}
    return found if found in following else None


def _is_label(line: str) -> bool:
    return (
        line[0].isupper()
        and len(line) <= 70
        and line[-1] not in ".,;:)"
        and not line.startswith("By ")
        and "\t" not in line
    )


def _loosely(part: str) -> str:
    quotes = {**dict.fromkeys("'‘’", "['‘’]"), **dict.fromkeys('"“”', '["“”]')}
    words = ("".join(quotes.get(c, re.escape(c)) for c in word) for word in part.split())
    return r"\s+".join(words)
