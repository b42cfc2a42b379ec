"""In a notebook: the page where scripts run, the still picture where they do not."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from isgraph.diagram.figure import Figure
from isgraph.diagram.layout import positions
from isgraph.diagram.still import still
from tests.browser.conftest import wait
from tests.diagram.world import world

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE = """<!doctype html><p id="said">Nothing</p>
<script>said.textContent = "Drawn"; try { parent.document.title = "reached"; } catch { }</script>"""
AT = "([x, y]) => document.elementFromPoint(x, y).tagName"
LOADED = (
    "() => document.querySelector('img').complete && document.querySelector('img').naturalWidth"
)


@pytest.fixture(scope="module")
def shown() -> str:
    """Show a figure as a notebook does."""
    network = world()
    return Figure(PAGE, svg=still(network, positions(network), title="World"))._repr_html_()


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> "Iterator[Callable[..., Page]]":
    """Put an output into a notebook page, and open it without a network."""
    contexts = []

    def show(output: str, **options: Any) -> "Page":
        place = tmp_path / "notebook.html"
        place.write_text(f"<!doctype html><title>Notebook</title>{output}<p>Next cell</p>")
        contexts.append(browser.new_context(offline=True, **options))
        page = contexts[-1].new_page()
        page.goto(place.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()


def top(page: "Page") -> str:
    """Say what lies on top in the middle of the figure."""
    box = page.locator("img").bounding_box()
    assert box
    tag: str = page.evaluate(AT, [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])
    return tag


def test_with_scripts_the_page_is_on_top(shown: str, show: "Callable[..., Page]") -> None:
    """The frame covers the picture, runs its script, and cannot reach the notebook."""
    page = show(shown)

    page.frame_locator("iframe").get_by_text("Drawn").wait_for()
    assert top(page) == "IFRAME"
    assert page.title() == "Notebook"


def test_without_scripts_the_picture_is_seen(shown: str, show: "Callable[..., Page]") -> None:
    """Where no script runs, the frame is gone and the picture is there."""
    page = show(shown, java_script_enabled=False)

    assert not page.locator("iframe").is_visible()
    assert page.locator("img").is_visible()


@pytest.mark.parametrize(
    "taken",
    [r"<iframe.*</iframe>", r"<iframe.*</iframe>|<noscript>.*?</noscript>| style=\"[^\"]*\""],
)
def test_where_frames_are_taken_out_the_picture_remains(
    shown: str, show: "Callable[..., Page]", taken: str
) -> None:
    """A viewer that strips frames, or styles as well, shows the picture, and what it is of."""
    page = show(re.sub(taken, "", shown, flags=re.DOTALL))

    wait(page, LOADED)
    assert top(page) == "IMG"
    assert page.get_by_role("img", name="Diagram of 8 actors and 10 claims").is_visible()
