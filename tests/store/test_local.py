"""Loading, asking and changing a store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import rdflib

from isgraph.errors import LoadError, QueryError, StoreError, WrongTypeError
from isgraph.files import ontology_path
from isgraph.store import Store, load, prefixed
from isgraph.terms import BASE, ONTOLOGY, RDFS, XSD, Iri, Literal

TINY = Path(__file__).parent.parent / "tiny.ttl"
A = Iri(BASE + "actor/group-a")
B = Iri(BASE + "actor/group-b")
FIGHTS = Iri(ONTOLOGY + "fights")
LABEL = Iri(RDFS + "label")

QUERIES = {
    "SELECT ?whom { actor:group-a isg:fights ?whom }": [(B,)],
    "SELECT ?n { claim:c0010 isg:quantityMin ?n }": [(400,)],
    "SELECT ?d { doc:tiny-2025-01-31 dcterms:issued ?d }": [(date(2025, 1, 31),)],
    "SELECT ?l { actor:group-a rdfs:label ?l }": [("Group A",)],
    "SELECT ?x ?y { BIND(1.5 AS ?x) OPTIONAL { actor:group-a isg:nothing ?y } }": [(1.5, None)],
    "SELECT ?s { isg:fights rdfs:subPropertyOf+/isg:sign ?s }": [(-1,)],
    "SELECT ?x { FILTER(false) }": [],
    "ASK { actor:group-a isg:fights actor:group-b }": [("true",)],
    "ASK { actor:group-a isg:fights actor:person-p }": [("false",)],
    "CONSTRUCT { ?a isg:fights ?b } WHERE { ?a isg:detains ?b }": [
        (A, FIGHTS, Iri(BASE + "actor/held-b"))
    ],
}


@pytest.fixture(params=["memory", "directory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Return the tiny world in memory and in a directory."""
    if request.param == "memory":
        return load(TINY)
    made = Store(tmp_path / "store")
    made.load(TINY)
    return made


@pytest.mark.parametrize("sparql", QUERIES)
def test_queries(store: Store, sparql: str) -> None:
    """Both sorts of store answer alike, in plain Python values."""
    expected = QUERIES[sparql]

    assert store.query(sparql) == expected


def test_variables_name_the_columns(tiny: Store) -> None:
    """The columns of an answer are the variables in their order."""
    expected = ("whom", "who")

    assert tiny.query("SELECT ?whom ?who { ?who isg:fights ?whom }").columns == expected
    assert tiny.query("DESCRIBE actor:group-a").columns == ("subject", "predicate", "object")


def test_values_restrict_a_query(tiny: Store) -> None:
    """A variable can be given its value, as an IRI, a number or a day; None leaves it open."""
    sparql = "SELECT ?who ?n { ?c isg:subject ?who ; isg:quantityMin ?n }"

    assert tiny.query(sparql, n=400) == [(B, 400)]
    assert tiny.query(sparql, who=B) == [(B, 400)]
    assert len(tiny.query(sparql, n=None)) == 2
    assert tiny.query("SELECT ?d { ?x dcterms:issued ?d }", d=date(2025, 1, 31)) != []
    assert tiny.query("SELECT ?d { ?x dcterms:issued ?d }", d=date(2025, 1, 30)) == []


def test_a_value_for_a_variable_not_selected_is_refused(tiny: Store) -> None:
    """What would silently restrict nothing is an error."""
    with pytest.raises(QueryError, match="who"):
        tiny.query("SELECT ?whom { ?who isg:fights ?whom }", who=A)


@pytest.mark.parametrize(
    ("sparql", "line", "column"),
    [
        ("SELECT ?x {", 1, 12),
        ("SELECT ?x {\n ?x nope:y ?z }", 2, None),
        ("DELETE WHERE { ?s ?p ?o }", 1, 1),
        ("PREFIX a: <urn:a> # so\n INSERT DATA { actor:a isg:backs actor:b }", 2, 2),
        ("", 1, 1),
        ("who fights whom", 1, None),
    ],
)
def test_what_is_not_a_query_is_refused_with_its_place(
    tiny: Store, sparql: str, line: int, column: int | None
) -> None:
    """Broken SPARQL and updates are refused, with line and column; nothing is changed."""
    before = len(tiny)
    with pytest.raises(QueryError, match=r"not SPARQL|is an update") as caught:
        tiny.query(sparql)

    assert caught.value.line == line
    assert caught.value.column is not None
    assert column is None or caught.value.column == column
    assert len(tiny) == before


def test_data_are_apart_from_the_ontology(tiny: Store) -> None:
    """The data are the file; a query sees the ontology as well."""
    expected = len(rdflib.Graph().parse(TINY))
    ontology = sum(
        len(rdflib.Graph().parse(ontology_path(n))) for n in ("isgraph.ttl", "lists.ttl")
    )

    assert len(list(tiny.data())) == expected
    assert len(tiny) == len(list(tiny.triples())) == expected + ontology


def test_add_and_remove(store: Store) -> None:
    """A triple is added once and taken out once; taking out what is not there does no harm."""
    before = set(store.data())
    new = (B, LABEL, Literal("Groupe B", None, "fr"))
    store.add([new, new])

    assert set(store.data()) == before | {new}

    store.remove([new, new])

    assert set(store.data()) == before


@pytest.mark.parametrize(
    "value",
    [
        Literal("text"), Literal("text", None, "en"), Literal("1", Iri(XSD + "integer")),
        Literal("2024-01-31", Iri(XSD + "date")), Literal("https://x.org/ not an IRI"),
        Literal("true", Iri(XSD + "boolean")), Iri("urn:isbn:1"), B,
    ],
)  # fmt: skip
def test_terms_come_back_as_they_were(value: Iri | Literal) -> None:
    """Every sort of term survives the engine, an IRI that is no URL among them."""
    store = Store()
    store.add([(A, LABEL, value)])

    assert list(store.data()) == [(A, LABEL, value)]
    assert list(store.match(A, None, value)) == [(A, LABEL, value)]


def test_what_is_no_term_is_refused() -> None:
    """A list or a set is named in the error."""
    with pytest.raises(TypeError, match="list"):
        Store().add([(A, LABEL, ["x"])])  # type: ignore[list-item]


def test_match(tiny: Store) -> None:
    """A pattern gives its triples; without one all triples come."""
    assert list(tiny.match(A, FIGHTS)) == [(A, FIGHTS, B)]
    assert {triple[0] for triple in tiny.match(None, FIGHTS)} == {A, B}
    assert len(list(tiny.match())) == len(tiny)


@pytest.mark.parametrize("name", [BASE + "actor/Group A", "no IRI", "?:x", ""])
def test_a_text_that_is_no_iri_matches_nothing(tiny: Store, name: str) -> None:
    """A name with a space has no triples, rather than a failure of the engine."""
    assert list(tiny.match(name)) == []
    assert tiny.text(name, LABEL) is None


def test_values_and_text(tiny: Store) -> None:
    """Values are sorted terms; text is the one value as text, or None."""
    assert tiny.values(A, LABEL) == [Literal("Group A", None, "en")]
    assert tiny.values(A, ONTOLOGY + "praises") == [Iri(BASE + "actor/country-x")]
    assert tiny.text(A, LABEL) == "Group A"
    assert tiny.text(A, ONTOLOGY + "fights") == B
    assert tiny.text(A, ONTOLOGY + "nothing") is None


def test_load_says_where_a_file_is_broken(tmp_path: Path) -> None:
    """A file that is not Turtle is refused with line and column, and nothing of it is kept."""
    path = tmp_path / "broken.ttl"
    path.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .\n", "utf-8")
    store = Store()
    with pytest.raises(LoadError, match=r"broken\.ttl, line 2, column") as caught:
        store.load(path)

    assert (caught.value.path, caught.value.line) == (str(path), 2)
    assert caught.value.column
    assert list(store.data()) == []


def test_load_refuses_what_is_not_there(tmp_path: Path) -> None:
    """A missing file, and a folder of other files, are refused by name and left alone."""
    (tmp_path / "notes.txt").write_text("x", "utf-8")
    for place in (tmp_path / "missing.ttl", tmp_path):
        with pytest.raises(StoreError) as caught:
            load(place)

        assert str(caught.value.place) == str(place)

    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_directory_keeps_its_data(tmp_path: Path) -> None:
    """What is added to a directory is there when it is opened again."""
    store = Store(tmp_path / "kept")
    store.load(TINY)
    expected = set(store.data())
    del store

    assert set(load(tmp_path / "kept").data()) == expected


def test_a_directory_opens_once(tmp_path: Path) -> None:
    """The second to open a directory is told so."""
    first = Store(tmp_path / "one")
    with pytest.raises(StoreError, match="one"):
        Store(tmp_path / "one")

    assert len(first) > 0


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("ASK { ?a isg:backs ?b }", ["isg"]),
        ("ASK { ?a a isg:State ; rdfs:label ?b }", ["isg", "rdfs"]),
        ("PREFIX isg: <urn:x> ASK { ?a isg:backs actor:b }", ["actor"]),
        ("ASK { ?a ?b ?c }", []),
    ],
)
def test_prefixed_declares_what_is_lacking(sparql: str, expected: list[str]) -> None:
    """Only the prefixes that a query uses and does not declare are put before it."""
    text = prefixed(sparql)
    head = text.removesuffix(sparql)

    assert [line.split()[1].removesuffix(":") for line in head.splitlines()] == expected


def test_a_copy_without_some_nodes(store: Store) -> None:
    """What begins or ends there is gone from the copy, and the store stays as it was."""
    before = set(store.triples())
    copy = store.without([A])
    expected = {triple for triple in before if A not in (triple[0], triple[2])}

    assert set(copy.triples()) == expected

    copy.add([(A, FIGHTS, B)])

    assert set(store.triples()) == before
    assert set(store.without([]).data()) == set(store.data())


def test_pairs_are_the_ends_of_what_matches(store: Store) -> None:
    """Subjects and objects stand side by side as texts; an unknown predicate has none."""
    labels = store.match(None, LABEL)
    expected = sorted((subject, text.text) for subject, _, text in labels)

    assert sorted(zip(*store.pairs(LABEL), strict=True)) == expected
    assert store.pairs(BASE + "nothing") == ([], [])


def test_each_change_is_counted(store: Store) -> None:
    """Whatever changes the store lets its version grow; reading does not."""
    versions = [store.version]
    for change in (
        lambda: store.add([(A, FIGHTS, A)]),
        lambda: store.remove([(A, FIGHTS, A)]),
        lambda: store.parse("<https://example.org/a> <https://example.org/b> 1 ."),
        lambda: store.load(TINY),
    ):
        change()
        versions.append(store.version)
    list(store.data())

    assert versions == sorted(set(versions))
    assert store.version == versions[-1]


def test_a_store_says_what_it_holds(tiny: Store) -> None:
    """In a shell one sees how many claims there are, and about how many entities."""
    expected = {*tiny.pairs(f"{ONTOLOGY}subject")[1], *tiny.pairs(f"{ONTOLOGY}object")[1]}

    assert repr(tiny) == f"<Store of 18 claims about {len(expected)} entities>"
    assert repr(Store()) == "<Store of 0 claims about 0 entities>"


def test_only_a_text_is_a_query(tiny: Store) -> None:
    """Anything else is refused in words of ours."""
    with pytest.raises(WrongTypeError, match="None is no query"):
        tiny.query(None)  # type: ignore[arg-type]
