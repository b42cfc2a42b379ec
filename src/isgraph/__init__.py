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
    from isgraph.analysis.balance import balance
    from isgraph.analysis.brokerage import roles
    from isgraph.analysis.change import diff
    from isgraph.analysis.communities import camps
    from isgraph.analysis.conflicts import conflicts
    from isgraph.analysis.coverage import coverage
    from isgraph.analysis.curated import compare_camps
    from isgraph.analysis.enemies import enemies
    from isgraph.analysis.measures import measure
    from isgraph.analysis.paths import find_paths
    from isgraph.analysis.series import series
    from isgraph.analysis.speakers import speakers
    from isgraph.analysis.suppose import suppose
    from isgraph.analysis.ties import fold
    from isgraph.claims import Claim
    from isgraph.diagram import Figure
    from isgraph.diagram.draw import draw
    from isgraph.errors import IsgraphError
    from isgraph.evidence import Evidence, restrict, tell
    from isgraph.magics import load_ipython_extension
    from isgraph.network import keep_around, keep_named, project
    from isgraph.plan import Plan, explain
    from isgraph.profile import Profile, show
    from isgraph.questions import ask
    from isgraph.reasons import why_empty
    from isgraph.rows import Rows
    from isgraph.shapes import check
    from isgraph.sheets import export_claims, import_sheet
    from isgraph.sources import locate, verify
    from isgraph.store import Published, Store, load, publish
    from isgraph.store.endpoint import Endpoint

_HOMES = {
    "Claim": "claims",
    "Endpoint": "store.endpoint",
    "Evidence": "evidence",
    "Figure": "diagram",
    "IsgraphError": "errors",
    "Plan": "plan",
    "Profile": "profile",
    "Published": "store",
    "Rows": "rows",
    "Store": "store",
    "ask": "questions",
    "balance": "analysis.balance",
    "camps": "analysis.communities",
    "check": "shapes",
    "compare_camps": "analysis.curated",
    "conflicts": "analysis.conflicts",
    "coverage": "analysis.coverage",
    "diff": "analysis.change",
    "draw": "diagram",
    "enemies": "analysis.enemies",
    "explain": "plan",
    "export_claims": "sheets",
    "find_paths": "analysis.paths",
    "fold": "analysis.ties",
    "import_sheet": "sheets",
    "keep_around": "network",
    "keep_named": "network",
    "load": "store",
    "load_ipython_extension": "magics",
    "locate": "sources",
    "measure": "analysis.measures",
    "project": "network",
    "publish": "store",
    "restrict": "evidence",
    "roles": "analysis.brokerage",
    "series": "analysis.series",
    "show": "profile",
    "speakers": "analysis.speakers",
    "suppose": "analysis.suppose",
    "tell": "evidence",
    "verify": "sources",
    "why_empty": "reasons",
}

__all__ = [
    "Claim",
    "Endpoint",
    "Evidence",
    "Figure",
    "IsgraphError",
    "Plan",
    "Profile",
    "Published",
    "Rows",
    "Store",
    "ask",
    "balance",
    "camps",
    "check",
    "compare_camps",
    "conflicts",
    "coverage",
    "diff",
    "draw",
    "enemies",
    "explain",
    "export_claims",
    "find_paths",
    "fold",
    "import_sheet",
    "keep_around",
    "keep_named",
    "load",
    "load_ipython_extension",
    "locate",
    "measure",
    "project",
    "publish",
    "restrict",
    "roles",
    "series",
    "show",
    "speakers",
    "suppose",
    "tell",
    "verify",
    "why_empty",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: a command loads only what it needs."""
    if name in _HOMES:
        return getattr(import_module(f"isgraph.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'isgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
