"""The tree of errors."""

from __future__ import annotations

import inspect

import pytest

from isgraph import errors
from isgraph.errors import IsgraphError

TREE = {
    "LoadError": (ValueError, {"path": "a.ttl", "line": 3, "column": 5}),
    "StoreError": (OSError, {"place": "a"}),
    "QueryError": (ValueError, {"line": 3, "column": 5}),
    "FormatError": (ValueError, {}),
    "WrongTypeError": (TypeError, {}),
    "NameNotFoundError": (LookupError, {"name": "a", "nearest": ["b"]}),
    "DateError": (ValueError, {"text": "a"}),
    "ClaimError": (ValueError, {"claim": "c0001"}),
    "SheetError": (errors.ClaimError, {"path": "a.csv", "row": 3, "column": "kind"}),
    "LocatorError": (LookupError, {"passage": "tiny-0001"}),
    "InvalidDataError": (ValueError, {"report": object()}),
    "EmptyNetworkError": (ValueError, {}),
    "SaveError": (ValueError, {"path": "a.gif"}),
}


def test_the_tree_is_whole() -> None:
    """Every error of the module is in the table above, and in the drawing at its head."""
    found = {
        name
        for name, thing in vars(errors).items()
        if inspect.isclass(thing) and issubclass(thing, IsgraphError)
    }
    expected = {"IsgraphError", *TREE}

    assert found == expected
    assert all(name in (errors.__doc__ or "") for name in expected)


@pytest.mark.parametrize("name", TREE)
def test_an_error_is_ours_and_a_builtin(name: str) -> None:
    """Each error can be caught as an IsgraphError and as what it specialises, and says why."""
    builtin, carried = TREE[name]
    with pytest.raises(builtin, match="why") as caught:
        raise getattr(errors, name)("why", **carried)

    assert isinstance(caught.value, IsgraphError)
    assert {key: getattr(caught.value, key) for key in carried} == carried


@pytest.mark.parametrize("name", TREE)
def test_the_drawing_says_what_an_error_carries(name: str) -> None:
    """Attributes stand in the drawing beside the error."""
    line = next(line for line in (errors.__doc__ or "").splitlines() if name in line)

    assert all(f".{key}" in line for key in TREE[name][1])


def test_nearest_is_a_list_also_when_nothing_is_near() -> None:
    """Nobody has to ask whether there is a list."""
    expected: list[str] = []

    assert errors.NameNotFoundError("why", name="a").nearest == expected
