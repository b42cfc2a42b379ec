"""The search script names everything that has a page, and is a script whatever the names hold."""

import json

from isgraph.site.contents import Contents
from isgraph.site.search import search_script


def entries(script: str) -> list[list[object]]:
    """Take the names out of the script."""
    start = script.index("[\n")
    found: list[list[object]] = json.loads(script[start : script.index("\n];") + 2])
    return found


def test_every_sort_of_thing_is_found(contents: Contents) -> None:
    """Actors with aliases, documents, relations, questions and claims are all there."""
    found = {str(row[2]): row for row in entries(search_script(contents))}

    assert found["actor/group-a.html"][:4] == [
        "Group A", "non-state armed group", "actor/group-a.html", ["GA"],
    ]  # fmt: skip
    assert found["document/tiny-2025-01-31.html"][1] == "document"
    assert found["term/detains.html"][0] == "detains"
    assert found["question/detentions.html"][1] == "question"
    assert found["claim/c0001.html"][3] == ["c0001"]


def test_most_claims_weigh_most(contents: Contents) -> None:
    """Of two actors, the one with more claims weighs more."""
    weight = {row[2]: row[4] for row in entries(search_script(contents))}

    assert weight["actor/group-a.html"] > weight["actor/coalition-k.html"]
