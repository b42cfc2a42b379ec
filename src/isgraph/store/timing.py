"""Timing: an answer of the engine with the seconds that each stage of it took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Any

import pyoxigraph as ox

from isgraph.errors import QueryError
from isgraph.rows import Rows
from isgraph.store.answers import rows_of
from isgraph.store.border import python_row
from isgraph.store.local import Store


def timed(store: Store, sparql: str) -> tuple[Rows, dict[str, float]]:
    """Answer a query as `Store.query` does, and return the seconds of each stage.

    The engine plans while it parses, and an endpoint shows no stages.

    Examples
    --------
    >>> rows, seconds = timed(tiny, "SELECT ?x { ?x isg:detains ?y }")
    >>> len(rows), list(seconds)
    (1, ['parsing and planning', 'first row', 'other rows'])
    """
    began = perf_counter()
    if type(store) is not Store:
        rows = store.query(sparql)
        return rows, {"asking the endpoint": perf_counter() - began}
    answer = store._answer(sparql)
    planned = perf_counter()
    seconds = {"parsing and planning": planned - began}
    if not isinstance(answer, ox.QuerySolutions):
        rows = rows_of(answer, store)
        return rows, seconds | {"answering": perf_counter() - planned}
    first = planned

    def noted(solutions: Iterable[Any]) -> Iterator[Any]:
        nonlocal first
        solution = next(iter(solutions), None)
        first = perf_counter()
        if solution is not None:
            yield solution
            yield from solutions

    columns = [variable.value for variable in answer.variables]
    try:
        rows = Rows(columns, map(python_row, noted(answer)), store=store)
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"The query cannot be answered: {error}") from error
    return rows, seconds | {"first row": first - planned, "other rows": perf_counter() - first}
