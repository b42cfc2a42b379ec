"""A cited knowledge graph of the actors around Islamic State.

>>> import isgraph
>>> store = isgraph.load()
>>> rows = isgraph.ask(store, "detentions")
>>> profile = isgraph.show(store, "SDF")
>>> network = isgraph.project(store)  # a networkx.MultiDiGraph
>>> figure = isgraph.draw(network)    # one HTML page; figure.save("isgraph.html")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from isgraph.analysis.conflicts import conflicts
    from isgraph.analysis.coverage import coverage
    from isgraph.claims import Claim
    from isgraph.diagram import Figure, draw
    from isgraph.errors import IsgraphError
    from isgraph.evidence import Evidence, restrict, tell
    from isgraph.network import keep_around, keep_named, project
    from isgraph.profile import Profile, show
    from isgraph.questions import ask
    from isgraph.rows import Rows
    from isgraph.shapes import check
    from isgraph.sheets import export_claims, import_sheet
    from isgraph.sources import locate, verify
    from isgraph.store import Store, load

_HOMES = {
    "Claim": "claims",
    "Evidence": "evidence",
    "Figure": "diagram",
    "IsgraphError": "errors",
    "Profile": "profile",
    "Rows": "rows",
    "Store": "store",
    "ask": "questions",
    "check": "shapes",
    "conflicts": "analysis.conflicts",
    "coverage": "analysis.coverage",
    "draw": "diagram",
    "export_claims": "sheets",
    "import_sheet": "sheets",
    "keep_around": "network",
    "keep_named": "network",
    "load": "store",
    "locate": "sources",
    "project": "network",
    "restrict": "evidence",
    "show": "profile",
    "tell": "evidence",
    "verify": "sources",
}

__all__ = [
    "Claim",
    "Evidence",
    "Figure",
    "IsgraphError",
    "Profile",
    "Rows",
    "Store",
    "ask",
    "check",
    "conflicts",
    "coverage",
    "draw",
    "export_claims",
    "import_sheet",
    "keep_around",
    "keep_named",
    "load",
    "locate",
    "project",
    "restrict",
    "show",
    "tell",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: a command loads only what it needs."""
    if name in _HOMES:
        return getattr(import_module(f"isgraph.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'isgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
