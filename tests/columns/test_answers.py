"""What columns answer is what SPARQL answers, on the tiny world and on made-up claims."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.made_up_claims import write_claims
from isgraph import columns as room
from isgraph.claims import bounds_of, published, read
from isgraph.columns import Columns, fill
from isgraph.dates import When, certainty, days
from isgraph.store import Store, load
from isgraph.terms import BASE
from isgraph.vocab import ISG

TINY = Path(__file__).parents[1] / "tiny.ttl"
SUPPORT = "isg:backs|isg:praises|isg:leads|isg:memberOf"
HOSTILITY = "isg:opposes|isg:fights|isg:attacks|isg:criticises|isg:detains"


@pytest.fixture(scope="module", params=["tiny", "made up"])
def world(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Open a world whose direct triples are those that its claims license."""
    if request.param == "tiny":
        return load(TINY)
    file = tmp_path_factory.mktemp("made-up") / "claims.nt"
    write_claims(file, 6000)
    return load(file)


@pytest.fixture
def columns(world: Store) -> Columns:
    """Return its columns."""
    return fill(world)


def rows(store: Store, sparql: str) -> list[tuple[Any, ...]]:
    """Return the rows of an answer, sorted."""
    return sorted(tuple(row) for row in store.query(sparql))


@pytest.mark.parametrize("text", ["2013-06-01", "2019-06-15", "2024-06-15", "2024-06", "2020"])
def test_held_on_a_day(world: Store, columns: Columns, text: str) -> None:
    """Each claim held certainly, possibly or not, as its bounds say."""
    when: When = days(text)
    words = {None: room.NOT_HELD, "possible": room.POSSIBLE, "certain": room.CERTAIN}
    expected = [
        words[certainty(bounds_of(claim, published(world, claim.passage)), when)]
        for claim in read(world)
    ]

    assert room.certainties(columns, when).tolist() == expected
    assert room.held(columns, when).tolist() == [number > 0 for number in expected]
    assert room.held(columns, when, certainly=True).tolist() == [n == 2 for n in expected]
    assert len(set(expected)) > 1


def test_held_as_in_sparql(world: Store, columns: Columns) -> None:
    """The bounds that stand in the store give the same claims."""
    expected = rows(
        world,
        """SELECT ?c { ?c isg:epistemicStatus ?status .
           OPTIONAL { ?c isg:beginEarliest ?begin } OPTIONAL { ?c isg:endLatest ?end }
           FILTER(!BOUND(?begin) || ?begin <= "2019-06-15"^^xsd:date)
           FILTER(!BOUND(?end) || ?end >= "2019-06-15"^^xsd:date) }""",
    )
    found = columns.named(columns.ids[room.held(columns, date(2019, 6, 15))].tolist())

    assert [(iri,) for iri in found] == expected


def test_counts(world: Store, columns: Columns) -> None:
    """Claims are counted by relation, and by either end."""
    by_kind = "SELECT ?k (COUNT(?c) AS ?n) { ?c isg:predicate ?k } GROUP BY ?k"
    by_end = "SELECT ?x (COUNT(?c) AS ?n) { ?c isg:subject|isg:object ?x } GROUP BY ?x"
    related = columns.truths["is_relation"]
    found = room.counts(columns, "subject", "object")

    assert sorted(map(tuple, room.counts(columns, "kind", chosen=related))) == rows(world, by_kind)
    assert sorted(map(tuple, found)) == rows(world, by_end)
    assert [row.claims for row in found] == sorted((row.claims for row in found), reverse=True)


def test_contradictions(world: Store, columns: Columns) -> None:
    """Who both supports and opposes somebody is found, one direction at a time."""
    expected = rows(world, f"SELECT DISTINCT ?a ?b {{ ?a {SUPPORT} ?b . ?a {HOSTILITY} ?b }}")

    assert list(map(tuple, room.contradictions(columns))) == expected
    assert expected


def test_contradictions_of_a_day_are_those_of_the_store_of_that_day(world: Store) -> None:
    """Chosen claims answer as a store that holds them alone."""
    day = date(2019, 6, 15)
    kept = fill(world.restrict(on=day))
    columns = fill(world)

    assert room.contradictions(columns, chosen=room.held(columns, day)) == room.contradictions(kept)


def test_reach(world: Store, columns: Columns) -> None:
    """From every actor the same are reached as by a property path."""
    actors = [row.word for row in room.counts(columns, "subject", "object")][:12]
    reached = Counter[str]()
    for path in ("opposes+/backs*", "opposes", "backs*", "fights/backs+"):
        for actor in actors:
            steps = "/".join(f"isg:{step}" for step in path.split("/"))
            expected = rows(world, f"SELECT DISTINCT ?x {{ <{actor}> {steps} ?x }}")
            found = room.reach(columns, actor, *path.split("/"))

            assert [(iri,) for iri in found] == expected
            reached[path] += len(found)
    assert all(reached[path] for path in ("opposes+/backs*", "opposes", "backs*"))


def test_reach_from_nobody(columns: Columns) -> None:
    """Who is not there reaches nobody, or with a path of no steps himself, as in SPARQL."""
    nobody = BASE + "actor/nobody"

    assert room.reach(columns, nobody, "backs+") == []
    assert room.reach(columns, nobody, "backs*") == [nobody]


@pytest.mark.parametrize("answered", [False, True])
def test_without(world: Store, columns: Columns, answered: bool) -> None:
    """Between whom one sort of claim runs and another does not, as FILTER NOT EXISTS has it."""
    ends = "isg:subject ?b ; isg:object ?a" if answered else "isg:subject ?a ; isg:object ?b"
    expected = rows(
        world,
        f"""SELECT DISTINCT ?a ?b {{ ?c isg:predicate isg:backs ; isg:subject ?a ; isg:object ?b .
            FILTER NOT EXISTS {{ ?d isg:predicate isg:praises ; {ends} }} }}""",
    )
    backing = columns.among("kind", [ISG.backs])
    praise = columns.among("kind", [ISG.praises])
    found = room.without(columns, backing, praise, answered=answered)

    assert list(map(tuple, found)) == expected


def test_triangles(world: Store, columns: Columns) -> None:
    """Rings of three are those of three triple patterns."""
    for kinds in (("backs", "opposes", "fights"), ("fights", "fights", "memberOf")):
        one, two, three = kinds
        pattern = f"?a isg:{one} ?b . ?b isg:{two} ?c . ?c isg:{three} ?a"
        expected = rows(world, f"SELECT DISTINCT ?a ?b ?c {{ {pattern} }}")

        assert list(map(tuple, room.triangles(columns, *kinds))) == expected


def test_made_up_claims_are_canonical(tmp_path: Path) -> None:
    """The generator derives as the one rule does, so that columns and queries can be compared."""
    write_claims(tmp_path / "claims.nt", 3000)
    store = load(tmp_path / "claims.nt")
    before = set(store.triples())
    kept = room.keep(store, np.ones(len(fill(store)), bool))

    assert set(kept.triples()) == before
    assert len(list(store.data())) == pytest.approx(3000, rel=0.1)
