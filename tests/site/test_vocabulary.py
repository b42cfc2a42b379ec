"""The ontology is told term by term, each with the claims that use it."""

from isgraph.site.contents import Contents
from isgraph.site.vocabulary import pages


def test_relation_has_a_page_with_its_claims(contents: Contents) -> None:
    """Definition, family, sign, ends and claims are there."""
    page = next(page for page in pages(contents) if page.path == "term/detains.html")
    facts = {name: [link.label for link in links] for name, links in page.values["facts"]}

    assert page.values["definition"] == "Holds in custody or in a guarded camp."
    assert facts["Family"] == ["custody"]
    assert facts["Sign"] == ["hostile"]
    assert facts["Narrower than"] == ["opposes"]
    assert [card.told.id for card in page.values["cards"]] == ["c0001"]


def test_whole_vocabulary_names_every_relation_once(contents: Contents) -> None:
    """No relation is left out of the families, and none is in two."""
    whole = next(iter(pages(contents)))
    told = [row[1].iri for _, rows in whole.values["families"] for row in rows]

    assert sorted(told) == sorted(contents.relations)


def test_statuses_are_counted(contents: Contents) -> None:
    """Each claim has one status."""
    whole = next(iter(pages(contents)))
    codes = {title: codes for _, title, codes in whole.values["coded"]}

    assert sum(count for _, count in codes["Statuses"]) == len(contents.cards)
