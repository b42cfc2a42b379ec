"""Tables: the first page and the lists of what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from isgraph import questions
from isgraph.site.contents import Contents
from isgraph.site.pages import HOME, LISTS, Page
from isgraph.terms import DCTERMS, Iri
from isgraph.vocab import ISG

_MOST_TIED = 12


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the first page and the lists."""
    yield _first(contents)
    for room in ("actor", "place", "event", "instrument"):
        yield _list(contents, room)
    yield _works(contents)
    yield _documents(contents)
    yield Page("claims.html", "claims.html", LISTS["claim"][1], (HOME,),
               {"cards": list(contents.cards.values())})  # fmt: skip
    yield _speakers(contents)


def _first(contents: Contents) -> Page:
    counts = {
        room: len(contents.room(room)) for room in ("actor", "place", "event", "instrument", "work")
    }
    counts |= {"document": len(contents.documents), "claim": len(contents.cards)}
    most = sorted(
        contents.room("actor"), key=lambda thing: (-len(contents.cards_of[thing.iri]), thing.label)
    )
    values = {
        "counts": [(*LISTS[room], count) for room, count in counts.items()],
        "questions": len(questions.names()),
        "most": [
            (contents.link(thing.iri), len(contents.cards_of[thing.iri]))
            for thing in most[:_MOST_TIED]
        ],
        "documents": _document_rows(contents),
        "statuses": _statuses(contents),
    }
    return Page("index.html", "index.html", "Actors around Islamic State", (), values)


def _statuses(contents: Contents) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """Return each status and modality with its meaning and how many claims have it."""
    cards = contents.cards.values()
    found = Counter(card.claim.status for card in cards)
    found += Counter(card.claim.modality for card in cards)
    return [
        (
            title,
            sorted(
                ((code.label, code.definition, found[code.iri]) for code in contents.codes(list_)),
                key=lambda row: (-row[2], row[0]),
            ),
        )
        for title, list_ in (
            ("How firmly it is put", ISG.EpistemicStatus),
            ("Whether it is so, or meant to be", ISG.Modality),
        )
    ]


def _list(contents: Contents, room: str) -> Page:
    name, heading = LISTS[room]
    rows = [
        (contents.link(thing.iri), thing.kind_label, thing.aliases, _count(contents, thing.iri))
        for thing in contents.room(room)
    ]
    return Page(f"{name}.html", "entities.html", heading, (HOME,), {"rows": rows})


def _count(contents: Contents, iri: Iri) -> int:
    """Return how many claims name a thing, beyond those that cite it."""
    return sum(iri in card.parts for card in contents.cards_of[iri])


def _works(contents: Contents) -> Page:
    rows = [
        (
            contents.link(thing.iri),
            contents.links(thing.iri, DCTERMS + "publisher"),
            contents.store.text(thing.iri, ISG.issuedOn),
            _resting(contents, thing.iri),
        )
        for thing in contents.room("work")
    ]
    return Page("works.html", "works.html", LISTS["work"][1], (HOME,), {"rows": rows})


def _resting(contents: Contents, work: Iri) -> int:
    """Return how many claims rest on a work."""
    path = contents.link(work).path
    cards = contents.cards_of[work]
    return sum(any(cited.work.path == path for cited in card.cited) for card in cards)


def _documents(contents: Contents) -> Page:
    return Page("documents.html", "documents.html", LISTS["document"][1], (HOME,),
                {"rows": _document_rows(contents)})  # fmt: skip


def _document_rows(contents: Contents) -> list[tuple[object, ...]]:
    return [
        (
            contents.link(iri),
            contents.links(iri, DCTERMS + "publisher"),
            contents.store.text(iri, DCTERMS + "issued"),
            len(contents.cards_of[iri]),
        )
        for iri in contents.documents
    ]


def _speakers(contents: Contents) -> Page:
    found = Counter(iri for card in contents.cards.values() for iri in card.claim.claimants)
    rows = sorted(
        ((contents.link(iri), count) for iri, count in found.items()),
        key=lambda row: (-row[1], row[0].label),
    )
    silent = Counter(
        card.told.status for card in contents.cards.values() if not card.claim.claimants
    )
    return Page("speakers.html", "speakers.html", "Speakers", (HOME,),
                {"rows": rows, "silent": sorted(silent.items())})  # fmt: skip
