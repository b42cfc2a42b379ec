"""Blocs leave as few frustrated ties as published, and never fewer than there can be."""

from hypothesis import given, settings

from isgraph.analysis.blocs import find_blocs
from isgraph.analysis.frustration import frustrated_ties
from tests.analysis.signed_networks import (
    TRIBES,
    Signs,
    against,
    divisions,
    signs_of,
    small_signs,
    ties_of,
)


def test_tribes_of_new_guinea() -> None:
    """Three blocs leave two frustrated ties, as signnet's annealing finds; two leave seven."""
    ties = ties_of(signs_of(TRIBES))
    left = [len(frustrated_ties(ties, find_blocs(ties, most))) for most in (2, 3, 4)]

    assert left == [7, 2, 2]


@settings(max_examples=15, deadline=None)
@given(small_signs(5))
def test_as_few_as_all_divisions_tell(signs: Signs) -> None:
    """On a handful of actors, annealing finds what trying all divisions finds."""
    ties = ties_of(signs)
    fewest = min(len(against(signs, blocs)) for blocs in divisions(ties, 3))

    assert len(frustrated_ties(ties, find_blocs(ties, 3))) == fewest


def test_numbered_by_size() -> None:
    """The largest bloc is the first, and the same seed gives the same."""
    signs = {("a", "b"): -1, ("b", "c"): 1, ("c", "d"): 1, ("a", "d"): -1}

    assert find_blocs(ties_of(signs), 2) == {"a": 2, "b": 1, "c": 1, "d": 1}
    assert find_blocs(ties_of({}), 2) == {}
