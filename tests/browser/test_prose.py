"""The text says in sentences what the picture shows, and every sentence has its notes."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import text, wait
from tests.diagram.world import actor

pytestmark = pytest.mark.slow

Open = Callable[..., Any]


@pytest.fixture
def grammar(visit: Open) -> Callable[..., Any]:
    """Ask the page's grammar."""
    page = visit().go()

    def predicate(label: str, **form: bool) -> Any:
        settings = {"negated": False, "plural": False, "wished": False} | form
        return page.evaluate(
            "([label, form]) => isgraph.grammar.predicate(label, 'B', form)", [label, settings]
        )

    return predicate


@pytest.mark.parametrize(
    ("label", "form", "words"),
    [
        ("attacks", {}, "attacks B"),
        ("attacks", {"negated": True}, "does not attack B"),
        ("attacks", {"plural": True}, "attack B"),
        ("attacks", {"plural": True, "negated": True}, "do not attack B"),
        ("trains", {"wished": True}, "train B"),
        ("trains", {"wished": True, "negated": True}, "not train B"),
        ("has office in", {"negated": True}, "does not have office in B"),
        ("touches", {"negated": True}, "does not touch B"),
        ("carries", {"negated": True}, "does not carry B"),
        ("criticises", {"negated": True}, "does not criticise B"),
        ("focuses on", {"negated": True}, "does not focus on B"),
        ("member of", {}, "is a member of B"),
        ("affiliate of", {}, "is an affiliate of B"),
        ("affiliate of", {"plural": True}, "are affiliates of B"),
        ("member of", {"negated": True}, "is not a member of B"),
        ("member of", {"wished": True}, "be a member of B"),
        ("is a member of", {"negated": True}, "is not a member of B"),
        ("located in", {}, "is located in B"),
        ("regards as a threat", {"plural": True}, "regard B as a threat"),
    ],
)
def test_labels_become_verbs(grammar: Any, label: str, form: dict[str, bool], words: str) -> None:
    """Relations are put into sentences as English has them."""
    assert grammar(label, **form) == words


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("militias in Iraq", True),
        ("Islamic State fighters held in Syria", True),
        ("advocates of a departure (not named)", True),
        ("European states", True),
        ("United States", False),
        ("Syrian Democratic Forces", False),
        ("military mission in places", False),
        ("Loss", False),
    ],
)
def test_names_of_many(visit: Open, name: str, plural: bool) -> None:
    """A name that describes many takes the verb of many; a proper name does not."""
    assert visit().go().evaluate("name => isgraph.grammar.many(name)", name) is plural


def test_claims_that_say_the_same_share_a_sentence(visit: Open) -> None:
    """Sentences say status, speaker, quantity, place and time in words, with a note for each."""
    page = visit().go("#view=text&on=all")
    said = re.sub(r"\[\d+\]", "[n]", re.sub(r"\s+", " ", text(page, "#text")))

    for sentence in (
        "Group A attacks Group B "
        "(asserted by Office X, since March 2020, still so when written [n]).",
        "Coalition C supports Force E (asserted by Office X, about 200, since March 2020",
        "Force E detains Group B (alleged by Office X, place: Town F, since March 2020",
        "It is planned that State D trains Force E (reported by Office X,",
        "Group B is located in Town F (assessed by Office X, as of 4 May 2021",
        "State D is a member of Coalition C",
    ):
        assert sentence in said
    assert "Person H leads Group A (reported by Office X" in said
    assert "denied" not in said
    assert "does not support" not in said


def test_refuted_claims_are_never_told_as_facts(visit: Open) -> None:
    """What is denied or negated is so in the verb, not in brackets alone."""
    page = visit().go("#view=text&refuted=1")
    said = text(page, "#text")

    assert "It is denied that Person H leads Group A" in said
    assert "State D does not support Group B" in said


def test_day_is_told(visit: Open) -> None:
    """With a day set, the text says who held on it, and for two days what changed."""
    page = visit().go("#view=text&on=2021-05-04&since=2019-01-01")

    assert "certainly in force, begun since" in text(page, "#text")


def test_notes_link_both_ways(visit: Open) -> None:
    """A mark leads to its note and the note back; the address stays that of the view."""
    page = visit().go("#view=text&on=all")
    notes = page.locator("#text .notes li")
    claims = page.evaluate("isgraph.model.shownClaims.length") + 2

    assert notes.count() == page.locator("[role=doc-noteref]").count() == claims
    note = text(page, "#note-1")
    for part in ("Statement number 4", "An imagined report (report-1)", "published 4 May 2021",
                 "section “Overview”", "paragraph 4", "Imagined work 4", "Press Y", "note 4",
                 "Claim c0004"):  # fmt: skip
        assert part in note, part
    address = page.url
    page.click("#ref-9")
    assert page.evaluate("document.activeElement.id") == "note-9"
    page.click("#note-9 [role=doc-backlink]")
    assert page.evaluate("document.activeElement.id") == "ref-9"
    assert page.url == address


def test_sentences_and_notes_open_their_evidence(visit: Open) -> None:
    """A sentence and a note open the claim, which is then marked in the text."""
    there = visit()
    page = there.go("#view=text&on=all")
    page.click("#text .clause[data-claim='c0006'] >> nth=0")

    assert "tie=c0006" in page.url
    assert "Force E" in text(page, "#evidence h2")
    assert "Force E detains" in text(page, ".clause[aria-current] >> nth=0")
    page.click("#note-1 .clause")
    assert "tie=c0004" in page.url
    assert there.said == []


def test_text_of_an_actor(visit: Open) -> None:
    """A selected actor comes first, with its ties of both directions; a tie leaves its text."""
    page = visit().go(f"#view=text&actor={actor('b')}")
    heads = page.locator("#text article section:not([role]) h3").all_inner_texts()

    assert text(page, "#text h2") == "What the sources say of Group B"
    assert heads == ["Group B", "Force E", "Group A", "State D"]
    page.click("#text .clause >> nth=0")
    assert text(page, "#text h2") == "What the sources say of Group B"
    page.click("#text .sub button")
    assert text(page, "#text h2") == "What the sources say"


def test_text_of_a_path(visit: Open) -> None:
    """A path is told hop by hop."""
    page = visit().go("#view=text&on=all&path=actor/h+actor/e")
    heads = page.locator("#text article section:not([role]) h3").all_inner_texts()

    assert heads[0] == "Step 1: Person H and Group A"
    assert len(heads) == page.evaluate("isgraph.model.paths[0].steps.length")
    assert "Person H leads Group A" in text(page, "#text")


def test_text_by_kind_of_tie(visit: Open) -> None:
    """The same sentences are gathered by family on request."""
    page = visit().go("#view=text&on=all")
    before = sorted(page.locator("#text p .clause").all_inner_texts())
    page.click("[data-by=family]")
    heads = page.locator("#text article section:not([role]) h3").all_inner_texts()

    assert heads[0] == "Hostile acts"
    assert heads[-1] == "Figures and states"
    assert sorted(page.locator("#text p .clause").all_inner_texts()) == before


def test_copy_takes_text_and_notes(visit: Open) -> None:
    """The button copies sentences and notes as plain text."""
    page = visit(permissions=["clipboard-read", "clipboard-write"]).go("#view=text&on=all")
    page.click("text=Copy the text")
    wait(page, "document.getElementById('live').textContent === isgraph.texts.copied")
    copied = page.evaluate("navigator.clipboard.readText()")

    assert "Group A attacks Group B (asserted by Office X" in copied
    assert re.search(r"^\[1\] Statement number \d+ .*Claim c\d{4}\.$", copied, re.MULTILINE)


def test_long_text_comes_in_slices(visit: Open, shipped_place: Path) -> None:
    """Some hundred claims are told at once, and a button brings more, numbered on."""
    page = visit(shipped_place).go("#view=text")
    all_claims = page.evaluate(
        "isgraph.columns.things('tie').length + isgraph.columns.things('fact').length"
    )
    first = page.locator(".notes li").count()

    assert 400 <= first < all_claims
    while page.locator("#text .more").is_visible():
        page.click("#text .more")
    values = page.eval_on_selector_all(".notes li", "notes => notes.map(note => note.value)")
    assert values == list(range(1, all_claims + 1))
