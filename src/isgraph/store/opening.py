"""Opening: one door to the three sorts of store."""

from __future__ import annotations

from pathlib import Path

from isgraph.errors import StoreError
from isgraph.files import data_path
from isgraph.store.local import Store


def load(place: str | Path | None = None) -> Store:
    """Open a Turtle file or a store directory; without a place, the shipped data.

    Raises
    ------
    StoreError
        If the place is not there, cannot be read, or is a folder of other files.
    LoadError
        If a file is not Turtle.

    Examples
    --------
    >>> len(load()) > 1000
    True
    """
    path = Path(place) if place is not None else data_path()
    if path.is_dir():
        if any(path.iterdir()) and not (path / "CURRENT").exists():
            raise StoreError(
                f"{path} is a folder without a store in it. Name a Turtle file, such as "
                f"{path / 'triples.ttl'}, or an empty folder for a new store.",
                place=str(path),
            )
        return Store(path)
    store = Store()
    store.load(path)
    return store
