"""A good press file made by hand with pikepdf, for tests to break in one way each.

Four pages of 90 × 120 mm with 3 mm of bleed and marks beyond it. Every page has a tint that
bleeds, black text that overprints, a line, a picture of 300 ppi, a spot, a gradient, a form and
registration marks, all in press inks.
"""

from __future__ import annotations

import functools
import io
import tempfile
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from koubei_pdf import shipped

from ..square_font import save_square_font

MM = 72 / 25.4
MEDIA = (110 * MM, 140 * MM)
TRIM = (10 * MM, 10 * MM, 100 * MM, 130 * MM)
BLEED = (7 * MM, 7 * MM, 103 * MM, 133 * MM)
TEXT = "印前检查，四页。"
PICTURE = 150

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Good</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2023-03-01T09:00:00+08:00</xmp:CreateDate>
<xmp:ModifyDate>2023-03-01T09:00:00+08:00</xmp:ModifyDate>
<xmp:MetadataDate>2023-03-01T09:00:00+08:00</xmp:MetadataDate>
<xmp:CreatorTool>tests</xmp:CreatorTool>
<pdf:Producer>pikepdf</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

_CONTENT = """q 0.3 0 0 0 k {b0} {b1} {bw} {bh} re f Q
q 0 0 0 1 k /Over gs BT /F1 12 Tf 60 250 Td <{text}> Tj ET Q
q 0 0 0 1 K 0.5 w 60 240 m 200 240 l S Q
q 36 0 0 36 60 190 cm /Im1 Do Q
q /Spot cs 0.8 scn 110 190 36 36 re f Q
q 60 140 100 30 re W n /Sh1 sh Q
q 1 0 0 1 60 100 cm /Fm1 Do Q
q /Reg CS 1 SCN 0.25 w {t0} 4 m {t0} 12 l S {t2} 4 m {t2} 12 l S Q
"""


@functools.cache
def font_data() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return save_square_font(Path(folder)).read_bytes()


def glyphs(text: str) -> str:
    """The glyph ids of a text, as the hex string that shows it."""
    cmap = TTFont(io.BytesIO(font_data())).getBestCmap()
    order = TTFont(io.BytesIO(font_data())).getReverseGlyphMap()
    return "".join(f"{order[cmap[ord(char)]]:04x}" for char in text)


def composite_font(pdf: pikepdf.Pdf) -> Any:
    """The square font as Type 0 with Identity-H."""
    program = pdf.make_stream(font_data())
    program["/Length1"] = len(font_data())
    font = TTFont(io.BytesIO(font_data()))
    widths = [font["hmtx"][name][0] for name in font.getGlyphOrder()]
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/ABCDEF+Square"),
        Flags=4,
        FontBBox=Array([0, -120, 1000, 880]),
        ItalicAngle=0,
        Ascent=880,
        Descent=-120,
        CapHeight=760,
        StemV=80,
        FontFile2=program,
    )
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Square"),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descriptor),
        W=Array([0, Array(widths)]),
        CIDToGIDMap=Name.Identity,
    )
    cmap = b"/CIDInit /ProcSet findresource begin begincmap endcmap end"
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/ABCDEF+Square"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
            ToUnicode=pdf.make_stream(cmap),
        )
    )


def picture(pdf: pikepdf.Pdf, size: int = PICTURE, mode: str = "CMYK") -> Any:
    """A gradient of `size` × `size` pixels, deflated."""
    ramp = Image.linear_gradient("L").resize((size, size))
    blank = Image.new("L", (size, size), 40)
    bands = {"CMYK": (ramp, blank, blank, blank), "RGB": (ramp, blank, blank), "L": (ramp,)}[mode]
    spaces = {"CMYK": Name.DeviceCMYK, "RGB": Name.DeviceRGB, "L": Name.DeviceGray}
    return pdf.make_stream(
        Image.merge(mode, bands).tobytes() if len(bands) > 1 else ramp.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size,
        Height=size,
        BitsPerComponent=8,
        ColorSpace=spaces[mode],
    )


def spot(pdf: pikepdf.Pdf, name: str, inks: tuple[float, ...] = (0.0, 0.6, 1.0, 0.0)) -> Any:
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array(list(inks)), N=1
    )
    return pdf.make_indirect(Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint]))


def gradient() -> Any:
    ramp = Dictionary(
        FunctionType=2,
        Domain=Array([0, 1]),
        C0=Array([0.1, 0.2, 0, 0]),
        C1=Array([0.8, 0.4, 0, 0]),
        N=1,
    )
    return Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceCMYK,
        Coords=Array([60, 0, 160, 0]),
        Function=ramp,
        Extend=Array([True, True]),
    )


def good_pdf(standard: str = "X-4", pages: int = 4) -> pikepdf.Pdf:
    """The file, not yet saved; standard: X-4, X-1a or X-3."""
    pdf = pikepdf.new()
    font = composite_font(pdf)
    form = pdf.make_stream(b"0 0.5 0.5 0 k 0 0 100 20 re f")
    form["/Type"], form["/Subtype"] = Name.XObject, Name.Form
    form["/BBox"] = Array([0, 0, 100, 20])
    resources = pdf.make_indirect(
        Dictionary(
            Font=Dictionary(F1=font),
            XObject=Dictionary(Im1=picture(pdf), Fm1=form),
            ColorSpace=Dictionary(
                Spot=spot(pdf, "Orange"), Reg=spot(pdf, "All", (1.0, 1.0, 1.0, 1.0))
            ),
            Shading=Dictionary(Sh1=gradient()),
            ExtGState=Dictionary(Over=Dictionary(OP=True, op=True, OPM=1)),
        )
    )
    for _ in range(pages):
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(_page(pdf, resources))))
    _say(pdf, standard)
    icc = (shipped.folder("layouts") / "press" / "FOGRA39L_coated.icc").read_bytes()
    pdf.Root["/OutputIntents"] = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String("FOGRA39"),
                RegistryName=String("http://www.color.org"),
                Info=String("Coated"),
                DestOutputProfile=pdf.make_stream(icc, N=4),
            )
        ]
    )
    return pdf


def _page(pdf: pikepdf.Pdf, resources: Any) -> Any:
    facts = {
        "b0": BLEED[0],
        "b1": BLEED[1],
        "bw": BLEED[2] - BLEED[0],
        "bh": BLEED[3] - BLEED[1],
        "t0": TRIM[0],
        "t2": TRIM[2],
        "text": glyphs(TEXT),
    }
    return Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, *MEDIA]),
        TrimBox=Array(list(TRIM)),
        BleedBox=Array(list(BLEED)),
        Resources=resources,
        Contents=pdf.make_stream(_CONTENT.format(**facts).encode("ascii")),
    )


def _say(pdf: pikepdf.Pdf, standard: str) -> None:
    """Info, and XMP where the standard wants it."""
    info = Dictionary(
        Title=String("Good"),
        Creator=String("tests"),
        Producer=String("pikepdf"),
        CreationDate=String("D:20230301090000+08'00'"),
        ModDate=String("D:20230301090000+08'00'"),
        Trapped=Name("/False"),
    )
    if standard == "X-4":
        pdf.Root["/Metadata"] = pdf.make_stream(
            _XMP.encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML
        )
    else:
        info["/GTS_PDFXVersion"] = String(f"PDF/{standard}:2003")
    pdf.trailer["/Info"] = pdf.make_indirect(info)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """The file's bytes; options: of pikepdf.Pdf.save."""
    version = "1.4" if "/Metadata" not in pdf.Root else "1.6"
    settings: dict[str, Any] = {
        "force_version": version,
        "deterministic_id": True,
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "fix_metadata_version": False,
    }
    buffer = io.BytesIO()
    pdf.save(buffer, **{**settings, **options})
    return buffer.getvalue()


def tile(pdf: pikepdf.Pdf, content: bytes) -> Any:
    """A coloured tiling pattern of 10 × 10 pt."""
    return pdf.make_stream(
        content,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 10, 10]),
        XStep=10,
        YStep=10,
        Resources=Dictionary(),
    )
