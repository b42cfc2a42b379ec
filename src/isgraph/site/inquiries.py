"""Inquiries: the shipped questions with their answers, and the claims that contradict others."""

from __future__ import annotations

from collections.abc import Iterator

from isgraph import questions
from isgraph.analysis.conflicts import SORTS, conflicts
from isgraph.rows import Rows
from isgraph.site.addresses import Link
from isgraph.site.answers import cells
from isgraph.site.contents import Contents
from isgraph.site.pages import HOME, Page

QUESTIONS_LINK = Link("Questions", "questions.html")


def pages(contents: Contents) -> Iterator[Page]:
    """Yield the list of questions, a page for each, and the conflicts."""
    answers = {name: questions.ask(contents.store, name) for name in questions.names()}
    rows = sorted(
        (questions.title(name), f"question/{name}.html", len(answer))
        for name, answer in answers.items()
    )
    yield Page("questions.html", "questions.html", "Questions", (HOME,), {"rows": rows})
    for name, answer in answers.items():
        yield _question(contents, name, answer)
    yield _conflicts(contents)


def tables(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield the answers as files of CSV: path and text."""
    for name in questions.names():
        yield f"question/{name}.csv", questions.ask(contents.store, name).csv() + "\n"


def _question(contents: Contents, name: str, answer: Rows) -> Page:
    values = {
        "asked": questions.question(name),
        "columns": [column.replace("_", " ") for column in answer.columns],
        "rows": cells(contents, answer),
    }
    return Page(
        f"question/{name}.html", "question.html", questions.title(name), (HOME, QUESTIONS_LINK),
        values,
    )  # fmt: skip


def _conflicts(contents: Contents) -> Page:
    found = conflicts(contents.store)
    sorts = [
        (
            sort,
            meaning,
            [
                (contents.cards[pair.one.iri], pair.other and contents.cards[pair.other.iri])
                for pair in found
                if pair.sort == sort
            ],
        )
        for sort, meaning in SORTS.items()
    ]
    return Page("conflicts.html", "conflicts.html", "Conflicts", (HOME,),
                {"sorts": sorts, "count": len(found)})  # fmt: skip
