"""Description: what the service can do, and what the data are, as RDF."""

from __future__ import annotations

from collections.abc import Collection

from isgraph.network import edition
from isgraph.store import RESULTS, TRIPLES, Store
from isgraph.terms import BASE, ONTOLOGY, RDF, Triple

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
    ontology, void = ONTOLOGY.rstrip("#"), f"{root}/.well-known/void"
    data = list(store.data())
    return f"""@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{root}/sparql> a sd:Service ;
    sd:endpoint <{root}/sparql> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat {formats} ;
    sd:defaultDataset <{void}#service> .

<{void}#service> a sd:Dataset ;
    sd:defaultGraph <{void}#isgraph> ;
    sd:namedGraph <{void}#named> .

<{void}#named> a sd:NamedGraph ;
    sd:name <{ontology}> ;
    sd:graph <{void}#ontology> .

<{void}#isgraph> a sd:Graph , void:Dataset ;
    dcterms:title "isgraph: actors around Islamic State"@en ;
    dcterms:description "Edition: {edition(store)}. The data and the ontology as one graph."@en ;
    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
    void:sparqlEndpoint <{root}/sparql> ;
    void:uriSpace "{BASE}" ;
    void:vocabulary <{ontology}> ;
    void:exampleResource <{BASE}actor/islamic-state> ;
    void:subset <{void}#data> , <{void}#ontology> ;
{_figures(list(store.triples()))}

<{void}#data> a sd:Graph , void:Dataset ;
    dcterms:title "The data"@en ;
    void:dataDump <{root}/data.ttl> ;
{_figures(data)}

<{void}#ontology> a sd:Graph , void:Dataset ;
    dcterms:title "The ontology"@en ;
    void:dataDump <{root}/ontology> ;
{_figures(set(store.triples()) - set(data))}
"""


def _figures(triples: Collection[Triple]) -> str:
    """Return how large a graph is, as the end of its description."""
    typed = [(subject, kind) for subject, part, kind in triples if part == RDF + "type"]
    classes = {kind for _, kind in typed}
    named = (subject for subject, _ in typed if subject.startswith(BASE))
    entities = {subject for subject in named if not subject.startswith(ONTOLOGY.rstrip("#"))}
    return f"""    void:triples {len(triples)} ;
    void:entities {len(entities)} ;
    void:classes {len(classes)} ."""
