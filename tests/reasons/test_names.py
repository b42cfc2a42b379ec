"""Names: terms, things and texts that the graph does not have so."""

from __future__ import annotations

import pytest

from isgraph.patterns import outline
from isgraph.reasons.asked import Asked
from isgraph.reasons.names import other_spellings, unknown_names, unknown_terms
from isgraph.store import Store

ISG = "https://w3id.org/isgraph/ontology#"


def asked(store: Store, pattern: str) -> Asked:
    """Return a pattern as it is asked of a store."""
    return Asked(store, outline(f"SELECT * {{ {pattern} }}"))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("?x isg:backs/isg:detain ?y",
         ["isg:detain is not in the ontology. Nearest: 'detains', 'detainees', 'trains'."]),
        (f"?x <{ISG}Backs> ?y . ?x a isg:Stat",
         ["isg:Backs is not in the ontology. Nearest: 'backs', 'attacks'.",
          "isg:Stat is not in the ontology. Nearest: 'State', 'StateBody', 'CitationState'."]),
        ("?c isg:epistemicStatus ?s FILTER(?s = isg:xyzzy)", ["isg:xyzzy is not in the ontology."]),
        ("?x isg:backs ?y ; a isg:State ; rdfs:label 'isg:nope'", []),
    ],
)  # fmt: skip
def test_unknown_terms(tiny: Store, pattern: str, expected: list[str]) -> None:
    """A term of our namespace that the ontology lacks is named, with the nearest."""
    assert list(unknown_terms(asked(tiny, pattern))) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("?x isg:backs actor:grup-a",
         ["actor:grup-a is not in the graph. Nearest: actor:group-a, actor:group-b."]),
        ("VALUES ?x { actor:northland }",
         ["actor:northland is not in the graph. `isgraph list actors` lists what is."]),
        ("?x isg:locatedIn <https://w3id.org/isgraph/place/northlands>",
         ["place:northlands is not in the graph. Nearest: place:northland."]),
        ("?c isg:passage psg:tiny-0009",
         ["psg:tiny-0009 is not in the graph. "
          "Nearest: psg:tiny-0004, psg:tiny-0003, psg:tiny-0002."]),
        ("?c isg:work work:atlas-of-northland",
         ["work:atlas-of-northland is not in the graph. Nearest: work:atlas."]),
        ("actor:group-a isg:backs ?y . ?c isg:passage psg:tiny-0001 ; ?p claim:c0001", []),
    ],
)  # fmt: skip
def test_unknown_names(tiny: Store, pattern: str, expected: list[str]) -> None:
    """A thing that the graph lacks is named, with the nearest of its room by any name."""
    assert list(unknown_names(asked(tiny, pattern))) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ('?x rdfs:label "Group A"',
         ['The graph has "Group A" only as "Group A"@en; write it so.']),
        ("?x rdfs:label 'Group A'@de", ["The graph has 'Group A'@de only as 'Group A'@en; "
                                        "write it so."]),
        ('?c isg:validTime "2024-04"',
         ['The graph has "2024-04" only as "2024-04"^^edtf:EDTF; write it so.']),
        ('?x rdfs:label "GA"@en', ['"GA" is another name of actor:group-a; ask for that.']),
        ('?x rdfs:label "Grup A"@en', ["Nothing is called \"Grup A\". "
                                       "Nearest: 'Group A', 'Group B'."]),
        ('?x rdfs:label ?l FILTER(?l IN ("Grup A", "Grup A"@en))',
         ["Nothing is called \"Grup A\". Nearest: 'Group A', 'Group B'."]),
        ('?x rdfs:label ?l VALUES ?l { "Group A" }',
         ['The graph has "Group A" only as "Group A"@en; write it so.']),
        ('?x rdfs:label "Group A"@en, ?l FILTER(?l IN ("Group B", "Group B"@en))', []),
        ('?x rdfs:label ?l FILTER(STR(?l) = "Grup A")', []),
        ('?x skos:prefLabel "denid"@en',
         ["Nothing is called \"denid\". Nearest: 'denied'."]),
        ('?x ?p ?q VALUES (?p ?word) { (isg:backs "backs it") }', []),
        ('?x rdfs:label ?l FILTER(?l != "Grup A")', []),
        ('?x rdfs:label ?l BIND(STR(?l) AS ?t) FILTER(?t = "Group A")', []),
        ('?c isg:beginLatest "2024-01-01"^^xsd:date FILTER(?d > "2024-01-01"^^xsd:date)', []),
    ],
)  # fmt: skip
def test_other_spellings(tiny: Store, pattern: str, expected: list[str]) -> None:
    """A text that stands in the graph otherwise, or not at all, is named, if it is compared."""
    assert list(dict.fromkeys(other_spellings(asked(tiny, pattern)))) == expected
