"""Table: one pass over the claims of a store, into arrays with one place for each claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from isgraph import turtle
from isgraph.claims import LICENSING, MANY, ONE, TIMES, TRUTHS, WORDS, read, relations
from isgraph.columns.times import ABSENT, Ints, times
from isgraph.store import Store
from isgraph.terms import RDF, Iri
from isgraph.vocab import ISG

Truths = NDArray[np.bool_]

_CLASSES = (ISG.RelationClaim, ISG.QuantityClaim, ISG.AttributeClaim)
_NEEDED = ("kind", "subject", "status", "modality", "passage")
_SINGLE = ONE | TIMES | WORDS | {
    ISG.measure: "measure",
    ISG.quantityMin: "minimum",
    ISG.quantityMax: "maximum",
    ISG.quantityQualifier: "qualifier",
}  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class Columns:
    """The claims of a store as arrays, in the order of their ids.

    Attributes
    ----------
    words
        Every IRI and text that a claim has as a part, once each.
    ids
        The IRI of each claim, as a place in `words`.
    single
        For each part that a claim has at most once, named as in `Claim`, and
        for `kind`: a place in `words`, or `ABSENT`.
    many
        For each part that a claim may have several times: where the values of
        each claim begin, one more place than there are claims; and the values
        of all claims, as places in `words`.
    truths
        `negated` and `is_deprecated`, for each claim; whether its kind
        `is_relation` of the ontology, and one that `is_symmetric`.
    days
        Bounds of each claim, with four columns: its begin at the earliest and
        the latest, its end at the earliest and the latest; `EVER` where there
        is none. Days are counted as `date.toordinal` does.
    published
        The day on which the document of each claim came out.
    signs
        For each claim, the sign of its relation: 1, 0 or -1; 0 without one.
    faults
        What cannot be read of the times of a claim, by its place.
    """

    words: list[str]
    ids: Ints
    single: dict[str, Ints]
    many: dict[str, tuple[Ints, Ints]]
    truths: dict[str, Truths]
    days: Ints
    published: Ints
    signs: NDArray[np.int8]
    faults: dict[int, ValueError]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def place_of(self) -> dict[str, int]:
        """The place of each word."""
        return {word: place for place, word in enumerate(self.words)}

    @cached_property
    def licenses(self) -> Truths:
        """Whether each claim licenses a direct triple, as `Claim.licenses` has it."""
        licensed: Truths = (
            (self.single["object"] != ABSENT)
            & self.among("modality", [ISG.actual])
            & self.among("status", LICENSING)
            & ~self.truths["negated"]
            & ~self.truths["is_deprecated"]
        )
        return licensed

    def among(self, part: str, names: Iterable[str]) -> Truths:
        """Tell for each claim whether a part of it is one of some words."""
        places = [self.place_of[name] for name in names if name in self.place_of]
        return np.isin(self.single[part], places)

    def ties(self, chosen: Truths | None = None) -> Ints:
        """Return the direct triples that claims license, all or the chosen ones.

        Returns
        -------
        array of shape (ties, 3)
            Subject, relation and object as places in `words`, sorted, each
            once; a symmetric relation gives both directions. They are the
            direct triples of a store whose derived triples are up to date.
        """
        return self._all_ties if chosen is None else self._ties_of(chosen)

    @cached_property
    def _all_ties(self) -> Ints:
        ties = self._ties_of(self.licenses)
        ties.flags.writeable = False
        return ties

    def _ties_of(self, chosen: Truths) -> Ints:
        chosen = chosen & self.licenses & self.truths["is_relation"]
        found = np.stack([self.single[part] for part in ("subject", "kind", "object")], axis=1)
        mirrored = found[chosen & self.truths["is_symmetric"]][:, ::-1]
        return distinct(np.concatenate([found[chosen], mirrored]))

    def named(self, places: Iterable[int]) -> list[Iri]:
        """Return the IRIs at some places."""
        return list(map(self._iris.__getitem__, places))

    @cached_property
    def _iris(self) -> _Iris:
        return _Iris(self.words)


def distinct(rows: Ints) -> Ints:
    """Return the rows of an array sorted, and each once."""
    order = np.lexsort(rows.T[::-1])
    rows = rows[order]
    first = np.ones(len(rows), bool)
    first[1:] = np.any(rows[1:] != rows[:-1], axis=1)
    return rows[first]


def scan(store: Store) -> Columns:
    """Read the claims of a store into columns; `fill` does it once for each state of a store.

    Raises
    ------
    ClaimError
        If a claim lacks a part without which it cannot be read.
    """
    places = _Places()
    names, classes = store.pairs(RDF + "type")
    ids = _in_order({name for name, kind in zip(names, classes, strict=True) if kind in _CLASSES})
    for name in ids:
        places[name]
    row_of = {name: row for row, name in enumerate(ids)}

    def found(part: str) -> tuple[Ints, Ints]:
        subjects, values = store.pairs(part)
        rows = _ints(row_of.get(subject, ABSENT) for subject in subjects)
        return rows[rows != ABSENT], _ints(map(places.__getitem__, values))[rows != ABSENT]

    def one(part: str) -> Ints:
        rows, values = found(part)
        column = np.full(len(ids), ABSENT, np.int32)
        column[rows[::-1]] = values[::-1]  # of several, the first stays
        return column

    single = {name: one(part) for part, name in _SINGLE.items()}
    kind = single["measure"]
    for part in (ISG.attribute, ISG.predicate):
        column = one(part)
        kind = np.where(column == ABSENT, kind, column)
    single["kind"] = kind
    truths = {name: np.zeros(len(ids), bool) for name in TRUTHS.values()}
    for part, name in TRUTHS.items():
        rows, values = found(part)
        truths[name][rows[values == places["true"]]] = True
    several = {name: _grouped(*found(part), len(ids), places) for part, name in MANY.items()}
    lacking = np.any([single[part] == ABSENT for part in _NEEDED], axis=0)
    read(store, [Iri(ids[row]) for row in np.flatnonzero(lacking)[:1]])
    signs = np.zeros(len(ids), np.int8)
    truths |= {name: np.zeros(len(ids), bool) for name in ("is_relation", "is_symmetric")}
    for iri, relation in relations(store).items():
        of_it = kind == places[iri]
        signs[of_it] = relation.sign
        truths["is_relation"] |= of_it
        if relation.is_symmetric:
            truths["is_symmetric"] |= of_it
    words = list(places)
    days, issued, faults = times(store, words, single)
    return Columns(
        words=words,
        ids=np.arange(len(ids), dtype=np.int32),
        single=single,
        many=several,
        truths=truths,
        days=days,
        published=issued,
        signs=signs,
        faults=faults,
    )


class _Iris(dict[int, Iri]):
    """The IRI at each place, made when it is first asked for."""

    def __init__(self, words: list[str]) -> None:
        self.words = words

    def __missing__(self, place: int) -> Iri:
        self[place] = iri = Iri(self.words[place])
        return iri


class _Places(dict[str, int]):
    """The place of each word, given when it is first asked for."""

    def __missing__(self, word: str) -> int:
        self[word] = place = len(self)
        return place


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int32)


def _in_order(ids: Iterable[str]) -> list[str]:
    """Return ids as `turtle.natural` orders them, the usual numbered ones without its effort."""
    found = list(ids)
    stems = {name.rstrip("0123456789") for name in found}
    if len(stems) == 1 and not stems & set(found):
        start = len(stems.pop())
        return sorted(found, key=lambda name: (int(name[start:]), name))
    return sorted(found, key=turtle.natural)


def _grouped(rows: Ints, values: Ints, size: int, places: dict[str, int]) -> tuple[Ints, Ints]:
    """Return where the values of each row begin, and the values, in natural order in a row."""
    if not len(rows):
        return np.zeros(size + 1, np.int32), values
    words = {place: word for word, place in places.items()}
    rank = {
        int(place): number
        for number, place in enumerate(
            sorted(np.unique(values), key=lambda place: turtle.natural(words[int(place)]))
        )
    }
    order = np.lexsort((_ints(map(rank.__getitem__, values.tolist())), rows))
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=size))])
    return starts.astype(np.int32), values[order]
