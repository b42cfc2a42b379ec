"""Elements of SVG as text: escaped, without styles or scripts, numbers rounded; no drawing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ILLEGAL = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def clean(text: object) -> str:
    r"""Return a text in one line that XML allows and that turns no neighbour around.

    Characters that XML forbids become U+FFFD; marks that change the direction of
    writing go, since the text stands among others.

    Examples
    --------
    >>> clean("Group\n A\u202e\x00")
    'Group A�'
    """
    return " ".join(_ILLEGAL.sub("\ufffd", _TURNING.sub("", str(text))).split())


def element(name: str, *content: str, **attributes: object) -> str:
    """Write one element.

    Parameters
    ----------
    content
        Markup that is ready: elements, or texts from `write`.
    attributes
        Values that are None are left out; `_` in a name stands for `-`, and
        `class_` for `class`.

    Examples
    --------
    >>> element("circle", r=4.0, stroke_width=1.25, class_='"', fill=None)
    '<circle r="4" stroke-width="1.25" class="&quot;"/>'
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is not None:
            shown = number(value) if isinstance(value, float) else escape(clean(value))
            parts.append(f' {key.rstrip("_").replace("_", "-")}="{shown}"')
    inner = "".join(content)
    parts.append(f">{inner}</{name}>" if inner else "/>")
    return "".join(parts)


def group(content: Iterable[str], name: str = "g", **attributes: object) -> str:
    r"""Write an element with each part on a line of its own, so that two files compare well.

    Examples
    --------
    >>> group(["<path/>"], id="ties")
    '<g id="ties">\n<path/>\n</g>'
    """
    return element(name, "\n", *(f"{part}\n" for part in content), **attributes)


def write(text: object) -> str:
    """Return a text as the content of an element.

    Examples
    --------
    >>> write("<A & B>")
    '&lt;A &amp; B&gt;'
    """
    return escape(clean(text))


def number(value: float) -> str:
    """Return a number with up to two decimals.

    Examples
    --------
    >>> [number(value) for value in (1.0, 2.346, -0.001, 100.0)]
    ['1', '2.35', '0', '100']
    """
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def identifier(text: str) -> str:
    """Return what may stand as an id, near enough to the text to be recognised.

    Examples
    --------
    >>> identifier("https://w3id.org/isgraph/actor/sdf")
    'actor-sdf'
    >>> identifier("two words"), identifier("7")
    ('two-words', 'n-7')
    """
    ending = "-".join(text.replace("#", "/").rstrip("/").split("/")[-2:])
    plain = re.sub(r"[^A-Za-z0-9_.-]+", "-", ending).strip("-.")
    return plain if plain[:1].isalpha() else f"n-{plain}"
