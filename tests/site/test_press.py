"""The site as a whole: every link leads somewhere, every page is sound, names stay text."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from isgraph.errors import EmptyNetworkError, StoreError
from isgraph.site import write_site
from isgraph.store import Store, load
from tests.site.test_linked import triples_of

TINY = Path(__file__).parent.parent / "tiny.ttl"
HOSTILE = '</script><img src=x onerror=alert(1)>"&{{ 7*7 }}'
VOID = {"meta", "link", "img", "br", "input"}


class Reader(HTMLParser):
    """Reads a page: its tags, links, anchors and the text of its JSON-LD."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.levels: list[int] = []
        self.open: list[str] = []
        self.language = self.title = self.data = self.policy = ""
        self.heading = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        found = dict(attrs)
        self.tags[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        if found.get("id"):
            self.ids[found["id"] or ""] += 1
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found.get("content") or ""
        if tag == "html":
            self.language = found.get("lang") or ""
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        self.links += [found[name] or "" for name in ("href", "src") if name in found]

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last, and no other."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text of title, heading and JSON-LD."""
        if not self.open:
            return
        self.title += data if self.open[-1] == "title" else ""
        self.data += data if self.open[-1] == "script" else ""
        self.heading += data if "h1" in self.open else ""


@pytest.fixture(scope="module")
def read(site: Path) -> dict[str, Reader]:
    """Read every page but the diagram, which is another room's."""
    return {
        path.relative_to(site).as_posix(): Reader(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
        if path.name != "diagram.html"
    }


def test_every_link_leads_to_a_file_and_an_anchor(site: Path, read: dict[str, Reader]) -> None:
    """No link inside the site is broken, and none leads out of it."""
    for name, page in read.items():
        for link in page.links:
            path, anchor = urldefrag(link)
            target = (site / name).parent / unquote(path) if path else site / name
            where = target.resolve().relative_to(site.resolve()).as_posix()

            assert target.is_file(), f"{name} -> {link}"
            assert not anchor or where == "diagram.html" or anchor in read[where].ids, (
                f"{name} -> {link}"
            )


def test_every_page_is_sound(read: dict[str, Reader]) -> None:
    """One heading, a title, a language, ids that are used once, levels that skip none."""
    assert len(read) > 100
    for name, page in read.items():
        assert page.open == [], name
        assert page.tags["h1"] == page.tags["main"] == page.tags["title"] == 1, name
        assert page.title.strip(), name
        assert page.language == "en-GB", name
        assert page.levels[0] == 1, name
        assert all(b - a <= 1 for a, b in zip(page.levels, page.levels[1:], strict=False)), name
        assert max(page.ids.values()) == 1, name


def test_every_page_says_what_it_is_not(site: Path, read: dict[str, Reader]) -> None:
    """The line on absent lines and the edition stand on each page."""
    for name, page in read.items():
        text = (site / name).read_text("utf-8")

        assert "The absence of a line is not the absence of a tie." in text
        assert "documents of 2025-01-31; ontology" in text
        assert page.policy.startswith("default-src 'none'; "), name
        assert "unsafe" not in page.policy, name


def test_data_of_a_claim_page_are_in_the_store(read: dict[str, Reader], tiny: Store) -> None:
    """What a machine reads on the page of a claim is what the store holds."""
    found = triples_of(read["claim/c0001.html"].data)
    stored = {tuple(term.n3() for term in triple) for triple in tiny.as_rdflib()}

    assert len(found) > 20
    assert found <= stored


def test_claim_page_says_what_a_reader_cites(site: Path) -> None:
    """Statement, status, time, place, note and the id of the claim are there."""
    text = (site / "claim" / "c0001.html").read_text("utf-8")
    words = (
        "Group A keeps captured members of Group B in camps.", "reported", "31 January 2025",
        "section 1, paragraph 1, note 1, characters 0 to 90", "Atlas of Northland",
        "https://w3id.org/isgraph/claim/c0001", "@misc{isgraph-c0001,",
    )  # fmt: skip

    assert [word for word in words if word not in text] == []


def test_same_data_same_bytes(tiny: Store, site: Path, tmp_path: Path) -> None:
    """A second run from another store of the same data writes the same files, page by page."""
    again = tmp_path / "again"
    steps: list[tuple[int, int]] = []
    count = write_site(load(TINY), again, progress=lambda *step: steps.append(step))
    first, second = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.*")}
        for root in (site, again)
    )

    assert [name for name in second if first.get(name) != second[name]] == []
    assert set(first) == set(second)
    assert count == sum(name.endswith(".html") for name in second) - 1
    assert steps == [(number, count) for number in range(1, count + 1)]


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    """A label and a paraphrase that look like markup or a template are shown as they are."""
    text = TINY.read_text("utf-8")
    quoted = HOSTILE.replace('"', '\\"')
    for old in ("Group A", "Group A keeps captured members of Group B in camps."):
        text = text.replace(f'"{old}"@en', f'"{quoted}"@en')
    text = text.replace("actor:person-p", "<https://w3id.org/isgraph/actor/..%2F..%2Fperson>")
    store = Store()
    store.parse(text)
    site = tmp_path / "site"
    write_site(store, site)
    actor = Reader((site / "actor" / "group-a.html").read_text("utf-8"))
    claim = Reader((site / "claim" / "c0001.html").read_text("utf-8"))

    assert actor.heading == HOSTILE
    assert HOSTILE in actor.title
    assert actor.tags["img"] == 1
    assert claim.tags["img"] == 0
    assert HOSTILE in str(triples_of(claim.data)).replace('\\\\"', '"')
    assert {path.parent for path in site.rglob("*person.html")} == {site / "actor"}


def test_folder_of_someone_else_is_refused_before_any_work(tiny: Store, tmp_path: Path) -> None:
    """The folder is looked at first, and nothing in it changes."""
    (tmp_path / "thesis.txt").write_text("mine")
    asked: list[int] = []

    with pytest.raises(StoreError, match=r"thesis\.txt"):
        write_site(tiny, tmp_path, progress=lambda done, _: asked.append(done))
    assert asked == []
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_store_without_actors_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    """There is no site without a diagram, and no half-written folder either."""
    with pytest.raises(EmptyNetworkError):
        write_site(Store(), tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
