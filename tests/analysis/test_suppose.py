"""Suppose: what is taken away, what comes true, and that nothing else changes."""

from __future__ import annotations

from datetime import date

import pytest

from isgraph.analysis.suppose import suppose
from isgraph.errors import ClaimError, EmptyNetworkError, NameNotFoundError
from isgraph.network import project
from isgraph.terms import Iri
from isgraph.vocab import ISG
from tests.analysis.stores import both, like, with_claims

ACTOR = "https://w3id.org/isgraph/actor/"


def ids(rows: object) -> list[str]:
    """Return the claims of rows."""
    return [row.claim for row in rows]  # type: ignore[attr-defined]


def test_nothing_supposed() -> None:
    """Without a supposition nothing is different."""
    supposed = suppose(both())

    assert supposed.rows == []
    assert supposed.network.edges == project(both(), everything=True).edges


def test_the_network_that_is_given_stays() -> None:
    """A supposition is a new network; what it is made of does not change."""
    network = project(both(), everything=True)
    before = {edge["id"]: dict(edge) for *_, edge in network.edges(data=True)}
    suppose(network, without=["Group A"], come_true=["c0007"])

    assert {edge["id"]: dict(edge) for *_, edge in network.edges(data=True)} == before


@pytest.mark.parametrize("name", ["Group A", "ga", "group-a", f"{ACTOR}group-a"])
def test_without_an_actor(name: str) -> None:
    """Its claims go, and those whom it detained have no holder any more."""
    supposed = suppose(both(), without=[name])

    assert f"{ACTOR}group-a" not in supposed.network
    assert {"c0001", "c0002", "c0101"} <= set(ids(supposed.taken_away))
    assert [(row.change, row.before_claims) for row in supposed.custody] == [
        ("holder gone", "c0001")
    ]


def test_one_name_alone() -> None:
    """A single name needs no list around it."""
    assert suppose(both(), without="Group A").rows == suppose(both(), without=["Group A"]).rows
    assert suppose(both(), come_true="c0007").rows == suppose(both(), come_true=["c0007"]).rows


def test_without_a_tie_and_a_claim() -> None:
    """A pair loses all of its claims, a claim goes alone; what was no tie is not counted."""
    supposed = suppose(both(), without=[("Group A", "Group B"), "c0003"])

    assert ids(supposed.taken_away) == ["c0003", "c0004"]
    assert [tuple(row)[:4] for row in supposed.ties] == [
        ("Group A", "Group B", "hostile", "no tie")
    ]


def test_a_plan_comes_true() -> None:
    """The forces that are planned to leave have left, and nothing else is different."""
    supposed = suppose(both(), come_true=["c0007"])

    assert [(row.claim, row.effect) for row in supposed.come_true] == [
        ("c0007", "taken as done, ends 1 claim")
    ]
    assert [tuple(row)[::2] for row in supposed.taken_away] == [("c0009", "c0007 comes true")]
    assert not supposed.ties


def test_what_comes_true_is_so() -> None:
    """The claim is in the network as asserted and actual, and marked."""
    store = with_claims(like("c0106", 960, modality=ISG.pledged, kind=ISG.fights))
    network = suppose(store, come_true=["pledged"]).network
    edge = next(edge for *_, edge in network.edges(data=True) if edge["id"] == "c0960")

    assert (edge["modality"], edge["status"], edge["supposed"]) == ("actual", "asserted", True)


def test_a_tie_is_gained() -> None:
    """Two that were not tied are tied if a forecast comes true."""
    ends = {"subject": Iri(f"{ACTOR}country-y"), "object": Iri(f"{ACTOR}group-c")}
    store = with_claims(like("c0101", 960, modality=ISG.forecast, **ends))
    supposed = suppose(store, come_true=["forecast"])

    assert [tuple(row) for row in supposed.ties] == [
        ("Country Y", "Group C", "no tie", "supportive", "c0960")
    ]


def test_dissolved() -> None:
    """A body that is planned to dissolve is gone, and what was planned with it ties nobody."""
    planned = {"modality": ISG.planned}
    dissolves = like("c0011", 960, kind=ISG.dissolved, **planned)
    stays = like("c0106", 961, **planned)
    supposed = suppose(with_claims(dissolves, stays), come_true=["planned", "Group B"])

    assert ids(supposed.come_true) == ["c0960", "c0961"]
    assert supposed.come_true[1].effect == "changes nothing"
    assert f"{ACTOR}group-b" not in supposed.network


def test_axes() -> None:
    """A modality, a kind and a name choose together; what is denied does not come true."""
    store = with_claims(
        like("c0101", 960, modality=ISG.planned), like("c0106", 961, modality=ISG.planned)
    )

    assert ids(suppose(store, come_true=["planned"]).come_true) == ["c0007", "c0960", "c0961"]
    assert ids(suppose(store, come_true=["planned", "backs"]).come_true) == ["c0960"]
    assert ids(suppose(store, come_true=["planned", "Country Y"]).come_true) == ["c0961"]
    assert ids(suppose(store, come_true=["c0008"]).come_true) == ["c0008"]


def test_a_day_chooses_what_is_so_before() -> None:
    """What comes true is looked for in all claims, also where the day is earlier."""
    supposed = suppose(both(), come_true=["c0007"], on=date(2024, 12, 15))

    assert ids(supposed.come_true) == ["c0007"]
    assert "c0004" not in {edge["id"] for *_, edge in supposed.network.edges(data=True)}


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"without": ["Group Q"]}, NameNotFoundError, "Nearest: 'Group"),
        ({"come_true": ["withdrawsForcesForm"]}, NameNotFoundError, "withdrawsForcesFrom"),
        ({"come_true": ["c0001"]}, ClaimError, "is said to be so already"),
        ({"come_true": ["planned", "Group C"]}, EmptyNetworkError, "isgraph ask not-yet"),
    ],
)
def test_refused(options: dict[str, list[str]], error: type[Exception], says: str) -> None:
    """A name that means nothing is refused, and so is what is so already."""
    with pytest.raises(error, match=says):
        suppose(both(), **options)  # type: ignore[arg-type]
