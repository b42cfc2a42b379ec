"""Dates of a subset of EDTF and the bounds they give; no RDF, no clock.

`2024`, `2024-12`, `2024-12-08`, each with `?`, `~` or `%` behind it, and
intervals `A/B` in which `..` is open and nothing is unknown.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime
from typing import Literal, NamedTuple

from isgraph.errors import DateError

Certainty = Literal["certain", "possible"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?", re.ASCII)
_MONTHS = "January February March April May June July August September October November December"


class Bounds(NamedTuple):
    """First and last days between which a matter begins and ends, inclusive."""

    begin_earliest: date | None = None
    begin_latest: date | None = None
    end_earliest: date | None = None
    end_latest: date | None = None


def span(text: str) -> tuple[date, date]:
    """Return the first and the last day that a single date can mean.

    Raises
    ------
    DateError
        If the text is not a year, month or day of the calendar.

    Examples
    --------
    >>> span("2024-02~")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    match = _DATE.fullmatch(text)
    if not match:
        raise DateError(
            f"{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, "
            "with ?, ~ or % behind it where it is doubtful",
            text=text,
        )
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise DateError(f"{text!r} is not a day of the calendar: {error}", text=text) from error


def bounds(
    valid_time: str | None, as_of: str | None, published: date, is_fact: bool = False
) -> Bounds:
    """Return the bounds that the written times of a claim give.

    Parameters
    ----------
    valid_time, as_of
        EDTF texts; where both are given, the bounds come from `valid_time`.
    published
        Day on which the document came out; an open end reaches at least to it.
    is_fact
        Whether the document tells the matter as a fact. A month or a year that
        was not over when it came out then means no later day: what has begun
        had begun, and what has ended had ended.

    Raises
    ------
    DateError
        If a text is outside the subset, an interval is reversed or has no
        date at all, or no time is given.

    Examples
    --------
    >>> bounds("2024-12/..", None, date(2025, 3, 18)).end_earliest
    datetime.date(2025, 3, 18)
    >>> bounds("2025-11", None, date(2025, 11, 11), is_fact=True).end_latest
    datetime.date(2025, 11, 11)
    """
    found = _bounds(valid_time, as_of, published)
    return _known_by(published, found) if is_fact else found


def _bounds(valid_time: str | None, as_of: str | None, published: date) -> Bounds:
    if as_of is not None:
        first, last = span(as_of)
        if valid_time is None:
            return Bounds(begin_latest=last, end_earliest=first)
    if valid_time is None:
        raise DateError("no time is given; write validTime or asOf", text="")
    if "/" not in valid_time:
        first, last = span(valid_time)
        return Bounds(first, last, first, last)
    begin, _, end = valid_time.partition("/")
    begin_first, begin_last = span(begin) if begin not in ("", "..") else (None, None)
    end_first, end_last = span(end) if end not in ("", "..") else (None, None)
    if begin_first is None and end_first is None:
        raise DateError(f"{valid_time!r} has no date; name a start or an end", text=valid_time)
    if begin_first and end_last and end_last < begin_first:
        raise DateError(f"{valid_time!r} ends before it begins", text=valid_time)
    if end == ".." and begin_first:
        end_first = max(published, begin_first)
    return Bounds(begin_first, begin_last, end_first, end_last)


def _known_by(published: date, found: Bounds) -> Bounds:
    begin, end = found.begin_latest, found.end_latest
    if (found.begin_earliest or found.end_earliest or published) > published:
        return found  # what surely lies ahead is no fact yet, and stays as it is written
    if begin and begin > published:
        begin = published
    if end and found.end_earliest and found.end_earliest <= published < end:
        end = published
    return found._replace(begin_latest=begin, end_latest=end)


class Days(NamedTuple):
    """A stretch of days, both ends included."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


When = date | Days
"""A day, or the days of a month or a year."""


def certainty(times: Bounds, when: When) -> Certainty | None:
    """Tell whether a matter held on a day: certainly, possibly or not.

    Of a month or a year it tells whether the matter held on some day of it.

    Examples
    --------
    >>> times = bounds("2024-12/..", None, date(2025, 3, 18))
    >>> certainty(times, date(2025, 1, 1))
    'certain'
    >>> certainty(times, date(2025, 6, 1))
    'possible'
    >>> certainty(times, days("2024-12")), certainty(times, days("2024-11"))
    ('certain', None)
    """
    first, last = when if isinstance(when, Days) else (when, when)
    begin_earliest, begin_latest, end_earliest, end_latest = times
    if (begin_earliest and last < begin_earliest) or (end_latest and end_latest < first):
        return None
    if begin_latest and end_earliest and begin_latest <= last and first <= end_earliest:
        return "certain"
    return "possible"


def days(text: str) -> When:
    """Return the day that a text names, or the days of the month or year that it names.

    Raises
    ------
    DateError
        If the text is none of these.

    Examples
    --------
    >>> str(days("2025-02"))
    '2025-02-01/2025-02-28'
    >>> days("2025-03-18")
    datetime.date(2025, 3, 18)
    """
    if not re.fullmatch(r"[0-9-]+", text, re.ASCII):
        raise DateError(
            f"{text!r} is not a day, a month or a year. Example: 2025-03-18, 2025-03 or 2025",
            text=text,
        )
    first, last = span(text)
    return first if first == last else Days(first, last)


def day(text: str) -> date:
    """Return the day that a text `YYYY-MM-DD` names.

    Raises
    ------
    DateError
        If the text is not such a day.

    Examples
    --------
    >>> day("2025-11-11")
    datetime.date(2025, 11, 11)
    """
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError("write it as YYYY-MM-DD")
        return date.fromisoformat(text)
    except ValueError as error:
        raise DateError(
            f"{text!r} is not a day: {error}. Example: 2025-03-18", text=text
        ) from error


def given(
    on: When | str | None, known_by: date | str | None = None, *, certainly: bool = False
) -> tuple[When | None, date | None]:
    """Return two days of which either may be given as text.

    Parameters
    ----------
    certainly
        Whether only what certainly held on the first day is asked for.

    Raises
    ------
    DateError
        If a text names no day, a value is neither text nor day, or something
        is asked for that certainly held, and no day is given.

    Examples
    --------
    >>> given("2025-03")[0] == days("2025-03")
    True
    """
    if certainly and on is None:
        raise DateError(
            "What certainly held is asked of a day, and none is given: --certainly needs --on. "
            'Add a day, a month or a year: --on 2025-03-18, or on="2025-03-18" in Python.',
            text="",
        )
    when = days(on) if isinstance(on, str) else on if isinstance(on, Days) else _plain("on", on)
    by = day(known_by) if isinstance(known_by, str) else _plain("known_by", known_by)
    return when, by


def _plain(name: str, value: object) -> date | None:
    """Return a value that is no text as a day, without the time of day that it may have."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    raise DateError(
        f'{name}={value!r} is neither a text nor a date. Write a text: {name}="2025-03-18".',
        text=str(value),
    )


def in_words(text: str) -> str:
    """Say an EDTF text in plain English.

    Examples
    --------
    >>> in_words("2024-12/..")
    'from December 2024, still so when written'
    >>> in_words("2025-03-18")
    '18 March 2025'
    """
    if "/" not in text:
        return _one_in_words(text)
    begin, _, end = text.partition("/")
    start = f"from {_one_in_words(begin)}" if begin not in ("", "..") else ""
    stop = {"": "", "..": "still so when written"}.get(end, f"until {_one_in_words(end)}")
    if start and not stop:
        stop = "end not known"
    return ", ".join(part for part in (start, stop) if part)


def when_in_words(when: When) -> str:
    """Say a day, or the days of a month or a year, in plain English.

    Examples
    --------
    >>> when_in_words(days("2025-03"))
    'in March 2025'
    >>> when_in_words(days("2025-03-18"))
    'on 18 March 2025'
    """
    if not isinstance(when, Days):
        return f"on {in_words(when.isoformat())}"
    whole_month = when.first.isoformat()[:7] == when.last.isoformat()[:7]
    return f"in {in_words(when.first.isoformat()[: 7 if whole_month else 4])}"


def _one_in_words(text: str) -> str:
    doubt = {"?": " (uncertain)", "~": " (about)", "%": " (about, uncertain)"}.get(text[-1:], "")
    year, *rest = text.rstrip("?~%").split("-")
    month = f"{_MONTHS.split()[int(rest[0]) - 1]} " if rest else ""
    number = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{number}{month}{year}{doubt}"
