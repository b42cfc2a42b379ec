"""Guard: what a query may contain, seen from its tokens alone, before any engine reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from isgraph.server.limits import USUAL, Limits
from isgraph.server.refusal import Refusal

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+)
  | (?P<comment>\#[^\r\n]*)
  | (?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
      | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*(?:\\u[0-9A-Fa-f]{4}[^<>"{}|^`\\\x00-\x20]*
      |\\U[0-9A-Fa-f]{8}[^<>"{}|^`\\\x00-\x20]*)*>)
  | (?P<variable>[?$]\w+)
  | (?P<blank>_:[\w.-]+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>(?:[^\W\d_][\w.-]*)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*)
  | (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UPDATES = ("insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with")
_OPENING, _CLOSING = "([{", ")]}"
_RUNS = ("!", "+", "-", "^")


class Token(NamedTuple):
    """A piece of a query: its kind, its text and where it begins."""

    kind: str
    text: str
    start: int


def tokens(sparql: str) -> Iterator[Token]:
    """Yield the tokens of a query; strings, IRIs and comments are one token each.

    Joined, their texts are the query again.

    Examples
    --------
    >>> [token.kind for token in tokens('ASK { ?x rdfs:label "SERVICE" }')
    ...  if token.kind != "space"]
    ['word', 'mark', 'variable', 'name', 'string', 'mark']
    """
    for found in _TOKEN.finditer(sparql):
        assert found.lastgroup
        yield Token(found.lastgroup, found[0], found.start())


def guard(sparql: str, limits: Limits = USUAL) -> None:
    """Refuse a query that may reach the network or the stack of the engine.

    Raises
    ------
    Refusal
        413 for a query that is too long, 400 for one that is nested too deep or
        holds control characters, 403 for updates, SERVICE, FROM and LOAD.

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
        if token.kind != "word":
            continue
        if word == "service":
            raise _at(
                sparql,
                token.start,
                403,
                "service",
                "SERVICE is not answered here: a query stays inside this graph.",
            )
        if word == "from":
            raise _at(
                sparql,
                token.start,
                403,
                "dataset",
                "FROM is not answered here: there is one dataset. Leave it out.",
            )
        if word in _UPDATES and not begun:
            raise _at(
                sparql,
                token.start,
                403,
                "update",
                f"{token.text.upper()} changes data, and this server is read only.",
            )
        if word not in ("base", "prefix"):
            begun = True


def _at(sparql: str, start: int, status: int, code: str, message: str) -> Refusal:
    line = sparql.count("\n", 0, start) + 1
    column = start - sparql.rfind("\n", 0, start)
    return Refusal(status, code, message, line=line, column=column)
