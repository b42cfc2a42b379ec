"""Absence: why there is no path, and what would have to be different for there to be one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from isgraph.analysis.paths.links import join
from isgraph.analysis.paths.search import Search
from isgraph.analysis.paths.strength import is_refuted
from isgraph.analysis.paths.stretches import EVER, as_days
from isgraph.dates import When, in_words
from isgraph.entities import Entity
from isgraph.network import Network, project
from isgraph.store import Store
from isgraph.terms import BASE

_ACTOR = f"{BASE}actor/"


def reason(
    store: Store,
    ends: tuple[Entity, Entity],
    *,
    on: When | None,
    longest: int | None,
    chosen: Mapping[str, Any],
) -> str:
    """Say why there is no path: the first thing without which there would be one.

    Parameters
    ----------
    on, chosen
        The day, and what else `project` was asked to keep.
    longest
        How many hops a path could have.
    """
    one, other = ends
    if one.iri == other.iri:
        return f"Both names mean {one.label}."
    for end in ends:
        if not end.iri.startswith(_ACTOR):
            return f"Paths lead through actors, and {end.label} is of the class {end.kind_label}."
    whole = _without_refuted(project(store))
    for end in ends:
        if not _has_ties(whole, end):
            return f"No tie of {end.label} to another actor is in these data."
    kept = project(store, on=on, **chosen)
    search = _search(kept, ends, on)
    if longest is not None and search.fewest is not None:
        return f"The shortest has {search.fewest} hops, and {longest} were allowed."
    idle = [end.label for end in ends if not _has_ties(_without_refuted(kept), end)]
    said = f"None of the ties of {' and of '.join(idle)} is among those chosen. " if idle else ""
    if on is not None:
        ever = project(store, **{**chosen, "certainly": False})
        if days := _nearest(ever, ends, on):
            return said + days
    if _search(whole, ends).fewest is not None:
        return f"{said}Claims that were not chosen would connect them: choose fewer conditions."
    if _are_joined(whole, ends):
        return "Ties would connect them, but those of no path can hold together on one day."
    if _are_joined(project(store), ends):
        return "Only claims that are denied or negated would connect them, and those are no ties."
    return "No ties of any kind connect them in these data."


def _search(network: Network, ends: tuple[Entity, Entity], on: When | None = None) -> Search:
    web = join(network, as_days(on), prospective=True)
    return Search(web, str(ends[0].iri), str(ends[1].iri))


def _nearest(network: Network, ends: tuple[Entity, Entity], on: When) -> str:
    """Say on which days next to those asked for there is a path."""
    web = join(network, EVER, prospective=True)
    spans = web.cut.days(Search(web, str(ends[0].iri), str(ends[1].iri)).open_days)
    asked = as_days(on)
    before = [days.last for days in spans if days.last < asked.first]
    after = [days.first for days in spans if days.first > asked.last]
    if len(before) + len(after) < len(spans):
        return "One may hold, but none certainly does: do not ask for what is certain."
    found = [f"the nearest day before is {in_words(max(before).isoformat())}"] if before else []
    found += [f"the nearest day after is {in_words(min(after).isoformat())}"] if after else []
    return f"There is one on other days: {', '.join(found)}." if found else ""


def _without_refuted(network: Network) -> Network:
    edges = network.edges(keys=True, data=True)
    return network.edge_subgraph([edge[:3] for edge in edges if not is_refuted(edge[3])])


def _has_ties(network: Network, end: Entity) -> bool:
    name = str(end.iri)
    return name in network and set(nx.all_neighbors(network, name)) != {name}


def _are_joined(network: Network, ends: tuple[Entity, Entity]) -> bool:
    one, other = (str(end.iri) for end in ends)
    return other in network and other in nx.node_connected_component(nx.Graph(network), one)
