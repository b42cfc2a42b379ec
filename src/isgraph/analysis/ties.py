"""Ties: what measures count: one for each pair of actors, however many claims speak of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import networkx as nx

from isgraph.network import Network, as_network
from isgraph.store import Store

SAID_TO_BE_SO = frozenset({"asserted", "reported", "assessed"})
"""Statuses by which a document says, passes on or assesses that something is or was so."""


def fold(network: Store | Network, *, directed: bool = False) -> nx.Graph[str]:
    """Fold the claims of a network into ties, by the rule "one tie a pair".

    All claims that say that something is or was so between two different
    actors are one tie. Many claims say that a tie is much written about, not
    that it is as strong, so that a tie weighs the square root of their number.
    Planned, alleged, denied and negated claims are no tie. Every actor of the
    network stays, with or without a tie.

    Parameters
    ----------
    directed
        A tie for each direction, from subject to object; a symmetric relation
        goes both ways.

    Returns
    -------
    networkx.Graph or networkx.DiGraph
        Nodes as in the network, in their own order. Edges have `claims` (ids,
        sorted), `sign` (1 supportive, -1 hostile; 0 if neither, or if both),
        `both` (whether there are claims of both signs), `signed` (the ids of
        the claims that give the tie its sign), `families` (sorted), `works`
        (how many works stand behind the tie, see `works`), `signed_works`
        (how many behind its sign) and `weight`.

    Examples
    --------
    >>> from isgraph import project
    >>> ties = fold(project(tiny))
    >>> ties.edges["https://w3id.org/isgraph/actor/group-a",
    ...            "https://w3id.org/isgraph/actor/group-b"]["sign"]
    -1
    """
    network = as_network(network)
    claims: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for subject, object_, claim in network.edges(data=True):
        if subject == object_ or not is_said_to_be_so(claim):
            continue
        if directed:
            pairs = {(subject, object_)}
            if claim.get("is_symmetric"):
                pairs.add((object_, subject))
        else:
            pairs = {(min(subject, object_), max(subject, object_))}
        for pair in pairs:
            claims.setdefault(pair, []).append(claim)
    ties: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    ties.add_nodes_from(sorted(network.nodes(data=True), key=lambda node: node[0]))
    ties.add_edges_from((*pair, _tie(claims[pair])) for pair in sorted(claims))
    return ties


def works(claims: Iterable[Mapping[str, Any]]) -> set[tuple[str, str | None]]:
    """Return the works that stand behind claims, by title and publisher.

    A document stands for itself where it cites nothing. Where it cites works
    for some of the claims, what it says of them without a note, as in its
    summary, is no further work.

    Examples
    --------
    >>> cited = {"document_id": "report", "sources": [{"work": "Atlas"}]}
    >>> sorted(works([cited, {"document_id": "report"}, {"document_id": "article"}]))
    [('Atlas', None), ('article', None)]
    """
    cited: set[tuple[str, str | None]] = set()
    citing, silent = set(), set()
    for claim in claims:
        document = str(claim.get("document_id"))
        if sources := claim.get("sources"):
            cited |= {(str(source["work"]), source.get("publisher")) for source in sources}
            citing.add(document)
        else:
            silent.add(document)
    return cited | {(document, None) for document in silent - citing}


def is_said_to_be_so(claim: Mapping[str, Any]) -> bool:
    """Tell whether a claim says that a tie is or was so; what has no status counts as asserted.

    Examples
    --------
    >>> is_said_to_be_so({}), is_said_to_be_so({"status": "denied"})
    (True, False)
    """
    return (
        claim.get("status", "asserted") in SAID_TO_BE_SO
        and claim.get("modality", "actual") == "actual"
        and not claim.get("negated")
    )


def is_any(tie: Mapping[str, Any]) -> bool:
    """Tell that a tie counts, whatever its sign."""
    return True


def is_supportive(tie: Mapping[str, Any]) -> bool:
    """Tell whether a tie has supportive claims, perhaps beside hostile ones."""
    return bool(tie["sign"] > 0 or tie["both"])


def is_hostile(tie: Mapping[str, Any]) -> bool:
    """Tell whether a tie has hostile claims, perhaps beside supportive ones."""
    return bool(tie["sign"] < 0 or tie["both"])


def is_contact(tie: Mapping[str, Any]) -> bool:
    """Tell whether a tie is more than hostile."""
    return bool(tie["sign"] >= 0)


def claims_at(
    ties: nx.Graph[str],
    actor: str | None = None,
    counts: Callable[[Mapping[str, Any]], bool] = is_any,
) -> list[str]:
    """Return the ids of the claims of ties that count, at an actor or of all.

    Examples
    --------
    >>> from isgraph import project
    >>> "c0002" in claims_at(fold(project(tiny)), "https://w3id.org/isgraph/actor/group-a")
    True
    """
    found = ties.edges(actor, data=True) if actor else ties.edges(data=True)
    return sorted({claim for *_, tie in found if counts(tie) for claim in tie["claims"]})


def _tie(claims: list[Mapping[str, Any]]) -> dict[str, Any]:
    signs = {sign for claim in claims if (sign := claim.get("sign"))}
    of_sign = [claim for claim in claims if claim.get("sign")]
    return {
        "claims": _ids(claims),
        "sign": min(signs) if len(signs) == 1 else 0,
        "both": len(signs) > 1,
        "signed": _ids(of_sign),
        "families": tuple(sorted({str(claim.get("family")) for claim in claims})),
        "works": len(works(claims)),
        "signed_works": len(works(of_sign)),
        "weight": math.sqrt(len(claims)),
    }


def _ids(claims: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(sorted({str(claim.get("id")) for claim in claims}))
