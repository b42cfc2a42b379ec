"""Keeper: the process that holds the data and forks a child for each query.

It has a single thread, because forking is safe only then; the web server with
its threads is another process, and speaks with it through a socket.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import selectors
import signal
import socket
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from isgraph.errors import InvalidDataError, IsgraphError
from isgraph.evidence import restrict
from isgraph.server.child import Child
from isgraph.server.frames import Frames, packed
from isgraph.server.job import Answering, Job
from isgraph.server.limits import Limits
from isgraph.server.refusal import Refusal
from isgraph.shapes import check
from isgraph.store import Store
from isgraph.vocab import ISG

_LOOK_AGAIN = 1.0
_CHECKING = Limits(seconds=300, memory_mb=4096)


class Keeper:
    """The data, the children at work, and the socket to the web server."""

    def __init__(self, path: Path, limits: Limits, web: socket.socket) -> None:
        self._path, self._limits, self._web = path, limits, web
        self._frames = Frames()
        self._selector = selectors.DefaultSelector()
        self._selector.register(web, selectors.EVENT_READ, None)
        self._children: dict[Any, Child] = {}
        self._store: Store | None = None
        self._candidate: bytes | None = None
        self._seen: tuple[int, int] | None = None
        self._looked = 0.0

    def serve(self) -> None:
        """Work until the web server is gone; then no child is left."""
        try:
            while self._step():
                pass
        finally:
            for child in self._children.values():
                child.kill()

    def _step(self) -> bool:
        if time.monotonic() - self._looked > _LOOK_AGAIN:
            self._look_for_newer_data()
        ends = [child.end for child in self._children.values()]
        wait = max(0.0, min([*ends, self._looked + _LOOK_AGAIN]) - time.monotonic())
        for key, _ in self._selector.select(wait):
            if key.data is None:
                if not self._hear():
                    return False
            elif key.data in self._children and self._children[key.data].read():
                self._finish(key.data)
        now = time.monotonic()
        for number in [n for n, child in self._children.items() if child.end <= now]:
            self._children[number].kill()
            self._finish(number)
        return True

    def _hear(self) -> bool:
        part = self._web.recv(1 << 20)
        for head, _ in self._frames.feed(part):
            if "cancel" in head:
                if head["cancel"] in self._children:
                    self._children[head["cancel"]].kill()
            else:
                assert self._store is not None
                self._start(head["id"], Answering(self._store, Job(*head["job"]), self._limits))
        return bool(part)

    def _start(self, number: Any, work: Any, limits: Limits | None = None) -> None:
        child = Child(work, limits or self._limits)
        self._children[number] = child
        self._selector.register(child.pipe, selectors.EVENT_READ, number)

    def _finish(self, number: Any) -> None:
        child = self._children.pop(number)
        self._selector.unregister(child.pipe)
        seconds = child.seconds
        try:
            media_type, body = child.finish()
            head: dict[str, Any] = {"media_type": media_type}
        except Refusal as refusal:
            head, body = {"refusal": vars(refusal)}, b""
        if number == "check":
            self._take_over(str(head["refusal"]["message"]) if "refusal" in head else None)
        else:
            self._say({"id": number, "seconds": seconds, **head}, body)

    def _look_for_newer_data(self) -> None:
        """Check a data file that has changed, in a child, so that queries go on meanwhile."""
        self._looked = time.monotonic()
        try:
            found = self._path.stat()
            seen = (found.st_mtime_ns, found.st_size)
            if seen == self._seen or "check" in self._children:
                return
            self._seen, self._candidate = seen, self._path.read_bytes()
        except OSError as error:
            if self._seen is not None or self._store is None:
                self._seen = None
                self._say({"problem": f"{self._path.name} cannot be read: {error.strerror}."})
            return
        self._start("check", _Checking(self._path.name, self._candidate), _CHECKING)

    def _take_over(self, problem: str | None) -> None:
        assert self._candidate is not None
        if problem is None:
            self._store = _store_of(self._candidate)
            restrict(self._store, on=date.today())  # what this prepares, each child inherits
            digest = hashlib.sha256(self._candidate).hexdigest()
            claims = len(self._store.pairs(ISG.subject)[0])
            told = {
                "digest": digest,
                "triples": len(self._store),
                "claims": claims,
                "problem": None,
            }
            self._say(told, self._candidate)
        else:
            self._say({"problem": problem})
        self._candidate = None

    def _say(self, head: dict[str, Any], body: bytes = b"") -> None:
        self._web.sendall(packed(head, body))


class _Checking:
    """The work of checking new data against every rule before they are taken over."""

    def __init__(self, name: str, content: bytes) -> None:
        self._name, self._content = name, content

    def prepare(self) -> None:
        try:
            report = check(_store_of(self._content))
        except IsgraphError as error:
            raise InvalidDataError(f"{self._name}, {error}", report=None) from error
        errors = [finding for finding in report.findings if finding.severity == "error"]
        if errors:
            first = errors[0]
            raise InvalidDataError(
                f"{self._name} breaks {_counted(len(errors), 'rule')}, "
                f"first {first.rule} at {first.focus}: "
                f"{first.message} `isgraph check` lists them all.",
                report=report,
            )

    def answer(self) -> tuple[str, bytes]:
        return "text/plain", b""


def _store_of(content: bytes) -> Store:
    store = Store()
    store.parse(content)
    return store


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def main() -> None:
    """Keep the data that the arguments name, for the socket that they number."""
    descriptor, path, limits = sys.argv[1:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=int(descriptor)) as web, contextlib.suppress(BrokenPipeError):
        Keeper(Path(path), Limits(*json.loads(limits)), web).serve()


if __name__ == "__main__":
    main()
