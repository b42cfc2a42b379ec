"""What remains of a network without evidence that could be doubted."""

from __future__ import annotations

import networkx as nx
import pytest

from isgraph import Store, project
from isgraph.analysis.robustness import variants
from isgraph.analysis.ties import fold, is_said_to_be_so


def made() -> nx.MultiDiGraph[str]:
    """Return five pairs, each with another sort of evidence."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, (one, other, about) in enumerate(
        [
            ("a", "b", {"sources": [{"work": "w"}, {"work": "v"}]}),
            ("c", "d", {"status": "reported"}),
            ("e", "f", {"status": "alleged"}),
            ("g", "h", {"as_of": "2024~", "document_id": "two"}),
            ("i", "j", {"valid_time": "2024-05/2024-06"}),
        ]
    ):
        usual = {
            "status": "asserted", "document_id": "one", "valid_time": None, "as_of": "2024-05",
        }  # fmt: skip
        network.add_edge(one, other, id=f"c{number}", **(usual | about))
    return network


@pytest.mark.parametrize(
    ("name", "ties"),
    [
        ("without single-source ties", "ab"),
        ("without reported claims", "ab gh ij"),
        ("without imprecise dates", "ab cd ij"),
        ("with alleged claims", "ab cd ef gh ij"),
        ("only one", "ab cd ij"),
        ("only two", "gh"),
    ],
)
def test_variants(name: str, ties: str) -> None:
    """Each does what its name says, and keeps all actors."""
    variant = variants(made())[name]

    assert ["".join(pair) for pair in fold(variant).edges] == ties.split()
    assert sorted(variant) == list("abcdefghij")


def test_the_network_itself_stays() -> None:
    """Nothing is changed in what is measured."""
    network = made()
    variants(network)

    assert nx.utils.graphs_equal(network, made())


def test_what_changes_nothing_is_left_out() -> None:
    """One document alone is no variant, and where nothing is reported, neither is its lack."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_edge(
        "a", "b", id="c1", status="asserted", document_id="d", valid_time="2024-05", as_of=None,
        sources=[{"work": "w"}, {"work": "v"}],
    )  # fmt: skip

    assert variants(network) == {}


def test_shipped_data_have_every_sort(shipped: Store) -> None:
    """Each variant of the shipped network has ties, and another number of them."""
    network = project(shipped)
    found = variants(network)
    whole = fold(network).number_of_edges()

    assert len(found) == 6
    for name, variant in found.items():
        count = sum(is_said_to_be_so(claim) for *_, claim in variant.edges(data=True))
        assert count, name
        assert (fold(variant).number_of_edges() > whole) == (name == "with alleged claims"), name
