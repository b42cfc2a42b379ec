"""Description: what the service can do, and what the data are, as RDF."""

from __future__ import annotations

from isgraph.network import edition
from isgraph.store import RESULTS, TRIPLES, Store
from isgraph.terms import BASE, ONTOLOGY, RDF

_FORMATS = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
}


def describe(store: Store, root: str) -> str:
    """Return the service description and the VoID of the dataset as Turtle.

    Source: SPARQL 1.1 Service Description; Describing Linked Datasets with
    the VoID Vocabulary, both of the W3C.

    Parameters
    ----------
    root
        The address of the server, without a slash behind it.

    Examples
    --------
    >>> "sd:endpoint <http://localhost:8080/sparql>" in describe(tiny, "http://localhost:8080")
    True
    """
    formats = " , ".join(f"<http://www.w3.org/ns/formats/{_FORMATS[m]}>" for m in RESULTS + TRIPLES)
    count = len(list(store.data()))
    classes = store.query("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?x a ?c }")[0].n
    entities = store.query(
        f"""SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x <{RDF}type> ?c
        FILTER(STRSTARTS(STR(?x), "{BASE}") && !STRSTARTS(STR(?x), "{ONTOLOGY}")) }}"""
    )[0].n
    return f"""@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{root}/sparql> a sd:Service ;
    sd:endpoint <{root}/sparql> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat {formats} ;
    sd:defaultDataset <{root}/.well-known/void#service> .

<{root}/.well-known/void#service> a sd:Dataset ;
    sd:defaultGraph <{root}/.well-known/void#isgraph> .

<{root}/.well-known/void#isgraph> a sd:Graph , void:Dataset ;
    dcterms:title "isgraph: actors around Islamic State"@en ;
    dcterms:description "Edition: {edition(store)}."@en ;
    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
    void:sparqlEndpoint <{root}/sparql> ;
    void:dataDump <{root}/data.ttl> ;
    void:uriSpace "{BASE}" ;
    void:vocabulary <{ONTOLOGY.rstrip("#")}> ;
    void:exampleResource <{BASE}actor/islamic-state> ;
    void:triples {count} ;
    void:entities {entities} ;
    void:classes {classes} .
"""
