"""Wording: bounds, speakers and citations said in plain English; no data are looked up here."""

from __future__ import annotations

import re
from datetime import date

from isgraph.claims import Claim
from isgraph.dates import in_words
from isgraph.evidence import Evidence
from isgraph.vocab import ISG

TITLE = "isgraph: a cited knowledge graph of the actors around Islamic State"
AUTHOR = "isgraph contributors"

_NEEDS_CARE = re.compile(r"[\\{}$&#^_~%]")


def bounds_in_words(told: Evidence) -> list[tuple[str, str]]:
    """Say between which days a matter begins and ends.

    Examples
    --------
    >>> from isgraph.evidence import tell
    >>> bounds_in_words(tell(tiny)[1])
    [('begins', 'between 1 June 2024 and 30 June 2024'), ('ends', 'on 31 January 2025 or later')]
    """
    begins, ends = ("begins", "ends") if told.modality == "actual" else ("would begin", "would end")
    return [
        (begins, _between(told.begin_earliest, told.begin_latest)),
        (ends, _between(told.end_earliest, told.end_latest)),
    ]


def _between(first: date | None, last: date | None) -> str:
    if first and last:
        if first == last:
            return f"on {_day(first)}"
        return f"between {_day(first)} and {_day(last)}"
    if first:
        return f"on {_day(first)} or later"
    return f"on {_day(last)} or earlier" if last else "at a time not known"


def _day(day: date) -> str:
    return in_words(day.isoformat())


def speaker_in_words(told: Evidence) -> str:
    """Say who speaks where no speaker is named on the claim.

    Examples
    --------
    >>> from isgraph.evidence import tell
    >>> speaker_in_words(tell(tiny)[1])
    'the document, in its own voice'
    """
    if told.status == "asserted":
        return "the document, in its own voice"
    return "no speaker is recorded; the document passes it on"


def denial_in_words(claim: Claim) -> str | None:
    """Say in words that a matter is put as not so, or return None where it is put as so.

    Examples
    --------
    >>> from isgraph.claims import read
    >>> [denial_in_words(claim) for claim in read(tiny)][7]
    'Denied: the speaker says that this is not so.'
    """
    if claim.status == ISG.denied:
        matter = "it is wrong that this is not so" if claim.negated else "this is not so"
        return f"Denied: the speaker says that {matter}."
    return "Negated: the passage says that this is not so." if claim.negated else None


def place_in_words(told: Evidence) -> str:
    """Say where a claim stands in its document.

    Examples
    --------
    >>> from isgraph.evidence import tell
    >>> place_in_words(tell(tiny)[0])
    'section 1, paragraph 1, note 1'
    """
    numbers = list(dict.fromkeys(source.note for source in told.sources if source.note))
    notes = f"note{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
    section = told.section if told.section[:1].isdigit() else f"“{told.section}”"
    parts = (
        f"section {section}" if told.section else "",
        f"paragraph {told.paragraph}" if told.paragraph else "",
        notes if numbers else "",
    )
    return ", ".join(part for part in parts if part)


def plain_citation(title: str, name: str, edition: str) -> str:
    """Return how to cite a page, as a sentence.

    Examples
    --------
    >>> plain_citation("Claim c0001", "https://w3id.org/isgraph/claim/c0001", "of May")
    'isgraph contributors, “Claim c0001”, in isgraph: a cited knowledge graph of the actors around \
Islamic State (edition: of May), https://w3id.org/isgraph/claim/c0001.'
    """
    return f"{AUTHOR}, “{title}”, in {TITLE} (edition: {edition}), {name}."


def bibtex(key: str, title: str, name: str, edition: str, year: str) -> str:
    """Return how to cite a page, as an entry of BibTeX.

    Examples
    --------
    >>> print(bibtex("c0001", "Claim c0001", "https://w3id.org/isgraph/claim/c0001", "of May", ""))
    @misc{isgraph-c0001,
      author = {{isgraph contributors}},
      title = {{Claim c0001}},
      howpublished = {isgraph: a cited knowledge graph of the actors around Islamic State},
      note = {Edition: of May. https://w3id.org/isgraph/claim/c0001}
    }
    """
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{_harmless(title)}}}",
        "howpublished": TITLE,
        "year": year,
        "note": f"Edition: {_harmless(edition)}. {_harmless(name)}",
    }
    lines = ",\n".join(f"  {field} = {{{value}}}" for field, value in fields.items() if value)
    return f"@misc{{isgraph-{re.sub(r'[^a-zA-Z0-9-]', '-', key)},\n{lines}\n}}"


def _harmless(text: str) -> str:
    words = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
    return _NEEDS_CARE.sub(lambda found: words.get(found[0], f"\\{found[0]}"), text)
