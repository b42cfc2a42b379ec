"""Coverage: a made-up text with a note, a name and a sentence that no claim carries."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from isgraph.analysis.coverage import Coverage, coverage
from isgraph.errors import LocatorError
from isgraph.store import Store
from isgraph.terms import PREFIXES, XSD, Iri, Literal
from isgraph.vocab import ISG

TEXT = """1 First part

Group A keeps members of Group B.¹

Country X stands behind Group A. The Blue Ridge Front is near.²

¹ Atlas of Northland

² A book that nobody entered
"""


@pytest.fixture
def found(tiny: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Coverage:
    """Hold one claim of the tiny world, on the first paragraph, against the made-up text."""
    (tmp_path / "tiny.txt").write_text(TEXT, "utf-8")
    monkeypatch.setenv("ISGRAPH_SOURCES", str(tmp_path))
    document = Iri(PREFIXES["doc"] + "tiny-2025-01-31")
    first = Iri(PREFIXES["psg"] + "tiny-0001")
    gone = (ISG.sha256, ISG.charStart, ISG.charEnd)
    kept = {Iri(PREFIXES["claim"] + "c0001")}
    store = Store()
    store.add(
        triple
        for triple in tiny.data()
        if not (triple[1] in gone and triple[0] in (document, first))
        and not (triple[0].startswith(PREFIXES["claim"]) and triple[0] not in kept)
    )
    digest = hashlib.sha256((tmp_path / "tiny.txt").read_bytes()).hexdigest()
    end = TEXT.index("¹") + 1
    store.add(
        [
            (document, ISG.sha256, Literal(digest, Iri(XSD + "hexBinary"))),
            (first, ISG.charStart, Literal(str(TEXT.index("Group A")), Iri(XSD + "integer"))),
            (first, ISG.charEnd, Literal(str(end), Iri(XSD + "integer"))),
        ]
    )
    return coverage(store)


def test_paragraphs(found: Coverage) -> None:
    """A section tells its claims and the paragraphs without one."""
    expected = ("tiny-2025-01-31", "1", 1, 2, "2")

    assert found.paragraphs[0] == expected


def test_notes(found: Coverage) -> None:
    """A note that no claim cites is named."""
    assert [row.note for row in found.notes] == [2]


def test_names(found: Coverage) -> None:
    """A capitalised name without an entity is named, and one with an entity is not."""
    names = {row.name for row in found.names}

    assert any("Blue Ridge Front" in name for name in names)
    assert not any(name in ("Group A", "Country X") for name in names)


def test_sentences(found: Coverage) -> None:
    """A sentence that names two actors and carries no claim is located."""
    row = found.sentences[0]
    start, end = map(int, row.passage.split("-"))

    assert row.actors == "country-x, group-a"
    assert "stands behind" in TEXT[start:end]


def test_what_is_printed(found: Coverage) -> None:
    """The report fits 80 columns."""
    assert max(map(len, str(found).splitlines())) <= 80


def test_without_the_text(tiny: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the text, the error says how to bring it."""
    monkeypatch.setenv("ISGRAPH_SOURCES", str(tmp_path))

    with pytest.raises(LocatorError, match="ISGRAPH_SOURCES"):
        coverage(tiny)
