"""Search: the names of the site as one script, since a page on a disk may fetch nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from isgraph import questions
from isgraph.site.addresses import address
from isgraph.site.contents import Contents
from isgraph.terms import DCTERMS

_CODE = Path(__file__).parent / "search.js"

Entry = tuple[str, str, str, list[str], int]
"""What is shown, what it is, where it is, its other names, how many claims bear on it."""


def search_script(contents: Contents) -> str:
    """Return the script of the search box, with all that it finds.

    Examples
    --------
    >>> '["Group A", "non-state armed group", "actor/group-a.html", ["GA"]' in search_script(
    ...     Contents(tiny))
    True
    """
    rows = ",\n".join(json.dumps(entry) for entry in _entries(contents))
    code = _CODE.read_text(encoding="utf-8").replace("\r\n", "\n")
    return f'"use strict";\nconst isgraph = {{}};\nisgraph.entries = [\n{rows}\n];\n{code}'


def _entries(contents: Contents) -> Iterable[Entry]:
    for thing in contents.things.values():
        path = contents.link(thing.iri).path or ""
        weight = len(contents.cards_of[thing.iri])
        yield thing.label, thing.kind_label, path, list(thing.aliases), weight
    for iri in contents.documents:
        title = contents.store.text(iri, DCTERMS + "title") or iri.slug
        link = contents.link(iri, title)
        yield title, "document", link.path or "", [iri.slug], len(contents.cards_of[iri])
    for iri, relation in contents.relations.items():
        yield relation.label, "relation", address(iri) or "", [iri.slug], 0
    for name in questions.names():
        yield questions.title(name), "question", f"question/{name}.html", [name], 0
    for card in contents.cards.values():
        yield card.statement, "claim", card.page.path or "", [card.told.id], 0
