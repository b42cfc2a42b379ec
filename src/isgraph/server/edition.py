"""Edition: what isgraph itself is of, so that a browser asks anew after an upgrade."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import isgraph
from isgraph.files import ontology_path

_PACKAGE = Path(isgraph.__file__).parent


@cache
def digest() -> str:
    """Return what tells apart two states of the package, with its questions and the ontology.

    Examples
    --------
    >>> len(digest())
    64
    """
    return digest_of(_PACKAGE, ontology_path("isgraph.ttl").parent)


def digest_of(*folders: Path) -> str:
    """Return a digest of the names and contents of all files in some folders.

    Examples
    --------
    >>> digest_of() == digest_of()
    True
    """
    found = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                found.update(f"{file.relative_to(folder)}\0".encode())
                found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()
