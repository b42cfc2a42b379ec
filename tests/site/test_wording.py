"""Bounds, speakers and citations are said in plain English."""

from datetime import date

import pytest

from isgraph.evidence import Evidence, tell
from isgraph.site.wording import bibtex, bounds_in_words, denial_in_words, place_in_words
from isgraph.store import Store

FIRST, LAST = date(2024, 6, 1), date(2024, 6, 30)


@pytest.fixture
def told(tiny: Store) -> Evidence:
    """Tell the first claim of the tiny world."""
    return tell(tiny)[0]


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("between 1 June 2024 and 30 June 2024", FIRST, LAST),
        ("on 1 June 2024", FIRST, FIRST),
        ("on 1 June 2024 or later", FIRST, None),
        ("on 30 June 2024 or earlier", None, LAST),
        ("at a time not known", None, None),
    ],
)
def test_bounds_are_said_as_far_as_they_are_known(
    told: Evidence, words: str, earliest: date | None, latest: date | None
) -> None:
    """Each of the four cases has its own words, and so has a day that is known."""
    begin = told._replace(begin_earliest=earliest, begin_latest=latest)

    assert bounds_in_words(begin)[0] == ("begins", words)


def test_what_is_planned_would_begin(told: Evidence) -> None:
    """A plan is not told as if it came about."""
    assert [name for name, _ in bounds_in_words(told._replace(modality="planned"))] == [
        "would begin",
        "would end",
    ]


def test_denial_and_negation_are_said_in_words(tiny: Store) -> None:
    """Of the tiny world some claims are put as not so, and the others are left alone."""
    from isgraph.claims import read

    found = {claim.id.slug: words for claim in read(tiny) if (words := denial_in_words(claim))}

    assert found["c0008"] == "Denied: the speaker says that this is not so."
    assert "c0001" not in found


def test_place_names_each_note_once(told: Evidence) -> None:
    """Two works in one note are one note."""
    twice = told._replace(sources=[*told.sources, *told.sources])

    assert place_in_words(twice) == "section 1, paragraph 1, note 1"


def test_bibtex_keeps_marks_harmless() -> None:
    """What BibTeX or LaTeX would take for an order is written out."""
    entry = bibtex("a/b", r"50% & {more} \input", "x_y", "of May", "2026")

    assert r"title = {{50\% \& \{more\} \textbackslash{}input}}" in entry
    assert entry.startswith("@misc{isgraph-a-b,")
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")
