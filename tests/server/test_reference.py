"""rdflib as a second opinion: the same rows, and no harm by what a query asks of it."""

from __future__ import annotations

import contextlib
import http.server
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from isgraph.errors import QueryError
from isgraph.server import reference
from isgraph.server.limits import Limits
from isgraph.server.reference import ask_rdflib
from isgraph.store import Store, publish, rows_from
from tests.server.bombs import BOMBS, DATASETS, DEEP, SERVICES, UPDATES, towards
from tests.server.conftest import Server

SHORT = Limits(seconds=1.0)


def answered(store: Store, sparql: str, limits: Limits = SHORT) -> str:
    """Return the media type of an answer, or why there is none."""
    try:
        return ask_rdflib(store, sparql, limits)[0]
    except QueryError as error:
        return str(error)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?x ?y { ?x isg:backs ?y } ORDER BY ?x ?y",
        "SELECT ?l ?n { ?c isg:quantityMin ?n ; isg:subject/rdfs:label ?l } ORDER BY ?l ?n",
        "ASK { ?x isg:detains ?y }",
        "CONSTRUCT { ?x isg:detains ?y } WHERE { ?x isg:detains ?y }",
    ],
)
def test_rows_are_those_of_the_other_engine(tiny: Store, sparql: str) -> None:
    """Texts, numbers and names come back as the same values."""
    expected = tiny.query(sparql)

    assert rows_from(*ask_rdflib(tiny, sparql)) == expected
    assert expected


def test_what_is_no_sparql_is_refused_with_its_place(tiny: Store) -> None:
    """The message says where rdflib stopped."""
    assert "at line 1, column" in answered(tiny, "ASK { ?x")


@pytest.mark.parametrize("name", ["Q7 hard pattern"])
def test_q14_a_bomb(tiny: Store, name: str) -> None:
    """What rdflib would work at for ever is ended; the next query is answered."""
    assert "was ended" in answered(tiny, BOMBS[name], Limits(seconds=0.5))
    assert answered(tiny, "ASK {}") == "application/sparql-results+json"


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_q14_every_bomb(shipped: Store, name: str) -> None:
    """Each is answered, refused or ended within the limit, and this process goes on."""
    found = answered(shipped, BOMBS[name])

    assert "json" in found or "was ended" in found or "does not read" in found, found
    assert answered(shipped, "ASK {}") == "application/sparql-results+json"


@pytest.mark.parametrize("name", [name for name in DEEP if " 20000 " in name])
def test_q14_depth(tiny: Store, name: str) -> None:
    """What is nested too deep is refused before rdflib reads it."""
    assert "deep" in answered(tiny, DEEP[name], Limits(query_kb=10_000))


@pytest.mark.parametrize("sparql", UPDATES)
def test_updates_are_refused(tiny: Store, sparql: str) -> None:
    """No update in any form."""
    assert "data are only read" in answered(tiny, sparql)


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """Give an address that notes who calls."""
    called: list[str] = []

    class Noting(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            called.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Noting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", called
        server.shutdown()


@pytest.mark.parametrize("name", [*SERVICES, *DATASETS])
def test_s3_nothing_is_reached_without_the_guard(
    tiny: Store, listener: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Also when its text is not looked at, a query reaches neither the network nor a file."""
    address, called = listener
    monkeypatch.setattr(reference, "guard", lambda *_: None)
    sparql = towards((SERVICES | DATASETS)[name], address)
    found = ""
    with contextlib.suppress(QueryError):
        found = ask_rdflib(tiny, sparql, SHORT)[1].decode()

    assert called == []
    assert "root:" not in found


def test_on_the_command_line(cli: Callable[..., Result]) -> None:
    """The engine can be chosen; what it cannot do is said."""
    sparql = "SELECT ?x { ?x isg:detains ?y } ORDER BY ?x"
    own, other = (cli("query", sparql, "--engine", name) for name in ("oxigraph", "rdflib"))

    assert own.exit_code == other.exit_code == 0
    assert own.stdout == other.stdout
    assert cli("query", "ASK { ?x", "--engine", "rdflib").exit_code == 1
    assert cli("query", sparql, "--engine", "rdflib", "--format", "ttl").exit_code == 2


def test_elsewhere(cli: Callable[..., Result], tiny: Store, tmp_path: Path, served: Server) -> None:
    """What lies in a directory or at an endpoint is answered as what is in memory."""
    sparql = "SELECT ?x { ?x isg:detains ?y } ORDER BY ?x"
    publish(tiny, str(tmp_path / "store"))
    for place in (str(tmp_path / "store"), f"http://127.0.0.1:{served.port}/sparql"):
        told = cli("query", sparql, "--engine", "rdflib", "--data", place)

        assert told.exit_code == 0, told.output
        assert "actor:group-a" in told.stdout


def test_a_fault_of_rdflib_is_told_as_that(tiny: Store) -> None:
    """What rdflib cannot do is neither called a lack of memory nor a fault of ours."""
    sparql = 'SELECT ?y { BIND(REPLACE("a", "(", "b") AS ?y) }'

    assert "rdflib fails at the query" in answered(tiny, sparql)


def test_ctrl_c_ends_a_long_query() -> None:
    """The engine does not listen while it works, and the command ends all the same."""
    command = [sys.executable, "-m", "isgraph", "query", BOMBS["Q1 cross product"]]
    process = subprocess.Popen(command)
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(2)
        process.send_signal(signal.SIGINT)

        assert process.wait(5) == -signal.SIGINT
    finally:
        process.kill()
        process.wait()
