"""Time questions, queries, loading and projection beside rdflib, kglab and raw pyoxigraph.

All engines load the same files, are asked in turn, and have to give equal rows. Ratios count:
the machine may be shared. A ratio above 1 says how many times quicker isgraph is.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from made_up_claims import write_claims
from shapes import EXEMPT, SHAPES, text

from isgraph import questions
from isgraph.files import data_path, ontology_path
from isgraph.store import load, prefixed

ROUNDS = 3
ENOUGH = 2.0
"""Seconds after which an engine is not asked the same again."""

ONTOLOGY = [str(ontology_path(name)) for name in ("isgraph.ttl", "lists.ttl")]
SHOWN = ("isgraph", "pyoxigraph", "rdflib", "kglab")
LINE = "{:23}{:>10}{:>10}{:>10}{:>10} {:>8} {:>7}"
GOAL = "  {:52} {:>10}  {:>5} {}"


class Engine:
    """An engine in a process of its own, see `peers.py`."""

    def __init__(self, name: str, python: str) -> None:
        self.name = name
        script = str(Path(__file__).with_name("peers.py"))
        self.process = subprocess.Popen(
            [python, script, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def do(self, *job: Any, cap: float = 600.0) -> dict[str, Any]:
        """Send a job and return what it gave."""
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps([cap, job]), file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} ended; its messages stand above")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(60)


class Table:
    """What has been measured, and which engine is over the cap on which job."""

    def __init__(self, cap: float) -> None:
        self.cap = cap
        self.over: set[tuple[str, str]] = set()

    def row(
        self, name: str, engines: list[Engine], jobs: dict[str, list[Any]]
    ) -> dict[str, float | None]:
        """Ask all engines in turn, print a row, and return the median seconds of each."""
        runs: dict[str, list[float]] = {engine.name: [] for engine in engines}
        digests: dict[str, tuple[int, str]] = {}
        for number in range(ROUNDS):
            for engine in engines:
                same = "rdflib" if engine.name == "kglab" else engine.name
                if {(engine.name, name), (same, name)} & self.over or (
                    number and sum(runs[engine.name]) > ENOUGH
                ):
                    continue
                answer = engine.do(*jobs[engine.name], cap=self.cap)
                if "seconds" in answer:
                    runs[engine.name].append(answer["seconds"])
                    digests[engine.name] = answer["rows"], answer["digest"]
                else:
                    self.over.add((engine.name, name))
                    if "error" in answer:
                        print(f"{name}, {engine.name}: {answer['error']}", file=sys.stderr)
        medians = {
            engine: statistics.median(found) if found else None for engine, found in runs.items()
        }
        ours = medians["isgraph"]
        times = [self.times(medians.get(peer), ours) for peer in ("pyoxigraph", "rdflib")]
        cells = [self.said(medians[peer]) if peer in medians else "–" for peer in SHOWN]
        print(LINE.format(name[:23], *cells, *times))
        for engine, found in digests.items():
            if found != digests.get("isgraph"):
                numbers = f"{found[0]:,} rows of {engine}, {digests.get('isgraph', (0,))[0]:,} here"
                print(f"    NOT EQUAL: {numbers}")
        sys.stdout.flush()
        return medians

    def times(self, theirs: float | None, ours: float | None) -> str:
        """Return how many times quicker ours is; at least so many if theirs was ended."""
        if ours is None:
            return "–"
        ratio = (self.cap if theirs is None else theirs) / ours
        return f"{'> ' * (theirs is None)}{ratio:,.{0 if ratio >= 10 else 2}f}"

    def said(self, seconds: float | None) -> str:
        """Return milliseconds, or that the cap was reached."""
        if seconds is None:
            return f"> {self.cap:.0f} s"
        return f"{seconds * 1000:,.{1 if seconds < 0.1 else 0}f}"


def note(words: str) -> None:
    """Tell how far it is."""
    print(words, file=sys.stderr, flush=True)


def judge(what: str, figure: float, goal: str, is_met: bool, unit: str = "x") -> None:
    """Print a figure with its goal, and whether it is met."""
    said = f"{figure:,.{0 if figure >= 100 else 2}f} {unit}"
    print(GOAL.format(what[:52], said, goal, "met" if is_met else "MISSED"), flush=True)


def at_least(what: str, figure: float, goal: float) -> None:
    """Judge how many times quicker something is."""
    judge(what, figure, f"≥{goal:g}", figure >= goal)


def at_most(what: str, figure: float, goal: float, unit: str = "x") -> None:
    """Judge what something takes."""
    judge(what, figure, f"≤{goal:g}", figure <= goal, unit)


def mean(values: Iterable[float]) -> float:
    """Return the geometric mean."""
    logs = [math.log(value) for value in values]
    return math.exp(statistics.mean(logs)) if logs else float("nan")


def heading(title: str) -> None:
    """Print the head of a table: milliseconds of each engine, and two ratios."""
    print(f"\n{title}")
    print(LINE.format("milliseconds", "isgraph", "pyoxi", "rdflib", "kglab", "x pyoxi", "x rdflib"))


def started(files: list[str], kglab: str | None) -> tuple[list[Engine], dict[str, Any]]:
    """Start and load all engines, one after the other."""
    pythons = dict.fromkeys(("isgraph", "pyoxigraph", "rdflib"), sys.executable)
    if kglab:
        pythons["kglab"] = kglab
    engines, loads = [], {}
    for name, python in pythons.items():
        note(f"  loading into {name}")
        engines.append(Engine(name, python))
        loads[name] = engines[-1].do("load", files)
    return engines, loads


def suite(kglab: str | None, cap: float) -> None:
    """Time every shipped question on the shipped data."""
    note("questions")
    engines, _ = started([*ONTOLOGY, str(data_path())], kglab)
    table, store = Table(cap), load()
    heading("Questions on the shipped graph, warm")
    found = []
    for name in questions.names():
        sparql = prefixed(questions.spelled(store, name))
        jobs = {engine.name: ["query", sparql] for engine in engines} | {"isgraph": ["ask", name]}
        found.append(table.row(name, engines, jobs))
    ours = [row["isgraph"] or cap for row in found]
    print()
    at_most("slowest question", max(ours) * 1000, 20, "ms")
    ratios = [(row["rdflib"] or cap) / own for row, own in zip(found, ours, strict=True)]
    at_least("geometric mean, times quicker than rdflib", mean(ratios), 40)
    asked = [engines[0].do("restrict", "2025-01-01")["seconds"] for _ in range(ROUNDS)]
    at_most("restricted to a day", statistics.median(asked) * 1000, 50, "ms")
    for engine in engines:
        engine.close()


def claims(size: int, folder: Path, table: Table, kglab: str | None) -> None:
    """Time loading, the shapes of query and the projection on made-up claims of one size."""
    note(f"{size:,} triples")
    file = folder / f"{size}.nt"
    number = write_claims(file, size)
    engines, loads = started([*ONTOLOGY, str(file)], kglab)
    own = engines[0]
    filled = own.do("fill")
    hub = own.do("hub")["first"][0]
    note("  queries")
    heading(f"{size:,} triples, {number:,} claims, warm; * answered by columns")
    rows = {}
    for shape in SHAPES:
        jobs = {engine.name: ["query", text(shape, hub)] for engine in engines}
        jobs["isgraph"] = ["shape", shape.name, hub]
        label = shape.name + " *" * (shape.on_columns is not None)
        rows[shape.name] = table.row(label, engines, jobs)
    network = table.row("projection", engines, {engine.name: ["project"] for engine in engines})
    floor = own.do("floor")["seconds"]
    print()
    for shape in SHAPES:
        ours, raw = rows[shape.name]["isgraph"], rows[shape.name]["pyoxigraph"]
        if shape.goal and ours:
            at_least(
                f"{shape.name}, times quicker than pyoxigraph",
                (raw or table.cap) / ours,
                shape.goal,
            )
    slowest = max(
        (row["isgraph"] or table.cap, name) for name, row in rows.items() if name not in EXEMPT
    )
    at_most(f"slowest analyst shape ({slowest[1]})", slowest[0] * 1000, 100, "ms")
    peers = ("pyoxigraph", "rdflib")
    for peer in peers:
        ratios = [(row[peer] or table.cap) / (row["isgraph"] or table.cap) for row in rows.values()]
        print(
            GOAL.format(f"geometric mean of shapes, times {peer}", f"{mean(ratios):,.1f} x", "", "")
        )
    if network["isgraph"]:
        at_most("projection, times a floor of plain networkx", network["isgraph"] / floor, 1.5)
        slow = network["rdflib"] or table.cap
        at_least("projection, times quicker than an rdflib loop", slow / network["isgraph"], 80)
    took = {name: load["seconds"] for name, load in loads.items()}
    at_least("load into memory, times quicker than rdflib", took["rdflib"] / took["isgraph"], 10)
    at_least("load into memory, times raw pyoxigraph", took["pyoxigraph"] / took["isgraph"], 0.95)
    for name, answer in loads.items():
        said = f"{answer['seconds']:,.2f} s"
        print(GOAL.format(f"  {name}: {answer['megabytes']:,.0f} MB when loaded", said, "", ""))
    print(GOAL.format("  columns filled", f"{filled['seconds']:,.2f} s", "", ""))
    for engine in engines:
        engine.close()
    on_disk(file, folder, took["rdflib"])


def on_disk(file: Path, folder: Path, rdflib: float) -> None:
    """Time a directory: written, opened again, and one look-up in a whole process."""
    note("  directory")
    raw, ours = folder / f"{file.stem}.raw", folder / f"{file.stem}.store"
    bulk = clock(
        "import pyoxigraph as ox, sys; s = ox.Store(sys.argv[2]); "
        "s.bulk_load(path=sys.argv[1], format=ox.RdfFormat.N_TRIPLES); s.flush()",
        str(file),
        str(raw),
    )
    ready = clock(
        "import sys; from isgraph.store import load, publish; from isgraph.columns import fill; "
        "publish(load(sys.argv[1]), sys.argv[2]); fill(load(sys.argv[2]))",
        str(file),
        str(ours),
    )
    at_least("file to directory with columns, times rdflib's load", rdflib / ready, 5)
    at_most("file to directory with columns, times raw bulk load", ready / bulk, 1.3)
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        load(ours)
        seconds.append(time.perf_counter() - start)
    at_most("directory opened again", statistics.median(seconds) * 1000, 50, "ms")
    jobs: dict[str, Callable[[], float]] = {
        "cold look-up, whole process": lambda: clock(
            "import sys; from isgraph.store import load; from isgraph.terms import BASE; "
            "assert list(load(sys.argv[1]).match(BASE + 'actor/a7'))",
            str(ours),
        ),
        "  the same in raw pyoxigraph": lambda: clock(
            "import sys, pyoxigraph as ox; s = ox.Store.read_only(sys.argv[1]); "
            "n = ox.NamedNode('https://w3id.org/isgraph/actor/a7'); "
            "assert list(s.quads_for_pattern(n, None, None, None))",
            str(raw),
        ),
        "  import rdflib": lambda: clock("import rdflib"),
        "  columns read again and one contradiction": lambda: clock(
            "import sys; from isgraph.store import load; from isgraph import columns; "
            "columns.contradictions(columns.fill(load(sys.argv[1])))",
            str(ours),
        ),
    }
    runs: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(7):
        for name, job in jobs.items():
            runs[name].append(job())
    for name, found in runs.items():
        median = statistics.median(found) * 1000
        if name.startswith("cold"):
            at_most(name, median, 25, "ms")
        else:
            print(GOAL.format(name, f"{median:,.0f} ms", "", ""))


def clock(code: str, *words: str) -> float:
    """Return the seconds that a whole Python process takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *words], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the tables of the questions and of each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000], help="triples")
    parser.add_argument("--cap", type=float, default=10, help="seconds until a job is ended")
    parser.add_argument("--kglab", help="a Python that has kglab, which may be another environment")
    parser.add_argument("--no-questions", action="store_true", help="only made-up claims")
    options = parser.parse_args()
    parts = ("isgraph", "pyoxigraph", "rdflib", "networkx", "numpy")
    versions = ", ".join(f"{part} {version(part)}" for part in parts)
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {versions}")
    if not options.no_questions:
        suite(options.kglab, options.cap)
    table = Table(options.cap)
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted(options.sizes):
            claims(size, Path(folder), table, options.kglab)


if __name__ == "__main__":
    main()
