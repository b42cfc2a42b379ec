"""Directory: a store on disk, replaced as a whole and found again after a crash."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from isgraph.errors import StoreError


def replace_directory(folder: Path, quads: Any) -> int:
    """Write quads to a new directory, put it in the place of the old, and return their number.

    A run that is killed leaves the old one or the new one: `restore` gives the
    old one back if the run ended between the two moves.
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
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
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
        raise StoreError(
            f"{folder} cannot be written: {error.strerror or error}.", place=str(folder)
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(_set_aside(folder), ignore_errors=True)
    return count


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
