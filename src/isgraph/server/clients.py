"""Clients: how much work each has caused of late."""

from __future__ import annotations

import math
import time
from collections import deque

from isgraph.server.refusal import Refusal

_MINUTE = 60.0


class Clients:
    """The seconds of work of each client in the last minute.

    Examples
    --------
    >>> clients = Clients(per_minute=60)
    >>> clients.admit("192.0.2.1")
    >>> clients.worked("192.0.2.1", 61)
    >>> clients.admit("192.0.2.1")
    Traceback (most recent call last):
    isgraph.server.refusal.Refusal: Your queries took 61 s in a minute; 60 s are granted. Wait.
    """

    def __init__(self, per_minute: float) -> None:
        self._most = per_minute
        self._work: dict[str, deque[tuple[float, float]]] = {}

    def admit(self, client: str) -> None:
        """Refuse a client that has used up its minute.

        Raises
        ------
        Refusal
            429, with the seconds to wait.
        """
        recent = self._recent(client)
        used = sum(seconds for _, seconds in recent)
        if used > self._most:
            wait = math.ceil(recent[0][0] + _MINUTE - time.monotonic())
            raise Refusal(
                429,
                "too-much",
                f"Your queries took {used:.0f} s in a minute; {self._most:.0f} s are granted. "
                "Wait.",
                retry_after=max(1, wait),
            )

    def worked(self, client: str, seconds: float) -> None:
        """Note the work that a client has caused."""
        self._work.setdefault(client, deque()).append((time.monotonic(), seconds))
        for other in [name for name in self._work if not self._recent(name)]:
            del self._work[other]

    def _recent(self, client: str) -> deque[tuple[float, float]]:
        work = self._work.get(client, deque())
        while work and work[0][0] < time.monotonic() - _MINUTE:
            work.popleft()
        return work
