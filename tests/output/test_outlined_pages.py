"""Placed pages whose text becomes paths (转曲): the same look and inks, no fonts."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.misc.psCharStrings import T2CharString
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import Book, Page
from koubei_pdf.model.diagnostics import Diagnostic
from koubei_pdf.model.press import PressProfile
from koubei_pdf.output import Job, write_pdf
from koubei_pdf.output.outlining.pages import Outlining
from koubei_pdf.pdf import limits
from koubei_pdf.pdf.reading import UnreadableError
from koubei_pdf.source.press import profiles
from koubei_pdf.source.resources import fonts_in

from ..checks.cff_font import opentype
from ..checks.defects.making import helvetica
from ..checks.good_pdf import composite_font, spot, tile
from ..checks.type1_font import SHAPE, WIDTH, type1, type1_font
from .conftest import BOXES
from .test_placed import WHOLE, page_of, placed

GOOD = Path(__file__).parents[1] / "checks" / "good"
FILES = sorted(file for file in GOOD.glob("*.pdf") if file.stem != "img2pdf")


def look(data: bytes) -> Image.Image:
    """The page at 150 dpi, rendered finer: PDFium fits small type to pixels, and no paths."""
    page = pypdfium2.PdfDocument(data)[0].render(scale=4 * 150 / 72, draw_annots=False).to_pil()
    return page.convert("RGB").reduce(4)


def outlined(pdf: pikepdf.Pdf) -> tuple[bytes, bytes, bytes]:
    """A file of one page as it was, and with its text as paths; the content of that."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/Widths" in thing:  # PDFium knows whole ones only
            thing.Widths = Array([int(width) for width in thing.Widths])
    del pdf.pages[1:]
    before, after = io.BytesIO(), io.BytesIO()
    pdf.save(before)
    form = pdf.pages[0].as_form_xobject()
    Outlining(pdf).turn(form)
    pdf.pages[0].obj.Contents = pdf.make_stream(form.read_bytes())
    pdf.pages[0].obj.Resources = form.Resources
    pdf.save(after)
    return before.getvalue(), after.getvalue(), form.read_bytes()


def same(before: bytes, after: bytes) -> None:
    first, second = look(before), look(after)
    assert min(low for low, _ in first.getextrema()) < 120
    assert max(high for _, high in ImageChops.difference(first, second).getextrema()) < 12


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_pages_by_other_programs(file: Path) -> None:
    """Simple TrueType, Type 1 and CFF, CID-keyed TrueType and CFF."""
    with pikepdf.open(file) as pdf:
        before, after, content = outlined(pdf)
        assert fonts_in(pdf.pages[0].Resources) == ()
    assert b" Tf" not in content
    assert b"/KpG1 Do" in content or b"/KpX" in content
    same(before, after)


def opentype_cff() -> bytes:
    """An OpenType font of CFF outlines, whose letter a is a triangle."""
    words = [500, 100, 0, "rmoveto", 300, 0, "rlineto", -200, 600, "rlineto", "endchar"]
    return opentype(T2CharString(program=[500, "endchar"]), T2CharString(program=words))


def paged(content: str, **resources: Any) -> pikepdf.Pdf:
    """A page of 200 × 100 pt with the square font as F1, Type 1 as F2 and OpenType CFF as F3."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 100)).obj
    glyphs = {".notdef": (*WIDTH, "endchar"), "a": SHAPE, "b": SHAPE, "c": SHAPE}
    second = type1_font(pdf, type1(glyphs))
    third = type1_font(pdf, type1(glyphs))
    program = pdf.make_stream(opentype_cff(), Subtype=Name.OpenType)
    del third.FontDescriptor["/FontFile"]
    third.FontDescriptor["/FontFile3"] = program
    faces = Dictionary(F1=composite_font(pdf), F2=second, F3=third)
    page.Resources = Dictionary(Font=faces, **{k: Dictionary(v) for k, v in resources.items()})
    page.Contents = pdf.make_stream(content.encode("latin-1"))
    return pdf


@pytest.mark.parametrize(
    "content",
    [
        "/F2 20 Tf 10 40 Td 3 Tc 7 Tw 130 Tz 4 Ts (ab c) Tj",
        "/F2 20 Tf 10 40 Td 60 Tz [(a) -200 (b) 300 (c)] TJ (a) Tj",
        "/F1 20 Tf 10 40 Td 2 Tc 9 Tw <00030004> Tj 50 Tz <0005> Tj",
        "/F2 20 Tf 22 TL 10 70 Td (ab) Tj T* (a) Tj (bc) ' 5 2 (b c) \"",
        "/F2 1 Tf 20 3 -5 20 10 40 Tm (ab) Tj 0 -2 TD (c) Tj T* (a) Tj",
        "/F2 -20 Tf 90 40 Td (ab) Tj",
        "/F2 30 Tf 10 40 Td 1 Tr 2 w 0 1 1 0 K (ab) Tj 2 Tr [3 1] 0 d (c) Tj",
        "0.5 0 0 2 0 0 cm /F2 30 Tf 40 20 Td 1 Tr 3 w (ab) Tj",
        "/F3 30 Tf 10 40 Td 1 0 0 0 k (a) Tj 3 Tr (a) Tj 0 Tr (a) Tj",
        "/Spot cs 0.6 scn /F2 30 Tf 10 40 Td (ab) Tj",
        "/Pattern cs /P scn /F2 40 Tf 10 40 Td (ab) Tj",
        "/Span <</ActualText (x)>> BDC /F2 30 Tf 10 40 Td (a) Tj EMC 0 1 0 0 k (b) Tj",
        "/F2 20 Tf 10 40 Td (a) Tj ET q 1 0 0 1 40 0 cm BT 9 Tc (bc) Tj ET Q BT 5 5 Td (ab) Tj",
    ],
)
def test_every_operator_of_text(content: str) -> None:
    pdf = paged("0.2 0.9 0 0 k BT " + content + " ET")
    resources = pdf.pages[0].obj.Resources
    resources["/ColorSpace"] = Dictionary(Spot=spot(pdf, "Orange"))
    resources["/Pattern"] = Dictionary(P=pdf.make_indirect(tile(pdf, b"1 0 0 0 k 0 0 5 9 re f")))
    before, after, written = outlined(pdf)
    assert not {b"BT", b"Tf", b"Tj", b"TJ", b"Tr"} & set(written.split())
    assert fonts_in(pdf.pages[0].Resources) == ()
    same(before, after)


def test_a_form_goes_by_the_text_state_around_it() -> None:
    """Two uses of one form that look differently; its own pictures and forms stay.

    Other states go the same way; PDFium forgets the scale of text (Tz) in forms.
    """
    inner = b"q BT /F2 20 Tf 1 0 0 1 0 20 Tm (ab) Tj ET Q /Box Do"
    pdf = paged("0 g /Fm Do q 8 Tc 1 0 0 1 60 10 cm /Fm Do Q q 1 0 0 1 0 40 cm /Fm Do Q")
    page = pdf.pages[0].obj
    box = pdf.make_stream(b"0.5 g 0 0 9 9 re f 0 g 2 2 2 2 re f", Subtype=Name.Form)
    box["/BBox"] = Array([0, 0, 9, 9])
    form = pdf.make_stream(inner, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 60])
    form["/Resources"] = Dictionary(Font=page.Resources.Font, XObject=Dictionary(Box=box))
    page.Resources["/XObject"] = Dictionary(Fm=form)
    before, after, written = outlined(pdf)
    shown = [word for word in written.split() if word.startswith(b"/")]
    assert shown[0] == shown[2] != shown[1]
    assert fonts_in(page.Resources) == ()
    same(before, after)


def test_a_font_that_is_not_embedded_stays_alone() -> None:
    """Its text says all of its state, and stands where it stood."""
    content = "BT /F2 20 Tf 3 Tc 10 60 Td (ab) Tj /H 20 Tf 80 Tz (Ha) Tj 0 -30 Td 4 Ts (Hb) Tj "
    pdf = paged(content + "/F2 20 Tf (c) ' ET")
    pdf.pages[0].obj.Resources.Font["/H"] = helvetica()
    before, after, written = outlined(pdf)
    assert fonts_in(pdf.pages[0].Resources) == ("Helvetica",)
    assert written.count(b"BT") == 2
    same(before, after)


@pytest.mark.parametrize(
    "content",
    [
        "BT 7 Tr /H 30 Tf (ab) Tj ET 0 0 9 9 re f",
        "BT 7 Tr /F2 30 Tf (ab) Tj q 2 0 0 2 0 0 cm ET 0 0 9 9 re f",
        "BT (a) x Tf ET",
    ],
)
def test_pages_that_are_too_doubtful_stay(content: str) -> None:
    pdf = paged(content)
    pdf.pages[0].obj.Resources.Font["/H"] = helvetica()
    form = pdf.pages[0].as_form_xobject()
    with pytest.raises(UnreadableError):
        Outlining(pdf).turn(form)
    assert form.read_bytes().strip() == content.encode()


def test_a_page_of_endless_text_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CODES", 5)
    Outlining(pdf := paged("BT /F2 30 Tf (abc) Tj (ab) Tj ET")).turn(pdf.pages[0].as_form_xobject())
    with pytest.raises(UnreadableError):
        Outlining(pdf := paged("BT /F2 9 Tf (abc) Tj (abc) Tj ET")).turn(
            pdf.pages[0].as_form_xobject()
        )


@pytest.mark.parametrize("edition", ["press", "proof"])
def test_a_press_file_has_no_fonts_but_those_that_are_told(
    shelf: FontShelf, sheetfed: PressProfile, tmp_path: Path, edition: Any
) -> None:
    clean, mixed, clipped = (tmp_path / f"{name}.pdf" for name in ("clean", "mixed", "clipped"))
    text = "0 0 0 1 k BT /F2 20 Tf 10 40 Td (ab) Tj ET "
    paged(text).save(clean)
    pdf = paged(text + "BT /H 20 Tf (H) Tj ET")
    pdf.pages[0].obj.Resources.Font["/H"] = helvetica()
    pdf.save(mixed)
    pdf = paged(text + "BT /H 20 Tf 7 Tr (ab) Tj ET")
    pdf.pages[0].obj.Resources.Font["/H"] = helvetica()
    pdf.save(clipped)
    items = tuple(placed(page_of(file, 1, "media"), WHOLE) for file in (clean, mixed, clipped))
    book = Book(BOXES, (Page(1, "1", items), Page(2, "2", items)), (), {})
    press = replace(sheetfed, marks=None)
    told: list[Diagnostic] = []
    job = Job(press, profiles(press), edition, outline_text=True)
    data = b"".join(write_pdf(book, shelf, job, tell=told.append))
    with pikepdf.open(io.BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []
        shown = [fonts_in(thing) for thing in file.pages[0].Resources.XObject.values()]
    assert sorted(shown) == [(), ("Bare", "Helvetica"), ("Helvetica",)]
    assert [(fault.rule.code, fault.facts["fonts"]) for fault in told] == [
        ("O009", "Helvetica"),
        ("O009", "Bare, Helvetica"),
    ]
    assert not any(fault.is_error for fault in told)
