"""Lists of what there is."""

from __future__ import annotations

import pytest

from isgraph.errors import NameNotFoundError
from isgraph.lists import NAMES, rows
from isgraph.store import Store


@pytest.mark.parametrize("what", NAMES)
def test_every_list_has_rows_in_order(tiny: Store, what: str) -> None:
    """No list is empty on the tiny world, and each stands in the same order every time."""
    found = rows(tiny, what)

    assert found
    assert rows(tiny, what) == found
    assert max(map(len, found.table().splitlines())) <= 80


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("actors", ("group-a", "Group A", "non-state armed group", "GA")),
        ("places", ("northland", "Northland", "region", "")),
        ("works", ("atlas", "Atlas of Northland", "work", "")),
    ],
)
def test_entities(tiny: Store, what: str, expected: tuple[str, ...]) -> None:
    """An entity is listed by slug, label, class and aliases."""
    assert expected in rows(tiny, what)


def test_documents(tiny: Store) -> None:
    """A document is listed with title and day."""
    found = rows(tiny, "documents")

    assert [(row.document, row.title, str(row.issued)) for row in found] == [
        ("tiny-2025-01-31", "A tiny report", "2025-01-31")
    ]


def test_what_can_be_said(tiny: Store) -> None:
    """Kinds, classes, statuses and codes come from the ontology with their definitions."""
    assert "detains" in {row.relation for row in rows(tiny, "kinds")}
    assert "NonStateArmedGroup" in {row[0] for row in rows(tiny, "classes")}
    assert {row.axis for row in rows(tiny, "statuses")} == {"epistemic", "modality"}
    assert len(rows(tiny, "statuses")) == 13
    assert {"troops", "weakened", "about", "uncited", "pronoun"} <= {
        row.code for row in rows(tiny, "codes")
    }
    assert all(row.definition for row in rows(tiny, "kinds"))


def test_an_unknown_list_is_refused(tiny: Store) -> None:
    """A misspelt list is refused with the nearest, and all are named."""
    with pytest.raises(NameNotFoundError, match="Nearest: 'actors'") as caught:
        rows(tiny, "actor")

    assert caught.value.nearest == list(NAMES)
    assert all(name in str(caught.value) for name in NAMES)
