"""Endings: what a claim would take away if it came true, by what its relation means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from isgraph.analysis.ties import is_said_to_be_so
from isgraph.claims import relations
from isgraph.network import Network
from isgraph.store import Store
from isgraph.vocab import ISG

Edge = Mapping[str, Any]

END_SUBJECT = frozenset({ISG.dissolved.slug, ISG.mergesInto.slug})
"""Kinds by which the subject ceases to exist as a body of its own."""

END_OBJECT = frozenset({ISG.terminates.slug, ISG.suspends.slug})
"""Kinds by which the object is ended, or stopped for a time."""

END_TIES = {
    ISG.withdrawsForcesFrom.slug: ISG.deploysForcesTo.slug,
    ISG.liftsSanctionsOn.slug: ISG.sanctions.slug,
    ISG.delistsAsTerrorist.slug: ISG.designatesAsTerrorist.slug,
}
"""Kinds that undo another relation from the same subject to the same object."""

PASS_ON = frozenset({ISG.handsOverTo.slug, ISG.mergesInto.slug})
"""Kinds by which the object may take over what the subject holds."""


def ended_node(claim: Edge) -> str | None:
    """Return what would no longer be there: the subject that dissolves, the object that is ended.

    Examples
    --------
    >>> ended_node({"kind": "dissolved", "subject": "a", "object": None, "negated": False})
    'a'
    """
    if claim["negated"]:
        return None
    if claim["kind"] in END_SUBJECT:
        return str(claim["subject"])
    return str(claim["object"]) if claim["kind"] in END_OBJECT else None


def ended_claims(network: Network, claim: Edge) -> Iterator[Edge]:
    """Yield the claims of a network that would no longer hold if a claim came true.

    The rule, in the terms of the ontology:

    - What dissolves, merges into another body, or is terminated or suspended,
      is no longer there: every claim of which it is an end, the occurrence of
      which the matter is a part, or the instrument on which it rests.
    - A relation that undoes another one ends that one between the same two:
      withdrawing forces ends deploying them (at the place and at those that
      are said to lie in it), lifting sanctions ends the sanctions, delisting
      ends the designation. The ontology does not tell a partial withdrawal
      from a whole one; it is taken as whole.
    - A negated claim ends the relation that it negates, and those below it.

    Everything else ends nothing: who succeeds, overthrows or flees leaves it
    open which ties last, and what is handed over is not always custody.

    Examples
    --------
    >>> from isgraph import project
    >>> network = project(tiny, everything=True)
    >>> leaving = next(e for *_, e in network.edges(data=True) if e["id"] == "c0007")
    >>> [claim["id"] for claim in ended_claims(network, leaving)]
    ['c0009']
    """
    node = ended_node(claim)
    label = network.nodes[node]["label"] if node in network else None
    undone = {claim["kind"]} if claim["negated"] else {END_TIES.get(claim["kind"])}
    places = {claim["object"]} if claim["negated"] else _within(network, claim["object"])
    ends = (claim["subject"], claim["object"])
    for *_, edge in network.edges(data=True):
        if node is not None:
            rests_on = (*edge["instruments"], *edge["occurrences"])
            if node in (edge["subject"], edge["object"]) or label in rests_on:
                yield edge
        elif is_said_to_be_so(edge) and _ancestors()[edge["kind"]] & undone:
            is_same = edge["subject"] == ends[0] and edge["object"] in places
            turned = edge["is_symmetric"] and (edge["object"], edge["subject"]) == ends
            if is_same or turned:
                yield edge


def _within(network: Network, place: str | None) -> set[str | None]:
    """Return a place and those that are said to lie in it, near or far."""
    found: set[str | None] = {place}
    queue = [place] if place in network else []
    while queue:
        for inner, _, edge in network.in_edges(queue.pop(), data=True):
            if edge["kind"] == ISG.locatedIn.slug and inner not in found and is_said_to_be_so(edge):
                found.add(inner)
                queue.append(inner)
    return found


@cache
def _ancestors() -> dict[str, frozenset[str]]:
    """Return the relations of the ontology with those above each, itself among them."""
    return {
        iri.slug: frozenset(above.slug for above in relation.ancestors)
        for iri, relation in relations(Store()).items()
    }


__all__ = ["END_OBJECT", "END_SUBJECT", "END_TIES", "PASS_ON", "ended_claims", "ended_node"]
