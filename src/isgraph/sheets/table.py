"""A sheet as a table: its columns, its rows read and written, its wrong cells told."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from isgraph.errors import IsgraphError, SheetError

CLAIM_COLUMNS = (
    "claim", "subject", "kind", "object", "status", "quantity", "measure", "role", "valid_time",
    "as_of", "places", "instruments", "occurrences", "claimants", "document", "passage",
    "citations", "disputes", "subject_mention", "object_mention", "paraphrase", "note",
    "deprecated", "replaced_by",
)  # fmt: skip
ENTITY_COLUMNS = ("entity", "class", "label", "aliases")
WORK_COLUMNS = (
    "work", "title", "publishers", "authors", "issued", "document", "note", "pinpoint",
)  # fmt: skip
DOCUMENT_COLUMNS = ("document", "title", "publishers", "authors", "issued", "file", "licence")
_SORTS = {columns[0]: columns for columns in (
    CLAIM_COLUMNS, ENTITY_COLUMNS, WORK_COLUMNS, DOCUMENT_COLUMNS,
)}  # fmt: skip
_MOST_TOLD = 20

Row = dict[str, str]
"""The cells of a row by column, stripped; a column that the sheet lacks is empty."""

Refusal = tuple[int, str | None, str]
"""A row number, the column where it is known, and the reason."""

_Taken = TypeVar("_Taken")


class CellError(Exception):
    """A cell that cannot be taken: its column and why."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


@contextmanager
def in_column(name: str) -> Iterator[None]:
    """Say in which column something was refused."""
    try:
        yield
    except IsgraphError as error:
        raise CellError(name, str(error)) from error


def many(cell: str) -> list[str]:
    """Return the values of a cell that may hold several.

    Examples
    --------
    >>> many("group-a | group-b")
    ['group-a', 'group-b']
    """
    return [part.strip() for part in cell.split("|") if part.strip()]


def read(path: Path) -> tuple[str, list[tuple[int, Row]]]:
    """Return the sort of a sheet, which is its first column, and its rows with their numbers.

    Raises
    ------
    SheetError
        If the file is no sheet, or a row has too few or too many cells.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            header = tuple(reader.fieldnames or ())
            columns = _SORTS.get(header[0] if header else "")
            if columns is None:
                raise SheetError(
                    f"{path}: not a sheet; its first column is {header[:1]}. "
                    f"It has to be one of {', '.join(_SORTS)}.",
                    path=str(path),
                )
            if unknown := set(header) - set(columns):
                raise SheetError(
                    f"{path}, row 1: unknown columns {', '.join(sorted(unknown))}. "
                    f"A sheet of this sort has: {', '.join(columns)}.",
                    path=str(path),
                    row=1,
                )
            rows = []
            for cells in reader:
                if None in cells or any(value is None for value in cells.values()):
                    raise SheetError(
                        f"{path}, row {reader.line_num}: {len(header)} cells are needed; "
                        "put cells with commas in quotation marks.",
                        path=str(path),
                        row=reader.line_num,
                    )
                row = {name: cells.get(name, "").strip() for name in columns}
                if any(row.values()):
                    rows.append((reader.line_num, row))
            return columns[0], rows
    except OSError as error:
        raise SheetError(
            f"{path} cannot be read: {error.strerror}. Name a CSV file.", path=str(path)
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise SheetError(
            f"{path} is not a CSV file in UTF-8: {error}. Save it as CSV UTF-8.", path=str(path)
        ) from error


def write(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    """Return rows as a sheet."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def take_each(
    path: str, rows: list[tuple[int, Row]], take: Callable[[Row], _Taken]
) -> list[tuple[int, _Taken]]:
    """Take every row, and only then tell those that cannot be taken.

    Raises
    ------
    SheetError
        If a row cannot be taken.
    """
    taken: list[tuple[int, _Taken]] = []
    refused: list[Refusal] = []
    for number, row in rows:
        try:
            taken.append((number, take(row)))
        except CellError as error:
            refused.append((number, error.column, str(error)))
        except IsgraphError as error:
            refused.append((number, None, str(error)))
    refuse(path, refused)
    return taken


def refuse(path: str, refused: list[Refusal]) -> None:
    """Refuse a sheet for its wrong rows, if there are any; the first twenty are told.

    Raises
    ------
    SheetError
        If there is a wrong row.
    """
    if not refused:
        return
    lines = [
        f"row {number}{f', column {column}' if column else ''}: {message}"
        for number, column, message in refused[:_MOST_TOLD]
    ]
    more = [f"… and {len(refused) - _MOST_TOLD} more"] if len(refused) > _MOST_TOLD else []
    rows = "row is" if len(refused) == 1 else "rows are"
    raise SheetError(
        "\n".join([f"{path}: {len(refused)} {rows} refused; nothing was written.", *lines, *more]),
        path=path,
        row=refused[0][0],
        column=refused[0][1],
    )
