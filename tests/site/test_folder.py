"""A folder is written whole or not at all, and never over what is not ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from isgraph.errors import StoreError
from isgraph.site.folder import File, refuse_foreign, replace_folder


def texts(folder: Path) -> dict[str, str]:
    """Read every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_second_run_replaces_the_first(tmp_path: Path) -> None:
    """What the first run wrote and the second did not is gone, and nothing is left beside."""
    folder = tmp_path / "site"
    replace_folder(folder, [("a/b.html", "one"), ("c.html", "two")])
    refuse_foreign(folder)

    assert replace_folder(folder, [("c.html", "three")]) == 1
    assert set(texts(folder)) == {"c.html", "manifest.txt"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_failure_leaves_the_old_pages(tmp_path: Path) -> None:
    """If a page cannot be made, the old site stands, and nothing half-made is left."""
    folder = tmp_path / "site"
    replace_folder(folder, [("a.html", "old")])
    before = texts(folder)

    def files() -> Iterator[File]:
        yield "a.html", "new"
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        replace_folder(folder, files())
    assert texts(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_file_of_someone_else_is_refused(tmp_path: Path) -> None:
    """A folder with one foreign file is refused by name, even among pages of ours."""
    folder = tmp_path / "site"
    replace_folder(folder, [("a.html", "ours")])
    (folder / "thesis.txt").write_text("mine")

    with pytest.raises(StoreError, match=r"thesis\.txt"):
        refuse_foreign(folder)


def test_link_of_someone_else_is_refused(tmp_path: Path) -> None:
    """A link to a folder is a file that we did not write."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path, target_is_directory=True)

    with pytest.raises(StoreError, match="link"):
        refuse_foreign(folder)


def test_force_sets_the_old_folder_aside(tmp_path: Path) -> None:
    """By force the pages are written, and what was there is kept under another name."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine")
    refuse_foreign(folder, force=True)
    replace_folder(folder, [("a.html", "ours")])

    assert (tmp_path / "site.before-isgraph" / "thesis.txt").read_text() == "mine"
    assert (folder / "a.html").read_text() == "ours"


def test_force_does_not_overwrite_what_it_set_aside(tmp_path: Path) -> None:
    """A second time by force is refused until what was set aside is moved away."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine")
    (tmp_path / "site.before-isgraph").mkdir()

    with pytest.raises(StoreError, match="Move it away"):
        refuse_foreign(folder, force=True)


def test_place_without_a_folder_above_it_is_refused(tmp_path: Path) -> None:
    """No folders are made above the one that is named; a file is no folder."""
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match="is not a folder"):
        refuse_foreign(tmp_path / "no" / "site")
    with pytest.raises(StoreError, match="is a file"):
        refuse_foreign(tmp_path / "file")
