"""The worker by itself: what is left after harm, and what holds without the guard."""

from __future__ import annotations

import asyncio
import socketserver
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from isgraph.errors import InvalidDataError
from isgraph.server.job import Job
from isgraph.server.limits import Limits
from isgraph.server.refusal import Refusal
from isgraph.server.worker import Worker
from tests.server.bombs import BOMBS, DATASETS, DEEP, SERVICES, towards

TESTS = Path(__file__).parent.parent
ASK = Job("ASK { ?x isg:detains ?y }")
TRUE = b'{"head":{},"boolean":true}'


def with_worker(
    use: Callable[[Worker], Awaitable[Any]],
    limits: Limits = Limits(seconds=1),  # noqa: B008
    path: Path = TESTS / "tiny.ttl",
    guarded: bool = True,
) -> Any:
    """Run a worker for as long as something uses it."""

    async def run() -> Any:
        async with Worker(path, limits, guarded=guarded) as worker:
            return await use(worker)

    with ThreadPoolExecutor(1) as thread:  # a browser may keep this one's event loop
        return thread.submit(asyncio.run, run()).result()


async def end_of(worker: Worker, sparql: str) -> str:
    """Return how a query ends: `answered`, or the code of its refusal."""
    try:
        await worker.answer(Job(sparql))
    except Refusal as refusal:
        return refusal.code
    return "answered"


def children(pid: int) -> list[int]:
    """Return the processes that a process has started and that still are there."""
    return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def resident_kb(pid: int) -> int:
    """Return how much memory a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def test_after_all_bombs_nothing_is_left() -> None:
    """When the bombs are over, no child lives, memory is back, and a query is answered."""

    async def use(worker: Worker) -> None:
        assert worker._process
        pid = worker._process.pid
        await worker.answer(ASK)
        before = resident_kb(pid)
        ends = [await end_of(worker, sparql) for sparql in BOMBS.values()]

        assert set(ends) <= {"answered", "timeout", "died"}
        assert len(set(ends)) > 1
        assert (await worker.answer(ASK))[1] == TRUE
        assert children(pid) == []
        assert resident_kb(pid) < before + 20_000

    with_worker(use)


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_bombs_at_full_length(name: str) -> None:
    """With the usual limits each bomb ends soon after them, and a query is answered."""

    async def use(worker: Worker) -> float:
        started = time.monotonic()
        assert await end_of(worker, BOMBS[name]) in {"answered", "timeout", "died"}
        assert (await worker.answer(ASK))[1] == TRUE
        return time.monotonic() - started

    assert with_worker(use, Limits()) < 8


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """Listen on a port, and give its address with what is sent there."""
    heard: list[bytes] = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            heard.append(self.request.recv(100))

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", heard
        server.shutdown()


@pytest.mark.parametrize("guarded", [True, False])
def test_s1_s2_s3_no_request_leaves(listener: tuple[str, list[bytes]], guarded: bool) -> None:
    """S1 to S3: nothing outside is asked, also where the text is not looked at before."""
    address, heard = listener
    hostile = [towards(q, address) for q in (*SERVICES.values(), *DATASETS.values())]

    async def use(worker: Worker) -> list[str]:
        return [await end_of(worker, sparql) for sparql in hostile]

    ends = with_worker(use, guarded=guarded)

    assert len(ends) == len(hostile)
    assert heard == []
    if guarded:
        assert set(ends) <= {"service", "dataset", "escape"}


def test_depth_without_the_guard_kills_only_the_child() -> None:
    """Where the guard is off, a stack that overflows ends the child and no more."""
    deep = [sparql for name, sparql in DEEP.items() if " 20000 " in name]

    async def use(worker: Worker) -> None:
        for sparql in deep:
            assert await end_of(worker, sparql) in {"died", "timeout", "bad-query", "answered"}
        assert (await worker.answer(ASK))[1] == TRUE

    with_worker(use, guarded=False)


def test_a_caller_that_gives_up_ends_its_child() -> None:
    """A cancelled query leaves no process, and its turn is free again."""

    async def use(worker: Worker) -> None:
        assert worker._process
        for _ in range(3):
            asking = asyncio.create_task(worker.answer(Job(BOMBS["Q1 cross product"])))
            await asyncio.sleep(0.2)
            assert children(worker._process.pid)
            asking.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asking
            assert children(worker._process.pid) == []
        assert (await worker.answer(ASK))[1] == TRUE

    with_worker(use, Limits(seconds=30))


def test_a_keeper_that_dies_is_replaced() -> None:
    """When the keeper itself is killed, the query under way is refused and the next answered."""

    async def use(worker: Worker) -> None:
        assert worker._process
        asking = asyncio.create_task(end_of(worker, BOMBS["Q1 cross product"]))
        await asyncio.sleep(0.2)
        worker._process.kill()

        assert await asking == "died"
        assert (await worker.answer(ASK))[1] == TRUE

    with_worker(use, Limits(seconds=30))


def test_a_full_queue_says_so() -> None:
    """What finds no room to wait is refused at once, with when to come again."""

    async def use(worker: Worker) -> list[str]:
        slow = BOMBS["Q1 cross product"]
        return await asyncio.gather(*(end_of(worker, f"{slow}#{n}") for n in range(5)))

    ends = with_worker(use, Limits(seconds=0.5, running=1, waiting=2))

    assert sorted(ends) == ["busy", "busy", "timeout", "timeout", "timeout"] or sorted(ends) == [
        "busy", "busy", "busy", "timeout", "timeout",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["bad/claim-status.ttl", "nothing.ttl", "test_data.py"])
def test_it_does_not_start_on_bad_data(name: str) -> None:
    """C6: a file that breaks a rule, is not there or is no Turtle is refused by its name."""

    async def use(worker: Worker) -> None:
        raise AssertionError("it started")

    with pytest.raises(InvalidDataError, match=name.rpartition("/")[2]):
        with_worker(use, path=TESTS / name)
