"""Forces bring together what is tied, keep apart what is not, and end the same every time."""

import numpy as np
import pytest

from isgraph.diagram.layout.forces import cells_for, settle

CLIQUES = [
    (base + one, base + other) for base in (0, 10) for one in range(10) for other in range(one)
]


def settled(rounds: int = 200) -> np.ndarray:
    """Settle two groups of ten, tied by one tie."""
    pairs = np.array([*CLIQUES, (0, 10)])
    return settle(pairs, np.ones(len(pairs)), np.ones(20), rounds=rounds)


def test_groups_lie_apart() -> None:
    """Two groups with one tie between them are further apart than either is wide."""
    points = settled()
    one, other = points[:10], points[10:]
    gap = np.linalg.norm(one.mean(axis=0) - other.mean(axis=0))
    wide = max(np.linalg.norm(group - group.mean(axis=0), axis=1).max() for group in (one, other))

    assert gap > 1.5 * wide


def test_same_every_time() -> None:
    """Chance is seeded."""
    assert settled().tolist() == settled().tolist()


def test_comes_to_rest() -> None:
    """Twice as many rounds change the distances by little."""
    short, long = (
        np.linalg.norm(points[:, None] - points[None], axis=2)
        for points in (settled(300), settled(600))
    )

    assert np.abs(long - short).mean() < 0.1 * short.mean()


def test_stronger_pull_is_a_shorter_tie() -> None:
    """Of two leaves of one hub, the one that is pulled more stands nearer."""
    pairs = np.array([(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)])
    pulls = np.array([9.0, 1, 9, 1, 1, 1])
    points = settle(pairs, pulls, np.ones(4), rounds=300)

    assert np.linalg.norm(points[0] - points[1]) < np.linalg.norm(points[1] - points[2])


def test_tick_rises() -> None:
    """The share that is told rises from 0 and stays below 1."""
    told: list[float] = []
    settle(np.array([(0, 1)]), np.ones(1), np.ones(2), rounds=100, tick=told.append)

    assert told == pytest.approx([0, 0.25, 0.5, 0.75])


def test_mesh_is_finer_for_more_points() -> None:
    """The cells are a power of two within bounds."""
    assert [cells_for(count) for count in (2, 215, 1000, 5000, 50_000)] == [32, 64, 64, 128, 256]
