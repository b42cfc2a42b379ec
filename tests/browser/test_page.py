"""The page in a real browser, without a network: it draws, filters, shows evidence."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import INK, click_on, rows, spot, text, wait
from tests.diagram.world import HOSTILE_LABEL, actor

Open = Callable[..., Any]


def test_page_loads_itself_and_nothing_else(visit: Open) -> None:
    """The only request is the file, the console stays empty, and the picture is drawn."""
    there = visit()
    page = there.go()
    wait(page, f"({INK})() > 20")

    assert there.requests == [there.url]
    assert there.said == []
    assert text(page, "h1") == "An imagined world"
    assert "The absence of a line is not the absence of a tie" in text(page, "#foot")
    assert "imagined data 1" in text(page, "#foot")


@pytest.mark.parametrize(("scheme", "paper"), [("light", "252, 251, 248"), ("dark", "20, 23, 28")])
def test_theme_follows_the_system(visit: Open, scheme: str, paper: str) -> None:
    """The page takes the system's colours, and the button takes others."""
    page = visit(color_scheme=scheme).go()
    colour = "getComputedStyle(document.getElementById('stage')).backgroundColor"

    assert page.evaluate(colour) == f"rgb({paper})"
    page.click("#theme")
    assert page.evaluate(colour) == "rgb(20, 23, 28)"
    assert "theme=dark" in page.url


def test_click_on_a_line_opens_its_claims(visit: Open) -> None:
    """A line opens all its claims as cards, with passage, note, cited work and publisher."""
    there = visit()
    page = there.go()
    click_on(page, "tie", "c0001")
    evidence = text(page, "#evidence")

    assert page.locator("#evidence .card").count() == 2
    for part in (
        "Group A → Group B", "Statement number 1 of", "asserted", "reported",
        "since March 2020, still so when written", "about 2021", "certainly in force", "Office X",
        "An imagined report", "section “Overview”", "paragraph 1", "note 1", "Imagined work 1",
        "Press Y", "February 2021", "c0001",
    ):  # fmt: skip
        assert part in evidence, part
    assert there.said == []


def test_click_on_an_actor_opens_its_ties(visit: Open) -> None:
    """An actor opens its ties by family, its aliases, and its figures and states."""
    page = visit().go()
    click_on(page, "actor", actor("a"))
    evidence = text(page, "#evidence")

    for part in ("Group A", "The A", "Hostile acts (3)", "→ attacks", "← opposes",
                 "Figures and states (2)", "1,000 to 2,000 fighters"):  # fmt: skip
        assert part in evidence, part
    page.locator("#evidence .item", has_text="opposes").click()
    assert "tie=c0003" in page.url


def test_time_that_is_not_stated_is_not_made_up(visit: Open) -> None:
    """A claim with a day on which it was so, and no more, is given neither begin nor end."""
    page = visit().go("#tie=c0012&view=table")
    evidence = text(page, "#evidence")

    assert "not stated" in evidence
    assert "4 May 2021" in evidence
    assert "to 4 May 2021" not in evidence
    assert "as of 4 May 2021" in text(page, "tr[data-id='c0012']")


def test_empty_spot_clears_the_selection(visit: Open) -> None:
    """A click beside everything goes back to the overview."""
    page = visit().go("#tie=c0001")
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + 8, box["y"] + 8)

    wait(page, "!location.hash")
    assert "Most connected" in text(page, "#evidence")


def test_search_finds_aliases_without_accents(visit: Open) -> None:
    """An alias is found without its accents, and a claim by its id."""
    page = visit().go()
    page.fill("#query", "jamaat")
    page.fill("#query", "jama'at")

    assert "also Jamāʿat A" in text(page, "#results")
    page.fill("#query", "c0006")
    page.keyboard.press("Enter")
    assert "tie=c0006" in page.url


@pytest.mark.parametrize(
    ("key", "gone"),
    [
        ("kind:detains", {"c0006"}),
        ("status:reported", {"c0002", "c0008", "c0010"}),
        ("modality:planned", {"c0008"}),
        ("class:SecurityForce", {"c0004", "c0006", "c0008"}),
    ],
)
def test_legend_is_the_filter(visit: Open, key: str, gone: set[str]) -> None:
    """A box of the legend takes its claims out of table and picture, and puts them back."""
    page = visit().go("#view=table")
    before = rows(page)
    for opener in page.locator(".opener").all():
        opener.click()
    box = page.locator(f"[data-key='{key}']").first
    box.uncheck()

    assert before - rows(page) == gone
    assert page.evaluate("isgraph.model.shownClaims.length") == len(before) - len(gone)
    box.check()
    assert rows(page) == before


def test_denied_and_negated_only_on_request(visit: Open) -> None:
    """What is denied or negated is shown after its box is ticked, and then named so."""
    page = visit().go("#view=table")
    before = rows(page)
    page.check("[data-key='refuted']")

    assert {"c0009", "c0011"} == rows(page) - before
    page.click("tr[data-id='c0011']")
    assert "not supports" in text(page, "#evidence")
    assert "negated" in text(page, "#evidence")


def test_table_mirrors_the_picture(visit: Open) -> None:
    """The table has one row for each tie shown and for each actor, and sorts by its heads."""
    page = visit().go()
    shown = page.evaluate("isgraph.model.shownClaims.map(claim => claim.id)")
    page.click("#view-table")

    assert rows(page) == set(shown)
    assert page.locator("table.actor tbody tr").count() == 7
    page.click("table.tie .sort >> text=Claim")
    first = page.locator("table.tie tbody tr").first
    assert first.get_attribute("data-id") == "c0001"


def test_picture_is_whole_after_a_start_in_the_table(visit: Open) -> None:
    """A page opened in its table view shows all actors when one turns to the picture."""
    page = visit().go("#view=table")
    page.click("#view-picture")
    box = page.locator("#canvas").bounding_box()
    x, y = spot(page, "actor", actor("b"))

    assert box["x"] + 40 < x < box["x"] + box["width"] - 40
    assert box["y"] + 40 < y < box["y"] + box["height"] - 40
    click_on(page, "actor", actor("b"))


def test_everything_by_keyboard(visit: Open) -> None:
    """Search, ties, evidence, table and the way back need no mouse."""
    there = visit()
    page = there.go()
    page.keyboard.press("/")
    page.keyboard.type("group")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Group")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "tie=" in page.url
    assert "Selected" in page.locator("#live").text_content()
    page.keyboard.press("Escape")
    assert "tie=" not in page.url

    page.focus("#view-table")
    page.keyboard.press("Enter")
    page.focus("table.tie tbody tr")
    page.keyboard.press("ArrowDown")
    name = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("Enter")
    assert f"tie={name}" in page.url
    assert page.locator(f"tr[data-id='{name}']").get_attribute("aria-selected") == "true"
    assert there.said == []


def test_address_keeps_the_view(visit: Open) -> None:
    """Selection, filters, view and theme come back with the address; unknown values do not."""
    page = visit().go("#tie=c0006&off=status%3Areported&view=table&theme=dark")

    assert "Force E" in text(page, "#evidence h2")
    assert "c0002" not in rows(page)
    page.keyboard.press("Escape")
    page.go_back()
    wait(page, "location.hash.includes('tie=c0006')")
    assert "Force E" in text(page, "#evidence h2")

    other = visit()
    page = other.go("#actor=nobody&view=cinema&theme=pink&off=nothing")
    assert "Most connected" in text(page, "#evidence")
    assert other.said == []


def test_hostile_label_stays_text(visit: Open) -> None:
    """Markup in a label is shown as it is written and runs nowhere."""
    there = visit()
    page = there.go("#view=table&lone=1")
    page.click(f"tr[data-id='{actor('g')}']")

    assert text(page, "#evidence h2") == HOSTILE_LABEL
    assert page.evaluate("window.harmed") is None
    assert page.locator("img").count() == 0
    assert there.said == []


def test_phone_has_no_sideways_scroll(visit: Open) -> None:
    """On a narrow screen the parts stand under each other, and the filters open by a button."""
    page = visit(viewport={"width": 390, "height": 844}).go("#tie=c0001")

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.locator("#legend").is_visible()
    page.click("#filters")
    assert page.locator("#legend").is_visible()


def test_notebook_frame_draws(visit: Open, tmp_path: Any, browser: Any) -> None:
    """In the sandboxed frame of a notebook the page draws and answers a click."""
    from isgraph.diagram import draw
    from tests.diagram.world import world

    notebook = tmp_path / "notebook.html"
    notebook.write_text(
        "<!doctype html><title>n</title>" + draw(world())._repr_html_(), encoding="utf-8"
    )
    there = visit()
    there.page.goto(notebook.as_uri())
    frame = there.page.frame_locator("iframe")
    frame.locator("body[data-ready]").wait_for(state="attached")
    frame.locator("#evidence .item").first.click()

    assert "Overview" in frame.locator("#evidence").inner_text()
    assert there.said == []
