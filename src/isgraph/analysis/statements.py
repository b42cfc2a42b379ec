"""Statements: claims of a network in words: what is said, of when, and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from isgraph.dates import in_words
from isgraph.network import Network
from isgraph.rows import Rows
from isgraph.turtle import natural

Claim = Mapping[str, Any]


def statements(network: Network, ids: Iterable[str]) -> Rows:
    """Return claims by their ids: `claim, statement, time, status`.

    Examples
    --------
    >>> from isgraph import project
    >>> tuple(statements(project(tiny), ["c0001"])[0])[:2]
    ('c0001', 'Group A detains members of Group B held')
    """
    by_id = {claim["id"]: claim for *_, claim in network.edges(data=True)}
    found = (by_id[one] for one in sorted(ids, key=natural))
    told = ((claim["id"], said(claim), time(claim), stance(claim)) for claim in found)
    return Rows(("claim", "statement", "time", "status"), told)


def said(claim: Claim) -> str:
    """Return what a claim says as a short sentence of labels."""
    words = (claim["subject_label"], "not:" if claim["negated"] else "", claim["label"])
    return " ".join(filter(None, (*words, claim["object_label"])))


def time(claim: Claim) -> str:
    """Return when it holds, in words; nothing if no day is named."""
    if claim["valid_time"]:
        return in_words(claim["valid_time"])
    return f"as of {in_words(claim['as_of'])}" if claim["as_of"] else ""


def stance(claim: Claim) -> str:
    """Return how it is said: asserted, or reported as planned.

    Examples
    --------
    >>> stance({"status": "reported", "modality": "planned"})
    'reported as planned'
    """
    status, modality = str(claim["status"]), str(claim["modality"])
    return status if modality == "actual" else f"{status} as {modality}"


__all__ = ["said", "stance", "statements", "time"]
