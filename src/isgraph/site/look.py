"""Look: the style sheet, with the colours of the diagram in front of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from isgraph.diagram import theme

_SHEET = Path(__file__).parent / "style.css"


def style_sheet() -> str:
    """Return the one style sheet of all pages.

    Examples
    --------
    >>> ".family-hostile" in style_sheet()
    True
    """
    families = theme.FAMILIES | {"figures": theme.OTHER_FAMILY}
    light, dark = (
        "\n".join(
            [
                f"  :root {{ color-scheme: {scheme}; {_colours(colours)} }}",
                *(
                    f"  .family-{name} {{ --family: {row[scheme]}; }}"
                    for name, row in families.items()
                ),
            ]
        )
        for scheme, colours in (("light", theme.LIGHT), ("dark", theme.DARK))
    )
    sheet = _SHEET.read_text(encoding="utf-8").replace("\r\n", "\n")
    return (
        f":root {{ --font: {theme.FONT}; }}\n{light}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n{sheet}"
    )


def _colours(table: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in table.items())
