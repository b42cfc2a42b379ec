"""Columns are filled once for each state of a store, and kept in a directory as a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from isgraph.columns import Columns, fill
from isgraph.columns.table import scan
from isgraph.store import Store, load, publish
from isgraph.terms import BASE, Iri
from isgraph.vocab import ISG

TINY = Path(__file__).parents[1] / "tiny.ttl"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Publish the tiny world to a directory."""
    publish(load(TINY), str(tmp_path / "store"))
    return tmp_path / "store"


def same(one: Columns, other: Columns) -> bool:
    """Tell whether two columns hold the same, array for array."""
    return (
        one.words == other.words
        and all(np.array_equal(one.single[name], other.single[name]) for name in one.single)
        and all(np.array_equal(one.truths[name], other.truths[name]) for name in one.truths)
        and all(
            np.array_equal(array, other.many[name][place])
            for name, both in one.many.items()
            for place, array in enumerate(both)
        )
        and np.array_equal(one.days, other.days)
        and np.array_equal(one.published, other.published)
        and np.array_equal(one.signs, other.signs)
    )


def test_filled_once_until_the_store_changes() -> None:
    """The same columns are given again; after a change they are new and hold it."""
    store = load(TINY)
    before = fill(store)

    assert fill(store) is before

    store.remove(list(store.match(Iri(BASE + "claim/c0001"))))

    assert len(fill(store)) == len(before) - 1

    store.parse("<https://w3id.org/isgraph/claim/c0002> <http://purl.org/x> <http://purl.org/y> .")

    assert fill(store) is not before


def test_a_directory_keeps_them(directory: Path) -> None:
    """What is read from the file is what was written to it."""
    first = fill(load(directory))
    written = (directory / "columns.npz").read_bytes()
    again = fill(load(directory))

    assert same(first, again)
    assert same(again, scan(load(directory)))
    assert (directory / "columns.npz").read_bytes() == written


def test_another_state_is_not_believed(directory: Path) -> None:
    """After the directory has been written to, the file of the older state does not count."""
    fill(load(directory))
    store = Store(directory)
    store.remove(list(store.match(Iri(BASE + "claim/c0001"), ISG.subject)))
    store.remove(list(store.match(Iri(BASE + "claim/c0001"))))
    store._engine.flush()
    del store

    assert len(fill(load(directory))) == 17


def test_the_file_of_another_directory_is_not_believed(directory: Path, tmp_path: Path) -> None:
    """A file that was put there tells another state."""
    fill(load(directory))
    smaller = load(TINY).restrict(statuses=["denied"])
    publish(smaller, str(tmp_path / "other"))
    (tmp_path / "other" / "columns.npz").write_bytes((directory / "columns.npz").read_bytes())

    assert len(fill(load(tmp_path / "other"))) == 1


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04" + b"\0" * 60])
def test_a_damaged_file_is_written_anew(directory: Path, content: bytes) -> None:
    """Whatever stands there, the columns are those of the store."""
    expected = fill(load(directory))
    good = (directory / "columns.npz").read_bytes()
    (directory / "columns.npz").write_bytes(content)

    assert same(fill(load(directory)), expected)
    assert (directory / "columns.npz").read_bytes() == good


def test_a_file_cut_short_is_written_anew(directory: Path) -> None:
    """Half of a file is not believed."""
    expected = fill(load(directory))
    good = (directory / "columns.npz").read_bytes()
    (directory / "columns.npz").write_bytes(good[: len(good) // 2])

    assert same(fill(load(directory)), expected)


def test_what_cannot_be_written_does_without(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A directory that can only be read gives its columns all the same."""

    def refuse(*_: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr("isgraph.columns.sidecar.replace", refuse)

    assert len(fill(load(directory))) == 18
    assert not (directory / "columns.npz").exists()


def test_a_published_directory_loses_the_older_file(directory: Path) -> None:
    """Data published in the place of others come without columns of those."""
    fill(load(directory))
    publish(load(TINY).restrict(statuses=["denied"]), str(directory))

    assert not (directory / "columns.npz").exists()
    assert len(fill(load(directory))) == 1
