"""What the service says of itself is what a client finds there."""

from __future__ import annotations

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import VOID

from isgraph.store import Store
from tests.server.conftest import Server

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")


@pytest.fixture(scope="module")
def described(served: Server) -> Graph:
    """Read the description as a client does."""
    return Graph().parse(data=served.get("/sparql", accept="text/turtle").body, format="turtle")


def asked(server: Server, sparql: str) -> list[int]:
    """Return the numbers of the one row of an answer."""
    found = server.ask(sparql).json
    row = found["results"]["bindings"][0]
    return [int(row[name]["value"]) for name in found["head"]["vars"]]


def figures(described: Graph, graph: object) -> list[int]:
    """Return the triples and the classes that a graph is said to have."""
    return [int(str(described.value(graph, name))) for name in (VOID.triples, VOID.classes)]


def test_figures_are_those_of_the_default_graph(served: Server, described: Graph) -> None:
    """A count over the default graph gives what the description says of it."""
    default = next(described.objects(None, SD.defaultGraph))
    triples = asked(served, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    classes = asked(served, "SELECT (COUNT(DISTINCT ?class) AS ?n) { ?s a ?class }")

    assert figures(described, default) == triples + classes


def test_the_ontology_is_a_named_graph(served: Server, described: Graph) -> None:
    """Each named graph that is described can be asked, and has as many triples; there is one."""
    named = list(described.subjects(None, SD.NamedGraph))
    name = described.value(named[0], SD.name)
    graph = described.value(named[0], SD.graph)

    assert len(named) == 1
    assert served.ask("SELECT DISTINCT ?g { GRAPH ?g {} }").json["results"]["bindings"] == [
        {"g": {"type": "uri", "value": str(name)}}
    ]
    assert figures(described, graph)[:1] == asked(
        served, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
    )


def test_dumps_hold_what_is_said(served: Server, described: Graph, tiny: Store) -> None:
    """Each part can be had as a file, with as many triples as are said of it."""
    whole = URIRef(str(next(described.subjects(VOID.sparqlEndpoint))))
    parts = list(described.objects(whole, VOID.subset))
    found = 0
    for part in parts:
        path = str(described.value(part, VOID.dataDump)).partition(str(served.port))[2]
        dump = Graph().parse(data=served.get(path).body, format="turtle")
        assert [len(dump)] == figures(described, part)[:1]
        found += len(dump)

    assert len(parts) == 2
    assert found == figures(described, whole)[0] == len(tiny)
