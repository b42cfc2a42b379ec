"""A finished page: its text, saved to a file or shown in a notebook; it draws nothing."""

import os
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

HEIGHT_PX = 640


@dataclass(frozen=True, repr=False)
class Figure:
    """Hold one self-contained HTML page.

    Examples
    --------
    >>> Figure("<!doctype html><title>Empty</title>")
    <Figure of 35 characters>
    """

    html: str
    """The whole page; it loads nothing from elsewhere."""

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page to a file, wholly or not at all.

        The text goes to a temporary file beside `path`, which then takes its place.

        Returns
        -------
        Path
            Where the page is.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     Figure("<!doctype html>").save(f"{folder}/page.html").name
        'page.html'
        """
        place = Path(path)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(self.html)
            Path(name).chmod(0o644)
            os.replace(name, place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return place

    def _repr_html_(self) -> str:
        """Show the page in a notebook, in a frame that cannot reach the notebook."""
        return (
            f'<iframe sandbox="allow-scripts" title="isgraph diagram" width="100%" '
            f'height="{HEIGHT_PX}" style="border:0" srcdoc="{escape(self.html)}"></iframe>'
        )

    def __repr__(self) -> str:
        """Say how long the page is, rather than print it."""
        return f"<Figure of {len(self.html):,} characters>"
