"""What a written date can mean, and what that says about a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isgraph.dates import Bounds, bounds, certainty, day, in_words, span
from isgraph.errors import DateError

PUBLISHED = date(2025, 3, 18)

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """Draw a year, a month or a day, with or without a mark of doubt."""
    text = draw(days).isoformat()[: draw(st.sampled_from([4, 7, 10]))]
    return text + draw(st.sampled_from(["", "?", "~", "%"]))


@st.composite
def valid_times(draw: st.DrawFn) -> str:
    """Draw a single date or an interval that is not reversed."""
    first, second = draw(single_dates()), draw(single_dates())
    if span(first)[0] > span(second)[1]:
        first, second = second, first
    forms = [first, f"{first}/{second}", f"{first}/..", f"{first}/", f"/{second}", f"../{second}"]
    return draw(st.sampled_from(forms))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-12-08", date(2024, 12, 8), date(2024, 12, 8)),
        ("2024-12~", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024?", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-12-08%", date(2024, 12, 8), date(2024, 12, 8)),
    ],
)
def test_span_runs_from_first_to_last_day(text: str, first: date, last: date) -> None:
    """A year, month or day means all its days; a mark of doubt does not widen it."""
    expected = (first, last)

    assert span(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "24", "2024-2", "2024-13", "2024-00", "2023-02-29", "2024-02-30", "2024-1-1", "0000",
        "2024/2025", "summer 2024", " 2024", "2024 ", "2024\n", "2024??", "-2024", "２０２４",
    ],
)  # fmt: skip
def test_span_refuses_what_is_no_date(text: str) -> None:
    """What is not a date of the calendar is refused by its text."""
    with pytest.raises(DateError) as caught:
        span(text)

    assert caught.value.text == text
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(
    ("valid_time", "as_of", "expected"),
    [
        ("2022", None,
         Bounds(date(2022, 1, 1), date(2022, 12, 31), date(2022, 1, 1), date(2022, 12, 31))),
        ("2024-12/..", None,
         Bounds(date(2024, 12, 1), date(2024, 12, 31), date(2025, 3, 18), None)),
        ("2019/2021-06", None,
         Bounds(date(2019, 1, 1), date(2019, 12, 31), date(2021, 6, 1), date(2021, 6, 30))),
        ("/2023-09-30", None, Bounds(None, None, date(2023, 9, 30), date(2023, 9, 30))),
        (None, "2024", Bounds(None, date(2024, 12, 31), date(2024, 1, 1), None)),
        ("2022", "2024",
         Bounds(date(2022, 1, 1), date(2022, 12, 31), date(2022, 1, 1), date(2022, 12, 31))),
        ("2026/..", None, Bounds(date(2026, 1, 1), date(2026, 12, 31), date(2026, 1, 1), None)),
        ("2024/", None, Bounds(date(2024, 1, 1), date(2024, 12, 31), None, None)),
        ("../2024", None, Bounds(None, None, date(2024, 1, 1), date(2024, 12, 31))),
    ],
)  # fmt: skip
def test_bounds_of_the_model(valid_time: str | None, as_of: str | None, expected: Bounds) -> None:
    """The table of the data model holds, with the document of 18 March 2025."""
    assert bounds(valid_time, as_of, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("valid_time", "as_of", "expected"),
    [
        ("2025", None,
         Bounds(date(2025, 1, 1), PUBLISHED, date(2025, 1, 1), PUBLISHED)),
        ("2025-03/..", None, Bounds(date(2025, 3, 1), PUBLISHED, PUBLISHED, None)),
        ("2023/2025", None,
         Bounds(date(2023, 1, 1), date(2023, 12, 31), date(2025, 1, 1), PUBLISHED)),
        ("2024/2026", None,
         Bounds(date(2024, 1, 1), date(2024, 12, 31), date(2026, 1, 1), date(2026, 12, 31))),
        ("/2025-03", None, Bounds(None, None, date(2025, 3, 1), PUBLISHED)),
        (None, "2025", Bounds(None, PUBLISHED, date(2025, 1, 1), None)),
        ("2026/..", None, Bounds(date(2026, 1, 1), date(2026, 12, 31), date(2026, 1, 1), None)),
    ],
)  # fmt: skip
def test_a_fact_came_about_before_it_was_told(
    valid_time: str | None, as_of: str | None, expected: Bounds
) -> None:
    """A month or a year that was not over means no day after the document of 18 March 2025."""
    assert bounds(valid_time, as_of, PUBLISHED, is_fact=True) == expected


@pytest.mark.parametrize(
    ("valid_time", "as_of"),
    [
        (None, None), ("", None), ("/", None), ("../..", None), ("/..", None), ("../", None),
        ("2024/2023", None), ("2024-05/2024-04", None), ("2024/2025/2026", None),
        ("2024-02-30/..", None), ("2024/soon", None), (None, "2024/2025"), (None, ".."),
        ("2024", "yesterday"),
    ],
)  # fmt: skip
def test_bounds_refuse_what_has_no_date(valid_time: str | None, as_of: str | None) -> None:
    """An empty, reversed or dateless time is refused, also where another one is good."""
    with pytest.raises(DateError):
        bounds(valid_time, as_of, PUBLISHED)


@given(valid_times(), days, st.booleans())
def test_bounds_are_ordered(text: str, published: date, is_fact: bool) -> None:
    """The earliest is never after the latest, and nothing ends before it can begin."""
    found = bounds(text, None, published, is_fact)

    for early, late in (
        (found.begin_earliest, found.begin_latest),
        (found.end_earliest, found.end_latest),
        (found.begin_earliest, found.end_latest),
    ):
        assert early is None or late is None or early <= late


@given(valid_times(), days, days, st.booleans())
def test_certain_implies_possible(text: str, published: date, when: date, is_fact: bool) -> None:
    """What is certain on a day is possible on it, and what is impossible is neither."""
    found = bounds(text, None, published, is_fact)
    possible = (found.begin_earliest is None or found.begin_earliest <= when) and (
        found.end_latest is None or when <= found.end_latest
    )
    certain = bool(
        found.begin_latest
        and found.end_earliest
        and found.begin_latest <= when <= found.end_earliest
    )
    expected = "certain" if certain else "possible" if possible else None

    assert possible or not certain
    assert certainty(found, when) == expected


@given(single_dates(), days)
def test_as_of_is_certain_on_a_day_it_names(text: str, published: date) -> None:
    """What is so as of a day is certain on that day, and possible on all others."""
    found = bounds(None, text, published)
    first, last = span(text)

    assert certainty(found, first - timedelta(days=400)) == "possible"
    assert certainty(found, last + timedelta(days=400)) == "possible"
    assert (certainty(found, first) == "certain") == (first == last)


@pytest.mark.parametrize("text", ["2024", "2024-2-1", "2023-02-29", "20240201", "", "today"])
def test_day_refuses_what_is_no_day(text: str) -> None:
    """A day is YYYY-MM-DD of the calendar; the message shows how one is written."""
    with pytest.raises(DateError, match="2025-03-18"):
        day(text)


def test_day_reads_a_day() -> None:
    """A day of the calendar is read as it stands."""
    expected = date(2024, 2, 29)

    assert day("2024-02-29") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("2024-12", "December 2024"),
        ("2025-03-08", "8 March 2025"),
        ("2024~", "2024 (about)"),
        ("2024-05?", "May 2024 (uncertain)"),
        ("2024%", "2024 (about, uncertain)"),
        ("2019/2024-03", "from 2019, until March 2024"),
        ("2024/..", "from 2024, still so when written"),
        ("2024/", "from 2024, end not known"),
        ("/2024", "until 2024"),
        ("../2024", "until 2024"),
    ],
)
def test_in_words(text: str, expected: str) -> None:
    """A date is said in plain English, with its doubt."""
    assert in_words(text) == expected
