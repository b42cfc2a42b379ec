"""Asked: single look-ups for a query."""

from __future__ import annotations

from isgraph.patterns import Pattern, outline
from isgraph.reasons.asked import Asked, quoted
from isgraph.store import Store


def test_look_ups_know_the_prefixes_of_the_query(tiny: Store) -> None:
    """A name is looked up as the query means it; what the engine refuses is not held against it."""
    asked = Asked(tiny, outline("PREFIX a: <https://w3id.org/isgraph/actor/> ASK { }"))

    assert asked.has("a:group-a", "isg:detains", "?x")
    assert not asked.has("a:group-b", "isg:detains", "?x")
    assert asked.has("unknown:name", "isg:detains", "?x")
    assert asked.answers("?x") is None
    assert asked.select("a:group-a isg:detains ?x") == ["https://w3id.org/isgraph/actor/held-b"]
    assert asked.select("?x") == []


def test_ends_are_open_or_named(tiny: Store) -> None:
    """A variable and a bracket are open, and a label names its bearer."""
    asked = Asked(tiny, outline('ASK { ?g rdfs:label "Group A"@en ; isg:detains [ a ?k ] }'))
    expected = ("<https://w3id.org/isgraph/actor/group-a>", "?o")

    assert asked.ends(Pattern("?g", "isg:detains", "[ a ?k ]")) == expected
    assert asked.ends(Pattern("?other", "isg:detains", "actor:x")) == ("?s", "actor:x")


def test_long_pieces_are_cut() -> None:
    """A piece of a query fits a line, whatever its spaces."""
    assert quoted("a\n   b") == "`a b`"
    assert len(quoted("x" * 500)) < 80
