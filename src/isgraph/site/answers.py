"""Answers: the cells of a table, with the names in them linked where there is no doubt whose."""

from __future__ import annotations

import re
from typing import NamedTuple

from isgraph.rows import Row, Rows, Value
from isgraph.site.addresses import Link
from isgraph.site.contents import Card, Contents
from isgraph.terms import BASE, Iri, shorten
from isgraph.vocab import ISG

_DATE = re.compile(r"\d{4}[-\d/.?~%]*")


class Cell(NamedTuple):
    """A value as shown, linked where it names a thing; `sort` is `number`, `date` or empty.

    `links` are those of a cell that lists several claims.
    """

    label: str
    path: str | None
    sort: str = ""
    links: tuple[Link, ...] = ()


def cells(contents: Contents, rows: Rows) -> list[list[Cell]]:
    """Return the cells of each row, linked.

    A row often names its claims by id; where two things bear the name in a
    cell, it is the one that plays a part in those claims, or none.

    Examples
    --------
    >>> contents = Contents(tiny)
    >>> rows = tiny.query("SELECT ?who { ?w isg:detains ?h ; rdfs:label ?who }")
    >>> cells(contents, rows)
    [[Cell(label='Group A', path='actor/group-a.html', sort='', links=())]]
    """
    terms = _terms(contents)
    return [_row(contents, row, terms) for row in rows]


def _terms(contents: Contents) -> dict[str, Link]:
    """Return relations, measures, statuses and modalities by label."""
    found = {
        relation.label: contents.link(iri, relation.label)
        for iri, relation in contents.relations.items()
    }
    for list_ in (ISG.Measure, ISG.Attribute):
        found |= {code.label: contents.link(code.iri) for code in contents.codes(list_)}
    for list_ in (ISG.EpistemicStatus, ISG.Modality):
        for code in contents.codes(list_):
            found[code.label] = Link(code.label, f"ontology.html#{code.iri.slug}")
    return found


def _row(contents: Contents, row: Row, terms: dict[str, Link]) -> list[Cell]:
    claims = [card for value in row for card in _claims(contents, value)]
    named = {iri for card in claims for iri in card.parts}
    return [_cell(contents, value, named, terms) for value in row]


def _claims(contents: Contents, value: Value) -> list[Card]:
    """Return the claims that a cell names and nothing else, such as `c0001, c0002`."""
    words = value.split(", ") if isinstance(value, str) else []
    found = [contents.cards.get(Iri(f"{BASE}claim/{word}")) for word in words]
    return [card for card in found if card] if all(found) else []


def _cell(contents: Contents, value: Value, named: set[Iri], terms: dict[str, Link]) -> Cell:
    if isinstance(value, Iri):
        link = contents.link(value)
        return Cell(link.label if link.path else shorten(value), link.path)
    text = "" if value is None else " ".join(str(value).split())
    if isinstance(value, int | float):
        return Cell(f"{value:,}", None, "number")
    if cards := _claims(contents, value):
        pages = tuple(card.page for card in cards)
        return Cell(text, pages[0].path) if len(pages) == 1 else Cell(text, None, links=pages)
    meant = contents.by_label.get(text, [])
    if len(meant) > 1:
        meant = [iri for iri in meant if iri in named]
    if len(meant) == 1:
        return Cell(text, contents.link(meant[0]).path)
    if text in terms:
        return Cell(text, terms[text].path)
    document = Iri(f"{BASE}document/{text}")
    if document in contents.documents:
        return Cell(text, contents.link(document).path)
    return Cell(text, None, "date" if _DATE.fullmatch(text) else "")
