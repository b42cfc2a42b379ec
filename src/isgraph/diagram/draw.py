"""From a network to a page: fills pyvis with actors, places and claims; no look, no measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import networkx as nx

from isgraph.analysis.communities import Camp, camps_in
from isgraph.dates import Bounds, Days, When, certainty, given, in_words
from isgraph.diagram import layout, theme
from isgraph.diagram.figure import Figure
from isgraph.diagram.page import seal
from isgraph.diagram.still import still
from isgraph.diagram.still.svg import clean
from isgraph.errors import EmptyNetworkError, NameNotFoundError
from isgraph.network import NO_LINE, as_network
from isgraph.store import Store
from isgraph.terms import BASE

if TYPE_CHECKING:
    from isgraph.analysis.conflicts import Conflict

PARTS = (
    "kind",
    "label",
    "family",
    "sign",
    "channel",
    "is_symmetric",
    "status",
    "modality",
    "negated",
    "paraphrase",
    "note",
    "claimants",
    "valid_time",
    "as_of",
    "begin_earliest",
    "begin_latest",
    "end_earliest",
    "end_latest",
    "document",
    "document_id",
    "published",
    "section",
    "paragraph",
    "char_start",
    "char_end",
    "sources",
    "citation_state",
    "places",
    "instruments",
    "occurrences",
    "role",
    "quantity",
    "disputes",
    "disputed_by",
    "text",
)
"""The parts of a claim that the page shows; whatever else an edge carries stays behind."""

VIEWS = ("picture", "timeline", "matrix", "table", "text")
"""What a page may show first; the reader can turn to the others."""

FOLD_FROM = 5000
"""Number of actors above which camps are drawn as nodes that open on demand."""

_PLAIN = frozenset({int, float, bool, type(None)})


class _Ids(list[str]):
    """The ids that pyvis looks through twice for each line, with a set behind them."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def append(self, name: str) -> None:
        super().append(name)
        self._known.add(name)

    def __contains__(self, name: object) -> bool:
        return name in self._known


def draw(
    network: Store | nx.MultiDiGraph[str],
    *,
    title: str | None = None,
    on: When | str | None = None,
    known_by: date | str | None = None,
    view: str = "picture",
    home: str | None = None,
    conflicts: Iterable[Conflict] = (),
    progress: layout.Progress | None = None,
) -> Figure:
    """Draw a network as one HTML page that needs nothing beside itself.

    Lines are claims, bundled by pair, direction and family; colour and head say the family,
    the dash says the status. Shape is the class of an actor, fill its camp, which is computed.
    A line or an actor opens its evidence. The legend is the filter.

    Parameters
    ----------
    network
        Nodes and edges with the attributes that `isgraph.network` gives them.
        It is not changed.
    title
        Heading of the page; otherwise the network's own.
    on, known_by
        Days at which the page's two clocks stand when it opens; otherwise the network's own.
        Of a month or a year it is the last day.
        The reader can turn them; all of the network is in the page.
    view
        One of `VIEWS`, shown first.
    home
        Where the site that the page belongs to begins; the page then links to it.
    conflicts
        Claims that the page shows beside each other, from `isgraph.conflicts`.
    progress
        Called now and then with the share that is done, 0 to 1, and with what is being done.

    Returns
    -------
    Figure
        The same bytes for the same network.

    Raises
    ------
    EmptyNetworkError
        If the network has no node.
    NameNotFoundError
        If there is no such view.

    Examples
    --------
    >>> network = nx.MultiDiGraph()
    >>> network.add_node("urn:a", label="Group A", kind="NonStateArmedGroup")
    >>> network.add_node("urn:b", label="Group B", kind="NonStateArmedGroup")
    >>> _ = network.add_edge("urn:a", "urn:b", key="urn:c1", label="opposes", family="hostile")
    >>> draw(network, title="Two groups").html.count('"label": "opposes"')
    1
    """
    network = as_network(network)
    when, by = given(on or network.graph.get("on"), known_by or network.graph.get("known_by"))
    if not network:
        raise EmptyNetworkError(
            "Nothing to draw: the network has no actor. Widen the filters it was made with."
        )
    if view not in VIEWS:
        raise NameNotFoundError(f"No view {view!r}. There are: {', '.join(VIEWS)}.", name=view)
    from pyvis.network import Network

    heading = clean(title or network.graph.get("title") or "Actors and relations")
    found = camps_in(network)
    shown = found if len(network) > FOLD_FROM else found[: len(theme.CAMPS)]
    places = layout.positions(network, found, progress=progress)
    page = Network(directed=True, heading=heading)
    page.node_ids = _Ids()
    _fill(page, network, places, shown)
    about = {
        "title": heading,
        "base": BASE,
        "view": view,
        "home": home,
        "on": when.last if isinstance(when, Days) else when,
        "known_by": by,
        "edition": network.graph.get("edition"),
        "families": network.graph.get("families") or {},
        "relations": network.graph.get("relations") or {},
        "folded": len(network) > FOLD_FROM,
        "camps": [
            {"id": camp.id, "label": camp.label} | _fill_of(number)
            for number, camp in enumerate(shown)
        ],
        "conflicts": [
            {"sort": found.sort, "ids": [item.id for item in (found.one, found.other) if item]}
            for found in conflicts
        ],
    }
    return Figure(
        seal(page, _plain(about)),
        svg=lambda: still(
            _standing(network, about["on"], about["known_by"]), places,
            title=heading, camps=shown, foot=_foot(about),
        ),
    )  # fmt: skip


def _standing(
    network: nx.MultiDiGraph[str], on: date | None, known_by: date | None
) -> nx.MultiDiGraph[str]:
    """Return what a standing picture shows: the ties that may hold when the page opens."""
    edges = [
        (one, other, key, claim | {"certainty": certainty(_bounds(claim), on) if on else None})
        for one, other, key, claim in network.edges(keys=True, data=True)
        if not (known_by and claim.get("published") and claim["published"] > known_by)
    ]
    kept = network.__class__()
    kept.add_nodes_from(network.nodes(data=True))
    kept.add_edges_from(edge for edge in edges if edge[3]["certainty"] or not on)
    return kept


def _bounds(claim: Mapping[str, Any]) -> Bounds:
    return Bounds(*(claim.get(name) for name in Bounds._fields))


def _foot(about: Mapping[str, Any]) -> str:
    """Say under a standing picture what a reader has to know of it."""
    on, known_by = about["on"], about["known_by"]
    return " ".join(
        part
        for part in (
            f"{about['edition']}." if about["edition"] else "",
            f"As of {in_words(on.isoformat())}." if on else "",
            f"Known by {in_words(known_by.isoformat())}." if known_by else "",
            NO_LINE,
        )
        if part
    )


def _fill_of(number: int) -> dict[str, str]:
    """Give a camp its colour; small camps share one."""
    return theme.CAMPS[number] if number < len(theme.CAMPS) else theme.NO_CAMP


def _fill(
    page: Any,
    network: nx.MultiDiGraph[str],
    places: Mapping[str, layout.Place],
    found: Sequence[Camp],
) -> None:
    """Hand the actors with their places, and the claims with their parts, to pyvis."""
    groups = {kind: name for name, row in theme.GROUPS.items() for kind in row["kinds"]}
    camp_of = {member: camp.id for camp in found for member in camp.members}
    facts: Mapping[str, Iterable[Mapping[str, Any]]] = network.graph.get("facts") or {}
    for node in sorted(network):
        actor = network.nodes[node]
        kind = str(actor.get("kind") or "Other")
        group = groups.get(kind, "other")
        page.add_node(
            str(node),
            label=clean(actor.get("label") or node),
            shape=theme.GROUPS[group]["shape"],
            color=None,
            x=places[node][0],
            y=places[node][1],
            aliases=[clean(alias) for alias in actor.get("aliases") or ()],
            kind=kind,
            kind_label=clean(actor.get("kind_label") or kind),
            set=group,
            camp=camp_of.get(node),
            facts=sorted(
                (_claim(fact, "") for fact in facts.get(node, ())), key=lambda fact: fact["id"]
            ),
        )
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: (str(edge[2]), *edge[:2]))
    for subject, object_, key, claim in edges:
        page.add_edge(str(subject), str(object_), arrows="", **_claim(claim, str(key)))


def _claim(claim: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Keep the parts of a claim that have a value, as plain JSON."""
    parts = {name: _plain(claim[name]) for name in PARTS if claim.get(name) is not None}
    name = claim.get("id") or key.replace("#", "/").rsplit("/", 1)[-1]
    return {"id": clean(name)} | {part: value for part, value in parts.items() if value != []}


def _plain(value: Any) -> Any:
    """Turn a value into one that JSON knows; a text turns none of its neighbours around."""
    if type(value) in _PLAIN or (type(value) is str and value.isascii() and value.isprintable()):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, set | frozenset):
        return sorted(clean(part) for part in value)
    return clean(value)
