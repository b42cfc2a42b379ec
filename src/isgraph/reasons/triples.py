"""Triples: patterns of a query that match nothing, and what the graph has instead."""

from __future__ import annotations

from collections.abc import Iterator

from isgraph.entities import nearest
from isgraph.patterns import Pattern
from isgraph.reasons.asked import OPEN, TERMS, Asked, closed, is_text, is_unknown, quoted
from isgraph.rows import Value
from isgraph.store import Store
from isgraph.terms import RDF, Iri, shorten
from isgraph.vocab import ISG

_TYPE = RDF + "type"


def unused(asked: Asked, at_all: Asked) -> Iterator[str]:
    """Tell of classes and relations without a triple, and of what there is instead.

    Parameters
    ----------
    at_all
        The same query, asked of the store without the choice of a day.
    """
    for pattern in asked.patterns:
        verb, object_ = map(asked.outline.expanded, (pattern.verb, pattern.object))
        if verb is None or is_unknown(verb) or (verb == _TYPE and is_unknown(object_)):
            continue
        if verb == _TYPE and object_ and not asked.has("?s", "a", pattern.object):
            yield _unused_class(asked, pattern.object)
        elif not asked.has(OPEN[0], pattern.verb, OPEN[1]):
            yield _unused_relation(asked, at_all, pattern.verb, verb)
        elif verb in TERMS and _is_unmatched(asked, pattern):
            claims = _claims(at_all.store, verb, *map(asked.outline.expanded, asked.ends(pattern)))
            if claims:
                yield f"No direct triple is {quoted(*pattern)}: its claims ({claims}) license none."


def turned(asked: Asked) -> Iterator[str]:
    """Tell of patterns that hold the other way round."""
    for pattern in asked.patterns:
        subject, object_ = asked.ends(pattern)
        if asked.outline.expanded(pattern.verb) not in TERMS or is_text(object_):
            continue
        turned_ends = closed(object_) or OPEN[0], pattern.verb, closed(subject) or OPEN[1]
        if _is_unmatched(asked, pattern) and asked.has(*turned_ends):
            other = quoted(pattern.object, pattern.verb, pattern.subject)
            yield f"{quoted(*pattern)} matches nothing; the other way round it does: {other}."


def unmatched(asked: Asked) -> Iterator[str]:
    """Tell of triple patterns that match nothing even alone."""
    for pattern in asked.patterns:
        if asked.outline.expanded(pattern.verb) and _is_unmatched(asked, pattern):
            yield f"Nothing in the graph matches {quoted(*pattern)}."


def dead_end(asked: Asked) -> Iterator[str]:
    """Tell with which part of the pattern nothing is left; this runs all before it."""
    parts = asked.outline.parts
    steps = [part for part in parts if part.kind != "filter"]
    steps += [part for part in parts if part.kind == "filter"]
    before = ""
    for number, part in enumerate(steps):
        before += f"{part.text} . "
        if part.kind in ("optional", "bind"):
            continue
        if (answer := asked.answers(before)) is None:
            return
        if not answer and number == 0:
            yield f"Nothing in the graph matches {quoted(part.text)}."
            return
        if not answer:
            yield f"Nothing is left after {quoted(part.text)}; what stands before it has matches."
            return
    if steps:
        yield "The pattern has matches, but what stands behind it (HAVING, LIMIT) keeps none."


def _is_unmatched(asked: Asked, pattern: Pattern) -> bool:
    subject, object_ = asked.ends(pattern)
    return (subject, object_) != OPEN and not asked.has(subject, pattern.verb, object_)


def _unused_class(asked: Asked, name: str) -> str:
    narrower = asked.select(f"?x rdfs:subClassOf+ {name} . ?s a ?x", most=4)
    if not narrower:
        return f"Nothing is an {name} in this graph."
    return (
        f"Nothing is an {name} itself, only what is narrower ({_listed(narrower)}): "
        f"ask ?x a/rdfs:subClassOf* {name}."
    )


def _unused_relation(asked: Asked, at_all: Asked, name: str, iri: Iri) -> str:
    if asked.store is not at_all.store and at_all.has(OPEN[0], name, OPEN[1]):
        return f"{name} has triples, but none with the day, kind or status chosen."
    if claims := _claims(at_all.store, iri):
        return (
            f"No direct triple has {name}, for its claims ({claims}) license none; "
            f"ask them: ?c isg:predicate {name}."
        )
    if iri not in TERMS:
        known = [shorten(str(verb)) for verb in asked.select("?s ?x ?o")]
        return f"No triple has {name}.{nearest(name, known)}"
    narrower = asked.select(f"?x rdfs:subPropertyOf+ {name} . ?s ?x ?o", most=4)
    if not narrower:
        return f"No triple has {name} in this graph."
    return (
        f"No triple has {name} itself, only what is narrower ({_listed(narrower)}): "
        f"ask ?x ?p ?y . ?p rdfs:subPropertyOf* {name}."
    )


def _listed(found: list[Value]) -> str:
    return ", ".join(shorten(str(iri)) for iri in found[:3]) + ", …" * (len(found) > 3)


def _claims(store: Store, kind: Iri, subject: Iri | None = None, object_: Iri | None = None) -> str:
    """Count the claims of a relation by status: `1 denied, 1 reported and planned`, or nothing."""
    ends = (("subject", subject), ("object", object_))
    named = "".join(f" ; isg:{part} <{iri}>" for part, iri in ends if iri)
    rows = store.query(
        "SELECT ?status ?modality ?negated (COUNT(DISTINCT ?c) AS ?n) { "
        f"?c isg:predicate <{kind}>{named} ; isg:epistemicStatus ?status ; isg:modality ?modality "
        "BIND(EXISTS { ?c isg:negated true } AS ?negated) } "
        "GROUP BY ?status ?modality ?negated ORDER BY ?status ?modality ?negated"
    )
    return ", ".join(
        f"{row.n} {Iri(row.status).slug}"
        + f" and {Iri(row.modality).slug}" * (row.modality != ISG.actual)
        + " and negated" * (row.negated == "true")
        for row in rows
    )
