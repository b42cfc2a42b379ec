"""Lists of what a graph holds and of what can be said in it."""

from __future__ import annotations

from isgraph.claims import relations
from isgraph.entities import entities, nearest
from isgraph.errors import NameNotFoundError
from isgraph.rows import Rows
from isgraph.store import Store

_ROOMS = {
    "actors": "actor",
    "places": "place",
    "events": "event",
    "instruments": "instrument",
    "works": "work",
}
_QUERIES = {
    "documents": """SELECT (STRAFTER(STR(?d), "document/") AS ?document) ?title ?issued {
        ?d a isg:Document ; dcterms:title ?title ; dcterms:issued ?issued } ORDER BY ?issued""",
    "classes": """SELECT (STRAFTER(STR(?c), "#") AS ?class) ?definition {
        ?c a owl:Class ; rdfs:subClassOf* isg:Entity ; skos:definition ?definition }
        ORDER BY ?class""",
    "statuses": """SELECT (STRAFTER(STR(?c), "#") AS ?status) ?axis ?definition {
        VALUES (?k ?axis) { (isg:EpistemicStatus "epistemic") (isg:Modality "modality") }
        ?c a ?k ; skos:definition ?definition } ORDER BY ?axis ?status""",
    "codes": """SELECT (STRAFTER(STR(?c), "#") AS ?code) ?list ?definition {
        VALUES (?k ?list) { (isg:Measure "measure") (isg:Attribute "attribute")
          (isg:QuantityQualifier "qualifier") (isg:CitationState "citation state")
          (isg:MentionReason "mention") }
        ?c a ?k ; skos:definition ?definition } ORDER BY ?list ?code""",
}
NAMES = (*_ROOMS, *_QUERIES, "kinds")


def rows(store: Store, what: str) -> Rows:
    """Return a list of one sort of thing.

    Parameters
    ----------
    what
        One of `NAMES`.

    Raises
    ------
    NameNotFoundError
        If there is no such list.

    Examples
    --------
    >>> rows(tiny, "documents")[0].document
    'tiny-2025-01-31'
    """
    if what in _ROOMS:
        found = entities(store, _ROOMS[what])
        return Rows(
            ("name", "label", "class", "also"),
            ((e.iri.slug, e.label, e.kind_label, ", ".join(e.aliases)) for e in found),
        )
    if what == "kinds":
        known = relations(store).values()
        return Rows(
            ("relation", "family", "from", "to", "definition"),
            (
                (r.iri.slug, r.family.slug.removesuffix("Family"), r.domain.slug, r.range.slug,
                 r.definition)
                for r in known
            ),
        )  # fmt: skip
    if what in _QUERIES:
        return store.query(_QUERIES[what])
    raise NameNotFoundError(
        f"No list of {what!r}.{nearest(what, NAMES)} There are: {', '.join(NAMES)}.",
        name=what,
        nearest=list(NAMES),
    )
