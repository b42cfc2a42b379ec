"""The commands that weigh print reports, one table, or rows for other programs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]

TINY = str(Path(__file__).parents[1] / "tiny.ttl")


def test_balance(cli: Cli) -> None:
    """All of the tables, with the caution."""
    said = cli("balance", "--data", TINY)

    assert said.exit_code == 0
    assert "frustration index" in said.output
    assert "The absence of a line is not the absence of a tie" in said.output


@pytest.mark.parametrize(
    "part", ["triads", "frustrated", "ties", "partition", "blocs", "both-signs"]
)
def test_parts_of_balance(cli: Cli, part: str) -> None:
    """Each table can be had alone, as JSON too."""
    said = cli("balance", "--show", part, "--format", "json", "--data", TINY)

    assert said.exit_code == 0
    assert isinstance(json.loads(said.stdout), list)


def test_of_an_actor(cli: Cli) -> None:
    """The ways through one other are listed for a name; --show does not go with it."""
    said = cli("balance", "--of", "Group A", "--format", "csv", "--data", TINY)
    refused = cli("balance", "--of", "Group A", "--show", "ties", "--data", TINY)

    assert said.stdout.startswith("relation,actor,through,other,")
    assert "\nenemy of an enemy,Group A,Group B,Country X,both signs," in said.stdout
    assert refused.exit_code == 2


def test_nothing_to_weigh(cli: Cli) -> None:
    """A selection without signs is refused with a reason."""
    said = cli("balance", "--known-by", "1990-01-01", "--data", TINY)

    assert said.exit_code == 1
    assert "nothing to weigh" in said.stderr


def test_camps(cli: Cli) -> None:
    """Camps with their stability and structure."""
    said = cli("camps", "--runs", "1", "--data", TINY)

    assert said.exit_code == 0
    assert "Pairs bound by structure" in said.output


@pytest.mark.parametrize("part", ["members", "stability", "structure", "pairs"])
def test_parts_of_camps(cli: Cli, part: str) -> None:
    """Each table can be had alone."""
    said = cli("camps", "--show", part, "--format", "json", "--runs", "1", "--data", TINY)

    assert said.exit_code == 0
    assert isinstance(json.loads(said.stdout), list)


@pytest.mark.parametrize("command", ["balance", "camps"])
def test_example_in_help_runs(cli: Cli, command: str) -> None:
    """What the help gives as an example works on the shipped data."""
    example = cli(command, "--help").output.split("Example: isgraph ")[1].split("\n")[0]
    said = cli(*example.split())

    assert said.exit_code == 0
    assert max(map(len, said.stdout.splitlines())) <= 80
