"""The running server: the cases of the protocol, hostile queries, and pages."""

from __future__ import annotations

import gzip
import http.client
import json
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from isgraph import questions
from isgraph.files import data_path
from isgraph.rows import Rows
from isgraph.server import app
from isgraph.server.limits import Limits
from isgraph.store import Store
from isgraph.terms import BASE
from tests.server.bombs import BOMBS, DATASETS, DEEP, SERVICES, UPDATES
from tests.server.conftest import TINY, Server

ASK = "ASK { ?x isg:detains ?y }"
SELECT = "SELECT ?x ?y { ?x isg:detains ?y }"
CONSTRUCT = "CONSTRUCT WHERE { ?x isg:detains ?y }"
DESCRIBE = "DESCRIBE actor:group-a"
SLOW = BOMBS["Q1 cross product"]
FORM = "application/x-www-form-urlencoded"
JSON = "application/sparql-results+json"


@contextmanager
def http_connection(server: Server) -> Iterator[http.client.HTTPConnection]:
    """Open a connection, to send by it what `Server.send` does not."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    yield connection
    connection.close()


def as_form(**fields: str) -> bytes:
    """Return fields as the body of a form."""
    return urlencode(fields).encode()


# --- P: the protocol ----------------------------------------------------------------------------


def test_p1_query_by_get(served: Server) -> None:
    """P1: a GET gives a boolean as JSON, which nobody need ask for."""
    reply = served.ask(ASK)

    assert reply.status == 200
    assert reply.headers["content-type"] == JSON
    assert reply.json["boolean"] is True


def test_p2_p3_query_by_post(served: Server) -> None:
    """P2, P3: a form and a direct body give the same as GET."""
    expected = served.ask(SELECT).json
    form = served.send("POST", "/sparql", as_form(query=SELECT), content_type=FORM)
    with_charset = f"{FORM}; charset=UTF-8"
    for reply in (
        form,
        served.send("POST", "/sparql", as_form(query=SELECT), content_type=with_charset),
        served.send("POST", "/sparql", SELECT.encode(), content_type="application/sparql-query"),
        served.send(
            "POST",
            "/sparql",
            SELECT.encode(),
            content_type="application/sparql-query; charset=utf-8",
        ),
    ):
        assert reply.status == 200
        assert reply.json == expected
        assert expected["results"]["bindings"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "FOO"])
@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/sparql", "GET, HEAD, POST, OPTIONS"),
        ("/questions", "GET, HEAD, OPTIONS"),
        ("/health", "GET, HEAD, OPTIONS"),
        ("/actor/group-a", "GET, HEAD, OPTIONS"),
    ],
)
def test_p4_other_methods(served: Server, method: str, path: str, allowed: str) -> None:
    """P4: other methods, unknown ones too, are refused with those allowed."""
    reply = served.send(method, path, b"")

    assert reply.status == 405
    assert reply.json["error"] == "method"
    assert reply.headers["allow"] == allowed


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ([("query", ASK), ("query", ASK)], 400),
        ([("query", ASK), ("update", "CLEAR ALL")], 400),
        ([("update", "CLEAR ALL")], 403),
        ([("query", ASK), ("default-graph-uri", "")], 400),
        ([("query", ASK), ("default-graph-uri", "urn:x")], 400),
        ([("query", ASK), ("named-graph-uri", "urn:x")], 400),
        ([("query", ASK), ("using-graph-uri", "urn:x")], 400),
        ([("query", ASK), ("unknown", "ignored")], 200),
        ([("query", ASK), ("format", "json"), ("output", "json"), ("results", "json")], 200),
        ([("query", "")], 400),
        ([("query", "ASK {")], 400),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_p5_p6_p7_p15_parameters(
    served: Server, method: str, fields: list[tuple[str, str]], status: int
) -> None:
    """P5, P6, P7, P15: one query, no update, no dataset; by GET and by form alike."""
    text = urlencode(fields)
    reply = (
        served.get(f"/sparql?{text}")
        if method == "GET"
        else served.send("POST", "/sparql", text.encode(), content_type=FORM)
    )

    assert reply.status == status
    assert status == 200 or reply.json["message"]


@pytest.mark.parametrize("update", UPDATES)
def test_p7_p8_updates_change_nothing(served: Server, update: str) -> None:
    """P7, P8: an update is refused as a parameter, as a body and as a query; data stay."""
    before = served.path.read_bytes()
    replies = [
        served.get(f"/sparql?{urlencode({'update': update})}"),
        served.send("POST", "/sparql", as_form(update=update), content_type=FORM),
        served.send("POST", "/sparql", update.encode(), content_type="application/sparql-update"),
        served.ask(update),
    ]

    assert [reply.status for reply in replies] == [403] * 4
    assert served.path.read_bytes() == before


def test_p9_other_encodings(served: Server) -> None:
    """P9: a body or an address that is not UTF-8 is refused."""
    kind = "application/sparql-query"

    assert served.send("POST", "/sparql", ASK.encode("utf-16"), content_type=kind).status == 400
    assert served.send("POST", "/sparql", b"ASK {} # \xff", content_type=kind).status == 400
    assert served.send("POST", "/sparql", b"query=ASK%FF", content_type=FORM).status == 400
    assert served.get("/sparql?query=ASK%FF").status == 400
    assert (
        served.send("POST", "/sparql", ASK.encode(), content_type=f"{kind}; charset=utf-16").status
        == 400
    )


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data", ""])
def test_p10_other_bodies(served: Server, kind: str) -> None:
    """P10: a body of another media type is refused."""
    assert served.send("POST", "/sparql", ASK.encode(), content_type=kind).status == 415


def test_p10_a_packed_body(served: Server) -> None:
    """P10: a body that is packed is refused as that, and not read as it comes."""
    body = gzip.compress(as_form(query=ASK))
    reply = served.send("POST", "/sparql", body, content_type=FORM, content_encoding="gzip")

    assert (reply.status, reply.json["error"]) == (415, "media-type")


def test_p11_not_acceptable(served: Server) -> None:
    """P11: what we cannot write is refused, also when it fits another kind of query."""
    assert served.ask(ASK, accept="image/png").status == 406
    assert served.ask(SELECT, accept="text/turtle").status == 406
    assert served.ask(CONSTRUCT, accept="text/csv").status == 406


@pytest.mark.parametrize(
    ("sparql", "accept", "expected"),
    [
        (SELECT, "*/*;q=0.1, text/csv", "text/csv"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "application/json", "application/json"),
        (SELECT, "text/csv;q=0.5, application/sparql-results+json;q=0.9", JSON),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ASK, "text/csv", "text/csv"),
        (CONSTRUCT, "*/*", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (DESCRIBE, "text/turtle", "text/turtle"),
    ],
)
def test_p12_negotiation(served: Server, sparql: str, accept: str, expected: str) -> None:
    """P12: the answer comes in the format that is wanted most, and names it."""
    reply = served.ask(sparql, accept=accept)

    assert reply.status == 200
    assert reply.headers["content-type"].partition(";")[0] == expected
    assert "Accept" in reply.headers["vary"]
    assert reply.body


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/turtle, text/html;q=0.1", "text/turtle"),
        ("text/html;q=0.1, text/turtle", "text/turtle"),
        ("application/n-triples;q=0.2, text/html;q=0.1", "application/n-triples"),
        ("text/html, text/turtle;q=0.9", "text/html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("*/*", "text/turtle"),
    ],
)
def test_p12_a_page_only_for_whom_it_is_the_best(served: Server, accept: str, kind: str) -> None:
    """P12: the editor is one of the forms, and the highest weight decides."""
    reply = served.ask(CONSTRUCT, accept=accept)

    assert reply.status == 200
    assert reply.headers["content-type"].partition(";")[0] == kind


def test_p12_turtle_declares_what_it_uses(served: Server) -> None:
    """P12: no prefix stands in Turtle that no name has."""
    head, _, body = served.ask(CONSTRUCT, accept="text/turtle").body.rpartition(b"> .\n")

    assert head.count(b"@prefix") == 2
    assert b"@prefix actor: " in head
    assert b"@prefix isg: " in head
    assert body.startswith(b"actor:group-a isg:detains")


def test_p12_accept_in_several_lines(served: Server) -> None:
    """P12: an Accept header in several lines is one list."""
    with http_connection(served) as connection:
        connection.putrequest("GET", f"/sparql?{urlencode({'query': SELECT})}")
        connection.putheader("Accept", "text/csv;q=0.1")
        connection.putheader("Accept", "text/tab-separated-values")
        connection.endheaders()

        assert connection.getresponse().getheader("content-type", "").startswith("text/tab")


def test_p13_without_a_query(served: Server) -> None:
    """P13: a client gets the description of the service, a browser the editor."""
    described = served.get("/sparql", accept="text/turtle")
    page = served.get("/sparql", accept="text/html,application/xhtml+xml,*/*;q=0.8")

    assert described.status == page.status == 200
    assert b"sd:Service" in described.body
    assert b"<!doctype html>" in page.body
    assert served.send("POST", "/sparql", b"", content_type=FORM).status == 400


def test_p14_length(served: Server) -> None:
    """P14: a query, a body and an address over their lengths are refused."""
    long = f"{ASK}#{'x' * 17 * 1024}"

    assert served.ask(long).status == 413
    assert served.send("POST", "/sparql", as_form(query=long), content_type=FORM).status == 413
    assert served.send("POST", "/sparql", b"x" * 70_000, content_type=FORM).status == 413
    assert served.get(f"/sparql?query={'x' * 70 * 1024}").status == 414


def test_p16_p17_options_and_head(served: Server) -> None:
    """P16, P17: another origin may ask; HEAD gives the headers alone."""
    options = served.send("OPTIONS", "/sparql", origin="https://example.org")
    head = served.send("HEAD", f"/sparql?{urlencode({'query': ASK})}")

    assert options.status == 204
    assert options.headers["access-control-allow-origin"] == "*"
    assert "POST" in options.headers["access-control-allow-methods"]
    assert "access-control-allow-credentials" not in options.headers
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-type"] == JSON


@pytest.mark.parametrize("name", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_p18_foreign_host(served: Server, name: str) -> None:
    """P18: a name that is not ours is refused; those of this machine are not."""
    assert served.get("/health", host=name).status in (400, 421)
    for own in ("localhost", f"localhost:{served.port}", "127.0.0.1", f"[::1]:{served.port}"):
        assert served.get("/health", host=own).status == 200


def test_p19_slow_body(served: Server) -> None:
    """P19: a body that trickles in is cut off, and others are served meanwhile."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as slow:
        slow.sendall(
            f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {FORM}\r\n"
            "Content-Length: 100\r\n\r\nq".encode()
        )

        assert served.ask(ASK).status == 200
        assert slow.recv(4096).startswith(b"HTTP/1.1 408")


def test_p20_client_goes_away(served: Server) -> None:
    """P20: when a client leaves, its query ends before its time is up."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port)
    connection.request("GET", f"/sparql?{urlencode({'query': SLOW + '#p20'})}")
    deadline = time.monotonic() + 5
    while not served.worker.status()["running"] and time.monotonic() < deadline:
        time.sleep(0.01)

    assert served.worker.status()["running"] == 1
    started = time.monotonic()
    connection.close()
    while served.worker.status()["running"] and time.monotonic() < deadline:
        time.sleep(0.01)
    assert served.worker.status()["running"] == 0
    assert time.monotonic() - started < 0.9


def test_p21_control_characters(served: Server) -> None:
    """P21: a NUL is refused; line ends are part of SPARQL; none of them reaches a header."""
    assert served.get(f"/sparql?query={quote(ASK)}%00").status == 400
    assert served.get(f"/sparql?query={quote(ASK)}%0D%0A").status == 200
    reply = served.get("/actor/x%0D%0ASet-Cookie:%20a=b")

    assert reply.status == 404
    assert "set-cookie" not in reply.headers


def test_p22_a_crowd(served: Server) -> None:
    """P22: of fifty slow queries most are sent away, all are answered, and health stays well."""
    with ThreadPoolExecutor(51) as pool:
        asked = [pool.submit(served.ask, f"{SLOW}#{number}") for number in range(50)]
        healths = [served.get("/health").status for _ in range(5)]
        replies = [future.result() for future in asked]

    assert healths == [200] * 5
    assert {reply.status for reply in replies} == {503}
    assert {reply.json["error"] for reply in replies} == {"timeout", "busy"}
    for reply in replies:  # who took too long would take too long again
        assert ("retry-after" in reply.headers) == (reply.json["error"] == "busy")
    assert served.ask(ASK).json["boolean"] is True


# --- Q: what costs too much ---------------------------------------------------------------------


@pytest.mark.parametrize("name", BOMBS)
def test_q_bombs(served: Server, name: str) -> None:
    """Q1 to Q11: an answer within the limit or 503, and the next query is answered."""
    reply = served.ask(BOMBS[name])

    assert reply.status in (200, 503), reply.body
    assert served.ask(f"{ASK}#{name}").json["boolean"] is True


@pytest.mark.parametrize(
    "sparql", ["SELECT * { ?a ?b ?c . ?d ?e ?f }", "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }"]
)
def test_q13_a_large_answer_is_refused(served: Server, sparql: str) -> None:
    """Q13: an answer over the cap is never sent in part."""
    reply = served.ask(sparql)

    assert reply.status in (403, 503)
    assert reply.json["error"] in ("result-too-large", "died", "timeout")


@pytest.mark.parametrize("name", DEEP)
def test_q12_depth(served: Server, name: str) -> None:
    """Q12: too deep a query is refused without a child."""
    reply = served.send("POST", "/sparql", as_form(query=DEEP[name]), content_type=FORM)

    assert reply.status in (400, 413)
    assert reply.json["error"] in ("too-deep", "too-long")


# --- S: what reaches outside --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sparql", "refused"),
    [
        *((sparql, (403, "service")) for sparql in SERVICES.values()),
        *((sparql, (400, "dataset")) for sparql in DATASETS.values()),
    ],
)
def test_s1_s2_nothing_outside_is_asked(
    served: Server, sparql: str, refused: tuple[int, str]
) -> None:
    """S1, S2: SERVICE and FROM are refused, FROM as the parameters that mean the same."""
    reply = served.ask(sparql)

    assert (reply.status, reply.json["error"]) in (refused, (403, "escape"))


def test_s4_a_file_is_not_described(served: Server) -> None:
    """S4: an IRI of a file is an IRI that nothing is said of."""
    reply = served.ask("DESCRIBE <file:///etc/passwd>", accept="application/n-triples")

    assert (reply.status, reply.body) == (200, b"")


# --- questions ----------------------------------------------------------------------------------


def asked(server: Server, name: str, **given: str) -> list[list[str | None]]:
    """Return the rows of a question as texts."""
    reply = server.get(f"/questions/{name}?{urlencode(given)}")

    assert reply.status == 200, reply.body
    columns = reply.json["head"]["vars"]
    rows = reply.json["results"]["bindings"]
    return [[row.get(name, {}).get("value") for name in columns] for row in rows]


def as_texts(rows: Rows) -> list[list[str | None]]:
    """Return rows as the texts that SPARQL's JSON holds."""
    return [[None if value is None else str(value) for value in row] for row in rows]


def test_questions(served: Server, tiny: Store) -> None:
    """Each question gives the same rows over HTTP as in Python."""
    for name in questions.names():
        assert asked(served, name) == as_texts(questions.ask(tiny, name)), name


@pytest.mark.slow
def test_questions_on_the_shipped_data(serving: Callable[..., Any], shipped: Store) -> None:
    """The same on the shipped data, where every question has an answer, and the list of them."""
    with serving(data_path(), Limits(per_minute=1e9)) as server:
        assert len(server.get("/questions").json) == len(questions.names())
        for name in questions.names():
            assert asked(server, name) == as_texts(questions.ask(shipped, name)), name


def test_a_question_with_its_parameters(served: Server, tiny: Store) -> None:
    """Its parameters go by their options, with those of the claims beside them."""
    expected = as_texts(questions.ask(tiny, "detentions", custodian="Group A"))

    assert expected
    assert asked(served, "detentions", by="group a") == expected
    assert asked(served, "detentions", by="Group A", on="2000", certainly="true") == []
    text = served.get("/questions/detentions?by=Group+A", accept="application/sparql-query")
    assert text.headers["content-type"].startswith("application/sparql-query")
    assert b'FILTER(?custodian IN ("Group A"@en, "Group A"))' in text.body


@pytest.mark.parametrize(
    ("target", "status", "word"),
    [
        ("/questions/detention", 404, "detentions"),
        ("/questions/detentions?by=Nobody", 404, "Nobody"),
        ("/questions/detentions?whom=Group+A", 400, "whom"),
        ("/questions/detentions?on=May", 400, "May"),
        ("/questions/detentions?by=Group+A&by=Group+B", 400, "twice"),
    ],
)
def test_what_a_question_does_not_know(served: Server, target: str, status: int, word: str) -> None:
    """A wrong name is refused, and the message says what there is."""
    reply = served.get(target)

    assert reply.status == status
    assert word in reply.json["message"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"query": "ASK { ?x isg:detain ?y }"}, "isg:detain is not in the ontology. Nearest: 'det"),
        ({"query": "DESCRIBE actor:group-z"}, "actor:group-z is not in the graph. Nearest: actor:"),
        ({"query": SELECT, "on": "1990"}, "No claim has a date in 1990: their days run from "),
        ({"query": SELECT, "known-by": "2001-01-01"}, "The first document came out on 31 January"),
        ({"query": SLOW}, "Every name in the query is known; its pattern as a whole has no match."),
    ],
)
def test_reasons(served: Server, fields: dict[str, str], expected: str) -> None:
    """The server tells why a query may find nothing, and does not run it: one is a bomb."""
    reply = served.get(f"/reasons?{urlencode(fields)}")

    assert reply.status == 200
    assert reply.json["reasons"][0].startswith(expected)


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/reasons", 400),
        ("/reasons?query=ASK%7B%7D&on=May", 400),
        (f"/reasons?{urlencode({'query': SERVICES['constant']})}", 403),
        (f"/reasons?{urlencode({'query': DEEP['Q12 65 braces']})}", 400),
    ],
)
def test_reasons_are_guarded(served: Server, target: str, status: int) -> None:
    """What is refused as a query is refused here too."""
    assert served.get(target).status == status


# --- dates, pages, errors -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameters", "rows"),
    [
        ("", 1), ("on=2024-06-15", 1), ("on=2024-06-15&certainly=true", 0),
        ("on=2024-07&certainly=true", 1), ("on=2023", 0), ("known-by=2024-01-01", 0),
        ("status=denied", 0), ("kind=backs", 1), ("kind=detains", 0),
    ],
)  # fmt: skip
def test_dated_queries(served: Server, parameters: str, rows: int) -> None:
    """A plain triple can be asked of a day, as on the command line."""
    text = urlencode({"query": "SELECT * { ?x isg:backs ?y }"})
    reply = served.get(f"/sparql?{text}&{parameters}")

    assert reply.status == 200, reply.body
    assert len(reply.json["results"]["bindings"]) == rows


@pytest.mark.parametrize(
    ("parameters", "word"),
    [
        ("known_by=2025-01-01", "known-by"), ("On=2025", "on?"), ("kinds=detains", "kind"),
        ("statuses=denied", "status"), ("certain=true", "certainly"),
        ("on=2025&certainly=yes", "'yes'"), ("on=2025&certainly=maybe", "'maybe'"),
        ("on=2025&on=2024", "on is given twice"), ("known-by=2025-01-01&known-by=2024-01-01", ""),
        ("certainly=true", "day"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/sparql", "/diagram", "/reasons"])
def test_a_selection_is_never_overlooked(
    served: Server, path: str, parameters: str, word: str
) -> None:
    """What nearly chooses claims is refused, and not answered as though it chose none."""
    reply = served.get(f"{path}?{urlencode({'query': SELECT})}&{parameters}")

    assert reply.status == 400
    assert word in reply.json["message"]


@pytest.mark.parametrize(
    "parameters", ["on=2024-13", "on=May", "known-by=2024", "kind=nothing", "status=perhaps"]
)
def test_wrong_parameters_are_named(served: Server, parameters: str) -> None:
    """A day, kind or status that is none is refused with its value."""
    reply = served.get(f"/sparql?{urlencode({'query': ASK})}&{parameters}")

    assert reply.status == 400
    assert parameters.partition("=")[2] in reply.json["message"]


def test_certainty_needs_a_day(served: Server) -> None:
    """What certainly held is asked of a day; without one it is refused, not left out."""
    reply = served.get(f"/sparql?{urlencode({'query': ASK})}&certainly=true")

    assert reply.status == 400
    assert "--certainly needs --on" in reply.json["message"]


def test_errors_have_their_place(served: Server) -> None:
    """A mistake in a query comes with line and column, as JSON or as text."""
    as_json = served.ask("SELECT *\n{ ?x isg:backs }")
    as_text = served.ask("SELECT *\n{ ?x isg:backs }", accept="text/plain")

    assert as_json.status == 400
    assert (as_json.json["line"], as_json.json["column"]) == (2, 16)
    assert as_text.status == 406 or b"line 2" in as_text.body


@pytest.mark.parametrize(
    ("path", "accept", "kind"),
    [
        ("/actor/group-a", "text/html", "text/html"),
        ("/actor/group-a", "text/turtle", "text/turtle"),
        ("/actor/group-a", "application/ld+json", "application/ld+json"),
        ("/actor/group-a.html", "*/*", "text/html"),
        ("/actor/group-a.ttl", "text/html", "text/turtle"),
        ("/actor/group-a.jsonld", "text/html", "application/ld+json"),
        ("/actor/group-a", "application/json", "application/json"),
        ("/actor/group-a", "application/rdf+xml", "application/rdf+xml"),
        ("/actor/group-a", "application/n-triples", "application/n-triples"),
        ("/actor/group-a.rdf", "text/html", "application/rdf+xml"),
        ("/claim/c0001", "text/turtle", "text/turtle"),
        ("/questions", "text/html", "text/html"),
        ("/", "text/html", "text/html"),
        ("/question/detentions.html", "*/*", "text/html"),
        ("/question/detentions.csv", "*/*", "text/csv"),
        ("/style.css", "*/*", "text/css"),
        ("/search.js", "*/*", "text/javascript"),
        ("/diagram.html", "*/*", "text/html"),
        ("/ontology", "text/turtle", "text/turtle"),
        ("/ontology", "text/html", "text/html"),
        ("/questions", "*/*", "application/json"),
        ("/questions", "text/turtle", "text/turtle"),
        ("/terms", "*/*", "application/json"),
        ("/reasons?query=ASK%7B%7D", "*/*", "application/json"),
        ("/data.ttl", "*/*", "text/turtle"),
        ("/.well-known/void", "*/*", "text/turtle"),
        ("/health", "*/*", "application/json"),
    ],
)
def test_pages(served: Server, path: str, accept: str, kind: str) -> None:
    """Each page comes in the form that is wanted, is not sniffed, and is known again by its tag."""
    reply = served.get(path, accept=accept)

    assert reply.status == 200
    assert reply.headers["content-type"].partition(";")[0] == kind
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.body
    if path != "/health":
        tag = reply.headers["etag"]
        assert served.get(path, accept=accept, if_none_match=tag).status == 304


@pytest.mark.parametrize("path", ["/actor/group-a", "/questions", "/ontology", "/sparql"])
def test_what_no_page_comes_as(served: Server, path: str) -> None:
    """Whatever comes in several forms is refused in others, and the forms are named."""
    reply = served.get(path, accept="image/png")

    assert (reply.status, reply.json["error"]) == (406, "not-acceptable")
    assert "text/turtle" in reply.json["message"]


FORMS = ["text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"]


def test_links_lead_to_the_evidence(served: Server) -> None:
    """In each form an actor comes with what names it, and links lead on to a passage."""
    from rdflib import Graph, URIRef

    def read(iri: str, form: str) -> Graph:
        path = iri.removeprefix(BASE)
        return Graph().parse(data=served.get(f"/{path}", accept=form).body, format=form)

    actor, isg = URIRef(f"{BASE}actor/group-a"), f"{BASE}ontology#"
    graphs = [read(actor, form) for form in FORMS]
    claims = set(graphs[0].subjects(URIRef(f"{isg}subject"), actor))
    passages = [read(str(c), FORMS[0]).value(c, URIRef(f"{isg}passage")) for c in claims]

    assert len({frozenset(graph) for graph in graphs}) == 1
    assert claims
    for passage in passages:
        assert read(str(passage), FORMS[0]).value(passage, URIRef(f"{isg}inDocument"))


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/actor/nobody",
        "/actor/",
        "/../etc/passwd",
        "/%2e%2e/etc/passwd",
        "/actor/nobody.ttl",
    ],
)
def test_no_page(served: Server, path: str) -> None:
    """What is not there is said so."""
    reply = served.get(path)

    assert reply.status == 404
    assert reply.json["error"] == "not-found"


def test_an_answer_is_drawn(served: Server) -> None:
    """The claims or actors of an answer come as a page; what names none is refused."""
    drawn = served.get(f"/diagram?{urlencode({'query': SELECT})}")

    assert drawn.status == 200
    assert b"Group A" in drawn.body
    assert served.get(f"/diagram?{urlencode({'query': ASK})}").status == 400
    assert served.get("/diagram").status == 400


@pytest.mark.parametrize(
    ("said", "which"),
    [
        ({}, {}),
        ({"known-by": "2025-01-31"}, {"known_by": "2025-01-31"}),
        ({"status": "denied"}, {"statuses": ["denied"]}),
        ({"kind": "backs"}, {"kinds": ["backs"]}),
        ({"on": "2024-07", "certainly": "true"}, {"on": "2024-07", "certainly": True}),
    ],
)
def test_the_picture_is_of_the_claims_asked_of(
    served: Server, tiny: Store, said: dict[str, str], which: dict[str, Any]
) -> None:
    """The page is the one that the same query draws in Python and in the shell."""
    claims = "SELECT ?claim { ?claim isg:subject ?x }"
    drawn = served.get(f"/diagram?{urlencode({'query': claims} | said)}")

    assert drawn.status == 200, drawn.body
    assert drawn.body.decode() == tiny.restrict(**which).query(claims).draw().html


def test_health_tells_of_the_data(served: Server) -> None:
    """What is served, and whether it is the newest, can be seen."""
    found = served.get("/health").json

    assert found["status"] == "ok"
    assert found["problem"] is None
    assert found["triples"] > 1000
    assert len(found["digest"]) == 64


def test_names_for_completion(served: Server) -> None:
    """Terms come with their definitions, names with what else they are called."""
    found = json.loads(served.get("/terms").body)

    assert found["prefixes"]["isg"]
    assert {"isg:backs", "isg:Claim", "isg:asserted"} <= {term["name"] for term in found["terms"]}
    assert {"name": "actor:group-a", "label": "Group A", "aliases": ["GA"]} in found["names"]


def test_an_old_file_is_served_until_a_new_one_is_sound(
    serving: Callable[..., Any], tmp_path: Path
) -> None:
    """C5: a broken file is not taken over and health says why; a sound one is."""
    path = Path(shutil.copy(TINY, tmp_path / "data.ttl"))
    sound = path.read_text("utf-8")
    with serving(path) as server:
        path.write_text(sound + "\nthis is no Turtle", "utf-8")
        wait(lambda: server.get("/health").json["problem"])

        assert server.get("/health").json["status"] == "old-data"
        assert server.ask(ASK).json["boolean"] is True

        path.write_text(sound.replace('"Group A"@en', '"Group Alpha"@en'), "utf-8")
        wait(lambda: server.get("/health").json["problem"] is None)
        label = "SELECT ?l { actor:group-a rdfs:label ?l }"

        assert b"Group Alpha" in server.ask(label).body
        assert b"Group Alpha" in server.get("/actor/group-a", accept="text/html").body


def test_a_new_edition_is_sent_anew(served: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an upgrade of isgraph no old page is taken for a new one, though the data stay."""
    paths = ["/questions", "/questions/detentions", "/ontology", "/index.html"]
    tags = [served.get(path).headers["etag"] for path in paths]
    monkeypatch.setattr(app, "digest", lambda: "of another edition")

    for path, tag in zip(paths, tags, strict=True):
        assert served.get(path, if_none_match=tag).status == 200


def wait(holds: Callable[[], object], seconds: float = 20) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.1)
