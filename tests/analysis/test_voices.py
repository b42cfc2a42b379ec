"""Voices: who speaks in a claim, and for whom."""

from __future__ import annotations

import pytest

from isgraph.analysis.voices import claims_of, heard, named, spoken_of, ties_of
from isgraph.network import project
from isgraph.terms import Iri
from isgraph.vocab import ISG
from tests.analysis.stores import both, like, with_claims

ACTOR = "https://w3id.org/isgraph/actor/"
CLAIM = {
    "claimants": ["P"],
    "document": "D",
    "sources": [
        {"work": "W", "publisher": "H", "authors": ["A", "B"]},
        {"work": "V", "publisher": None, "authors": []},
    ],
}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("claimant", ["P"]),
        ("author", ["A", "B"]),
        ("work", ["W (H)", "V"]),
        ("publisher", ["H"]),
        ("document", ["D"]),
    ],
)
def test_roles(role: str, expected: list[str]) -> None:
    """Each role has its names; a work without a publisher stands alone."""
    assert named(CLAIM, role) == expected


def test_all_claims() -> None:
    """Figures and states are claims too."""
    network = project(both(), everything=True)

    assert [claim["id"] for claim in claims_of(network)][-1] == "c0111"
    assert len(claims_of(network)) == 29


def test_bodies_of_bodies() -> None:
    """The leader of a part of a state speaks for the state, and not the other way round."""
    part, state, person = (Iri(f"{ACTOR}{name}") for name in ("group-a", "country-x", "person-p"))
    store = with_claims(
        like("c0006", 980, subject=part, object=state, kind=ISG.componentOf, role=None),
        like("c0003", 981, claimants=(person,)),
        like("c0004", 982, claimants=(state,)),
    )
    network = project(store)
    rows = list(spoken_of(network, claims_of(network), ["Country X", "Group A", "Person P"]))
    by_name = {str(row[0]): row[2:4] for row in rows}

    assert by_name["Country X"] == (2, 1)
    assert by_name["Group A"] == (0, 1)
    assert by_name["Person P"] == (1, 0)


def test_ties_without_a_sign_are_left_out() -> None:
    """A meeting is neither supportive nor hostile."""
    network = project(both())
    pairs = {row[:2] for row in heard(network, claims_of(network))}

    assert ("Country X", "Country Y") not in pairs
    assert len(pairs) < ties_of(network).number_of_edges()
