"""Snapshot: which state of a store directory was opened, told from its files alone."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from zlib import crc32


class Snapshot(NamedTuple):
    """A directory and the state that its files were in; two alike hold the same triples."""

    directory: Path
    state: str

    @classmethod
    def of(cls, directory: Path) -> Snapshot:
        """Return the present state of a directory.

        The engine never changes a data file: it writes new ones and lists them
        in its manifest. So names and sizes, the manifest and the directory's
        own name for itself tell its state, without reading the triples.
        """
        kept = []
        for file in sorted(directory.glob("*")):
            name = file.name
            if name == "IDENTITY" or name.startswith("MANIFEST"):
                kept.append(f"{name} {crc32(file.read_bytes()):08x}")
            elif file.suffix in (".sst", ".log"):
                kept.append(f"{name} {file.stat().st_size}")
        return cls(directory, "\n".join(kept))


__all__ = ["Snapshot"]
