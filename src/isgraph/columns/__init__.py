"""Columns: the claims of a store as arrays, for what is asked of all claims at once.

Where a query joins claims with claims over the whole graph, an array answers
many times sooner than a query engine. The store stays the one truth: columns
are filled from it, and anew when it has changed.
"""

from isgraph.columns.answers import (
    CERTAIN,
    NOT_HELD,
    POSSIBLE,
    certainties,
    contradictions,
    counts,
    held,
    reach,
    triangles,
    without,
)
from isgraph.columns.choice import choose, keep
from isgraph.columns.sidecar import fill
from isgraph.columns.table import Columns, Truths
from isgraph.columns.times import ABSENT, EVER, Ints

__all__ = [
    "ABSENT",
    "CERTAIN",
    "EVER",
    "NOT_HELD",
    "POSSIBLE",
    "Columns",
    "Ints",
    "Truths",
    "certainties",
    "choose",
    "contradictions",
    "counts",
    "fill",
    "held",
    "keep",
    "reach",
    "triangles",
    "without",
]
