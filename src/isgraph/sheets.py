"""Sheets: CSV rows of claims, entities, works and documents, in and out; no RDF, no rules.

The first column tells which sheet it is: `claim`, `entity`, `work` or `document`.
Several values in one cell are parted by `|`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from isgraph import turtle
from isgraph.claims import Claim, Quantity, Relation, bounds_of, offsets, published, read, relations
from isgraph.dates import in_words, span
from isgraph.entities import entity, nearest
from isgraph.errors import ClaimError, IsgraphError, SheetError
from isgraph.files import sources_path
from isgraph.sources import Text, document, text_of, verify
from isgraph.store import Store
from isgraph.terms import DCTERMS, ONTOLOGY, PREFIXES, RDF, RDFS, SKOS, XSD, Iri, Literal, Triple
from isgraph.vocab import ISG

CLAIM_COLUMNS = (
    "claim", "subject", "kind", "object", "status", "quantity", "measure", "role", "valid_time",
    "as_of", "places", "instruments", "occurrences", "claimants", "document", "passage",
    "citations", "disputes", "subject_mention", "object_mention", "paraphrase", "note",
    "deprecated", "replaced_by",
)  # fmt: skip
ENTITY_COLUMNS = ("entity", "class", "label", "aliases")
WORK_COLUMNS = (
    "work", "title", "publishers", "authors", "issued", "document", "note", "pinpoint",
)  # fmt: skip
DOCUMENT_COLUMNS = ("document", "title", "publishers", "authors", "issued", "file", "licence")
_SHEETS = {columns[0]: columns for columns in (
    CLAIM_COLUMNS, ENTITY_COLUMNS, WORK_COLUMNS, DOCUMENT_COLUMNS,
)}  # fmt: skip

_TYPE = Iri(RDF + "type")
_LABEL = Iri(RDFS + "label")
_ALIAS = Iri(SKOS + "altLabel")
_TITLE = Iri(DCTERMS + "title")
_ROOM_OF = {
    ISG.Actor: "actor",
    ISG.Place: "place",
    ISG.Occurrence: "event",
    ISG.Instrument: "instr",
}
_QUANTITY = re.compile(
    r"(?:(exactly|about|at least|more than|less than|up to|vague) )?([\d.]+)(?:\s*-\s*([\d.]+))?"
)
_QUALIFIERS = {
    "exactly": ISG.exactly,
    "about": ISG.about,
    "at least": ISG.atLeast,
    "more than": ISG.moreThan,
    "less than": ISG.lessThan,
    "up to": ISG.upTo,
    "vague": ISG.vague,
}
_IN_WORDS = {iri: words for words, iri in _QUALIFIERS.items()}

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CLAIM_ID = re.compile(r"c[0-9]{4,}")
_COLUMN_OF_FAULT = {"note-outside": "citations", "mention": "passage", "overlap": "paraphrase"}

_Row = dict[str, str]


class _CellError(Exception):
    """A cell that cannot be taken: its column and why."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


@contextmanager
def _column(name: str) -> Iterator[None]:
    """Say in which column something was refused."""
    try:
        yield
    except IsgraphError as error:
        raise _CellError(name, str(error)) from error


@dataclass
class _Desk:
    """What the rows of one sheet are read against."""

    store: Store
    path: str
    codes: dict[Iri, set[Iri]]
    relations: dict[Iri, Relation]
    texts: dict[Iri, Text] = field(default_factory=dict)
    ids: dict[str, Iri] = field(default_factory=dict)
    passages: dict[tuple[str, int, int], Iri] = field(default_factory=dict)

    def text(self, iri: Iri) -> Text:
        if iri not in self.texts:
            self.texts[iri] = text_of(self.store, iri)
        return self.texts[iri]


def import_sheet(store: Store, path: Path) -> list[str]:
    r"""Add the rows of a sheet to a store, all of them or none.

    Returns
    -------
    list of str
        The sentence understood for each row, in the order of the rows.

    Raises
    ------
    SheetError
        If the file is no sheet, or a row cannot be taken; the message lists
        the first twenty, and the store is as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     sheet = Path(folder) / "entities.csv"
    ...     _ = sheet.write_text("entity,class,label\nactor:group-c,State,Country C\n")
    ...     import_sheet(Store(), sheet)
    ['actor:group-c: Country C (State)']
    """
    columns, rows = _rows(path)
    codes: dict[Iri, set[Iri]] = {}
    for scheme in (ISG.EpistemicStatus, ISG.Modality, ISG.Measure, ISG.Attribute,
                   ISG.CitationState, ISG.MentionReason):  # fmt: skip
        codes[scheme] = {triple[0] for triple in store.match(None, _TYPE, scheme)}
    desk = _Desk(store, str(path), codes, relations(store))
    before = set(store.data())
    try:
        take = {
            "claim": _take_claims,
            "entity": _each(_take_entity),
            "work": _each(_take_work),
            "document": _each(_take_document),
        }[columns[0]]
        return take(desk, rows)
    except BaseException:
        after = set(store.data())
        store.remove(after - before)
        store.add(before - after)
        raise


def export_claims(store: Store) -> str:
    """Return the claims of a store as a claim sheet, in the order of their ids.

    Examples
    --------
    >>> export_claims(tiny).splitlines()[1][:41]
    'c0001,actor:group-a,detains,actor:held-b,'
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, CLAIM_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for claim in read(store):
        writer.writerow(_claim_row(store, claim))
    return out.getvalue()


def _rows(path: Path) -> tuple[tuple[str, ...], list[tuple[int, _Row]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            header = tuple(reader.fieldnames or ())
            columns = _SHEETS.get(header[0] if header else "")
            if columns is None:
                raise SheetError(
                    f"{path}: not a sheet; its first column is {header[:1]}. "
                    f"It has to be one of {', '.join(_SHEETS)}.",
                    path=str(path),
                )
            if unknown := set(header) - set(columns):
                raise SheetError(
                    f"{path}, row 1: unknown columns {', '.join(sorted(unknown))}. "
                    f"A sheet of this sort has: {', '.join(columns)}.",
                    path=str(path),
                    row=1,
                )
            rows = []
            for cells in reader:
                if None in cells or any(value is None for value in cells.values()):
                    raise SheetError(
                        f"{path}, row {reader.line_num}: {len(header)} cells are needed; "
                        "put cells with commas in quotation marks.",
                        path=str(path),
                        row=reader.line_num,
                    )
                row = {name: cells.get(name, "").strip() for name in columns}
                if any(row.values()):
                    rows.append((reader.line_num, row))
            return columns, rows
    except OSError as error:
        raise SheetError(
            f"{path} cannot be read: {error.strerror}. Name a CSV file.", path=str(path)
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise SheetError(
            f"{path} is not a CSV file in UTF-8: {error}. Save it as CSV UTF-8.", path=str(path)
        ) from error


def _collect(
    desk: _Desk, rows: list[tuple[int, _Row]], take: Callable[[_Desk, _Row], Claim | str]
) -> list[tuple[int, Claim | str]]:
    taken: list[tuple[int, Claim | str]] = []
    refused: list[tuple[int, str | None, str]] = []
    for number, row in rows:
        try:
            taken.append((number, take(desk, row)))
        except _CellError as error:
            refused.append((number, error.column, str(error)))
        except IsgraphError as error:
            refused.append((number, None, str(error)))
    _refuse(desk.path, refused)
    return taken


def _refuse(path: str, refused: list[tuple[int, str | None, str]]) -> None:
    if not refused:
        return
    lines = [
        f"row {number}{f', column {column}' if column else ''}: {message}"
        for number, column, message in refused[:20]
    ]
    more = [f"… and {len(refused) - 20} more"] if len(refused) > 20 else []
    rows = "row is" if len(refused) == 1 else "rows are"
    raise SheetError(
        "\n".join([f"{path}: {len(refused)} {rows} refused; nothing was written.", *lines, *more]),
        path=path,
        row=refused[0][0],
        column=refused[0][1],
    )


def _each(
    take: Callable[[_Desk, _Row], str],
) -> Callable[[_Desk, list[tuple[int, _Row]]], list[str]]:
    def run(desk: _Desk, rows: list[tuple[int, _Row]]) -> list[str]:
        return [str(sentence) for _, sentence in _collect(desk, rows, take)]

    return run


# --- claims -------------------------------------------------------------------------------------


def _take_claims(desk: _Desk, rows: list[tuple[int, _Row]]) -> list[str]:
    _give_ids(desk, rows)
    desk.passages = {
        (document_iri, *offsets(desk.store, passage)): passage
        for passage, _, document_iri in desk.store.match(None, ISG.inDocument)
        if isinstance(document_iri, Iri) and passage.startswith(PREFIXES["psg"])
    }
    taken = _collect(desk, rows, _take_claim)
    claims = [(number, claim) for number, claim in taken if isinstance(claim, Claim)]
    if sources_path():
        faults = verify(desk.store, only=[claim for _, claim in claims])
        where = {claim.id.slug: number for number, claim in claims}
        _refuse(
            desk.path,
            sorted(
                (where[fault.focus], _COLUMN_OF_FAULT.get(fault.rule), fault.message)
                for fault in faults
                if fault.focus in where
            ),
        )
    return [f"{claim.id.slug}: {_sentence(desk, claim)}" for _, claim in claims]


def _give_ids(desk: _Desk, rows: list[tuple[int, _Row]]) -> None:
    start = PREFIXES["claim"]
    known = {claim.id for claim in read(desk.store)}
    named = [row["claim"] for _, row in rows if _CLAIM_ID.fullmatch(row["claim"])]
    used = [int(slug[1:]) for slug in (*(iri.slug for iri in known), *named)]
    following = max(used, default=0) + 1
    for number, row in rows:
        name = row["claim"]
        if name in desk.ids:
            raise SheetError(
                f"{desk.path}, row {number}, column claim: {name!r} stands twice.",
                path=desk.path,
                row=number,
                column="claim",
            )
        if _CLAIM_ID.fullmatch(name):
            desk.ids[name] = Iri(start + name)
            continue
        row["claim"] = name or f"row {number}"
        desk.ids[row["claim"]] = Iri(f"{start}c{following:04d}")
        following += 1


def _take_claim(desk: _Desk, row: _Row) -> Claim:
    store = desk.store
    iri = desk.ids[row["claim"]]
    kind, measure_kind = _kind(desk, row)
    status, modality, negated = _status(desk, row["status"])
    with _column("document"):
        document_iri = document(store, row["document"])
    with _column("passage"):
        passage = _passage(desk, document_iri, row["passage"])
    citations, state = _citations(desk, document_iri, row["citations"])
    claim = Claim(
        id=iri,
        kind=kind,
        subject=_entity(desk, "subject", row["subject"]),
        object=_entity(desk, "object", row["object"]) if row["object"] else None,
        quantity=_quantity(desk, row, measure_kind),
        status=status,
        modality=modality,
        negated=negated,
        claimants=_entities(desk, "claimants", row),
        disputes=tuple(_disputed(desk, "disputes", name) for name in _many(row["disputes"])),
        valid_time=row["valid_time"] or None,
        as_of=row["as_of"] or None,
        places=_entities(desk, "places", row),
        instruments=_entities(desk, "instruments", row),
        occurrences=_entities(desk, "occurrences", row),
        role=row["role"] or None,
        passage=passage,
        citations=citations,
        citation_state=state,
        subject_mention=_code(desk, "subject_mention", row, ISG.MentionReason),
        object_mention=_code(desk, "object_mention", row, ISG.MentionReason),
        paraphrase=row["paraphrase"],
        note=row["note"] or None,
        is_deprecated=_truth("deprecated", row),
        replaced_by=_replacement(desk, row["replaced_by"]),
    )
    _fit(desk, claim)
    store.remove(list(store.match(iri)))
    store.add(claim.triples())
    return claim


def _kind(desk: _Desk, row: _Row) -> tuple[Iri, Iri | None]:
    name = row["kind"]
    iri = Iri(ONTOLOGY + name.removeprefix("isg:"))
    if row["object"]:
        if iri not in desk.relations:
            known = (relation.slug for relation in desk.relations)
            raise _CellError("kind", f"no relation {name!r}.{nearest(name, known)}")
        if row["measure"]:
            return iri, _code(desk, "measure", row, ISG.Measure)
        return iri, None
    if iri in desk.codes[ISG.Measure]:
        return iri, iri
    if iri not in desk.codes[ISG.Attribute]:
        known = (code.slug for code in desk.codes[ISG.Measure] | desk.codes[ISG.Attribute])
        raise _CellError(
            "kind",
            f"no measure or attribute {name!r}.{nearest(name, known)} A relation needs an object.",
        )
    return iri, None


def _fit(desk: _Desk, claim: Claim) -> None:
    """Refuse a claim whose parts do not fit together."""
    if not claim.paraphrase or len(claim.paraphrase) > 300:
        raise _CellError("paraphrase", "one of 1 to 300 characters is needed, in your own words")
    if claim.status in (ISG.denied, ISG.alleged) and not claim.claimants:
        raise _CellError("claimants", f"what is {claim.status.slug} needs someone who says so")
    if claim.subject == claim.object:
        raise _CellError("object", "an entity has no relation to itself")
    if claim.id in claim.disputes:
        raise _CellError("disputes", "a claim cannot dispute itself")
    try:
        bounds_of(claim, published(desk.store, claim.passage))
    except ValueError as error:
        column = "as_of" if getattr(error, "text", None) == claim.as_of else "valid_time"
        raise _CellError(column, str(error)) from error
    if claim.object is None:
        return
    relation = desk.relations[claim.kind]
    for column, iri, wanted in (
        ("subject", claim.subject, relation.domain),
        ("object", claim.object, relation.range),
    ):
        kind = entity(desk.store, iri).kind
        if wanted not in _classes(desk.store, kind):
            raise _CellError(
                column,
                f"{iri.slug!r} is of class {kind.slug}; the {column} of {relation.iri.slug} "
                f"has to be of class {wanted.slug}",
            )


def _classes(store: Store, kind: Iri) -> set[Iri]:
    found = {kind}
    queue = [kind]
    while queue:
        for _, _, parent in store.match(queue.pop(), Iri(RDFS + "subClassOf")):
            if isinstance(parent, Iri) and parent not in found:
                found.add(parent)
                queue.append(parent)
    return found


def _status(desk: _Desk, text: str) -> tuple[Iri, Iri, bool]:
    status, modality, negated = ISG.asserted, ISG.actual, False
    for word in re.split(r"[\s,|]+", text or "asserted"):
        iri = Iri(ONTOLOGY + word)
        if iri in desk.codes[ISG.EpistemicStatus]:
            status = iri
        elif iri in desk.codes[ISG.Modality]:
            modality = iri
        elif word == "negated":
            negated = True
        else:
            codes = desk.codes[ISG.EpistemicStatus] | desk.codes[ISG.Modality]
            known = sorted(code.slug for code in codes)
            raise _CellError(
                "status", f"no status {word!r}; words are: {', '.join(known)}, negated"
            )
    return status, modality, negated


def _quantity(desk: _Desk, row: _Row, measure: Iri | None) -> Quantity | None:
    text = row["quantity"]
    if measure is None:
        if text:
            raise _CellError("measure", f"what does {text!r} count? Name the measure")
        return None
    match = _QUANTITY.fullmatch(text)
    if not match:
        raise _CellError(
            "quantity",
            f"{text!r} is not a quantity; write 7, about 80, 400-700, up to 5000, at least 12, "
            "more than 250, less than 5 or vague 200-999",
        )
    words, first, second = match.groups()
    low = _number(first)
    high = _number(second) if second else low
    if (second and words not in (None, "vague")) or (words == "vague" and not second):
        raise _CellError("quantity", f"{text!r}: a range takes no word but vague, which needs one")
    if low > high:
        raise _CellError("quantity", f"{text!r} is a range from high to low")
    qualifier = ISG.range if second and not words else _QUALIFIERS[words or "exactly"]
    return Quantity(
        measure,
        None if qualifier in (ISG.upTo, ISG.lessThan) else low,
        None if qualifier in (ISG.atLeast, ISG.moreThan) else high,
        qualifier,
    )


def _number(text: str) -> int | float:
    try:
        return float(text) if "." in text else int(text)
    except ValueError as error:
        raise _CellError("quantity", f"{text!r} is not a number") from error


def _passage(desk: _Desk, document_iri: Iri, text: str) -> Iri:
    if match := re.fullmatch(r"(\d+)-(\d+)", text):
        start, end = int(match[1]), int(match[2])
        known = desk.passages.get((document_iri, start, end))
        if known:
            return known
        place = desk.text(document_iri).at(start, end)
    else:
        place = desk.text(document_iri).locate(text)
    key = (document_iri, place.start, place.end)
    if key not in desk.passages:
        prefix = document_iri.slug.partition("-")[0]
        start_of_id = f"{PREFIXES['psg']}{prefix}-"
        used = [
            int(iri[len(start_of_id) :])
            for iri in desk.passages.values()
            if iri.startswith(start_of_id)
        ]
        iri = Iri(f"{start_of_id}{max(used, default=0) + 1:04d}")
        desk.passages[key] = iri
        parts: list[Triple] = [
            (iri, _TYPE, ISG.Passage),
            (iri, ISG.inDocument, document_iri),
            (iri, ISG.section, Literal(place.section)),
            (iri, ISG.charStart, _integer(place.start)),
            (iri, ISG.charEnd, _integer(place.end)),
        ]
        if place.paragraph:
            parts.append((iri, ISG.paragraph, _integer(place.paragraph)))
        desk.store.add(parts)
    return desk.passages[key]


def _integer(number: int) -> Literal:
    return Literal(str(number), Iri(XSD + "integer"))


def _citations(desk: _Desk, document_iri: Iri, text: str) -> tuple[tuple[Iri, ...], Iri | None]:
    state = Iri(ONTOLOGY + text)
    if state in desk.codes[ISG.CitationState]:
        return (), state
    numbered: dict[str, list[str]] = {}
    for citation, _, _ in desk.store.match(None, ISG.inDocument, document_iri):
        if number := desk.store.text(citation, ISG.noteNumber):
            numbered.setdefault(number, []).append(citation.slug)
    known = {slug for slugs in numbered.values() for slug in slugs}
    found: set[str] = set()
    for word in re.split(r"[\s,|]+", text):
        number, _, part = word.partition(".")
        matches = {word} if word in known else {
            slug for slug in numbered.get(number, ()) if slug.endswith(f"-{part}" if part else "")
        }  # fmt: skip
        if not matches:
            codes = ", ".join(sorted(code.slug for code in desk.codes[ISG.CitationState]))
            raise _CellError(
                "citations",
                f"no note {word!r} of {document_iri.slug} is in the graph; write note numbers, "
                f"or why there is none: {codes}",
            )
        found |= matches
    return tuple(Iri(PREFIXES["cit"] + slug) for slug in sorted(found, key=turtle.natural)), None


def _entity(desk: _Desk, column: str, name: str) -> Iri:
    if ":" in name:
        prefix, _, slug = name.partition(":")
        candidates = [Iri(PREFIXES.get(prefix, "?:") + slug)]
    else:
        rooms = ("actor", "place", "event", "instr", "work")
        candidates = [Iri(PREFIXES[room] + name) for room in rooms]
    found = [iri for iri in candidates if any(True for _ in desk.store.match(iri))]
    if len(found) == 1:
        return found[0]
    if found:
        prefixes = ", ".join(iri.split("/")[-2] for iri in found)
        raise _CellError(column, f"{name!r} is in {prefixes}; write which, as in place:{name}")
    known = {triple[0].slug for triple in desk.store.match(None, _LABEL)}
    raise _CellError(
        column, f"no entity {name!r}.{nearest(name, known)} Add it by a sheet of entities first"
    )


def _entities(desk: _Desk, column: str, row: _Row) -> tuple[Iri, ...]:
    return tuple(
        sorted((_entity(desk, column, name) for name in _many(row[column])), key=turtle.natural)
    )


def _truth(column: str, row: _Row) -> bool:
    text = row[column].casefold()  # spreadsheets write TRUE
    if text not in ("", "true", "false"):
        raise _CellError(column, f"{row[column]!r} is neither true nor false")
    return text == "true"


def _many(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _code(desk: _Desk, column: str, row: _Row, scheme: Iri) -> Iri | None:
    if not row[column]:
        return None
    iri = Iri(ONTOLOGY + row[column])
    if iri not in desk.codes[scheme]:
        known = ", ".join(sorted(code.slug for code in desk.codes[scheme]))
        raise _CellError(column, f"no {scheme.slug} {row[column]!r}; there are: {known}")
    return iri


def _replacement(desk: _Desk, name: str) -> Iri | None:
    return _disputed(desk, "replaced_by", name) if name else None


def _disputed(desk: _Desk, column: str, name: str) -> Iri:
    if name in desk.ids:
        return desk.ids[name]
    iri = Iri(PREFIXES["claim"] + name)
    if any(True for _ in desk.store.match(iri)):
        return iri
    raise _CellError(column, f"no claim {name!r}, neither in the graph nor in this sheet")


def _claim_row(store: Store, claim: Claim) -> _Row:
    def slugs(iris: Iterable[Iri]) -> str:
        return "|".join(_named(iri) for iri in iris)

    words = [claim.status.slug, claim.modality.slug] + ["negated"] * claim.negated
    start, end = offsets(store, claim.passage)
    state = claim.citation_state.slug if claim.citation_state else ""
    return {
        "claim": claim.id.slug,
        "subject": _named(claim.subject),
        "kind": claim.kind.slug,
        "object": _named(claim.object) if claim.object else "",
        "status": " ".join(words),
        "quantity": _quantity_text(claim.quantity) if claim.quantity else "",
        "measure": claim.quantity.measure.slug if claim.quantity and claim.object else "",
        "role": claim.role or "",
        "valid_time": claim.valid_time or "",
        "as_of": claim.as_of or "",
        "places": slugs(claim.places),
        "instruments": slugs(claim.instruments),
        "occurrences": slugs(claim.occurrences),
        "claimants": slugs(claim.claimants),
        "document": Iri(store.text(claim.passage, ISG.inDocument) or "").slug,
        "passage": f"{start}-{end}",
        "citations": " ".join(iri.slug for iri in claim.citations) or state,
        "disputes": "|".join(iri.slug for iri in claim.disputes),
        "subject_mention": claim.subject_mention.slug if claim.subject_mention else "",
        "object_mention": claim.object_mention.slug if claim.object_mention else "",
        "paraphrase": claim.paraphrase,
        "note": claim.note or "",
        "deprecated": "true" if claim.is_deprecated else "",
        "replaced_by": claim.replaced_by.slug if claim.replaced_by else "",
    }


def _named(iri: Iri) -> str:
    room = next(name for name, start in PREFIXES.items() if iri.startswith(start))
    return f"{room}:{iri.slug}"


def _quantity_text(quantity: Quantity) -> str:
    low, high = quantity.minimum, quantity.maximum
    if quantity.qualifier == ISG.range:
        return f"{low}-{high}"
    if quantity.qualifier == ISG.vague:
        return f"vague {low}-{high}"
    return f"{_IN_WORDS[quantity.qualifier]} {low if low is not None else high}"


def _sentence(desk: _Desk, claim: Claim) -> str:
    store = desk.store
    words = [entity(store, claim.subject).label]
    if claim.negated:
        words.append("NOT")
    relation = desk.relations.get(claim.kind)
    words.append(relation.label if relation else claim.kind.slug)
    if claim.object is not None:
        words.append(entity(store, claim.object).label)
    if claim.quantity:
        words.append(f"({_quantity_text(claim.quantity)} {claim.quantity.measure.slug})")
    time = claim.valid_time or claim.as_of or ""
    words.append(f"[{claim.status.slug}, {claim.modality.slug}; {in_words(time)}]")
    return " ".join(words)


# --- entities, works, documents -----------------------------------------------------------------


def _take_entity(desk: _Desk, row: _Row) -> str:
    store = desk.store
    prefix, _, slug = row["entity"].partition(":")
    kind = Iri(ONTOLOGY + row["class"])
    above = _classes(store, kind)
    room = next((room for top, room in _ROOM_OF.items() if top in above), None)
    if room is None:
        raise _CellError("class", f"no class of entity {row['class']!r}; `isgraph list classes`")
    if prefix != room or not _SLUG.fullmatch(slug):
        raise _CellError(
            "entity", f"{row['entity']!r}: write {room}: and a slug of small letters and hyphens"
        )
    if not row["label"]:
        raise _CellError("label", "an English label is needed")
    iri = Iri(PREFIXES[room] + slug)
    if not any(True for _ in store.match(iri, _TYPE)):
        store.add([(iri, _TYPE, kind), (iri, _LABEL, Literal(row["label"], None, "en"))])
    else:
        known = entity(store, iri)
        if known.kind != kind or known.label != row["label"]:
            store.remove(
                [(iri, _TYPE, known.kind), (iri, _LABEL, Literal(known.label, None, "en"))]
            )
            store.add([(iri, _TYPE, kind), (iri, _LABEL, Literal(row["label"], None, "en"))])
    aliases = [name for name in _many(row["aliases"]) if name != row["label"]]
    store.add([(iri, _ALIAS, Literal(name, None, "en")) for name in aliases])
    return f"{row['entity']}: {row['label']} ({row['class']})"


def _take_work(desk: _Desk, row: _Row) -> str:
    store = desk.store
    if not _SLUG.fullmatch(row["work"]):
        raise _CellError("work", f"{row['work']!r}: write a slug of small letters and hyphens")
    iri = Iri(PREFIXES["work"] + row["work"])
    known = store.text(iri, _TITLE)
    if not known and not row["title"]:
        raise _CellError("title", "a new work needs its title, as printed")
    if known and row["title"] and known != row["title"]:
        raise _CellError("title", f"work {row['work']!r} is already in the graph as {known!r}")
    parts: list[Triple] = []
    if row["title"]:
        parts += [(iri, _TYPE, ISG.Work), (iri, _TITLE, Literal(row["title"]))]
    for column, name in (("publishers", "publisher"), ("authors", "creator")):
        found = _entities(desk, column, row)
        parts += [(iri, Iri(DCTERMS + name), actor) for actor in found]
    if row["issued"]:
        with _column("issued"):
            span(row["issued"])
        parts.append((iri, ISG.issuedOn, Literal(row["issued"], Iri(PREFIXES["edtf"] + "EDTF"))))
    if row["document"]:
        parts += _citation(desk, row, iri)
    store.add(parts)
    return f"{row['work']}: {known or row['title']}" + (
        f" (note {row['note']})" if row["note"] else ""
    )


def _citation(desk: _Desk, row: _Row, work: Iri) -> Iterator[Triple]:
    with _column("document"):
        document_iri = document(desk.store, row["document"])
    if not row["note"].isdecimal():
        raise _CellError("note", f"{row['note']!r} is not the number of a note")
    number = int(row["note"])
    start = f"{PREFIXES['cit']}{document_iri.slug.partition('-')[0]}-{number:03d}-"
    here = [triple[0] for triple in desk.store.match(None, ISG.noteNumber, _integer(number))
            if triple[0].startswith(start)]  # fmt: skip
    same = [
        iri
        for iri in here
        if desk.store.text(iri, ISG.work) == work
        and desk.store.text(iri, ISG.inDocument) == document_iri
        and (desk.store.text(iri, ISG.pinpoint) or "") == row["pinpoint"]
    ]
    iri = same[0] if same else Iri(f"{start}{len(here) + 1}")
    yield iri, _TYPE, ISG.Citation
    yield iri, ISG.inDocument, document_iri
    yield iri, ISG.noteNumber, _integer(number)
    yield iri, ISG.work, work
    if row["pinpoint"]:
        yield iri, ISG.pinpoint, Literal(row["pinpoint"])


def _take_document(desk: _Desk, row: _Row) -> str:
    store = desk.store
    folder = sources_path()
    if folder is None or not (folder / row["file"]).is_file():
        raise _CellError("file", f"{row['file']!r} is not in the folder of sources")
    if not _SLUG.fullmatch(row["document"]):
        raise _CellError(
            "document", f"{row['document']!r}: write a slug of small letters and hyphens"
        )
    if not row["title"]:
        raise _CellError("title", "a document needs its title, as printed")
    if row["licence"] and not re.fullmatch(r'https?://[^\s<>"{}|\\^`]+', row["licence"]):
        raise _CellError("licence", f"{row['licence']!r} is not the address of a licence")
    raw = (folder / row["file"]).read_bytes()
    iri = Iri(PREFIXES["doc"] + row["document"])
    with _column("issued"):
        first, last = span(row["issued"])
    if first != last:
        raise _CellError("issued", "a document of the corpus needs the day it came out")
    parts: list[Triple] = [
        (iri, _TYPE, ISG.Document),
        (iri, _TITLE, Literal(row["title"])),
        (iri, Iri(DCTERMS + "issued"), Literal(row["issued"], Iri(XSD + "date"))),
        (iri, ISG.fileName, Literal(row["file"])),
        (iri, ISG.charCount, _integer(len(raw.decode("utf-8")))),
        (iri, ISG.sha256, Literal(hashlib.sha256(raw).hexdigest(), Iri(XSD + "hexBinary"))),
    ]
    for column, name in (("publishers", "publisher"), ("authors", "creator")):
        parts += [(iri, Iri(DCTERMS + name), actor) for actor in _entities(desk, column, row)]
    if row["licence"]:
        parts.append((iri, Iri(DCTERMS + "license"), Iri(row["licence"])))
    store.remove(list(store.match(iri)))
    store.add(parts)
    return f"{row['document']}: {row['title']}"


__all__ = ["CLAIM_COLUMNS", "ClaimError", "export_claims", "import_sheet"]
