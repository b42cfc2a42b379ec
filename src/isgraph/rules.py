"""Rules about claims that compare nodes: plain Python, since SHACL would take minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import NamedTuple

from isgraph import claims, dates, turtle
from isgraph.errors import DateError
from isgraph.store import Store
from isgraph.terms import (
    DCTERMS,
    ONTOLOGY,
    OWL,
    RDF,
    RDFS,
    SKOS,
    Iri,
    Literal,
    Term,
    Triple,
    shorten,
)
from isgraph.vocab import ISG

_TYPE = Iri(RDF + "type")
_SUB_CLASS = Iri(RDFS + "subClassOf")
_NAMES = (Iri(RDFS + "label"), Iri(SKOS + "altLabel"))
_DEPRECATED = Iri(OWL + "deprecated")
_LINKS = {Iri(DCTERMS + name) for name in ("publisher", "creator", "isReplacedBy")}
_TERMS = {value for value in vars(ISG).values() if isinstance(value, Iri)}
_TOPS = (ISG.Actor, ISG.Place, ISG.Occurrence, ISG.Instrument, ISG.Work)
_CLAIMS = (ISG.RelationClaim, ISG.QuantityClaim, ISG.AttributeClaim)
_BOUNDS = (ISG.beginEarliest, ISG.beginLatest, ISG.endEarliest, ISG.endLatest)
_NEEDS_CLAIMANT = (ISG.alleged, ISG.denied)
_ONE_FIGURE = (ISG.exactly, ISG.about)


class Finding(NamedTuple):
    """One rule that one node breaks; `note` in place of `error` only informs."""

    rule: str
    focus: str
    message: str
    value: str | None = None
    severity: str = "error"


class _Data:
    """The triples of a store by subject and predicate, with the classes of each node."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.triples = list(store.data())
        self.nodes: dict[Iri, dict[Iri, list[Term]]] = {}
        for subject, predicate, value in self.triples:
            self.nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)
        self.above: dict[Iri, set[Term]] = {}
        for child, _, parent in store.match(None, _SUB_CLASS):
            self.above.setdefault(child, set()).add(parent)

    @cached_property
    def relations(self) -> dict[Iri, claims.Relation]:
        return claims.relations(self.store)

    @cached_property
    def classes(self) -> dict[Iri, set[Term]]:
        """The classes of each node, with all those above them."""
        return {node: self._closure(self.iris(node, _TYPE)) for node in self.nodes}

    def _closure(self, direct: Iterable[Term]) -> set[Term]:
        found: set[Term] = set()
        queue = list(direct)
        while queue:
            term = queue.pop()
            if term not in found:
                found.add(term)
                if isinstance(term, Iri):
                    queue.extend(self.above.get(term, ()))
        return found

    def of_class(self, *wanted: Iri) -> list[Iri]:
        return [node for node, found in self.classes.items() if not found.isdisjoint(wanted)]

    def values(self, node: Iri, part: Iri) -> list[Term]:
        return self.nodes.get(node, {}).get(part, [])

    def iris(self, node: Iri, part: Iri) -> list[Iri]:
        return [value for value in self.values(node, part) if isinstance(value, Iri)]

    def texts(self, node: Iri, part: Iri) -> list[str]:
        return [value.text for value in self.values(node, part) if isinstance(value, Literal)]


def broken_rules(store: Store) -> Iterator[Finding]:
    """Yield what breaks a rule that compares nodes, from one pass of the triples.

    Examples
    --------
    >>> list(broken_rules(Store()))
    []
    """
    data = _Data(store)
    misplaced = list(_terms(data))
    yield from misplaced
    if any(finding.rule == "term-in-data" for finding in misplaced):
        return
    yield from _known_classes(data)
    for claim in data.of_class(*_CLAIMS):
        yield from _relation(data, claim)
        yield from _quantity(data, claim)
        yield from _evidence(data, claim)
    yield from _sources(data)
    yield from _derived(data)
    yield from _links(data)
    yield from _same_names(data)
    yield from _unused(data)


def _terms(data: _Data) -> Iterator[Finding]:
    for subject, predicate, value in data.triples:
        if subject.startswith(ONTOLOGY):
            yield Finding(
                "term-in-data",
                subject,
                f"The data speak about the term {shorten(subject)}: "
                "move the statement to the ontology.",
            )
        for term in (predicate, value):
            if isinstance(term, Iri) and term.startswith(ONTOLOGY) and term not in _TERMS:
                yield Finding(
                    "undeclared-term",
                    subject,
                    f"The ontology has no term {shorten(term)}: "
                    "mend its spelling, or declare it first.",
                    term,
                )


def _known_classes(data: _Data) -> Iterator[Finding]:
    known = {found[0] for found in data.store.match(None, _TYPE, Iri(OWL + "Class"))} & _TERMS
    for node in data.nodes:
        given = data.values(node, _TYPE)
        if not given:
            yield Finding(
                "known-class",
                node,
                f"{shorten(node)} has no class, so that no rule sees it: "
                "say what it is, or mend its name.",
            )
        for value in given:
            if value not in known:
                text = value.text if isinstance(value, Literal) else value
                yield Finding(
                    "known-class",
                    node,
                    f"{shorten(text)} is no class of the ontology: "
                    f"choose another for {shorten(node)}.",
                    text,
                )


def _relation(data: _Data, claim: Iri) -> Iterator[Finding]:
    subjects, objects = data.iris(claim, ISG.subject), data.iris(claim, ISG.object)
    for both in set(subjects) & set(objects):
        yield Finding(
            "self-relation",
            claim,
            f"The claim relates {shorten(both)} to itself: name the other end.",
            both,
        )
    for predicate in data.iris(claim, ISG.predicate):
        relation = data.relations.get(predicate)
        if relation is None:
            yield Finding(
                "concrete-relation",
                claim,
                f"{shorten(predicate)} is not a relation that can be claimed: "
                "choose one that has a channel, in its own direction.",
                predicate,
            )
            continue
        for rule, ends, wanted in (
            ("domain", subjects, relation.domain),
            ("range", objects, relation.range),
        ):
            for end in ends:
                if wanted not in data.classes.get(end, ()):
                    yield Finding(
                        rule,
                        claim,
                        f"{shorten(end)} is no {wanted.slug}, as the {rule} of "
                        f"{shorten(predicate)} wants: choose another relation or entity.",
                        end,
                    )


def _quantity(data: _Data, claim: Iri) -> Iterator[Finding]:
    try:
        low, high = (
            Decimal(data.texts(claim, part)[0]) for part in (ISG.quantityMin, ISG.quantityMax)
        )
    except (IndexError, InvalidOperation):
        return
    figures = f"{low} and {high}"
    for qualifier in data.iris(claim, ISG.quantityQualifier):
        if qualifier in _ONE_FIGURE and low != high:
            yield Finding(
                "quantity-one-figure",
                claim,
                f"The qualifier {qualifier.slug} has unequal bounds {figures}: "
                "make them equal, or use range.",
                figures,
            )
        if qualifier == ISG.range and low >= high:
            yield Finding(
                "quantity-range",
                claim,
                f"The range from {low} to {high} does not rise: "
                "put the smaller figure first, or use exactly.",
                figures,
            )


def _evidence(data: _Data, claim: Iri) -> Iterator[Finding]:
    if claim in data.iris(claim, ISG.disputes):
        yield Finding(
            "self-dispute", claim, "The claim disputes itself: point to the claim it contradicts."
        )
    statuses = data.iris(claim, ISG.epistemicStatus)
    for status in statuses:
        if status in _NEEDS_CLAIMANT and not data.iris(claim, ISG.claimant):
            yield Finding(
                "claimant-missing",
                claim,
                f"A claim that is {status.slug} has no claimant: name the actor who says so.",
                status,
            )
    documents = {
        document
        for passage in data.iris(claim, ISG.passage)
        for document in data.iris(passage, ISG.inDocument)
    }
    for citation in data.iris(claim, ISG.citation):
        own = data.iris(citation, ISG.inDocument)
        if documents and own and documents.isdisjoint(own):
            yield Finding(
                "citation-elsewhere",
                claim,
                f"{shorten(citation)} is a note of another document: "
                "cite a note of the document that the passage is in.",
                citation,
            )


def _sources(data: _Data) -> Iterator[Finding]:
    for passage in data.of_class(ISG.Passage):
        for document in data.iris(passage, ISG.inDocument):
            try:
                end = int(data.texts(passage, ISG.charEnd)[0])
                length = int(data.texts(document, ISG.charCount)[0])
            except (IndexError, ValueError):
                continue
            if end > length:
                yield Finding(
                    "passage-inside",
                    passage,
                    f"The passage ends at {end}, beyond its document of {length} characters: "
                    "locate it again.",
                    str(end),
                )
    for work in data.of_class(ISG.Work):
        for text in data.texts(work, ISG.issuedOn):
            try:
                dates.span(text)
            except DateError as error:
                yield Finding("real-date", work, f"The date of the work is wrong: {error}.", text)


def _derived(data: _Data) -> Iterator[Finding]:
    """Compare the stored bounds and direct triples with those that claims give."""
    wanted: set[Triple] = set()
    for iri in data.of_class(*_CLAIMS):
        try:
            (claim,) = claims.read(data.store, [iri])
        except ValueError:
            continue  # a part is missing or of the wrong form, which a shape has reported
        if ISG.RelationClaim in data.classes[iri]:
            wanted |= {
                triple
                for triple in claims.direct_triples([claim], data.relations)
                if triple[1] in data.relations
            }
        if claim.valid_time is None and claim.as_of is None:
            continue
        try:
            bounds = claims.derived_bounds(data.store, [claim])
        except DateError as error:
            text = claim.valid_time or claim.as_of
            yield Finding("real-date", iri, f"The time of the claim is wrong: {error}.", text)
            continue
        except (ValueError, TypeError):
            continue  # the passage leads to no document with a date, which a shape has reported
        stored = {(iri, part, value) for part in _BOUNDS for value in data.values(iri, part)}
        for _, part, value in stored ^ bounds:
            text = value.text if isinstance(value, Literal) else value
            state = "does not follow from" if value in data.values(iri, part) else "is missing for"
            yield Finding(
                "derived-bounds",
                iri,
                f"The bound {part.slug} {text} {state} the time of the claim: "
                "run `isgraph fmt`, which derives it.",
                text,
            )
    direct = {triple for triple in data.triples if triple[1] in data.relations}
    for subject, predicate, value in wanted - direct:
        yield Finding(
            "direct-missing",
            subject,
            f"A claim licenses the direct triple {_line(subject, predicate, value)}, "
            "which is not there: run `isgraph fmt`.",
            str(value),
        )
    for subject, predicate, value in direct - wanted:
        yield Finding(
            "direct-unlicensed",
            subject,
            f"No claim licenses the direct triple {_line(subject, predicate, value)}: "
            "write the claim, or run `isgraph fmt` to take the triple out.",
            str(value),
        )


def _line(subject: Iri, predicate: Iri, value: Term) -> str:
    return " ".join(shorten(term) for term in (subject, predicate, str(value)))


def _links(data: _Data) -> Iterator[Finding]:
    entities = set(data.of_class(ISG.Entity))
    for subject, predicate, value in data.triples:
        if predicate in data.relations or predicate in _LINKS:
            continue
        if subject in entities and value in entities:
            yield Finding(
                "unknown-link",
                subject,
                f"{shorten(predicate)} links two entities and is no relation that can be claimed: "
                "write a claim with a relation of the ontology.",
                str(value),
            )


def _same_names(data: _Data) -> Iterator[Finding]:
    for top in _TOPS:
        seen: dict[str, Iri] = {}
        for entity in sorted(data.of_class(top), key=turtle.natural):
            names = {text.casefold() for part in _NAMES for text in data.texts(entity, part)}
            for name in sorted(names):
                first = seen.setdefault(name, entity)
                if first != entity:
                    yield Finding(
                        "same-name",
                        entity,
                        f"{shorten(entity)} and {shorten(first)} share the name {name!r}: "
                        "merge them, or tell their names apart.",
                        name,
                    )


def _unused(data: _Data) -> Iterator[Finding]:
    used = {value for _, predicate, value in data.triples if predicate not in data.relations}
    for node in data.of_class(*_TOPS[:-1], ISG.Citation, ISG.Passage):
        if node not in used and "true" not in data.texts(node, _DEPRECATED):
            yield Finding(
                "unused",
                node,
                f"Nothing uses {shorten(node)}: write the claim it is for, or take it out.",
                severity="note",
            )
