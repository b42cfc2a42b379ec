"""What makes a tie weaker than another, each reason by itself and before the next one."""

from __future__ import annotations

from typing import Any

import pytest

from isgraph.analysis.paths.strength import STATUSES, weakness
from isgraph.diagram import theme
from tests.analysis.paths.world import tie

WORKS: list[dict[str, Any]] = [{"work": "atlas"}, {"work": "report"}]


@pytest.mark.parametrize(
    ("stronger", "weaker", "expected"),
    [
        ({}, {"modality": "planned"}, "not actual, asserted, a single source"),
        (
            {"status": "unconfirmed"},
            {"modality": "planned"},
            "not actual, asserted, a single source",
        ),
        ({"status": "assessed"}, {"status": "reported"}, "reported, a single source"),
        ({}, {"status": "alleged", "sources": WORKS}, "alleged, several works"),
        ({"sources": WORKS}, {"sources": WORKS[:1]}, "asserted, a single source"),
        ({"sources": WORKS, "valid_time": "2020"}, {}, "asserted, a single source"),
        ({}, {"valid_time": "2020"}, "asserted, a single source, dates imprecise"),
        ({"status": "unconfirmed"}, {"status": "new"}, "status not known, a single source"),
    ],
)
def test_weaker_tie(stronger: dict[str, Any], weaker: dict[str, Any], expected: str) -> None:
    """Modality counts before status, status before works, works before dates; all is said."""
    weak = weakness([tie("ab", **weaker)])

    assert str(weak) == expected
    assert weakness([tie("ab", **stronger)]) < weak


def test_works_of_all_who_say_so_count() -> None:
    """Works behind all claims that say so are counted, those behind an accusation are not."""
    lead = tie("ab", sources=WORKS[:1])
    second = tie("ab", status="reported", sources=WORKS[1:])
    accusation = tie("ab", status="alleged", sources=[{"work": "speech"}])

    assert str(weakness([lead, second, accusation])) == "asserted, several works"


def test_statuses_stand_as_the_page_draws_them() -> None:
    """The order is that of the page, in which what is denied is the last."""
    expected = list(theme.STATUSES)

    assert [*STATUSES, "denied"] == expected
