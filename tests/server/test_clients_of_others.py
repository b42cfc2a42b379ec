"""Programs of others that speak with the endpoint."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser

from tests.server.conftest import Server

SELECT = "SELECT ?x ?y { ?x isg:detains ?y }"
FULL = f"PREFIX isg: <https://w3id.org/isgraph/ontology#> {SELECT}"
GROUP_A = "https://w3id.org/isgraph/actor/group-a"


def test_sparqlwrapper(served: Server) -> None:
    """SPARQLWrapper gets rows by GET and POST, and a graph."""
    from SPARQLWrapper import JSON, POST, SPARQLWrapper

    client = SPARQLWrapper(f"http://127.0.0.1:{served.port}/sparql")
    client.setQuery(FULL)
    client.setReturnFormat(JSON)
    by_get = client.query().convert()
    client.setMethod(POST)
    by_post = client.query().convert()

    assert by_get == by_post
    assert by_get["results"]["bindings"][0]["x"]["value"] == GROUP_A


def test_sparqlstore_of_rdflib(served: Server) -> None:
    """A graph of rdflib over the endpoint answers queries and patterns."""
    from rdflib import Graph, URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = Graph(store=SPARQLStore(f"http://127.0.0.1:{served.port}/sparql"))
    rows = list(graph.query(FULL))

    assert str(rows[0][0]) == GROUP_A
    assert list(graph.triples((URIRef(GROUP_A), None, None)))


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_curl(served: Server) -> None:
    """Curl gets CSV by a form."""
    address = f"http://127.0.0.1:{served.port}/sparql"
    command = ["curl", "-sS", "-H", "Accept: text/csv", "--data-urlencode", f"query={SELECT}"]
    told = subprocess.run([*command, address], capture_output=True, text=True, check=True)

    assert told.stdout.splitlines()[0] == "x,y"
    assert GROUP_A in told.stdout


def test_a_page_of_another_origin(served: Server, browser: Browser) -> None:
    """A script on another site may ask, and reads the answer."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>elsewhere</title>")

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{other.server_port}/")
        address = f"http://localhost:{served.port}/sparql"
        texts = page.evaluate(
            """async ([address, query]) => [
                await (await fetch(`${address}?${query}`)).text(),
                await (await fetch(address, {method: "POST", body: query.slice(6),
                    headers: {"Content-Type": "application/x-www-form-urlencoded"}})).text(),
                await (await fetch(address, {method: "POST", body: "ASK {}",
                    headers: {"Content-Type": "application/sparql-query"}})).text(),
            ]""",
            [address, urlencode({"query": SELECT})],
        )
        other.shutdown()

    assert json.loads(texts[0])["results"]["bindings"][0]["x"]["value"] == GROUP_A
    assert json.loads(texts[2])["boolean"] is True
