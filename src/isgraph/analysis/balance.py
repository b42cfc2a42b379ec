"""Balance: whether the friends of friends are friends, and how far from it a network is."""

from __future__ import annotations

import math
from collections import Counter

import networkx as nx

from isgraph.analysis.blocs import find_blocs
from isgraph.analysis.frustration import (
    Frustration,
    always_frustrated,
    find_frustration,
    frustrated_ties,
)
from isgraph.analysis.measures import CAUTION, WHOLE, Measure
from isgraph.analysis.reports import Report
from isgraph.analysis.selection import caption
from isgraph.analysis.signs import WORDS, at_once, both_signs, claims_of, labels, signed
from isgraph.analysis.ties import fold
from isgraph.analysis.triads import Triad, count_triads, find_triads
from isgraph.errors import EmptyNetworkError
from isgraph.network import Network, as_network
from isgraph.rows import Rows
from isgraph.store import Store

MOST_BLOCS = 5
SECONDS = 10.0
"""The longest time for the index as a measure, which computes it once for every variant."""

_NOTES = (
    "A tie has the sign that the ontology gives to its relations; to be a member or a leader is "
    "supportive.",
    "Sides and blocs are computed, not claimed: no source puts these actors together. Often "
    "several divisions leave as few frustrated ties; a tie that is frustrated in all of the best "
    "has `always`. Sides of different components cannot be compared.",
    "`at_once` tells whether there may be a day on which all of the ties hold; choose a day to "
    "look at what holds then.",
    CAUTION,
)


class Balance(Report):
    """What the signs of a network say together.

    Attributes
    ----------
    rows
        `figure, value`: how many signed ties and triads, how many of them
        balanced, and the frustration index with its bounds.
    triads
        `signs, balanced, triads, share, by_chance`; see `triads.count_triads`.
    frustrated
        The triads that are not balanced: `actor, other, third, signs, at_once,
        claims`. Signs and claims are those of actor and other, actor and
        third, and other and third, in this order.
    ties
        The ties that go against the best division into two sides: `actor,
        other, sign, sides, always, claims`; `always` is yes if it is proven
        that every division as good has this tie against it, and None where
        the index itself is not proven.
    both_signs
        `actor, other, at_once, supportive, hostile`; these pairs are in no
        triad and on no side by this tie.
    partition
        `component, side, actor, bloc`: the two sides that leave least
        frustration, and the blocs of the last row of `blocs`. Component 1 is
        the largest.
    blocs
        `blocs, frustrated`: for more and more blocs, how many ties are
        frustrated in the best division found; not proven to be the best.
    """

    def __init__(self, network: Network, seconds: float, seed: int) -> None:
        ties = signed(network)
        triads, found = find_triads(ties), find_frustration(ties, seconds=seconds)
        self.both_signs = both_signs(network)
        self.triads = count_triads(ties, triads, seed=seed)
        self.frustrated = _list_triads(network, ties, triads)
        self.ties = _list_ties(ties, found, seconds)
        self.is_exact = found.is_exact
        self.blocs, blocs = _try_blocs(ties, seed)
        self.partition = _list_actors(ties, found, blocs)
        parts = {
            "Triads by their signs": self.triads,
            f"Triads that are not balanced ({len(self.frustrated)})": self.frustrated,
            f"Ties against the best two sides ({len(self.ties)})": self.ties,
            "Frustrated ties with more blocs": self.blocs,
            f"Pairs of both signs ({len(self.both_signs)})": self.both_signs,
        }
        super().__init__(
            self._figures(ties, found), parts, _NOTES, caption=caption(network, "Balance")
        )

    def _figures(self, ties: nx.Graph[str], found: Frustration) -> Rows:
        counts = Counter(sign for *_, sign in ties.edges(data="sign"))
        balanced, chance = (
            sum(row[place] or 0 for row in self.triads if row.balanced == "yes") for place in (2, 4)
        )
        number = sum(row.triads for row in self.triads)
        index = [("frustration index, proven least", found.least)] * (not found.is_exact)
        name = "frustration index" if found.is_exact else "frustration index, best found"
        return Rows(
            ("figure", "value"),
            [
                ("actors", len(ties)),
                ("supportive ties", counts[1]),
                ("hostile ties", counts[-1]),
                ("pairs of both signs", len(self.both_signs)),
                ("triads", number),
                ("balanced triads", balanced),
                ("share of balanced triads", round(balanced / number, 3) if number else None),
                ("the same by chance", round(chance, 3) if number else None),
                *index,
                (name, len(found.ties)),
            ],
        )


def balance(network: Store | Network, *, seconds: float = 60.0, seed: int = 20) -> Balance:
    """Weigh the signs of a network: which ties fit together, and which do not.

    A triad is balanced if it has no hostile tie, or two. A network is
    balanced if its actors fall into two sides with support inside and
    hostility between; the frustration index counts the ties that stand
    against that at best. Only ties of one sign count; pairs of both signs are
    listed apart. That a tie is frustrated is no judgement on anybody, and no
    fault of the data: it points to claims that are worth reading together.

    Parameters
    ----------
    network
        Of the day and the claims that `isgraph.project` was asked for.
    seconds
        The longest time for the frustration index, which is exact if it is
        found by then, and else given with its bounds.
    seed
        Where chance starts.

    Raises
    ------
    EmptyNetworkError
        If no tie has a sign.

    References
    ----------
    D. Cartwright and F. Harary, "Structural balance: a generalization of
    Heider's theory", Psychological Review 63 (5), 1956, pages 277-293.
    S. Aref and M. C. Wilson, "Balance and frustration in signed networks",
    Journal of Complex Networks 7 (2), 2019, pages 163-189.

    Examples
    --------
    >>> from isgraph import project
    >>> balance(project(tiny)).rows[-1]
    Row(figure='frustration index', value=0)
    """
    network = as_network(network)
    if not len(signed(network)):
        raise EmptyNetworkError(
            "No tie here is supportive or hostile alone, so that there is nothing to weigh. "
            "Leave out --on, --kind or --status."
        )
    return Balance(network, seconds, seed)


def _list_triads(network: Network, ties: nx.Graph[str], triads: list[Triad]) -> Rows:
    said, rows = claims_of(network), []
    for triad in triads:
        if not triad.is_balanced:
            sides = [ties.edges[pair] for pair in triad.pairs]
            signs = " ".join("+" if sign > 0 else "-" for sign in triad.signs)
            claims = " | ".join(" ".join(tie["signed"]) for tie in sides)
            rows.append((*labels(ties, triad.actors), signs, at_once(sides, said), claims))
    return Rows(("actor", "other", "third", "signs", "at_once", "claims"), sorted(rows))


def _list_ties(ties: nx.Graph[str], found: Frustration, seconds: float) -> Rows:
    always = always_frustrated(ties, found, seconds=seconds) if found.is_exact else None
    rows = []
    for pair in found.ties:
        tie, sides = ties.edges[pair], [found.sides[actor] for actor in pair]
        where = "across" if tie["sign"] > 0 else f"both on side {sides[0]}"
        firm = None if always is None else "yes" if pair in always else "no"
        rows.append((*labels(ties, pair), WORDS[tie["sign"]], where, firm, " ".join(tie["signed"])))
    return Rows(("actor", "other", "sign", "sides", "always", "claims"), sorted(rows))


def _try_blocs(ties: nx.Graph[str], seed: int) -> tuple[Rows, dict[str, int]]:
    """Allow more and more blocs while that leaves fewer frustrated ties."""
    rows, kept = list[tuple[int, int]](), dict[str, int]()
    for most in range(2, MOST_BLOCS + 1):
        blocs = find_blocs(ties, most, seed=seed)
        left = len(frustrated_ties(ties, blocs))
        if rows and left >= rows[-1][1]:
            break
        rows.append((most, left))
        kept = blocs
    return Rows(("blocs", "frustrated"), rows), kept


def _list_actors(ties: nx.Graph[str], found: Frustration, blocs: dict[str, int]) -> Rows:
    parts = sorted(map(sorted, nx.connected_components(ties)), key=lambda part: (-len(part), part))
    rows = sorted(
        (number, found.sides[actor], labels(ties, (actor,))[0], blocs[actor])
        for number, part in enumerate(parts, 1)
        for actor in part
    )
    return Rows(("component", "side", "actor", "bloc"), rows)


def _share_balanced(network: Network) -> dict[str, float]:
    triads = find_triads(signed(network))
    balanced = sum(triad.is_balanced for triad in triads)
    return {WHOLE: balanced / len(triads) if triads else math.nan}


def _index(network: Network) -> dict[str, float]:
    found = find_frustration(signed(network), seconds=SECONDS)
    return {WHOLE: float(found.least) if found.is_exact else math.nan}


def _frustrated_triads(network: Network) -> dict[str, float]:
    triads = find_triads(signed(network))
    counts = Counter(a for triad in triads if not triad.is_balanced for a in triad.actors)
    return {actor: float(counts[actor]) for actor in fold(network)}


MEASURES = (
    Measure(
        "balance",
        "The share of balanced triads, those with no hostile tie or two, among all triads of "
        "signed ties.",
        _share_balanced,
        engine="isgraph",
        is_whole=True,
    ),
    Measure(
        "frustration",
        "The fewest ties that go against any division into two sides with support inside and "
        "hostility between (Aref, Mason and Wilson 2020); no figure if not proven in 10 seconds.",
        _index,
        engine="HiGHS (scipy)",
        is_whole=True,
    ),
    Measure(
        "frustrated-triads",
        "The number of triads with one or three hostile ties that an actor stands in.",
        _frustrated_triads,
        engine="isgraph",
    ),
)
