"""Cache: answers given before on the same data, the least asked for thrown out first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

Answer = tuple[str, bytes]


class Cache:
    """Answers by what was asked, up to a size in bytes.

    Examples
    --------
    >>> cache = Cache(most=10)
    >>> cache.keep("a", ("text/csv", b"12345678")); cache.keep("b", ("text/csv", b"1234"))
    >>> cache.find("a") is None, cache.find("b")
    (True, ('text/csv', b'1234'))
    """

    def __init__(self, most: int = 32 * 1024 * 1024) -> None:
        self._most = most
        self._size = 0
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def find(self, asked: Hashable) -> Answer | None:
        """Return the answer to what is asked, if it is known."""
        if asked in self._answers:
            self._answers.move_to_end(asked)
        return self._answers.get(asked)

    def keep(self, asked: Hashable, answer: Answer) -> None:
        """Keep an answer."""
        self._size += len(answer[1]) - len(self._answers.pop(asked, ("", b""))[1])
        self._answers[asked] = answer
        while self._size > self._most:
            self._size -= len(self._answers.popitem(last=False)[1][1])
