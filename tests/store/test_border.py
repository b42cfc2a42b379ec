"""Terms of ours and of the engine."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isgraph.store.border import quad, term, to_engine, to_python, triple
from isgraph.terms import XSD, Iri, Literal

IRIS = st.sampled_from(["urn:a", "http://e.org/b#c", "https://w3id.org/isgraph/actor/sdf"]).map(Iri)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
LITERALS = st.one_of(
    TEXTS.map(Literal),
    TEXTS.map(lambda text: Literal(text, None, "en-gb")),
    TEXTS.map(lambda text: Literal(text, Iri(XSD + "gYear"), None)),
)


@given(IRIS, IRIS, st.one_of(IRIS, LITERALS))
def test_a_triple_comes_back(subject: Iri, predicate: Iri, object_: Iri | Literal) -> None:
    """Nothing is lost or changed on the way there and back."""
    assert triple(quad((subject, predicate, object_))) == (subject, predicate, object_)


@pytest.mark.parametrize("value", [True, 3, -1, 2.5, date(2025, 3, 18), "plain", Iri("urn:a")])
def test_values_become_terms(value: object) -> None:
    """A plain value becomes the term that stands for it, and comes back as itself."""
    back = to_python(to_engine(value))

    assert back == ("true" if value is True else value)


def test_what_no_term_can_hold_is_refused() -> None:
    """A list is no term."""
    with pytest.raises(TypeError, match="list"):
        to_engine([])


@pytest.mark.parametrize(("text", "sort"), [("1x", "integer"), ("2025-13-01", "date")])
def test_a_wrong_literal_stays_text(text: str, sort: str) -> None:
    """What its datatype does not allow is shown as it is written."""
    assert to_python(to_engine(Literal(text, Iri(XSD + sort), None))) == text


def test_a_plain_text_has_no_datatype() -> None:
    """The engine's xsd:string is our plain text."""
    assert term(to_engine("a")) == Literal("a")
