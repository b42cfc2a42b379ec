"""Time each measure beside plain networkx, on networks of made-up claims, in one run.

Both start from the same folded ties and end with a figure for each actor, conversion included;
how long folding takes is told apart. Where networkx computes the measure for us too, our time
alone is given, with folding. Times are the processor's, not the clock's, and the least of some
runs counts: the machine may be shared.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

import networkx as nx
from made_up import network_of

from isgraph.analysis import brokerage, engines, position
from isgraph.analysis.ties import fold

Scores = Mapping[str, float]
Compute: TypeAlias = "Callable[[nx.Graph[str]], Scores]"

ROUNDS = 3
LINE = "{:18} {:>12} {:>8} {:>10} {:>10}  {:9} {}"
LARGE_GOAL = 15.0
GOALS = {("betweenness", 1_000): 25.0, ("betweenness", 10_000): 30.0}


class Timed(NamedTuple):
    """Seconds and figures; none where the time was up before."""

    seconds: float
    scores: Scores | None


def plain_eigenvector(ties: nx.Graph[str]) -> Scores:
    """Compute with networkx what `eigenvector` means: in the largest component, at most 1."""
    largest = ties.subgraph(max(nx.connected_components(ties), key=len))
    found = nx.eigenvector_centrality(largest, max_iter=100_000, tol=1e-10, weight="weight")
    greatest = max(found.values())
    return {node: found.get(node, 0.0) / greatest for node in ties}


PLAIN: dict[str, tuple[Compute, Compute]] = {
    "betweenness": (nx.betweenness_centrality, engines.betweenness),
    "closeness": (nx.closeness_centrality, engines.closeness),
    "eigenvector": (plain_eigenvector, engines.eigenvector),
}
"""Plain networkx, and ours: both take folded ties."""


def timed(compute: Compute, ties: nx.Graph[str]) -> Timed:
    """Compute until some rounds or two seconds are over, and keep the least time of all threads."""
    least, spent = math.inf, 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        scores = compute(ties)
        seconds = time.process_time() - start
        least, spent = min(least, seconds), spent + seconds
        if spent > 2:
            break
    return Timed(least, scores)


def within(cap: int, compute: Compute, ties: nx.Graph[str]) -> Timed:
    """Do the same in a process of its own, which is ended after some seconds of the processor."""
    processes = multiprocessing.get_context("fork")
    receiver, sender = processes.Pipe(duplex=False)

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (cap, cap))
        sender.send(timed(compute, ties))

    process = processes.Process(target=work)
    process.start()
    sender.close()
    try:
        return Timed(*receiver.recv())
    except EOFError:
        return Timed(cap, None)
    finally:
        process.join()


def compared(name: str, size: int, ties: nx.Graph[str], cap: int) -> str:
    """Time a measure both ways, and say it in a row of the table."""
    plain, ours = PLAIN[name]
    print(f"{size:,} actors: {name} by networkx …", file=sys.stderr)
    theirs = within(cap, plain, ties)
    print(f"{size:,} actors: {name} by isgraph …", file=sys.stderr)
    own = timed(ours, ties)
    times = f"{theirs.seconds / own.seconds:,.0f} x"
    goal = GOALS.get((name, size), LARGE_GOAL if size >= 10_000 else None)
    return LINE.format(
        name,
        times if theirs.scores else f"over {times}",
        f"{goal:.0f} x" if goal else "",
        said(theirs.seconds) if theirs.scores else f"over {cap:.0f} s",
        said(own.seconds),
        getattr(own.scores, "engine", ""),
        "equal" if theirs.scores and are_equal(theirs.scores, own.scores or {}) else "not seen",
    )


def are_equal(one: Scores, other: Scores) -> bool:
    """Tell whether figures are the same, but for what an iteration stops short of."""
    return one.keys() == other.keys() and all(
        math.isclose(one[node], other[node], rel_tol=1e-6, abs_tol=1e-6) for node in one
    )


def said(seconds: float) -> str:
    """Write a time in the unit that suits it."""
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def main() -> None:
    """Print a table a size: how many times faster, the goal, both times, and the engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--cap", type=int, default=600, help="seconds until networkx is given up")
    options = parser.parse_args()
    print(f"networkx {nx.__version__}, {os.cpu_count()} cores")
    for size in options.sizes:
        network = network_of(size)
        folding = timed(lambda _, network=network: fold(network), network)
        ties = fold(network)
        print(
            f"\n{size:,} actors, {ties.number_of_edges():,} ties; folded in {said(folding.seconds)}"
        )
        print(LINE.format("", "faster", "goal", "networkx", "isgraph", "engine", "figures"))
        for name in PLAIN:
            print(compared(name, size, ties, options.cap), flush=True)
        for measure in (*position.MEASURES, *brokerage.MEASURES):
            if measure.name not in PLAIN:
                own = timed(measure.compute, network)
                print(
                    LINE.format(measure.name, "", "", "", said(own.seconds), own.scores.engine, "")
                )


if __name__ == "__main__":
    main()
