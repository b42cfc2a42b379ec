"""Rows: what a question, a query or a list answers, printed as table, CSV, JSON or Markdown."""

from __future__ import annotations

import re
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

_MOST = 100
_BREAK = re.compile(r"(?<=[-/:_|])(?=\w)|(?<=[a-z])(?=[A-Z])")
"""Where a word is broken that is too long for its column: `isg:`, `cooperates`, `With`."""


class Rows(list[Any]):
    """Rows of one kind, with the names of their columns; shows itself as a table.

    It is a list, so that `rows[0].who` and `rows[:10]` do what they say, and
    `pandas.DataFrame(rows)` or `polars.DataFrame(rows.by_column())` takes it
    further. A notebook shows the first hundred rows.

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
        self.sparql: str | None = None
        make: Any = namedtuple("Row", columns, rename=True)  # type: ignore[misc]
        make._fields = self.columns  # type: ignore[assignment]  # data frames take names from it
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
        """Return the values of each column, all of one type, as data frames want them.

        Whole numbers beside fractions become fractions; anything else that is
        mixed becomes text.

        Examples
        --------
        >>> Rows(("who", "count"), [("Group A", 2), ("Group B", 0.5)]).by_column()
        {'who': ['Group A', 'Group B'], 'count': [2.0, 0.5]}
        """
        return {name: _alike([row[i] for row in self]) for i, name in enumerate(self.columns)}

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

    def why(self) -> list[str]:
        """Say why the query that gave the rows may have found nothing.

        Examples
        --------
        >>> tiny.query("SELECT ?x { ?x isg:detains actor:group-c }").why()
        ['actor:group-c is not in the graph. Nearest: actor:group-b, actor:group-a.']
        """
        import isgraph

        if self or self.store is None or self.sparql is None:
            return []
        return isgraph.why_empty(self.store, self.sparql)

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
        numeric = self._numeric()
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

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print the table in a terminal of IPython."""
        printer.text("\n".join([self[:_MOST].table(printer.max_width), self._count()]))

    def _repr_html_(self) -> str:
        import html

        shown = self[:_MOST]
        sides = ["right" if numeric else "left" for numeric in shown._numeric()]

        def line(tag: str, cells: Iterable[str]) -> str:
            return "".join(
                f'<{tag} style="text-align: {side}; vertical-align: top; '
                f'white-space: {"normal" if " " in cell else "nowrap"}">{html.escape(cell)}</{tag}>'
                for cell, side in zip(cells, sides, strict=True)
            )

        heads = (name.replace("_", " ") for name in self.columns)
        head = f"<thead><tr>{line('th', heads)}</tr></thead>"
        body = "".join(f"<tr>{line('td', map(_shown, row))}</tr>" for row in shown)
        return f"<table>{head}<tbody>{body}</tbody></table><p>{self._count()}</p>"

    def _count(self) -> str:
        rows = f"{len(self):,} row{'s' if len(self) != 1 else ''}"
        if not self and self.sparql:
            return f"{rows}; .why() tells why that may be"
        return f"{rows}, of which the first {_MOST} are shown" if len(self) > _MOST else rows

    def _numeric(self) -> list[bool]:
        """Tell which columns hold numbers alone."""
        return [
            any(value is not None for value in column)
            and all(value is None or isinstance(value, int | float) for value in column)
            for column in ([row[i] for row in self] for i in range(len(self.columns)))
        ]


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


def _alike(values: list[Value]) -> list[Value]:
    kinds = {str if isinstance(value, str) else type(value) for value in values} - {type(None)}
    if len(kinds) < 2:
        return values
    kind = float if kinds <= {int, float} else str
    return [None if value is None else kind(value) for value in values]  # type: ignore[arg-type]


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
    """Return widths of the columns that fit together, the widest column giving way first.

    As long as there is room elsewhere, no column becomes narrower than its
    longest word; then than the longest part of a word; then it has to.
    """
    columns = list(zip(*table, strict=True))
    widths = [max(map(len, column)) for column in columns]
    room = width - 2 * (len(widths) - 1)
    for parts in (_words, _parts, list):
        if sum(widths) <= room:
            break
        least = [max((len(p) for cell in set(c) for p in parts(cell)), default=1) for c in columns]
        while sum(widths) > room:
            wide = [place for place, size in enumerate(widths) if size > max(least[place], 1)]
            if not wide:
                break
            widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _words(cell: str) -> list[str]:
    return cell.split()


def _parts(cell: str) -> list[str]:
    return [part for word in cell.split() for part in _BREAK.split(word)]


def _lines(cells: list[str], widths: list[int], numeric: list[bool]) -> list[str]:
    wrapped = [_wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)]
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


def _wrapped(cell: str, size: int) -> list[str]:
    """Return a cell as lines: broken between words, a long word between its parts, or anywhere."""
    if len(cell) <= size:
        return [cell]
    lines = [""]
    for word in cell.split():
        pieces = [word] if len(word) <= size else _parts(word)
        for number, piece in enumerate(pieces):
            glued = lines[-1] + (" " if number == 0 and lines[-1] else "") + piece
            if len(glued) <= size:
                lines[-1] = glued
                continue
            cut = [piece[start : start + size] for start in range(0, len(piece), size)]
            lines += cut
    return [line for line in lines if line] or [""]
