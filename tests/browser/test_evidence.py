"""Evidence: overview, actors, lines, figures and states; conflicting claims beside each other."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from isgraph.analysis.conflicts import SORTS
from tests.browser.conftest import text
from tests.diagram.world import actor, claim, world

Open = Callable[..., Any]

CARDS = "cards => cards.map((card) => card.dataset.claim)"


def conflict(sort: str, *ids: str) -> Any:
    """Make what `isgraph.conflicts` gives, as far as the page reads it."""
    one, other = [*[SimpleNamespace(id=name) for name in ids], None][:2]
    return SimpleNamespace(sort=sort, one=one, other=other)


@pytest.fixture(scope="module")
def contested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw a world with conflicts of ties and of figures, and with many states."""
    from isgraph.diagram import draw

    network = world()
    network.graph["facts"][actor("b")] = [
        claim(
            31 + number,
            label=label,
            kind=label,
            status="asserted",
            modality="actual",
            text=f"Group B {label} {number}",
            published="2030-01-01" if number == 5 else "2021-05-04",
        )
        for number, label in enumerate(["fighters", "deaths", "fighters", "members", "fighters"], 1)
    ]
    found = [
        conflict("numbers", "c0032", "c0036"),
        conflict("numbers", "c0032", "c0034"),
        conflict("signs", "c0001", "c0003"),
        conflict("dates", "c0006"),
        conflict("denied", "c0001", "c9999"),
    ]
    return draw(network, conflicts=found).save(tmp_path_factory.mktemp("contested") / "page.html")


def shown(page: Any, selector: str) -> list[str]:
    """Give the ids of the claims whose cards are there."""
    ids: list[str] = page.eval_on_selector_all(f"{selector} .card", CARDS)
    return ids


def test_overview_counts_and_names_the_day(visit: Open) -> None:
    """With nothing selected: how much is shown, of which day, and the most connected actors."""
    page = visit().go()
    evidence = text(page, "#evidence")

    assert "claims shown" in evidence
    assert "1 May 2021" in evidence
    first = page.locator("#evidence .list").first.locator(".item").first
    assert first.inner_text().split() == ["Group", "B", "6"]
    first.click()
    assert text(page, "#evidence h2") == "Group B"


def test_overview_lists_conflicts_by_sort(visit: Open, contested: Path) -> None:
    """Conflicts are counted by sort, open beside each other, and those not on the page counted."""
    page = visit(contested).go()
    evidence = text(page, "#evidence")
    assert "Conflicting claims (5)" in evidence
    assert "1 more concerns claims that are not on this page" in evidence
    fold = page.locator("#evidence .fold", has_text=SORTS["numbers"][1:])
    assert fold.locator("summary .count").inner_text() == "2"
    fold.locator("summary").click()
    fold.locator(".item").first.click()

    assert "tie=c0032" in page.url
    assert "Shown together, without a verdict" in text(page, "#evidence")


def test_every_sort_of_conflict_has_its_words(visit: Open) -> None:
    """The page knows the sorts that the search for conflicts knows, in the same order."""
    page = visit().go()

    assert page.evaluate("Object.entries(isgraph.texts.conflictSorts)") == [
        [sort, meaning[0].upper() + meaning[1:]] for sort, meaning in SORTS.items()
    ]


def test_what_a_claim_disputes_stands_beside_it(visit: Open) -> None:
    """A denial and what it denies are shown together, from either of the two."""
    for name in ("c0009", "c0010"):
        page = visit().go(f"#tie={name}")

        assert set(shown(page, "#evidence .conflict")) == {"c0009", "c0010"}
        assert sorted(shown(page, "#evidence")) == ["c0009", "c0010"]
        assert "One claim disputes the other" in text(page, "#evidence")


@pytest.mark.parametrize(("width", "beside"), [(1440, True), (390, False)])
def test_conflicting_cards_are_side_by_side(
    visit: Open, contested: Path, width: int, beside: bool
) -> None:
    """Where there is room they stand in one row, on a phone under each other."""
    there = visit(contested, viewport={"width": width, "height": 900})
    page = there.go("#tie=c0001")
    one, other = (card.bounding_box() for card in page.locator("#evidence .beside .card").all())

    assert (one["y"] == other["y"]) is beside
    assert (one["x"] == other["x"]) is not beside
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert there.said == []


def test_claim_that_cannot_hold_by_itself(visit: Open, contested: Path) -> None:
    """Of a conflict with one claim its meaning is said, with the one card."""
    page = visit(contested).go("#tie=c0006")

    assert shown(page, "#evidence") == ["c0006"]
    assert "after the day on which the document came out" in text(page, "#evidence .conflict")


def test_conflicts_of_figures_are_joined(visit: Open, contested: Path) -> None:
    """Three figures of which one conflicts with two stand together, and the pairs are named."""
    page = visit(contested).go("#tie=c0032")

    assert set(shown(page, "#evidence .conflict")) == {"c0032", "c0034", "c0036"}
    assert "c0032 – c0036" in text(page, "#evidence .conflict")
    assert text(page, "#evidence h2") == "Group B"


def test_conflict_is_not_known_before_it_is_published(visit: Open, contested: Path) -> None:
    """By a day before one of the two came out, there is no conflict to show."""
    page = visit(contested).go("#known-by=2025-01-01")
    assert "Conflicting claims (4)" in text(page, "#evidence")
    page = visit(contested).go("#known-by=2025-01-01&tie=c0032")

    assert set(shown(page, "#evidence .conflict")) == {"c0032", "c0034"}


def test_many_states_are_folded_under_their_kinds(visit: Open, contested: Path) -> None:
    """Figures and states are counted by kind; a kind opens its cards."""
    page = visit(contested).go("#actor=actor/b")
    folds = page.locator("#evidence .fold summary").all_inner_texts()
    assert [" ".join(fold.split()) for fold in folds[:3]] == ["deaths 1", "fighters 3", "members 1"]
    assert shown(page, "#evidence") == []
    page.locator("#evidence .fold summary", has_text="fighters").first.click()
    page.wait_for_selector("#evidence .card")

    assert shown(page, "#evidence") == ["c0032", "c0034", "c0036"]
    assert "Conflicting claims (4)" in text(page, "#evidence")


def test_figure_has_a_panel_of_its_own(visit: Open) -> None:
    """A figure opens by its id, with its card, and leads to its actor."""
    there = visit()
    page = there.go("#tie=c0021")
    evidence = text(page, "#evidence")

    assert "Strength: 1,000 to 2,000 fighters" in evidence
    assert "paragraph 21" in evidence
    page.locator("#evidence .ends button").click()
    assert text(page, "#evidence h2") == "Group A"
    assert there.said == []


def test_chosen_claim_comes_first(visit: Open) -> None:
    """Of a line with several claims the one that was asked for is on top."""
    page = visit().go("#tie=c0002")

    assert shown(page, "#evidence") == ["c0002", "c0001"]


def test_hidden_claim_says_so(visit: Open) -> None:
    """A claim that the filters hide is still shown when it is asked for, with a word."""
    page = visit().go("#tie=c0006&off=status:alleged")

    assert "Hidden by the filters" in text(page, "#evidence")
    assert shown(page, "#evidence") == ["c0006"]


def test_arrow_keys_reach_the_ties(visit: Open) -> None:
    """From the head of an actor's panel an arrow leads to the first tie, and on to the next."""
    page = visit().go()
    page.evaluate("(id) => isgraph.evidence.go({ type: 'actor', id })", actor("a"))
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert first.startswith("→ attacks")
    assert second != first
    assert "tie=" in page.url
