"""Count answers a second of `isgraph serve` and of the Oxigraph server, side by side, in one run.

Both answer the same queries on the shipped data, over loopback, to 1, 8 and 64 clients.
An answer is a 200 whose rows are as expected; a 503 of a full queue is counted apart, and
the client that gets it pauses before it asks again. Ours starts a process for each query that it
has not answered before; Oxigraph's answers in its own process and limits nothing.
"""

from __future__ import annotations

import argparse
import http.client
import json
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from isgraph import questions
from isgraph.files import data_path, ontology_path
from isgraph.store import load, prefixed

BIN = Path(sys.executable).parent
CLIENTS = (1, 8, 64)
PAUSE = 0.25
LINE = "{:34} {:>7} {:>8} {:>8} {:>8} {:>6}"
QUERIES = {
    "one look-up": "SELECT ?label { actor:sdf rdfs:label ?label }",
    "who backs whom": "SELECT ?who ?whom { ?who isg:backs ?whom } ORDER BY ?who ?whom",
    "question troops": questions.text("troops"),
}


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def isgraph_server() -> Iterator[tuple[int, str]]:
    """Run our server; give its port and the path of its endpoint."""
    port = free_port()
    command = [str(BIN / "isgraph"), "serve", "--port", str(port)]
    with running(command, port):
        yield port, "/sparql"


@contextmanager
def oxigraph_server() -> Iterator[tuple[int, str]]:
    """Run the Oxigraph server on the same triples; give its port and the path of its endpoint."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        files = [data_path(), ontology_path("isgraph.ttl"), ontology_path("lists.ttl")]
        load_them = [str(BIN / "oxigraph"), "load", "--location", folder, "--file"]
        subprocess.run([*load_them, *map(str, files)], check=True, stderr=subprocess.DEVNULL)
        command = [str(BIN / "oxigraph"), "serve-read-only", "--location", folder]
        with running([*command, "--bind", f"127.0.0.1:{port}"], port):
            yield port, "/query"


@contextmanager
def running(command: list[str], port: int) -> Iterator[None]:
    """Run a server until the block ends, from the moment at which it listens."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        else:
            raise SystemExit(f"{command[0]} did not start to listen within 30 s")
        yield
    finally:
        process.terminate()
        process.wait(20)


def warm_up(port: int, path: str) -> None:
    """Wait for the first answer of a server."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", f"{path}?query=ASK%7B%7D")
    assert connection.getresponse().status == 200
    connection.close()


def answers(
    port: int, path: str, texts: Callable[[int], str], rows: int, clients: int, seconds: float
) -> Counter[int]:
    """Count the answers by status that some clients get in some seconds."""
    counts: Counter[int] = Counter()
    lock = threading.Lock()
    end = time.perf_counter() + seconds

    def ask(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        own: Counter[int] = Counter()
        headers = {"Accept": "application/sparql-results+json"}
        turn = number
        while time.perf_counter() < end:
            target = f"{path}?{urllib.parse.urlencode({'query': texts(turn)})}"
            turn += clients
            connection.request("GET", target, headers=headers)
            response = connection.getresponse()
            body = response.read()
            if response.status == 200:
                assert len(json.loads(body)["results"]["bindings"]) == rows
            own[response.status] += 1
            if response.status == 503:
                time.sleep(PAUSE)
        connection.close()
        with lock:
            counts.update(own)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts


def main() -> None:
    """Print answers a second of both servers, and their ratio, for each query and crowd."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0, help="length of each measurement")
    seconds = parser.parse_args().seconds
    store = load()
    heads = ("answers a second", "clients", "isgraph", "refused", "Oxigraph", "ratio")
    print(LINE.format(*heads))
    with isgraph_server() as ours, oxigraph_server() as theirs:
        for place in (ours, theirs):  # the first answer waits until the data are read
            warm_up(*place)
        for name, sparql in QUERIES.items():
            rows = len(store.query(sparql))
            text = prefixed(sparql)
            for manner, texts in (
                ("repeated", lambda _, text=text: text),
                ("each new", lambda turn, text=text: f"{text}\n# {time.time_ns()} {turn}"),
            ):
                for clients in CLIENTS:
                    mine = answers(*ours, texts, rows, clients, seconds)
                    other = answers(*theirs, texts, rows, clients, seconds)
                    refused = sum(mine.values()) - mine[200]
                    rates = (round(n / seconds) for n in (mine[200], refused, other[200]))
                    ratio = f"{mine[200] / max(other[200], 1):.2f}"
                    print(LINE.format(f"{name}, {manner}", clients, *rates, ratio))


if __name__ == "__main__":
    main()
