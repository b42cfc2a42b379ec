"""Executed notebooks as pages of the site."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from isgraph.errors import StoreError
from isgraph.site import write_site
from isgraph.site.contents import Contents
from isgraph.site.notebooks import linked
from isgraph.store import Store


def notebook(folder: Path, name: str, title: str) -> None:
    """Write an executed notebook with a table and a text."""
    table = new_output("display_data", {"text/html": "<table><tr><td>c0001</td></tr></table>"})
    text = new_output("stream", text="claims c0002, c9999\n")
    cells = [
        new_markdown_cell(f"{title}\n\n**You will** see c0003.\n**You need** nothing."),
        new_code_cell("'c0004'", outputs=[table, text]),
    ]
    nbformat.write(new_notebook(cells=cells), folder / f"{name}.ipynb")


def test_a_notebook_is_a_page(tiny: Store, tmp_path: Path) -> None:
    """It has its title once, its claims are links, and every page leads to the list."""
    (tmp_path / "executed").mkdir()
    notebook(tmp_path / "executed", "tour", "# A tour")
    write_site(tiny, tmp_path / "site", notebooks=tmp_path / "executed")
    page = (tmp_path / "site" / "notebook" / "tour.html").read_text("utf-8")
    index = (tmp_path / "site" / "notebooks.html").read_text("utf-8")
    actor = (tmp_path / "site" / "actor" / "group-a.html").read_text("utf-8")

    assert page.count("<h1") == 1
    for claim in ("c0001", "c0002", "c0003"):
        assert f'<a href="../claim/{claim}.html">{claim}</a>' in page
    assert "c9999.html" not in page
    assert '<a href="notebook/tour.html">A tour</a>' in index
    assert "You will see c0003." in index
    assert '<a href="../notebooks.html">Notebooks</a>' in actor


def test_without_notebooks_no_link_leads_to_them(tiny: Store, tmp_path: Path) -> None:
    """A site without notebooks does not speak of them."""
    write_site(tiny, tmp_path / "site")

    assert "notebooks.html" not in (tmp_path / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "html", ['<a href="c0001">c0001</a>', "<script>c0001</script>", "<p id='c0001'>xc0001</p>"]
)
def test_links_stand_in_plain_text_only(tiny: Store, html: str) -> None:
    """Neither a link in a link, nor one in a script or an attribute."""
    assert linked(Contents(tiny), html, "") == html


@pytest.mark.parametrize("content", [None, "{", '{"cells": []}'])
def test_what_is_no_notebook_is_refused(tiny: Store, tmp_path: Path, content: str | None) -> None:
    """The message names the file or the folder, and no site is written."""
    if content is not None:
        (tmp_path / "a.ipynb").write_text(content)

    with pytest.raises(StoreError, match=str(tmp_path)):
        write_site(tiny, tmp_path / "site", notebooks=tmp_path)
    assert not (tmp_path / "site").exists()


def test_a_notebook_needs_a_title(tiny: Store, tmp_path: Path) -> None:
    """Without one it could not be listed."""
    notebook(tmp_path, "x", "no title")

    with pytest.raises(StoreError, match="no title"):
        write_site(tiny, tmp_path / "site", notebooks=tmp_path)
