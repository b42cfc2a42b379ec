"""One engine in a process of its own: loads files, answers queries, projects; told so by lines.

Each job runs in a fork, so that one over the cap can be ended and the data stay loaded. Needs
nothing but the engine that it is asked for, so it runs in another environment too.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import resource
import select
import signal
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

WARM_SECONDS = 0.5
"""Short jobs are repeated for so long, and the median counts; the first run warms."""

EDGES = """PREFIX isg: <https://w3id.org/isgraph/ontology#>
SELECT ?c ?s ?p ?o ?status ?valid ?as_of {
  ?c isg:subject ?s ; isg:predicate ?p ; isg:object ?o ; isg:epistemicStatus ?status .
  OPTIONAL { ?c isg:validTime ?valid } OPTIONAL { ?c isg:asOf ?as_of } }"""


class Rdflib:
    """rdflib with its own store."""

    def load(self, files: list[str]) -> None:
        """Load Turtle and N-Triples files."""
        import rdflib

        self.graph = rdflib.Graph()
        for file in files:
            self.graph.parse(file, format="nt" if file.endswith(".nt") else "turtle")

    def query(self, text: str) -> list[Any]:
        """Answer SPARQL with all rows."""
        return list(self.graph.query(text))

    def edges(self) -> Iterable[tuple[Any, ...]]:
        """Return all edges with status and time."""
        return ((None if x is None else str(x) for x in row) for row in self.query(EDGES))

    def project(self) -> Any:
        """Build a network of all claims."""
        return _network(self.edges())

    @staticmethod
    def text(term: Any) -> str:
        """Return a term as text."""
        return str(term)


class Kglab(Rdflib):
    """kglab, which keeps an rdflib graph."""

    def load(self, files: list[str]) -> None:
        """Load Turtle and N-Triples files."""
        import kglab

        self.kg = kglab.KnowledgeGraph()
        for file in files:
            self.kg.load_rdf(file, format="nt" if file.endswith(".nt") else "ttl")

    def query(self, text: str) -> list[Any]:
        """Answer SPARQL with all rows."""
        return list(self.kg.query(text))


class Pyoxigraph:
    """pyoxigraph as it comes, in memory."""

    def load(self, files: list[str]) -> None:
        """Load Turtle and N-Triples files."""
        import pyoxigraph as ox

        self.store = ox.Store()
        for file in files:
            form = ox.RdfFormat.N_TRIPLES if file.endswith(".nt") else ox.RdfFormat.TURTLE
            self.store.bulk_load(path=file, format=form)

    def query(self, text: str) -> list[Any]:
        """Answer SPARQL with all rows."""
        answer = self.store.query(text)
        return [tuple(row) for row in answer]

    def project(self) -> Any:
        """Build a network of all claims."""
        rows = self.query(EDGES)
        return _network((None if x is None else x.value for x in row) for row in rows)

    @staticmethod
    def text(term: Any) -> str:
        """Return a term as text."""
        return str(term.value)


class Isgraph:
    """isgraph: its store, its questions and its columns."""

    def load(self, files: list[str]) -> None:
        """Load Turtle and N-Triples files."""
        from isgraph.store import Store

        self.store = Store()
        for file in files:
            if "ontology" not in file:  # a store has it from the start
                self.store.load(Path(file))

    def fill(self) -> None:
        """Fill the columns, and what is kept with them."""
        from isgraph.columns import fill

        columns = fill(self.store)
        columns.place_of  # noqa: B018
        columns.licenses  # noqa: B018

    def query(self, text: str) -> list[Any]:
        """Answer SPARQL with all rows."""
        return list(self.store.query(text))

    def ask(self, name: str) -> list[Any]:
        """Answer a shipped question."""
        return list(self.store.ask(name))

    def shape(self, name: str, hub: str) -> list[Any]:
        """Answer a shape of query as isgraph does."""
        from shapes import SHAPES, text

        from isgraph.columns import fill

        shape = next(shape for shape in SHAPES if shape.name == name)
        if shape.on_columns is None:
            return self.query(text(shape, hub))
        return list(shape.on_columns(fill(self.store), hub))

    def hub(self) -> list[Any]:
        """Return an actor with many claims."""
        from isgraph.columns import counts, fill

        return [counts(fill(self.store), "subject", "object")[10]]

    def restrict(self, day: str) -> list[Any]:
        """Restrict the store to a day, and count what is left."""
        from datetime import date

        return [(len(self.store.restrict(on=date.fromisoformat(day))),)]

    def project(self) -> Any:
        """Build a network of all claims."""
        import isgraph

        return isgraph.project(self.store)

    def floor(self) -> Any:
        """Build a network from tuples that are ready, which is the least that networkx takes."""
        if not hasattr(self, "ready"):
            keys = ("kind", "status", "valid_time", "as_of")
            edges = self.project().edges(keys=True, data=True)
            self.ready = [
                (one, other, key, {name: edge[name] for name in keys})
                for one, other, key, edge in edges
            ]
            gc.collect()
        import networkx as nx

        network: Any = nx.MultiDiGraph()
        start = time.perf_counter()
        network.add_edges_from(self.ready)
        self.took = time.perf_counter() - start
        return network

    @staticmethod
    def text(term: Any) -> str:
        """Return a term as text."""
        return str(term)


ENGINES = {"rdflib": Rdflib, "kglab": Kglab, "pyoxigraph": Pyoxigraph, "isgraph": Isgraph}


def _network(rows: Iterable[Iterable[Any]]) -> Any:
    import networkx as nx

    network: Any = nx.MultiDiGraph()
    for claim, subject, kind, object_, status, valid, as_of in rows:
        network.add_edge(
            subject, object_, key=claim, kind=kind, status=status, valid_time=valid, as_of=as_of
        )
    return network


def digest(rows: Any, text: Callable[[Any], str]) -> tuple[int, str]:
    """Return how many rows there are, and a digest that does not depend on their order."""
    if hasattr(rows, "number_of_edges"):
        keys = sorted(key for *_, key in rows.edges(keys=True))
        return len(keys), hashlib.sha256("\n".join(keys).encode()).hexdigest()
    lines = []
    for row in rows:
        cells = ["" if term is None else text(term) for term in row]
        cells = ["|".join(sorted(cell.split("|"))) for cell in cells]
        lines.append("\t".join(cells))
    return len(lines), hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def timed(engine: Any, job: list[str]) -> dict[str, Any]:
    """Do a job until it is warm, and return its median time, its rows and their digest."""
    name, *words = job
    work = getattr(engine, name)
    seconds: list[float] = []
    while len(seconds) < 2 or (sum(seconds) < WARM_SECONDS and len(seconds) < 20):
        start = time.perf_counter()
        rows = work(*words)
        seconds.append(time.perf_counter() - start)
        if name == "floor":
            seconds[-1] = engine.took
        if seconds[-1] > WARM_SECONDS and name != "floor":
            break
    number, code = digest(rows, engine.text)
    warm = seconds[1:] or seconds
    first = [str(cell) for cell in rows[0]] if isinstance(rows, list) and rows else []
    return {"seconds": statistics.median(warm), "rows": number, "digest": code, "first": first}


def forked(engine: Any, job: list[str], cap: float) -> dict[str, Any]:
    """Do a job in a fork, and end it at the cap."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            answer = timed(engine, job)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"[:200]}
        os.write(write, json.dumps(answer).encode())
        os._exit(0)
    os.close(write)
    # The timed run, its warm-up and the digest may take a little more than the cap.
    ready, _, _ = select.select([read], [], [], cap)
    data = os.read(read, 65536) if ready else b""
    os.close(read)
    if not ready:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return json.loads(data) if data else {"over": cap}


def main() -> None:
    """Answer each line of standard input, a JSON list, with a line of JSON."""
    engine: Any = ENGINES[sys.argv[1]]()
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what an engine prints is no answer
    for line in sys.stdin:
        cap, (name, *words) = json.loads(line)
        if name in ("load", "fill"):
            start = time.perf_counter()
            getattr(engine, name)(*words)
            seconds = time.perf_counter() - start
            gc.freeze()
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            answer = {"seconds": seconds, "megabytes": pages * resource.getpagesize() / 1e6}
        else:
            answer = forked(engine, [name, *words], cap)
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
