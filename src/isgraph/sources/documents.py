"""The documents of the corpus and their texts, which are looked up and not kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

from isgraph.errors import LocatorError, NameNotFoundError
from isgraph.files import sources_path
from isgraph.rows import Rows
from isgraph.sources.text import Located, Text
from isgraph.store import Store
from isgraph.terms import DCTERMS, PREFIXES, RDF, Iri
from isgraph.vocab import ISG

_WORKS_OF_NOTE = """SELECT ?document ?number ?title {
    ?c isg:inDocument ?document ; isg:noteNumber ?number ; isg:work/dcterms:title ?title }
    ORDER BY ?title"""


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


def file_of(store: Store, iri: Iri, folder: Path | None = None) -> Path | None:
    """Return the file of a document's text, none where it is not at hand."""
    folder = folder or sources_path()
    file = folder / _name(store, iri) if folder else None
    return file if file and file.is_file() else None


def _name(store: Store, iri: Iri) -> str:
    return store.text(iri, ISG.fileName) or f"{iri.slug}.txt"


def text_of(store: Store, iri: Iri, folder: Path | None = None) -> Text:
    """Return the text of a document, from the folder of source texts.

    Raises
    ------
    LocatorError
        If the text is not at hand, or is another version than the one whose
        digest the data hold.
    """
    file = file_of(store, iri, folder)
    if file is None:
        raise LocatorError(
            f"The text {_name(store, iri)} is not at hand. "
            "Set ISGRAPH_SOURCES to the folder that holds it."
        )
    raw = file.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    expected = store.text(iri, ISG.sha256)
    if expected and expected.lower() != digest:
        raise LocatorError(
            f"{file.name} is not the version that the locators refer to (SHA-256 {digest[:12]}…, "
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
