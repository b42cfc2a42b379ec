"""Search: paths in the order that is asked for, over ties that can hold on a common day.

Best first: of all paths begun, that is continued which can still become the
best, so that the first that arrive are the best there are. How far the goal
is, on which days, is found beforehand from its end (A*: P. E. Hart, N. J.
Nilsson and B. Raphael, "A formal basis for the heuristic determination of
minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4(2),
1968, 100-107). How weak the ties ahead are at least is found by the path whose
weakest tie is the strongest (M. Pollack, "The maximum capacity through a
network", Operations Research 8(5), 1960, 733-736).
"""

from __future__ import annotations

import heapq
from bisect import insort
from collections.abc import Iterator
from typing import Any, NamedTuple

from isgraph.analysis.paths.links import Links, Web
from isgraph.analysis.paths.strength import Weakness

MOST_TRIED = 200_000
"""Paths begun, after which a search is given up: so many take about two seconds."""

Weak = tuple[Weakness, ...]
"""How weak the hops of a path are, the weakest first."""


class Route(NamedTuple):
    """The actors of a path, and the days on which it is as strong as it can be."""

    actors: tuple[str, ...]
    days: int


class Search:
    """The paths from one actor to another.

    Attributes
    ----------
    fewest
        Number of hops of the shortest path; None if there is no path.
    begun
        How many paths were begun so far.
    """

    def __init__(self, web: Web, start: str, goal: str) -> None:
        self.links, self.days, _ = web
        self.start, self.goal = start, goal
        self.ahead = _ahead(self.links, goal, self.days)
        self.fewest = self._left(start, self.days)
        self.begun = 0

    @property
    def is_cut(self) -> bool:
        """Whether so many paths were begun that the search was given up before its end."""
        return self.begun > MOST_TRIED

    @property
    def open_days(self) -> int:
        """On which days there is a path, however long."""
        return sum(days for _, days in self.ahead.get(self.start, ()))

    def routes(self, *, longest: int, strongest: bool = False) -> Iterator[Route]:
        """Yield the paths of up to some hops: shortest first, or those whose weakest hop is strong.

        Of paths that are equal in this, that comes first whose weakest hop is
        stronger, or which is shorter; then by the other hops, from the weakest
        on; then by the names of the actors.
        """
        best = _best_ahead(self.links, self.goal)
        waiting: list[tuple[Any, ...]] = []

        def wait(actors: tuple[str, ...], parts: dict[Weak, int]) -> None:
            self.begun += 1
            here, hops = actors[-1], len(actors) - 1
            keys = []
            for weak, days in parts.items():
                left = self._left(here, days)
                if left is None or hops + left > longest:
                    continue
                whole = list(weak)
                if left:
                    insort(whole, best[here], key=_weakest_first)
                order = (whole[:1], hops + left) if strongest else (hops + left,)
                keys.append(((*order, whole), weak))
            if keys:
                key, weak = min(keys)
                heapq.heappush(waiting, (key, actors, weak, parts))

        wait((self.start,), {(): self.days})
        while waiting and not self.is_cut:
            _, actors, weak, parts = heapq.heappop(waiting)
            if actors[-1] == self.goal:
                yield Route(actors, parts[weak])
                continue
            for other, link in self.links[actors[-1]].items():
                if other not in actors:
                    wait((*actors, other), _and(parts, link.parts))

    def _left(self, actor: str, days: int) -> int | None:
        """Return how many hops the goal is away on the nearest of some days."""
        return next((hops for hops, some in self.ahead.get(actor, ()) if some & days), None)


def _weakest_first(weak: Weakness) -> tuple[int, ...]:
    return tuple(-int(part) for part in weak)


def _and(parts: dict[Weak, int], others: dict[Weakness, int]) -> dict[Weak, int]:
    """Return the parts of a path with one hop more."""
    found: dict[Weak, int] = {}
    for weak, days in parts.items():
        for more, some in others.items():
            if both := days & some:
                longer = list(weak)
                insort(longer, more, key=_weakest_first)
                whole = tuple(longer)
                found[whole] = found.get(whole, 0) | both
    return found


def _ahead(links: Links, goal: str, days: int) -> dict[str, list[tuple[int, int]]]:
    """Tell of each actor on which days the goal is how many hops away, the fewest first."""
    ahead = {goal: [(0, days)]}
    known, latest = {goal: days}, {goal: days}
    hops = 0
    while latest:
        hops += 1
        nearer: dict[str, int] = {}
        for actor, some in latest.items():
            for other, link in links.get(actor, {}).items():
                if new := some & link.bits & ~known.get(other, 0):
                    nearer[other] = nearer.get(other, 0) | new
        for actor, new in nearer.items():
            known[actor] = known.get(actor, 0) | new
            ahead.setdefault(actor, []).append((hops, new))
        latest = nearer
    return ahead


def _best_ahead(links: Links, goal: str) -> dict[str, Weakness]:
    """Tell of each actor how weak the weakest hop to the goal is at least, whatever the days."""
    best: dict[str, Weakness] = {}
    waiting = [(link.best, other) for other, link in links.get(goal, {}).items()]
    heapq.heapify(waiting)
    while waiting:
        weak, actor = heapq.heappop(waiting)
        if actor in best or actor == goal:
            continue
        best[actor] = weak
        for other, link in links[actor].items():
            if other not in best:
                heapq.heappush(waiting, (max(weak, link.best), other))
    return best
