"""Locators, notes, mentions and paraphrases held against the texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from isgraph.claims import Claim, offsets, read
from isgraph.entities import entity
from isgraph.errors import LocatorError
from isgraph.sources.documents import documents, file_of, text_of
from isgraph.sources.text import Text
from isgraph.store import Store
from isgraph.terms import Iri
from isgraph.vocab import ISG

_SHARED_WORDS = 6


class Fault(NamedTuple):
    """A claim or document that does not fit its text."""

    rule: str
    focus: str
    message: str


def verify(
    store: Store, folder: Path | None = None, only: Iterable[Claim] | None = None
) -> list[Fault]:
    """Hold passages, notes, mentions and paraphrases against the texts.

    Parameters
    ----------
    only
        Look at these claims alone; then only the texts of their own documents
        have to be at hand.

    Raises
    ------
    LocatorError
        If a text that is needed is not at hand.

    Examples
    --------
    >>> verify(Store())
    []
    """
    claims = read(store) if only is None else list(only)
    named = {store.text(claim.passage, ISG.inDocument) for claim in claims}
    texts = {}
    faults = []
    for iri in documents(store):
        is_at_hand = file_of(store, iri, folder) is not None
        if only is not None and not is_at_hand and iri not in named:
            continue
        try:
            texts[iri] = text_of(store, iri, folder)
        except LocatorError as error:
            if not is_at_hand:
                raise
            faults.append(Fault("digest", iri.slug, str(error)))
    located = store.match(None, ISG.inDocument) if only is None else iter(())
    for passage, _, document_iri in located:
        if document_iri in texts and isinstance(document_iri, Iri):
            if store.text(passage, ISG.charStart) is not None:
                faults += _verify_passage(store, passage, texts[document_iri])
            else:
                faults += _verify_note(store, passage, texts[document_iri])
    shared = set().union(*(_runs(_words(text.text)) for text in texts.values())) if texts else set()
    for claim in claims:
        document_name = store.text(claim.passage, ISG.inDocument)
        if document_name in texts:
            faults += _verify_claim(store, claim, texts[Iri(document_name)])
            faults += _verify_paraphrase(store, claim, shared)
    return sorted(faults, key=lambda fault: (fault.rule, fault.focus))


def _verify_passage(store: Store, passage: Iri, text: Text) -> list[Fault]:
    start, end = offsets(store, passage)
    try:
        place = text.at(start, end)
    except LocatorError as error:
        return [Fault("locator", passage.slug, str(error))]
    section, paragraph = store.text(passage, ISG.section), store.text(passage, ISG.paragraph)
    if section != place.section or paragraph != (place.paragraph and str(place.paragraph)):
        return [
            Fault(
                "section",
                passage.slug,
                f"{start}-{end} stands in {place.section}, paragraph {place.paragraph}, "
                f"not in {section}, paragraph {paragraph}",
            )
        ]
    return []


def _verify_note(store: Store, citation: Iri, text: Text) -> list[Fault]:
    number = store.text(citation, ISG.noteNumber)
    if number is None:
        return []
    markers = [found for found, _ in text.markers if found == int(number)]
    if int(number) not in text.entries or len(markers) != 1:
        has = "an entry" if int(number) in text.entries else "no entry"
        message = f"note {number} has {has} and {len(markers)} markers in the text"
        return [Fault("note", citation.slug, message)]
    return []


def _verify_claim(store: Store, claim: Claim, text: Text) -> list[Fault]:
    faults = []
    start, end = offsets(store, claim.passage)
    marked = text.notes_between(start, end + 1)
    for citation in claim.citations:
        number = store.text(citation, ISG.noteNumber)
        if number and int(number) not in marked:
            faults.append(
                Fault(
                    "note-outside",
                    claim.id.slug,
                    f"cites note {number}, whose marker is outside its passage {start}-{end}; "
                    "extend the passage to the marker",
                )
            )
    passage = _fold_words(text.text[start:end])
    ends = [(claim.subject, claim.subject_mention, "subject")]
    if claim.object is not None:
        ends.append((claim.object, claim.object_mention, "object"))
    for iri, reason, name in ends:
        thing = entity(store, iri)
        is_named = any(
            f" {_fold_words(word)} " in f" {passage} " for word in (thing.label, *thing.aliases)
        )
        if not is_named and reason is None:
            faults.append(
                Fault(
                    "mention",
                    claim.id.slug,
                    f"its {name} {thing.label!r} is not named in the passage {start}-{end}; "
                    f"add an alias, another passage, or a reason in {name}Mention",
                )
            )
    return faults


def _verify_paraphrase(store: Store, claim: Claim, shared: set[tuple[str, ...]]) -> list[Fault]:
    faults = []
    for words in (claim.paraphrase, claim.note or ""):
        for run in sorted(_runs(_words(words)) & shared):
            faults.append(
                Fault(
                    "overlap",
                    claim.id.slug,
                    f"shares {_SHARED_WORDS} words in a row with a source: "
                    f"{' '.join(run)!r}; say it in other words",
                )
            )
            break
    return faults


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _fold_words(text: str) -> str:
    return " ".join(_words(text))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + _SHARED_WORDS]) for i in range(len(words) - _SHARED_WORDS + 1)}
