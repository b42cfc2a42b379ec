"""Profile: everything that is claimed about one name, grouped for a reader."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from isgraph.claims import about, named
from isgraph.dates import When, given, when_in_words
from isgraph.entities import Entity, find
from isgraph.evidence import Evidence, restrict, tell
from isgraph.record import record
from isgraph.rows import Rows
from isgraph.store import Store
from isgraph.terms import BASE, Iri

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
_MORE = ("role", "places", "instruments", "events", "published", "note", "disputes", "disputed_by")
_CHOICES = {
    "certainly": "asking what is certain",
    "on": "the day",
    "known_by": "the day of publication",
    "kinds": "the kind",
    "statuses": "the status",
}
_CLAIM = f"{BASE}claim/"
_HOLDERS = tuple(f"{BASE}{room}/" for room in ("document", "passage", "work", "citation"))


class Profile(NamedTuple):
    """An entity with the evidence of every claim in which it plays a part.

    Prints as text that fits 80 columns, and shows itself in a notebook. A
    claim is an entity too: its profile is that claim in full, `record`.
    """

    entity: Entity
    evidence: list[Evidence]
    on: When | None = None
    certainly: bool = False
    why: str = ""
    """Why there is no evidence, if there is none."""
    record: str = ""

    def groups(self) -> dict[str, list[Evidence]]:
        """Return the evidence by group, in the order of reading."""
        grouped: dict[str, list[Evidence]] = {name: [] for name in _GROUPS}
        for item in self.evidence:
            if self.entity.iri in (item.subject, item.object) or self._holds_claims:
                grouped[item.family].append(item)
            elif self.entity.label in item.claimants:
                grouped["said"].append(item)
            else:
                grouped["setting of"].append(item)
        return {_GROUPS[name]: items for name, items in grouped.items() if items}

    @property
    def _holds_claims(self) -> bool:
        return self.entity.iri.startswith((_CLAIM, *_HOLDERS))

    def rows(self) -> Rows:
        """Return a row per claim."""
        return Rows((*_COLUMNS, *_MORE), (_row(item) for item in self.evidence))

    def __str__(self) -> str:
        name = self.entity
        head = f"{name.label} ({name.kind_label}), {name.iri}"
        lines = textwrap.wrap(head, _WIDTH, break_long_words=False, break_on_hyphens=False)
        if name.aliases:
            lines += textwrap.wrap(f"also: {', '.join(name.aliases)}", _WIDTH)
        if self.record:
            return "\n".join([*lines, "", self.record])
        count = f"{len(self.evidence)} claim{'s' if len(self.evidence) != 1 else ''}"
        held = " that certainly held " if self.certainly else " that may hold "
        lines.append(f"{count}{held + when_in_words(self.on) if self.on else ''}")
        lines += _wrap(self.why, "")
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
        if self.record:
            return f"{head}<pre>{html.escape(self.record)}</pre>"
        shown = len(_COLUMNS)
        table = Rows(_COLUMNS, (_row(item)[:shown] for item in self.evidence))
        return f"{head}{table._repr_html_()}" + (f"<p>{html.escape(self.why)}</p>" * bool(self.why))


def show(
    store: Store,
    name: str,
    *,
    on: When | str | None = None,
    known_by: date | str | None = None,
    certainly: bool = False,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
) -> Profile:
    """Gather all that is claimed about a name, or all that is known of a claim.

    Parameters
    ----------
    name
        A label, an alias or a slug; capitals and accents do not count. Or the
        id of a claim, a passage, a document or a work.
    on, known_by, certainly, kinds, statuses
        Which claims; see `isgraph.restrict`.

    Raises
    ------
    NameNotFoundError
        If nothing has this name; it carries the nearest names.
    DateError
        If a text names no day, or `certainly` is asked for without a day.

    Examples
    --------
    >>> profile = show(tiny, "group b")
    >>> profile.entity.label
    'Group B'
    >>> print(show(tiny, "c0008"))  # doctest: +ELLIPSIS
    c0008 (relation claim), https://w3id.org/isgraph/claim/c0008
    <BLANKLINE>
    ...
    """
    on, known_by = given(on, known_by, certainly=certainly)
    entity = find(store, name)
    chosen = {
        "certainly": certainly,
        "on": on,
        "known_by": known_by,
        "kinds": list(kinds),
        "statuses": list(statuses),
    }
    kept = restrict(store, **chosen)  # type: ignore[arg-type]
    evidence = tell(kept, about(kept, entity.iri), on=on)
    is_told = bool(evidence) and entity.iri.startswith(_CLAIM)
    return Profile(
        entity,
        evidence,
        on,
        certainly,
        "" if evidence else _why_none(store, entity.iri, chosen),
        record(kept, named(kept, entity.iri), on=on) if is_told else "",
    )


def _why_none(store: Store, iri: Iri, chosen: dict[str, Any]) -> str:
    """Say how many claims there are where none, or not one, of the choices is made."""
    at_all = len(about(store, iri))
    if not at_all:
        return "No claim names it."
    found = [f"Without any choice there {_many(at_all)}."]
    made = [name for name, choice in chosen.items() if choice]
    for name in made if len(made) > 1 else ():
        gone = (name, "certainly") if name == "on" else (name,)
        rest = {other: choice for other, choice in chosen.items() if other not in gone}
        left = len(about(restrict(store, **rest), iri))
        if left and (left < at_all or name == "certainly"):
            found.append(f"Without {_CHOICES[name]} there {_many(left)}.")
    return " ".join(found)


def _many(count: int) -> str:
    return f"are {count}" if count > 1 else "is one"


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
        item.role,
        ", ".join(item.places),
        ", ".join(item.instruments),
        ", ".join(item.occurrences),
        item.published.isoformat(),
        item.note,
        ", ".join(item.disputes),
        ", ".join(item.disputed_by),
    )
