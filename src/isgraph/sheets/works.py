"""Rows of a sheet of works: title, makers, date, and the note that cites the work."""

from __future__ import annotations

from collections.abc import Iterator

from isgraph.dates import span
from isgraph.sheets.desk import TYPE, Desk, integer, is_slug
from isgraph.sheets.table import CellError, Row, in_column
from isgraph.terms import DCTERMS, PREFIXES, Iri, Literal, Triple
from isgraph.vocab import ISG

_TITLE = Iri(DCTERMS + "title")


def take(desk: Desk, row: Row) -> str:
    """Add the work of a row and its citation.

    Raises
    ------
    CellError
        If slug, title, makers, date or note cannot be taken.
    """
    store = desk.store
    if not is_slug(row["work"]):
        raise CellError("work", f"{row['work']!r}: write a slug of small letters and hyphens")
    iri = Iri(PREFIXES["work"] + row["work"])
    known = store.text(iri, _TITLE)
    if not known and not row["title"]:
        raise CellError("title", "a new work needs its title, as printed")
    if known and row["title"] and known != row["title"]:
        raise CellError("title", f"work {row['work']!r} is already in the graph as {known!r}")
    parts: list[Triple] = []
    if row["title"]:
        parts += [(iri, TYPE, ISG.Work), (iri, _TITLE, Literal(row["title"]))]
    parts += makers(desk, row, iri)
    if row["issued"]:
        with in_column("issued"):
            span(row["issued"])
        parts.append((iri, ISG.issuedOn, Literal(row["issued"], Iri(PREFIXES["edtf"] + "EDTF"))))
    if row["document"]:
        parts += _citation(desk, row, iri)
    store.add(parts)
    note = f" (note {row['note']})" if row["note"] else ""
    return f"{row['work']}: {known or row['title']}{note}"


def makers(desk: Desk, row: Row, iri: Iri) -> Iterator[Triple]:
    """Yield who published and who wrote a work or a document."""
    for column, name in (("publishers", "publisher"), ("authors", "creator")):
        for actor in desk.entities(row, column):
            yield iri, Iri(DCTERMS + name), actor


def _citation(desk: Desk, row: Row, work: Iri) -> Iterator[Triple]:
    document = desk.document(row)
    if not row["note"].isdecimal():
        raise CellError("note", f"{row['note']!r} is not the number of a note")
    number = int(row["note"])
    start = f"{PREFIXES['cit']}{document.slug.partition('-')[0]}-{number:03d}-"
    here = [triple[0] for triple in desk.store.match(None, ISG.noteNumber, integer(number))
            if triple[0].startswith(start)]  # fmt: skip
    same = [
        iri
        for iri in here
        if desk.store.text(iri, ISG.work) == work
        and desk.store.text(iri, ISG.inDocument) == document
        and (desk.store.text(iri, ISG.pinpoint) or "") == row["pinpoint"]
    ]
    iri = same[0] if same else Iri(f"{start}{len(here) + 1}")
    yield iri, TYPE, ISG.Citation
    yield iri, ISG.inDocument, document
    yield iri, ISG.noteNumber, integer(number)
    yield iri, ISG.work, work
    if row["pinpoint"]:
        yield iri, ISG.pinpoint, Literal(row["pinpoint"])
