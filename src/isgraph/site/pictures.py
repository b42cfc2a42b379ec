"""Pictures: a thing in the middle and its nearest around it; no forces, no randomness."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from isgraph.diagram.still import still
from isgraph.network import Network
from isgraph.site.addresses import Link, address
from isgraph.site.contents import Contents

MOST = 14
_ONE_RING = 7
_INNER = 0.8


class Neighbour(NamedTuple):
    """A thing that is tied to another, with how many claims tie the two."""

    iri: str
    link: Link
    claims: int


def neighbours(contents: Contents, centre: str) -> list[Neighbour]:
    """Return what a thing is tied to, the most claims first.

    Claims that something is not so are no ties, and neither are denied ones.

    Examples
    --------
    >>> near = neighbours(Contents(tiny), "https://w3id.org/isgraph/actor/group-b")
    >>> [(found.link.label, found.claims) for found in near]
    [('Country X', 2), ('Group A', 2)]
    """
    counts: dict[str, int] = defaultdict(int)
    for one, other, _ in _ties(contents.network, centre):
        counts[other if one == centre else one] += 1
    found = (Neighbour(iri, contents.link(iri), count) for iri, count in counts.items())
    return sorted(found, key=lambda near: (-near.claims, near.link.label, near.iri))


def star(network: Network, centre: str, near: list[Neighbour]) -> Network:
    """Return a network of a thing, its nearest and the ties between it and them."""
    kept = {found.iri for found in near[:MOST]}
    ties = [
        (one, other, key)
        for one, other, key in _ties(network, centre)
        if {one, other} <= {centre, *kept}
    ]
    found: Network = network.edge_subgraph(ties).copy()
    found.graph = network.graph | {"facts": {}}
    return found


def places(centre: str, near: list[Neighbour]) -> dict[str, tuple[float, float]]:
    """Return where each thing of a star stands, in pixels around the middle.

    Examples
    --------
    >>> places("urn:a", [Neighbour("urn:b", Link("B"), 1)])
    {'urn:a': (0.0, 0.0), 'urn:b': (240.0, 0.0)}
    """
    kept = near[:MOST]
    width, height = size_px(near)
    found = {centre: (0.0, 0.0)}
    for number, neighbour in enumerate(kept):
        turn = 2 * math.pi * number / len(kept)
        reach = _INNER if len(kept) > _ONE_RING and number % 2 else 1.0
        x, y = width / 3 * reach * math.cos(turn), height / 3 * reach * math.sin(turn)
        found[neighbour.iri] = (round(x, 1) + 0.0, round(y, 1) + 0.0)
    return found


def size_px(near: list[Neighbour]) -> tuple[int, int]:
    """Return width and height of a star: the fewer ties, the smaller.

    Examples
    --------
    >>> size_px([])
    (720, 150)
    """
    ties = min(len(near), MOST)
    return (720, 150) if ties < 3 else (720, 340) if ties <= _ONE_RING else (1000, 560)


def _ties(network: Network, centre: str) -> list[tuple[str, str, str]]:
    if centre not in network:
        return []
    edges = (*network.out_edges(centre, keys=True, data=True),
             *network.in_edges(centre, keys=True, data=True))  # fmt: skip
    return sorted(
        (one, other, key)
        for one, other, key, claim in edges
        if one != other and not claim["negated"] and claim["status"] != "denied"
    )


def pictures(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield the picture of each thing that has a tie: path and text of SVG."""
    for iri in contents.things:
        path, svg = address(iri), picture(contents, iri)
        if path and svg:
            yield picture_path(path), svg


def picture(contents: Contents, iri: str) -> str | None:
    """Return the picture of a thing as SVG, or None where it has no tie.

    Examples
    --------
    >>> picture(Contents(tiny), "https://w3id.org/isgraph/actor/group-b")[:4]
    '<svg'
    """
    near = neighbours(contents, iri)
    if not near:
        return None
    width_px, height_px = size_px(near)
    return still(
        star(contents.network, iri, near),
        places(iri, near),
        title=f"{contents.link(iri).label} and its nearest ties",
        camps=contents.camps,
        legend=False,
        has_areas=False,
        width_px=width_px,
        height_px=height_px,
    )


def picture_path(path: str) -> str:
    """Return where the picture of a page is.

    Examples
    --------
    >>> picture_path("actor/group-a.html")
    'actor/group-a.svg'
    """
    return path.removesuffix(".html") + ".svg"
