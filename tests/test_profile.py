"""Everything that is claimed about one name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from isgraph.errors import DateError, NameNotFoundError
from isgraph.profile import show
from isgraph.rows import Rows
from isgraph.store import Store, load
from isgraph.terms import BASE, DCTERMS, OWL, RDF, RDFS, XSD, Iri, Literal
from isgraph.vocab import ISG

TINY = Path(__file__).with_name("tiny.ttl")
ALL = [f"c{number:04}" for number in range(1, 19)]


def test_every_claim_of_an_actor_is_there_once(tiny: Store) -> None:
    """The groups share the claims out: each stands in one group."""
    expected = ["c0001", "c0002", "c0004", "c0006", "c0012", "c0013", "c0016", "c0017", "c0018"]
    profile = show(tiny, "group a")
    grouped = [item.id for items in profile.groups().values() for item in items]

    assert [item.id for item in profile.evidence] == expected
    assert sorted(grouped) == expected


def test_groups_stand_in_the_order_of_reading(tiny: Store) -> None:
    """Belonging comes first, and empty groups are left out."""
    expected = {
        "Belonging, rank and office": ["c0005"],
        "Support": ["c0002", "c0013"],
        "Hostility": ["c0003", "c0012", "c0014"],
    }
    groups = {
        name: [i.id for i in items] for name, items in show(tiny, "Country X").groups().items()
    }

    assert list(groups)[:3] == list(expected)
    assert {name: groups[name] for name in expected} == expected
    assert "Custody" not in groups


def test_speakers_and_places_have_groups_of_their_own(tiny: Store) -> None:
    """What someone says of others is apart from what is said of them."""
    said = show(tiny, "Institute").groups()
    place = show(tiny, "Northland").groups()

    assert {name: [i.id for i in items] for name, items in said.items()} == {
        "What it says of others": ["c0007", "c0010"]
    }
    assert [item.id for item in place["Named as place, event or instrument"]] == ["c0010"]


def test_text_of_a_profile(tiny: Store) -> None:
    """A reader sees the statement, the paraphrase, the time and both levels of source."""
    text = str(show(tiny, "Group B"))

    for line in (
        "Group B (non-state armed group), https://w3id.org/isgraph/actor/group-b",
        "6 claims",
        "* Group B fighters (400 to 700 fighters) [assessed]",
        "    The Institute puts Group B at four to seven hundred fighters.",
        "    as of 2024; in Northland; says Institute",
        "    c0010: tiny-2025-01-31, section 1, paragraph 4",
        "    note 1: Institute, Atlas of Northland, November 2024, p4",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize("name", ["Group A", "Group B", "Country X", "Person P", "Northland"])
def test_text_fits_80_columns(tiny: Store, name: str) -> None:
    """No line is longer than a terminal is wide."""
    assert max(map(len, str(show(tiny, name)).splitlines())) <= 80


def test_a_long_name_fits_too() -> None:
    """The head of a profile is wrapped like all else."""
    store = load(TINY)
    iri = Iri(BASE + "actor/" + "-".join(["word"] * 10))
    store.add([(iri, Iri(RDF + "type"), ISG.State)])
    store.add([(iri, Iri(RDFS + "label"), Literal("Word " * 20 + "end", None, "en"))])
    text = str(show(store, iri))

    assert max(map(len, text.splitlines())) <= 80
    assert str(iri) in text
    assert "0 claims" in text


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"on": date(2024, 4, 15)}, ["c0003", "c0010", "c0011", "c0014", "c0017"]),
        ({"on": date(2020, 1, 1)}, ["c0003", "c0004", "c0010", "c0011", "c0014", "c0017"]),
        ({"known_by": date(2025, 1, 30)}, []),
        ({"known_by": date(2025, 1, 31)}, ["c0003", "c0004", "c0010", "c0011", "c0014", "c0017"]),
    ],
)
def test_both_clocks(tiny: Store, options: dict[str, date], expected: list[str]) -> None:
    """A day keeps what may hold on it, a publication date what was known by then."""
    assert [item.id for item in show(tiny, "Group B", **options).evidence] == expected  # type: ignore[arg-type]


def test_doubt_about_a_day_is_said(tiny: Store) -> None:
    """What only may hold on the day is marked, and what certainly holds is not."""
    text = str(show(tiny, "Group A", on=date(2024, 6, 15)))

    assert "that may hold on 15 June 2024" in text
    assert "* Country X backs Group A [possible on that day]" in text.splitlines()


def test_a_claim_is_shown_in_full(tiny: Store) -> None:
    """By its id, its prefixed name or its IRI a claim tells all of its parts."""
    text = str(show(tiny, "c0008"))

    assert text == str(show(tiny, "claim:c0008")) == str(show(tiny, f"{BASE}claim/c0008"))
    for line in (
        "c0008 (relation claim), https://w3id.org/isgraph/claim/c0008",
        "Country X withdraws forces from Northland",
        "status       denied",
        "modality     planned",
        "negated      no",
        "time         as of January 2025",
        "end          not before 1 January 2025",
        "says         Country X",
        "passage      tiny-0003: section 1, paragraph 3, characters 200 to 310",
        "work         note 1: Institute, Atlas of Northland, November 2024, p4",
        "disputes     c0007: Country X withdraws forces from Northland [reported]",
    ):
        assert line in text.splitlines()
    assert "disputed by  c0008: Country X withdraws" in str(show(tiny, "c0007"))
    assert "held         possible on 1 March 2025" in str(show(tiny, "c0008", on="2025-03-01"))
    assert [row.disputes for row in show(tiny, "c0008").rows()] == ["c0007"]


def test_a_claim_that_was_taken_back_says_so() -> None:
    """A reader of an old answer is led to the claim that stands."""
    store = load(TINY)
    old, new = Iri(f"{BASE}claim/c0001"), Iri(f"{BASE}claim/c0002")
    store.add([(old, Iri(f"{OWL}deprecated"), Literal("true", Iri(f"{XSD}boolean")))])
    store.add([(old, Iri(f"{DCTERMS}isReplacedBy"), new)])

    assert "taken back   yes; see c0002" in str(show(store, "c0001")).splitlines()


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("tiny-0003", "passage", ["c0007", "c0008", "c0009"]),
        ("psg:tiny-0003", "passage", ["c0007", "c0008", "c0009"]),
        ("doc:tiny-2025-01-31", "document", ALL),
        ("atlas", "work", [c for c in ALL if c not in ("c0011", "c0014")]),
    ],
)
def test_what_holds_claims_has_them(tiny: Store, name: str, kind: str, expected: list[str]) -> None:
    """A passage and a document show the claims that stand there, a work those that cite it."""
    profile = show(tiny, name)
    grouped = [item.id for items in profile.groups().values() for item in items]

    assert profile.entity.kind_label == kind
    assert [item.id for item in profile.evidence] == expected
    assert sorted(grouped) == expected
    assert "Named as place, event or instrument" not in profile.groups()


def test_what_certainly_held_is_headed_so(tiny: Store) -> None:
    """The count says certainly only of what certainly held; that needs a day."""
    text = str(show(tiny, "Group A", on="2024-06-15", certainly=True))

    assert "that certainly held on 15 June 2024" in text
    assert "possible" not in text
    with pytest.raises(DateError, match="--certainly needs --on"):
        show(tiny, "Group A", certainly=True)


def test_why_nothing_is_left(tiny: Store) -> None:
    """Where the choices leave nothing, one line says how much there is without them."""
    chosen = show(tiny, "Group B", known_by="2025-01-30", kinds=["detains"])
    day = show(tiny, "c0007", on="1900")

    assert chosen.why == "Without any choice there are 6."
    assert "0 claims" in str(chosen)
    assert "Without any choice there are 6." in str(chosen).splitlines()
    assert day.why == "Without any choice there is one."


def test_rows_hold_a_row_per_claim(tiny: Store) -> None:
    """The rows have the claims of the profile, with sources and paraphrase."""
    profile = show(tiny, "Group B")
    rows = profile.rows()

    assert isinstance(rows, Rows)
    assert [row.claim for row in rows] == [item.id for item in profile.evidence]
    assert all(row.paraphrase and row.sources for row in rows)


def test_a_notebook_sees_a_table(tiny: Store) -> None:
    """The profile shows itself as HTML with its heading."""
    page = show(tiny, "Group B")._repr_html_()

    assert page.startswith("<h3>Group B</h3><table>")


def test_an_unknown_name_is_refused(tiny: Store) -> None:
    """A misspelt name is refused with the nearest."""
    with pytest.raises(NameNotFoundError, match="'Group A'"):
        show(tiny, "Grup A")
