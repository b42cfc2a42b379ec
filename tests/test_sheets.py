"""Sheets in and out: the round trip, and every wrong row by its row and column."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import pytest

from isgraph import claims
from isgraph.errors import SheetError
from isgraph.sheets import CLAIM_COLUMNS, export_claims, import_sheet
from isgraph.store import Store, load
from isgraph.terms import BASE, DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).with_name("tiny.ttl")
DOCUMENT = Iri(BASE + "document/tiny-2025-01-31")
NAMES = "Group A, Group B, Country X, Person P, Coalition K and Northland"
BODIES = [
    f"Paragraph {word}: {NAMES}, members of Group B held, Northland pact, Northland talks.{mark}"
    for word, mark in (("one", "¹"), ("two", "¹"), ("three", "¹"), ("four", "¹"), ("five", ""))
]
TEXT = "Made-up report\n\n1 First\n\n" + "\n\n".join(BODIES) + "\n\n¹ Atlas, p4\n"

ROW = {
    "subject": "country-x",
    "kind": "backs",
    "object": "group-b",
    "status": "asserted",
    "valid_time": "2024",
    "document": "tiny-2025-01-31",
    "passage": "Paragraph one … talks.¹",
    "citations": "1",
    "paraphrase": "Words of our own.",
}


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the tiny world with a made-up text that its passages, notes and names fit."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "tiny.txt").write_bytes(TEXT.encode())
    monkeypatch.setenv("ISGRAPH_SOURCES", str(folder))
    store = load(TINY)

    def give(subject: str, part: Iri, value: str, kind: str) -> None:
        store.remove(list(store.match(BASE + subject, part)))
        store.add([(Iri(BASE + subject), part, Literal(value, Iri(XSD + kind)))])

    give("document/tiny-2025-01-31", ISG.charCount, str(len(TEXT)), "integer")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    give("document/tiny-2025-01-31", ISG.sha256, digest, "hexBinary")
    for number, body in enumerate(BODIES[:4], 1):
        start = TEXT.index(body)
        give(f"passage/tiny-{number:04d}", ISG.charStart, str(start), "integer")
        give(f"passage/tiny-{number:04d}", ISG.charEnd, str(start + len(body)), "integer")
    return store


def sheet(folder: Path, *rows: dict[str, str], columns: tuple[str, ...] = CLAIM_COLUMNS) -> Path:
    """Write rows as a sheet."""
    path = folder / "sheet.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def refused(store: Store, path: Path) -> SheetError:
    """Return the error that a sheet gives, after seeing that the store is as it was."""
    before = set(store.data())
    with pytest.raises(SheetError) as caught:
        import_sheet(store, path)

    assert set(store.data()) == before
    assert caught.value.path == str(path)
    return caught.value


# --- the round trip -----------------------------------------------------------------------------


def test_import_after_export_is_the_identity(world: Store, tmp_path: Path) -> None:
    """The claims of a sheet that was exported are those that are there, byte for byte."""
    expected = claims.canonical(world)
    path = tmp_path / "claims.csv"
    path.write_text(export_claims(world), "utf-8")
    sentences = import_sheet(world, str(path))

    assert claims.canonical(world) == expected
    assert len(sentences) == 18
    assert sentences[0] == "c0001: Group A detains members of Group B held " + (
        "[reported, actual; 31 January 2025]"
    )


def test_a_sheet_restores_claims_that_were_lost(world: Store, tmp_path: Path) -> None:
    """The sheet holds whole claims: without any in the store it brings all back."""
    expected = claims.canonical(world)
    path = tmp_path / "claims.csv"
    path.write_text(export_claims(world), "utf-8")
    for claim in claims.read(world):
        world.remove(list(world.match(claim.id)))
    import_sheet(world, path)

    assert claims.canonical(world) == expected


def test_every_part_of_a_claim_makes_the_round_trip(world: Store, tmp_path: Path) -> None:
    """Parts that the tiny world does not use survive as well."""
    claim = claims.read(world, [Iri(BASE + "claim/c0002")])[0]._replace(
        id=Iri(BASE + "claim/c0019"),
        status=ISG.alleged,
        modality=ISG.pledged,
        negated=True,
        claimants=(Iri(BASE + "actor/group-a"), Iri(BASE + "actor/institute")),
        disputes=(Iri(BASE + "claim/c0001"), Iri(BASE + "claim/c0002")),
        quantity=claims.Quantity(ISG.share, 0.5, 0.75, ISG.range),
        as_of="2024-07~",
        places=(Iri(BASE + "place/northland"),),
        instruments=(Iri(BASE + "instrument/northland-pact"),),
        occurrences=(Iri(BASE + "event/northland-talks"),),
        role='head, "acting"',
        subject_mention=ISG.pronoun,
        object_mention=ISG.context,
        note="A note\nof two lines, with a comma",
        is_deprecated=True,
        replaced_by=Iri(BASE + "claim/c0002"),
    )
    world.add(claim.triples())
    expected = claims.canonical(world)
    path = tmp_path / "claims.csv"
    path.write_bytes(export_claims(world).encode())
    import_sheet(world, path)

    assert claims.canonical(world) == expected
    assert claims.read(world)[-1] == claim


def test_columns_of_an_exported_sheet(world: Store) -> None:
    """An exported sheet has all columns and a row per claim, in the order of the ids."""
    reader = csv.DictReader(io.StringIO(export_claims(world)))
    rows = list(reader)

    assert tuple(reader.fieldnames or ()) == CLAIM_COLUMNS
    assert [row["claim"] for row in rows] == [f"c{number:04d}" for number in range(1, 19)]


# --- good rows ----------------------------------------------------------------------------------


def test_a_new_row_becomes_a_claim(world: Store, tmp_path: Path) -> None:
    """A row without an id gets the next one, and its passage is found in the text."""
    said = import_sheet(world, sheet(tmp_path, ROW))
    claim = claims.read(world)[-1]

    assert said == ["c0019: Country X backs Group B [asserted, actual; 2024]"]
    assert (claim.id.slug, claim.kind, claim.passage.slug) == ("c0019", ISG.backs, "tiny-0001")
    assert [citation.slug for citation in claim.citations] == ["tiny-001-1"]


def test_a_new_passage_gets_the_next_id(world: Store, tmp_path: Path) -> None:
    """Two rows on one new passage share it, with section and paragraph from the text."""
    row = ROW | {"passage": "Paragraph five … talks.", "citations": "uncited"}
    import_sheet(world, sheet(tmp_path, row, row | {"kind": "opposes"}))
    passages = {claim.passage.slug for claim in claims.read(world)[-2:]}

    assert passages == {"tiny-0005"}
    assert world.text(BASE + "passage/tiny-0005", ISG.section) == "1"
    assert world.text(BASE + "passage/tiny-0005", ISG.paragraph) == "5"


def test_ids_are_never_given_twice(world: Store, tmp_path: Path) -> None:
    """A row without an id keeps clear of the ids that other rows name."""
    rows = [ROW, ROW | {"claim": "c0019", "kind": "opposes"}, ROW | {"kind": "praises"}]
    import_sheet(world, sheet(tmp_path, *rows))

    assert [claim.id.slug for claim in claims.read(world)[-3:]] == ["c0019", "c0020", "c0021"]


def test_rows_may_dispute_one_another(world: Store, tmp_path: Path) -> None:
    """A name of one's own in the first column stands for the id that the row will get."""
    denial = ROW | {"claim": "no", "status": "denied", "claimants": "group-b", "disputes": "yes"}
    import_sheet(world, sheet(tmp_path, denial, ROW | {"claim": "yes"}))
    found = claims.read(world)[-2]

    assert [claim.slug for claim in found.disputes] == ["c0020"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", (7, 7, ISG.exactly)),
        ("exactly 7", (7, 7, ISG.exactly)),
        ("about 80", (80, 80, ISG.about)),
        ("400-700", (400, 700, ISG.range)),
        ("400 - 700", (400, 700, ISG.range)),
        ("up to 5000", (None, 5000, ISG.upTo)),
        ("less than 5", (None, 5, ISG.lessThan)),
        ("at least 12", (12, None, ISG.atLeast)),
        ("more than 250", (250, None, ISG.moreThan)),
        ("vague 200-999", (200, 999, ISG.vague)),
        ("0.5", (0.5, 0.5, ISG.exactly)),
    ],
)
def test_quantities(
    world: Store, tmp_path: Path, text: str, expected: tuple[float | None, float | None, Iri]
) -> None:
    """A quantity is written as it is said, and no minimum is invented."""
    row = ROW | {"kind": "fighters", "object": "", "quantity": text}
    import_sheet(world, sheet(tmp_path, row))
    quantity = claims.read(world)[-1].quantity

    assert quantity is not None
    assert tuple(quantity) == (ISG.fighters, expected[0], expected[1], expected[2])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (ISG.asserted, ISG.actual, False)),
        ("reported", (ISG.reported, ISG.actual, False)),
        ("planned", (ISG.asserted, ISG.planned, False)),
        ("unconfirmed, planned, negated", (ISG.unconfirmed, ISG.planned, True)),
        ("negated reported", (ISG.reported, ISG.actual, True)),
    ],
)
def test_statuses(world: Store, tmp_path: Path, text: str, expected: tuple[Iri, Iri, bool]) -> None:
    """Plain words map to the two axes, in any order."""
    import_sheet(world, sheet(tmp_path, ROW | {"status": text}))
    claim = claims.read(world)[-1]

    assert (claim.status, claim.modality, claim.negated) == expected


@pytest.mark.parametrize("text", ["true", "TRUE", "True"])
def test_a_spreadsheet_may_write_true_in_capitals(world: Store, tmp_path: Path, text: str) -> None:
    """A claim does not come back to life because a spreadsheet saved the sheet."""
    import_sheet(world, sheet(tmp_path, ROW | {"deprecated": text}))

    assert claims.read(world)[-1].is_deprecated
    assert world.text(BASE + "claim/c0019", OWL + "deprecated") == "true"


# --- wrong rows ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"subject": "nobody"}, "subject", "no entity 'nobody'"),
        ({"subject": "country x"}, "subject", "'country-x'"),
        ({"subject": ""}, "subject", "no entity"),
        ({"subject": "nope:country-x"}, "subject", "no entity"),
        ({"object": "Group B"}, "object", "'group-b'"),
        ({"object": "country-x"}, "object", "no relation to itself"),
        ({"claimants": "institute|nobody"}, "claimants", "no entity 'nobody'"),
        ({"places": "southland"}, "places", "no entity"),
        ({"kind": "back"}, "kind", "'backs'"),
        ({"kind": ""}, "kind", "no relation"),
        ({"kind": "hostileRelation"}, "kind", "no relation"),
        ({"kind": "subject"}, "kind", "no relation"),
        ({"object": ""}, "kind", "A relation needs an object"),
        ({"kind": "fightrs", "object": ""}, "kind", "'fighters'"),
        ({"status": "assumed"}, "status", "no status 'assumed'"),
        ({"status": "alleged"}, "claimants", "needs someone who says so"),
        ({"status": "denied"}, "claimants", "needs someone who says so"),
        ({"valid_time": "2024-02-30"}, "valid_time", "not a day of the calendar"),
        ({"valid_time": "2025/2024"}, "valid_time", "ends before it begins"),
        ({"valid_time": ".."}, "valid_time", "not a date"),
        ({"valid_time": ""}, "valid_time", "no time is given"),
        ({"valid_time": "", "as_of": "May"}, "as_of", "not a date"),
        ({"as_of": "2024-13"}, "as_of", "not a day of the calendar"),
        ({"quantity": "12"}, "measure", "Name the measure"),
        ({"quantity": "700-400", "measure": "troops"}, "quantity", "from high to low"),
        ({"quantity": "many", "measure": "troops"}, "quantity", "not a quantity"),
        ({"quantity": "1.2.3", "measure": "troops"}, "quantity", "not a number"),
        ({"quantity": "about 4-5", "measure": "troops"}, "quantity", "no word but vague"),
        ({"quantity": "vague 4", "measure": "troops"}, "quantity", "vague"),
        ({"quantity": "-4", "measure": "troops"}, "quantity", "not a quantity"),
        ({"quantity": "4", "measure": "tropps"}, "measure", "troops"),
        ({"document": "huge"}, "document", "No document 'huge'"),
        ({"document": ""}, "document", "No document"),
        ({"passage": "no such words"}, "passage", "not in the text"),
        ({"passage": "Paragraph"}, "passage", "stands in 5 places"),
        ({"passage": ""}, "passage", "empty"),
        ({"passage": "5-999999"}, "passage", "not inside a text"),
        ({"passage": "Paragraph five … talks."}, "citations", "marker is outside its passage"),
        ({"passage": "Paragraph one … Group A"}, "citations", "extend the passage"),
        ({"passage": "Made-up report", "citations": "uncited"}, "passage", "is not named"),
        ({"citations": "9"}, "citations", "no note '9'"),
        ({"citations": ""}, "citations", "why there is none"),
        ({"disputes": "c0999"}, "disputes", "no claim 'c0999'"),
        ({"disputes": "a b"}, "disputes", "no claim 'a b'"),
        ({"claim": "me", "disputes": "me"}, "disputes", "cannot dispute itself"),
        ({"subject_mention": "shy"}, "subject_mention", "pronoun"),
        ({"paraphrase": ""}, "paraphrase", "1 to 300 characters"),
        ({"paraphrase": "word " * 61}, "paraphrase", "1 to 300 characters"),
        ({"paraphrase": f"It has {NAMES}."}, "paraphrase", "other words"),
        ({"deprecated": "perhaps"}, "deprecated", "neither true nor false"),
        ({"replaced_by": "c0999"}, "replaced_by", "no claim 'c0999'"),
        ({"kind": "memberOf", "object": "person-p"}, "object", "has to be of class Organisation"),
        ({"kind": "leads", "subject": "northland"}, "subject", "has to be of class"),
        ({"kind": "deploysForcesTo"}, "object", "has to be of class Place"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(
    world: Store, tmp_path: Path, cells: dict[str, str], column: str, reason: str
) -> None:
    """One wrong cell refuses the sheet, and says where it stands and why."""
    error = refused(world, sheet(tmp_path, ROW, ROW | cells))

    assert (error.row, error.column) == (3, column)
    assert f"row 3, column {column}: " in str(error)
    assert reason in str(error)
    assert "nothing was written" in str(error)


def test_each_wrong_row_is_named(world: Store, tmp_path: Path) -> None:
    """All wrong rows are told at once, up to twenty."""
    wrong = ROW | {"kind": "back"}
    error = refused(world, sheet(tmp_path, ROW, *[wrong] * 25))

    assert "25 rows are refused" in str(error)
    assert "row 3, column kind" in str(error)
    assert "row 22, column kind" in str(error)
    assert "row 23" not in str(error)
    assert "… and 5 more" in str(error)


@pytest.mark.parametrize("name", ["c0007", "mine"])
def test_a_name_that_stands_twice(world: Store, tmp_path: Path, name: str) -> None:
    """Two rows of one name would overwrite each other."""
    error = refused(world, sheet(tmp_path, ROW | {"claim": name}, ROW | {"claim": name}))

    assert (error.row, error.column) == (3, "claim")


@pytest.mark.parametrize(
    ("content", "row", "reason"),
    [
        (b"claim,subject\nc0001\n", 2, "2 cells are needed"),
        (b"claim,subject\nc0001,a,b\n", 2, "2 cells are needed"),
        (b"claim,subjekt\nc0001,a\n", 1, "unknown columns subjekt"),
        (b"", None, "not a sheet"),
        (b"who,whom\na,b\n", None, "not a sheet"),
        (b'claim,subject\n"c0001,a\n', None, "not a CSV file"),
        (b"PK\x03\x04\x14\xff\xfe", None, "not a CSV file"),
        ("claim,subject\nc0001,Soci\xe9t\xe9\n".encode("latin-1"), None, "UTF-8"),
        (b"claim\x00,subject\n", None, "not a"),
    ],
)
def test_what_is_not_a_sheet(
    world: Store, tmp_path: Path, content: bytes, row: int | None, reason: str
) -> None:
    """Missing cells, unknown columns and other sorts of file are refused with their row."""
    path = tmp_path / "sheet.csv"
    path.write_bytes(content)
    error = refused(world, path)

    assert error.row == row
    assert reason in str(error)


def test_a_missing_sheet(world: Store, tmp_path: Path) -> None:
    """A file that is not there is named."""
    assert "missing.csv cannot be read" in str(refused(world, tmp_path / "missing.csv"))


def test_a_byte_order_mark_and_empty_rows_do_no_harm(world: Store, tmp_path: Path) -> None:
    """What spreadsheets add is read over."""
    path = sheet(tmp_path, ROW)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes() + b"," * 23 + b"\r\n")

    assert len(import_sheet(world, path)) == 1


def test_without_the_text_known_passages_can_be_imported(
    world: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offsets of a passage in the graph need no text; a phrase does."""
    start = TEXT.index(BODIES[0])
    offsets = f"{start}-{start + len(BODIES[0])}"
    monkeypatch.setenv("ISGRAPH_SOURCES", str(tmp_path / "missing"))
    error = refused(world, sheet(tmp_path, ROW))

    assert (error.row, error.column) == (2, "passage")
    assert import_sheet(world, sheet(tmp_path, ROW | {"passage": offsets}))


# --- the other sheets ---------------------------------------------------------------------------


def other(folder: Path, **cells: str) -> Path:
    """Write a sheet of one row."""
    return sheet(folder, cells, columns=tuple(cells))


def entity_sheet(folder: Path, entity: str, kind: str, label: str, aliases: str = "") -> Path:
    """Write a sheet of one entity."""
    return other(folder, **{"entity": entity, "class": kind, "label": label, "aliases": aliases})


def test_an_entity(world: Store, tmp_path: Path) -> None:
    """A new entity has class, English label and aliases."""
    said = import_sheet(world, entity_sheet(tmp_path, "actor:country-y", "State", "Y", "Y land|Yy"))
    iri = BASE + "actor/country-y"

    assert said == ["actor:country-y: Y (State)"]
    assert world.text(iri, RDF + "type") == ISG.State
    assert world.values(iri, RDFS + "label") == [Literal("Y", None, "en")]
    assert [value.text for value in world.values(iri, SKOS + "altLabel")] == ["Y land", "Yy"]  # type: ignore[union-attr]


def test_an_entity_can_be_renamed(world: Store, tmp_path: Path) -> None:
    """A row on an entity that is there gives it the class and label of the row."""
    import_sheet(world, entity_sheet(tmp_path, "actor:group-a", "PoliticalGroup", "Party A"))
    iri = BASE + "actor/group-a"

    assert world.values(iri, RDFS + "label") == [Literal("Party A", None, "en")]
    assert world.values(iri, RDF + "type") == [ISG.PoliticalGroup]


@pytest.mark.parametrize(
    ("entity", "kind", "label", "column"),
    [
        ("actor:Country-Y", "State", "Y", "entity"),
        ("place:country-y", "State", "Y", "entity"),
        ("country-y", "State", "Y", "entity"),
        ("actor:country-y", "Sate", "Y", "class"),
        ("actor:country-y", "a b", "Y", "class"),
        ("actor:country-y", "", "Y", "class"),
        ("actor:country-y", "RelationClaim", "Y", "class"),
        ("actor:country-y", "State", "", "label"),
    ],
)
def test_a_wrong_entity(
    world: Store, tmp_path: Path, entity: str, kind: str, label: str, column: str
) -> None:
    """Slug, class and label are held against the ontology."""
    error = refused(world, entity_sheet(tmp_path, entity, kind, label))

    assert (error.row, error.column) == (2, column)


WORK = {
    "work": "gazette", "title": "The Gazette", "publishers": "institute", "authors": "",
    "issued": "2024-05", "document": "tiny-2025-01-31", "note": "2", "pinpoint": "p7",
}  # fmt: skip


def test_a_work_with_its_note(world: Store, tmp_path: Path) -> None:
    """A work and the note that cites it come in one row, and a second time change nothing."""
    import_sheet(world, other(tmp_path, **WORK))
    once = set(world.data())
    import_sheet(world, other(tmp_path, **WORK))

    assert set(world.data()) == once
    assert world.text(BASE + "work/gazette", DCTERMS + "title") == "The Gazette"
    assert world.text(BASE + "citation/tiny-002-1", ISG.work) == BASE + "work/gazette"
    assert world.text(BASE + "citation/tiny-002-1", ISG.pinpoint) == "p7"


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"work": "The Gazette"}, "work"),
        ({"title": ""}, "title"),
        ({"work": "atlas"}, "title"),
        ({"publishers": "nobody"}, "publishers"),
        ({"authors": "nobody"}, "authors"),
        ({"issued": "May"}, "issued"),
        ({"document": "huge"}, "document"),
        ({"note": "two"}, "note"),
        ({"note": "²"}, "note"),
    ],
)
def test_a_wrong_work(world: Store, tmp_path: Path, cells: dict[str, str], column: str) -> None:
    """A work that is there keeps its title, and a note is a number."""
    error = refused(world, other(tmp_path, **(WORK | cells)))

    assert (error.row, error.column) == (2, column)


DOCUMENT_ROW = {
    "document": "second-2025-02-01", "title": "A second report", "publishers": "institute",
    "authors": "person-p", "issued": "2025-02-01", "file": "tiny.txt",
    "licence": "https://example.org/licence",
}  # fmt: skip


def test_a_document(world: Store, tmp_path: Path) -> None:
    """A document gets its length in characters and the digest of its file."""
    import_sheet(world, other(tmp_path, **DOCUMENT_ROW))
    iri = BASE + "document/second-2025-02-01"

    assert world.text(iri, ISG.charCount) == str(len(TEXT))
    assert world.text(iri, ISG.sha256) == hashlib.sha256(TEXT.encode()).hexdigest()
    assert len(TEXT) != len(TEXT.encode())


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"file": "missing.txt"}, "file"),
        ({"issued": "2025-02"}, "issued"),
        ({"issued": "soon"}, "issued"),
        ({"publishers": "nobody"}, "publishers"),
        ({"document": "A report"}, "document"),
        ({"title": ""}, "title"),
        ({"licence": "some words"}, "licence"),
    ],
)
def test_a_wrong_document(world: Store, tmp_path: Path, cells: dict[str, str], column: str) -> None:
    """A document of the corpus needs its file and the day it came out."""
    error = refused(world, other(tmp_path, **(DOCUMENT_ROW | cells)))

    assert (error.row, error.column) == (2, column)
