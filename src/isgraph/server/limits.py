"""Limits: what one query and one client may use."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """What a server grants; a query that needs more is refused or ended.

    Examples
    --------
    >>> Limits(seconds=1).seconds
    1
    """

    seconds: float = 5.0
    """Wall clock of one query."""
    memory_mb: int = 512
    """Memory of one query, above what the server itself has."""
    result_mb: int = 10
    """Size of one answer."""
    query_kb: int = 16
    """Length of a query."""
    body_kb: int = 64
    """Length of the body of a request."""
    body_seconds: float = 10.0
    """How long a body may take to arrive."""
    depth: int = 64
    """How deep brackets and runs of operators may go."""
    running: int = 2
    """Queries answered at a time."""
    waiting: int = 8
    """Queries that may wait for their turn."""
    per_minute: float = 60.0
    """Seconds of work that one client may cause in a minute."""


USUAL = Limits()
