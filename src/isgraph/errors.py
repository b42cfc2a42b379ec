"""The errors of isgraph: each is an `IsgraphError` and the builtin that it specialises.

IsgraphError
├── LoadError(ValueError)           a file is not readable          .path .line .column
├── StoreError(OSError)             a place of data does not open   .place
├── QueryError(ValueError)          SPARQL that the engine refuses  .line .column
├── FormatError(ValueError)         an answer has no such format
├── WrongTypeError(TypeError)       another sort of thing is wanted
├── NameNotFoundError(LookupError)  no such name                    .name .nearest
├── DateError(ValueError)           not a date of our EDTF subset   .text
├── ClaimError(ValueError)          a claim whose parts do not fit  .claim
│   └── SheetError                  the same, in a row of a sheet   .path .row .column
├── LocatorError(LookupError)       a passage is not where it says  .passage
├── InvalidDataError(ValueError)    the shapes are not met          .report
├── EmptyNetworkError(ValueError)   nothing to measure or draw
└── SaveError(ValueError)           a figure is not written so      .path
"""

from __future__ import annotations

from typing import Any


class IsgraphError(Exception):
    """Anything that isgraph refuses; the message says what, why and what to do."""


class LoadError(IsgraphError, ValueError):
    """A file is not readable Turtle."""

    def __init__(
        self, message: str, *, path: str, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.path, self.line, self.column = path, line, column


class StoreError(IsgraphError, OSError):
    """A file, directory or endpoint does not open or does not answer."""

    def __init__(self, message: str, *, place: str) -> None:
        super().__init__(message)
        self.place = place


class QueryError(IsgraphError, ValueError):
    """SPARQL that the engine refuses."""

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line, self.column = line, column


class FormatError(IsgraphError, ValueError):
    """An answer has no such format."""


class WrongTypeError(IsgraphError, TypeError):
    """What is given is of another sort than what is wanted."""


class NameNotFoundError(IsgraphError, LookupError):
    """No question, kind, status or entity has this name."""

    def __init__(self, message: str, *, name: str, nearest: list[str] | None = None) -> None:
        super().__init__(message)
        self.name, self.nearest = name, nearest or []


class DateError(IsgraphError, ValueError):
    """A text is not a date of our subset of EDTF."""

    def __init__(self, message: str, *, text: str) -> None:
        super().__init__(message)
        self.text = text


class ClaimError(IsgraphError, ValueError):
    """A claim lacks a part, or its parts do not fit together."""

    def __init__(self, message: str, *, claim: str | None = None) -> None:
        super().__init__(message)
        self.claim = claim


class SheetError(ClaimError):
    """A claim is wrong, in a row of a claim sheet."""

    def __init__(
        self, message: str, *, path: str, row: int | None = None, column: str | None = None
    ) -> None:
        super().__init__(message)
        self.path, self.row, self.column = path, row, column


class LocatorError(IsgraphError, LookupError):
    """A passage is not where its locator says, or a phrase is not in the text."""

    def __init__(self, message: str, *, passage: str | None = None) -> None:
        super().__init__(message)
        self.passage = passage


class InvalidDataError(IsgraphError, ValueError):
    """The data do not meet the rules."""

    def __init__(self, message: str, *, report: Any) -> None:
        super().__init__(message)
        self.report = report


class EmptyNetworkError(IsgraphError, ValueError):
    """There is nothing to measure or to draw."""


class SaveError(IsgraphError, ValueError):
    """A figure is not written: it has no such form, or what draws it is not installed."""

    def __init__(self, message: str, *, path: str) -> None:
        super().__init__(message)
        self.path = path
