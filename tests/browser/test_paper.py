"""A printed page: the view with its terms and its evidence, light, and no controls."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.test_takeaway import FOOT, SVG, said

pytestmark = pytest.mark.slow

Open = Callable[..., Any]

CONTROLS = "#top button, body > #legend, main > #time, main > #picture, input"


@pytest.mark.parametrize("view", ["picture", "table", "timeline", "matrix", "text"])
def test_paper_has_the_view_and_no_controls(visit: Open, view: str) -> None:
    """A printed page has title, day, view, evidence, foot and citation, light, without controls."""
    there = visit(color_scheme="dark")
    page = there.go(f"#view={view}&tie=c0001&on=2021-06-01&theme=dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    words = page.inner_text("body")
    seen = "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.id)"

    for part in ("An imagined world", "As of 1 June 2021.", "Statement number 1", "imagined data 1",
                 FOOT, "isgraph contributors"):  # fmt: skip
        assert part in words, part
    assert page.eval_on_selector_all(CONTROLS, seen) == []
    assert page.locator("#paper-picture").count() == (view == "picture")
    background = "getComputedStyle(document.documentElement).getPropertyValue('--panel')"
    assert page.evaluate(background) == "#ffffff"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".paper").count() == 0
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert there.said == []


def test_paper_draws_the_picture_in_lines(visit: Open) -> None:
    """The printed picture is a drawing of lines and texts, with its legend, on white."""
    page = visit().go("#on=2021-06-01")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    inside = "host => host.shadowRoot.querySelector('svg').outerHTML"
    tree = ET.fromstring(page.eval_on_selector("#paper-picture", inside))
    ground = tree.find(f"{SVG}path")

    assert ground is not None
    assert ground.get("fill") == "#ffffff"
    assert {"c0003", "c0004"} <= {g.get("data-claims") for g in tree.iter(f"{SVG}g")}
    assert "Hostile acts" in said(tree)
