"""Edges: the evidence of many claims at once, column by column, as attributes of a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from isgraph.claims import Quantity, from_number, relations
from isgraph.columns import (
    ABSENT,
    CERTAIN,
    EVER,
    NOT_HELD,
    POSSIBLE,
    Ints,
    Truths,
    certainties,
    fill,
)
from isgraph.dates import Bounds, When
from isgraph.entities import Entities
from isgraph.evidence import Evidence, Labels, in_figures, source_of
from isgraph.terms import DCTERMS, Iri, Literal
from isgraph.vocab import ISG


def attributes(
    things: Entities, told: Truths, kept: Truths, *, on: When | None = None
) -> Iterator[dict[str, Any]]:
    """Yield `Evidence` as plain dictionaries, for some claims of a store in their order.

    Parameters
    ----------
    things
        The entities of the store, which give the labels.
    told, kept
        Of which claims; and which there are at all: a claim that is not kept
        disputes none, and is disputed by none.
    on
        The day of which `certainty` tells.

    Examples
    --------
    >>> from isgraph.columns import choose
    >>> from isgraph.entities import Entities
    >>> some = choose(tiny, statuses=["denied"])
    >>> [edge["id"] for edge in attributes(Entities(tiny), some, some)]
    ['c0008']
    """
    by_name = _Fields(things, told, kept).by_name(on)
    for values in zip(*(by_name[name] for name in Evidence._fields), strict=True):
        yield dict(zip(Evidence._fields, values, strict=True))


class _Each(dict[Any, Any]):
    """What a function makes of each argument, made when it is first asked for."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __missing__(self, argument: Any) -> Any:
        self[argument] = made = self.function(argument)
        return made

    def of(self, arguments: NDArray[Any]) -> list[Any]:
        """Return what is made of each of several arguments."""
        return list(map(self.__getitem__, arguments.tolist()))


class _Fields:
    """The fields of `Evidence`, each a list with one value for each claim that is told."""

    def __init__(self, things: Entities, told: Truths, kept: Truths) -> None:
        self.store, self.told, self.kept = things.store, told, kept
        self.columns = fill(self.store)
        words = self.columns.words
        self.labels = labels = Labels(self.store, things)
        self.word = _Each(lambda place: words[place] if place != ABSENT else None)
        self.slug = _Each(lambda place: Iri(words[place]).slug)
        self.label = _Each(lambda place: labels[Iri(words[place])] if place != ABSENT else None)
        self.day = _Each(lambda day: date.fromordinal(day) if day != EVER else None)

    def by_name(self, on: When | None) -> dict[str, list[Any]]:
        """Return the fields by their names."""
        columns, told = self.columns, self.told
        single = {name: column[told] for name, column in columns.single.items()}
        words = ("subject", "object", "role", "valid_time", "as_of", "paraphrase", "note")
        fields = {name: self.word.of(single[name]) for name in words}
        fields |= {name: self.slug.of(single[name]) for name in ("kind", "status", "modality")}
        fields |= {f"{name}_label": self.label.of(single[name]) for name in ("subject", "object")}
        fields |= {
            name: self._several(name, self.label.__getitem__)
            for name in ("claimants", "places", "instruments", "occurrences")
        }
        fields |= self._of_relations(single) | self._of_passages(single["passage"])
        for name, days in zip(Bounds._fields, columns.days[told].T, strict=True):
            fields[name] = self.day.of(days)
        fields["id"] = self.slug.of(columns.ids[told])
        fields["iri"] = self.word.of(columns.ids[told])
        fields["negated"] = columns.truths["negated"][told].tolist()
        fields["quantity"] = self._quantities(single)
        fields["certainty"] = self._certainties(on)
        fields["published"] = self.day.of(columns.published[told])
        fields["sources"] = self._sources()
        fields["citation_state"] = self.label.of(single["citation_state"])
        fields["paraphrase"] = [text or "" for text in fields["paraphrase"]]
        return fields | self._disputes()

    def _of_relations(self, single: dict[str, Ints]) -> dict[str, list[Any]]:
        words = self.columns.words
        known = relations(self.store, self.columns.named(np.unique(single["kind"]).tolist()))

        def of(kind_and_related: tuple[int, bool]) -> tuple[Any, ...]:
            kind, is_related = kind_and_related
            relation = known.get(Iri(words[kind])) if is_related else None
            if relation is None:
                return self.label[kind], "figures", None, None, False
            family = relation.family.slug.removesuffix("Family")
            channel = relation.channel.slug
            return relation.label, family, relation.sign, channel, relation.is_symmetric

        each = _Each(of)
        is_related = (single["object"] != ABSENT).tolist()
        found = [each[pair] for pair in zip(single["kind"].tolist(), is_related, strict=True)]
        return _turned(("label", "family", "sign", "channel", "is_symmetric"), found)

    def _of_passages(self, passages: Ints) -> dict[str, list[Any]]:
        store, words = self.store, self.columns.words
        parts = (ISG.inDocument, ISG.section, ISG.paragraph, ISG.charStart, ISG.charEnd)
        said = [dict(zip(*store.pairs(part), strict=True)) for part in parts]
        titles = _Each(lambda document: store.text(document, DCTERMS + "title"))

        def of(place: int) -> tuple[Any, ...]:
            document, section, paragraph, start, end = (part.get(words[place]) for part in said)
            slug = Iri(document or "").slug
            number = int(paragraph) if paragraph else None
            title = titles[document or ""] or slug
            return title, slug, section or "", number, int(start or 0), int(end or 0)

        names = ("document", "document_id", "section", "paragraph", "char_start", "char_end")
        return _turned(names, _Each(of).of(passages))

    def _quantities(self, single: dict[str, Ints]) -> list[str | None]:
        parts = ("measure", "minimum", "maximum", "qualifier")
        answer: list[str | None] = [None] * int(self.told.sum())
        counted = (single["measure"] != ABSENT) & (single["qualifier"] != ABSENT)
        for place in np.flatnonzero(counted).tolist():
            measure, low, high, qualifier = (self.word[int(single[part][place])] for part in parts)
            least, most = (from_number(Literal(text)) if text else None for text in (low, high))
            quantity = Quantity(Iri(measure), least, most, Iri(qualifier))
            answer[place] = in_figures(quantity, self.labels)
        return answer

    def _certainties(self, on: When | None) -> list[str | None]:
        if on is None:
            return [None] * int(self.told.sum())
        said = {NOT_HELD: None, POSSIBLE: "possible", CERTAIN: "certain"}
        return [said[code] for code in certainties(self.columns, on)[self.told].tolist()]

    def _sources(self) -> list[list[dict[str, Any]]]:
        each = _Each(lambda place: source_of(self.store, Iri(self.word[place]), self.labels))

        def one(place: int) -> dict[str, Any]:
            found: dict[str, Any] = each[place]._asdict()
            return found | {"authors": list(found["authors"])}

        return self._several("citations", one)

    def _disputes(self) -> dict[str, list[list[str]]]:
        by: dict[int, list[str]] = {}
        starts, values = self.columns.many["disputes"]
        claims = np.repeat(self.columns.ids, np.diff(starts))
        for claim, other in zip(claims.tolist(), values.tolist(), strict=True):
            if self.kept[claim]:
                by.setdefault(other, []).append(self.slug[claim])
        gone = set(self.columns.ids[~self.kept].tolist())
        told = self.columns.ids[self.told].tolist()
        slug = self.slug
        disputes = self._several("disputes", lambda other: None if other in gone else slug[other])
        return {
            "disputes": [list(filter(None, names)) for names in disputes],
            "disputed_by": [sorted(by.get(claim, ())) for claim in told],
        }

    def _several(self, name: str, make: Callable[[int], Any]) -> list[list[Any]]:
        """Return what is made of each value of a part that a claim may have several times."""
        starts, values = self.columns.many[name]
        first, last = starts[:-1][self.told], starts[1:][self.told]
        answer: list[list[Any]] = [[] for _ in first]
        for place in np.flatnonzero(last > first).tolist():
            answer[place] = [make(value) for value in values[first[place] : last[place]].tolist()]
        return answer


def _turned(names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> dict[str, list[Any]]:
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}
