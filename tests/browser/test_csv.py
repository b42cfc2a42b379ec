"""The CSV: the claims of the table with all evidence, for a spreadsheet."""

import csv
import io
from collections.abc import Callable
from typing import Any

from tests.browser.conftest import rows
from tests.browser.test_takeaway import take
from tests.diagram.world import actor

Open = Callable[..., Any]


def table(page: Any) -> list[dict[str, str]]:
    """Give the rows of the CSV, read as Python reads them."""
    return list(csv.DictReader(io.StringIO(take(page, "csv").decode("utf-8-sig"))))


def test_csv_is_the_table_with_all_evidence(visit: Open) -> None:
    """Each claim of the table is a row, with the columns of `isgraph.Evidence` and its sources."""
    from isgraph.evidence import Evidence

    page = visit().go("#view=table&off=status:assessed")
    shown = rows(page)
    found = {row["id"]: row for row in table(page)}
    row = found["c0001"]

    assert set(found) == shown | {"c0022"}
    dropped = {"sign", "channel", "is_symmetric", "sources"}
    assert set(Evidence._fields) - dropped <= set(row)
    wanted = {
        "iri": "https://w3id.org/isgraph/claim/c0001", "subject": actor("a"),
        "subject_label": "Group A", "label": "attacks", "object_label": "Group B",
        "status": "asserted", "modality": "actual", "negated": "false",
        "begin_latest": "2020-03-31", "end_latest": "", "on": "2021-05-01", "certainty": "certain",
        "claimants": "Office X", "publishers": "Press Y", "paragraph": "1", "notes": "1",
        "works": "A. Writer: Imagined work 1, Press Y, February 2021, p. 3, note 1",
        "edition": "imagined data 1; ontology 0",
    }  # fmt: skip
    assert wanted == {name: row[name] for name in wanted}
    assert found["c0022"]["object"] == ""


def test_csv_opens_in_excel(visit: Open) -> None:
    """The file begins with a byte order mark and ends its lines as RFC 4180 wants."""
    file = take(visit().go(), "csv")

    assert file.startswith(b"\xef\xbb\xbfid,iri,")
    assert file.count(b"\n") == file.count(b"\r\n")
