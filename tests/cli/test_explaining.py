"""What the command line says beside an answer: the plan, and why nothing was found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

TINY = str(Path(__file__).parent.parent / "tiny.ttl")
Cli = Callable[..., Result]
NOBODY = "SELECT ?x { ?x isg:detains actor:group-c }"
REASON = "actor:group-c is not in the graph. Nearest: actor:group-b, actor:group-a.\n"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("table", "x\n-\n"),
        ("json", "[]\n"),
        ("csv", "x\n"),
        ("md", "| x |\n| --- |\n"),
        ("sparql-json", '{"head":{"vars":["x"]},"results":{"bindings":[]}}\n'),
        ("tsv", "?x\n"),
    ],
)
def test_reasons_go_to_standard_error(cli: Cli, form: str, expected: str) -> None:
    """The output stays clean, the exit code 0, and the reason is a line of its own."""
    result = cli("query", NOBODY, "--format", form, "--data", TINY)

    assert result.exit_code == 0
    assert result.stdout == expected
    assert result.stderr == ("0 rows\n" if form == "table" else "") + REASON


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_no_has_reasons_and_yes_has_none(cli: Cli, engine: str) -> None:
    """An ASK that is answered no finds nothing."""
    ask = "ASK { actor:group-b isg:detains ?x }"
    no = cli("query", ask, "--format", "csv", "--engine", engine, "--data", TINY)
    yes = cli("query", "ASK { actor:group-a isg:detains ?x }", "--format", "csv", "--data", TINY)
    expected = "Nothing in the graph matches `actor:group-b isg:detains ?x`.\n"

    assert no.stderr == expected
    assert yes.stderr == ""


def test_a_question_of_a_day_without_claims(cli: Cli) -> None:
    """A value that has answers on other days is no error, and the day is told."""
    day = ("--on", "2024-01", "--certainly")
    result = cli("ask", "detentions", "--by", "Group A", *day, "--format", "csv", "--data", TINY)

    assert result.exit_code == 0
    assert "Without the choice of a day, kind or status the answer has 1 row." in result.stderr
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize("words", [("query", "SELECT ?x { ?x isg:backs ?y }"), ("ask", "backers")])
def test_the_plan_goes_to_standard_error(cli: Cli, words: tuple[str, str]) -> None:
    """The answer is the same with and without the plan, which names every stage."""
    options = ("--on", "2024-07", "--format", "json", "--data", TINY)
    plain, explained = cli(*words, *options), cli(*words, *options, "--explain")
    stages = ["opening", "choosing the claims", "parsing and planning", "first row", "printing"]

    assert explained.exit_code == 0
    assert json.loads(explained.stdout)
    assert explained.stdout == plain.stdout
    assert plain.stderr == ""
    assert all(f"\n  {stage} " in explained.stderr for stage in stages)
    assert "claims: in July 2024." in explained.stderr
    assert max(map(len, explained.stderr.splitlines())) <= 80


@pytest.mark.parametrize("options", [("--engine", "rdflib"), ("--format", "ttl")])
def test_a_plan_is_of_oxigraph_and_of_rows(cli: Cli, options: tuple[str, str]) -> None:
    """Where there is no plan, asking for one is wrong usage."""
    result = cli("query", NOBODY, "--explain", *options, "--data", TINY)

    assert result.exit_code == 2
    assert "--explain goes with oxigraph" in result.stderr
