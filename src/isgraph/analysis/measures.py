"""Measures: figures of actors or of the whole network, each with the range it could have."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from typing import NamedTuple

from isgraph.analysis.robustness import variants
from isgraph.analysis.ties import fold
from isgraph.entities import nearest
from isgraph.errors import EmptyNetworkError, NameNotFoundError
from isgraph.network import Network
from isgraph.rows import Row, Rows

CAUTION = (
    "The absence of a line is not the absence of a tie: these figures are of what the documents "
    "say, and no more."
)
FEWEST = 5
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


class Measured:
    """What a measure gives: a row an actor, with ranges, caution, and the way to the claims.

    Attributes
    ----------
    rows
        `actor, value, least, most, rank, claims`: the figure, its range over
        the variants of `robustness.variants`, its place among all, and how
        many claims it counts at the actor. For the whole network a row a
        variant: `evidence, value`.
    """

    def __init__(self, measure: Measure, network: Network, rows: Rows, runs: list[str]) -> None:
        self.measure, self.rows, self.variants = measure, rows, runs
        self._network = network

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
        return sorted(
            {claim for _, _, tie in ties.edges(nodes, data=True) for claim in tie["claims"]}
        )

    @property
    def notes(self) -> list[str]:
        """What a reader has to know beside the figures."""
        tried = "; ".join(self.variants) or "none that differs"
        return [
            f"{self.measure.name}: {self.measure.meaning}",
            f"Ranges over: {tried}.",
            f"Computed with {self.measure.engine}. {CAUTION}",
        ]

    def text(self) -> str:
        """Return the rows as a table, with what they rest on below it."""
        return "\n".join([self.rows.text("table"), "", *(textwrap.fill(n, 80) for n in self.notes)])

    __str__ = __repr__ = text

    def _repr_html_(self) -> str:
        from html import escape

        notes = "".join(f"<p>{escape(note)}</p>" for note in self.notes)
        return f"{self.rows._repr_html_()}{notes}"


def all_measures() -> dict[str, Measure]:
    """Return every measure by its name, in alphabetical order.

    Examples
    --------
    >>> "betweenness" in all_measures()
    True
    """
    from isgraph.analysis import balance, brokerage, communities, position

    rooms = (balance, brokerage, communities, position)
    found = (measure for room in rooms for measure in room.MEASURES)
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
    ties = fold(network)
    tied = [node for node, degree in ties.degree() if degree]
    if len(tied) < FEWEST:
        raise EmptyNetworkError(
            f"Only {len(tied)} actors have a tie here, and a figure of fewer than {FEWEST} would "
            "mislead. Leave out --on, --kind or --status, or read `isgraph show` instead."
        )
    scores = wanted.compute(network)
    others = {how: wanted.compute(variant) for how, variant in variants(network).items()}
    if wanted.is_whole:
        figures = {"all claims": scores, **others}
        whole = Rows(("evidence", "value"), ((how, _round(s[WHOLE])) for how, s in figures.items()))
        return Measured(wanted, network, whole, list(others))
    ranks = sorted(scores.values(), reverse=True)
    rows: list[Row] = []
    for node in sorted(scores, key=lambda n: (-scores[n], str(ties.nodes[n].get("label", n)))):
        values = [scores[node], *(found.get(node, 0.0) for found in others.values())]
        claims = {claim for _, _, tie in ties.edges(node, data=True) for claim in tie["claims"]}
        label = str(ties.nodes[node].get("label", node))
        figures_of = map(_round, (scores[node], min(values), max(values)))
        rows.append((label, *figures_of, ranks.index(scores[node]) + 1, len(claims)))
    columns = ("actor", "value", "least", "most", "rank", "claims")
    return Measured(wanted, network, Rows(columns, rows), list(others))


def _round(value: float) -> float:
    return float(f"{value:.4g}")
