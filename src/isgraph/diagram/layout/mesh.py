"""A grid through which many points push each other at once; it knows no nodes and no ties."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import fft

Floats = NDArray[np.float64]


class Mesh:
    """A square grid of cells over points in the plane.

    Every point hands its mass to the four corners of its cell, the push of all corners on all
    is one convolution, and every point reads the push where it stands. So 5,000 points cost
    little more than 500, and only points within about a cell feel each other too little
    (R. W. Hockney and J. W. Eastwood, Computer Simulation Using Particles, 1981).

    Parameters
    ----------
    cells
        Corners of the grid along one side.

    Examples
    --------
    >>> mesh = Mesh(32)
    >>> mesh.lay(np.array([[0.0, 0.0], [2.0, 0.0]]))
    >>> mesh.push(mesh.gather(np.array([1.0, 1.0])))[:, 0].round(2).tolist()
    [-0.5, 0.5]
    """

    def __init__(self, cells: int) -> None:
        self.cells = cells
        self.step = 1.0
        side = self._side = 2 * cells
        offsets = fft.fftfreq(side, 1 / side)
        x, y = np.meshgrid(offsets, offsets, indexing="ij")
        distances = x * x + y * y
        distances[0, 0] = 1.0
        push = np.stack([x, y]) / distances
        # Half of the grid is empty, so that nothing pushes around the edge.
        push[:, cells, :] = push[:, :, cells] = 0.0
        # Single precision: half the time, and far finer than the grid is.
        self._push = fft.rfft2(push.astype(np.float32))
        self._corners = np.zeros((4, 0), dtype=np.int64)
        self._shares = np.zeros((4, 0))

    def lay(self, points: Floats) -> None:
        """Lay the grid over points, an array of (number, 2)."""
        low, high = points.min(axis=0), points.max(axis=0)
        self.step = (float((high - low).max()) or 1.0) * 1.0001 / (self.cells - 1)
        first = (low + high - self.step * (self.cells - 1)) / 2
        inside = (points - first) / self.step
        cell = np.clip(inside.astype(np.int64), 0, self.cells - 2)
        right, up = (inside - cell).T
        self._shares = np.stack(
            [(1 - right) * (1 - up), (1 - right) * up, right * (1 - up), right * up]
        )
        corner = cell[:, 0] * self._side + cell[:, 1]
        self._corners = np.stack([corner, corner + 1, corner + self._side, corner + self._side + 1])

    def gather(self, masses: Floats) -> Floats:
        """Return what the points bring to each corner."""
        shares = (self._shares * masses).ravel()
        brought: Floats = np.bincount(
            self._corners.ravel(), weights=shares, minlength=self._side**2
        ).astype(np.float64)
        return brought.reshape(self._side, self._side)

    def push(self, grid: Floats) -> Floats:
        """Return for each point the sum of mass by distance, away from the masses on the grid."""
        size = (self._side, self._side)
        field = fft.irfft2(fft.rfft2(grid.astype(np.float32)) * self._push, s=size).reshape(2, -1)
        pushed: Floats = (field[:, self._corners] * self._shares).sum(axis=1).T / self.step
        return pushed
