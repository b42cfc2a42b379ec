"""Sheets: CSV rows of claims, entities, works and documents, in and out; no RDF, no rules.

The first column tells which sheet it is: `claim`, `entity`, `work` or `document`.
Several values in one cell are parted by `|`.
"""

from __future__ import annotations

from pathlib import Path

from isgraph.claims import read
from isgraph.sheets import claims, documents, entities, table, works
from isgraph.sheets.desk import Desk
from isgraph.sheets.table import CLAIM_COLUMNS
from isgraph.store import Store, as_store

__all__ = ["CLAIM_COLUMNS", "export_claims", "import_sheet"]

_TAKERS = {"entity": entities.take, "work": works.take, "document": documents.take}


def import_sheet(store: Store, path: str | Path) -> list[str]:
    r"""Add the rows of a sheet to a store, all of them or none.

    Returns
    -------
    list of str
        The sentence understood for each row, in the order of the rows.

    Raises
    ------
    SheetError
        If the file is no sheet, or a row cannot be taken; the message lists
        the first twenty, and the store is as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     sheet = Path(folder) / "entities.csv"
    ...     _ = sheet.write_text("entity,class,label\nactor:group-c,State,Country C\n")
    ...     import_sheet(Store(), sheet)
    ['actor:group-c: Country C (State)']
    """
    sort, rows = table.read(Path(path))
    desk = Desk.over(as_store(store))
    before = set(store.data())
    try:
        if sort == "claim":
            return claims.take_all(desk, str(path), rows)
        take = _TAKERS[sort]
        taken = table.take_each(str(path), rows, lambda row: take(desk, row))
        return [sentence for _, sentence in taken]
    except BaseException:
        after = set(store.data())
        store.remove(after - before)
        store.add(before - after)
        raise


def export_claims(store: Store) -> str:
    """Return the claims of a store as a claim sheet, in the order of their ids.

    Examples
    --------
    >>> export_claims(tiny).splitlines()[1][:41]
    'c0001,actor:group-a,detains,actor:held-b,'
    """
    return table.write(CLAIM_COLUMNS, (claims.row_of(store, claim) for claim in read(store)))
