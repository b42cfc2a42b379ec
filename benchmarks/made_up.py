"""Networks of made-up claims: seeded, with a few hubs, many leaves, and groups that hold together.

Each line carries a claim with all the parts that a real one has, so that pages weigh the same.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import networkx as nx
import numpy as np

LINES_A_NODE = 2.5
INSIDE = 0.75
"""Share of lines that stay inside a group."""

RELATIONS = (
    ("memberOf", "member of", "structural", 1, "structural", 0.29),
    ("fights", "fights", "hostile", -1, "material", 0.27),
    ("backs", "backs", "supportive", 1, "material", 0.23),
    ("meetsWith", "meets with", "dealings", 0, "verbal", 0.18),
    ("detains", "detains", "custody", -1, "material", 0.03),
)
STATUSES = {"asserted": 0.7, "reported": 0.2, "assessed": 0.06, "alleged": 0.03, "denied": 0.01}
MODALITIES = {"actual": 0.85, "planned": 0.1, "conditional": 0.05}
KINDS = ("NonStateArmedGroup", "Person", "State", "SecurityForce", "StateBody", "Coalition")


def network_of(size: int, *, lines: float = LINES_A_NODE, seed: int = 20) -> nx.MultiDiGraph[str]:
    """Make a network such as `isgraph.project` makes.

    Parameters
    ----------
    size
        Number of actors.
    lines
        Claims for each actor.
    """
    chance = np.random.default_rng(seed)
    count = int(lines * size)
    groups = max(4, int(size**0.5 / 2))
    group_of = chance.integers(0, groups, size)
    members = [np.flatnonzero(group_of == group) for group in range(groups)]
    fame = chance.pareto(1.5, size) + 0.1
    subjects = np.concatenate([np.arange(size), chance.integers(0, size, count - size)])
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=f"A made-up network of {size:,} actors",
        edition="made up for a benchmark",
        relations={kind: label for kind, label, *_ in RELATIONS},
        facts={},
    )
    names = [f"https://w3id.org/isgraph/actor/made-up-{number}" for number in range(size)]
    for number, name in enumerate(names):
        kind = KINDS[int(chance.integers(len(KINDS)))]
        label = f"Made-up actor {number}" + " of the north" * int(chance.integers(2))
        network.add_node(name, label=label, aliases=[f"MA{number}"], kind=kind, kind_label=kind)
    for number, subject in enumerate(subjects):
        near = members[group_of[subject]] if chance.random() < INSIDE else np.arange(size)
        object_ = int(chance.choice(near, p=fame[near] / fame[near].sum()))
        if object_ == subject:
            object_ = (object_ + 1) % size
        claim = _claim(chance, number, names[subject], names[object_])
        network.add_edge(names[subject], names[object_], key=claim["iri"], **claim)
    return network


def _claim(chance: np.random.Generator, number: int, subject: str, object_: str) -> dict[str, Any]:
    shares = np.array([relation[-1] for relation in RELATIONS])
    kind, label, family, sign, channel, _ = RELATIONS[chance.choice(len(RELATIONS), p=shares)]
    begin = date(2014, 1, 1) + timedelta(days=int(chance.integers(0, 4000)))
    return {
        "id": f"c{number:05d}",
        "iri": f"https://w3id.org/isgraph/claim/c{number:05d}",
        "subject": subject,
        "subject_label": subject.rsplit("/", 1)[-1],
        "object": object_,
        "object_label": object_.rsplit("/", 1)[-1],
        "kind": kind,
        "label": label,
        "family": family,
        "sign": sign,
        "channel": channel,
        "is_symmetric": kind in ("fights", "meetsWith"),
        "status": str(chance.choice(list(STATUSES), p=list(STATUSES.values()))),
        "modality": str(chance.choice(list(MODALITIES), p=list(MODALITIES.values()))),
        "negated": bool(chance.random() < 0.02),
        "claimants": ["A made-up office"],
        "valid_time": f"{begin.year}/..",
        "as_of": None,
        "begin_earliest": begin,
        "begin_latest": begin + timedelta(days=31),
        "end_earliest": None,
        "end_latest": begin + timedelta(days=int(chance.integers(60, 2000))),
        "document": "A made-up document",
        "document_id": "made-up",
        "published": date(2025, 3, 18),
        "section": f"{number % 5 + 1}.{number % 4 + 1}",
        "paragraph": number % 30 + 1,
        "char_start": number * 40,
        "char_end": number * 40 + 200,
        "sources": [{"note": number % 200, "work": f"Made-up work {number % 300}", "authors": []}],
        "paraphrase": f"Claim {number} of a benchmark, as long as a real one in few words is.",
    }
