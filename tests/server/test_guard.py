"""The guard: what it refuses, and that nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isgraph import questions
from isgraph.server.guard import guard, tokens
from isgraph.server.limits import Limits
from isgraph.server.refusal import Refusal
from isgraph.store import prefixed
from tests.server.bombs import BOMBS, DATASETS, DEEP, SERVICES, UPDATES


def refusal(sparql: str) -> Refusal:
    """Return what the guard says of a query."""
    with pytest.raises(Refusal) as caught:
        guard(sparql)
    return caught.value


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_is_refused(name: str) -> None:
    """Each sort of nesting over the depth is refused, the longest for their length."""
    found = refusal(DEEP[name])

    assert (found.status, found.code) in {(400, "too-deep"), (413, "too-long")}


@pytest.mark.parametrize("name", SERVICES)
def test_service_is_refused(name: str) -> None:
    """SERVICE is refused in every spelling, with its place."""
    found = refusal(SERVICES[name])

    assert found.status == 403
    assert found.code in {"service", "escape"}
    assert found.line is not None


@pytest.mark.parametrize("name", DATASETS)
def test_from_is_refused(name: str) -> None:
    """A query cannot choose what it reads."""
    found = refusal(DATASETS[name])

    assert (found.status, found.code) == (400, "dataset")


@pytest.mark.parametrize("update", UPDATES)
def test_updates_are_refused(update: str) -> None:
    """Every form of update is refused, also behind a prologue and a comment."""
    found = refusal(update)

    assert (found.status, found.code) == (403, "update")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service ?from { ?service ?from 'SERVICE FROM LOAD' }",
        'SELECT * { ?x rdfs:label """a "SERVICE" b""" } # SERVICE FROM',
        "PREFIX s: <urn:from#> SELECT * { s:from s:SERVICE ?x }",
        "SELECT * { <http://example.org/SERVICE/from> ?p ?o }",
        r"SELECT * { ?x ?y 'it\'s \u0053ERVICE' ; ?z ':x\\' }",
        "SELECT * { ?x isg:load ?insert . FILTER(?a < 3 && ?b > 4) }",
        "SELECT (1 - -1 AS ?n) { FILTER(!(?a = ?b) || !BOUND(?c)) }",
        "DESCRIBE actor:sdf",
        "",
    ],
)
def test_what_only_looks_so_passes(sparql: str) -> None:
    """Names, texts, variables, comments and IRIs may hold any word."""
    guard(sparql)


@pytest.mark.parametrize("name", questions.names())
def test_the_shipped_questions_pass(name: str) -> None:
    """No shipped question is refused."""
    guard(prefixed(questions.text(name)))


@pytest.mark.parametrize("name", BOMBS)
def test_what_only_costs_much_passes(name: str) -> None:
    """What is costly but sound is left to the limits of the child."""
    guard(BOMBS[name])


def test_length_and_control_characters_are_refused() -> None:
    """A query over the length, or with a NUL, is refused; line ends and tabs are not."""
    guard("ASK\r\n\t{}")

    assert refusal("ASK {}" + " " * 17 * 1024).status == 413
    assert refusal("ASK {\x00}").code == "control-character"
    assert refusal("SELECT *\n{ \x07 }").line == 2


def test_limits_are_those_given() -> None:
    """A larger depth and length may be granted."""
    guard("ASK { FILTER(" + "(" * 100 + "1" + ")" * 100 + ") }", Limits(depth=200))


@given(st.text(alphabet=st.sampled_from("abS\"'<>{}()[]#\\\n ?:@.!+-_0/*^"), max_size=60))
def test_tokens_are_the_text(text: str) -> None:
    """Nothing of a query is lost or doubled between the tokens."""
    assert "".join(token.text for token in tokens(text)) == text


@given(st.text(max_size=30), st.sampled_from(['"', "'", '"""', "'''"]))
def test_what_stands_in_a_text_is_not_looked_at(text: str, quote: str) -> None:
    """A text, well escaped, makes one token, whatever it holds."""
    for mark, escaped in (("\\", "\\\\"), ('"', '\\"'), ("'", "\\'"), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(mark, escaped)
    found = [token.kind for token in tokens(f"{quote}{text} SERVICE{quote}")]

    assert found == ["string"]
