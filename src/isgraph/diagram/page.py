"""The page around the data: template, style sheets, scripts and the policy that seals them.

The page holds all of its data in one JSON block, writes it with `textContent` only, and says
in a content-security policy that nothing may be loaded from anywhere.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from isgraph.diagram import theme

FOLDER = Path(__file__).parent

SCRIPTS = (
    "model/texts",
    "model/dates",
    "model/days",
    "model/moments",
    "model/dom",
    "model/data",
    "model/scale",
    "model/state",
    "model/filters",
    "model/paths",
    "model/model",
    "picture/shapes",
    "picture/curves",
    "picture/crowd",
    "picture/letters",
    "picture/areas",
    "picture/lines",
    "picture/words",
    "picture/nodes",
    "picture/names",
    "picture/painter",
    "picture/film",
    "picture/tip",
    "picture/picture",
    "panel/legend",
    "panel/combobox",
    "panel/search",
    "takeaway/vector",
    "takeaway/choices",
    "takeaway/link",
    "takeaway/cite",
    "panel/cards",
    "panel/conflicts",
    "panel/evidence",
    "panel/trail",
    "panel/focus",
    "time/dayfield",
    "time/slider",
    "time/time",
    "time/axis",
    "time/lanes",
    "time/marks",
    "time/timeline",
    "reading/matrix",
    "reading/columns",
    "reading/table",
    "reading/grammar",
    "reading/sentences",
    "reading/prose",
    "reading/mirror",
    "reading/ways",
    "takeaway/csv",
    "takeaway/key",
    "takeaway/tracing",
    "takeaway/sheet",
    "takeaway/paper",
    "takeaway/takeaway",
    "start",
)
"""The page's script, in the order in which its parts build on each other."""

STYLES = (
    "base",
    "top",
    "legend",
    "stage",
    "table",
    "prose",
    "mirror",
    "matrix",
    "evidence",
    "focus",
    "takeaway",
    "time",
    "timeline",
    "narrow",
    "print",
)
"""The page's style sheets, in the order in which a later one may overrule an earlier."""


def seal(page: Any, about: Mapping[str, Any]) -> str:
    """Render what pyvis holds with our template, and let nothing in from elsewhere.

    Parameters
    ----------
    page
        A `pyvis.network.Network` with nodes and edges.
    about
        What the page says of the whole: title, days, edition, families, relations, camps.

    Returns
    -------
    str
        The page as HTML.
    """
    style, library, code = _style(), _library(), script()
    policy = (
        f"default-src 'none'; script-src {_digest(library)} {_digest(code)}; "
        f"style-src {_digest(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    page.set_template_dir(str(FOLDER), "page.html")
    page.templateEnv.autoescape = True
    page.templateEnv.globals.update(
        about=about,
        look=theme.look(),
        policy=Markup(policy),
        style=Markup(style),
        library=Markup(library),
        script=Markup(code),
    )
    return str(page.generate_html()) + "\n"


def _style() -> str:
    """Put the colours of the theme in front of the style sheets."""

    def colours(table: Mapping[str, str]) -> str:
        return " ".join(f"--{name}: {value};" for name, value in table.items())

    light, dark = colours(theme.LIGHT), colours(theme.DARK)
    return (
        f":root {{ color-scheme: light; --font: {theme.FONT}; {light} }}\n"
        "@media (prefers-color-scheme: dark) {\n"
        f"  :root:not([data-theme='light']) {{ color-scheme: dark; {dark} }}\n}}\n"
        f":root[data-theme='dark'] {{ color-scheme: dark; {dark} }}\n"
        + "\n".join(_text(FOLDER / "style" / f"{name}.css") for name in STYLES)
    )


def script() -> str:
    """Join the parts of the page's script, as the page holds them."""
    parts = (_text(FOLDER / "script" / f"{name}.js") for name in SCRIPTS)
    return "\n".join(['"use strict";', "const isgraph = {};", *parts])


def _library() -> str:
    """Read vis-network from the installed pyvis, newest first, without its pointer to a map."""
    import pyvis

    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    newest = max(folder.glob("vis-*/vis-network.min.js"), key=lambda file: file.parent.name)
    lines = _text(newest).split("\n")
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


def _text(file: Path) -> str:
    """Read a file with the line ends that a browser hashes."""
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")


def _digest(text: str) -> str:
    """Name an inline script or style in the page's policy."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
