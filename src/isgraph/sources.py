"""Documents and their texts: where a phrase stands, and whether locators hold; keeps no text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from isgraph.claims import Claim, offsets, read
from isgraph.entities import entity
from isgraph.errors import LocatorError, NameNotFoundError
from isgraph.files import sources_path
from isgraph.rows import Rows
from isgraph.store import Store
from isgraph.terms import DCTERMS, PREFIXES, RDF, Iri
from isgraph.vocab import ISG

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(r"[⁰¹²³⁴-⁹]+")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)(?: +(\S.*))?")
_LONGEST_PASSAGE = 2500
_SHARED_WORDS = 6
_WORKS_OF_NOTE = """SELECT ?document ?number ?title {
    ?c isg:inDocument ?document ; isg:noteNumber ?number ; isg:work/dcterms:title ?title }
    ORDER BY ?title"""


class Block(NamedTuple):
    """A line of a document that is not empty, with where it stands."""

    start: int
    end: int
    section: str
    paragraph: int | None
    is_note: bool


class Located(NamedTuple):
    """Where a phrase stands."""

    section: str
    paragraph: int | None
    start: int
    end: int
    notes: tuple[int, ...]


class Fault(NamedTuple):
    """A claim or document that does not fit its text."""

    rule: str
    focus: str
    message: str


@dataclass
class Text:
    """The text of a document, read into sections, paragraphs and notes."""

    text: str
    title: str = ""
    digest: str = field(default="", compare=False)

    @cached_property
    def blocks(self) -> list[Block]:
        """The lines of the text with their section and paragraph.

        A section is the number of a numbered heading, else the label of the
        last unnumbered heading before the first number, else `lead`.
        """
        blocks = []
        section, number, paragraph = "lead", (0, 0), 0
        for found in re.finditer(r"[^\n]*\S[^\n]*", self.text):
            line = found[0].strip()
            is_note = bool(_NOTE.match(line))
            if not is_note and (following := _next_number(line, number)):
                number, section, paragraph = following, line.split()[0], 0
                kept = None
            elif number == (0, 0) and not is_note and line != self.title and _is_label(line):
                section, paragraph, kept = line, 0, None
            elif is_note:
                kept = None
            else:
                paragraph += 1
                kept = paragraph
            blocks.append(Block(found.start(), found.end(), section, kept, is_note))
        return blocks

    @cached_property
    def entries(self) -> dict[int, tuple[int, int]]:
        """The notes: number to the offsets of the entry."""
        found: dict[int, tuple[int, int]] = {}
        for block in self.blocks:
            if block.is_note:
                match = _NOTE.match(self.text, block.start)
                assert match
                found[int(match[0].translate(_SUPERSCRIPT))] = block.start, block.end
        return found

    @cached_property
    def markers(self) -> list[tuple[int, int]]:
        """The markers of notes in the running text: number and offset."""
        notes = [(block.start, block.end) for block in self.blocks if block.is_note]
        inside = (
            (int(found[0].translate(_SUPERSCRIPT)), found.start())
            for found in _NOTE.finditer(self.text)
        )
        return [
            (number, at)
            for number, at in inside
            if not any(start <= at < end for start, end in notes)
        ]

    def notes_between(self, start: int, end: int) -> tuple[int, ...]:
        """Return the numbers of the notes marked between two offsets."""
        return tuple(number for number, at in self.markers if start <= at < end)

    def block_at(self, offset: int) -> Block:
        """Return the block that an offset stands in, or the next one."""
        return next((block for block in self.blocks if offset < block.end), self.blocks[-1])

    def locate(self, phrase: str) -> Located:
        """Find a phrase; `…` or `...` between two parts stands for anything.

        White space, straight and curly quotation marks do not count.

        Raises
        ------
        LocatorError
            If the phrase is not in the text, or stands there more than once.
        """
        parts = [part.strip() for part in re.split(r"…|\.\.\.", phrase) if part.strip()]
        if not parts:
            raise LocatorError("The phrase is empty; give some words of the passage.")
        pattern = rf".{{0,{_LONGEST_PASSAGE}}}?".join(map(_loosely, parts))
        found = list(re.finditer(pattern, self.text, re.DOTALL))
        if not found:
            raise LocatorError(
                f"{phrase[:70]!r} is not in the text. Copy some words as they are printed; "
                "write … for words left out."
            )
        if len(found) > 1:
            at = ", ".join(f"{self.block_at(m.start()).section} ({m.start()})" for m in found[:4])
            raise LocatorError(
                f"{phrase[:70]!r} stands in {len(found)} places: {at}. Give more words."
            )
        return self.at(found[0].start(), found[0].end())

    def at(self, start: int, end: int) -> Located:
        """Return where a pair of offsets stands.

        Raises
        ------
        LocatorError
            If the offsets are not inside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise LocatorError(f"{start}-{end} is not inside a text of {len(self.text)} characters")
        block = self.block_at(start)
        notes = self.notes_between(start, end + 1)
        return Located(block.section, block.paragraph, start, end, notes)


def _next_number(line: str, number: tuple[int, int]) -> tuple[int, int] | None:
    match = _NUMBERED.fullmatch(line)
    if not match or len(line) > 90 or "\t" in line:
        return None
    first, _, second = match[1].partition(".")
    found = int(first), int(second or 0)
    following = {(number[0] + 1, 0), (number[0], number[1] + 1)} - {(0, 1)}
    return found if found in following else None


def _is_label(line: str) -> bool:
    return (
        line[0].isupper()
        and len(line) <= 70
        and line[-1] not in ".,;:)"
        and not line.startswith("By ")
        and "\t" not in line
    )


def _loosely(part: str) -> str:
    quotes = {**dict.fromkeys("'‘’", "['‘’]"), **dict.fromkeys('"“”', '["“”]')}
    words = ("".join(quotes.get(c, re.escape(c)) for c in word) for word in part.split())
    return r"\s+".join(words)


def documents(store: Store) -> list[Iri]:
    """Return the documents of the corpus, by IRI."""
    return sorted(found[0] for found in store.match(None, Iri(RDF + "type"), ISG.Document))


def document(store: Store, name: str) -> Iri:
    """Return the document that a slug names.

    Raises
    ------
    NameNotFoundError
        If the corpus has no such document.
    """
    iri = Iri(PREFIXES["doc"] + name.removeprefix("doc:"))
    known = documents(store)
    if iri not in known:
        raise NameNotFoundError(
            f"No document {name!r}. There are: {', '.join(found.slug for found in known)}.",
            name=name,
            nearest=[found.slug for found in known],
        )
    return iri


def text_of(store: Store, iri: Iri, folder: Path | None = None) -> Text:
    """Return the text of a document, from the folder of source texts.

    Raises
    ------
    LocatorError
        If the text is not at hand, or is another version than the one whose
        digest the data hold.
    """
    folder = folder or sources_path()
    name = store.text(iri, ISG.fileName) or f"{iri.slug}.txt"
    if folder is None or not (folder / name).is_file():
        raise LocatorError(
            f"The text {name} is not at hand. Set ISGRAPH_SOURCES to the folder that holds it."
        )
    raw = (folder / name).read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    expected = store.text(iri, ISG.sha256)
    if expected and expected.lower() != digest:
        raise LocatorError(
            f"{name} is not the version that the locators refer to (SHA-256 {digest[:12]}…, "
            f"expected {expected[:12]}…). Bring back that version."
        )
    return Text(raw.decode("utf-8"), store.text(iri, DCTERMS + "title") or "", digest)


def locate(store: Store, name: str, phrase: str) -> Located:
    """Return where a phrase stands in a document.

    Raises
    ------
    NameNotFoundError
        If there is no such document.
    LocatorError
        If the text is not at hand, or the phrase is not in it just once.

    Examples
    --------
    >>> locate(tiny, "report", "some words")
    Traceback (most recent call last):
    isgraph.errors.NameNotFoundError: No document 'report'. There are: tiny-2025-01-31.
    """
    return text_of(store, document(store, name)).locate(phrase)


def places(store: Store, phrase: str, name: str | None = None) -> Rows:
    """Return where a phrase stands, with the notes marked in its paragraph and their works.

    Parameters
    ----------
    name
        The document; without it all documents are searched.

    Raises
    ------
    NameNotFoundError
        If there is no such document.
    LocatorError
        If no text is at hand, or the phrase is not in any just once.
    """
    searched = [document(store, name)] if name else documents(store)
    found: list[tuple[str | int | None, ...]] = []
    refusals = []
    for iri in searched:
        try:
            text = text_of(store, iri)
            place = text.locate(phrase)
        except LocatorError as error:
            refusals.append(error)
            continue
        block = text.block_at(place.start)
        notes = text.notes_between(block.start, max(block.end, place.end) + 1)
        works = {
            number: store.query(_WORKS_OF_NOTE, document=iri, number=number) for number in notes
        }
        cited = "; ".join(
            f"{number}: {', '.join(str(row[2]) for row in rows) or 'not in the graph'}"
            for number, rows in works.items()
        )
        found.append(
            (iri.slug, place.section, place.paragraph, f"{place.start}-{place.end}", cited)
        )
    if not found:
        raise refusals[0]
    return Rows(("document", "section", "paragraph", "passage", "notes nearby"), found)


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
        try:
            texts[iri] = text_of(store, iri, folder)
        except LocatorError as error:
            if "not at hand" in str(error):
                if only is None or iri in named:
                    raise
                continue
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
