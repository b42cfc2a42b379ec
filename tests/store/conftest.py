"""Servers of others on this machine: Oxigraph's from PyPI, and Virtuoso where it is installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

_VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
[TempDatabase]
DatabaseFile = {folder}/vt.db
TransactionFile = {folder}/vt.trx
[Parameters]
ServerPort = {port}
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CheckpointInterval = 0
[HTTPServer]
ServerPort = {web}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = {most}
"""


class Place(NamedTuple):
    """A server: where queries go, and where its graph store is."""

    query: str
    graphs: str


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """Run a program until the block ends, from the moment at which it listens."""
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            end = time.monotonic() + 60
            while True:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert process.poll() is None, "it has ended"
                assert time.monotonic() < end, "it does not listen"
                time.sleep(0.05)
            yield
        finally:
            process.kill()


@contextmanager
def oxigraph(folder: Path) -> Iterator[Place]:
    """Run the Oxigraph server over an empty store in a folder."""
    port = free_port()
    program = Path(sys.executable).with_name("oxigraph")
    command = [str(program), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with running(command, port, folder):
        root = f"http://127.0.0.1:{port}"
        yield Place(f"{root}/query", f"{root}/store")


@contextmanager
def virtuoso(folder: Path, most: int) -> Iterator[Place]:
    """Run Virtuoso over an empty database in a folder, with a cap on rows."""
    port, web = free_port(), free_port()
    (folder / "v.ini").write_text(
        _VIRTUOSO.format(folder=folder, port=port, web=web, most=most), "utf-8"
    )
    command = ["virtuoso-t", "+foreground", "+configfile", str(folder / "v.ini"), "+wait"]
    with running(command, web, folder):
        root = f"http://127.0.0.1:{web}"
        yield Place(f"{root}/sparql", f"{root}/sparql-graph-crud-auth")


@pytest.fixture(scope="session")
def oxigraph_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Run the Oxigraph server for all tests."""
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as place:
        yield place


@pytest.fixture(scope="session")
def virtuoso_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Run Virtuoso for all tests, cutting answers at 1,000 rows."""
    if not shutil.which("virtuoso-t"):
        pytest.skip("Virtuoso is not installed (Debian: virtuoso-opensource)")
    with virtuoso(tmp_path_factory.mktemp("virtuoso"), 1000) as place:
        yield place


@pytest.fixture
def new_oxigraph(tmp_path: Path) -> Callable[[], object]:
    """Return what runs an Oxigraph server of one's own."""
    return lambda: oxigraph(tmp_path)
