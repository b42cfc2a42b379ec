"""Paths as rows and as a picture."""

from __future__ import annotations

import re
from datetime import date

import pytest

from isgraph import find_paths
from isgraph.errors import EmptyNetworkError
from isgraph.rows import Rows
from isgraph.store import Store


def test_row_for_each_hop(tiny: Store) -> None:
    """A row names both ends, which way the relation points, the claims, and what weighs."""
    rows = find_paths(tiny, "Person P", "Country X", on=date(2025, 1, 15)).rows
    expected = [
        (1, 1, "Person P", "leads →", "Group A", "c0006", "as of 31 January 2025", "asserted", 1,
         "yes", "asserted by a single source"),
        (1, 2, "Group A", "← backs", "Country X", "c0002 c0012 c0018 c0013",
         "from June 2024, still so when written", "asserted", 1,
         "yes", "asserted by a single source"),
    ]  # fmt: skip

    assert isinstance(rows, Rows)
    assert [tuple(row) for row in rows] == expected


def test_weakest_hop_is_named(tiny: Store) -> None:
    """Only the alleged hop is the weakest."""
    [path] = find_paths(tiny, "Person P", "Group B", kinds=["leads", "tiedTo"])

    assert path.weakest == [2]
    assert str(path.hops[1].weakness) == "alleged by a single source"


def test_picture_has_the_claims_of_the_paths_alone(tiny: Store) -> None:
    """Every claim of the paths is in the page, and no other; it opens on the day asked for."""
    paths = find_paths(tiny, "Person P", "Country X", on=date(2025, 1, 15))
    page = paths.draw().html
    expected = {claim["id"] for path in paths for hop in path.hops for claim in hop.claims}

    assert set(re.findall(r'"id": "(c\d{4})"', page)) == expected
    assert "<title>Person P – Country X: paths" in page
    assert '"on": "2025-01-15"' in page


def test_nothing_to_draw(tiny: Store) -> None:
    """Without a path the picture is refused with the reason."""
    paths = find_paths(tiny, "Person P", "Person P")

    with pytest.raises(EmptyNetworkError, match="Both names mean Person P"):
        paths.draw()
    assert list(paths.rows) == []
