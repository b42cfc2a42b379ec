"""By what a browser knows that isgraph itself has changed."""

from __future__ import annotations

from pathlib import Path

from isgraph.server.edition import digest, digest_of


def test_every_file_counts(tmp_path: Path) -> None:
    """A changed question, a new file or a new name changes it; the same files do not."""
    question = tmp_path / "questions" / "troops.rq"
    question.parent.mkdir()
    question.write_text("# How many?")
    found = [digest_of(tmp_path)]
    question.write_text("# How many troops?")
    found.append(digest_of(tmp_path))
    question.rename(question.with_name("soldiers.rq"))
    found.append(digest_of(tmp_path))

    assert len(set(found)) == 3
    assert digest_of(tmp_path) == found[-1]
    assert digest() == digest()
