"""The lists name everything there is, with counts that add up."""

from isgraph.site.contents import Contents
from isgraph.site.tables import pages


def test_lists_name_every_thing(contents: Contents) -> None:
    """Each thing with a page stands in the list of its room."""
    listed = {
        row[0].path
        for page in pages(contents)
        for row in page.values.get("rows", ())
        if page.path != "speakers.html"
    }

    assert {contents.link(iri).path for iri in (*contents.things, *contents.documents)} == listed


def test_counts_add_up(contents: Contents) -> None:
    """The first page counts each claim once, by status and by modality."""
    first = next(iter(pages(contents)))

    assert {name: n for name, _, n in first.values["counts"]}["claims"] == 18
    for _, codes in first.values["statuses"]:
        assert sum(count for *_, count in codes) == 18


def test_speakers_are_counted(contents: Contents) -> None:
    """Who speaks most comes first."""
    page = next(page for page in pages(contents) if page.path == "speakers.html")
    counts = [count for _, count in page.values["rows"]]
    speakers = {iri for card in contents.cards.values() for iri in card.claim.claimants}

    assert counts == sorted(counts, reverse=True)
    assert {link.path for link, _ in page.values["rows"]} == {
        contents.link(iri).path for iri in speakers
    }
    assert sum(counts) == 4
