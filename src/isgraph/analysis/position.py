"""Position: how an actor stands in the whole of what is said, each measure by its own function.

Every function takes a network as `isgraph.project` gives it and returns a figure for each actor
by IRI, isolated ones included. Parallel claims are one tie, see `isgraph.analysis.ties.fold`.
A tie that has claims of both signs counts as supportive and as hostile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from isgraph.analysis import engines
from isgraph.analysis.engines import Scores
from isgraph.analysis.measures import Measure
from isgraph.analysis.ties import fold, is_hostile, is_supportive
from isgraph.network import Network

DAMPING = 0.85
"""Share of steps that follow a tie; the others start anew at any actor."""


def degree(network: Network) -> Scores:
    """Count the actors with which an actor has a tie.

    Returns
    -------
    Scores
        From 0, if isolated, to the number of other actors. Neither direction
        nor sign is looked at.

    References
    ----------
    L. C. Freeman, "Centrality in social networks: conceptual clarification",
    Social Networks 1 (3), 1979, 215-239. The count is not divided by that of
    the others, so that it can be checked against the list of claims.

    Examples
    --------
    >>> from isgraph import project
    >>> max(degree(project(tiny)).values())
    4.0
    """
    return Scores(fold(network).degree())


def in_degree(network: Network) -> Scores:
    """Count the actors from which a tie goes to an actor.

    Returns
    -------
    Scores
        From 0 to the number of other actors. A claim goes from its subject to
        its object, and both ways if its relation is symmetric; the sign is not
        looked at.

    References
    ----------
    S. Wasserman and K. Faust, "Social Network Analysis: Methods and
    Applications", Cambridge University Press, 1994, section 4.3.

    Examples
    --------
    >>> from isgraph import project
    >>> min(in_degree(project(tiny)).values())
    0.0
    """
    return Scores(fold(network, directed=True).in_degree())


def out_degree(network: Network) -> Scores:
    """Count the actors to which a tie goes from an actor.

    Returns
    -------
    Scores
        From 0 to the number of other actors, with directions as `in_degree`
        has them.

    References
    ----------
    S. Wasserman and K. Faust, "Social Network Analysis: Methods and
    Applications", Cambridge University Press, 1994, section 4.3.

    Examples
    --------
    >>> from isgraph import project
    >>> sum(out_degree(project(tiny)).values()) == sum(in_degree(project(tiny)).values())
    True
    """
    return Scores(fold(network, directed=True).out_degree())


def supportive_degree(network: Network) -> Scores:
    """Count the actors with which an actor has a supportive tie, in either direction.

    Returns
    -------
    Scores
        From 0 to the number of other actors.

    References
    ----------
    M. G. Everett and S. P. Borgatti, "Networks containing negative ties",
    Social Networks 38, 2014, 111-120, where positive and negative degree are
    kept apart.

    Examples
    --------
    >>> from isgraph import project
    >>> all(supportive_degree(project(tiny))[a] <= d for a, d in degree(project(tiny)).items())
    True
    """
    return Scores(_supportive(fold(network)).degree())


def hostile_degree(network: Network) -> Scores:
    """Count the actors with which an actor has a hostile tie, in either direction.

    Returns
    -------
    Scores
        From 0 to the number of other actors.

    References
    ----------
    M. G. Everett and S. P. Borgatti, "Networks containing negative ties",
    Social Networks 38, 2014, 111-120.

    Examples
    --------
    >>> from isgraph import project
    >>> max(hostile_degree(project(tiny)).values()) > 0
    True
    """
    return Scores(_kept(fold(network), is_hostile).degree())


def betweenness(network: Network) -> Scores:
    """Measure how often an actor lies on the shortest ways between two others.

    Of all pairs of other actors, the share whose shortest ways lead through
    the actor; where a pair has several, each counts as its part of one.

    Returns
    -------
    Scores
        In [0, 1], exact, not sampled. Ties of every sign go both ways and are
        one step long: a way is one of mention, not of command or trust. A pair
        that no way joins counts for nobody, and an isolated actor has 0.

    References
    ----------
    L. C. Freeman, "A set of measures of centrality based on betweenness",
    Sociometry 40 (1), 1977, 35-41.

    Examples
    --------
    >>> from isgraph import project
    >>> 0 < max(betweenness(project(tiny)).values()) <= 1
    True
    """
    return engines.betweenness(fold(network))


def closeness(network: Network) -> Scores:
    """Measure by how few steps an actor reaches the others.

    One over the mean number of steps to the actors that it can reach, times
    the share of all other actors that these are.

    Returns
    -------
    Scores
        In [0, 1]; 1 if tied to everyone, 0 if isolated. Ties of every sign go
        both ways and are one step long. The share makes networks in several
        parts comparable: who is close to few is not thereby central.

    References
    ----------
    S. Wasserman and K. Faust, "Social Network Analysis: Methods and
    Applications", Cambridge University Press, 1994, page 201 for the share;
    L. C. Freeman, "Centrality in social networks: conceptual clarification",
    Social Networks 1 (3), 1979, 215-239.

    Examples
    --------
    >>> from isgraph import project
    >>> 0 < max(closeness(project(tiny)).values()) <= 1
    True
    """
    return engines.closeness(fold(network))


def eigenvector(network: Network) -> Scores:
    """Measure how far an actor is tied to those who are much tied themselves.

    An actor's figure is in proportion to the sum of its neighbours' figures,
    each times the weight of the tie.

    Returns
    -------
    Scores
        In [0, 1]; the greatest is 1. Ties go both ways and count whatever
        their sign: this is prominence in what is said, while `pagerank` looks
        at support. With signs the figures of one side would be the negative of
        the other's, which says sides and not prominence. Outside the largest
        component, where the definition gives no comparable figure, it is 0.

    References
    ----------
    P. Bonacich, "Factoring and weighting approaches to status scores and
    clique identification", Journal of Mathematical Sociology 2 (1), 1972,
    113-120.

    Examples
    --------
    >>> from isgraph import project
    >>> max(eigenvector(project(tiny)).values())
    1.0
    """
    return engines.eigenvector(fold(network))


def pagerank(network: Network) -> Scores:
    """Measure how much support reaches an actor from those who are supported themselves.

    The share of time that one spends at an actor who walks along supportive
    ties from subject to object, in proportion to their weights, and starts
    anew at any actor at every seventh step or so, or where no tie leads on.

    Returns
    -------
    Scores
        In (0, 1), all together 1. Only supportive ties count: along a hostile
        one an actor would gain standing from being fought. Who has no
        supportive tie has the lowest figure, the share of starts alone.

    References
    ----------
    S. Brin and L. Page, "The anatomy of a large-scale hypertextual Web search
    engine", Computer Networks and ISDN Systems 30, 1998, 107-117.

    Examples
    --------
    >>> from isgraph import project
    >>> round(sum(pagerank(project(tiny)).values()), 6)
    1.0
    """
    ties = _supportive(fold(network, directed=True))
    # The error is spread over all: so small a share of one that ten digits hold.
    return Scores(nx.pagerank(ties, alpha=DAMPING, tol=1e-14, max_iter=1000))


def core_number(network: Network) -> Scores:
    """Say how tightly knit the densest part is to which an actor belongs.

    The greatest k such that the actor is one of a group in which everyone has
    ties with k others of the group.

    Returns
    -------
    Scores
        From 0, if isolated, to the number of other actors. Neither direction
        nor sign is looked at.

    References
    ----------
    S. B. Seidman, "Network structure and minimum degree", Social Networks 5
    (3), 1983, 269-287; V. Batagelj and M. Zaveršnik, "An O(m) algorithm for
    cores decomposition of networks", arXiv cs/0310049, 2003.

    Examples
    --------
    >>> from isgraph import project
    >>> all(core_number(project(tiny))[a] <= d for a, d in degree(project(tiny)).items())
    True
    """
    return Scores(nx.core_number(fold(network)))


def _supportive(ties: nx.Graph[str]) -> nx.Graph[str]:
    return _kept(ties, is_supportive)


def _kept(ties: nx.Graph[str], wanted: Callable[[Mapping[str, Any]], bool]) -> nx.Graph[str]:
    """Return all actors, with some of the ties."""
    kept: nx.Graph[str] = nx.create_empty_copy(ties)
    kept.add_edges_from(edge for edge in ties.edges(data=True) if wanted(edge[2]))
    return kept


MEASURES = (
    Measure("degree", "how many actors it has a tie with, of any sign", degree, is_own=True),
    Measure("in-degree", "how many actors a tie comes from", in_degree, is_own=True, way="in"),
    Measure("out-degree", "how many actors a tie goes to", out_degree, is_own=True, way="out"),
    Measure(
        "supportive-degree",
        "how many actors it has a supportive tie with",
        supportive_degree,
        counts=is_supportive,
        is_own=True,
    ),
    Measure(
        "hostile-degree",
        "how many actors it has a hostile tie with",
        hostile_degree,
        counts=is_hostile,
        is_own=True,
    ),
    Measure(
        "betweenness",
        "share of pairs of others whose shortest ways, by ties of any sign, lead through it",
        betweenness,
    ),
    Measure(
        "closeness",
        "one over the mean steps to those it reaches, times their share of all, ties of any sign",
        closeness,
    ),
    Measure(
        "eigenvector",
        "how far it is tied, by ties of any sign, to those who are much tied; each weighs the root "
        "of its number of claims; the greatest is 1",
        eigenvector,
    ),
    Measure(
        "pagerank",
        "how much support reaches it from those who are supported; each tie weighs the root "
        "of its number of claims; all together 1",
        pagerank,
        counts=is_supportive,
    ),
    Measure(
        "core-number",
        "the greatest k such that it is in a group where each has ties with k of the group",
        core_number,
    ),
)
