"""Where files are, and how one is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from isgraph import files


def test_the_ontology_and_its_parts_are_there() -> None:
    """The files that the package reads exist."""
    for name in ("isgraph.ttl", "lists.ttl", "shapes.ttl", "style.ttl"):
        assert files.ontology_path(name).is_file()


def test_the_data_have_a_place() -> None:
    """The shipped data lie in a folder called data."""
    expected = ("data", "triples.ttl")

    assert files.data_path().parts[-2:] == expected


def test_sources_are_where_the_variable_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is named and there is taken; one that is not there is none."""
    monkeypatch.setenv("ISGRAPH_SOURCES", str(tmp_path))

    assert files.sources_path() == tmp_path

    monkeypatch.setenv("ISGRAPH_SOURCES", str(tmp_path / "missing"))

    assert files.sources_path() is None


def test_without_the_variable_sources_lie_beside_the_checkout(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The folder is found or there is none; it is never guessed to be there."""
    monkeypatch.delenv("ISGRAPH_SOURCES", raising=False)
    folder = files.sources_path()

    assert folder is None or (folder.is_dir() and folder.parts[-2:] == ("shared", "sources"))


def test_replace_writes_a_new_file_whole(tmp_path: Path) -> None:
    """The text is there as UTF-8 with its own line ends, and nothing else is left."""
    path = tmp_path / "a.txt"
    files.replace(path, "één\ntwo\n")

    assert path.read_bytes() == "één\ntwo\n".encode()
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(tmp_path.iterdir()) == [path]


def test_replace_keeps_the_mode_of_the_old_file(tmp_path: Path) -> None:
    """A file that others may write stays so."""
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    path.chmod(0o664)
    files.replace(path, "new")

    assert path.read_text("utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o664


def test_replace_leaves_the_old_file_when_it_fails(tmp_path: Path) -> None:
    """Old or new, never half: a text that cannot be written changes nothing."""
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    with pytest.raises(UnicodeEncodeError):
        files.replace(path, "new " * 100_000 + "\ud800")

    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_replace_refuses_a_missing_folder(tmp_path: Path) -> None:
    """No folder is made on the way."""
    with pytest.raises(OSError):
        files.replace(tmp_path / "missing" / "a.txt", "x")

    assert list(tmp_path.iterdir()) == []
