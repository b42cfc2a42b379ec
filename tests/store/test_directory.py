"""Stores on disk: written whole, read by several, found again after a crash."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from isgraph import questions
from isgraph.errors import StoreError
from isgraph.store import Store, load, publish
from isgraph.store.directory import _held, is_store, restore

TINY = Path(__file__).parent.parent / "tiny.ttl"


@pytest.fixture(scope="module")
def on_disk(shipped: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory with the shipped data."""
    folder = tmp_path_factory.mktemp("disk") / "store"
    publish(shipped, str(folder))
    return folder


@pytest.mark.parametrize("name", questions.names())
def test_questions(on_disk: Path, shipped: Store, name: str) -> None:
    """Each shipped question gets the same rows as from memory, in the same order."""
    assert load(on_disk).ask(name) == shipped.ask(name)


def test_data_come_back_as_they_were(on_disk: Path, shipped: Store) -> None:
    """Nothing is lost or changed, and the ontology stays apart from the data."""
    found = load(on_disk)

    assert set(found.data()) == set(shipped.data())
    assert len(found) == len(shipped)


def test_several_may_read(on_disk: Path) -> None:
    """A store is open to any number of readers."""
    stores = [load(on_disk) for _ in range(3)]

    assert len({len(store) for store in stores}) == 1


def test_it_is_replaced_as_a_whole(tiny: Store, tmp_path: Path) -> None:
    """A second run leaves its own data alone, and no folder beside them."""
    place = tmp_path / "store"
    other = Store()
    publish(other, str(place))
    publish(tiny, str(place))

    assert set(load(place).data()) == set(tiny.data())
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


@pytest.mark.parametrize("pause", [0.3, 0.45, 0.6, 0.75])
def test_a_kill_leaves_the_old_or_the_new(tiny: Store, tmp_path: Path, pause: float) -> None:
    """After a SIGKILL at any moment there is one whole store."""
    place = tmp_path / "store"
    publish(tiny, str(place))
    old = set(tiny.data())
    process = subprocess.Popen(
        [sys.executable, "-m", "isgraph", "load", "--into", str(place)],
        stderr=subprocess.DEVNULL,
    )
    time.sleep(pause)
    process.kill()
    process.wait()

    assert set(load(place).data()) in (old, set(load().data()))
    publish(tiny, str(place))
    assert [path.name for path in tmp_path.iterdir() if any(path.iterdir())] == ["store"]


def test_what_a_killed_run_wrote_is_removed(tiny: Store, tmp_path: Path) -> None:
    """The next run removes it, but neither what a run still writes nor what is not ours."""
    place = tmp_path / "store"
    killed, running = (tmp_path / f".store.{name}" for name in ("abcd_123", "efgh_456"))
    publish(tiny, str(killed))
    publish(tiny, str(running))
    (tmp_path / ".store.zip").mkdir()
    (tmp_path / ".store.mine4567").mkdir()
    (tmp_path / ".store.mine4567" / "notes.txt").write_text("mine")
    with _held(running):
        publish(tiny, str(place))

    assert {path.name for path in tmp_path.iterdir()} == {
        "store", running.name, ".store.zip", ".store.mine4567",
    }  # fmt: skip
    publish(tiny, str(place))
    assert not running.exists()


def test_what_cannot_be_written_goes_by_its_own_name(tiny: Store) -> None:
    """A folder that cannot be made is refused by the name that was given."""
    with pytest.raises(StoreError) as caught:
        publish(tiny, "/proc/store")

    assert str(caught.value).startswith("/proc/store cannot be written: ")
    assert "/.store." not in str(caught.value)


def test_what_was_set_aside_comes_back(tiny: Store, tmp_path: Path) -> None:
    """Where a run ended between the two moves, the old store is found again."""
    place = tmp_path / "store"
    publish(tiny, str(place))
    place.rename(tmp_path / ".store.before")

    assert set(load(place).data()) == set(tiny.data())
    assert is_store(place)
    restore(place)
    assert is_store(place)


def test_other_folders_are_left_alone(tiny: Store, tmp_path: Path) -> None:
    """A folder with other files is not written to, and not opened as a store."""
    (tmp_path / "notes.txt").write_text("mine")

    with pytest.raises(StoreError, match="other things"):
        publish(tiny, str(tmp_path))
    with pytest.raises(StoreError, match=r"without a store.*load --into"):
        load(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_damaged_store_is_told(tiny: Store, tmp_path: Path) -> None:
    """A store whose file CURRENT is empty does not open, and the message says what to do."""
    place = tmp_path / "store"
    publish(tiny, str(place))
    (place / "CURRENT").write_text("")

    with pytest.raises(StoreError, match=r"damaged.*load --into"):
        load(place)


def test_on_the_command_line(cli: Callable[..., Any], tmp_path: Path) -> None:
    """`load --into` a folder and `--data` with its name go together."""
    place = str(tmp_path / "store")
    loaded = cli("load", "--into", place, "--data", str(TINY))
    asked = cli("ask", "detentions", "--data", place)
    shown = cli("show", "Group A", "--data", place)

    assert loaded.exit_code == 0, loaded.output
    assert asked.exit_code == shown.exit_code == 0, asked.output
    assert "Group A" in asked.stdout
