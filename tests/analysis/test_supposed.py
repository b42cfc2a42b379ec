"""Supposed: how a supposition is told."""

from __future__ import annotations

from isgraph.analysis.suppose import suppose
from isgraph.analysis.supposed import CAUTION
from isgraph.network import project
from tests.analysis.stores import both


def test_what_is_printed() -> None:
    """Each part with its count, in 80 columns, under the caution."""
    supposed = suppose(both(), without=["Group A"])
    text = supposed.text(2)

    assert max(map(len, text.splitlines())) <= 80
    assert text.startswith("Supposed of all claims, places, events and the like among them: ")
    assert CAUTION in " ".join(text.splitlines())
    assert f"Taken away ({len(supposed.taken_away)})" in text
    assert "members of Group B held: holder gone [c0001]" in text
    assert (
        f"and {len(supposed.taken_away) - 2} more; --format csv has all (.rows in Python)" in text
    )
    assert str(suppose(both(), come_true=["c0007"])).endswith(
        "No difference in: ties, reach, camps, custody."
    )


def test_sentences() -> None:
    """What comes true, and what ends by it, is told without signs of a programmer."""
    text = " ".join(str(suppose(both(), come_true=["c0007"])).split())

    assert "reported as planned, now taken as done, ends 1 claim [c0007]" in text
    assert "ends, as c0007 comes true [c0009]" in text
    assert "→" not in text


def test_of_which_network() -> None:
    """A network of actors alone has fewer claims than the store, and that is said."""
    network = project(both(), on="2024-02-01", certainly=True)
    text = " ".join(suppose(network, without="Group A").text().split())

    assert "what certainly held on 1 February 2024, between actors alone: 4 claims" in text


def test_nothing_to_leave_out() -> None:
    """An actor of whom nothing is left is named, with what was looked at."""
    text = " ".join(str(suppose(both(), without="Group A", on="1900", certainly=True)).split())

    assert text.endswith(
        "Of what certainly held at some time in 1900, no claim names Group A: leaving it out "
        "changes nothing."
    )


def test_rows_name_claims() -> None:
    """All differences are in one table, and those of claims name them."""
    supposed = suppose(both(), without=["Group A"])
    parts = {row.part for row in supposed.rows}

    assert {"taken away", "ties", "custody", "reach over all ties"} <= parts
    assert all(row.claims for row in supposed.rows if row.part in ("taken away", "ties", "custody"))
    assert "c0001" in supposed._repr_html_()


def test_nothing() -> None:
    """Without a supposition that is said."""
    assert str(suppose(both())).endswith("Nothing is supposed, and nothing changes.")


def test_figures_of_reach_that_stay_are_left_out() -> None:
    """A figure that is the same before and after is no difference."""
    rows = suppose(both(), without=["c0003"]).rows

    assert all(row.before != row.after for row in rows)
