"""The page works in a Firefox as it is installed; where none is, these tests are skipped."""

import base64
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import INK
from tests.browser.marionette import Firefox, firefox

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Start a Firefox with a profile of its own and without a network."""
    program = shutil.which("firefox") or shutil.which("firefox-esr")
    if program is None:
        pytest.skip("No Firefox is installed: neither firefox nor firefox-esr is on the path.")
    with firefox(program, tmp_path_factory.mktemp("firefox")) as window:
        yield window


@pytest.fixture
def go(window: Firefox, place: Path) -> Any:
    """Open the page at an address, and wait until it has drawn."""

    def open_page(fragment: str = "", at: Path = place) -> Firefox:
        window.call("WebDriver:Navigate", url="about:blank")
        window.call("WebDriver:Navigate", url=at.as_uri() + fragment)
        limit = time.monotonic() + 30
        while not window.evaluate("document.body.dataset.ready"):
            assert time.monotonic() < limit, "The page does not get ready."
            time.sleep(0.05)
        return window

    return open_page


def test_picture_is_drawn(go: Any, shipped_place: Path) -> None:
    """The canvas holds the picture, nothing is loaded, and a screenshot is not one colour."""
    window = go(at=shipped_place)

    assert window.evaluate(f"({INK})()") > 20
    assert window.evaluate("performance.getEntriesByType('resource').length") == 0
    picture = window.call("WebDriver:TakeScreenshot", full=False)["value"]
    assert len(base64.b64decode(picture)) > 50_000


@pytest.mark.parametrize(
    ("view", "name"),
    [
        ("timeline", "Group A"),
        ("matrix", "Around Coalition C"),
        ("table", "Group A"),
        ("text", "Group A"),
    ],
)
def test_views_say_the_same(go: Any, view: str, name: str) -> None:
    """Every view shows itself and the actors, as wide as the page and no wider."""
    window = go(f"#view={view}")

    assert name in window.evaluate(f"document.getElementById('{view}').innerText")
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_selection_and_link(go: Any) -> None:
    """A line opens its claims, a filter hides them, and the address keeps both."""
    window = go("#tie=c0001")

    assert "Group A → Group B" in window.evaluate(
        "document.querySelector('#evidence h2').innerText"
    )
    window.evaluate("document.querySelector('[data-key=\"status:reported\"]').click()")
    assert "off=status" in window.evaluate("location.hash")
    window.evaluate("document.getElementById('view-table').click()")
    window.evaluate("document.querySelector('tr[data-id=c0006]').click()")
    assert "tie=c0006" in window.evaluate("location.hash")
    assert "Force E" in window.evaluate("document.querySelector('#evidence h2').innerText")


def test_keys(go: Any) -> None:
    """Tab, arrow keys, Enter and Escape do what they do elsewhere."""
    window = go()
    window.evaluate("document.querySelector('#mirror ul').focus()")

    def press(key: str) -> None:
        actions = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        window.call(
            "WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}]
        )

    press("\ue015")
    for _ in range(40):  # the address follows once the keys rest
        if "tie=" in window.evaluate("location.hash"):
            break
        time.sleep(0.05)
    assert "tie=" in window.evaluate("location.hash")
    press("\ue007")
    assert window.evaluate("document.activeElement.closest('#evidence') !== null")
    press("\ue00c")
    assert window.evaluate("location.hash") in ("", "#")
