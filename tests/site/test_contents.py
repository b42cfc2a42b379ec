"""What a store holds is looked up once, and every name is linked if it has a page."""

from isgraph.site.addresses import Link
from isgraph.site.contents import Contents
from isgraph.terms import BASE, Iri
from isgraph.vocab import ISG


def claim(number: int) -> Iri:
    """Name a claim of the tiny world."""
    return Iri(f"{BASE}claim/c{number:04}")


def test_card_links_both_ends_and_the_work(contents: Contents) -> None:
    """A card leads to the ends, the document, the work and who published it."""
    card = contents.cards[claim(1)]

    assert card.subject == Link("Group A", "actor/group-a.html")
    assert card.object == Link("members of Group B held", "actor/held-b.html")
    assert card.kind == Link("detains", "term/detains.html")
    assert card.document == Link("A tiny report", "document/tiny-2025-01-31.html")
    assert card.cited[0].work == Link("Atlas of Northland", "work/atlas.html")
    assert card.cited[0].publishers == (Link("Institute", "actor/institute.html"),)


def test_disputes_are_linked_from_both_sides(contents: Contents) -> None:
    """The denial leads to what it denies, and back."""
    denial = contents.cards[claim(8)]
    (disputed,) = denial.claim.disputes

    assert [link.label for link in denial.disputes] == [disputed.slug]
    assert [link.label for link in contents.cards[disputed].disputed_by] == ["c0008"]


def test_cards_of_a_thing_are_those_that_bear_on_it(contents: Contents) -> None:
    """Things, kinds and works all lead to their claims."""
    assert contents.cards[claim(1)] in contents.cards_of[Iri(f"{BASE}actor/held-b")]
    assert contents.cards_of[ISG.detains] == [contents.cards[claim(1)]]
    assert contents.cards[claim(1)] in contents.cards_of[Iri(f"{BASE}work/atlas")]


def test_number_follows_a_colon(contents: Contents) -> None:
    """A claim without an object is told as subject and number or state."""
    told = [card.statement for card in contents.cards.values() if not card.object]

    assert all(": " in statement for statement in told)
    assert len(told) > 1


def test_what_has_no_page_is_not_linked(contents: Contents) -> None:
    """A name that the store does not know is text."""
    assert contents.link(f"{BASE}actor/nobody") == Link("nobody", None)
    assert contents.link("javascript:alert(1)").path is None
