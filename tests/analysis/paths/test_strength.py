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
        ({}, {"modality": "planned"}, "not actual, asserted by a single source"),
        (
            {"status": "unconfirmed"},
            {"modality": "planned"},
            "not actual, asserted by a single source",
        ),
        ({"status": "assessed"}, {"status": "reported"}, "reported by a single source"),
        ({}, {"status": "alleged", "sources": WORKS}, "alleged by several works"),
        ({"sources": WORKS}, {"sources": WORKS[:1]}, "asserted by a single source"),
        ({"sources": WORKS, "valid_time": "2020"}, {}, "asserted by a single source"),
        ({}, {"valid_time": "2020"}, "asserted by a single source, dates imprecise"),
        ({"status": "unconfirmed"}, {"status": "new"}, "status not known by a single source"),
    ],
)
def test_weaker_tie(stronger: dict[str, Any], weaker: dict[str, Any], expected: str) -> None:
    """Modality counts before status, status before works, works before dates; all is said."""
    weak = weakness([tie("ab", **weaker)])

    assert str(weak) == expected
    assert weakness([tie("ab", **stronger)]) < weak


def test_works_of_the_best_status_count() -> None:
    """An assertion with one work is not made firmer by what others pass on or allege."""
    lead = tie("ab", sources=WORKS[:1])
    second = tie("ab", sources=WORKS[1:])
    passed_on = tie("ab", status="reported", sources=WORKS[1:])

    assert str(weakness([lead, passed_on])) == "asserted by a single source"
    assert str(weakness([lead, second, passed_on])) == "asserted by several works"


def test_a_document_is_no_work_beside_those_that_it_cites() -> None:
    """A summary that says again what the body cites does not make a second source."""
    cited = tie("ab", document_id="report", sources=WORKS[:1])

    assert str(weakness([cited, tie("ab", document_id="report")])) == "asserted by a single source"
    assert str(weakness([cited, tie("ab", document_id="other")])) == "asserted by several works"


def test_statuses_stand_as_the_page_draws_them() -> None:
    """The order is that of the page, in which what is denied is the last."""
    expected = list(theme.STATUSES)

    assert [*STATUSES, "denied"] == expected
