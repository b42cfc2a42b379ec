"""Answers that are kept."""

from __future__ import annotations

from isgraph.server.cache import Cache


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    """A find makes an answer young again."""
    cache = Cache(most=9)
    for name in "abc":
        cache.keep(name, ("text/csv", b"123"))
    cache.find("a")
    cache.keep("d", ("text/csv", b"123"))

    assert [bool(cache.find(name)) for name in "abcd"] == [True, False, True, True]


def test_an_answer_that_is_replaced_counts_once() -> None:
    """The size is that of what is there."""
    cache = Cache(most=9)
    for _ in range(5):
        cache.keep("a", ("text/csv", b"1234"))
    cache.keep("b", ("text/csv", b"1234"))

    assert cache.find("a")
    assert cache.find("b")


def test_what_is_larger_than_all_is_not_kept() -> None:
    """One large answer leaves an empty cache, not a full one."""
    cache = Cache(most=3)
    cache.keep("a", ("text/csv", b"1234"))
    cache.keep("b", ("text/csv", b"12"))

    assert cache.find("a") is None
    assert cache.find("b")
