"""Gate: what every request passes through: its Host, its length, and the headers of the answer."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from isgraph.server.refusal import Refusal

LONGEST_ADDRESS = 64 * 1024
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")
_OPEN_TO_ALL = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Link, Retry-After, Content-Disposition",
    "cross-origin-resource-policy": "cross-origin",
}
_CAREFUL = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


class Gate:
    """Refuses a foreign Host and a too long address, and adds headers to each answer.

    A page of another site may read the answers, since they hold no secret and
    no credentials are looked at; but it may not reach a server on this machine
    under a name of its own, which a foreign Host gives away.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = {name.lower() for name in (*LOCAL_NAMES, *hosts)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (_OPEN_TO_ALL | _CAREFUL).items():
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", POLICY)
                headers.add_vary_header("Accept")
            await send(message)

        refused = self._refused(scope)
        await (refused or self._app)(scope, receive, send_with_headers)

    def _refused(self, scope: Scope) -> JSONResponse | None:
        host = Headers(scope=scope).get("host", "")
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        if name.lower() not in self._hosts:
            return _as_sent(
                Refusal(
                    421, "host", "This server does not go by that name. Add it with --host-name."
                )
            )
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return _as_sent(
                Refusal(414, "long-address", "The address is too long. Send the query by POST.")
            )
        return None


def _as_sent(refusal: Refusal) -> JSONResponse:
    return JSONResponse(refusal.as_dict(), refusal.status)
