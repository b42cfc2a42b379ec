"""Robustness: the same network without its weaker evidence, to see what a figure rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from isgraph.analysis.ties import fold, is_said_to_be_so
from isgraph.network import Network

_VAGUE = re.compile(r"[~?%X]|^\d{4}$|^/|/$")
"""A date that is approximate or doubtful, open at an end, or says no more than a year."""

Claim = Mapping[str, Any]


def variants(network: Network) -> dict[str, Network]:
    """Return a network once more for each sort of evidence that could be doubted.

    Every variant has all the actors, so that figures can be compared.

    Returns
    -------
    dict
        By what is done: "without single-source ties" leaves out pairs of
        which one work alone speaks, and the sign of a pair where one work
        alone gives it; "without reported claims" and "without
        imprecise dates" say it themselves; "with alleged claims" takes those
        for said; and each document alone. What changes nothing is left out.

    Examples
    --------
    >>> from isgraph import project
    >>> sorted(variants(project(tiny)))[:2]
    ['with alleged claims', 'without imprecise dates']
    """
    alone: set[str] = set()
    for *_, tie in fold(network).edges(data=True):
        if tie["works"] < 2:
            alone.update(tie["claims"])
        elif tie["signed_works"] < 2:
            alone.update(tie["signed"])
    made: dict[str, Network] = {
        "without single-source ties": _kept(network, lambda claim: claim["id"] not in alone),
        "without reported claims": _kept(network, lambda claim: claim["status"] != "reported"),
        "without imprecise dates": _kept(network, is_precise),
        "with alleged claims": _believed(network),
    }
    documents = {claim["document_id"] for *_, claim in network.edges(data=True)}
    for document in sorted(documents) if len(documents) > 1 else ():
        made[f"only {document}"] = _kept(network, partial(_is_of, document))
    before = _counted(network)
    return {name: variant for name, variant in made.items() if _counted(variant) != before}


def _counted(network: Network) -> set[str]:
    return {claim["id"] for *_, claim in network.edges(data=True) if is_said_to_be_so(claim)}


def is_precise(claim: Claim) -> bool:
    """Tell whether the date of a claim is more than a year, sure, and open at no end but the last.

    Examples
    --------
    >>> is_precise({"valid_time": "2024-12/..", "as_of": None})
    True
    >>> is_precise({"valid_time": None, "as_of": "2024"})
    False
    """
    time = claim["valid_time"] or claim["as_of"]
    return bool(time) and not _VAGUE.search(time)


def _is_of(document: str, claim: Claim) -> bool:
    return bool(claim["document_id"] == document)


def _kept(network: Network, wanted: Callable[[Claim], bool]) -> Network:
    kept: Network = network.copy()
    kept.remove_edges_from(
        [edge[:3] for edge in network.edges(keys=True, data=True) if not wanted(edge[3])]
    )
    return kept


def _believed(network: Network) -> Network:
    believed: Network = network.copy()
    for *_, claim in believed.edges(data=True):
        if claim["status"] in ("alleged", "unconfirmed"):
            claim["status"] = "reported"
    return believed
