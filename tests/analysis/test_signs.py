"""Only ties of one sign are weighed; pairs of both signs are listed apart."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from isgraph.analysis.signs import both_signs, may_meet, signed
from tests.analysis.signed_networks import network_of


def test_pairs_of_both_signs_stand_apart() -> None:
    """A pair with claims of both signs is no signed tie, and its claims are told by sign."""
    network = network_of(("a", "b", 1), ("b", "a", -1), ("a", "b", 0), ("b", "c", 1))

    assert list(signed(network).edges) == [("b", "c")]
    assert list(both_signs(network)) == [("Group A", "Group B", "yes", "c1", "c2")]


def test_neutral_and_denied_are_no_signs() -> None:
    """Dealings have no sign, and what is denied is no tie; actors without a sign are left out."""
    network = network_of(("a", "b", 0), ("b", "c", 1))
    denied = network_of(("a", "b", 1), status="denied")

    assert list(signed(network)) == ["b", "c"]
    assert list(signed(denied)) == []


def test_signs_of_different_years() -> None:
    """Support that ended before hostility began cannot hold at once with it."""
    network = network_of(("a", "b", 1), ("a", "b", -1))
    network.edges["a", "b", "c1"]["end_latest"] = date(2019, 12, 31)
    network.edges["a", "b", "c2"]["begin_earliest"] = date(2020, 1, 1)

    assert both_signs(network)[0].at_once == "no"


spans = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted)


@given(st.lists(st.lists(spans, min_size=1, max_size=3), min_size=1, max_size=3))
def test_a_day_is_found_if_there_is_one(ties: list[list[list[int]]]) -> None:
    """Claims may meet if on one of the days each tie has a claim that holds."""
    claims = [
        [{"begin_earliest": date(2020, 1, a), "end_latest": date(2020, 1, b)} for a, b in tie]
        for tie in ties
    ]
    expected = any(all(any(a <= day <= b for a, b in tie) for tie in ties) for day in range(1, 13))

    assert may_meet(claims) == expected
