"""Days as bits behave as sets of days do."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from isgraph.analysis.paths.stretches import EVER, Stretches, as_days, span
from isgraph.dates import Days

FIRST = date(2020, 1, 1)
SPANS = st.builds(
    lambda first, more: Days(FIRST + timedelta(first), FIRST + timedelta(first + more)),
    st.integers(0, 9),
    st.integers(0, 5),
)


@given(SPANS, SPANS, SPANS)
def test_common_days(one: Days, other: Days, third: Days) -> None:
    """What two spans share is what both bits have; neighbours become one stretch again."""
    cut = Stretches([one, other, third])
    both = cut.bits(one) & cut.bits(other)
    first, last = max(one.first, other.first), min(one.last, other.last)
    expected = [Days(first, last)] if first <= last else []

    assert cut.days(both) == expected
    assert cut.days(cut.bits(third)) == [third]
    assert cut.around(cut.bits(one)) == one


def test_span_of_a_claim() -> None:
    """What is not stated lies at the end of all days; a span turned around has no days."""
    turned = Days(FIRST, FIRST - timedelta(2))

    assert span({}) == EVER == as_days(None)
    assert span({"begin_earliest": FIRST}) == Days(FIRST, date.max)
    assert Stretches([turned, EVER]).bits(turned) == 0
