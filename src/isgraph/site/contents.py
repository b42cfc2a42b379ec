"""Contents: what a store holds, looked up once and linked, so that each page only arranges it."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from isgraph.analysis.communities import camps
from isgraph.claims import Claim, Relation, read, relations
from isgraph.entities import Entity, entities, fold
from isgraph.evidence import Evidence, Source, tell
from isgraph.network import edition, project
from isgraph.site.addresses import Link, address
from isgraph.store import Store
from isgraph.terms import BASE, DCTERMS, OWL, RDF, RDFS, SKOS, Iri
from isgraph.vocab import ISG

ENTITY_ROOMS = ("actor", "place", "event", "instrument", "work")
_FAMILIES = ("structural", "supportive", "hostile", "custody", "dealings", "setting")
_TYPE = Iri(RDF + "type")


class Cited(NamedTuple):
    """A work as a passage cites it, with the names linked."""

    source: Source
    work: Link
    publishers: tuple[Link, ...]
    authors: tuple[Link, ...]


class Card(NamedTuple):
    """A claim told to a reader, with every name in it linked."""

    claim: Claim
    told: Evidence
    page: Link
    subject: Link
    kind: Link
    object: Link | None
    claimants: tuple[Link, ...]
    places: tuple[Link, ...]
    instruments: tuple[Link, ...]
    occurrences: tuple[Link, ...]
    disputes: tuple[Link, ...]
    disputed_by: tuple[Link, ...]
    document: Link
    cited: tuple[Cited, ...]

    @property
    def statement(self) -> str:
        """The claim as a short sentence; a number or a state follows a colon."""
        told = self.told
        if told.object is not None:
            return told.statement
        what = told.quantity or told.label
        return f"{self.subject.label}: {'not ' if told.negated else ''}{what}"

    @property
    def parts(self) -> set[Iri]:
        """Everything that plays a part in the claim."""
        claim = self.claim
        named = (*claim.claimants, *claim.places, *claim.instruments, *claim.occurrences)
        return {claim.subject, *named} | ({claim.object} if claim.object else set())


class Code(NamedTuple):
    """A term of one of the ontology's lists."""

    iri: Iri
    label: str
    definition: str


class Contents:
    """The claims of a store as cards, and the things that they name.

    Examples
    --------
    >>> contents = Contents(tiny)
    >>> card = contents.cards[Iri("https://w3id.org/isgraph/claim/c0001")]
    >>> card.subject
    Link(label='Group A', path='actor/group-a.html')
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.edition = edition(store)
        changed = store.text("https://w3id.org/isgraph/ontology", DCTERMS + "modified")
        self.year = (changed or "")[:4]
        self.relations: dict[Iri, Relation] = relations(store)
        self.things: dict[Iri, Entity] = {
            thing.iri: thing for room in ENTITY_ROOMS for thing in entities(store, room)
        }
        self.documents = sorted(
            (Iri(found[0]) for found in store.match(None, _TYPE, ISG.Document)),
            key=lambda iri: (store.text(iri, DCTERMS + "issued") or "", iri),
        )
        self.families = {code.iri: code for code in self.codes(ISG.Family)}
        self.meanings = {
            code.iri.slug: code.definition
            for list_ in (ISG.EpistemicStatus, ISG.Modality)
            for code in self.codes(list_)
        }
        self._counted = {
            code.iri for list_ in (ISG.Measure, ISG.Attribute) for code in self.codes(list_)
        }
        self._labels: dict[Iri, str] = {}
        claims = read(store)
        self._claims = {claim.id for claim in claims}
        self.cards: dict[Iri, Card] = {
            claim.id: self._card(claim, told)
            for claim, told in zip(claims, tell(store, claims), strict=True)
        }
        self.cards_of: dict[Iri, list[Card]] = defaultdict(list)
        """Cards by thing, kind, document, passage and cited work."""
        for card in self.cards.values():
            of = card.parts | {card.claim.kind, card.claim.passage, self._document(card.claim)}
            if card.claim.quantity:
                of.add(card.claim.quantity.measure)
            of |= {self._work(citation) for citation in card.claim.citations}
            for iri in of:
                self.cards_of[iri].append(card)
        self.network = project(store, everything=True)
        self.actors = project(store)
        self.camps = camps(self.actors)
        self.by_label: dict[str, list[Iri]] = defaultdict(list)
        for thing in self.things.values():
            self.by_label[thing.label].append(thing.iri)

    def link(self, iri: str, label: str | None = None) -> Link:
        """Return the name of a thing, linked if it has a page."""
        found = Iri(iri)
        known = label or self._label(found)
        return Link(known, address(iri) if self.has_page(found) else None)

    def links(self, subject: str, part: str) -> tuple[Link, ...]:
        """Return the things that a part of a subject names, linked."""
        return tuple(self.link(str(iri)) for iri in self.store.values(subject, part))

    def has_page(self, iri: Iri) -> bool:
        """Tell whether the site has a page for a thing."""
        return address(iri) is not None and (
            iri in self.things
            or iri in self._claims
            or iri in self.documents
            or iri in self.relations
            or iri in self._counted
        )

    def room(self, name: str) -> list[Entity]:
        """Return the things of one room, by label."""
        found = (thing for iri, thing in self.things.items() if iri.startswith(f"{BASE}{name}/"))
        return sorted(found, key=lambda thing: (fold(thing.label), thing.iri))

    def codes(self, list_: Iri) -> list[Code]:
        """Return the terms of a list of the ontology, by label."""
        found = (triple[0] for triple in self.store.match(None, _TYPE, list_))
        return sorted(
            (
                Code(
                    iri,
                    self.store.text(iri, SKOS + "prefLabel") or iri.slug,
                    self.store.text(iri, SKOS + "definition") or "",
                )
                for iri in found
            ),
            key=lambda code: code.label,
        )

    def families_in_order(self) -> list[Code]:
        """Return the families of relations, from belonging to places, others after them."""

        def place(code: Code) -> int:
            name = code.iri.slug.removesuffix("Family")
            return _FAMILIES.index(name) if name in _FAMILIES else len(_FAMILIES)

        return sorted(self.families.values(), key=place)

    def classes(self) -> list[Code]:
        """Return the classes of the ontology that are its own, by label."""
        found = (triple[0] for triple in self.store.match(None, _TYPE, OWL + "Class"))
        return sorted(
            (
                Code(iri, self.store.text(iri, RDFS + "label") or iri.slug, definition)
                for iri in found
                if (definition := self.store.text(iri, SKOS + "definition"))
            ),
            key=lambda code: code.label,
        )

    def _label(self, iri: Iri) -> str:
        if iri not in self._labels:
            text = self.store.text
            self._labels[iri] = (
                self.things[iri].label
                if iri in self.things
                else text(iri, SKOS + "prefLabel")
                or text(iri, RDFS + "label")
                or text(iri, DCTERMS + "title")
                or iri.slug
            )
        return self._labels[iri]

    def _document(self, claim: Claim) -> Iri:
        return Iri(self.store.text(claim.passage, ISG.inDocument) or "")

    def _work(self, citation: Iri) -> Iri:
        return Iri(self.store.text(citation, ISG.work) or "")

    def _card(self, claim: Claim, told: Evidence) -> Card:
        def links(iris: tuple[Iri, ...]) -> tuple[Link, ...]:
            return tuple(map(self.link, iris))

        return Card(
            claim=claim,
            told=told,
            page=self.link(claim.id, claim.id.slug),
            subject=self.link(claim.subject),
            kind=self.link(claim.kind, told.label),
            object=self.link(claim.object) if claim.object else None,
            claimants=links(claim.claimants),
            places=links(claim.places),
            instruments=links(claim.instruments),
            occurrences=links(claim.occurrences),
            disputes=links(claim.disputes),
            disputed_by=tuple(self.link(f"{BASE}claim/{slug}") for slug in told.disputed_by),
            document=self.link(self._document(claim)),
            cited=tuple(
                self._cited(self._work(citation), source)
                for citation, source in zip(claim.citations, told.sources, strict=True)
            ),
        )

    def _cited(self, work: Iri, source: Source) -> Cited:
        return Cited(
            source,
            self.link(work, source.work),
            self.links(work, DCTERMS + "publisher"),
            self.links(work, DCTERMS + "creator"),
        )
