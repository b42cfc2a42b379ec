"""A real browser without a network, and the page of the imagined world in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

INK = """() => {
  const canvas = document.querySelector('#canvas canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4)
    if (data[i + 3]) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  return colours.size;
}"""
SPOT = """([kind, id]) => {
  const { model, painter, picture } = isgraph;
  const scale = picture.network.getScale();
  let p = model.actors.get(id);
  if (kind === 'tie') {
    const c = painter.curve(model.lineOf(id), scale);
    p = { x: (c.x0 + 2 * c.cx + c.x1) / 4, y: (c.y0 + 2 * c.cy + c.y1) / 4 };
  }
  const { x, y } = picture.network.canvasToDOM(p);
  const box = document.getElementById('canvas').getBoundingClientRect();
  return [x + box.left, y + box.top];
}"""


def wait(page: "Page", expression: str, argument: Any = None) -> None:
    """Wait until something is so. Playwright's own way needs an eval, which the page forbids."""
    for _ in range(200):
        if page.evaluate(expression, argument):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"still not so after ten seconds: {expression}")


def text(page: "Page", selector: str) -> str:
    """Give what an element says."""
    return page.locator(selector).inner_text()


def rows(page: "Page") -> set[str]:
    """Give the ids of the claims in the table."""
    return set(
        page.eval_on_selector_all("table.tie tbody tr", "rows => rows.map(r => r.dataset.id)")
    )


def spot(page: "Page", kind: str, name: str) -> tuple[float, float]:
    """Give the place on the screen where an actor or a line is drawn."""
    x, y = page.evaluate(SPOT, [kind, name])
    return x, y


def click_on(page: "Page", kind: str, name: str) -> None:
    """Click where an actor or a line is drawn."""
    page.mouse.click(*spot(page, kind, name))
    wait(page, "kind => location.hash.includes(kind + '=')", kind)


class Visit:
    """A page that is open, with all it asked for and all it said."""

    def __init__(self, page: "Page", url: str) -> None:
        self.page = page
        self.url = url
        self.requests: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def go(self, fragment: str = "") -> "Page":
        """Open the page, and wait until it has drawn."""
        self.page.goto(self.url + fragment)
        self.page.wait_for_selector("body[data-ready]", state="attached")
        return self.page


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the imagined world into a file."""
    from isgraph.diagram import draw
    from tests.diagram.world import world

    return draw(world()).save(tmp_path_factory.mktemp("page") / "page.html")


@pytest.fixture(scope="session")
def shipped_place(tmp_path_factory: pytest.TempPathFactory, shipped: Any) -> Path:
    """Draw the shipped graph into a file."""
    from isgraph import conflicts, draw, project

    figure = draw(project(shipped), conflicts=conflicts(shipped))
    return figure.save(tmp_path_factory.mktemp("shipped") / "page.html")


@pytest.fixture
def visit(browser: "Browser", place: Path) -> Iterator[Callable[..., Visit]]:
    """Open the page in a fresh context that has no network, however often one asks."""
    contexts = []

    def open_page(at: Path = place, **options: Any) -> Visit:
        settings = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
        context = browser.new_context(offline=True, **(settings | options))
        contexts.append(context)
        return Visit(context.new_page(), at.as_uri())

    yield open_page
    for context in contexts:
        context.close()
