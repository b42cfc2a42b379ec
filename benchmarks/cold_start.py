"""Time a cold `isgraph show SDF` beside its floor and beside rdflib, in turn, in one run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 15
BIN = Path(sys.executable).parent
COMMANDS = {
    "isgraph show SDF": [str(BIN / "isgraph"), "show", "SDF"],
    "python -c 'import rdflib'": [sys.executable, "-c", "import rdflib"],
    "python -c 'pass'": [sys.executable, "-c", "pass"],
}


def main() -> None:
    """Print the median of each command and its ratio to importing rdflib."""
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for number in range(ROUNDS + 1):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            if number:
                seconds[name].append(time.perf_counter() - start)
        print(f"\rround {number}/{ROUNDS}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    base = "python -c 'import rdflib'"
    print(f"{'whole process, median of ' + str(ROUNDS):40} {'ms':>6} {'ratio':>6}  goal")
    for name, times in seconds.items():
        pairs = [a / b for a, b in zip(times, seconds[base], strict=True)]
        goal = "at most 1.00, wanted 0.80" if name.startswith("isgraph") else ""
        median = statistics.median(times) * 1000
        print(f"{name:40} {median:6.0f} {statistics.median(pairs):6.2f}  {goal}".rstrip())


if __name__ == "__main__":
    main()
