"""Where things stand in a text, and whether what is recorded of it holds; every text is made up."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from isgraph.claims import offsets, read
from isgraph.errors import LocatorError, NameNotFoundError
from isgraph.sources import Fault, Text, document, documents, locate, places, text_of, verify
from isgraph.store import Store, load
from isgraph.terms import BASE, RDFS, XSD, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).with_name("tiny.ttl")
DOCUMENT = Iri(BASE + "document/tiny-2025-01-31")

STORY = """\
The weather of Lilliput

By A. Nobody

Summary

It rained on Monday.¹ Nobody was surprised.

¹ Almanac, page 3

1 Rain

The duchess said “it’s wet” and left.²

² Almanac, page 4
³ Gazette, 1 May

Later it rained again.³

1.1 Hail

Hail fell\ton the roof — twice.

2 Sun

There was none. It rained on Tuesday.
"""


@pytest.fixture
def text() -> Text:
    """Return a small made-up text with headings, notes and paragraphs."""
    return Text(STORY, "The weather of Lilliput")


def write_world(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the tiny world with a made-up text that its passages, notes and names fit."""
    head = "Made-up report\n\n1 First\n\n"
    names = "Group A, Group B, Country X, Person P, Coalition K and Northland"
    bodies = [
        f"Paragraph {word}: {names}, members of Group B held, Northland pact, Northland talks.¹"
        for word in ("one", "two", "three", "four")
    ]
    written = head + "\n\n".join(bodies) + "\n\n¹ Atlas, p4\n"
    (folder / "tiny.txt").write_bytes(written.encode())
    monkeypatch.setenv("ISGRAPH_SOURCES", str(folder))
    store = load(TINY)
    values = {ISG.charCount: (str(len(written)), "integer")}
    values[ISG.sha256] = (hashlib.sha256(written.encode()).hexdigest(), "hexBinary")
    for part, (value, kind) in values.items():
        store.remove(list(store.match(DOCUMENT, part)))
        store.add([(DOCUMENT, part, Literal(value, Iri(XSD + kind)))])
    for number, body in enumerate(bodies, 1):
        start = written.index(body)
        passage = Iri(f"{BASE}passage/tiny-{number:04d}")
        for part, place in ((ISG.charStart, start), (ISG.charEnd, start + len(body))):
            store.remove(list(store.match(passage, part)))
            store.add([(passage, part, Literal(str(place), Iri(XSD + "integer")))])
    return store


def replace(store: Store, subject: str, part: Iri, value: Iri | Literal) -> None:
    """Give a subject another value of a part."""
    store.remove(list(store.match(BASE + subject, part)))
    store.add([(Iri(BASE + subject), part, value)])


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the tiny world and its text."""
    return write_world(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("phrase", "section", "paragraph"),
    [
        ("It rained on Monday", "Summary", 1),
        ("The duchess said", "1", 1),
        ("rained again", "1", 2),
        ("Hail fell", "1.1", 1),
        ("There was none", "2", 1),
        ("By A. Nobody", "lead", 2),
    ],
)
def test_sections_and_paragraphs(text: Text, phrase: str, section: str, paragraph: int) -> None:
    """A section is a numbered heading, or a label before the first number; notes do not count."""
    found = text.locate(phrase)

    assert (found.section, found.paragraph) == (section, paragraph)


@pytest.mark.parametrize(
    "phrase",
    [
        'said "it\'s wet" and',
        "said “it’s wet” and",
        "Hail   fell on the\nroof",
        "Hail fell … twice",
    ],
)
def test_white_space_and_quotation_marks_do_not_count(text: Text, phrase: str) -> None:
    """A phrase is found however it was copied, and words may be left out."""
    found = text.locate(phrase)

    assert STORY[found.start : found.end].split()[0] == phrase.split()[0]


def test_offsets_count_characters(text: Text) -> None:
    """Offsets are of code points, from 0, with the end excluded."""
    found = text.locate("— twice")

    assert STORY[found.start : found.end] == "— twice"
    assert found.start != STORY.encode().index("— twice".encode())
    assert text.at(found.start, found.end) == found


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("it snowed", "not in the text"),
        ("It rained on", "stands in 2 places"),
        ("RAINED AGAIN", "not in the text"),
        ("", "empty"),
        (" … ", "empty"),
        ("twice … Hail", "not in the text"),
        ("(.*)", "not in the text"),
    ],
)
def test_a_phrase_that_is_not_there_once_is_refused(text: Text, phrase: str, reason: str) -> None:
    """A phrase has to stand in the text just once, as it is printed."""
    with pytest.raises(LocatorError, match=reason):
        text.locate(phrase)


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (9, 5), (0, 10_000), (10_000, 10_001)])
def test_offsets_outside_the_text_are_refused(text: Text, start: int, end: int) -> None:
    """A passage has at least one character, and all of them are in the text."""
    with pytest.raises(LocatorError, match="not inside a text"):
        text.at(start, end)


def test_offsets_in_the_white_space_at_the_end_have_a_place(text: Text) -> None:
    """The last line end belongs to the last paragraph."""
    found = text.at(len(STORY) - 1, len(STORY))

    assert (found.section, found.paragraph) == ("2", 1)


def test_notes(text: Text) -> None:
    """A note has an entry and a marker, and a passage has the notes marked in it."""
    found = text.locate("It rained on Monday … surprised.")

    assert set(text.entries) == {1, 2, 3}
    assert [number for number, _ in text.markers] == [1, 2, 3]
    assert found.notes == (1,)
    assert text.locate("The duchess … again.").notes == (2, 3)
    assert text.locate("Nobody was surprised").notes == ()


def test_a_number_out_of_order_is_no_heading() -> None:
    """A line that starts with a number is a heading only where that number is next."""
    text = Text("1 One\n\nFirst words.\n\n7 dwarfs\n\nMore words.\n\n2 Two\n\nLast words.\n")
    sections = [(block.section, block.paragraph) for block in text.blocks]

    assert sections == [("1", None), ("1", 1), ("1", 2), ("1", 3), ("2", None), ("2", 1)]


def test_documents_by_name(tiny: Store) -> None:
    """A document is named by its slug, with or without prefix."""
    assert documents(tiny) == [DOCUMENT]
    assert document(tiny, "tiny-2025-01-31") == document(tiny, "doc:tiny-2025-01-31") == DOCUMENT

    with pytest.raises(NameNotFoundError, match="tiny-2025-01-31") as caught:
        document(tiny, "tiny")

    assert caught.value.nearest == ["tiny-2025-01-31"]


def test_a_text_that_is_not_at_hand(
    tiny: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the folder or the file, the message says which variable to set."""
    for folder in (tmp_path, tmp_path / "missing"):
        monkeypatch.setenv("ISGRAPH_SOURCES", str(folder))
        for act in (lambda: text_of(tiny, DOCUMENT), lambda: verify(tiny)):
            with pytest.raises(LocatorError, match="ISGRAPH_SOURCES"):
                act()


def test_another_version_of_a_text_is_refused(world: Store, tmp_path: Path) -> None:
    """Offsets refer to one file, byte for byte."""
    path = tmp_path / "tiny.txt"

    assert text_of(world, DOCUMENT).text == path.read_text("utf-8")

    path.write_text(path.read_text("utf-8") + " ", "utf-8")
    with pytest.raises(LocatorError, match="not the version"):
        text_of(world, DOCUMENT)

    assert [fault.rule for fault in verify(world)] == ["digest"]


def test_locate_in_a_document(world: Store) -> None:
    """A phrase is located in the text of the document that is named."""
    found = locate(world, "tiny-2025-01-31", "Paragraph two")

    assert (found.section, found.paragraph) == ("1", 2)
    assert found.start == offsets(world, Iri(BASE + "passage/tiny-0002"))[0]


def test_places_name_the_notes_nearby_and_their_works(world: Store) -> None:
    """A row says where the phrase stands and what its paragraph cites; the phrase is not in it."""
    rows = places(world, "Paragraph four")

    assert rows.columns == ("document", "section", "paragraph", "passage", "notes nearby")
    assert rows[0][:3] == ("tiny-2025-01-31", "1", 4)
    assert "Paragraph" not in str(rows)

    with pytest.raises(LocatorError, match="not in the text"):
        places(world, "nowhere", "tiny-2025-01-31")


def breaks(world: Store) -> set[tuple[str, str]]:
    """Return rule and focus of each fault."""
    return {(fault.rule, fault.focus) for fault in verify(world)}


def test_places_outside_the_text(world: Store) -> None:
    """A passage that runs over the end is a fault of the passage."""
    replace(world, "passage/tiny-0002", ISG.charEnd, Literal("99999", Iri(XSD + "integer")))

    assert ("locator", "tiny-0002") in breaks(world)


@pytest.mark.parametrize(
    ("part", "value"),
    [(ISG.section, Literal("2")), (ISG.paragraph, Literal("3", Iri(XSD + "integer")))],
)
def test_a_wrong_section_or_paragraph(world: Store, part: Iri, value: Literal) -> None:
    """Section and paragraph are those under which the offsets stand."""
    replace(world, "passage/tiny-0002", part, value)

    assert ("section", "tiny-0002") in breaks(world)


def test_a_note_has_one_entry_and_one_marker(world: Store) -> None:
    """A note that is marked four times, or is not there, is a fault of the citation."""
    assert [fault.message for fault in verify(world) if fault.rule == "note"] == [
        "note 1 has an entry and 4 markers in the text"
    ]

    replace(world, "citation/tiny-001-1", ISG.noteNumber, Literal("9", Iri(XSD + "integer")))

    assert [fault.message for fault in verify(world) if fault.rule == "note"] == [
        "note 9 has no entry and 0 markers in the text"
    ]


def test_the_marker_of_a_cited_note_stands_in_the_passage(world: Store) -> None:
    """A passage that ends before the marker is a fault of each claim that cites the note."""
    start, end = offsets(world, Iri(BASE + "passage/tiny-0001"))
    replace(world, "passage/tiny-0001", ISG.charEnd, Literal(str(end - 3), Iri(XSD + "integer")))
    expected = {("note-outside", "c0001"), ("note-outside", "c0002"), ("note-outside", "c0003")}

    assert start < end
    assert {found for found in breaks(world) if found[0] == "note-outside"} == expected


def test_both_ends_are_named_in_the_passage(world: Store) -> None:
    """An end that no label or alias names is a fault, unless a reason says why."""
    label = Iri(RDFS + "label")
    replace(world, "actor/person-p", label, Literal("Somebody Else", None, "en"))

    assert ("mention", "c0006") in breaks(world)

    replace(world, "claim/c0006", ISG.subjectMention, ISG.pronoun)

    assert ("mention", "c0006") not in breaks(world)


def test_an_alias_or_another_spelling_is_a_name_too(world: Store) -> None:
    """Capitals and punctuation do not count, and a part of a word is no mention."""
    label = Iri(RDFS + "label")
    replace(world, "actor/person-p", label, Literal("PERSON-P", None, "en"))

    assert ("mention", "c0006") not in breaks(world)

    replace(world, "actor/person-p", label, Literal("erson P", None, "en"))

    assert ("mention", "c0006") in breaks(world)


@pytest.mark.parametrize("part", [ISG.paraphrase, ISG.curatorNote])
def test_six_words_in_a_row_are_too_many(world: Store, part: Iri) -> None:
    """A paraphrase or a note is in words of its own."""
    five = "four group a group b and here other words follow"
    six = "paragraph four: Group A - group B"
    replace(world, "claim/c0018", part, Literal(five, None, "en"))

    assert ("overlap", "c0018") not in breaks(world)

    replace(world, "claim/c0018", part, Literal(f"It says {six}.", None, "en"))

    assert ("overlap", "c0018") in breaks(world)


def test_some_claims_are_verified_alone(world: Store) -> None:
    """With `only`, nothing else is looked at."""
    from isgraph.claims import read

    replace(world, "passage/tiny-0001", ISG.charEnd, Literal("99999", Iri(XSD + "integer")))
    replace(world, "actor/person-p", Iri(RDFS + "label"), Literal("Somebody", None, "en"))
    expected = {("mention", "c0006")}
    only = read(world, [Iri(BASE + "claim/c0006")])

    assert {(fault.rule, fault.focus) for fault in verify(world, only=only)} == expected


def test_the_made_up_world_holds_but_for_its_note(world: Store) -> None:
    """Only the note that is marked in each paragraph is out of order."""
    expected = [Fault("note", "tiny-001-1", "note 1 has an entry and 4 markers in the text")]

    assert verify(world) == expected


def test_claims_need_only_the_texts_of_their_documents(tmp_path: Path) -> None:
    """Claims of one document are looked at without the texts of the others."""
    store = load(TINY)
    claims = read(store)

    assert verify(store, tmp_path, only=[]) == []
    with pytest.raises(LocatorError, match="not at hand"):
        verify(store, tmp_path, only=claims[:1])
