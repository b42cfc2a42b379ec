"""Supposed: what a supposition changes, told beside what the documents say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isgraph.analysis import contrast
from isgraph.analysis.selection import chosen
from isgraph.analysis.ties import is_said_to_be_so
from isgraph.lines import wrap
from isgraph.network import NO_LINE, Network
from isgraph.rows import Row, Rows
from isgraph.terms import BASE

CAUTION = (
    "This is a supposition on the network of claims, and no forecast: it takes away or adds what "
    "is asked for, and lets everything else stay as the documents say; when a plan was made is "
    "not asked. Camps are computed, and claimed by no source; a small change can move actors "
    f"that have few ties. {NO_LINE}"
)
_ACTOR = f"{BASE}actor/"
_MOST = 12


class Supposed:
    """What would be different, with the claims on which it rests.

    Attributes
    ----------
    network
        The network as supposed, which can be measured, drawn or supposed
        further. Claims come true are marked `supposed`.
    come_true
        `claim, statement, time, status, effect`.
    taken_away
        `claim, statement, because`: left out, or which claim ends it.
    caption
        Of which network it is supposed.
    ties, reach, cut, camps, custody
        Both networks side by side, of actors alone: see
        `isgraph.analysis.contrast`.
    """

    def __init__(
        self,
        before: Network,
        after: Network,
        *,
        come_true: Rows,
        taken_away: Rows,
        idle: Sequence[str] = (),
    ) -> None:
        self.network, self.come_true, self.taken_away = after, come_true, taken_away
        self._chosen, self._idle = chosen(before), idle
        self.caption = _caption(before)
        one, other = _of_actors(before), _of_actors(after)
        self.ties = contrast.ties(one, other)
        self.reach, self.cut = contrast.reach(one, other), contrast.cut(one, other)
        self.camps, self.custody = contrast.moves(one, other), contrast.custody(one, other)

    @property
    def rows(self) -> Rows:
        """All differences in one table: `part, what, before, after, claims`."""
        return Rows(("part", "what", "before", "after", "claims"), self._differences())

    def _differences(self) -> Iterator[Row]:
        for row in self.come_true:
            what = f"{row.statement} ({row.time})" if row.time else row.statement
            yield "come true", what, row.status, row.effect, row.claim
        for row in self.taken_away:
            yield "taken away", row.statement, "said to be so", row.because, row.claim
        for row in self.ties:
            yield "ties", f"{row.one} and {row.other}", row.before, row.after, row.claims
        for row in self.reach:
            if row.before != row.after:
                yield f"reach over {row.over}", row.figure, str(row.before), str(row.after), ""
        for row in self.cut:
            what = f"{row.actor}, {row.change}: others within reach"
            yield f"reach over {row.over}", what, str(row.before), str(row.after), ""
        for row in self.camps:
            yield "camps", row.actor, row.before, row.after, ""
        for row in self.custody:
            if row.change != "unchanged":
                after = f"{row.change}; {row.heirs}" if row.heirs else row.change
                claims = row.before_claims or row.after_claims
                yield "custody", f"{row.holder} holds {row.held}", "", after, claims

    def text(self, most: int = _MOST) -> str:
        """Return all differences as text of 80 columns, the first so many of each part."""
        parts: dict[str, list[Row]] = {}
        for part, *cells in self._differences():
            parts.setdefault(str(part), []).append(tuple(cells))
        lines = [*wrap(self.caption), "", *wrap(CAUTION)]
        for part, rows in parts.items():
            lines += ["", f"{part[:1].upper()}{part[1:]} ({len(rows)})"]
            for what, before, after, claims in rows[:most]:
                told = _told(part, f"{what}", f"{before}", f"{after}")
                lines += wrap(f"{told} [{claims}]" if claims else told, "  ", "    ")
            if len(rows) > most:
                lines.append(
                    f"  and {len(rows) - most} more; --format csv has all (.rows in Python)"
                )
        same = [
            name
            for name in ("ties", "reach", "camps", "custody")
            if not any(part.startswith(name) for part in parts)
        ]
        for name in self._idle:
            told = f"Of {self._chosen}, no claim names {name}: leaving it out changes nothing."
            lines += ["", *wrap(told)]
        if not parts and not self._idle:
            lines += ["", "Nothing is supposed, and nothing changes."]
        elif parts and same:
            lines += ["", f"No difference in: {', '.join(same)}."]
        return "\n".join(lines)

    __str__ = __repr__ = text

    def _repr_html_(self) -> str:
        from html import escape

        head = f"<p>{escape(self.caption)}</p><p>{escape(CAUTION)}</p>"
        return f"{head}{self.rows._repr_html_()}"


def _of_actors(network: Network) -> Network:
    actors = [node for node in network if node.startswith(_ACTOR)]
    kept: Network = network.subgraph(actors).copy()
    return kept


def _caption(network: Network) -> str:
    count = sum(1 for *_, claim in network.edges(data=True) if is_said_to_be_so(claim))
    is_of_actors = all(node.startswith(_ACTOR) for node in network)
    nodes = "between actors alone" if is_of_actors else "places, events and the like among them"
    counted = "one claim is" if count == 1 else f"{count or 'no'} claims are"
    return f"Supposed of {chosen(network)}, {nodes}: {counted} said to be so."


def _told(part: str, what: str, before: str, after: str) -> str:
    """Tell a difference as a short sentence."""
    if part == "come true":
        return f"{what}: {before}, now {after}"
    if part in ("taken away", "custody"):
        return f"{what}: {'ends, as ' if after.endswith('comes true') else ''}{after}"
    return f"{what}: {before} before, {after} after"


__all__ = ["CAUTION", "Supposed"]
