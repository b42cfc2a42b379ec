"""Small networks made by chance, and a search in them that tries everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations
from random import Random
from typing import Any

import networkx as nx

from isgraph.analysis.paths.strength import Weakness, is_refuted, weakness
from isgraph.entities import Entity
from isgraph.terms import Iri

STATUSES = ("asserted", "assessed", "reported", "alleged", "unconfirmed", "denied")
DAYS = [date(2020, 1, 1) + timedelta(number) for number in range(9)]

Claim = dict[str, Any]
Network = nx.MultiDiGraph


def ends(one: str = "a", other: str = "b") -> tuple[Entity, Entity]:
    """Give two actors that are named by letters."""
    first, last = (Entity(Iri(n), n.upper(), (), Iri("Group"), "group") for n in (one, other))
    return first, last


def tied(*claims: Claim) -> Network:
    """Make a network of claims."""
    network: Network = nx.MultiDiGraph()
    for claim in claims:
        network.add_edge(claim["subject"], claim["object"], key=claim["iri"], **claim)
    return network


def tie(ends: str, number: int = 0, **more: Any) -> Claim:
    """Make a claim that ties two letters, on all days and by one work unless told otherwise."""
    subject, object_ = ends
    return {
        "id": f"c{number}",
        "iri": f"urn:c{number}",
        "subject": subject,
        "object": object_,
        "subject_label": subject.upper(),
        "object_label": object_.upper(),
        "label": "backs",
        "is_symmetric": False,
        "sign": 1,
        "status": "asserted",
        "modality": "actual",
        "negated": False,
        "valid_time": "2020-01",
        "as_of": None,
        "begin_earliest": None,
        "end_latest": None,
        "document_id": "report",
        "sources": [],
    } | more


def imagined(seed: int) -> Network:
    """Make a network by chance, in which days, statuses, works and modalities matter."""
    chance = Random(seed)
    actors = "abcdefg"[: chance.randint(3, 7)]
    every = [one + other for one, other in permutations(actors, 2)]
    pairs = chance.sample(every, min(len(every), 2 * len(actors)))
    claims = []
    for number, pair in enumerate(chance.choices(pairs, k=2 * len(pairs))):
        first, last = (
            chance.choice([day, None, None]) for day in sorted(chance.choices(DAYS, k=2))
        )
        claims.append(
            tie(
                pair,
                number,
                begin_earliest=first,
                end_latest=last,
                status=chance.choice(STATUSES),
                modality=chance.choice(["actual", "actual", "planned"]),
                negated=chance.random() < 0.1,
                valid_time=chance.choice(["2020", "2020-01"]),
                sources=[{"work": work} for work in chance.sample("xyz", chance.randint(0, 2))],
            )
        )
    network = tied(*claims)
    network.add_nodes_from(actors)
    return network


Found = dict[tuple[str, ...], list[Weakness]]
"""How weak the hops of each path are on its best day, the weakest first."""


def try_all(network: Network, on: date | None, prospective: bool) -> Found:
    """Walk all paths from a to b on each day by itself."""
    found: Found = {}
    around = [DAYS[0] - timedelta(1), *DAYS, DAYS[-1] + timedelta(1)]
    for day in [on] if on else around:
        usable = [c for *_, c in network.edges(data=True) if _is_usable(c, day, prospective)]
        for actors, weak in _walk(usable, ("a",), []):
            ranked = sorted(weak, reverse=True)
            found[actors] = min(ranked, found.get(actors, ranked))
    return found


def _is_usable(claim: Claim, day: date, prospective: bool) -> bool:
    begun = claim["begin_earliest"] is None or claim["begin_earliest"] <= day
    ended = claim["end_latest"] is not None and claim["end_latest"] < day
    wanted = prospective or claim["modality"] == "actual"
    return begun and not ended and wanted and not is_refuted(claim)


def _walk(
    claims: list[Claim], actors: tuple[str, ...], weak: list[Weakness]
) -> Iterator[tuple[tuple[str, ...], list[Weakness]]]:
    here = actors[-1]
    if here == "b":
        yield actors, weak
        return
    for other in sorted({c["subject"] for c in claims} | {c["object"] for c in claims}):
        between = [c for c in claims if {c["subject"], c["object"]} == {here, other}]
        if between and other not in actors:
            yield from _walk(claims, (*actors, other), [*weak, weakness(between)])
