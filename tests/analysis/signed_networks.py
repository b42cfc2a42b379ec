"""Signed networks for tests: a published one, and small ones by chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations, product
from typing import Any

import networkx as nx
from hypothesis import strategies as st

Signs = Mapping[tuple[str, str], int]

TRIBES = """
.+----.....-..++
+.-.--..--....++
--.+.+++........
-.+....+........
--....+.+....+--
--+...++-.++-..-
..+.++.+..+++...
..++.++...++.-..
.-..+-...+-.+.-.
.-......+.-.+.-.
.....+++--.+-.--
-....+++..+..---
.....-+.++-..+--
....+..-...-+..-
++..-...-----..+
++..--....----+.
"""
"""Alliance and hostility of sixteen tribes (K. E. Read, "Cultures of the central highlands, New
Guinea", Southwestern Journal of Anthropology 10, 1954), a row and a column for each, in the order
of UCINET's data set "gama"."""


def signs_of(picture: str) -> dict[tuple[str, str], int]:
    """Read a matrix of plus and minus as signs of pairs; actors are letters."""
    lines = picture.split()
    return {
        (chr(97 + row), chr(97 + column)): 1 if lines[row][column] == "+" else -1
        for row, column in combinations(range(len(lines)), 2)
        if lines[row][column] != "."
    }


def ties_of(signs: Signs) -> nx.Graph:
    """Return signed ties alone."""
    ties = nx.Graph()
    ties.add_weighted_edges_from([(*pair, sign) for pair, sign in signs.items()], "sign")
    return ties


def network_of(*claims: tuple[str, str, int], **attributes: Any) -> nx.MultiDiGraph:
    """Make a network of claims (subject, object, sign); the first has the id `c1`."""
    network = nx.MultiDiGraph(title="made", facts={})
    families = {1: "supportive", -1: "hostile", 0: "dealings"}
    for number, (subject, object_, sign) in enumerate(claims, 1):
        about = {"id": f"c{number}", "sign": sign, "family": families[sign]}
        network.add_edge(subject, object_, key=f"c{number}", **(about | attributes))
    for node in network:
        network.nodes[node]["label"] = f"Group {node.upper()}"
    return network


def divisions(actors: Iterable[str], camps: int) -> Iterable[dict[str, int]]:
    """Yield every way to put actors into so many camps."""
    names = sorted(actors)
    for numbers in product(range(1, camps + 1), repeat=len(names)):
        yield dict(zip(names, numbers, strict=True))


def against(signs: Signs, camps: Mapping[str, int]) -> frozenset[tuple[str, str]]:
    """Return the pairs that are supportive across camps or hostile inside, told by the book."""
    return frozenset(
        (one, other)
        for (one, other), sign in signs.items()
        if (sign == 1 and camps[one] != camps[other]) or (sign == -1 and camps[one] == camps[other])
    )


@st.composite
def small_signs(draw: st.DrawFn, most: int = 7) -> Signs:
    """Draw up to seven actors and signs of some of their pairs."""
    pairs = list(combinations("abcdefg"[:most], 2))
    signs = draw(st.lists(st.sampled_from((-1, 0, 1)), min_size=len(pairs), max_size=len(pairs)))
    return {pair: sign for pair, sign in zip(pairs, signs, strict=True) if sign}
