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
    assert set(found.full[0].claim_ids.split(", ")) == expected
    assert {told.claim for told in found.of(row.actor).rows} == expected
    with pytest.raises(NameNotFoundError, match="Nearest"):
        found.claims(row.actor + "x")


def test_claims_of_one_direction(network: nx.MultiDiGraph[str]) -> None:
    """In-degree counts claims that come in, out-degree those that go out."""
    actor = measure(network, "degree").rows[0].actor
    both, into, out = (
        set(measure(network, name).claims(actor)) for name in ("degree", "in-degree", "out-degree")
    )

    assert into | out == both
    assert into != both != out


def test_the_evidence_of_a_range(network: nx.MultiDiGraph[str]) -> None:
    """The least and the most of each actor are told with the evidence that gives them."""
    compute = all_measures()["degree"].compute
    row = measure(network, "degree").full[0]
    node = next(n for n, label in network.nodes(data="label") if label == row.actor)
    figures = {ALL: compute(network)[node]}
    figures |= {how: compute(variant)[node] for how, variant in variants(network).items()}

    assert (figures[row.least_by], figures[row.most_by]) == (row.least, row.most)
    assert row.least < row.value


def test_what_a_figure_rests_on(network: nx.MultiDiGraph[str]) -> None:
    """A degree counts the ties of an actor, betweenness looks at all of them."""
    said = {name: measure(network, name).text() for name in ("degree", "betweenness", "balance")}

    assert "The claims are those that the figure counts" in said["degree"]
    assert "rests on all ties of the network" in " ".join(said["betweenness"].split())
    assert "It rests on all ties of the network" in said["balance"]


def test_only_actors_with_a_tie_are_printed(shipped: Store) -> None:
    """The first twenty of those with a tie are printed, and how many more there are is told."""
    found = measure(project(shipped, on="2025-03-18"), "betweenness")
    tied = [row for row in found.rows if row.claims]

    assert len(tied) < len(found.rows)
    assert list(found.listed) == tied
    assert f"… and {len(tied) - 20} more, with --top" in found.text()


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
    with pytest.raises(EmptyNetworkError, match="no claim is of two actors"):
        measure(small(0), "degree")


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
    assert one.stdout.startswith("Betweenness of what may have held on 18 March 2025: ")
    assert "absence of a line" in one.stdout
    assert max(map(len, one.stdout.splitlines())) <= 80
    assert len(as_csv.stdout.splitlines()) == 3
    assert cli("measure", "betweeness").exit_code == 1
    along = cli("series", "degree", "--actor", "SDF", "--on", "2024", "--on", "2025")
    assert "2024-01-01/2024-12-31" in along.stdout
    assert "gatekeeper" in cli("roles", "--by", "kind").stdout


def test_a_figure_on_the_command_line(cli: Callable[..., Result]) -> None:
    """The claims behind it are printed for a name; a figure of the whole has no such actor."""
    of_one = cli("measure", "degree", "--of", "SDF", "--format", "csv").stdout.splitlines()
    in_all = cli("measure", "degree", "--format", "csv").stdout.splitlines()
    row = next(line for line in in_all if line.startswith("Syrian Democratic Forces,"))
    brokered = cli("roles", "--of", "Turkey")

    assert of_one[0] == "claim,statement,time,status"
    assert all(line.split(",")[0] in row for line in of_one[1:])
    assert len(of_one) > 20
    assert "Turkey, of all claims, stands between" in brokered.stdout
    assert "claim_ids" in cli("roles", "--top", "1", "--format", "csv").stdout
    assert cli("measure", "balance", "--of", "SDF").exit_code == 2


def test_the_evidence_of_the_whole_is_not_cut(cli: Callable[..., Result]) -> None:
    """--top leaves the range of a figure of the whole network alone."""
    whole = cli("measure", "balance").stdout

    assert "only news-2025-11-11" in whole
    assert cli("measure", "balance", "--top", "1").stdout == whole


@pytest.mark.parametrize(
    "words",
    [
        ("measure", "degree", "--status", "planned"),
        ("roles", "--on", "1900", "--certainly"),
        ("camps", "--on", "1900", "--certainly"),
        ("speakers", "--known-by", "2020-01-01"),
    ],
)
def test_nothing_is_left(cli: Callable[..., Result], words: tuple[str, ...]) -> None:
    """An empty network is refused with the reason and what to leave out."""
    refused = cli(*words)

    assert refused.exit_code == 1
    assert " is left " in refused.stderr.replace(":", " ")
    assert f"Leave out {words[2 if words[0] == 'measure' else 1]}" in refused.stderr
