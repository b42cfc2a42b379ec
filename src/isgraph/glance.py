"""Glance: open only the part of a file that bears on one name, so that `show` answers at once."""

from __future__ import annotations

from pathlib import Path

from isgraph import turtle
from isgraph.entities import Entity, bearing, find
from isgraph.errors import LoadError, NameNotFoundError
from isgraph.files import data_path
from isgraph.store import Store, load
from isgraph.terms import BASE, shorten

_CLAIM = "claim:"


def glance(place: str | Path | None, name: str) -> tuple[Store, Entity]:
    """Open what bears on a name: all but the claims in which it plays no part.

    In canonical Turtle each claim is a block of its own, so most of them need
    not be parsed. A file in any other form, a directory or an endpoint is opened whole.

    Parameters
    ----------
    place
        As `isgraph.load` takes it; None means the shipped data.

    Returns
    -------
    store, entity
        Every claim that bears on the entity, and those that dispute one of them.

    Raises
    ------
    StoreError, LoadError
        If the place cannot be read.
    NameNotFoundError
        If nothing has this name.

    Examples
    --------
    >>> store, entity = glance(None, "SDF")
    >>> entity.label
    'Syrian Democratic Forces'
    """
    blocks = _blocks(Path(place) if place is not None else data_path())
    if blocks is not None:
        try:
            return _open_in_part(blocks, name)
        except (LoadError, NameNotFoundError):
            pass  # opened whole, the file gives the message with its own lines and names
    store = load(place)
    return store, find(store, name)


def _open_in_part(blocks: list[str], name: str) -> tuple[Store, Entity]:
    head, claims = blocks[0], [block for block in blocks[1:] if block.startswith(_CLAIM)]
    meant = f"{_CLAIM}{name.removeprefix(BASE + 'claim/').removeprefix(_CLAIM)} "
    itself = [block for block in claims if block.startswith(meant)]
    store = Store()
    store.parse("\n\n".join([head, *(b for b in blocks[1:] if not b.startswith(_CLAIM)), *itself]))
    entity = find(store, name)
    own = [shorten(iri) for iri in bearing(store, entity.iri)]
    own += [word for block in itself for word in block.split() if word.startswith(_CLAIM)]
    chosen = {block for block in claims if any(name in block for name in own)}
    disputed = [f"isg:disputes {block.partition(' ')[0]} " for block in chosen]
    chosen |= {
        block
        for block in claims
        if "isg:disputes" in block and any(line in block for line in disputed)
    }
    store.parse("\n\n".join([head, *sorted(chosen)]))
    return store, entity


def _blocks(path: Path) -> list[str] | None:
    """Return the blocks of a canonical file, its head first, or None for any other."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    blocks = text.split("\n\n")
    if f"{blocks[0]}\n" != turtle.HEAD or f"<{BASE}" in text[len(blocks[0]) :]:
        return None
    if any(
        block.rstrip("\n").count("\n") != block.count("\n    ")
        for block in blocks[1:]
        if block.startswith(_CLAIM)
    ):
        return None
    return blocks
