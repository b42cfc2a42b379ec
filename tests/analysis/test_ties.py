"""The one rule by which parallel claims become a tie."""

from __future__ import annotations

import math
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isgraph import Store, project
from isgraph.analysis.ties import fold, is_said_to_be_so


def network(*claims: tuple[str, str, dict[str, Any]]) -> nx.MultiDiGraph[str]:
    """Return a network of claims, numbered as they come."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, (subject, object_, about) in enumerate(claims):
        made.add_edge(subject, object_, id=f"c{number}", document_id="d", **about)
    return made


def test_claims_of_a_pair_are_one_tie() -> None:
    """Both directions and all families count as one, with all their claims and works."""
    made = network(
        ("a", "b", {"sign": 1, "family": "supportive", "sources": [{"work": "w"}, {"work": "v"}]}),
        ("b", "a", {"sign": None, "family": "dealings", "sources": [{"work": "w"}]}),
        ("a", "b", {"sign": 1, "family": "structural"}),
    )
    expected = {
        "claims": ("c0", "c1", "c2"),
        "sign": 1,
        "both": False,
        "signed": ("c0", "c2"),
        "families": ("dealings", "structural", "supportive"),
        "works": 2,
        "signed_works": 2,
        "weight": math.sqrt(3),
    }

    assert list(fold(made).edges(data=True)) == [("a", "b", expected)]


@pytest.mark.parametrize(
    ("signs", "sign", "both"),
    [([1, 1], 1, False), ([-1], -1, False), ([1, -1, 1], 0, True), ([None, 0], 0, False)],
)
def test_sign(signs: list[int | None], sign: int, both: bool) -> None:
    """Claims that agree give the sign, those that do not are told apart from those without."""
    tie = fold(network(*[("a", "b", {"sign": each}) for each in signs])).edges["a", "b"]

    assert (tie["sign"], tie["both"]) == (sign, both)


@pytest.mark.parametrize(
    "about",
    [
        {"status": "alleged"},
        {"status": "denied"},
        {"status": "unconfirmed"},
        {"modality": "planned"},
        {"negated": True},
    ],
)
def test_what_is_not_said_to_be_so_is_no_tie(about: dict[str, Any]) -> None:
    """It stays out, and its actors stay in."""
    ties = fold(network(("a", "b", about)))

    assert not is_said_to_be_so(about)
    assert sorted(ties) == ["a", "b"]
    assert not ties.edges


def test_direction() -> None:
    """A tie goes from subject to object, a symmetric one both ways; nobody is tied to itself."""
    made = network(("b", "a", {}), ("a", "c", {"is_symmetric": True}), ("a", "a", {}))

    assert sorted(fold(made, directed=True).edges) == [("a", "c"), ("b", "a"), ("c", "a")]
    assert sorted(fold(made).edges) == [("a", "b"), ("a", "c")]


ENDS = st.sampled_from("abcde")
CLAIMS = st.lists(
    st.tuples(ENDS, ENDS, st.fixed_dictionaries({"sign": st.sampled_from([1, -1, None])})),
    max_size=20,
)


@given(CLAIMS, st.randoms())
def test_order_does_not_matter(claims: list[Any], random: Any) -> None:
    """The same claims in any order give the same ties in the same order."""
    made = network(*claims)
    edges = list(made.edges(data=True))
    random.shuffle(edges)
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_edges_from(edges)

    assert list(fold(made).edges(data=True)) == list(fold(other).edges(data=True))


def test_every_claim_that_counts_is_in_one_tie(shipped: Store) -> None:
    """Nothing is lost on the way from claims to ties."""
    made = project(shipped)
    expected = sorted(
        claim["id"]
        for one, other, claim in made.edges(data=True)
        if one != other and is_said_to_be_so(claim)
    )

    assert sorted(c for *_, tie in fold(made).edges(data=True) for c in tie["claims"]) == expected
