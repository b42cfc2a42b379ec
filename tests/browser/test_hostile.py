"""Texts that look like markup, formulas or commands are shown, drawn and written, never obeyed."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from tests.browser.test_takeaway import SHAPES, SVG, take
from tests.diagram.world import ACTORS, TIES, claim

pytestmark = pytest.mark.slow

Open = Callable[..., Any]

VIEWS = ("picture", "timeline", "matrix", "table", "text")
HARM = (
    '</script><img src=x onerror="window.harmed=1">',
    "<svg/onload=window.harmed=2>&quot;&lt;b&gt;",
    "javascript:window.harmed=3",
    "`${window.harmed=4}` {{7*7}} {% raw %}",
    "\u202egnorw\u2066 \x00\x07\x1b[31m\u0085 end",
    "]]>--><!--<title>%0a#&on=2020-01-01",
    '=HYPERLINK("x")\t+1-2@A1\r\n\'; DROP',
    r"\input{x} $\write18{x}$ 50% } {",
)
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def nasty(number: int) -> str:
    """Give a text of which each part has done harm somewhere, another part first each time."""
    first = number % len(HARM)
    return " ".join((*HARM[first:], *HARM[:first]))


def network(word: Callable[[int], str]) -> nx.MultiDiGraph:
    """Build one network whose every text comes from a function of its place."""
    count = iter(range(10_000))

    def text() -> str:
        return word(next(count))

    made = nx.MultiDiGraph(
        title=text(), edition=text(), families={"hostile": text()}, on=None, known_by=None,
        relations={"attacks": text(), word(7): text()},
    )  # fmt: skip
    # The name of an actor stands on a line of its own, and no IRI may turn its reading.
    iri = TURNING.sub("", word(3))
    nodes = [f"{iri}/{name}" if name == "g" else f"javascript:{name}" for name, *_ in ACTORS]
    for node, (_, _, kind, _, _) in zip(nodes, ACTORS, strict=True):
        made.add_node(node, label=text(), kind=kind, kind_label=text(), aliases=[text()])
    names = [name for name, *_ in ACTORS]
    for number, (one, other, kind, _, family, status, modality, more) in enumerate(TIES, 1):
        parts = claim(number, kind=kind, family=family, status=status, modality=modality, **more)
        made.add_edge(
            nodes[names.index(one)],
            nodes[names.index(other)],
            key=f"k{number}",
            **parts | texts(text) | {"id": f"{word(number)}#c{number}"},
        )
    made.add_edge(nodes[0], nodes[-2], key="k99", **claim(99, kind="attacks") | texts(text))
    made.graph["facts"] = {
        nodes[0]: [claim(21, kind="strength", status="assessed", **texts(text), text=text())]
    }
    return made


def texts(text: Callable[[], str]) -> dict[str, Any]:
    """Give the parts of a claim that are free text."""
    return {
        "label": text(), "paraphrase": text(), "note": text(), "claimants": [text()],
        "document": text(), "document_id": "report", "section": text(), "role": text(),
        "citation_state": text(), "places": [text()], "instruments": [text()],
        "occurrences": [text()], "quantity": text(), "valid_time": text(), "as_of": text(),
        "disputes": [text()],
        "sources": [{"note": 1, "pinpoint": text(), "work": text(), "publisher": text(),
                     "issued": text(), "authors": [text()]}],
    }  # fmt: skip


def draw_to(folder: Path, word: Callable[[int], str]) -> Path:
    """Draw such a network into a file."""
    from isgraph.diagram import draw

    return draw(network(word)).save(folder / "page.html")


@pytest.fixture(scope="module")
def hostile_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the hostile network."""
    return draw_to(tmp_path_factory.mktemp("hostile"), nasty)


@pytest.fixture(scope="module")
def tame_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the same network with harmless words."""
    return draw_to(tmp_path_factory.mktemp("tame"), lambda number: f"Word {number}")


@pytest.fixture
def there(visit: Open, hostile_place: Path) -> Iterator[Any]:
    """Open the hostile page; in the end nothing ran, asked for anything or broke the policy."""
    there = visit(hostile_place)
    yield there
    assert there.page.evaluate("window.harmed") is None
    assert there.said == []
    assert set(there.requests) == {there.url}


def tags(page: Any) -> Counter[str]:
    """Count the elements of a page."""
    return Counter(page.eval_on_selector_all("body *", "nodes => nodes.map(n => n.localName)"))


def drops(page: Any) -> None:
    """Check what must hold in every state: no element or address that does something."""
    assert page.locator("img, iframe, object, embed, form, base, body meta").count() == 0
    addresses = page.eval_on_selector_all("[href], [src]", "n => n.map(n => n.href || n.src)")
    assert [address for address in addresses if not address.startswith("file:")] == []
    assert not TURNING.search(page.inner_text("body"))


@pytest.mark.parametrize("view", VIEWS)
def test_views_open_no_element(visit: Open, there: Any, tame_place: Path, view: str) -> None:
    """A view of hostile texts has the kinds of elements that one of harmless words has."""
    page = there.go(f"#view={view}&refuted=1&lone=1")
    tame = visit(tame_place).go(f"#view={view}&refuted=1&lone=1")
    found, wanted = tags(page), tags(tame)

    drops(page)
    assert set(found) == set(wanted)
    assert "onerror" in page.locator("body").inner_text()


def test_evidence_of_each_actor_and_claim(there: Any) -> None:
    """Every card and every actor's panel is text, and says what was written."""
    page = there.go("#refuted=1")
    ids = page.evaluate("""() => {
      const { actors, claims, facts } = isgraph.model;
      const each = (type, ids) => [...ids].map(id => ({ type, id }));
      return [actors, claims, facts].flatMap((map, i) => each(i ? 'tie' : 'actor', map.keys()));
    }""")
    for chosen in ids:
        page.evaluate("chosen => isgraph.evidence.go(chosen)", chosen)
        assert "onerror" in page.inner_text("#evidence")
        drops(page)
    assert len(ids) == len(ACTORS) + len(TIES) + 2


def test_selection_comes_back_from_the_address(
    visit: Open, hostile_place: Path, there: Any
) -> None:
    """An id full of signs that mean something in an address is kept by it, and opens no element."""
    page = there.go()
    name = page.evaluate("[...isgraph.model.actors.keys()].find(id => id.includes('<'))")
    page.evaluate("id => isgraph.evidence.go({type: 'actor', id})", name)
    other = visit(hostile_place)
    again = other.go(page.evaluate("location.hash"))

    assert again.evaluate("isgraph.state.current.selection") == {"type": "actor", "id": name}
    assert other.said == []


def test_legend_search_and_menu(there: Any) -> None:
    """Legend, results of a search, tip, citation and printed page show markup as it is written."""
    page = there.go()
    for opener in page.locator(".opener").all():
        if opener.is_visible():
            opener.click()
    page.fill("#query", "onerror")
    page.wait_for_selector("#results li")
    assert "onerror" in page.inner_text("#results")
    drops(page)
    page.keyboard.press("Escape")
    page.click("#take")
    page.click("#take-cite")
    drops(page)
    page.keyboard.press("Escape")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    drops(page)
    x, y = page.evaluate("""() => {
      const box = document.getElementById('canvas').getBoundingClientRect();
      const place = isgraph.picture.network.canvasToDOM(isgraph.model.shownActors[0]);
      return [place.x + box.left, place.y + box.top];
    }""")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.mouse.move(x, y)
    page.wait_for_selector("#tip:not([hidden])")
    assert "onerror" in page.inner_text("#tip")
    drops(page)


@pytest.mark.parametrize("view", VIEWS)
def test_svg_is_well_formed_and_inert(there: Any, view: str) -> None:
    """The SVG parses as XML, and holds nothing but shapes and texts."""
    file = take(there.go(f"#refuted=1&view={view}"), "svg").decode()
    tree = ET.fromstring(file)
    names = {element.tag.removeprefix(SVG) for element in tree.iter()}
    attributes = {key for element in tree.iter() for key in element.attrib}

    assert names <= SHAPES
    assert not {
        key for key in attributes if key.startswith("on") or "href" in key or key == "style"
    }
    assert "window.harmed=1" in " ".join(tree.itertext())
    assert not TURNING.search(file)


def test_svg_runs_nothing_when_opened(there: Any, tmp_path: Path) -> None:
    """A browser that opens the SVG by itself runs nothing and asks for nothing."""
    page = there.go("#refuted=1")
    file = tmp_path / "picture.svg"
    file.write_bytes(take(page, "svg"))
    requests: list[str] = []
    alone = page.context.new_page()
    alone.on("request", lambda request: requests.append(request.url))
    alone.goto(file.as_uri())

    assert requests == [file.as_uri()]
    assert alone.evaluate("[window.harmed, document.querySelectorAll('image, script').length]") == [
        None,
        0,
    ]


def test_csv_cells_are_not_run(there: Any) -> None:
    """No cell begins as a formula, and quotes, commas and line ends break no row."""
    page = there.go("#refuted=1")
    lines = list(csv.reader(io.StringIO(take(page, "csv").decode("utf-8-sig"), newline="")))
    cells = [cell for line in lines for cell in line]

    assert {len(line) for line in lines} == {len(lines[0])}
    assert len(lines) == 1 + page.evaluate("isgraph.model.shownClaims.length") + 1
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\0")] == []
    assert [cell for cell in cells if cell.startswith("'=HYPERLINK")]


def test_bibtex_is_one_entry(there: Any) -> None:
    """Braces stay balanced, commands of LaTeX are written out, and no second entry begins."""
    page = there.go()
    entries = page.evaluate("""() => [isgraph.cite.view(), ...[...isgraph.model.claims.values(),
      ...isgraph.model.facts.values()].map(isgraph.cite.claim)].map(({bibtex}) => bibtex)""")

    for entry in entries:
        bare = re.sub(r"\\[{}]", "", entry)
        depth = 0
        for sign in bare:
            depth += (sign == "{") - (sign == "}")
            assert depth >= 0
        assert depth == 0
        assert len(re.findall("^@", entry, re.MULTILINE)) == 1
        commands = re.findall(r"\\([a-z]+)", entry)
        assert set(commands) <= {"textbackslash", "textasciicircum", "textasciitilde"}
    assert any("textbackslash{}input" in entry for entry in entries)
