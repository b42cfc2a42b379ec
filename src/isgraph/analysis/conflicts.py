"""Conflicts: pairs of claims that cannot both hold, or of which one disputes the other."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from isgraph.claims import Claim, bounds_of, published, read, relations
from isgraph.dates import Bounds
from isgraph.evidence import Evidence, tell
from isgraph.rows import Rows
from isgraph.store import Store
from isgraph.terms import Iri
from isgraph.vocab import ISG

SORTS = {
    "disputed": "one claim disputes the other",
    "denied": "said of the same two, and said not to be so",
    "numbers": "figures for the same thing that cannot both hold",
    "signs": "a supportive and a hostile tie of the same two at one time",
    "superseded": "said to be planned, pledged or expected, and later said to be so",
    "dates": "said to have happened, after the day on which the document came out",
}


class Conflict(NamedTuple):
    """Two claims side by side, or one claim that cannot hold by itself."""

    sort: str
    one: Evidence
    other: Evidence | None


class Conflicts(list[Conflict]):
    """Conflicts in the order of their sorts; prints both passages side by side."""

    def rows(self) -> Rows:
        """Return a row per conflict."""
        columns = ("sort", "claim", "says", "where", "other_claim", "other_says", "other_where")
        return Rows(
            columns,
            (
                (
                    found.sort,
                    *_cells(found.one),
                    *(_cells(found.other) if found.other else [None] * 3),
                )
                for found in self
            ),
        )

    def __str__(self) -> str:
        lines: list[str] = []
        for sort, meaning in SORTS.items():
            found = [conflict for conflict in self if conflict.sort == sort]
            if found:
                lines += ["", f"{sort}: {meaning} ({len(found)})"]
                for conflict in found:
                    lines += ["", *_side_by_side(conflict)]
        return "\n".join(lines[1:]) if lines else "no conflicts"


def conflicts(store: Store) -> Conflicts:
    """Find the claims that contradict, correct or overtake one another.

    Nothing is judged: which of two claims is right is for the reader.
    Claims are compared on the days on which both may hold.

    Examples
    --------
    >>> [(found.sort, found.one.id) for found in conflicts(tiny)][0]
    ('disputed', 'c0008')
    """
    claims = {claim.id: claim for claim in read(store) if not claim.is_deprecated}
    times = {
        claim.id: bounds_of(claim, published(store, claim.passage)) for claim in claims.values()
    }
    pairs: dict[tuple[str, Iri, Iri | None], None] = {}
    for sort, one, other in _found(store, list(claims.values()), times):
        key = (sort, one, other)
        if (sort, other, one) not in pairs:
            pairs[key] = None
    disputed = {frozenset((one, other)) for sort, one, other in pairs if sort == "disputed"}
    wanted = {iri for _, one, other in pairs for iri in (one, other) if iri}
    told = {item.iri: item for item in tell(store, [claims[iri] for iri in sorted(wanted)])}
    order = list(SORTS)
    return Conflicts(
        Conflict(sort, told[one], told[other] if other else None)
        for sort, one, other in sorted(pairs, key=lambda p: (order.index(p[0]), p[1], p[2] or ""))
        if sort == "disputed" or frozenset((one, other)) not in disputed
    )


def _found(
    store: Store, claims: list[Claim], times: dict[Iri, Bounds]
) -> Iterator[tuple[str, Iri, Iri | None]]:
    known = relations(store)
    for claim in claims:
        for other in claim.disputes:
            if other in times:
                yield "disputed", claim.id, other
        begin = times[claim.id].begin_earliest
        if (
            claim.modality == ISG.actual
            and begin is not None
            and begin > published(store, claim.passage)
        ):
            yield "dates", claim.id, None
    same: dict[tuple[Iri, Iri, Iri | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.object is not None:
            ends = [claim.subject, claim.object]
            if claim.kind in known and known[claim.kind].is_symmetric:
                ends.sort()
            same[ends[0], claim.kind, ends[1]].append(claim)
        else:
            same[claim.subject, claim.kind, None].append(claim)
    for group in same.values():
        yield from _of_one_matter(store, group, times)
    between: dict[tuple[Iri, Iri], list[tuple[int, Claim]]] = defaultdict(list)
    for claim in claims:
        if claim.licenses and claim.object is not None and known[claim.kind].sign:
            between[claim.subject, claim.object].append((known[claim.kind].sign, claim))
    for ties in between.values():
        for (sign, tie), (other_sign, other_tie) in combinations(ties, 2):
            if sign != other_sign and _overlap(times[tie.id], times[other_tie.id]):
                yield "signs", tie.id, other_tie.id


def _of_one_matter(
    store: Store, group: list[Claim], times: dict[Iri, Bounds]
) -> Iterator[tuple[str, Iri, Iri | None]]:
    for one, other in combinations(group, 2):
        if one.modality == other.modality:
            if _overlap(times[one.id], times[other.id]):
                if _is_so(one) != _is_so(other):
                    yield "denied", one.id, other.id
                elif one.places == other.places and _differ(one, other):
                    yield "numbers", one.id, other.id
        elif ISG.actual in (one.modality, other.modality):
            done, open_ = (one, other) if one.modality == ISG.actual else (other, one)
            days = published(store, open_.passage), published(store, done.passage)
            if days[0] < days[1] and _is_so(done) and _is_so(open_):
                yield "superseded", open_.id, done.id


def _is_so(claim: Claim) -> bool:
    return claim.negated == (claim.status == ISG.denied)


def _overlap(one: Bounds, other: Bounds) -> bool:
    """Tell whether there may be a day on which both hold."""
    return not (
        (one.begin_earliest and other.end_latest and other.end_latest < one.begin_earliest)
        or (other.begin_earliest and one.end_latest and one.end_latest < other.begin_earliest)
    )


def _differ(one: Claim, other: Claim) -> bool:
    """Tell whether two figures of one measure leave no number that fits both."""
    if not one.quantity or not other.quantity or one.quantity.measure != other.quantity.measure:
        return False
    if (one.valid_time or one.as_of) != (other.valid_time or other.as_of):
        return False
    low = max(_low(one), _low(other))
    high = min(_high(one), _high(other))
    return low > high


def _low(claim: Claim) -> float:
    assert claim.quantity
    low = claim.quantity.minimum
    return float("-inf") if low is None else float(low)


def _high(claim: Claim) -> float:
    assert claim.quantity
    high = claim.quantity.maximum
    return float("inf") if high is None else float(high)


def _cells(item: Evidence) -> list[str]:
    where = f"{item.document_id}, {item.section}, paragraph {item.paragraph}"
    return [item.id, item.paraphrase, where]


def _side_by_side(conflict: Conflict) -> list[str]:
    left = _card(conflict.one, 38)
    right = _card(conflict.other, 38) if conflict.other else []
    height = max(len(left), len(right))
    left += [""] * (height - len(left))
    right += [""] * (height - len(right))
    return [f"  {a:38}  {b}".rstrip() for a, b in zip(left, right, strict=True)]


def _card(item: Evidence, width: int) -> list[str]:
    status = ", ".join([item.status, item.modality] + ["negated"] * item.negated)
    said = f"says {', '.join(item.claimants)}" if item.claimants else ""
    parts: Iterable[str] = (
        f"{item.id} [{status}]",
        item.paraphrase,
        item.time,
        said,
        f"{item.document_id}, section {item.section}, paragraph {item.paragraph}",
        *(f"note {source.note}: {source.work}" for source in item.sources),
    )
    return [line for part in parts if part for line in textwrap.wrap(part, width)]
