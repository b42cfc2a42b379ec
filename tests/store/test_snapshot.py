"""The state of a directory is told from its files."""

from __future__ import annotations

import shutil
from pathlib import Path

from isgraph.store import Store, load, publish
from isgraph.store.snapshot import Snapshot
from isgraph.terms import BASE, RDFS, Iri, Literal


def test_reading_does_not_change_the_state(tmp_path: Path, tiny: Store) -> None:
    """A directory that is opened to be read, or copied, is in the state it was in."""
    publish(tiny, str(tmp_path / "store"))
    expected = Snapshot.of(tmp_path / "store").state
    store = load(tmp_path / "store")

    assert store.snapshot == (tmp_path / "store", expected)

    list(store.data())
    shutil.copytree(tmp_path / "store", tmp_path / "copy")

    assert Snapshot.of(tmp_path / "store").state == expected
    assert Snapshot.of(tmp_path / "copy").state == expected


def test_writing_changes_the_state(tmp_path: Path, tiny: Store) -> None:
    """One triple more, or the same triples published again, are another state."""
    publish(tiny, str(tmp_path / "store"))
    first = Snapshot.of(tmp_path / "store").state
    writable = Store(tmp_path / "store")
    writable.add([(Iri(BASE + "actor/x"), Iri(RDFS + "label"), Literal("X"))])
    del writable
    second = Snapshot.of(tmp_path / "store").state
    publish(tiny, str(tmp_path / "store"))

    assert len({first, second, Snapshot.of(tmp_path / "store").state}) == 3


def test_only_a_directory_that_is_read_has_one(tmp_path: Path, tiny: Store) -> None:
    """What is in memory, or can be written, counts its changes instead."""
    writable = Store(tmp_path / "store")
    before = writable.version
    writable.add([])

    assert tiny.snapshot is None
    assert writable.snapshot is None
    assert writable.version > before
