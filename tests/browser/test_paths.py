"""Paths: the fewest ties that can hold together on one day, strongest first, or why there are none.

What the page finds is held against a search that tries everything.
"""

import json
from collections.abc import Callable, Iterator
from itertools import permutations
from random import Random
from typing import Any

import pytest

from tests.browser.conftest import text
from tests.diagram.world import actor

Open = Callable[..., Any]
Claims = list[dict[str, Any]]

STATUSES = ("asserted", "assessed", "reported", "alleged", "unconfirmed", "denied")
DAYS = [f"2020-01-{day:02}" for day in range(1, 10)]
FIND = "([claims, from, to, on]) => isgraph.paths.find(claims, from, to, on)"
FIND_ALL = """([graphs, on]) => JSON.stringify(
  JSON.parse(graphs).map((claims) => isgraph.paths.find(claims, 'a', 'b', on)))"""
WHY = "([claims, from, to]) => isgraph.paths.why(claims, claims, from, to)"


def tie(one: str, other: str, first: str | None, last: str | None, **more: Any) -> dict[str, Any]:
    """Make a claim that may hold from one day to another."""
    return {
        "id": f"{one}{other}{first}{last}",
        "from": one,
        "to": other,
        "status": "asserted",
        "modality": "actual",
        "begin_earliest": first,
        "end_latest": last,
    } | more


def imagined(seed: int) -> Claims:
    """Make a small graph by chance, in which days, statuses and modalities matter."""
    chance = Random(seed)
    actors = "abcdefgh"[: chance.randint(3, 8)]
    far = chance.randint(1, 3)
    depth = {name: chance.randint(1, far) for name in actors} | {"a": 0, "b": far + 1}
    pairs = [pair for pair in permutations(actors, 2) if depth[pair[1]] == depth[pair[0]] + 1]
    pairs += chance.sample(list(permutations(actors, 2)), 2)
    return [
        tie(
            *pair,
            *(chance.choice([day, None, None]) for day in sorted(chance.choices(DAYS, k=2))),
            id=f"c{number}",
            status=chance.choice(STATUSES),
            modality=chance.choice(["actual", "actual", "planned"]),
            negated=chance.random() < 0.1,
        )
        for number, pair in enumerate(chance.choices(pairs, k=3 * len(pairs)))
    ]


def weakness(claim: dict[str, Any]) -> int:
    """Count how weak a claim is: by status, and below all of them what is not actual."""
    prospective = claim["modality"] != "actual"
    return STATUSES.index(claim["status"]) + len(STATUSES) * prospective


def try_all(claims: Claims, on: str | None) -> dict[str, int]:
    """Give all shortest paths from a to b, with the weakness of the weakest step."""
    usable = [claim for claim in claims if claim["status"] != "denied" and not claim["negated"]]
    for some in ([claim for claim in usable if claim["modality"] == "actual"], usable):
        for length in range(1, 8):
            found: dict[str, int] = {}
            for names, weak in walk(some, length, "a", on or "", on or "~", 0):
                found[names] = min(weak, found.get(names, weak))
            if found:
                return found
    return {}


def walk(
    claims: Claims, length: int, names: str, first: str, last: str, weak: int
) -> Iterator[tuple[str, int]]:
    """Try each claim after each, as long as there is a day that all of them share."""
    if not length:
        yield from [(names, weak)] * names.endswith("b")
        return
    for claim in claims:
        here, there = claim["from"], claim["to"]
        if here != names[-1]:
            here, there = there, here
        begin = max(first, claim["begin_earliest"] or "")
        end = min(last, claim["end_latest"] or "~")
        if here == names[-1] and there not in names and begin <= end:
            weaker = max(weak, weakness(claim))
            yield from walk(claims, length - 1, names + there, begin, end, weaker)


@pytest.mark.parametrize("on", [None, "2020-01-05"])
def test_paths_are_those_that_trying_everything_finds(visit: Open, on: str | None) -> None:
    """No valid path is lost and none is made up, in 200 graphs; the strongest come first."""
    page = visit().go()
    graphs = [imagined(seed) for seed in range(200)]
    answers = json.loads(page.evaluate(FIND_ALL, [json.dumps(graphs), on]))
    sizes = set()
    for claims, answer in zip(graphs, answers, strict=True):
        expected = try_all(claims, on)
        found = ["a" + "".join(step["to"] for step in path["steps"]) for path in answer]
        weak = [
            max(min(map(weakness, step["claims"])) for step in path["steps"]) for path in answer
        ]
        sizes.add(len(expected))

        assert min(len(expected), 5) == len(found) == len(set(found))
        assert set(found) <= set(expected)
        assert sorted(expected.values())[:5] == weak == [expected[name] for name in found]
        for path in answer:
            first, last = path["window"][0] or "", path["window"][1] or "~"
            assert first <= last
            for claim in (claim for step in path["steps"] for claim in step["claims"]):
                assert (claim["begin_earliest"] or "") <= first
                assert last <= (claim["end_latest"] or "~")
            assert path["prospective"] == (max(weak) >= len(STATUSES))
    assert sizes >= set(range(7))


def test_longer_path_where_the_shorter_never_holds_at_once(visit: Open) -> None:
    """Two steps with no day in common give way to three steps that share one."""
    page = visit().go()
    claims = [
        tie("a", "c", "2020-01-01", "2020-01-02"),
        tie("c", "b", "2020-01-03", None),
        tie("a", "d", None, "2020-01-09"),
        tie("d", "e", "2020-01-08", None),
        tie("b", "e", None, None),
    ]
    [path] = page.evaluate(FIND, [claims, "a", "b", None])

    assert [step["to"] for step in path["steps"]] == ["d", "e", "b"]
    assert path["window"] == ["2020-01-08", "2020-01-09"]
    assert page.evaluate(FIND, [claims[:2], "a", "b", None]) == []
    assert page.evaluate(WHY, [claims[:2], "a", "b"]) == "together"


def test_strongest_weakest_step_comes_first(visit: Open) -> None:
    """Of two paths of one length the better attested is first; then the one with more claims."""
    page = visit().go()
    claims = [
        tie("a", "c", None, None),
        tie("c", "b", None, None, status="alleged"),
        tie("a", "d", None, None, status="reported"),
        tie("d", "b", None, None, status="reported"),
        tie("a", "e", None, None, status="reported"),
        tie("a", "e", None, None, status="reported", id="second"),
        tie("e", "b", None, None, status="reported"),
        tie("e", "b", None, None, status="assessed", id="third"),
    ]
    paths = page.evaluate(FIND, [claims, "a", "b", None])

    assert [path["steps"][0]["to"] for path in paths] == ["e", "d", "c"]
    assert [path["weakest"] for path in paths] == [0, 0, 1]
    assert paths[0]["steps"][1]["claims"][0]["id"] == "third"


def test_panel_tells_the_path_step_by_step(visit: Open) -> None:
    """Each step has its claim as a card and a footnote; the weakest and the days are named."""
    there = visit()
    page = there.go("#path=actor/c+actor/b")
    evidence = text(page, "#evidence")

    assert page.locator("#evidence .trail > li").count() == 2
    for part in (
        "Coalition C – Group B", "2 steps, the fewest", "which way a tie points is not asked",
        "Coalition C supports Force E [1]", "Force E detains Group B (alleged) [2]",
        "from 1 March 2020; no end is stated", "weakest step", "Statement number 6",
        "Coalition C – Force E – Group B weakest step: alleged, 1 claim",
        "Coalition C – State D – Group B weakest step: unconfirmed, 1 claim",
    ):  # fmt: skip
        assert part in evidence, part
    assert "weakest step" in text(page, "#evidence .trail > li:nth-child(2) > h3")
    assert there.said == []


def test_path_as_a_text_has_its_footnotes(visit: Open) -> None:
    """What is copied is the sentence, and for each number document, place and claim."""
    page = visit().go("#path=actor/c+actor/b")
    said = page.evaluate("isgraph.trail.sentence(isgraph.model.paths[0])").split("\n")

    assert said == [
        "Coalition C supports Force E [1]. Force E detains Group B (alleged) [2]. "
        "Its ties can hold together from 1 March 2020; no end is stated.",
        "1 An imagined report, section “Overview”, paragraph 4; claim c0004",
        "2 An imagined report, section “Overview”, paragraph 6; claim c0006",
    ]


def test_other_path_is_chosen_and_kept_in_the_address(visit: Open) -> None:
    """An equally short path can be chosen; the picture shows it alone, a link brings it back."""
    page = visit().go("#path=actor/c+actor/b")
    lit = "[...isgraph.model.highlight(isgraph.state.current).actors].map(isgraph.model.label)"
    assert {"Coalition C", "Force E", "Group B"} == set(page.evaluate(lit))
    page.locator("#evidence .item", has_text="State D").click()

    assert "path=actor/c+actor/b+actor/d" in page.url
    assert {"Coalition C", "State D", "Group B"} == set(page.evaluate(lit))
    assert "State D" in text(page, "#evidence .trail")
    again = visit().go("#" + page.url.split("#")[1])
    assert "State D" in text(again, "#evidence .trail")


def test_plans_only_where_no_actual_tie_will_do(visit: Open) -> None:
    """A longer path of actual ties is preferred to a plan; a plan is named as such."""
    page = visit().go("#path=actor/d+actor/e")
    assert "2 steps" in text(page, "#evidence")
    assert "trains" not in text(page, "#evidence")
    page = visit().go("#path=actor/d+actor/e&off=kind:memberOf|kind:negotiatesWith")
    evidence = text(page, "#evidence")

    assert "It is planned that State D trains Force E (reported) [1]" in evidence
    assert "No path of actual ties is shown" in evidence


def test_what_is_denied_or_negated_connects_nobody(visit: Open) -> None:
    """Even where they are shown, they are no step; with nothing else, the page says so."""
    page = visit().go("#path=actor/h+actor/a&refuted=1")
    assert "c0010" in text(page, "#evidence .trail")
    assert page.locator("#evidence [data-claim='c0009']").count() == 0
    claims = [tie("a", "b", None, None, status="denied")]

    assert page.evaluate(FIND, [claims, "a", "b", None]) == []
    assert page.evaluate(WHY, [claims, "a", "b"]) == "refuted"


@pytest.mark.parametrize(
    ("fragment", "reason"),
    [
        ("path=actor/c+actor/b&on=2019-01-01", "No path on this day"),
        ("path=actor/c+actor/b&off=class:Coalition", "Ties that the filters hide"),
        ("path=actor/g+actor/b", "no ties of any kind"),
    ],
)
def test_without_a_path_the_reason_is_said(visit: Open, fragment: str, reason: str) -> None:
    """The day, the filters, or the data: the reader learns which of them it is."""
    page = visit().go(f"#{fragment}")

    assert reason in text(page, "#evidence")
    assert page.locator("#evidence .trail").count() == 0


def test_all_days_find_what_one_day_does_not(visit: Open) -> None:
    """From a day without a path one button leads to the path."""
    page = visit().go("#path=actor/c+actor/b&on=2019-01-01")
    page.click("text=Look on all days")

    assert page.locator("#evidence .trail > li").count() == 2


def test_way_back_leads_through_the_path(visit: Open) -> None:
    """From an actor of the path one comes back to the path, and from there to the overview."""
    page = visit().go("#path=actor/c+actor/b")
    page.click("#evidence .trail .link >> text=Force E")
    assert text(page, "#evidence h2") == "Force E"
    page.click("#evidence .back")
    assert text(page, "#evidence h2") == "Coalition C – Group B"
    page.click("#evidence .back")

    assert "Most connected" in text(page, "#evidence")
    assert "path=" not in page.url


def test_path_in_the_shipped_graph(visit: Open, shipped_place: Any) -> None:
    """Iran and Islamic State are connected, and each step has its claim with its passage."""
    there = visit(shipped_place)
    page = there.go("#path=actor/iran+actor/islamic-state")

    assert page.locator("#evidence .trail > li").count() >= 1
    assert "paragraph" in text(page, "#evidence .trail > li:first-child > .card")
    assert actor("iran") in page.evaluate("isgraph.model.paths[0].steps[0].from")
    assert there.said == []
