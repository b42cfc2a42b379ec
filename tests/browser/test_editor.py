"""The page in which one asks, in a real browser, against a real server."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from tests.browser.conftest import Visit, text, wait
from tests.browser.marionette import Firefox, firefox
from tests.browser.test_access import PHONE, SMALL, faults
from tests.server.bombs import BOMBS
from tests.server.conftest import QUICK, TINY, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

Open = Callable[..., Visit]

DETAINS = "SELECT ?who ?whom {\n  ?who isg:detains ?whom\n}"
WRONG = 'SELECT ?x {\n  ?x rdfs:label "é😀" ; nope:detains ?y\n}'
MANY = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 450"
COUNTS = "SELECT ?what (COUNT(?x) AS ?count) { ?x a ?what } GROUP BY ?what"
NOBODY = "SELECT ?x { ?x isg:detains actor:nobody }"
QUESTION = "Who detains whom, since when, and who says so?"
HOSTILE = "</script><img src=x onerror=alert(1)>\u202e\u0639" + "w" * 10_000
CARET = "() => document.getElementById('query').selectionStart"
BUSY = "() => !document.getElementById('cancel').hidden"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the tiny world, and give the address of the page."""
    path = Path(shutil.copy(TINY, tmp_path_factory.mktemp("editor") / "tiny.ttl"))
    with running(path, QUICK._replace(seconds=20.0)) as server:
        yield f"http://127.0.0.1:{server.port}/sparql"


@pytest.fixture
def ask(browser: Browser, home: str) -> Iterator[Open]:
    """Open the page in a fresh context, with what its address is to say."""
    contexts = []

    def open_page(said: dict[str, str] | None = None, **options: Any) -> Visit:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
        contexts.append(context)
        there = Visit(context.new_page(), home)
        there.go(f"#{urlencode(said)}" if said else "")
        if said:
            answered(there.page)
        return there

    yield open_page
    for context in contexts:
        context.close()


def answered(page: Page) -> str:
    """Wait for the end of a query, and give what the page then says of it."""
    wait(page, f"() => !({BUSY})() && document.getElementById('state').textContent !== 'Asking …'")
    return text(page, "#state")


def run(page: Page, sparql: str) -> str:
    """Write a query and ask it with the keyboard."""
    page.fill("#query", sparql)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    return answered(page)


def cells(page: Page, column: int = 1) -> list[str]:
    """Give a column of the table."""
    return page.locator(f"#answer tbody td:nth-child({column})").all_inner_texts()


def test_a_query_gives_a_table_of_links(ask: Open, home: str) -> None:
    """Written and asked by keys alone; names lead to their pages; nothing leaves this server."""
    there = ask()
    there.page.keyboard.press("Tab")
    there.page.keyboard.press("Enter")
    assert there.page.evaluate("document.activeElement.id") == "query"

    assert run(there.page, DETAINS).startswith("1 row, in ")
    assert cells(there.page) == ["actor:group-a Group A"]
    assert {url[: len(home) - 6] for url in there.requests} == {home[:-6]}
    assert there.said == []
    there.page.click("#answer td a >> nth=0")
    there.page.wait_for_url("**/actor/group-a")
    assert text(there.page, "h1") == "Group A"


def test_each_claim_of_a_list_is_a_link(ask: Open) -> None:
    """Where a cell names several claims, each leads to its page."""
    page = ask().page
    run(page, 'SELECT ("c0001, c0002" AS ?claims) ("c0001, so" AS ?text) {}')

    assert page.locator("#answer td a").evaluate_all("all => all.map(a => a.pathname)") == [
        "/claim/c0001",
        "/claim/c0002",
    ]


def test_a_wrong_query_shows_the_place(ask: Open) -> None:
    """The refusal names line and column, and the caret stands there, after letters of any width."""
    page = ask().page
    run(page, WRONG)

    assert "line 2, column" in text(page, "#problem")
    assert text(page, "#lines .wrong").strip() == "2"
    assert WRONG[: page.evaluate(CARET)].endswith("nope:detains ")
    run(page, DETAINS)
    assert text(page, "#problem") == ""


def test_a_question_is_asked_of_its_parameter(ask: Open) -> None:
    """Choosing shows, writes and asks it; a value goes into the query and into the address."""
    page = ask().page
    page.fill("#find", "detains since")
    page.click(f"text={QUESTION}")
    wait(page, "() => document.querySelectorAll('#answer tbody tr').length === 1")
    assert text(page, "#chosen h2") == QUESTION
    assert page.locator("#choices-by option").get_attribute("value") == "Group A"

    page.fill("#parameter-by", "Group A")
    page.keyboard.press("Tab")
    wait(page, "() => document.getElementById('query').value.includes('FILTER(?custodian IN')")
    answered(page)
    assert "with-by=Group+A" in page.url
    page.reload()
    wait(page, "() => document.getElementById('parameter-by')?.value === 'Group A'")

    page.fill("#parameter-by", "Nobody")
    page.keyboard.press("Tab")
    wait(page, "() => document.getElementById('problem').textContent.includes('Nobody')")


def test_terms_are_completed_by_keys(ask: Open) -> None:
    """Control and space open the list, arrows walk in it, Enter takes, and it can be undone."""
    page = ask().page
    page.fill("#query", "ASK { ?x isg:detai")
    page.keyboard.press("Control+Space")
    names = page.locator("#suggestions [role=option] span").all_inner_texts()
    assert "isg:detains" in names
    for _ in range(names.index("isg:detains")):
        page.keyboard.press("ArrowDown")
    chosen = page.get_attribute("#query", "aria-activedescendant")
    assert text(page, f"#{chosen} span") == "isg:detains"

    page.keyboard.press("Enter")
    assert page.input_value("#query") == "ASK { ?x isg:detains"
    assert page.locator("#suggestions").is_hidden()
    page.keyboard.press("Control+z")
    assert page.input_value("#query") == "ASK { ?x isg:detai"

    page.keyboard.press("Control+Space")
    page.keyboard.press("Escape")
    assert page.locator("#suggestions").is_hidden()
    assert page.get_attribute("#query", "aria-activedescendant") is None


def test_the_address_holds_what_is_asked(ask: Open) -> None:
    """Query, day, certainty and view come back with a link, and an earlier query with Back."""
    said = {
        "query": COUNTS,
        "on": "2024-07-01",
        "known-by": "2025-12-31",
        "certainly": "true",
        "view": "chart",
    }
    page = ask(said).page
    assert page.input_value("#query") == COUNTS
    assert page.input_value("#on") == "2024-07-01"
    assert page.input_value("#known-by") == "2025-12-31"
    assert page.is_checked("#certainly")
    assert page.get_attribute("#tab-chart", "aria-selected") == "true"

    run(page, DETAINS)
    page.go_back()
    wait(page, "text => document.getElementById('query').value === text", COUNTS)
    answered(page)
    assert page.locator(".chart rect").count() > 1


def test_back_leads_out_of_a_link(ask: Open, home: str) -> None:
    """A link that is spelled otherwise than the page does it is no trap for the Back button."""
    page = ask().page
    page.goto("about:blank")
    page.goto(f"{home}#query=ASK%20{{}}&on=2024")
    page.wait_for_selector(".verdict")
    page.go_back()

    assert page.url == "about:blank"


def test_a_slow_query_can_be_cancelled(ask: Open) -> None:
    """Cancel stops the query, and the next one answers."""
    page = ask().page
    page.fill("#query", BOMBS["Q1 cross product"])
    page.click("#run")
    page.click("#cancel")
    assert answered(page) == "Cancelled."
    assert page.locator("#answer").is_hidden()

    assert run(page, "ASK {}").startswith("Yes, in ")
    assert text(page, ".verdict") == "Yes"


def test_an_old_answer_is_not_under_a_new_query(ask: Open) -> None:
    """While a query runs the answer before it is faint, and after Cancel it is gone."""
    page = ask({"query": DETAINS}).page
    assert page.locator("#answer table").is_visible()
    page.fill("#query", BOMBS["Q1 cross product"])
    page.click("#run")
    wait(page, "() => Number(getComputedStyle(document.getElementById('answer')).opacity) < 0.5")
    page.click("#cancel")
    answered(page)

    assert page.locator("#answer").is_hidden()


def test_the_address_of_an_answer_opens_its_query(ask: Open, home: str) -> None:
    """What a program asks by GET stands in the editor, with every choice, and is answered."""
    page = ask().page
    page.goto("about:blank")
    said = {"query": DETAINS, "on": "2024-06-15", "kind": "detains", "status": "reported"}
    page.goto(f"{home}?{urlencode(said)}")
    page.wait_for_selector("#answer td")

    assert page.input_value("#query") == DETAINS
    assert page.input_value("#on") == "2024-06-15"
    assert text(page, "#further").startswith("Only kind detains and status reported")
    assert "kind=detains" in page.url
    page.reload()
    page.wait_for_selector("#answer td")
    assert page.input_value("#query") == DETAINS
    page.click("#further button")
    answered(page)
    assert page.locator("#further").is_hidden()
    assert "kind" not in page.url
    page.go_back()
    page.go_back()
    assert page.url == "about:blank"


def test_an_empty_query_is_not_sent(ask: Open) -> None:
    """Who asks nothing is told to write a query, and is led to no line."""
    there = ask()
    asked = [url for url in there.requests if url.endswith("sparql")]
    run(there.page, "  ")

    assert text(there.page, "#problem") == "There is no query yet. Write one, or choose a question."
    assert [url for url in there.requests if url.endswith("sparql")] == asked


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("ASK { ?x isg:detain", "isg:detains"),
        ("ASK { ?x a isg:Actor ; isg:detain", "isg:detains"),
        ("ASK { ?x isg:backs|isg:detain", "isg:detains"),
        ("ASK { ?x isg:unit isg:detain", "isg:detainees"),
        ('ASK { ?x rdfs:label "group-', None),
        ('ASK { ?x rdfs:label "a", "group-', None),
        ('ASK { ?x rdfs:label "a" ; isg:detain', "isg:detains"),
        ("ASK { # group-", None),
        ("ASK { ?x ?y <actor:group-", None),
    ],
)
def test_what_fits_is_offered_first(ask: Open, written: str, first: str | None) -> None:
    """A relation where a verb stands, a code where an object does, nothing inside a text."""
    page = ask().page
    page.fill("#query", written)
    page.keyboard.press("Control+Space")
    names = page.locator("#suggestions [role=option] span").all_inner_texts()

    assert names[:1] == ([first] if first else [])


def test_a_view_that_cannot_be_gives_way_to_the_table(ask: Open) -> None:
    """Where the diagram was open and the next answer has none, its rows are shown."""
    page = ask({"query": DETAINS, "view": "diagram"}).page
    page.wait_for_selector("iframe.diagram")
    run(page, "SELECT (1 AS ?n) {}")
    page.wait_for_selector("#answer td")
    assert page.get_attribute("#tab-table", "aria-selected") == "true"

    page.click("#tab-diagram")
    wait(page, "() => document.getElementById('panel').textContent.includes('no claim')")


def test_hostile_text_stays_text(ask: Open) -> None:
    """Markup, turned letters and very long words are shown as they are, in rows and as a column."""
    there = ask({"query": f'SELECT ("{HOSTILE}" AS ?x) (<javascript://x/%0Aalert(1)> AS ?y) {{}}'})

    assert cells(there.page) == [HOSTILE]
    assert there.page.locator("#answer td img, #answer td a").count() == 0
    assert there.page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert there.said == []


def test_nothing_found_is_said(ask: Open) -> None:
    """An empty answer says that it is empty, and why it may be."""
    there = ask({"query": NOBODY})

    assert text(there.page, "#state").startswith("0 rows")
    assert "Nothing in the graph answers this" in text(there.page, "#answer")
    wait(
        there.page, "() => document.querySelector('.reasons').textContent.includes('actor:nobody')"
    )
    assert there.said == []


@pytest.mark.slow
def test_hostile_names_stay_text(ask: Open) -> None:
    """Names, terms and questions that hold markup are harmless, in lists and fields as well."""
    there = ask()
    words = dict.fromkeys(("name", "title", "explanation", "example"), HOSTILE)
    choice = {"option": "by", "meaning": HOSTILE, "default": HOSTILE, "choices": [HOSTILE]}
    question = words | {"chart": None, "parameters": [choice]}
    terms = {
        "prefixes": {"isg": "https://w3id.org/isgraph/ontology#"},
        "terms": [{"name": "isg:zz", "label": HOSTILE, "definition": HOSTILE, "kind": HOSTILE}],
        "names": [],
    }

    def hostile(route: Route) -> None:
        route.fulfill(json=terms if route.request.url.endswith("/terms") else [question])

    there.page.route("**/questions", hostile)
    there.page.route("**/terms", hostile)
    there.page.reload()
    there.page.wait_for_selector("body[data-ready]", state="attached")
    there.page.click("#questions button")
    there.page.fill("#query", "isg:z")
    there.page.keyboard.press("Control+Space")

    assert text(there.page, "#chosen h2") == HOSTILE
    assert text(there.page, "#suggestions small") == HOSTILE
    assert there.page.locator("main img").count() == 0
    assert there.page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert [said for said in there.said if "404" not in said and "414" not in said] == []


@pytest.mark.slow
def test_many_rows_come_by_the_page_and_in_order(ask: Open) -> None:
    """200 rows at a time; a press on a head sorts, another turns it round."""
    page = ask({"query": MANY}).page
    assert len(cells(page)) == 200
    page.click("text=Show 200 more")
    assert len(cells(page)) == 400
    page.click("text=Show 50 more")
    assert len(cells(page)) == 450

    page.focus("#answer th button >> nth=1")
    page.keyboard.press("Enter")
    assert page.get_attribute("#answer th >> nth=1", "aria-sort") == "ascending"
    first = cells(page, 2)
    page.keyboard.press("Enter")
    assert page.get_attribute("#answer th >> nth=1", "aria-sort") == "descending"
    assert cells(page, 2)[0] == first[-1] != first[0]


@pytest.mark.slow
def test_numbers_sort_as_numbers_and_gaps_come_last(ask: Open) -> None:
    """100 comes after 9, and a row without a value last, up as well as down."""
    page = ask({"query": "SELECT ?n { VALUES ?n { 10 UNDEF 9 100 } }"}).page
    page.click("#answer th button")
    assert cells(page) == ["9", "10", "100", ""]
    page.click("#answer th button")

    assert cells(page) == ["100", "10", "9", ""]


@pytest.mark.slow
def test_the_diagram_of_an_answer(ask: Open) -> None:
    """It is drawn in a frame that can do nothing to the page."""
    there = ask({"query": DETAINS})
    there.page.click("#tab-diagram")
    frame = there.page.frame_locator("iframe.diagram")
    frame.locator("body[data-ready]").wait_for(state="attached")
    assert "Group A" in frame.locator("#evidence").inner_text()
    assert "allow-same-origin" not in str(there.page.get_attribute("iframe.diagram", "sandbox"))
    assert there.said == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "label", "name", "start"),
    [
        (DETAINS, "CSV", "answer.csv", "who,whom\r\n"),
        (DETAINS, "TSV", "answer.tsv", "?who\t?whom\n"),
        (DETAINS, "JSON", "answer.srj", '{"head":'),
        (DETAINS, "XML", "answer.srx", "<?xml"),
        ("DESCRIBE actor:group-a", "N-Triples", "answer.nt", "<https://w3id.org/isgraph/actor/"),
    ],
)
def test_answers_are_taken_away(ask: Open, query: str, label: str, name: str, start: str) -> None:
    """Each format of the standards is a file."""
    page = ask({"query": query}).page
    with page.expect_download() as taking:
        page.click(f"text='{label}'")

    assert taking.value.suggested_filename == name
    assert Path(taking.value.path()).read_bytes().decode().startswith(start)


@pytest.mark.slow
def test_triples_are_shown(ask: Open) -> None:
    """A DESCRIBE gives Turtle as text."""
    page = ask({"query": "DESCRIBE actor:group-a"}).page

    assert "Group A" in text(page, ".triples")


@pytest.mark.slow
def test_a_changed_question_is_no_longer_the_shipped_one(ask: Open) -> None:
    """Who edits the query keeps the text, and can have it written as it was."""
    page = ask({"query": "ASK {}", "question": "detentions"}).page
    page.fill("#query", "ASK {} # mine")
    assert page.is_disabled("#parameter-by")
    page.keyboard.press("Control+Enter")
    answered(page)
    assert "question=" not in page.url

    page.click("text=Write it as it was")
    wait(page, "() => document.getElementById('query').value.includes('?custodian')")
    assert page.is_enabled("#parameter-by")


@pytest.mark.slow
def test_a_server_that_is_gone_is_said(ask: Open) -> None:
    """Without the server the page says so, and what was written stays."""
    page = ask().page
    page.context.set_offline(True)
    run(page, DETAINS)

    assert "does not answer" in text(page, "#problem")
    assert page.input_value("#query") == DETAINS


@pytest.mark.slow
def test_without_questions_one_can_still_ask(ask: Open) -> None:
    """What cannot be had is named, and the rest of the page works."""
    page = ask().page
    page.route("**/questions", lambda route: route.fulfill(status=500, body="Out of order"))
    page.reload()
    page.wait_for_selector("text=The questions cannot be had: Out of order")

    assert run(page, DETAINS).startswith("1 row, in ")
    assert text(page, "#problem") == ""


@pytest.mark.slow
def test_firefox_does_the_same(home: str, tmp_path: Path) -> None:
    """A Firefox as it is installed asks a question, completes a name and undoes it."""
    program = shutil.which("firefox") or shutil.which("firefox-esr")
    if program is None:
        pytest.skip("No Firefox is installed: neither firefox nor firefox-esr is on the path.")
    with firefox(program, tmp_path) as window:
        window.call("WebDriver:Navigate", url=f"{home}#question=detentions")
        until(window, "document.getElementById('state').textContent.startsWith('1 row, in ')")
        window.evaluate("document.getElementById('query').select()")
        press(window, *"ASK { ?x isg:detain", ("\ue009", " "))
        until(window, "document.querySelectorAll('#suggestions li').length > 1")
        press(window, "\ue007")
        assert window.evaluate("document.getElementById('query').value") == "ASK { ?x isg:detains"
        press(window, ("\ue009", "z"))
        assert window.evaluate("document.getElementById('query').value") == "ASK { ?x isg:detain"


def until(window: Firefox, expression: str) -> None:
    """Wait until something is so in Firefox."""
    for _ in range(200):
        if window.evaluate(expression):
            return
        time.sleep(0.05)
    pytest.fail(f"still not so after ten seconds: {expression}")


def press(window: Firefox, *keys: str | tuple[str, ...]) -> None:
    """Press keys in Firefox, one after the other; those of a tuple together."""
    acts = []
    for together in keys:
        acts += [{"type": "keyDown", "value": key} for key in together]
        acts += [{"type": "keyUp", "value": key} for key in reversed(together)]
    window.call("WebDriver:PerformActions", actions=[{"type": "key", "id": "k", "actions": acts}])


STATES: dict[str, tuple[dict[str, str] | None, Callable[[Any], object]]] = {
    "first": (None, lambda page: None),
    "rows": ({"query": DETAINS}, lambda page: page.click("text=Ask it elsewhere")),
    "many rows": ({"query": MANY}, lambda page: page.click("#answer th button >> nth=0")),
    "chart": ({"query": COUNTS, "view": "chart"}, lambda page: None),
    "yes": ({"query": "ASK {}"}, lambda page: None),
    "triples": ({"query": "DESCRIBE actor:group-a"}, lambda page: None),
    "nothing": ({"query": NOBODY}, lambda page: None),
    "refused": ({"query": WRONG}, lambda page: None),
    "question": ({"question": "detentions"}, lambda page: page.wait_for_selector("tbody")),
    "changed": (
        {"query": "ASK {}", "question": "detentions"},
        lambda page: page.fill("#query", "ASK { }"),
    ),
    "suggestions": (
        None,
        lambda page: (page.fill("#query", "isg:"), page.keyboard.press("Control+Space")),
    ),
    "long": ({"query": f'SELECT ("{HOSTILE}" AS ?x) {{}}'}, lambda page: None),
}
"""State → what the address says, and what is done then."""


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_no_serious_fault(ask: Open, state: str) -> None:
    """Axe finds nothing serious in any state, in light and in dark."""
    said, act = STATES[state]
    page = ask(said).page
    act(page)

    assert faults(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_a_phone_is_wide_enough(ask: Open, state: str) -> None:
    """Nothing is wider than a phone, and nothing too small for a finger."""
    said, act = STATES[state]
    page = ask(said, viewport=PHONE).page
    act(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.evaluate(SMALL) == []
