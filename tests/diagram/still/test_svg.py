"""Whatever a text holds, it stays text, and the file stays XML."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isgraph.diagram.still.svg import clean, element, identifier, number, write


@given(st.text(st.characters()))
def test_any_text_is_well_formed_xml(text: str) -> None:
    """Every string of characters can be content and attribute, and is read back as it was."""
    expected = clean(text)

    read = ElementTree.fromstring(element("a", write(text), title=text).encode())

    assert (read.text or "") == expected
    assert read.attrib["title"] == expected


@pytest.mark.parametrize("mark", ["\u202e", "\u202a", "\u2066", "\u2069", "\u200f", "\u061c"])
def test_marks_of_direction_go(mark: str) -> None:
    """No label can turn around what stands beside it."""
    assert clean(f"Group{mark} A") == "Group A"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x9b", "\ud800", "\ufffe"])
def test_forbidden_characters_are_seen(character: str) -> None:
    """What XML forbids, and what steers a terminal, leaves a mark in its place."""
    assert clean(f"A{character}B") == "A\ufffdB"


def test_joiners_and_arabic_stay() -> None:
    """What Arabic and Persian are written with is left alone."""
    name = "می\u200cخواهم Jamāʿat"

    assert clean(name) == name


def test_a_line_break_is_a_space() -> None:
    """A label is one line."""
    assert clean(" A\n\tB\u2028C\x85D ") == "A B C D"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://w3id.org/isgraph/actor/sdf", "actor-sdf"),
        ("https://w3id.org/isgraph/ontology#supports", "ontology-supports"),
        ("a b\"<c>'", "a-b-c"),
        ("7", "n-7"),
        ("عين", "n-"),
        ("", "n-"),
    ],
)
def test_an_identifier_is_a_plain_word(text: str, expected: str) -> None:
    """An id has letters, digits, dots and dashes only, and starts with a letter."""
    assert identifier(text) == expected


@pytest.mark.parametrize(("value", "expected"), [(-0.004, "0"), (10.0, "10"), (-1.50, "-1.5")])
def test_a_number_is_short(value: float, expected: str) -> None:
    """Two decimals are kept, and no zero is left over."""
    assert number(value) == expected
