"""Job: one query with the day it is asked of, as a child answers it."""

from __future__ import annotations

from io import BytesIO
from typing import Any, NamedTuple

from isgraph.dates import day, days
from isgraph.evidence import restrict
from isgraph.server.limits import USUAL, Limits
from isgraph.server.refusal import Refusal
from isgraph.store import Store, tidied


class Job(NamedTuple):
    """A query and what it is asked of, as plain texts that cross from process to process.

    `results` and `triples` are media types as `Store.respond` takes them; the
    others are what `isgraph.restrict` takes.

    Examples
    --------
    >>> job = Job("ASK { ?x isg:detains ?y }", on="2024-06")
    >>> Answering(tiny, job).answer()
    ('application/sparql-results+json', b'{"head":{},"boolean":true}')
    """

    sparql: str
    results: str | None = "application/sparql-results+json"
    triples: str | None = "text/turtle"
    on: str | None = None
    known_by: str | None = None
    certainly: bool = False
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


def kept(store: Store, job: Job) -> Store:
    """Return the store with only the claims that a job asks of.

    Examples
    --------
    >>> len(kept(tiny, Job("ASK {}", statuses=("denied",)))) < len(tiny)
    True
    """
    return restrict(
        store,
        on=days(job.on) if job.on else None,
        known_by=day(job.known_by) if job.known_by else None,
        certainly=job.certainly,
        kinds=job.kinds,
        statuses=job.statuses,
    )


class Answering:
    """The work of answering a job."""

    def __init__(self, store: Store, job: Job, limits: Limits = USUAL) -> None:
        self._store, self._job, self._limits = store, job, limits

    def prepare(self) -> None:
        """Leave only the claims asked of; this reads the ontology's files."""
        self._store = kept(self._store, self._job)

    def answer(self) -> tuple[str, bytes]:
        """Answer the query."""
        body = _Capped(self._limits)
        job = self._job
        media_type = self._store.respond_into(body, job.sparql, job.results, job.triples)
        return media_type, tidied(media_type, body.getvalue())


class _Capped(BytesIO):
    """An answer that refuses to grow over the cap, before memory runs out."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits

    def write(self, part: Any) -> int:
        if self.tell() + len(part) > self._limits.result_mb * 1024 * 1024:
            raise _too_large(self._limits)
        return super().write(part)


def _too_large(limits: Limits) -> Refusal:
    return Refusal(
        403,
        "result-too-large",
        f"The answer is larger than {limits.result_mb} MB, and a part of it is no answer. "
        "Add LIMIT, or ask for fewer columns.",
    )
