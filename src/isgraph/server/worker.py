"""Worker: the web server's hand on the keeper: queries go in, answers or refusals come out."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

from isgraph.errors import InvalidDataError
from isgraph.server.frames import Frames, packed
from isgraph.server.guard import guard
from isgraph.server.job import Job
from isgraph.server.limits import USUAL, Limits
from isgraph.server.refusal import Refusal

_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""numpy would start threads of its own, and the keeper forks."""


class Worker:
    """Answers queries in processes of their own; use it as an asynchronous context.

    Parameters
    ----------
    path
        The Turtle file. A newer one is taken over when it keeps every rule.
    guarded
        False leaves out the check of the text, so that a test can show that
        the limits hold without it.

    Raises
    ------
    InvalidDataError
        On entry, if the file cannot be read or breaks a rule.
    """

    def __init__(self, path: Path, limits: Limits = USUAL, *, guarded: bool = True) -> None:
        self._path, self.limits, self._guarded = path, limits, guarded
        self.content = b""
        self._numbers = count()
        self._turn = asyncio.Semaphore(limits.running)
        self._waiting = 0
        self._answers: dict[int, asyncio.Future[tuple[dict[str, Any], bytes]]] = {}
        self._loaded: asyncio.Event = asyncio.Event()
        self._state: dict[str, Any] = {
            "digest": None, "triples": 0, "claims": 0, "problem": None,
        }  # fmt: skip
        self._process: subprocess.Popen[bytes] | None = None
        self._listening: asyncio.Task[None] | None = None
        self._closed = False
        self._ending = False

    async def __aenter__(self) -> Worker:
        await self._start()
        await self._loaded.wait()
        if self._state["digest"] is None:
            await self.close()
            raise InvalidDataError(str(self._state["problem"]), report=None)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def status(self) -> dict[str, Any]:
        """Return how it stands: digest and size of the data, queries, trouble with newer data."""
        running = len(self._answers)
        return {**self._state, "running": running, "waiting": self._waiting}

    async def answer(self, job: Job) -> tuple[str, bytes, float]:
        """Answer a query; if the caller gives up, its child is killed.

        Returns
        -------
        media_type, body, seconds

        Raises
        ------
        Refusal
            If the query may not be asked, cannot be answered within the
            limits, or finds the queue full.
        """
        if self._guarded:
            guard(job.sparql, self.limits)
        if self._waiting >= self.limits.waiting:
            raise Refusal(
                503, "busy", "Too many queries are waiting. Ask again in a moment.", retry_after=2
            )
        self._waiting += 1
        try:
            await self._turn.acquire()
        finally:
            self._waiting -= 1
        try:
            head, body = await self._ask(job)
        finally:
            self._turn.release()
        if "refusal" in head:
            raise Refusal(**head["refusal"])
        return head["media_type"], body, head["seconds"]

    def end_queries(self) -> None:
        """Refuse every query that runs, waits or comes from now on: the server is to end."""
        self._ending = True
        for future in self._answers.values():
            if not future.done():
                future.set_result(({"refusal": vars(ending())}, b""))

    async def close(self) -> None:
        """End the keeper and all its children."""
        self._closed = True
        if self._listening:
            self._listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listening
        await self._end_process()

    async def _ask(self, job: Job) -> tuple[dict[str, Any], bytes]:
        await self._loaded.wait()
        if self._ending:
            raise ending()
        number = next(self._numbers)
        future = asyncio.get_running_loop().create_future()
        self._answers[number] = future
        try:
            await self._say({"id": number, "job": job})
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            with contextlib.suppress(OSError):
                await self._say({"cancel": number})
                await asyncio.wait([future], timeout=5)
            raise
        finally:
            self._answers.pop(number, None)

    async def _say(self, head: dict[str, Any]) -> None:
        await asyncio.get_running_loop().sock_sendall(self._socket, packed(head))

    async def _start(self) -> None:
        self._socket, theirs = socket.socketpair()
        self._socket.setblocking(False)
        command = [sys.executable, "-m", "isgraph.server.keeper", str(theirs.fileno())]
        self._process = subprocess.Popen(
            [*command, str(self._path), json.dumps(self.limits)],
            pass_fds=[theirs.fileno()],
            env={**os.environ, **_ONE_THREAD},
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        self._listening = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        loop, frames = asyncio.get_running_loop(), Frames()
        while part := await _received(loop, self._socket):
            for head, body in frames.feed(part):
                if "id" not in head:
                    self._state |= head
                    self.content = body or self.content
                    self._loaded.set()
                elif (future := self._answers.get(head["id"])) and not future.done():
                    future.set_result((head, body))
        await self._start_again()

    async def _start_again(self) -> None:
        """Start another keeper where one has died, unless we are at the end ourselves."""
        self._loaded.clear()
        died = Refusal(503, "died", "The query process has died. Ask again.", retry_after=2)
        for future in self._answers.values():
            if not future.done():
                future.set_result(({"refusal": vars(died)}, b""))
        await self._end_process()
        if not self._closed and self._state["digest"] is not None:
            await self._start()
        elif not self._closed:
            self._state["problem"] = "The process that holds the data could not start."
            self._loaded.set()

    async def _end_process(self) -> None:
        if self._process:
            self._socket.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                await asyncio.to_thread(self._process.wait, 5)
            if self._process.poll() is None:
                self._process.kill()
                await asyncio.to_thread(self._process.wait)
            self._process = None


def ending() -> Refusal:
    """Return the refusal of what is asked while the server ends."""
    return Refusal(503, "ending", "The server is ending. Ask again when it is back.")


async def _received(loop: asyncio.AbstractEventLoop, connection: socket.socket) -> bytes:
    try:
        return await loop.sock_recv(connection, 1 << 20)
    except OSError:
        return b""
