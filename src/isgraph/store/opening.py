"""Opening: one door to the three sorts of store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from isgraph.errors import StoreError, WrongTypeError
from isgraph.files import data_path
from isgraph.store.directory import is_store, restore
from isgraph.store.local import Store


def as_store(given: object) -> Store:
    """Return a store as it is, and refuse anything else.

    Raises
    ------
    WrongTypeError
        If it is no store but, for example, a network.

    Examples
    --------
    >>> as_store(tiny) is tiny
    True
    """
    if isinstance(given, Store):
        return given
    raise WrongTypeError(
        f"A store is wanted here, and not a {type(given).__name__}. "
        "Give what isgraph.load() or isgraph.restrict(…) returns."
    )


def load(
    place: str | Path | None = None,
    *,
    graph: str | None = None,
    user: str | None = None,
    password: str | None = None,
    timeout: float = 60.0,
    tell: Callable[[str], object] | None = None,
) -> Store:
    """Open a Turtle file, a store directory or an endpoint; else the shipped data.

    Parameters
    ----------
    place
        A path, or the address of a SPARQL 1.1 endpoint.
    graph, user, password, timeout, tell
        Of an endpoint: see `isgraph.Endpoint`. Name and password can stand in
        `ISGRAPH_USER` and `ISGRAPH_PASSWORD` instead.

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
    if place is not None and "://" in str(place):
        from isgraph.store.endpoint import Endpoint

        return Endpoint(
            str(place), graph=graph, user=user, password=password, timeout=timeout, tell=tell
        )
    path = Path(place) if place is not None else data_path()
    restore(path)
    if path.is_dir():
        if not is_store(path):
            raise StoreError(
                f"{path} is a folder without a store in it. Name a Turtle file, such as "
                f"{path / 'triples.ttl'}, or fill the folder: `isgraph load --into {path}`.",
                place=str(path),
            )
        return Store(path, read_only=True)
    store = Store()
    store.load(path)
    return store
