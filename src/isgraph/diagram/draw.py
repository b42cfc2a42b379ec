"""From a network to a page: fills pyvis, and lets it render our template; no look, no places.

The page holds all of its data in one JSON block, writes it with `textContent` only, and says
in a content-security policy that nothing may be loaded from anywhere.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
from markupsafe import Markup

from isgraph.diagram import layout, theme
from isgraph.diagram.figure import Figure
from isgraph.errors import EmptyNetworkError

FOLDER = Path(__file__).parent
SCRIPTS = (
    "texts",
    "dates",
    "dom",
    "state",
    "model",
    "shapes",
    "painter",
    "picture",
    "legend",
    "search",
    "evidence",
    "table",
    "start",
)
"""The page's script, in the order in which its parts build on each other."""

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
    "certainty",
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


def draw(
    network: nx.MultiDiGraph[str], *, title: str | None = None, on: date | None = None
) -> Figure:
    """Draw a network as one HTML page that needs nothing beside itself.

    Lines are claims, bundled by pair, direction and family; colour and head say the family,
    the dash says the status. A line or an actor opens its evidence. The legend is the filter.

    Parameters
    ----------
    network
        Nodes and edges with the attributes that `isgraph.network` gives them.
        It is not changed.
    title
        Heading of the page; otherwise the network's own.
    on
        Day to be named on the page; otherwise the network's own. It filters nothing.

    Returns
    -------
    Figure
        The same bytes for the same network.

    Raises
    ------
    EmptyNetworkError
        If the network has no node.

    Examples
    --------
    >>> network = nx.MultiDiGraph()
    >>> network.add_node("urn:a", label="Group A", kind="NonStateArmedGroup")
    >>> network.add_node("urn:b", label="Group B", kind="NonStateArmedGroup")
    >>> _ = network.add_edge("urn:a", "urn:b", key="urn:c1", label="opposes", family="hostile")
    >>> draw(network, title="Two groups").html.count("opposes")
    1
    """
    if not network:
        raise EmptyNetworkError(
            "Nothing to draw: the network has no actor. Widen the filters it was made with."
        )
    from pyvis.network import Network

    heading = title or str(network.graph.get("title") or "Actors and relations")
    page = Network(directed=True, heading=heading)
    _fill(page, network)
    page.set_template_dir(str(FOLDER), "page.html")
    page.templateEnv.autoescape = True
    page.templateEnv.globals.update(_surroundings(network, heading, on))
    return Figure(page.generate_html() + "\n")


def _fill(page: Any, network: nx.MultiDiGraph[str]) -> None:
    """Hand the actors with their places, and the claims with their parts, to pyvis."""
    places = layout.positions(network)
    groups = {kind: name for name, row in theme.GROUPS.items() for kind in row["kinds"]}
    facts: Mapping[str, Iterable[Mapping[str, Any]]] = network.graph.get("facts") or {}
    for node in sorted(network):
        actor = network.nodes[node]
        kind = str(actor.get("kind") or "Other")
        group = groups.get(kind, "other")
        page.add_node(
            str(node),
            label=str(actor.get("label") or node),
            shape=theme.GROUPS[group]["shape"],
            color=None,
            x=places[node][0],
            y=places[node][1],
            aliases=[str(alias) for alias in actor.get("aliases") or ()],
            kind=kind,
            kind_label=str(actor.get("kind_label") or kind),
            set=group,
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
    return {"id": str(name)} | {part: value for part, value in parts.items() if value != []}


def _plain(value: Any) -> Any:
    """Turn a value into one that JSON knows."""
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, set | frozenset):
        return sorted(str(part) for part in value)
    return str(value)


def _surroundings(network: nx.MultiDiGraph[str], heading: str, on: date | None) -> dict[str, Any]:
    """Collect what the template needs beside nodes and edges."""
    style = _style()
    library, script = _library(), _script()
    about = {
        "title": heading,
        "on": on or network.graph.get("on"),
        "known_by": network.graph.get("known_by"),
        "edition": network.graph.get("edition"),
        "families": network.graph.get("families") or {},
        "relations": network.graph.get("relations") or {},
    }
    policy = (
        f"default-src 'none'; script-src {_digest(library)} {_digest(script)}; "
        f"style-src {_digest(style)}; base-uri 'none'; form-action 'none'"
    )
    return {
        "about": _plain(about),
        "look": theme.look(),
        "policy": Markup(policy),
        "style": Markup(style),
        "library": Markup(library),
        "script": Markup(script),
    }


def _style() -> str:
    """Put the colours of the theme in front of the style sheet."""

    def colours(table: Mapping[str, str]) -> str:
        return " ".join(f"--{name}: {value};" for name, value in table.items())

    light, dark = colours(theme.LIGHT), colours(theme.DARK)
    return (
        f":root {{ color-scheme: light; --font: {theme.FONT}; {light} }}\n"
        "@media (prefers-color-scheme: dark) {\n"
        f"  :root:not([data-theme='light']) {{ color-scheme: dark; {dark} }}\n}}\n"
        f":root[data-theme='dark'] {{ color-scheme: dark; {dark} }}\n" + _text(FOLDER / "page.css")
    )


def _script() -> str:
    """Join the parts of the page's script."""
    parts = (_text(FOLDER / "script" / f"{name}.js") for name in SCRIPTS)
    return "\n".join(['"use strict";', "const isgraph = {};", *parts])


def _library() -> str:
    """Read vis-network from the installed pyvis, newest first, without its pointer to a map."""
    import pyvis

    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    newest = max(folder.glob("vis-*/vis-network.min.js"), key=lambda file: file.parent.name)
    lines = _text(newest).split("\n")
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


def _text(file: Path) -> str:
    """Read a file with the line ends that a browser hashes."""
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")


def _digest(text: str) -> str:
    """Name an inline script or style in the page's policy."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
