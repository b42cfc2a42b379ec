"""IRIs, literals and prefixed names."""

from __future__ import annotations

import pytest

from isgraph.terms import BASE, ONTOLOGY, PREFIXES, Iri, Literal, expand, shorten


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("isg:detains", ONTOLOGY + "detains"),
        ("actor:group-a", BASE + "actor/group-a"),
        ("cit:tiny-001-1", BASE + "citation/tiny-001-1"),
        ("psg:tiny-0001", BASE + "passage/tiny-0001"),
        ("xsd:date", "http://www.w3.org/2001/XMLSchema#date"),
    ],
)
def test_expand_and_shorten_undo_each_other(name: str, iri: str) -> None:
    """A prefixed name stands for one IRI, and that IRI for it."""
    assert expand(name) == iri
    assert shorten(iri) == name


@pytest.mark.parametrize("name", ["detains", "nope:detains", ":detains", ""])
def test_expand_refuses_an_unknown_prefix(name: str) -> None:
    """A name without a known prefix is refused, and the known ones are listed."""
    with pytest.raises(ValueError, match="known: actor, cit"):
        expand(name)


@pytest.mark.parametrize(
    "iri", ["https://example.org/a", BASE + "actor/a/b", BASE + "actor/", BASE + "actor/a#b", BASE]
)
def test_shorten_leaves_other_iris(iri: str) -> None:
    """An IRI that no prefix fits, or that a local name cannot hold, stays as it is."""
    assert shorten(iri) == iri


def test_prefixes_are_sorted_and_apart() -> None:
    """Prefixes stand in the order of the file, and each has a namespace of its own."""
    expected = sorted(PREFIXES)

    assert list(PREFIXES) == expected
    assert len(set(PREFIXES.values())) == len(expected)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [(BASE + "actor/group-a", "group-a"), (ONTOLOGY + "detains", "detains"), ("urn:x", "urn:x")],
)
def test_slug_is_the_last_part(iri: str, expected: str) -> None:
    """The slug is what stands behind the last slash or hash."""
    assert Iri(iri).slug == expected


def test_an_iri_is_a_string_and_a_literal_is_not_one() -> None:
    """An IRI compares as text; a literal with the same text is another term."""
    text = "https://w3id.org/isgraph/actor/a"
    terms = {Iri(text), Literal(text), Literal(text, None, "en")}

    assert Iri(text) == text
    assert len(terms) == 3
