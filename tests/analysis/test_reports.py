"""Reports print their tables under headings, and their notes in lines that fit."""

from isgraph.analysis.reports import SHOWN, Report
from isgraph.rows import Rows


def test_text() -> None:
    """Long tables are cut with a word, empty ones left out, notes wrapped."""
    numbers = Rows(("n",), [(number,) for number in range(SHOWN + 3)])
    report = Report(numbers[:1], {"Many": numbers, "None": Rows(("n",))}, ("word " * 40,))
    text = str(report)

    assert "Many\n\n n\n" in text
    assert text.count("\n… and 3 more\n") == 1
    assert "None" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_the_first_table() -> None:
    """It stands below its caption, cut where that is asked for, and left out where it is empty."""
    numbers = Rows(("n",), [(number,) for number in range(5)])
    text = Report(numbers, {}, ("A note.",), caption="Numbers.").text(2)

    assert text.startswith("Numbers.\n\nn\n-\n0\n1\n… and 3 more, with --top")
    assert Report(Rows(("n",)), {}, ("A note.",), caption="None.").text() == "None.\n\nA note."


def test_page() -> None:
    """In a notebook a hundred rows are shown; text is escaped, and names are set as code."""
    numbers = Rows(("n",), [(number,) for number in range(SHOWN + 3)])
    page = Report(numbers, {"a < b": numbers}, ("c & `d`",))._repr_html_()

    assert page.count("<tr>") == 2 * (1 + SHOWN + 3)
    assert "<h4>a &lt; b</h4>" in page
    assert page.endswith("<p>c &amp; <code>d</code></p>")
