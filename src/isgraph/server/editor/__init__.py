"""Editor: one page to ask the graph in SPARQL, with nothing from outside."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from isgraph.diagram.page import FOLDER as DIAGRAM
from isgraph.network import NO_LINE
from isgraph.site.look import style_sheet

_FOLDER = Path(__file__).parent
_SCRIPTS = (
    "net",
    "names",
    "tokens",
    "query",
    "suggestions",
    "library",
    "table",
    "chart",
    "downloads",
    "answer",
    "start",
)
"""The page's script, in the order in which its parts build on each other."""


def policy(nonce: str) -> str:
    """Return the content security policy of the page.

    Examples
    --------
    >>> "script-src 'nonce-abc'" in policy("abc")
    True
    """
    return (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
        "connect-src 'self'; frame-src 'self'; img-src data:; form-action 'none'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


def page(edition: str, nonce: str) -> str:
    """Return the page; all that it shows of the data it fetches from the server.

    Examples
    --------
    >>> "https://" in page("today's", "abc").partition("<script")[0]
    False
    """
    template = Environment(autoescape=True).from_string(_text(_FOLDER / "page.html"))
    return template.render(
        edition=edition,
        nonce=nonce,
        no_line=NO_LINE,
        style=Markup(_style()),
        script=Markup(script()),
    )


@cache
def script() -> str:
    """Join the parts of the page's script; the first is the diagram's way to make elements."""
    parts = [DIAGRAM / "script" / "model" / "dom.js"]
    parts += [_FOLDER / "script" / f"{name}.js" for name in _SCRIPTS]
    return "\n".join(['"use strict";', "const isgraph = {};", *map(_text, parts)])


@cache
def _style() -> str:
    return f"{style_sheet()}\n{_text(_FOLDER / 'style.css')}"


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")
