"""A piece of work in a process of its own: its answer, and every way in which it can end."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from isgraph.errors import QueryError
from isgraph.server.child import run
from isgraph.server.limits import Limits
from isgraph.server.refusal import Refusal

Answer = tuple[str, bytes]


class Work:
    """Work that is prepared and answered by functions."""

    def __init__(self, answer: Callable[[], Answer], prepare: Callable[[], object] = int) -> None:
        self.prepare, self.answer = prepare, answer  # type: ignore[method-assign]


def refusal(answer: Callable[[], Answer], limits: Limits = Limits(seconds=1)) -> Refusal:  # noqa: B008
    """Return how a piece of work is refused."""
    with pytest.raises(Refusal) as caught:
        run(Work(answer), limits)
    return caught.value


def failing(error: BaseException) -> Callable[[], Answer]:
    """Return work that raises an error."""

    def answer() -> Answer:
        raise error

    return answer


def opening_a_socket() -> Answer:
    """Reach for the network."""
    socket.create_connection(("127.0.0.1", 9)).close()
    return "", b"reached"


def test_an_answer_comes_whole() -> None:
    """Media type and bytes come as they were given, the empty and the large ones too."""
    for body in (b"", b"x" * 3_000_000):
        assert run(Work(lambda body=body: ("text/csv", body)), Limits()) == ("text/csv", body)


def test_work_that_takes_too_long_is_ended() -> None:
    """Neither sleep nor labour lasts longer than the limit."""
    for idle in (lambda: time.sleep(60), lambda: sum(iter(int, 1))):
        found = refusal(lambda idle=idle: (str(idle()), b""), Limits(seconds=0.3))

        assert (found.status, found.code, found.retry_after) == (503, "timeout", None)


def test_memory_ends_where_the_limit_is() -> None:
    """What needs more memory is ended, and the parent goes on."""
    found = refusal(lambda: ("", b"x" * 900_000_000), Limits(memory_mb=64))

    assert (found.status, found.code) == (503, "died")


def test_a_crash_is_told() -> None:
    """A child that is killed by a signal is no answer."""
    found = refusal(lambda: (str(os.abort()), b""))

    assert (found.status, found.code) == (503, "died")


def test_no_file_and_no_socket_can_be_opened(tmp_path: Path) -> None:
    """While it answers, a child reaches neither disk nor network; before, it reads files."""
    path = tmp_path / "text"
    path.write_text("here")
    read: list[str] = []
    told = run(
        Work(lambda: ("", read[0].encode()), lambda: read.append(path.read_text())), Limits()
    )

    assert told == ("", b"here")
    for reaching in (opening_a_socket, lambda: (path.read_text(), b"")):
        assert "Too many open files" in refusal(reaching).message


def test_refusals_of_the_work_come_through() -> None:
    """An error of isgraph keeps its words and its place, and a refusal stays what it is."""
    found = refusal(failing(QueryError("No verb.", line=3, column=4)))

    assert (found.status, found.code, found.line, found.column) == (400, "bad-query", 3, 4)
    assert refusal(failing(Refusal(403, "service", "No."))).as_dict()["error"] == "service"
    fault = refusal(failing(ValueError("a fault of ours")))
    assert (fault.status, fault.code) == (500, "fault")
    assert "ValueError: a fault of ours" in fault.message
    assert refusal(failing(RecursionError())).code == "died"


def test_nothing_is_left() -> None:
    """Neither a process nor a descriptor stays behind."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    before = len(list(Path("/proc/self/fd").iterdir())), children.read_text()
    for _ in range(5):
        run(Work(lambda: ("", b"")), Limits())
        refusal(lambda: (str(time.sleep(60)), b""), Limits(seconds=0.1))

    assert (len(list(Path("/proc/self/fd").iterdir())), children.read_text()) == before
