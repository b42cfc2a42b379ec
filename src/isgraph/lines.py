"""Lines: sentences for a reader at a terminal of 80 columns."""

from __future__ import annotations

import textwrap

WIDTH = 80


def wrap(text: str, first: str = "", later: str | None = None) -> list[str]:
    """Return a text as lines of at most 80 columns; an empty one has none.

    Parameters
    ----------
    first, later
        What stands before the first line and before the others; without
        `later` the same.

    Examples
    --------
    >>> wrap("One line.", "- ")
    ['- One line.']
    """
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if later is None else later,
        break_on_hyphens=False,
    )


def counted(number: int, what: str) -> str:
    """Return a number of things, one or several.

    Examples
    --------
    >>> counted(1, "hop"), counted(2, "hop")
    ('1 hop', '2 hops')
    """
    return f"{number} {what}{'' if number == 1 else 's'}"
