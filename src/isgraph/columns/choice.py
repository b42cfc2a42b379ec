"""Choice: which claims a day, a publication date, kinds and statuses mean; and only these."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np

from isgraph.claims import BOUNDS
from isgraph.claims import kinds as kinds_of
from isgraph.columns.answers import held
from isgraph.columns.sidecar import fill
from isgraph.columns.table import Columns, Truths
from isgraph.columns.times import EVER
from isgraph.dates import When
from isgraph.entities import nearest
from isgraph.errors import NameNotFoundError
from isgraph.store import Store
from isgraph.terms import ONTOLOGY, RDF, XSD, Iri, Literal, Triple
from isgraph.vocab import ISG


def choose(
    store: Store,
    *,
    on: When | None = None,
    known_by: date | None = None,
    certainly: bool = False,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
) -> Truths:
    """Tell of each claim whether `isgraph.evidence.restrict` keeps it.

    Raises
    ------
    NameNotFoundError
        If a kind or a status is not in the ontology.
    ClaimError, DateError
        If a claim that is asked about cannot be read.

    Examples
    --------
    >>> int(choose(tiny, statuses=["denied"]).sum())
    1
    """
    names = list(kinds)
    codes = _of_each_axis(store, statuses)
    wanted_kinds = kinds_of(store, names) if names else None
    columns = fill(store)
    chosen = np.ones(len(columns), bool)
    if wanted_kinds is not None:
        chosen &= columns.among("kind", wanted_kinds)
    for axis, wanted in codes.items():
        if wanted:
            chosen &= columns.among(axis, wanted)
    if known_by is not None:
        chosen &= columns.published <= known_by.toordinal()
    for row, fault in columns.faults.items():
        if chosen[row]:
            raise fault
    if on is not None:
        chosen &= held(columns, on, certainly=certainly)
    return chosen


def keep(store: Store, chosen: Truths) -> Store:
    """Return a copy of a store with the chosen claims alone, and with what they license.

    Examples
    --------
    >>> kept = keep(tiny, choose(tiny, kinds=["detains"]))
    >>> kept.query("SELECT ?who { ?who isg:detains|isg:backs ?whom }")
    [Row(who='https://w3id.org/isgraph/actor/group-a')]
    """
    columns = fill(store)
    kept = store.without(columns.named(np.flatnonzero(~chosen).tolist()))
    ties = zip(*map(columns.named, columns.ties(chosen).T.tolist()), strict=True)
    licensed: set[Triple] = set(ties)
    there: set[Triple] = {
        (Iri(subject), relation, Iri(object_))
        for relation, _, _ in store.match(None, ISG.channel)
        for subject, object_ in zip(*store.pairs(relation), strict=True)
    }
    kept.remove(there - licensed)
    kept.add(licensed - there)
    kept.add(_unwritten_bounds(kept, columns, chosen))
    return kept


def _unwritten_bounds(store: Store, columns: Columns, chosen: Truths) -> list[Triple]:
    """Return the bounds of the chosen claims that do not stand in a store."""
    rows = np.flatnonzero(chosen)
    missing: list[Triple] = []
    for part, column in zip(BOUNDS, columns.days[rows].T.tolist(), strict=True):
        written = set(zip(*store.pairs(part), strict=True))
        for row, day in zip(rows.tolist(), column, strict=True):
            if day != EVER:
                pair = columns.words[row], date.fromordinal(day).isoformat()
                if pair not in written:
                    missing.append((Iri(pair[0]), part, Literal(pair[1], Iri(XSD + "date"))))
    return missing


def _of_each_axis(store: Store, names: Iterable[str]) -> dict[str, set[Iri]]:
    schemes = {"status": ISG.EpistemicStatus, "modality": ISG.Modality}
    codes = {
        axis: {triple[0] for triple in store.match(None, Iri(RDF + "type"), scheme)}
        for axis, scheme in schemes.items()
    }
    found: dict[str, set[Iri]] = {axis: set() for axis in codes}
    for name in names:
        iri = Iri(ONTOLOGY + name)
        axes = [axis for axis, members in codes.items() if iri in members]
        if not axes:
            known = sorted(code.slug for members in codes.values() for code in members)
            raise NameNotFoundError(
                f"No status {name!r}.{nearest(name, known)} There are: {', '.join(known)}.",
                name=name,
            )
        found[axes[0]].add(iri)
    return found
