"""Why there is no path: the first thing without which there would be one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from isgraph import find_paths
from isgraph.dates import days
from isgraph.store import Store, load

TINY = Path(__file__).parent.parent.parent / "tiny.ttl"
Edited = Callable[..., Store]


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """Open the tiny world with some of its claims changed."""

    def edit(**changes: dict[str, str]) -> Store:
        blocks = TINY.read_text().split("\n\n")
        for place, block in enumerate(blocks):
            for old, new in changes.get(block.split(" ")[0].removeprefix("claim:"), {}).items():
                assert old in block
                blocks[place] = blocks[place].replace(old, new)
        file = tmp_path / "edited.ttl"
        file.write_text("\n\n".join(blocks))
        return load(file)

    return edit


@pytest.mark.parametrize(
    ("goal", "options", "expected"),
    [
        ("Person P", {}, "Both names mean Person P."),
        ("Northland", {}, "Paths lead through actors, and Northland is of the class region."),
        ("Institute", {}, "No tie of Institute to another actor is in these data."),
        ("Coalition K", {"longest": 2}, "The shortest has 3 hops, and 2 were allowed."),
        (
            "Group B",
            {"kinds": ["leads", "fights"], "on": date(2024, 6, 1)},
            "None of the ties of Group B is among those chosen. "
            "There is one on other days: the nearest day before is 31 March 2024.",
        ),
        (
            "Group B",
            {"kinds": ["leads", "fights"], "on": days("2018")},
            "None of the ties of Group B is among those chosen. "
            "There is one on other days: the nearest day after is 1 January 2019.",
        ),
        (
            "Group B",
            {"certainly": True, "on": date(2025, 1, 15)},
            "None of the ties of Person P is among those chosen. "
            "One may hold, but none certainly does: do not ask for what is certain.",
        ),
        (
            "Coalition K",
            {"kinds": ["leads", "memberOf"]},
            "Claims that were not chosen would connect them: choose fewer conditions.",
        ),
    ],
)
def test_reason(tiny: Store, goal: str, options: dict[str, Any], expected: str) -> None:
    """Names, length, day and conditions: the reader learns which of them it is."""
    paths = find_paths(tiny, "Person P", goal, **options)

    assert not paths
    assert paths.reason == expected


APART = {"country-x": "coalition-k", "group-b": "institute"}
"""Gives the coalition a tie that leads no further."""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {
                "c0005": {"2014/..": "2010"},
                "c0006": {'asOf "2025-01-31"': 'validTime "2009"'},
            },
            "Ties would connect them, but those of no path can hold together on one day.",
        ),
        (
            {"c0005": {"isg:asserted": "isg:denied"}, "c0014": APART},
            "Only claims that are denied or negated would connect them, and those are no ties.",
        ),
        (
            {"c0005": {"coalition-k": "group-a"}, "c0014": APART},
            "No ties of any kind connect them in these data.",
        ),
        (
            {"c0006": {"isg:asserted": "isg:denied"}},
            "No tie of Person P to another actor is in these data.",
        ),
    ],
)
def test_reason_in_the_data(edited: Edited, changes: dict[str, Any], expected: str) -> None:
    """Days that never meet, what is denied, or nothing at all."""
    paths = find_paths(edited(**changes), "Person P", "Coalition K")

    assert not paths
    assert paths.reason == expected
