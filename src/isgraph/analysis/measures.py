"""Measures: figures of actors or of the whole network, each with the range it could have."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

from isgraph import analysis
from isgraph.analysis.reports import Report
from isgraph.analysis.robustness import variants
from isgraph.analysis.ties import claims_at, fold, is_any
from isgraph.entities import nearest
from isgraph.errors import EmptyNetworkError, NameNotFoundError
from isgraph.network import NO_LINE, Network
from isgraph.rows import Row, Rows

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


class Measured(Report):
    """What a measure gives: figures with their ranges, and the way to the claims.

    Attributes
    ----------
    rows
        `actor, value, least, most, rank, claims`: the figure, its range over
        the variants of `robustness.variants`, its place among all, and how
        many claims it counts at the actor. For the whole network a row a
        variant: `evidence, value`.
    parts
        `With other evidence`: who comes first in each variant.
    """

    def __init__(
        self,
        measure: Measure,
        network: Network,
        rows: Rows,
        parts: dict[str, Rows],
        small: Sequence[str],
    ) -> None:
        notes = [
            f"{measure.name}: {measure.meaning}",
            "Least and most: the same without single-source, reported or imprecise claims, with "
            "alleged ones, and of each document alone.",
            f"Computed with {measure.engine}. {CAUTION}",
        ]
        if small:
            notes.insert(2, f"Too small to be measured: {'; '.join(small)}.")
        super().__init__(rows, parts, tuple(notes))
        self._measure, self._network = measure, network

    def claims(self, actor: str) -> list[str]:
        """Return the ids of the claims that the figure of an actor counts, by its label or IRI.

        Examples
        --------
        >>> from isgraph import project
        >>> len(measure(project(tiny), "degree").claims("Group A")) > 2
        True
        """
        ties = fold(self._network)
        nodes = [n for n, about in ties.nodes(data=True) if actor in (n, about["label"])]
        return sorted({c for n in nodes for c in claims_at(ties, n, self._measure.counts)})


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


def measure(network: Network, name: str) -> Measured:
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
    known = all_measures()
    if name not in known:
        raise NameNotFoundError(
            f"No measure {name!r}.{nearest(name, known)} `isgraph measure` lists them all.",
            name=name,
            nearest=list(known),
        )
    wanted = known[name]
    if (tied := _tied(network)) < FEWEST:
        raise EmptyNetworkError(
            f"Only {tied} actors have a tie here, and a figure of fewer than {FEWEST} would "
            "mislead. Leave out --on, --kind or --status, or read `isgraph show` instead."
        )
    tried = variants(network)
    small = [how for how, variant in tried.items() if _tied(variant) < FEWEST]
    figures = {ALL: wanted.compute(network)}
    figures |= {how: wanted.compute(tried[how]) for how in tried if how not in small}
    wanted = wanted._replace(engine=getattr(figures[ALL], "engine", wanted.engine))
    if wanted.is_whole:
        rows = Rows(("evidence", "value"), ((how, _round(s[WHOLE])) for how, s in figures.items()))
        return Measured(wanted, network, rows, {}, small)
    first = Rows(
        ("evidence", "first", "second", "third"), _firsts(network, figures, wanted.lowest_first)
    )
    return Measured(
        wanted,
        network,
        _rows(network, figures, wanted),
        {"With other evidence": first},
        small,
    )


def _tied(network: Network) -> int:
    return sum(1 for _, degree in fold(network).degree() if degree)


def _rows(network: Network, figures: Mapping[str, Scores], measure: Measure) -> Rows:
    ties, scores = fold(network), figures[ALL]
    ranks: dict[float, int] = {}
    rows: list[Row] = []
    for place, node in enumerate(_in_order(network, scores, measure.lowest_first), 1):
        values = [found.get(node, 0.0) for found in figures.values()]
        claims = claims_at(ties, node, measure.counts)
        shown = map(_round, (scores[node], min(values), max(values)))
        rank = ranks.setdefault(scores[node], place)
        rows.append((_label(network, node), *shown, rank, len(claims)))
    return Rows(("actor", "value", "least", "most", "rank", "claims"), rows)


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
