"""Publishing: the data of a store written to a directory, or sent to a server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyoxigraph as ox

from isgraph.errors import StoreError
from isgraph.store.border import DATA
from isgraph.store.directory import replace_directory
from isgraph.store.local import ONTOLOGY_GRAPH, Store
from isgraph.store.opening import as_store

if TYPE_CHECKING:
    from isgraph.store.wire import Wire

_TRIPLES = "application/n-triples"


class Published(NamedTuple):
    """What now stands at a place."""

    place: str
    triples: int
    checked: int
    """Triples that were read back as they were sent; a server may give back only some."""
    changed: int
    """Triples that were read back and had not been sent so."""


def publish(
    store: Store,
    place: str | os.PathLike[str],
    *,
    graph: str | None = None,
    user: str | None = None,
    password: str | None = None,
    timeout: float = 300.0,
) -> Published:
    """Publish the data and the ontology of a store, in place of what stood there.

    Parameters
    ----------
    place
        A directory, or the address of a server's SPARQL 1.1 Graph Store.
    graph
        At a server: the named graph for the data; the ontology gets its own
        beside it. Without it both go to the default graph.

    Raises
    ------
    StoreError
        If the place cannot be written, or the server refuses.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     publish(tiny, f"{folder}/store").triples == len(tiny)
    True
    """
    as_store(store)
    place = os.fspath(place)
    if "://" in place:
        from isgraph.store.wire import Wire

        wire = Wire(place, user=user, password=password, timeout=timeout)
        return _publish_at_server(store, wire, graph)
    quads = store._engine.quads_for_pattern(None, None, None, None)
    count = replace_directory(Path(place), quads)
    return Published(place, count, count, 0)


def _publish_at_server(store: Store, wire: Wire, graph: str | None) -> Published:
    data, ontology = (_triples(store, name) for name in (DATA, ONTOLOGY_GRAPH))
    if graph is None:
        parts = [([("default", "")], data | ontology)]
    else:
        parts = [([("graph", graph)], data), ([("graph", ONTOLOGY_GRAPH.value)], ontology)]
    checked = changed = 0
    for where, triples in parts:
        body = ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.N_TRIPLES)
        wire.send("PUT", params=where, data=body, headers={"Content-Type": _TRIPLES})
        back = wire.send("GET", accept=_TRIPLES, params=where)
        found = _read_back(wire, back.content)
        checked += len(found & triples)
        changed += len(found - triples)
    return Published(wire.url, sum(len(triples) for _, triples in parts), checked, changed)


def _read_back(wire: Wire, content: bytes) -> set[Any]:
    try:
        return {quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES)}
    except SyntaxError as error:
        raise StoreError(
            f"{wire.url} took the data, but does not give them back as N-Triples: {error.msg}. "
            "Is it the address of a Graph Store, and not of a page about it?",
            place=wire.url,
        ) from error


def _triples(store: Store, graph: Any) -> set[Any]:
    return {quad.triple for quad in store._engine.quads_for_pattern(None, None, None, graph)}
