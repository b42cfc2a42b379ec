"""Differences: how what is said on one side is unlike what is said on another, claim by claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from isgraph.analysis.ties import SAID_TO_BE_SO, is_said_to_be_so
from isgraph.dates import Bounds, Certainty, Days, When, certainty
from isgraph.rows import Row
from isgraph.turtle import natural

_SIGNS = {frozenset({1}): "supportive", frozenset({-1}): "hostile", frozenset({1, -1}): "both"}

Edge = Mapping[str, Any]


class Side(NamedTuple):
    """One of the two: a day or more, or a document with the day on which it came out."""

    name: str
    when: When
    document: str | None = None

    @property
    def first(self) -> date:
        """The day, or the first of them."""
        return self.when.first if isinstance(self.when, Days) else self.when

    @property
    def last(self) -> date:
        """The day, or the last of them."""
        return self.when.last if isinstance(self.when, Days) else self.when

    def level(self, edge: Edge) -> Certainty | None:
        """Tell whether a claim holds on this side; what a document says, it says for certain."""
        if self.document:
            return "certain" if edge["document_id"] == self.document else None
        return certainty(_bounds(edge), self.when)

    def may_hold(self, edges: Iterable[Edge]) -> list[Edge]:
        """Return the claims that certainly or possibly hold on this side."""
        return [edge for edge in edges if self.level(edge)]


def of_relations(edges: list[Edge], before: Side, after: Side) -> Iterator[Row]:
    """Yield the changes of each relation between the same two, as `isgraph.diff` names them.

    Examples
    --------
    >>> from isgraph import project
    >>> edges = [edge for *_, edge in project(tiny).edges(data=True)]
    >>> sides = [Side(day, date.fromisoformat(day)) for day in ("2024-01-31", "2025-01-31")]
    >>> {row[0] for row in of_relations(edges, *sides)} >= {"ended", "begun"}
    True
    """
    matters: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        ends = [str(edge["subject"]), str(edge["object"])]
        if edge["is_symmetric"]:
            ends.sort()
        matters[ends[0], edge["kind"], ends[1]].append(edge)
    for (one, _, _), said in matters.items():
        ends = [said[0]["subject_label"], said[0]["object_label"]]
        named = ends if one == said[0]["subject"] else ends[::-1]
        for sort, (firsts, seconds, level) in _changes(said, before, after).items():
            yield sort, named[0], said[0]["label"], named[1], _ids(firsts), _ids(seconds), level


_Found = dict[str, tuple[list[Edge], list[Edge], Certainty | None]]


def _changes(said: list[Edge], before: Side, after: Side) -> _Found:
    """Return what changed in one matter, with the claims of both sides and how sure the date is."""
    so = [edge for edge in said if is_said_to_be_so(edge)]
    was, is_ = _certain(so, before), _certain(so, after)
    found: _Found = {}
    held_before = any(certainty(_bounds(edge), before.when) == "certain" for edge in so)
    held_after = any(certainty(_bounds(edge), after.when) == "certain" for edge in so)
    for edge in is_ if after.document else so:
        sort, level = _event(edge, before, after)
        if sort is None or (sort != "ended" and held_before) or (sort != "begun" and held_after):
            continue
        firsts, seconds, so_far = found.get(sort, ([*was] if after.document else [], [*is_], None))
        (firsts if sort == "ended" and not after.document else seconds).append(edge)
        found[sort] = firsts, seconds, "certain" if "certain" in (level, so_far) else level
    planned = [edge for edge in said if _is_open(edge) and edge["published"] <= before.last]
    done = [edge for edge in so if edge["published"] <= after.last]
    if planned and done and all(before.last < edge["published"] for edge in done):
        found["planned then done"] = planned, done, None
    denials = [edge for edge in said if _is_denial(edge)]
    was_not, is_not = _certain(denials, before), _certain(denials, after)
    new, new_denials = _without(is_, was), _without(is_not, was_not)
    if was and new_denials:
        found["denied"] = was, new_denials, None
    elif was_not and new:
        found["denied"] = was_not, new, None
    if new and was:
        found["confirmed"] = was, new, None
    elif new and not found:
        found["newly mentioned"] = [], new, None
    if was and not found and not _certain(said, after):
        found["no longer mentioned"] = was, [], None
    return found


def _event(edge: Edge, before: Side, after: Side) -> tuple[str | None, Certainty | None]:
    """Tell whether a claim names a beginning or an end in between, and how surely it lay there."""
    times = _bounds(edge)
    begin = end = None
    if times.begin_earliest:
        begin = _between(times.begin_earliest, times.begin_latest, before.last, after.last)
    if times.end_latest:
        # The last day of a matter is the day before it has ended.
        last = date.fromordinal
        begun, over = before.first.toordinal() - 1, after.first.toordinal() - 1
        end = _between(times.end_earliest, times.end_latest, last(begun), last(over))
    first, _, second = (edge["valid_time"] or "").partition("/")
    begin, end = _doubted(begin, first), _doubted(end, second or first)
    if begin and end:
        return "happened between", "certain" if begin == end == "certain" else "possible"
    return ("begun", begin) if begin else ("ended", end) if end else (None, None)


def _between(first: date | None, last: date | None, after: date, until: date) -> Certainty | None:
    """Tell whether a day, known to be one of some days, comes after one day and until another."""
    if after >= until or (last and last <= after) or (first and first > until):
        return None
    return "certain" if first and last and first > after and last <= until else "possible"


def _doubted(level: Certainty | None, written: str) -> Certainty | None:
    """Of a date that is itself marked as uncertain nothing is certain."""
    return "possible" if level and written.endswith(("?", "%")) else level


def of_signs(edges: list[Edge], before: Side, after: Side) -> Iterator[Row]:
    """Yield the pairs whose ties have another sign on the other side.

    The sign is that of what certainly holds on a side, or else of what may
    hold; where that is the same on both sides, nothing has changed. The
    change is certain if nothing that may hold says otherwise.

    Examples
    --------
    >>> side = Side("2025-01-31", date(2025, 1, 31))
    >>> list(of_signs([], side, side))
    []
    """
    pairs: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge["sign"] and edge["subject"] != edge["object"] and is_said_to_be_so(edge):
            one, other = sorted((str(edge["subject"]), str(edge["object"])))
            pairs[one, other].append(edge)
    for (one, _), said in pairs.items():
        may = [side.may_hold(said) for side in (before, after)]
        sure = [_certain(said, side) for side in (before, after)]
        was, is_ = (certain or held for certain, held in zip(sure, may, strict=True))
        is_told = all(sure) or _ids(may[0]) != _ids(may[1])
        if is_told and was and is_ and _signs(was) != _signs(is_):
            ends = [said[0]["subject_label"], said[0]["object_label"]]
            named = ends if one == said[0]["subject"] else ends[::-1]
            is_sure = list(map(_signs, sure)) == list(map(_signs, may))
            told = f"{_SIGNS[_signs(was)]} → {_SIGNS[_signs(is_)]}"
            level = "certain" if is_sure else "possible"
            yield "changed sign", named[0], told, named[1], _ids(was), _ids(is_), level


def _signs(edges: Iterable[Edge]) -> frozenset[int]:
    return frozenset(edge["sign"] for edge in edges)


def _certain(edges: Iterable[Edge], side: Side) -> list[Edge]:
    return [edge for edge in edges if side.level(edge) == "certain"]


def _without(edges: list[Edge], others: list[Edge]) -> list[Edge]:
    known = {edge["id"] for edge in others}
    return [edge for edge in edges if edge["id"] not in known]


def _is_open(edge: Edge) -> bool:
    return edge["modality"] != "actual" and edge["status"] != "denied" and not edge["negated"]


def _is_denial(edge: Edge) -> bool:
    """Tell whether a claim says that something is not so, or denies that it is."""
    is_said = edge["negated"] if edge["status"] in SAID_TO_BE_SO else not edge["negated"]
    is_told = edge["status"] in (*SAID_TO_BE_SO, "denied")
    return bool(edge["modality"] == "actual" and is_told and is_said)


def _bounds(edge: Edge) -> Bounds:
    """Return the bounds of a claim; what a document tells as over was over when it came out."""
    times = Bounds(*(edge[name] for name in Bounds._fields))
    first, last = times.end_earliest, times.end_latest
    if last and last == edge["published"] and (first is None or first < last):
        return times._replace(end_latest=last - timedelta(days=1))
    return times


def _ids(edges: Iterable[Edge]) -> str:
    return ", ".join(sorted({edge["id"] for edge in edges}, key=natural))


__all__ = ["Side", "of_relations", "of_signs"]
