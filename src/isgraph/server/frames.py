"""Frames: messages between the web process and the keeper: a head as JSON, then bytes."""

from __future__ import annotations

import json
import struct
from typing import Any

_LENGTHS = struct.Struct("!II")


def packed(head: dict[str, Any], body: bytes = b"") -> bytes:
    """Return a message as bytes.

    Examples
    --------
    >>> Frames().feed(packed({"id": 1}, b"answer"))
    [({'id': 1}, b'answer')]
    """
    text = json.dumps(head).encode()
    return _LENGTHS.pack(len(text), len(body)) + text + body


class Frames:
    """Bytes as they come in, made into messages."""

    def __init__(self) -> None:
        self._left = bytearray()

    def feed(self, part: bytes) -> list[tuple[dict[str, Any], bytes]]:
        """Return the messages that are whole now."""
        self._left += part
        found = []
        while len(self._left) >= _LENGTHS.size:
            head, body = _LENGTHS.unpack_from(self._left)
            end = _LENGTHS.size + head + body
            if len(self._left) < end:
                break
            start = _LENGTHS.size + head
            text = bytes(self._left[_LENGTHS.size : start])
            found.append((json.loads(text), bytes(self._left[start:end])))
            del self._left[:end]
        return found
