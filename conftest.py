"""Fixtures for tests and examples: tiny world, shipped data, command line, one browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from isgraph.cli import main
from isgraph.store import Store, load

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start an installed browser; without one the tests fail, unless told to be skipped."""
    if os.environ.get("ISGRAPH_NO_BROWSER"):
        pytest.skip("ISGRAPH_NO_BROWSER is set")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.fail(
            f"No browser: none of {', '.join(BROWSERS)} is installed. "
            "Install one, or set ISGRAPH_NO_BROWSER=1 to skip these tests."
        )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
