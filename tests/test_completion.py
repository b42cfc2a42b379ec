"""What can stand at the cursor."""

from __future__ import annotations

import pytest

from isgraph.cells import COMMANDS
from isgraph.completion import in_command, in_query
from isgraph.store import Store
from isgraph.terms import PREFIXES


def test_a_query_is_completed_from_its_last_name(tiny: Store) -> None:
    """What is replaced is the name at the cursor, with its prefix."""
    expected = ("isg:quantityMi", [("isg:quantityMin", "part")])

    assert in_query(tiny, "", "?x a ?y;isg:quantityMi") == expected


def test_nothing_written_offers_every_prefix(tiny: Store) -> None:
    """At the start of a name stand all prefixes, of which none is lost."""
    expected = [f"{prefix}:" for prefix in PREFIXES]

    assert [name for name, _ in in_query(tiny, "", "SELECT * { ").found] == expected


def test_a_variable_keeps_its_sign(tiny: Store) -> None:
    """Variables are those of the query, written as this one is."""
    query = "SELECT ?who $whom { $w"

    assert in_query(tiny, query, query).found == [("$who", "variable"), ("$whom", "variable")]


@pytest.mark.parametrize(
    ("line", "start", "expected"),
    [
        ("detentions --by Gr", "Gr", '"Group A"'),
        ("detentions --by 'Gr", "'Gr", '"Group A"'),
        ("detentions --by=Gr", "Gr", '"Group A"'),
        ('detentions --of "members of Gr', '"members of Gr', '"members of Group B held"'),
        ("detentions --certai", "--certai", "--certainly"),
    ],
)
def test_a_command_is_completed_word_by_word(
    tiny: Store, line: str, start: str, expected: str
) -> None:
    """A value with spaces comes in quotes, in place of what was begun."""
    assert in_command(tiny, COMMANDS["%ask"], line).start == start
    assert [text for text, _ in in_command(tiny, COMMANDS["%ask"], line).found] == [expected]


@pytest.mark.parametrize("line", ["nothing ", "nothing --by ", "detentions --by zzz", "zzz"])
def test_where_nothing_fits_nothing_is_offered(tiny: Store, line: str) -> None:
    """An unknown question has no options, and raises nothing while one types."""
    assert in_command(tiny, COMMANDS["%ask"], line).found == []


def test_a_name_goes_on_from_the_words_before(tiny: Store) -> None:
    """The next words of a name are offered, also of an alias."""
    assert in_command(tiny, COMMANDS["%show"], "Group A").found == [("A", "value")]
    assert in_command(tiny, COMMANDS["%show"], "G").found[0] == ('"Group A"', "value")
    assert ("GA", "value") in in_command(tiny, COMMANDS["%show"], "g").found
