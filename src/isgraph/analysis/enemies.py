"""Enemies: who is tied to an actor through one other, where a hostile tie is on the way."""

from __future__ import annotations

from isgraph.analysis.signs import WORDS, at_once, claims_of, labels, signed
from isgraph.analysis.ties import fold
from isgraph.entities import fold as plain
from isgraph.entities import nearest
from isgraph.errors import NameNotFoundError
from isgraph.network import Network, as_network
from isgraph.rows import Rows
from isgraph.store import Store

RELATIONS = {
    (-1, 1): "friend of an enemy",
    (1, -1): "enemy of a friend",
    (-1, -1): "enemy of an enemy",
}
"""In the words of balance theory: the sign to the one between, and on to the other."""

COLUMNS = ("relation", "actor", "through", "other", "direct", "at_once", "claims")


def enemies(network: Store | Network, *, of: str | None = None) -> Rows:
    """List friends of enemies, enemies of friends and enemies of enemies.

    *Friend* and *enemy* are the words of balance theory for a supportive and
    a hostile tie; no source need have called anybody so. Pairs that carry
    both signs are on no way.

    Parameters
    ----------
    of
        Label, alias or IRI of an actor; without it, of all actors.

    Returns
    -------
    Rows
        `relation, actor, through, other, direct, at_once, claims`: `other` is
        the friend of an enemy (or so on) of `actor`, `through` the one
        between; `direct` is the tie of the two themselves (supportive,
        hostile, neutral, both signs, or None); `at_once` whether there may be
        a day on which both ties hold; `claims` are those of the first tie
        and, behind a stroke, those of the second.

    Raises
    ------
    NameNotFoundError
        If no actor of the network is called so.

    References
    ----------
    F. Heider, "Attitudes and cognitive organization", Journal of Psychology
    21 (1), 1946, pages 107-112.

    Examples
    --------
    >>> from isgraph import project
    >>> row = enemies(project(tiny), of="Group A")[0]
    >>> row.relation, row.through, row.other
    ('enemy of an enemy', 'Group B', 'Country X')
    """
    network = as_network(network)
    ties, every, said = signed(network), fold(network), claims_of(network)
    starts = sorted(ties) if of is None else [_find(network, of)]
    order, rows = list(RELATIONS.values()), []
    for actor, between in ((a, b) for a in starts if a in ties for b in sorted(ties[a])):
        for other in sorted(ties[between]):
            way = ties.edges[actor, between], ties.edges[between, other]
            relation = RELATIONS.get((way[0]["sign"], way[1]["sign"]))
            if relation and other != actor:
                tie = every.edges[actor, other] if every.has_edge(actor, other) else None
                direct = ("both signs" if tie["both"] else WORDS[tie["sign"]]) if tie else None
                claims = " | ".join(" ".join(step["signed"]) for step in way)
                names = labels(every, (actor, between, other))
                rows.append((relation, *names, direct, at_once(way, said), claims))
    rows.sort(key=lambda row: (row[1], order.index(str(row[0])), row[2], row[3]))
    return Rows(COLUMNS, rows)


def _find(network: Network, name: str) -> str:
    for node, about in network.nodes(data=True):
        if name == node:
            return str(node)
        names = [about.get("label", node), *about.get("aliases", ())]
        if plain(name) in map(plain, names):
            return str(node)
    known = [str(about.get("label", node)) for node, about in network.nodes(data=True)]
    raise NameNotFoundError(
        f"No actor {name!r} has a tie here.{nearest(name, known)} `isgraph list actors` lists "
        "all; --on, --kind and --status leave some out.",
        name=name,
        nearest=known,
    )
