"""Names: terms, things and texts of a query that the graph does not have, or has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice

from isgraph.entities import fold, nearest
from isgraph.patterns import Part
from isgraph.reasons.asked import NAMING, TERMS, Asked, is_text
from isgraph.terms import BASE, ONTOLOGY, Iri, shorten
from isgraph.tokens import tokens

_LABELS = "rdfs:label|skos:altLabel|dcterms:title"
_MOST_TEXTS = 20  # each may take a pass over the labels
_LISTED = ("actor", "place", "event", "instrument", "work", "document")
_NOT_AS_WRITTEN = re.compile(r"\b(?!in\b)\w+\s*\(|!=|\|\||\bnot\b", re.IGNORECASE)


def unknown_terms(asked: Asked) -> Iterator[str]:
    """Tell of terms that the ontology does not have."""
    slugs = sorted(iri.removeprefix(ONTOLOGY) for iri in TERMS)
    for name, iri in asked.mentioned(ONTOLOGY):
        if iri not in TERMS:
            yield f"{name} is not in the ontology.{nearest(iri.slug, slugs)}"


def unknown_names(asked: Asked) -> Iterator[str]:
    """Tell of things that are not in the graph, with those of their room that are near."""
    rooms: dict[str, dict[str, str]] = {}
    for name, iri in asked.mentioned(BASE):
        if iri.startswith(ONTOLOGY) or asked.has(name, "?p", "?o"):
            continue
        room = iri.removeprefix(BASE).partition("/")[0]
        if room not in rooms:
            rooms[room] = _names_of(asked, room)
        close = get_close_matches(fold(iri.slug), rooms[room], n=6, cutoff=0.6)
        things = list(dict.fromkeys(shorten(rooms[room][key]) for key in close))[:3]
        hint = f" `isgraph list {room}s` lists what is." if room in _LISTED else ""
        near = f" Nearest: {', '.join(things)}." if things else hint
        yield f"{name} is not in the graph.{near}"


def other_spellings(asked: Asked) -> Iterator[str]:
    """Tell of texts that the graph has with another language or type, or not at all."""
    for verb, text in islice(dict.fromkeys(_absent(asked)), _MOST_TEXTS):
        yield from _other_spelling(asked, verb, text)


def _absent(asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield the texts that no triple has as they are, each with the relation asked for."""
    for part in asked.leaves:
        if part.pattern and is_text(part.pattern.object):
            _, verb, text = part.pattern
            if asked.outline.expanded(verb) and not asked.has("?s", verb, text):
                yield verb, text
        elif part.kind in ("filter", "values") and not _is_computed(asked, part):
            texts = _texts(part.text)
            if not any(asked.has("?s", "?p", text) for text in texts):
                yield from (("?p", text) for text in texts)


def _names_of(asked: Asked, room: str) -> dict[str, str]:
    """Return the things of a room by each of their folded names."""
    within = f'FILTER(STRSTARTS(STR(?x), "{BASE}{room}/"))' if room.isalnum() else "FILTER(false)"
    named = asked.store.query(
        f"SELECT DISTINCT ?x ?name {{ ?x {_LABELS} ?name {within} }} ORDER BY ?x ?name"
    )
    known = {fold(str(name)): str(iri) for iri, name in named}
    things = asked.select(f"?x a ?c {within}")
    return known | {fold(Iri(str(iri)).slug): str(iri) for iri in things}


def _other_spelling(asked: Asked, verb: str, text: str) -> Iterator[str]:
    bare = text[: text.rindex(text[0]) + 1]
    same = f"?s {verb} ?o FILTER(isLiteral(?o) && STR(?o) = {bare})"
    languages = asked.select(f"{same} BIND(LANG(?o) AS ?x)")
    types = asked.select(f"{same} BIND(DATATYPE(?o) AS ?x)")
    iri = asked.outline.expanded(verb)
    if types:
        mark = f"@{languages[0]}" if languages[0] else f"^^{shorten(str(types[0]))}"
        yield f"The graph has {text} only as {bare}{mark}; write it so."
    elif verb == "?p" or (iri and shorten(iri) in NAMING):
        others = asked.select(f"?x {_LABELS} ?o FILTER(STR(?o) = {bare})", most=1)
        if others:
            yield f"{bare} is another name of {shorten(str(others[0]))}; ask for that."
        else:
            things = (
                f'?s {_LABELS} ?x FILTER(STRSTARTS(STR(?s), "{BASE}") && !CONTAINS(STR(?s), "#"))'
            )
            labels = asked.select("?s skos:prefLabel ?x" if verb == "skos:prefLabel" else things)
            yield f"Nothing is called {bare}.{nearest(bare.strip(text[0]), map(str, labels))}"


def _texts(text: str) -> list[str]:
    """Return the texts in a part of a query, with their languages; none that has a datatype."""
    found: list[str] = []
    for token in tokens(text):
        if token.kind == "string":
            found.append(token.text)
        elif token.kind == "language" and found:
            found[-1] += token.text
        elif found and text.startswith("^^", token.start):
            found.pop()
    return found


def _is_computed(asked: Asked, part: Part) -> bool:
    """Tell whether a part works on other texts than those of the graph."""
    used = {token.text for token in tokens(part.text) if token.kind == "variable"}
    from_graph = {end for pattern in asked.patterns for end in pattern}
    condition = part.text.partition("(")[2]
    return not used <= from_graph or bool(_NOT_AS_WRITTEN.search(condition))
