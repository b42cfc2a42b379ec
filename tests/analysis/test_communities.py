"""Camps are those who are bound to each other, by what is said to be so, and by nothing else."""

import math
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from isgraph import find_paths, keep_around, keep_named, project
from isgraph.analysis.communities import MEASURES, Camp, camps, camps_in
from isgraph.analysis.measures import WHOLE
from isgraph.store import Store


def network_of(*ties: tuple[str, str], **attributes: Any) -> nx.MultiDiGraph:
    """Tie actors that are named by letters."""
    network = nx.MultiDiGraph()
    network.add_edges_from(ties, **({"family": "structural"} | attributes))
    for node in network:
        network.nodes[node]["label"] = f"Group {node.upper()}"
    return network


def random_network(backwards: bool = False) -> nx.MultiDiGraph:
    """Tie sixty actors by chance, in one order or the other."""
    ends = np.random.default_rng(1).integers(0, 60, (150, 2))
    ties = [(f"n{one}", f"n{other}") for one, other in ends]
    return network_of(*(reversed(ties) if backwards else ties))


TWO_SQUARES = ["ab", "bc", "cd", "da", "vw", "wx", "xy", "yv", "vy"]


def test_two_camps_that_fight_each_other() -> None:
    """Bonds make two camps, however much is fought between them; the larger comes first."""
    network = network_of(*map(tuple, TWO_SQUARES), ("v", "u"))
    network.add_edges_from([("a", "v"), ("b", "w"), ("c", "x")], family="hostile")

    assert camps(network) == [
        Camp("camp-1", "Around Group V", ("u", "v", "w", "x", "y")),
        Camp("camp-2", "Around Group A", ("a", "b", "c", "d")),
    ]


@pytest.mark.parametrize(
    "attributes",
    [
        {"family": "hostile"},
        {"family": "custody"},
        {"family": "dealings"},
        {"family": "setting"},
        {"family": None},
        {"status": "denied"},
        {"status": "alleged"},
        {"status": "unconfirmed"},
        {"modality": "planned"},
        {"negated": True},
    ],
    ids=str,
)
def test_these_bind_nobody(attributes: dict[str, Any]) -> None:
    """Hostile, doubtful, denied, negated and planned ties, and mere dealings, make no camp."""
    network = network_of(*map(tuple, TWO_SQUARES), **attributes)

    assert camps(network) == []


def test_foe_stands_outside() -> None:
    """Who is hostile to as many members as it is bound to is in no camp with them."""
    network = network_of(*map(tuple, ["ab", "bc", "cd", "da", "ae"]))
    bound = camps(network)[0].members
    network.add_edge("e", "b", family="hostile")

    assert bound == ("a", "b", "c", "d", "e")
    assert camps(network)[0].members == ("a", "b", "c", "d")


def test_two_are_no_camp() -> None:
    """A camp has three members or more, and a network without a bond has no camp."""
    assert camps(network_of(("a", "b"))) == []
    assert camps(nx.MultiDiGraph()) == []


def test_order_of_insertion_changes_nothing() -> None:
    """The same network gives the same camps, in whatever order it was made."""
    found = camps(random_network())

    assert len(found) > 3
    assert camps(random_network(backwards=True)) == found


def test_every_process_finds_the_same() -> None:
    """The order of sets of texts, which differs between processes, changes nothing."""
    program = (
        "from tests.analysis.test_communities import random_network\n"
        "from isgraph.analysis.communities import camps\n"
        "print(camps(random_network()))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert said == [f"{camps(random_network())}\n"] * 2


def test_finer_resolution_gives_more_camps() -> None:
    """Above 1 there are more camps than below."""
    coarse, fine = (camps(random_network(), resolution=value) for value in (0.2, 2.0))

    assert len(fine) > len(coarse)


def test_shipped_camps_make_sense(shipped: Store) -> None:
    """Six to twelve camps; those that fight each other, or compete, are not in one."""
    network = project(shipped)
    found = camps(network)
    of = {network.nodes[member]["label"]: camp.id for camp in found for member in camp.members}

    assert 6 <= len(found) <= 12
    assert of["Islamic State"] == of["Islamic State in the Sahel"]
    assert of["Iran"] == of["Popular Mobilization Forces"]
    assert len({of[name] for name in ("Islamic State", "al-Qaeda", "United States", "Iran")}) == 4


def test_measures() -> None:
    """Two squares that are not tied are two camps; their modularity is that of igraph."""
    network = network_of(*map(tuple, [*TWO_SQUARES, "vx"]))
    found = {measure.name: measure.compute(network)[WHOLE] for measure in MEASURES}
    igraph = pytest.importorskip("igraph")
    bonds = igraph.Graph.TupleList([*map(tuple, TWO_SQUARES[:-1]), ("v", "x")])
    weights = [2**0.5 if bonds.vs[e.target]["name"] + bonds.vs[e.source]["name"] in ("vy", "yv")
               else 1 for e in bonds.es]  # fmt: skip
    groups = [int(name in "abcd") for name in bonds.vs["name"]]

    assert found["camps"] == 2
    assert found["modularity"] == pytest.approx(bonds.modularity(groups, weights=weights))


def test_modularity_of_nothing() -> None:
    """Without a bond there is no modularity, and no camp."""
    found = {measure.name: measure.compute(nx.MultiDiGraph())[WHOLE] for measure in MEASURES}

    assert math.isnan(found["modularity"])
    assert found["camps"] == 0


def test_camps_of_a_part_are_those_of_the_whole(shipped: Store) -> None:
    """An actor stands in the same camp in every picture, whoever else is drawn."""
    whole = project(shipped)
    camp_of = {member: camp.label for camp in camps(whole) for member in camp.members}
    named = shipped.ask("detentions")
    paths = find_paths(shipped, "Iran", "Islamic State")
    for part in (keep_around(whole, shipped, "SDF"), keep_named(named)):
        found = camps_in(part)

        assert found
        for camp in found:
            for member in camp.members:
                assert member in part
                assert camp.label == camp_of[member]
    drawn = set(re.findall(r'"(Around [^"]+)"', paths.draw().html))
    assert drawn
    assert drawn <= set(camp_of.values())
