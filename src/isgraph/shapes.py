"""Check a store: the shapes of `ontology/shapes.ttl` and the rules that compare nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from isgraph import turtle
from isgraph.files import ontology_path
from isgraph.rules import Finding, broken_rules
from isgraph.store import Store, as_store
from isgraph.terms import Iri


@dataclass(frozen=True)
class Report:
    """What a check has found, in the order of the nodes."""

    findings: list[Finding] = field(default_factory=list)

    @property
    def conforms(self) -> bool:
        """Whether nothing was found but notes."""
        return not any(finding.severity == "error" for finding in self.findings)


def check(store: Store) -> Report:
    """Check the data of a store against every rule.

    Returns
    -------
    Report
        Its findings name the shape or the rule that is broken, the node,
        and what to do; entities and sources that nothing uses are notes.

    Examples
    --------
    >>> from isgraph.terms import RDF
    >>> from isgraph.vocab import ISG
    >>> store = Store()
    >>> check(store).conforms
    True
    >>> actor = Iri("https://w3id.org/isgraph/actor/group-a")
    >>> store.add([(actor, Iri(RDF + "type"), ISG.NonStateArmedGroup)])
    >>> [finding.rule for finding in check(store).findings if finding.severity == "error"]
    ['entity-label', 'entity-label-english']
    """
    as_store(store)
    found = {*_broken_shapes(store), *broken_rules(store)}
    return Report(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        turtle.natural(finding.focus),
        finding.rule,
        finding.value or "",
        finding.message,
        finding.severity,
    )


@cache
def _shapes() -> Any:
    from rdflib import Graph

    return Graph().parse(ontology_path("shapes.ttl"), format="turtle")


def _broken_shapes(store: Store) -> Iterator[Finding]:
    import pyshacl
    from rdflib import SH, Graph

    graph = Graph()
    graph += store.as_rdflib()
    _, results, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inplace=True)
    assert isinstance(results, Graph)
    for result in results.objects(None, SH.result):
        value = results.value(result, SH.value)
        yield Finding(
            rule=Iri(str(results.value(result, SH.sourceShape))).slug,
            focus=str(results.value(result, SH.focusNode)),
            message=str(results.value(result, SH.resultMessage)),
            value=None if value is None else str(value),
        )
