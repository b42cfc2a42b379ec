"""Rows: what a question, a query or a list answers, printed as table, CSV, JSON or Markdown."""

from __future__ import annotations

import textwrap
from collections import namedtuple
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from isgraph.errors import NameNotFoundError
from isgraph.terms import Iri, shorten

if TYPE_CHECKING:
    from isgraph.diagram import Figure
    from isgraph.store import Store

Value = str | int | float | date | None
Row = tuple[Value, ...]
"""A named tuple: one field for each column, in their order."""

FORMATS = ("table", "csv", "json", "md")


class Rows(list[Any]):
    """Rows of one kind, with the names of their columns; shows itself as a table.

    It is a list, so that `rows[0].who` and `rows[:10]` do what they say, and
    `pandas.DataFrame(rows.by_column())` or `polars.DataFrame(rows.by_column())`
    takes it further.

    Examples
    --------
    >>> rows = Rows(("who", "count"), [("Group A", 2)])
    >>> rows[0].who
    'Group A'
    >>> print(rows)
    who      count
    -------  -----
    Group A      2
    """

    def __init__(
        self,
        columns: Sequence[str],
        rows: Iterable[Sequence[Value]] = (),
        *,
        store: Store | None = None,
    ) -> None:
        self.columns = tuple(columns)
        self.store = store
        make: Any = namedtuple("Row", columns, rename=True)  # type: ignore[misc]
        super().__init__(make(*row) for row in rows)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return Rows(self.columns, super().__getitem__(place), store=self.store)
        return super().__getitem__(place)

    def sorted_by(self, *columns: str, descending: bool = False) -> Rows:
        """Return the rows in the order of one or more columns; empty cells come last.

        Raises
        ------
        NameNotFoundError
            If there is no such column.

        Examples
        --------
        >>> Rows(["n"], [[2], [None], [10]]).sorted_by("n", descending=True)
        [Row(n=10), Row(n=2), Row(n=None)]
        """
        places = [self._place(column) for column in columns]
        rows: list[Row] = list(self)
        for place in reversed(places):
            rows.sort(key=lambda row: _order(row[place]), reverse=descending)
            rows.sort(key=lambda row: row[place] is None)
        return Rows(self.columns, rows, store=self.store)

    def by_column(self) -> dict[str, list[Value]]:
        """Return the values of each column, as data frames want them.

        Examples
        --------
        >>> Rows(("who", "count"), [("Group A", 2)]).by_column()
        {'who': ['Group A'], 'count': [2]}
        """
        return {name: [row[i] for row in self] for i, name in enumerate(self.columns)}

    def draw(self, **choices: Any) -> Figure:
        """Draw the claims that the rows name, or else the ties among their actors.

        Parameters
        ----------
        choices
            As `isgraph.draw` takes them, such as `on` or `title`.

        Raises
        ------
        EmptyNetworkError
            If no row names a claim, or two actors with a tie between them.
        """
        import isgraph

        return isgraph.draw(isgraph.keep_named(self), **choices)

    def _place(self, column: str) -> int:
        if column not in self.columns:
            raise NameNotFoundError(
                f"No column {column!r}. There are: {', '.join(self.columns)}.",
                name=column,
                nearest=list(self.columns),
            )
        return self.columns.index(column)

    def __str__(self) -> str:
        return self.table()

    def table(self, width: int = 80) -> str:
        """Return the rows as a text table that fits a width; long cells are wrapped."""
        if not self.columns:
            return "no columns"
        cells = [[_shown(value) for value in row] for row in self]
        widths = _fit([list(self.columns), *cells], width)
        numeric = [
            all(isinstance(row[i], int | float) or row[i] is None for row in self) and bool(self)
            for i in range(len(self.columns))
        ]
        lines = [
            *_lines(list(self.columns), widths, numeric),
            "  ".join("-" * cell for cell in widths),
        ]
        for row in cells:
            lines += _lines(row, widths, numeric)
        return "\n".join(lines)

    def csv(self) -> str:
        """Return the rows as CSV; a cell that a spreadsheet could run gets an apostrophe."""
        import csv
        import io

        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([_harmless(value) for value in row] for row in self)
        return out.getvalue().rstrip("\n")

    def json(self) -> str:
        """Return the rows as a JSON list of objects."""
        import json

        records = [dict(zip(self.columns, row, strict=True)) for row in self]
        return json.dumps(records, ensure_ascii=False, indent=2, default=str)

    def md(self) -> str:
        """Return the rows as a Markdown table."""
        lines = [self.columns, ["---"] * len(self.columns)]
        lines += [[_shown(value).replace("|", "\\|") for value in row] for row in self]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)

    def text(self, form: str) -> str:
        """Return the rows in one of `FORMATS`."""
        return str(getattr(self, form)())

    def _repr_html_(self) -> str:
        import html

        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_shown(value))}</td>" for value in row) + "</tr>"
            for row in self
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _order(value: Value) -> tuple[int, Any]:
    """Return a sort key in which numbers stand before days and days before texts."""
    match value:
        case None:
            return 3, 0
        case bool() | int() | float():
            return 0, value
        case date():
            return 1, value
    return 2, value.casefold()


def _shown(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Iri):
        return shorten(value)
    return " ".join(str(value).split())


def _harmless(value: Value) -> Value:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r", "\0"):
        return "'" + value
    return value


def _fit(table: list[list[str]], width: int) -> list[int]:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    room = width - 2 * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(cells: list[str], widths: list[int], numeric: list[bool]) -> list[str]:
    wrapped = [
        textwrap.wrap(cell, size, break_on_hyphens=False) or [""]
        for cell, size in zip(cells, widths, strict=True)
    ]
    height = max(map(len, wrapped))
    return [
        "  ".join(
            (lines[i] if i < len(lines) else "").rjust(size)
            if right
            else (lines[i] if i < len(lines) else "").ljust(size)
            for lines, size, right in zip(wrapped, widths, numeric, strict=True)
        ).rstrip()
        for i in range(height)
    ]
