"""Contrast: two networks side by side: ties, reach, camps and custody in one and in the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import networkx as nx

from isgraph.analysis.communities import Camp, camps
from isgraph.analysis.endings import PASS_ON
from isgraph.analysis.statements import stance
from isgraph.analysis.ties import fold, is_said_to_be_so
from isgraph.network import Network
from isgraph.rows import Row, Rows
from isgraph.turtle import natural

_SIGNS = {1: "supportive", -1: "hostile", 0: "neutral"}


def ties(before: Network, after: Network) -> Rows:
    """Return the pairs whose tie is not the same: `one, other, before, after, claims`.

    Before and after are the sign of the tie, or "no tie". The claims are those
    of both networks.

    Examples
    --------
    >>> from isgraph import project
    >>> found = ties(project(tiny), project(tiny, kinds=["hostileRelation"]))
    >>> tuple(found[0])[:4]
    ('Coalition K', 'Country X', 'supportive', 'no tie')
    """
    one, other = fold(before), fold(after)
    labels = {**dict(one.nodes(data="label")), **dict(other.nodes(data="label"))}
    rows: list[Row] = []
    for pair in {_pair(*edge) for edge in (*one.edges, *other.edges)}:
        was, is_ = (ties.get_edge_data(*pair) for ties in (one, other))
        if _sign(was) != _sign(is_):
            claims = {*(was or {}).get("claims", ()), *(is_ or {}).get("claims", ())}
            names = sorted(str(labels[end]) for end in pair)
            rows.append((*names, _sign(was), _sign(is_), _listed(claims)))
    return Rows(("one", "other", "before", "after", "claims"), sorted(rows, key=str))


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def _sign(tie: Mapping[str, Any] | None) -> str:
    if tie is None:
        return "no tie"
    return "both" if tie["both"] else _SIGNS[tie["sign"]]


class _Parts(NamedTuple):
    """The parts of a network whose members can reach one another, over some ties."""

    ties: nx.Graph[str]
    parts: list[set[str]]

    @classmethod
    def of(cls, network: Network, *, hostile: bool) -> _Parts:
        ties = fold(network)
        if not hostile:
            against = [(a, b) for a, b, tie in ties.edges(data=True) if tie["sign"] < 0]
            ties.remove_edges_from(against)
        ties.remove_nodes_from(list(nx.isolates(ties)))
        return cls(ties, sorted(nx.connected_components(ties), key=lambda p: (-len(p), min(p))))

    def figures(self) -> dict[str, int]:
        """Return what is counted before and after."""
        return {
            "actors with a tie": len(self.ties),
            "ties": self.ties.number_of_edges(),
            "separate parts": len(self.parts),
            "actors in the largest part": len(self.parts[0]) if self.parts else 0,
            "pairs that can reach each other": sum(
                len(part) * (len(part) - 1) // 2 for part in self.parts
            ),
        }


_OVER = {"all ties": True, "ties not hostile": False}


def reach(before: Network, after: Network) -> Rows:
    """Return what is counted of who can reach whom: `over, figure, before, after`.

    Ties are followed in both directions, all of them or those that are not
    hostile.

    Examples
    --------
    >>> from isgraph import project
    >>> network = project(tiny)
    >>> all(row.before == row.after for row in reach(network, network))
    True
    """
    rows: list[Row] = []
    for over, hostile in _OVER.items():
        one, other = (_Parts.of(network, hostile=hostile) for network in (before, after))
        later = other.figures()
        rows += [(over, name, figure, later[name]) for name, figure in one.figures().items()]
    return Rows(("over", "figure", "before", "after"), rows)


def cut(before: Network, after: Network) -> Rows:
    """Return the actors that leave the largest connected part, or enter it.

    Rows are `over, change, actor, before, after`: how many others the actor
    can reach.

    Examples
    --------
    >>> from isgraph import project
    >>> len(cut(project(tiny), project(tiny)))
    0
    """
    rows: list[Row] = []
    for over, hostile in _OVER.items():
        one, other = (_Parts.of(network, hostile=hostile) for network in (before, after))
        main = [found.parts[0] if found.parts else set() for found in (one, other)]
        for change, nodes in (("cut off", main[0] - main[1]), ("joined", main[1] - main[0])):
            for node in sorted(nodes & set(before) & set(after)):
                reached = (
                    next((len(part) - 1 for part in found.parts if node in part), 0)
                    for found in (one, other)
                )
                rows.append((over, change, str(after.nodes[node]["label"]), *reached))
    return Rows(("over", "change", "actor", "before", "after"), rows)


def moves(before: Network, after: Network) -> Rows:
    """Return the actors whose camp is another: `actor, before, after`.

    Two camps are the same if they share more members with each other than
    with any other, or lie around the same actor. Actors that are in one network alone are left out.

    Examples
    --------
    >>> from isgraph import project
    >>> len(moves(project(tiny), project(tiny)))
    0
    """
    one, other = camps(before), camps(after)
    same = _matched(one, other)
    earlier = {node: camp for camp in one for node in camp.members}
    later = {node: camp for camp in other for node in camp.members}
    rows: list[Row] = []
    for node in sorted({*earlier, *later} & set(before) & set(after)):
        was, is_ = earlier.get(node), later.get(node)
        if was and is_ and (same.get(was.id) == is_.id or was.label == is_.label):
            continue
        if was or is_:
            labels = (camp.label if camp else "in no camp" for camp in (was, is_))
            rows.append((str(before.nodes[node]["label"]), *labels))
    return Rows(("actor", "before", "after"), sorted(rows, key=str))


def _matched(one: list[Camp], other: list[Camp]) -> dict[str, str]:
    """Match camps by their shared members, the most alike first."""
    shared = sorted((-len({*a.members} & {*b.members}), a.id, b.id) for a in one for b in other)
    same: dict[str, str] = {}
    for count, was, is_ in shared:
        if count and was not in same and is_ not in same.values():
            same[was] = is_
    return same


def custody(before: Network, after: Network) -> Rows:
    """Return who holds whom in either network.

    Rows are `change, holder, held, before_claims, after_claims, heirs`. Where
    the holder is gone, `heirs` names who else is said to hold the same, or may
    take over what the holder had, with the claims that say so.

    Examples
    --------
    >>> from isgraph import project
    >>> [row.change for row in custody(project(tiny), project(tiny))]
    ['unchanged']
    """
    one, other = _detentions(before), _detentions(after)
    rows: list[Row] = []
    for holder, held in sorted({*one, *other}):
        was, is_ = one.get((holder, held), ()), other.get((holder, held), ())
        if set(was) == set(is_):
            change = "unchanged"
        elif was and is_:
            change = "other claims"
        elif is_:
            change = "new"
        else:
            change = "holder gone" if holder not in after else "not held"
        labels = (
            str((before if node in before else after).nodes[node]["label"])
            for node in (holder, held)
        )
        heirs = "; ".join(_heirs(before, after, holder, held)) if was and not is_ else ""
        rows.append((change, *labels, _listed(was), _listed(is_), heirs))
    columns = ("change", "holder", "held", "before_claims", "after_claims", "heirs")
    return Rows(columns, rows)


def _detentions(network: Network) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for holder, held, edge in network.edges(data=True):
        if edge["family"] == "custody" and is_said_to_be_so(edge):
            found.setdefault((holder, held), []).append(edge["id"])
    return found


def _heirs(before: Network, after: Network, holder: str, held: str) -> list[str]:
    others = {
        f"also held by {edge['subject_label']} ({edge['id']})"
        for *_, edge in (after.in_edges(held, data=True) if held in after else ())
        if edge["family"] == "custody" and is_said_to_be_so(edge)
    }
    heirs = {
        f"may pass to {edge['object_label']} ({edge['id']}, {stance(edge)})"
        for *_, edge in before.out_edges(holder, data=True)
        if edge["kind"] in PASS_ON and not edge["negated"] and edge["object"] in after
    }
    return sorted(others) + sorted(heirs)


def _listed(claims: Iterable[str]) -> str:
    return ", ".join(sorted(claims, key=natural))


__all__ = ["custody", "cut", "moves", "reach", "ties"]
