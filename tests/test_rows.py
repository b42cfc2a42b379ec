"""Rows as named tuples, and as table, CSV, JSON and Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import pandas
import pytest

from isgraph import questions
from isgraph.errors import EmptyNetworkError, NameNotFoundError
from isgraph.rows import FORMATS, Rows
from isgraph.store import Store
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


def test_a_word_that_would_fit_is_not_broken() -> None:
    """As long as other columns can give way, each word of each cell stands whole in its line."""
    long = ["some words that are long enough to wrap " * 3] * 3
    rows = Rows(
        ["who", "how", *"xyz"], [["Turkish-backed armed groups", "isg:cooperatesWith", *long]]
    )
    words = {word for line in rows.table().splitlines()[2:] for word in line.split()}

    assert words == {word for row in rows for cell in row for word in cell.split()}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("isg:cooperatesWith", ["isg:", "cooperates", "With"]),
        ("Turkish-backed-by-nobody", ["Turkish-", "backed-by-", "nobody"]),
        ("https://example.org", ["https://", "example.or", "g"]),
        ("Rindfleischetikettierung", ["Rindfleisc", "hetikettie", "rung"]),
    ],
)
def test_a_long_word_is_broken_between_its_parts(word: str, expected: list[str]) -> None:
    """Where there is no room a word is broken as it is read, and anywhere only at last."""
    assert str(Rows(["word"], [[word]]).table(10)).splitlines()[2:] == expected


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


def test_html_shows_numbers_to_the_right_and_the_number_of_rows() -> None:
    """A notebook sets texts to the left, IRIs short, and tells how many rows there are."""
    page = ROWS._repr_html_()

    assert re.search(r"text-align: left[^>]+>actor:group-a</td>", page)
    assert re.search(r"text-align: right[^>]+>10</td>", page)
    assert page.endswith("<p>2 rows</p>")


def test_headings_of_several_words_have_spaces() -> None:
    """The name of a column, which Python can call, is read as words."""
    assert "<th" in (page := Rows(("claim_ids",), [("c0001",)])._repr_html_())
    assert ">claim ids</th>" in page


def test_a_notebook_shows_the_first_hundred_rows() -> None:
    """A long answer does not fill the page, and says that there is more of it."""
    page = Rows(("n",), ([n] for n in range(1234)))._repr_html_()
    expected = 100

    assert page.count("<td") == expected
    assert "1,234 rows, of which the first 100 are shown" in page


def test_rows_are_sorted_by_columns() -> None:
    """Several columns count in their order, and empty cells come last either way."""
    rows = Rows(("who", "n"), [("b", 1), ("a", None), ("B", 2), ("a", 3)])
    expected = [("a", 3), ("a", None), ("b", 1), ("B", 2)]

    assert rows.sorted_by("who", "n") == expected
    assert [row.n for row in rows.sorted_by("n", descending=True)] == [3, 2, 1, None]
    with pytest.raises(NameNotFoundError, match="There are: who, n"):
        rows.sorted_by("when")


def test_rows_sort_whatever_they_hold() -> None:
    """Numbers stand before days and days before texts, and nothing is refused."""
    values = ["x", date(2024, 1, 1), 2, None, 1.5]
    expected = [1.5, 2, date(2024, 1, 1), "x", None]

    assert [row[0] for row in Rows(("v",), ([v] for v in values)).sorted_by("v")] == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, None, 2], [1, None, 2]),
        ([1, 0.5, None], [1.0, 0.5, None]),
        ([Iri("http://x/"), "x"], ["http://x/", "x"]),
        ([1, "x", date(2024, 1, 31)], ["1", "x", "2024-01-31"]),
    ],
)
def test_a_column_is_of_one_type(values: list[object], expected: list[object]) -> None:
    """Data frames want one type a column: numbers become fractions, a mixture becomes text."""
    found = Rows(("v",), ([value] for value in values)).by_column()["v"]

    assert found == expected
    assert len({type(value) for value in found if not isinstance(value, str | None)}) <= 1


@pytest.mark.parametrize("name", questions.names())
def test_every_answer_goes_into_pandas(shipped: Store, name: str) -> None:
    """Rows are a data frame in one line, as they are and by column."""
    rows = questions.ask(shipped, name)
    expected = list(rows.columns)

    for frame in (pandas.DataFrame(rows), pandas.DataFrame(rows.by_column())):
        assert list(frame.columns) == expected
        assert len(frame) == len(rows)


@pytest.mark.parametrize("name", questions.names())
def test_every_answer_goes_into_polars(shipped: Store, name: str) -> None:
    """Polars, which refuses columns of mixed types, takes every answer."""
    polars = pytest.importorskip("polars")
    rows = questions.ask(shipped, name)
    frame = polars.DataFrame(rows.by_column())

    assert frame.columns == list(rows.columns)
    assert frame.rows() == [tuple(row) for row in zip(*rows.by_column().values(), strict=True)]


def test_data_frames_keep_odd_columns_and_types() -> None:
    """A column called `class` keeps its name, and an answer without rows has its columns."""
    rows = Rows(("class", "n"), [("State", 1), ("Group", None)])
    frame = pandas.DataFrame(rows)

    assert list(frame.columns) == ["class", "n"]
    assert frame["n"].sum() == 1
    assert list(pandas.DataFrame(Rows(("who", "n")).by_column()).columns) == ["who", "n"]


def test_rows_that_hold_actors_are_drawn(tiny: Store) -> None:
    """The claims that rows name are drawn, or else the ties among their actors."""
    actors = tiny.query("SELECT ?x ?y { ?x isg:backs ?y }")

    assert "Group A" in questions.ask(tiny, "detentions").draw().html
    assert "Country X" in actors.draw(title="Backers").html
    assert "<title>Backers" in actors[:1].sorted_by("x").draw(title="Backers").html


@pytest.mark.parametrize("query", ["SELECT ?n { ?x isg:quantityMin ?n }", "ASK { ?x ?y ?z }"])
def test_rows_without_actors_are_not_drawn(tiny: Store, query: str) -> None:
    """Where there is nothing to draw the error says what the query has to select."""
    with pytest.raises(EmptyNetworkError, match=r"\?claim, or actors"):
        tiny.query(query).draw()


def test_rows_of_no_store_are_not_drawn() -> None:
    """Rows that somebody made up have no ties."""
    with pytest.raises(EmptyNetworkError, match="no store"):
        ROWS.draw()


@pytest.mark.parametrize("form", FORMATS)
def test_text_is_the_format_by_name(form: str) -> None:
    """Each format of the command line is a method."""
    assert ROWS.text(form) == getattr(ROWS, form)()
