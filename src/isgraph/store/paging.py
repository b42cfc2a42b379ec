"""Paging: a query cut into queries for one stretch of its rows each."""

from __future__ import annotations

import re

from isgraph.errors import QueryError
from isgraph.store.spelling import blanked, end_of_pattern


def page_of(sparql: str, columns: list[str], start: int, size: int, *, nested: bool = False) -> str:
    """Return the query for some rows of a SELECT, in an order that is the same for each page.

    Parameters
    ----------
    columns
        The variables that it selects; where it gives no order, they give it.
    nested
        Cut outside the ordered query: some servers sort no more than a few
        thousand rows otherwise, though the standard promises no order then.

    Raises
    ------
    QueryError
        If the query is no SELECT, or has a LIMIT or OFFSET of its own.

    Examples
    --------
    >>> page_of("SELECT ?x { ?x ?p ?y }", ["x"], 10, 5)
    'SELECT ?x { ?x ?p ?y } ORDER BY ?x OFFSET 10 LIMIT 5'
    """
    bare = blanked(sparql)
    end = end_of_pattern(bare)
    tail = bare[end:]
    values = re.search(r"(?i)\bVALUES\b", tail)
    stop = end + values.start() if values else len(sparql)
    modifiers = tail[: values.start()] if values else tail
    begin = re.search(r"(?i)\bSELECT\b", bare)
    if not begin or re.search(r"(?i)\b(LIMIT|OFFSET)\b", modifiers):
        raise QueryError("Only a SELECT without a LIMIT of its own can be fetched page by page")
    ordered = sparql[:stop].rstrip()
    if not re.search(r"(?i)\bORDER\s+BY\b", modifiers):
        ordered += " ORDER BY " + " ".join(f"?{name}" for name in columns)
    rest = f"\n{sparql[stop:]}" if values else ""
    cut = f" OFFSET {start} LIMIT {size}"
    if not nested:
        return f"{ordered}{cut}{rest}"
    at = begin.start()
    names = " ".join(f"?{name}" for name in columns)
    return f"{ordered[:at]}SELECT {names} {{ {{ {ordered[at:]}{rest} }} }}{cut}"
