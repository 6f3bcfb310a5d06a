"""Defects of fonts."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from ..good_pdf import composite_font, font_data
from ..type1_font import SHAPE, WIDTH, type1, type1_font
from .making import add, defect, drawn_font, font, helvetica


@defect("X100")
def font_not_embedded(pdf: pikepdf.Pdf) -> None:
    font_9 = pdf.make_indirect(helvetica())
    add(pdf, "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (a) Tj ET", Font={"F9": font_9})


@defect("X101")
def unused_helvetica(pdf: pikepdf.Pdf) -> None:
    add(pdf, "", Font={"F9": pdf.make_indirect(helvetica())})


@defect("X102")
def widths_differ(pdf: pikepdf.Pdf) -> None:
    below = font(pdf).DescendantFonts[0]
    below["/W"] = Array([0, Array([990] * len(below.W[1]))])


@defect("X103")
def no_glyph_map(pdf: pikepdf.Pdf) -> None:
    del font(pdf).DescendantFonts[0]["/CIDToGIDMap"]


@defect("X104")
def no_to_unicode(pdf: pikepdf.Pdf) -> None:
    del font(pdf)["/ToUnicode"]


@defect("X105")
def notdef_shown(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Over gs 0 0 0 1 k BT /F1 12 Tf 60 280 Td <0000> Tj ET")


@defect("X105")
def code_of_no_name_shown(pdf: pikepdf.Pdf) -> None:
    program = type1({".notdef": (*WIDTH, "endchar"), "a": SHAPE})
    content = "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (a\\005) Tj ET"
    add(pdf, content, Font={"F9": type1_font(pdf, program)})


@defect("X105")
def letter_that_truetype_lacks(pdf: pikepdf.Pdf) -> None:
    """A font with a map of Unicode, told by its encoding; it has Latin letters and Han, no µ."""
    descriptor = font(pdf).DescendantFonts[0].FontDescriptor
    simple = Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=descriptor.FontName,
        Encoding=Name.WinAnsiEncoding,
        FirstChar=65,
        LastChar=65,
        Widths=Array([500]),
        FontDescriptor=Dictionary({**descriptor, "/Flags": 32}),
    )
    content = "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (A\\265) Tj ET"
    add(pdf, content, Font={"F9": pdf.make_indirect(simple)})


@defect("X106")
def type_3(pdf: pikepdf.Pdf) -> None:
    font_9 = drawn_font(pdf, b"500 0 0 0 400 700 d1 0 0 400 700 re f", (500, 700))
    add(pdf, "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (a) Tj ET", Font={"F9": font_9})


@defect("X107")
def unused_font(pdf: pikepdf.Pdf) -> None:
    add(pdf, "", Font={"F9": composite_font(pdf)})


@defect("X108")
def broken_font(pdf: pikepdf.Pdf) -> None:
    font(pdf).DescendantFonts[0].FontDescriptor["/FontFile2"] = pdf.make_stream(b"no font at all")


def embed(pdf: pikepdf.Pdf, data: bytes) -> None:
    font(pdf).DescendantFonts[0].FontDescriptor["/FontFile2"] = pdf.make_stream(data)


@defect("X108")
def font_cut_half_way(pdf: pikepdf.Pdf) -> None:
    embed(pdf, font_data()[: len(font_data()) // 2])


@defect("X108")
def font_with_fewer_outlines_than_it_says(pdf: pikepdf.Pdf) -> None:
    """The table of outlines is whole, but those of the glyphs that are shown lie beyond it."""
    data = bytearray(font_data())
    entry = 12 + 16 * [data[at : at + 4] for at in range(12, 300, 16)].index(b"glyf")
    data[entry + 12 : entry + 16] = (20).to_bytes(4, "big")
    embed(pdf, bytes(data))


@defect("X108")
def font_cut_that_no_identity_maps(pdf: pikepdf.Pdf) -> None:
    """Which glyphs are shown is not known: the font's tables tell."""
    font(pdf)["/Encoding"] = Name("/UniGB-UCS2-H")
    embed(pdf, font_data()[: len(font_data()) // 2])


@defect("X101")
def unused_font_in_the_resources_themselves(pdf: pikepdf.Pdf) -> None:
    add(pdf, "", Font={"F9": helvetica()})


@defect("X101")
def invisible_text_in_a_font_not_embedded(pdf: pikepdf.Pdf) -> None:
    font_9 = pdf.make_indirect(helvetica())
    add(pdf, "BT 3 Tr /F9 12 Tf 60 280 Td (a) Tj ET", Font={"F9": font_9})


@defect("X100")
def font_in_the_resources_themselves_not_embedded(pdf: pikepdf.Pdf) -> None:
    content = "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (a) Tj /F9 9 Tf (a) Tj ET"
    add(pdf, content, Font={"F9": helvetica()})
