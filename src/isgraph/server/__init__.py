"""Server: the SPARQL 1.1 Protocol, read only, and the pages of the graph; no analysis."""

import os

from isgraph.errors import IsgraphError

if not hasattr(os, "fork"):
    raise IsgraphError(
        "Queries of others run in processes that only Linux and macOS can hold within limits. "
        "Use `isgraph ask`, `query` and `draw` here, or run this in WSL or a container."
    )
