"""Spelling: how a query is written for any engine, and where a wrong one is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from isgraph.errors import QueryError
from isgraph.rows import Value
from isgraph.store.border import to_engine
from isgraph.terms import PREFIXES, Term

_QUOTED = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|\"\"\".*?\"\"\"|'''.*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*""",
    re.DOTALL,
)
_UPDATE = re.compile(
    r"(?is)(?:\s*(?:PREFIX\s+\S*:|BASE)\s)*\s*"
    r"(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b"
)
_PLACE_IN_MESSAGE = re.compile(r"at (\d+):(\d+)")


def prefixed(sparql: str) -> str:
    """Return a query with the declarations that it lacks, as other engines need them.

    Examples
    --------
    >>> prefixed("ASK { ?x isg:detains ?y }").splitlines()[0]
    'PREFIX isg: <https://w3id.org/isgraph/ontology#>'
    """
    needed = (
        f"PREFIX {name}: <{iri}>\n"
        for name, iri in PREFIXES.items()
        if re.search(rf"\b{name}:", sparql) and not re.search(rf"(?i)PREFIX\s+{name}:", sparql)
    )
    return "".join(needed) + sparql


def bound(sparql: str, values: Mapping[str, Value | Term | list[Any]]) -> str:
    """Return a query in which some of its columns are given; None leaves one open.

    They stand in a FILTER at the end of its pattern, so that every engine
    reads them alike and a row without a value is left out, which a VALUES
    block would keep. A list gives a column several terms to choose from.

    Raises
    ------
    QueryError
        If a variable is not selected, or computed only after the pattern.

    Examples
    --------
    >>> bound("SELECT ?n { ?x isg:quantityMin ?n }", {"n": 400})
    'SELECT ?n { ?x isg:quantityMin ?n FILTER(?n IN \
("400"^^<http://www.w3.org/2001/XMLSchema#integer>)) }'
    """
    given = {name: value for name, value in values.items() if value is not None}
    if not given:
        return sparql
    bare = blanked(sparql)
    head = bare.partition("{")[0]
    selected = set(re.findall(r"(?<!AS )[?$](\w+)", re.sub(r"\([^)]*\)\s+(?i:AS)", "AS", head)))
    for name in given:
        if name not in selected:
            raise QueryError(
                f"The query does not select ?{name}, so that it cannot be given. "
                f"The variables that can be are: {', '.join(sorted(selected)) or 'none'}."
            )
    end = end_of_pattern(bare) - 1
    before, after = ("  ", "\n") if sparql[:end].endswith("\n") else ("", " ")
    filters = ""
    for name, value in given.items():
        terms = value if isinstance(value, list) else [value]
        listed = ", ".join(str(to_engine(term)) for term in terms)
        filters += f"{before}FILTER(?{name} IN ({listed})){after}"
    return f"{sparql[:end]}{filters}{sparql[end:]}"


def blanked(sparql: str) -> str:
    """Return a query with blanks for its texts, IRIs and comments, each in its place.

    Examples
    --------
    >>> blanked('ASK { ?x ?y "}" }')
    'ASK { ?x ?y     }'
    """
    return _QUOTED.sub(lambda found: " " * len(found[0]), sparql)


def end_of_pattern(bare: str) -> int:
    """Return where the first outermost braces of a blanked query close.

    Examples
    --------
    >>> end_of_pattern("SELECT * { { } } LIMIT 1")
    16
    """
    depth = 0
    for place, letter in enumerate(bare):
        depth += (letter == "{") - (letter == "}")
        if letter == "}" and depth == 0:
            return place + 1
    return len(bare)


def query_error(sparql: str, message: str) -> QueryError:
    """Return the error for a text that an engine refused, with the place it names."""
    if update := _UPDATE.match(blanked(sparql)):
        before = sparql[: update.start(1)]
        row, place = before.count("\n") + 1, len(before) - before.rfind("\n")
        return QueryError(
            f"{update[1].upper()} at line {row}, column {place}, is an update, and a store is "
            "only read here. Ask by SELECT, ASK, CONSTRUCT or DESCRIBE; `isgraph import` adds "
            "claims.",
            line=row,
            column=place,
        )
    found = _PLACE_IN_MESSAGE.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (None, None)
    where = f" at line {line}, column {column}" if found else ""
    declared = set(PREFIXES) | set(re.findall(r"(?i)\bPREFIX\s+(\w+):", sparql))
    without_iris = re.sub(r"<[^>]*>|\"[^\"]*\"", "", sparql)
    unknown = sorted(set(re.findall(r"\b([A-Za-z]\w*):\w", without_iris)) - declared)
    why = f"no prefix {', '.join(map(repr, unknown))} is known" if unknown else (
        "it has to be one whole SELECT, ASK, CONSTRUCT or DESCRIBE"
    )  # fmt: skip
    return QueryError(
        f"The query is not SPARQL{where}: {why}. Look there for a bracket, a dot or a name; "
        "the vocabulary names the relations (`isgraph list kinds`).",
        line=line,
        column=column,
    )
