"""Patterns: the parts of a query as its text gives them, without any engine.

The reading is a rough one that never fails: what it does not know it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from isgraph.terms import PREFIXES, RDF, Iri
from isgraph.tokens import Token, tokens

_DEEPEST = 64
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_TERMS = ("variable", "name", "iri", "blank", "number")
_GROUPS = ("optional", "minus", "graph", "service")
_KEYWORDS = ("{", "}", ".", "filter", "bind", "values", *_GROUPS)


class Pattern(NamedTuple):
    """A triple pattern, each of its three as it is written."""

    subject: str
    verb: str
    object: str


class Part(NamedTuple):
    """A part of the pattern of a query, in SPARQL.

    `kind` is `triple`; `triples` where they cannot be parted; `group` or
    `union`; or else the keyword that begins it. A group has parts of its own.
    """

    kind: str
    text: str
    pattern: Pattern | None = None
    parts: tuple[Part, ...] = ()


class Outline(NamedTuple):
    """A query: what stands before its form, its prefixes, and the parts of its pattern."""

    prologue: str
    prefixes: dict[str, str]
    parts: tuple[Part, ...]

    def expanded(self, name: str) -> Iri | None:
        """Return the IRI that a name of the query means; None for any other piece."""
        if name == "a":
            return Iri(RDF + "type")
        kind = next(tokens(name)).kind if name and len(list(tokens(name))) == 1 else ""
        if kind == "iri":
            return Iri(name[1:-1])
        prefix, _, local = name.partition(":")
        if kind != "name" or prefix not in self.prefixes:
            return None
        return Iri(self.prefixes[prefix] + re.sub(r"\\(.)", r"\1", local))

    def leaves(self) -> list[Part]:
        """Return the parts without which there is no answer; those of a UNION come last.

        What is optional, or taken away, is left out.
        """
        needed: list[Part] = []
        either: list[Part] = []
        for part, is_open in _leaves(self.parts, False):
            (either if is_open else needed).append(part)
        return needed + either


def outline(sparql: str) -> Outline:
    """Return the outline of a query.

    Examples
    --------
    >>> found = outline('SELECT ?x { ?x isg:backs ?y ; a isg:State OPTIONAL { ?x ?p ?q } }')
    >>> [part.text for part in found.parts]
    ['?x isg:backs ?y', '?x a isg:State', 'OPTIONAL { ?x ?p ?q }']
    >>> found.parts[1].pattern
    Pattern(subject='?x', verb='a', object='isg:State')
    """
    return _Reader(sparql).outline()


def names(text: str) -> Iterator[str]:
    """Yield the names and IRIs of a part of a query, as they are written.

    Examples
    --------
    >>> list(names('?x isg:backs/<http://example.org/p> "isg:no"'))
    ['isg:backs', '<http://example.org/p>']
    """
    return (token.text for token in tokens(text) if token.kind in ("name", "iri"))


def _leaves(parts: tuple[Part, ...], is_open: bool) -> Iterator[tuple[Part, bool]]:
    for part in parts:
        if part.kind in ("optional", "minus", "service"):
            continue
        if part.parts:
            yield from _leaves(part.parts, is_open or part.kind == "union")
        elif part.kind != "group":
            yield part, is_open


class _Reader:
    """A query that is read from token to token; `at` is the place of the next one."""

    def __init__(self, sparql: str) -> None:
        self.sparql = sparql
        self.tokens = [t for t in tokens(sparql) if t.kind not in ("space", "comment")]
        self.at = 0
        self.closing = _closing(self.tokens)

    def outline(self) -> Outline:
        prefixes = dict(PREFIXES)
        while declared := self.declaration():
            prefixes |= declared
        begin = self.tokens[self.at].start if self.at < len(self.tokens) else len(self.sparql)
        form, first = self.word(), self.at
        self.at += 1
        if form == "construct" and self.word() == "{":
            self.skip()
            if self.at >= len(self.tokens):
                self.at = first + 1  # CONSTRUCT WHERE has no template, this has no pattern
        self.seek_group()
        if self.at >= len(self.tokens):
            parts: tuple[Part, ...] = (Part("describe", self.sparql[begin:]),)
        else:
            parts = self.group(0) + self.values_behind()
        return Outline(self.sparql[:begin], prefixes, parts)

    def declaration(self) -> dict[str, str]:
        """Pass one PREFIX or BASE, and return what it declares; nothing where none stands."""
        kinds = [token.kind for token in self.tokens[self.at : self.at + 3]]
        if self.word() == "prefix" and kinds[1:] == ["name", "iri"]:
            name, iri = self.tokens[self.at + 1 : self.at + 3]
            self.at += 3
            return {name.text.removesuffix(":"): iri.text[1:-1]}
        if self.word() == "base" and kinds[1:2] == ["iri"]:
            self.at += 2
            return {":": ""}  # no name has this prefix
        return {}

    def word(self) -> str:
        """Return the next keyword or mark in small letters, or nothing."""
        if self.at >= len(self.tokens):
            return ""
        token = self.tokens[self.at]
        return token.text.lower() if token.kind in ("word", "mark") else ""

    def kind(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def text(self, start: int) -> str:
        """Return the query from a token to the one before the next."""
        if start >= self.at:
            return ""
        last = self.tokens[min(self.at, len(self.tokens)) - 1]
        return self.sparql[self.tokens[start].start : last.start + len(last.text)]

    def skip(self) -> None:
        """Pass one token, or all from a bracket to the one that closes it."""
        self.at = self.closing.get(self.at, self.at) + 1

    def seek_group(self) -> None:
        while self.at < len(self.tokens) and self.word() != "{":
            self.skip()

    def group(self, depth: int) -> tuple[Part, ...]:
        if self.word() != "{":
            return ()
        end = self.closing.get(self.at, len(self.tokens))
        self.at += 1
        parts: list[Part] = []
        if self.word() == "select":
            self.seek_group()
            parts += self.group(depth + 1)
            self.at = end  # what stands behind its pattern holds no patterns
        while depth < _DEEPEST and self.at < end:
            parts += self.part(depth)
        self.at = end + 1
        return tuple(parts)

    def part(self, depth: int) -> list[Part]:
        start, word = self.at, self.word()
        if word == "{":
            inner = self.group(depth + 1)
            if self.word() != "union":
                return [Part("group", self.text(start), None, inner)]
            while self.word() == "union":
                self.at += 1
                inner += self.group(depth + 1)
            return [Part("union", self.text(start), None, inner)]
        if word not in _KEYWORDS:
            return self.triples()
        self.at += 1
        inner = ()
        if word in _GROUPS:
            if word in ("graph", "service"):
                self.seek_group()
            inner = self.group(depth + 1)
        elif word == "filter":
            inner = self.condition(depth)
        elif word == "bind":
            self.skip()
        elif word == "values":
            self.seek_group()
            self.skip()
        else:
            return []
        return [Part(word, self.text(start), None, inner)]

    def condition(self, depth: int) -> tuple[Part, ...]:
        """Pass the condition of a FILTER, and return the parts of an EXISTS."""
        if self.word() == "exists":
            self.at += 1
            return self.group(depth + 1)
        if self.word() == "not":
            start = self.at - 1
            self.seek_group()
            self.skip()
            return (Part("minus", self.text(start)),)
        if self.word() != "(":
            self.at += 1
        self.skip()
        return ()

    def triples(self) -> list[Part]:
        start = self.at
        is_bracketed = self.word() in ("[", "(")
        subject = self.term()
        found: list[Pattern] = []
        while subject and (verb := self.verb()):
            while object_ := self.term():
                found.append(Pattern(subject, verb, object_))
                if self.word() != ",":
                    break
                self.at += 1
            if self.word() != ";":
                break
            while self.word() == ";":
                self.at += 1
        self.at = max(self.at, start + 1)
        if is_bracketed or not found:  # a bracket is a new node each time it is written
            return [Part("triples", self.text(start))]
        return [Part("triple", " ".join(pattern), pattern) for pattern in found]

    def term(self) -> str:
        start = self.at
        if self.word() in ("[", "("):
            self.skip()
        elif self.kind() in ("variable", "name", "iri", "blank", "number") or self.word() in (
            "true",
            "false",
        ):
            self.at += 1
        elif self.word() in ("+", "-"):
            self.at += 2
        elif self.kind() == "string":
            self.at += 1
            if self.kind() == "language":
                self.at += 1
            elif self.word() == "^":
                self.at += 3
        return self.text(start)

    def verb(self) -> str:
        start = self.at
        if self.kind() == "variable":
            self.at += 1
            return self.text(start)
        while True:
            while self.word() in ("^", "!"):
                self.at += 1
            if self.kind() not in ("name", "iri") and self.word() not in ("a", "("):
                break
            self.skip()
            if self.word() in ("?", "*", "+"):
                self.at += 1
            if self.word() not in ("/", "|"):
                break
            self.at += 1
        return self.text(start)

    def values_behind(self) -> tuple[Part, ...]:
        """Return the VALUES that may stand behind the pattern."""
        while self.at < len(self.tokens) and self.word() != "values":
            self.skip()
        return tuple(self.part(0)) if self.at < len(self.tokens) else ()


def _closing(found: list[Token]) -> dict[int, int]:
    """Return the place of the closing bracket of each opening one."""
    answer: dict[int, int] = {}
    waiting: list[tuple[int, str]] = []
    for place, token in enumerate(found):
        if token.kind != "mark":
            continue
        if token.text in _CLOSING:
            waiting.append((place, _CLOSING[token.text]))
        elif waiting and token.text == waiting[-1][1]:
            answer[waiting.pop()[0]] = place
    return answer
