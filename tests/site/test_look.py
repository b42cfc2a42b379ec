"""The style sheet has the colours of the diagram, for light and for dark."""

import pytest

from isgraph.diagram import theme
from isgraph.site.look import style_sheet


@pytest.mark.parametrize("family", theme.FAMILIES)
def test_each_family_has_its_two_colours(family: str) -> None:
    """A family looks on a page as it does in the diagram."""
    sheet = style_sheet()
    row = theme.FAMILIES[family]

    assert f".family-{family} {{ --family: {row['light']}; }}" in sheet
    assert f".family-{family} {{ --family: {row['dark']}; }}" in sheet


def test_sheet_loads_nothing() -> None:
    """No font, picture or other sheet is asked for."""
    sheet = style_sheet()

    assert "url(" not in sheet
    assert "@import" not in sheet
