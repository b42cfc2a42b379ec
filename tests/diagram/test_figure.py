"""A figure is saved in the form that its name says, whole or not at all."""

import os
import struct
import sys
from functools import partial
from pathlib import Path

import pytest

from isgraph.diagram.figure import Figure
from isgraph.diagram.layout import positions
from isgraph.diagram.still import still
from isgraph.errors import SaveError
from tests.diagram.world import world

HTML = "<!doctype html>\r\n<p>é</p>"


def files(folder: Path) -> list[str]:
    """List what is in a folder."""
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture(scope="module")
def picture() -> str:
    """Draw the imagined world, 400 units wide and 300 high."""
    network = world()
    return still(network, positions(network), title="é", legend=False, width_px=400, height_px=300)


@pytest.fixture
def figure(picture: str) -> Figure:
    """Hold a page and a picture."""
    return Figure(HTML, svg=picture)


@pytest.mark.parametrize("name", ["a.html", "a.HTML"])
def test_html_is_the_page(figure: Figure, tmp_path: Path, name: str) -> None:
    """The page is written as it is, line ends included, and no other file is left behind."""
    place = figure.save(tmp_path / name)

    assert place.read_bytes() == HTML.encode()
    assert files(tmp_path) == [name]


def test_svg_is_the_picture(figure: Figure, tmp_path: Path, picture: str) -> None:
    """The picture is written as it is; a path may be a string."""
    place = figure.save(f"{tmp_path}/a.svg")

    assert place.read_bytes() == picture.encode()


def test_png_is_the_picture_at_two_pixels_a_unit(figure: Figure, tmp_path: Path) -> None:
    """A PNG is twice as wide and high as the picture, and is the same on every run."""
    one, other = (figure.save(tmp_path / name).read_bytes() for name in ("a.png", "b.png"))

    assert one[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", one[16:24]) == (800, 600)
    assert one == other
    assert files(tmp_path) == ["a.png", "b.png"]


@pytest.mark.parametrize("name", ["a.gif", "a", "a.svg.gz", ".png"])
def test_another_ending_is_refused(figure: Figure, tmp_path: Path, name: str) -> None:
    """Only three endings say what to write; the error names them, and nothing is written."""
    with pytest.raises(SaveError, match=r"\.html for the page, \.svg or \.png") as caught:
        figure.save(tmp_path / name)

    assert caught.value.path == str(tmp_path / name)
    assert files(tmp_path) == []


@pytest.mark.parametrize("name", ["a.svg", "a.png"])
def test_without_a_picture_there_is_only_the_page(tmp_path: Path, name: str) -> None:
    """A figure that was given no picture says how to get one."""
    with pytest.raises(SaveError, match=r"isgraph\.draw"):
        Figure(HTML).save(tmp_path / name)


def test_png_says_how_to_install_what_it_needs(
    figure: Figure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the renderer is missing, the error holds the command, and an old file stays."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    place = tmp_path / "a.png"
    place.write_bytes(b"old")

    with pytest.raises(SaveError, match=r"pip install 'isgraph\[png\]'"):
        figure.save(place)

    assert place.read_bytes() == b"old"


def test_png_without_fonts_is_refused(
    figure: Figure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine without a font, a picture that lost its names is not written."""
    import resvg_py

    bare = partial(resvg_py.svg_to_bytes, skip_system_fonts=True)
    monkeypatch.setattr(resvg_py, "svg_to_bytes", bare)

    with pytest.raises(SaveError, match="no font is installed"):
        figure.save(tmp_path / "a.png")


def test_a_file_is_replaced_whole(
    figure: Figure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If writing fails at the last moment, the old file is whole and nothing lies beside it."""
    place = tmp_path / "a.html"
    place.write_text("old")

    def fail(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="full"):
        figure.save(place)

    assert place.read_text() == "old"
    assert files(tmp_path) == ["a.html"]


def test_who_may_read_stays(figure: Figure, tmp_path: Path) -> None:
    """A new file can be read by all; one that is replaced keeps its permissions."""
    place = tmp_path / "a.html"
    new = figure.save(place).stat().st_mode & 0o777
    place.chmod(0o600)

    assert new == 0o644
    assert figure.save(place).stat().st_mode & 0o777 == 0o600


def test_a_picture_is_drawn_once_when_it_is_wanted(tmp_path: Path, picture: str) -> None:
    """A function for the picture is called for the picture only, and only once."""
    calls = []

    def draw() -> str:
        calls.append("drawn")
        return picture

    figure = Figure(HTML, svg=draw)
    figure.save(tmp_path / "a.html")
    before = len(calls)
    figure.save(tmp_path / "a.svg")

    assert figure._repr_svg_() == picture
    assert (before, len(calls)) == (0, 1)


def test_a_page_alone_is_shown_in_a_bare_frame() -> None:
    """Without a picture, a notebook has the frame only, and no SVG."""
    shown = Figure(HTML)._repr_html_()

    assert shown.startswith('<iframe sandbox="allow-scripts"')
    assert "<img" not in shown
    assert Figure(HTML)._repr_svg_() is None


def test_the_picture_is_described(picture: str) -> None:
    """Quotation marks in the description do not end the text that stands for the picture."""
    hostile = picture.replace("Diagram of", 'Diagram " onerror="x" of')

    shown = Figure(HTML, svg=hostile)._repr_html_()

    assert 'alt="Diagram &quot; onerror=&quot;x&quot; of 8 actors' in shown
    assert 'alt="The diagram as a still picture"' in Figure(HTML, svg="<svg/>")._repr_html_()


def test_it_says_its_length(figure: Figure) -> None:
    """A figure is not printed whole."""
    assert repr(figure) == f"<Figure of {len(HTML)} characters>"
