"""In a real browser: the still picture is quiet, legible, and made of the page's outlines."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from isgraph.diagram.layout import positions
from isgraph.diagram.still import outlines, still
from tests.browser.conftest import Visit
from tests.diagram.world import HOSTILE_LABEL, world

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHAPES = Path(outlines.__file__).parents[1] / "script" / "picture" / "shapes.js"
BOXES = """
id => [...document.querySelectorAll(id)].map(text => {
  const { x, y, width, height } = text.getBBox();
  return { text: text.textContent, x, y, width, height };
})
"""


def flat(corners: Iterable[Iterable[float]]) -> list[float]:
    """Put the coordinates of all corners in a row."""
    return [value for corner in corners for value in corner]


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """Open an empty page without a network."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def visit(page: "Page", tmp_path: Path) -> Visit:
    """Open the picture of the imagined world."""
    network = world()
    place = tmp_path / "world.svg"
    place.write_text(still(network, positions(network), title=HOSTILE_LABEL, foot="Foot"))
    opened = Visit(page, place.as_uri())
    page.goto(opened.url)
    return opened


def test_it_asks_for_nothing_and_says_nothing(visit: Visit) -> None:
    """The file is all there is, and no text in it acts."""
    assert len(visit.requests) == 1
    assert visit.said == []
    assert visit.page.evaluate("window.harmed") is None
    assert visit.page.title() == HOSTILE_LABEL


def test_no_name_lies_on_another(visit: Visit) -> None:
    """Written in the reader's own font, names overlap neither each other nor the edge."""
    boxes: list[dict[str, Any]] = visit.page.evaluate(BOXES, "#names text")

    assert len(boxes) > 8
    for one in boxes:
        assert one["x"] >= 0
        assert one["x"] + one["width"] <= 1200
        for other in boxes:
            assert (
                one is other
                or one["x"] + one["width"] <= other["x"] + 1
                or other["x"] + other["width"] <= one["x"] + 1
                or one["y"] + one["height"] <= other["y"] + 4
                or other["y"] + other["height"] <= one["y"] + 4
            ), (one, other)


def test_the_legend_keeps_to_its_column(visit: Visit) -> None:
    """No text of the legend reaches into the picture."""
    boxes: list[dict[str, Any]] = visit.page.evaluate(BOXES, "#legend text")
    marks = visit.page.evaluate("document.querySelector('#actors').getBBox().x")

    assert max(box["x"] + box["width"] for box in boxes) < marks


def test_outlines_are_those_of_the_page(page: "Page") -> None:
    """Shapes and heads have the same corners here and in the page's script."""
    script = SHAPES.read_text(encoding="utf-8")
    given = "[isgraph.shapes.CORNERS, isgraph.shapes.HEADS]"

    corners, heads = page.evaluate(f"() => {{ const isgraph = {{}}; {script}; return {given}; }}")

    assert set(corners) == set(outlines.CORNERS)
    for name, outline in outlines.CORNERS.items():
        assert flat(corners[name]) == pytest.approx(flat(outline))
    assert set(heads) == set(outlines.HEADS)
    for name, head in outlines.HEADS.items():
        assert flat(heads[name]["corners"]) == pytest.approx(flat(head.corners))
        assert [heads[name][part] for part in ("closed", "solid", "length")] == list(head[1:])
