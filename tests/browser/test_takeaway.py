"""What one takes away: the link, and the view as SVG and PNG, which say their terms."""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import spot, text
from tests.diagram.world import actor

pytestmark = pytest.mark.slow

Open = Callable[..., Any]

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "title", "desc", "defs", "clipPath", "g", "path", "line", "circle", "rect", "text"}
LIGHT, DARK = "#fcfbf8", "#14171c"
FOOT = "The absence of a line is not the absence of a tie."


def take(page: Any, what: str) -> bytes:
    """Open the menu if need be, choose, and give the file that comes."""
    if not page.locator("#takeaway").is_visible():
        page.click("#take")
    with page.expect_download() as download:
        page.click(f"#take-{what}")
    return bytes(download.value.path().read_bytes())


def drawing(page: Any) -> ET.Element:
    """Give the SVG of the view, read as XML."""
    return ET.fromstring(take(page, "svg").decode())


def said(tree: ET.Element) -> str:
    """Give all that a drawing writes."""
    return " ".join(" ".join(tree.itertext()).split())


def test_menu_by_keyboard(visit: Open) -> None:
    """The menu opens and closes by keys, says whether it is open, and keeps the selection."""
    page = visit().go("#tie=c0001")
    focused = "document.activeElement.id"
    page.focus("#take")
    page.keyboard.press("Enter")

    assert page.get_attribute("#take", "aria-expanded") == "true"
    assert page.evaluate(focused) == "take-link"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "take-svg"
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "take"
    assert not page.locator("#takeaway").is_visible()
    assert "tie=c0001" in page.url
    page.click("#take")
    page.click("#title")
    assert not page.locator("#takeaway").is_visible()


def test_link_brings_the_view_back(visit: Open) -> None:
    """A copied link holds filters, day, selection, moved actors and where the reader looks."""
    there = visit(permissions=["clipboard-read", "clipboard-write"])
    page = there.go("#tie=c0001&off=status:reported&on=2021-01-01&moved=actor/h@300@-200")
    page.evaluate("isgraph.picture.look({x: 40, y: -25, scale: 1.7})")
    page.click("#take")
    page.click("#take-link")
    page.wait_for_selector("#takeaway .result p >> text=Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    seen = spot(page, "actor", actor("h"))

    assert link == page.input_value("#takeaway .result input")
    other = visit()
    other.url = link
    again = other.go()
    assert spot(again, "actor", actor("h")) == pytest.approx(seen, abs=0.5)
    assert again.evaluate("isgraph.picture.view().scale") == pytest.approx(1.7, rel=1e-3)
    assert "on=2021-01-01" in again.url
    assert again.locator("#evidence .card").count() == 1
    assert there.said == other.said == []


def test_link_shows_the_same_on_a_smaller_screen(visit: Open) -> None:
    """What the sender saw is within the picture of whoever has less room for it."""
    page = visit().go("#on=2021-01-01")
    link = page.evaluate("isgraph.link.full()")
    other = visit(viewport={"width": 420, "height": 800})
    other.url = link
    page = other.go()
    box = page.locator("#canvas").bounding_box()
    x, y = spot(page, "actor", actor("b"))

    assert box["x"] < x < box["x"] + box["width"]
    assert box["y"] < y < box["y"] + box["height"]


@pytest.mark.parametrize("camera", ["nonsense", "1,2", "1,2,0,0", "1,2,-3,4", "NaN,1,1,1"])
def test_camera_that_is_none_is_ignored(visit: Open, camera: str) -> None:
    """A link that has been tampered with opens the whole picture."""
    there = visit()
    whole = there.go().evaluate("isgraph.picture.view()")
    other = visit()

    assert whole == other.go(f"#at={camera}").evaluate("isgraph.picture.view()")
    assert other.said == []


def test_link_without_a_clipboard_can_be_selected(visit: Open) -> None:
    """Where the browser copies nothing, the link stands selected in a field."""
    page = visit().go()
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    page.evaluate("() => { document.execCommand = () => false; }")
    page.click("#take")
    page.click("#take-link")
    page.wait_for_selector("#takeaway .result p >> text=Ctrl+C")
    field = "document.activeElement"

    assert page.evaluate(f"{field}.value.slice(0, {field}.selectionEnd)") == page.evaluate(
        "isgraph.link.full()"
    )
    assert page.evaluate(f"{field}.selectionStart") == 0


def test_svg_holds_the_picture_and_its_terms(visit: Open) -> None:
    """The SVG has title, day, filters, legend, edition and foot, and every tie names its claims."""
    there = visit()
    page = there.go("#off=status:reported&refuted=1")
    tree = drawing(page)
    words = said(tree)
    shown = set(page.evaluate("isgraph.model.shownClaims.map(claim => claim.id)"))
    ties = [g for g in tree.iter(f"{SVG}g") if "data-claims" in g.attrib]
    ids = [element.get("id") for element in tree.iter() if element.get("id")]

    assert shown == {name for tie in ties for name in tie.attrib["data-claims"].split()}
    assert len(ids) == len(set(ids))
    assert {f"actor-{name}" for name in "abcde"} <= set(ids)
    assert all(tie.find(f"{SVG}title") is not None for tie in ties)
    for part in ("An imagined world", "As of 1 May 2021.", "Without status reported.",
                 "With what is denied or negated.", "Hostile acts", "Alleged", "Certainly in force",
                 "imagined data 1", "Group B", "isgraph contributors", FOOT):  # fmt: skip
        assert part in words, part
    assert "Reported" not in words
    assert there.said == []


def test_svg_of_a_comparison_says_what_its_marks_mean(visit: Open) -> None:
    """Where two days are compared, the legend has what began, and how many claims."""
    page = visit().go("#on=2021-05-01&since=2019-01-01")
    words = said(drawing(page))
    begun = page.evaluate("""isgraph.model.shownClaims.filter(claim =>
      isgraph.moments.stand(claim, isgraph.state.current).change === 'begun').length""")

    assert f"Change Begun since {begun}" in words
    assert "between 1 January 2019 and 1 May 2021" in words


def test_svg_is_attributes_and_text(visit: Open) -> None:
    """The SVG has no script, style, link or foreign part, and comes out alike each time."""
    page = visit().go("#actor=actor/a")
    first = take(page, "svg")
    tree = ET.fromstring(first.decode())
    names = {element.tag.removeprefix(SVG) for element in tree.iter()}

    assert names <= SHAPES
    assert not [key for element in tree.iter() for key in element.attrib if key.startswith("on")]
    assert b"href" not in first
    assert b"style=" not in first
    assert first == take(visit().go("#actor=actor/a"), "svg")


@pytest.mark.parametrize(
    ("scheme", "fragment", "paper"),
    [("dark", "", LIGHT), ("light", "#theme=dark", DARK), ("dark", "#theme=light", LIGHT)],
)
def test_svg_is_light_unless_dark_is_chosen(
    visit: Open, scheme: str, fragment: str, paper: str
) -> None:
    """The system's dark theme stays on the screen; the reader's own choice is kept."""
    tree = drawing(visit(color_scheme=scheme).go(fragment))
    ground = tree.find(f"{SVG}path")

    assert ground is not None
    assert ground.get("fill") == paper


def test_svg_shows_where_the_reader_looks(visit: Open) -> None:
    """An actor stands in the SVG where it stands on the screen, below the heading."""
    page = visit().go()
    page.evaluate("isgraph.picture.look({x: 10, y: 20, scale: 1.5})")
    box = page.locator("#canvas").bounding_box()
    far = [b - a for a, b in zip(spot(page, "actor", actor("a")), spot(page, "actor", actor("b")),
                                 strict=True)]  # fmt: skip
    tree = drawing(page)

    def place(name: str) -> list[float]:
        """Give the middle of an actor's outline."""
        path = tree.find(f".//{SVG}g[@id='{name}']/{SVG}path")
        assert path is not None
        numbers = path.attrib["d"].replace("M", "").replace("Z", "").replace("L", " ").split()
        points = [float(number) for number in numbers]
        return [(min(axis) + max(axis)) / 2 for axis in (points[::2], points[1::2])]

    found = [b - a for a, b in zip(place("actor-a"), place("actor-b"), strict=True)]
    assert found == pytest.approx(far, abs=0.6)
    assert float(tree.attrib["width"]) == box["width"]


def test_png_has_twice_the_points(visit: Open) -> None:
    """The PNG is the SVG at twice its size, and not empty."""
    page = visit().go()
    tree = drawing(page)
    image = take(page, "png")
    width, height = (int.from_bytes(image[at : at + 4], "big") for at in (16, 20))

    assert image.startswith(b"\x89PNG")
    assert (width, height) == (2 * int(tree.attrib["width"]), 2 * int(tree.attrib["height"]))
    assert len(image) > 30_000


def test_png_of_a_great_window_is_coarser(visit: Open) -> None:
    """Where twice the size is more than browsers allow, the PNG is smaller, and that is said."""
    page = visit(viewport={"width": 3840, "height": 2600}).go()
    image = take(page, "png")
    width, height = (int.from_bytes(image[at : at + 4], "big") for at in (16, 20))

    assert 0.9 * 16_777_216 < width * height <= 16_777_216
    page.wait_for_selector("#takeaway .result p")
    assert "coarser" in text(page, "#takeaway .result")


def test_other_views_say_that_the_picture_is_taken(visit: Open) -> None:
    """In the table a picture of the same claims comes, with a word that it is the picture."""
    page = visit().go("#view=table&off=kind:detains")
    tree = drawing(page)
    ties = {g.get("data-claims") for g in tree.iter(f"{SVG}g")}

    assert "c0006" not in ties
    assert "c0003" in ties
    assert "picture of the same claims" in text(page, "#takeaway .result")


def test_timeline_is_drawn_as_it_is_seen(visit: Open) -> None:
    """The SVG of the timeline has all its rows and marks, each mark with its claim in words."""
    there = visit(color_scheme="dark")
    page = there.go("#view=timeline")
    where = "nodes => nodes.map(node => node.dataset.id)"
    marks = page.eval_on_selector_all("#timeline [data-id]", where)
    tree = drawing(page)
    drawn = [g for g in tree.iter(f"{SVG}g") if "data-claims" in g.attrib]

    assert Counter(g.attrib["data-claims"] for g in drawn) == Counter(marks)
    assert all(g.find(f"{SVG}title") is not None for g in drawn)
    for part in ("Group A", "Coalition C", "2020", "An imagined world", FOOT):
        assert part in said(tree), part
    ground = tree.find(f"{SVG}path")
    assert ground is not None
    assert ground.get("fill") == "#ffffff"
    assert page.evaluate("document.documentElement.dataset.theme") is None
    assert there.said == []


def test_matrix_is_drawn_as_it_is_seen(visit: Open) -> None:
    """The SVG of the matrix names its rows and columns, and counts what its cells count."""
    page = visit().go("#view=matrix")
    words = " ".join(page.locator("#matrix tr").all_inner_texts()).split()
    tree = drawing(page)
    drawn = " ".join(
        element.text or "" for element in tree.findall(f"{SVG}g[@id='picture']//{SVG}text")
    )

    assert Counter("".join(drawn.split())) == Counter("".join(words))
