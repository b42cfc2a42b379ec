"""What the README and the help say is so."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from isgraph import questions
from isgraph.cli import main
from isgraph.files import sources_path

README = Path(__file__).parent.parent / "README.md"
NEEDS_SOURCES = {"locate", "coverage"}
RUNS_ON = {"serve"}
"""Commands that end only when told to; `tests/server/test_serving.py` starts them."""


def example(name: str) -> str:
    """Return the example in the help of a command."""
    found = re.search(r"Example: isgraph (.*)", main.every[name].help or "")
    assert found, f"the help of {name} has no example"
    return found[1]


@pytest.mark.parametrize("name", main.every)
def test_every_command_is_in_the_readme(name: str) -> None:
    """A reader of the README meets each command."""
    assert f"isgraph {name}" in README.read_text("utf-8")


@pytest.mark.parametrize("name", questions.names())
def test_every_question_is_in_the_readme(name: str) -> None:
    """A reader of the README meets each question, by its name and in English."""
    text = README.read_text("utf-8")

    assert re.search(rf"(?<![\w-]){name}(?![\w-])", text)
    assert questions.title(name) in text


@pytest.mark.parametrize("name", sorted(set(main.every) - RUNS_ON))
def test_the_example_of_a_command_runs(
    cli: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What the help shows can be typed as it stands, on the shipped data."""
    if name in NEEDS_SOURCES and sources_path() is None:
        pytest.skip("the source texts are not at hand")
    monkeypatch.chdir(tmp_path)
    if name == "import":
        assert cli("export", "claims.csv").exit_code == 0
    result = cli(*shlex.split(example(name)))

    assert result.exit_code == 0, result.output


def test_examples_change_no_data() -> None:
    """No example writes the shipped data, since a test runs it."""
    assert "--check" in example("fmt")
    assert "--dry-run" in example("import")
