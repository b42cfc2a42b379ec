"""Brokerage: who stands between actors that have no tie with each other, and in which role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import networkx as nx

from isgraph.analysis.communities import camps
from isgraph.analysis.engines import Scores
from isgraph.analysis.measures import Measure
from isgraph.analysis.reports import Report
from isgraph.analysis.selection import caption, chosen, nothing_left
from isgraph.analysis.signs import labels
from isgraph.analysis.ties import fold, is_contact
from isgraph.entities import nearest
from isgraph.errors import EmptyNetworkError, NameNotFoundError
from isgraph.network import NO_LINE, Network, as_network
from isgraph.rows import Rows
from isgraph.store import Store

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
MEANING = (
    "In one group with both ends: coordinator; both ends in one group, the actor in another: "
    "itinerant; with the end only: gatekeeper; with the start only: representative; three groups: "
    "liaison."
)


class Brokered(NamedTuple):
    """Two ties in a row, from a start by way of an actor to an end, that no tie shortens."""

    start: str
    actor: str
    end: str
    role: str
    claims: tuple[str, ...]
    """Ids of the claims of both ties, sorted."""


class Roles(Report):
    """How often each actor brokers in which role.

    Attributes
    ----------
    rows
        `actor, coordinator, itinerant, gatekeeper, representative, liaison`:
        whoever brokers at all; who joins the most pairs comes first.
    """

    def __init__(self, network: Network, group_of: Mapping[str, str], by: str) -> None:
        self._network, self._group_of = network, group_of
        self._ties = ties = _contacts(network, directed=True)
        if not fold(network).number_of_edges():
            raise EmptyNetworkError(nothing_left(network))
        counts = {
            actor: Counter(self._role(start, actor, end) for start, end in _pairs(ties, actor))
            for actor in ties
        }
        names = dict(zip(ties, labels(ties, ties), strict=True))
        brokers = sorted(
            (actor for actor in ties if counts[actor]),
            key=lambda actor: (-counts[actor].total(), names[actor]),
        )
        rows = ((names[actor], *(counts[actor][role] for role in ROLES)) for actor in brokers)
        told = caption(network, "Roles") + ("" if brokers else " Nobody stands between two others.")
        notes = (
            f"Groups: {by}. {MEANING}",
            "Counted are pairs of others, joined by no tie of their own that is not hostile.",
            NO_LINE,
        )
        super().__init__(Rows(("actor", *ROLES), rows), {}, notes, caption=told)

    @property
    def full(self) -> Rows:
        """The rows with `claim_ids`, of the ties of all that an actor brokers."""
        ids = (
            ", ".join(
                sorted({claim for found in self.triples(row.actor) for claim in found.claims})
            )
            for row in self.rows
        )
        columns = (*self.rows.columns, "claim_ids")
        return Rows(columns, ((*row, one) for row, one in zip(self.rows, ids, strict=True)))

    def of(self, actor: str) -> Report:
        """Tell what an actor brokers, with the claims of both ties, by its label or IRI.

        Raises
        ------
        NameNotFoundError
            If the network has no such actor.

        Examples
        --------
        >>> from isgraph import project
        >>> roles(project(tiny)).of("Country X").rows.columns
        ('start', 'end', 'role', 'claims')
        """
        found = self.triples(actor)
        names = dict(zip(self._ties, labels(self._ties, self._ties), strict=True))
        rows = Rows(
            ("start", "end", "role", "claims"),
            (
                (names[one.start], names[one.end], one.role, ", ".join(one.claims))
                for one in sorted(found, key=lambda one: (ROLES.index(one.role), one))
            ),
        )
        who = names.get(actor, actor)
        pairs = "one pair" if len(rows) == 1 else f"{len(rows)} pairs"
        told = f"{who}, of {chosen(self._network)}, stands between {pairs} of others."
        return Report(rows, {}, self.notes, caption=told)

    def triples(self, actor: str, role: str | None = None) -> list[Brokered]:
        """Return what an actor brokers, by its label or IRI, in one role or in all.

        Raises
        ------
        NameNotFoundError
            If the network has no such actor, or there is no such role.

        Examples
        --------
        >>> from isgraph import project
        >>> roles(project(tiny)).triples("Coalition K", "liaison")
        []
        """
        if role not in (None, *ROLES):
            known = ", ".join(ROLES)
            raise NameNotFoundError(
                f"No role {role!r}. There are {known}.", name=str(role), nearest=list(ROLES)
            )
        names = dict(zip(labels(self._ties, self._ties), self._ties, strict=True))
        broker = actor if actor in self._ties else names.get(actor)
        if broker is None:
            raise NameNotFoundError(
                f"No actor {actor!r} in this network.{nearest(actor, names)} "
                "`isgraph list actors` lists them all.",
                name=actor,
                nearest=list(names),
            )
        edges = self._ties.edges
        return [
            Brokered(
                start,
                broker,
                end,
                as_what,
                tuple(sorted({*edges[start, broker]["claims"], *edges[broker, end]["claims"]})),
            )
            for start, end in _pairs(self._ties, broker)
            if (as_what := self._role(start, broker, end)) == role or role is None
        ]

    def _role(self, start: str, actor: str, end: str) -> str:
        one, own, other = (self._group_of.get(node, node) for node in (start, actor, end))
        if one == other:
            return "coordinator" if own == one else "itinerant"
        if own == other:
            return "gatekeeper"
        return "representative" if own == one else "liaison"


def roles(network: Store | Network, *, by: str | Mapping[str, str] = "camp") -> Roles:
    """Say in which roles actors stand between others, and by which claims.

    An actor brokers if a tie leads to it from a start and one from it to an
    end, and none leads from the start to the end. Its role follows from the
    groups of the three:

    - coordinator: all in one group;
    - itinerant: start and end in one group, the actor in another;
    - gatekeeper: actor and end in one group, the start in another;
    - representative: start and actor in one group, the end in another;
    - liaison: in three groups.

    Ties go from subject to object, both ways if the relation is symmetric.
    Hostile ties join nobody and are left out. A role is a place in what is
    said, and no judgement.

    Parameters
    ----------
    by
        What makes a group: "camp", as `isgraph.analysis.communities.camps`
        computes them; any attribute of the actors, such as "kind"; or a
        mapping from IRIs to names of groups. Who is in no group is one by
        itself.

    References
    ----------
    R. V. Gould and R. M. Fernandez, "Structures of mediation: a formal
    approach to brokerage in transaction networks", Sociological Methodology
    19, 1989, 89-126.

    Examples
    --------
    >>> from isgraph import project
    >>> roles(project(tiny), by="kind").rows.columns[:3]
    ('actor', 'coordinator', 'itinerant')
    """
    network = as_network(network)
    if by == "camp":
        group_of = {member: camp.id for camp in camps(network) for member in camp.members}
        return Roles(network, group_of, "camps, computed and not claimed")
    if isinstance(by, str):
        group_of = {node: str(name) for node, name in network.nodes(data=by) if name is not None}
        return Roles(network, group_of, f"{by} of the actors")
    return Roles(network, by, "as given")


def brokerage(network: Network) -> Scores:
    """Count the pairs of actors that only an actor's ties join, from one to the other.

    The sum over the roles that `roles` gives, whatever the groups are.

    Returns
    -------
    Scores
        From 0 to (n - 1)(n - 2) in a network of n actors; 0 for who has a tie
        in one direction only, or none. Ties as `roles` counts them: directed,
        and none that is hostile.

    References
    ----------
    R. V. Gould and R. M. Fernandez, "Structures of mediation: a formal
    approach to brokerage in transaction networks", Sociological Methodology
    19, 1989, 89-126.

    Examples
    --------
    >>> from isgraph import project
    >>> max(brokerage(project(tiny)).values()) > 0
    True
    """
    ties = _contacts(network, directed=True)
    after = {node: set(ties.succ[node]) for node in ties}
    near = {node: after[node] | {node} for node in ties}
    counts = {
        node: sum(len(after[node] - near[start]) for start in ties.pred[node]) for node in ties
    }
    return Scores(counts, "isgraph")


def constraint(network: Network) -> Scores:
    """Measure how far an actor's contacts are contacts of each other.

    For each contact, the share of the actor's ties that leads to it, directly
    or by way of another contact, squared, and the sum of it. Who has few
    contacts, or such as all know each other, is constrained; who is not has
    holes around it to broker across.

    Returns
    -------
    Scores
        Above 0 and below 2; low for brokers. One contact gives 1. Who has
        no contact, where Burt defines nothing, is given 1 too: there is nobody
        to broker between. Ties go both ways, by their weights; hostile ties
        are no contacts.

    References
    ----------
    R. S. Burt, "Structural Holes: The Social Structure of Competition",
    Harvard University Press, 1992, chapter 2.

    Examples
    --------
    >>> from isgraph import project
    >>> 0 < min(constraint(project(tiny)).values()) <= 1
    True
    """
    ties = _contacts(network)
    alone = dict.fromkeys(ties, 1.0)
    ties.remove_nodes_from(list(nx.isolates(ties)))
    return Scores(alone | (nx.constraint(ties, weight="weight") if ties else {}))


def _pairs(ties: nx.DiGraph[str], actor: str) -> Iterator[tuple[str, str]]:
    """Yield starts and ends between which an actor stands."""
    for start in ties.pred[actor]:
        for end in ties.succ[actor]:
            if end != start and end not in ties.succ[start]:
                yield start, end


def _contacts(network: Network, *, directed: bool = False) -> nx.Graph[str]:
    """Return the ties that are supportive or neutral, or both supportive and hostile."""
    ties = fold(network, directed=directed)
    hostile = [edge[:2] for edge in ties.edges(data=True) if not is_contact(edge[2])]
    ties.remove_edges_from(hostile)
    return ties


MEASURES = (
    Measure(
        "brokerage",
        "how many pairs of others it joins, from one to the other, that no tie of their own joins; "
        "ties that are not hostile",
        brokerage,
        engine="isgraph",
        counts=is_contact,
    ),
    Measure(
        "constraint",
        "how far its contacts are contacts of each other; low for brokers, 1 if it has no or one "
        "contact; ties that are not hostile, each weighing the root of its number of claims",
        constraint,
        lowest_first=True,
        counts=is_contact,
    ),
)
