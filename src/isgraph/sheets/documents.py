"""Rows of a sheet of documents: the texts that the claims are about, with length and digest."""

from __future__ import annotations

import hashlib
import re

from isgraph.dates import span
from isgraph.files import sources_path
from isgraph.sheets.desk import TYPE, Desk, integer, is_slug
from isgraph.sheets.table import CellError, Row, in_column
from isgraph.sheets.works import makers
from isgraph.terms import DCTERMS, PREFIXES, XSD, Iri, Literal, Triple
from isgraph.vocab import ISG


def take(desk: Desk, row: Row) -> str:
    """Add the document of a row, or describe one that is there anew.

    Raises
    ------
    CellError
        If the file is not there, or slug, title, day or licence cannot be taken.
    """
    folder = sources_path()
    if folder is None or not (folder / row["file"]).is_file():
        raise CellError("file", f"{row['file']!r} is not in the folder of sources")
    if not is_slug(row["document"]):
        raise CellError(
            "document", f"{row['document']!r}: write a slug of small letters and hyphens"
        )
    if not row["title"]:
        raise CellError("title", "a document needs its title, as printed")
    if row["licence"] and not re.fullmatch(r'https?://[^\s<>"{}|\\^`]+', row["licence"]):
        raise CellError("licence", f"{row['licence']!r} is not the address of a licence")
    raw = (folder / row["file"]).read_bytes()
    iri = Iri(PREFIXES["doc"] + row["document"])
    with in_column("issued"):
        first, last = span(row["issued"])
    if first != last:
        raise CellError("issued", "a document of the corpus needs the day it came out")
    parts: list[Triple] = [
        (iri, TYPE, ISG.Document),
        (iri, Iri(DCTERMS + "title"), Literal(row["title"])),
        (iri, Iri(DCTERMS + "issued"), Literal(row["issued"], Iri(XSD + "date"))),
        (iri, ISG.fileName, Literal(row["file"])),
        (iri, ISG.charCount, integer(len(raw.decode("utf-8")))),
        (iri, ISG.sha256, Literal(hashlib.sha256(raw).hexdigest(), Iri(XSD + "hexBinary"))),
        *makers(desk, row, iri),
    ]
    if row["licence"]:
        parts.append((iri, Iri(DCTERMS + "license"), Iri(row["licence"])))
    desk.store.remove(list(desk.store.match(iri)))
    desk.store.add(parts)
    return f"{row['document']}: {row['title']}"
