"""Record: one claim in full, part by part, for a reader who has its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from isgraph.claims import Claim, read
from isgraph.dates import When, in_words, when_in_words
from isgraph.evidence import Evidence, Labels, tell
from isgraph.lines import wrap
from isgraph.store import Store
from isgraph.terms import Iri
from isgraph.vocab import ISG

_MARGIN = 13


def record(store: Store, claim: Claim, *, on: When | None = None) -> str:
    """Return all that is known of a claim as lines that fit 80 columns.

    Parameters
    ----------
    on
        The day, month or year of which it is told whether the claim held.

    Examples
    --------
    >>> from isgraph.claims import named
    >>> print(record(tiny, named(tiny, "c0008")).splitlines()[-1])
    disputes     c0007: Country X withdraws forces from Northland [reported]
    """
    (item,) = tell(store, [claim], on=on)
    lines = [*wrap(item.statement), *wrap(item.paraphrase, "  "), ""]
    for name, text in _parts(store, claim, item, on):
        lines += wrap(text, name.ljust(_MARGIN), " " * _MARGIN)
    return "\n".join(lines)


def _parts(
    store: Store, claim: Claim, item: Evidence, on: When | None
) -> Iterator[tuple[str, str]]:
    """Yield the parts that the claim has, each with its name."""
    labels = Labels(store)
    yield "status", item.status
    yield "modality", item.modality
    yield "negated", "yes" if item.negated else "no"
    yield "time", item.time
    yield "begin", _between(item.begin_earliest, item.begin_latest)
    yield "end", _between(item.end_earliest, item.end_latest)
    if on:
        yield "held", f"{item.certainty or 'not'} {when_in_words(on)}"
    yield "role", item.role or ""
    yield "says", ", ".join(item.claimants)
    yield "place", ", ".join(item.places)
    yield "under", ", ".join(item.instruments)
    yield "event", ", ".join(item.occurrences)
    for end, mention in (("subject", claim.subject_mention), ("object", claim.object_mention)):
        if mention:
            yield end, f"named otherwise in the passage: {labels[mention]}"
    where = f", paragraph {item.paragraph}" if item.paragraph else ""
    yield (
        "passage",
        (
            f"{claim.passage.slug}: section {item.section}{where}, "
            f"characters {item.char_start:,} to {item.char_end:,}"
        ),
    )
    yield "document", f"{item.document_id}: {item.document}, {_told(item.published)}"
    for source in item.sources:
        yield "work", str(source)
    yield "no note", item.citation_state or ""
    yield from (("disputes", text) for text in _statements(store, claim.disputes))
    others = (triple[0] for triple in store.match(None, ISG.disputes, claim.id))
    yield from (("disputed by", text) for text in _statements(store, others))
    if claim.is_deprecated:
        by = f"; see {claim.replaced_by.slug}" if claim.replaced_by else ""
        yield "taken back", f"yes{by}"
    yield "curator", item.note or ""


def _statements(store: Store, claims: Iterable[Iri]) -> Iterator[str]:
    for other in tell(store, read(store, claims)):
        yield f"{other.id}: {other.statement} [{other.status}]"


def _between(first: date | None, last: date | None) -> str:
    if first and last:
        return _told(first) if first == last else f"between {_told(first)} and {_told(last)}"
    return f"not before {_told(first)}" if first else f"not after {_told(last)}" if last else ""


def _told(day: date) -> str:
    return in_words(day.isoformat())
