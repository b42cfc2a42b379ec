"""Claims projected to a network: actors as nodes, claims as edges; no SPARQL."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeAlias

import networkx as nx
import numpy as np

from isgraph.claims import relations
from isgraph.columns import ABSENT, Columns, Truths, choose, fill
from isgraph.dates import When, given
from isgraph.edges import attributes
from isgraph.entities import Entities, find
from isgraph.errors import EmptyNetworkError, WrongTypeError
from isgraph.evidence import Evidence
from isgraph.rows import Rows
from isgraph.store import Store, as_store
from isgraph.terms import BASE, DCTERMS, OWL, SKOS
from isgraph.vocab import ISG

Network: TypeAlias = "nx.MultiDiGraph[str]"

NO_LINE = "The absence of a line is not the absence of a tie."
"""What every picture and every figure says beside itself."""

_ACTOR = f"{BASE}actor/"


def project(
    store: Store,
    *,
    on: When | str | None = None,
    known_by: date | str | None = None,
    certainly: bool = False,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    everything: bool = False,
) -> Network:
    """Project the claims of a store to a network.

    Parameters
    ----------
    on, known_by, certainly, kinds, statuses
        Which claims; see `isgraph.evidence.restrict`.
    everything
        Places, events, instruments and works as nodes too, not actors alone.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are IRIs with `label`, `aliases`, `kind` and `kind_label`. Each
        relation claim is an edge; its key is the IRI of the claim, and its
        attributes are the fields of `Evidence`. Claims of every status are
        there, denied and planned ones too: choose by `statuses`. Claims that
        were taken back are not. Figures and
        states stand in `network.graph["facts"]` by node.

    Examples
    --------
    >>> network = project(tiny)
    >>> sorted(network.nodes[node]["label"] for node in network)[:2]
    ['Coalition K', 'Country X']
    """
    on, known_by = given(on, known_by, certainly=certainly)
    as_store(store)
    kinds, statuses = tuple(kinds), tuple(statuses)
    kept = choose(
        store,
        on=on,
        known_by=known_by,
        certainly=certainly,
        kinds=kinds,
        statuses=statuses,
    )
    network: Network = nx.MultiDiGraph()
    known = relations(store)
    network.graph.update(
        title="Actors around Islamic State",
        edition=edition(store),
        on=on,
        known_by=known_by,
        certainly=certainly,
        kinds=kinds,
        statuses=statuses,
        relations={iri.slug: relation.label for iri, relation in known.items()},
        families=_families(store),
        facts={},
    )
    columns = fill(store)
    told = kept & ~columns.truths["is_deprecated"]
    if not everything:
        told &= _of_actors(columns)
    things = Entities(store)
    with _no_collecting():
        _add_claims(network, attributes(things, told, kept, on=on), things)
    return network


def as_network(source: Store | Network) -> Network:
    """Return a network as it is, and of a store the network of its actors.

    Raises
    ------
    WrongTypeError
        If it is neither.

    Examples
    --------
    >>> as_network(tiny).number_of_edges() == project(tiny).number_of_edges()
    True
    """
    if isinstance(source, Store):
        return project(source)
    if isinstance(source, nx.Graph):
        return source
    raise WrongTypeError(
        f"A network or a store is wanted here, and not a {type(source).__name__}. "
        "Give what isgraph.project(store) or isgraph.load() returns."
    )


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Collect no garbage: half of the time would go to looking through what is all in use."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _add_claims(network: Network, edges: Iterable[dict[str, Any]], things: Entities) -> None:
    """Add edges and facts; `add_edge` would copy the attributes of each, and take twice as long."""
    facts, after, before = network.graph["facts"], network._succ, network._pred
    for edge in edges:
        subject, object_ = edge["subject"], edge["object"]
        if object_ is None:
            fact = edge | {"text": Evidence(**edge).statement}
            facts.setdefault(subject, []).append(fact)
            continue
        _add_node(network, things, subject)
        _add_node(network, things, object_)
        between = after[subject].get(object_)
        if between is None:
            between = after[subject][object_] = before[object_][subject] = {}
        between[edge["iri"]] = edge
    for node in facts:
        _add_node(network, things, node)


def keep_around(network: Network, store: Store, name: str, hops: int = 1) -> Network:
    """Return the part of a network within some steps of an actor.

    Raises
    ------
    NameNotFoundError
        If nothing has this name.
    EmptyNetworkError
        If the actor has no tie in the network.

    Examples
    --------
    >>> near = keep_around(project(tiny), tiny, "Group A")
    >>> len(near) <= len(project(tiny))
    True
    """
    centre = find(store, name)
    if str(centre.iri) not in network or not network.degree(str(centre.iri)):
        raise EmptyNetworkError(
            f"{centre.label} has no tie to draw here. Leave out --on, --kind or --status, "
            f"or read `isgraph show {centre.iri.slug}`."
        )
    near = {str(centre.iri)}
    for _ in range(hops):
        near |= {other for node in near for other in nx.all_neighbors(network, node)}
    kept: Network = network.subgraph(near).copy()
    kept.graph = network.graph | {
        "title": f"{centre.label} and its ties",
        "whole": network.graph.get("whole", network),
        "facts": {node: facts for node, facts in network.graph["facts"].items() if node in near},
    }
    return kept


def keep_named(rows: Rows) -> Network:
    """Return the network of the claims that rows name, or of their actors.

    Raises
    ------
    EmptyNetworkError
        If the rows come from no store, or name neither a claim nor two actors
        with a tie between them.

    Examples
    --------
    >>> from isgraph.questions import ask
    >>> keep_named(ask(tiny, "detentions")).number_of_edges()
    1
    """
    if not isinstance(rows, Rows):
        raise WrongTypeError("Rows are wanted here: give what a query or a question answers.")
    if rows.store is None:
        raise EmptyNetworkError("These rows come from no store. Draw what a query gave.")
    named = {value for row in rows for value in row if isinstance(value, str)}
    ids = {word for value in named for word in value.split(", ")}
    network = project(rows.store, everything=True)
    claims = {
        (one, other, key)
        for one, other, key, claim in network.edges(keys=True, data=True)
        if key in named or claim["id"] in ids
    }
    if claims:
        kept: Network = network.edge_subgraph(claims).copy()
    else:
        network = project(rows.store)
        actors = [n for n, node in network.nodes(data=True) if n in named or node["label"] in named]
        kept = network.subgraph(actors).copy()
    if not kept.number_of_edges():
        raise EmptyNetworkError(
            "The rows name no claim, and no two actors with a tie between them. "
            "Let the query select ?claim, or actors."
        )
    kept.graph = network.graph | {
        "title": "What the answer names",
        "facts": {},
        "whole": project(rows.store),
    }
    return kept


def edition(store: Store) -> str:
    """Return what a reader cites: the documents and the version of the ontology."""
    version = store.text("https://w3id.org/isgraph/ontology", OWL + "versionInfo")
    days = sorted(
        value
        for document, _, kind in store.match(None, None, ISG.Document)
        if (value := store.text(document, DCTERMS + "issued"))
    )
    span = f"documents of {' and '.join(days)}" if days else "no documents"
    return f"{span}; ontology {version}"


def _families(store: Store) -> dict[str, str]:
    found = (triple[0] for triple in store.match(None, None, ISG.Family))
    return {
        iri.slug.removesuffix("Family"): store.text(iri, SKOS + "prefLabel") or iri.slug
        for iri in sorted(found)
    }


def _of_actors(columns: Columns) -> Truths:
    """Tell of each claim whether it is of an actor, and to an actor if it is to anything."""
    subjects, objects = (columns.single[part] for part in ("subject", "object"))
    is_actor = np.array([word.startswith(_ACTOR) for word in columns.words], bool)
    return np.asarray(is_actor[subjects] & (is_actor[objects] | (objects == ABSENT)))


def _add_node(network: Network, things: Entities, node: str) -> None:
    if node not in network._node:
        thing = things[node]
        network.add_node(
            node,
            label=thing.label,
            aliases=list(thing.aliases),
            kind=thing.kind.slug,
            kind_label=thing.kind_label,
        )
