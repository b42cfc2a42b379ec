"""Whoever uses keys, a screen reader, a large print or a small screen gets all of the page."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import text
from tests.diagram.world import actor

pytestmark = pytest.mark.slow

Open = Callable[..., Any]

PHONE = {"width": 390, "height": 844}
TABLET = {"width": 820, "height": 1180}
SCREEN = {"width": 1280, "height": 800}

STATES = {
    "picture": "",
    "timeline": "#view=timeline",
    "matrix": "#view=matrix",
    "table": "#view=table",
    "text": "#view=text",
    "an actor": "#actor=actor/a",
    "a line": "#tie=c0001",
    "a figure": "#tie=c0021",
    "a path": "#path=actor/h+actor/e",
    "a focus": "#focus=actor/a+1",
    "a day": "#on=2020-05-01&view=table",
    "two days": "#on=2020-05-01&since=2019-01-01&view=table",
    "a day in the text": "#on=2020-05-01&view=text&actor=actor/b",
    "what is past and refuted": "#on=2019-01-01&past=1&refuted=1&view=table",
}
"""State → its address."""

ACTS: dict[str, Callable[[Any], None]] = {
    "search": lambda page: page.fill("#query", "group"),
    "a search without result": lambda page: page.fill("#query", "zzzz"),
    "take away": lambda page: page.click("#take"),
    "leaves of the legend": lambda page: [one.click() for one in page.locator(".opener").all()],
    "narrowed rows": lambda page: (page.click("#view-table"), page.fill("#table input", "group b")),
    "mirror": lambda page: (page.focus("#mirror ul"), page.keyboard.press("ArrowDown")),
}
"""State → how one comes to it."""

SMALL = """() => {
  const seen = element => element.checkVisibility({ visibilityProperty: true });
  const inline = element => getComputedStyle(element).display === 'inline';
  return [...document.querySelectorAll('button, a, input, select, summary')]
    .filter(element => seen(element) && !inline(element))
    .filter(element => !element.closest('#skips, label, #mirror'))
    .map(element => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.width < 23.5 || box.height < 23.5))
    .map(([element, box]) => `${element.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`);
}"""

WIDE = """() => ['html', '#table', '#text', '#evidence', '#legend', '#top']
  .map(name => document.querySelector(name))
  .filter(part => part.scrollWidth > part.clientWidth + 1)
  .map(part => `${innerWidth}: ${part.id || part.tagName} ${part.scrollWidth}`)"""


def faults(page: Any) -> list[str]:
    """Name what axe calls serious or critical, and where, in light and in dark."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [
            f"{scheme}: {fault['id']}: {node['target']} {node['html'][:120]}"
            for fault in Axe().run(page).response["violations"]
            if fault["impact"] in ("serious", "critical")
            for node in fault["nodes"]
        ]
    return found


@pytest.mark.parametrize("state", STATES)
def test_no_serious_fault(visit: Open, state: str) -> None:
    """Axe finds nothing serious, whatever the address asks for."""
    page = visit().go(STATES[state])

    assert faults(page) == []


@pytest.mark.parametrize("act", ACTS)
def test_no_serious_fault_in_what_opens(visit: Open, act: str) -> None:
    """Axe finds nothing serious in lists, menus and panels that are open."""
    page = visit().go()
    ACTS[act](page)

    assert faults(page) == []


@pytest.mark.parametrize("view", ["picture", "timeline", "matrix", "table", "text"])
def test_no_serious_fault_on_a_phone(visit: Open, view: str) -> None:
    """Axe finds nothing serious on a phone, with the filters open or not."""
    page = visit(viewport=PHONE).go(f"#view={view}&tie=c0001")

    assert faults(page) == []
    page.click("#filters")
    assert faults(page) == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_scrolls_sideways(visit: Open, state: str) -> None:
    """Page and views are no wider than the screen that shows them."""
    page = visit().go(STATES[state])
    wide = []
    for size in (PHONE, TABLET, SCREEN):
        page.set_viewport_size(size)
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        wide += page.evaluate(WIDE)

    assert wide == []


@pytest.mark.parametrize("state", STATES)
def test_fingers_find_their_targets(visit: Open, state: str) -> None:
    """On a phone whatever can be pressed is at least 24 pixels high and wide."""
    page = visit(viewport=PHONE).go(STATES[state])
    page.click("#filters")

    assert page.evaluate(SMALL) == []


def test_filters_are_a_drawer_on_a_phone(visit: Open) -> None:
    """A button opens the filters over the picture; Escape and the button close them."""
    page = visit(viewport=PHONE).go("#tie=c0001")
    page.click("#filters")

    assert page.locator("#legend").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#legend").is_hidden()
    assert page.get_attribute("#filters", "aria-expanded") == "false"
    assert page.evaluate("document.activeElement.id") == "filters"
    assert "tie=c0001" in page.url


def test_ways_lead_over_the_long_parts(visit: Open) -> None:
    """The first stops of the Tab key are ways to picture, evidence and search."""
    page = visit().go("#tie=c0001")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Skip to the picture"
    assert page.evaluate("document.activeElement.getBoundingClientRect().width > 50")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Group A → Group B"
    assert "tie=c0001" in page.url


def test_arrow_keys_select_in_list_and_picture(visit: Open) -> None:
    """The lists behind the picture select in it, say so, and open the evidence with Enter."""
    there = visit()
    page = there.go()
    page.focus("#mirror ul")

    assert page.locator("#mirror").bounding_box()["width"] > 200
    assert "Ties (9)" in text(page, "#mirror")
    page.keyboard.press("ArrowDown")
    first = page.evaluate("isgraph.state.current.selection.id")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("isgraph.state.current.selection.id")
    assert page.evaluate("isgraph.table.inOrder('tie')[0].id") == first
    assert first != second
    assert page.evaluate(
        "id => isgraph.model.highlight(isgraph.state.current).lines.has(isgraph.model.lineOf(id))",
        second,
    )
    assert "Selected" in page.locator("#live").text_content()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#evidence') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "listbox"
    assert page.evaluate("isgraph.state.current.selection") is None
    assert there.said == []


def test_list_stands_where_the_picture_stands(visit: Open) -> None:
    """A list opens at what was selected elsewhere, and follows the filters."""
    page = visit().go(f"#actor={actor('d')}")
    page.focus("#mirror ul >> nth=1")

    assert "State D" in text(page, "#mirror [aria-selected='true']")
    page.evaluate("isgraph.state.change({ off: new Set(['kind:attacks']) })")
    assert "Group A → attacks" not in text(page, "#mirror")


def test_escape_goes_back_to_where_one_was(visit: Open) -> None:
    """After the evidence of a row, Escape leads back to the row."""
    page = visit().go("#view=table")
    page.focus("table.tie tbody tr")
    page.keyboard.press("ArrowDown")
    row = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.closest('#evidence') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.id") == row
    assert "tie=" not in page.url


@pytest.mark.parametrize("width", [1280, 1440])
def test_header_stands_in_one_row(visit: Open, width: int) -> None:
    """On a desk, title, search, views and tools share a row."""
    page = visit(viewport={"width": width, "height": 800}).go()

    assert page.locator("#top").bounding_box()["height"] < 60
    tops = page.eval_on_selector_all("#views button", "all => all.map(one => one.offsetTop)")
    assert len(set(tops)) == 1
