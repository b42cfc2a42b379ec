"""The shipped questions: one `.rq` file each, its first line the question in English."""

from __future__ import annotations

from importlib.resources import files

from isgraph.entities import nearest
from isgraph.errors import NameNotFoundError
from isgraph.rows import Rows
from isgraph.store import Store


def names() -> list[str]:
    """Return the names of the shipped questions, sorted.

    Examples
    --------
    >>> "detentions" in names()
    True
    """
    found = (file.name for file in files(__name__).iterdir())
    return sorted(name.removesuffix(".rq") for name in found if name.endswith(".rq"))


def title(name: str) -> str:
    """Return a question in English.

    Examples
    --------
    >>> title("detentions")
    'Who detains whom, since when, and who says so?'
    """
    return text(name).partition("\n")[0].lstrip("# ")


def text(name: str) -> str:
    """Return the SPARQL of a question.

    Raises
    ------
    NameNotFoundError
        If there is no such question; the message names the nearest.
    """
    known = names()
    if name not in known:
        raise NameNotFoundError(
            f"No question {name!r}.{nearest(name, known)} `isgraph ask` lists them all.",
            name=name,
            nearest=known,
        )
    return (files(__name__) / f"{name}.rq").read_text("utf-8")


def ask(store: Store, name: str) -> Rows:
    """Answer a shipped question.

    Raises
    ------
    NameNotFoundError
        If there is no such question.

    Examples
    --------
    >>> ask(tiny, "detentions")[0].custodian
    'Group A'
    """
    return store.query(text(name))
