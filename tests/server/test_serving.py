"""The command `serve` from its start to Ctrl-C."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from isgraph.server.serving import listening_at

TINY = Path(__file__).parent.parent / "tiny.ttl"
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

    assert "claim-status.ttl breaks 1 rules, first claim-status at https://w3id.org" in message
