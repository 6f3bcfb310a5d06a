"""The proof edition: spreads as bound, and layers that can be switched."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.art import Outline
from koubei_pdf.model.book import Fill, FrameBox, GlyphRun, Guides, Item, Page, Shape
from koubei_pdf.model.diagnostics import Diagnostic, Span
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import Cmyk
from koubei_pdf.pages.faults.frames import UNEVEN_GROUND

from .conftest import BOXES, SPAN, Write

Open = Callable[[bytes], pikepdf.Pdf]
Glyphs = Callable[..., GlyphRun]

GREEN = Cmyk(100, 0, 100, 0)


def page(number: int, *items: Item, guides: Guides | None = None) -> Page:
    return Page(number, f"{number:02d}", items, guides=guides)


def sheets(file: pikepdf.Pdf) -> list[tuple[int, int]]:
    """Width and height of each page's trim, in pages of the book."""
    found = []
    for sheet in file.pages:
        left, bottom, right, top = (float(value) for value in sheet.TrimBox)
        found.append((round((right - left) / BOXES.width), round((top - bottom) / BOXES.height)))
    return found


@pytest.mark.parametrize(
    ("numbers", "widths", "labels"),
    [
        ((1, 2, 3, 4), (1, 2, 1), ("01", "02–03", "04")),
        ((4, 5, 6, 7), (2, 2), ("04–05", "06–07")),
        ((3, 4, 6), (1, 1, 1), ("03", "04", "06")),
    ],
)
def test_facing_pages_stand_side_by_side(
    write: Write,
    opened: Open,
    numbers: tuple[int, ...],
    widths: tuple[int, ...],
    labels: tuple[str, ...],
) -> None:
    data = write(*(page(number) for number in numbers), edition="proof")
    assert sheets(opened(data)) == [(width, 1) for width in widths]
    file = pypdfium2.PdfDocument(data)
    assert [file.get_page_label(index) for index in range(len(file))] == list(labels)


def test_a_page_ends_at_the_spine(write: Write) -> None:
    """What reaches over the gutter is cut there; at the outer edges the bleed is seen."""
    over = Fill(Rect(BOXES.width - 50, 100, BOXES.width + 50, 200), GREEN, SPAN, "x")
    out = Fill(Rect(BOXES.width - 50, 300, BOXES.width + 50, 400), GREEN, SPAN, "x")
    data = write(page(2, over), page(3, out), edition="proof")
    picture = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")

    def is_green(x: float, y: float) -> bool:
        red, green, _ = picture.getpixel((round(x + BOXES.bleed), round(y + BOXES.bleed)))
        return red < 100 < green

    assert is_green(BOXES.width - 5, 150)
    assert not is_green(BOXES.width + 5, 150)
    assert is_green(2 * BOXES.width - 5, 350)
    assert is_green(2 * BOXES.width + BOXES.bleed - 3, 350)


GUIDES = Guides(
    Rect(50, 60, 450, 660), 10, 20, (FrameBox("body", "body", Rect(50, 60, 250, 660), SPAN),)
)


def test_layers_can_be_switched(write: Write, opened: Open, glyphs: Glyphs) -> None:
    run = glyphs("错", x=100, y=300, size=40, span=Span("articles/a.md", 7, 1))
    fault = Diagnostic(UNEVEN_GROUND, Span("articles/a.md", 7, 3), {})
    file = opened(write(page(1, run, guides=GUIDES), edition="proof", faults=(fault,)))
    layers = file.Root.OCProperties
    names = [str(group.Name) for group in layers.OCGs]
    assert names == ["Frames 框", "Grid 网格", "Faults 问题"]
    assert [group.objgen for group in layers.D.Order] == [g.objgen for g in layers.OCGs]
    assert str(layers.D.Name)
    assert "/AS" not in layers.D
    assert [str(group.Name) for group in layers.D.OFF] == names[:2]
    (sheet,) = file.pages
    shown = {}
    layer = None
    for operands, operator in pikepdf.parse_content_stream(sheet):
        name = str(operator)
        if name == "BDC" and str(operands[0]) == "/OC":
            layer = str(sheet.Resources.Properties[str(operands[1])].Name)
            shown[layer] = {"S": 0, "text": 0}
        elif name == "EMC" and layer:
            layer = None
        elif layer and name == "S":
            shown[layer]["S"] += 1
        elif layer and name in ("Tj", "TJ"):
            shown[layer]["text"] += 1
    assert shown["Frames 框"] == {"S": 2, "text": 1}
    assert shown["Grid 网格"]["S"] == 41 + 2 * 31
    assert shown["Faults 问题"] == {"S": 1, "text": 1}


def test_a_proof_is_in_press_colours(write: Write, opened: Open, glyphs: Glyphs) -> None:
    file = opened(write(page(1, glyphs("黑")), edition="proof"))
    assert file.Root.OutputIntents[0].OutputConditionIdentifier == "FOGRA39"
    names = {str(step.operator) for step in pikepdf.parse_content_stream(file.pages[0])}
    assert "k" in names
    assert not names & {"rg", "RG", "g", "G"}


def test_a_faults_box_ends_with_the_last_glyph(
    write: Write, opened: Open, glyphs: Glyphs, shelf: FontShelf
) -> None:
    """Narrow letters and a stop that is squeezed do not widen the box into the next column."""
    at = Span("articles/a.md", 7, 1)
    run = glyphs("iiii。", x=100, y=300, size=40, span=at)
    run = run._replace(spacing=3.0, shifts=((3, -2.0), (4, -20.0)))
    dots = Shape(Outline("m", (100.0, 310.0)), run.ink, at, "dots")
    fault = Diagnostic(UNEVEN_GROUND, at, {})
    file = opened(write(page(1, run, dots), edition="proof", faults=(fault,)))
    boxes = [
        [float(value) for value in operands]
        for operands, operator in pikepdf.parse_content_stream(file.pages[0])
        if str(operator) == "re"
    ]
    face = shelf.face(run.face)
    ink = face.ink(run.glyphs[-1])
    assert ink is not None
    before = sum(map(face.advance, run.glyphs[:-1])) * 40 + 4 * 3.0 - 2.0
    width = before + ink[2] * 40
    assert any(box[2] == pytest.approx(width, abs=0.01) for box in boxes), boxes
    assert width < 5 * 40
