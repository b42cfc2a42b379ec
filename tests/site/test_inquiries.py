"""Each question has its answer as a page and as a file; conflicts stand side by side."""

from isgraph import questions
from isgraph.site.contents import Contents
from isgraph.site.inquiries import pages, tables
from isgraph.store import Store


def test_each_question_has_page_and_file(contents: Contents, tiny: Store) -> None:
    """The file holds the answer as the command line gives it."""
    made = {page.path for page in pages(contents)}
    files = dict(tables(contents))

    assert {f"question/{name}.html" for name in questions.names()} <= made
    assert files["question/detentions.csv"] == questions.ask(tiny, "detentions").csv() + "\n"


def test_conflicts_have_two_sides(contents: Contents) -> None:
    """The denial of the tiny world stands beside what it denies."""
    page = next(page for page in pages(contents) if page.path == "conflicts.html")
    disputed = next(pairs for sort, _, pairs in page.values["sorts"] if sort == "disputed")

    assert disputed[0][0].told.id == "c0008"
    assert disputed[0][1].told.id in [link.label for link in disputed[0][0].disputes]
