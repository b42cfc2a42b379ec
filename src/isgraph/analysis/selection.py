"""Selection: in words, of which claims a network is, and why nothing may be left of them."""

from __future__ import annotations

import networkx as nx

from isgraph.analysis.ties import fold, is_said_to_be_so
from isgraph.dates import Days, in_words, when_in_words
from isgraph.lines import counted
from isgraph.network import Network

_OPTIONS = {
    "on": "--on",
    "certainly": "--certainly",
    "known_by": "--known-by",
    "kinds": "--kind",
    "statuses": "--status",
}


def chosen(network: Network) -> str:
    """Say which claims a network is of: of what day, published by when, of which kind and status.

    Examples
    --------
    >>> from isgraph import project
    >>> chosen(project(tiny, on="2024", certainly=True, kinds=["detains"]))
    'what certainly held at some time in 2024 (kind: detains)'
    >>> chosen(project(tiny))
    'all claims'
    """
    asked = network.graph
    held, narrowed = [], []
    if on := asked.get("on"):
        how = "certainly held" if asked.get("certainly") else "may have held"
        held.append(f"{how} {'at some time ' if isinstance(on, Days) else ''}{when_in_words(on)}")
    if day := asked.get("known_by"):
        held.append(f"was published by {in_words(day.isoformat())}")
    for part, word in (("kinds", "kind"), ("statuses", "status")):
        if names := asked.get(part):
            narrowed.append(f"{word}: {', '.join(names)}")
    told = f"what {' and '.join(held)}" if held else "all claims"
    return f"{told} ({'; '.join(narrowed)})" if narrowed else told


def caption(network: Network, name: str) -> str:
    """Say what a figure is of: which claims, how many actors and ties, and how sure they are.

    Examples
    --------
    >>> from isgraph import project
    >>> caption(project(tiny, on="2024-07-01"), "Degree")
    'Degree of what may have held on 1 July 2024: 6 actors with 5 ties, of which 3 certainly held.'
    """
    ties = fold(network)
    tied = sum(1 for _, degree in ties.degree() if degree)
    any_day = network.graph.get("on") is None
    told = f"{name} of {chosen(network)}{', no day chosen' if any_day else ''}: "
    told += f"{counted(tied, 'actor')} with {counted(ties.number_of_edges(), 'tie')}"
    if any_day or network.graph.get("certainly"):
        return f"{told}."
    certain = fold(_certain(network)).number_of_edges()
    if certain or not ties.number_of_edges():
        return f"{told}, of which {certain} certainly held."
    claims = [edge for *_, edge in network.edges(data=True) if is_said_to_be_so(edge)]
    no_beginning = not any(claim.get("begin_earliest") for claim in claims)
    why = "their claims name no beginning" if no_beginning else "the dates leave it open"
    return f"{told}. None of these ties certainly held then: {why}."


def nothing_left(network: Network) -> str:
    """Say that no tie is left in a network, why, and what to leave out.

    Examples
    --------
    >>> from isgraph import project
    >>> nothing_left(project(tiny, known_by="1900-01-01"))[:61]
    'No tie is left: of what was published by 1 January 1900, no c'
    """
    claims = [edge for one, other, edge in network.edges(data=True) if one != other]
    told = f"No tie is left: of {chosen(network)}, "
    if claims:
        doubts = ", ".join(sorted(set(map(_doubt, claims))))
        told += f"{counted(len(claims), 'claim')} of two actors: {doubts}, which is no tie."
    else:
        told += "no claim is of two actors."
    return f"{told}{advice(network)}"


def advice(network: Network) -> str:
    """Say which options to leave out so that more is left, as a sentence after others.

    Examples
    --------
    >>> from isgraph import project
    >>> advice(project(tiny)), advice(project(tiny, on="1900"))
    ('', ' Leave out --on.')
    """
    given = [option for part, option in _OPTIONS.items() if network.graph.get(part)]
    *others, last = given or [""]
    return f" Leave out {', '.join(others)}{' or ' if others else ''}{last}." if last else ""


def _certain(network: Network) -> Network:
    certain: Network = nx.MultiDiGraph()
    certain.add_edges_from(
        edge for edge in network.edges(data=True) if edge[2].get("certainty") == "certain"
    )
    return certain


def _doubt(claim: dict[str, object]) -> str:
    """Tell what keeps a claim from being a tie."""
    if (modality := claim.get("modality", "actual")) != "actual":
        return str(modality)
    return "negated" if claim.get("negated") else str(claim.get("status", "asserted"))


__all__ = ["advice", "caption", "chosen", "nothing_left"]
