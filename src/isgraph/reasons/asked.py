"""Asked: a query as it is written, and small look-ups in the store that it is asked of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from isgraph.errors import QueryError
from isgraph.patterns import Outline, Pattern, names
from isgraph.rows import Value
from isgraph.store import Store
from isgraph.terms import ONTOLOGY, Iri, shorten
from isgraph.vocab import ISG

TERMS = frozenset(str(iri) for name, iri in vars(ISG).items() if not name.startswith("_"))
NAMING = ("rdfs:label", "skos:altLabel", "skos:prefLabel", "dcterms:title")
OPEN = ("?s", "?o")
_WIDTH = 60


class Asked:
    """A query and the store that it is asked of."""

    def __init__(self, store: Store, read: Outline) -> None:
        self.store, self.outline = store, read
        self.leaves = read.leaves()
        self.patterns = list(dict.fromkeys(part.pattern for part in self.leaves if part.pattern))

    @property
    def is_local(self) -> bool:
        """Whether the store is of this process, and not an endpoint."""
        return type(self.store) is Store

    def mentioned(self, start: str) -> Iterator[tuple[str, Iri]]:
        """Yield the names that begin with an IRI, each once, as written and in full."""
        for name in dict.fromkeys(name for part in self.leaves for name in names(part.text)):
            iri = self.outline.expanded(name)
            if iri and iri.startswith(start) and len(iri) > len(start):
                yield (shorten(iri) if name.startswith("<") else name), iri

    def has(self, subject: str, verb: str, object_: str) -> bool:
        """Tell whether one triple pattern matches; what cannot be asked is not complained of."""
        return self.answers(f"{subject} {verb} {object_}") is not False

    def answers(self, pattern: str) -> bool | None:
        """Tell whether a pattern matches; None if the engine does not take it."""
        try:
            rows = self.store.query(f"{self.outline.prologue}ASK {{ {pattern} }}")
        except QueryError:
            return None
        return bool(rows[0].answer == "true")

    def select(self, pattern: str, *, most: int = 10_000) -> list[Value]:
        """Return what `?x` is in a pattern, sorted."""
        query = f"SELECT DISTINCT ?x {{ {pattern} }} ORDER BY ?x LIMIT {most}"
        try:
            return [row.x for row in self.store.query(f"{self.outline.prologue}{query}")]
        except QueryError:
            return []

    def ends(self, pattern: Pattern) -> tuple[str, str]:
        """Return subject and object; a variable is open, unless a label says what it is."""
        subject, object_ = (self._named.get(end, end) for end in (pattern.subject, pattern.object))
        return closed(subject) or OPEN[0], closed(object_) or OPEN[1]

    @cached_property
    def _named(self) -> dict[str, str]:
        """The things that a label of the query gives to a variable."""
        found = {}
        for subject, verb, object_ in self.patterns:
            iri = self.outline.expanded(verb)
            if is_text(object_) and iri and shorten(iri) in NAMING:
                things = self.select(f"?x {verb} {object_}", most=2)
                if len(things) == 1:
                    found[subject] = f"<{things[0]}>"
        return found


def closed(term: str) -> str:
    """Return a name or a text; nothing for a variable or a bracket."""
    return "" if term[:1] in ("?", "$", "_", "[", "(") else term


def is_text(term: str) -> bool:
    """Tell whether a term is written in quotes."""
    return term[:1] in ("'", '"')


def is_unknown(iri: Iri | None) -> bool:
    """Tell whether a name looks like a term of the ontology, and is none."""
    return iri is not None and iri.startswith(ONTOLOGY) and iri not in TERMS


def quoted(*words: str) -> str:
    """Return a piece of SPARQL for a sentence, cut where it is long.

    Examples
    --------
    >>> quoted("?x", "isg:backs", "?y")
    '`?x isg:backs ?y`'
    """
    text = " ".join(" ".join(words).split())
    return f"`{text if len(text) <= _WIDTH else text[: _WIDTH - 1] + '…'}`"
