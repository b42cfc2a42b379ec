"""Strength of evidence: the one rule by which claims, ties and paths are compared.

A path is as strong as its weakest tie, and a tie is judged by the claims that
may hold together with the rest of the path. Of two ties the weaker is, in this
order:

1. that which is only planned, pledged or expected: it need not come about;
2. that whose best claim has the weaker status: what a document says in its own
   voice, then what a monitor assessed (a judgement that somebody answers for),
   what is passed on, what is alleged by a party, what is unconfirmed;
3. that behind which fewer works stand: one work can be wrong by itself, and a
   second one that says it makes this less likely. Works are counted over all
   claims that say that the tie is so, as `isgraph.analysis.ties.fold` does.
   Two works may draw on one source; this is not known, and not allowed for;
4. that of which no claim has a precise date (`robustness.is_precise`): it is the
   less certain to have held on the day.

No figure is made of this: it puts ties in an order, and gives no probability.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from isgraph.analysis.robustness import is_precise
from isgraph.analysis.ties import is_said_to_be_so

STATUSES = ("asserted", "assessed", "reported", "alleged", "unconfirmed")
"""From the strongest to the weakest, as the page draws them; what is denied is no tie."""

Claim = Mapping[str, Any]


class Weakness(NamedTuple):
    """How weak a tie is, by the rule above; the stronger of two ties is the smaller."""

    is_prospective: bool
    doubt: int
    """Place of the best status in `STATUSES`."""
    fewness: int
    """Number of works, negative, so that more works make a smaller weakness."""
    is_vague: bool

    def __str__(self) -> str:
        status = STATUSES[self.doubt] if self.doubt < len(STATUSES) else "status not known"
        works = -self.fewness
        parts = [
            "not actual" if self.is_prospective else "",
            status,
            "a single source" if works == 1 else f"{works} works",
            "dates imprecise" if self.is_vague else "",
        ]
        return ", ".join(part for part in parts if part)


def weakness(claims: Sequence[Claim]) -> Weakness:
    """Weigh a tie by its claims, of which there is at least one.

    Examples
    --------
    >>> print(weakness([{"status": "alleged", "document_id": "report", "as_of": "2025-03"}]))
    alleged, a single source
    """
    is_prospective, doubt = min((_is_prospective(claim), _doubt(claim)) for claim in claims)
    agreeing = [claim for claim in claims if is_said_to_be_so(claim)] or claims
    works = {
        source["work"]
        for claim in agreeing
        for source in claim.get("sources") or [{"work": claim.get("document_id")}]
    }
    is_vague = not any(
        is_precise({"valid_time": None, "as_of": None} | dict(claim)) for claim in agreeing
    )
    return Weakness(is_prospective, doubt, -len(works), is_vague)


def is_refuted(claim: Claim) -> bool:
    """Tell whether a claim says that something is not so, and therefore connects nobody.

    Examples
    --------
    >>> is_refuted({"status": "denied"}), is_refuted({"status": "alleged"})
    (True, False)
    """
    return bool(claim.get("negated")) or claim.get("status") == "denied"


def _is_prospective(claim: Claim) -> bool:
    return bool(claim.get("modality", "actual") != "actual")


def _doubt(claim: Claim) -> int:
    status = claim.get("status", "asserted")
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)
