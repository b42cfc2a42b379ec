"""Coverage: which parts of the documents carry claims, and what may have been overlooked."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from itertools import dropwhile
from typing import NamedTuple

from isgraph.claims import offsets, read
from isgraph.entities import entities, fold
from isgraph.rows import Rows
from isgraph.sources import Text, documents, text_of
from isgraph.store import Store
from isgraph.terms import Iri
from isgraph.vocab import ISG

_NAME = re.compile(
    r"\b(?:[A-ZÀ-Þ][\w’'-]*|[A-Z]{2,})(?:[ -](?:(?:al|el|of|the|for|and|in)[ -])*[A-ZÀ-Þ][\w’'-]*)*"
)
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?=\d|\w\.)[^.!?]*)*[.!?]?")
_ONLY_A_START = 2
_NO_NAMES = {*calendar.month_name, "In", "The", "As", "To", "For", "Both", "Following", "By", "of"}


class Coverage(NamedTuple):
    """What of the documents is in the graph; all four are rows."""

    paragraphs: Rows
    notes: Rows
    names: Rows
    sentences: Rows

    def __str__(self) -> str:
        parts = (
            (self.paragraphs, "Claims that rest on each section"),
            (self.notes, "Notes that no claim cites"),
            (self.names, "Capitalised names that resolve to no entity"),
            (self.sentences, "Sentences that name two actors and carry no claim"),
        )
        return "\n\n".join(f"{title} ({len(rows)})\n\n{rows}" for rows, title in parts)


def coverage(store: Store) -> Coverage:
    """Hold the claims against the texts, to find what is missing.

    Returns
    -------
    Coverage
        `paragraphs`: a row per section, with the paragraphs that carry no
        claim; `notes`: notes cited by no claim; `names`: with how often they
        stand; `sentences`: given by their offsets, never by their text.

    Raises
    ------
    LocatorError
        If a text is not at hand.

    Examples
    --------
    >>> from isgraph.store import Store
    >>> len(coverage(Store()).notes)
    0
    """
    known = _names(store)
    found: tuple[list[tuple[str | int | None, ...]], ...] = ([], [], [], [])
    claims = read(store)
    cited = {citation for claim in claims for citation in claim.citations}
    spans: dict[Iri, list[tuple[int, int]]] = defaultdict(list)
    for claim in claims:
        document = store.text(claim.passage, ISG.inDocument)
        spans[Iri(document or "")].append(offsets(store, claim.passage))
    for iri in documents(store):
        text = text_of(store, iri)
        found[0].extend(_sections(iri.slug, text, spans[iri]))
        found[1].extend(_notes(store, iri, text, cited))
        found[2].extend(_unknown(iri.slug, text, set(known)))
        found[3].extend(_bare_sentences(iri.slug, text, spans[iri], known))
    return Coverage(
        Rows(("document", "section", "claims", "paragraphs", "without"), found[0]),
        Rows(("document", "note", "works"), found[1]),
        Rows(("document", "name", "times", "first"), found[2]),
        Rows(("document", "section", "paragraph", "passage", "actors"), found[3]),
    )


def _names(store: Store) -> dict[str, Iri]:
    """Return every label and alias, folded, with its entity; places come last."""
    rooms = ("work", "instrument", "event", "place", "actor")
    return {
        fold(name): thing.iri
        for room in rooms
        for thing in entities(store, room)
        for name in (thing.label, *thing.aliases)
    }


def _sections(
    name: str, text: Text, spans: list[tuple[int, int]]
) -> list[tuple[str | int | None, ...]]:
    sections: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    for start, _ in spans:
        counts[text.block_at(start).section] += 1
    for block in text.blocks:
        if block.paragraph:
            is_covered = any(start < block.end and block.start < end for start, end in spans)
            sections[block.section].append((block.paragraph, is_covered))
    return [
        (
            name,
            section,
            counts[section],
            len(paragraphs),
            " ".join(str(number) for number, is_covered in paragraphs if not is_covered),
        )
        for section, paragraphs in sections.items()
    ]


def _notes(
    store: Store, iri: Iri, text: Text, cited: set[Iri]
) -> list[tuple[str | int | None, ...]]:
    numbered: dict[int, list[Iri]] = defaultdict(list)
    for citation, _, _ in store.match(None, ISG.inDocument, iri):
        if number := store.text(citation, ISG.noteNumber):
            numbered[int(number)].append(citation)
    return [
        (iri.slug, number, ", ".join(store.text(c, ISG.work) or "" for c in numbered[number]))
        for number in sorted(text.entries)
        if not cited.intersection(numbered[number])
    ]


def _unknown(name: str, text: Text, known: set[str]) -> list[tuple[str | int | None, ...]]:
    seen: dict[str, list[int]] = defaultdict(list)
    for block in text.blocks:
        if not block.is_note and block.paragraph:
            line = text.text[block.start : block.end]
            for match in _NAME.finditer(line):
                words = match[0].removesuffix("’s").removesuffix("'s").split()
                found = " ".join(dropwhile(_NO_NAMES.__contains__, words))
                is_start = match.start() <= _ONLY_A_START or line[match.start() - 2] in ".?!“"
                if len(found) > 3 and not (is_start and " " not in found):
                    seen[found].append(block.start + match.start())
    return [
        (name, found, len(places), places[0])
        for found, places in seen.items()
        if fold(found) not in known and not _parts_known(found, known)
    ]


def _parts_known(found: str, known: set[str]) -> bool:
    words = fold(found).split()
    return any(
        " ".join(words[i:j]) in known
        for i in range(len(words))
        for j in range(len(words), i, -1)
        if j - i >= max(1, len(words) - 2)
    )


def _bare_sentences(
    name: str, text: Text, spans: list[tuple[int, int]], known: dict[str, Iri]
) -> list[tuple[str | int | None, ...]]:
    actors = {words: iri for words, iri in known.items() if "/actor/" in iri and len(words) > 1}
    rows: list[tuple[str | int | None, ...]] = []
    for block in text.blocks:
        if block.is_note or not block.paragraph:
            continue
        for match in _SENTENCE.finditer(text.text, block.start, block.end):
            if any(start < match.end() and match.start() < end for start, end in spans):
                continue
            words = f" {fold(match[0])} "
            named = {iri.slug for alias, iri in actors.items() if f" {alias} " in words}
            if len(named) > 1:
                passage = f"{match.start()}-{match.end()}"
                rows.append(
                    (name, block.section, block.paragraph, passage, ", ".join(sorted(named)))
                )
    return rows
