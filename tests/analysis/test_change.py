"""Change: what two days or two documents say differently, and that silence is no end."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isgraph.analysis.change import CHANGES, Change, diff
from isgraph.dates import days
from isgraph.errors import DateError, NameNotFoundError
from isgraph.evidence import tell
from isgraph.store import Store
from isgraph.terms import Iri
from isgraph.vocab import ISG
from tests.analysis.stores import both, like, with_claims

EARLIER, LATER = "tiny-2025-01-31", "later-2025-06-30"
BOTH = both()
RICH = with_claims(
    like("c0002", 990, negated=True),
    like("c0004", 991, status=ISG.denied, valid_time="2020/2023"),
    like("c0003", 992, kind=ISG.backs, valid_time="2023-05~/2024-02"),
    like("c0005", 993, modality=ISG.planned, valid_time="2012"),
    like("c0014", 994, status=ISG.alleged),
    like("c0101", 995, valid_time="2025-02/..", as_of=None),
)
"""With a denial, a negation, a plan, an allegation, and ties of another sign."""


some_day = st.dates(date(2013, 1, 1), date(2026, 1, 1)).map(str)


def found(change: Change, *sorts: str) -> set[tuple[str, ...]]:
    """Return rows of some sorts as tuples without the sort."""
    return {tuple(row)[1:] for row in change.rows if row.change in sorts}


@settings(max_examples=30, deadline=None)
@given(some_day)
def test_a_day_beside_itself(day: str) -> None:
    """Between a day and itself nothing changes."""
    assert diff(RICH, day, day).rows == []


def test_a_document_beside_itself() -> None:
    """Nor between a document and itself."""
    assert diff(RICH, LATER, LATER).rows == []


@settings(max_examples=30, deadline=None)
@given(some_day, some_day)
def test_the_order_does_not_count(one: str, other: str) -> None:
    """The earlier day comes first, whichever way they are given."""
    forth, back = diff(RICH, one, other), diff(RICH, other, one)

    assert forth.rows == back.rows
    assert (forth.one, forth.other) == (back.one, back.other) == tuple(sorted((one, other)))


@settings(max_examples=30, deadline=None)
@given(some_day, some_day)
def test_silence_is_no_end(one: str, other: str) -> None:
    """What is called begun or ended has a claim that names such a day; no other has."""
    times = {item.id: item for item in tell(RICH)}
    for row in diff(RICH, one, other).rows:
        if row.change == "ended":
            assert any(times[claim].end_latest for claim in row.before_claims.split(", "))
        if row.change == "begun":
            assert any(times[claim].begin_earliest for claim in row.after_claims.split(", "))


def test_begun() -> None:
    """Backing is said to have begun in June 2024."""
    expected = {("Country X", "backs", "Group A", "", "c0002", "certain")}

    assert (
        found(
            diff(
                BOTH,
                "2024-05-15",
                "2024-07-15",
            ),
            "begun",
        )
        == expected
    )


def test_possibly_begun() -> None:
    """In the midst of June it is open whether it has begun."""
    expected = {("Country X", "backs", "Group A", "", "c0002", "possible")}

    assert found(diff(BOTH, "2024-05-15", "2024-06-15"), "begun") == expected


@pytest.mark.parametrize(
    ("until", "certainty"), [("2024-03-31", "possible"), ("2024-04-01", "certain")]
)
def test_ended(until: str, certainty: str) -> None:
    """Fighting ended in March 2024; on its last day it may still have lasted."""
    expected = {("Group A", "fights", "Group B", "c0004", "", certainty)}

    assert found(diff(BOTH, "2024-02-01", until), "ended") == expected


def test_happened_between() -> None:
    """The pact was signed on one day, which lies between."""
    expected = ("Country X", "signatory to", "Northland pact", "", "c0015", "certain")

    assert expected in found(diff(BOTH, "2024-05-01", "2024-05-03"), "happened between")


@pytest.mark.parametrize("days_of_it", [("2024-05-02", "2024-06-01"), ("2024-04-30", "2024-05-01")])
def test_not_between(days_of_it: tuple[str, str]) -> None:
    """A day belongs to the side on which it stands."""
    signed = found(diff(BOTH, *days_of_it), "happened between", "begun")

    assert not any("c0015" in row for row in signed)


def test_what_is_told_as_over_does_not_end_later() -> None:
    """A document of January 2025 tells of fighting in 2024 and 2025: it was over by then."""
    store = with_claims(like("c0004", 990, valid_time="2024/2025"))
    before, after = (
        {row[3]: row[5] for row in found(diff(store, *sides), "ended")}
        for sides in (("2024-12-31", "2025-01-31"), ("2025-01-31", "2025-06-30"))
    )

    assert before["c0990"] == "certain"
    assert "c0990" not in after


def test_months() -> None:
    """Of months, what held on some day of each is compared."""
    expected = {("Group A", "fights", "Group B", "c0004", "", "certain")}

    assert found(diff(BOTH, "2024-03", "2024-04"), "ended") == expected
    assert (
        diff(BOTH, days("2024-03"), days("2024-04")).rows == diff(BOTH, "2024-03", "2024-04").rows
    )


def test_two_documents() -> None:
    """A tie said again is confirmed, a plan said to be done is one, and the rest is silence."""
    change = diff(BOTH, LATER, EARLIER)

    assert (change.one, change.other) == (EARLIER, LATER)
    assert found(change, "confirmed") == {("Country X", "backs", "Group A", "c0002", "c0101", None)}
    assert found(change, "planned then done") == {
        ("Country X", "withdraws forces from", "Northland", "c0007", "c0102", None)
    }
    assert ("Group A", "detains", "members of Group B held", "c0001", "", None) in found(
        change, "no longer mentioned"
    )
    assert ("Group B", "kills", "Group C", "", "c0103", None) in found(change, "newly mentioned")
    assert not found(change, "begun", "ended", "happened between", "denied")


@pytest.mark.parametrize(
    ("slug", "parts", "expected"),
    [
        (
            "c0105",
            {"kind": ISG.fights, "quantity": None},
            ("changed sign", "Country X", "both → both", "Group A"),
        ),
        (
            "c0104",
            {"subject": "group-a", "object": "group-b", "kind": ISG.cooperatesWith},
            ("changed sign", "Group A", "hostile → supportive", "Group B"),
        ),
    ],
)
def test_changed_sign(slug: str, parts: dict[str, object], expected: tuple[str, ...]) -> None:
    """A pair that was hostile, and is supportive in the later document, changed its sign."""
    ends = {
        name: Iri(f"https://w3id.org/isgraph/actor/{parts[name]}")
        for name in ("subject", "object")
        if name in parts
    }
    store = with_claims(like(slug, 901, **(parts | ends)))
    rows = [tuple(row)[:4] for row in diff(store, EARLIER, LATER).rows]

    assert (expected in rows) == ("both → both" not in expected)


def test_denied() -> None:
    """What the later document says not to be so stands beside what the earlier says."""
    store = with_claims(
        like("c0101", 902, kind=ISG.memberOf, negated=True, object=None)._replace(
            object=Iri("https://w3id.org/isgraph/actor/coalition-k")
        )
    )
    expected = ("Country X", "member of", "Coalition K", "c0005", "c0902", None)

    assert expected in found(diff(store, EARLIER, LATER), "denied")


def test_allegations_are_no_ties() -> None:
    """Alleged claims begin, end and confirm nothing."""
    named = {
        claim for row in diff(BOTH, EARLIER, LATER).rows for claim in row.before_claims.split(", ")
    }

    assert "c0017" not in named


@pytest.mark.parametrize(
    ("one", "other", "error", "says"),
    [
        ("2025-03", "2025", DateError, "overlap"),
        ("2025-03-18", LATER, DateError, "a day and a document"),
        ("tiny-2025-01-30", LATER, NameNotFoundError, f"Nearest: {EARLIER!r}"),
        ("2025-02-30", "2025-03-01", DateError, "not a day of the calendar"),
    ],
)
def test_refused(one: str, other: str, error: type[Exception], says: str) -> None:
    """What cannot be compared is refused, with a reason."""
    with pytest.raises(error, match=says):
        diff(BOTH, one, other)


def test_what_is_printed() -> None:
    """Sections with counts and meanings in 80 columns; the first rows of each."""
    change = diff(BOTH, EARLIER, LATER)
    text = change.text(2)

    assert max(map(len, text.splitlines())) <= 80
    assert "planned then done (1)" in text
    assert f"and {change.counts()['no longer mentioned'] - 2} more" in text
    assert list(change.counts()) == [sort for sort in CHANGES if sort in change.counts()]
    assert "c0102" in change._repr_html_()
    assert "\nNothing.\n" in str(diff(BOTH, EARLIER, EARLIER))


def test_drawn(tiny: Store) -> None:
    """The claims that changed are drawn, under the names of both sides."""
    figure = diff(tiny, "2024-02-01", "2024-04-01").draw()

    assert "From 2024-02-01 to 2024-04-01" in figure.html
