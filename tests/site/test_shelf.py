"""Files of the site, one at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from isgraph.site import write_site
from isgraph.site.shelf import Shelf
from isgraph.store import Store


def test_a_file_is_the_same_as_on_disk(tiny: Store, tmp_path: Path) -> None:
    """Whatever `write_site` writes is on the shelf, letter for letter."""
    write_site(tiny, tmp_path / "site")
    kinds = {".html", ".css", ".js", ".csv", ".svg"}
    written = [path for path in (tmp_path / "site").rglob("*") if path.suffix in kinds]
    shelf = Shelf(tiny)

    assert len(written) > 100
    for path in written:
        found = shelf.file(path.relative_to(tmp_path / "site").as_posix())
        assert found, path
        assert found[1] == path.read_text("utf-8"), path


@pytest.mark.parametrize("path", ["", "..", "../x.html", "actor/", "question/nothing.csv", "x.css"])
def test_what_is_not_there_is_none(tiny: Store, path: str) -> None:
    """A path outside the site has no file."""
    assert Shelf(tiny).file(path) is None
