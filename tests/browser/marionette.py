"""A Firefox as it is installed, spoken to through its socket; playwright needs its own build."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds that a start or an answer may take."""


class Firefox:
    """One window of a Firefox without a screen.

    Messages are `length:[0, number, command, parameters]`, answers `length:[1, number, error,
    result]`; the commands are those of the WebDriver standard.
    """

    def __init__(self, program: str, profile: Path) -> None:
        port = self._free_port()
        settings = {
            "marionette.port": port,
            "network.proxy.type": 1,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.ssl": "127.0.0.1",
            "network.proxy.http_port": 9,
            "network.proxy.ssl_port": 9,
            "ui.prefersReducedMotion": 1,
        }
        lines = [
            f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in settings.items()
        ]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        self.number = 0
        self.process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--marionette", "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"HOME": str(profile), "MOZ_HEADLESS_WIDTH": "1280"},
            start_new_session=True,
        )
        try:
            self.socket = self._connect(port)
            self._read()
            self.call("WebDriver:NewSession", capabilities={"alwaysMatch": {}})
        except BaseException:
            self.close()
            raise

    def call(self, command: str, **parameters: Any) -> Any:
        """Ask for something, and give the answer."""
        self.number += 1
        message = json.dumps([0, self.number, command, parameters]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self._read()
        if error:
            raise AssertionError(f"{command}: {error['error']}: {error['message']}")
        return result

    def evaluate(self, expression: str) -> Any:
        """Give the value of an expression in the page."""
        script = f"return {expression}"
        return self.call("WebDriver:ExecuteScript", script=script, args=[], sandbox=None)["value"]

    def close(self) -> None:
        """End Firefox, with the processes that it started."""
        with contextlib.suppress(AttributeError, OSError):
            self.socket.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._receive(1)
        return json.loads(self._receive(int(length[:-1])))

    def _receive(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            some = self.socket.recv(size - len(data))
            if not some:
                raise ConnectionError("Firefox hung up.")
            data += some
        return data

    def _connect(self, port: int) -> socket.socket:
        limit = time.monotonic() + PATIENCE
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            except OSError:
                if time.monotonic() > limit or self.process.poll() is not None:
                    raise
                time.sleep(0.2)

    @staticmethod
    def _free_port() -> int:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            return int(one.getsockname()[1])


@contextlib.contextmanager
def firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """Start a Firefox, and end it."""
    window = Firefox(program, profile)
    try:
        yield window
    finally:
        window.close()
