"""The timeline: every claim a mark in the rows of its actors, as dated as it is stated."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import text
from tests.diagram.world import actor, world

pytestmark = pytest.mark.slow

Open = Callable[..., Any]
CROWDED = """() => {
  let clashes = 0;
  for (const row of document.querySelectorAll('.lanes li')) {
    const rooms = [...row.querySelectorAll('.room')].map(room =>
      ['x', 'y', 'width'].map(name => Number(room.getAttribute(name))));
    for (const [x, y, w] of rooms)
      clashes += rooms.filter(([x2, y2]) => y2 === y && x2 > x && x2 < x + w).length;
  }
  return clashes;
}"""


def marks(page: Any) -> set[str]:
    """Give the ids of the claims that have a mark."""
    return set(page.eval_on_selector_all(".mark", "all => all.map(mark => mark.dataset.id)"))


def names(page: Any) -> list[str]:
    """Give the names of the rows."""
    return list(page.eval_on_selector_all(".who .name", "all => all.map(n => n.textContent)"))


def said(page: Any, claim: str) -> str:
    """Give the words of a mark."""
    return str(page.locator(f".mark[data-id='{claim}']").first.get_attribute("aria-label"))


@pytest.fixture(scope="module")
def eventful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the imagined world with an event, an undated claim, and one that has ended."""
    from isgraph.diagram import draw

    network = world()
    edges = {key: claim for _, _, key, claim in network.edges(keys=True, data=True)}
    by_id = {claim["id"]: claim for claim in edges.values()}
    by_id["c0001"]["occurrences"] = ["Battle of Town F"]
    by_id["c0002"].update(dict.fromkeys(("begin_earliest", "begin_latest", "end_earliest")))
    by_id["c0002"].update(valid_time=None, as_of=None)
    by_id["c0004"].update(valid_time="2020-03/2020-06", end_earliest=date(2020, 6, 1))
    by_id["c0004"].update(end_latest=date(2020, 6, 30))
    return draw(network).save(tmp_path_factory.mktemp("eventful") / "page.html")


def test_each_claim_stands_with_both_its_actors(visit: Open) -> None:
    """The marks are the claims that are shown; a tie has one in the row of either end."""
    there = visit()
    page = there.go("#view=timeline")

    assert marks(page) == set(page.evaluate("isgraph.model.shownClaims.map(claim => claim.id)"))
    assert page.locator(".mark[data-id='c0001']").count() == 2
    assert names(page)[0] == "Group B"
    assert there.said == []


def test_marks_follow_the_legend(visit: Open) -> None:
    """A kind of claim that is switched off has no mark, and comes back in its place."""
    page = visit().go("#view=timeline")
    before = page.eval_on_selector_all(".mark", "all => all.map(mark => mark.dataset.id)")
    page.evaluate("isgraph.state.change({ off: new Set(['status:reported']) })")

    assert set(before) - marks(page) == {"c0002", "c0008", "c0010"}
    page.evaluate("isgraph.state.change({ off: new Set() })")
    again = page.eval_on_selector_all(".mark", "all => all.map(mark => mark.dataset.id)")
    assert again == before


def test_marks_are_as_dated_as_the_claims(visit: Open, eventful: Path) -> None:
    """Certain time is thick, possible time thin, an end not stated an arrow, a day a head alone."""
    page = visit(eventful).go("#view=timeline&on=all")
    parts = {
        claim: [page.locator(f".mark[data-id='{claim}']").first.locator(part).count()
                for part in (".certain", ".possible", ".end")]
        for claim in ("c0001", "c0004", "c0007", "c0012")
    }  # fmt: skip

    assert parts == {
        "c0001": [1, 1, 1],
        "c0004": [1, 1, 0],
        "c0007": [0, 1, 1],
        "c0012": [0, 0, 0],
    }
    core = page.locator(".mark[data-id='c0004'] .certain").first
    ends = [float(core.get_attribute(name)) for name in ("x1", "x2")]
    place = "d => isgraph.scale.place(d) * document.querySelector('.lanes li > svg').clientWidth"
    assert ends == pytest.approx(
        [page.evaluate(place, day) for day in ("2020-03-31", "2020-06-02")], abs=1.5
    )


def test_words_of_a_mark(visit: Open, eventful: Path) -> None:
    """A mark says claim, status, modality, time, event and how it stands on the day."""
    page = visit(eventful).go("#view=timeline&past=1&refuted=1")

    for part in ("Group A attacks Group B; asserted; since March 2020", "event: Battle of Town F",
                 "certainly in force"):  # fmt: skip
        assert part in said(page, "c0001"), part
    assert "not known to hold on the day" in said(page, "c0004")
    assert page.locator(".mark.past[data-id='c0004']").count() == 2
    assert "reported, planned" in said(page, "c0008")
    assert page.locator(".mark[data-id='c0008'] text").first.text_content() == "planned"
    assert page.locator(".mark[data-id='c0011'] .crossed").count() == 2


def test_undated_claims_are_counted_not_drawn(visit: Open, eventful: Path) -> None:
    """A claim without a stated time gets no place on the axis, but a word."""
    page = visit(eventful).go("#view=timeline&on=all")

    assert "c0002" not in marks(page)
    assert "1 claim without a stated time" in text(page, "#timeline .words")


def test_everything_by_keyboard(visit: Open) -> None:
    """Tab comes to the marks, arrows move among them and the rows, Enter opens the evidence."""
    there = visit()
    page = there.go("#view=timeline&on=all")
    page.focus("#timeline summary")
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.lanes') !== null"):
            break
    assert page.evaluate("document.activeElement.dataset.actor") == actor("b")
    page.keyboard.press("ArrowRight")
    claim = page.evaluate("document.activeElement.dataset.id")
    assert text(page, "#timeline .tip") == said(page, claim)
    page.keyboard.press("ArrowDown")
    row = "document.activeElement.closest('li').querySelector('.name').textContent"
    assert page.evaluate(row) == names(page)[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.dataset.actor") == actor("b")
    page.keyboard.press("ArrowRight")
    claim = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("Enter")

    assert f"tie={claim}" in page.url
    assert page.locator(f".mark.chosen[data-id='{claim}']").count() == 2
    assert "Statement number" in text(page, "#evidence")
    assert there.said == []


def test_an_actor_has_its_own_lanes(visit: Open) -> None:
    """A selected actor's rows are its figures and the others; a tie opened there keeps them."""
    page = visit().go("#view=timeline&on=all")
    page.locator(".who", has_text="Group A").click()

    assert "Ties of Group A" in text(page, "#timeline .words")
    assert names(page) == ["Figures and states", "Group B", "Person H"]
    assert {"c0021", "c0022"} < marks(page)
    page.locator(".mark[data-id='c0003'] .room").click()
    assert "tie=c0003" in page.url
    assert names(page) == ["Figures and states", "Group B", "Person H"]
    page.click("text=Rows of all actors")
    assert len(names(page)) == 7


def test_day_is_a_line_and_says_what_it_hides(visit: Open) -> None:
    """The day stands in the axis; what is not known to hold then is counted, shown on request."""
    page = visit().go("#view=timeline&on=2020-01-15&since=2020-01-05")

    assert marks(page) == {"c0012"}
    days = page.locator(".head .day").all_text_contents()
    assert days == ["5 January 2020", "15 January 2020"]
    assert page.locator(".grid line.on").count() == 1
    page.click("text=Show 9 more")
    assert len(marks(page)) == 10
    assert page.locator(".mark.past").count() == 18


def test_marks_do_not_overlap(visit: Open, shipped_place: Path) -> None:
    """In the shipped graph no mark lies over another of its lane, narrow or wide."""
    there = visit(shipped_place)
    page = there.go("#view=timeline")

    assert page.locator(".mark").count() > 1000
    assert page.evaluate(CROWDED) == 0
    page.get_by_role("button", name="Wider axis").click()
    assert page.evaluate(CROWDED) == 0
    assert there.said == []


def test_wider_axis_keeps_names_and_head_in_sight(visit: Open) -> None:
    """A wider axis scrolls sideways under the names, and down under the years."""
    page = visit(viewport={"width": 390, "height": 844}).go("#view=timeline")
    for _ in range(2):
        page.get_by_role("button", name="Wider axis").click()
    scroller = page.locator(".scroller")
    scroller.evaluate("e => e.scrollTo(e.scrollWidth, e.scrollHeight)")
    box = scroller.bounding_box()

    assert page.locator(".who").last.bounding_box()["x"] == pytest.approx(box["x"], abs=4)
    assert page.locator(".head").bounding_box()["y"] == pytest.approx(box["y"], abs=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_selected_tie_is_brought_into_view(visit: Open, shipped_place: Path) -> None:
    """A tie that was chosen elsewhere is marked, and its row is scrolled to."""
    page = visit(shipped_place).go("#tie=c0003")
    page.click("#view-timeline")
    mark = page.locator(".mark.chosen").first
    inside = page.locator(".scroller").bounding_box()
    box = mark.bounding_box()

    assert mark.get_attribute("data-id") == "c0003"
    assert inside["y"] < box["y"] < inside["y"] + inside["height"]
