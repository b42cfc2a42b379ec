"""The command `serve` from its start to Ctrl-C."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest

from isgraph.server.serving import listening_at
from tests.server.bombs import BOMBS

TINY = Path(__file__).parent.parent / "tiny.ttl"
SLOW = BOMBS["Q1 cross product"]
COMMAND = [sys.executable, "-m", "isgraph", "serve", "--data"]


def test_it_serves_until_interrupted() -> None:
    """It says how far it is and where it answers, and Ctrl-C ends it with 0 and no process left."""
    process = subprocess.Popen(
        [*COMMAND, str(TINY), "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    progress, address = process.stderr.readline(), process.stderr.readline()
    port = re.search(r"http://127\.0\.0\.1:(\d+)/sparql", address)

    assert "tiny.ttl" in progress
    assert port, address
    with urllib.request.urlopen(f"http://127.0.0.1:{port[1]}/health", timeout=10) as reply:
        assert reply.status == 200
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    keepers = [Path(f"/proc/{pid}") for pid in children.read_text().split()]

    assert keepers
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
    with process.stderr as told:
        assert told.read() == "Ended.\n"
    assert not any(keeper.exists() for keeper in keepers)


def asking(port: str, sparql: str) -> urllib.request.Request:
    """Return the request of a query."""
    return urllib.request.Request(f"http://127.0.0.1:{port}/sparql?{urlencode({'query': sparql})}")


def test_ctrl_c_while_a_query_runs() -> None:
    """Who is waiting hears that the server ends, and the command ends without another word."""
    command = [*COMMAND, str(TINY), "--port", "0", "--seconds", "60"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    process.stderr.readline()
    port = process.stderr.readline().partition("127.0.0.1:")[2].partition("/")[0]
    with ThreadPoolExecutor(3) as pool:
        waiting = [
            pool.submit(urllib.request.urlopen, asking(port, f"{SLOW}#{number}"), timeout=20)
            for number in range(3)
        ]
        health = f"http://127.0.0.1:{port}/health"
        state = {"running": 0, "waiting": 0}
        while (state["running"], state["waiting"]) != (2, 1):
            with urllib.request.urlopen(health, timeout=10) as reply:
                state = json.load(reply)
        process.send_signal(signal.SIGINT)
        for outcome in waiting:
            with pytest.raises(urllib.error.HTTPError) as caught:
                outcome.result()
            with caught.value as refused:
                assert (refused.code, json.load(refused)["error"]) == (503, "ending")

    assert process.wait(20) == 0
    with process.stderr as told:
        assert told.read() == "Ended.\n"


def test_ctrl_c_while_a_body_comes_in() -> None:
    """A request that is not whole when the server ends is refused, too."""
    process = subprocess.Popen(
        [*COMMAND, str(TINY), "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    process.stderr.readline()
    port = process.stderr.readline().partition("127.0.0.1:")[2].partition("/")[0]
    with socket.create_connection(("127.0.0.1", int(port)), timeout=20) as slow:
        slow.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\nq"
        )
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)

        assert slow.recv(4096).startswith(b"HTTP/1.1 503")
    assert process.wait(20) == 0
    with process.stderr as told:
        assert told.read() == "Ended.\n"


def test_an_answer_leaves_without_delay() -> None:
    """What a connection sends is not held back until the other side has confirmed the rest."""
    with listening_at("127.0.0.1", 0) as listening:
        client = socket.create_connection(listening.getsockname())
        connection = listening.accept()[0]
        with client, connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def refused(*options: str) -> str:
    """Return what the command says when it does not start."""
    told = subprocess.run([*COMMAND, *options], capture_output=True, text=True, timeout=60)

    assert told.returncode == 1, told
    assert "Traceback" not in told.stderr
    return told.stderr


def test_a_port_in_use_is_refused() -> None:
    """Who cannot listen says on which port, and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert f"Error: Port {port} of 127.0.0.1 cannot be listened on" in refused(
            str(TINY), "--port", str(port)
        )


def test_bad_data_are_refused() -> None:
    """C6: a file that breaks a rule is not served; the rule and the node are named."""
    message = refused(str(TINY.parent / "bad" / "claim-status.ttl"), "--port", "0")

    assert "claim-status.ttl breaks 1 rule, first claim-status at https://w3id.org" in message


def test_what_is_not_turtle_is_refused_as_ask_does(tmp_path: Path) -> None:
    """Bytes that are no text are said to be that, and not a lack of memory."""
    (tmp_path / "bin.ttl").write_bytes(b"\xff\xfe\x00")

    assert "bin.ttl, line 1: not Turtle: Parser error at line 1 column 1: Invalid UTF-8" in refused(
        str(tmp_path / "bin.ttl"), "--port", "0"
    )


@pytest.mark.parametrize("place", ["{folder}", "http://127.0.0.1:9/sparql"])
def test_only_a_file_is_served(tmp_path: Path, place: str) -> None:
    """A directory or an address is refused with what to do, and the help promises neither."""
    message = refused(place.format(folder=tmp_path), "--port", "0")
    told = subprocess.run([*COMMAND[:-1], "--help"], capture_output=True, text=True, timeout=60)

    assert "serves a Turtle file" in message
    assert "diff" not in message
    assert "--data FILE" in told.stdout
    assert "directory" not in told.stdout


def test_a_file_without_claims_is_served_with_a_warning(tmp_path: Path) -> None:
    """An empty file breaks no rule, but is hardly what was meant."""
    (tmp_path / "empty.ttl").write_text("")
    process = subprocess.Popen(
        [*COMMAND, str(tmp_path / "empty.ttl"), "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    lines = [process.stderr.readline() for _ in range(3)]
    process.terminate()
    process.wait(20)
    process.stderr.close()

    assert lines[1] == "empty.ttl holds no claim: every answer will be empty.\n"
