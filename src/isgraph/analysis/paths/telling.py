"""Telling: paths as text with numbered footnotes, and as a piece of a notebook's page."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from isgraph.analysis.paths.strength import STATUSES, Claim
from isgraph.analysis.paths.stretches import EVER
from isgraph.dates import Bounds, Days, When, certainty, in_words, when_in_words
from isgraph.evidence import Evidence, Source
from isgraph.lines import counted, wrap
from isgraph.network import NO_LINE

if TYPE_CHECKING:
    from isgraph.analysis.paths.found import Hop, Path, Paths

CAUTIONS = (
    "That ties can hold together does not say that they did: their days are bounds. Which way "
    "a tie points is not asked, and a path does not say that anything passes along it.",
    NO_LINE,
)
PROSPECTIVE = (
    "No actual ties among the claims chosen connect them so: what is planned, pledged or expected "
    "does."
)
NOTED = 3
"""Claims of a hop that get a footnote of their own; the others are named by their ids."""

_OPENINGS = {
    "planned": "It is planned that ",
    "proposed": "It is proposed that ",
    "pledged": "It is pledged that ",
    "demanded": "It is demanded that ",
    "conditional": "On a condition, ",
    "forecast": "It is forecast that ",
}


class Notes(dict[str, tuple[int, Claim]]):
    """Footnotes by the id of their claim, numbered in the order in which they are first cited."""

    def cite(self, hop: Hop) -> str:
        """Return the marks of a hop's claims, such as `[1, 2; also c0042]`."""
        numbers = [self._number(claim) for claim in hop.claims[:NOTED]]
        others = [str(claim["id"]) for claim in hop.claims[NOTED:]]
        also = f"; also {', '.join(others)}" if others else ""
        return f"[{', '.join(map(str, numbers))}{also}]"

    def _number(self, claim: Claim) -> int:
        return self.setdefault(str(claim["id"]), (len(self) + 1, claim))[0]


def text(paths: Paths) -> str:
    """Return paths as text that fits 80 columns."""
    lines = wrap(_head(paths))
    notes = Notes()
    for number, path in enumerate(paths, 1):
        lines += ["", *wrap(f"{number}. {path}", later="   ")]
        for place, hop in enumerate(path.hops, 1):
            mark = f"   hop {place}  "
            lines += wrap(f"{_said(hop)} {notes.cite(hop)}", mark, " " * len(mark))
        lines += [line for said in _below(path, paths) for line in wrap(said, "   ")]
    if notes:
        lines.append("")
    for number, claim in notes.values():
        mark = f"[{number}] "
        for place, part in enumerate(_note(claim)):
            lines += wrap(part, " " * len(mark) if place else mark, " " * len(mark))
    cautions = CAUTIONS if paths else CAUTIONS[1:]
    return "\n".join([*lines, "", *(line for caution in cautions for line in wrap(caution))])


def html(paths: Paths) -> str:
    """Return paths as a piece of HTML, with the same parts as the text."""
    notes = Notes()
    parts = [f"<p>{escape(_head(paths))}</p>"]
    for number, path in enumerate(paths, 1):
        items = [
            f"<li>{escape(_said(hop))} <sup>{escape(notes.cite(hop))}</sup></li>"
            for hop in path.hops
        ]
        parts += [f"<h4>{number}. {escape(str(path))}</h4><ol>{''.join(items)}</ol>"]
        parts += [f"<p>{escape(' '.join(_below(path, paths)))}</p>"]
    told = (_note(claim) for _, claim in notes.values())
    items = [f"<li>{escape(says)}<br>{escape('; '.join(where))}</li>" for says, *where in told]
    parts += [f"<ol>{''.join(items)}</ol>"] if notes else []
    cautions = CAUTIONS if paths else CAUTIONS[1:]
    return "".join([*parts, f"<p>{escape(' '.join(cautions))}</p>"])


def time(claim: Claim) -> str:
    """Return when a claim holds, in words."""
    return _evidence(claim).time


def status(claim: Claim) -> str:
    """Return the status of a claim, with what it is if it is not actual.

    Examples
    --------
    >>> status({"status": "reported", "modality": "planned"})
    'reported, planned'
    """
    actual = claim["modality"] == "actual"
    return str(claim["status"]) if actual else f"{claim['status']}, {claim['modality']}"


def _head(paths: Paths) -> str:
    names = f"{paths.start.label} – {paths.goal.label}"
    day = f", {when_in_words(paths.on)}" if paths.on else ""
    if not paths:
        return f"{names}{day}: no path. {paths.reason}"
    hops = counted(min(len(path.hops) for path in paths), "hop")
    up_to = f"of up to {counted(paths.longest, 'hop')}"
    number = counted(len(paths), "path")
    how = {
        "shortest": f"{number} of {hops}, the fewest",
        "all": f"{number} {up_to}, shortest first",
        "strongest": f"{number} {up_to}, that with the strongest weakest hop first",
    }[paths.order]
    more = "" if paths.are_all else "; not all are listed"
    planned = f" {PROSPECTIVE}" if paths.only_prospective else ""
    return f"{names}{day}: {how}{more}.{planned}"


def _said(hop: Hop) -> str:
    """Say the strongest claim of a hop, with its status unless the document asserts it."""
    lead = hop.claims[0]
    opening = _OPENINGS.get(lead["modality"], "")
    doubt = f" ({lead['status']})" if lead["status"] != STATUSES[0] else ""
    return f"{opening}{_evidence(lead).statement}{doubt}"


def _below(path: Path, paths: Paths) -> list[str]:
    """Say on what a path rests, and when it can hold."""
    worst = path.hops[path.weakest[0] - 1].weakness
    said = [f"Weakest: {_these(path.weakest, path)} ({worst})."]
    if paths.on is None:
        said.append(f"These claims can hold together {days_in_words(path.days)}.")
    else:
        on = paths.on
        certain = _those(path, lambda hop: any(_is_certain(claim, on) for claim in hop.claims))
        possible = [number for number in range(1, len(path.hops) + 1) if number not in certain]
        parts = [f"certain: {_these(certain, path)}"] if certain else []
        parts += [f"only possible: {_these(possible, path)}"] if possible else []
        when = when_in_words(on)
        said.append(f"{when[0].upper()}{when[1:]} {'; '.join(parts)}.")
    if signs := _those(path, lambda hop: len({c["sign"] for c in hop.claims if c["sign"]}) > 1):
        said.append(f"Both supportive and hostile claims: {_these(signs, path)}.")
    return said


def _those(path: Path, is_one: Callable[[Hop], bool]) -> list[int]:
    return [number for number, hop in enumerate(path.hops, 1) if is_one(hop)]


def _is_certain(claim: Claim, on: When) -> bool:
    return certainty(Bounds(*(claim[name] for name in Bounds._fields)), on) == "certain"


def _these(hops: list[int], path: Path) -> str:
    if len(hops) == len(path.hops) > 1:
        return "every hop"
    return f"hop{'s' * (len(hops) > 1)} {', '.join(map(str, hops))}"


def _note(claim: Claim) -> list[str]:
    """Return the parts of a footnote: what, when, who says so, where, and what is cited."""
    says = [f"says {name}" for name in claim["claimants"]]
    disputed = [f"disputed by {', '.join(claim['disputed_by'])}"] if claim["disputed_by"] else []
    where = f"{claim['document_id']}, section {claim['section']}"
    where += f", paragraph {claim['paragraph']}" if claim["paragraph"] else ""
    cited = [str(Source(**source)) for source in claim["sources"]]
    cited += [f"no note: {claim['citation_state']}"] if claim["citation_state"] else []
    return [
        f"{claim['id']}: {claim['paraphrase']}",
        "; ".join(part for part in (status(claim), time(claim), *says, *disputed) if part),
        where,
        *cited,
    ]


def days_in_words(days: Days) -> str:
    """Say on which days ties can hold together, by the bounds of their claims.

    Examples
    --------
    >>> from datetime import date
    >>> days_in_words(Days(date(2025, 3, 1), EVER.last))
    'from 1 March 2025; no end is stated'
    """
    first, last = (in_words(day.isoformat()) for day in days)
    if days == EVER:
        return "on any day: neither beginning nor end is stated"
    if days.first == days.last:
        return f"on {first}"
    if days.last == EVER.last:
        return f"from {first}; no end is stated"
    if days.first == EVER.first:
        return f"until {last}; no beginning is stated"
    return f"from {first} to {last}"


def _evidence(claim: Claim) -> Evidence:
    """Return a claim as what it was before it became an edge, which may carry more."""
    return Evidence(**{name: claim[name] for name in Evidence._fields})
