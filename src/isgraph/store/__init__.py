"""Store: triples in memory, in a directory or at an endpoint; the only room with pyoxigraph."""

from isgraph.store.local import Store
from isgraph.store.opening import load
from isgraph.store.spelling import prefixed

__all__ = ["Store", "load", "prefixed"]
