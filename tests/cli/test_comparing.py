"""The commands that compare: reports, rows for other programs, and refusals."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]

TINY = str(Path(__file__).parents[1] / "tiny.ttl")


def rows(result: Result) -> list[dict[str, str]]:
    """Read what was printed as CSV."""
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_diff(cli: Cli) -> None:
    """A report with counts, and the same as rows."""
    said = cli("diff", "2024-02-01", "2024-04-01", "--data", TINY)
    found = rows(cli("diff", "2024-02-01", "2024-04-01", "--format", "csv", "--data", TINY))

    assert said.exit_code == 0
    assert "ended (1)" in said.stdout
    assert [
        (row["before_claims"], row["certainty"]) for row in found if row["change"] == "ended"
    ] == [("c0004", "certain")]


def test_diff_of_some_kinds(cli: Cli) -> None:
    """Only claims of a kind are compared."""
    words = ("diff", "2024-02-01", "2024-07-01", "--format", "csv", "--data", TINY)

    assert {row["relation"] for row in rows(cli(*words, "--kind", "backs"))} == {"backs"}


def test_diff_says_that_the_earlier_comes_first(cli: Cli) -> None:
    """Days that are given the other way round are put in order, and that is said."""
    turned = cli("diff", "2024-04-01", "2024-02-01", "--format", "csv", "--data", TINY)
    straight = cli("diff", "2024-02-01", "2024-04-01", "--format", "csv", "--data", TINY)

    assert turned.stderr == "The earlier comes first: from 2024-02-01 to 2024-04-01.\n"
    assert turned.stdout == straight.stdout
    assert not straight.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("diff", "2024", "2024-03"), "overlap"),
        (("diff", "2024-03-01", "tiny-2025-01-31"), "a day and a document"),
        (("suppose", "--without", "Group Q"), "Nearest: 'Group"),
    ],
)
def test_refused(cli: Cli, words: tuple[str, ...], says: str) -> None:
    """What cannot be compared ends with one message and exit code 1."""
    result = cli(*words, "--data", TINY)

    assert result.exit_code == 1
    assert says in result.stderr


def test_suppose(cli: Cli) -> None:
    """A report that says what it is, and the same as rows."""
    words = ("suppose", "--without", "Group A", "--come-true", "c0007", "--data", TINY)
    said = cli(*words)
    parts = {row["part"] for row in rows(cli(*words, "--format", "csv"))}

    assert "no forecast" in said.stdout
    assert {"come true", "taken away", "custody"} <= parts


def test_suppose_without_a_tie(cli: Cli) -> None:
    """A tie is two names."""
    words = ("suppose", "--without-tie", "Group A", "Group B", "--format", "json", "--data", TINY)
    taken = [row["claims"] for row in json.loads(cli(*words).stdout) if row["part"] == "taken away"]

    assert taken == ["c0004"]


def test_suppose_on_a_day(cli: Cli) -> None:
    """The day chooses what is so before."""
    words = ("suppose", "--without", "Group A", "--format", "json", "--data", TINY)
    found = json.loads(cli(*words, "--on", "2024-02-01", "--certainly").stdout)

    assert [row["claims"] for row in found if row["part"] == "taken away"] == ["c0004"]


def test_suppose_needs_a_supposition(cli: Cli) -> None:
    """Nothing to suppose is wrong usage."""
    result = cli("suppose", "--data", TINY)

    assert result.exit_code == 2
    assert "--without or --come-true" in result.stderr


@pytest.mark.parametrize("part", ["sources", "concentration", "ties", "voices"])
def test_speakers(cli: Cli, part: str) -> None:
    """Each table can be had alone, for other programs too."""
    said = cli("speakers", "--data", TINY)
    found = rows(cli("speakers", "--part", part, "--format", "csv", "--data", TINY))

    assert "Spoken of, and not among the speakers" in said.stdout
    assert found


def test_sources_as_csv(cli: Cli) -> None:
    """Without a part, another format has the sources."""
    found = rows(cli("speakers", "--format", "csv", "--kind", "detains", "--data", TINY))

    assert {row["claim_ids"] for row in found} == {"c0001"}
