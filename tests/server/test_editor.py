"""The page in which one asks: it is sealed, and holds all that it needs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from isgraph.server.editor import page, policy, script
from tests.server.conftest import Server

FROM_ELSEWHERE = {"src", "srcset", "data", "action", "formaction", "poster", "background", "style"}


class Reader(HTMLParser):
    """Notes every element of a page with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def elements() -> list[tuple[str, dict[str, str | None]]]:
    """Read the elements of the page."""
    return Reader(page("of today", "abc")).elements


def test_policy_lets_in_only_what_has_the_nonce() -> None:
    """Nothing is allowed but what bears the nonce and what this server sends."""
    rules = dict(rule.split(" ", 1) for rule in policy("abc").split("; "))

    assert rules.pop("default-src") == "'none'"
    assert rules.pop("script-src") == rules.pop("style-src") == "'nonce-abc'"
    assert set(rules.values()) <= {"'none'", "'self'", "data:"}


def test_page_asks_for_nothing_else(elements: list[tuple[str, dict[str, str | None]]]) -> None:
    """No element loads a file, and none carries a script or a style of its own."""
    named = {name for _, attributes in elements for name in attributes}

    assert named & FROM_ELSEWHERE == set()
    assert [name for name in named if name.startswith("on")] == []
    assert [a["href"] for tag, a in elements if tag == "link"] == ["data:,"]


def test_script_and_style_bear_the_nonce(elements: list[tuple[str, dict[str, str | None]]]) -> None:
    """There is one script and one style, and the policy knows both."""
    assert [a for tag, a in elements if tag in ("script", "style")] == [{"nonce": "abc"}] * 2


def test_links_stay_on_this_server(elements: list[tuple[str, dict[str, str | None]]]) -> None:
    """Every link is a path or a place on the page."""
    links = [str(attributes["href"]) for tag, attributes in elements if tag == "a"]

    assert "index.html" in links
    assert [link for link in links if ":" in link or link.startswith("/")] == []


def test_every_field_has_a_label(elements: list[tuple[str, dict[str, str | None]]]) -> None:
    """Ids are not given twice, and what they are referred to by is there."""
    ids = [a["id"] for _, a in elements if "id" in a]
    referred = [
        a[name]
        for _, a in elements
        for name in ("for", "aria-controls", "aria-describedby")
        if name in a
    ]

    assert len(ids) == len(set(ids))
    assert set(referred) <= set(ids)


def test_edition_is_escaped() -> None:
    """What the data call themselves is text."""
    assert "&lt;script&gt;alert(1)" in page("<script>alert(1)</script>", "abc")


def test_script_writes_no_markup() -> None:
    """Nothing is shown but by way of text, and no text is run."""
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", script())
        == []
    )
    assert "</script" not in script()


def test_each_page_has_a_nonce_of_its_own(served: Server) -> None:
    """The server sends the policy with the nonce of the page, which is not kept."""
    replies = [served.get("/sparql", accept="text/html") for _ in range(2)]
    nonces = [
        re.search(r"script-src 'nonce-([\w-]{16,})'", reply.headers["content-security-policy"])[1]  # type: ignore[index]
        for reply in replies
    ]

    assert nonces[0] != nonces[1]
    for reply, nonce in zip(replies, nonces, strict=True):
        assert reply.body.decode().count(f'nonce="{nonce}"') == 2
        assert reply.headers["cache-control"] == "no-store"


def test_all_that_the_page_fetches_is_there(served: Server) -> None:
    """Prefixes, terms and names, and questions with what their parameters can be."""
    terms = served.get("/terms").json
    questions = served.get("/questions").json

    assert terms["prefixes"]["isg"] == "https://w3id.org/isgraph/ontology#"
    assert {"name", "label", "definition", "kind"} == set(terms["terms"][0])
    assert {"name", "label", "aliases"} == set(terms["names"][0])
    assert {"name", "title", "explanation", "example", "chart", "parameters"} <= set(questions[0])
