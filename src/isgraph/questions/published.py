"""Published: the questions as SHACL executables, so that other tools find and run them."""

from __future__ import annotations

import re

from isgraph import questions
from isgraph.questions.question import Question
from isgraph.store import prefixed
from isgraph.terms import BASE, ONTOLOGY, PREFIXES, RDFS, XSD

_SH = "http://www.w3.org/ns/shacl#"
_QUESTION = f"{BASE}question/"
_ROOT = ONTOLOGY.rstrip("#")


def published() -> str:
    """Return the shipped questions as Turtle.

    Each is a `sh:SPARQLSelectExecutable` with its text in `sh:select`, as the
    note SHACL Advanced Features has it; the prefixes stand on the ontology,
    once as `sh:declare` and once more in each text, for tools that know only one way.

    Examples
    --------
    >>> "question/troops> a sh:SPARQLExecutable" in published()
    True
    """
    blocks = [_head(), *(_block(questions.question(name)) for name in questions.names())]
    return "\n".join(blocks)


def _head() -> str:
    lines = [f"@prefix rdfs: <{RDFS}> .", f"@prefix sh: <{_SH}> .", f"@prefix xsd: <{XSD}> .", ""]
    declared = [f"{_ROOT}/prefix/{name}" for name in PREFIXES]
    lines.append(f"<{_ROOT}> sh:declare {' , '.join(f'<{iri}>' for iri in declared)} .")
    for iri, (name, start) in zip(declared, PREFIXES.items(), strict=True):
        lines += ["", f'<{iri}> sh:prefix "{name}" ; sh:namespace "{start}"^^xsd:anyURI .']
    return "\n".join([*lines, ""])


def _block(asked: Question) -> str:
    me = f"{_QUESTION}{asked.name}"
    parts = [
        "a sh:SPARQLExecutable , sh:SPARQLSelectExecutable",
        f'rdfs:label "{_escaped(asked.title)}"@en',
    ]
    if asked.explanation:
        parts.append(f'rdfs:comment "{_escaped(asked.explanation)}"@en')
    parts += [f"sh:parameter <{me}/{parameter.column}>" for parameter in asked.parameters]
    parts += [f"sh:prefixes <{_ROOT}>", f'sh:select "{_escaped(prefixed(asked.sparql))}"']
    lines = [f"<{me}> " + " ;\n    ".join(parts) + " .\n"]
    for parameter in asked.parameters:
        more = (
            f' ;\n    sh:defaultValue "{_escaped(parameter.default)}"' if parameter.default else ""
        )
        lines.append(
            f"<{me}/{parameter.column}> a sh:Parameter ;\n"
            f"    sh:path <{me}#{parameter.column}> ;\n"
            f'    sh:name "{parameter.column}" ;\n'
            f'    sh:description "{_escaped(parameter.meaning)}"@en ;\n'
            f"    sh:optional true{more} .\n"
        )
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return re.sub(r'["\\]', r"\\\g<0>", text).replace("\n", "\\n")


if __name__ == "__main__":
    print(published(), end="")
