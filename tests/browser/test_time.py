"""The two clocks: slider, player, fields, comparison, and counts that equal Python's."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from isgraph.dates import Bounds, certainty
from tests.browser.conftest import rows, text, wait

Open = Callable[..., Any]
BOUNDS = Bounds._fields
DAYS = [
    "2003-03-20", "2011-12-31", "2014-06-29", "2017-02-28", "2019-03-23", "2020-02-29",
    "2023-10-01", "2024-10-31", "2024-12-08", "2025-03-18", "2025-11-11", "2027-01-01",
]  # fmt: skip
STAND = """days => [...isgraph.data.claims.values(), ...isgraph.data.facts.values()].map(claim =>
  [claim, days.map(day => isgraph.moments.certainty(claim, day))])"""


def bounds(claim: dict[str, Any]) -> Bounds:
    """Give the bounds of a claim as the page has it."""
    return Bounds(
        *(date.fromisoformat(claim[name]) if claim.get(name) else None for name in BOUNDS)
    )


def count(page: Any, words: str) -> int:
    """Give the number that stands before some words of the counts."""
    tally = page.locator("#standing .tally", has_text=words)
    return int(tally.locator("b").inner_text().replace(",", ""))


def drag(page: Any, name: str, day: str) -> None:
    """Draw a thumb to a day, over three places on the way."""
    box = page.locator("#track").bounding_box()
    thumb = page.locator(f"#thumb-{name}").bounding_box()
    x = box["x"] + box["width"] * page.evaluate("day => isgraph.scale.place(day)", day) + 1
    page.mouse.move(thumb["x"] + thumb["width"] / 2, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(x, box["y"] + 30, steps=3)
    wait(page, "month => location.hash.includes(month)", day[:7])
    page.mouse.up()


def pair(folder: Path, *claims: dict[str, Any]) -> Path:
    """Draw two actors with these claims between them."""
    import networkx as nx

    from isgraph.diagram import draw

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("urn:a", label="Group A")
    network.add_node("urn:b", label="Group B")
    for number, claim in enumerate(claims):
        parts = {"label": "opposes", "family": "hostile"} | claim
        network.add_edge("urn:a", "urn:b", key=f"urn:c{number}", **parts)
    return draw(network).save(folder / "page.html")


def test_certainty_is_the_same_as_in_python(visit: Open, shipped_place: Path) -> None:
    """Every shipped claim, figure and state stands on a day as `isgraph.dates` says."""
    page = visit(shipped_place).go("#view=table")
    stands = page.evaluate(STAND, DAYS)

    assert len(stands) > 500
    for claim, told in stands:
        times = bounds(claim)
        assert [certainty(times, date.fromisoformat(day)) for day in DAYS] == told, claim["id"]


def test_counts_add_up_to_what_the_filters_leave(visit: Open, shipped_place: Path) -> None:
    """The three states of the day are counted as Python counts them, and none is left out."""
    page = visit(shipped_place).go("#view=matrix&on=2024-12-08")
    claims = page.evaluate(
        "[...isgraph.data.claims.values()].filter(c => !c.negated && c.status !== 'denied')"
    )
    stands = [certainty(bounds(claim), date(2024, 12, 8)) for claim in claims]

    assert stands.count("certain") == count(page, "certainly in force")
    assert stands.count("possible") == count(page, "possibly")
    assert stands.count(None) == count(page, "not known to hold")
    assert "On 8 December 2024" in text(page, "#standing")


def test_bars_tell_surely_from_perhaps(visit: Open, tmp_path: Path) -> None:
    """A month is dark for what surely held in it, pale for what may have begun or ended in it."""
    spring = {
        "begin_earliest": date(2020, 3, 1), "begin_latest": date(2020, 5, 31),
        "end_earliest": date(2021, 1, 1), "end_latest": date(2021, 12, 31),
    }  # fmt: skip
    year = dict.fromkeys(BOUNDS[::2], date(2020, 1, 1))
    year |= dict.fromkeys(BOUNDS[1::2], date(2020, 12, 31))
    october = {"begin_latest": date(2020, 10, 31), "end_earliest": date(2020, 10, 1)}
    page = visit(pair(tmp_path, spring, year, october)).go("#view=table")

    counts = page.evaluate("isgraph.scale.tally([...isgraph.data.claims.values()])")
    assert [(month["held"], month["touched"]) for month in counts] == (
        [(0, 1)] * 2
        + [(0, 2)] * 2
        + [(1, 1)] * 5
        + [(2, 1)]
        + [(1, 1)] * 2
        + [(1, 0)]
        + [(0, 1)] * 11
    )
    label = page.locator("#track svg").get_attribute("aria-label")
    assert "3 claims" in label
    assert "Most in October 2020: 2 dark, 1 pale" in label
    box = page.locator("#track").bounding_box()
    place = page.evaluate("isgraph.scale.place('2020-04-15')")
    page.mouse.move(box["x"] + box["width"] * place, box["y"] + 5)
    title = page.locator("#track").get_attribute("title")
    assert title.startswith("April 2020: 0 claims surely held")
    assert "2 more may have" in title


def test_bars_follow_the_legend(visit: Open) -> None:
    """The bars count what the legend leaves, whatever the day is."""
    page = visit().go("#off=status:reported&on=2020-01-01")

    assert "7 claims" in page.locator("#track svg").get_attribute("aria-label")


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("ArrowRight", "2021-05-02"),
        ("ArrowLeft", "2021-04-30"),
        ("ArrowUp", "2021-06-01"),
        ("ArrowDown", "2021-04-01"),
        ("PageDown", "2020-05-01"),
        ("Home", "2020-01-01"),
        ("End", "2021-12-31"),
    ],
)
def test_keys_move_the_day(visit: Open, key: str, day: str) -> None:
    """Arrows step by days and months, Page keys by years, Home and End to the ends."""
    page = visit().go()
    page.focus("#thumb-on")
    page.keyboard.press(key)

    assert f"on={day}" in page.url
    assert page.input_value("#on") == day
    said = page.evaluate("day => isgraph.dates.inWords(day)", day)
    assert page.locator("#thumb-on").get_attribute("aria-valuetext") == said


def test_back_leaps_over_the_steps_of_a_drag(visit: Open) -> None:
    """A thumb that is drawn along steps by months, and “back” goes to where it was before."""
    there = visit()
    page = there.go()
    drag(page, "on", "2020-07-20")

    assert "on=2020-07-01" in page.url
    page.go_back()
    wait(page, "!location.hash")
    assert page.input_value("#on") == "2021-05-01"
    assert there.said == []


def test_finger_draws_the_thumb(visit: Open) -> None:
    """On a phone a finger on the track moves the day."""
    page = visit(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).go()
    page.locator("#track").scroll_into_view_if_needed()
    box = page.locator("#track").bounding_box()
    touch = page.context.new_cdp_session(page)
    for kind, share in (("Start", 0.9), ("Move", 0.5), ("Move", 0.1), ("End", None)):
        at = {"x": box["x"] + box["width"] * (share or 0), "y": box["y"] + 20}
        points = [] if share is None else [at]
        touch.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})

    wait(page, "location.hash.includes('on=2020-0')")


@pytest.mark.parametrize(
    ("written", "day"),
    [("2020", "2020-01-01"), ("2020-11", "2020-11-01"), (" 2020-2-29 ", "2020-02-29")],
)
def test_field_completes_a_day(visit: Open, written: str, day: str) -> None:
    """A year or a month stands for its first day."""
    page = visit().go()
    page.fill("#on", written)
    page.keyboard.press("Enter")

    assert f"on={day}" in page.url
    assert page.input_value("#on") == day


@pytest.mark.parametrize("written", ["2021-02-29", "2020-13", "spring", "20"])
def test_field_says_what_it_cannot_take(visit: Open, written: str) -> None:
    """What is no day is named and stays in the field, and the view stays as it was."""
    page = visit().go()
    page.fill("#on", written)
    page.keyboard.press("Enter")

    assert f"“{written}” is no day" in text(page, "#on-word")
    assert page.input_value("#on") == written
    assert page.locator("#on").get_attribute("aria-invalid") == "true"
    assert "#" not in page.url
    page.fill("#on", "2020")
    page.keyboard.press("Enter")
    assert text(page, "#on-word") == ""


def test_all_days(visit: Open) -> None:
    """The button, or an empty field, shows every claim whenever it held."""
    page = visit().go("#on=2020-01-01&view=table")
    before = rows(page)
    page.click("#on-off")

    assert before == {"c0012"}
    assert "on=all" in page.url
    assert len(rows(page)) == 10
    assert "All days: 10 claims" in text(page, "#standing")
    page.fill("#on", "2020")
    page.keyboard.press("Enter")
    assert rows(page) == before


def test_known_by_is_the_other_clock(visit: Open) -> None:
    """It takes the last day of a year, suggests the days of the documents, and leaves the first."""
    page = visit().go("#view=table")
    page.fill("#known", "2020")
    page.keyboard.press("Enter")

    assert "known-by=2020-12-31" in page.url
    assert rows(page) == set()
    assert page.input_value("#on") == "2021-05-01"
    suggested = page.eval_on_selector_all("#known-days option", "all => all.map(o => o.value)")
    assert suggested == ["2021-05-04"]
    page.fill("#known", suggested[0])
    page.keyboard.press("Enter")
    assert len(rows(page)) == 10
    page.click("#known-off")
    assert "known-by" not in page.url


def test_comparison_with_an_earlier_day(visit: Open) -> None:
    """It counts what began; a day that is not earlier is refused; it can be switched off."""
    page = visit().go()
    page.fill("#since", "2021-06")
    page.keyboard.press("Enter")
    assert "Choose a day before 1 May 2021" in text(page, "#since-word")
    assert "since" not in page.url

    page.fill("#since", "2020")
    page.keyboard.press("Enter")
    assert "since=2020-01-01" in page.url
    assert "Since 1 January 2020: 9 begun, 0 ended" in text(page, "#standing")
    assert page.locator("#thumb-since").is_visible()
    page.focus("#thumb-on")
    page.keyboard.press("Home")
    assert page.input_value("#on") == "2020-01-02"

    page.click("#since-off")
    assert "since" not in page.url
    assert not page.locator("#thumb-since").is_visible()


def test_comparison_without_a_day_takes_the_newest_document(visit: Open) -> None:
    """Where all days are shown, the other day is that of the newest document."""
    page = visit().go("#on=all")
    page.fill("#since", "2020-06-01")
    page.keyboard.press("Enter")

    assert page.input_value("#on") == "2021-05-04"


def test_player_leaps_to_the_next_change(visit: Open) -> None:
    """It steps to the months in which something changes, stops at the last, and back undoes it."""
    there = visit()
    there.page.clock.install()
    page = there.go("#on=2020-01-15")
    days = []
    page.evaluate("isgraph.state.listen(() => (window.days ??= []).push(isgraph.state.current.on))")
    page.click("#play")
    page.clock.run_for(20_000)
    days = page.evaluate("window.days")

    # Begun at the earliest, at the latest, and open after the day that is stated last.
    assert days == ["2020-03-01", "2020-04-01", "2021-06-01"]
    assert page.locator("#play").get_attribute("aria-label") == "Play"
    page.go_back()
    wait(page, "location.hash.includes('on=2020-01-15')")


def test_player_yields_to_the_reader(visit: Open) -> None:
    """A day that the reader chooses stops the player."""
    there = visit()
    there.page.clock.install()
    page = there.go("#on=2020-01-15")
    page.click("#play")
    assert page.locator("#play").get_attribute("aria-label") == "Pause"
    page.focus("#thumb-on")
    page.keyboard.press("Home")
    page.clock.run_for(20_000)

    assert page.input_value("#on") == "2020-01-01"
    assert page.locator("#play").get_attribute("aria-label") == "Play"


def test_without_a_date_there_is_no_clock(visit: Open, tmp_path: Path) -> None:
    """Where no claim has a date, the page has no time bar, and says nothing wrong."""
    there = visit(pair(tmp_path, {}))
    page = there.go("#view=timeline")

    assert not page.locator("#time").is_visible()
    assert there.said == []
