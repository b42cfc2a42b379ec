"""Balance weighs signed ties, and every row leads to its claims."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from isgraph import project
from isgraph.analysis.balance import MEASURES, balance
from isgraph.analysis.measures import WHOLE
from isgraph.errors import EmptyNetworkError
from isgraph.store import Store
from tests.analysis.signed_networks import TRIBES, network_of, signs_of

TRIANGLE = (("a", "b", 1), ("b", "c", 1), ("c", "a", -1))


def tribes() -> str:
    """Tell the balance of a published network."""
    return str(balance(network_of(*((*pair, sign) for pair, sign in signs_of(TRIBES).items()))))


def test_frustrated_triad_with_its_claims() -> None:
    """Signs and claims stand in the order of the pairs of actors."""
    weighed = balance(network_of(*TRIANGLE))

    assert list(weighed.frustrated) == [
        ("Group A", "Group B", "Group C", "+ - +", "yes", "c1 | c3 | c2")
    ]
    assert [len(weighed.ties), weighed.ties[0].always == "yes"] == [1, False]


def test_figures() -> None:
    """Ties, triads and the index are counted; pairs of both signs stand apart."""
    weighed = balance(network_of(*TRIANGLE, ("a", "d", 1), ("d", "a", -1)))

    assert dict(weighed.rows) == {
        "actors": 3,
        "supportive ties": 2,
        "hostile ties": 1,
        "pairs of both signs": 1,
        "triads": 1,
        "balanced triads": 0,
        "share of balanced triads": 0.0,
        "the same by chance": 0.0,
        "frustration index": 1,
    }


def test_sides_and_blocs() -> None:
    """Three who are all hostile to each other are three blocs, but frustrated on two sides."""
    weighed = balance(network_of(("a", "b", -1), ("b", "c", -1), ("c", "a", -1), ("x", "y", 1)))
    blocs = {row.actor: row.bloc for row in weighed.partition}

    assert list(weighed.blocs) == [(2, 1), (3, 0)]
    assert len({blocs[f"Group {letter}"] for letter in "ABC"}) == 3
    assert [row.component for row in weighed.partition] == [1, 1, 1, 2, 2]


def test_unproven_index_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the solver proves nothing, what is found and what is proven are told apart."""
    monkeypatch.setattr("isgraph.analysis.frustration._solve", lambda *_: (1, None))
    weighed = balance(network_of(*((*pair, sign) for pair, sign in signs_of(TRIBES).items())))
    figures = dict(weighed.rows)

    assert not weighed.is_exact
    assert figures["frustration index, proven least"] == 1
    assert figures["frustration index, best found"] >= 7
    assert "frustration index" not in figures
    assert {None} == {row.always for row in weighed.ties}


def test_nothing_to_weigh() -> None:
    """A network without a sign is refused."""
    with pytest.raises(EmptyNetworkError, match="supportive or hostile"):
        balance(network_of(("a", "b", 0)))


def test_every_process_tells_the_same() -> None:
    """The order of sets of texts, which differs between processes, changes nothing."""
    program = "from tests.analysis.test_balance import tribes\nprint(tribes())"
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert said == f"{tribes()}\n"


def test_measures() -> None:
    """Shares, the index and the triads of each actor, by name."""
    network = network_of(*TRIANGLE, ("a", "d", 1))
    scores = {measure.name: measure.compute(network) for measure in MEASURES}

    assert scores == {
        "balance": {WHOLE: 0.0},
        "frustration": {WHOLE: 1.0},
        "frustrated-triads": {"a": 1.0, "b": 1.0, "c": 1.0, "d": 0.0},
    }


def test_shipped_balance(shipped: Store) -> None:
    """The index is exact, most triads are balanced, all claims exist, and lines are short."""
    network = project(shipped)
    weighed = balance(network)
    ids = {claim["id"] for *_, claim in network.edges(data=True)}
    named = {name for part in (weighed.frustrated, weighed.ties) for row in part
             for name in re.findall(r"c\d+", row.claims)}  # fmt: skip

    assert weighed.is_exact
    assert {row.figure: row.value for row in weighed.rows}["share of balanced triads"] > 0.7
    assert len(named) > 20
    assert named <= ids
    assert max(map(len, str(weighed).splitlines())) <= 80
    assert "<table>" in weighed._repr_html_()
