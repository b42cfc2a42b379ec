"""What a search for paths gives: hops, paths, and all that were found; prints, lists and draws."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from isgraph.analysis.paths import telling
from isgraph.analysis.paths.strength import Claim, Weakness, agreeing, weakness
from isgraph.analysis.ties import works
from isgraph.dates import Days, When
from isgraph.entities import Entity
from isgraph.errors import EmptyNetworkError
from isgraph.network import Network
from isgraph.rows import Rows

if TYPE_CHECKING:
    from isgraph.diagram import Figure

_COLUMNS = (
    "path", "hop", "from", "relation", "to", "claims", "time", "status", "works", "weakest",
    "evidence",
)  # fmt: skip


class Hop(NamedTuple):
    """A tie of a path: two actors by their IRIs, and the claims that may hold, strongest first.

    Each claim has the fields of `isgraph.Evidence`.
    """

    one: str
    other: str
    claims: list[Claim]

    @property
    def weakness(self) -> Weakness:
        """How weak the tie is; see `isgraph.analysis.paths.strength`."""
        return weakness(self.claims)

    @property
    def ends(self) -> tuple[str, str]:
        """The labels of both actors."""
        lead = self.claims[0]
        labels = str(lead["subject_label"]), str(lead["object_label"])
        return labels if lead["subject"] == self.one else (labels[1], labels[0])

    @property
    def relation(self) -> str:
        """The relation of the strongest claim, with an arrow that says which way it points."""
        lead = self.claims[0]
        if lead["is_symmetric"]:
            return f"↔ {lead['label']}"
        return f"{lead['label']} →" if lead["subject"] == self.one else f"← {lead['label']}"


class Path(NamedTuple):
    """Hops from one actor to another, and the days on which all of their claims may hold."""

    hops: list[Hop]
    days: Days

    @property
    def weakest(self) -> list[int]:
        """Numbers of the weakest hops, counted from 1: several if they are equally weak."""
        worst = max(hop.weakness for hop in self.hops)
        return [number for number, hop in enumerate(self.hops, 1) if hop.weakness == worst]

    @property
    def is_prospective(self) -> bool:
        """Whether a hop is only planned, pledged or expected."""
        return any(hop.weakness.is_prospective for hop in self.hops)

    def __str__(self) -> str:
        return " – ".join([self.hops[0].ends[0], *(hop.ends[1] for hop in self.hops)])


class Paths(list[Path]):
    """The paths between two actors, in the order that was asked for.

    Attributes
    ----------
    start, goal
        The two actors.
    on
        The day, month or year asked for.
    order
        `shortest`, `all` or `strongest`.
    longest
        How many hops a path could have.
    are_all
        Whether no more of the kind asked for were left out, or not looked for.
    only_prospective
        Whether planned, pledged and expected ties had to be taken in, though not asked for.
    reason
        Why there is none; empty if there is one.
    """

    def __init__(
        self,
        found: list[Path],
        network: Network,
        start: Entity,
        goal: Entity,
        *,
        on: When | None = None,
        order: str = "shortest",
        longest: int = 0,
        are_all: bool = True,
        only_prospective: bool = False,
        reason: str = "",
    ) -> None:
        super().__init__(found)
        self.start, self.goal, self.on, self.order = start, goal, on, order
        self.longest, self.are_all, self.reason = longest, are_all, reason
        self.only_prospective = only_prospective
        self._network = network

    @property
    def rows(self) -> Rows:
        """A row a hop; `claims` are ids, the strongest first, of which the rest of the row tells.

        An arrow says which way the relation points. `works` stand behind the
        claims, `weakest` tells the hops on which a path rests, and `evidence`
        is what they are compared by.
        """
        return Rows(
            _COLUMNS,
            (
                _row(number, place, hop, path.weakest)
                for number, path in enumerate(self, 1)
                for place, hop in enumerate(path.hops, 1)
            ),
        )

    def draw(self, **choices: Any) -> Figure:
        """Draw the claims of the paths, and nothing else.

        Parameters
        ----------
        choices
            As `isgraph.draw` takes them, such as `title` or `view`.

        Raises
        ------
        EmptyNetworkError
            If there is no path.
        """
        import isgraph

        if not self:
            raise EmptyNetworkError(f"There is no path to draw. {self.reason}")
        wanted = {claim["iri"] for path in self for hop in path.hops for claim in hop.claims}
        edges = [edge for edge in self._network.edges(keys=True) if edge[2] in wanted]
        kept: Network = self._network.edge_subgraph(edges).copy()
        kept.graph = self._network.graph | {
            "title": f"{self.start.label} – {self.goal.label}: paths",
            "on": self.on if isinstance(self.on, date) else None,
            "facts": {},
            "whole": self._network,
        }
        return isgraph.draw(kept, **choices)

    def __str__(self) -> str:
        return telling.text(self)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return telling.html(self)


def _row(number: int, place: int, hop: Hop, weakest: list[int]) -> tuple[Any, ...]:
    lead = hop.claims[0]
    return (
        number,
        place,
        hop.ends[0],
        hop.relation,
        hop.ends[1],
        " ".join(str(claim["id"]) for claim in hop.claims),
        telling.time(lead),
        telling.status(lead),
        len(works(agreeing(hop.claims))),
        "yes" if place in weakest else "no",
        str(hop.weakness),
    )
