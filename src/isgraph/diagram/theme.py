"""The look of the diagram as data: colours, shapes, heads, dashes and fonts; no behaviour.

Every mark is told apart twice, so that nothing rests on colour alone:
a family has a colour and an arrowhead, a class of actor a shape, a camp a fill and an area.
"""

from typing import Any

FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif'

LIGHT = {
    "canvas": "#fcfbf8",
    "panel": "#ffffff",
    "ink": "#1b1f24",
    "muted": "#59616c",
    "rule": "#dcdad4",
    "hover": "#f1efe9",
    "accent": "#0b57b0",
    "on-accent": "#ffffff",
    "mark": "#fff3c9",
}
DARK = {
    "canvas": "#14171c",
    "panel": "#1b1f26",
    "ink": "#e9ebee",
    "muted": "#a9b1bc",
    "rule": "#39404b",
    "hover": "#272d36",
    "accent": "#7ab4ff",
    "on-accent": "#10141a",
    "mark": "#3d3617",
}

FAMILIES: dict[str, dict[str, str]] = {
    "hostile": {"label": "Hostile", "light": "#b3261e", "dark": "#ff8077", "head": "filled"},
    "supportive": {"label": "Supportive", "light": "#1f5fbf", "dark": "#70b3ff", "head": "open"},
    "structural": {"label": "Structural", "light": "#5c6470", "dark": "#a6aebb", "head": "diamond"},
    "custody": {"label": "Custody", "light": "#7c3aa0", "dark": "#d2a4ff", "head": "bar"},
    "dealings": {"label": "Dealings", "light": "#17784a", "dark": "#5fd39a", "head": "dot"},
    "setting": {
        "label": "Place and event",
        "light": "#8a6a2f",
        "dark": "#d2b478",
        "head": "ring",
    },
}
OTHER_FAMILY = {"label": "Other", "light": "#5c6470", "dark": "#a6aebb", "head": "open"}

CAMPS = [
    {"light": "#2f6db5", "dark": "#7fb0ea"},
    {"light": "#b4532a", "dark": "#eb9a74"},
    {"light": "#3a8a4f", "dark": "#7fcc93"},
    {"light": "#8a5aa8", "dark": "#c9a2e3"},
    {"light": "#a67c00", "dark": "#e3bf55"},
    {"light": "#1f8a8a", "dark": "#63c9c6"},
    {"light": "#c04a78", "dark": "#ee95b8"},
    {"light": "#6b7a2c", "dark": "#b9c974"},
    {"light": "#7a5a44", "dark": "#c9a88f"},
]
"""Fills of the largest camps, in their order; the others share `NO_CAMP`."""
NO_CAMP = {"light": "#6a727e", "dark": "#99a3b1"}

GROUPS: dict[str, dict[str, Any]] = {
    "armed": {
        "label": "Armed group",
        "shape": "circle",
        "kinds": ["NonStateArmedGroup", "PrivateMilitaryCompany"],
    },
    "state": {
        "label": "State or state body",
        "shape": "square",
        "kinds": ["State", "StateBody"],
    },
    "force": {
        "label": "Security force",
        "shape": "triangle",
        "kinds": ["SecurityForce"],
    },
    "coalition": {
        "label": "Coalition or mission",
        "shape": "hexagon",
        "kinds": ["Coalition", "Mission"],
    },
    "organisation": {
        "label": "Organisation",
        "shape": "diamond",
        "kinds": ["InternationalOrganisation", "PoliticalGroup", "Organisation", "Publisher"],
    },
    "people": {
        "label": "Person or population",
        "shape": "star",
        "kinds": ["Person", "PopulationGroup"],
    },
    "place": {
        "label": "Place",
        "shape": "triangleDown",
        "kinds": ["Place", "Country", "Region", "Site"],
    },
    "event": {
        "label": "Event",
        "shape": "cross",
        "kinds": ["Occurrence", "Attack", "Operation", "PoliticalEvent"],
    },
    "instrument": {
        "label": "Instrument or work",
        "shape": "sheet",
        "kinds": ["Instrument", "Agreement", "LegalAct", "Programme", "Work", "Document"],
    },
    "other": {
        "label": "Other",
        "shape": "pentagon",
        "kinds": [],
    },
}

STATUSES: dict[str, list[float]] = {
    "asserted": [],
    "assessed": [11, 4],
    "reported": [6, 4],
    "alleged": [6, 3, 1.5, 3],
    "unconfirmed": [1.5, 3.5],
    "denied": [1.5, 3.5],
}
"""Status → dash in pixels, from the strongest to the weakest."""

MODALITIES = ["actual", "planned", "proposed", "pledged", "demanded", "conditional", "forecast"]
"""`actual` first; the others are drawn apart, thin and with an open head."""

FADED = {"light": 0.12, "dark": 0.2}
"""Opacity of what is not selected; on a dark ground less would be nothing."""

POSSIBLE = 0.5
"""Opacity of a line that is only possibly in force."""

PAST = 0.22
"""Opacity of a line that is not known to hold on the day, where it is asked for."""


def look() -> dict[str, Any]:
    """Give the whole look as one table for the page.

    Examples
    --------
    >>> look()["families"]["hostile"]["head"]
    'filled'
    """
    return {
        "font": FONT,
        "light": LIGHT,
        "dark": DARK,
        "families": _ordered(FAMILIES),
        "otherFamily": OTHER_FAMILY,
        "groups": _ordered(GROUPS),
        "statuses": [{"name": name, "dash": dash} for name, dash in STATUSES.items()],
        "modalities": MODALITIES,
        "faded": FADED,
        "possible": POSSIBLE,
        "past": PAST,
        "noCamp": NO_CAMP,
    }


def _ordered(table: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Give each row its number, since a JSON object has no order to rely on."""
    return {name: row | {"order": order} for order, (name, row) in enumerate(table.items())}
