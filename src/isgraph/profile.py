"""Profile: everything that is claimed about one name, grouped for a reader."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import Any, NamedTuple

from isgraph.claims import about
from isgraph.dates import When, given, when_in_words
from isgraph.entities import Entity, find
from isgraph.evidence import Evidence, restrict, tell
from isgraph.rows import Rows
from isgraph.store import Store

_GROUPS = {
    "structural": "Belonging, rank and office",
    "supportive": "Support",
    "hostile": "Hostility",
    "custody": "Custody",
    "dealings": "Dealings",
    "setting": "Places and events",
    "figures": "Figures and states",
    "said": "What it says of others",
    "setting of": "Named as place, event or instrument",
}
_WIDTH = 80
_COLUMNS = (
    "claim", "subject", "relation", "object", "quantity", "time", "certainty", "status",
    "modality", "negated", "speakers", "document", "section", "paragraph", "sources", "paraphrase",
)  # fmt: skip


class Profile(NamedTuple):
    """An entity with the evidence of every claim in which it plays a part.

    Prints as text that fits 80 columns, and shows itself in a notebook.
    """

    entity: Entity
    evidence: list[Evidence]
    on: When | None = None

    def groups(self) -> dict[str, list[Evidence]]:
        """Return the evidence by group, in the order of reading."""
        grouped: dict[str, list[Evidence]] = {name: [] for name in _GROUPS}
        for item in self.evidence:
            if self.entity.iri in (item.subject, item.object):
                grouped[item.family].append(item)
            elif self.entity.label in item.claimants:
                grouped["said"].append(item)
            else:
                grouped["setting of"].append(item)
        return {_GROUPS[name]: items for name, items in grouped.items() if items}

    def rows(self) -> Rows:
        """Return a row per claim."""
        return Rows(_COLUMNS, (_row(item) for item in self.evidence))

    def __str__(self) -> str:
        name = self.entity
        head = f"{name.label} ({name.kind_label}), {name.iri}"
        lines = textwrap.wrap(head, _WIDTH, break_long_words=False, break_on_hyphens=False)
        if name.aliases:
            lines += textwrap.wrap(f"also: {', '.join(name.aliases)}", _WIDTH)
        count = f"{len(self.evidence)} claim{'s' if len(self.evidence) != 1 else ''}"
        lines.append(f"{count}{f' that may hold {when_in_words(self.on)}' if self.on else ''}")
        for group, items in self.groups().items():
            lines += ["", f"{group} ({len(items)})", "-" * (len(group) + 3 + len(str(len(items))))]
            for item in items:
                lines += _told(item)
        return "\n".join(lines)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(str(self))

    def _repr_html_(self) -> str:
        import html

        head = f"<h3>{html.escape(self.entity.label)}</h3>"
        return head + self.rows()._repr_html_()


def show(
    store: Store, name: str, *, on: When | str | None = None, known_by: date | str | None = None
) -> Profile:
    """Gather everything that is claimed about a name.

    Parameters
    ----------
    name
        A label, an alias or a slug; capitals and accents do not count.
    on, known_by
        Only what may hold on a day or in a month or year, and what was
        published by a day.

    Raises
    ------
    NameNotFoundError
        If nothing has this name; it carries the nearest names.

    Examples
    --------
    >>> profile = show(tiny, "group b")
    >>> profile.entity.label
    'Group B'
    """
    on, known_by = given(on, known_by)
    entity = find(store, name)
    kept = restrict(store, on=on, known_by=known_by)
    return Profile(entity, tell(kept, about(kept, entity.iri), on=on), on)


def _told(item: Evidence) -> list[str]:
    doubt = [item.status] if item.status != "asserted" else []
    doubt += [item.modality] if item.modality != "actual" else []
    doubt += [f"{item.certainty} on that day"] if item.certainty == "possible" else []
    mark = f" [{', '.join(doubt)}]" if doubt else ""
    role = f", as {item.role}" if item.role else ""
    lines = _wrap(f"{item.statement}{role}{mark}", "* ", "  ")
    lines += _wrap(item.paraphrase, "    ")
    facts = [item.time, *(f"in {place}" for place in item.places)]
    facts += [f"says {name}" for name in item.claimants]
    facts += [f"under {name}" for name in item.instruments]
    lines += _wrap("; ".join(fact for fact in facts if fact), "    ")
    where = f"{item.document_id}, section {item.section}"
    where += f", paragraph {item.paragraph}" if item.paragraph else ""
    lines += _wrap(f"{item.id}: {where}", "    ")
    for source in item.sources:
        lines += _wrap(str(source), "    ", "      ")
    if item.citation_state:
        lines += _wrap(f"no note: {item.citation_state}", "    ")
    if item.disputes:
        lines += _wrap(f"disputes {', '.join(item.disputes)}", "    ")
    if item.disputed_by:
        lines += _wrap(f"disputed by {', '.join(item.disputed_by)}", "    ")
    if item.note:
        lines += _wrap(f"curator: {item.note}", "    ")
    return lines


def _wrap(text: str, first: str, later: str | None = None) -> list[str]:
    if len(first) + len(text) <= _WIDTH:
        return [first + " ".join(text.split())] if text else []
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=first if later is None else later
    )


def _row(item: Evidence) -> tuple[str | int | None, ...]:
    return (
        item.id,
        item.subject_label,
        item.label,
        item.object_label,
        item.quantity,
        item.time,
        item.certainty,
        item.status,
        item.modality,
        "yes" if item.negated else "no",
        ", ".join(item.claimants),
        item.document_id,
        item.section,
        item.paragraph,
        "; ".join(map(str, item.sources)) or item.citation_state,
        item.paraphrase,
    )
