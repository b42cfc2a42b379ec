"""Shelf: every file of the site by its path, made when it is asked for."""

from __future__ import annotations

from functools import cached_property

from isgraph import questions
from isgraph.analysis.conflicts import conflicts
from isgraph.diagram import draw
from isgraph.site.addresses import address
from isgraph.site.contents import Contents
from isgraph.site.look import style_sheet
from isgraph.site.pictures import picture, picture_path
from isgraph.site.press import Press, pages
from isgraph.site.search import search_script
from isgraph.store import Store

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
}


class Shelf:
    """The site of a store, as `write_site` writes it, a file at a time.

    Parameters
    ----------
    served
        Whether a server gives it, so that its pages lead to the editor.

    Examples
    --------
    >>> shelf = Shelf(tiny)
    >>> media_type, text = shelf.file("actor/group-a.html")
    >>> media_type, "<h1>" in text
    ('text/html; charset=utf-8', True)
    >>> shelf.file("actor/nobody.html") is None
    True
    """

    def __init__(self, store: Store, *, served: bool = False) -> None:
        self.contents = Contents(store)
        self._pages = {page.path: page for page in pages(self.contents)}
        self._press = Press(self.contents, served=served)
        self._pictured = {
            picture_path(path): iri for iri in self.contents.things if (path := address(iri))
        }

    def file(self, path: str) -> tuple[str, str] | None:
        """Return the media type and text of a file of the site, or None where there is none."""
        text = self._text(path)
        return None if text is None else (_TYPES[path.rpartition(".")[2]], text)

    def _text(self, path: str) -> str | None:
        if path in self._pages:
            return self._press.html(self._pages[path])
        if path in self._pictured:
            return picture(self.contents, self._pictured[path])
        match path:
            case "style.css":
                return style_sheet()
            case "search.js":
                return self._search
            case "diagram.html":
                return self._diagram
        name = path.removeprefix("question/").removesuffix(".csv")
        if path == f"question/{name}.csv" and name in questions.names():
            return questions.ask(self.contents.store, name).csv() + "\n"
        return None

    @cached_property
    def _search(self) -> str:
        return search_script(self.contents)

    @cached_property
    def _diagram(self) -> str:
        contents = self.contents
        found = conflicts(contents.store)
        return draw(contents.actors, conflicts=found, home="index.html").html
