"""Ties pull and points push until they settle; it knows no labels and no boxes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from isgraph.diagram.layout.mesh import Floats, Mesh

SEED = 20
PACE = 0.3
MOMENTUM = 0.6
GRAVITY = 0.05
FAR = 0.3


def settle(
    pairs: NDArray[np.int64],
    pulls: Floats,
    masses: Floats,
    *,
    rounds: int,
    tick: Callable[[float], None] = lambda done: None,
) -> Floats:
    """Let ties pull and points push until they settle.

    The forces are those of ForceAtlas2 (M. Jacomy, T. Venturini, S. Heymann and M. Bastian,
    PLoS ONE 9, 2014): a tie pulls with its length, two points push with their masses by their
    distance. The push is worked out on a mesh, and each point moves by what it feels for each
    unit of its own ties, so that hubs do not shake.

    Parameters
    ----------
    pairs
        Numbers of the two ends of each tie, an array of (ties, 2).
    pulls
        Strength of each tie.
    masses
        How much each point pushes.
    rounds
        How often all points are moved.
    tick
        Called now and then with the share that is done.

    Returns
    -------
    array of (points, 2)
        In units in which the whole is a few wide; the same for the same input.

    Examples
    --------
    >>> line = np.array([[0, 1], [1, 2]])
    >>> places = settle(line, np.ones(2), np.ones(3), rounds=200)
    >>> spans = np.linalg.norm(places[[0, 1, 0]] - places[[1, 2, 2]], axis=1)
    >>> bool(spans[2] > spans[0])
    True
    """
    count = len(masses)
    ends = (np.concatenate([pairs[:, 0], pairs[:, 1]]), np.concatenate([pairs[:, 1], pairs[:, 0]]))
    ties = sparse.csr_array((np.concatenate([pulls, pulls]), ends), shape=(count, count))
    shares = sparse.diags_array(1 / np.maximum(ties.sum(axis=1), 1e-9)) @ ties
    points: Floats = np.random.default_rng(SEED).standard_normal((count, 2)) / 2
    mesh = Mesh(cells_for(count))
    pushing = masses / masses.sum()
    speed = np.zeros_like(points)
    for number in range(rounds):
        mesh.lay(points)
        force = shares @ points - points + mesh.push(mesh.gather(pushing)) - GRAVITY * points
        speed = MOMENTUM * speed + PACE * force
        # Long leaps at first, short steps at the end.
        limit = FAR * (1 - 0.9 * number / rounds)
        lengths = np.linalg.norm(speed, axis=1, keepdims=True)
        speed *= np.minimum(1.0, limit / np.maximum(lengths, 1e-12))
        points = points + speed
        if number % 25 == 0:
            tick(number / rounds)
    return points


def cells_for(count: int) -> int:
    """Return how many cells a side of the mesh has: a power of two, finer for more points."""
    return int(2 ** np.clip(np.round(np.log2(24 + 2 * np.sqrt(count))), 5, 8))
