"""Measures: figures of actors or of the whole network, each with the range it could have."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Literal, NamedTuple

import networkx as nx

from isgraph import analysis
from isgraph.analysis.reports import Report
from isgraph.analysis.robustness import variants
from isgraph.analysis.selection import caption, chosen, nothing_left
from isgraph.analysis.statements import statements
from isgraph.analysis.ties import claims_at, fold, is_any
from isgraph.entities import nearest
from isgraph.errors import EmptyNetworkError, NameNotFoundError
from isgraph.network import NO_LINE, Network, as_network
from isgraph.rows import Row, Rows
from isgraph.store import Store

CAUTION = f"{NO_LINE} The figures are of what the documents say, and no more."
FEWEST = 5
ALL = "all claims"
WHOLE = "network"
"""Key of the one figure that a measure of the whole network gives."""

Scores = Mapping[str, float]


class Measure(NamedTuple):
    """A figure that can be computed.

    `compute` takes a network as `isgraph.project` gives it and returns a
    figure for each actor by IRI, or one under `WHOLE`; it folds parallel
    claims by the rule of `isgraph.analysis.ties.fold`.
    """

    name: str
    meaning: str
    compute: Callable[[Network], Scores]
    engine: str = "networkx"
    """The library that computes it on a network of this size; see `engines`."""
    is_whole: bool = False
    lowest_first: bool = False
    counts: Callable[[Mapping[str, Any]], bool] = is_any
    """Which ties, by their attributes, it counts."""
    is_own: bool = False
    """Whether it counts the ties of the actor alone, and no tie of others."""
    way: Literal["both", "in", "out"] = "both"
    """Which ties, by their direction, it counts at an actor."""

    def claims(self, network: Network) -> Callable[[str], list[str]]:
        """Return what gives the ids of the claims of the ties that it counts at an actor."""
        ties = fold(network, directed=self.way != "both")
        turned = nx.reverse_view(ties) if self.way == "in" else ties
        return lambda node: claims_at(turned, node, self.counts)


class Measured(Report):
    """What a measure gives: figures with their ranges, and the way to the claims.

    Attributes
    ----------
    rows
        `actor, value, least, most, rank, claims`: the figure, its range over
        the variants of `robustness.variants`, its place among all, and how
        many claims the ties have that it counts at the actor. For the whole
        network a row a variant: `evidence, value`.
    parts
        `With other evidence`: who comes first in each variant.
    """

    def __init__(
        self, measure: Measure, network: Network, figures: Mapping[str, Scores], small: list[str]
    ) -> None:
        self._measure, self._network, self._figures = measure, network, figures
        self._claims = measure.claims(network)
        self._nodes = (
            [] if measure.is_whole else _in_order(network, figures[ALL], measure.lowest_first)
        )
        parts = {}
        if measure.is_whole:
            rows = Rows(
                ("evidence", "value"), ((how, _round(s[WHOLE])) for how, s in figures.items())
            )
        else:
            rows = self._rows()
            firsts = _firsts(network, figures, measure.lowest_first)
            parts = {"With other evidence": Rows(("evidence", "first", "second", "third"), firsts)}
        told = caption(network, f"{measure.name[:1].upper()}{measure.name[1:]}")
        super().__init__(rows, parts, (), caption=told)
        self.notes = tuple(self._notes(small))

    @property
    def listed(self) -> Rows:
        """The rows of actors with a tie that counts; all are in `rows`."""
        if self._measure.is_whole:
            return self.rows
        return Rows(self.rows.columns, (row for row in self.rows if row.claims))

    @property
    def full(self) -> Rows:
        """The rows with the evidence that gives the least and the most, and the ids of claims.

        They are `actor, value, least, least_by, most, most_by, rank, claims,
        claim_ids`, the ids separated by a comma.
        """
        if self._measure.is_whole:
            return self.rows
        found = (
            (
                *row[:3],
                self._by(node, min),
                row.most,
                self._by(node, max),
                *row[4:],
                ", ".join(self._claims(node)),
            )
            for node, row in zip(self._nodes, self.rows, strict=True)
        )
        actor, value, least, most, *others = self.rows.columns
        columns = (actor, value, least, "least_by", most, "most_by", *others, "claim_ids")
        return Rows(columns, found)

    def claims(self, actor: str) -> list[str]:
        """Return the ids of the claims of the ties that count at an actor, by its label or IRI.

        Raises
        ------
        NameNotFoundError
            If the network has no such actor, or the measure is of the whole.

        Examples
        --------
        >>> from isgraph import project
        >>> len(measure(project(tiny), "degree").claims("Group A")) > 2
        True
        """
        return self._claims(self._node(actor))

    def of(self, actor: str) -> Report:
        """Tell of one actor the figure, and the claims that count at it, by its label or IRI.

        Examples
        --------
        >>> from isgraph import project
        >>> measure(project(tiny), "degree").of("Group A").rows[0].claim
        'c0001'
        """
        node = self._node(actor)
        row = self.full[self._nodes.index(node)]
        told = (
            f"{self._measure.name} of {row.actor}, of {chosen(self._network)}: {row.value}, number "
            f"{row.rank} of {len(self.rows)}; from {row.least} ({row.least_by}) to {row.most} "
            f"({row.most_by})."
        )
        return Report(
            statements(self._network, self._claims(node)),
            {},
            (f"{self._measure.name}: {self._measure.meaning}", self._rests_on(), CAUTION),
            caption=f"{told[:1].upper()}{told[1:]}",
        )

    def _notes(self, small: list[str]) -> Iterator[str]:
        yield f"{self._measure.name}: {self._measure.meaning}"
        yield (
            "Least and most: the same without single-source, reported or imprecise claims, with "
            f"alleged ones, and of each document alone.{self._usual_least()}"
        )
        if small:
            yield f"Too small to be measured: {'; '.join(small)}."
        yield f"{self._rests_on()} Computed with {self._measure.engine}. {CAUTION}"

    def _usual_least(self) -> str:
        if self._measure.is_whole:
            return ""
        tied = [node for node, row in zip(self._nodes, self.rows, strict=True) if row.claims]
        (how, count), *_ = Counter(self._by(node, min) for node in tied).most_common() or [("", 0)]
        if not count:
            return ""
        return f" The least is that of {how!r} for {count} of the {len(tied)} actors with a tie."

    def _rests_on(self) -> str:
        if self._measure.is_whole:
            return "It rests on all ties of the network."
        if self._measure.is_own:
            return "The claims are those that the figure counts."
        return "The figure rests on all ties of the network; the claims are of the actor's own."

    def _by(self, node: str, pick: Callable[..., str]) -> str:
        """Return the evidence that gives an actor the least or the most."""
        return pick(self._figures, key=lambda how: self._figures[how].get(node, 0.0))

    def _node(self, actor: str) -> str:
        if self._measure.is_whole:
            raise NameNotFoundError(
                f"{self._measure.name} is one figure of the whole network, and has no {actor!r}. "
                "Name a measure of actors, such as degree.",
                name=actor,
            )
        labels = {_label(self._network, node): node for node in self._nodes}
        if actor not in self._figures[ALL] and actor not in labels:
            raise NameNotFoundError(
                f"No actor {actor!r} in this network.{nearest(actor, labels)} "
                "`isgraph list actors` lists them all.",
                name=actor,
                nearest=list(labels),
            )
        return actor if actor in self._figures[ALL] else labels[actor]

    def _rows(self) -> Rows:
        network, scores = self._network, self._figures[ALL]
        ranks: dict[float, int] = {}
        rows: list[Row] = []
        for place, node in enumerate(self._nodes, 1):
            values = [found.get(node, 0.0) for found in self._figures.values()]
            shown = map(_round, (scores[node], min(values), max(values)))
            rank = ranks.setdefault(scores[node], place)
            rows.append((_label(network, node), *shown, rank, len(self._claims(node))))
        return Rows(("actor", "value", "least", "most", "rank", "claims"), rows)


def all_measures() -> dict[str, Measure]:
    """Return every measure by its name, in alphabetical order.

    They are the `MEASURES` of the modules of this room.

    Examples
    --------
    >>> "betweenness" in all_measures()
    True
    """
    names = (module.name for module in iter_modules(analysis.__path__))
    modules = (import_module(f"isgraph.analysis.{name}") for name in names)
    found = (measure for module in modules for measure in getattr(module, "MEASURES", ()))
    return {measure.name: measure for measure in sorted(found, key=lambda one: one.name)}


def measure_named(name: str) -> Measure:
    """Return the measure of a name.

    Raises
    ------
    NameNotFoundError
        If there is no such measure.

    Examples
    --------
    >>> measure_named("degree").name
    'degree'
    """
    known = all_measures()
    if name not in known:
        raise NameNotFoundError(
            f"No measure {name!r}.{nearest(name, known)} `isgraph measure` lists them all.",
            name=name,
            nearest=list(known),
        )
    return known[name]


def measure(network: Store | Network, name: str) -> Measured:
    """Measure a network, and say how far the figures depend on weak evidence.

    Parameters
    ----------
    network
        Of the day and the claims that `isgraph.project` was asked for.
    name
        One of `all_measures()`.

    Raises
    ------
    NameNotFoundError
        If there is no such measure; the message names the nearest.
    EmptyNetworkError
        If fewer than five actors have ties: figures of so few say nothing.

    Examples
    --------
    >>> from isgraph import project
    >>> measure(project(tiny), "degree").rows[0].actor
    'Group A'
    """
    network = as_network(network)
    wanted = measure_named(name)
    if not (tied := _tied(network)):
        raise EmptyNetworkError(nothing_left(network))
    if tied < FEWEST:
        raise EmptyNetworkError(
            f"Only {tied} actors have a tie here, and a figure of fewer than {FEWEST} would "
            "mislead. Leave out --on, --kind or --status, or read `isgraph show` instead."
        )
    tried = variants(network)
    small = [how for how, variant in tried.items() if _tied(variant) < FEWEST]
    figures = {ALL: wanted.compute(network)}
    figures |= {how: wanted.compute(tried[how]) for how in tried if how not in small}
    wanted = wanted._replace(engine=getattr(figures[ALL], "engine", wanted.engine))
    return Measured(wanted, network, figures, small)


def _tied(network: Network) -> int:
    return sum(1 for _, degree in fold(network).degree() if degree)


def _firsts(network: Network, figures: Mapping[str, Scores], lowest_first: bool) -> Iterator[Row]:
    for how, scores in figures.items():
        best = [node for node in _in_order(network, scores, lowest_first) if scores[node] > 0][:3]
        named = [f"{_label(network, node)} {_round(scores[node])}" for node in best]
        yield how, *named, *[None] * (3 - len(best))


def _in_order(network: Network, scores: Scores, lowest_first: bool) -> list[str]:
    way = 1 if lowest_first else -1
    return sorted(scores, key=lambda node: (way * scores[node], _label(network, node)))


def _label(network: Network, node: str) -> str:
    return str(network.nodes[node].get("label", node))


def _round(value: float) -> float | None:
    """Return a figure in four digits; what is not defined is None."""
    return None if math.isnan(value) else float(f"{value:.4g}")
