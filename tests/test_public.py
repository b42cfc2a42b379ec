"""The door: what is public, and that all of it can be used."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import isgraph

DOOR = ast.parse(Path(isgraph.__file__).read_text("utf-8"))


def test_all_is_sorted_and_is_what_is_public() -> None:
    """The list is in order, and is what a type checker, `dir` and an importer see."""
    expected = isgraph.__all__
    imported = {
        alias.name
        for node in ast.walk(DOOR)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("isgraph.")
        for alias in node.names
    }

    assert expected == sorted(set(expected))
    assert dir(isgraph) == expected
    assert imported == set(expected)
    assert set(isgraph._HOMES) == set(expected)


@pytest.mark.parametrize("name", isgraph.__all__)
def test_each_name_can_be_imported_and_is_documented(name: str) -> None:
    """A public name leads to its module, and a function shows an example."""
    thing = getattr(isgraph, name)
    text = inspect.getdoc(thing) or ""
    first = text.splitlines()[0]

    assert thing.__module__.startswith("isgraph.")
    assert first.endswith(".")
    assert len(first) < 80
    assert not inspect.isfunction(thing) or "Examples\n--------\n>>> " in text


@pytest.mark.parametrize("name", isgraph.__all__)
def test_public_functions_are_annotated(name: str) -> None:
    """Every parameter and answer of a public function has its type."""
    thing = getattr(isgraph, name)
    if inspect.isclass(thing):
        thing = thing.__init__
    signature = inspect.signature(thing)

    assert all(
        parameter.annotation is not parameter.empty or parameter.name in ("self", "args", "kwargs")
        for parameter in signature.parameters.values()
    )


def test_a_name_that_is_not_public_is_refused() -> None:
    """A misspelt name is an AttributeError, as for any module."""
    with pytest.raises(AttributeError, match="shwo"):
        isgraph.shwo  # noqa: B018


def test_the_door_and_the_help_load_no_slow_library() -> None:
    """Neither `import isgraph` nor opening the command line brings in what is not needed."""
    slow = {"rdflib", "networkx", "pyshacl", "pyvis", "numpy", "IPython"}
    code = f"import sys, isgraph, isgraph.cli; print(sorted({slow!r} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    expected = "[]"

    assert found.stdout.strip() == expected
