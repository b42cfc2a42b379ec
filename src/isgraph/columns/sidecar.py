"""Sidecar: columns are filled once for each state of a store, and kept beside a directory."""

from __future__ import annotations

import json
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary
from zipfile import BadZipFile

import numpy as np

from isgraph.columns.table import Columns, scan
from isgraph.files import replace
from isgraph.store import Store

_FORM = "isgraph columns 1"
"""Changes with the layout of the file, so that an older one is not read."""

_filled: WeakKeyDictionary[Store, tuple[int, Columns]] = WeakKeyDictionary()


def fill(store: Store) -> Columns:
    """Return the claims of a store as columns.

    They are read once for each state of the store. For a directory they are
    also kept in it as a file, which counts only as long as it tells the state
    that was opened; a directory that cannot be written does without.

    Raises
    ------
    ClaimError
        If a claim lacks a part without which it cannot be read.

    Examples
    --------
    >>> columns = fill(tiny)
    >>> len(columns), fill(tiny) is columns
    (18, True)
    """
    version, columns = _filled.get(store, (None, None))
    if columns is None or version != store.version:
        columns = _from_directory(store) if store.snapshot else scan(store)
        _filled[store] = store.version, columns
    return columns


def _from_directory(store: Store) -> Columns:
    assert store.snapshot
    directory, state = store.snapshot
    file = directory / "columns.npz"
    try:
        return _read(file, state)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        columns = scan(store)
    # What cannot be read of a claim is an error to raise, which no array holds.
    if not columns.faults:
        with suppress(OSError):
            replace(file, _written(columns, state))
    return columns


def _written(columns: Columns, state: str) -> bytes:
    arrays: dict[str, Any] = {
        "days": columns.days,
        "published": columns.published,
        "signs": columns.signs,
        "words": np.frombuffer(json.dumps(columns.words).encode(), np.uint8),
        "state": np.array(f"{_FORM}\n{state}"),
    }
    arrays |= {f"single.{name}": column for name, column in columns.single.items()}
    arrays |= {f"truths.{name}": column for name, column in columns.truths.items()}
    for name, (starts, values) in columns.many.items():
        arrays |= {f"starts.{name}": starts, f"values.{name}": values}
    file = BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def _read(file: Path, state: str) -> Columns:
    with np.load(BytesIO(file.read_bytes()), allow_pickle=False) as arrays:
        if str(arrays["state"]) != f"{_FORM}\n{state}":
            raise ValueError("these are the columns of another state")
        parts: dict[str, dict[str, np.ndarray]] = {}
        for name in arrays.files:
            sort, _, part = name.partition(".")
            parts.setdefault(sort, {})[part] = arrays[name]
    return Columns(
        words=json.loads(parts["words"][""].tobytes()),
        ids=np.arange(len(parts["days"][""]), dtype=np.int32),
        single=parts["single"],
        many={name: (starts, parts["values"][name]) for name, starts in parts["starts"].items()},
        truths=parts["truths"],
        days=parts["days"][""],
        published=parts["published"][""],
        signs=parts["signs"][""],
        faults={},
    )
