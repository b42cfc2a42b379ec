"""Reasons: why a query may find nothing, told from its text by small look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from isgraph.dates import When
from isgraph.patterns import outline
from isgraph.reasons import choices, names, triples
from isgraph.reasons.asked import Asked
from isgraph.rows import Rows
from isgraph.store import Store

_MOST = 5
_NONE = "Every name in the query is known; its pattern as a whole has no match{}."


def why_empty(
    store: Store,
    sparql: str,
    *,
    whole: Store | None = None,
    on: When | None = None,
    known_by: date | None = None,
    run: bool = True,
) -> list[str]:
    """Say why a query may find nothing, in one sentence a reason.

    Parameters
    ----------
    whole
        The store of which `store` is a part, as `isgraph.restrict` gives it.
    on, known_by
        The day chosen, if one was.
    run
        Whether the query and parts of it may be run; each takes up to the
        query's own time. Otherwise one name or one triple pattern is looked
        up at a time.

    Returns
    -------
    list of str
        At least one and at most five, the likeliest first.

    Examples
    --------
    >>> why_empty(tiny, "SELECT ?x { ?x isg:detain actor:held-b }")
    ["isg:detain is not in the ontology. Nearest: 'detains', 'detainees', 'trains'."]
    """
    everything = store if whole is None else whole
    asked = Asked(store, outline(sparql))
    at_all = Asked(everything, asked.outline)
    found = chain(
        names.unknown_terms(at_all),
        names.unknown_names(at_all),
        names.other_spellings(at_all),
        choices.outside(everything, on, known_by),
        choices.without(asked, at_all, sparql) if run else (),
        triples.unused(asked, at_all),
        triples.turned(asked),
        choices.far_days(at_all),
    )
    reasons = list(islice(_once(found), _MOST))
    if not reasons:
        rest = triples.dead_end(asked) if run and asked.is_local else triples.unmatched(asked)
        reasons = list(islice(rest, 1))
    chosen = " with what is chosen" if on or known_by or everything is not store else ""
    return reasons or [_NONE.format(chosen)]


def finds_nothing(rows: Rows) -> bool:
    """Tell whether an answer has no rows, or is no.

    Examples
    --------
    >>> finds_nothing(tiny.query("ASK { ?x isg:trains ?y }"))
    True
    """
    return not rows or (rows.columns == ("answer",) and rows[0][0] == "false")


def _once(reasons: Iterable[str]) -> Iterator[str]:
    """Yield each reason once, each as late as it is asked for."""
    seen: set[str] = set()
    for reason in reasons:
        if reason not in seen:
            seen.add(reason)
            yield reason


__all__ = ["finds_nothing", "why_empty"]
