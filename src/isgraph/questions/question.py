"""A question as its file gives it: in English, explained, with its choices, and in SPARQL."""

from __future__ import annotations

import re
from typing import NamedTuple

_PARAMETER = re.compile(r"--([a-z-]+) \?(\w+)(?: = (.+?))?: (.+)")
_CHART = re.compile(r"chart: (bars|points|timeline) of \?(\w+) by \?(\w+)")
_EXAMPLE = re.compile(r"example: (.+)")


class Parameter(NamedTuple):
    """What can be chosen of a question: one of its columns.

    `option` is its name on the command line and over HTTP, `column` in Python.
    """

    option: str
    column: str
    meaning: str
    default: str | None = None


class Chart(NamedTuple):
    """A picture that helps to read the answer: the sort, what is drawn, and by what."""

    sort: str
    of: str
    by: str


class Question(NamedTuple):
    """One shipped question."""

    name: str
    title: str
    explanation: str
    parameters: tuple[Parameter, ...]
    chart: Chart | None
    example: str
    sparql: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, in their order."""
        head = re.sub(r"(?m)^#.*$", "", self.sparql).partition("{")[0]
        computed = re.sub(r"\((?:[^()]|\([^()]*\))* AS (\?\w+)\)", r"\1", head)
        return tuple(re.findall(r"\?(\w+)", computed))


def parse(name: str, text: str) -> Question:
    r"""Return the question that a file holds.

    The comment at its head gives it: first the question in English, then its
    explanation, and a line for each of `--in ?place: where they are`,
    `chart: bars of ?most by ?place` and `example: isgraph ask …`.

    Examples
    --------
    >>> lines = ["# Who is where?", "# As counted.", "# --in ?place: where", "SELECT ?place {}"]
    >>> found = parse("troops", "\n".join(lines))
    >>> found.title, found.explanation, found.example
    ('Who is where?', 'As counted.', 'isgraph ask troops')
    >>> found.parameters
    (Parameter(option='in', column='place', meaning='where', default=None),)
    """
    lines = text.splitlines()
    length = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    title, *rest = (line.lstrip("# ").rstrip() for line in lines[:length])
    parameters: list[Parameter] = []
    explanation: list[str] = []
    chart, example = None, f"isgraph ask {name}"
    for line in rest:
        if found := _PARAMETER.fullmatch(line):
            option, column, default, meaning = found.groups()
            parameters.append(Parameter(option, column, meaning, default))
        elif found := _CHART.fullmatch(line):
            chart = Chart(*found.groups())
        elif found := _EXAMPLE.fullmatch(line):
            example = found[1]
        else:
            explanation.append(line)
    sparql = "\n".join([f"# {title}", *lines[length:]])
    words = " ".join(" ".join(explanation).split())
    return Question(name, title, words, tuple(parameters), chart, example, sparql)
