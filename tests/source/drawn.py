"""SVG for tests of drawings: the body alone is written down."""

from __future__ import annotations

from koubei_pdf.model.art import Drawing
from koubei_pdf.model.style import BLACK
from koubei_pdf.source.drawing import read_drawing
from koubei_pdf.source.svg.colour import Inks

ALL_BLACK = Inks({}, lambda rgb: BLACK)


def draw(body: str, root: str = 'viewBox="0 0 100 100"', inks: Inks = ALL_BLACK) -> Drawing:
    """The drawing of an SVG body, which must be without faults."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {root}>{body}</svg>'
    drawing, found = read_drawing(svg.encode(), "a.svg", inks)
    assert [fault.rule.code for fault in found] == []
    assert drawing is not None
    return drawing
