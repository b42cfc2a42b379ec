"""Room for boxes: crowds open, and no box lies over another; it knows no forces."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.spatial import cKDTree

from isgraph.diagram.layout.mesh import Floats, Mesh

FULL = 0.5
"""Share of a cell that boxes may fill before they push each other out of it."""

BOXES_A_CELL = 2.5
OPENINGS = 40
PACE = 0.7
ROUNDS = 3000
FANNING = 100
"""Rounds in which boxes go straight away from each other, so that a crowd fans out evenly."""

GOLDEN = 2.399963
"""Turns by this angle never point the same way twice."""

PATIENCE = 250
"""Rounds after which all is spread by a tenth: then even the tightest crowd comes apart."""


def open_crowds(points: Floats, sizes: Floats) -> Floats:
    """Move boxes out of places where there are too many, and keep who is next to whom.

    What is too much in a cell of a mesh pushes everything outward, as in a cartogram
    (compare M. T. Gastner and M. E. J. Newman, PNAS 101, 2004), so whole groups grow to the
    area that their boxes need.

    Parameters
    ----------
    points, sizes
        Middles of the boxes, and their widths and heights, arrays of (boxes, 2).

    Examples
    --------
    >>> crowd = np.zeros((9, 2)) + np.arange(9)[:, None]
    >>> bool(np.ptp(open_crowds(crowd, np.full((9, 2), 20.0))) > np.ptp(crowd))
    True
    """
    unit = sizes.mean(axis=0)
    points, areas = points / unit, (sizes / unit).prod(axis=1)
    for number in range(OPENINGS):
        if number % 5 == 0:
            reach = float(np.ptp(points, axis=0).max())
            mesh = Mesh(int(np.clip(reach / BOXES_A_CELL, 4, 256)))
        mesh.lay(points)
        room = FULL * mesh.step**2
        too_much = np.maximum(mesh.gather(areas) / room - 1, 0) * mesh.step**2
        points = points + PACE * mesh.push(too_much) / (2 * np.pi)
    opened: Floats = points * unit
    return opened


def part(
    points: Floats, sizes: Floats, *, tick: Callable[[float], None] = lambda done: None
) -> Floats:
    """Push boxes that overlap off each other along the shorter way, until none does.

    Parameters
    ----------
    points, sizes
        Middles of the boxes, and their widths and heights, arrays of (boxes, 2).
    tick
        Called now and then with the share that is done.

    Examples
    --------
    >>> apart = part(np.zeros((2, 2)), np.full((2, 2), 10.0))
    >>> bool(np.abs(apart[0] - apart[1]).max() >= 10)
    True
    """
    # Equal places have no direction between them: order gives them one.
    turns = np.arange(len(points)) * GOLDEN
    points = points + 0.1 * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    widest = sizes.max(axis=0)
    most = 0
    for number in range(1, ROUNDS):
        # In units of the largest box, only neighbours within 1 can overlap.
        near = cKDTree(points / widest).query_pairs(1.0, p=np.inf, output_type="ndarray")
        near = near[np.lexsort(near.T)]
        one, other = near[:, 0], near[:, 1]
        between = points[one] - points[other]
        overlap = (sizes[one] + sizes[other]) / 2 - np.abs(between)
        hit = np.min(overlap, axis=1, initial=np.inf) > 0
        if not hit.any():
            break
        one, other, between, overlap = one[hit], other[hit], between[hit], overlap[hit]
        if number < FANNING:
            apart = np.abs(between)
            times = np.min((apart + overlap + 0.2) / np.maximum(apart, 1e-9), axis=1)
            push = between * (times - 1)[:, None] / 2
        else:
            shorter = np.eye(2)[np.argmin(overlap, axis=1)]
            push = shorter * (overlap + 0.2) / 2 * np.where(between < 0, -1.0, 1.0)
        move = np.zeros_like(points)
        np.add.at(move, one, push)
        np.add.at(move, other, -push)
        met = np.bincount(np.concatenate([one, other]), minlength=len(points))
        points += move / np.sqrt(np.maximum(met, 1))[:, None]
        if number % PATIENCE == 0:
            points *= 1.1
        most = max(most, len(one))
        if number % 25 == 0:
            tick(1 - len(one) / most)
    return points
