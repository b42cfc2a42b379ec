"""Stability is 1 where camps come out the same, and agrees with igraph's index."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isgraph.analysis.communities import camps
from isgraph.analysis.stability import rand_index, steadiness
from tests.analysis.signed_networks import network_of

numbers = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12)


@settings(deadline=None)
@given(numbers)
def test_index_of_igraph(pairs: list[tuple[int, int]]) -> None:
    """The adjusted Rand index is that of igraph, wherever that is a number."""
    igraph = pytest.importorskip("igraph")
    one, other = (list(numbers) for numbers in zip(*pairs, strict=True))
    if len(set(one)) in (1, len(one)) and len(set(other)) in (1, len(other)):
        return
    expected = igraph.compare_communities(one, other, method="adjusted_rand")
    found = rand_index(dict(enumerate(one)), dict(enumerate(other)))

    assert found == pytest.approx(expected)


def test_firm_camps_stay() -> None:
    """Two complete groups stay as they are; a ring without any group does not."""
    firm = [(a, b, 1) for group in ("abcdef", "uvwxyz") for a in group for b in group if a < b]
    names = [f"n{number:02}" for number in range(40)]
    ring = [(one, other, 1) for one, other in zip(names, names[1:] + names[:1], strict=True)]
    steady, shaky = (
        steadiness(network, camps(network), runs=5)
        for network in (network_of(*firm), network_of(*ring))
    )

    assert [1.0] * 5 == steady.seeds == steady.drops
    assert steady.kept == {"camp-1": 1.0, "camp-2": 1.0}
    assert max(shaky.drops) < 1.0
    assert max(shaky.kept.values()) < 1.0
