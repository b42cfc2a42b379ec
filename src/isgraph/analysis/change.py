"""Change: what two days, or two documents, say differently; silence is never taken for an end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from isgraph.analysis.differences import Side, of_relations, of_signs
from isgraph.dates import When, days
from isgraph.entities import nearest
from isgraph.errors import DateError, NameNotFoundError
from isgraph.lines import wrap
from isgraph.network import NO_LINE, project
from isgraph.rows import Rows
from isgraph.store import Store
from isgraph.terms import DCTERMS
from isgraph.turtle import natural
from isgraph.vocab import ISG

if TYPE_CHECKING:
    from isgraph.diagram import Figure

CHANGES = {
    "begun": "a claim names a beginning that lies, or may lie, between them",
    "ended": "a claim names an end that lies, or may lie, between them",
    "happened between": "a claim names a beginning and an end that lie, or may lie, between them",
    "changed sign": "the same two, with ties of another sign than before",
    "planned then done": "at first planned, pledged or expected, and later said to be so",
    "denied": "said to be so on one side, and said not to be so on the other",
    "confirmed": "said to be so on both sides, by different claims",
    "newly mentioned": "said on the later side alone; no claim names a beginning",
    "no longer mentioned": "said on the earlier side alone; that is silence, and not an end",
}
_CAUTION = f"What is no longer mentioned has not ended by that. {NO_LINE}"
_POSSIBLE = (
    "[possible]: the dates leave open whether it lies between the two. "
    "Where no claim names an end, none is inferred."
)
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
            lines += ["", *wrap(f"{sort} ({count}): {CHANGES[sort]}")]
            listed = [row for row in self.rows if row.change == sort]
            for row in listed[:most]:
                lines += _told(row)
            if len(listed[:most]) < count:
                left = count - len(listed[:most])
                lines.append(f"  and {left} more; --format csv has all (.rows in Python)")
        if not self.rows:
            lines.append("Nothing.")
        if any(row.certainty == "possible" for row in self.rows):
            lines += ["", *wrap(_POSSIBLE)]
        lines += ["", *wrap(_CAUTION)]
        return "\n".join(lines)

    __str__ = __repr__ = text

    def _repr_html_(self) -> str:
        from html import escape

        head = f"<p>From {escape(self.one)} to {escape(self.other)}</p>"
        return f"{head}{self.rows._repr_html_()}<p>{_CAUTION}</p>"

    def draw(self, **choices: Any) -> Figure:
        """Draw the claims that the changes rest on, as `isgraph.draw` does."""
        named = Rows(("claim",), ((claim,) for claim in self.claims()), store=self.rows.store)
        return named.draw(**({"title": f"From {self.one} to {self.other}"} | choices))


def diff(store: Store, one: When | str, other: When | str) -> Change:
    """Tell what changed between two days, or between two documents.

    The earlier comes first, in whatever order the two are given. Relations
    are compared: what is said of the same two to be so. A beginning or an end
    is only what a claim says to have begun or ended in between; that nothing
    more is said is called "no longer mentioned", and is no end. What a
    document tells as over was over when it came out.

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
    rows = [*of_relations(edges, before, after), *of_signs(edges, before, after)]
    order = list(CHANGES)
    rows.sort(key=lambda row: (order.index(str(row[0])), *map(str, row[1:4])))
    columns = ("change", "one", "relation", "other", "before_claims", "after_claims", "certainty")
    return Change(before.name, after.name, Rows(columns, rows, store=store))


def _side(store: Store, given: When | str) -> Side:
    if not isinstance(given, str):
        return Side(str(given), given)
    if re.fullmatch(r"[0-9-]+", given):
        return Side(given, days(given))
    name = given.removeprefix("doc:")
    issued = {
        document.slug: store.text(document, DCTERMS + "issued")
        for document, *_ in store.match(None, None, ISG.Document)
    }
    if not issued.get(name):
        raise NameNotFoundError(
            f"{given!r} is neither a day nor a document.{nearest(name, issued)} Write YYYY-MM-DD, "
            "or an id as `isgraph list documents` lists them.",
            name=given,
            nearest=sorted(issued),
        )
    return Side(name, date.fromisoformat(str(issued[name])), name)


def _in_order(one: Side, other: Side) -> tuple[Side, Side]:
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


def _told(row: Any) -> list[str]:
    doubt = " [possible]" if row.certainty == "possible" else ""
    said = f"{row.one} {row.relation} {row.other}{doubt}"
    if row.change == "changed sign":
        said = f"{row.one} and {row.other}: {row.relation}{doubt}"
    sides = (("before", row.before_claims), ("after", row.after_claims))
    claims = "; ".join(f"{side}: {cell}" for side, cell in sides if cell)
    return [*wrap(said, "  ", "    "), *wrap(claims, "    ", "      ")]
