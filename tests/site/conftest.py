"""The site of the tiny world, written once."""

from pathlib import Path

import pytest

from isgraph.site import write_site
from isgraph.site.contents import Contents
from isgraph.store import Store


@pytest.fixture(scope="session")
def site(tiny: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the tiny world as pages."""
    folder = tmp_path_factory.mktemp("site") / "pages"
    write_site(tiny, folder)
    return folder


@pytest.fixture(scope="session")
def contents(tiny: Store) -> Contents:
    """Look the tiny world up."""
    return Contents(tiny)
