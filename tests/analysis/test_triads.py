"""Triads are found once each, and counted by their signs."""

from itertools import combinations

import networkx as nx
import numpy as np
from hypothesis import given, settings

from isgraph.analysis.triads import KINDS, Triad, count_triads, find_triads
from tests.analysis.signed_networks import TRIBES, Signs, signs_of, small_signs, ties_of


@settings(max_examples=30, deadline=None)
@given(small_signs())
def test_as_matrices_tell(signs: Signs) -> None:
    """The trace of the cubed matrix of signs counts balanced less frustrated triads six times."""
    triads = find_triads(ties_of(signs))
    matrix = nx.to_numpy_array(ties_of(signs), weight="sign")
    balanced = sum(triad.is_balanced for triad in triads)

    assert np.trace(np.linalg.matrix_power(abs(matrix), 3)) == 6 * len(triads)
    assert np.trace(np.linalg.matrix_power(matrix, 3)) == 6 * (2 * balanced - len(triads))


def test_signs_in_the_order_of_pairs() -> None:
    """Signs are those of first and second, first and third, second and third."""
    triad = find_triads(ties_of({("a", "b"): 1, ("a", "c"): -1, ("b", "c"): 1}))[0]

    assert triad == Triad(("a", "b", "c"), (1, -1, 1))
    assert triad.pairs == [("a", "b"), ("a", "c"), ("b", "c")]
    assert (triad.kind, triad.is_balanced) == ("++-", False)


def test_tribes_of_new_guinea() -> None:
    """Of 68 triads 59 are balanced, the share of 0.868 that the R package signnet computes."""
    ties = ties_of(signs_of(TRIBES))
    counts = count_triads(ties, find_triads(ties))
    balanced = sum(row.triads for row in counts if row.balanced == "yes")

    assert (balanced, sum(row.triads for row in counts)) == (59, 68)
    assert list(KINDS) == [row.signs for row in counts]


def test_chance_deals_the_signs_anew() -> None:
    """In a complete network, chance gives each kind as often as three signs drawn from all."""
    actors = "abcdefgh"
    signs = {
        pair: -1 if number % 4 == 0 else 1 for number, pair in enumerate(combinations(actors, 2))
    }
    ties = ties_of(signs)
    rows = {row.signs: row for row in count_triads(ties, find_triads(ties))}

    assert abs(rows["+++"].by_chance - 21 * 20 * 19 / (28 * 27 * 26)) < 0.02
    assert abs(sum(row.by_chance for row in rows.values()) - 1) < 0.003


def test_no_triads() -> None:
    """Without a triad there are no shares."""
    ties = ties_of({("a", "b"): 1})

    assert [row[2:] for row in count_triads(ties, find_triads(ties))] == [(0, None, None)] * 4
