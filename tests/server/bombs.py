"""Queries that are meant to do harm, as data: what each is, and what has to come of it."""

from __future__ import annotations

_ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
_NOWHERE = "<http://127.0.0.1:1/sparql>"

BOMBS = {
    "Q1 cross product": f"SELECT (COUNT(*) AS ?n) {{ {_ALL} }}",
    "Q2 cross product in order": f"SELECT * {{ {_ALL} }} ORDER BY ?a ?d ?g LIMIT 10",
    "Q3 path over everything": "SELECT (COUNT(*) AS ?n) { ?x (isg:p|!isg:p)* ?y }",
    "Q4 path of alternatives": "SELECT (COUNT(*) AS ?n) { ?x "
    + "/".join(["(rdf:type|^rdf:type)"] * 12)
    + " ?y }",
    "Q5 text doubled": "SELECT (STRLEN(?t33) AS ?n) { BIND('xxxxxxxxxxxxxxxx' AS ?t0) "
    + " ".join(f"BIND(CONCAT(?t{i}, ?t{i}) AS ?t{i + 1})" for i in range(33))
    + " }",
    "Q6 one long text": "SELECT (GROUP_CONCAT(STR(?a)) AS ?t) { ?a ?b ?c . ?d ?e ?f }",
    "Q7 hard pattern": "SELECT ?x { BIND('" + "a" * 40 + "!' AS ?x) FILTER(REGEX(?x, '^(a+)+$')) }",
    "Q8 many unions": "SELECT * { " + "UNION".join(["{}"] * 2200) + " } LIMIT 1",
    "Q9 many values": "SELECT (COUNT(*) AS ?n) { VALUES ?x { " + "1 " * 7000 + "} ?a ?b ?c }",
    "Q10 chain of options": "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"OPTIONAL {{ ?x{i} ?p{i} ?y{i} }}" for i in range(8))
    + " }",
    "Q11 square of absences": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f "
    "FILTER NOT EXISTS { ?a ?e ?f . ?d ?b ?x . ?x ?y ?z } }",
}
"""Each has to end as 200 within the limit, or as 503."""

DEPTHS = (65, 400, 2500, 20000)
_NESTS = {
    "braces": lambda n: "SELECT * " + "{" * n + "}" * n,
    "parentheses": lambda n: "ASK { FILTER(" + "(" * n + "1" + ")" * n + ") }",
    "brackets": lambda n: "ASK { " + "[ <urn:p> " * n + "1" + " ]" * n + " <urn:p> 1 }",
    "exclamation marks": lambda n: "ASK { FILTER(" + "!" * n + "true) }",
    "additions": lambda n: "ASK { FILTER(1" + "+1" * n + ") }",
    "options": lambda n: "ASK { " + "OPTIONAL { " * n + "?a ?b ?c" + " }" * n + " }",
    "collections": lambda n: "ASK { ?x ?y " + "(" * n + "1" + ")" * n + " }",
}
DEEP = {f"Q12 {n} {name}": nest(n) for name, nest in _NESTS.items() for n in DEPTHS}
"""Each has to be refused before any engine reads it."""

SERVICES = {
    "constant": f"SELECT * {{ SERVICE {_NOWHERE} {{ ?a ?b ?c }} }}",
    "prefixed": "PREFIX x: <http://127.0.0.1:1/> SELECT * { SERVICE x:sparql { ?a ?b ?c } }",
    "variable": f"SELECT * {{ BIND({_NOWHERE} AS ?s) SERVICE ?s {{ ?a ?b ?c }} }}",
    "in EXISTS": f"ASK {{ ?a ?b ?c FILTER EXISTS {{ SERVICE {_NOWHERE} {{ ?a ?b ?c }} }} }}",
    "in a sub-select": f"SELECT * {{ {{ SELECT * {{ SERVICE {_NOWHERE} {{ ?a ?b ?c }} }} }} }}",
    "silent": f"SELECT * {{ SERVICE SILENT {_NOWHERE} {{ ?a ?b ?c }} }}",
    "small letters": f"SELECT * {{ service {_NOWHERE} {{ ?a ?b ?c }} }}",
    "mixed letters": f"SELECT * {{ SerVice{_NOWHERE}{{ ?a ?b ?c }} }}",
    "before a comment": f"SELECT * {{ SERVICE#\n{_NOWHERE} {{ ?a ?b ?c }} }}",
    "no space after it": "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:sparql { ?a ?b ?c } }",
    "silent without a space": f"SELECT * {{ SERVICESILENT{_NOWHERE} {{ ?a ?b ?c }} }}",
    "silent and a prefix": "PREFIX silent: <http://127.0.0.1:1/> "
    "SELECT * { SERVICE silent:sparql { ?a ?b ?c } }",
    "no space before it": f"SELECT * {{ ?x ?y trueSERVICE{_NOWHERE} {{ ?a ?b ?c }} }}",
    "after a dot": "PREFIX : <http://127.0.0.1:1/> SELECT * { ?x ?y true.SERVICE:s { ?a ?b ?c } }",
    "as a prefix": "PREFIX service: <http://127.0.0.1:1/> "
    "SELECT * { SERVICE service:s { ?a ?b ?c } }",
    "escaped": f"SELECT * {{ \\u0053ERVICE {_NOWHERE} {{ ?a ?b ?c }} }}",
}
DATASETS = {
    "FROM http": f"SELECT * FROM {_NOWHERE} {{ ?a ?b ?c }}",
    "FROM NAMED http": f"SELECT * FROM NAMED {_NOWHERE} {{ GRAPH ?g {{ ?a ?b ?c }} }}",
    "FROM file": "SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }",
    "FROM NAMED file": "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?a ?b ?c } }",
}
UPDATES = (
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "DELETE WHERE { ?a ?b ?c }",
    f"LOAD {_NOWHERE}",
    "CLEAR ALL",
    "DROP ALL",
    "CREATE GRAPH <urn:g>",
    "ADD DEFAULT TO <urn:g>",
    "MOVE DEFAULT TO <urn:g>",
    "COPY DEFAULT TO <urn:g>",
    "WITH <urn:g> DELETE { ?a ?b ?c } WHERE { ?a ?b ?c }",
    "PREFIX x: <urn:x> INSERT DATA { x:a x:b x:c }",
    "BASE <urn:x> # a comment\n delete data { <a> <b> <c> }",
)


def towards(query: str, address: str) -> str:
    """Return a hostile query that reaches for another address."""
    return query.replace("http://127.0.0.1:1/", address)
