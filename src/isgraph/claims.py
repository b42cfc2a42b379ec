"""Claims, read and written, and the one rule that derives triples from them.

Only here is a claim spelt in RDF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from isgraph import turtle
from isgraph.dates import Bounds, bounds
from isgraph.entities import bearing, nearest
from isgraph.errors import ClaimError, NameNotFoundError
from isgraph.store import Store, as_store
from isgraph.terms import (
    BASE,
    DCTERMS,
    ONTOLOGY,
    OWL,
    RDF,
    RDFS,
    SKOS,
    XSD,
    Iri,
    Literal,
    Term,
    Triple,
)
from isgraph.vocab import ISG

_TYPE = Iri(RDF + "type")
_DEPRECATED = Iri(OWL + "deprecated")
_REPLACED_BY = Iri(DCTERMS + "isReplacedBy")
BOUNDS = (ISG.beginEarliest, ISG.beginLatest, ISG.endEarliest, ISG.endLatest)
_SUB_PROPERTY = Iri(RDFS + "subPropertyOf")
_PARTS_OF_CLAIMS = (
    ISG.subject,
    ISG.object,
    ISG.claimant,
    ISG.place,
    ISG.underInstrument,
    ISG.inOccurrence,
    ISG.passage,
    ISG.citation,
)
_CLAIM = f"{BASE}claim/"
LICENSING = frozenset((ISG.asserted, ISG.reported, ISG.assessed))

MANY = {
    ISG.claimant: "claimants",
    ISG.disputes: "disputes",
    ISG.place: "places",
    ISG.underInstrument: "instruments",
    ISG.inOccurrence: "occurrences",
    ISG.citation: "citations",
}
ONE = {
    ISG.subject: "subject",
    ISG.object: "object",
    ISG.epistemicStatus: "status",
    ISG.modality: "modality",
    ISG.passage: "passage",
    ISG.citationState: "citation_state",
    ISG.subjectMention: "subject_mention",
    ISG.objectMention: "object_mention",
    _REPLACED_BY: "replaced_by",
}
TIMES = {ISG.validTime: "valid_time", ISG.asOf: "as_of"}
WORDS = {ISG.role: "role", ISG.paraphrase: "paraphrase", ISG.curatorNote: "note"}
TRUTHS = {ISG.negated: "negated", _DEPRECATED: "is_deprecated"}
_SPELT_APART = {_TYPE, ISG.predicate, ISG.attribute, ISG.measure, *BOUNDS} | {
    ISG.quantityMin,
    ISG.quantityMax,
    ISG.quantityQualifier,
}
_EDTF = Iri("http://id.loc.gov/datatypes/edtf/EDTF")


class Quantity(NamedTuple):
    """A number with its measure; an absent bound is None.

    Examples
    --------
    >>> Quantity(ISG.troops, 2000, 2000, ISG.about).minimum
    2000
    """

    measure: Iri
    minimum: int | float | None
    maximum: int | float | None
    qualifier: Iri


class Claim(NamedTuple):
    """What one passage says about an entity, as recorded.

    `kind` is the relation, the measure or the attribute; a relation has an
    `object`, and may have a `quantity` as well.
    """

    id: Iri
    kind: Iri
    subject: Iri
    status: Iri
    modality: Iri
    passage: Iri
    paraphrase: str
    object: Iri | None = None
    quantity: Quantity | None = None
    negated: bool = False
    claimants: tuple[Iri, ...] = ()
    disputes: tuple[Iri, ...] = ()
    valid_time: str | None = None
    as_of: str | None = None
    places: tuple[Iri, ...] = ()
    instruments: tuple[Iri, ...] = ()
    occurrences: tuple[Iri, ...] = ()
    role: str | None = None
    citations: tuple[Iri, ...] = ()
    citation_state: Iri | None = None
    subject_mention: Iri | None = None
    object_mention: Iri | None = None
    note: str | None = None
    is_deprecated: bool = False
    replaced_by: Iri | None = None

    @property
    def claim_class(self) -> Iri:
        """The class of the claim: relation, quantity or attribute."""
        if self.object is not None:
            return ISG.RelationClaim
        return ISG.QuantityClaim if self.quantity else ISG.AttributeClaim

    @property
    def licenses(self) -> bool:
        """Whether the claim licenses a direct triple.

        It does if it is a relation that the document says, passes on or
        assesses as being or having been so.
        """
        return (
            self.object is not None
            and self.modality == ISG.actual
            and self.status in LICENSING
            and not self.negated
            and not self.is_deprecated
        )

    def triples(self) -> list[Triple]:
        """Return the triples of the claim, without those that are derived."""
        parts: list[tuple[Iri, Term]] = [(_TYPE, self.claim_class)]
        if self.object is not None:
            parts.append((ISG.predicate, self.kind))
        elif not self.quantity:
            parts.append((ISG.attribute, self.kind))
        if self.quantity:
            parts.append((ISG.measure, self.quantity.measure))
            parts.append((ISG.quantityQualifier, self.quantity.qualifier))
            for part, number in (
                (ISG.quantityMin, self.quantity.minimum),
                (ISG.quantityMax, self.quantity.maximum),
            ):
                if number is not None:
                    parts.append((part, _number(number)))
        for part, name in ONE.items():
            if (value := getattr(self, name)) is not None:
                parts.append((part, value))
        for part, name in MANY.items():
            parts.extend((part, value) for value in getattr(self, name))
        for part, name in TIMES.items():
            if (value := getattr(self, name)) is not None:
                parts.append((part, Literal(value, _EDTF)))
        for part, name in WORDS.items():
            if (value := getattr(self, name)) is not None:
                parts.append((part, Literal(value, None, "en")))
        for part, name in TRUTHS.items():
            if getattr(self, name):
                parts.append((part, Literal("true", Iri(XSD + "boolean"))))
        return [(self.id, part, value) for part, value in parts]


class Relation(NamedTuple):
    """A relation of the ontology, with what its ancestors give it."""

    iri: Iri
    label: str
    definition: str
    domain: Iri
    range: Iri
    channel: Iri
    sign: int
    family: Iri
    ancestors: frozenset[Iri]
    is_symmetric: bool


def relations(store: Store, only: Iterable[Iri] | None = None) -> dict[Iri, Relation]:
    """Return the concrete relations of the ontology by IRI, all or some.

    Examples
    --------
    >>> found = relations(Store())
    >>> found[ISG.detains].label, found[ISG.detains].sign, found[ISG.detains].family.slug
    ('detains', -1, 'custodyFamily')
    """
    parents: dict[Iri, list[Iri]] = {}
    for child, _, parent in store.match(None, _SUB_PROPERTY):
        assert isinstance(parent, Iri)
        parents.setdefault(child, []).append(parent)
    symmetric = {found[0] for found in store.match(None, _TYPE, Iri(OWL + "SymmetricProperty"))}
    answer = {}
    wanted = None if only is None else set(only)
    for iri, _, channel in store.match(None, ISG.channel):
        if wanted is not None and iri not in wanted:
            continue
        lineage = list(_lineage(iri, parents))
        family = next(filter(None, (store.text(name, ISG.family) for name in lineage)))
        signs = filter(None, (store.text(name, ISG.sign) for name in lineage))
        domain, range_ = store.text(iri, RDFS + "domain"), store.text(iri, RDFS + "range")
        assert domain
        assert range_
        assert isinstance(channel, Iri)
        answer[iri] = Relation(
            iri=iri,
            label=store.text(iri, RDFS + "label") or iri.slug,
            definition=store.text(iri, SKOS + "definition") or "",
            domain=Iri(domain),
            range=Iri(range_),
            channel=channel,
            sign=int(next(signs)),
            family=Iri(family),
            ancestors=frozenset(lineage),
            is_symmetric=iri in symmetric,
        )
    return dict(sorted(answer.items()))


def _lineage(iri: Iri, parents: dict[Iri, list[Iri]]) -> Iterator[Iri]:
    """Yield a relation and its ancestors, nearest first; custody before its siblings."""
    queue = [iri]
    seen: set[Iri] = set()
    while queue:
        found = queue.pop(0)
        if found not in seen:
            seen.add(found)
            yield found
            queue.extend(sorted(parents.get(found, []), key=lambda name: "Relation" not in name))


def kinds(store: Store, names: Iterable[str]) -> set[Iri]:
    """Return the kinds that names mean, with the narrower relations below each.

    Raises
    ------
    NameNotFoundError
        If the ontology has no such relation, measure or attribute.

    Examples
    --------
    >>> sorted(kind.slug for kind in kinds(Store(), ["attacks"]))
    ['abducts', 'attacks', 'kills']
    """
    known = relations(store)
    codes = {
        found[0]
        for scheme in (ISG.Measure, ISG.Attribute)
        for found in store.match(None, _TYPE, scheme)
    }
    above = {iri for relation in known.values() for iri in relation.ancestors}
    wanted: set[Iri] = set()
    for name in names:
        iri = Iri(ONTOLOGY + name.removeprefix("isg:"))
        if iri in codes:
            wanted.add(iri)
        elif iri in above:
            wanted |= {found for found, relation in known.items() if iri in relation.ancestors}
        else:
            raise NameNotFoundError(
                f"No kind {name!r}.{nearest(name, (x.slug for x in above | codes))} "
                "`isgraph list kinds` lists them all.",
                name=name,
            )
    return wanted


def read(store: Store, only: Iterable[Iri] | None = None) -> list[Claim]:
    """Return the claims of a store, or some of them, in the order of their ids.

    Raises
    ------
    ClaimError
        If a claim lacks a part without which it cannot be read.
    """
    as_store(store)
    ids = set(only) if only is not None else {
        found[0]
        for kind in (ISG.RelationClaim, ISG.QuantityClaim, ISG.AttributeClaim)
        for found in store.match(None, _TYPE, kind)
    }  # fmt: skip
    return [_read_one(store, iri) for iri in sorted(ids, key=turtle.natural)]


def named(store: Store, name: str) -> Claim:
    """Return the claim that an id, a prefixed name or an IRI names.

    Raises
    ------
    NameNotFoundError
        If there is no such claim.

    Examples
    --------
    >>> named(tiny, "c0008") == named(tiny, "claim:c0008")
    True
    """
    iri = Iri(name if name.startswith(_CLAIM) else _CLAIM + name.removeprefix("claim:"))
    if not any(True for _ in store.match(iri, _TYPE)):
        raise NameNotFoundError(
            f"No claim is named {name!r}. Claims are named such as c0001, and every "
            "answer with evidence gives their names.",
            name=name,
        )
    return _read_one(store, iri)


def about(store: Store, iri: Iri) -> list[Claim]:
    """Return the claims in which an entity plays any part, also as a speaker.

    About a passage or a document are the claims that stand in it, about a work
    those that cite it, and about a claim is the claim itself.

    Examples
    --------
    >>> [claim.id.slug for claim in about(tiny, Iri("https://w3id.org/isgraph/claim/c0008"))]
    ['c0008']
    """
    found = {
        triple[0]
        for name in bearing(store, iri)
        for part in _PARTS_OF_CLAIMS
        for triple in store.match(None, part, name)
    }
    if iri.startswith(_CLAIM) and any(True for _ in store.match(iri, _TYPE)):
        found.add(iri)
    return read(store, found)


def _read_one(store: Store, iri: Iri) -> Claim:
    parts: dict[Iri, list[Term]] = {}
    for _, part, value in store.match(iri):
        parts.setdefault(part, []).append(value)

    def one(part: Iri) -> Iri | None:
        value = next(iter(parts.get(part, ())), None)
        return value if isinstance(value, Iri) else None

    kind = one(ISG.predicate) or one(ISG.attribute) or one(ISG.measure)
    needed = (ISG.subject, ISG.epistemicStatus, ISG.modality, ISG.passage)
    missing = [part.slug for part in needed if not one(part)]
    if kind is None or missing:
        raise ClaimError(
            f"Claim {iri.slug} lacks {', '.join(missing) or 'its kind'}; "
            "`isgraph check` says more.",
            claim=iri,
        )
    values: dict[str, Any] = {name: one(part) for part, name in ONE.items()}
    for part, name in MANY.items():
        found = sorted((str(value) for value in parts.get(part, ())), key=turtle.natural)
        values[name] = tuple(map(Iri, found))
    for part, name in (TIMES | WORDS).items():
        written = next(iter(parts.get(part, ())), None)
        values[name] = written.text if isinstance(written, Literal) else None
    for part, name in TRUTHS.items():
        values[name] = any(isinstance(v, Literal) and v.text == "true" for v in parts.get(part, ()))
    values["paraphrase"] = values["paraphrase"] or ""
    return Claim(id=iri, kind=kind, quantity=_read_quantity(parts), **values)


def _read_quantity(parts: dict[Iri, list[Term]]) -> Quantity | None:
    measure = next(iter(parts.get(ISG.measure, ())), None)
    qualifier = next(iter(parts.get(ISG.quantityQualifier, ())), None)
    if not isinstance(measure, Iri) or not isinstance(qualifier, Iri):
        return None
    low, high = (
        from_number(parts[part][0]) if part in parts else None
        for part in (ISG.quantityMin, ISG.quantityMax)
    )
    return Quantity(measure, low, high, qualifier)


def _number(value: int | float) -> Literal:
    name = "integer" if isinstance(value, int) else "decimal"
    return Literal(str(value), Iri(XSD + name))


def from_number(value: Term) -> int | float:
    """Return the number that a term writes."""
    text = value.text if isinstance(value, Literal) else "0"
    return float(text) if "." in text else int(text)


def offsets(store: Store, passage: Iri) -> tuple[int, int]:
    """Return the first character of a passage, and one past the last."""
    start, end = store.text(passage, ISG.charStart), store.text(passage, ISG.charEnd)
    return int(start or 0), int(end or 0)


def published(store: Store, passage: Iri) -> date:
    """Return the day on which the document of a passage came out.

    Raises
    ------
    ClaimError
        If the passage has no document, or the document no date.
    """
    document = store.text(passage, ISG.inDocument) or ""
    issued = store.text(document, DCTERMS + "issued") if "://" in document else None
    if issued is None:
        raise ClaimError(f"Passage {passage.slug} leads to no document with a date.")
    return date.fromisoformat(issued)


def bounds_of(claim: Claim, published_on: date) -> Bounds:
    """Return the bounds that the times of a claim give.

    Raises
    ------
    DateError
        If a time of the claim is not a date of our subset of EDTF.
    """
    return bounds(claim.valid_time, claim.as_of, published_on, claim.modality == ISG.actual)


def direct_triples(claims: Iterable[Claim], known: dict[Iri, Relation]) -> set[Triple]:
    """Return the direct triples that claims license.

    A symmetric relation gives both directions; nothing is inferred beyond.
    """
    found: set[Triple] = set()
    for claim in claims:
        if claim.licenses and claim.object is not None and claim.kind in known:
            found.add((claim.subject, claim.kind, claim.object))
            if known[claim.kind].is_symmetric:
                found.add((claim.object, claim.kind, claim.subject))
    return found


def derived_bounds(store: Store, claims: Iterable[Claim]) -> set[Triple]:
    """Return the triples of the date bounds of claims.

    Raises
    ------
    DateError
        If a time of a claim is not a date of our subset of EDTF.
    """
    return {
        (claim.id, part, Literal(day.isoformat(), Iri(XSD + "date")))
        for claim in claims
        for part, day in zip(BOUNDS, bounds_of(claim, published(store, claim.passage)), strict=True)
        if day is not None
    }


def canonical(store: Store) -> str:
    """Return the data as canonical Turtle, with its derived triples made anew.

    Raises
    ------
    ClaimError, DateError
        If a claim cannot be read.
    """
    claims = read(store)
    known = relations(store)
    written = {
        triple for triple in store.data() if triple[1] not in known and triple[1] not in BOUNDS
    }
    return turtle.write(written | direct_triples(claims, known) | derived_bounds(store, claims))
