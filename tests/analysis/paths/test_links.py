"""Links hold what may connect on the days asked for, and nothing else."""

from __future__ import annotations

from isgraph.analysis.paths.links import claims_of, join
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
    """Of the claims of a tie those are given that may hold together when most of them may."""
    network = tied(
        tie("ab", 1, status="alleged"),
        tie("ba", 2, begin_earliest=DAYS[2], end_latest=DAYS[3]),
        tie("ab", 3, begin_earliest=DAYS[5]),
        tie("ab", 4, begin_earliest=DAYS[6]),
    )
    web = join(network, EVER)
    [claims] = claims_of([web.links["b"]["a"]], web.days)

    assert [claim["id"] for claim in claims] == ["c3", "c4", "c1"]
