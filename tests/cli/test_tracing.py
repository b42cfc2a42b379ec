"""The command `path` prints what `find_paths` finds, as text, rows or a picture."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from isgraph import find_paths
from isgraph.store import Store

TINY = str(Path(__file__).parent.parent / "tiny.ttl")
Cli = Callable[..., Result]


def test_text_is_that_of_the_function(cli: Cli, tiny: Store) -> None:
    """The command prints the same text."""
    expected = str(find_paths(tiny, "Person P", "Coalition K", sort="all", longest=4, most=2))
    words = ("--all", "--longest", "4", "--most", "2")
    result = cli("path", "Person P", "Coalition K", *words, "--data", TINY)

    assert result.exit_code == 0
    assert result.stdout == expected + "\n"


def test_rows(cli: Cli) -> None:
    """Each other format has a row a hop."""
    result = cli("path", "Person P", "Group B", "--format", "json", "--strongest", "--data", TINY)
    rows = json.loads(result.stdout)

    assert [rows[0]["from"], rows[0]["to"], rows[0]["claims"]] == ["Person P", "Group A", "c0006"]


@pytest.mark.parametrize("form", ["table", "csv"])
def test_without_a_path_the_reason_is_said(cli: Cli, form: str) -> None:
    """It is part of the text, and goes to standard error beside rows; the exit code is 0."""
    result = cli("path", "Person P", "Northland", "--format", form, "--data", TINY)
    said = result.stdout if form == "table" else result.stderr

    assert result.exit_code == 0
    assert "of the class region" in " ".join(said.split())


def test_picture(cli: Cli, tmp_path: Path) -> None:
    """The picture is written; without a path it is refused."""
    page = tmp_path / "path.html"
    drawn = cli("path", "Person P", "Group A", "--draw", str(page), "--data", TINY)
    refused = cli("path", "Person P", "Person P", "--draw", str(page), "--data", TINY)

    assert drawn.exit_code == 0
    assert page.read_text().startswith("<!doctype html>")
    assert [refused.exit_code, refused.stderr.startswith("Error: There is no path")] == [1, True]


@pytest.mark.parametrize("option", [("--kind", "nothing"), ("--status", "nothing")])
def test_conditions_are_checked(cli: Cli, option: tuple[str, str]) -> None:
    """A kind or status that does not exist is refused by name."""
    result = cli("path", "Person P", "Group A", *option, "--data", TINY)

    assert result.exit_code == 1
    assert "'nothing'" in result.stderr
