"""Guard: what a query may contain, seen from its tokens alone, before any engine reads it."""

from __future__ import annotations

import re

from isgraph.server.limits import USUAL, Limits
from isgraph.server.refusal import Refusal
from isgraph.tokens import Token, tokens

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UPDATES = ("insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with")
_OPENING, _CLOSING = "([{", ")]}"
_RUNS = ("!", "+", "-", "^")


def guard(sparql: str, limits: Limits = USUAL) -> None:
    """Refuse a query that may reach the network or the stack of the engine.

    Raises
    ------
    Refusal
        413 for a query that is too long, 400 for one that is nested too deep,
        holds control characters or names a dataset by FROM, 403 for updates,
        SERVICE and LOAD.

    Examples
    --------
    >>> guard("SELECT * { ?x isg:backs ?y }")
    >>> guard("SELECT * { SERVICE <http://example.org> { ?x ?p ?y } }")
    Traceback (most recent call last):
    isgraph.server.refusal.Refusal: SERVICE is not answered here: a query stays inside this graph.
    """
    size = len(sparql.encode("utf-8", "surrogatepass"))
    if size > limits.query_kb * 1024:
        raise Refusal(
            413,
            "too-long",
            f"The query has {size:,} bytes; up to {limits.query_kb * 1024:,} are answered here. "
            "Ask in several queries.",
        )
    if found := _CONTROL.search(sparql):
        raise _at(
            sparql,
            found.start(),
            400,
            "control-character",
            f"The query holds the control character U+{ord(found[0]):04X}. Take it out.",
        )
    kept = [token for token in tokens(sparql) if token.kind not in ("space", "comment")]
    _refuse_depth(sparql, kept, limits.depth)
    _refuse_reach(sparql, kept)


def _refuse_depth(sparql: str, kept: list[Token], limit: int) -> None:
    depth = run = 0
    for token in kept:
        if token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING:
            depth -= 1
        if token.text in _RUNS:
            run += 1
        elif token.kind != "number" and token.text not in ("*", "/"):
            run = 0
        if max(depth, run) > limit:
            raise _at(
                sparql,
                token.start,
                400,
                "too-deep",
                f"The query is nested deeper than {limit}. Flatten it.",
            )


def _refuse_reach(sparql: str, kept: list[Token]) -> None:
    begun = False
    for token in kept:
        word = token.text.lower()
        if token.kind == "mark" and token.text == "\\":
            raise _at(
                sparql,
                token.start,
                403,
                "escape",
                "A backslash stands outside a text or an IRI. Write the characters themselves.",
            )
        if token.kind not in ("word", "name"):
            continue
        # The engine needs no space around a key word: it reads `SERVICE:x` and `trueSERVICE<…>` as
        # one that is followed or led by something. A prefix so named is refused with them.
        word, colon, _ = word.partition(":")
        if "service" in word:
            raise _at(
                sparql,
                token.start,
                403,
                "service",
                "SERVICE is not answered here: a query stays inside this graph.",
            )
        if word == "from" or (colon and word == "fromnamed"):
            raise _at(
                sparql,
                token.start,
                400,
                "dataset",
                "FROM is not answered here: there is one dataset. Leave it out.",
            )
        if colon:
            continue
        if word in _UPDATES and not begun:
            raise _at(
                sparql,
                token.start,
                403,
                "update",
                f"{token.text.upper()} changes data, and here data are only read.",
            )
        if word not in ("base", "prefix"):
            begun = True


def _at(sparql: str, start: int, status: int, code: str, message: str) -> Refusal:
    line = sparql.count("\n", 0, start) + 1
    column = start - sparql.rfind("\n", 0, start)
    return Refusal(status, code, message, line=line, column=column)
