"""Outlines on a page: filled, and drawn as lines, where the Book says."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest

from koubei_pdf.model.art import Outline
from koubei_pdf.model.book import GlyphRun, Shape
from koubei_pdf.model.style import BLACK, Cmyk, Spot

from .conftest import BOXES, SPAN, Write

Open = Callable[[bytes], pikepdf.Pdf]
Glyphs = Callable[..., GlyphRun]

TRIANGLE = Outline("mllh", (20.0, 30.0, 60.0, 30.0, 60.0, 70.0))
LINE = Outline("mc", (20.0, 100.0, 30.0, 90.0, 40.0, 110.0, 50.0, 100.0))


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        ({}, "gs k m l l h f q gs w K m c S Q"),  # black overprints, as the type that it marks
        ({"outline_text": True}, "gs k m l l h f q gs w K m c S Q"),
        ({"edition": "screen"}, "BMC rg m l l h f EMC BMC q w RG m c S Q EMC"),
    ],
)
def test_an_outline_is_filled_or_drawn(
    write: Write, opened: Open, job: dict[str, object], expected: str
) -> None:
    shapes = (Shape(TRIANGLE, BLACK, SPAN, "x"), Shape(LINE, Cmyk(0, 100, 0, 0), SPAN, "x", 0.5))
    page = opened(write(shapes, **job)).pages[0]
    operators = [str(operator) for _, operator in pikepdf.parse_content_stream(page)]
    assert " ".join(operators) == expected


@pytest.mark.parametrize(("ink", "overprints"), [(BLACK, True), (Cmyk(0, 100, 0, 0), False)])
@pytest.mark.parametrize("before", [BLACK, Cmyk(0, 100, 0, 0)])
def test_lines_overprint_as_the_type_beside_them(
    write: Write, opened: Open, glyphs: Glyphs, ink: Cmyk, overprints: bool, before: Cmyk
) -> None:
    """Whatever the type before it did; what comes after the line is left as it was."""
    items = (glyphs("国", ink=before), Shape(LINE, ink, SPAN, "x", 0.5), glyphs("国", ink=before))
    page = opened(write(items)).pages[0]
    states, overprint, found = [], False, []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                states.append(overprint)
            case "Q":
                overprint = states.pop()
            case "gs":
                overprint = bool(page.Resources.ExtGState[str(operands[0])].OP)
            case "S" | "Tj":
                found.append(overprint)
    assert found == [before == BLACK, overprints, before == BLACK]


def test_a_spot_colour_s_lines_are_on_its_plate(write: Write, opened: Open) -> None:
    gold = Spot("GOLD", 100, Cmyk(0, 20, 60, 20))
    items = (Shape(TRIANGLE, gold, SPAN, "x"), Shape(LINE, gold, SPAN, "x", 0.5))
    page = opened(write(items)).pages[0]
    operators = [str(operator) for _, operator in pikepdf.parse_content_stream(page)]
    assert operators == [
        "cs",
        "scn",
        "m",
        "l",
        "l",
        "h",
        "f",
        "q",
        "w",
        "CS",
        "SCN",
        "m",
        "c",
        "S",
        "Q",
    ]
    assert [str(space[1]) for space in page.Resources.ColorSpace.values()] == ["/GOLD"]


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
