"""Refusal: why a query or a request gets no answer, as a status and in words."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - it is no fault of ours
    """What the server says instead of an answer.

    `code` is a stable name for programs; the message is for people: what was
    refused, why, and what to do.

    Examples
    --------
    >>> Refusal(403, "service", "SERVICE is not allowed here.").as_dict()
    {'error': 'service', 'message': 'SERVICE is not allowed here.'}
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        line: int | None = None,
        column: int | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
        self.line, self.column, self.retry_after = line, column, retry_after

    def as_dict(self) -> dict[str, str | int]:
        """Return the refusal as it is sent."""
        sent = {
            "error": self.code, "message": self.message, "line": self.line, "column": self.column,
        }  # fmt: skip
        return {name: value for name, value in sent.items() if value is not None}
