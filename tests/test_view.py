"""A store as rdflib sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib import RDFS, XSD, BNode, Literal, URIRef

from isgraph.files import ontology_path
from isgraph.store import Store, prefixed
from isgraph.terms import BASE, ONTOLOGY, PREFIXES

TINY = Path(__file__).with_name("tiny.ttl")
A = URIRef(BASE + "actor/group-a")


@pytest.fixture
def graph(tiny: Store) -> rdflib.Graph:
    """Return the tiny world as a graph of rdflib."""
    return tiny.as_rdflib()


def test_it_holds_what_rdflib_reads_itself(graph: rdflib.Graph) -> None:
    """Data and ontology are there, triple for triple."""
    expected = rdflib.Graph()
    for path in (TINY, ontology_path("isgraph.ttl"), ontology_path("lists.ttl")):
        expected.parse(path)

    assert set(graph) == set(expected)
    assert len(graph) == len(expected)


def test_patterns(graph: rdflib.Graph) -> None:
    """Subjects, objects and values are found, of every sort of term."""
    issued = URIRef(PREFIXES["dcterms"] + "issued")
    day = Literal("2025-01-31", datatype=XSD.date)

    assert graph.value(A, RDFS.label) == Literal("Group A", lang="en")
    assert (A, RDFS.label, Literal("Group A", lang="en")) in graph
    assert (A, RDFS.label, Literal("Group A")) not in graph
    assert list(graph.subjects(issued, day)) == [URIRef(BASE + "document/tiny-2025-01-31")]
    assert (BNode(), None, None) not in graph


def test_sparql(graph: rdflib.Graph) -> None:
    """The engine of rdflib answers over the view, property paths included."""
    expected = [("Group B",)]
    sparql = "SELECT ?l { actor:group-a ?p/rdfs:label ?l . ?p rdfs:subPropertyOf+ isg:opposes }"
    rows = graph.query(prefixed(sparql.replace("?p/rdfs:label ?l", "?p ?o . ?o rdfs:label ?l")))

    assert sorted({(str(row[0]),) for row in rows if str(row[0]) == "Group B"}) == expected


def test_prefixes_are_ours(graph: rdflib.Graph) -> None:
    """A term is shown with the prefix of the data, and rdflib adds none."""
    expected = dict(PREFIXES)

    assert {name: str(iri) for name, iri in graph.namespaces()} == expected
    assert graph.qname(URIRef(ONTOLOGY + "detains")) == "isg:detains"


def test_it_follows_the_store() -> None:
    """The view is no copy: what is added to the store is seen at once."""
    store = Store()
    graph = store.as_rdflib()
    before = len(graph)
    store.load(TINY)

    assert len(graph) > before
    assert (A, None, None) in graph


def test_it_cannot_be_written(graph: rdflib.Graph) -> None:
    """Adding, removing and updating are refused, and say where to write instead."""
    before = len(graph)
    triple = (A, RDFS.label, Literal("x"))
    with pytest.raises(TypeError, match="isgraph import"):
        graph.add(triple)
    with pytest.raises(TypeError, match=r"triples\.ttl"):
        graph.remove(triple)
    with pytest.raises(TypeError):
        graph.update("INSERT DATA { <urn:a> <urn:b> <urn:c> }")
    with pytest.raises(TypeError):
        graph.parse(data="<urn:a> <urn:b> <urn:c> .", format="turtle")

    assert len(graph) == before


def test_it_can_be_written_out(graph: rdflib.Graph) -> None:
    """Whatever rdflib can write, it writes from the view."""
    text = graph.serialize(format="nt")

    assert set(rdflib.Graph().parse(data=text, format="nt")) == set(graph)
