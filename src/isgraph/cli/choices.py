"""What can stand behind an argument or an option, for shells and cells that complete words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from isgraph.entities import entities, fold
from isgraph.errors import IsgraphError
from isgraph.store import Store, load

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def among(find: Callable[[Store], Iterable[object]]) -> Complete:
    """Return what completes a word with those that are found in the store of the command."""

    def complete(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        there = ctx.find_object(Store)
        try:
            known = map(str, find(load(ctx.params.get("data")) if there is None else there))
        except IsgraphError:  # running the command says so
            return []
        found = [name for name in known if fold(name).startswith(fold(start))]
        words = found if there is not None else map(_in_one_word, found)
        return [CompletionItem(word) for word in dict.fromkeys(words)]

    return complete


def names(store: Store) -> list[str]:
    """Return the labels of all that is in a store, and its other names."""
    return [name for thing in entities(store) for name in (thing.label, *thing.aliases)]


def measures(_: Store) -> list[str]:
    """Return the names of the measures."""
    from isgraph.analysis.measures import all_measures

    return list(all_measures())


def listed(what: str) -> Complete:
    """Complete with the first column of `isgraph list`."""

    def find(store: Store) -> list[object]:
        from isgraph.lists import rows

        return [row[0] for row in rows(store, what)]

    return among(find)


def _in_one_word(name: str) -> str:
    """Spell a name as a shell takes it without quotes, and names are found by."""
    return fold(name).replace(" ", "-") if " " in name else name
