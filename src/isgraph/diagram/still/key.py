"""The legend of a still picture: what is drawn, counted, in one column; it asks nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from isgraph.diagram import theme
from isgraph.diagram.still import labels, lines, outlines
from isgraph.diagram.still.svg import clean, element, group, write

WIDTH_PX = 224.0
_ROW_PX = 17.0
_HEADING_PX = 28.0
_ICON_PX = 32.0
_SIZE_PX = 12.0
_CERTAINTIES = [
    ("certain", "Certainly in force", None),
    ("possible", "Possibly in force", theme.POSSIBLE),
]


class Row(NamedTuple):
    """One mark, what it stands for, and how often it is there."""

    icon: str
    """Elements drawn about the origin of the row, to the right of it."""
    label: str
    amount: int


class Section(NamedTuple):
    """Rows under a heading; the hint says which part of the look tells them apart."""

    heading: str
    hint: str
    rows: list[Row]


def family(name: str, labels: Mapping[str, str]) -> dict[str, str]:
    """Return the look of a family, with the label that the ontology gives it, if any."""
    row = theme.FAMILIES.get(name, theme.OTHER_FAMILY)
    label = clean(labels.get(name) or row["label"])
    return row | {"label": label[:1].upper() + label[1:]}


def group_of(kind: object) -> str:
    """Return the name of the group of classes that a class of actor is drawn as."""
    return next((name for name, row in theme.GROUPS.items() if kind in row["kinds"]), "other")


def sections(
    drawn: Sequence[lines.Line],
    groups: Iterable[str],
    camps: Iterable[tuple[str, str, int]],
    families: Mapping[str, str],
) -> list[Section]:
    """Count what a picture shows.

    Parameters
    ----------
    drawn
        The lines of the picture.
    groups
        For each actor, the name of its group of classes.
    camps
        Label, colour and number of members.
    families
        Family → label, where it is not the theme's.

    Examples
    --------
    >>> line = lines.Line("a", "b", "hostile", True, False, ({"id": "c1"},), 0)
    >>> [section.heading for section in sections([line], ["state"], [], {})]
    ['Relations', 'Status', 'Actors']
    """
    by_family = Counter({line.family: 0 for line in drawn})
    by_status: Counter[str] = Counter()
    by_modality: Counter[str] = Counter()
    by_certainty: Counter[str] = Counter()
    for line in drawn:
        by_family[line.family] += len(line.claims)
        by_status.update(lines.status(claim) for claim in line.claims)
        by_certainty.update(str(claim.get("certainty")) for claim in line.claims)
        by_modality.update(str(claim.get("modality") or "actual") for claim in line.claims)
    by_group = Counter(groups)
    ink = theme.LIGHT["ink"]
    looks = [
        (family(name, families), by_family[name]) for name in _order(by_family, theme.FAMILIES)
    ]
    found = [
        Section(
            "Relations",
            "colour, head",
            [Row(_line(look["light"], look["head"]), look["label"], n) for look, n in looks],
        ),
        Section(
            "Status",
            "dash",
            [
                Row(_line(ink, dash=theme.STATUSES.get(name, [])), _title(name), by_status[name])
                for name in _order(by_status, theme.STATUSES)
            ],
        ),
        Section(
            "Modality",
            "thin, hollow",
            [
                Row(_line(ink, "filled", is_thin=True), _title(name), by_modality[name])
                for name in _order(by_modality, theme.MODALITIES)
                if name != "actual"
            ],
        ),
        Section(
            "On the day",
            "faintness",
            [
                Row(_line(ink, opacity=opacity), label, by_certainty[name])
                for name, label, opacity in _CERTAINTIES
                if by_certainty[name]
            ],
        ),
        Section(
            "Actors",
            "shape",
            [
                Row(_actor(theme.GROUPS[name]["shape"], ink), theme.GROUPS[name]["label"], n)
                for name, n in ((name, by_group[name]) for name in _order(by_group, theme.GROUPS))
            ],
        ),
        Section(
            "Camps",
            "fill, area; computed",
            [Row(_actor("circle", colour), clean(label), n) for label, colour, n in camps],
        ),
    ]
    return [section for section in found if section.rows]


def height(some: Sequence[Section]) -> float:
    """Return how many pixels a legend takes.

    Examples
    --------
    >>> height([Section("Actors", "shape", [Row("", "State", 2)])])
    45.0
    """
    return sum(_HEADING_PX + _ROW_PX * len(section.rows) for section in some)


def draw(some: Sequence[Section], x: float, y: float) -> str:
    """Write a legend with its upper left corner at a place.

    Examples
    --------
    >>> "State" in draw([Section("Actors", "shape", [Row("", "State", 2)])], 0, 0)
    True
    """
    muted = theme.LIGHT["muted"]
    parts = []
    for section in some:
        y += _HEADING_PX
        hint = element(
            "tspan", write(f"({section.hint})"), dx=5.0, font_weight=400, fill=muted, font_size=11
        )
        parts.append(element("text", write(section.heading), hint, x=x, y=y - 9, font_weight=700))
        for row in section.rows:
            y += _ROW_PX
            room = WIDTH_PX - _ICON_PX - 8 - labels.width(str(row.amount), _SIZE_PX) - 8
            name = labels.fit(row.label, _SIZE_PX, room)
            parts += [
                element("g", row.icon, transform=f"translate({round(x)} {round(y - 8)})"),
                element("text", write(name), x=x + _ICON_PX + 8, y=y - 4.0),
                element(
                    "text",
                    write(row.amount),
                    x=x + WIDTH_PX,
                    y=y - 4.0,
                    text_anchor="end",
                    fill=muted,
                ),
            ]
    return group(parts, id="legend", font_size=_SIZE_PX, fill=theme.LIGHT["ink"])


def _order(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Put names in the order of the theme; those it does not know come last."""
    ranks = {name: rank for rank, name in enumerate(known)}
    return sorted(names, key=lambda name: (ranks.get(name, len(ranks)), name))


def _title(name: str) -> str:
    return clean(name).capitalize()


def _line(
    colour: str,
    head: str | None = None,
    *,
    dash: Sequence[float] = (),
    is_thin: bool = False,
    opacity: float | None = None,
) -> str:
    """Draw a sample of a line."""
    end = _ICON_PX - (outlines.HEADS[head].length * 10 if head else 0)
    parts = [
        element(
            "path",
            d=outlines.trace([(0, 0), (end, 0)]),
            stroke_dasharray=" ".join(map(str, dash)) or None,
        )
    ]
    if head:
        is_solid = outlines.HEADS[head].is_solid and not is_thin
        parts.append(
            element(
                "path",
                d=outlines.head(head, (_ICON_PX, 0), (1, 0), 10),
                fill=colour if is_solid else None,
                stroke_width=1.3,
            )
        )
    width = 1.0 if is_thin else 1.8
    return element("g", *parts, fill="none", stroke=colour, stroke_width=width, opacity=opacity)


def _actor(shape: str, colour: str) -> str:
    return element("path", d=outlines.shape(shape, _ICON_PX / 2, 0, 5.6), fill=colour)
