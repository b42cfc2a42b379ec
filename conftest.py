"""Fixtures for tests and docstring examples: the tiny world, the shipped data, the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from isgraph.cli import main
from isgraph.store import Store, load

_TESTS = Path(__file__).parent / "tests"


@pytest.fixture(scope="session")
def tiny() -> Store:
    """Open eighteen claims that every unit test knows by heart."""
    return load(_TESTS / "tiny.ttl")


@pytest.fixture(scope="session")
def shipped() -> Store:
    """Open the shipped data."""
    return load()


@pytest.fixture
def cli() -> Callable[..., Result]:
    """Run a command as a user would, on the tiny world unless told otherwise."""

    def run(*words: str, **options: Any) -> Result:
        return CliRunner().invoke(main, list(words), **options)

    return run


@pytest.fixture(autouse=True)
def _tiny_in_examples(doctest_namespace: dict[str, object], tiny: Store) -> None:
    doctest_namespace["tiny"] = tiny
