"""Sixteen shapes of query on claims, in SPARQL, and on columns where isgraph answers by them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

PREFIXES = """PREFIX isg: <https://w3id.org/isgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
DAY = "2019-06-15"
FRIENDLY = "isg:backs|isg:praises|isg:leads|isg:memberOf"
HOSTILE = "isg:opposes|isg:fights|isg:attacks|isg:criticises|isg:detains"
HELD = f"""
  OPTIONAL {{ ?c isg:beginEarliest ?begin }} OPTIONAL {{ ?c isg:endLatest ?end }}
  FILTER(!BOUND(?begin) || ?begin <= "{DAY}"^^xsd:date)
  FILTER(!BOUND(?end) || ?end >= "{DAY}"^^xsd:date)"""


class Shape(NamedTuple):
    """A shape of query; `{hub}` in its text is an actor with many claims."""

    name: str
    sparql: str
    on_columns: Callable[[Any, str], Any] | None = None
    goal: float | None = None
    """How many times raw pyoxigraph, at a million triples."""


def _as_of(columns: Any, _: str) -> Any:
    from datetime import date

    import numpy as np

    from isgraph.columns import held

    found = np.flatnonzero(held(columns, date.fromisoformat(DAY)))
    return [(iri,) for iri in columns.named(found.tolist())]


def _not_exists(columns: Any, _: str) -> Any:
    import numpy as np

    from isgraph.columns import without
    from isgraph.vocab import ISG

    backing = columns.among("kind", [ISG.backs])
    return without(columns, backing, np.ones(len(columns), bool), answered=True)


def _latest(columns: Any, _: str) -> Any:
    from datetime import date

    import numpy as np

    begins = columns.days[:, 0]
    rows = np.argsort(-begins, kind="stable")[:20].tolist()
    names = columns.named(rows)
    return [(name, date.fromordinal(begins[row])) for name, row in zip(names, rows, strict=True)]


def _export(columns: Any, _: str) -> Any:
    parts = ("subject", "kind", "object", "status")
    found = (columns.named(columns.single[part].tolist()) for part in parts)
    return list(zip(columns.named(columns.ids.tolist()), *found, strict=True))


def _called(name: str, *words: str, hub: bool = False, top: int | None = None) -> Any:
    """Return a call of a function of `isgraph.columns`."""

    def ask(columns: Any, actor: str) -> Any:
        from isgraph import columns as room

        start = (actor,) if hub else ()
        found = getattr(room, name)(columns, *start, *words)
        return [(iri,) for iri in found] if hub else found[:top]

    return ask


SHAPES = (
    Shape("look-up", "SELECT ?p ?o { {hub} ?p ?o }"),
    Shape(
        "neighbours", "SELECT ?c ?p ?o { ?c isg:subject {hub} ; isg:predicate ?p ; isg:object ?o }"
    ),
    Shape(
        "two hops",
        "SELECT DISTINCT ?x { {hub} (isg:backs|isg:opposes)/(isg:backs|isg:opposes) ?x }",
    ),
    Shape(
        "property path",
        "SELECT DISTINCT ?x { {hub} isg:opposes+/isg:backs* ?x }",
        _called("reach", "opposes+", "backs*", hub=True),
        1000,
    ),
    Shape(
        "as of a day, one actor",
        f"SELECT ?c ?p ?o {{ ?c isg:subject {{hub}} ; isg:predicate ?p ; isg:object ?o . {HELD} }}",
    ),
    Shape("as of a day, all", f"SELECT ?c {{ ?c isg:predicate ?p . {HELD} }}", _as_of),
    Shape(
        "count by relation",
        "SELECT ?p (COUNT(?c) AS ?n) { ?c isg:predicate ?p } GROUP BY ?p",
        _called("counts", "kind"),
    ),
    Shape(
        "NOT EXISTS",
        """SELECT DISTINCT ?a ?b { ?c isg:predicate isg:backs ; isg:subject ?a ; isg:object ?b .
  FILTER NOT EXISTS { ?d isg:subject ?b ; isg:object ?a } }""",
        _not_exists,
        200,
    ),
    Shape(
        "contradictions",
        f"SELECT DISTINCT ?a ?b {{ ?a {FRIENDLY} ?b . ?a {HOSTILE} ?b }}",
        _called("contradictions"),
        500,
    ),
    Shape(
        "regular expression",
        'SELECT ?c { ?c isg:paraphrase ?text FILTER REGEX(?text, "border c[ao]") }',
    ),
    Shape(
        "GROUP_CONCAT",
        """SELECT ?a (GROUP_CONCAT(DISTINCT ?kind; SEPARATOR="|") AS ?kinds) {
  ?c isg:subject ?a ; isg:predicate ?p BIND(STRAFTER(STR(?p), "#") AS ?kind) } GROUP BY ?a""",
    ),
    Shape(
        "CONSTRUCT of one actor",
        "CONSTRUCT { ?s ?p ?o } WHERE { { ?s ?p {hub} BIND({hub} AS ?o) } "
        "UNION { {hub} ?p ?o BIND({hub} AS ?s) } }",
    ),
    Shape(
        "ORDER BY with LIMIT",
        "SELECT ?c ?day { ?c isg:beginEarliest ?day } ORDER BY DESC(?day) ?c LIMIT 20",
        _latest,
    ),
    Shape(
        "top degree",
        "SELECT ?x (COUNT(?c) AS ?n) { ?c isg:subject|isg:object ?x } "
        "GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT 10",
        _called("counts", "subject", "object", top=10),
    ),
    Shape(
        "triangle",
        "SELECT ?a ?b ?c { ?a isg:backs ?b . ?b isg:opposes ?c . ?c isg:fights ?a }",
        _called("triangles", "backs", "opposes", "fights"),
    ),
    Shape(
        "export of all edges",
        "SELECT ?c ?s ?p ?o ?status { ?c isg:subject ?s ; isg:predicate ?p ; isg:object ?o ; "
        "isg:epistemicStatus ?status }",
        _export,
    ),
)
EXEMPT = {"regular expression", "export of all edges"}


def text(shape: Shape, hub: str) -> str:
    """Return the SPARQL of a shape for an actor."""
    return PREFIXES + shape.sparql.replace("{hub}", f"<{hub}>")
