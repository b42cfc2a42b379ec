"""Signs: the ties that are supportive or hostile, and the pairs that carry both signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import networkx as nx

from isgraph.analysis.ties import fold
from isgraph.network import Network
from isgraph.rows import Rows

WORDS = {1: "supportive", -1: "hostile", 0: "neutral"}

Claim = Mapping[str, Any]


def signed(network: Network) -> nx.Graph[str]:
    """Fold a network into the ties that have one sign, and the actors that have such a tie.

    Pairs of both signs are left out: no sign could be given to them without
    a verdict. `both_signs` lists them.

    Examples
    --------
    >>> from isgraph import project
    >>> sorted({tie["sign"] for *_, tie in signed(project(tiny)).edges(data=True)})
    [-1, 1]
    """
    ties = fold(network)
    ties.remove_edges_from([pair[:2] for pair in ties.edges(data="sign") if not pair[2]])
    ties.remove_nodes_from([node for node, degree in dict(ties.degree()).items() if not degree])
    return ties


def both_signs(network: Network) -> Rows:
    """List the pairs of actors between which some claims are supportive and others hostile.

    Returns
    -------
    Rows
        `actor, other, at_once, supportive, hostile`: whether there may be a
        day on which both signs hold, and the ids of the claims of each.

    Examples
    --------
    >>> from isgraph import project
    >>> both_signs(project(tiny)).columns
    ('actor', 'other', 'at_once', 'supportive', 'hostile')
    """
    ties, said = fold(network), claims_of(network)
    rows = []
    for one, other, tie in ties.edges(data=True):
        if tie["both"]:
            claims = [said[claim] for claim in tie["signed"]]
            sides = [[claim for claim in claims if claim.get("sign") == sign] for sign in (1, -1)]
            ids = (" ".join(str(claim["id"]) for claim in side) for side in sides)
            rows.append((*sorted(labels(ties, (one, other))), _yes(may_meet(sides)), *ids))
    return Rows(("actor", "other", "at_once", "supportive", "hostile"), sorted(rows))


def claims_of(network: Network) -> dict[str, Claim]:
    """Return the claims of a network by their ids."""
    return {str(claim.get("id")): claim for *_, claim in network.edges(data=True)}


def labels(ties: nx.Graph[str], actors: Iterable[str]) -> list[str]:
    """Return the labels of actors; an actor without one is called by its IRI."""
    return [str(ties.nodes[actor].get("label", actor)) for actor in actors]


def at_once(ties: Iterable[Mapping[str, Any]], said: Mapping[str, Claim]) -> str:
    """Say `yes` if there may be a day on which all of some ties hold, else `no`."""
    return _yes(may_meet([[said[claim] for claim in tie["signed"]] for tie in ties]))


def may_meet(alternatives: Sequence[Sequence[Claim]]) -> bool:
    """Tell whether there may be a day on which, of each list of claims, at least one holds.

    A claim whose begin or end is not known may have held since ever or until
    now, so that only dates that are said can rule a day out.

    Examples
    --------
    >>> before, after = {"end_latest": date(2020, 1, 1)}, {"begin_earliest": date(2021, 1, 1)}
    >>> may_meet([[before], [after]]), may_meet([[before], [before, after]])
    (False, True)
    """
    spans = [
        [
            (claim.get("begin_earliest") or date.min, claim.get("end_latest") or date.max)
            for claim in claims
        ]
        for claims in alternatives
    ]
    # Spans that meet at all meet on the day on which the last of them begins.
    return any(
        all(any(begin <= day <= end for begin, end in claims) for claims in spans)
        for day in {begin for claims in spans for begin, _ in claims}
    )


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
