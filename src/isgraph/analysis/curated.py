"""Curated structure beside computed camps: whether members, parts and leaders are in one."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import mean

from isgraph.analysis.communities import SEED, Camp, camps
from isgraph.analysis.measures import CAUTION
from isgraph.analysis.reports import Report
from isgraph.analysis.selection import caption, nothing_left
from isgraph.analysis.stability import Stability, steadiness
from isgraph.analysis.ties import fold, is_said_to_be_so
from isgraph.errors import EmptyNetworkError
from isgraph.network import Network, as_network
from isgraph.rows import Row, Rows
from isgraph.store import Store

STRUCTURE = "structural"
"""The family of relations that say who belongs to whom; which they are is in the ontology."""

_NOTES = (
    "Camps are computed, not claimed: no source puts these actors together, and a camp is no "
    "judgement on a member. Structure is among the bonds that camps are made of, so that those "
    "bound by it tend to be together; camps from support alone are the fair comparison.",
    "Stability is the adjusted Rand index (1: the same camps; 0: no more alike than by chance); "
    "`kept` is the mean of the best Jaccard index of a camp when a tenth of the ties is left "
    "out. Hennig's rule of thumb is for drawn samples, a harder trial: below 0.6 a group should "
    "not be trusted, and up to 0.75 who belongs to it is doubtful.",
    CAUTION,
)


class CampReport(Report):
    """Camps, how steady they are, and how they agree with the curated structure.

    Attributes
    ----------
    camps
        As `isgraph.analysis.communities.camps` gives them.
    rows
        `camp, label, members, kept`; see `stability`.
    members
        `actor, camp`, in the order of the camps.
    stability
        `against, mean, least`: the adjusted Rand index of the camps and those
        found with other seeds, and with a tenth of the ties left out.
    structure
        `camps_from, relation, together, apart, outside, share, by_chance`: how
        many pairs that a structural relation binds are in one camp, in two,
        or not both in a camp; the share of those together among those in
        camps, and what it would be of any two members of camps.
    pairs
        `subject, relation, object, where, camp, other_camp, claims`: the same
        pairs one by one, those apart first.
    """

    def __init__(self, network: Network, runs: int, seed: int) -> None:
        if not fold(network).number_of_edges():
            raise EmptyNetworkError(nothing_left(network))
        self.camps = camps(network, seed=seed)
        steady = steadiness(network, self.camps, runs=runs)
        self.stability = _list_stability(steady if self.camps else Stability([], [], {}))
        rows = Rows(
            ("camp", "label", "members", "kept"),
            ((c.id, c.label, len(c.members), steady.kept[c.id]) for c in self.camps),
        )
        self.members = Rows(
            ("actor", "camp"),
            ((_label(network, node), camp.id) for camp in self.camps for node in camp.members),
        )
        bound = _structure(network)
        alone = network.copy()
        alone.remove_edges_from(
            [
                (one, other, key)
                for one, other, key, family in network.edges(keys=True, data="family")
                if family == STRUCTURE
            ]
        )
        self.pairs = _list_pairs(network, bound, self.camps)
        self.structure = Rows(
            ("camps_from", "relation", "together", "apart", "outside", "share", "by_chance"),
            [
                *_compare("all bonds", bound, self.camps),
                *_compare("support alone", bound, camps(alone, seed=seed)),
            ],
        )
        apart = Rows(self.pairs.columns, [row for row in self.pairs if row.where == "apart"])
        parts = {
            "Stability": self.stability,
            "Pairs bound by structure": self.structure,
            f"Bound by structure, and in two camps ({len(apart)})": apart,
        }
        told = caption(network, "Camps")
        told += "" if self.camps else " No three actors are bound closely enough to be a camp."
        super().__init__(rows, parts, _NOTES, caption=told)


def compare_camps(network: Store | Network, *, runs: int = 20, seed: int = SEED) -> CampReport:
    """Hold the camps of a network against chance, and against its curated structure.

    Structure is what sources say of who is a member, a part, an affiliate or
    a leader of whom: the relations that the ontology counts to the structural
    family. Claims that are alleged, denied, negated or planned do not count.

    Parameters
    ----------
    network
        Of the day and the claims that `isgraph.project` was asked for.
    runs
        How many times camps are found anew, for each sort of stability.
    seed
        Where chance starts.

    References
    ----------
    As for `camps`, and `isgraph.analysis.stability.steadiness`.

    Examples
    --------
    >>> from isgraph import project
    >>> compare_camps(project(tiny), runs=2).structure.columns[:3]
    ('camps_from', 'relation', 'together')
    """
    network = as_network(network)
    return CampReport(network, runs, seed)


def _structure(network: Network) -> dict[tuple[str, str, str], list[str]]:
    """Return the claims of each pair and relation of the structural family."""
    bound: dict[tuple[str, str, str], list[str]] = {}
    for subject, object_, claim in network.edges(data=True):
        if claim.get("family") == STRUCTURE and is_said_to_be_so(claim) and subject != object_:
            relation = str(claim.get("label") or claim.get("kind"))
            bound.setdefault((relation, subject, object_), []).append(str(claim.get("id")))
    return {key: sorted(bound[key]) for key in sorted(bound)}


def _compare(
    camps_from: str, bound: Iterable[tuple[str, str, str]], found: list[Camp]
) -> list[Row]:
    of, chance = _camp_of(found), _by_chance(found)
    counts: dict[str, dict[str, int]] = {}
    for relation, subject, object_ in bound:
        for name in (relation, "all of them"):
            places = counts.setdefault(name, {"together": 0, "apart": 0, "outside": 0})
            places[_place(of, subject, object_)] += 1
    rows: list[Row] = []
    for relation in sorted(counts, key=lambda name: (name == "all of them", name)):
        together, apart, outside = counts[relation].values()
        share = round(together / (together + apart), 3) if together + apart else None
        rows.append((camps_from, relation, together, apart, outside, share, chance))
    return rows


def _list_pairs(
    network: Network, bound: dict[tuple[str, str, str], list[str]], found: list[Camp]
) -> Rows:
    of, order = _camp_of(found), ("apart", "together", "outside")
    rows = [
        (
            _label(network, subject),
            relation,
            _label(network, object_),
            _place(of, subject, object_),
            of.get(subject),
            of.get(object_),
            " ".join(claims),
        )
        for (relation, subject, object_), claims in bound.items()
    ]
    rows.sort(key=lambda row: (order.index(row[3]), row[1], row[0], row[2]))
    columns = ("subject", "relation", "object", "where", "camp", "other_camp", "claims")
    return Rows(columns, rows)


def _list_stability(steady: Stability) -> Rows:
    runs = {"other seeds": steady.seeds, "a tenth of the ties left out": steady.drops}
    figures = ((name, round(mean(of), 3), round(min(of), 3)) for name, of in runs.items() if of)
    return Rows(("against", "mean", "least"), figures)


def _camp_of(found: list[Camp]) -> dict[str, str]:
    return {member: camp.id for camp in found for member in camp.members}


def _place(of: dict[str, str], subject: str, object_: str) -> str:
    if subject not in of or object_ not in of:
        return "outside"
    return "together" if of[subject] == of[object_] else "apart"


def _by_chance(found: list[Camp]) -> float | None:
    """Return how likely any two members of camps are in one camp."""
    sizes = [len(camp.members) for camp in found]
    pairs = sum(sizes) * (sum(sizes) - 1)
    return round(sum(size * (size - 1) for size in sizes) / pairs, 3) if pairs else None


def _label(network: Network, node: str) -> str:
    return str(network.nodes[node].get("label", node))
