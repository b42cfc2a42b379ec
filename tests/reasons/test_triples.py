"""Triples: patterns that match nothing, and what the graph has instead."""

from __future__ import annotations

import pytest

from isgraph.patterns import outline
from isgraph.reasons.asked import Asked
from isgraph.reasons.triples import dead_end, turned, unmatched, unused
from isgraph.store import Store


def asked(store: Store, pattern: str, behind: str = "") -> Asked:
    """Return a pattern as it is asked of a store."""
    return Asked(store, outline(f"SELECT * {{ {pattern} }} {behind}"))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("?x isg:withdrawsForcesFrom ?y",
         "No direct triple has isg:withdrawsForcesFrom, for its claims (1 denied and planned, "
         "1 reported and planned) license none; ask them: ?c isg:predicate "
         "isg:withdrawsForcesFrom."),
        ("?x isg:trains ?y", "No triple has isg:trains in this graph."),
        ("?x rdfs:lable ?y", "No triple has rdfs:lable. Nearest: 'rdfs:label',"),
        ("?x isg:hostileRelation ?y",
         "No triple has isg:hostileRelation itself, only what is narrower (isg:criticises, "
         "isg:designatesAsTerrorist, isg:detains, …): ask ?x ?p ?y . "
         "?p rdfs:subPropertyOf* isg:hostileRelation."),
        ("?x a isg:Actor",
         "Nothing is an isg:Actor itself, only what is narrower (isg:Coalition, "
         "isg:NonStateArmedGroup, isg:Person, …): ask ?x a/rdfs:subClassOf* isg:Actor."),
        ("?x a isg:Agreement ; a isg:Mission", "Nothing is an isg:Mission in this graph."),
    ],
)  # fmt: skip
def test_unused(tiny: Store, pattern: str, expected: str) -> None:
    """A relation or class without a triple is told, with its claims or what is narrower."""
    found = list(unused(asked(tiny, pattern), asked(tiny, pattern)))

    assert len(found) == 1
    assert found[0].startswith(expected)


def test_claims_of_a_pair() -> None:
    """Where a relation holds between others, the claims of the pair asked for are counted."""
    store = Store()
    store.parse("""@prefix isg: <https://w3id.org/isgraph/ontology#> .
        @prefix actor: <https://w3id.org/isgraph/actor/> .
        actor:c isg:backs actor:b .
        <urn:1> isg:subject actor:a ; isg:predicate isg:backs ; isg:object actor:b ;
            isg:epistemicStatus isg:denied ; isg:modality isg:planned .
        <urn:2> isg:subject actor:a ; isg:predicate isg:backs ; isg:object actor:b ;
            isg:negated true ; isg:epistemicStatus isg:asserted ; isg:modality isg:actual .""")
    pair = asked(store, "actor:a isg:backs actor:b")
    expected = [
        "No direct triple is `actor:a isg:backs actor:b`: its claims "
        "(1 asserted and negated, 1 denied and planned) license none."
    ]

    assert list(unused(pair, pair)) == expected


@pytest.mark.parametrize(
    ("pattern", "other"),
    [
        ("actor:held-b isg:detains ?x", "`?x isg:detains actor:held-b`"),
        ("actor:held-b isg:detains actor:group-a", "`actor:group-a isg:detains actor:held-b`"),
        ('?h rdfs:label "members of Group B held"@en ; isg:detains ?x', "`?x isg:detains ?h`"),
        ("?x isg:detains ?y", None),
        ("actor:group-b isg:backs ?x", None),
        ("actor:group-a isg:detains ?x", None),
    ],
)
def test_turned(tiny: Store, pattern: str, other: str | None) -> None:
    """A relation that holds the other way round is told, also of what a label names."""
    found = list(turned(asked(tiny, pattern)))

    assert [reason.partition("round it does: ")[2] for reason in found] == (
        [f"{other}."] if other else []
    )


def test_unmatched(tiny: Store) -> None:
    """A pattern with a name that matches nothing even alone is told."""
    found = list(unmatched(asked(tiny, "?x isg:backs ?y . actor:group-b isg:backs ?z")))

    assert found == ["Nothing in the graph matches `actor:group-b isg:backs ?z`."]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("?x isg:backs actor:group-b", ["Nothing in the graph matches `?x isg:backs"]),
        ("?x isg:backs ?y . OPTIONAL { ?x ?p ?q } ?y isg:backs ?z . ?z ?p ?q",
         ["Nothing is left after `?y isg:backs ?z`; what stands before it has matches."]),
        ("FILTER(?x = ?y) ?x isg:backs ?y",
         ["Nothing is left after `FILTER(?x = ?y)`; what stands before it has matches."]),
        ("?x isg:backs ?y", ["The pattern has matches, but what stands behind it (HAVING, LIMIT)"]),
        ("?x isg:backs", []),
    ],
)  # fmt: skip
def test_dead_end(tiny: Store, pattern: str, expected: list[str]) -> None:
    """The first part with which nothing is left is told; a filter counts as the last."""
    found = list(dead_end(asked(tiny, pattern, "LIMIT 0")))

    assert len(found) == len(expected)
    assert all(map(str.startswith, found, expected))
