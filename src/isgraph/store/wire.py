"""Wire: requests to a server of somebody else: retried, timed, and refused in words of ours."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from isgraph.errors import QueryError, StoreError

if TYPE_CHECKING:
    from requests import Response

Pairs = Sequence[tuple[str, str]]
_SLOW = "it takes too long"
_BUSY = (429, 502, 503, 504)
_LOCAL = ("localhost", "127.0.0.1", "::1")


class Wire:
    """A connection to one address.

    Name and password come from the arguments or from `ISGRAPH_USER` and
    `ISGRAPH_PASSWORD`; they are sent only when the server asks for them, and
    in clear only to this machine.

    Parameters
    ----------
    timeout
        Seconds to wait for the server to go on with its answer.
    retries
        How often a busy server is asked again, after the pause that it names.

    Raises
    ------
    StoreError
        If the address is none of http or https, or holds a password.
    """

    def __init__(
        self,
        url: str,
        *,
        user: str | None = None,
        password: str | None = None,
        timeout: float = 60.0,
        retries: int = 3,
    ) -> None:
        from requests import Session
        from requests.adapters import HTTPAdapter
        from urllib3.util import Retry

        parts = urlsplit(url)
        if "@" in parts.netloc:
            raise StoreError(
                f"The address of {parts.hostname} holds a password, which would be shown. "
                "Give it as ISGRAPH_USER and ISGRAPH_PASSWORD in the environment.",
                place=str(parts.hostname),
            )
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise StoreError(f"{url} is not an address of the web: write http or https.", place=url)
        self.url, self._host, self._scheme = url, parts.hostname, parts.scheme
        self._user = user or os.environ.get("ISGRAPH_USER") or ""
        self._password = password or os.environ.get("ISGRAPH_PASSWORD") or ""
        self._timeout = timeout
        self._session = Session()
        self._session.headers["User-Agent"] = "isgraph"
        again = Retry(
            retries,
            backoff_factor=0.5,
            status_forcelist=_BUSY,
            allowed_methods=None,
            raise_on_status=False,
        )
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=again))

    def send(
        self,
        method: str,
        *,
        accept: str = "*/*",
        params: Pairs = (),
        data: Pairs | bytes | None = None,
        headers: Mapping[str, str] = {},
    ) -> Response:
        """Send one request and return its answer, which is whole and a success.

        Raises
        ------
        QueryError
            If the server calls the query wrong (400).
        StoreError
            If it does not answer, answers otherwise, or in part.
        """
        response = self._sent(method, accept, params, data, headers)
        if response.status_code == 401 and self._user:
            self._session.auth = self._login(response.headers.get("WWW-Authenticate", ""))
            response = self._sent(method, accept, params, data, headers)
        if not response.ok or response.is_redirect:
            raise self._refusal(response)
        if message := response.headers.get("X-SQL-Message"):
            raise StoreError(
                f"{self.url} answered only in part: {_line(message)}. Ask for less, "
                "or let its operator raise the limit.",
                place=self.url,
            )
        return response

    def _sent(self, method: str, accept: str, params: Any, data: Any, headers: Any) -> Response:
        from requests import RequestException

        try:
            return self._session.request(
                method,
                self.url,
                params=list(params),
                data=data,
                headers={"Accept": accept, **headers},
                timeout=(min(10.0, self._timeout), self._timeout),
                allow_redirects=False,
            )
        except RequestException as error:
            why = _reason(error)
            longer = " In Python, isgraph.load(…, timeout=300) waits longer." * (why == _SLOW)
            raise StoreError(
                f"{self.url} does not answer as it should: {why}. Is the server up, "
                f"and the address right?{longer}",
                place=self.url,
            ) from error

    def _login(self, asked: str) -> Any:
        from requests.auth import HTTPBasicAuth, HTTPDigestAuth

        if asked.lower().startswith("digest"):
            return HTTPDigestAuth(self._user, self._password)
        if self._scheme == "http" and self._host not in _LOCAL:
            raise StoreError(
                f"{self.url} asks for a password in clear. Use its https address.", place=self.url
            )
        return HTTPBasicAuth(self._user, self._password)

    def _refusal(self, response: Response) -> QueryError | StoreError:
        status, said = response.status_code, _line(response.text)
        if status == 400:
            return QueryError(f"{self.url} refuses the query: {said}")
        asks = "asks for a name and a password: set ISGRAPH_USER and ISGRAPH_PASSWORD"
        refuses = (
            f"refuses the name {self._user!r} with the password that was sent. "
            "Look at ISGRAPH_USER and ISGRAPH_PASSWORD, or whatever gave them"
        )
        what = {
            401: refuses if self._session.auth else asks,
            403: f"forbids it: {said}",
            404: "has nothing there. Is the path right? It often ends in /sparql or /query",
            405: "takes no such request there. Is the path right? It often ends in /sparql, "
            "/query, or for a Graph Store in /store or /data",
        }.get(status, f"answers {status}: {said}")
        if response.is_redirect:
            what = f"has moved to {response.headers.get('Location')}: use that address"
        if status in _BUSY:
            what = f"is busy ({status}), also after a pause. Try again later"
        return StoreError(f"{self.url} {what}.", place=self.url)


def _reason(error: Exception) -> str:
    text = str(error)
    for sign, words in (
        ("timed out", _SLOW),
        ("NameResolution", "no such host is known"),
        ("Name or service", "no such host is known"),
        ("Connection refused", "nobody listens there"),
        ("IncompleteRead", "the answer broke off"),
        ("CERTIFICATE", "its certificate is not to be trusted"),
    ):
        if sign in text:
            return words
    return f"{type(error).__name__}"


def _line(text: str) -> str:
    """Return the first line of what a server says, without markup, in at most 200 letters."""
    import re

    plain = " ".join(re.sub(r"<[^>]*>", " ", text).split())
    return plain[:200] or "it does not say why"
