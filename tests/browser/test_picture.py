"""The picture: areas, names and marks as they are painted, and how it is moved and touched."""

import importlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from isgraph import draw, project
from tests.browser.conftest import click_on, spot, text, wait
from tests.diagram.world import IRI, actor, claim

Open = Callable[..., Any]

RECORD = """(change = {}) => {
  // Paint the picture once more on a context that nobody sees, and note each mark.
  const { letters, painter, picture } = isgraph;
  const marks = [];
  const ctx = document.createElement('canvas').getContext('2d');
  const scene = { ...picture.scene(ctx), ...change };
  scene.unit = 1 / scene.scale;
  const { write } = letters;
  let mark = null;
  ctx.fillText = (said) => mark?.said.push(said);
  ctx.stroke = () => {
    if (!mark || mark.alpha) return;
    Object.assign(mark, { alpha: ctx.globalAlpha, width: ctx.lineWidth / scene.unit });
  };
  letters.write = (_, said, style, ink, x, y) => {
    mark?.said.push(said);
    const [w, h] = [letters.width(said, style) * scene.unit, style.size * scene.unit];
    if (mark) mark.box = { x, y: y - h / 2, w, h };
  };
  painter.paint({
    ...scene,
    begin: (kind, thing) => {
      mark = { kind, said: [], key: thing.claims?.[0].id ?? thing.id };
      marks.push(mark);
    },
    end: () => void (mark = null),
  });
  letters.write = write;
  return marks;
}"""

PIXELS = """() => {
  const canvas = document.querySelector('#canvas canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return Array.from(data).reduce((sum, value) => (sum * 31 + value) % 2147483647, 7);
}"""


def marks(page: Any, kind: str, **change: Any) -> list[dict[str, Any]]:
    """Give what the painter paints of a kind."""
    return [mark for mark in page.evaluate(RECORD, change) if mark["kind"] == kind]


def changing() -> "nx.MultiDiGraph[str]":
    """Build ties that last, end, begin and may have begun between the days of 2020 and 2022."""
    bounds = {
        "lasts": ("2019-01-01", "2019-01-01", "2023-01-01", "2023-01-01"),
        "ends": ("2019-01-01", "2019-01-01", "2021-01-01", "2021-01-01"),
        "begins": ("2021-01-01", "2021-01-01", "2023-01-01", "2023-01-01"),
        "may": ("2019-01-01", "2019-01-01", None, "2023-01-01"),
    }
    names = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(title="Changes")
    network.add_node(actor("hub"), label="Hub", kind="State")
    for number, (name, days) in enumerate(bounds.items()):
        network.add_node(actor(name), label=name, kind="State")
        parts = claim(number, kind="attacks", label="attacks", family="hostile", status="asserted")
        parts |= {
            "id": name,
            "modality": "actual",
            **{n: d and date.fromisoformat(d) for n, d in zip(names, days, strict=True)},
        }
        network.add_edge(actor("hub"), actor(name), key=f"{IRI}claim/{name}", **parts)
    return network


def crowded(actors: int, ties: int) -> "nx.MultiDiGraph[str]":
    """Build a ring of actors, each tied to as many of the next as are asked for."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(title="A crowd")
    for number in range(actors):
        network.add_node(actor(f"n{number:03}"), label=f"Actor {number}", kind="State")
    for tie in range(ties):
        one, step = tie % actors, tie // actors + 1
        network.add_edge(
            actor(f"n{one:03}"),
            actor(f"n{(one + step) % actors:03}"),
            key=f"{IRI}claim/t{tie:04}",
            label="attacks",
            family="hostile",
        )
    return network


def test_areas_join_their_camp_and_swallow_no_stranger(visit: Open, shipped_place: Path) -> None:
    """Every member lies in its camp's area; nobody else lies in any disc or band of it."""
    page = visit(shipped_place).go()
    swallowed, members, areas = page.evaluate("""() => {
      const { areas, curves, model } = isgraph;
      const swallowed = [];
      for (const { camp, discs, bands } of areas.all())
        for (const other of model.shownActors) {
          const inDisc = ({ x, y, r }) => Math.hypot(x - other.x, y - other.y) < r;
          const inBand = ([a, b]) => curves.apart(a, b, other) < 0.8 * Math.min(a.r, b.r);
          if (other.camp !== camp.id && (discs.some(inDisc) || bands.some(inBand)))
            swallowed.push(other.label);
        }
      const members = areas.all().reduce((sum, { discs }) => sum + discs.length, 0);
      return [swallowed, members, areas.all().length];
    }""")

    assert swallowed == []
    assert members == page.evaluate("isgraph.model.shownActors.filter(a => a.camp).length")
    assert areas == len(marks(page, "area"))
    page.evaluate("isgraph.state.change({ areas: false })")
    assert marks(page, "area") == []


def test_areas_lie_lightly_under_the_actors(visit: Open, shipped_place: Path) -> None:
    """Only actors of a camp stand on an area, and those that the filters take away do not."""
    page = visit(shipped_place).go()
    camp = page.evaluate("isgraph.model.about.camps[0].id")

    assert camp in [mark["key"] for mark in marks(page, "area")]
    page.evaluate("camp => isgraph.state.change({ off: new Set([`camp:${camp}`]) })", camp)
    assert camp not in [mark["key"] for mark in marks(page, "area")]


@pytest.mark.parametrize("zoom", [0.5, 1, 3])
def test_names_never_lie_over_each_other(visit: Open, shipped_place: Path, zoom: float) -> None:
    """At every zoom the boxes of all names and words are apart."""
    page = visit(shipped_place).go()
    scale = page.evaluate("isgraph.picture.view().scale") * zoom
    boxes = [mark["box"] for mark in page.evaluate(RECORD, {"scale": scale}) if mark.get("box")]

    assert len(boxes) > 20
    for number, a in enumerate(boxes):
        for b in boxes[:number]:
            apart = (
                a["x"] + a["w"] <= b["x"]
                or b["x"] + b["w"] <= a["x"]
                or a["y"] + a["h"] <= b["y"]
                or b["y"] + b["h"] <= a["y"]
            )
            assert apart, (a, b)


def test_more_names_find_room_as_one_zooms_in(visit: Open, shipped_place: Path) -> None:
    """Nearer there are more names; from afar only some."""
    page = visit(shipped_place).go()
    scale = page.evaluate("isgraph.picture.view().scale")
    counts = [len(marks(page, "name", scale=scale * zoom)) for zoom in (0.5, 1, 3)]

    assert counts == sorted(set(counts))


def test_certainty_and_change_are_seen(visit: Open, tmp_path: Path) -> None:
    """What may hold is faint; between two days “+” marks what began, “−” what ended."""
    page = visit(draw(changing()).save(tmp_path / "page.html")).go("#on=2022-01-01")
    now = {mark["key"]: mark for mark in marks(page, "line")}

    assert set(now) == {"lasts", "begins", "may"}
    assert now["lasts"]["alpha"] == 1 > now["may"]["alpha"]
    page.evaluate("isgraph.state.change({ since: '2020-01-01' })")
    then = {mark["key"]: mark for mark in marks(page, "line")}
    assert {key: mark["said"] for key, mark in then.items()} == {
        "lasts": [],
        "may": [],
        "begins": ["+"],
        "ends": ["−"],
    }
    assert then["begins"]["width"] > then["lasts"]["width"]
    assert then["begins"]["alpha"] > then["ends"]["alpha"] > then["may"]["alpha"]
    page.evaluate("isgraph.state.select({ type: 'tie', id: 'begins' })")
    assert [mark["said"] for mark in marks(page, "words")] == [["attacks · begun since"]]


def test_tip_names_the_statuses_of_a_bundle(visit: Open) -> None:
    """A line whose claims differ in status says so beside the pointer, and an actor its class."""
    page = visit().go()
    page.mouse.move(*spot(page, "tie", "c0001"))

    assert "several statuses: asserted, reported" in text(page, "#tip")
    page.mouse.move(*spot(page, "actor", actor("d")))
    assert "State D · state" in text(page, "#tip")
    page.mouse.move(3, 3)
    assert page.locator("#tip").is_hidden()


def test_dragged_actor_stays_and_comes_back(visit: Open) -> None:
    """An actor follows the hand with its lines; “back” puts it where it was."""
    page = visit().go()
    x, y = spot(page, "actor", actor("d"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 20, steps=4)
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    wait(page, "() => location.hash.includes('moved=')")
    there = spot(page, "actor", actor("d"))

    assert there == pytest.approx((x + 60, y + 40), abs=2)
    page.go_back()
    wait(page, "() => !location.hash.includes('moved=')")
    assert spot(page, "actor", actor("d")) == pytest.approx((x, y), abs=1)


def test_panning_moves_the_painted_picture(visit: Open, shipped_place: Path) -> None:
    """Nothing is painted while the hand pans; at rest the picture is as if painted there."""
    page = visit(shipped_place).go()
    page.wait_for_timeout(300)
    page.evaluate("""() => {
      window.painted = 0;
      const { paint } = isgraph.painter;
      isgraph.painter.paint = (scene) => (window.painted++, paint(scene));
    }""")
    x, y = page.evaluate("""() => {
      const box = document.getElementById('canvas').getBoundingClientRect();
      const free = (x, y) => !isgraph.picture.hit(isgraph.picture.network.DOMtoCanvas({ x, y }));
      for (let y = 10; y < box.height; y += 10) for (let x = 10; x < box.width; x += 10)
        if (free(x, y)) return [x + box.left, y + box.top];
    }""")
    before = page.evaluate("isgraph.picture.view()")
    page.evaluate("window.painted = 0")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y + 10)
    page.mouse.move(x + 40, y + 20)
    wait(page, "x => isgraph.picture.view().x < x", before["x"])

    assert page.evaluate("window.painted") <= 1
    page.mouse.up()
    wait(page, "() => window.painted > 0")
    page.wait_for_timeout(300)
    rested = page.evaluate(PIXELS)
    page.evaluate("isgraph.picture.redraw()")
    page.wait_for_timeout(100)
    assert page.evaluate(PIXELS) == rested


def test_camera_can_be_read_and_set(visit: Open) -> None:
    """Where the reader looks is given and taken as the middle and the zoom."""
    page = visit().go()
    page.evaluate("isgraph.picture.look({ x: 40, y: -30, scale: 1.25 })")

    assert page.evaluate("isgraph.picture.view()") == pytest.approx(
        {"x": 40, "y": -30, "scale": 1.25}
    )


def test_picture_stays_whole_when_its_room_changes(visit: Open, shipped_place: Path) -> None:
    """A smaller window still shows every actor, until the reader has zoomed."""
    page = visit(shipped_place).go()
    seen = """() => isgraph.model.shownActors.every((actor) => {
      const { x, y } = isgraph.picture.network.canvasToDOM(actor);
      const { clientWidth, clientHeight } = document.getElementById('canvas');
      return x > 0 && y > 0 && x < clientWidth && y < clientHeight;
    })"""

    assert page.evaluate(seen)
    page.set_viewport_size({"width": 1000, "height": 640})
    wait(page, seen)
    for _ in range(3):
        page.locator("#zoom button").first.click()
    page.set_viewport_size({"width": 1010, "height": 650})
    wait(
        page,
        "() => document.querySelector('#canvas canvas').width"
        " === document.getElementById('canvas').clientWidth",
    )
    assert not page.evaluate(seen)


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_motion_follows_the_system(visit: Open, motion: str, moves: bool) -> None:
    """Zooming glides, but jumps where the system asks for less motion."""
    page = visit(reduced_motion=motion).go()
    steps = page.evaluate("""async () => {
      const frame = () => new Promise(requestAnimationFrame);
      document.querySelector('#zoom button').click();
      const steps = new Set();
      for (let left = 60; left; left--) {
        await frame();
        steps.add(isgraph.picture.view().scale);
      }
      return [...steps];
    }""")

    assert (len(steps) > 1) == moves
    assert steps[-1] == pytest.approx(1.3 * 1.9)


def test_very_many_lines_are_simplified_until_one_looks_closer(visit: Open, tmp_path: Path) -> None:
    """In the whole of a dense picture lines are plain, but not nearby, and not for an export."""
    network = crowded(60, 1600)
    page = visit(draw(network).save(tmp_path / "page.html")).go()
    plain = """near => {
      const ctx = document.createElement('canvas').getContext('2d');
      const scene = isgraph.picture.scene(ctx);
      const { x, y } = isgraph.model.shownActors[0];
      return isgraph.painter.paint({ ...scene, frame: near && { x, y, w: 1, h: 1 } });
    }"""

    assert page.evaluate(plain, None) is True
    assert page.evaluate(plain, True) is False
    assert len(marks(page, "line")) == network.number_of_edges()
    click_on(page, "actor", actor("n007"))
    assert "n007" in page.url


def test_folded_camps_are_discs_with_their_number(
    visit: Open, tmp_path: Path, shipped: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folded camp is one large disc that says how many actors it stands for."""
    monkeypatch.setattr(importlib.import_module("isgraph.diagram.draw"), "FOLD_FROM", 50)
    page = visit(draw(project(shipped)).save(tmp_path / "folded.html")).go()
    discs = {mark["key"]: mark["said"] for mark in marks(page, "actor") if mark["said"]}
    folded = page.evaluate("""isgraph.model.shownActors.filter(a => a.members)
      .map(a => [a.id, String(a.members.length), isgraph.curves.radius(a, 1)])""")

    assert len(folded) > 3
    assert discs == {key: [number] for key, number, _ in folded}
    largest, smallest = (pick(folded, key=lambda row: int(row[1])) for pick in (max, min))
    assert largest[2] > smallest[2]
    page.mouse.click(*page.evaluate(
        """([id]) => {
          const { x, y } = isgraph.picture.network.canvasToDOM(isgraph.model.actor(id));
          const box = document.getElementById('canvas').getBoundingClientRect();
          return [x + box.left, y + box.top];
        }""",
        largest,
    ))  # fmt: skip
    wait(page, "() => location.hash.includes('actor=')")
    assert f"actor={largest[0]}" in page.url
