"""Paths as text and in a notebook: footnotes, the weakest hop, cautions."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest

from isgraph.analysis.paths import find_paths, trace
from isgraph.analysis.paths.telling import days_in_words
from isgraph.dates import Days
from isgraph.store import Store
from tests.analysis.paths.world import ends, tie, tied

EXPECTED = """\
Person P – Country X, on 15 January 2025: 1 path of 2 hops, the fewest.

1. Person P – Group A – Country X
   hop 1  Person P leads Group A [1]
   hop 2  Country X backs Group A [2, 3, 4; also c0013]
   Weakest: every hop (asserted by a single source).
   On 15 January 2025 certain: hop 2; only possible: hop 1.
   Both supportive and hostile claims: hop 2.

[1] c0006: Person P commands Group A.
    asserted; as of 31 January 2025
    tiny-2025-01-31, section 1, paragraph 2
    note 1: Institute, Atlas of Northland, November 2024, p4
[2] c0002: Country X has stood behind Group A since June 2024.
    asserted; from June 2024, still so when written
    tiny-2025-01-31, section 1, paragraph 1
    note 1: Institute, Atlas of Northland, November 2024, p4
"""


def test_text(tiny: Store) -> None:
    """Each hop is a line, each footnote leads to claim, document, place and cited work."""
    said = str(find_paths(tiny, "Person P", "Country X", on=date(2025, 1, 15)))

    assert said.startswith(EXPECTED)
    assert said.endswith("The absence of a line is not the absence of a tie.")


@pytest.mark.parametrize("sort", ["shortest", "all", "strongest"])
def test_text_fits(shipped: Store, sort: str) -> None:
    """No line is longer than 80 columns; each footnote is cited and told once."""
    paths = find_paths(shipped, "Iran", "Islamic State", sort=sort)
    lines = str(paths).split("\n")
    notes = [line for line in lines if line.startswith("[")]

    assert max(map(len, lines)) <= 80
    assert [line.split("]")[0] for line in notes] == [f"[{n}" for n in range(1, len(notes) + 1)]


def test_notebook_says_the_same(tiny: Store) -> None:
    """All that the text says of a path stands in the HTML too, and nothing in it is markup."""
    read: list[str] = []
    parser = HTMLParser()
    parser.handle_data = read.append  # type: ignore[method-assign]
    parser.feed(find_paths(tiny, "Person P", "Country X")._repr_html_())
    said = " ".join(read)

    for part in (
        "Person P leads Group A",
        "[1]",
        "every hop",
        "c0006",
        "note 1",
        "absence of a line",
    ):
        assert part in said


def test_markup_in_names_is_shown_as_it_is(tiny: Store) -> None:
    """A name with markup harms nobody."""
    paths = find_paths(tiny, "Person P", "Group A")
    paths.goal = paths.goal._replace(label="<script>")

    assert "<script>" not in paths._repr_html_()
    assert "&lt;script&gt;" in paths._repr_html_()


def test_both_signs_and_plans_are_said(tiny: Store) -> None:
    """A hop with supportive and hostile claims is named; so is what is only planned."""
    both = find_paths(tiny, "Group A", "Country X")
    plan = find_paths(tiny, "Person P", "Country X", statuses=["planned"])
    network = tied(tie("ab", 1, modality="planned"))

    assert "Both supportive and hostile claims: hop 1." in str(both)
    assert not plan
    assert trace(network, ends()).only_prospective


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2025, 3, 1), date(2025, 3, 1), "on 1 March 2025"),
        (date(2025, 3, 1), date(2025, 4, 1), "from 1 March 2025 to 1 April 2025"),
        (date.min, date(2025, 4, 1), "until 1 April 2025; no beginning is stated"),
        (date.min, date.max, "on any day: neither beginning nor end is stated"),
    ],
)
def test_days_in_words(first: date, last: date, expected: str) -> None:
    """An end that is not stated is said to be so."""
    assert days_in_words(Days(first, last)) == expected
