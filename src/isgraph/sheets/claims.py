"""Rows of a sheet of claims, in and out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from isgraph.claims import Claim, Quantity, bounds_of, offsets, published, read
from isgraph.dates import in_words
from isgraph.entities import entity, nearest
from isgraph.errors import SheetError
from isgraph.files import sources_path
from isgraph.sheets import quantities
from isgraph.sheets.desk import Desk
from isgraph.sheets.passages import Passages, notes
from isgraph.sheets.table import CellError, Row, in_column, many, refuse, take_each
from isgraph.sources import verify
from isgraph.store import Store
from isgraph.terms import ONTOLOGY, PREFIXES, Iri
from isgraph.vocab import ISG

_CLAIM_ID = re.compile(r"c[0-9]{4,}")
_COLUMN_OF_FAULT = {"note-outside": "citations", "mention": "passage", "overlap": "paraphrase"}
_LONGEST_PARAPHRASE = 300


def take_all(desk: Desk, path: str, rows: list[tuple[int, Row]]) -> list[str]:
    """Add the claims of a sheet, and hold them against the texts where these are at hand.

    Raises
    ------
    SheetError
        If a row cannot be taken.
    """
    sheet = _Sheet(desk, path, rows)
    taken = take_each(path, rows, sheet.take)
    if sources_path():
        where = {claim.id.slug: number for number, claim in taken}
        faults = verify(desk.store, only=[claim for _, claim in taken])
        refuse(
            path,
            sorted(
                (where[fault.focus], _COLUMN_OF_FAULT.get(fault.rule), fault.message)
                for fault in faults
                if fault.focus in where
            ),
        )
    return [f"{claim.id.slug}: {_sentence(desk, claim)}" for _, claim in taken]


class _Sheet:
    """The claims of one sheet, which may name one another."""

    def __init__(self, desk: Desk, path: str, rows: list[tuple[int, Row]]) -> None:
        self.desk = desk
        self.passages = Passages(desk)
        self.ids = _ids(desk, path, rows)

    def take(self, row: Row) -> Claim:
        desk = self.desk
        kind, measure = _kind(desk, row)
        status, modality, negated = _status(desk, row["status"])
        document = desk.document(row)
        with in_column("passage"):
            passage = self.passages.at(document, row["passage"])
        citations, state = notes(desk, document, row["citations"])
        disputes = tuple(self.claim("disputes", name) for name in many(row["disputes"]))
        claim = Claim(
            id=self.ids[row["claim"]],
            kind=kind,
            subject=desk.entity("subject", row["subject"]),
            object=desk.entity("object", row["object"]) if row["object"] else None,
            quantity=_quantity(row["quantity"], measure),
            status=status,
            modality=modality,
            negated=negated,
            claimants=desk.entities(row, "claimants"),
            disputes=disputes,
            valid_time=row["valid_time"] or None,
            as_of=row["as_of"] or None,
            places=desk.entities(row, "places"),
            instruments=desk.entities(row, "instruments"),
            occurrences=desk.entities(row, "occurrences"),
            role=row["role"] or None,
            passage=passage,
            citations=citations,
            citation_state=state,
            subject_mention=desk.code(row, "subject_mention", ISG.MentionReason),
            object_mention=desk.code(row, "object_mention", ISG.MentionReason),
            paraphrase=row["paraphrase"],
            note=row["note"] or None,
            is_deprecated=_truth("deprecated", row["deprecated"]),
            replaced_by=self.claim("replaced_by", row["replaced_by"])
            if row["replaced_by"]
            else None,
        )
        _fit(desk, claim)
        desk.store.remove(list(desk.store.match(claim.id)))
        desk.store.add(claim.triples())
        return claim

    def claim(self, column: str, name: str) -> Iri:
        """Return a claim of this sheet or of the store."""
        if name in self.ids:
            return self.ids[name]
        iri = Iri(PREFIXES["claim"] + name)
        if self.desk.has(iri):
            return iri
        raise CellError(column, f"no claim {name!r}, neither in the graph nor in this sheet")


def _ids(desk: Desk, path: str, rows: list[tuple[int, Row]]) -> dict[str, Iri]:
    """Give each row an id; a row without a name of its own is named by its number."""
    start = PREFIXES["claim"]
    ids: dict[str, Iri] = {}
    named = [row["claim"] for _, row in rows if _CLAIM_ID.fullmatch(row["claim"])]
    used = [int(slug[1:]) for slug in (*(claim.id.slug for claim in read(desk.store)), *named)]
    following = max(used, default=0) + 1
    for number, row in rows:
        name = row["claim"]
        if name in ids:
            raise SheetError(
                f"{path}, row {number}, column claim: {name!r} stands twice.",
                path=path,
                row=number,
                column="claim",
            )
        if _CLAIM_ID.fullmatch(name):
            ids[name] = Iri(start + name)
            continue
        row["claim"] = name or f"row {number}"
        ids[row["claim"]] = Iri(f"{start}c{following:04d}")
        following += 1
    return ids


def _kind(desk: Desk, row: Row) -> tuple[Iri, Iri | None]:
    name = row["kind"]
    iri = Iri(ONTOLOGY + name.removeprefix("isg:"))
    if row["object"]:
        if iri not in desk.relations:
            known = (relation.slug for relation in desk.relations)
            raise CellError("kind", f"no relation {name!r}.{nearest(name, known)}")
        if row["measure"]:
            return iri, desk.code(row, "measure", ISG.Measure)
        return iri, None
    if iri in desk.codes[ISG.Measure]:
        return iri, iri
    if iri not in desk.codes[ISG.Attribute]:
        known = (code.slug for code in desk.codes[ISG.Measure] | desk.codes[ISG.Attribute])
        raise CellError(
            "kind",
            f"no measure or attribute {name!r}.{nearest(name, known)} A relation needs an object.",
        )
    return iri, None


def _fit(desk: Desk, claim: Claim) -> None:
    """Refuse a claim whose parts do not fit together."""
    if not claim.paraphrase or len(claim.paraphrase) > _LONGEST_PARAPHRASE:
        raise CellError(
            "paraphrase",
            f"one of 1 to {_LONGEST_PARAPHRASE} characters is needed, in your own words",
        )
    if claim.status in (ISG.denied, ISG.alleged) and not claim.claimants:
        raise CellError("claimants", f"what is {claim.status.slug} needs someone who says so")
    if claim.subject == claim.object:
        raise CellError("object", "an entity has no relation to itself")
    if claim.id in claim.disputes:
        raise CellError("disputes", "a claim cannot dispute itself")
    try:
        bounds_of(claim, published(desk.store, claim.passage))
    except ValueError as error:
        column = "as_of" if getattr(error, "text", None) == claim.as_of else "valid_time"
        raise CellError(column, str(error)) from error
    if claim.object is None:
        return
    relation = desk.relations[claim.kind]
    for column, iri, wanted in (
        ("subject", claim.subject, relation.domain),
        ("object", claim.object, relation.range),
    ):
        kind = entity(desk.store, iri).kind
        if wanted not in desk.classes(kind):
            raise CellError(
                column,
                f"{iri.slug!r} is of class {kind.slug}; the {column} of {relation.iri.slug} "
                f"has to be of class {wanted.slug}",
            )


def _status(desk: Desk, text: str) -> tuple[Iri, Iri, bool]:
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
            raise CellError("status", f"no status {word!r}; words are: {', '.join(known)}, negated")
    return status, modality, negated


def _quantity(cell: str, measure: Iri | None) -> Quantity | None:
    if measure is not None:
        return quantities.parse(cell, measure)
    if cell:
        raise CellError("measure", f"what does {cell!r} count? Name the measure")
    return None


def _truth(column: str, cell: str) -> bool:
    text = cell.casefold()  # spreadsheets write TRUE
    if text not in ("", "true", "false"):
        raise CellError(column, f"{cell!r} is neither true nor false")
    return text == "true"


def _sentence(desk: Desk, claim: Claim) -> str:
    store = desk.store
    words = [entity(store, claim.subject).label]
    if claim.negated:
        words.append("NOT")
    relation = desk.relations.get(claim.kind)
    words.append(relation.label if relation else claim.kind.slug)
    if claim.object is not None:
        words.append(entity(store, claim.object).label)
    if claim.quantity:
        words.append(f"({quantities.tell(claim.quantity)} {claim.quantity.measure.slug})")
    time = claim.valid_time or claim.as_of or ""
    words.append(f"[{claim.status.slug}, {claim.modality.slug}; {in_words(time)}]")
    return " ".join(words)


def row_of(store: Store, claim: Claim) -> Row:
    """Return a claim as the row of a sheet."""

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
        "quantity": quantities.tell(claim.quantity) if claim.quantity else "",
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
