"""What conforms, what does not, and by which rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import SH, Graph

from isgraph import claims
from isgraph.files import ontology_path
from isgraph.shapes import Finding, Report, check
from isgraph.store import Store
from isgraph.terms import RDF, RDFS, Iri, Literal
from isgraph.vocab import ISG

EXAMPLES = sorted(ontology_path("examples").glob("*.ttl"))
BAD = sorted(Path(__file__).with_name("bad").glob("*.ttl"))
OVERLAY = Iri("https://w3id.org/isgraph/actor/group-z")


def loaded(*paths: Path) -> Store:
    """Return a store with the given files."""
    store = Store()
    for path in paths:
        store.load(path)
    return store


def name(path: Path) -> str:
    """Return the name of a file without its suffix, for the name of a test."""
    return path.stem


def test_there_are_files_to_check() -> None:
    """Neither list of files is empty, so that the tests below do run."""
    assert len(EXAMPLES) > 100
    assert len(BAD) > 100


@pytest.mark.parametrize("path", EXAMPLES, ids=name)
def test_example_conforms(path: Path) -> None:
    """An example stands alone: nothing is wrong, and nothing in it is unused."""
    expected: list[Finding] = []

    assert check(loaded(path)).findings == expected


@pytest.mark.parametrize("path", EXAMPLES, ids=name)
def test_example_is_canonical(path: Path) -> None:
    """An example is written as `isgraph fmt` writes it, derived triples included."""
    expected = path.read_text("utf-8")

    assert claims.canonical(loaded(path)) == expected


def test_examples_conform_together() -> None:
    """The examples speak of one world, and no two claims have the same name."""
    expected: list[Finding] = []
    alone = [found[0] for path in EXAMPLES for found in loaded(path).match(None, ISG.subject)]

    assert check(loaded(*EXAMPLES)).findings == expected
    assert len(alone) == len(set(alone))


@pytest.mark.parametrize("path", BAD, ids=name)
def test_bad_file_breaks_the_rule_in_its_name(path: Path) -> None:
    """A broken world breaks at least the rule that its file is named after."""
    expected = path.stem.split("--")[0]
    report = check(loaded(path))

    assert not report.conforms
    assert expected in {found.rule for found in report.findings if found.severity == "error"}


def test_every_shape_with_a_message_has_a_bad_file() -> None:
    """No shape is there that a test has not seen to fail."""
    shapes = Graph().parse(ontology_path("shapes.ttl"))
    expected = {Iri(str(shape)).slug for shape in shapes.subjects(SH.message)}

    assert expected
    assert expected - {path.stem.split("--")[0] for path in BAD} == set()


def test_message_is_one_clear_sentence() -> None:
    """A message says what is wrong and, behind a colon, what to do."""
    shapes = Graph().parse(ontology_path("shapes.ttl"))
    messages = [str(message) for message in shapes.objects(None, SH.message)]

    assert messages
    assert [text for text in messages if ": " not in text or not text.endswith(".")] == []


def test_what_is_unused_is_a_note() -> None:
    """An actor that no claim uses is told of, and the data conform all the same."""
    store = Store()
    store.add(
        [
            (OVERLAY, Iri(RDF + "type"), ISG.NonStateArmedGroup),
            (OVERLAY, Iri(RDFS + "label"), Literal("Group Z", None, "en")),
        ]
    )
    report = check(store)

    assert [(found.rule, found.focus, found.severity) for found in report.findings] == [
        ("unused", OVERLAY, "note")
    ]
    assert report.conforms


def test_unused_citation_and_passage_are_notes() -> None:
    """Sources that no claim points to are told of as well."""
    store = loaded(ontology_path("examples") / "detains.ttl")
    store.remove(list(store.match(None, ISG.passage)) + list(store.match(None, ISG.citation)))
    notes = {found.focus for found in check(store).findings if found.rule == "unused"}

    assert {Iri(focus).slug[:2] for focus in notes} == {"ex"}
    assert len(notes) == 2


def test_report_conforms_without_errors() -> None:
    """Only an error makes a report fail."""
    assert Report([]).conforms
    assert Report([Finding("unused", OVERLAY, "…", severity="note")]).conforms
    assert not Report([Finding("entity-label", OVERLAY, "…")]).conforms


def test_findings_are_in_a_stable_order() -> None:
    """Two checks of the same data tell the same in the same order."""
    path = next(path for path in BAD if path.stem == "concrete-relation--inverse")

    assert check(loaded(path)).findings == check(loaded(path)).findings


def test_one_node_may_break_a_rule_with_and_without_a_value() -> None:
    """Findings sort also where only some of them have a value."""
    store = loaded(ontology_path("examples") / "detains.ttl")
    passage = next(found[2] for found in store.match(None, ISG.passage))
    assert isinstance(passage, Iri)
    store.add([(passage, ISG.section, Literal("8")), (passage, ISG.section, OVERLAY)])
    broken = [found for found in check(store).findings if found.rule == "passage-section"]

    assert {found.value for found in broken} == {None, OVERLAY}


def test_check_changes_nothing() -> None:
    """The store is the same after a check."""
    store = loaded(EXAMPLES[0])
    before = set(store.triples())
    check(store)

    assert set(store.triples()) == before
