"""Child: one piece of work in a process of its own, within limits, that can be killed.

What it may reach is held by the operating system: with no free descriptor it
opens no file and no socket, whatever the engine would do.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import select
import signal
import struct
import sys
import time
from pathlib import Path
from typing import NoReturn, Protocol

from isgraph.errors import FormatError, IsgraphError, QueryError
from isgraph.server.limits import Limits
from isgraph.server.refusal import Refusal

_HEAD = struct.Struct("!II")
_DESCRIPTORS = 4
_MEBIBYTE = 1024 * 1024


class Work(Protocol):
    """What a child does."""

    def prepare(self) -> None:
        """Do what needs files, such as imports; it has to be code of ours alone."""

    def answer(self) -> tuple[str, bytes]:
        """Return a media type and the answer; no file or socket can be opened any more."""


class Child:
    """A forked process that does one piece of work and sends the answer through a pipe.

    Fork it only from a process with a single thread.
    """

    def __init__(self, work: Work, limits: Limits) -> None:
        self.limits = limits
        self.end = time.monotonic() + limits.seconds
        self._parts: list[bytes] = []
        self.pipe, inlet = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            _work_and_leave(work, inlet, limits)
        os.close(inlet)
        os.set_blocking(self.pipe, False)

    @property
    def seconds(self) -> float:
        """How long it has been at work."""
        return time.monotonic() - (self.end - self.limits.seconds)

    def read(self) -> bool:
        """Take what the child has sent; True when it has ended."""
        try:
            part = os.read(self.pipe, 1 << 20)
        except BlockingIOError:
            return False
        self._parts.append(part)
        return not part

    def kill(self) -> None:
        """End the child, whatever it does."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def finish(self) -> tuple[str, bytes]:
        """Bury the child and return its answer.

        Raises
        ------
        Refusal
            If it has been killed, has died, or refused the work itself.
        """
        os.close(self.pipe)
        _, status = os.waitpid(self.pid, 0)
        sent = b"".join(self._parts)
        if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) or len(sent) < _HEAD.size:
            raise self._death(status)
        length, kind = _HEAD.unpack_from(sent)
        media_type = sent[_HEAD.size : _HEAD.size + length].decode()
        body = sent[_HEAD.size + length :]
        if kind:
            raise Refusal(**json.loads(body))
        return media_type, body

    def _death(self, status: int) -> Refusal:
        if time.monotonic() >= self.end or os.WTERMSIG(status) == signal.SIGXCPU:
            return Refusal(
                503,
                "timeout",
                f"The query took longer than {self.limits.seconds:g} s and was ended. "
                "Ask for less: name an actor or a relation first, or add LIMIT.",
            )
        return Refusal(
            503,
            "died",
            "The query needed more memory or a deeper stack than it may have, and was ended. "
            "Ask for less, or in several queries.",
        )


def run(work: Work, limits: Limits) -> tuple[str, bytes]:
    """Do a piece of work in a child within limits, and return its media type and answer.

    Raises
    ------
    Refusal
        503 if time, memory or stack run out; 403 if the answer is too large;
        400 if the work raises an error of isgraph; 500 for any other error,
        which is a fault of ours.

    Examples
    --------
    >>> class Greeting:
    ...     def prepare(self): pass
    ...     def answer(self): return "text/plain", b"good day"
    >>> run(Greeting(), Limits())
    ('text/plain', b'good day')
    """
    child = Child(work, limits)
    while (left := child.end - time.monotonic()) > 0:
        if select.select([child.pipe], [], [], left)[0] and child.read():
            break
    else:
        child.kill()
    return child.finish()


def refusal_of(error: IsgraphError) -> Refusal:
    """Return an error of isgraph as the refusal of a request.

    Examples
    --------
    >>> refusal_of(QueryError("No.", line=1, column=2)).as_dict()
    {'error': 'bad-query', 'message': 'No.', 'line': 1, 'column': 2}
    """
    place = (error.line, error.column) if isinstance(error, QueryError) else (None, None)
    if isinstance(error, FormatError):
        return Refusal(406, "not-acceptable", str(error))
    code = "bad-query" if isinstance(error, QueryError) else "bad-value"
    return Refusal(400, code, str(error), line=place[0], column=place[1])


def _fault(error: Exception) -> Refusal:
    """Return an error that nobody foresaw as a refusal that hides nothing."""
    return Refusal(
        500,
        "fault",
        f"isgraph itself failed, by {type(error).__name__}: {error}. Please report it.",
    )


def _work_and_leave(work: Work, inlet: int, limits: Limits) -> NoReturn:
    code = 1
    try:
        gc.disable()
        _close_all_but(inlet)
        inlet = _DESCRIPTORS - 1
        _limit(limits)
        try:
            work.prepare()
            resource.setrlimit(resource.RLIMIT_NOFILE, (_DESCRIPTORS, _DESCRIPTORS))
            media_type, body = work.answer()
            refused = None
        except IsgraphError as error:
            refused = refusal_of(error)
        except Refusal as error:
            refused = error
        except (MemoryError, RecursionError):
            raise
        except Exception as error:
            refused = _fault(error)
        if refused:
            media_type, body = "", json.dumps(vars(refused)).encode()
        name = media_type.encode()
        _send(inlet, _HEAD.pack(len(name), refused is not None) + name + body)
        code = 0
    except BaseException:  # nothing may climb into the parent's code
        code = 1
    finally:
        os._exit(code)


def _send(pipe: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(pipe, view) :]


def _close_all_but(kept: int) -> None:
    """Keep the three standard descriptors, silent, and the pipe as the fourth."""
    null = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(null, number)
    if kept != _DESCRIPTORS - 1:
        os.dup2(kept, _DESCRIPTORS - 1)
    os.closerange(_DESCRIPTORS, os.sysconf("SC_OPEN_MAX"))


def _limit(limits: Limits) -> None:
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_DFL)
    seconds = max(1, round(limits.seconds) + 1)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if size := _size_of_this_process():
        memory = size + limits.memory_mb * _MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _size_of_this_process() -> int | None:
    """Return its address space in bytes, or None where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text().split()[0]
        return int(pages) * resource.getpagesize()
    except OSError:
        return None
