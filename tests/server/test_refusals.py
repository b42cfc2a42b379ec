"""The codes of refusals: what programs rely on stands in the threat model, and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import isgraph.server

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(isgraph.server.__file__).parent


def refusals() -> Iterator[tuple[int, str]]:
    """Yield the status and the code of each refusal that the server can make."""
    for file in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == "Refusal" and len(node.args) > 1:
                yield from whole(node.args[0], node.args[1])
            elif node.func.id == "_at":
                yield from whole(node.args[2], node.args[3])


def whole(status: ast.expr, code: ast.expr) -> Iterator[tuple[int, str]]:
    """Yield a status and a code that are written out, or the two of a choice in `refusal_of`."""
    assert isinstance(status, (ast.Constant, ast.Name))
    if isinstance(status, ast.Constant) and isinstance(code, ast.Constant):
        yield int(str(status.value)), str(code.value)
    elif isinstance(status, ast.Constant):
        yield from ((int(str(status.value)), name) for name in ("bad-query", "bad-value"))


def test_the_threat_model_lists_every_code() -> None:
    """Statuses and codes of the document are those of the code."""
    text = (ROOT / "THREAT_MODEL.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d{3}) \| (.+) \|$", text, re.MULTILINE)
    listed = [(int(status), code) for status, codes in rows for code in codes[1:-1].split("`, `")]

    assert sorted(listed) == sorted(set(refusals()))
