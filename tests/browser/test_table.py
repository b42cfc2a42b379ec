"""The table shows the same claims as the picture, in rows one can sort, narrow and walk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from tests.browser.conftest import rows, text
from tests.diagram.world import actor

Open = Callable[..., Any]

MANY = 20_000


def column(page: Any, table: str, name: str) -> list[str]:
    """Give what stands in a column, from top to bottom."""
    cells = page.eval_on_selector_all(
        f"table.{table} tbody .col-{name}", "cells => cells.map(cell => cell.textContent)"
    )
    assert isinstance(cells, list)
    return cells


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw a network with thousands of claims between few actors."""
    from isgraph.diagram import draw

    network = nx.MultiDiGraph()
    for number in range(60):
        network.add_node(f"urn:{number}", label=f"Group {number}", kind="NonStateArmedGroup")
    for number in range(MANY):
        one, other = number % 60, (number // 60 + number + 1) % 60
        network.add_edge(
            f"urn:{one}",
            f"urn:{other}",
            key=f"urn:c{number:05d}",
            label="opposes",
            family="hostile",
            status="asserted",
            modality="actual",
        )
    return draw(network).save(tmp_path_factory.mktemp("crowd") / "page.html")


def test_every_claim_and_actor_has_a_row(visit: Open) -> None:
    """Ties, actors, and the figures and states of the actors have a table each."""
    page = visit().go("#view=table")

    assert set(page.evaluate("isgraph.model.shownClaims.map(claim => claim.id)")) == rows(page)
    assert page.locator("table.actor tbody tr").count() == 7
    assert column(page, "fact", "actor") == ["Group A", "Group A"]
    assert "1,000 to 2,000 fighters" in text(page, "table.fact")


@pytest.mark.parametrize("width", [1080, 1280, 1440, 1920])
@pytest.mark.parametrize("address", ["", "&on=2025-03-18", "&on=2025-03-18&since=2022-01-01"])
def test_all_columns_fit(visit: Open, shipped_place: Path, width: int, address: str) -> None:
    """No column is cut off, and no word runs out of its cell."""
    page = visit(shipped_place, viewport={"width": width, "height": 800}).go(
        f"#view=table{address}"
    )
    right = page.evaluate("document.getElementById('table').getBoundingClientRect().right")
    cut = page.evaluate(
        "right => [...document.querySelectorAll('#table tbody *')].filter(cell =>"
        " cell.getBoundingClientRect().right > right || cell.scrollWidth > cell.clientWidth + 1"
        " && getComputedStyle(cell).display !== 'inline').map(cell => cell.textContent)",
        right,
    )

    assert cut == []
    assert page.locator("table.tie .col-id >> nth=1").is_visible()


def test_columns_for_the_days(visit: Open) -> None:
    """Once a day is set a column says who holds on it, and for two days what changed."""
    page = visit().go("#view=table&on=all")

    assert column(page, "tie", "day") == []
    page.evaluate("isgraph.state.change({ on: '2021-05-04' })")
    assert set(column(page, "tie", "day")) == {"certainly", "possibly"}
    assert column(page, "tie", "change") == []
    page.evaluate("isgraph.state.change({ since: '2019-01-01' })")
    assert "begun since" in column(page, "tie", "change")


def test_heads_sort(visit: Open) -> None:
    """A head sorts by its column, once more the other way; a reader hears which."""
    page = visit().go("#view=table")
    page.click("table.tie .col-id .sort")

    assert column(page, "tie", "id") == sorted(rows(page))
    assert page.get_attribute("table.tie th.col-id", "aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert column(page, "tie", "id") == sorted(rows(page), reverse=True)
    assert page.get_attribute("table.tie th.col-id", "aria-sort") == "descending"


def test_heads_stay_in_sight(visit: Open, shipped_place: Path) -> None:
    """The heads stick to the upper edge while the rows move."""
    page = visit(shipped_place).go("#view=table")
    before = page.locator("table.tie thead").bounding_box()["y"]
    page.evaluate("document.getElementById('table').scrollTop = 3000")
    top = page.locator("#table").bounding_box()["y"]
    head = page.locator("table.tie thead th >> nth=0").bounding_box()["y"]

    assert before > head
    assert 0 <= head - top < 60


def test_words_narrow_the_rows(visit: Open) -> None:
    """Only rows with all the words stay, without regard to accents and case; the count is said."""
    page = visit().go("#view=table")
    page.fill("#table input", "force E")

    assert rows(page) == {"c0004", "c0006", "c0008"}
    assert "3 of them" in text(page, "table.tie caption")
    assert "row" in page.locator("#live").text_content()
    page.fill("#table input", "JAMAAT A")
    assert page.locator("table.actor tbody tr").count() == 0
    page.fill("#table input", "jamāʿat a")
    assert page.locator("table.actor tbody tr").count() == 1
    page.fill("#table input", "")
    assert len(rows(page)) == 10


def test_row_opens_its_evidence(visit: Open) -> None:
    """A tie, an actor and a figure open what stands behind them."""
    page = visit().go("#view=table")
    page.click("table.tie tr[data-id='c0006']")

    assert "Force E" in text(page, "#evidence h2")
    assert page.get_attribute("tr[data-id='c0006']", "aria-selected") == "true"
    page.click(f"table.actor tr[data-id='{actor('c')}']")
    assert text(page, "#evidence h2") == "Coalition C"
    assert page.locator("#table [aria-selected='true']").count() == 1
    page.click("table.fact tr[data-id='c0021']")
    assert "Strength: 1,000 to 2,000 fighters" in text(page, "#evidence")


def test_thousands_of_rows_come_in_slices(visit: Open, crowded: Path) -> None:
    """Some hundred rows are there at once; a button or the arrow key brings more."""
    there = visit(crowded)
    page = there.go("#view=table")

    assert page.locator("table.tie tbody tr").count() == 500
    assert "500 of 20,000" in text(page, "#table section:first-child .more")
    assert page.get_attribute("table.tie", "aria-rowcount") == str(MANY + 1)
    page.click("#table section:first-child .more")
    assert page.locator("table.tie tbody tr").count() == 1000
    page.locator("table.tie tbody tr").last.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("table.tie tbody tr").count() == 1500
    assert page.evaluate("document.activeElement.rowIndex") == 1001
    assert there.said == []


def test_selected_row_is_brought_into_view(visit: Open, shipped_place: Path) -> None:
    """A link to a tie opens the table where the tie stands."""
    page = visit(shipped_place).go("#view=table")
    name = page.evaluate("isgraph.table.inOrder('tie')[300].id")
    page = visit(shipped_place).go(f"#view=table&tie={name}")
    row = page.locator(f"table.tie tr[data-id='{name}']").bounding_box()
    frame = page.locator("#table").bounding_box()

    assert frame["y"] < row["y"] < frame["y"] + frame["height"]
