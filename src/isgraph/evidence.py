"""Evidence: a claim told to a reader, with labels instead of IRIs and both levels of source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from isgraph.claims import (
    Claim,
    Quantity,
    Relation,
    bounds_of,
    named,
    offsets,
    published,
    read,
    relations,
)
from isgraph.dates import Certainty, When, certainty, given, in_words
from isgraph.entities import Entities, entity
from isgraph.store import Store, as_store
from isgraph.terms import DCTERMS, SKOS, Iri
from isgraph.vocab import ISG

_QUALIFIER_WORDS = {
    ISG.exactly: "",
    ISG.about: "about ",
    ISG.atLeast: "at least ",
    ISG.moreThan: "more than ",
    ISG.lessThan: "less than ",
    ISG.upTo: "up to ",
    ISG.range: "",
    ISG.vague: "some ",
}


class Source(NamedTuple):
    """A work that a passage cites: the second level of who says it."""

    note: int | None
    pinpoint: str | None
    work: str
    publisher: str | None
    authors: list[str]
    issued: str | None

    def __str__(self) -> str:
        when = in_words(self.issued) if self.issued else None
        parts = (", ".join(self.authors) or None, self.publisher, self.work, when, self.pinpoint)
        text = ", ".join(part for part in parts if part)
        return f"note {self.note}: {text}" if self.note else text


class Evidence(NamedTuple):
    """All that a reader needs to judge and to cite one claim.

    `certainty` is that of the day asked for, and None where no day was.
    """

    id: str
    iri: Iri
    subject: Iri
    subject_label: str
    kind: str
    label: str
    object: Iri | None
    object_label: str | None
    family: str
    sign: int | None
    channel: str | None
    is_symmetric: bool
    status: str
    modality: str
    negated: bool
    quantity: str | None
    role: str | None
    claimants: list[str]
    valid_time: str | None
    as_of: str | None
    begin_earliest: date | None
    begin_latest: date | None
    end_earliest: date | None
    end_latest: date | None
    certainty: Certainty | None
    places: list[str]
    instruments: list[str]
    occurrences: list[str]
    document: str
    document_id: str
    published: date
    section: str
    paragraph: int | None
    char_start: int
    char_end: int
    sources: list[Source]
    citation_state: str | None
    paraphrase: str
    note: str | None
    disputes: list[str]
    disputed_by: list[str]

    @property
    def time(self) -> str:
        """When the matter holds, in words."""
        if self.valid_time:
            return in_words(self.valid_time)
        return f"as of {in_words(self.as_of)}" if self.as_of else ""

    @property
    def statement(self) -> str:
        """The claim as a short sentence of labels."""
        words = [self.subject_label, "not:" if self.negated else "", self.label]
        words += [self.object_label or "", f"({self.quantity})" if self.quantity else ""]
        return " ".join(word for word in words if word)

    def as_dict(self) -> dict[str, Any]:
        """Return the evidence as plain dictionaries and lists."""
        return self._asdict() | {"sources": [source._asdict() for source in self.sources]}


def restrict(
    store: Store,
    *,
    on: When | str | None = None,
    known_by: date | str | None = None,
    certainly: bool = False,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
) -> Store:
    """Return the store as of a day: only some claims, and what they license.

    This is what `--on`, `--known-by`, `--certainly`, `--kind` and `--status`
    mean everywhere. A plain `?x isg:backs ?y` then asks of that day, since the
    direct triples are derived anew. Without any of them it is the store itself.

    Parameters
    ----------
    on
        Keep what certainly or possibly held on this day, or on some day of
        this month or year; a text such as `2025-03` will do.
    known_by
        Keep what a document that came out on or before this day says.
    certainly
        Of what possibly held on the day, keep only what certainly did.
    kinds
        Names of relations, with the narrower ones below, measures or attributes.
    statuses
        Names of epistemic statuses or modalities; a claim needs one of each
        axis that is named.

    Raises
    ------
    NameNotFoundError
        If a kind or a status is not in the ontology.
    DateError
        If a text names no day, or `certainly` is asked for without a day.

    Examples
    --------
    >>> kept = restrict(tiny, statuses=["denied"])
    >>> [item.id for item in tell(kept)]
    ['c0008']
    """
    as_store(store)
    on, known_by = given(on, known_by, certainly=certainly)
    names, codes = list(kinds), list(statuses)
    if on is None and known_by is None and not names and not codes:
        return store
    from isgraph.columns import choose, keep

    chosen = choose(
        store, on=on, known_by=known_by, certainly=certainly, kinds=names, statuses=codes
    )
    return keep(store, chosen)


def tell(
    store: Store,
    claims: Iterable[Claim | str] | str | None = None,
    *,
    on: When | str | None = None,
) -> list[Evidence]:
    """Return the evidence of claims, all or the given ones, in their order.

    Parameters
    ----------
    claims
        Claims, or their names: `c0046`, `claim:c0046` or an IRI.
    on
        The day, month or year of which `certainty` is told.

    Raises
    ------
    NameNotFoundError
        If there is no such claim.

    Examples
    --------
    >>> tell(tiny)[0].statement
    'Group A detains members of Group B held'
    >>> tell(tiny, ["c0001"]) == tell(tiny)[:1]
    True
    """
    on, _ = given(on)
    wanted = [claims] if isinstance(claims, str) else claims
    told = read(store) if wanted is None else [
        named(store, claim) if isinstance(claim, str) else claim for claim in wanted
    ]  # fmt: skip
    known = relations(store, {claim.kind for claim in told})
    disputed_by: dict[Iri, list[str]] = {}
    for claim, _, other in store.match(None, ISG.disputes):
        if isinstance(other, Iri):
            disputed_by.setdefault(other, []).append(claim.slug)
    labels = Labels(store)
    return [_evidence(store, claim, known, disputed_by, labels, on) for claim in told]


class Labels(dict[Iri, str]):
    """The labels of entities and codes, looked up once each."""

    def __init__(self, store: Store, things: Entities | None = None) -> None:
        self.store, self.things = store, things

    def __missing__(self, iri: Iri) -> str:
        label = self.store.text(iri, SKOS + "prefLabel")
        if not label:
            label = (self.things[iri] if self.things is not None else entity(self.store, iri)).label
        self[iri] = label
        return label


def _evidence(
    store: Store,
    claim: Claim,
    known: dict[Iri, Relation],
    disputed_by: dict[Iri, list[str]],
    labels: Labels,
    on: When | None,
) -> Evidence:
    relation = known.get(claim.kind) if claim.object is not None else None
    issued = published(store, claim.passage)
    times = bounds_of(claim, issued)
    document = Iri(store.text(claim.passage, ISG.inDocument) or "")
    paragraph = store.text(claim.passage, ISG.paragraph)
    start, end = offsets(store, claim.passage)
    return Evidence(
        id=claim.id.slug,
        iri=claim.id,
        subject=claim.subject,
        subject_label=labels[claim.subject],
        kind=claim.kind.slug,
        label=relation.label if relation else labels[claim.kind],
        object=claim.object,
        object_label=labels[claim.object] if claim.object else None,
        family=relation.family.slug.removesuffix("Family") if relation else "figures",
        sign=relation.sign if relation else None,
        channel=relation.channel.slug if relation else None,
        is_symmetric=bool(relation and relation.is_symmetric),
        status=claim.status.slug,
        modality=claim.modality.slug,
        negated=claim.negated,
        quantity=in_figures(claim.quantity, labels) if claim.quantity else None,
        role=claim.role,
        claimants=[labels[iri] for iri in claim.claimants],
        valid_time=claim.valid_time,
        as_of=claim.as_of,
        begin_earliest=times.begin_earliest,
        begin_latest=times.begin_latest,
        end_earliest=times.end_earliest,
        end_latest=times.end_latest,
        certainty=certainty(times, on) if on else None,
        places=[labels[iri] for iri in claim.places],
        instruments=[labels[iri] for iri in claim.instruments],
        occurrences=[labels[iri] for iri in claim.occurrences],
        document=store.text(document, DCTERMS + "title") or document.slug,
        document_id=document.slug,
        published=issued,
        section=store.text(claim.passage, ISG.section) or "",
        paragraph=int(paragraph) if paragraph else None,
        char_start=start,
        char_end=end,
        sources=[source_of(store, citation, labels) for citation in claim.citations],
        citation_state=labels[claim.citation_state] if claim.citation_state else None,
        paraphrase=claim.paraphrase,
        note=claim.note,
        disputes=[iri.slug for iri in claim.disputes],
        disputed_by=sorted(disputed_by.get(claim.id, [])),
    )


def source_of(store: Store, citation: Iri, labels: Labels) -> Source:
    """Return the source that a citation names."""
    work = Iri(store.text(citation, ISG.work) or "")
    number = store.text(citation, ISG.noteNumber)
    publishers = [labels[Iri(str(iri))] for iri in store.values(work, DCTERMS + "publisher")]
    return Source(
        note=int(number) if number else None,
        pinpoint=store.text(citation, ISG.pinpoint),
        work=store.text(work, DCTERMS + "title") or work.slug,
        publisher=", ".join(publishers) or None,
        authors=[labels[Iri(str(iri))] for iri in store.values(work, DCTERMS + "creator")],
        issued=store.text(work, ISG.issuedOn),
    )


def in_figures(quantity: Quantity, labels: dict[Iri, str]) -> str:
    """Return a quantity as it is read: `about 2,000 troops`."""
    low, high = quantity.minimum, quantity.maximum
    if low is not None and high is not None and low != high:
        figure = f"{low:,} to {high:,}"
    else:
        figure = f"{low if low is not None else high:,}"
    return f"{_QUALIFIER_WORDS[quantity.qualifier]}{figure} {labels[quantity.measure]}"


__all__ = ["Evidence", "Source", "restrict", "tell"]
