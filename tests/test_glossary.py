"""What can be written in a query."""

from __future__ import annotations

import json

from isgraph.claims import relations
from isgraph.glossary import glossary
from isgraph.store import Store
from isgraph.terms import PREFIXES, shorten


def test_every_relation_is_a_relation(shipped: Store) -> None:
    """The kind of a term is that of the ontology, also where its sign is inherited."""
    expected = sorted(map(shorten, relations(shipped)))
    terms = glossary(shipped)["terms"]

    assert [term["name"] for term in terms if term["kind"] == "relation"] == expected
    assert {term["kind"] for term in terms} == {"relation", "class", "part", "code"}


def test_terms_and_names_are_told(shipped: Store) -> None:
    """Each term and each name has a label, and all can be sent as JSON."""
    found = json.loads(json.dumps(glossary(shipped)))

    assert found["prefixes"] == PREFIXES
    assert all(item["label"] for item in found["terms"] + found["names"])
    assert {"name": "actor:sdf", "label": "Syrian Democratic Forces"}.items() <= next(
        name for name in found["names"] if name["name"] == "actor:sdf"
    ).items()
