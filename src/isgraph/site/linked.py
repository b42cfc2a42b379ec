"""Linked: things as JSON-LD with a context of their own, so that nothing has to be fetched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from isgraph.store import Store
from isgraph.terms import PREFIXES, RDF, Iri, Literal, Term, Triple, shorten


def linked(store: Store, iris: Iterable[Iri], *, named: bool = False) -> dict[str, Any]:
    """Return the triples of some things as a JSON-LD document.

    Parameters
    ----------
    named
        Whether the triples come with them in which other things name these.

    Examples
    --------
    >>> found = linked(tiny, [Iri("https://w3id.org/isgraph/actor/institute")])
    >>> found["@graph"]
    [{'@id': 'actor:institute', '@type': ['isg:Publisher'], 'rdfs:label': [{'@value': 'Institute', \
'@language': 'en'}]}]
    """
    things = dict.fromkeys(iris)
    graph = [_node(iri, store.match(iri)) for iri in things]
    if named:
        naming: dict[Iri, list[Triple]] = {}
        for triple in (triple for iri in things for triple in store.match(None, None, iri)):
            naming.setdefault(triple[0], []).append(triple)
        graph += [_node(iri, naming[iri]) for iri in sorted(naming) if iri not in things]
    used = {name.partition(":")[0] for name in _names(graph)}
    context = {prefix: start for prefix, start in PREFIXES.items() if prefix in used}
    return {"@context": context, "@graph": graph}


def _node(iri: Iri, triples: Iterable[Triple]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": shorten(iri)}
    for _, part, value in sorted(triples, key=lambda triple: (triple[1], str(triple[2]))):
        if part == RDF + "type" and isinstance(value, Iri):
            node.setdefault("@type", []).append(shorten(value))
        else:
            node.setdefault(shorten(part), []).append(_value(value))
    return node


def _value(value: Term) -> dict[str, str]:
    if not isinstance(value, Literal):
        return {"@id": shorten(value)}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text} | ({"@type": shorten(value.datatype)} if value.datatype else {})


def _names(graph: list[dict[str, Any]]) -> Iterable[str]:
    for node in graph:
        yield node["@id"]
        yield from node.get("@type", ())
        for part, values in node.items():
            if not part.startswith("@"):
                yield part
                for value in values:
                    yield value.get("@id", "")
                    yield value.get("@type", "")
