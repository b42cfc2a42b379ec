"""Strength of evidence: the one rule by which claims, ties and paths are compared.

A path is as strong as its weakest tie, and a tie is judged by the claims that
may hold together with the rest of the path. Of two ties the weaker is, in this
order:

1. that which is only planned, pledged or expected: it need not come about;
2. that whose best claim has the weaker status: what a document says in its own
   voice, then what a monitor assessed (a judgement that somebody answers for),
   what is passed on, what is alleged by a party, what is unconfirmed;
3. that behind which a single work stands: it can be wrong by itself, and a
   second one that says the same makes this less likely. Whether there are two
   or seven is not asked: that says how much a tie is written about. Works are
   counted by `isgraph.analysis.ties.works` over the claims of the best status:
   those of reports do not make an assertion firmer. Two works may draw on one source; this is
   not known, and not allowed for;
4. that of which no claim has a precise date (`robustness.is_precise`): it is the
   less certain to have held on the day.

No figure is made of this: it puts ties in an order, and gives no probability.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from isgraph.analysis.robustness import is_precise
from isgraph.analysis.ties import is_said_to_be_so, works

STATUSES = ("asserted", "assessed", "reported", "alleged", "unconfirmed")
"""From the strongest to the weakest, as the page draws them; what is denied is no tie."""

Claim = Mapping[str, Any]


class Weakness(NamedTuple):
    """How weak a tie is, by the rule above; the stronger of two ties is the smaller."""

    is_prospective: bool
    doubt: int
    """Place of the best status in `STATUSES`."""
    is_single: bool
    is_vague: bool

    def __str__(self) -> str:
        status = STATUSES[self.doubt] if self.doubt < len(STATUSES) else "status not known"
        parts = [
            "not actual" if self.is_prospective else "",
            f"{status} by {'a single source' if self.is_single else 'several works'}",
            "dates imprecise" if self.is_vague else "",
        ]
        return ", ".join(part for part in parts if part)


def weakness(claims: Sequence[Claim]) -> Weakness:
    """Weigh a tie by its claims, of which there is at least one.

    Examples
    --------
    >>> print(weakness([{"status": "alleged", "document_id": "report", "as_of": "2025-03"}]))
    alleged by a single source
    """
    best = min(map(_rank, claims))
    of_best = [claim for claim in claims if _rank(claim) == best]
    is_vague = not any(
        is_precise({"valid_time": None, "as_of": None} | dict(claim)) for claim in agreeing(claims)
    )
    return Weakness(*best, len(works(of_best)) < 2, is_vague)


def agreeing(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Return the claims that say that the tie is so; all of them if none does."""
    return [claim for claim in claims if is_said_to_be_so(claim)] or claims


def is_refuted(claim: Claim) -> bool:
    """Tell whether a claim says that something is not so, and therefore connects nobody.

    Examples
    --------
    >>> is_refuted({"status": "denied"}), is_refuted({"status": "alleged"})
    (True, False)
    """
    return bool(claim.get("negated")) or claim.get("status") == "denied"


def _rank(claim: Claim) -> tuple[bool, int]:
    return claim.get("modality", "actual") != "actual", _doubt(claim)


def _doubt(claim: Claim) -> int:
    status = claim.get("status", "asserted")
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)
