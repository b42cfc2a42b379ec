"""Paths by names, on a store: what connects, in which order, and what is said of it."""

from __future__ import annotations

from datetime import date

import pytest

from isgraph.analysis.paths import find_paths, trace
from isgraph.errors import NameNotFoundError
from isgraph.store import Store
from tests.analysis.paths.world import DAYS, ends, tie, tied


def test_names_are_resolved(tiny: Store) -> None:
    """An alias and other capitals do; a wrong name is refused with the nearest."""
    [path] = find_paths(tiny, "person p", "GA")

    assert str(path) == "Person P – Group A"
    with pytest.raises(NameNotFoundError, match="Nearest: 'Group A'"):
        find_paths(tiny, "Person P", "Grup A")


def test_order_that_does_not_exist(tiny: Store) -> None:
    """The nearest order is named."""
    with pytest.raises(NameNotFoundError, match="Nearest: 'shortest'"):
        find_paths(tiny, "Person P", "Group A", sort="short")


def test_longer_path_where_the_shorter_never_holds_at_once() -> None:
    """Two hops with no day in common give way to three that share one."""
    network = tied(
        tie("ac", 1, end_latest=DAYS[1]),
        tie("cb", 2, begin_earliest=DAYS[2]),
        tie("ad", 3, end_latest=DAYS[8]),
        tie("de", 4, begin_earliest=DAYS[7]),
        tie("be", 5),
    )
    [path] = trace(network, ends())

    assert str(path) == "A – D – E – B"
    assert path.days == (DAYS[7], DAYS[8])
    assert not trace(network, ends(), on=date(2020, 1, 5))


def test_plans_only_where_no_actual_tie_will_do() -> None:
    """A longer path of actual ties is preferred, unless plans are asked for or all there is."""
    network = tied(tie("ab", 1, modality="planned"), tie("ac", 2), tie("cb", 3))
    [actual], [asked] = trace(network, ends()), trace(network, ends(), prospective=True)
    network.remove_edge("a", "c", key="urn:c2")
    rest = trace(network, ends())

    assert [len(actual.hops), len(asked.hops)] == [2, 1]
    assert [actual.is_prospective, asked.is_prospective] == [False, True]
    assert rest.only_prospective
    assert not trace(network, ends(), prospective=True).only_prospective


def test_most_paths_and_whether_there_are_more() -> None:
    """What is left out is not passed over in silence."""
    network = tied(*(tie(pair, n) for n, pair in enumerate(("ac", "cb", "ad", "db"))))
    some, every = trace(network, ends(), most=1), trace(network, ends(), most=2)

    assert [len(some), some.are_all] == [1, False]
    assert [len(every), every.are_all] == [2, True]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("shortest", ["A – C – B"]),
        ("all", ["A – C – B", "A – D – E – B"]),
        ("strongest", ["A – D – E – B", "A – C – B"]),
    ],
)
def test_orders(sort: str, expected: list[str]) -> None:
    """The shortest rests on an accusation, the longer one does not."""
    network = tied(
        tie("ac", 1, status="alleged"), tie("cb", 2), tie("ad", 3), tie("de", 4), tie("eb", 5)
    )

    assert [str(path) for path in trace(network, ends(), sort=sort)] == expected


def test_iran_and_islamic_state(shipped: Store) -> None:
    """Both are connected in the shipped data, each hop with claims that may hold on the day."""
    day = date(2025, 3, 18)
    paths = find_paths(shipped, "Iran", "Islamic State", on=day, sort="all")

    assert paths
    assert str(paths).count("hop 1  ") == len(paths)
    for claim in (claim for path in paths for hop in path.hops for claim in hop.claims):
        assert claim["certainty"] in ("certain", "possible")
        assert claim["status"] != "denied"
        assert claim["modality"] == "actual"
