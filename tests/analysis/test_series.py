"""Series: the network of each day, a measure on it, and the days that the claims name."""

from __future__ import annotations

import math
from collections import Counter

import pytest

from isgraph.analysis.series import CAUTION, series
from isgraph.analysis.ties import fold
from isgraph.dates import days
from isgraph.errors import EmptyNetworkError, NameNotFoundError
from isgraph.network import Network, project
from isgraph.store import Store
from tests.analysis.stores import both

DAYS = ["2014-06-01", "2024-02-01", "2024-07-01", "2025-01-31"]


def degree(network: Network) -> dict[str, float]:
    """Count ties."""
    return dict(fold(network).degree())


@pytest.mark.parametrize("day", DAYS)
def test_the_ties_of_a_day(day: str) -> None:
    """They are those of the network that is projected for this day."""
    row = series(both(), degree, days=[day]).ties[0]
    all_of_it = fold(project(both(), on=days(day)))
    sure = fold(project(both(), on=days(day), certainly=True))

    assert row.certain == sure.number_of_edges()
    assert row.certain + row.possible == all_of_it.number_of_edges()
    assert row.claims == len({c for *_, tie in all_of_it.edges(data=True) for c in tie["claims"]})


def test_values() -> None:
    """With the possible, a figure is that of the measure on the network of the day."""
    row = series(both(), "degree", days=["2024-07-01"], actors=["Group A"]).rows[0]
    network = project(both(), on=days("2024-07-01"))
    node = "https://w3id.org/isgraph/actor/group-a"

    assert (row.day, row.actor, row.with_possible) == (
        "2024-07-01",
        "Group A",
        fold(network).degree(node),
    )
    assert row.claims == len(
        series(both(), "degree", days=["2024-07-01"]).claims("Group A", "2024-07-01")
    )


def test_too_few_actors() -> None:
    """Where fewer than five actors certainly have a tie, there is no figure."""
    row = series(both(), degree, days=["2014-12-31"], actors=["Country X"]).rows[0]

    assert row.certain is None
    assert row.with_possible is not None


def test_a_measure_of_the_whole() -> None:
    """A measure of the whole network has one row a day."""

    def density(network: Network) -> dict[str, float]:
        return {"network": 0.5}

    found = series(both(), density, days=DAYS)

    assert [(row.day, row.actor) for row in found.rows] == [(day, "network") for day in DAYS]
    assert len(found.claims("network", "2025-01-31")) == found.ties[-1].claims


@pytest.mark.parametrize(("every", "length"), [("day", 10), ("month", 7), ("year", 4)])
def test_days_that_claims_name(every: str, length: int) -> None:
    """One day a period, in order, named by a claim; and the days on which documents came out."""
    found = series(both(), degree, every=every)  # type: ignore[arg-type]
    bounds = {
        str(edge[bound])
        for *_, edge in project(both()).edges(data=True)
        for bound in ("begin_latest", "end_earliest")
    }

    published = {"2025-01-31", "2025-06-30"}
    others = [day for day in found.days if day not in published]

    assert found.days == sorted(found.days)
    assert published <= set(found.days) <= bounds | published
    assert set(Counter(day[:length] for day in others).values()) == {1}


def test_the_highest_are_shown() -> None:
    """Without actors, those who have the highest value on any day."""
    found = series(both(), degree, days=DAYS)
    highest = max(row.with_possible for row in found.rows)

    assert len({row.actor for row in found.rows}) == 5
    assert found.rows.sorted_by("with_possible", descending=True)[0].with_possible == highest


def test_nothing_to_measure() -> None:
    """What a measure does not define is blank, and the reason is told."""

    def undefined(network: Network) -> dict[str, float]:
        return {"network": math.nan}

    found = series(both(), undefined, days=["2024"], actors=["Group A"])
    text = str(found)

    assert (found.rows[0].certain, found.rows[0].with_possible) == (None, None)
    assert "Blank:" in text
    assert "nan" not in text
    assert text.startswith("undefined, on 1 day\n")
    assert "on some day of it" in text
    assert "on some day of it" not in str(series(both(), degree, days=DAYS))


def test_refused() -> None:
    """Unknown measures and actors are refused, and so is a world without days."""
    with pytest.raises(NameNotFoundError, match="Nearest: 'degree'"):
        series(both(), "degre")
    with pytest.raises(NameNotFoundError, match="Nothing is named"):
        series(both(), "degree", actors=["Group Q"])
    with pytest.raises(EmptyNetworkError, match="No claim names a day"):
        series(Store(), "degree")


def test_what_is_printed() -> None:
    """Both tables and the caution, in 80 columns."""
    found = series(both(), degree, days=DAYS)

    assert max(map(len, str(found).splitlines())) <= 80
    assert CAUTION.split()[-1] in str(found)
    assert found._repr_html_().count("<table>") == 2
