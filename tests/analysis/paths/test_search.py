"""The search finds what trying everything finds, in the order that is asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isgraph.analysis.paths import search, trace
from isgraph.analysis.paths.stretches import span
from tests.analysis.paths.world import DAYS, ends, imagined, tie, tied, try_all

SEEDS = range(200)


def names(paths: Any) -> list[tuple[str, ...]]:
    """Give the actors of each path."""
    return [("a", *(hop.other for hop in path.hops)) for path in paths]


@pytest.mark.parametrize("on", [None, DAYS[4]])
@pytest.mark.parametrize("prospective", [False, True])
def test_all_paths_in_their_order(on: date | None, prospective: bool) -> None:
    """No path is lost or made up; shorter ones come first, then those of better evidence."""
    sizes = set()
    for seed in SEEDS:
        network = imagined(seed)
        every = try_all(network, on, prospective) or try_all(network, on, True)
        expected = sorted(every, key=lambda actors: (len(actors), every[actors], actors))
        paths = trace(
            network, ends(), on=on, sort="all", longest=9, most=9999, prospective=prospective
        )
        sizes.add(min(len(expected), 9))

        assert names(paths) == expected
        for path, actors in zip(paths, expected, strict=True):
            spans = [span(claim) for hop in path.hops for claim in hop.claims]

            assert sorted((hop.weakness for hop in path.hops), reverse=True) == every[actors]
            assert all(days.first <= path.days.first for days in spans)
            assert all(path.days.last <= days.last for days in spans)
            assert on is None or path.days == (on, on)
    assert sizes >= set(range(6))


@pytest.mark.parametrize("on", [None, DAYS[4]])
def test_strongest_paths(on: date | None) -> None:
    """First comes that whose weakest hop is strongest, then the shorter, then the other hops."""
    for seed in SEEDS:
        network = imagined(seed)
        found = try_all(network, on, False) or try_all(network, on, True)
        every = {actors: weak for actors, weak in found.items() if len(actors) <= 5}
        expected = sorted(every, key=lambda a: (every[a][0], len(a), every[a], a))[:3]

        if found and not every:
            continue
        assert names(trace(network, ends(), on=on, sort="strongest", longest=4, most=3)) == expected


def test_shortest_paths() -> None:
    """All of the fewest hops are given, and no longer ones."""
    for seed in SEEDS:
        network = imagined(seed)
        every = try_all(network, None, False) or try_all(network, None, True)
        fewest = min(map(len, every), default=0)
        expected = [actors for actors in every if len(actors) == fewest]

        assert sorted(names(trace(network, ends(), most=999))) == sorted(expected)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_paths_back_are_the_paths_there(seed: int) -> None:
    """Which way a tie points is not asked, and neither is the order of the claims."""
    network = imagined(seed)
    turned = tied(*reversed([claim for *_, claim in network.edges(data=True)]))
    there = trace(network, ends(), sort="all", longest=9, most=9999)
    back = trace(turned, ends("b", "a"), sort="all", longest=9, most=9999)
    expected = sorted(tuple(reversed(actors)) for actors in names(there))

    assert sorted(("b", *(hop.other for hop in path.hops)) for path in back) == expected


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_one_more_claim_makes_no_path_longer(seed: int) -> None:
    """What is asserted of somebody else takes no path away and weakens none."""
    network = imagined(seed)
    before = {n: p for p, n in _with_names(network)}
    network.add_edge("a", "c", key="urn:more", **tie("ac", 999, sources=[{"work": "w"}]))
    after = {n: p for p, n in _with_names(network)}

    for actors, path in before.items():
        weak = sorted((hop.weakness for hop in path.hops), reverse=True)
        assert sorted((hop.weakness for hop in after[actors].hops), reverse=True) <= weak


def _with_names(network: Any) -> Any:
    paths = trace(network, ends(), sort="all", longest=9, most=9999, prospective=True)
    return zip(paths, names(paths), strict=True)


def test_search_gives_up_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network in which too much would have to be tried is not passed over in silence."""
    monkeypatch.setattr(search, "MOST_TRIED", 2)
    network = tied(tie("ac", 1), tie("cb", 2), tie("ad", 3), tie("db", 4))
    paths = trace(network, ends())

    assert not paths.are_all
    assert not paths
    assert paths.reason == "The search was given up: allow fewer hops."
