"""Speakers: shares, concentration, and who is spoken of without speaking."""

from __future__ import annotations

import pytest

from isgraph.analysis.speakers import CAUTION, ROLES, speakers
from isgraph.analysis.ties import fold
from isgraph.evidence import tell
from isgraph.network import project
from tests.analysis.stores import both, like, with_claims

FOUND = speakers(both())


def test_each_role_by_count() -> None:
    """Claims of each source, counted anew from the evidence."""
    told = tell(both())
    atlas = [item.id for item in told if "Atlas of Northland" in {w.work for w in item.sources}]
    row = next(row for row in FOUND.rows if row.name.startswith("Atlas of Northland ("))

    assert row.claim_ids == ", ".join(atlas)
    assert (row.claims, row.share) == (len(atlas), round(len(atlas) / len(told), 4))
    assert FOUND.claims(row.name) == atlas
    assert {row.role for row in FOUND.rows} == {*ROLES} - {"author"}


def test_ties_that_rest_on_a_document() -> None:
    """Ties are counted as they are folded."""
    only = fold(project(both())).edges(data=True)
    later = sum(any(claim > "c0100" for claim in tie["claims"]) for *_, tie in only)
    row = next(row for row in FOUND.rows if row.name == "A later report")

    assert row.ties == later


@pytest.mark.parametrize("role", ["claimant", "work", "publisher", "document"])
def test_concentration(role: str) -> None:
    """The index is the sum of squared shares, between one part each and all in one."""
    counts = [row.claims for row in FOUND.rows if row.role == role]
    expected = sum((count / sum(counts)) ** 2 for count in counts)
    row = next(row for row in FOUND.concentration if row.role == role)

    assert row.index == round(expected, 4)
    assert 1 / row.names - 1e-4 <= row.index <= 1
    assert row.as_many_as == round(1 / expected, 1)
    assert row.its_share == round(counts[0] / sum(counts), 4)


def test_one_source_alone() -> None:
    """Where all comes from one publisher, the index is one."""
    row = next(row for row in FOUND.concentration if row.role == "publisher")

    assert (row.names, row.index, row.as_many_as, row.its_share) == (1, 1, 1, 1)


def test_who_speaks() -> None:
    """Country X is a claimant, the groups are only spoken of."""
    voices = {row.actor: (row.spoken_of, row.speaks) for row in FOUND.voices}

    assert voices["Country X"] == (16, 2)
    assert voices["Group B"] == (10, 0)
    assert FOUND.unheard()[0].actor == "Group A"


def test_a_body_speaks() -> None:
    """What the leader of a group says is heard as its voice."""
    person = next(claim for claim in tell(both()) if claim.id == "c0006").subject
    store = with_claims(like("c0101", 970, claimants=(person,)))
    row = next(row for row in speakers(store).voices if row.actor == "Group A")
    tie = next(
        row for row in speakers(store).ties if (row.one, row.other) == ("Country X", "Group A")
    )

    assert (row.speaks, row.bodies_speak) == (0, 1)
    assert tie.speaks == "other"


def test_a_network() -> None:
    """Of a network its own claims are counted."""
    only = speakers(project(both(), kinds=["detains"]))

    assert {row.claim_ids for row in only.ties} == {"c0001"}


def test_what_is_printed() -> None:
    """Each role, the concentration and the silent, in 80 columns, with the caution."""
    text = FOUND.text(1)

    assert max(map(len, text.splitlines())) <= 80
    assert " ".join(text.split()).endswith(CAUTION)
    assert "and 1 more" in text
    assert "rest on one work or document" in " ".join(text.split())
    assert FOUND._repr_html_().count("<table>") == 3
