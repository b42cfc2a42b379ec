"""Negotiation: which of the media types on offer a client wants."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers


def accepted(headers: Headers) -> str | None:
    """Return the Accept header of a request; where it is sent in several lines, they are one list.

    Source: RFC 9110, section 5.3.

    Examples
    --------
    >>> accepted(Headers(raw=[(b"accept", b"text/csv"), (b"accept", b"text/html;q=0.5")]))
    'text/csv, text/html;q=0.5'
    """
    return ", ".join(headers.getlist("accept")) or None


def choose(accept: str | None, offered: Sequence[str]) -> str | None:
    """Return the media type that an Accept header prefers, or None if none will do.

    The most specific range that fits a type gives its weight; among equals
    the one offered first is taken, as it is where no header is sent.

    Source: RFC 9110, section 12.5.1.

    Examples
    --------
    >>> choose("*/*;q=0.1, text/csv", ["text/turtle", "text/csv"])
    'text/csv'
    >>> choose("image/png", ["text/csv"]) is None
    True
    """
    ranges = _ranges(accept if accept and accept.strip() else "*/*")
    weights = [_weight(kind, ranges) for kind in offered]
    best = max(weights, default=0.0)
    return offered[weights.index(best)] if best > 0 else None


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    weight = min(1.0, max(0.0, float(value)))
                except ValueError:
                    weight = 0.0
        if "/" in kind:
            found.append((kind, weight))
    return found


def _weight(kind: str, ranges: list[tuple[str, float]]) -> float:
    for wanted in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        weights = [weight for range_, weight in ranges if range_ == wanted]
        if weights:
            return max(weights)
    return 0.0
