"""A page knows where it goes and what is above it."""

from isgraph.site.addresses import Link
from isgraph.site.pages import page_of
from isgraph.terms import BASE, Iri


def test_page_of_a_thing_stands_below_the_list_of_its_room() -> None:
    """Breadcrumbs lead over the list to the first page."""
    page = page_of(Iri(f"{BASE}actor/group-a"), "Group A", "actor", {})

    assert page.path == "actor/group-a.html"
    assert page.above == (Link("isgraph", "index.html"), Link("Actors", "actors.html"))
