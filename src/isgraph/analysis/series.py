"""Series: the network as a sequence of days, and a measure on each of them."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import networkx as nx

from isgraph.analysis.ties import claims_at, fold, is_said_to_be_so
from isgraph.dates import Bounds, Days, When, certainty
from isgraph.dates import days as read_days
from isgraph.entities import find
from isgraph.errors import EmptyNetworkError
from isgraph.network import NO_LINE, Network, project
from isgraph.rows import Row, Rows
from isgraph.store import Store

if TYPE_CHECKING:
    from isgraph.analysis.measures import Measure

_READING = (
    "certain: pairs of actors with a tie that certainly held on the day, and the figure of these "
    "alone; possible: pairs with a tie that only may have held; with_possible: the figure of both."
)
_BLANK = (
    "Blank: fewer than five actors have a tie, or there is nothing to measure, such as triads for "
    "a share of balanced ones."
)
_STRETCH = "Of a month or a year it is told what held on some day of it."
CAUTION = (
    "A day has what certainly or possibly held on it. What is dated as of one day may hold on any "
    "other: the possible changes little, and the certain follows what the documents speak of. "
    f"That nothing is said of a day is no end of a tie. {NO_LINE}"
)
Every = Literal["day", "month", "year"]
_LENGTH = {"day": 10, "month": 7, "year": 4}
_HIGHEST = 5
_WIDTH = 80


class Series:
    """A measure over time.

    Attributes
    ----------
    days
        The days, in order.
    rows
        `day, actor, certain, with_possible, claims`: the figure of what
        certainly held, and of what certainly or possibly held; either is None
        on a day on which too few actors have a tie, or where there is nothing
        to measure. `claims` is how many claims stand behind the latter.
    ties
        `day, certain, possible, claims`: pairs of actors that certainly, or
        only possibly, had a tie, and the claims of both.
    """

    def __init__(
        self, measure: Measure, ties: Rows, rows: Rows, networks: Mapping[str, Network]
    ) -> None:
        self.name, self.ties, self.rows = measure.name, ties, rows
        self._measure = measure
        self.days = [row.day for row in ties]
        self._networks = networks

    def claims(self, actor: str, day: str) -> list[str]:
        """Return the ids of the claims behind the figure of an actor on a day of the series.

        Examples
        --------
        >>> found = series(tiny, "degree", days=["2025-01-31"])
        >>> "c0002" in found.claims("Group A", "2025-01-31")
        True
        """
        network = self._networks[day]
        if actor == "network":
            return claims_at(fold(network))
        counted = self._measure.claims(network)
        nodes = [n for n, about in network.nodes(data=True) if actor in (n, about["label"])]
        return sorted({claim for node in nodes for claim in counted(node)})

    def text(self) -> str:
        """Return both tables as text of 80 columns, with the caution."""
        head = f"{self.name}, on {len(self.days)} day{'s' if len(self.days) != 1 else ''}"
        parts = [head, "", self.ties.table(_WIDTH), "", self.rows.table(_WIDTH)]
        notes = (textwrap.fill(note, _WIDTH) for note in self._notes())
        return "\n".join([*parts, *(f"\n{note}" for note in notes)])

    __str__ = __repr__ = text

    def _repr_html_(self) -> str:
        from html import escape

        notes = "".join(f"<p>{escape(note)}</p>" for note in self._notes())
        return f"{self.ties._repr_html_()}{self.rows._repr_html_()}{notes}"

    def _notes(self) -> Iterator[str]:
        yield _READING
        if any("/" in day for day in self.days):
            yield _STRETCH
        if any(None in (row.certain, row.with_possible) for row in self.rows):
            yield _BLANK
        yield CAUTION


def series(
    store: Store,
    of: str | Callable[[Network], Mapping[str, float]],
    *,
    days: Iterable[When | str] = (),
    every: Every = "month",
    actors: Iterable[str] = (),
) -> Series:
    """Measure the network day by day.

    Parameters
    ----------
    of
        The name of a measure (`isgraph.analysis.measures.all_measures`), or a
        function from a network to a figure for each actor by IRI.
    days
        Days, months or years, in order; without any, days that the claims
        themselves name, of each period the one on which most certainly hold,
        and the days on which documents came out.
    every
        That period: `day`, `month` or `year`.
    actors
        By name; without any, the five with the highest figure on any day.

    Raises
    ------
    NameNotFoundError
        If a measure or an actor has no such name.
    EmptyNetworkError
        If there is no day to look at.

    Examples
    --------
    >>> found = series(tiny, "degree", every="year", actors=["Group A"])
    >>> [(row.day, row.with_possible) for row in found.rows][-1]
    ('2025-01-31', 3.0)
    """
    from isgraph.analysis.measures import FEWEST, WHOLE

    measure = _measure(of)
    whole = project(store)
    whens = [read_days(day) if isinstance(day, str) else day for day in days]
    whens = whens or list(_named_days(whole, every))
    if not whens:
        raise EmptyNetworkError("No claim names a day here. Give the days, as days=['2025-03-18'].")
    wanted = [str(find(store, actor).iri) for actor in actors]
    networks = {str(when): _on(whole, when) for when in whens}
    sure = {str(when): _on(whole, when, certainly=True) for when in whens}

    def figures(network: Network) -> Mapping[str, float]:
        tied = sum(1 for _, degree in fold(network).degree() if degree)
        return measure.compute(network) if tied >= FEWEST else {}

    values = {day: figures(network) for day, network in networks.items()}
    surely = {day: figures(network) for day, network in sure.items()}
    wanted = wanted or _highest(values.values())
    rows: list[Row] = []
    ties: list[Row] = []
    for day, network in networks.items():
        folded, certain = fold(network), fold(sure[day]).number_of_edges()
        possible = folded.number_of_edges() - certain
        ties.append((day, certain, possible, len(claims_at(folded))))
        counted = measure.claims(network)
        for actor in wanted:
            label = "network" if actor == WHOLE else str(whole.nodes[actor]["label"])
            claims = claims_at(folded) if actor == WHOLE else counted(actor)
            both = (_round(found[day].get(actor)) for found in (surely, values))
            rows.append((day, label, *both, len(claims)))
    return Series(
        measure,
        Rows(("day", "certain", "possible", "claims"), ties),
        Rows(("day", "actor", "certain", "with_possible", "claims"), rows),
        networks,
    )


def _measure(of: str | Callable[[Network], Mapping[str, float]]) -> Measure:
    from isgraph.analysis.measures import Measure, measure_named

    if not isinstance(of, str):
        return Measure(getattr(of, "__name__", "measure"), "", of)
    return measure_named(of)


def _named_days(network: Network, every: Every) -> Iterator[date]:
    """Yield of each period the day, named by a claim, on which most claims certainly hold.

    The days on which documents came out are always there.
    """
    edges = [edge for *_, edge in network.edges(data=True) if is_said_to_be_so(edge)]
    published = {edge["published"] for edge in edges}
    until = max(published, default=date.min)
    named = {
        edge[bound]
        for edge in edges
        for bound in ("begin_latest", "end_earliest")
        if edge[bound] and edge[bound] <= until
    }
    periods: dict[str, tuple[int, date]] = {}
    for day in sorted(named):
        held = sum(1 for edge in edges if certainty(_bounds(edge), day) == "certain")
        period = day.isoformat()[: _LENGTH[every]]
        periods[period] = max(periods.get(period, (0, day)), (held, day))
    yield from sorted({day for _, day in periods.values()} | published)


def _bounds(edge: Mapping[str, Any]) -> Bounds:
    return Bounds(*(edge[name] for name in Bounds._fields))


def _on(network: Network, when: When | Days, *, certainly: bool = False) -> Network:
    """Return what held on a day; every actor stays."""
    kept: Network = nx.MultiDiGraph(**network.graph)
    kept.add_nodes_from(network.nodes(data=True))
    for subject, object_, key, edge in network.edges(keys=True, data=True):
        level = certainty(_bounds(edge), when)
        if level == "certain" or (level and not certainly):
            kept.add_edge(subject, object_, key=key, **edge)
    return kept


def _highest(values: Iterable[Mapping[str, float]]) -> list[str]:
    best: dict[str, float] = {}
    for figures in values:
        for actor, value in figures.items():
            if not math.isnan(value):
                best[actor] = max(value, best.get(actor, value))
    return sorted(best, key=lambda actor: (-best[actor], actor))[:_HIGHEST]


def _round(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else float(f"{value:.4g}")
