"""The page holds the network, the whole network, and nothing that could reach outside."""

import base64
import hashlib
import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any

import networkx as nx
import pytest

from isgraph.diagram import draw
from isgraph.diagram.layout import positions
from isgraph.diagram.theme import CAMPS, DARK, FAMILIES, GROUPS, LIGHT, NO_CAMP
from isgraph.errors import EmptyNetworkError
from tests.diagram.world import ACTORS, HOSTILE_LABEL, TIES, actor, world


class Page(HTMLParser):
    """Gather the elements of a page, and the text of its scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep a text with the element that it stands in."""
        if self.elements and self.elements[-1][0] in ("script", "style", "title"):
            self.texts.append((*self.elements[-1], data))

    def all_text(self, tag: str, kind: str | None = None) -> list[str]:
        """Give the texts of all elements of one sort."""
        return [
            text
            for name, attributes, text in self.texts
            if name == tag and attributes.get("type") == kind and text.strip()
        ]


@pytest.fixture(scope="module")
def html() -> str:
    """Draw the world once."""
    return draw(world()).html


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    """Take the drawn page apart."""
    return Page(html)


@pytest.fixture(scope="module")
def data(page: Page) -> dict[str, Any]:
    """Read the page's only block of data."""
    (block,) = page.all_text("script", "application/json")
    content: dict[str, Any] = json.loads(block)
    return content


def test_each_actor_is_in_the_page_once(data: dict[str, Any]) -> None:
    """Every actor of the network is in the data once, those without a tie too."""
    expected = Counter(actor(name) for name, *_ in ACTORS)

    assert Counter(node["id"] for node in data["nodes"]) == expected


def test_each_claim_is_in_the_page_once(html: str, data: dict[str, Any]) -> None:
    """Every claim is in the data once: ties as edges, figures and states with their actor."""
    expected = Counter([*(f"c{n:04d}" for n in range(1, len(TIES) + 1)), "c0021", "c0022"])
    facts = [fact for node in data["nodes"] for fact in node["facts"]]

    assert Counter(claim["id"] for claim in data["edges"] + facts) == expected
    assert html.count("Statement number 7 of an imagined report.") == 1


def test_claim_keeps_its_evidence(data: dict[str, Any]) -> None:
    """What an analyst cites is in the page: passage, note, cited work, publisher and date."""
    (claim,) = [claim for claim in data["edges"] if claim["id"] == "c0006"]

    assert (claim["from"], claim["to"]) == (actor("e"), actor("b"))
    assert claim["status"] == "alleged"
    assert claim["places"] == ["Town F"]
    assert claim["published"] == "2021-05-04"
    assert claim["sources"][0]["publisher"] == "Press Y"
    assert "note" not in claim


def test_nothing_is_loaded_from_outside(html: str, page: Page) -> None:
    """No element, style or script of the page names a place to load from."""
    (style,) = page.all_text("style")
    scripts = page.all_text("script")
    loading = [
        (tag, name)
        for tag, attributes in page.elements
        for name in attributes
        if name in ("src", "srcset", "href", "action", "data", "poster", "background")
    ]

    assert loading == []
    assert not re.search(r"url\(|@import", style)
    assert not any("sourceMappingURL" in script for script in scripts)
    assert not re.search(r"(?:src|href)\s*=\s*[\"']?(?:https?:)?//", html)
    assert not any(re.search(r"\bimport\s*\(|\bfetch\s*\(", script) for script in scripts[1:])


def test_policy_allows_the_inline_parts_and_nothing_else(page: Page) -> None:
    """The policy starts from nothing and names each inline script and style by its hash."""
    (policy,) = [
        attributes["content"] or ""
        for tag, attributes in page.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    inline = page.all_text("script") + page.all_text("style")
    hashes = {
        f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
        for text in inline
    }

    assert policy.startswith("default-src 'none'; ")
    assert set(re.findall(r"'(sha256-[^']+)'", policy)) == hashes
    assert "unsafe" not in policy
    assert len(inline) == 3


def test_same_network_same_bytes(html: str) -> None:
    """The order in which actors and claims were added changes no byte of the page."""
    forwards = world()
    backwards = nx.MultiDiGraph(**forwards.graph)
    backwards.add_nodes_from(reversed(list(forwards.nodes(data=True))))
    backwards.add_edges_from(reversed(list(forwards.edges(keys=True, data=True))))

    assert draw(backwards).html == html


def test_network_is_not_changed() -> None:
    """Drawing leaves the network that it was given as it was."""
    network = world()
    draw(network)

    assert nx.utils.graphs_equal(network, world())


def test_hostile_label_is_inert(html: str, data: dict[str, Any], page: Page) -> None:
    """Markup in a label, a title or a date stays text and opens no element."""
    network = world()
    network.graph["edition"] = HOSTILE_LABEL
    hostile = Page(draw(network, title=HOSTILE_LABEL + "\u2028").html)

    assert HOSTILE_LABEL not in html
    assert HOSTILE_LABEL in {node["label"] for node in data["nodes"]}
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in page.elements]
    (block,) = hostile.all_text("script", "application/json")
    assert not re.search("[<>&\u2028\u2029]", block)


def test_script_writes_text_only(page: Page) -> None:
    """Our part of the script uses no way of turning text into markup."""
    ours = page.all_text("script")[1]

    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", ours)


def test_title_and_day(page: Page) -> None:
    """A title that is given goes before the network's own."""
    (title,) = page.all_text("title")

    assert title == "An imagined world"
    assert Page(draw(world(), title="Another & more").html).all_text("title") == ["Another & more"]


def test_bare_network_is_drawn() -> None:
    """Nodes and edges without a single attribute are drawn all the same."""
    network = nx.MultiDiGraph()
    network.add_edge("urn:x", "urn:y", key="urn:claim/c1")
    network.add_edge("urn:x", "urn:x", key="urn:claim/c2")

    assert "urn:x" in draw(network).html


def test_empty_network_is_refused() -> None:
    """A network without an actor is an error that says what to do."""
    with pytest.raises(EmptyNetworkError, match="Widen"):
        draw(nx.MultiDiGraph())


def test_places_are_apart() -> None:
    """No actor's box of node and label lies on another's."""
    places = positions(world())
    pairs = [(one, other) for one in places for other in places if one < other]

    assert len(places) == len(ACTORS)
    for one, other in pairs:
        (x, y), (u, v) = places[one], places[other]
        assert abs(x - u) > 30 or abs(y - v) > 30


def _contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, as the accessibility guidelines define it."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("name", "table"), [("light", LIGHT), ("dark", DARK)])
def test_colours_can_be_read(name: str, table: dict[str, str]) -> None:
    """Text has a contrast of 4.5 and marks of 3 with what lies behind, in both themes."""
    for text in ("ink", "muted", "accent"):
        for paper in ("panel", "canvas", "hover"):
            assert _contrast(table[text], table[paper]) >= 4.5, (text, paper)
    for row in FAMILIES.values():
        assert _contrast(row[name], table["canvas"]) >= 4.5, row["label"]
    for camp in [*CAMPS, NO_CAMP]:
        assert _contrast(camp[name], table["canvas"]) >= 3, camp[name]


def test_families_and_classes_differ_without_colour() -> None:
    """Each family has a head and each class of actor a shape of its own."""
    assert len({row["head"] for row in FAMILIES.values()}) == len(FAMILIES)
    assert len({row["shape"] for row in GROUPS.values()}) == len(GROUPS)
