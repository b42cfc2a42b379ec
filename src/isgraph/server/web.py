"""Web: the application as an HTTP server that ends in order."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Collection

import uvicorn

from isgraph.server.app import make_app
from isgraph.server.worker import Worker

_GRACE = 2.0
"""Seconds that answers may still take when the server ends."""


class Web(uvicorn.Server):
    """The HTTP server over a worker that has been entered.

    Parameters
    ----------
    hosts
        Names under which it may be called, beside those of this machine.
    """

    def __init__(self, worker: Worker, *, hosts: Collection[str] = ()) -> None:
        self._worker = worker
        super().__init__(
            uvicorn.Config(
                make_app(worker, hosts=hosts),
                http="h11",
                lifespan="off",
                log_level="warning",
                access_log=False,
                server_header=False,
                h11_max_incomplete_event_size=256 * 1024,
            )
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Refuse what still is asked, so that each client hears why, and end."""
        self._worker.end_queries()
        tasks = set(self.server_state.tasks)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=_GRACE)
            for task in late:
                task.cancel()
        await super().shutdown(sockets)
