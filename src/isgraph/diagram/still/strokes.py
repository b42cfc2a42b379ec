"""The marks of a still picture as SVG: areas, ties, actors and names; where they are is given."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from isgraph.diagram import theme
from isgraph.diagram.still.areas import Area, outline, surround
from isgraph.diagram.still.key import family, group_of
from isgraph.diagram.still.labels import LIMIT, Box, Room, around, shorten, width
from isgraph.diagram.still.lines import Curve, Line, status
from isgraph.diagram.still.outlines import HEADS, Point, head, shape
from isgraph.diagram.still.scene import Scene
from isgraph.diagram.still.svg import element, identifier, number, write

PAPER, INK = theme.LIGHT["canvas"], theme.LIGHT["ink"]
WORDY = 150
"""Number of lines from which planned ones do not say so in words."""
GROUND_PX = 64.0
"""Distance of neighbours beyond which areas grow no further: they stay off heading and foot."""
_HALO = {"stroke": PAPER, "stroke_width": 3.0, "stroke_linejoin": "round", "paint_order": "stroke"}


def grounds(scene: Scene, some: Sequence[Area]) -> list[str]:
    """Draw a soft area behind each camp of which two or more are in the picture."""
    parts = []
    for area in some:
        if len(area.members) > 1:
            members = [scene.places[node] for node in area.members]
            own = set(area.members)
            strangers = [place for node, place in scene.places.items() if node not in own]
            drawn = outline(*surround(members, strangers, min(scene.step, GROUND_PX)))
            path = element("path", d=drawn, fill=area.colour, fill_opacity=0.13)
            title = element("title", write(area.label))
            parts.append(element("g", title, path, id=area_id(area), class_="area"))
    return parts


def area_id(area: Area) -> str:
    """Return the id of the area of a camp."""
    return f"area-{identifier(area.id)}"


def ties(scene: Scene) -> list[str]:
    """Draw each line with its heads, the number of its claims, and in words what they say."""
    return [_tie(scene, line, curve) for line, curve in scene.curves]


def _tie(scene: Scene, line: Line, curve: Curve) -> str:
    look = family(line.family, {})
    colour = look["light"]
    thick = 1.3 + 0.7 * math.log2(len(line.claims)) if line.is_actual else 1.0
    thick *= max(scene.zoom, 0.75)
    opacity = theme.POSSIBLE if line.is_possible else 1.0 if line.is_actual else 0.85
    opacity *= 0.6 if line.family == "setting" else 1.0
    (x0, y0), (cx, cy), (x1, y1) = curve
    path = " ".join(number(value) for value in (cx, cy, x1, y1))
    dash = " ".join(number(part) for part in theme.STATUSES.get(line.status, []))
    parts = [
        element("title", "\n".join(write(say(scene, claim)) for claim in line.claims)),
        element("path", d=f"M{number(x0)} {number(y0)}Q{path}", stroke_dasharray=dash or None),
        _head(look["head"], curve.end, curve, line, colour, scene),
    ]
    if line.is_symmetric:
        parts.append(_head(look["head"], curve.start, curve, line, colour, scene))
    if len(line.claims) > 1:
        parts.append(_count(curve.at(0.5), len(line.claims), colour, scene.zoom))
    return element(
        "g",
        *parts,
        class_="tie",
        data_claims=" ".join("_".join(str(claim["id"]).split()) for claim in line.claims),
        fill="none",
        stroke=colour,
        stroke_width=thick,
        stroke_linejoin="round",
        opacity=opacity if opacity < 1 else None,
    )


def _head(name: str, tip: Point, curve: Curve, line: Line, colour: str, scene: Scene) -> str:
    size = 10.5 * max(scene.zoom, 0.7)
    direction = (tip[0] - curve.control[0], tip[1] - curve.control[1])
    form = HEADS[name]
    fill = colour if form.is_solid and line.is_actual else PAPER if form.is_closed else None
    return element(
        "path",
        d=head(name, tip, direction, size),
        fill=fill,
        stroke_width=1.2 * max(scene.zoom, 0.8),
    )


def _count(middle: Point, claims: int, colour: str, zoom: float) -> str:
    size = max(zoom, 0.75)
    x, y = middle
    r = (8.5 if claims > 9 else 7) * size
    disc = element("circle", cx=x, cy=y, r=r, fill=PAPER, stroke_width=1.0)
    text = element(
        "text",
        str(claims),
        x=x,
        y=y + 3.3 * size,
        fill=colour,
        stroke="none",
        font_size=9.5 * size,
        font_weight=700,
        text_anchor="middle",
    )
    return disc + text


def say(scene: Scene, claim: Mapping[str, Any]) -> str:
    """Tell a claim in words: its ends, its relation, how sure it is, and its id."""
    relation = claim.get("label") or claim.get("kind") or "is tied to"
    subject, object_ = (scene.label(str(claim[end])) for end in ("subject", "object"))
    doubts = [status(claim)]
    if claim.get("modality") not in (None, "actual"):
        doubts.append(str(claim["modality"]))
    if claim.get("certainty") == "possible":
        doubts.append("possibly in force")
    return f"{subject} {relation} {object_}: {', '.join(doubts)} ({claim['id']})"


def actors(scene: Scene, ids: Mapping[str, str], some: Sequence[Area]) -> list[str]:
    """Draw each actor under its id: the shape says its class, the fill its camp."""
    parts = []
    fills = {node: area.colour for area in some for node in area.members}
    for node, (x, y) in scene.places.items():
        actor = scene.actor(node)
        form = theme.GROUPS[group_of(actor.get("kind"))]["shape"]
        claims = scene.degrees[node]
        words = f"{scene.label(node)} ({actor.get('kind_label') or actor.get('kind') or 'actor'}), "
        words += "1 claim" if claims == 1 else f"{claims} claims"
        parts.append(
            element(
                "g",
                element("title", write(words)),
                element(
                    "path",
                    d=shape(form, x, y, scene.radii[node]),
                    fill=fills.get(node, theme.NO_CAMP["light"]),
                    **(_HALO | {"stroke_width": 2.5}),
                ),
                id=ids[node],
                class_="actor",
            )
        )
    return parts


def names(scene: Scene, some: Sequence[Area]) -> list[str]:
    """Write names where they collide with nothing: important actors, camps, then the others."""
    room = Room(scene.frame)
    for node, (x, y) in scene.places.items():
        r = scene.radii[node] * 0.9
        room.actors.take(Box(x - r, y - r, 2 * r, 2 * r))
    for line, curve in scene.curves:
        for share in (0.04, 0.96) if line.is_symmetric else (0.96,):
            x, y = curve.at(share)
            room.heads.take(Box(x - 4, y - 4, 8, 8))
    order = sorted(scene.places, key=lambda node: (-scene.degrees[node], node))
    few = max(3, scene.degrees[order[len(order) // 10]])
    important = [node for node in order if scene.degrees[node] >= few]
    parts = [_name(scene, room, node, is_important=True) for node in important]
    parts += [_camp(scene, room, area) for area in some if len(area.members) > 2]
    parts += [_name(scene, room, node) for node in order[len(important) :]]
    if len(scene.curves) < WORDY:
        parts += [_word(room, line, curve) for line, curve in scene.curves if not line.is_actual]
    return [part for part in parts if part]


def _name(scene: Scene, room: Room, node: str, *, is_important: bool = False) -> str:
    size = (12.5 if is_important else 11.5) - (0.75 if scene.zoom < 0.65 else 0.0)
    text = shorten(scene.label(node), LIMIT)
    wide = width(text, size, is_bold=is_important) + 4
    boxes = around(*scene.places[node], scene.radii[node] * 1.1 + 2, wide, size + 3)
    box = room.seat(boxes, is_important=is_important)
    weight = 700 if is_important else None
    return _text(text, box, size, INK, scene.places[node], font_weight=weight) if box else ""


def _camp(scene: Scene, room: Room, area: Area) -> str:
    size = 11.0
    text = shorten(area.label, LIMIT + 8)
    wide = width(text, size, is_bold=True) + 4
    members = sorted(area.members, key=lambda node: scene.places[node][1])
    boxes = [
        box
        for node in [members[0], members[-1], *members[1:-1]]
        for box in around(*scene.places[node], 22 * scene.zoom, wide, size + 3)[:2]
    ]
    box = room.seat(boxes)
    middle = (box.x + box.wide / 2, 0.0) if box else (0.0, 0.0)
    return _text(text, box, size, area.colour, middle, font_weight=700) if box else ""


def _word(room: Room, line: Line, curve: Curve) -> str:
    words = sorted({str(claim.get("modality")) for claim in line.claims})
    text = " · ".join(words[:2])
    wide = width(text, 10.0) + 6
    shares = (0.35, 0.65, 0.25, 0.75) if len(line.claims) > 1 else (0.5, 0.4, 0.6, 0.3, 0.7)
    middles = [curve.at(share) for share in shares]
    box = room.seat([Box(x - wide / 2, y - 7, wide, 14) for x, y in middles])
    colour = family(line.family, {})["light"]
    return _text(text, box, 10.0, colour, (box.x + wide / 2, 0), fill=colour) if box else ""


def _text(text: str, box: Box, size: float, ink: str, beside: Point, **attributes: object) -> str:
    """Write a text into its box, from the side on which its actor is.

    A reader's font may be narrower than was reckoned with: a name stays by its actor.
    """
    middle = box.x + box.wide / 2
    if abs(middle - beside[0]) < 1:
        anchor, x = "middle", middle
    elif beside[0] < middle:
        anchor, x = None, box.x + 2
    else:
        anchor, x = "end", box.x + box.wide - 2
    y = box.y + box.high / 2 + 0.36 * size
    return element(
        "text",
        write(text),
        x=x,
        y=y,
        text_anchor=anchor,
        font_size=size,
        **({"fill": ink} | _HALO | attributes),
    )
