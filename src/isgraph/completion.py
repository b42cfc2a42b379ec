"""Completion: what can stand at the cursor of a cell, in a query or behind a magic."""

from __future__ import annotations

import re
from typing import NamedTuple

import click
from click.shell_completion import CompletionItem, ShellComplete, split_arg_string

from isgraph.entities import fold
from isgraph.errors import IsgraphError
from isgraph.glossary import glossary
from isgraph.store import Store

_NAME = re.compile(r"[?$]?[\w-]*:?[\w./-]*$")
_LAST_WORD = re.compile(r"""(?:"[^"]*+"?+|'[^']*+'?+|[^\s"'])*+$""")


class Completions(NamedTuple):
    """What stands before the cursor, and what may stand in its place, each with its kind."""

    start: str
    found: list[tuple[str, str]]


def in_query(store: Store, text: str, line: str) -> Completions:
    """Complete a prefix, a prefixed name or a variable in a SPARQL query.

    Parameters
    ----------
    text
        The whole query; its variables are completed.
    line
        Its line with the cursor, up to the cursor.

    Examples
    --------
    >>> in_query(tiny, "", "SELECT * { ?x isg:detains")
    Completions(start='isg:detains', found=[('isg:detains', 'relation')])
    >>> in_query(tiny, "SELECT ?whom { }", "SELECT ?whom { ?w").found
    [('?whom', 'variable')]
    """
    match = _NAME.search(line)
    start = match[0] if match else ""
    if start[:1] in ("?", "$"):
        known = {f"{start[0]}{name}" for name in re.findall(r"[?$](\w+)", text)} - {start}
        return Completions(start, [(n, "variable") for n in sorted(known) if n.startswith(start)])
    there = glossary(store)
    names = [(item["name"], item.get("kind", "name")) for item in there["terms"] + there["names"]]
    prefixes = [(f"{prefix}:", "prefix") for prefix in there["prefixes"]]
    begin = start.casefold()
    offered = names if ":" in start else prefixes
    return Completions(start, [one for one in offered if one[0].casefold().startswith(begin)])


def in_command(store: Store, command: click.Command, line: str) -> Completions:
    """Complete a name, an option or a value behind a command.

    Parameters
    ----------
    line
        What stands behind the command, up to the cursor.

    Examples
    --------
    >>> from isgraph.cli.asking import ask
    >>> in_command(tiny, ask, "detentions --by Gr")
    Completions(start='Gr', found=[('"Group A"', 'value')])
    """
    match = _LAST_WORD.search(line)
    raw = match[0] if match else ""
    words = split_arg_string(line[: len(line) - len(raw)])
    incomplete = "".join(split_arg_string(raw))
    shell = ShellComplete(command, {"obj": store}, command.name or "", "")
    try:
        items = shell.get_completions(words, incomplete)
    except IsgraphError:  # such as an unknown question: running it says so
        items = []
    start = raw.partition("=")[2] if raw.startswith("-") and "=" in raw else raw
    values = [item.value for item in items]
    return Completions(
        start, [(_quoted(v), "option" if v[:2] == "--" else "value") for v in values]
    )


def names(ctx: click.Context, argument: click.Parameter, start: str) -> list[CompletionItem[str]]:
    """Complete the next words of a name, where a command takes one."""
    store = ctx.find_object(Store)
    if store is None:
        return []
    before = ctx.params.get(argument.name or "") or ()
    wanted = fold(" ".join([*before, start]))
    labels = (
        name for item in glossary(store)["names"] for name in (item["label"], *item["aliases"])
    )
    found = [name.split()[len(before) :] for name in labels if fold(name).startswith(wanted)]
    return [CompletionItem(" ".join(words)) for words in found if words]


def _quoted(value: str) -> str:
    """Return a value as one word of a line."""
    if re.fullmatch(r"[\w./:=-]+", value):
        return value
    return '"' + re.sub(r'([\\"])', r"\\\1", value) + '"'
