"""Measures with their ranges, and the way from a figure to its claims."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from click.testing import Result

from isgraph import Store, project
from isgraph.analysis.measures import ALL, CAUTION, FEWEST, all_measures, measure
from isgraph.analysis.robustness import variants
from isgraph.analysis.ties import fold
from isgraph.errors import EmptyNetworkError, NameNotFoundError


@pytest.fixture(scope="module")
def network(shipped: Store) -> nx.MultiDiGraph[str]:
    """Return the shipped network."""
    return project(shipped)


@pytest.mark.parametrize("name", all_measures())
def test_every_measure(network: nx.MultiDiGraph[str], name: str) -> None:
    """Each gives a figure for every actor or one for the whole, within its range."""
    found = measure(network, name)

    if all_measures()[name].is_whole:
        assert [row.evidence for row in found.rows] == [ALL, *variants(network)]
        return
    assert len(found.rows) == len(network)
    assert len({row.actor for row in found.rows}) == len(network)
    for row in found.rows:
        assert row.least <= row.value <= row.most
    values = [row.value for row in found.rows]
    assert values == sorted(values, reverse=not all_measures()[name].lowest_first)


def test_the_range_is_that_of_the_variants(network: nx.MultiDiGraph[str]) -> None:
    """Least and most are figures that some evidence alone would give."""
    compute = all_measures()["degree"].compute
    scores = [compute(network), *map(compute, variants(network).values())]
    row = measure(network, "degree").rows[0]
    node = next(n for n, label in network.nodes(data="label") if label == row.actor)
    found = [figures[node] for figures in scores]

    assert (row.value, row.least, row.most) == (found[0], min(found), max(found))


def test_equal_figures_share_a_rank(network: nx.MultiDiGraph[str]) -> None:
    """The rank of a figure is how many are above it, and one."""
    rows = measure(network, "degree").rows

    for row in rows:
        assert row.rank == 1 + sum(other.value > row.value for other in rows)


def test_a_figure_leads_to_its_claims(network: nx.MultiDiGraph[str]) -> None:
    """The claims of an actor are those of its ties, by label or by IRI."""
    found = measure(network, "degree")
    row = found.rows[0]
    node = next(n for n, label in network.nodes(data="label") if label == row.actor)
    expected = {
        claim for _, _, tie in fold(network).edges(node, data=True) for claim in tie["claims"]
    }

    assert set(found.claims(row.actor)) == set(found.claims(node)) == expected
    assert row.claims == len(expected)


def test_other_evidence_says_who_is_first(network: nx.MultiDiGraph[str]) -> None:
    """A row for each variant, with its highest actors and their figures."""
    found = measure(network, "degree")
    firsts = found.parts["With other evidence"]
    top = found.rows[0]

    assert [row.evidence for row in firsts] == [ALL, *variants(network)]
    assert firsts[0].first == f"{top.actor} {top.value}"
    assert CAUTION in found.text().replace("\n", " ")


def small(pairs: int) -> nx.MultiDiGraph[str]:
    """Return a path of some ties, two of them reported."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(pairs):
        made.add_edge(
            str(number), str(number + 1), id=f"c{number}", document_id="d", sources=[],
            status="reported" if number < 2 else "asserted", valid_time="2024-05", as_of=None,
        )  # fmt: skip
    return made


def test_too_small_a_network_is_refused() -> None:
    """A figure of four actors would mislead; the message says why and what to do."""
    with pytest.raises(EmptyNetworkError, match=f"Only {FEWEST - 1} actors"):
        measure(small(FEWEST - 2), "degree")


def test_too_small_a_variant_is_named() -> None:
    """What remains without some evidence is not measured where it is too small."""
    found = measure(small(FEWEST), "degree")

    assert "Too small to be measured" in found.text()
    assert "without reported claims" in " ".join(found.notes)


def test_an_unknown_measure_is_refused(tiny: Store) -> None:
    """The nearest name is offered."""
    with pytest.raises(NameNotFoundError, match="betweenness"):
        measure(project(tiny), "betweeness")


def test_on_the_command_line(cli: Callable[..., Result]) -> None:
    """All are listed with what they say; one gives rows, ranges and the caution."""
    listed = cli("measure")
    one = cli("measure", "betweenness", "--on", "2025-03-18", "--top", "3")
    as_csv = cli("measure", "degree", "--top", "2", "--format", "csv")

    assert listed.exit_code == one.exit_code == as_csv.exit_code == 0
    assert all(name in listed.stdout for name in all_measures())
    assert one.stdout.split()[:4] == ["actor", "value", "least", "most"]
    assert "absence of a line" in one.stdout
    assert max(map(len, one.stdout.splitlines())) <= 80
    assert len(as_csv.stdout.splitlines()) == 3
    assert cli("measure", "betweeness").exit_code == 1
    along = cli("series", "degree", "--actor", "SDF", "--on", "2024", "--on", "2025")
    assert "2024-01-01/2024-12-31" in along.stdout
    assert "gatekeeper" in cli("roles", "--by", "kind").stdout
