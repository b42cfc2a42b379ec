"""Suppose: the network without some actors or ties, or with what is planned taken as done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from isgraph.analysis.endings import ended_claims, ended_node
from isgraph.analysis.statements import said, stance, time
from isgraph.analysis.supposed import Supposed
from isgraph.analysis.ties import is_said_to_be_so
from isgraph.entities import fold as folded
from isgraph.entities import nearest
from isgraph.errors import ClaimError, EmptyNetworkError, NameNotFoundError
from isgraph.network import Network, as_network, project
from isgraph.rows import Rows
from isgraph.store import Store
from isgraph.terms import BASE
from isgraph.turtle import natural

_ACTOR = f"{BASE}actor/"

Edge = Mapping[str, Any]
Named = str | tuple[str, str]


def suppose(
    source: Store | Network,
    *,
    without: str | Iterable[Named] = (),
    come_true: str | Iterable[str] = (),
    **which: Any,
) -> Supposed:
    """Suppose that actors or ties were not there, or that plans came true.

    Nothing is foreseen: what would happen afterwards is not asked. What a
    claim that comes true takes away is told by its relation, as
    `isgraph.analysis.endings.ended_claims` says. A tie that comes true joins
    its two ends, unless one of them is no longer there.

    Parameters
    ----------
    source
        A store, or a network; a network without places and events has fewer
        claims that could come true (`isgraph.project(…, everything=True)`).
    without
        An actor by name or a claim by id; or several of them, or of pairs of
        names: all ties between the two.
    come_true
        A claim by id, or several; or modalities (`planned`), kinds (`mergesInto`) and
        names, of which a claim needs one of each sort that is given. So
        `["planned", "Group A"]` are the plans in which Group A plays a part.
        Denied claims come true only if named by their id.
    which
        With a store: `on`, `known_by` and so on, as `isgraph.project` takes
        them, for what is so before. What comes true is looked for in all.

    Raises
    ------
    NameNotFoundError
        If a name is neither an actor, a claim, a modality nor a kind.
    ClaimError
        If a claim that is to come true is said to be so already.
    EmptyNetworkError
        If no claim is left that could come true.

    Examples
    --------
    >>> supposed = suppose(tiny, without=["Group A"])
    >>> [(row.change, row.held) for row in supposed.custody]
    [('holder gone', 'members of Group B held')]
    """
    without = [without] if isinstance(without, str) else list(without)
    come_true = [come_true] if isinstance(come_true, str) else list(come_true)
    if isinstance(source, Store):
        whole, before = project(source, everything=True), project(source, everything=True, **which)
    else:
        whole = before = as_network(source)
    true = _come_true(whole, come_true)
    gone = {node for claim in true if (node := ended_node(claim))}
    away: dict[str, tuple[Edge, str]] = {}
    idle: list[str] = []
    for name in without:
        node, claims = _named(whole, before, name)
        gone |= {node} if node else set()
        idle += [] if claims or node in before else [_in_words(whole, name)]
        away |= {edge["id"]: (edge, "left out") for edge in claims}
    effects: dict[str, str] = {}
    for claim in true:
        ended = [edge for edge in ended_claims(before, claim) if is_said_to_be_so(edge)]
        for edge in ended:
            away.setdefault(edge["id"], (edge, f"{claim['id']} comes true"))
        effects[claim["id"]] = _effect(claim, len(ended), gone)
    after = _without(before, gone, set(away))
    for claim in true:
        if _joins(claim, gone):
            for end in _ends(claim):
                after.add_node(end, **whole.nodes[end])
            made = {**claim, "modality": "actual", "status": "asserted", "supposed": True}
            after.add_edge(*_ends(claim), key=claim["iri"], **made)
    come = ((c["id"], said(c), time(c), stance(c), effects[c["id"]]) for c in true)
    was_so = [key for key in _sorted(away) if is_said_to_be_so(away[key][0])]
    return Supposed(
        before,
        after,
        come_true=Rows(("claim", "statement", "time", "status", "effect"), come),
        taken_away=Rows(
            ("claim", "statement", "because"),
            ((key, said(away[key][0]), away[key][1]) for key in was_so),
        ),
        idle=idle,
    )


def _joins(claim: Edge, gone: set[str]) -> bool:
    """Tell whether a claim that comes true ties its two ends."""
    return bool(claim["object"]) and not claim["negated"] and not {*_ends(claim)} & gone


def _effect(claim: Edge, ended: int, gone: set[str]) -> str:
    told = ["taken as done"] if _joins(claim, gone) else []
    told += [f"ends {ended} claim{'s' if ended != 1 else ''}"] if ended else []
    return ", ".join(told) or "changes nothing"


def _come_true(network: Network, names: list[str]) -> list[Edge]:
    """Return the claims that names mean: ids, or what fits every sort of name given."""
    all_claims = {claim["id"]: claim for claim in _claims(network)}
    still_open = [c for c in all_claims.values() if c["modality"] != "actual"]
    found = {name: all_claims[name] for name in names if name in all_claims}
    for name, claim in found.items():
        if is_said_to_be_so(claim):
            raise ClaimError(
                f"Claim {name} is said to be so already, and cannot come true. "
                "Name one with another modality (`isgraph ask not-yet`), or leave it out.",
                claim=str(claim["iri"]),
            )
    known = {axis: {claim[axis] for claim in still_open} for axis in ("modality", "kind")}
    axes: dict[str, set[str]] = {}
    for name in names:
        if name in found:
            continue
        for axis, names_of in known.items():
            if name in names_of:
                axes.setdefault(axis, set()).add(name)
                break
        else:
            node = _node(network, name, also=sorted(set().union(*known.values())))
            axes.setdefault("ends", set()).add(node)
    if axes:
        fits = [c for c in still_open if c["status"] != "denied" and _fits(c, axes)]
        if not fits:
            raise EmptyNetworkError(
                f"No claim that is not yet so fits {', '.join(map(repr, names))}. "
                "`isgraph ask not-yet` lists those there are."
            )
        found |= {claim["id"]: claim for claim in fits}
    return [found[key] for key in _sorted(found)]


def _fits(claim: Edge, axes: Mapping[str, set[str]]) -> bool:
    return all(
        set(_ends(claim)) & wanted if axis == "ends" else claim[axis] in wanted
        for axis, wanted in axes.items()
    )


def _named(whole: Network, before: Network, name: Named) -> tuple[str | None, list[Edge]]:
    """Return the node that a name means, if it is one, and the claims of `before` that go."""
    claims = [edge for *_, edge in before.edges(data=True)]
    if not isinstance(name, str):
        pair = {_node(whole, end) for end in name}
        return None, [edge for edge in claims if set(_ends(edge)) == pair]
    if any(edge["id"] == name for *_, edge in whole.edges(data=True)):
        return None, [edge for edge in claims if edge["id"] == name]
    node = _node(whole, name)
    return node, [edge for edge in claims if node in _ends(edge)]


def _in_words(network: Network, name: Named) -> str:
    """Say what was named: an actor by its label, a claim by its id, or a pair."""
    if not isinstance(name, str):
        return f"a tie of {' and '.join(_in_words(network, end) for end in name)}"
    if any(edge["id"] == name for *_, edge in network.edges(data=True)):
        return name
    return str(network.nodes[_node(network, name)]["label"])


def _node(network: Network, name: str, also: Iterable[str] = ()) -> str:
    """Return the node that a label, alias, slug or IRI names, an actor before others.

    `also` are other words that could have been meant.
    """
    if name in network:
        return name
    bearers: dict[str, list[str]] = {}
    for node, about in network.nodes(data=True):
        for text in {about["label"], *about["aliases"], node.rsplit("/", 1)[-1]}:
            bearers.setdefault(folded(text), []).append(node)
    if nodes := bearers.get(folded(name)):
        return min(nodes, key=lambda node: (not node.startswith(_ACTOR), node))
    labels = [*also, *(about["label"] for _, about in network.nodes(data=True))]
    raise NameNotFoundError(
        f"{name!r} names nothing in this network.{nearest(name, labels)} "
        "`isgraph list actors`, `list kinds` and `list statuses` list the names.",
        name=name,
        nearest=labels,
    )


def _without(network: Network, gone: set[str], claims: set[str]) -> Network:
    kept: Network = network.copy()
    facts = network.graph.get("facts", {})
    kept.graph = network.graph | {"facts": {n: facts[n] for n in facts if n not in gone}}
    kept.remove_nodes_from(gone)
    kept.remove_edges_from(
        [edge[:3] for edge in kept.edges(keys=True, data=True) if edge[3]["id"] in claims]
    )
    return kept


def _claims(network: Network) -> Iterator[Edge]:
    yield from (edge for *_, edge in network.edges(data=True))
    for facts in network.graph.get("facts", {}).values():
        yield from facts


def _ends(claim: Edge) -> tuple[str, str]:
    return str(claim["subject"]), str(claim["object"])


def _sorted(ids: Iterable[str]) -> list[str]:
    return sorted(ids, key=natural)
