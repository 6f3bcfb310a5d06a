"""Total ink of pictures: behind filters, within the content, and row by row."""

from __future__ import annotations

import base64
import io
import random
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Dictionary, Name
from PIL import Image, ImageChops

from koubei_pdf.checks.ink.plates import PlateWriter
from koubei_pdf.checks.judging import judge
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf.content.spaces import CMYK
from koubei_pdf.pdf.rasters import planes

from .defects import add, form
from .good_pdf import good_pdf, picture, saved
from .measured_ink import convert, measured

FLAT = bytes((51, 102, 0, 102)) * 16


@pytest.mark.parametrize(
    ("filters", "data"),
    [
        ("/Fl", zlib.compress(FLAT)),
        ("/FlateDecode", zlib.compress(FLAT)),
        ("/AHx", FLAT.hex().encode() + b">"),
        ("[/A85 /Fl]", base64.a85encode(zlib.compress(FLAT), adobe=True)[2:]),
        (
            "/Fl /DP << /Predictor 15 /Colors 4 /Columns 4 >>",
            zlib.compress(b"".join(b"\0" + FLAT[at : at + 16] for at in range(0, 64, 16))),
        ),
        ("/RL", b"".join(bytes((15,)) + FLAT[at : at + 16] for at in range(0, 64, 16)) + b"\x80"),
    ],
)
def test_inline_pictures_behind_filters(filters: str, data: bytes, press: PressProfile) -> None:
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    head = f"q 60 0 0 60 60 60 cm BI /W 4 /H 4 /CS /CMYK /BPC 8 /F {filters} ID "
    add(pdf, head + data.decode("latin-1") + "\nEI Q")
    assert measured(saved(pdf), press).pages[1].total == pytest.approx(100, abs=1.0)


def test_inline_jpeg(press: PressProfile) -> None:
    """As Photoshop writes CMYK: inverted, which Decode turns back."""
    buffer = io.BytesIO()
    Image.new("CMYK", (8, 8), (51, 102, 0, 102)).save(buffer, "JPEG", quality=98)
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    head = "q 60 0 0 60 60 60 cm BI /W 8 /H 8 /CS /CMYK /BPC 8 /F /DCT /D [1 0 1 0 1 0 1 0] ID "
    add(pdf, head + buffer.getvalue().decode("latin-1") + "\nEI Q")
    assert measured(saved(pdf), press).pages[1].total == pytest.approx(100, abs=2.0)


@pytest.mark.parametrize(("black", "total"), [("false", 100), ("true", 0)])
def test_inline_fax(black: str, total: float, press: PressProfile) -> None:
    """Black pixels in CCITT group 4: 0 in the samples, unless BlackIs1 says otherwise."""
    buffer = io.BytesIO()
    Image.new("1", (64, 64), 1).save(buffer, "TIFF", compression="group4")
    with Image.open(buffer) as tiff:
        start, size = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
        assert tiff.tag_v2[262] == 1  # a 1 is a black run
    data = buffer.getvalue()[start : start + size]
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    parameters = f"/DP << /K -1 /Columns 64 /Rows 64 /BlackIs1 {black} >>"
    head = f"q 60 0 0 60 60 60 cm BI /W 64 /H 64 /CS /G /BPC 1 /F /CCF {parameters} ID "
    add(pdf, head + data.decode("latin-1") + "\nEI Q")
    assert measured(saved(pdf), press).pages[1].total == pytest.approx(total, abs=1.0)


@pytest.mark.parametrize("change", ["none", "deflated", "predicted"])
def test_strips_are_the_same_as_the_whole(change: str, press: PressProfile) -> None:
    """A picture of many rows, averaged as it is read."""
    width, height = 40, 3_000
    ramp = Image.linear_gradient("L").resize((width, height))
    data = Image.merge("CMYK", (ramp, ramp.rotate(180), ramp, ramp)).tobytes()
    pdf = good_pdf()
    thing: Any = picture(pdf)
    thing["/Width"], thing["/Height"] = width, height
    if change == "none":
        thing.write(data)
    elif change == "deflated":
        thing.write(zlib.compress(data), filter=Name.FlateDecode)
    else:
        lines = (b"\0" + data[at : at + 4 * width] for at in range(0, len(data), 4 * width))
        parameters = Dictionary(Predictor=15, Colors=4, Columns=width)
        packed = zlib.compress(b"".join(lines))
        thing.write(packed, filter=Name.FlateDecode, decode_parms=parameters)
    inks = planes({k[1:]: v for k, v in thing.items()}, thing, CMYK, (90.0, 1000.0), convert(press))
    expected = ramp.resize((width, 381), Image.Resampling.BOX)
    difference = ImageChops.difference(inks["K"], expected)
    assert inks["K"].size == expected.size
    assert difference.getextrema()[1] <= 1


def test_plates_do_not_hold_the_pictures(
    press: PressProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pictures far finer than plates are left behind, also those of forms within forms."""
    pdf = good_pdf()
    made = pdf.make_indirect(picture(pdf, 1200))
    made.write(random.Random(1).randbytes(4 * 1200 * 1200))  # nothing that could be deflated
    show = "q 36 0 0 36 60 60 cm /Im9 Do Q"
    inner = form(pdf, show, Resources=Dictionary(XObject=Dictionary(Im9=made)))
    outer = form(pdf, "/In Do", Resources=Dictionary(XObject=Dictionary(In=inner)))
    add(pdf, f"{show} /Out Do", XObject={"Im9": made, "Out": outer})
    sizes = []

    def noted(
        writer: PlateWriter, save: Callable[[PlateWriter], io.BytesIO] = PlateWriter.save
    ) -> io.BytesIO:
        data = save(writer)
        sizes.append(len(data.getvalue()))
        return data

    monkeypatch.setattr(PlateWriter, "save", noted)
    assert judge(saved(pdf), press).groups == ()
    assert 0 < max(sizes) < 1_000_000 < 4 * 1200 * 1200
