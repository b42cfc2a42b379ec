"""The terms of a triple as plain Python, and the prefixes that shorten them.

rdflib takes longer to import than `isgraph show` takes to answer, so the
package speaks in these two types; `store` turns them into engine terms.
"""

from __future__ import annotations

from typing import NamedTuple

ONTOLOGY = "https://w3id.org/isgraph/ontology#"
BASE = "https://w3id.org/isgraph/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCTERMS = "http://purl.org/dc/terms/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"
EDTF = "http://id.loc.gov/datatypes/edtf/"

PREFIXES: dict[str, str] = {
    "actor": BASE + "actor/",
    "cit": BASE + "citation/",
    "claim": BASE + "claim/",
    "dcterms": DCTERMS,
    "doc": BASE + "document/",
    "edtf": EDTF,
    "event": BASE + "event/",
    "instr": BASE + "instrument/",
    "isg": ONTOLOGY,
    "owl": OWL,
    "place": BASE + "place/",
    "psg": BASE + "passage/",
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "work": BASE + "work/",
    "xsd": XSD,
}


class Iri(str):
    """An IRI: a string that is a name.

    Examples
    --------
    >>> Iri("https://w3id.org/isgraph/actor/group-a").slug
    'group-a'
    """

    __slots__ = ()

    @property
    def slug(self) -> str:
        """The part after the last slash or hash."""
        return self.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


class Literal(NamedTuple):
    """A value: its text with a datatype, or with a language."""

    text: str
    datatype: Iri | None = None
    language: str | None = None


Term = Iri | Literal
Triple = tuple[Iri, Iri, Term]


def expand(name: str) -> Iri:
    """Return the IRI of a prefixed name.

    Raises
    ------
    ValueError
        If the prefix is not one of `PREFIXES`.

    Examples
    --------
    >>> expand("isg:detains")
    'https://w3id.org/isgraph/ontology#detains'
    """
    prefix, colon, local = name.partition(":")
    if not colon or prefix not in PREFIXES:
        raise ValueError(f"no prefix {prefix!r} in {name!r}; known: {', '.join(PREFIXES)}")
    return Iri(PREFIXES[prefix] + local)


def shorten(iri: str) -> str:
    """Return the prefixed name of an IRI, or the IRI where no prefix fits.

    Examples
    --------
    >>> shorten("https://w3id.org/isgraph/actor/group-a")
    'actor:group-a'
    """
    for prefix, start in PREFIXES.items():
        rest = iri[len(start) :]
        if iri.startswith(start) and rest and "/" not in rest and "#" not in rest:
            return f"{prefix}:{rest}"
    return iri
