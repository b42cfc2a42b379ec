"""One set of triples, one text."""

from __future__ import annotations

import random
import tempfile
import unicodedata
from pathlib import Path

import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from isgraph import claims, turtle
from isgraph.dates import Bounds
from isgraph.store import Store, load
from isgraph.terms import BASE, ONTOLOGY, PREFIXES, RDFS, XSD, Iri, Literal, Triple
from isgraph.vocab import ISG

TINY = Path(__file__).with_name("tiny.ttl")
A = Iri(BASE + "actor/group-a")
LABEL = Iri(RDFS + "label")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
odd_texts = st.text(
    st.sampled_from("\"\\\n\r\t\0\x0b\x7f\x85  \u2028\u0303\u0338\u0301eEñ'<>{}|^`@😀")
)
languages = st.sampled_from([None, "en", "ar", "en-gb"])
literals = st.one_of(
    st.tuples(texts | odd_texts, languages).map(lambda pair: Literal(pair[0], None, pair[1])),
    st.integers().map(lambda number: Literal(str(number), Iri(XSD + "integer"))),
    st.sampled_from(["true", "false"]).map(lambda text: Literal(text, Iri(XSD + "boolean"))),
    st.dates().map(lambda day: Literal(str(day), Iri(XSD + "date"))),
    texts.map(lambda text: Literal(text, Iri(PREFIXES["edtf"] + "EDTF"))),
)
rooms = st.sampled_from(["actor", "claim", "document", "place", "elsewhere"])
slugs = st.from_regex(r"[a-zA-Z0-9_][a-zA-Z0-9._/-]{0,8}", fullmatch=True)
iris = st.builds(lambda room, slug: Iri(f"{BASE}{room}/{slug}"), rooms, slugs)
triples = st.tuples(iris, iris, st.one_of(iris, literals))


EMPTY = Store()  # one for all examples: a new one reads the ontology again


def reread(text: str) -> set[Triple]:
    """Return the triples of a text, as the store reads it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.ttl"
        path.write_bytes(text.encode("utf-8"))
        EMPTY.load(path)
    found = set(EMPTY.data())
    EMPTY.remove(found)
    return found


@settings(max_examples=40, deadline=None)
@given(st.lists(triples, max_size=12), st.randoms(use_true_random=False))
@example([(A, LABEL, Literal("\n\u0303"))], random.Random(0))
@example([(A, LABEL, Literal("é")), (A, LABEL, Literal("e\u0301"))], random.Random(0))
def test_same_bytes_for_shuffled_triples_and_a_round_trip(
    given_triples: list[Triple], shuffler: random.Random
) -> None:
    """The text depends on the set of triples alone, and reading it gives that set back."""
    expected = turtle.write(given_triples)
    shuffled = given_triples * 2
    shuffler.shuffle(shuffled)

    assert turtle.write(shuffled) == expected
    assert turtle.write(reread(expected)) == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(triples, max_size=12))
def test_both_parsers_read_what_was_written(given_triples: list[Triple]) -> None:
    """The text means the triples, to pyoxigraph and to rdflib."""
    expected = {
        tuple(
            part._replace(text=unicodedata.normalize("NFC", part.text))
            if isinstance(part, Literal)
            else part
            for part in triple
        )
        for triple in given_triples
    }
    text = turtle.write(given_triples)

    assert reread(text) == expected
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == len(expected)


@given(st.lists(triples, max_size=8))
def test_form_of_the_text(given_triples: list[Triple]) -> None:
    """Composed Unicode, no carriage return or tab, a newline at the end, no blank node."""
    text = turtle.write(given_triples)

    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert not set("\r\t\0") & set(text)
    assert text.count(" .\n") == len(PREFIXES) + len({triple[0] for triple in given_triples})


@pytest.mark.parametrize("seed", range(5))
def test_tiny_is_canonical_in_any_order(tiny: Store, seed: int) -> None:
    """The tiny world is written as it stands in its file, whatever the order of its triples."""
    expected = TINY.read_bytes()
    shuffled = sorted(tiny.data(), key=repr)
    random.Random(seed).shuffle(shuffled)

    assert turtle.write(shuffled).encode() == expected


def _lines(text: str) -> list[str]:
    """Return the lines without the mark at their end, which says only what follows."""
    return [line.removesuffix(" ;").removesuffix(" .") for line in text.splitlines()]


def _claim(store: Store, **parts: object) -> claims.Claim:
    return claims.read(store, [Iri(BASE + "claim/c0001")])[0]._replace(**parts)


@settings(max_examples=40, deadline=None)
@given(
    number=st.sampled_from([19, 20, 100, 9999, 10000]),
    kind=st.sampled_from(["backs", "fights", "withdrawsForcesFrom", "detains", "tiedTo"]),
    ends=st.permutations(["coalition-k", "institute", "group-b"]),
    note=st.none() | texts,
)
def test_one_claim_changes_its_own_block_and_direct_lines(
    tiny: Store, number: int, kind: str, ends: list[str], note: str | None
) -> None:
    """Adding one claim adds lines, all its own, and takes none away."""
    before = claims.canonical(tiny)
    iri = Iri(f"{BASE}claim/c{number:04d}")
    one, other = (Iri(f"{BASE}actor/{slug}") for slug in ends[:2])
    claim = _claim(
        tiny, id=iri, kind=Iri(ONTOLOGY + kind), subject=one, object=other, note=note or None
    )
    store = load(TINY)
    store.add(claim.triples())
    after = claims.canonical(store)
    block, *rest = (part for part in after.split("\n\n") if part.startswith(f"claim:{iri.slug} "))
    direct = {f"isg:{kind} actor:{other.slug}"}
    if kind in ("fights", "tiedTo"):
        direct.add(f"isg:{kind} actor:{one.slug}")
    old, new = _lines(before), _lines(after)
    added = list(new)
    for line in old:
        added.remove(line)  # fails where a line of the old text is gone
    expected = sorted([*_lines(block), "", *(f"    {line}" for line in direct)])

    assert not rest
    assert sorted(added) == expected


def test_sections_and_natural_order() -> None:
    """Documents come first and claims last, and c9 stands before c10."""
    expected = ["doc:z", "actor:a", "place:a", "claim:c9", "claim:c10", "claim:c0100"]
    subjects = [Iri(PREFIXES[name.split(":")[0]] + name.split(":")[1]) for name in expected]
    text = turtle.write((iri, LABEL, Literal("x")) for iri in reversed(subjects))

    assert [block.split()[0] for block in text.split("\n\n")[1:]] == expected


def test_derived_bounds_stand_last() -> None:
    """The lines that a machine writes follow those that a person writes."""
    claim = Iri(BASE + "claim/c0001")
    expected = ["beginEarliest", "beginLatest", "endEarliest", "endLatest"]
    day = Literal("2024-01-01", Iri(XSD + "date"))
    text = turtle.write(
        [
            *((claim, Iri(ONTOLOGY + name), day) for name in reversed(expected)),
            (claim, ISG.paraphrase, Literal("Words.", None, "en")),
            (claim, Iri("https://example.org/other"), Literal("x")),
        ]
    )

    assert [line.split()[0].removeprefix("isg:") for line in text.splitlines()[-4:]] == expected
    assert len(Bounds._fields) == len(expected)


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        (Literal("7", Iri(XSD + "integer")), "7"),
        (Literal("+07", Iri(XSD + "integer")), "+07"),
        (Literal("seven", Iri(XSD + "integer")), '"seven"^^xsd:integer'),
        (Literal("7\n", Iri(XSD + "integer")), '"7\\n"^^xsd:integer'),
        (Literal("true", Iri(XSD + "boolean")), "true"),
        (Literal("1", Iri(XSD + "boolean")), '"1"^^xsd:boolean'),
        (Literal("1.5", Iri(XSD + "decimal")), '"1.5"^^xsd:decimal'),
        (Literal('a "b" \\ c\n', None, "en"), '"a \\"b\\" \\\\ c\\n"@en'),
        (Literal("\x00\x85"), '"\\u0000\\u0085"'),
        (Literal("\n\u0303"), '"\\n\\u0303"'),
        (Literal("same", Iri(XSD + "string")), '"same"'),
    ],
)
def test_literals(literal: Literal, expected: str) -> None:
    """A number is bare only where Turtle can read it bare; odd characters are escaped."""
    assert (
        turtle.write([(A, LABEL, literal)]).splitlines()[-1]
        == f"actor:group-a rdfs:label {expected} ."
    )


@pytest.mark.parametrize("bad", ["https://x.org/a b", "https://x.org/<a>", "https://x.org/\n"])
def test_an_iri_that_turtle_cannot_write_is_refused(bad: str) -> None:
    """No text is better than one that cannot be read."""
    with pytest.raises(ValueError, match="not an IRI"):
        turtle.write([(Iri(bad), LABEL, Literal("x"))])


def test_nothing_gives_prefixes_alone() -> None:
    """Without triples there is a head and no block."""
    text = turtle.write([])

    assert text.count("@prefix") == len(PREFIXES)
    assert reread(text) == set()
