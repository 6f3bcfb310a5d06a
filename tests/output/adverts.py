"""A page of an advertiser with everything that can be in press inks."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from PIL import Image

_CMYK = Name.DeviceCMYK
SIDE = 400.0


def _tint(*solid: float) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * len(solid), C1=list(solid), N=1)


def spot(file: Pdf) -> Object:
    """A Separation space of CMYK."""
    solid = _tint(0.2, 0.25, 0.6, 0.25)
    return file.make_indirect(Array([Name.Separation, Name.Gold, _CMYK, solid]))


def duotone(file: Pdf) -> Object:
    """A DeviceN space of black and an orange, by a calculator function."""
    tint = file.make_stream(
        # black orange → 0, 0.5 orange, orange, black
        b"{ dup 0.5 mul exch 3 -1 roll 0 4 1 roll }",
        FunctionType=4,
        Domain=[0, 1, 0, 1],
        Range=[0, 1] * 4,
    )
    return file.make_indirect(
        Array([Name.DeviceN, Array([Name.Black, Name("/Orange")]), _CMYK, tint])
    )


def picture(file: Pdf, space: object, data: bytes, size: tuple[int, int], **more: object) -> Stream:
    made = file.make_stream(
        zlib.compress(data),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        BitsPerComponent=8,
        ColorSpace=space,
        Filter=Name.FlateDecode,
    )
    for key, value in more.items():
        made[f"/{key}"] = value
    return made


def jpeg(file: Pdf) -> Stream:
    """A CMYK photograph as Photoshop writes it: its samples inverted."""
    ramp = Image.linear_gradient("L").resize((64, 64))
    flat = Image.new("L", (64, 64), 30)
    image = Image.merge("CMYK", [ramp, ramp.rotate(90), flat, flat])
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=95)
    made = picture(file, _CMYK, b"", (64, 64), Decode=[1, 0] * 4)
    made.write(buffer.getvalue(), filter=Name.DCTDecode)
    return made


_CONTENT = b"""
0.3 0 0.6 0 k 0 0 400 400 re f
q 0 0.8 1 0 K 4 w 20 20 m 180 20 l S Q
/Gold cs 1 scn 20 40 60 40 re f 0.4 scn 90 40 60 40 re f
/Duo cs 0.2 0.9 scn 160 40 60 40 re f
/Press cs 0 0 0 1 scn 230 40 60 40 re f 0.9 0.1 0 0 scn 300 40 60 40 re f
q 60 0 0 60 20 100 cm /Photo Do Q
q 60 0 0 60 90 100 cm /Grey Do Q
q 60 0 0 60 160 100 cm /Two Do Q
q 60 0 0 60 230 100 cm /Few Do Q
q 60 0 0 60 300 100 cm BI /W 2 /H 1 /BPC 8 /CS /CMYK /F /AHx ID FF00000000FF0000> EI Q
q 20 180 100 60 re W n /Fade sh Q
/Pattern cs /Tiles scn 140 180 60 60 re f
/Plain cs 0 1 0 0 /Dots scn 210 180 60 60 re f
/Pattern cs /FadeTiles scn 280 180 100 60 re f
/Form Do
/Soft gs 1 0 0 0 k 160 260 100 60 re f
q /None gs 0.5 g 280 260 40 60 re f 1 0 0 rg 330 260 40 60 re f Q
BT /T3 40 Tf 20 340 Td 0 0 0 1 k (a) Tj ET
"""


def advert(path: Path, *, mesh: bool = False) -> Path:
    """Writes the page; with a mesh it has a gradient that has no function."""
    with Pdf.new() as file:
        page = file.add_blank_page(page_size=(SIDE, SIDE))
        gold, duo = spot(file), duotone(file)
        fade = Dictionary(
            ShadingType=2, ColorSpace=_CMYK, Coords=[20, 0, 120, 0],
            Function=Dictionary(
                FunctionType=2, Domain=[0, 1], C0=[1, 0, 0, 0], C1=[0, 0, 1, 0], N=1
            ),
            Extend=[True, True],
        )  # fmt: skip
        spot_fade = Dictionary(
            ShadingType=2, ColorSpace=gold, Coords=[280, 0, 380, 0], Function=_tint(1.0),
        )  # fmt: skip
        inner = file.make_stream(
            b"0 1 1 0 k 20 260 50 60 re f /G cs 0.7 scn 80 260 50 60 re f",
            Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 400],
            Resources=Dictionary(ColorSpace=Dictionary(G=gold)),
            Group=Dictionary(S=Name.Transparency, CS=_CMYK),
        )  # fmt: skip
        mask = file.make_stream(
            b"0 0 0 0.5 k 0 0 400 400 re f",
            Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 400],
            Resources=Dictionary(), Group=Dictionary(S=Name.Transparency, CS=_CMYK),
        )  # fmt: skip
        soft = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask, BC=[0, 0, 0, 1]))
        cell = {"PatternType": 1, "TilingType": 1, "BBox": [0, 0, 10, 10], "XStep": 10, "YStep": 10}
        tiles = file.make_stream(
            b"1 0 1 0 k 0 0 5 5 re f", PaintType=1, Resources=Dictionary(), **cell
        )
        dots = file.make_stream(b"0 0 5 5 re f", PaintType=2, Resources=Dictionary(), **cell)
        glyph = file.make_stream(b"500 0 d0 0 1 0 0 k 0 0 400 700 re f")
        face = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 500, 700],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0], CharProcs=Dictionary(a=glyph),
            Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name.a]),
            FirstChar=97, LastChar=97, Widths=[500], Resources=Dictionary(),
        )  # fmt: skip
        table = pikepdf.String(bytes([255, 0, 0, 0, 0, 0, 255, 64]))
        ramp = bytes(range(0, 256, 4))
        page.obj.Resources = Dictionary(
            ColorSpace=Dictionary(
                Gold=gold, Duo=duo, Press=_CMYK, Plain=Array([Name.Pattern, _CMYK])
            ),
            XObject=Dictionary(
                Photo=jpeg(file),
                Grey=picture(file, gold, ramp, (8, 8)),
                Two=picture(file, duo, bytes(b for v in ramp for b in (v, 255 - v)), (8, 8)),
                Few=picture(
                    file, Array([Name.Indexed, _CMYK, 1, table]), bytes([0, 1, 1, 0]), (2, 2)
                ),
                Form=inner,
            ),
            Shading=Dictionary(Fade=_mesh(file) if mesh else fade),
            Pattern=Dictionary(
                Tiles=tiles, Dots=dots, FadeTiles=Dictionary(PatternType=2, Shading=spot_fade)
            ),
            ExtGState=Dictionary({"/Soft": soft, "/None": Dictionary(SMask=Name("/None"))}),
            Font=Dictionary(T3=face),
        )
        page.obj.Group = Dictionary(S=Name.Transparency, CS=_CMYK)
        page.contents_add(_CONTENT)
        file.save(path)
    return path


def _mesh(file: Pdf) -> Stream:
    """A triangle, a corner cyan, one magenta, one yellow (8.7.4.5.5)."""
    corners = ((0, 0, (255, 0, 0, 0)), (255, 0, (0, 255, 0, 0)), (128, 255, (0, 0, 255, 0)))
    return file.make_stream(
        b"".join(bytes([0, x, y, *inks]) for x, y, inks in corners),
        ShadingType=4, ColorSpace=_CMYK, BitsPerCoordinate=8, BitsPerComponent=8, BitsPerFlag=8,
        Decode=[20, 120, 180, 240, 0, 1, 0, 1, 0, 1, 0, 1],
    )  # fmt: skip
