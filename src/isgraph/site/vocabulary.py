"""Vocabulary: the ontology as pages, each term with its meaning and the claims that use it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from isgraph.claims import Relation
from isgraph.site.addresses import Link, address
from isgraph.site.contents import Code, Contents
from isgraph.site.pages import HOME, Page
from isgraph.terms import OWL, RDFS, Iri
from isgraph.vocab import ISG

ONTOLOGY_LINK = Link("Vocabulary", "ontology.html")
_EXAMPLES = 3
_BOTH_WAYS = Link("yes: if it holds one way, it holds the other")
_SIGNS = {1: "supportive", -1: "hostile", 0: "neutral"}
_CODED = {
    ISG.EpistemicStatus: "Statuses",
    ISG.Modality: "Modalities",
    ISG.QuantityQualifier: "Words that qualify a number",
    ISG.CitationState: "Why a claim cites no note",
    ISG.MentionReason: "Why an end of a claim is not named in its passage",
    ISG.Channel: "Channels",
}
_COUNTED = {ISG.Measure: "Measures", ISG.Attribute: "States and trends"}


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the page of the whole ontology and a page for each kind of claim."""
    yield _whole(contents)
    for relation in contents.relations.values():
        facts = _facts(contents, relation)
        yield _term(contents, relation.iri, relation.label, relation.definition, facts)
    for list_, title in _COUNTED.items():
        for code in contents.codes(list_):
            facts = [("List", (Link(title, f"ontology.html#{list_.slug}-list"),))]
            yield _term(contents, code.iri, code.label, code.definition, facts)


def _term(
    contents: Contents,
    iri: Iri,
    label: str,
    definition: str,
    facts: list[tuple[str, tuple[Link, ...]]],
) -> Page:
    path = address(iri)
    assert path
    values = {
        "iri": iri,
        "definition": definition,
        "facts": facts,
        "cards": contents.cards_of[iri],
    }
    return Page(path, "term.html", label, (HOME, ONTOLOGY_LINK), values, (iri,))


def _facts(contents: Contents, relation: Relation) -> list[tuple[str, tuple[Link, ...]]]:
    family = contents.families[relation.family]
    above = [
        iri for iri in sorted(relation.ancestors - {relation.iri}) if iri in contents.relations
    ]
    below = [
        iri
        for iri, other in contents.relations.items()
        if relation.iri in other.ancestors and iri != relation.iri
    ]
    facts = [
        ("From", (_class(contents, relation.domain),)),
        ("To", (_class(contents, relation.range),)),
        ("Family", (Link(family.label, f"ontology.html#{family.iri.slug}"),)),
        ("Sign", (Link(_SIGNS[relation.sign]),)),
        ("Channel", (Link(relation.channel.slug, f"ontology.html#{relation.channel.slug}"),)),
        ("Both ways", (_BOTH_WAYS,) if relation.is_symmetric else ()),
        ("Narrower than", tuple(map(contents.link, above))),
        ("Wider than", tuple(map(contents.link, below))),
    ]
    return [(name, links) for name, links in facts if links]


def _class(contents: Contents, iri: Iri) -> Link:
    return Link(contents.store.text(iri, RDFS + "label") or iri.slug, f"ontology.html#{iri.slug}")


def _whole(contents: Contents) -> Page:
    by_family: dict[Iri, list[Relation]] = defaultdict(list)
    for relation in contents.relations.values():
        by_family[relation.family].append(relation)
    counts = {iri: len(cards) for iri, cards in contents.cards_of.items()}
    values = {
        "families": [
            (
                code,
                [
                    (
                        contents.link(relation.iri),
                        relation,
                        _class(contents, relation.domain),
                        _class(contents, relation.range),
                        _SIGNS[relation.sign],
                        counts.get(relation.iri, 0),
                        contents.cards_of[relation.iri][:_EXAMPLES],
                    )
                    for relation in sorted(by_family[code.iri], key=lambda found: found.label)
                ],
            )
            for code in contents.families_in_order()
            if code.iri in by_family
        ],
        "classes": [(code, _wider(contents, code.iri)) for code in contents.classes()],
        "coded": [(list_.slug, title, _used(contents, list_)) for list_, title in _CODED.items()],
        "counted": [
            (
                list_.slug,
                title,
                [(contents.link(code.iri), code, counts.get(code.iri, 0))
                 for code in contents.codes(list_)],
            )
            for list_, title in _COUNTED.items()
        ],
        "version": contents.store.text("https://w3id.org/isgraph/ontology", OWL + "versionInfo"),
    }  # fmt: skip
    return Page("ontology.html", "ontology.html", "Vocabulary", (HOME,), values)


def _wider(contents: Contents, iri: Iri) -> list[Link]:
    """Return the classes of our own above a class."""
    return [
        _class(contents, Iri(str(above)))
        for above in contents.store.values(iri, RDFS + "subClassOf")
        if address(str(above))
    ]


def _used(contents: Contents, list_: Iri) -> list[tuple[Code, int | None]]:
    """Return the codes of a list, with how many claims have each where that can be told."""
    parts = {
        ISG.EpistemicStatus: lambda card: card.claim.status,
        ISG.Modality: lambda card: card.claim.modality,
        ISG.CitationState: lambda card: card.claim.citation_state,
        ISG.QuantityQualifier: lambda card: card.claim.quantity and card.claim.quantity.qualifier,
    }
    part = parts.get(list_)
    if part is None:
        return [(code, None) for code in contents.codes(list_)]
    values = [part(card) for card in contents.cards.values()]
    return [(code, values.count(code.iri)) for code in contents.codes(list_)]
