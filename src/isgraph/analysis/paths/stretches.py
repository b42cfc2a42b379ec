"""Stretches: days as bits, so that one step finds out whether ties share a day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from isgraph.dates import Days, When

EVER = Days(date.min, date.max)
"""All days; an end of a claim that is not stated lies there."""


class Stretches:
    """All days, cut wherever one of some spans begins or ends: a set of days is a whole number.

    Within a stretch nothing begins and nothing ends, so that of all of its
    days the same is true. Each stretch is a bit.

    Examples
    --------
    >>> spring, may = (Days(date(2025, 3, 1), date(2025, 5, 31)), Days(date(2025, 5, 1), date.max))
    >>> cut = Stretches([spring, may])
    >>> both = cut.bits(spring) & cut.bits(may)
    >>> bin(both), [str(days) for days in cut.days(both)]
    ('0b10', ['2025-05-01/2025-05-31'])
    """

    def __init__(self, spans: Iterable[Days]) -> None:
        edges = {edge for first, last in spans for edge in (_start(first), _start(last) + 1)}
        self._edges = sorted(edges)

    def bits(self, days: Days) -> int:
        """Return the stretches of some days, whose ends are among the spans."""
        first = bisect_left(self._edges, _start(days.first))
        after = bisect_left(self._edges, _start(days.last) + 1)
        return max(0, (1 << after) - (1 << first))

    def around(self, bits: int) -> Days:
        """Return the days from the first to the last of some stretches."""
        first = self._edges[(bits & -bits).bit_length() - 1]
        after = self._edges[bits.bit_length()]
        return Days(date.fromordinal(first), date.fromordinal(after - 1))

    def days(self, bits: int) -> list[Days]:
        """Return the days of some stretches, first to last, neighbours as one."""
        found: list[Days] = []
        for place in range(bits.bit_length()):
            if bits >> place & 1:
                first, after = self._edges[place : place + 2]
                last = date.fromordinal(after - 1)
                if found and first == _start(found[-1].last) + 1:
                    found[-1] = Days(found[-1].first, last)
                else:
                    found.append(Days(date.fromordinal(first), last))
        return found


def span(claim: Mapping[str, Any]) -> Days:
    """Return the days on which a claim may hold.

    Examples
    --------
    >>> str(span({"end_latest": date(2025, 3, 18)}))
    '0001-01-01/2025-03-18'
    """
    return Days(claim.get("begin_earliest") or EVER.first, claim.get("end_latest") or EVER.last)


def as_days(when: When | None) -> Days:
    """Return a day, a month or a year as a stretch of days; all days if none is given."""
    if when is None:
        return EVER
    return when if isinstance(when, Days) else Days(when, when)


def _start(day: date) -> int:
    return day.toordinal()
