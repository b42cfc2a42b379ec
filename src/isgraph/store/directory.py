"""Directory: a store on disk, replaced as a whole and found again after a crash."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from isgraph.errors import StoreError


def replace_directory(folder: Path, quads: Any) -> int:
    """Write quads to a new directory, put it in the place of the old, and return their number.

    A run that is killed leaves the old one or the new one: `restore` gives the
    old one back if the run ended between the two moves. What it was writing
    is removed by the next run.
    """
    import shutil
    import tempfile

    restore(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())) and not is_store(folder):
        raise StoreError(
            f"{folder} holds other things than a store. Name an empty or a new folder.",
            place=str(folder),
        )
    if not folder.parent.is_dir():
        raise StoreError(f"{folder.parent} is not a folder. Make it first.", place=str(folder))
    fresh = None
    try:
        _remove_left_by_killed_runs(folder)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        with _held(fresh):
            engine = ox.Store(str(fresh))
            engine.bulk_extend(quads)
            engine.flush()
            engine.optimize()
            count = len(engine)
            del engine
            if is_store(folder):
                os.replace(folder, _set_aside(folder))
            os.replace(fresh, folder)
    except OSError as error:
        reason = error.strerror or str(error).replace(str(fresh), str(folder))
        raise StoreError(f"{folder} cannot be written: {reason}.", place=str(folder)) from error
    finally:
        if fresh:
            shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(_set_aside(folder), ignore_errors=True)
    return count


def _remove_left_by_killed_runs(folder: Path) -> None:
    """Remove what runs were writing that have been killed; what another run holds stays."""
    import shutil

    if os.name != "posix":  # whether a run still writes cannot be told
        return
    of_ours = re.compile(re.escape(f".{folder.name}.") + "[a-z0-9_]{8}")
    for left in folder.parent.iterdir():
        if of_ours.fullmatch(left.name) and (left / "LOCK").is_file():
            try:
                with _held(left):
                    shutil.rmtree(left, ignore_errors=True)
            except BlockingIOError:
                continue


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder, as long as this process lives, against runs that clear up.

    Raises
    ------
    BlockingIOError
        If another process holds it.
    """
    if os.name != "posix":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def restore(folder: Path) -> None:
    """Bring back a store that a killed run had set aside."""
    aside = _set_aside(folder)
    if aside.is_dir():
        import shutil

        if is_store(folder):
            shutil.rmtree(aside, ignore_errors=True)
        else:
            os.replace(aside, folder)


def is_store(folder: Path) -> bool:
    """Tell whether a folder holds a store."""
    return (folder / "CURRENT").exists()


def _set_aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.before")
