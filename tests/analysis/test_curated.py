"""Computed camps are held against what sources say of who belongs to whom."""

import re

import networkx as nx

from isgraph import project
from isgraph.analysis.curated import compare_camps
from isgraph.store import Store
from tests.analysis.signed_networks import network_of

CLIQUES = [(a, b, 1) for group in ("abcd", "wxyz") for a in group for b in group if a < b]


def curated(*pairs: str) -> nx.MultiDiGraph:
    """Add structural claims to two groups that support their own."""
    network = network_of(*CLIQUES, ("a", "q", 0))
    for number, (subject, object_) in enumerate(pairs, 1):
        network.add_edge(subject, object_, id=f"s{number}", family="structural", label="member of")
    return network


def test_together_apart_and_outside() -> None:
    """A pair is in one camp, in two, or one of it is in none; each has its claims."""
    rows = {
        (row.subject, row.object): (row.where, row.claims)
        for row in compare_camps(curated("ab", "ab", "aw", "ra"), runs=1).pairs
    }

    assert rows == {
        ("Group A", "Group B"): ("together", "s1 s2"),
        ("Group A", "Group W"): ("apart", "s3"),
        ("r", "Group A"): ("together", "s4"),
    }


def test_support_alone() -> None:
    """Without structure, who is bound by structure alone is outside."""
    rows = compare_camps(curated("ab", "aw", "ra"), runs=1).structure

    assert [tuple(row) for row in rows if row.relation == "all of them"] == [
        ("all bonds", "all of them", 2, 1, 0, 0.667, 0.444),
        ("support alone", "all of them", 1, 1, 1, 0.5, 0.429),
    ]


def test_what_is_not_said_to_be_so() -> None:
    """Alleged, denied and planned membership is not compared."""
    network = curated("aw", "ax", "ay")
    for (one, other), doubt in zip(
        ("aw", "ax", "ay"),
        ({"status": "alleged"}, {"negated": True}, {"modality": "planned"}),
        strict=True,
    ):
        network.edges[one, other, 0].update(doubt)

    assert list(compare_camps(network, runs=1).pairs) == []


def test_nobody_bound() -> None:
    """A network without camps gives empty tables."""
    report = compare_camps(network_of(("a", "b", -1)), runs=1)

    assert [] == report.rows == report.pairs == report.structure
    assert "computed, not claimed" in " ".join(str(report).split())


def test_shipped_camps(shipped: Store) -> None:
    """Most of what structure binds is together, far more than by chance; all leads to claims."""
    network = project(shipped)
    report = compare_camps(network, runs=2)
    together = report.structure[[row.relation for row in report.structure].index("all of them")]
    ids = {claim["id"] for *_, claim in network.edges(data=True)}
    named = {name for row in report.pairs for name in re.findall(r"c\d+", row.claims)}

    assert together.share > 0.8 > 0.2 > together.by_chance
    assert len(named) > 100
    assert named <= ids
    assert sum(row.members for row in report.rows) == len(report.members)
    assert max(map(len, str(report).splitlines())) <= 80
    assert "<table>" in report._repr_html_()
