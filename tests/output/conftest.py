"""Small books, written and read back by other programs' libraries."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import Book, GlyphRun, Item, Page
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.geometry import PageBoxes, mm
from koubei_pdf.model.press import PressProfile
from koubei_pdf.model.style import BLACK, FontRole
from koubei_pdf.output import Job, write_pdf
from koubei_pdf.source.desk import Desk
from koubei_pdf.source.press import named_press, profiles

FONTS = Path(__file__).parents[2] / "fonts"
SPAN = Span("articles/a.md", 1, 1)
BOXES = PageBoxes(mm(210), mm(285), mm(3))
SONG, KAI = "NotoSerifSC-Regular", "LXGWWenKai-Regular"

Write = Callable[..., bytes]


@pytest.fixture(scope="session")
def tiny_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Squares of 2048 units to the em: Tiny.ttf, and Cubic.otf with CFF outlines.

    人 and ⼈ share a glyph; advances do not come out even in 1/1000 em.
    """
    folder = tmp_path_factory.mktemp("fonts")
    for name, is_ttf in (("Tiny.ttf", True), ("Cubic.otf", False)):
        _tiny_font(is_ttf).save(folder / name)
    return folder


def _tiny_font(is_ttf: bool) -> FontBuilder:
    advances = {".notdef": 1024, "ren": 2048, "A": 1229, "e": 1100, "acute": 0}
    builder = FontBuilder(2048, isTTF=is_ttf)
    builder.setupGlyphOrder(list(advances))
    builder.setupCharacterMap(
        {ord("人"): "ren", ord("⼈"): "ren", ord("A"): "A", ord("e"): "e", 0x301: "acute"}
    )
    corners = [(200, 0), (200, 1000), (1000, 1000), (1000, 0)]
    glyphs = {}
    for glyph, advance in advances.items():
        pen = TTGlyphPen(None) if is_ttf else T2CharStringPen(advance, None)
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
        glyphs[glyph] = pen.glyph() if is_ttf else pen.getCharString()
    if is_ttf:
        builder.setupGlyf(glyphs)
    else:
        builder.setupCFF("Cubic-Regular", {}, glyphs, {})
    builder.setupHorizontalMetrics({glyph: (width, 200) for glyph, width in advances.items()})
    builder.setupHorizontalHeader(ascent=1800, descent=-248)
    builder.setupNameTable({"psName": "Tiny-Regular" if is_ttf else "Cubic-Regular"})
    builder.setupOS2(sTypoAscender=1802, sTypoDescender=-246, sCapHeight=1400)
    builder.setupPost()
    return builder


@pytest.fixture(scope="session")
def shelf(tiny_fonts: Path) -> FontShelf:
    role = FontRole((SONG, KAI, "Tiny", "Cubic"), ())
    loaded, faults = FontShelf.load({"song": role}, [FONTS, tiny_fonts], SPAN)
    assert not faults
    return loaded


@pytest.fixture(scope="session")
def glyphs(shelf: FontShelf) -> Callable[..., GlyphRun]:
    """Makes the run of a text: glyphs(text, x, y, face, size, features, **fields)."""

    def make(
        text: str,
        x: float = 50,
        y: float = 100,
        face: str = SONG,
        size: float = 9,
        features: dict[str, bool] | None = None,
        **fields: object,
    ) -> GlyphRun:
        shaped = shelf.face(face).shape(text, features)
        values: dict[str, object] = {
            "ink": BLACK,
            "span": SPAN,
            "role": "body",
            "clusters": tuple(shaped.clusters),
        }
        found = tuple(shaped.glyphs)
        return GlyphRun(face, size, x, y, glyphs=found, text=text, **(values | fields))

    return make


@pytest.fixture(scope="session")
def sheetfed() -> PressProfile:
    """The press profile that ships as the default."""
    profile = named_press("sheetfed", SPAN, "layouts", Desk(Path(__file__).parent))
    assert profile is not None
    return profile


@pytest.fixture(scope="session")
def write(shelf: FontShelf, sheetfed: PressProfile) -> Write:
    """Writes a book whose pages hold these items: its bookmarks, metadata, and the Job by name.

    The press wants no marks, unless the test names one that does.
    """
    bare = replace(sheetfed, marks=None)

    def make(*pages: tuple[Item, ...] | Page, bookmarks=(), metadata=None, **job) -> bytes:
        made = tuple(
            page if isinstance(page, Page) else Page(number, str(number), page)
            for number, page in enumerate(pages, start=1)
        )
        book = Book(BOXES, made, tuple(bookmarks), metadata or {})
        return b"".join(
            write_pdf(book, shelf, Job(**{"press": bare, "profiles": profiles(bare), **job}))
        )

    return make


@pytest.fixture
def opened() -> Iterator[Callable[[bytes], pikepdf.Pdf]]:
    """Opens a file with pikepdf, which must have nothing to repair."""
    files: list[pikepdf.Pdf] = []

    def make(data: bytes) -> pikepdf.Pdf:
        files.append(pikepdf.open(io.BytesIO(data)))
        assert files[-1].check_pdf_syntax() == []
        assert files[-1].get_warnings() == []
        return files[-1]

    yield make
    for file in files:
        file.close()


@pytest.fixture
def viewed() -> Iterator[Callable[[bytes], pypdfium2.PdfDocument]]:
    """Opens a file with pdfium."""
    files: list[pypdfium2.PdfDocument] = []

    def make(data: bytes) -> pypdfium2.PdfDocument:
        files.append(pypdfium2.PdfDocument(data))
        return files[-1]

    yield make
    for file in files:
        file.close()
