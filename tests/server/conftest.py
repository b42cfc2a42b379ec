"""A running server on a free port of this machine, over a copy of the tiny world."""

from __future__ import annotations

import asyncio
import http.client
import json
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest

from isgraph.server.limits import Limits
from isgraph.server.serving import listening_at
from isgraph.server.web import Web
from isgraph.server.worker import Worker

TINY = Path(__file__).parent.parent / "tiny.ttl"
QUICK = Limits(seconds=1.0, body_seconds=0.5, per_minute=1e9)


class Reply(NamedTuple):
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


class Server(NamedTuple):
    """A server that runs, and how to speak with it."""

    port: int
    worker: Worker
    path: Path

    def send(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        **headers: str,
    ) -> Reply:
        """Send one request; header names have _ for -."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, target, body, named)
        response = connection.getresponse()
        reply = Reply(
            response.status,
            {name.lower(): value for name, value in response.getheaders()},
            response.read(),
        )
        connection.close()
        return reply

    def get(self, target: str, **headers: str) -> Reply:
        """Send a GET."""
        return self.send("GET", target, **headers)

    def ask(self, sparql: str, **headers: str) -> Reply:
        """Send a query by GET."""
        return self.get(f"/sparql?{urlencode({'query': sparql})}", **headers)


@contextmanager
def running(path: Path, limits: Limits = QUICK, *, guarded: bool = True) -> Iterator[Server]:
    """Run a server over a file until the block ends."""
    ready: threading.Event = threading.Event()
    made: dict[str, Any] = {}

    async def serve(listening: socket.socket) -> None:
        async with Worker(path, limits, guarded=guarded) as worker:
            made.update(server=Web(worker), worker=worker)
            ready.set()
            await made["server"].serve(sockets=[listening])

    with listening_at("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=lambda: asyncio.run(serve(listening)), daemon=True)
        thread.start()
        assert ready.wait(60), "the server did not start"
        yield Server(listening.getsockname()[1], made["worker"], path)
        made["server"].should_exit = True
        thread.join(20)
        assert not thread.is_alive()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a copy of the tiny world with short limits."""
    path = Path(shutil.copy(TINY, tmp_path_factory.mktemp("served") / "tiny.ttl"))
    with running(path) as server:
        yield server


@pytest.fixture
def serving() -> Callable[..., Any]:
    """Return what runs a server of one's own, as a context."""
    return running
