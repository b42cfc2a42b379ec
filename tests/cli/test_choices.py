"""What Tab offers in a shell, through the protocol that the shells' scripts speak."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from isgraph.questions import names

TINY = Path(__file__).parents[1] / "tiny.ttl"


def offered(line: str) -> list[str]:
    """Return what a shell is offered for the last word of a line."""
    words = line.split(" ")
    done = subprocess.run(
        [sys.executable, "-c", "from isgraph.cli import main; main(prog_name='isgraph')"],
        env=os.environ
        | {
            "_ISGRAPH_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    return [entry.partition(",")[2] for entry in done.stdout.split("\n") if entry]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("isgraph sho", ["show"]),
        ("isgraph show --data {} gr", ["group-a", "group-b"]),
        ("isgraph path --data {} group-a COAL", ["coalition-k"]),
        ("isgraph ask detentions --data {} --by G", ["group-a"]),
        ("isgraph show --kind bac", ["backs"]),
        ("isgraph query --status alle", ["alleged"]),
        ("isgraph measure betw", ["betweenness"]),
        ("isgraph show --data /not/there gr", []),
    ],
)
def test_tab_offers_what_fits_in_one_word(line: str, expected: list[str]) -> None:
    """Names with spaces are spelt with hyphens, by which they are found too."""
    assert offered(line.format(TINY)) == expected


def test_tab_offers_every_question() -> None:
    """Nothing written yet offers all."""
    assert offered("isgraph ask ") == names()
