"""Selection: of which claims a figure is, in words, and why nothing may be left."""

from __future__ import annotations

from typing import Any

import pytest

from isgraph import Store, project
from isgraph.analysis.selection import advice, caption, chosen, nothing_left


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({}, "all claims"),
        ({"on": "2024-07-01"}, "what may have held on 1 July 2024"),
        ({"on": "2024", "certainly": True}, "what certainly held at some time in 2024"),
        ({"known_by": "2025-02-01"}, "what was published by 1 February 2025"),
        (
            {"on": "2024-07", "kinds": ["backs", "fights"], "statuses": ["asserted"]},
            "what may have held at some time in July 2024 (kind: backs, fights; status: asserted)",
        ),
    ],
)
def test_what_was_chosen(tiny: Store, options: dict[str, Any], says: str) -> None:
    """Each option is told, and a stretch of days is no day."""
    assert chosen(project(tiny, **options)) == says


def test_certain_ties_are_counted(tiny: Store) -> None:
    """They are those of the network of what certainly held on the day."""
    from isgraph.analysis.ties import fold

    sure = fold(project(tiny, on="2024-07-01", certainly=True)).number_of_edges()

    assert caption(project(tiny, on="2024-07-01"), "Degree").endswith(f"{sure} certainly held.")
    assert "certainly held." not in caption(project(tiny), "Degree")


def test_no_certain_tie(tiny: Store) -> None:
    """Claims that name no beginning may have held a century ago, and that is said."""
    said = caption(project(tiny, on="1900-01-01"), "Degree")

    assert said.endswith("certainly held then: their claims name no beginning.")


def test_why_nothing_is_left(tiny: Store) -> None:
    """There is no claim, or those there are say of nothing that it is so."""
    said = nothing_left(project(tiny, statuses=["alleged"], kinds=["tiedTo"]))

    assert said.endswith(
        "1 claim of two actors: alleged, which is no tie. Leave out --kind or --status."
    )
    assert "no claim is of two actors" in nothing_left(project(tiny, known_by="1900-01-01"))
    assert advice(project(tiny, on="1900", certainly=True)) == " Leave out --on or --certainly."
