"""The rules of the house for the ontology itself."""

from __future__ import annotations

import re
from itertools import combinations

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from isgraph.files import ontology_path

ISG = Namespace("https://w3id.org/isgraph/ontology#")
EXAMPLES = sorted(ontology_path("examples").glob("*.ttl"))
ONTOLOGY = Graph()
for part in ("isgraph.ttl", "lists.ttl"):
    ONTOLOGY.parse(ontology_path(part))

STYLE = Graph().parse(ontology_path("style.ttl"))
RELATIONS = sorted({URIRef(str(node)) for node in ONTOLOGY.subjects(ISG.channel)})
SCHEMES = sorted({URIRef(str(node)) for node in ONTOLOGY.subjects(RDF.type, SKOS.ConceptScheme)})
NOT_IN_DATA = {ISG.Entity, ISG.Claim}
DISJOINT = [
    *combinations(("Actor", "Place", "Occurrence", "Instrument", "Work"), 2),
    *combinations(("RelationClaim", "QuantityClaim", "AttributeClaim"), 2),
    *combinations(("Person", "Organisation", "PopulationGroup"), 2),
    ("Entity", "Claim"),
    ("Claim", "Passage"),
]


def slug(node: object) -> str:
    """Return the part of an IRI after the hash."""
    return str(node).rsplit("#", 1)[-1]


def above(node: Node, step: URIRef) -> set[Node]:
    """Return a node and all that stand above it."""
    return {found for found in ONTOLOGY.transitive_objects(node, step) if found}


def below(node: Node, step: URIRef) -> set[Node]:
    """Return a node and all that stand below it."""
    return {found for found in ONTOLOGY.transitive_subjects(step, node) if found}


def terms(graph: Graph) -> set[Node]:
    """Return the terms of our namespace that a graph names."""
    return {node for triple in graph for node in triple if str(node).startswith(ISG)}


def broken(graph: Graph) -> set[str]:
    """Return the names of the rules of style that a graph breaks."""
    _, results, _ = pyshacl.validate(graph, shacl_graph=STYLE)
    assert isinstance(results, Graph)
    return {slug(shape) for shape in results.objects(None, SH.sourceShape)}


def usable() -> set[Node]:
    """Return the terms that data can use: no groupings, annotations and codes of the ontology."""
    annotations = set(ONTOLOGY.subjects(RDF.type, OWL.AnnotationProperty))
    groupings = below(ISG.relatedTo, RDFS.subPropertyOf) - set(RELATIONS)
    inner = {
        code for kind in (ISG.Channel, ISG.Family) for code in ONTOLOGY.subjects(RDF.type, kind)
    }
    classes = below(ISG.Code, RDFS.subClassOf)
    declared = {term for term in terms(ONTOLOGY) if (term, RDF.type, None) in ONTOLOGY}
    return declared - annotations - groupings - inner - classes - set(SCHEMES) - NOT_IN_DATA


def test_style_is_kept() -> None:
    """The ontology and its lists meet every rule of style.ttl."""
    expected: set[str] = set()

    assert broken(ONTOLOGY) == expected


@pytest.mark.parametrize(
    ("rule", "removed", "added"),
    [
        ("relation-sign", [], [(ISG.detains, RDFS.subPropertyOf, ISG.backs)]),
        ("relation-sign", [(ISG.backs, RDFS.subPropertyOf, None)], []),
        ("relation-is-concrete", [(ISG.hosts, ISG.channel, None)], []),
        ("relation-channel", [], [(ISG.hosts, ISG.channel, ISG.verbal)]),
        ("relation-domain", [(ISG.hosts, RDFS.domain, None)], []),
        ("relation-range", [(ISG.hosts, RDFS.range, None)], []),
        ("relation-label", [(ISG.hosts, RDFS.label, None)], []),
        ("term-definition", [(ISG.State, SKOS.definition, None)], []),
        ("term-definition", [], [(ISG.State, SKOS.definition, Literal("Other.", "en"))]),
        ("term-label", [], [(ISG.State, RDFS.label, Literal("State", "en"))]),
        ("defined-by", [(ISG.State, RDFS.isDefinedBy, None)], []),
        ("class-name", [], [(ISG.armedGroup, RDF.type, OWL.Class)]),
        ("property-name", [], [(ISG.Hosts, RDF.type, OWL.ObjectProperty)]),
        ("no-inverse", [], [(ISG.hosts, OWL.inverseOf, ISG.invites)]),
        ("sign", [], [(ISG.hosts, ISG.sign, Literal(1))]),
        ("sign-value", [], [(ISG.hostileRelation, ISG.sign, Literal(5))]),
        ("symmetric-domain-is-range", [], [(ISG.funds, RDF.type, OWL.SymmetricProperty)]),
        ("code-scheme", [(ISG.about, SKOS.inScheme, None)], []),
        ("code-label", [(ISG.about, SKOS.prefLabel, None)], []),
    ],
)
def test_style_sees(
    rule: str,
    removed: list[tuple[URIRef, URIRef, URIRef | None]],
    added: list[tuple[URIRef, URIRef, Node]],
) -> None:
    """A breach of style is found under the name of its rule."""
    graph = Graph()
    graph += ONTOLOGY
    for pattern in removed:
        graph.remove(pattern)
    for triple in added:
        graph.add(triple)

    assert rule in broken(graph)


def test_there_are_relations() -> None:
    """The list of relations is not empty, so that the tests below do run."""
    assert len(RELATIONS) > 50


@pytest.mark.parametrize("relation", RELATIONS, ids=slug)
def test_relation_is_complete(relation: Node) -> None:
    """A relation has a label, a definition, a channel, one signed ancestor and a family."""
    lineage = above(relation, RDFS.subPropertyOf)
    signed = [node for node in lineage if (node, ISG.sign, None) in ONTOLOGY]
    families = [node for node in lineage if (node, ISG.family, None) in ONTOLOGY]

    assert len(list(ONTOLOGY.objects(relation, RDFS.label))) == 1
    assert len(list(ONTOLOGY.objects(relation, SKOS.definition))) == 1
    assert len(list(ONTOLOGY.objects(relation, ISG.channel))) == 1
    assert len(signed) == 1
    assert families


@pytest.mark.parametrize("relation", RELATIONS, ids=slug)
def test_relation_has_its_own_example(relation: Node) -> None:
    """The file of a relation holds a claim with it."""
    example = Graph().parse(ontology_path("examples") / f"{slug(relation)}.ttl")

    assert (None, ISG.predicate, relation) in example


def test_ends_are_no_wider_than_those_above() -> None:
    """A narrower relation fits into the wider: else a reasoner gives its ends a wrong class."""
    wider = [
        (slug(narrow), slug(end))
        for narrow, wide in ONTOLOGY.subject_objects(RDFS.subPropertyOf)
        for end in (RDFS.domain, RDFS.range)
        for given in ONTOLOGY.objects(narrow, end)
        for wanted in ONTOLOGY.objects(wide, end)
        if wanted not in above(given, RDFS.subClassOf)
    ]

    assert wider == []


def test_trees_have_no_cycle() -> None:
    """No class and no property stands above itself."""
    cycles = [
        child
        for step in (RDFS.subClassOf, RDFS.subPropertyOf)
        for child, parent in ONTOLOGY.subject_objects(step)
        if child in above(parent, step)
    ]

    assert cycles == []


def test_every_term_has_an_example() -> None:
    """Whatever data can use, some example uses."""
    shown = Graph()
    for path in EXAMPLES:
        shown.parse(path)
    wanted = usable()

    assert len(wanted) > 200
    assert sorted(map(slug, wanted - terms(shown))) == []


def test_every_class_has_its_own_example() -> None:
    """The file of a class holds a node of just that class."""
    classes = {node for node in usable() if (node, RDF.type, OWL.Class) in ONTOLOGY}

    assert len(classes) > 25
    for node in sorted(classes, key=str):
        assert (None, RDF.type, node) in Graph().parse(
            ontology_path("examples") / f"{slug(node)}.ttl"
        )


@pytest.mark.parametrize(
    "path", [ontology_path(f"{name}.ttl") for name in ("shapes", "style", "alignments")], ids=str
)
def test_no_undeclared_term(path: object) -> None:
    """Shapes, style and alignments name only terms that the ontology declares."""
    named = terms(Graph().parse(str(path))) - {URIRef(str(ISG))}

    assert named
    assert [term for term in named if (term, RDF.type, None) not in ONTOLOGY] == []


def test_ontology_names_only_its_own_terms() -> None:
    """A term that the ontology mentions is declared in it."""
    named = terms(ONTOLOGY) - {Literal(str(ISG))}

    assert [term for term in named if (term, RDF.type, None) not in ONTOLOGY] == []


@pytest.mark.parametrize(("one", "other"), DISJOINT)
def test_classes_are_disjoint(one: str, other: str) -> None:
    """The two are declared disjoint, and no class stands below both."""
    ends = (ISG[one], ISG[other])

    assert (ends[0], OWL.disjointWith, ends[1]) in ONTOLOGY or (
        (ends[1], OWL.disjointWith, ends[0]) in ONTOLOGY
    )
    assert below(ends[0], RDFS.subClassOf) & below(ends[1], RDFS.subClassOf) == set()


def test_there_are_lists() -> None:
    """Each list of codes holds at least two, and each code stands in the list of its class."""
    assert len(SCHEMES) > 5
    for scheme in SCHEMES:
        codes = set(ONTOLOGY.subjects(SKOS.inScheme, scheme))
        kind = ISG[slug(scheme).removesuffix("Scheme")]
        assert len(codes) > 1
        assert codes == set(ONTOLOGY.subjects(RDF.type, kind))


def test_no_label_and_no_definition_twice() -> None:
    """Classes and properties have unlike labels, and no two terms have the same definition."""
    labels = [str(label).casefold() for label in ONTOLOGY.objects(None, RDFS.label)]
    definitions = [str(text) for text in ONTOLOGY.objects(None, SKOS.definition)]

    assert sorted(labels) == sorted(set(labels))
    assert sorted(definitions) == sorted(set(definitions))


def test_nothing_is_imported() -> None:
    """No file of the ontology fetches another."""
    for name in ("isgraph", "lists", "shapes", "style", "alignments"):
        text = ontology_path(f"{name}.ttl").read_text("utf-8")
        assert not re.search(r"owl:imports|sh:sparql", text)
