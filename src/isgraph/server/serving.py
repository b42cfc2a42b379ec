"""Serving: the server from its start to its end."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Collection
from pathlib import Path

from isgraph.errors import StoreError
from isgraph.server.limits import USUAL, Limits

Tell = Callable[[str], object]


def serve(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8080,
    names: Collection[str] = (),
    limits: Limits = USUAL,
    tell: Tell = print,
) -> None:
    """Serve a Turtle file until the process is interrupted.

    Parameters
    ----------
    names
        Further names by which browsers may call the server.
    tell
        Is told how far it is, and the address when it answers.

    Raises
    ------
    StoreError
        If the port is taken.
    InvalidDataError
        If the file cannot be read or breaks a rule.
    """
    with listening_at(host, port) as listening:
        asyncio.run(_serve(path, listening, host, names, limits, tell))


async def _serve(
    path: Path,
    listening: socket.socket,
    host: str,
    names: Collection[str],
    limits: Limits,
    tell: Tell,
) -> None:
    from isgraph.server.web import Web
    from isgraph.server.worker import Worker

    tell(f"Reading {path.name} and checking it against every rule …")
    async with Worker(path, limits) as worker:
        if not worker.status()["claims"]:
            tell(f"{path.name} holds no claim: every answer will be empty.")
        port = listening.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        tell(f"http://{shown}:{port}/sparql asks, http://{shown}:{port}/ reads. Ctrl-C ends it.")
        await Web(worker, hosts=(host, *names)).serve(sockets=[listening])


def listening_at(host: str, port: int) -> socket.socket:
    """Return a socket that listens, so that answers leave it without delay.

    Raises
    ------
    StoreError
        If the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # asyncio does this only where a socket names its protocol; without it an answer waits 40 ms
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise StoreError(
            f"Port {port} of {host} cannot be listened on: {error.strerror or error}. "
            "Choose another with --port, or 0 for any that is free.",
            place=f"{host}:{port}",
        ) from error
    return listening
