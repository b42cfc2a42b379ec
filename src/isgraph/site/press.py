"""Press: pages put through their templates, and the whole site written to a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from isgraph.analysis.conflicts import conflicts
from isgraph.diagram import draw
from isgraph.network import NO_LINE
from isgraph.site import inquiries, tables, things, vocabulary
from isgraph.site.addresses import root_of
from isgraph.site.contents import Contents
from isgraph.site.folder import File, refuse_foreign, replace_folder
from isgraph.site.linked import linked
from isgraph.site.look import style_sheet
from isgraph.site.notebooks import pages as notebook_pages
from isgraph.site.pages import Page
from isgraph.site.pictures import pictures
from isgraph.site.search import search_script
from isgraph.site.wording import bibtex, plain_citation
from isgraph.store import Store

Progress = Callable[[int, int], object]

POLICY = (
    # A browser may hold that a page on a disk has no origin: 'self' alone would forbid its style.
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; "
    "img-src 'self' file: data:; base-uri 'none'; form-action 'none'"
)


def write_site(
    store: Store,
    folder: str | os.PathLike[str],
    *,
    notebooks: str | os.PathLike[str] | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write a store as a folder of linked pages that needs no server and no network.

    Parameters
    ----------
    folder
        A new or an empty folder, or one that an earlier run wrote; it is
        replaced as a whole, or stays as it was if anything fails.
    notebooks
        A folder of executed notebooks, to be pages too.
    force
        Take a folder that holds other files too: it is set aside under
        another name, `….before-isgraph`, and nothing in it is lost.
    progress
        Called with how many pages are written and how many there are to be.

    Returns
    -------
    int
        How many pages there are; the same data give the same bytes.

    Raises
    ------
    StoreError
        If the folder holds what we did not write and `force` is not given,
        or is not in a folder that exists.
    ClaimError
        If a claim cannot be read.
    EmptyNetworkError
        If the store has no actor to draw.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     count = write_site(tiny, f"{name}/site")
    ...     (Path(name) / "site" / "actor" / "group-a.html").exists()
    True
    """
    place = Path(folder).resolve()
    refuse_foreign(place, force=force)
    contents = Contents(store)
    made = list(pages(contents))
    if notebooks is not None:
        made += notebook_pages(contents, Path(notebooks))
    count = len(made)
    replace_folder(place, _files(contents, made, progress))
    return count


def _files(contents: Contents, made: list[Page], progress: Progress | None) -> Iterator[File]:
    press = Press(contents, notebooks=any(page.template == "notebook.html" for page in made))
    yield "style.css", style_sheet()
    yield "search.js", search_script(contents)
    diagram = draw(contents.actors, conflicts=conflicts(contents.store), home="index.html")
    yield "diagram.html", diagram.html
    yield from inquiries.tables(contents)
    yield from pictures(contents)
    for number, page in enumerate(made, start=1):
        yield page.path, press.html(page)
        yield from page.values.get("files", ())
        if progress:
            progress(number, len(made))


def pages(contents: Contents) -> Iterator[Page]:
    """Yield every page of the site, the first page first.

    Examples
    --------
    >>> [page.path for page in pages(Contents(tiny))][:2]
    ['index.html', 'actors.html']
    """
    for room in (tables, vocabulary, inquiries, things):
        yield from room.pages(contents)


class Press:
    """The templates, with what they all need: whether there are notebooks or an editor to lead to.

    Examples
    --------
    >>> contents = Contents(tiny)
    >>> "<h1>" in Press(contents).html(next(pages(contents)))
    True
    """

    def __init__(
        self, contents: Contents, *, served: bool = False, notebooks: bool = False
    ) -> None:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        from isgraph.dates import in_words

        self._contents = contents
        self._templates = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._templates.filters.update(in_words=in_words)
        self._templates.globals.update(
            policy=POLICY,
            edition=contents.edition,
            no_line=NO_LINE,
            served=served,
            notebooks=notebooks,
        )

    def html(self, page: Page) -> str:
        """Return the text of a page."""
        name = str(page.about[0]) if page.about else f"page {page.path}"
        key = page.about[0].slug if page.about else page.path.removesuffix(".html")
        contents = self._contents
        values: dict[str, Any] = {
            "page": page,
            "root": root_of(page.path),
            "linked": linked(contents.store, page.about) if page.about else None,
            "citation": plain_citation(page.title, name, contents.edition),
            "bibtex": bibtex(key, page.title, name, contents.edition, contents.year),
        }
        return self._templates.get_template(page.template).render(values | dict(page.values))
