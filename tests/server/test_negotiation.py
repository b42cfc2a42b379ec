"""Which media type a client gets."""

from __future__ import annotations

import pytest

from isgraph.server.negotiation import choose

OFFERED = ("application/json", "text/csv", "text/turtle")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/json"),
        ("  ", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/csv"),
        ("text/turtle, text/csv;q=0.9", "text/turtle"),
        ("TEXT/CSV ; Q=1", "text/csv"),
        ("*/*, application/json;q=0", "text/csv"),
        ("text/*;q=0.5, text/csv;q=0.1", "text/turtle"),
        ("text/csv;q=high", None),
        ("text/csv;q=7, text/turtle", "text/csv"),
        ("csv", None),
        ("image/png", None),
        ("text/html;level=1, */*;q=0.1", "application/json"),
    ],
)
def test_choice(accept: str | None, expected: str | None) -> None:
    """The most specific range gives the weight; among equals the first on offer is taken."""
    assert choose(accept, OFFERED) == expected
