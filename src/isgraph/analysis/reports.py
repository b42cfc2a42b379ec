"""Reports: several tables of one matter, printed together."""

from __future__ import annotations

import html
import re
import textwrap

from isgraph.rows import Rows

SHOWN = 20
"""How many rows of a table are printed as text; the attribute has them all."""


_CODE = re.compile("`([^`]+)`")


class Report:
    """Tables under headings, and notes on how to read them.

    Attributes
    ----------
    rows
        The first table, and the one that other programs are given.
    parts
        The other tables by their headings.
    notes
        Sentences below the tables.
    caption
        What the tables are of, above them.
    """

    def __init__(
        self, rows: Rows, parts: dict[str, Rows], notes: tuple[str, ...], *, caption: str = ""
    ) -> None:
        self.rows, self.parts, self.notes, self.caption = rows, parts, notes, caption

    @property
    def listed(self) -> Rows:
        """The rows that are printed."""
        return self.rows

    @property
    def full(self) -> Rows:
        """The rows with all that other programs may want to know of each."""
        return self.rows

    def text(self, most: int = SHOWN) -> str:
        """Return the tables as text of 80 columns; empty ones are left out, long ones cut.

        Parameters
        ----------
        most
            How many rows of the first table are printed; of the others it is 20.
        """
        shown = [_wrapped(self.caption)] if self.caption else []
        shown += [_cut(self.listed, most, ", with --top or in --format csv")] if self.listed else []
        for heading, rows in self.parts.items():
            shown += [f"{heading}\n\n{_cut(rows, SHOWN)}"] if rows else []
        return "\n\n".join([*shown, *map(_wrapped, self.notes)])

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        tables = (
            f"<h4>{html.escape(heading)}</h4>{rows._repr_html_()}"
            for heading, rows in self.parts.items()
            if rows
        )
        notes = (f"<p>{_marked(note)}</p>" for note in self.notes)
        caption = [f"<p>{html.escape(self.caption)}</p>"] if self.caption else []
        return "".join([*caption, self.rows._repr_html_(), *tables, *notes])


def _cut(rows: Rows, most: int, where: str = "") -> str:
    left = len(rows) - most
    return f"{rows[:most]}\n… and {left} more{where}" if left > 0 else str(rows)


def _marked(note: str) -> str:
    return _CODE.sub(r"<code>\1</code>", html.escape(note))


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 80)
