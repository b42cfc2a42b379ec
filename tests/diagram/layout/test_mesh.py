"""The push on a mesh is that of every point on every other, added up one by one."""

import numpy as np
import pytest

from isgraph.diagram.layout.mesh import Mesh


def one_by_one(points: np.ndarray, masses: np.ndarray) -> np.ndarray:
    """Add up mass by distance, away from each other point."""
    between = points[:, None] - points[None]
    squares = (between**2).sum(axis=2) + np.eye(len(points))
    return (between * (masses / squares)[:, :, None]).sum(axis=1)


def pushed(mesh: Mesh, points: np.ndarray, masses: np.ndarray) -> np.ndarray:
    """Lay the mesh and read the push."""
    mesh.lay(points)
    return mesh.push(mesh.gather(masses))


def test_push_is_near_to_the_exact_one() -> None:
    """On a fine mesh the push differs by a few hundredths from what pairs give."""
    chance = np.random.default_rng(1)
    points, masses = chance.random((40, 2)), chance.random(40)
    exact = one_by_one(points, masses)
    error = np.linalg.norm(pushed(Mesh(256), points, masses) - exact, axis=1)

    assert np.median(error / np.linalg.norm(exact, axis=1)) < 0.03


def test_scale_and_place_change_only_the_size() -> None:
    """Twice as far apart is half the push, wherever the points are."""
    points, masses = np.random.default_rng(2).random((30, 2)), np.ones(30)
    mesh = Mesh(64)

    assert 0.5 * pushed(mesh, points, masses) == pytest.approx(
        pushed(mesh, 2 * points + 70, masses), rel=1e-3, abs=1e-3
    )


def test_pushes_cancel() -> None:
    """What one point gives another, it gets back."""
    points = np.random.default_rng(3).random((30, 2))

    assert pushed(Mesh(64), points, np.ones(30)).sum(axis=0) == pytest.approx([0, 0], abs=1e-2)


def test_nothing_is_lost_on_the_grid() -> None:
    """The corners hold what the points brought."""
    mesh = Mesh(16)
    mesh.lay(np.random.default_rng(4).random((50, 2)))

    assert mesh.gather(np.full(50, 3.0)).sum() == pytest.approx(150)


def test_points_in_one_place() -> None:
    """Points without any distance push nobody, and nothing breaks."""
    push = pushed(Mesh(16), np.zeros((3, 2)), np.ones(3))

    assert push == pytest.approx(np.zeros((3, 2)), abs=1e-5)
