"""Folder: files written whole or not at all, into a folder that is empty, new or ours."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from isgraph.errors import StoreError

MANIFEST = "manifest.txt"
HEAD = "Written by isgraph site; a later run replaces these files and refuses if it finds others."

File = tuple[str, str]
"""A path below the folder, with `/`, and the text of the file."""


def refuse_foreign(folder: Path, *, force: bool = False) -> None:
    """Refuse a folder that holds anything which a run of ours did not write.

    Raises
    ------
    StoreError
        If it does, and `force` is not given; or if it is no folder, or what
        was set aside for it by `force` is still there.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as name:
    ...     refuse_foreign(Path(name))
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file. Name a folder for the pages.", place=str(folder))
    if not folder.parent.is_dir():
        raise StoreError(
            f"{folder.parent} is not a folder. Make it first, or name another folder.",
            place=str(folder),
        )
    foreign = _foreign(folder)
    if foreign and not force:
        raise StoreError(
            f"{folder} holds {foreign[0]}, which isgraph did not write. Name a new or an empty "
            f"folder, or force it: the folder is then set aside as {_aside(folder).name}.",
            place=str(folder),
        )
    if foreign and _aside(folder).exists():
        raise StoreError(
            f"{folder} cannot be set aside: {_aside(folder)} is there already. Move it away first.",
            place=str(folder),
        )


def replace_folder(folder: Path, files: Iterable[File]) -> int:
    """Write files to a new folder beside another, which then takes its place.

    If anything fails, the old folder stays as it was. Files that we did not
    write are kept: the folder that holds them is set aside.

    Returns
    -------
    int
        How many files there are, without the list of them.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as name:
    ...     replace_folder(Path(name) / "site", [("a/b.txt", "whole")])
    1
    """
    new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        names = _write(new, files)
        new.chmod(0o755)
        _swap(folder, new)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return len(names)


def _write(folder: Path, files: Iterable[File]) -> list[str]:
    names = []
    for name, text in files:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        names.append(name)
    manifest = "\n".join([HEAD, *sorted(names)]) + "\n"
    (folder / MANIFEST).write_text(manifest, encoding="utf-8", newline="\n")
    return names


def _swap(folder: Path, new: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    keep = bool(_foreign(folder))
    old = _aside(folder) if keep else new.with_name(f"{new.name}.old")
    folder.rename(old)
    try:
        new.rename(folder)
    except BaseException:
        old.rename(folder)
        raise
    if not keep:
        shutil.rmtree(old, ignore_errors=True)


def _aside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.before-isgraph")


def _foreign(folder: Path) -> list[str]:
    """Return the files below a folder that are not in its manifest."""
    if not folder.is_dir():
        return []
    lines: list[str] = []
    manifest = folder / MANIFEST
    if manifest.is_file():
        lines = manifest.read_text(encoding="utf-8", errors="replace").splitlines()
    ours = {*lines[1:], MANIFEST} if lines[:1] == [HEAD] else set()
    return sorted(
        name
        for path in folder.rglob("*")
        if (path.is_symlink() or not path.is_dir())
        and (name := path.relative_to(folder).as_posix()) not in ours
    )
