"""Claim graphs that are made up: seeded, in our ontology, with 12 triples a claim, as N-Triples.

A few hubs and many leaves, relations of every sign, dates open and closed, and the direct
triples and date bounds that the one rule derives.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

TRIPLES_A_CLAIM = 14.12
CLAIMS_AN_ACTOR = 8
CLAIMS_A_PASSAGE = 10
DOCUMENTS = 20
WORDS = ("north", "border", "convoy", "camp", "council", "talks", "armed", "local", "senior")
RELATIONS = {
    "memberOf": 0.17,
    "fights": 0.16,
    "backs": 0.15,
    "meetsWith": 0.12,
    "opposes": 0.09,
    "attacks": 0.08,
    "tiedTo": 0.07,
    "praises": 0.05,
    "criticises": 0.05,
    "detains": 0.03,
    "leads": 0.03,
}
SYMMETRIC = {"fights", "meetsWith", "tiedTo"}
STATUSES = {"asserted": 0.7, "reported": 0.2, "assessed": 0.06, "alleged": 0.03, "denied": 0.01}
MODALITIES = {"actual": 0.88, "planned": 0.09, "conditional": 0.03}
LICENSING = {"asserted", "reported", "assessed"}

_BASE = "https://w3id.org/isgraph/"
_ISG = f"{_BASE}ontology#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_DCTERMS = "http://purl.org/dc/terms/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


def write_claims(file: Path, triples: int, *, seed: int = 20) -> int:
    """Write a claim graph of about so many triples as N-Triples, and return its claims."""
    chance = np.random.default_rng(seed)
    claims = max(20, round(triples / TRIPLES_A_CLAIM))
    actors = claims // CLAIMS_AN_ACTOR
    lines: list[str] = []
    _write_sources(lines, claims)
    for number in range(actors):
        iri = f"<{_BASE}actor/a{number}>"
        lines += [
            f"{iri} <{_RDF}type> <{_ISG}NonStateArmedGroup> .",
            f'{iri} <{_RDFS}label> "Made-up actor {number}"@en .',
        ]
    fame = chance.pareto(1.5, actors) + 0.1
    share = fame / fame.sum()
    subjects = chance.choice(actors, claims, p=share)
    objects = chance.choice(actors, claims, p=share)
    objects = np.where(objects == subjects, (objects + 1) % actors, objects)
    kinds = _drawn(chance, RELATIONS, claims)
    statuses = _drawn(chance, STATUSES, claims)
    modalities = _drawn(chance, MODALITIES, claims)
    begins = chance.integers(0, 4000, claims)
    lasts = chance.integers(0, 1500, claims)
    manners = chance.random(claims)
    words = chance.integers(0, len(WORDS), (claims, 2))
    direct: set[str] = set()
    origin = np.datetime64("2013-01-01")
    firsts = np.datetime_as_string(origin + begins).tolist()
    ends = np.datetime_as_string(origin + begins + lasts).tolist()
    for number in range(claims):
        iri = f"<{_BASE}claim/c{number:07d}>"
        subject, object_ = (f"<{_BASE}actor/a{end[number]}>" for end in (subjects, objects))
        kind = f"<{_ISG}{kinds[number]}>"
        one, other = (WORDS[place] for place in words[number])
        issued = _issued(number // CLAIMS_A_PASSAGE % DOCUMENTS)
        time, bounds = _times(firsts[number], ends[number], manners[number], issued)
        lines += [
            f"{iri} <{_RDF}type> <{_ISG}RelationClaim> .",
            f"{iri} <{_ISG}subject> {subject} .",
            f"{iri} <{_ISG}predicate> {kind} .",
            f"{iri} <{_ISG}object> {object_} .",
            f"{iri} <{_ISG}epistemicStatus> <{_ISG}{statuses[number]}> .",
            f"{iri} <{_ISG}modality> <{_ISG}{modalities[number]}> .",
            f"{iri} <{_ISG}passage> <{_BASE}passage/p{number // CLAIMS_A_PASSAGE}> .",
            f'{iri} <{_ISG}paraphrase> "Claim {number} of the {one} {other}."@en .',
            *(f"{iri} <{_ISG}{part}> {value} ." for part, value in [time, *bounds]),
        ]
        if modalities[number] == "actual" and statuses[number] in LICENSING:
            direct.add(f"{subject} {kind} {object_} .")
            if kinds[number] in SYMMETRIC:
                direct.add(f"{object_} {kind} {subject} .")
    file.write_text("\n".join([*lines, *sorted(direct)]) + "\n", encoding="utf-8")
    return claims


def _write_sources(lines: list[str], claims: int) -> None:
    for number in range(DOCUMENTS):
        iri = f"<{_BASE}document/d{number}>"
        lines += [
            f"{iri} <{_RDF}type> <{_ISG}Document> .",
            f'{iri} <{_DCTERMS}title> "Made-up document {number}" .',
            f'{iri} <{_DCTERMS}issued> "{_issued(number)}"^^<{_XSD}date> .',
        ]
    for number in range(claims // CLAIMS_A_PASSAGE + 1):
        iri = f"<{_BASE}passage/p{number}>"
        lines += [
            f"{iri} <{_ISG}inDocument> <{_BASE}document/d{number % DOCUMENTS}> .",
            f'{iri} <{_ISG}section> "{number % 5 + 1}" .',
            f'{iri} <{_ISG}paragraph> "{number % 30 + 1}"^^<{_XSD}integer> .',
            f'{iri} <{_ISG}charStart> "{number * 40}"^^<{_XSD}integer> .',
            f'{iri} <{_ISG}charEnd> "{number * 40 + 200}"^^<{_XSD}integer> .',
        ]


def _issued(document: int) -> str:
    return f"2025-03-{document + 1:02d}"


def _drawn(chance: np.random.Generator, shares: dict[str, float], size: int) -> list[str]:
    names = np.array(list(shares))
    return list(map(str, chance.choice(names, size, p=list(shares.values()))))


def _times(
    first: str, end: str, manner: float, issued: str
) -> tuple[tuple[str, str], list[tuple[str, str]]]:
    """Return when a claim holds, and the bounds: open, closed, one day, or as of a day."""
    if manner < 0.35 and first <= issued:
        time, bounds = ("validTime", f"{first}/.."), [first, first, issued, None]
    elif manner < 0.65 and first <= end:
        time, bounds = ("validTime", f"{first}/{end}"), [first, first, end, end]
    elif manner < 0.8:
        time, bounds = ("validTime", first), [first, first, first, first]
    else:
        time, bounds = ("asOf", first), [None, first, first, None]
    names = ("beginEarliest", "beginLatest", "endEarliest", "endLatest")
    written = [
        (name, f'"{day}"^^<{_XSD}date>')
        for name, day in zip(names, bounds, strict=True)
        if day is not None
    ]
    return (time[0], f'"{time[1]}"^^<{_EDTF}>'), written
