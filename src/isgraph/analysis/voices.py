"""Voices: who speaks in a claim, and which of those spoken of are among the speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from isgraph.analysis.ties import fold, is_said_to_be_so
from isgraph.network import Network
from isgraph.rows import Row
from isgraph.turtle import natural
from isgraph.vocab import ISG

BODIES = frozenset({ISG.componentOf.slug, ISG.holdsOfficeIn.slug, ISG.leads.slug})
"""Relations whose subject can speak for the object: its parts, its offices, its leaders."""

_WHO = {(True, True): "both", (True, False): "one", (False, True): "other"} | {
    (False, False): "neither"
}

Claim = Mapping[str, Any]


def claims_of(network: Network) -> list[Claim]:
    """Return all claims of a network, figures and states too, in the order of their ids.

    Examples
    --------
    >>> from isgraph import project
    >>> claims_of(project(tiny))[0]["id"]
    'c0001'
    """
    found = [claim for *_, claim in network.edges(data=True)]
    for facts in network.graph.get("facts", {}).values():
        found.extend(facts)
    return sorted(found, key=lambda claim: natural(claim["id"]))


def named(claim: Claim, role: str) -> list[str]:
    """Return who or what has a role in making a claim, by name.

    A work is named with its publisher: several works have the same title.

    Parameters
    ----------
    role
        `claimant`, `author`, `work`, `publisher` or `document`.

    Examples
    --------
    >>> named({"claimants": ["Institute"]}, "claimant")
    ['Institute']
    """
    if role == "claimant":
        return list(claim["claimants"])
    if role == "document":
        return [claim["document"]]
    if role == "author":
        return [author for work in claim["sources"] for author in work["authors"]]
    if role == "work":
        return [
            f"{work['work']} ({work['publisher']})" if work["publisher"] else work["work"]
            for work in claim["sources"]
        ]
    return [work[role] for work in claim["sources"] if work[role]]


def _voices_of(claim: Claim) -> set[str]:
    return {name for role in ("claimant", "author", "publisher") for name in named(claim, role)}


def _bodies(network: Network) -> dict[str, set[str]]:
    """Return the labels of those who can speak for an actor, by its label; itself is not there."""
    parts: dict[str, set[str]] = defaultdict(set)
    for *_, claim in network.edges(data=True):
        if claim["kind"] in BODIES and is_said_to_be_so(claim):
            parts[claim["object_label"]].add(claim["subject_label"])
    found: dict[str, set[str]] = {}
    for whole in list(parts):
        seen: set[str] = set()
        queue = [whole]
        while queue:
            new = parts.get(queue.pop(), set()) - seen
            seen |= new
            queue.extend(sorted(new))
        found[whole] = seen - {whole}
    return found


def ties_of(network: Network) -> nx.Graph[str]:
    """Return the ties of actors, folded.

    Examples
    --------
    >>> from isgraph import project
    >>> ties_of(project(tiny, everything=True)).number_of_edges() > 0
    True
    """
    return fold(network.subgraph([node for node in network if "/actor/" in node]))


def heard(network: Network, claims: list[Claim]) -> Iterator[Row]:
    """Yield each signed tie with which of its ends is among the speakers of its claims.

    Examples
    --------
    >>> from isgraph import project
    >>> network = project(tiny)
    >>> next(heard(network, claims_of(network)))[:5]
    ('Coalition K', 'Country X', 'supportive', 1, 'neither')
    """
    by_id = {claim["id"]: claim for claim in claims}
    bodies, folded = _bodies(network), ties_of(network)
    for *pair, tie in folded.edges(data=True):
        if not tie["sign"] and not tie["both"]:
            continue
        one, other = sorted(str(folded.nodes[node]["label"]) for node in pair)
        voices = {name for claim in tie["signed"] for name in _voices_of(by_id[claim])}
        ends = [bool(voices & ({end} | bodies.get(end, set()))) for end in (one, other)]
        sign = "both" if tie["both"] else "supportive" if tie["sign"] > 0 else "hostile"
        ids = ", ".join(sorted(tie["signed"], key=natural))
        yield one, other, sign, tie["signed_works"], _WHO[ends[0], ends[1]], ids


def spoken_of(network: Network, claims: list[Claim], actors: Iterable[str]) -> Iterator[Row]:
    """Yield for some actors, by label, how often they are spoken of and how often they speak.

    Examples
    --------
    >>> from isgraph import project
    >>> network = project(tiny)
    >>> next(spoken_of(network, claims_of(network), ["Group B"]))[:4]
    ('Group B', 6, 0, 0)
    """
    bodies = _bodies(network)
    about: dict[str, list[str]] = defaultdict(list)
    speaks: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for end in {claim["subject_label"], claim["object_label"]} - {None}:
            about[end].append(claim["id"])
        for name in _voices_of(claim):
            speaks[name].add(claim["id"])
    for actor in sorted(actors, key=lambda name: (-len(about[name]), name)):
        by_bodies = {claim for body in bodies.get(actor, ()) for claim in speaks.get(body, ())}
        own = speaks.get(actor, set())
        ids = about[actor]
        yield actor, len(ids), len(own), len(by_bodies - own), ", ".join(ids)


__all__ = ["BODIES", "claims_of", "heard", "named", "spoken_of", "ties_of"]
