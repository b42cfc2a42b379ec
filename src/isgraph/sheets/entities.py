"""Rows of a sheet of entities: class, label, aliases."""

from __future__ import annotations

from isgraph.entities import entity
from isgraph.sheets.desk import LABEL, TYPE, Desk, is_slug
from isgraph.sheets.table import CellError, Row, many
from isgraph.terms import ONTOLOGY, PREFIXES, SKOS, Iri, Literal
from isgraph.vocab import ISG

_ALIAS = Iri(SKOS + "altLabel")
_PREFIX_OF = {
    ISG.Actor: "actor",
    ISG.Place: "place",
    ISG.Occurrence: "event",
    ISG.Instrument: "instr",
}


def take(desk: Desk, row: Row) -> str:
    """Add the entity of a row, or give one that is there the class and label of the row.

    Raises
    ------
    CellError
        If slug, class or label cannot be taken.
    """
    store = desk.store
    prefix, _, slug = row["entity"].partition(":")
    kind = Iri(ONTOLOGY + row["class"])
    above = desk.classes(kind)
    wanted = next((name for top, name in _PREFIX_OF.items() if top in above), None)
    if wanted is None:
        raise CellError("class", f"no class of entity {row['class']!r}; `isgraph list classes`")
    if prefix != wanted or not is_slug(slug):
        raise CellError(
            "entity", f"{row['entity']!r}: write {wanted}: and a slug of small letters and hyphens"
        )
    if not row["label"]:
        raise CellError("label", "an English label is needed")
    iri = Iri(PREFIXES[wanted] + slug)
    if any(True for _ in store.match(iri, TYPE)):
        known = entity(store, iri)
        store.remove([(iri, TYPE, known.kind), (iri, LABEL, Literal(known.label, None, "en"))])
    store.add([(iri, TYPE, kind), (iri, LABEL, Literal(row["label"], None, "en"))])
    aliases = [name for name in many(row["aliases"]) if name != row["label"]]
    store.add([(iri, _ALIAS, Literal(name, None, "en")) for name in aliases])
    return f"{row['entity']}: {row['label']} ({row['class']})"
