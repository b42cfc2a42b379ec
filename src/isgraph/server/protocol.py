"""Protocol: the query and its parameters out of a request (SPARQL 1.1 Protocol, section 2.1)."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Collection
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from isgraph.server.job import Job
from isgraph.server.limits import Limits
from isgraph.server.negotiation import choose
from isgraph.server.refusal import Refusal
from isgraph.store import RESULTS, TRIPLES

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_DATASET = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")
SELECTION = ("on", "known-by", "certainly", "kind", "status")
"""Parameters of our own: of which claims a query is asked; see `isgraph.restrict`."""
_SEVERAL = ("kind", "status")
_TRUE, _FALSE = ("true", "1", "on"), ("false", "0", "off")
_LIKENESS = 0.8
"""How like one of ours a name has to be to be taken for it, from 0 to 1."""
_OTHER_NAMES = ("application/json", "application/xml", "text/xml")
ANSWERS = (*RESULTS, *TRIPLES, *_OTHER_NAMES)
"""Media types in which some answer comes."""

Pairs = list[tuple[str, str]]


async def job_of(request: Request, limits: Limits, accept: str | None) -> Job | None:
    """Return the query that a request asks, or None if it asks none.

    Parameters
    ----------
    accept
        Media types in which the answer may come, as the header names them.

    Raises
    ------
    Refusal
        If it asks wrongly: two queries, an update, a dataset, a body of the
        wrong kind or size, or for an answer in no format that we have.
    """
    pairs = parameters(request.scope["query_string"])
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Refusal(415, "media-type", "A body is sent as it is, not packed.")
    kind, _, options = request.headers.get("content-type", "").lower().partition(";")
    kind = kind.strip()
    if request.method == "POST":
        if kind not in (FORM, QUERY, UPDATE):
            raise Refusal(
                415,
                "media-type",
                f"A query is sent as {FORM} or {QUERY}, not as {kind or 'nothing said'}.",
            )
        if "charset" in options and "utf-8" not in options:
            raise Refusal(400, "charset", "A query is sent in UTF-8.")
        body = await body_of(request, limits)
        if kind == FORM:
            pairs += parameters(body)
        elif kind == UPDATE:
            raise update()
        else:
            pairs.append(("query", utf8(body)))
    queries = [value for name, value in pairs if name == "query"]
    updates = any(name == "update" for name, _ in pairs)
    if updates and not queries:
        raise update()
    if updates or len(queries) > 1:
        raise Refusal(400, "two-queries", "A request asks one query, and no update beside it.")
    for name, _ in pairs:
        if name in _DATASET:
            raise Refusal(
                400, "dataset", f"There is one dataset here, so that {name} cannot be chosen."
            )
    refuse_mistaken(pairs, ("query", *SELECTION))
    if not queries:
        if request.method == "POST":
            raise Refusal(400, "no-query", "The request holds no query. Send it as 'query'.")
        return None
    if not queries[0].strip():
        raise Refusal(400, "no-query", "The query is empty. Write one, such as ASK { ?s ?p ?o }.")
    return job_for(queries[0], pairs, accept)


def job_for(sparql: str, pairs: Pairs, accept: str | None) -> Job:
    """Return the job of answering a query as the other parameters and the Accept header ask.

    Raises
    ------
    Refusal
        If no format that we have is acceptable, or a parameter says nothing that
        it can say, or says it twice.
    """
    results = choose(accept, (*RESULTS, *_OTHER_NAMES))
    triples = choose(accept, (*TRIPLES, *_OTHER_NAMES))
    if results is None and triples is None:
        offered = ", ".join((*RESULTS, *TRIPLES))
        raise Refusal(406, "not-acceptable", f"Answers come as one of: {offered}.")
    single = once(pairs, SELECTION)
    return Job(
        sparql,
        results,
        triples,
        on=single.get("on"),
        known_by=single.get("known-by"),
        certainly=_is_so(pairs),
        kinds=tuple(value for name, value in pairs if name == "kind" and value),
        statuses=tuple(value for name, value in pairs if name == "status" and value),
    )


def once(pairs: Pairs, names: Collection[str]) -> dict[str, str]:
    """Return the values of parameters, all but kind and status given once at most.

    An empty value, as a form sends it for an empty field, is none.

    Raises
    ------
    Refusal
        If one of them is given twice.

    Examples
    --------
    >>> once([("on", "2025"), ("known-by", "")], SELECTION)
    {'on': '2025'}
    """
    found: dict[str, str] = {}
    for name, value in pairs:
        if name not in names or not value:
            continue
        if name in found and name not in _SEVERAL:
            raise Refusal(400, "parameter", f"{name} is given twice. Give it once.")
        found[name] = value
    return found


def refuse_mistaken(pairs: Pairs, ours: Collection[str]) -> None:
    """Refuse a parameter that is nearly one of ours: what it was to leave out would be answered.

    Parameters of other programs, such as `format`, are left alone, as the
    protocol has it.

    Raises
    ------
    Refusal
        400, with the right name.

    Examples
    --------
    >>> refuse_mistaken([("format", "json")], SELECTION)
    >>> refuse_mistaken([("known_by", "2025-01-01")], SELECTION)
    Traceback (most recent call last):
    isgraph.server.refusal.Refusal: No parameter 'known_by' here. Did you mean known-by?
    """
    for name, _ in pairs:
        if name in ours:
            continue
        plain = name.strip().lower().replace("_", "-")
        if near := difflib.get_close_matches(plain, ours, 1, _LIKENESS):
            raise Refusal(400, "parameter", f"No parameter {name!r} here. Did you mean {near[0]}?")


def _is_so(pairs: Pairs) -> bool:
    """Tell whether `certainly` is asked for."""
    said = [value.lower() for name, value in pairs if name == "certainly"]
    for value in said:
        if value not in (*_TRUE, *_FALSE):
            raise Refusal(400, "parameter", f"certainly is true or false, not {value!r}.")
    return bool(said) and said[0] in _TRUE


def parameters(text: bytes) -> Pairs:
    """Return names and values of a query string or form.

    Raises
    ------
    Refusal
        If it is not UTF-8.

    Examples
    --------
    >>> parameters(b"query=ASK+%7B%7D&on=2025")
    [('query', 'ASK {}'), ('on', '2025')]
    """
    try:
        return parse_qsl(text.decode("ascii", "strict"), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        try:
            return parse_qsl(utf8(text), keep_blank_values=True, errors="strict")
        except UnicodeDecodeError as error:
            raise not_utf8() from error
    except ValueError as error:
        raise Refusal(400, "parameters", "The parameters cannot be read.") from error


def utf8(text: bytes) -> str:
    """Return bytes as text.

    Raises
    ------
    Refusal
        If they are not UTF-8.
    """
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise not_utf8() from error


def not_utf8() -> Refusal:
    """Return the refusal of what is in another encoding."""
    return Refusal(400, "charset", "The request is not in UTF-8. Send it so.")


def update() -> Refusal:
    """Return the refusal of an update."""
    return Refusal(403, "update", "This server is read only: an update is refused in any form.")


async def body_of(request: Request, limits: Limits) -> bytes:
    """Return the body of a request.

    Raises
    ------
    Refusal
        If it is too long, or takes too long to arrive.
    """
    most = limits.body_kb * 1024
    long = Refusal(413, "too-long", f"The body is longer than {most:,} bytes.")
    body = bytearray()
    try:
        async with asyncio.timeout(limits.body_seconds):
            async for part in request.stream():
                body += part
                if len(body) > most:
                    raise long
    except TimeoutError as error:
        raise Refusal(408, "slow", "The body takes too long to arrive.") from error
    except ClientDisconnect as error:
        raise Refusal(400, "gone", "The client went away.") from error
    return bytes(body)
