"""The diagram as a standing picture: one SVG in the light theme, in the look of the page.

It is all attributes and text: no script, no style sheet, nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import networkx as nx

from isgraph.diagram import theme
from isgraph.diagram.still import key, strokes
from isgraph.diagram.still.areas import Area, Camp, gather
from isgraph.diagram.still.labels import Box, wrap
from isgraph.diagram.still.lines import bundle, is_refuted
from isgraph.diagram.still.outlines import Point
from isgraph.diagram.still.scene import Scene, arrange
from isgraph.diagram.still.svg import clean, element, group, identifier, number, write
from isgraph.errors import EmptyNetworkError

MARGIN_PX = 12.0
"""Around the picture, and between its parts."""
IDS = (
    *("title", "summary", "ground", "heading", "legend", "foot"),
    *("picture", "areas", "ties", "actors", "names"),
)
"""What the parts of the picture are called."""


def still(
    network: nx.MultiDiGraph[str],
    places: Mapping[str, Point],
    *,
    title: str,
    camps: Sequence[Camp] = (),
    foot: str = "",
    legend: bool = True,
    has_areas: bool = True,
    width_px: float = 1200,
    height_px: float = 800,
) -> str:
    """Draw a network as a standing picture that any browser, editor or word processor opens.

    Lines are claims, as on the page: one a pair, direction and family, with the number of its
    claims; colour and head say the family, the dash says the strongest status. Claims that are
    denied or negated are not drawn, and are counted in the legend and in the summary.

    Parameters
    ----------
    network
        Nodes and edges with the attributes that `isgraph.project` gives them.
    places
        Node → (x, y) in any measure, y downwards. A node without a place is not drawn.
    title
        Heading of the picture.
    camps
        Actors that belong together, the largest first: fill and area, as far as
        `theme.CAMPS` has colours. All others are grey.
    foot
        Small text below: edition and day, for instance.
    legend
        Whether there is a legend, left of the picture.
    has_areas
        Whether camps have areas behind them; their fill stays.
    width_px, height_px
        Size; a legend that is longer makes the picture higher.

    Returns
    -------
    str
        A whole SVG file. Actors have ids such as `actor-sdf`; each `tie` names its claims in
        `data-claims`. The same network and places give the same bytes.

    Raises
    ------
    EmptyNetworkError
        If no node of the network has a place.

    Examples
    --------
    >>> network = nx.MultiDiGraph([("a", "b", {"label": "supports", "family": "supportive"})])
    >>> picture = still(network, {"a": (0, 0), "b": (1, 0)}, title="Two groups")
    >>> "a supports b: asserted" in picture
    True
    """
    known = {node: places[node] for node in sorted(network) if node in places}
    if not known:
        raise EmptyNetworkError(
            "Nothing to draw: no actor of the network has a place. "
            "Take the places from isgraph.diagram.layout.positions(network)."
        )
    lines = bundle(network, known)
    areas = gather(camps, known)
    grounds = areas if has_areas else []
    left_out = sum(
        is_refuted(claim) and subject in known and object_ in known
        for subject, object_, claim in network.edges(data=True)
    )
    sections = []
    if legend:
        sections = key.sections(
            lines,
            (key.group_of(network.nodes[node].get("kind")) for node in known),
            _fills(areas, known),
            network.graph.get("families") or {},
        )
    high = max(float(height_px), key.height(sections) + 90 if sections else 0.0)
    unsaid = f"{_count(left_out, 'claim')} denied or negated: not drawn." if left_out else ""
    heading_px = 17.0 if width_px >= 600 else 13.0
    heading = wrap(clean(title), heading_px, width_px - 2 * MARGIN_PX, is_bold=True)
    small = wrap(clean(f"{foot} {unsaid}" if legend else foot), 11, width_px - 2 * MARGIN_PX)
    top = MARGIN_PX + len(heading) * heading_px * 1.25
    bottom = high - (MARGIN_PX + len(small) * 15 if small else 0)
    left = MARGIN_PX + key.WIDTH_PX if sections else 0.0
    frame = Box(left + 4, top + 4, max(width_px - left - 8, 1), max(bottom - top - 8, 1))
    scene = arrange(network, known, lines, frame)
    ink, muted = theme.LIGHT["ink"], theme.LIGHT["muted"]
    marks = [
        group(strokes.grounds(scene, grounds), id="areas"),
        group(strokes.ties(scene), id="ties"),
        group(strokes.actors(scene, _identifiers(known, areas), areas), id="actors"),
        group(strokes.names(scene, grounds), id="names"),
    ]
    parts = [
        element("title", write(title), id="title"),
        element("desc", write(f"{_summary(scene)} {unsaid} {foot}"), id="summary"),
        element("rect", width=width_px, height=high, fill=theme.LIGHT["canvas"], id="ground"),
        _paragraph(heading, top - 6, heading_px, id="heading", fill=ink, font_weight=700),
        group(marks, id="picture"),
        key.draw(sections, MARGIN_PX, top) if sections else "",
        _paragraph(small, high - 9, 11, id="foot", fill=muted),
    ]
    return _document([part for part in parts if part], width_px, high)


def _fills(areas: Sequence[Area], nodes: Collection[str]) -> list[tuple[str, str, int]]:
    """Count the actors of each colour."""
    rows = [(area.label, area.colour, len(area.members)) for area in areas]
    others = set(nodes).difference(*(area.members for area in areas))
    if areas and others:
        rows.append(("No camp", theme.NO_CAMP["light"], len(others)))
    return rows


def _document(parts: Sequence[str], wide: float, high: float) -> str:
    return (
        group(
            parts,
            "svg",
            xmlns="http://www.w3.org/2000/svg",
            width=float(wide),
            height=float(high),
            viewBox=f"0 0 {number(wide)} {number(high)}",
            role="img",
            aria_labelledby="title",
            aria_describedby="summary",
            font_family=theme.FONT,
        )
        + "\n"
    )


def _paragraph(lines: Sequence[str], last: float, size: float, **attributes: object) -> str:
    """Write lines of text, of which the last stands on a height that is given."""
    step = 15 if size < 12 else 1.25 * size
    rows = [
        element("tspan", write(line), x=MARGIN_PX, y=last - step * (len(lines) - 1 - place))
        for place, line in enumerate(lines)
    ]
    return element("text", *rows, font_size=size, **attributes) if rows else ""


def _summary(scene: Scene) -> str:
    """Tell what is seen to those who do not see it."""
    claims = sum(len(line.claims) for line, _ in scene.curves)
    most = sorted(scene.degrees, key=lambda node: (-scene.degrees[node], node))[:5]
    names = [f"{scene.label(node)} ({_count(scene.degrees[node], 'claim')})" for node in most]
    return (
        f"Diagram of {_count(len(scene.places), 'actor')} and {_count(claims, 'claim')} in "
        f"{_count(len(scene.curves), 'line')}."
        + (f" Most tied: {', '.join(names)}." if names else "")
    )


def _count(amount: int, noun: str) -> str:
    return f"{amount:,} {noun}{'' if amount == 1 else 's'}"


def _identifiers(nodes: Iterable[str], areas: Iterable[Area]) -> dict[str, str]:
    """Give each actor an id that no other part of the picture has."""
    taken = {*IDS, *(strokes.area_id(area) for area in areas)}
    ids = {}
    for node in nodes:
        plain = identifier(node)
        name, times = plain, 1
        while name in taken:
            times += 1
            name = f"{plain}-{times}"
        taken.add(name)
        ids[node] = name
    return ids
