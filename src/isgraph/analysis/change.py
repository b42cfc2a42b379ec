"""Change: what two days, or two documents, say differently; silence is never taken for an end."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from isgraph.analysis.ties import SAID_TO_BE_SO, is_said_to_be_so
from isgraph.dates import Bounds, Certainty, Days, When, certainty, days
from isgraph.entities import nearest
from isgraph.errors import DateError, NameNotFoundError
from isgraph.network import project
from isgraph.rows import Rows
from isgraph.store import Store
from isgraph.terms import DCTERMS, Iri
from isgraph.turtle import natural
from isgraph.vocab import ISG

if TYPE_CHECKING:
    from isgraph.diagram import Figure

CHANGES = {
    "begun": "a claim names a beginning that lies between them",
    "ended": "a claim names an end that lies between them",
    "happened between": "a claim names a beginning and an end that lie between them",
    "changed sign": "the same two, with ties of another sign than before",
    "planned then done": "at first planned, pledged or expected, and later said to be so",
    "denied": "said to be so on one side, and said not to be so on the other",
    "confirmed": "said to be so on both sides, by different claims",
    "newly mentioned": "said on the later side alone; no claim names a beginning",
    "no longer mentioned": "said on the earlier side alone; that is silence, and not an end",
}
_SIGNS = {frozenset({1}): "supportive", frozenset({-1}): "hostile", frozenset({1, -1}): "both"}
_POSSIBLE = (
    "[possible]: the dates leave open whether it was so between the two. "
    "Where no claim names an end, none is inferred."
)
_WIDTH = 80
_MOST = 10

Edge = Mapping[str, Any]


class Change:
    """What changed between two days or two documents, with the claims of both sides.

    Attributes
    ----------
    one, other
        The names of the two, the earlier first.
    rows
        `change, one, relation, other, before_claims, after_claims, certainty`,
        in the order of `CHANGES`. Ids of claims are separated by a comma.
    """

    def __init__(self, one: str, other: str, rows: Rows) -> None:
        self.one, self.other, self.rows = one, other, rows

    def counts(self) -> dict[str, int]:
        """Return how many changes of each sort there are.

        Examples
        --------
        >>> diff(tiny, "2024-01-31", "2025-01-31").counts()["ended"]
        1
        """
        found = [row.change for row in self.rows]
        return {sort: found.count(sort) for sort in CHANGES if sort in found}

    def claims(self) -> list[str]:
        """Return the ids of all claims that the rows name."""
        cells = (cell for row in self.rows for cell in (row.before_claims, row.after_claims))
        return sorted({claim for cell in cells for claim in cell.split(", ") if cell}, key=natural)

    def text(self, most: int | None = _MOST) -> str:
        """Return the changes by sort, the first so many of each, as text of 80 columns."""
        lines = [f"From {self.one} to {self.other}: what the documents say differently."]
        for sort, count in self.counts().items():
            lines += ["", *_wrapped(f"{sort} ({count}): {CHANGES[sort]}")]
            listed = [row for row in self.rows if row.change == sort]
            for row in listed[:most]:
                lines += _told(row)
            if len(listed[:most]) < count:
                lines.append(f"  and {count - len(listed[:most])} more, in .rows or --format csv")
        if not self.rows:
            lines.append("Nothing.")
        if any(row.certainty == "possible" for row in self.rows):
            lines += ["", *_wrapped(_POSSIBLE)]
        return "\n".join(lines)

    __str__ = __repr__ = text

    def _repr_html_(self) -> str:
        from html import escape

        head = f"<p>From {escape(self.one)} to {escape(self.other)}</p>"
        return head + str(self.rows._repr_html_())

    def draw(self, **choices: Any) -> Figure:
        """Draw the claims that the changes rest on, as `isgraph.draw` does."""
        named = Rows(("claim",), ((claim,) for claim in self.claims()), store=self.rows.store)
        return named.draw(**({"title": f"From {self.one} to {self.other}"} | choices))


def diff(store: Store, one: When | str, other: When | str) -> Change:
    """Tell what changed between two days, or between two documents.

    The earlier comes first, in whatever order the two are given. Relations
    are compared: what is said of the same two to be so. A beginning or an end
    is only what a claim says to have begun or ended in between; that nothing
    more is said is called "no longer mentioned", and is no end.

    Parameters
    ----------
    one, other
        Two days, months or years (`2025-03-18`), where what certainly held on
        each is compared; or the ids of two documents (`isgraph list
        documents`), where what each says to be so is compared. A day needs no
        document of its date.

    Returns
    -------
    Change
        `certainty` is that of the date: possible where the dates leave it
        open whether it lay in between. A sign has certainly changed if no
        claim of the former sign may still hold. It is None where no date is
        compared.

    Raises
    ------
    DateError
        If one day lies within the other, or a day is compared with a document.
    NameNotFoundError
        If there is no such document.

    Examples
    --------
    >>> change = diff(tiny, "2024-01-31", "2025-01-31")
    >>> [(row.one, row.relation, row.other) for row in change.rows if row.change == "ended"]
    [('Group A', 'fights', 'Group B')]
    """
    before, after = _in_order(_side(store, one), _side(store, other))
    edges = [
        edge
        for *_, edge in project(store, everything=True).edges(data=True)
        if not before.document or edge["document_id"] in (before.document, after.document)
    ]
    rows = [*_of_matters(edges, before, after), *_of_signs(edges, before, after)]
    order = list(CHANGES)
    rows.sort(key=lambda row: (order.index(row[0]), *map(str, row[1:4])))
    columns = ("change", "one", "relation", "other", "before_claims", "after_claims", "certainty")
    return Change(before.name, after.name, Rows(columns, rows, store=store))


class _Side(NamedTuple):
    """One of the two: a day or more, or a document with the day on which it came out."""

    name: str
    when: When
    document: str | None = None

    @property
    def first(self) -> date:
        return self.when.first if isinstance(self.when, Days) else self.when

    @property
    def last(self) -> date:
        return self.when.last if isinstance(self.when, Days) else self.when

    def level(self, edge: Edge) -> Certainty | None:
        """Tell whether a claim holds on this side; what a document says, it says for certain."""
        if self.document:
            return "certain" if edge["document_id"] == self.document else None
        return certainty(_bounds(edge), self.when)


def _side(store: Store, given: When | str) -> _Side:
    if not isinstance(given, str):
        return _Side(str(given), given)
    if re.fullmatch(r"[0-9-]+", given):
        return _Side(given, days(given))
    name = given.removeprefix("doc:")
    issued = {
        document.slug: store.text(document, DCTERMS + "issued")
        for document, *_ in store.match(None, None, ISG.Document)
    }
    if not issued.get(name):
        raise NameNotFoundError(
            f"{given!r} is neither a day nor a document.{nearest(name, issued)} Write YYYY-MM-DD, "
            "or an id that `isgraph list documents` lists.",
            name=given,
            nearest=sorted(issued),
        )
    return _Side(name, date.fromisoformat(str(issued[name])), name)


def _in_order(one: _Side, other: _Side) -> tuple[_Side, _Side]:
    before, after = sorted((one, other), key=lambda side: (side.first, side.last, side.name))
    if bool(before.document) != bool(after.document):
        raise DateError(
            f"{before.name!r} and {after.name!r} are a day and a document. "
            "Compare two days, or two documents.",
            text=after.name,
        )
    if not before.document and before.when != after.when and after.first <= before.last:
        raise DateError(
            f"{before.name!r} and {after.name!r} overlap. Compare days that lie apart.",
            text=after.name,
        )
    return before, after


def _of_matters(edges: list[Edge], before: _Side, after: _Side) -> Iterator[tuple[Any, ...]]:
    """Yield the changes of each relation between the same two."""
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


def _changes(said: list[Edge], before: _Side, after: _Side) -> _Found:
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
    if new := _without(is_, was):
        if was:
            found["confirmed"] = was, new, None
        elif not found:
            found["newly mentioned"] = [], new, None
    for told, denials in ((was, _certain(said, after)), (is_, _certain(said, before))):
        denials = [edge for edge in denials if _is_denial(edge)]
        if told and denials:
            sides = (told, denials) if told is was else (denials, told)
            found["denied"] = *sides, None
            found.pop("newly mentioned", None)
    if was and not found and not _certain(said, after):
        found["no longer mentioned"] = was, [], None
    return found


def _event(edge: Edge, before: _Side, after: _Side) -> tuple[str | None, Certainty | None]:
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
    if begin and end:
        return "happened between", "certain" if begin == end == "certain" else "possible"
    return ("begun", begin) if begin else ("ended", end) if end else (None, None)


def _between(first: date | None, last: date | None, after: date, until: date) -> Certainty | None:
    """Tell whether a day, known to be one of some days, comes after one day and until another."""
    if (last and last <= after) or (first and first > until):
        return None
    return "certain" if first and last and first > after and last <= until else "possible"


def _of_signs(edges: list[Edge], before: _Side, after: _Side) -> Iterator[tuple[Any, ...]]:
    """Yield the pairs whose ties have another sign on the other side."""
    pairs: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge["sign"] and edge["subject"] != edge["object"] and is_said_to_be_so(edge):
            one, other = sorted((str(edge["subject"]), str(edge["object"])))
            pairs[one, other].append(edge)
    for (one, _), said in pairs.items():
        was, is_ = (
            _certain(said, side) or [edge for edge in said if side.level(edge)]
            for side in (before, after)
        )
        if was and is_ and _signs(was) != _signs(is_):
            ends = [said[0]["subject_label"], said[0]["object_label"]]
            named = ends if one == said[0]["subject"] else ends[::-1]
            is_sure = all(
                _signs(_certain(said, side)) == _signs(edge for edge in said if side.level(edge))
                for side in (before, after)
            )
            told = f"{_SIGNS[_signs(was)]} → {_SIGNS[_signs(is_)]}"
            level = "certain" if is_sure else "possible"
            yield "changed sign", named[0], told, named[1], _ids(was), _ids(is_), level


def _signs(edges: Iterable[Edge]) -> frozenset[int]:
    return frozenset(edge["sign"] for edge in edges)


def _certain(edges: Iterable[Edge], side: _Side) -> list[Edge]:
    return [edge for edge in edges if side.level(edge) == "certain"]


def _without(edges: list[Edge], others: list[Edge]) -> list[Edge]:
    known = {edge["id"] for edge in others}
    return [edge for edge in edges if edge["id"] not in known]


def _is_open(edge: Edge) -> bool:
    return edge["modality"] != "actual" and edge["status"] != "denied" and not edge["negated"]


def _is_denial(edge: Edge) -> bool:
    if edge["modality"] != "actual":
        return False
    return bool(
        edge["negated"] if edge["status"] in SAID_TO_BE_SO else
        edge["status"] == "denied" and not edge["negated"]
    )  # fmt: skip


def _bounds(edge: Edge) -> Bounds:
    return Bounds(*(edge[name] for name in Bounds._fields))


def _ids(edges: Iterable[Edge]) -> str:
    return ", ".join(sorted({edge["id"] for edge in edges}, key=natural))


def _told(row: Any) -> list[str]:
    doubt = " [possible]" if row.certainty == "possible" else ""
    said = f"{row.one} {row.relation} {row.other}{doubt}"
    if row.change == "changed sign":
        said = f"{row.one} and {row.other}: {row.relation}{doubt}"
    sides = (("before", row.before_claims), ("after", row.after_claims))
    claims = "; ".join(f"{side}: {cell}" for side, cell in sides if cell)
    return [*_wrapped(said, "  ", "    "), *_wrapped(claims, "    ", "      ")]


def _wrapped(text: str, first: str = "", later: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
    )
