"""Every thing has one page, under a name that no disk refuses or takes for another's."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isgraph.site.addresses import address, file_name, root_of
from isgraph.terms import BASE, ONTOLOGY

SAFE = set(string.ascii_lowercase + string.digits + "-_~")


@given(st.text())
def test_file_name_is_plain_and_short(slug: str) -> None:
    """Whatever a slug holds, its file name holds small letters, digits and three marks."""
    name = file_name(slug)

    assert set(name) <= SAFE
    assert 0 < len(name) <= 120


@given(st.text(), st.text())
def test_two_slugs_have_two_file_names(one: str, other: str) -> None:
    """Not even a disk that knows no capitals mixes two slugs up."""
    assert (one == other) == (file_name(one).lower() == file_name(other).lower())


def test_long_slugs_that_begin_alike_have_two_file_names() -> None:
    """What is cut off is told apart by its digest."""
    assert file_name("a" * 300 + "b") != file_name("a" * 300 + "c")


@pytest.mark.parametrize("device", ["con", "nul", "com1", "lpt9"])
def test_names_of_devices_are_no_file_names(device: str) -> None:
    """Some systems open a device under these names, whatever stands behind the dot."""
    assert file_name(device) == f"{device}~"


@pytest.mark.parametrize(
    ("path", "iri"),
    [
        ("actor/group-a.html", f"{BASE}actor/group-a"),
        ("claim/c0001.html", f"{BASE}claim/c0001"),
        ("actor/~2e~2e~2fx.html", f"{BASE}actor/../x"),
        ("term/withdraws-forces-from.html", f"{ONTOLOGY}withdrawsForcesFrom"),
        (None, f"{BASE}passage/p1"),
        (None, f"{BASE}actor/"),
        (None, "https://example.org/actor/group-a"),
        (None, "javascript:alert(1)"),
    ],
)
def test_address_of_an_iri(path: str | None, iri: str) -> None:
    """Only what is ours has a page, and no page is outside its room."""
    assert address(iri) == path


def test_root_of_a_page() -> None:
    """A page in a room goes up once, a page at the top does not."""
    assert root_of("claim/c0001.html") == "../"
    assert root_of("claims.html") == ""
