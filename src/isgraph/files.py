"""Where the ontology, the data and the source texts are, in a checkout or in a wheel."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _shipped(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _CHECKOUT / folder


def ontology_path(name: str) -> Path:
    """Return the path of a file of the ontology, such as `isgraph.ttl`.

    Examples
    --------
    >>> ontology_path("isgraph.ttl").name
    'isgraph.ttl'
    """
    return _shipped("ontology") / name


def data_path() -> Path:
    """Return the path of the shipped data.

    Examples
    --------
    >>> data_path().name
    'triples.ttl'
    """
    return _shipped("data") / "triples.ttl"


def sources_path() -> Path | None:
    """Return the folder of the source texts, or None where they are not at hand.

    It is the folder that `ISGRAPH_SOURCES` names, else `../shared/sources`
    beside the checkout.

    Examples
    --------
    >>> folder = sources_path()
    >>> folder is None or folder.is_dir()
    True
    """
    named = os.environ.get("ISGRAPH_SOURCES")
    folder = Path(named) if named else _CHECKOUT.parent / "shared" / "sources"
    return folder if folder.is_dir() else None


def replace(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; text is written as UTF-8.

    The content goes to a temporary file in the same folder, which then takes
    the place of the old file: a reader sees the old content or the new one,
    also after a crash.

    Raises
    ------
    OSError
        If the folder cannot be written to; nothing is left behind.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     replace(Path(folder) / "a.txt", "whole")
    ...     (Path(folder) / "a.txt").read_text()
    'whole'
    """
    import tempfile

    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        Path(temporary).chmod(mode)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Let the folder's new entry reach the disk, where the system can do so."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
