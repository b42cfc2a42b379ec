"""Glance: opened in part, a file tells of a name what it tells when opened whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from isgraph.entities import entities
from isgraph.errors import LoadError, NameNotFoundError, StoreError
from isgraph.glance import glance
from isgraph.profile import show
from isgraph.store import Store, load
from isgraph.terms import BASE

TINY = Path(__file__).parent / "tiny.ttl"


def test_in_part_as_whole(tiny: Store) -> None:
    """Each entity of the tiny world has the same profile, from fewer triples."""
    for thing in entities(tiny):
        store, entity = glance(TINY, thing.label)

        assert entity == thing
        assert str(show(store, entity.iri)) == str(show(tiny, entity.iri))
        assert len(store) < len(tiny)


def test_in_part_as_whole_on_the_shipped_data(shipped: Store) -> None:
    """The same holds for the actors of the shipped data that are claimed about most."""
    for name in ("SDF", "Islamic State", "United States", "Ahmed al-Sharaa", "PMF"):
        store, entity = glance(None, name)

        assert str(show(store, entity.iri)) == str(show(shipped, entity.iri))


@pytest.mark.parametrize(
    "name",
    [*(f"c{number:04}" for number in range(1, 19)), "claim:c0008", f"{BASE}claim/c0007",
     "psg:tiny-0003", "atlas", "cit:tiny-001-1", "doc:tiny-2025-01-31"],
)  # fmt: skip
def test_what_is_named_by_its_id_in_part_as_whole(tiny: Store, name: str) -> None:
    """A claim is opened with those that it disputes, and what holds claims with all of them."""
    store, entity = glance(TINY, name)

    assert str(show(store, entity.iri)) == str(show(tiny, name))
    assert len(store) < len(tiny) or entity.kind_label == "document"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("actor:group-a ", "<https://w3id.org/isgraph/actor/group-a> "),
        lambda text: text.replace("\n\nclaim:", "\nclaim:"),
        lambda text: "# a remark\n" + text,
    ],
)
def test_other_forms_are_opened_whole(tiny: Store, tmp_path: Path, change: object) -> None:
    """A file that is not canonical is opened whole, and loses no claim."""
    path = tmp_path / "other.ttl"
    path.write_text(change(TINY.read_text("utf-8")), "utf-8")  # type: ignore[operator]
    store, entity = glance(path, "Group A")

    assert len(store) == len(load(path)) == len(tiny)
    assert str(show(store, entity.iri)) == str(show(tiny, entity.iri))


def test_refusals(tmp_path: Path) -> None:
    """A missing file, a broken one and an unknown name are refused as elsewhere."""
    broken = tmp_path / "broken.ttl"
    broken.write_text(TINY.read_text("utf-8").replace('"Group A"@en ;', '"Group A ;'), "utf-8")

    with pytest.raises(StoreError):
        glance(tmp_path / "none.ttl", "Group A")
    with pytest.raises(LoadError, match="line"):
        glance(broken, "Group A")
    with pytest.raises(NameNotFoundError, match="Nearest: 'Group A'"):
        glance(TINY, "Groupp A")
