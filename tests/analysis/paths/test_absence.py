"""Why there is no path: the first thing without which there would be one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from isgraph.analysis.paths import find_paths
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
        ("Institute", {}, "The Institute has no tie to another actor in these data."),
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


def test_ties_that_never_hold_together(edited: Edited) -> None:
    """One ended before the other began."""
    store = edited(
        c0006={'isg:asOf "2025-01-31"': 'isg:validTime "2010"'}, c0017={"alleged": "denied"}
    )
    paths = find_paths(store, "Person P", "Group B", kinds=["leads", "fights"])
    store = edited(
        c0006={"group-a": "group-b", 'isg:asOf "2025-01-31"': 'isg:validTime "2010"'},
        c0003={"opposes": "fights"},
        c0014={"isg:object actor:group-b": "isg:object actor:coalition-k"},
        c0017={"alleged": "denied"},
    )

    assert not paths
    assert find_paths(store, "Person P", "Coalition K").reason == (
        "Ties would connect them, but those of no path can hold together on one day."
    )


def test_what_is_denied_connects_nobody(edited: Edited) -> None:
    """Its leader is no leader once this is denied; without any claim there is nothing at all."""
    denied = edited(c0006={"isg:epistemicStatus isg:asserted": "isg:epistemicStatus isg:denied"})
    reason = find_paths(denied, "Person P", "Group A").reason

    assert reason == "Person P has no tie to another actor in these data."
