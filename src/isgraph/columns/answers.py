"""Answers: what is asked of all claims at once, on columns; each as SPARQL would answer it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from isgraph.columns.table import Columns, Truths
from isgraph.columns.times import ABSENT, EVER, Ints
from isgraph.dates import Days, When
from isgraph.rows import Rows
from isgraph.terms import ONTOLOGY, Iri

NOT_HELD, POSSIBLE, CERTAIN = 0, 1, 2

Pairs = NDArray[np.int64]


def certainties(columns: Columns, when: When) -> NDArray[np.int8]:
    """Tell of each claim whether it held on a day, or on some day of a month or year.

    Returns
    -------
    array of one number a claim
        `NOT_HELD`, `POSSIBLE` or `CERTAIN`, as `isgraph.dates.certainty` has it.

    Examples
    --------
    >>> from datetime import date
    >>> from isgraph.columns import fill
    >>> certainties(fill(tiny), date(2024, 6, 15))[:4].tolist()
    [1, 1, 2, 0]
    """
    first, last = (day.toordinal() for day in (when if isinstance(when, Days) else (when, when)))
    begin_earliest, begin_latest, end_earliest, end_latest = columns.days.T
    outside = (last < begin_earliest) | ((end_latest != EVER) & (end_latest < first))
    inside = (begin_latest != EVER) & (begin_latest <= last) & (first <= end_earliest)
    return np.select([outside, inside], [NOT_HELD, CERTAIN], POSSIBLE).astype(np.int8)


def held(columns: Columns, when: When, *, certainly: bool = False) -> Truths:
    """Tell of each claim whether it possibly held, or certainly did; `chosen` elsewhere takes it.

    Examples
    --------
    >>> from datetime import date
    >>> from isgraph.columns import fill
    >>> int(held(fill(tiny), date(2024, 6, 15), certainly=True).sum())
    3
    """
    return certainties(columns, when) >= (CERTAIN if certainly else POSSIBLE)


def counts(columns: Columns, *parts: str, chosen: Truths | None = None) -> Rows:
    """Count the claims by what they have as a part, or as one of several parts.

    Returns
    -------
    Rows of `word, claims`
        Most claims first, then by the word.

    Examples
    --------
    >>> from isgraph.columns import fill
    >>> [(row.word.slug, row.claims) for row in counts(fill(tiny), "subject", "object")][:2]
    [('country-x', 11), ('group-a', 9)]
    """
    values = np.concatenate([_chosen(columns.single[part], chosen) for part in parts])
    numbers = np.bincount(values[values != ABSENT])
    places = np.flatnonzero(numbers)
    found = zip((-numbers[places]).tolist(), columns.named(places.tolist()), strict=True)
    return Rows(("word", "claims"), [(word, -number) for number, word in sorted(found)])


def contradictions(columns: Columns, *, chosen: Truths | None = None) -> Rows:
    """Return who has ties of both signs to whom: supportive ones, and hostile ones.

    Returns
    -------
    Rows of `subject, object`
        Sorted by IRI, each pair once, one direction at a time.

    Examples
    --------
    >>> from isgraph.columns import fill
    >>> [(row.subject.slug, row.object.slug) for row in contradictions(fill(tiny))]
    [('group-a', 'country-x')]
    """
    ties = columns.ties(chosen)
    sign_of = np.zeros(len(columns.words), np.int8)
    sign_of[columns.single["kind"]] = columns.signs
    signs = sign_of[ties[:, 1]]
    pairs = _pairs(ties[:, 0], ties[:, 2])
    good, bad = pairs[signs > 0], pairs[signs < 0]
    return _between(columns, _once(good[_within(good, bad)]))


def without(columns: Columns, these: Truths, those: Truths, *, answered: bool = False) -> Rows:
    """Return between whom there is one of these claims, and none of those.

    Parameters
    ----------
    these, those
        Which claims, for each claim; negated and denied ones count like others.
    answered
        Those run the other way, from the object of these back to the subject.

    Returns
    -------
    Rows of `subject, object`
        Sorted by IRI, each pair once.

    Examples
    --------
    >>> from isgraph.columns import fill
    >>> from isgraph.vocab import ISG
    >>> columns = fill(tiny)
    >>> praise = columns.among("kind", [ISG.praises])
    >>> blame = columns.among("kind", [ISG.criticises])
    >>> without(columns, praise, blame)
    []
    """
    subjects, objects = columns.single["subject"], columns.single["object"]
    pairs = _pairs(subjects, objects)
    others = _pairs(objects, subjects) if answered else pairs
    related = objects != ABSENT
    wanted = _once(pairs[these & related])
    return _between(columns, wanted[~_within(wanted, others[those & related])])


def reach(columns: Columns, start: str, *steps: str, chosen: Truths | None = None) -> list[Iri]:
    """Return whom one reaches from an actor along relations, as a SPARQL path does.

    Parameters
    ----------
    start
        IRI of the actor.
    steps
        Names of relations in their order, each with `+` or `*` behind it if
        it may be repeated, or repeated and left out: `"opposes+", "backs*"`.

    Returns
    -------
    list of Iri
        Sorted; with the start itself if a path leads to it.

    Examples
    --------
    >>> from isgraph.columns import fill
    >>> x = "https://w3id.org/isgraph/actor/country-x"
    >>> [iri.slug for iri in reach(fill(tiny), x, "opposes+", "backs*")]
    ['group-b']
    """
    if start not in columns.place_of:
        return [Iri(start)] if all(step.endswith("*") for step in steps) else []
    ties = columns.ties(chosen)
    found = np.zeros(len(columns.words), bool)
    found[columns.place_of[start]] = True
    for step in steps:
        found = _along(_of(columns, ties, step.rstrip("+*")), found, step)
    return sorted(columns.named(np.flatnonzero(found).tolist()))


def triangles(
    columns: Columns, first: str, second: str, third: str, *, chosen: Truths | None = None
) -> Rows:
    """Return who is tied in a ring of three, by a relation for each side.

    Returns
    -------
    Rows of `one, two, three`
        Sorted by IRI: the first relation runs from one to two, the second
        from two to three, and the third from three to one.

    Examples
    --------
    >>> from isgraph.columns import fill
    >>> triangles(fill(tiny), "backs", "fights", "opposes")
    []
    """
    ties = columns.ties(chosen)
    ab, bc, ca = (_of(columns, ties, kind) for kind in (first, second, third))
    # Ties are sorted by their subjects, so those that go on from a tie stand side by side.
    starts = np.searchsorted(bc[:, 0], ab[:, 2], "left")
    lengths = np.searchsorted(bc[:, 0], ab[:, 2], "right") - starts
    tie = np.repeat(np.arange(len(ab)), lengths)
    onward = np.arange(len(tie)) + np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
    rings = np.stack([ab[tie, 0], ab[tie, 2], bc[onward, 2]], axis=1)
    closed = _within(_pairs(rings[:, 2], rings[:, 0]), _pairs(ca[:, 0], ca[:, 2]))
    return _rows(columns, ("one", "two", "three"), rings[closed])


def _of(columns: Columns, ties: Ints, kind: str) -> Ints:
    chosen: Ints = ties[ties[:, 1] == columns.place_of.get(ONTOLOGY + kind, ABSENT)]
    return chosen


def _along(ties: Ints, found: Truths, step: str) -> Truths:
    """Return who is reached from those found by one step of a path."""
    reached = np.zeros_like(found)
    ahead = found
    while ahead.any():
        near = np.zeros_like(found)
        near[ties[ahead[ties[:, 0]], 2]] = True
        ahead = near & ~reached
        reached |= near
        if step[-1] not in "+*":
            break
    return reached | found if step.endswith("*") else reached


def _pairs(subjects: Ints, objects: Ints) -> Pairs:
    """Return one number for each pair of places, by which pairs can be compared."""
    return (subjects.astype(np.int64) << 32) | objects.astype(np.int64)


def _once(pairs: Pairs) -> Pairs:
    """Return pairs sorted, and each once; `numpy.unique` takes thirty times as long."""
    pairs = np.sort(pairs)
    return pairs[np.flatnonzero(np.diff(pairs, prepend=-1))]


def _within(pairs: Pairs, others: Pairs) -> Truths:
    """Tell of each pair whether it is among others."""
    if not len(others):
        return np.zeros(len(pairs), bool)
    others = np.sort(others)
    nearest = np.minimum(np.searchsorted(others, pairs), len(others) - 1)
    return np.asarray(others[nearest] == pairs)


def _between(columns: Columns, pairs: Pairs) -> Rows:
    places = np.stack([pairs >> 32, pairs & 0xFFFFFFFF], axis=1)
    return _rows(columns, ("subject", "object"), places)


def _rows(columns: Columns, names: tuple[str, ...], places: NDArray[Any]) -> Rows:
    found = (columns.named(column.tolist()) for column in places.T)
    return Rows(names, sorted(zip(*found, strict=True)))


def _chosen(column: Ints, chosen: Truths | None) -> Ints:
    return column if chosen is None else column[chosen]
