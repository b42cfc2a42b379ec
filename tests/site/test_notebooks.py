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
    red = "<style>td { color: red }</style>"
    cells_of = "<table><tr><td style='color: red'>c0001</td></tr></table>"
    table = new_output("display_data", {"text/html": red + cells_of})
    text = new_output("stream", text="claims c0002, c9999\n")
    frame = new_output(
        "display_data",
        {"text/html": "<iframe title='x' srcdoc='&lt;p&gt;c0001 &amp;amp;&lt;/p&gt;'></iframe>"},
    )
    cells = [
        new_markdown_cell(f"{title}\n\n**You will** see c0003.\n**You need** nothing."),
        new_code_cell("'c0004'", outputs=[table, text]),
        new_code_cell("\n".join(f"line_{number} = 0" for number in range(9)), outputs=[frame]),
        new_markdown_cell("See [the other](other-one.md)."),
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
    assert "color: red" not in page
    assert '<a href="notebook/tour.html">A tour</a>' in index
    assert "You will see c0003." in index
    assert '<a href="../notebooks.html">Notebooks</a>' in actor


def test_a_diagram_is_a_file_of_its_own(tiny: Store, tmp_path: Path) -> None:
    """A page frames nothing; it leads to the diagram, which stays as it was."""
    notebook(tmp_path, "tour", "# A tour")
    write_site(tiny, tmp_path / "site", notebooks=tmp_path)
    folder = tmp_path / "site" / "notebook"
    page = (folder / "tour.html").read_text("utf-8")

    assert "<iframe" not in page
    assert '<a href="tour-1.html">' in page
    assert (folder / "tour-1.html").read_text("utf-8") == "<p>c0001 &amp;</p>"


def test_long_code_is_folded_and_notebooks_lead_to_each_other(tiny: Store, tmp_path: Path) -> None:
    """A reader meets the answers first; a link to a notebook leads to its page."""
    notebook(tmp_path, "tour", "# A tour")
    write_site(tiny, tmp_path / "site", notebooks=tmp_path)
    page = (tmp_path / "site" / "notebook" / "tour.html").read_text("utf-8")

    assert page.count("<details><summary>The code</summary>") == 1
    assert page.index("<details>") > page.index("c0004")
    assert 'href="other-one.html"' in page


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
