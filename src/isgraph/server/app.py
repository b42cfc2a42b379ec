"""App: the routes of the server, and the media types of its answers."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from isgraph import questions
from isgraph.dates import given
from isgraph.errors import IsgraphError, NameNotFoundError
from isgraph.files import ontology_path
from isgraph.questions.published import published
from isgraph.reasons import why_empty
from isgraph.server import editor, pictures, protocol, things
from isgraph.server.cache import Cache
from isgraph.server.child import refusal_of
from isgraph.server.clients import Clients
from isgraph.server.description import describe
from isgraph.server.desk import Desk, Desks
from isgraph.server.edition import digest
from isgraph.server.gate import Gate
from isgraph.server.guard import guard
from isgraph.server.job import Job, kept
from isgraph.server.negotiation import accepted, choose
from isgraph.server.refusal import Refusal
from isgraph.server.worker import Worker, ending
from isgraph.store import Store

_TURTLE, _HTML, _JSON = "text/turtle", "text/html", "application/json"
_WRITTEN = {_HTML, _TURTLE, "text/csv", "text/tab-separated-values", "text/plain"}
_ENDINGS = {"text/csv": "csv", "text/tab-separated-values": "tsv"}
Handler = Callable[[Request], Awaitable[Response]]


def make_app(worker: Worker, *, hosts: Collection[str] = ()) -> Starlette:
    """Return the application over a worker that has been entered.

    Parameters
    ----------
    hosts
        Names under which the server may be called, beside those of this machine.
    """
    server = _Server(worker)
    read, ask = ["GET", "HEAD"], ["GET", "HEAD", "POST"]
    routes = [
        ("/sparql", server.sparql, ask),
        ("/diagram", server.diagram, ask),
        ("/questions", server.questions, read),
        ("/questions/{name}", server.question, read),
        ("/reasons", server.reasons, read),
        ("/terms", server.terms, read),
        ("/ontology", server.ontology, read),
        ("/data.ttl", server.data, read),
        ("/.well-known/void", server.void, read),
        ("/health", server.health, read),
        ("/{path:path}", server.page, read),
    ]
    return Starlette(
        routes=[Route(path, _Door(handler, methods)) for path, handler, methods in routes],
        middleware=[Middleware(Gate, hosts=hosts)],
    )


class _Door:
    """A handler that also answers OPTIONS, and says what it refuses, whatever the method."""

    def __init__(self, handler: Handler, methods: list[str]) -> None:
        self._handler, self._methods = handler, methods
        self._allowed = ", ".join([*methods, "OPTIONS"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive, send)
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            headers = {
                "allow": self._allowed,
                "access-control-allow-methods": self._allowed,
                "access-control-allow-headers": "Accept, Content-Type",
                "access-control-max-age": "86400",
            }
            return Response(status_code=204, headers=headers)
        try:
            if request.method not in self._methods:
                raise Refusal(405, "method", f"Only {self._allowed} are answered here.")
            return await self._handler(request)
        except IsgraphError as error:
            return _refused(request, refusal_of(error), self._allowed)
        except Refusal as refusal:
            return _refused(request, refusal, self._allowed)
        except asyncio.CancelledError:  # only the end of the server cancels a request
            return _refused(request, ending(), self._allowed)


def _refused(request: Request, refusal: Refusal, allowed: str) -> Response:
    headers = {"allow": allowed} if refusal.status == 405 else {}
    if refusal.retry_after is not None:
        headers["retry-after"] = str(refusal.retry_after)
    if refusal.status in (408, 413):
        headers["connection"] = "close"
    if choose(accepted(request.headers), (_JSON, "text/plain")) == "text/plain":
        return PlainTextResponse(f"{refusal.message}\n", refusal.status, headers)
    return JSONResponse(refusal.as_dict(), refusal.status, headers)


def _chosen(request: Request, offered: tuple[str, ...]) -> str:
    kind = choose(accepted(request.headers), offered)
    if kind is None:
        raise Refusal(406, "not-acceptable", f"It comes as one of: {', '.join(offered)}.")
    return kind


def _drawn(store: Store, job: Job, answer: bytes) -> str:
    return pictures.diagram(kept(store, job), answer)


def _spelled(store: Store, name: str, pairs: protocol.Pairs) -> str:
    """Return a question as SPARQL; its parameters go by their options, as on the command line."""
    try:
        columns = {p.option: p.column for p in questions.question(name).parameters}
        protocol.once(pairs, columns)
        for option, _ in pairs:
            if option not in columns and option not in protocol.SELECTION:
                there = ", ".join((*columns, *protocol.SELECTION))
                raise Refusal(
                    400, "parameter", f"No parameter {option!r} here. There are: {there}."
                )
        given = {columns[option]: value for option, value in pairs if option in columns and value}
        return questions.spelled(store, name, **given)
    except NameNotFoundError as error:
        raise Refusal(404, "not-found", str(error)) from error


class _Server:
    """The handlers, with what they share."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._desks = Desks(worker)
        self._clients = Clients(worker.limits.per_minute)
        self._cache = Cache()
        self._drawing = asyncio.Semaphore(1)

    async def sparql(self, request: Request) -> Response:
        """Answer a query; without one, describe the service or show the editor."""
        accept = accepted(request.headers)
        if request.method != "POST":
            pairs = protocol.parameters(request.scope["query_string"])
            protocol.refuse_mistaken(pairs, ("query", *protocol.SELECTION))
            asks = any(name == "query" for name, _ in pairs)
            offered = protocol.ANSWERS if asks else (_TURTLE,)
            if choose(accept, (*offered, _HTML)) == _HTML:
                return await self._editor()
        job = await protocol.job_of(request, self._worker.limits, accept)
        if job is None:
            return await self._description(request, choose(accept, (_TURTLE,)))
        return await self._answered(request, job)

    async def _answered(self, request: Request, job: Job) -> Response:
        if fresh := self._unchanged(request):
            return fresh
        media_type, body = await self._answer(request, job)
        headers = {}
        if ending := _ENDINGS.get(media_type):
            headers["content-disposition"] = f'attachment; filename="answer.{ending}"'
        return self._sent(request, body, media_type, headers)

    async def diagram(self, request: Request) -> Response:
        """Draw the claims that the answer to a query names, or the ties among its actors."""
        if not choose(accepted(request.headers), (_HTML,)):
            raise Refusal(406, "not-acceptable", f"A diagram comes as {_HTML}.")
        job = await protocol.job_of(request, self._worker.limits, pictures.RESULTS)
        if job is None:
            raise Refusal(400, "no-query", "There is no query whose answer could be drawn.")
        desk = await self._desks.now()
        media_type, body = await self._answer(request, job._replace(results=pictures.RESULTS))
        if media_type != pictures.RESULTS:
            raise Refusal(400, "no-rows", "Only the answer to a SELECT can be drawn.")
        async with self._drawing:
            html = await asyncio.to_thread(_drawn, desk.store, job, body)
        return self._sent(request, html, _HTML, {"content-security-policy": pictures.POLICY})

    async def questions(self, request: Request) -> Response:
        """List the shipped questions, as JSON or as SHACL executables."""
        desk = await self._desks.now()
        kind = _chosen(request, (_JSON, _TURTLE, _HTML))
        if kind == _HTML:
            return await self._file(request, "questions.html")
        if kind == _TURTLE:
            return self._sent(request, published(), _TURTLE)
        listed = await asyncio.to_thread(lambda: desk.questions)
        return self._sent(request, json.dumps(listed, ensure_ascii=False), _JSON)

    async def question(self, request: Request) -> Response:
        """Answer a shipped question with its parameters chosen, or give it so as SPARQL."""
        desk = await self._desks.now()
        pairs = protocol.parameters(request.scope["query_string"])
        name = request.path_params["name"]
        sparql = await asyncio.to_thread(_spelled, desk.store, name, pairs)
        accept = accepted(request.headers)
        if choose(accept, (_JSON, protocol.QUERY)) == protocol.QUERY:
            return self._sent(request, sparql, protocol.QUERY)
        return await self._answered(request, protocol.job_for(sparql, pairs, accept))

    async def reasons(self, request: Request) -> Response:
        """Say why a query may find nothing, by look-ups alone: the query is not run."""
        job = await protocol.job_of(request, self._worker.limits, None)
        if job is None:
            raise Refusal(400, "no-query", "There is no query. Send it as 'query'.")
        guard(job.sparql, self._worker.limits)
        when, published_by = given(job.on, job.known_by, certainly=job.certainly)
        desk = await self._desks.now()
        client = request.client.host if request.client else ""
        self._clients.admit(client)
        began = time.monotonic()
        found = await asyncio.to_thread(
            why_empty, desk.store, job.sparql, on=when, known_by=published_by, run=False
        )
        self._clients.worked(client, time.monotonic() - began)
        return self._sent(request, json.dumps({"reasons": found}, ensure_ascii=False), _JSON)

    async def terms(self, request: Request) -> Response:
        """List what can be completed."""
        desk = await self._desks.now()
        text = json.dumps(await asyncio.to_thread(lambda: desk.terms), ensure_ascii=False)
        return self._sent(request, text, _JSON)

    async def ontology(self, request: Request) -> Response:
        """Give the ontology as Turtle, or as the page of its terms."""
        if _chosen(request, (_TURTLE, _HTML)) == _HTML:
            return await self._file(request, "ontology.html")
        files = (ontology_path("isgraph.ttl"), ontology_path("lists.ttl"))
        return self._sent(request, "\n".join(file.read_text("utf-8") for file in files), _TURTLE)

    async def data(self, request: Request) -> Response:
        """Give the data file."""
        headers = {"content-disposition": 'attachment; filename="triples.ttl"'}
        return self._sent(request, self._worker.content, _TURTLE, headers)

    async def void(self, request: Request) -> Response:
        """Describe the dataset and the service."""
        return await self._description(request, _TURTLE)

    async def health(self, request: Request) -> Response:
        """Say how it stands."""
        state = self._worker.status()
        status = "ok" if state["problem"] is None else "old-data"
        return JSONResponse({"status": status, **state}, headers={"cache-control": "no-store"})

    async def page(self, request: Request) -> Response:
        """Give a page of the site, or what an IRI of the graph names."""
        path = request.path_params["path"] or "index.html"
        desk = await self._desks.now()
        stem, dot, ending = path.rpartition(".")
        iri = things.thing_at(desk.shelf, path)
        if iri:
            return self._thing(request, desk, path, None)
        if (
            dot
            and ending in things.FORMS
            and ending != "html"
            and things.thing_at(desk.shelf, stem)
        ):
            return self._thing(request, desk, stem, things.FORMS[ending])
        return await self._file(request, path)

    async def _file(self, request: Request, path: str) -> Response:
        desk = await self._desks.now()
        if fresh := self._unchanged(request):
            return fresh
        found = await asyncio.to_thread(desk.shelf.file, path)
        if found is None:
            raise Refusal(404, "not-found", "There is no such page. Begin at /index.html.")
        headers = {"content-security-policy": pictures.POLICY} if path == "diagram.html" else {}
        return self._sent(request, found[1], found[0], headers)

    def _thing(self, request: Request, desk: Desk, path: str, kind: str | None) -> Response:
        wanted = kind or _chosen(request, things.OFFERED)
        iri = things.thing_at(desk.shelf, path)
        text = things.told(desk.shelf, iri, wanted) if iri else None
        if text is None:
            raise Refusal(404, "not-found", "It has no page of its own; ask for text/turtle.")
        links = (
            f'</{path}.{ending}>; rel="alternate"; type="{media_type}"'
            for ending, media_type in things.FORMS.items()
        )
        return self._sent(request, text, wanted, {"link": ", ".join(links)})

    async def _editor(self) -> Response:
        desk = await self._desks.now()
        nonce = secrets.token_urlsafe(16)
        headers = {"content-security-policy": editor.policy(nonce), "cache-control": "no-store"}
        return Response(editor.page(desk.edition, nonce), media_type=_HTML, headers=headers)

    async def _description(self, request: Request, kind: str | None) -> Response:
        if kind is None:
            raise Refusal(406, "not-acceptable", f"The description comes as {_TURTLE}.")
        desk = await self._desks.now()
        root = str(request.base_url).rstrip("/")
        return self._sent(request, await asyncio.to_thread(describe, desk.store, root), _TURTLE)

    async def _answer(self, request: Request, job: Job) -> tuple[str, bytes]:
        """Answer a query from the cache or by the worker; a client that leaves ends it."""
        asked = (self._worker.status()["digest"], job)
        if known := self._cache.find(asked):
            return known
        client = request.client.host if request.client else ""
        self._clients.admit(client)
        async with _while_there(request) as gone:
            answering = asyncio.ensure_future(self._worker.answer(job))
            await asyncio.wait((answering, gone), return_when=asyncio.FIRST_COMPLETED)
            if not answering.done():
                answering.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await answering
                raise Refusal(400, "gone", "The client went away.")
        try:
            media_type, body, seconds = answering.result()
        except Refusal as refusal:
            if refusal.code in ("timeout", "died"):
                self._clients.worked(client, self._worker.limits.seconds)
            raise
        self._clients.worked(client, seconds)
        self._cache.keep(asked, (media_type, body))
        return media_type, body

    def _tag(self, request: Request) -> str:
        wanted = f"{request.url.path}?{request.url.query}|{accepted(request.headers)}|{digest()}"
        short = hashlib.sha256(wanted.encode()).hexdigest()[:12]
        return f'W/"{self._worker.status()["digest"][:16]}-{short}"'

    def _unchanged(self, request: Request) -> Response | None:
        known = request.headers.get("if-none-match", "")
        if request.method == "POST" or self._tag(request) not in known:
            return None
        return Response(status_code=304, headers={"etag": self._tag(request)})

    def _sent(
        self,
        request: Request,
        content: str | bytes,
        media_type: str,
        headers: dict[str, str] | None = None,
    ) -> Response:
        if fresh := self._unchanged(request):
            return fresh
        sent = {"cache-control": "no-cache", **(headers or {})}
        if request.method != "POST":
            sent["etag"] = self._tag(request)
        if media_type in _WRITTEN and "charset" not in media_type:
            media_type += "; charset=utf-8"
        return Response(content, media_type=None, headers={**sent, "content-type": media_type})


@contextlib.asynccontextmanager
async def _while_there(request: Request) -> AsyncIterator[asyncio.Future[Any]]:
    """Give a future that is done when the client has gone away."""

    async def watch() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    watching = asyncio.ensure_future(watch())
    try:
        yield watching
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching
