"""Notebooks: executed ones as pages, in which every claim that is named is a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from isgraph.errors import StoreError
from isgraph.site.addresses import Link, address, root_of
from isgraph.site.contents import Contents
from isgraph.site.pages import HOME, Page
from isgraph.terms import BASE, Iri

_TITLE = re.compile(r"\A\s*# +(.+)\n?")
_LEAD = re.compile(r"\*\*(.+?)\*\*")
_TAG = re.compile(r"(<[^>]*>)")
_CLAIM = re.compile(r"(?<![\w/.-])(c\d{4,})(?![\w.-]\w)")
_FRAME = re.compile(r'<iframe[^>]*?srcdoc="([^"]*)"[^>]*></iframe>')
_CODE = re.compile(
    r'<div class="input">\s*<div class="inner_cell">\s*<div class="input_area">\s*'
    r'(<div class="highlight.*?</pre></div>)\s*</div>\s*</div>\s*</div>',
    re.DOTALL,
)
_STYLE = re.compile(r'<style[^>]*>.*?</style>|(?<=["\w]) style="[^"]*"', re.DOTALL)
"""Styles of outputs, which the policy of the page refuses; the sheet of the site serves them."""
_OTHER = re.compile(r'href="([\w-]+)\.md"')
_LONG = 6
"""Lines of code from which they are folded away."""
_APART = ("a", "script", "style")
"""Elements in which nothing becomes a link."""


def pages(contents: Contents, folder: Path) -> Iterator[Page]:
    """Yield the list of the executed notebooks of a folder, and a page for each.

    Raises
    ------
    StoreError
        If the folder has no notebook, or one that cannot be read.
    """
    read = [(file.stem, *_read(file)) for file in sorted(folder.glob("*.ipynb"))]
    if not read:
        raise StoreError(
            f"{folder} has no executed notebooks (.ipynb). Make them: make notebooks",
            place=str(folder),
        )
    above = Link("Notebooks", "notebooks.html")
    rows = [(title, f"notebook/{name}.html", lead) for name, title, lead, _ in read]
    yield Page("notebooks.html", "notebooks.html", "Notebooks", (HOME,), {"rows": rows})
    for name, title, _, notebook in read:
        path = f"notebook/{name}.html"
        html, diagrams = _apart(_html(notebook), name)
        body = linked(contents, _OTHER.sub(r'href="\1.html"', html), root_of(path))
        values = {"body": body, "files": diagrams}
        yield Page(path, "notebook.html", title, (HOME, above), values)


def _apart(html: str, name: str) -> tuple[str, list[tuple[str, str]]]:
    """Fold long code, and give each diagram a file of its own, since a page frames nothing."""
    files: list[tuple[str, str]] = []

    def link(found: re.Match[str]) -> str:
        path = f"notebook/{name}-{len(files) + 1}.html"
        files.append((path, unescape(found[1])))
        file = path.rpartition("/")[2]
        return f'<p class="fine"><a href="{file}">Open the diagram, with its evidence</a></p>'

    def fold(found: re.Match[str]) -> str:
        if found[1].count("\n") < _LONG:
            return found[1]
        return f"<details><summary>The code</summary>{found[1]}</details>"

    return _CODE.sub(fold, _STYLE.sub("", _FRAME.sub(link, html))), files


def linked(contents: Contents, html: str, root: str) -> str:
    """Return a text of HTML in which the ids of claims lead to their pages.

    Examples
    --------
    >>> linked(Contents(tiny), "<td>c0001</td><td>c9999</td>", "../")
    '<td><a href="../claim/c0001.html">c0001</a></td><td>c9999</td>'
    """
    inside: list[str] = []
    parts = []
    for part in _TAG.split(html):
        name = re.match(r"</?(\w+)", part)
        if part.startswith("</") and name and inside and inside[-1] == name[1].lower():
            inside.pop()
        elif part.startswith("<") and name and name[1].lower() in _APART:
            inside.append(name[1].lower())
        elif not inside and not part.startswith("<"):
            part = _CLAIM.sub(lambda found: _link(contents, found[1], root), part)
        parts.append(part)
    return "".join(parts)


def _link(contents: Contents, name: str, root: str) -> str:
    iri = Iri(f"{BASE}claim/{name}")
    return f'<a href="{root}{address(iri)}">{name}</a>' if iri in contents.cards else name


def _read(file: Path) -> tuple[str, str, Any]:
    """Return the title, what one will do, and the notebook without its title."""
    import nbformat

    try:
        notebook = nbformat.read(file, as_version=4)
        first = notebook.cells[0]
        title = _TITLE.match(first.source)
    except (OSError, ValueError, IndexError, nbformat.ValidationError) as error:
        raise StoreError(f"{file} is no notebook: {error}", place=str(file)) from error
    if not title:
        raise StoreError(
            f"{file} has no title. Let its first cell begin with one: # …", place=str(file)
        )
    first.source = first.source[title.end() :]
    lead = next(iter(first.source.strip().split("\n\n")), "")
    return title[1].strip(), " ".join(_LEAD.sub(r"\1", lead).split("\n")[0].split()), notebook


def _html(notebook: Any) -> str:
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(
        template_name="basic",
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    return str(exporter.from_notebook_node(notebook)[0])
