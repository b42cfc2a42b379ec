"""Links: the ties of a network as a search walks them, each with the days of its claims."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, reduce
from operator import and_
from typing import Any, NamedTuple

from isgraph.analysis.paths.strength import Claim, Weakness, is_refuted, weakness
from isgraph.analysis.paths.stretches import Stretches, span
from isgraph.dates import Days
from isgraph.network import Network

Links = dict[str, dict[str, "Link"]]
"""By an actor and the actor at the other end; each tie stands there both ways round."""


class Web(NamedTuple):
    """The ties that may hold on one of some days."""

    links: Links
    days: int
    """The days asked for, as bits."""
    cut: Stretches


class Link:
    """The claims that tie two actors, whichever way they point, with the days of each."""

    def __init__(self) -> None:
        self.claims: list[tuple[int, Claim]] = []
        self.bits = 0

    def add(self, bits: int, claim: Claim) -> None:
        """Add a claim that may hold in some stretches."""
        self.claims.append((bits, claim))
        self.bits |= bits

    @cached_property
    def parts(self) -> dict[Weakness, int]:
        """The days by how weak the tie is on them."""
        pieces: dict[tuple[int, ...], int] = {(): self.bits}
        for number, (bits, _) in enumerate(self.claims):
            cut: dict[tuple[int, ...], int] = {}
            for held, days in pieces.items():
                if days & bits:
                    cut[*held, number] = days & bits
                if days & ~bits:
                    cut[held] = days & ~bits
            pieces = cut
        parts: dict[Weakness, int] = {}
        for held, days in pieces.items():
            weak = weakness([self.claims[number][1] for number in held])
            parts[weak] = parts.get(weak, 0) | days
        return parts

    @cached_property
    def best(self) -> Weakness:
        """How weak the tie is at least, were all of its claims to hold at once."""
        return weakness([claim for _, claim in self.claims])

    def on(self, bit: int) -> list[Claim]:
        """Return the claims that may hold in a stretch, strongest first."""
        held = [claim for bits, claim in self.claims if bits & bit]
        return sorted(held, key=lambda claim: (weakness([claim]), str(claim.get("id"))))


def join(network: Network, within: Days, *, prospective: bool = False) -> Web:
    """Join the actors of a network by the claims that may hold on one of some days.

    What is denied or negated joins nobody, and an actor is not joined to
    itself. Which way a claim points is not asked.

    Parameters
    ----------
    prospective
        What is planned, pledged or expected joins too.
    """
    spans = {within, *(span(claim) for *_, claim in network.edges(data=True))}
    cut = Stretches(spans)
    asked = cut.bits(within)
    links: Links = {}
    edges: list[tuple[str, str, Mapping[str, Any]]] = list(network.edges(data=True))
    for subject, object_, claim in edges:
        days = cut.bits(span(claim)) & asked
        is_actual = claim.get("modality", "actual") == "actual"
        if subject == object_ or not days or is_refuted(claim):
            continue
        if prospective or is_actual:
            link = links.setdefault(subject, {}).get(object_) or Link()
            link.add(days, claim)
            links[subject][object_] = links.setdefault(object_, {})[subject] = link
    return Web(links, asked, cut)


def at_the_latest(hops: list[Link], days: int, cut: Stretches) -> tuple[list[list[Claim]], Days]:
    """Return the claims of each hop at the latest of some days, and all days that they share.

    Most claims have no stated end, and the latest days are those that a
    reader asks about who names none.
    """
    latest = 1 << (days.bit_length() - 1)
    held = [bits for link in hops for bits, _ in link.claims if bits & latest]
    return [link.on(latest) for link in hops], cut.around(reduce(and_, held))
