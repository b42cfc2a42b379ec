"""Times: when what each claim says held, and when it came out, as days that can be compared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from isgraph.claims import published
from isgraph.dates import bounds
from isgraph.store import Store
from isgraph.terms import Iri
from isgraph.vocab import ISG

Ints = NDArray[np.int32]

ABSENT = -1
"""Stands where a claim has no such part."""
EVER = 0
"""Stands where a claim has no such bound; days are counted as `date.toordinal` does."""


def times(
    store: Store, words: list[str], single: dict[str, Ints]
) -> tuple[Ints, Ints, dict[int, ValueError]]:
    """Return the bounds of each claim, its day of publication, and what cannot be read of them.

    Parameters
    ----------
    words, single
        As the columns have them; of the parts times, passage and modality are read.
    """

    def word(place: int) -> str | None:
        return None if place == ABSENT else words[place]

    issued = _Tried(lambda passage: published(store, Iri(words[passage])))
    spans = _Tried(lambda times: bounds(word(times[0]), word(times[1]), *times[2:]))
    days = np.zeros((len(single["passage"]), 4), np.int32, order="F")
    publication = np.zeros(len(days), np.int32)
    faults: dict[int, ValueError] = {}
    parts = (single[part].tolist() for part in ("valid_time", "as_of", "passage", "modality"))
    for row, (valid_time, as_of, passage, modality) in enumerate(zip(*parts, strict=True)):
        day = issued[passage]
        is_fact = words[modality] == ISG.actual
        found = day if isinstance(day, ValueError) else spans[valid_time, as_of, day, is_fact]
        if isinstance(found, ValueError):
            faults[row] = found
        else:
            days[row] = [bound.toordinal() if bound else EVER for bound in found]
        if isinstance(day, date):
            publication[row] = day.toordinal()
    return days, publication, faults


class _Tried(dict[Any, Any]):
    """What a function gives for each argument, asked once each; or the error that it raises."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __missing__(self, argument: Any) -> Any:
        try:
            self[argument] = self.function(argument)
        except ValueError as error:
            self[argument] = error
        return self[argument]
