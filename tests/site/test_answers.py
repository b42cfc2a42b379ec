"""Names in an answer are linked where there is no doubt whose they are."""

from isgraph import questions
from isgraph.rows import Rows
from isgraph.site.answers import Cell, cells
from isgraph.site.contents import Contents
from isgraph.store import Store, load
from isgraph.terms import BASE

TWIN = f"""
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix isg: <https://w3id.org/isgraph/ontology#> .
<{BASE}work/group-a> a isg:Work ; <http://purl.org/dc/terms/title> "Group A" .
"""


def test_answer_of_a_question_is_linked(contents: Contents, tiny: Store) -> None:
    """Who, whom, status and claim lead to their pages."""
    (row,) = cells(contents, questions.ask(tiny, "detentions"))

    assert {cell.path for cell in row} >= {
        "actor/group-a.html",
        "actor/held-b.html",
        "ontology.html#reported",
        "claim/c0001.html",
    }


def test_name_of_two_things_is_that_of_the_claim_beside_it() -> None:
    """An actor and a work are called alike: the claim in the row tells which is meant."""
    from pathlib import Path

    store = load(Path(__file__).parent.parent / "tiny.ttl")
    store.parse(TWIN)
    rows = Rows(("who", "claim"), [("Group A", "c0001"), ("Group A", None)])
    told, untold = cells(Contents(store), rows)

    assert told[0] == Cell("Group A", "actor/group-a.html")
    assert untold[0] == Cell("Group A", None)


def test_claims_in_one_cell_are_linked_each(contents: Contents) -> None:
    """A row that sums up leads to every claim that it rests on."""
    ((claims, words),) = cells(contents, Rows(("a", "b"), [("c0001, c0002", "c0001, not c0002")]))

    assert [link.path for link in claims.links] == ["claim/c0001.html", "claim/c0002.html"]
    assert words == Cell("c0001, not c0002", None)


def test_numbers_and_dates_are_told_from_words(contents: Contents) -> None:
    """A number stands at the right, and a date on one line."""
    ((number, day, word, nothing),) = cells(
        contents, Rows(("a", "b", "c", "d"), [(12345, "2024-12/..", "left", None)])
    )

    assert number == Cell("12,345", None, "number")
    assert day.sort == "date"
    assert word.sort == nothing.sort == ""
