"""Room: crowds open without mixing, and boxes end beside each other."""

import numpy as np
import pytest

from isgraph.diagram.layout.room import open_crowds, part


def overlaps(points: np.ndarray, sizes: np.ndarray) -> int:
    """Count the pairs of boxes that overlap by more than a hundredth."""
    between = np.abs(points[:, None] - points[None])
    over = (sizes[:, None] + sizes[None]) / 2 - between
    return int(((over > 0.01).all(axis=2)).sum() - len(points)) // 2


@pytest.mark.parametrize("spread", [0.0, 1.0, 50.0, 400.0])
def test_boxes_end_apart(spread: float) -> None:
    """However tight the crowd, and though all stand in one place, no boxes overlap at the end."""
    chance = np.random.default_rng(1)
    sizes = chance.uniform((20, 10), (150, 40), (120, 2))
    points = part(chance.standard_normal((120, 2)) * spread, sizes)

    assert overlaps(points, sizes) == 0


def test_boxes_that_are_apart_stay() -> None:
    """Where there is room already, nothing moves by more than a hair."""
    points = np.array([[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]])

    assert part(points, np.full((3, 2), 50.0)) == pytest.approx(points, abs=0.2)


def test_crowd_opens_and_keeps_its_order() -> None:
    """A tight group beside loose ones grows, and who is left of whom stays."""
    chance = np.random.default_rng(2)
    crowd, loose = chance.standard_normal((300, 2)) * 10, chance.uniform(-2000, 2000, (60, 2))
    points, sizes = np.concatenate([crowd, loose]), np.full((360, 2), 30.0)
    opened = open_crowds(points, sizes)
    before, after = (np.argsort(np.argsort(found[:300, 0])) for found in (points, opened))

    assert np.ptp(opened[:300], axis=0).min() > 5 * np.ptp(crowd, axis=0).max()
    assert np.corrcoef(before, after)[0, 1] > 0.95


def test_tick_rises() -> None:
    """The share that is told lies between 0 and 1, and rises in the end."""
    told: list[float] = []
    part(np.zeros((400, 2)), np.full((400, 2), 30.0), tick=told.append)

    assert all(0 <= share <= 1 for share in told)
    assert told[-1] > told[0]
