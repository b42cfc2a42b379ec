"""A card says how a claim stands and gives its citation; so does the view."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import text

Open = Callable[..., Any]


def test_card_gives_a_citation(visit: Open) -> None:
    """A card opens its citation, which names claim, passage, note, work, edition and day."""
    there = visit(permissions=["clipboard-read", "clipboard-write"])
    page = there.go("#tie=c0006&on=2021-06-01")
    button = page.locator("[data-claim='c0006'] button", has_text="Cite")
    button.click()
    plain, bibtex = (field.input_value() for field in page.locator(".citation textarea").all())

    assert button.get_attribute("aria-expanded") == "true"
    for part in ("c0006", "Force E detains Group B", "alleged", "Statement number 6", "Office X",
                 "An imagined report (report-1)", "section “Overview”", "paragraph 6", "note 6",
                 "A. Writer: Imagined work 6, Press Y", "imagined data 1", "As of 1 June 2021.",
                 "https://w3id.org/isgraph/claim/c0006"):  # fmt: skip
        assert part in plain, part
    assert bibtex.startswith("@misc{isgraph-c0006,\n  author = {{isgraph contributors}},\n")
    assert "url = {https://w3id.org/isgraph/claim/c0006}" in bibtex
    page.click(".citation [aria-label='Copy: As BibTeX']")
    page.wait_for_selector(".citation button >> text=Copied")
    assert page.evaluate("navigator.clipboard.readText()") == bibtex
    button.click()
    assert page.locator(".citation textarea").count() == 0
    assert there.said == []


def test_view_is_cited_without_the_readers_folders(visit: Open) -> None:
    """The citation of a view says what is shown and its link, but not where the file lies."""
    page = visit().go("#focus=actor/a+1&on=2021-06-01&known-by=2021-12-31&hidden=actor/h")
    page.click("#take")
    page.click("#take-cite")
    plain, bibtex = (field.input_value() for field in page.locator(".result textarea").all())

    for part in ("An imagined world", "picture view", "As of 1 June 2021.",
                 "Known by 31 December 2021.", "Only within 1 step of Group A.",
                 "Hidden: Person H.", "imagined data 1",
                 "page.html#focus=actor/a+1&on=2021-06-01"):  # fmt: skip
        assert part in plain, part
    assert "file:" not in plain + bibtex
    assert "url = {page.html#" in bibtex


def test_bibtex_escapes_what_latex_would_read(visit: Open) -> None:
    """Signs of LaTeX in a text are printed as they are, not obeyed, and braces stay balanced."""
    page = visit().go()
    entry = page.evaluate(r"""() => isgraph.cite.claim({
      ...isgraph.model.claims.get('c0001'), id: 'a}, b = {c', paraphrase: '50% & $3_{a}\\x ~ ^ #1',
    }).bibtex""")

    assert entry.startswith("@misc{isgraph-a-b-c,\n")
    assert r"50\% \& \$3\_\{a\}\textbackslash{}x \textasciitilde{} \textasciicircum{} \#1" in entry
    bare = entry.replace(r"\{", "").replace(r"\}", "")
    assert bare.count("{") == bare.count("}")


@pytest.mark.parametrize(
    ("claim", "parts"),
    [
        ("c0001", ["asserted", "since March 2020, still so when written; as of about 2021",
                   "Said by\nOffice X", "Press Y", "published 4 May 2021"]),
        ("c0008", ["planned", "reported"]),
        ("c0011", ["negated: said not to hold", "not supports"]),
        ("c0009", ["denied", "Disputes", "c0010: Person H leads Group A"]),
        ("c0012", ["not stated; as of 4 May 2021"]),
    ],
)  # fmt: skip
def test_card_says_how_a_claim_stands(visit: Open, claim: str, parts: list[str]) -> None:
    """A card names status, modality, negation, time, speaker and publisher apart, disputes."""
    page = visit().go(f"#tie={claim}&refuted=1&on=2021-06-01&past=1")
    card = text(page, f"[data-claim='{claim}']")

    for part in parts:
        assert part in card, part


def test_speaker_of_a_claim_without_one_is_the_document(visit: Open, shipped_place: Any) -> None:
    """A claim that nobody is quoted for is the document's own, and a missing note is said."""
    page = visit(shipped_place).go("#tie=c0005")
    card = text(page, "[data-claim='c0005']")

    assert "Said by\nthe document itself" in card
    assert "Cited work\nlink only" in card
