"""The JSON-LD of a thing says what the store says of it, and nothing else."""

import json

from isgraph.site.linked import linked
from isgraph.store import Store
from isgraph.terms import BASE, Iri


def triples_of(text: str) -> set[tuple[str, ...]]:
    """Read JSON-LD with a parser that is not ours, without a network."""
    from rdflib import Graph

    return {
        tuple(term.n3() for term in triple) for triple in Graph().parse(data=text, format="json-ld")
    }


def test_claim_is_read_back_as_it_stands_in_the_store(tiny: Store) -> None:
    """Parsed again, the triples of a claim and its passage are those of the store."""
    claim, passage = Iri(f"{BASE}claim/c0002"), Iri(f"{BASE}passage/tiny-0001")
    found = triples_of(json.dumps(linked(tiny, [claim, passage])))
    view = tiny.as_rdflib()
    from rdflib import URIRef

    stored = {
        tuple(term.n3() for term in triple)
        for iri in (claim, passage)
        for triple in view.triples((URIRef(iri), None, None))
    }

    assert found == stored
    assert len(found) > 15


def test_context_stands_in_the_document(tiny: Store) -> None:
    """Nothing has to be fetched: the context is a table of the prefixes that are used."""
    context = linked(tiny, [Iri(f"{BASE}claim/c0001")])["@context"]

    assert context["isg"] == "https://w3id.org/isgraph/ontology#"
    assert "place" not in context
