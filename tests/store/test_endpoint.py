"""The same store at servers of others, good and bad."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import isgraph
from isgraph import questions
from isgraph.errors import QueryError, StoreError
from isgraph.store import Store, load, publish
from tests.store.conftest import Place
from tests.store.test_local import QUERIES

TINY = Path(__file__).parent.parent / "tiny.ttl"
GRAPH = "https://w3id.org/isgraph/data"
JSON = "application/sparql-results+json"
ROW = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "1"}}]}}
ONE = "SELECT ?x { ?x ?y ?z }"


@pytest.fixture(scope="module")
def at_oxigraph(oxigraph_place: Place, shipped: Store) -> Store:
    """Return the shipped data at an Oxigraph server."""
    publish(shipped, oxigraph_place.graphs, graph=GRAPH)
    return load(oxigraph_place.query, graph=GRAPH)


@pytest.fixture(scope="module")
def at_virtuoso(virtuoso_place: Place, shipped: Store) -> Store:
    """Return the shipped data at Virtuoso, which cuts answers at 1,000 rows."""
    publish(shipped, virtuoso_place.graphs, graph=GRAPH, user="dba", password="dba")
    return load(virtuoso_place.query, graph=GRAPH)


@pytest.mark.parametrize("name", questions.names())
def test_questions_at_oxigraph(at_oxigraph: Store, shipped: Store, name: str) -> None:
    """Each shipped question gets the same rows as from memory, in the same order."""
    expected = shipped.ask(name)

    assert expected
    assert at_oxigraph.ask(name) == expected


def test_reasons_and_plan_at_oxigraph(at_oxigraph: Store, oxigraph_place: Place) -> None:
    """A server is asked for single names; its graph is not copied, and it shows no stages."""
    assert len(at_oxigraph)
    there = load(oxigraph_place.query, graph=GRAPH)
    found = there.query("SELECT ?x { ?x isg:backz actor:sdff }").why()
    plan = isgraph.explain(there, "SELECT ?x { ?x isg:detains actor:sdf }")
    expected = ["actor:sdff is not in the graph. Nearest: actor:sdf."]

    assert found[0].startswith("isg:backz is not in the ontology. Nearest: 'backs'")
    assert found[1:2] == expected
    assert list(plan.seconds) == ["asking the endpoint"]
    assert plan.steps == []
    assert plan.chosen.startswith("Asked of all 1,")
    assert "_engine" not in vars(there)


VIRTUOSO_IS_WRONG: dict[str, str] = {}


@pytest.mark.slow
@pytest.mark.parametrize("name", questions.names())
def test_questions_at_virtuoso(at_virtuoso: Store, shipped: Store, name: str) -> None:
    """Each shipped question gets the same rows, but where the server itself is wrong."""
    expected = shipped.ask(name)
    found = at_virtuoso.ask(name)

    if name in VIRTUOSO_IS_WRONG:
        assert found != expected, "it is right by now: take it off the list"
    else:
        assert found == expected


@pytest.mark.slow
def test_virtuoso_gives_all_by_pages(at_virtuoso: Store, shipped: Store) -> None:
    """A server that cuts at 1,000 rows gives every triple, exactly as it was sent."""
    rows = at_virtuoso.query("SELECT ?c ?p { ?c isg:passage ?p } ORDER BY ?c")

    assert rows == shipped.query("SELECT ?c ?p { ?c isg:passage ?p } ORDER BY ?c")
    assert len(rows) > 1000
    assert set(at_virtuoso.data()) == set(shipped.data())


@pytest.mark.slow
def test_virtuoso_wants_the_right_password(virtuoso_place: Place, tiny: Store) -> None:
    """A wrong password is refused in words that do not hold it."""
    with pytest.raises(StoreError) as caught:
        publish(tiny, virtuoso_place.graphs, graph="urn:x", user="dba", password="wrong-one")

    assert "wrong-one" not in str(caught.value)
    assert "ISGRAPH_PASSWORD" in str(caught.value)


@pytest.mark.parametrize("sparql", QUERIES)
def test_queries(new_tiny: Store, sparql: str) -> None:
    """The list of queries that every sort of store answers is answered here too."""
    assert new_tiny.query(sparql) == QUERIES[sparql]


@pytest.fixture(scope="module")
def new_tiny(oxigraph_place: Place, tiny: Store) -> Store:
    """Return the tiny world in a graph of its own at an Oxigraph server."""
    publish(tiny, oxigraph_place.graphs, graph="urn:tiny")
    return load(oxigraph_place.query, graph="urn:tiny")


def test_the_rest_works_on_a_copy(new_tiny: Store, tiny: Store) -> None:
    """Whatever needs the whole graph gives the same as on the local store."""
    assert set(new_tiny.data()) == set(tiny.data())
    assert str(new_tiny.show("Group A")) == str(tiny.show("Group A"))
    assert len(isgraph.project(new_tiny).edges) == len(isgraph.project(tiny).edges)
    assert len(new_tiny.restrict(statuses=["denied"])) == len(tiny.restrict(statuses=["denied"]))
    assert len(new_tiny.as_rdflib()) == len(tiny)


def test_a_wrong_query_is_refused_by_the_server(new_tiny: Store) -> None:
    """What the server says of a query is passed on."""
    with pytest.raises(QueryError, match="refuses the query"):
        new_tiny.query("SELECT ?x {")


def test_answers_as_bytes(new_tiny: Store) -> None:
    """An answer can be had as the server sends it."""
    kind, body = new_tiny.respond("ASK { ?x isg:detains ?y }")

    assert kind == JSON
    assert json.loads(body)["boolean"] is True


# --- a server that misbehaves -------------------------------------------------------------------

Answer = Callable[[BaseHTTPRequestHandler, int], None]


@pytest.fixture
def misbehaving() -> Iterator[Callable[..., Any]]:
    """Run servers that answer the n-th request as a function says; give a store over each."""
    servers: list[ThreadingHTTPServer] = []

    def start(answer: Answer, **options: Any) -> Store:
        class Handler(BaseHTTPRequestHandler):
            asked = 0

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                type(self).asked += 1
                answer(self, type(self).asked)

            def log_message(self, *_: object) -> None:
                """Stay silent."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return load(f"http://127.0.0.1:{server.server_port}/sparql", **options)

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    """Send an answer; header names have _ for -."""
    handler.send_response(status)
    for name, value in ({"Content_Type": JSON} | headers).items():
        handler.send_header(name.replace("_", "-"), value)
    if "Content_Length" not in headers:
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def test_a_busy_server_is_asked_again(misbehaving: Callable[..., Any]) -> None:
    """After 503 and 429 it waits as long as the server says, and then gets its answer."""

    def busy_twice(handler: BaseHTTPRequestHandler, number: int) -> None:
        if number < 3:
            send(handler, b"", (503, 429)[number - 1], Retry_After="0")
        else:
            send(handler, json.dumps(ROW).encode())

    assert misbehaving(busy_twice).query(ONE) == [("1",)]


@pytest.mark.parametrize(
    ("body", "headers", "message"),
    [
        (b"<html>Welcome</html>", {"Content_Type": "text/html"}, "formats of SPARQL.*text/html"),
        (b'{"head":{"vars":["x"]},"results":{"bind', {}, "formats of SPARQL"),
        (b'{"head":', {"Content_Length": "500"}, "broke off"),
        (json.dumps(ROW).encode(), {"X_SQL_Message": "RC: timeout"}, "only in part: RC: timeout"),
    ],
)
def test_what_is_no_whole_answer_is_refused(
    misbehaving: Callable[..., Any], body: bytes, headers: dict[str, str], message: str
) -> None:
    """HTML, half an answer and a partial one are never taken for an answer."""
    store = misbehaving(lambda handler, _: send(handler, body, **headers))

    with pytest.raises(StoreError, match=message):
        store.query(ONE)


@pytest.mark.parametrize(
    ("status", "headers", "message"),
    [
        (302, {"Location": "http://example.org/"}, "has moved to http://example.org/"),
        (401, {"WWW_Authenticate": "Basic"}, "ISGRAPH_USER"),
        (403, {}, "forbids it"),
        (404, {}, "nothing there.*/sparql"),
        (500, {}, "answers 500: a stack trace"),
    ],
)
def test_what_the_server_refuses_is_told(
    misbehaving: Callable[..., Any], status: int, headers: dict[str, str], message: str
) -> None:
    """Each refusal says what to do; no redirect is followed."""
    store = misbehaving(lambda handler, _: send(handler, b"a stack trace", status, **headers))

    with pytest.raises(StoreError, match=message):
        store.query(ONE)


def test_a_silent_server_is_left(misbehaving: Callable[..., Any]) -> None:
    """A server that does not go on is given up after the timeout."""
    store = misbehaving(lambda *_: time.sleep(1), timeout=0.1)
    store._wire._session.adapters["http://"].max_retries = 0

    with pytest.raises(StoreError, match=r"takes too long.*timeout=300"):
        store.query(ONE)


def test_a_cut_answer_with_a_limit_is_refused(misbehaving: Callable[..., Any]) -> None:
    """Where rows are missing that no page can bring, there is no answer."""
    body = json.dumps(ROW).encode()
    store = misbehaving(lambda handler, _: send(handler, body, X_SPARQL_MaxRows="1"))

    with pytest.raises(QueryError, match="page by page"):
        store.query(f"{ONE} LIMIT 5")


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("http://user:secret@example.org/sparql", "ISGRAPH_USER"),
        ("ftp://example.org/sparql", "write http or https"),
        ("http://127.0.0.1:1/sparql", "nobody listens there.*right[?]$"),
    ],
)
def test_addresses(place: str, message: str) -> None:
    """A password in an address, another protocol and a closed port are refused, no secret shown."""
    with pytest.raises(StoreError, match=message) as caught:
        load(place).query(ONE)

    assert "secret" not in str(caught.value)


def test_credentials_go_nowhere_in_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password is not sent without encryption to another machine."""
    from isgraph.store.wire import Wire

    monkeypatch.setenv("ISGRAPH_USER", "me")
    monkeypatch.setenv("ISGRAPH_PASSWORD", "secret")

    with pytest.raises(StoreError, match="https"):
        Wire("http://example.org/sparql")._login("Basic realm=x")
    assert Wire("http://localhost/sparql")._login("Basic realm=x").username == "me"


@contextmanager
def answering(replies: dict[str, tuple[int, dict[str, str], str]]) -> Iterator[str]:
    """Run a server with one reply for each method, and give its address."""

    class Answering(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, headers, body = replies[self.command]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        do_GET = do_PUT = do_POST = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_page_is_no_graph_store(cli: Callable[..., Any]) -> None:
    """A server that takes everything, and gives back a page, is told from a Graph Store."""
    page = {"Content-Type": "text/html"}
    replies = {"PUT": (200, page, "<html>"), "GET": (200, page, "<html><p>Welcome</p></html>")}
    with answering(replies) as address:
        told = cli("load", "--into", address, "--data", str(TINY))

    assert told.exit_code == 1
    assert "does not give them back as N-Triples" in told.stderr
    assert "Traceback" not in told.stderr


def test_credentials_that_are_refused(
    cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wrong credentials are called wrong, and missing ones missing; no password is shown."""
    asks = {"POST": (401, {"WWW-Authenticate": "Basic realm=x"}, "")}
    with answering(asks) as address:
        missing = cli("ask", "detentions", "--data", address)
        monkeypatch.setenv("ISGRAPH_USER", "me")
        monkeypatch.setenv("ISGRAPH_PASSWORD", "secret")
        wrong = cli("ask", "detentions", "--data", address)

    assert "asks for a name and a password: set ISGRAPH_USER" in missing.stderr
    assert "refuses the name 'me' with the password that was sent" in wrong.stderr
    assert "secret" not in wrong.output


def test_a_server_that_takes_no_query_there(cli: Callable[..., Any]) -> None:
    """The address of a server without the path of its endpoint is answered with where to look."""
    with answering({"POST": (405, {"Allow": "GET"}, '{"error": "method"}')}) as address:
        told = cli("ask", "detentions", "--data", address)

    assert "It often ends in /sparql" in told.stderr
    assert "{" not in told.stderr


def test_an_endpoint_is_a_place_on_the_command_line(
    cli: Callable[..., Any], new_oxigraph: Callable[[], Any]
) -> None:
    """`load --into` a server and `--data` with its address go together."""
    tiny = str(Path(__file__).parent.parent / "tiny.ttl")
    with new_oxigraph() as place:
        loaded = cli("load", "--into", place.graphs, "--data", tiny)
        asked = cli("ask", "detentions", "--data", place.query)
        shown = cli("show", "Group A", "--data", place.query)

    assert loaded.exit_code == 0, loaded.output
    assert "triples" in loaded.stderr
    assert asked.exit_code == shown.exit_code == 0, asked.output
    assert "Group A" in asked.stdout
