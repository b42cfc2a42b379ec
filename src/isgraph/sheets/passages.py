"""Where a claim stands: the passage and the notes that its row names."""

from __future__ import annotations

import re

from isgraph import turtle
from isgraph.claims import offsets
from isgraph.sheets.desk import TYPE, Desk, integer
from isgraph.sheets.table import CellError
from isgraph.sources import Located
from isgraph.terms import ONTOLOGY, PREFIXES, Iri, Literal, Triple
from isgraph.vocab import ISG


class Passages:
    """The passages of a store, by document and offsets; new ones are numbered on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known = {
            (document, *offsets(desk.store, passage)): passage
            for passage, _, document in desk.store.match(None, ISG.inDocument)
            if isinstance(document, Iri) and passage.startswith(PREFIXES["psg"])
        }

    def at(self, document: Iri, cell: str) -> Iri:
        """Return the passage at two offsets or around a phrase, made where it is new.

        Raises
        ------
        IsgraphError
            If the phrase or the offsets are not in the text, or the text is not at hand.
        """
        if match := re.fullmatch(r"(\d+)-(\d+)", cell):
            start, end = int(match[1]), int(match[2])
            known = self._known.get((document, start, end))
            if known:
                return known
            place = self._desk.text(document).at(start, end)
        else:
            place = self._desk.text(document).locate(cell)
        key = (document, place.start, place.end)
        if key not in self._known:
            self._known[key] = self._add(document, place)
        return self._known[key]

    def _add(self, document: Iri, place: Located) -> Iri:
        start = f"{PREFIXES['psg']}{document.slug.partition('-')[0]}-"
        used = [int(iri[len(start) :]) for iri in self._known.values() if iri.startswith(start)]
        iri = Iri(f"{start}{max(used, default=0) + 1:04d}")
        parts: list[Triple] = [
            (iri, TYPE, ISG.Passage),
            (iri, ISG.inDocument, document),
            (iri, ISG.section, Literal(place.section)),
            (iri, ISG.charStart, integer(place.start)),
            (iri, ISG.charEnd, integer(place.end)),
        ]
        if place.paragraph:
            parts.append((iri, ISG.paragraph, integer(place.paragraph)))
        self._desk.store.add(parts)
        return iri


def notes(desk: Desk, document: Iri, cell: str) -> tuple[tuple[Iri, ...], Iri | None]:
    """Return the citations whose notes a cell names, or the code that says why there is none.

    Raises
    ------
    CellError
        If a note is not in the graph.
    """
    state = Iri(ONTOLOGY + cell)
    if state in desk.codes[ISG.CitationState]:
        return (), state
    numbered: dict[str, list[str]] = {}
    for citation, _, _ in desk.store.match(None, ISG.inDocument, document):
        if number := desk.store.text(citation, ISG.noteNumber):
            numbered.setdefault(number, []).append(citation.slug)
    known = {slug for slugs in numbered.values() for slug in slugs}
    found: set[str] = set()
    for word in re.split(r"[\s,|]+", cell):
        number, _, part = word.partition(".")
        matches = {word} if word in known else {
            slug for slug in numbered.get(number, ()) if slug.endswith(f"-{part}" if part else "")
        }  # fmt: skip
        if not matches:
            codes = ", ".join(sorted(code.slug for code in desk.codes[ISG.CitationState]))
            raise CellError(
                "citations",
                f"no note {word!r} of {document.slug} is in the graph; write note numbers, "
                f"or why there is none: {codes}",
            )
        found |= matches
    return tuple(Iri(PREFIXES["cit"] + slug) for slug in sorted(found, key=turtle.natural)), None
