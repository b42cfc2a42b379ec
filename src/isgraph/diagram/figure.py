"""A finished diagram, page and still picture, saved or shown in a notebook; it draws nothing."""

import os
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from isgraph.errors import SaveError
from isgraph.files import replace

HEIGHT_PX = 640
PIXELS_A_UNIT = 2
"""How fine a PNG is: screens and print show more than one pixel a unit."""

_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'


def ending_of(place: Path) -> str:
    """Return the ending of a file for a figure, which tells its form.

    Raises
    ------
    SaveError
        If no figure is written so.

    Examples
    --------
    >>> ending_of(Path("map.SVG"))
    '.svg'
    """
    ending = place.suffix.lower()
    if ending not in (".html", ".svg", ".png"):
        raise SaveError(
            f"{place.name} is not written: {ending or 'no ending'} is no form of a figure. "
            "Use .html for the page, .svg or .png for the picture.",
            path=str(place),
        )
    return ending


@dataclass(frozen=True, repr=False)
class Figure:
    """Hold one self-contained HTML page, and a still picture of it.

    Examples
    --------
    >>> Figure("<!doctype html><title>Empty</title>")
    <Figure of 35 characters>
    """

    html: str
    """The whole page; it loads nothing from elsewhere."""
    svg: str | Callable[[], str] = ""
    """The picture as an SVG, or a function that draws it when it is asked for."""

    @cached_property
    def picture(self) -> str:
        """The still picture as an SVG; empty if there is none."""
        return self.svg if isinstance(self.svg, str) else self.svg()

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page or the picture to a file, wholly or not at all.

        The ending says which: `.html` is the page, `.svg` and `.png` are the picture. It goes to
        a temporary file beside `path`, which then takes its place.

        Returns
        -------
        Path
            Where the file is.

        Raises
        ------
        SaveError
            If the ending is another one, if there is no picture, or if something that a PNG
            needs is not installed.
        OSError
            If the folder cannot be written to; nothing is left behind.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     Figure("<!doctype html>").save(f"{folder}/page.html").name
        'page.html'
        """
        place = Path(path)
        ending = ending_of(place)
        if ending == ".html":
            content = self.html.encode()
        elif not self.picture:
            raise SaveError(
                f"{place.name} is not written: this figure has no still picture. "
                "Save it as .html, or draw it with isgraph.draw.",
                path=str(place),
            )
        else:
            content = self.picture.encode() if ending == ".svg" else _png(self.picture, place)
        replace(place, content)
        return place

    def _repr_html_(self) -> str:
        """Show the page in a notebook, in a frame that cannot reach the notebook.

        The picture lies under the frame: it is what remains where frames are taken out, and
        what is shown where no script runs.
        """
        over = "position:absolute;inset:0;height:100%;" if self.picture else ""
        frame = (
            '<iframe sandbox="allow-scripts" title="isgraph diagram" width="100%" '
            f'height="{HEIGHT_PX}" style="{over}border:0" srcdoc="{escape(self.html)}"></iframe>'
        )
        if not self.picture:
            return frame
        data = b64encode(self.picture.encode()).decode()
        return (
            '<div class="isgraph-figure" style="position:relative">'
            "<noscript><style>.isgraph-figure iframe { display: none }</style></noscript>"
            f'<img alt="{_described(self.picture)}" width="100%" '
            f'style="display:block;height:{HEIGHT_PX}px;object-fit:contain" '
            f'src="data:image/svg+xml;base64,{data}">{frame}</div>'
        )

    def _repr_svg_(self) -> str | None:
        """Give the picture to viewers that show no HTML, such as an export to PDF."""
        return self.picture or None

    def __repr__(self) -> str:
        """Say how long the page is, rather than print it."""
        return f"<Figure of {len(self.html):,} characters>"


def _described(svg: str) -> str:
    """Take the description out of a picture, escaped as it is there."""
    found = re.search("<desc[^>]*>([^<]*)</desc>", svg)
    return found[1].replace('"', "&quot;") if found else "The diagram as a still picture"


def _png(svg: str, place: Path) -> bytes:
    try:
        import resvg_py
    except ImportError as error:
        raise SaveError(
            f"{place.name} is not written: what draws PNG is not installed. "
            "Use .svg, or install it: pip install 'isgraph[png]'",
            path=str(place),
        ) from error
    bare, lettered = (
        resvg_py.svg_to_bytes(svg_string=_PROBE.format(text))
        for text in ("", "<text y='15'>M</text>")
    )
    if bare == lettered:
        raise SaveError(
            f"{place.name} is not written: no font is installed, and a PNG would have no names. "
            "Install one such as DejaVu Sans, or use .svg.",
            path=str(place),
        )
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=PIXELS_A_UNIT))
