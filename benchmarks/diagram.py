"""Time our page beside the page of stock pyvis in a headless browser, in turn, in one run.

The networks are made up, see `made_up.py`. Both pages lie in a folder and have no network.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx
from made_up import network_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")
ROUNDS = 3
PAN_SECONDS = 3.0
DRAWN_GOALS = {200: "0.40 s", 5000: "1.00 s"}
TIMES_GOALS = {1000: "50 x", 5000: "50 x"}
PAN_GOALS = {5000: "30 /s"}

WATCH_OURS = """
new MutationObserver((_, watcher) => {
  if (!document.body?.hasAttribute("data-ready")) return;
  watcher.disconnect();
  const note = () => (window.firstPicture = performance.now());
  requestAnimationFrame(() => requestAnimationFrame(note));
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
WATCH_STOCK = """
let made;
Object.defineProperty(window, "network", {
  configurable: true,
  get: () => made,
  set(network) {
    made = network;
    const note = () => requestAnimationFrame(() => (window.firstPicture ??= performance.now()));
    network.once("stabilizationIterationsDone", note);
    network.once("stabilized", note);
  },
});
"""
CORNER = """
[...document.querySelectorAll("canvas")]
  .map((canvas) => canvas.getBoundingClientRect())
  .sort((a, b) => b.width * b.height - a.width * a.height)
  .map((box) => [box.left + 12, box.top + 12])[0]
"""
COUNT_FRAMES = """
window.frames_ = [];
const count = (now) => { window.frames_.push(now); requestAnimationFrame(count); };
requestAnimationFrame(count);
"""


class Measured(NamedTuple):
    """Seconds until a page has drawn, and frames a second; None where the time was up before."""

    drawn: float | None
    pan: float | None


def stock_page(network: nx.MultiDiGraph[str], file: Path) -> None:
    """Write what pyvis draws by itself, with its usual settings."""
    from pyvis.network import Network

    page = Network(directed=True, cdn_resources="in_line")
    for node, actor in network.nodes(data=True):
        page.add_node(node, label=actor["label"])
    for subject, object_ in network.edges():
        page.add_edge(subject, object_)
    file.write_text(page.generate_html(), encoding="utf-8")


def our_page(network: nx.MultiDiGraph[str], file: Path) -> None:
    """Write our page, layout included."""
    from isgraph.diagram import draw

    draw(network).save(file)


@contextmanager
def opened(browser: Browser, file: Path, watch: str) -> Iterator[Page]:
    """Open a page without a network, watched from the start."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    try:
        page = context.new_page()
        page.on("pageerror", lambda error: print(f"{file.name}: {error}", file=sys.stderr))
        page.add_init_script(watch)
        page.goto(file.as_uri(), wait_until="commit")
        yield page
    finally:
        context.close()


def measure(browser: Browser, file: Path, watch: str, cap: float) -> Measured:
    """Wait for a page's first picture that is meant to be looked at, then pan it.

    Stock pyvis draws nothing before its hidden stabilisation is done; it may go on moving.
    """
    with opened(browser, file, watch) as page:
        give_up = time.perf_counter() + cap
        # Waiting inside the page would need an eval that our page's policy forbids.
        while not (drawn := page.evaluate("window.firstPicture ?? 0") / 1000):
            if time.perf_counter() > give_up:
                return Measured(None, None)
            page.wait_for_timeout(100)
        return Measured(drawn, frames_while_panning(page))


def frames_while_panning(page: Page) -> float:
    """Drag the ground to and fro, and count the frames a second that the page paints."""
    # Near a corner of the picture nobody stands.
    x, y = page.evaluate(CORNER)
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(COUNT_FRAMES)
    start, number = time.perf_counter(), 0
    while time.perf_counter() - start < PAN_SECONDS:
        number += 1
        away = abs(number % 80 - 40) * 6
        page.mouse.move(x + away, y + away / 2)
    seconds = page.evaluate("(frames_.at(-1) - frames_[0]) / 1000")
    frames = page.evaluate("frames_.length - 1")
    page.mouse.up()
    return float(frames / seconds) if seconds else 0.0


def compare(browser: Browser, folder: Path, size: int, cap: float) -> list[str]:
    """Measure both pages of one size, and say it in rows of a table."""
    network = network_of(size)
    stock, ours = folder / f"stock-{size}.html", folder / f"ours-{size}.html"
    written = {}
    for write, file in ((stock_page, stock), (our_page, ours)):
        start = time.perf_counter()
        write(network, file)
        written[file] = time.perf_counter() - start
    runs = [measure(browser, ours, WATCH_OURS, cap) for _ in range(ROUNDS)]
    one = measure(browser, stock, WATCH_STOCK, cap)
    drawn = _median([run.drawn for run in runs])
    pan = _median([run.pan for run in runs])
    times = "–"
    if drawn:
        times = f"{one.drawn / drawn:.0f} x" if one.drawn else f"at least {cap / drawn:.0f} x"
    rows = [
        ("page written, layout included", _seconds(written[stock]), _seconds(written[ours]), ""),
        ("page size", _megabytes(stock), _megabytes(ours), ""),
        ("drawn", _seconds(one.drawn, cap), _seconds(drawn, cap), DRAWN_GOALS.get(size, "")),
        ("sooner than stock", "", times, TIMES_GOALS.get(size, "")),
        ("frames while panning", _rate(one.pan), _rate(pan), PAN_GOALS.get(size, "")),
    ]
    title = f"{size:,} nodes, {network.number_of_edges():,} lines"
    return [f"{title:32}"] + [
        f"  {what:30} {a:>14} {b:>14} {goal:>14}".rstrip() for what, a, b, goal in rows
    ]


def _median(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return statistics.median(known) if len(known) == len(values) else None


def _seconds(value: float | None, cap: float = 0) -> str:
    return f"over {cap:.0f} s" if value is None else f"{value:.2f} s"


def _megabytes(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:.1f} MB"


def _rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f} /s"


def main() -> None:
    """Print a table a size: stock pyvis, our page, and the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000, 5000])
    parser.add_argument("--cap", type=float, default=60, help="seconds until a page is given up")
    options = parser.parse_args()
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise SystemExit(f"No browser: none of {', '.join(BROWSERS)} is installed.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        print(f"headless Chromium {browser.version}, {os.cpu_count()} cores")
        print(f"{'':32} {'stock pyvis':>14} {'isgraph':>14} {'goal':>14}")
        # What is imported at the first drawing is not the time of the first size.
        our_page(network_of(20), Path(folder) / "warm.html")
        for size in options.sizes:
            for row in compare(browser, Path(folder), size, options.cap):
                print(row, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
