"""Triples as the one canonical Turtle text; does not parse and knows no store.

Blocks stand in a fixed order of sections and a natural order inside each, so
that one more claim changes its own block and the direct lines of its ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from isgraph.terms import (
    DCTERMS,
    ONTOLOGY,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    SKOS,
    XSD,
    Iri,
    Literal,
    Term,
    Triple,
)

_SECTIONS = (
    "document/", "work/", "citation/", "passage/", "actor/", "place/",
    "event/", "instrument/", "claim/",
)  # fmt: skip
_ORDER = {
    iri: number
    for number, iri in enumerate(
        [
            RDF + "type", RDFS + "label", SKOS + "prefLabel", SKOS + "altLabel",
            SKOS + "definition",
            DCTERMS + "title", DCTERMS + "creator", DCTERMS + "publisher", DCTERMS + "issued",
            DCTERMS + "license",
            *(ONTOLOGY + part for part in (
                "issuedOn", "fileName", "charCount", "sha256", "inDocument", "section", "paragraph",
                "charStart", "charEnd", "noteNumber", "work", "pinpoint",
                "subject", "predicate", "object", "attribute", "measure", "quantityMin",
                "quantityMax", "quantityQualifier", "role", "epistemicStatus", "modality",
                "negated", "claimant", "disputes", "validTime", "asOf", "place", "underInstrument",
                "inOccurrence", "passage", "citation", "citationState", "subjectMention",
                "objectMention", "paraphrase", "curatorNote",
            )),
            OWL + "deprecated", DCTERMS + "isReplacedBy",
        ]
    )
}  # fmt: skip
_DERIVED_LAST = {
    ONTOLOGY + part for part in ("beginEarliest", "beginLatest", "endEarliest", "endLatest")
}
HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items()))
"""The first lines of every canonical text."""

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+", re.ASCII),
    XSD + "boolean": re.compile(r"true|false"),
}
_BAD_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(triples: Iterable[Triple]) -> str:
    """Return triples as canonical Turtle.

    The text ends in a newline, has no carriage return and holds one predicate a line.

    Raises
    ------
    ValueError
        If an IRI holds a character that Turtle does not allow.

    Examples
    --------
    >>> a = Iri("https://w3id.org/isgraph/actor/group-a")
    >>> print(write([(a, Iri(RDFS + "label"), Literal("Group A", None, "en"))]).splitlines()[-1])
    actor:group-a rdfs:label "Group A"@en .
    """
    blocks: dict[Iri, dict[Iri, set[Term]]] = {}
    for subject, predicate, object_ in (map(_composed, triple) for triple in triples):
        blocks.setdefault(subject, {}).setdefault(predicate, set()).add(object_)
    body = (_block(subject, blocks[subject]) for subject in sorted(blocks, key=_subject_key))
    return HEAD + "\n" + "\n".join(body)


def _composed(term: Any) -> Any:
    """Return a term in Unicode's NFC, so that two spellings of one text are one."""
    if isinstance(term, Literal):
        return term._replace(text=unicodedata.normalize("NFC", term.text))
    return Iri(unicodedata.normalize("NFC", term))


def _block(subject: Iri, properties: dict[Iri, set[Term]]) -> str:
    lines: list[str] = []
    for predicate in sorted(properties, key=_predicate_key):
        name = "a" if predicate == RDF + "type" else _iri(predicate)
        values = (_term(value) for value in sorted(properties[predicate], key=_value_key))
        lines.extend(f"{name} {value}" for value in values)
    return _iri(subject) + " " + " ;\n    ".join(lines) + " .\n"


def _subject_key(subject: Iri) -> tuple[int, list[tuple[int, int, str]]]:
    for number, section in enumerate(_SECTIONS):
        if f"/isgraph/{section}" in subject:
            return number, natural(subject)
    return len(_SECTIONS), natural(subject)


def _predicate_key(predicate: Iri) -> tuple[int, str]:
    if predicate in _DERIVED_LAST:
        return 1000, predicate
    return _ORDER.get(predicate, 900), predicate


def _value_key(value: Term) -> tuple[int, list[tuple[int, int, str]]]:
    if isinstance(value, Literal):
        return 1, natural(f"{value.text} {value.language or value.datatype or ''}")
    return 0, natural(value)


def natural(text: str) -> list[tuple[int, int, str]]:
    """Return a sort key in which numbers count as numbers.

    Examples
    --------
    >>> sorted(["c10", "c9"], key=natural)
    ['c9', 'c10']
    """
    parts = re.findall(r"[0-9]+|[^0-9]+", text)
    return [(0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts]


def _term(value: Term) -> str:
    if not isinstance(value, Literal):
        return _iri(value)
    bare = _BARE.get(value.datatype or "")
    if bare and bare.fullmatch(value.text):
        return value.text
    quoted = '"' + _escape(value.text) + '"'
    if value.language:
        return f"{quoted}@{value.language}"
    if value.datatype and value.datatype != XSD + "string":
        return f"{quoted}^^{_iri(value.datatype)}"
    return quoted


def _escape(text: str) -> str:
    written: list[str] = []
    for character in text:
        # a combining mark would join the last letter of an escape before it
        joins = unicodedata.combining(character) and written and written[-1][0] == "\\"
        if character in _ESCAPES:
            written.append(_ESCAPES[character])
        elif joins or unicodedata.category(character) == "Cc":
            code = ord(character)
            written.append(f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}")
        else:
            written.append(character)
    return "".join(written)


def _iri(iri: str) -> str:
    for prefix, start in PREFIXES.items():
        if iri.startswith(start) and _LOCAL.fullmatch(iri, len(start)):
            return f"{prefix}:{iri[len(start) :]}"
    if _BAD_IRI.search(iri):
        raise ValueError(f"{iri!r} is not an IRI that Turtle can write")
    return f"<{iri}>"
