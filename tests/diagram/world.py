"""A fictional world for the diagram: eight actors, twelve ties, every status, two facts."""

from datetime import date
from typing import Any

import networkx as nx

IRI = "https://w3id.org/isgraph/"
HOSTILE_LABEL = '</script><img src=x onerror="window.harmed=1">'


def actor(name: str) -> str:
    """Give the IRI of an actor."""
    return f"{IRI}actor/{name}"


ACTORS = [
    ("a", "Group A", "NonStateArmedGroup", "non-state armed group", ["The A", "Jamāʿat A"]),
    ("b", "Group B", "NonStateArmedGroup", "non-state armed group", []),
    ("c", "Coalition C", "Coalition", "coalition", ["CC"]),
    ("d", "State D", "State", "state", []),
    ("e", "Force E", "SecurityForce", "security force", []),
    ("f", "Town F", "Site", "site", []),
    ("g", HOSTILE_LABEL, "Organisation", "organisation", []),
    ("h", "Person H", "Person", "person", []),
]

# subject, object, kind, label, family, status, modality, and what else is said
TIES: list[tuple[str, str, str, str, str, str, str, dict[str, Any]]] = [
    ("a", "b", "attacks", "attacks", "hostile", "asserted", "actual", {}),
    ("a", "b", "threatens", "threatens", "hostile", "reported", "actual", {}),
    ("b", "a", "opposes", "opposes", "hostile", "assessed", "actual", {}),
    (
        "c",
        "e",
        "supports",
        "supports",
        "supportive",
        "asserted",
        "actual",
        {"quantity": "about 200"},
    ),
    ("d", "c", "memberOf", "is a member of", "structural", "asserted", "actual", {}),
    ("e", "b", "detains", "detains", "custody", "alleged", "actual", {"places": ["Town F"]}),
    (
        "d",
        "b",
        "negotiatesWith",
        "negotiates with",
        "dealings",
        "unconfirmed",
        "actual",
        {"is_symmetric": True, "valid_time": "2020-03/", "end_earliest": None},
    ),
    ("d", "e", "trains", "trains", "supportive", "reported", "planned", {}),
    ("h", "a", "leads", "leads", "structural", "denied", "actual", {"disputes": ["c0010"]}),
    ("h", "a", "leads", "leads", "structural", "reported", "actual", {"disputed_by": ["c0009"]}),
    ("d", "b", "supports", "supports", "supportive", "asserted", "actual", {"negated": True}),
    (
        "b",
        "f",
        "locatedIn",
        "is located in",
        "setting",
        "assessed",
        "actual",
        {
            "valid_time": None,
            "as_of": "2021-05-04",
            "begin_earliest": None,
            "begin_latest": date(2021, 5, 4),
            "end_earliest": date(2021, 5, 4),
        },
    ),
]


def claim(number: int, **parts: Any) -> dict[str, Any]:
    """Make what every claim of this world has, and what the one at hand adds."""
    return {
        "id": f"c{number:04d}",
        "is_symmetric": False,
        "negated": False,
        "paraphrase": f"Statement number {number} of an imagined report.",
        "note": None,
        "claimants": ["Office X"],
        "valid_time": "2020-03/..",
        "as_of": "2021~",
        "begin_earliest": date(2020, 3, 1),
        "begin_latest": date(2020, 3, 31),
        "end_earliest": date(2021, 5, 4),
        "end_latest": None,
        "document": "An imagined report",
        "document_id": "report-1",
        "published": date(2021, 5, 4),
        "section": "Overview",
        "paragraph": number,
        "char_start": 10,
        "char_end": 60,
        "sources": [
            {
                "note": number,
                "pinpoint": "p. 3",
                "work": f"Imagined work {number}",
                "publisher": "Press Y",
                "issued": "2021-02",
                "authors": ["A. Writer"],
            }
        ],
        "citation_state": "cited",
        "places": [],
        "instruments": [],
        "occurrences": [],
        "role": None,
        "quantity": None,
        "disputes": [],
        "disputed_by": [],
    } | parts


def world() -> nx.MultiDiGraph:
    """Build the network that the diagram's tests draw."""
    network = nx.MultiDiGraph(
        title="An imagined world",
        edition="imagined data 1; ontology 0",
        on=date(2021, 5, 1),
        known_by=None,
        families={"hostile": "Hostile acts", "custody": "Custody"},
        relations={kind: label for _, _, kind, label, *_ in TIES},
    )
    for name, label, kind, kind_label, aliases in ACTORS:
        network.add_node(
            actor(name), label=label, kind=kind, kind_label=kind_label, aliases=aliases
        )
    for number, (one, other, kind, label, family, status, modality, more) in enumerate(TIES, 1):
        parts = claim(
            number,
            kind=kind,
            label=label,
            family=family,
            status=status,
            modality=modality,
            **more,
        )
        network.add_edge(actor(one), actor(other), key=f"{IRI}claim/c{number:04d}", **parts)
    network.graph["facts"] = {
        actor("a"): [
            claim(
                21,
                kind="strength",
                status="assessed",
                modality="actual",
                text="Strength: 1,000 to 2,000 fighters",
            ),
            claim(
                22,
                kind="designated",
                status="asserted",
                modality="actual",
                text="Designated by State D",
            ),
        ]
    }
    return network
