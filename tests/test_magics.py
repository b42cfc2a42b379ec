"""The magics in a real IPython: what they answer, refuse and complete."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import isgraph
from isgraph import questions
from isgraph.store import Store

Run = Callable[[str], Any]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InteractiveShell]:
    """Start IPython as a notebook does, and load the extension by its magic."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "__main__", sys.modules["__main__"])
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
        shell.run_cell("%load_ext isgraph")
        yield shell


@pytest.fixture
def shell(started: InteractiveShell, tiny: Store) -> InteractiveShell:
    """Give the notebook no variables but `store`, which is the tiny world."""
    started.reset()
    started.user_ns["store"] = tiny
    return started


@pytest.fixture
def run(shell: InteractiveShell) -> Run:
    """Run a cell that succeeds, and return what it answers."""

    def run(cell: str) -> Any:
        found = shell.run_cell(cell)
        found.raise_error()
        return found.result

    return run


def complete(shell: InteractiveShell, text: str) -> list[str]:
    """Return the text as each completion at its end leaves it."""
    with provisionalcompleter():
        found = list(shell.Completer.completions(text, len(text)))
    return [text[: one.start] + one.text + text[one.end :] for one in found]


def test_a_cell_of_sparql_answers_in_rows(run: Run, tiny: Store) -> None:
    """SELECT gives the rows of the variable `store`, without any prefix declared."""
    query = "SELECT ?who ?whom { ?who isg:detains ?whom }"
    expected = tiny.query(query)
    found = run(f"%%sparql\n{query}")

    assert isinstance(found, isgraph.Rows)
    assert found == expected
    assert found.columns == ("who", "whom")


def test_a_line_asks_a_question(run: Run, tiny: Store) -> None:
    """A line magic can be assigned, and its options are those of the shell."""
    expected = isgraph.ask(tiny, "detentions", custodian="Group A")

    assert run("rows = %ask detentions --by 'Group A'\nrows") == expected
    assert expected


def test_a_line_shows_a_name(run: Run) -> None:
    """A name of several words needs no quotes."""
    expected = "Group A"

    assert run("%show Group A").entity.label == expected
    assert run("%show 'Group A' --on 2024-06-15").entity.label == expected


def test_dollars_and_braces_stay_as_they_are(run: Run, shell: InteractiveShell) -> None:
    """Nothing of Python is put into a query or a line: `$x` is a variable of SPARQL."""
    shell.user_ns["x"] = "group-a"
    expected = ["https://w3id.org/isgraph/actor/group-a"]

    assert [row.x for row in run("%%sparql\nSELECT $x { $x isg:detains ?y }")] == expected
    failed = shell.run_cell("%show $x").error_in_exec
    assert "'$x'" in str(failed)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("%%sparql\nSELECT ?x { ?x isg:detains", ["not SPARQL at line 2"]),
        (
            "%%sparql\nINSERT DATA { actor:a isg:backs actor:b }",
            ["INSERT at line 1", "SELECT, ASK, CONSTRUCT or DESCRIBE"],
        ),
        ("%%sparql --let y=2\nSELECT ?x { ?x isg:detains ?z }", ["select ?y", "are: x"]),
        ("%%sparql --let y\nSELECT ?y { ?x isg:detains ?y }", ["'y'", "--let who="]),
        ("%%sparql -o a-b\nASK { }", ["'a-b'"]),
        ("%%sparql --on 2025-13\nASK { }", ["--on", "calendar"]),
        ("%%sparql --onn 2025\nASK { }", ["--onn", "--on"]),
        ("%%sparql --data nowhere.ttl\nASK { }", ["nowhere.ttl", "--data"]),
        ("%ask detention", ["'detention'", "'detentions'"]),
        ("%ask detentions --bye x", ["--bye", "--by"]),
        ("%ask detentions --by 'Group C'", ["'Group C'", "'Group A'"]),
        ("%ask detentions --by 'Group A", ["quotation", "Group A"]),
        ("%show", ["NAME"]),
        ("%show group-c", ["'group-c'", "'Group A'"]),
        ("store = 'a shop'\n%ask detentions", ["`store`", "isgraph.load()"]),
    ],
)
def test_what_is_refused_is_one_message(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str], cell: str, words: list[str]
) -> None:
    """An error names its cause and what to do next, without a traceback."""
    found = shell.run_cell(cell)
    printed = "".join(capsys.readouterr())

    assert found.error_in_exec is not None
    assert printed.startswith("UsageError: ")
    assert "Traceback" not in printed
    assert all(word in printed for word in words), printed


def test_help_is_printed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """The help of a magic is that of its command, with the options that it has here."""
    run("%ask detentions --help")
    printed = capsys.readouterr().out

    assert "Usage: %ask detentions" in printed
    assert "--by" in printed
    assert "--format" not in printed


def test_graphs_are_printed_as_turtle(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A graph that a query makes can be read; of a large one only the size is told."""
    run("%%sparql\nCONSTRUCT { ?x isg:detains ?y } WHERE { ?x isg:detains ?y }")
    expected = "actor:group-a isg:detains actor:held-b ."

    assert expected in capsys.readouterr().out
    run("store.as_rdflib()")
    assert "triples; " in capsys.readouterr().out


def test_rows_are_printed_as_a_table(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """In a terminal rows are the table of the command line."""
    run("%ask detentions")

    assert "Group A    members of Group B" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%%sparql\nSELECT * { ?x isg:detains", ["isg:detains"]),
        ("%%sparql --on 2024\nSELECT *\n{ actor:group-", ["actor:group-a", "actor:group-b"]),
        ("%%sparql\nASK { ?x ISG:quantityM", ["isg:quantityMax", "isg:quantityMin"]),
        ("%%sparql\nASK { ?x is", ["isg:"]),
        ("%%sparql\nSELECT ?whom { ?who isg:backs ?wh", ["?who", "?whom"]),
        ("%%sparql --kn", ["--known-by"]),
        ("%ask deten", ["detentions"]),
        ("rows = %ask deten", ["detentions"]),
        ("%ask detentions --b", ["--by"]),
        ("%ask detentions --by ", ['"Group A"']),
        ("%ask detentions --by gr", ['"Group A"']),
        ("%ask detentions --by=Gr", ['"Group A"']),
        ('%ask detentions --by "Group', ['"Group A"']),
        ("%ask detentions --by Gr --of m", ['"members of Group B held"']),
        ("%show Group ", ["A", "B"]),
        ('%show "Group', ['"Group A"', '"Group B"']),
        ("x = 1\n%show inst", ["Institute"]),
    ],
)
def test_completion(shell: InteractiveShell, text: str, expected: list[str]) -> None:
    """Tab completes prefixes, names, variables, questions, options and values."""
    found = complete(shell, text)
    begins = {one.removesuffix(end) for one, end in zip(found, expected, strict=True)}

    assert all(one.endswith(end) for one, end in zip(found, expected, strict=True)), found
    assert len(begins) == 1
    assert text.startswith(begins.pop())


def test_every_question_is_completed(shell: InteractiveShell) -> None:
    """After `%ask` come the names of all shipped questions."""
    expected = [f"%ask {name}" for name in questions.names()]

    assert complete(shell, "%ask ") == expected


def test_python_is_completed_as_before(shell: InteractiveShell) -> None:
    """Elsewhere the magics keep out of the way, and a second load adds nothing."""
    shell.run_cell("%reload_ext isgraph")
    expected = 1

    assert "store.query" in complete(shell, "store.que")
    assert complete(shell, "%ask deten") == ["%ask detentions"]
    known = [getattr(one, "matcher_identifier", "") for one in shell.Completer.custom_matchers]
    assert known.count("isgraph") == expected


def test_without_a_store_the_shipped_data_are_opened(
    run: Run, shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first magic opens what `isgraph.load()` does, says so, and the next ones keep it."""
    del shell.user_ns["store"]
    run("%ask detentions")
    opened = shell.user_ns["store"]
    said = capsys.readouterr().out
    run("%ask detentions")

    assert said.startswith("store = isgraph.load()\n")
    assert shell.user_ns["store"] is opened
    assert "isgraph.load" not in capsys.readouterr().out


def test_data_fill_the_store(run: Run, shell: InteractiveShell, tmp_path: Path) -> None:
    """`--data` takes a place or a variable, and it is asked from then on."""
    tiny = shell.user_ns["store"]
    isgraph.publish(tiny, str(tmp_path / "kept"))
    expected = run("%ask detentions")
    shell.user_ns["mine"] = Store()

    assert run(f"%ask detentions --data {tmp_path / 'kept'}") == expected
    assert shell.user_ns["store"] is not tiny
    assert run("%%sparql --data mine\nASK { ?x isg:detains ?y }") is False
    assert shell.user_ns["store"] is shell.user_ns["mine"]
