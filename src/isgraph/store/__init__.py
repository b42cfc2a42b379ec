"""Store: triples in memory, in a directory or at an endpoint; the only room with pyoxigraph."""

from isgraph.store.answers import RESULTS, TRIPLES, rows_from, tidied
from isgraph.store.local import Store
from isgraph.store.opening import as_store, load
from isgraph.store.publishing import Published, publish
from isgraph.store.spelling import bound, prefixed

__all__ = [
    "RESULTS",
    "TRIPLES",
    "Published",
    "Store",
    "as_store",
    "bound",
    "load",
    "prefixed",
    "publish",
    "rows_from",
    "tidied",
]
