"""Entities by name: what a label, alias or slug means; no claims."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from isgraph.errors import NameNotFoundError, WrongTypeError
from isgraph.store import Store, as_store
from isgraph.terms import BASE, DCTERMS, PREFIXES, RDF, RDFS, SKOS, Iri, Literal, expand
from isgraph.vocab import ISG

_LABEL = Iri(RDFS + "label")
_ALIAS = Iri(SKOS + "altLabel")
_TITLE = Iri(DCTERMS + "title")
_NOT_WORD = re.compile(r"[\W_]+", re.ASCII)
_ROOMS = ("actor", "place", "event", "instrument", "work")
_CLAIM_ID = re.compile(r"(?:claim:)?c\d+")
_NEAR = 0.65
"""How alike two names are of which one may be meant by the other, from 0 to 1."""
_WITHOUT_LABELS = ("claim", "doc", "psg", "work", "cit")
_ENTITIES = tuple(f"{BASE}{room}/" for room in _ROOMS)


class Entity(NamedTuple):
    """A thing that claims are about."""

    iri: Iri
    label: str
    aliases: tuple[str, ...]
    kind: Iri
    kind_label: str


class Entities(dict[str, Entity]):
    """The entities of a store by their IRIs, made when first asked for, as `entity` makes them.

    All names are read at once, which pays where many entities are wanted.

    Examples
    --------
    >>> Entities(tiny)["https://w3id.org/isgraph/actor/group-a"].aliases
    ('GA',)
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._kinds: dict[Iri, str] = {}
        self._labels, self._aliases = _texts(store, _LABEL), _texts(store, _ALIAS)

    def __missing__(self, name: str) -> Entity:
        iri = Iri(name)
        kind = Iri(self.store.text(iri, RDF + "type") or ISG.Entity)
        if kind not in self._kinds:
            self._kinds[kind] = self.store.text(kind, RDFS + "label") or kind.slug
        labels = self._labels.get(iri, ())
        title = None if labels else self.store.text(iri, _TITLE)
        label = _in_english(labels) or title or iri.slug
        aliases = tuple(alias.text for alias in self._aliases.get(iri, ()))
        self[name] = made = Entity(iri, label, aliases, kind, self._kinds[kind])
        return made


def _texts(store: Store, predicate: Iri) -> dict[Iri, list[Literal]]:
    """Return the texts of each subject of a predicate, sorted as `Store.values` does."""
    found: dict[Iri, list[Literal]] = {}
    for iri, _, value in store.match(None, predicate):
        if isinstance(value, Literal):
            found.setdefault(iri, []).append(value)
    for values in found.values():
        values.sort(key=str)
    return found


def entity(store: Store, iri: str) -> Entity:
    """Return an entity by its IRI; one without a label is named by its slug."""
    found = Iri(iri)
    kind = Iri(store.text(found, RDF + "type") or ISG.Entity)
    title = store.text(found, _TITLE)
    return Entity(
        found,
        _english(store, found) or title or found.slug,
        tuple(value.text for value in store.values(found, _ALIAS) if isinstance(value, Literal)),
        kind,
        store.text(kind, RDFS + "label") or kind.slug,
    )


def _english(store: Store, iri: Iri) -> str | None:
    return _in_english(value for value in store.values(iri, _LABEL) if isinstance(value, Literal))


def _in_english(labels: Iterable[Literal]) -> str | None:
    ranked = sorted(labels, key=lambda value: value.language != "en")
    return ranked[0].text if ranked else None


def entities(store: Store, room: str | None = None) -> list[Entity]:
    """Return the entities of a store by label, all or those of one room.

    Parameters
    ----------
    room
        `actor`, `place`, `event`, `instrument` or `work`.
    """
    as_store(store)
    rooms = (room,) if room else _ROOMS[:-1]
    found = {
        triple[0]
        for triple in store.match(None, _LABEL)
        if triple[0].startswith(tuple(f"{BASE}{name}/" for name in rooms))
    }
    if room == "work":
        found |= {triple[0] for triple in store.match(None, Iri(RDF + "type"), ISG.Work)}
    return sorted((entity(store, iri) for iri in found), key=lambda item: fold(item.label))


def find(store: Store, name: str) -> Entity:
    """Return the entity that a label, alias, slug or IRI names.

    Capitals, accents and punctuation do not count. Where a name fits an
    actor and a place, the actor is meant. What no label names may be named by
    its id: a claim, a document, a passage, a work or a citation.

    Raises
    ------
    NameNotFoundError
        If nothing has this name; it carries the nearest names.
    """
    as_store(store)
    if not isinstance(name, str):
        raise WrongTypeError(f"{name!r} is no name: write a text, such as a label or an id.")
    prefix = name.partition(":")[0]
    if prefix in PREFIXES or name.startswith(BASE):
        iri = expand(name) if prefix in PREFIXES else Iri(name)
        if any(True for _ in store.match(iri)):
            return entity(store, iri)
    as_written = {
        triple[0]
        for predicate in (_LABEL, _ALIAS)
        for triple in store.match(None, predicate, Literal(name, None, "en"))
        if triple[0].startswith(_ENTITIES)
    }
    if as_written:
        return entity(store, min(as_written, key=_rank))
    wanted = fold(name)
    names = _names(store)
    if wanted in names:
        return entity(store, min(set(names[wanted]), key=_rank))
    for prefix in _WITHOUT_LABELS:
        iri = Iri(PREFIXES[prefix] + name)
        if any(True for _ in store.match(iri)):
            return entity(store, iri)
    from difflib import get_close_matches

    close = get_close_matches(wanted, names, n=3, cutoff=_NEAR)
    close += [key for key in names if wanted and wanted in key and key not in close]
    labels = list(dict.fromkeys(entity(store, names[key][0]).label for key in close))[:3]
    hint = f" Nearest: {', '.join(map(repr, labels))}." if labels else ""
    advice = "`isgraph list actors` lists who is."
    if _CLAIM_ID.fullmatch(name):
        hint, advice = "", "The answers name claims; `isgraph export claims.csv` writes them all."
    raise NameNotFoundError(
        f"Nothing is named {name!r} in the graph.{hint} {advice}",
        name=name,
        nearest=labels,
    )


def bearing(store: Store, iri: Iri) -> list[Iri]:
    """Return the names by which a claim bears on something: its own, first of all.

    A claim bears on a document by one of its passages, and on a work by a
    citation of it.

    Examples
    --------
    >>> [name.slug for name in bearing(tiny, Iri("https://w3id.org/isgraph/actor/group-a"))]
    ['group-a']
    """
    parts = (ISG.inDocument, ISG.work)
    return [iri, *(triple[0] for part in parts for triple in store.match(None, part, iri))]


def bearers(store: Store, name: str) -> list[Entity]:
    """Return every entity that a label, alias or slug names, actors first.

    Examples
    --------
    >>> [item.label for item in bearers(tiny, "group a")]
    ['Group A']
    """
    found = set(_names(store).get(fold(name), []))
    return [entity(store, iri) for iri in sorted(found, key=_rank)]


def _names(store: Store) -> dict[str, list[Iri]]:
    names: dict[str, list[Iri]] = {}
    for predicate in (_LABEL, _ALIAS):
        for iri, _, value in store.match(None, predicate):
            if iri.startswith(_ENTITIES) and isinstance(value, Literal):
                names.setdefault(fold(value.text), []).append(iri)
                names.setdefault(fold(iri.slug), []).append(iri)
    return names


def _rank(iri: Iri) -> tuple[int, str]:
    room = iri.removeprefix(BASE).partition("/")[0]
    return (_ROOMS.index(room) if room in _ROOMS else 9, iri)


def fold(text: str) -> str:
    """Return a name without capitals, accents and punctuation, for comparison.

    Examples
    --------
    >>> fold("Côte d'Ivoire"), fold("al-Sharaa")
    ('cote d ivoire', 'al sharaa')
    """
    if text.isascii():
        return " ".join(_NOT_WORD.sub(" ", text.casefold()).split())
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def nearest(name: str, among: Iterable[str]) -> str:
    """Return a sentence that names the nearest of some names, or nothing.

    Examples
    --------
    >>> nearest("detain", ["detains", "backs"])
    " Nearest: 'detains'."
    >>> nearest("nonsense", ["announces", "opposes"])
    ''
    """
    from difflib import get_close_matches

    known = list(dict.fromkeys(among))
    close = get_close_matches(name, known, n=3, cutoff=_NEAR)
    longer = {other for other in known if len(name) > 2 and fold(name) in fold(other)}
    close += sorted(longer - set(close), key=lambda other: (len(other), other))
    close = close[:3]
    return f" Nearest: {', '.join(map(repr, close))}." if close else ""
