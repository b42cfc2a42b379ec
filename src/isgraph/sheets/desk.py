"""What the rows of a sheet are read against: names, codes, classes, texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from isgraph import turtle
from isgraph.claims import Relation, relations
from isgraph.entities import nearest
from isgraph.sheets.table import CellError, Row, in_column, many
from isgraph.sources import Text, document, text_of
from isgraph.store import Store
from isgraph.terms import ONTOLOGY, PREFIXES, RDF, RDFS, XSD, Iri, Literal
from isgraph.vocab import ISG

TYPE = Iri(RDF + "type")
LABEL = Iri(RDFS + "label")
_SCHEMES = (
    ISG.EpistemicStatus, ISG.Modality, ISG.Measure, ISG.Attribute,
    ISG.CitationState, ISG.MentionReason,
)  # fmt: skip
_ENTITY_PREFIXES = ("actor", "place", "event", "instr", "work")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass
class Desk:
    """A store, its codes and relations, and the texts that were opened."""

    store: Store
    codes: dict[Iri, set[Iri]]
    relations: dict[Iri, Relation]
    texts: dict[Iri, Text] = field(default_factory=dict)

    @classmethod
    def over(cls, store: Store) -> Desk:
        """Return a desk over a store."""
        codes = {scheme: {hit[0] for hit in store.match(None, TYPE, scheme)} for scheme in _SCHEMES}
        return cls(store, codes, relations(store))

    def has(self, iri: str) -> bool:
        """Tell whether something is said of an IRI."""
        return any(True for _ in self.store.match(iri))

    def text(self, iri: Iri) -> Text:
        """Return the text of a document, opened once."""
        if iri not in self.texts:
            self.texts[iri] = text_of(self.store, iri)
        return self.texts[iri]

    def document(self, row: Row) -> Iri:
        """Return the document of a row."""
        with in_column("document"):
            return document(self.store, row["document"])

    def code(self, row: Row, column: str, scheme: Iri) -> Iri | None:
        """Return the code that a cell names, none for an empty cell."""
        if not row[column]:
            return None
        iri = Iri(ONTOLOGY + row[column])
        if iri not in self.codes[scheme]:
            known = ", ".join(sorted(code.slug for code in self.codes[scheme]))
            raise CellError(column, f"no {scheme.slug} {row[column]!r}; there are: {known}")
        return iri

    def entity(self, column: str, name: str) -> Iri:
        """Return the entity with a slug, with or without its prefix."""
        if ":" in name:
            prefix, _, slug = name.partition(":")
            candidates = [Iri(PREFIXES.get(prefix, "?:") + slug)]
        else:
            candidates = [Iri(PREFIXES[prefix] + name) for prefix in _ENTITY_PREFIXES]
        found = [iri for iri in candidates if self.has(iri)]
        if len(found) == 1:
            return found[0]
        if found:
            prefixes = ", ".join(iri.split("/")[-2] for iri in found)
            raise CellError(column, f"{name!r} is in {prefixes}; write which, as in place:{name}")
        known = {triple[0].slug for triple in self.store.match(None, LABEL)}
        raise CellError(
            column, f"no entity {name!r}.{nearest(name, known)} Add it by a sheet of entities first"
        )

    def entities(self, row: Row, column: str) -> tuple[Iri, ...]:
        """Return the entities that a cell names, sorted."""
        found = (self.entity(column, name) for name in many(row[column]))
        return tuple(sorted(found, key=turtle.natural))

    def classes(self, kind: Iri) -> set[Iri]:
        """Return a class and those above it."""
        found = {kind}
        queue = [kind]
        while queue:
            for _, _, parent in self.store.match(queue.pop(), Iri(RDFS + "subClassOf")):
                if isinstance(parent, Iri) and parent not in found:
                    found.add(parent)
                    queue.append(parent)
        return found


def integer(number: int) -> Literal:
    """Return a number as RDF keeps it."""
    return Literal(str(number), Iri(XSD + "integer"))


def is_slug(text: str) -> bool:
    """Tell whether a name is of small letters, digits and hyphens."""
    return _SLUG.fullmatch(text) is not None
