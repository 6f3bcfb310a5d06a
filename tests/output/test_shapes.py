"""Outlines on a page: filled, and drawn as lines, where the Book says."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest

from koubei_pdf.model.book import GlyphRun, Shape
from koubei_pdf.model.content import Outline
from koubei_pdf.model.style import BLACK, Cmyk

from .conftest import BOXES, SPAN, Write

TRIANGLE = Outline("mllh", (20.0, 30.0, 60.0, 30.0, 60.0, 70.0))
LINE = Outline("mc", (20.0, 100.0, 30.0, 90.0, 40.0, 110.0, 50.0, 100.0))


def test_an_outline_is_filled_or_drawn(
    write: Write, opened: Callable[[bytes], pikepdf.Pdf]
) -> None:
    data = write(
        (Shape(TRIANGLE, BLACK, SPAN, "x"), Shape(LINE, Cmyk(0, 100, 0, 0), SPAN, "x", 0.5))
    )
    page = opened(data).pages[0]
    operators = [str(operator) for _, operator in pikepdf.parse_content_stream(page)]
    assert operators == ["k", "m", "l", "l", "h", "f", "q", "w", "K", "m", "c", "S", "Q"]


def test_the_ink_of_lines_leaves_that_of_text_alone(
    write: Write, glyphs: Callable[..., GlyphRun], viewed: Callable[[bytes], pypdfium2.PdfDocument]
) -> None:
    line = Shape(LINE, Cmyk(0, 100, 100, 0), SPAN, "x", 2)
    image = viewed(write((glyphs("国", 50, 100), line, glyphs("国", 50, 150))))[0].render().to_pil()
    box = [int(value + BOXES.bleed) for value in (50, 140, 60, 152)]
    colours = {colour for _, colour in image.crop(box).getcolors()}
    assert all(max(colour) - min(colour) < 40 for colour in colours)


@pytest.mark.parametrize(("x", "y", "inked"), [(55, 35, True), (25, 65, False), (15, 35, False)])
def test_it_stands_where_the_book_says(
    write: Write,
    viewed: Callable[[bytes], pypdfium2.PdfDocument],
    x: float,
    y: float,
    inked: bool,
) -> None:
    image = viewed(write((Shape(TRIANGLE, BLACK, SPAN, "x"),)))[0].render(scale=2).to_pil()
    pixel = image.getpixel((int(2 * (x + BOXES.bleed)), int(2 * (y + BOXES.bleed))))
    assert (max(pixel) < 100) == inked
