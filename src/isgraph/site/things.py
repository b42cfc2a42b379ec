"""Things: a page for each actor, place, event, instrument, work, document and claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from isgraph.claims import published
from isgraph.entities import Entity
from isgraph.network import Network
from isgraph.site.addresses import Link
from isgraph.site.contents import Card, Contents
from isgraph.site.pages import Page, page_of
from isgraph.site.pictures import MOST, Neighbour, neighbours, picture_path, size_px
from isgraph.site.wording import bounds_in_words, denial_in_words, place_in_words, speaker_in_words
from isgraph.terms import BASE, DCTERMS, SKOS, Iri
from isgraph.vocab import ISG

_PLAIN = ("asserted", "actual")
_LAST_GROUPS = {
    "figures": "Figures and states",
    "said": "What it says of others",
    "named": "Named as place, event or instrument",
}


class Heading(NamedTuple):
    """A relation as seen from one thing: the words before and after the gap."""

    before: str
    kind: Link
    after: str


class Group(NamedTuple):
    """Claims of one family about one thing, by relation."""

    name: str
    title: str
    parts: list[tuple[Heading, list[Card]]]

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(len(cards) for _, cards in self.parts)


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the pages of all things, claims last."""
    for iri, thing in contents.things.items():
        room = iri.removeprefix(BASE).partition("/")[0]
        near = neighbours(contents, iri)
        make = _work if room == "work" else _entity
        yield make(contents, thing, near)
    for iri in contents.documents:
        yield _document(contents, iri)
    order = list(contents.cards.values())
    for number, card in enumerate(order):
        previous = order[number - 1] if number else None
        following = order[number + 1] if card is not order[-1] else None
        yield _claim(contents, card, previous, following)


def groups(contents: Contents, iri: Iri) -> list[Group]:
    """Return the claims about a thing by family, and within it by relation and end.

    Examples
    --------
    >>> contents = Contents(tiny)
    >>> [group.title for group in groups(contents, Iri("https://w3id.org/isgraph/place/northland"))]
    ['Places and events', 'Named as place, event or instrument']
    """
    label = contents.things[iri].label
    found: dict[str, dict[Heading, list[Card]]] = defaultdict(lambda: defaultdict(list))
    for card in contents.cards_of[iri]:
        claim = card.claim
        is_end = iri in (claim.subject, claim.object)
        if is_end and claim.subject != iri and not card.told.is_symmetric:
            heading = Heading("", card.kind, label)
        else:
            heading = Heading(label if is_end else "", card.kind, "")
        if is_end:
            name = card.told.family
        elif iri in card.parts:
            name = "said" if iri in claim.claimants else "named"
        else:
            continue
        found[name][heading].append(card)
    titles = {
        code.iri.slug.removesuffix("Family"): code.label.capitalize()
        for code in contents.families_in_order()
    }
    return [
        Group(name, title, sorted(found[name].items(), key=lambda part: _order(part[0])))
        for name, title in (titles | _LAST_GROUPS).items()
        if name in found
    ]


def _order(heading: Heading) -> tuple[bool, str]:
    return bool(heading.after), heading.kind.label


def _entity(contents: Contents, thing: Entity, near: list[Neighbour]) -> Page:
    room = thing.iri.removeprefix(BASE).partition("/")[0]
    values = _of_entity(contents, thing, near) | {
        "in_diagram": room == "actor" and _is_drawn(contents.network, thing.iri),
        "short": thing.iri.removeprefix(BASE),
        "published": sorted(
            {
                contents.link(found[0])
                for part in ("publisher", "creator")
                for found in contents.store.match(None, DCTERMS + part, thing.iri)
                if contents.has_page(found[0])
            }
        ),
    }
    return page_of(thing.iri, thing.label, room, values)._replace(template="entity.html")


def _of_entity(contents: Contents, thing: Entity, near: list[Neighbour]) -> dict[str, object]:
    cards = [card for card in contents.cards_of[thing.iri] if thing.iri in card.parts]
    return {
        "thing": thing,
        "groups": groups(contents, thing.iri),
        "count": len(cards),
        "timeline": _dated(card for card in cards if thing.iri not in card.claim.claimants),
        "neighbours": near,
        "picture": PurePosixPath(picture_path(contents.link(thing.iri).path or "")).name,
        "most": MOST,
        "size": size_px(near),
        "kind": Link(
            thing.kind_label[:1].upper() + thing.kind_label[1:], f"ontology.html#{thing.kind.slug}"
        ),
    }


def _title(card: Card) -> str:
    """Return the title of a claim, in which what is not plainly said to be so is named as such."""
    put_as = [name for name in (card.told.status, card.told.modality) if name not in _PLAIN]
    marks = f" ({', '.join(put_as)})" if put_as else ""
    return f"Claim {card.told.id}{marks}: {card.statement}"


def _is_drawn(network: Network, iri: Iri) -> bool:
    """Tell whether the diagram of actors alone has an actor."""
    actor = f"{BASE}actor/"
    return str(iri) in network.graph["facts"] or any(
        one.startswith(actor) and other.startswith(actor)
        for one, other in (*network.in_edges(iri), *network.out_edges(iri))
    )


def _dated(cards: Iterable[Card]) -> list[Card]:
    """Return the claims that have a date of their own, not only that of their document."""
    dated = [
        card
        for card in cards
        if card.told.valid_time or card.told.as_of != card.told.published.isoformat()
    ]

    def first_day(card: Card) -> tuple[str, str]:
        told = card.told
        day = told.begin_earliest or told.end_earliest or told.begin_latest or told.end_latest
        return str(day or ""), told.id

    return sorted(dated, key=first_day)


def _work(contents: Contents, thing: Entity, near: list[Neighbour]) -> Page:
    text = contents.store.text
    notes = []
    for citation, _, _ in contents.store.match(None, ISG.work, thing.iri):
        number = text(citation, ISG.noteNumber)
        document = contents.link(text(citation, ISG.inDocument) or "")
        notes.append((document, int(number or 0), text(citation, ISG.pinpoint) or ""))
    values = _of_entity(contents, thing, near) | {
        "publishers": contents.links(thing.iri, DCTERMS + "publisher"),
        "authors": contents.links(thing.iri, DCTERMS + "creator"),
        "issued": text(thing.iri, ISG.issuedOn),
        "notes": sorted(notes),
        "resting": [
            card
            for card in contents.cards_of[thing.iri]
            if any(cited.work.path == contents.link(thing.iri).path for cited in card.cited)
        ],
    }
    return page_of(thing.iri, thing.label, "work", values)


def _document(contents: Contents, iri: Iri) -> Page:
    text = contents.store.text
    cards = sorted(contents.cards_of[iri], key=lambda card: (card.told.char_start, card.told.id))
    sections: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        sections[card.told.section].append(card)
    values = {
        "publishers": contents.links(iri, DCTERMS + "publisher"),
        "authors": contents.links(iri, DCTERMS + "creator"),
        "issued": text(iri, DCTERMS + "issued"),
        "licence": text(iri, DCTERMS + "license"),
        "digest": text(iri, ISG.sha256),
        "characters": int(text(iri, ISG.charCount) or 0),
        "count": len(cards),
        "sections": [
            (name, len(found), [(number, list(part)) for number, part in groupby(
                found, key=lambda card: card.told.paragraph)])
            for name, found in sections.items()
        ],
    }  # fmt: skip
    return page_of(iri, text(iri, DCTERMS + "title") or iri.slug, "document", values)


def _claim(contents: Contents, card: Card, previous: Card | None, following: Card | None) -> Page:
    claim, told = card.claim, card.told
    ends = {claim.subject, claim.object}
    same = [
        other
        for other in contents.cards_of[claim.subject]
        if claim.object and other is not card and {other.claim.subject, other.claim.object} == ends
    ]
    beside = [other for other in contents.cards_of[claim.passage] if other is not card]
    actor = f"{BASE}actor/"
    works = (contents.store.text(citation, ISG.work) for citation in claim.citations)
    disputing = {*claim.disputes, *(Iri(f"{BASE}claim/{slug}") for slug in told.disputed_by)}
    values = {
        "card": card,
        "meanings": contents.meanings,
        "why": claim.citation_state
        and contents.store.text(claim.citation_state, SKOS + "definition"),
        "replaced": claim.replaced_by and contents.link(claim.replaced_by),
        "disputing": [contents.cards[iri] for iri in sorted(disputing) if iri in contents.cards],
        "denial": denial_in_words(claim),
        "bounds": bounds_in_words(told),
        "speaker": speaker_in_words(told),
        "place": place_in_words(told),
        "published": published(contents.store, claim.passage),
        "same": same,
        "beside": beside,
        "previous": previous,
        "following": following,
        "in_diagram": bool(claim.object)
        and all(end and end.startswith(actor) for end in ends)
        and contents.network.has_edge(claim.subject, claim.object, key=claim.id),
    }
    more = [claim.passage, *claim.citations, *(Iri(work) for work in works if work)]
    return page_of(claim.id, _title(card), "claim", values, *more)
