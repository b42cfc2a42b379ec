"""Reports: several tables of one matter, printed together."""

from __future__ import annotations

import html
import textwrap

from isgraph.rows import Rows

SHOWN = 20
"""How many rows of a table are printed as text; the attribute has them all."""


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
    """

    def __init__(self, rows: Rows, parts: dict[str, Rows], notes: tuple[str, ...]) -> None:
        self.rows, self.parts, self.notes = rows, parts, notes

    def text(self) -> str:
        """Return the tables as text of 80 columns; empty ones are left out, long ones cut."""
        shown = [str(self.rows)]
        for heading, rows in self.parts.items():
            left = len(rows) - SHOWN
            more = f"\n… and {left} more" if left > 0 else ""
            shown += [f"{heading}\n\n{rows[:SHOWN]}{more}"] if rows else []
        return "\n\n".join([*shown, *(textwrap.fill(note, 80) for note in self.notes)])

    __str__ = __repr__ = text

    def _repr_html_(self) -> str:
        tables = (
            f"<h4>{html.escape(heading)}</h4>{rows._repr_html_()}"
            for heading, rows in self.parts.items()
            if rows
        )
        notes = (f"<p>{html.escape(note)}</p>" for note in self.notes)
        return "".join([self.rows._repr_html_(), *tables, *notes])
