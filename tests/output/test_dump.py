"""The Book as text."""

from collections.abc import Callable

from koubei_pdf.model.art import Drawing, Outline, Raster
from koubei_pdf.model.book import Book, Bookmark, Fill, GlyphRun, Link, Page, PlacedPicture, Shape
from koubei_pdf.model.dump import dump
from koubei_pdf.model.geometry import PageBoxes, Rect
from koubei_pdf.model.style import BLACK, WHITE, Cmyk

from .conftest import SPAN

EXPECTED = """\
book 595.28 × 807.87 bleed 8.5
  title: "口碑"
  bookmark "特\\"稿\\"" page 1
    bookmark "节" page 1
page 1 folio ""
  text body 50,100.13 NotoSerifSC-Regular 9 K100 "中国"
  text body 50,100 NotoSerifSC-Regular 9 C10 M20 "中——" spacing 0.13 shifts -1:0 0:2.25 glyphs 2
  fill band -8.5,0–10,20 paper
  shape book 0,4–10,6 steps 2 K100 weight 0.45
  picture photo "a" 0,0–9,9 clip 0,0–5,9 raster 1 × 2 L
  picture chart "b" 0,0–9,9 drawing 4 × 2.5 paths 0 section C50 alt "图"
  link 0,0–5,5 page 1
"""


def test_a_line_an_item(glyphs: Callable[..., GlyphRun]) -> None:
    rect = Rect(0, 0, 9, 9)
    shifts = ((-1, -0.001), (0, 2.25))
    items = (
        glyphs("中国", y=100.126),
        glyphs("中——", ink=Cmyk(10, 20, 0, 0), spacing=0.126, shifts=shifts),
        Fill(Rect(-8.5, 0, 10, 20), WHITE, SPAN, "band"),
        Shape(Outline("mc", (0, 5, 4, 4, 6, 6, 10, 5)), BLACK, SPAN, "book", 0.45),
        PlacedPicture(
            "a", Raster(1, 2, "L", "a.png", ""), rect, Rect(0, 0, 5, 9), WHITE, SPAN, "", "photo"
        ),
        PlacedPicture("b", Drawing(4, 2.5, ()), rect, rect, Cmyk(50, 0, 0, 0), SPAN, "图", "chart"),
        Link(Rect(0, 0, 5, 5), 1, SPAN),
    )
    marks = (Bookmark('特"稿"', 0, 1), Bookmark("节", 1, 1))
    boxes = PageBoxes(595.276, 807.874, 8.504)
    book = Book(boxes, (Page(1, "", items),), marks, {"title": "口碑"})
    assert dump(book) == EXPECTED
