"""Focus: what narrows the view is chosen at an actor, shown over the picture, and taken back."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import rows, spot, text, wait
from tests.diagram.world import actor

Open = Callable[..., Any]

SHOWN = "isgraph.model.shownActors.map((actor) => actor.label)"
PLACE = "(id) => { const { x, y } = isgraph.model.actors.get(id); return [x, y]; }"


def button(page: Any, name: str) -> Any:
    """Give the button of this name."""
    return page.get_by_role("button", name=name, exact=True)


@pytest.mark.parametrize(
    ("steps", "near"),
    [
        (1, {"Town F", "Group B"}),
        (2, {"Town F", "Group B", "Group A", "Force E", "State D"}),
        (3, {"Town F", "Group B", "Group A", "Force E", "State D", "Coalition C", "Person H"}),
    ],
)
def test_neighbourhood_by_steps(visit: Open, steps: int, near: set[str]) -> None:
    """One, two or three steps around an actor, and then all again."""
    page = visit().go("#actor=actor/f")
    before = page.evaluate(SHOWN)
    button(page, f"Show only what is within {steps} step{'s' * (steps > 1)} of Town F").click()

    assert set(page.evaluate(SHOWN)) == near
    assert f"focus=actor/f+{steps}" in page.url
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    button(page, "Show all actors").click()
    assert set(page.evaluate(SHOWN)) == set(before)
    assert "focus=" not in page.url


def test_hidden_actors_come_back_singly(visit: Open) -> None:
    """Hidden actors take their ties along; each is listed over the picture and comes back alone."""
    page = visit().go("#actor=actor/a&view=table")
    before = rows(page)
    button(page, "Hide Group A and its ties").click()
    assert rows(page) == before - {"c0001", "c0002", "c0003", "c0010"}
    assert button(page, "Remove: Hidden: Group A").count() == 1
    page.evaluate("(id) => isgraph.evidence.go({ type: 'actor', id })", actor("f"))
    button(page, "Hide Town F and its ties").click()
    page.click("#focus summary")
    button(page, "Bring back Group A").click()

    assert rows(page) == before - {"c0012"}
    button(page, "Remove: Hidden: Town F").click()
    assert rows(page) == before
    assert page.locator("#focus").inner_text() == ""


def test_all_hidden_actors_come_back_at_once(visit: Open) -> None:
    """One cross brings back all of a sort."""
    page = visit().go("#hidden=actor/a+actor/f&view=table")
    button(page, "Remove all: 2 hidden").click()

    assert {"c0001", "c0012"} <= rows(page)
    assert "hidden=" not in page.url


def test_pin_keeps_a_place_and_unpin_gives_it_back(visit: Open) -> None:
    """A pinned actor stands in the address and the bar; unpinned it goes where it belongs."""
    page = visit().go("#actor=actor/a")
    home = page.evaluate(PLACE, actor("a"))
    button(page, "Pin Group A to its place, in this view and in its link").click()
    assert f"actor/a@{round(home[0])}@{round(home[1])}" in page.url
    assert "Pinned or moved: Group A" in text(page, "#focus")

    page = visit().go("#actor=actor/a&moved=actor/a@7@9")
    assert page.evaluate(PLACE, actor("a")) == [7, 9]
    page.get_by_role("button", name="Unpin Group A").click()
    assert page.evaluate(PLACE, actor("a")) == home
    assert "moved=" not in page.url
    assert page.locator("[data-pin]").inner_text() == "Pin"


def test_zoom_shows_the_ties(visit: Open) -> None:
    """From any view and from anywhere, the picture comes to an actor and all it is tied to."""
    page = visit().go("#actor=actor/f&view=table")
    page.evaluate("isgraph.picture.network.moveTo({ position: { x: 9999, y: 0 }, scale: 5 })")
    button(page, "Zoom to these ties").click()
    box = page.locator("#canvas").bounding_box()
    places = [spot(page, "actor", actor(name)) for name in "fb"]

    assert "view=table" not in page.url
    assert all(0 < x - box["x"] < box["width"] for x, _ in places)
    assert all(0 < y - box["y"] < box["height"] for _, y in places)


def test_path_to_an_alias_by_keyboard(visit: Open) -> None:
    """The other end is found by any of its names, without accents, and Enter shows the path."""
    there = visit()
    page = there.go("#actor=actor/c")
    page.get_by_role("combobox", name="Path from Coalition C").focus()
    page.keyboard.type("jama'at")
    assert "also Jamāʿat A" in text(page, ".suggest")
    page.keyboard.press("Enter")

    assert "path=actor/c+actor/a" in page.url
    assert page.evaluate("document.activeElement.textContent") == "Coalition C – Group A"
    assert there.said == []


def test_path_field_offers_neither_itself_nor_claims(visit: Open) -> None:
    """What cannot be the end of a path is not suggested."""
    page = visit().go("#actor=actor/a")
    page.fill("#path-to", "group")

    assert page.locator("#path-ends li").all_inner_texts()[0].startswith("Group B")
    assert page.locator("#path-ends li").count() == 1


def test_bar_names_all_that_narrows_the_view(visit: Open) -> None:
    """Focus, path, hidden and moved actors each have a chip, whose button says what it does."""
    page = visit().go(
        "#focus=actor/b+2&path=actor/a+actor/e&hidden=actor/g+actor/h&moved=actor/a@1@2"
    )

    for name in (
        "Remove: Group B, 2 steps", "Remove: Path: Group A – Force E", "Remove all: 2 hidden",
        "Remove: Pinned or moved: Group A",
    ):  # fmt: skip
        assert button(page, name).count() == 1, name


def test_bar_by_keyboard(visit: Open) -> None:
    """After a chip is gone the next has the focus, and Escape closes a list before all else."""
    page = visit().go("#actor=actor/b&focus=actor/b+2&hidden=actor/g+actor/h")
    button(page, "Remove: Group B, 2 steps").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "2 hidden"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Bring back")
    page.keyboard.press("Escape")

    assert page.locator("#focus details[open]").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "2 hidden"
    assert "actor=actor/b" in page.url


def test_way_back_undoes_a_step(visit: Open) -> None:
    """The browser's own button takes back what narrowed the view."""
    page = visit().go("#actor=actor/f")
    button(page, "Show only what is within 1 step of Town F").click()
    page.go_back()
    wait(page, "!location.hash.includes('focus')")

    assert len(page.evaluate(SHOWN)) > 2
    assert text(page, "#focus") == ""


def test_open_camps_are_folded_again(
    visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folded picture the bar lists the camps that are open, and folds them."""
    from tests.diagram.world import world

    module = importlib.import_module("isgraph.diagram.draw")
    monkeypatch.setattr(module, "FOLD_FROM", 3)
    place = module.draw(world()).save(tmp_path / "folded.html")
    page = visit(place).go()
    camp = page.evaluate("[...isgraph.model.groups.keys()][0]")
    folded = page.evaluate(SHOWN)
    page.evaluate("(id) => isgraph.evidence.go({ type: 'actor', id })", camp)
    page.locator("#evidence button", has_text="Show its").click()
    assert f"open={camp}" in page.url
    page.locator("#focus button").click()

    assert page.evaluate(SHOWN) == folded
    assert "open=" not in page.url
