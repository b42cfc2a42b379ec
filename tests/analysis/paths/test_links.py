"""Links hold what may connect on the days asked for, and nothing else."""

from __future__ import annotations

from isgraph.analysis.paths.links import at_the_latest, join
from isgraph.analysis.paths.stretches import EVER, as_days
from tests.analysis.paths.world import DAYS, tie, tied


def test_what_joins() -> None:
    """What is denied, negated, of oneself, planned or of other days joins nobody."""
    network = tied(
        tie("ab", 1),
        tie("ac", 2, status="denied"),
        tie("ad", 3, negated=True),
        tie("ee", 4),
        tie("af", 5, modality="planned"),
        tie("ag", 6, end_latest=DAYS[0]),
    )

    assert join(network, as_days(DAYS[1])).links.keys() == {"a", "b"}
    assert join(network, EVER, prospective=True).links["a"].keys() == {"b", "f", "g"}


def test_strongest_claim_comes_first() -> None:
    """All claims of a tie that may hold in a stretch are given, the strongest first."""
    network = tied(
        tie("ab", 1, status="alleged"),
        tie("ba", 2, begin_earliest=DAYS[2], end_latest=DAYS[3]),
        tie("ab", 3, begin_earliest=DAYS[2]),
    )
    web = join(network, as_days(DAYS[2]))
    [claims], days = at_the_latest([web.links["b"]["a"]], web.days, web.cut)

    assert [claim["id"] for claim in claims] == ["c2", "c3", "c1"]
    assert days == (DAYS[2], DAYS[2])


def test_latest_of_several_times() -> None:
    """Of times at which a tie is as strong the latest is told, with all days of its claims."""
    network = tied(
        tie("ab", 1, begin_earliest=DAYS[0]), tie("ab", 2, end_latest=DAYS[5]), tie("ab", 3)
    )
    web = join(network, EVER)
    [claims], days = at_the_latest([web.links["a"]["b"]], web.days, web.cut)

    assert [claim["id"] for claim in claims] == ["c1", "c3"]
    assert days == (DAYS[0], EVER.last)
