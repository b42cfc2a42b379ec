"""Pages of things: claims by family and end, in the order of dates or of the text."""

from isgraph.site.contents import Contents
from isgraph.site.pages import Page
from isgraph.site.things import groups, pages
from isgraph.terms import BASE, Iri


def page(contents: Contents, path: str) -> Page:
    """Find a page by its path."""
    return next(found for found in pages(contents) if found.path == path)


def test_groups_tell_both_ends_apart(contents: Contents) -> None:
    """What an actor does and what is done to it stand under headings of their own."""
    found = {group.name: group for group in groups(contents, Iri(f"{BASE}actor/group-a"))}
    headings = [heading for heading, _ in found["supportive"].parts]

    assert any(heading.after == "Group A" for heading in headings)
    assert [heading.before for heading, _ in found["custody"].parts] == ["Group A"]


def test_relation_that_holds_both_ways_has_one_heading(contents: Contents) -> None:
    """Who is named first in a fight does not matter."""
    (hostile,) = (g for g in groups(contents, Iri(f"{BASE}actor/group-b")) if g.name == "hostile")

    assert "Group B" in [h.before for h, _ in hostile.parts if h.kind.label == "fights"]


def test_every_claim_of_a_thing_is_in_one_group(contents: Contents) -> None:
    """No claim is lost and none is told twice."""
    for iri in contents.things:
        told = [
            card.told.id for group in groups(contents, iri) for _, cards in group.parts
            for card in cards
        ]  # fmt: skip
        parts = [card.told.id for card in contents.cards_of[iri] if iri in card.parts]

        assert sorted(told) == parts


def test_timeline_is_in_the_order_of_days(contents: Contents) -> None:
    """Only claims with a date of their own are in it, the oldest first."""
    timeline = page(contents, "actor/country-x.html").values["timeline"]
    days = [str(card.told.begin_earliest or card.told.end_earliest) for card in timeline]

    assert len(days) > 2
    assert days == sorted(days)
    assert all(card.told.valid_time or card.told.as_of != "2025-01-31" for card in timeline)


def test_document_is_in_the_order_of_its_text(contents: Contents) -> None:
    """Claims follow each other as their passages do."""
    sections = page(contents, "document/tiny-2025-01-31.html").values["sections"]
    starts = [
        card.told.char_start for _, _, parts in sections for _, cards in parts for card in cards
    ]

    assert len(starts) == len(contents.cards)
    assert starts == sorted(starts)


def test_claim_leads_to_its_neighbours(contents: Contents) -> None:
    """The claims before and after, of the same passage and of the same two are at hand."""
    values = page(contents, "claim/c0002.html").values

    assert values["previous"].told.id == "c0001"
    assert values["following"].told.id == "c0003"
    assert "c0001" in [card.told.id for card in values["beside"]]
    assert values["in_diagram"]


def test_work_knows_the_notes_that_cite_it(contents: Contents) -> None:
    """A work names document, note and page, and the claims that rest on it."""
    values = page(contents, "work/atlas.html").values

    assert [(link.label, note, at) for link, note, at in values["notes"]] == [
        ("A tiny report", 1, "p4")
    ]
    assert "c0001" in [card.told.id for card in values["resting"]]


def test_title_of_a_claim_says_how_it_is_put(contents: Contents) -> None:
    """Whoever cites a plan or a report by its title cites it as one."""
    titles = {found.path: found.title for found in pages(contents) if "claim/" in found.path}

    assert titles["claim/c0001.html"].startswith("Claim c0001 (reported): Group A detains")
    assert titles["claim/c0002.html"].startswith("Claim c0002: Country X backs")
    assert titles["claim/c0007.html"].startswith("Claim c0007 (reported, planned): Country X")
