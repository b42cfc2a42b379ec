"""The site in a real browser, from a disk and without a network: it looks, finds and leads."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from isgraph.site import write_site
from isgraph.store import Store
from tests.browser.conftest import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., Visit]

PAGES = (
    "index", "actors", "claims", "questions", "conflicts", "ontology", "speakers",
    "actor/group-a", "place/northland", "work/atlas", "document/tiny-2025-01-31",
    "claim/c0008", "question/detentions", "term/detains",
)  # fmt: skip
INK = "getComputedStyle(document.querySelector('.claim p')).color"
LUMINANCE = (
    """() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]"""
)


@pytest.fixture(scope="session")
def folder(tiny: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the tiny world as pages."""
    place = tmp_path_factory.mktemp("site") / "pages"
    write_site(tiny, place)
    return place


@pytest.fixture
def walk(browser: "Browser", folder: Path) -> Iterator[Open]:
    """Open a page of the site in a fresh context that has no network."""
    contexts = []

    def open_page(name: str = "index", **options: Any) -> Visit:
        context = browser.new_context(offline=True, **options)
        contexts.append(context)
        there = Visit(context.new_page(), (folder / f"{name}.html").as_uri())
        there.page.goto(there.url)
        return there

    yield open_page
    for context in contexts:
        context.close()


def search(page: "Page", words: str) -> None:
    """Write words in the search box, as one who has only a keyboard."""
    page.keyboard.press("/")
    page.keyboard.type(words)


@pytest.mark.parametrize("name", PAGES)
def test_page_is_styled_quiet_and_at_home(walk: Open, name: str) -> None:
    """Style and script of the folder are used, nothing else is asked for, nothing complains."""
    there = walk(name)
    there.page.wait_for_selector("#search-query")

    assert there.page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == (
        "absolute"
    )
    assert [url for url in there.requests if not url.startswith("file:///")] == []
    assert there.said == []


def test_search_by_alias_leads_to_the_actor(walk: Open) -> None:
    """`/`, an alias and Enter open the page of the actor."""
    there = walk("claim/c0003")
    search(there.page, "GA")
    there.page.keyboard.press("Enter")
    there.page.wait_for_url("**/actor/group-a.html")

    assert there.page.inner_text("h1") == "Group A"
    assert there.said == []


def test_arrows_choose_and_escape_leaves(walk: Open) -> None:
    """The list follows the arrows; the box tells a screen reader where it is."""
    page = walk().page
    search(page, "group")
    first = page.get_attribute("#search-query", "aria-activedescendant")
    page.keyboard.press("ArrowDown")

    assert (first, page.get_attribute("#search-query", "aria-activedescendant")) == (
        "result-0",
        "result-1",
    )
    assert page.locator("#result-1[aria-selected=true]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("#search-results").is_hidden()


def test_claim_is_found_by_id_and_by_words_in_any_order(walk: Open) -> None:
    """An id is exact; words of a claim need not follow each other."""
    page = walk().page
    search(page, "c0001")
    assert page.inner_text("#result-0 small").startswith("claim")

    page.fill("#search-query", "held detains")
    assert "Group A detains members of Group B held" in page.inner_text("#search-results")


def test_nothing_found_is_said(walk: Open) -> None:
    """A word that nothing bears gives a sentence, and Enter goes nowhere."""
    there = walk()
    search(there.page, "zzzz")
    there.page.keyboard.press("Enter")

    assert "Nothing found" in there.page.inner_text("#search-results")
    assert there.page.url == there.url


@pytest.mark.parametrize(("scheme", "is_light"), [("light", True), ("dark", False)])
def test_colours_follow_the_system(walk: Open, scheme: str, is_light: bool) -> None:
    """Light or dark is what the system says."""
    page = walk("actor/group-a", color_scheme=scheme).page

    assert (page.evaluate(LUMINANCE) > 128) == is_light


def test_print_is_on_white_without_what_one_clicks(walk: Open) -> None:
    """On paper a dark system prints light, without menu and search."""
    ink = walk("claim/c0001").page.evaluate(INK)
    page = walk("claim/c0001", color_scheme="dark").page
    page.emulate_media(media="print")

    assert page.evaluate(LUMINANCE) == 255
    assert page.evaluate(INK) == ink
    assert page.locator("header nav").is_hidden()
    assert page.locator("#search").is_hidden()
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_phone_needs_no_sideways_scrolling(walk: Open, name: str) -> None:
    """Wide tables scroll in themselves; the page does not."""
    page = walk(name, viewport={"width": 360, "height": 700}).page

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_lists_do_without_a_script(walk: Open) -> None:
    """Without a script one walks from the first page over a list to an actor."""
    page = walk(java_script_enabled=False).page
    page.click("header nav >> text=Actors")
    page.click("main >> text=Group A")

    assert page.inner_text("h1") == "Group A"


def test_first_tab_skips_to_the_content(walk: Open) -> None:
    """The first stop of the keyboard leads past the menu."""
    page = walk("actor/group-a").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_diagram_opens_at_the_actor(walk: Open) -> None:
    """From an actor one comes to the diagram, where it is selected."""
    there = walk("actor/group-a")
    there.page.click("main >> text=see it in the diagram")
    there.page.wait_for_selector("body[data-ready]", state="attached")

    assert there.page.inner_text("#evidence h2") == "Group A"
    assert there.said == []
