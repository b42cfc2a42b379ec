"""The page and Python find the same paths in the same claims."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from isgraph.analysis.paths import trace
from tests.analysis.paths.world import ends, tie, tied
from tests.browser.test_paths import FIND_ALL, imagined, weakness

Open = Callable[..., Any]
Claims = list[dict[str, Any]]


def network_of(claims: Claims) -> Any:
    """Make the network of the page's claims."""
    made = []
    for number, claim in enumerate(claims):
        days = {
            name: claim[name] and date.fromisoformat(claim[name])
            for name in ("begin_earliest", "end_latest")
        }
        said = {name: claim[name] for name in ("id", "status", "modality", "negated")}
        made.append(tie(claim["from"] + claim["to"], number, **said, **days))
    return tied(*made)


def worst(hops: list[Claims]) -> int:
    """Tell how weak the weakest hop is, as the page counts it."""
    return max(min(map(weakness, claims)) for claims in hops)


@pytest.mark.parametrize("on", [None, "2020-01-05"])
def test_page_and_python_agree(visit: Open, on: str | None) -> None:
    """In 200 graphs both find the same shortest paths, resting on ties of the same status."""
    page = visit().go()
    graphs = [imagined(seed) for seed in range(200)]
    answers = json.loads(page.evaluate(FIND_ALL, [json.dumps(graphs), on]))
    compared = 0
    for claims, answer in zip(graphs, answers, strict=True):
        expected = {
            "".join(step["to"] for step in path["steps"]): worst(
                [step["claims"] for step in path["steps"]]
            )
            for path in answer
        }
        day = date.fromisoformat(on) if on else None
        network = network_of(claims)
        paths = trace(network, ends(), on=day, most=500) if {"a", "b"} <= set(network) else []
        found = {
            "".join(hop.other for hop in path.hops): worst(
                [[dict(claim) for claim in hop.claims] for hop in path.hops]
            )
            for path in paths
        }
        compared += len(expected)

        assert expected.items() <= found.items()
        assert min(len(found), 5) == len(expected)
        assert sorted(found.values())[:5] == sorted(expected.values())
    assert compared > 100
