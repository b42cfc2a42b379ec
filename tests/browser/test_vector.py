"""The pen that writes SVG: what is painted comes out where a canvas would have it."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

from tests.browser.test_takeaway import SVG

Open = Callable[..., Any]


def test_recording_pen_keeps_no_transform(visit: Open) -> None:
    """Moved, turned and scaled strokes come out where and as wide as a canvas paints them."""
    page = visit().go()
    markup = page.evaluate("""() => {
      const ctx = isgraph.vector.record(100, 50, 'serif');
      ctx.save();
      ctx.translate(10, 20); ctx.rotate(Math.PI / 2); ctx.scale(2, 2);
      ctx.lineWidth = 1.5; ctx.strokeStyle = '#ff0000'; ctx.setLineDash([3, 1]);
      ctx.beginPath(); ctx.moveTo(0, 0); ctx.lineTo(5, 0); ctx.stroke();
      ctx.restore();
      ctx.beginPath(); ctx.arc(50, 25, 10, 0, 2 * Math.PI); ctx.fill(); ctx.stroke();
      ctx.font = '600 12px serif'; ctx.textAlign = 'center';
      ctx.strokeText('a < b', 5, 6); ctx.fillText('a < b', 5, 6);
      ctx.open({id: 'x'}); ctx.close();
      return ctx.svg('t', 's');
    }""")
    line, disc = ET.fromstring(markup).findall(f"{SVG}path")
    (word,) = ET.fromstring(markup).findall(f"{SVG}text")

    assert line.attrib == {
        "d": "M10 20L10 30", "fill": "none", "stroke": "#ff0000", "stroke-width": "3",
        "stroke-dasharray": "6 2",
    }  # fmt: skip
    assert disc.attrib["d"] == "M60 25A10 10 0 0 1 40 25A10 10 0 0 1 60 25"
    assert (disc.attrib["fill"], disc.attrib["stroke"]) == ("#000000", "#000000")
    assert word.text == "a < b"
    assert word.attrib["paint-order"] == "stroke"
    assert (word.attrib["text-anchor"], word.attrib["font-weight"]) == ("middle", "600")
    assert "<g" not in markup
