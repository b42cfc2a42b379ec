"""Tokens: where a piece of a query ends."""

from __future__ import annotations

import pytest

from isgraph.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("isg:backs.", ["isg:backs", "."]),
        ("actor:a.b .", ["actor:a.b", "."]),
        ("a:.SERVICE", ["a:", ".", "SERVICE"]),
        ("_:b.", ["_:b", "."]),
        ("400.", ["400", "."]),
        ("4.5", ["4.5"]),
        ('"a \\" b"@en', ['"a \\" b"', "@en"]),
        ("<http://example.org/#x>", ["<http://example.org/#x>"]),
        ("?x# a comment", ["?x", "# a comment"]),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    """A dot ends a name, a label and a number; quotes and angles hold all that is in them."""
    assert [token.text for token in tokens(text) if token.kind != "space"] == expected
