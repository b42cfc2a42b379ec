"""Endings: what each relation takes away when a claim of it comes true, and what it does not."""

from __future__ import annotations

import pytest

from isgraph.analysis.endings import END_OBJECT, END_SUBJECT, END_TIES, ended_claims, ended_node
from isgraph.claims import relations
from isgraph.network import project
from isgraph.store import Store
from isgraph.terms import Iri
from isgraph.vocab import ISG
from tests.analysis.stores import both, like, with_claims

ACTOR = "https://w3id.org/isgraph/actor/"
PLACE = "https://w3id.org/isgraph/place/"


def ended(slug: str, *more: object, **parts: object) -> list[str]:
    """Return the ids of what a claim takes away that is like another, with other parts."""
    claim = like(slug, 950, **parts)
    network = project(with_claims(claim, *more), everything=True)  # type: ignore[arg-type]
    edge = next(e for *_, e in network.edges(data=True) if e["id"] == "c0950")
    return sorted(found["id"] for found in ended_claims(network, edge) if found["id"] != "c0950")


def test_the_rule_names_relations_of_the_ontology() -> None:
    """What is undone has an opposite or neutral relation to undo it, from and to the same."""
    known = {iri.slug: relation for iri, relation in relations(Store()).items()}

    assert {*END_TIES, *END_TIES.values()} <= set(known)
    for kind, undone in END_TIES.items():
        assert known[kind].domain == known[undone].domain
        assert known[kind].range == known[undone].range
    assert {*END_OBJECT, *END_SUBJECT} - set(known) == {ISG.dissolved.slug}


def test_withdrawal_ends_the_deployment() -> None:
    """Only forces of the same actor at the same place leave."""
    assert ended("c0102") == ["c0009"]
    assert ended("c0102", subject=Iri(f"{ACTOR}country-y")) == []


def test_withdrawal_from_a_wider_place() -> None:
    """Forces in a place that lies in the one that is left leave too."""
    valley, ridge = Iri(f"{PLACE}valley"), Iri(f"{PLACE}northland")
    lies = like("c0102", 951, subject=ridge, kind=ISG.locatedIn, object=valley)

    assert ended("c0102", lies, object=valley) == ["c0009"]
    assert ended("c0102", object=valley) == []


@pytest.mark.parametrize(
    ("kind", "undone"), [(ISG.liftsSanctionsOn, ISG.sanctions), (ISG.delistsAsTerrorist, None)]
)
def test_what_undoes_a_relation(kind: Iri, undone: Iri | None) -> None:
    """Lifting ends sanctions, delisting ends designation; mere opposition stays."""
    more = [like("c0014", 951, kind=undone)] if undone else []
    expected = ["c0951"] if undone else ["c0014"]

    assert ended("c0014", *more, kind=kind) == expected


def test_dissolving_and_merging() -> None:
    """A body that merges into another is no longer there, and every claim of it ends."""
    group = f"{ACTOR}group-c"

    assert ended("c0109", kind=ISG.mergesInto) == ["c0103", "c0107", "c0109"]
    for kind in sorted(END_SUBJECT):
        assert (
            ended_node({"kind": kind, "subject": group, "object": "x", "negated": False}) == group
        )


def test_terminating() -> None:
    """What is terminated is no longer there, nor what is part of it or rests on it."""
    pact = Iri("https://w3id.org/isgraph/instrument/northland-pact")
    resting = like("c0101", 951, instruments=(pact,))

    assert ended("c0102", resting, kind=ISG.terminates, object=pact) == ["c0015", "c0951"]


def test_a_negation() -> None:
    """It ends the relation that it negates and those below it, between the same two alone."""
    assert ended("c0101", negated=True) == ["c0002", "c0101", "c0105"]
    assert ended("c0105", negated=True) == ["c0105"]


def test_a_negated_symmetric_relation() -> None:
    """It holds in both directions, and so does its end."""
    one, other = Iri(f"{ACTOR}country-y"), Iri(f"{ACTOR}country-x")

    assert ended("c0104", subject=one, object=other, negated=True) == ["c0104"]


@pytest.mark.parametrize("slug", ["c0001", "c0003", "c0101", "c0107", "c0109"])
def test_everything_else_ends_nothing(slug: str) -> None:
    """Detaining, opposing, backing, calling for an end, and even succeeding, end no tie."""
    assert ended(slug) == []


def test_a_negated_ending_ends_nothing_of_its_subject() -> None:
    """Not to merge keeps a body there."""
    claim = {"kind": "mergesInto", "subject": "a", "object": "b", "negated": True}

    assert ended_node(claim) is None
    assert both()
