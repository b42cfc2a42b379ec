"""Rows as named tuples, and as table, CSV, JSON and Markdown."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from isgraph.rows import FORMATS, Rows
from isgraph.terms import BASE, Iri

ROWS = Rows(
    ("who", "count", "since", "note"),
    [
        (Iri(BASE + "actor/group-a"), 2, date(2024, 1, 31), None),
        ("Group | B", 10, None, "two\nlines, and a comma"),
    ],
)


def test_rows_are_named_tuples_in_a_list() -> None:
    """A row is read by name or by place, and rows are a list with columns."""
    expected = 10

    assert ROWS[1].count == expected
    assert ROWS[1][1] == expected
    assert ROWS.columns == ("who", "count", "since", "note")
    assert isinstance(ROWS, list)


def test_columns_that_are_no_names_can_be_read_by_place() -> None:
    """A column called `class` or with a space does no harm."""
    rows = Rows(("class", "notes nearby"), [("State", 1)])

    assert rows[0] == ("State", 1)
    assert json.loads(rows.json()) == [{"class": "State", "notes nearby": 1}]


def test_table() -> None:
    """Numbers stand to the right, IRIs are short, and a cell is one line where it fits."""
    expected = [
        "who            count  since       note",
        "-------------  -----  ----------  ----------------------",
        "actor:group-a      2  2024-01-31",
        "Group | B         10              two lines, and a comma",
    ]

    assert str(ROWS).splitlines() == expected


@pytest.mark.parametrize("columns", range(1, 10))
@pytest.mark.parametrize("cell", ["x" * 200, "some words that are long enough to wrap " * 5])
def test_table_fits_80_columns(columns: int, cell: str) -> None:
    """A table of up to nine columns fits, and no letter of a long cell is lost."""
    rows = Rows([f"column{number}" for number in range(columns)], [[cell] * columns])
    table = rows.table()

    assert max(map(len, table.splitlines())) <= 80
    assert "".join(table.split()).count(cell[0]) >= columns * cell.count(cell[0])


def test_empty_rows_still_show_their_columns() -> None:
    """An answer without rows is a head, in every format."""
    rows = Rows(("who", "whom"))

    assert rows.table() == "who  whom\n---  ----"
    assert rows.csv() == "who,whom"
    assert rows.json() == "[]"
    assert rows.md() == "| who | whom |\n| --- | --- |"
    assert Rows(()).table() == "no columns"


def test_csv_reads_back() -> None:
    """CSV holds whole IRIs and dates, and nothing for nothing."""
    expected = [
        ["who", "count", "since", "note"],
        [BASE + "actor/group-a", "2", "2024-01-31", ""],
        ["Group | B", "10", "", "two\nlines, and a comma"],
    ]

    assert list(csv.reader(io.StringIO(ROWS.csv()))) == expected


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_disarms_formulas(start: str) -> None:
    """A cell that a spreadsheet could run gets an apostrophe; a number stays one."""
    rows = Rows(("text", "number"), [(start + "1+1", -5)])
    expected = f"'{start}1+1"

    assert expected in rows.csv()
    assert rows.csv().endswith(",-5")


def test_json_reads_back() -> None:
    """JSON keeps numbers and nulls, writes days as text, and leaves letters as they are."""
    expected = [
        {"who": BASE + "actor/group-a", "count": 2, "since": "2024-01-31", "note": None},
        {"who": "Group | B", "count": 10, "since": None, "note": "two\nlines, and a comma"},
    ]

    assert json.loads(ROWS.json()) == expected
    assert "ö" in Rows(("a",), [("ö",)]).json()


def test_markdown_keeps_bars_inside_cells() -> None:
    """A bar in a cell is escaped, so that every row has as many cells as the head."""
    expected = [
        "| who | count | since | note |",
        "| --- | --- | --- | --- |",
        "| actor:group-a | 2 | 2024-01-31 |  |",
        "| Group \\| B | 10 |  | two lines, and a comma |",
    ]

    assert ROWS.md().splitlines() == expected


def test_html_is_escaped() -> None:
    """What stands in a cell cannot become a tag in a notebook."""
    page = Rows(("a",), [("<script>&",)])._repr_html_()

    assert "<script>" not in page
    assert "&lt;script&gt;&amp;" in page


@pytest.mark.parametrize("form", FORMATS)
def test_text_is_the_format_by_name(form: str) -> None:
    """Each format of the command line is a method."""
    assert ROWS.text(form) == getattr(ROWS, form)()
