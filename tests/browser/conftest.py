"""A real browser without a network, and the page of the imagined world in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")


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
def browser() -> "Iterator[Browser]":
    """Start an installed browser; without one the tests fail, unless told to be skipped."""
    if os.environ.get("ISGRAPH_NO_BROWSER"):
        pytest.skip("ISGRAPH_NO_BROWSER is set")
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.fail(
            f"No browser: none of {', '.join(NAMES)} is installed. "
            "Install one, or set ISGRAPH_NO_BROWSER=1 to skip these tests."
        )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the imagined world into a file."""
    from isgraph.diagram import draw
    from tests.diagram.world import world

    return draw(world()).save(tmp_path_factory.mktemp("page") / "page.html")


@pytest.fixture
def visit(browser: "Browser", place: Path) -> Iterator[Callable[..., Visit]]:
    """Open the page in a fresh context that has no network, however often one asks."""
    contexts = []

    def open_page(**options: Any) -> Visit:
        settings = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
        context = browser.new_context(offline=True, **(settings | options))
        contexts.append(context)
        return Visit(context.new_page(), place.as_uri())

    yield open_page
    for context in contexts:
        context.close()
