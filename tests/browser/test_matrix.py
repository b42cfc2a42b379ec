"""The matrix in a real browser: ties counted between camps or classes, each cell with its ties."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Open = Callable[..., Any]


def test_cells_count_the_claims_that_are_shown(visit: Open) -> None:
    """A cell gives the claims from its row's class to its column's, family by family."""
    page = visit().go("#view=matrix&by=class")

    assert page.get_by_label("Armed group to Armed group: Hostile acts 3").count() == 1
    assert page.get_by_label("Security force to Armed group: Custody 1").count() == 1
    assert page.get_by_label("Armed group to Coalition or mission:").count() == 0


def test_a_claim_without_direction_counts_both_ways(visit: Open) -> None:
    """State D negotiates with Group B, and so Group B with State D."""
    page = visit().go("#view=matrix&by=class")

    assert page.locator("[data-cell='state armed'] .part").count() == 1
    assert page.locator("[data-cell='armed state'] .part").count() == 1


def test_cell_leads_to_the_evidence(visit: Open) -> None:
    """A cell opens its ties, and a tie its claims; the address keeps both."""
    there = visit()
    page = there.go("#view=matrix&by=class")
    page.click("[data-cell='force armed']")
    page.locator("#matrix .item").first.click()

    assert "cell=force+armed" in page.url
    assert "tie=c0006" in page.url
    assert page.locator("#evidence [data-claim='c0006']").count() == 1
    assert there.said == []


def test_matrix_follows_the_filters(visit: Open) -> None:
    """What the legend leaves out is not counted."""
    page = visit().go("#view=matrix&by=class&off=kind%3Adetains")

    assert page.locator("[data-cell='force armed']").count() == 0


def test_arrow_keys_move_between_cells(visit: Open) -> None:
    """From a cell the arrow keys lead to the next one that holds something."""
    page = visit().go("#view=matrix&by=class")
    page.focus("[data-cell='armed armed']")
    page.keyboard.press("ArrowDown")
    name = page.evaluate("document.activeElement.dataset.cell")

    assert name.endswith(" armed")
    assert name != "armed armed"


def test_shipped_camps_are_gathered(visit: Open, shipped_place: Any) -> None:
    """On the shipped graph rows are camps, and all shown claims are in the matrix."""
    there = visit(shipped_place)
    page = there.go("#view=matrix")
    counted = page.evaluate(
        "[...document.querySelectorAll('#matrix .part')].reduce((n, p) => n + +p.textContent, 0)"
    )
    twice = page.evaluate(
        """() => {
          const { actors, shownClaims } = isgraph.model;
          const camp = (id) => actors.get(id).camp ?? "none";
          return shownClaims.filter((c) => c.is_symmetric && camp(c.from) !== camp(c.to)).length;
        }"""
    )

    assert counted == page.evaluate("isgraph.model.shownClaims.length") + twice
    assert there.said == []
