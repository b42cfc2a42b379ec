"""The frustration index is exact, and its bounds are honest where it is not."""

import numpy as np
from hypothesis import given, settings

from isgraph.analysis.frustration import always_frustrated, find_frustration, frustrated_ties
from tests.analysis.signed_networks import (
    TRIBES,
    Signs,
    against,
    divisions,
    signs_of,
    small_signs,
    ties_of,
)

quick = settings(max_examples=30, deadline=None)


def by_hand(signs: Signs) -> list[frozenset[tuple[str, str]]]:
    """Try all divisions into two, and return the frustrated ties of each of the best."""
    actors = {actor for pair in signs for actor in pair}
    tried = {against(signs, sides) for sides in divisions(actors, 2)}
    fewest = min(map(len, tried))
    return [found for found in tried if len(found) == fewest]


@quick
@given(small_signs())
def test_as_few_as_all_divisions_tell(signs: Signs) -> None:
    """No division of two leaves fewer ties, and the ties are those of the sides given."""
    found = find_frustration(ties_of(signs))

    assert found.is_exact
    assert frozenset(found.ties) in by_hand(signs)
    assert found.ties == tuple(frustrated_ties(ties_of(signs), found.sides))


@quick
@given(small_signs(6))
def test_always_frustrated(signs: Signs) -> None:
    """A tie is always frustrated if it is so in every one of the best divisions."""
    ties = ties_of(signs)

    assert always_frustrated(ties, find_frustration(ties)) == set.intersection(
        *map(set, by_hand(signs))
    )


@quick
@given(small_signs())
def test_switching_changes_nothing(signs: Signs) -> None:
    """When all ties of one actor change their sign, the index stays."""
    switched = {pair: -sign if "a" in pair else sign for pair, sign in signs.items()}
    before, after = find_frustration(ties_of(signs)), find_frustration(ties_of(switched))

    assert len(after.ties) == len(before.ties)


def test_tribes_of_new_guinea() -> None:
    """Seven of 58 ties, as the R package signnet computes by another solver."""
    signs = signs_of(TRIBES)
    found = find_frustration(ties_of(signs))

    assert (len(signs), list(signs.values()).count(-1)) == (58, 29)
    assert (found.least, len(found.ties)) == (7, 7)


def test_balanced_network() -> None:
    """Two sides with support inside and hostility between are found as they are."""
    sides = {actor: 1 + (actor in "bdfh") for actor in "abcdefgh"}
    signs = {
        (one, other): 1 if sides[one] == sides[other] else -1
        for one in sides
        for other in sides
        if one < other
    }
    found = find_frustration(ties_of(signs))

    assert found[:2] == (0, ())
    assert sides == found.sides


def test_bounds_when_time_is_over() -> None:
    """Without the time to prove it, the index lies between what is proven and what is found."""
    chance = np.random.default_rng(1)
    actors = [f"n{number:02}" for number in range(40)]
    signs = {
        (one, other): int(chance.choice((-1, 1)))
        for one in actors
        for other in actors
        if one < other
    }
    ties = ties_of(signs)
    found = find_frustration(ties, seconds=0.01)

    assert not found.is_exact
    assert 0 < found.least < len(found.ties) < len(signs) / 2
    assert found.ties == tuple(frustrated_ties(ties, found.sides))


def test_nothing_to_divide() -> None:
    """A network without ties has no frustration."""
    assert find_frustration(ties_of({})).ties == ()
