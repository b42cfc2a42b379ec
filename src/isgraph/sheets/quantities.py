"""A quantity as a cell says it: `about 80`, `400-700`, `at least 12`, `vague 200-999`."""

from __future__ import annotations

import re

from isgraph.claims import Quantity
from isgraph.sheets.table import CellError
from isgraph.terms import Iri
from isgraph.vocab import ISG

_QUANTITY = re.compile(
    r"(?:(exactly|about|at least|more than|less than|up to|vague) )?([\d.]+)(?:\s*-\s*([\d.]+))?"
)
_QUALIFIERS = {
    "exactly": ISG.exactly,
    "about": ISG.about,
    "at least": ISG.atLeast,
    "more than": ISG.moreThan,
    "less than": ISG.lessThan,
    "up to": ISG.upTo,
    "vague": ISG.vague,
}
_IN_WORDS = {iri: words for words, iri in _QUALIFIERS.items()}


def parse(cell: str, measure: Iri) -> Quantity:
    """Return the quantity that a cell says, without inventing an end that it does not say.

    Raises
    ------
    CellError
        If the cell is no quantity.

    Examples
    --------
    >>> from isgraph.vocab import ISG
    >>> parse("up to 5000", ISG.troops)[1:3]
    (None, 5000)
    """
    match = _QUANTITY.fullmatch(cell)
    if not match:
        raise CellError(
            "quantity",
            f"{cell!r} is not a quantity; write 7, about 80, 400-700, up to 5000, at least 12, "
            "more than 250, less than 5 or vague 200-999",
        )
    words, first, second = match.groups()
    low = _number(first)
    high = _number(second) if second else low
    if (second and words not in (None, "vague")) or (words == "vague" and not second):
        raise CellError("quantity", f"{cell!r}: a range takes no word but vague, which needs one")
    if low > high:
        raise CellError("quantity", f"{cell!r} is a range from high to low")
    qualifier = ISG.range if second and not words else _QUALIFIERS[words or "exactly"]
    return Quantity(
        measure,
        None if qualifier in (ISG.upTo, ISG.lessThan) else low,
        None if qualifier in (ISG.atLeast, ISG.moreThan) else high,
        qualifier,
    )


def tell(quantity: Quantity) -> str:
    """Return a quantity as a cell says it; the inverse of `parse`.

    Examples
    --------
    >>> from isgraph.vocab import ISG
    >>> tell(parse("vague 200-999", ISG.troops))
    'vague 200-999'
    """
    low, high = quantity.minimum, quantity.maximum
    if quantity.qualifier == ISG.range:
        return f"{low}-{high}"
    if quantity.qualifier == ISG.vague:
        return f"vague {low}-{high}"
    return f"{_IN_WORDS[quantity.qualifier]} {low if low is not None else high}"


def _number(text: str) -> int | float:
    try:
        return float(text) if "." in text else int(text)
    except ValueError as error:
        raise CellError("quantity", f"{text!r} is not a number") from error
