"""Defects of pictures whose data are not what their dictionary says."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Array, Name
from PIL import Image

from ..good_pdf import picture
from .making import add, defect

SIZE = 150


def ramp(mode: str) -> Image.Image:
    """A picture of light inks, or of their like in RGB or grey."""
    grey = Image.linear_gradient("L").resize((SIZE, SIZE))
    blank = Image.new("L", (SIZE, SIZE), 40)
    return {
        "L": grey,
        "RGB": Image.merge("RGB", (grey, blank, blank)),
        "CMYK": Image.merge("CMYK", (grey, blank, blank, blank)),
        "RGBA": Image.merge("RGBA", (grey, blank, blank, grey)),
    }[mode]


def stored(pdf: pikepdf.Pdf, mode: str, kind: str = "JPEG", cut: int = 0, **options: Any) -> Any:
    """A JPEG, or a JPEG 2000 picture without a colour space; cut: bytes that lack at its end."""
    buffer = io.BytesIO()
    ramp(mode).save(buffer, kind, **options)
    data = buffer.getvalue()
    made = picture(pdf)
    name = Name.DCTDecode if kind == "JPEG" else Name.JPXDecode
    made.write(data[: len(data) - cut], filter=name)
    if kind != "JPEG":
        del made["/ColorSpace"]
    elif mode == "CMYK":
        made["/Decode"] = Array([1, 0] * 4)
    else:
        made["/ColorSpace"] = {"RGB": Name.DeviceRGB, "L": Name.DeviceGray}[mode]
    return made


def show(pdf: pikepdf.Pdf, thing: Any) -> None:
    add(pdf, "q 36 0 0 36 60 60 cm /Im9 Do Q", XObject={"Im9": thing})


@defect("X150")
def no_jpeg(pdf: pikepdf.Pdf) -> None:
    made = picture(pdf)
    made.write(b"no jpeg", filter=Name.DCTDecode)
    show(pdf, made)


@defect("X150")
def jpeg_cut_short(pdf: pikepdf.Pdf) -> None:
    show(pdf, stored(pdf, "CMYK", cut=600))


@defect("X150")
def jpeg_cut_short_with_a_thumbnail(pdf: pikepdf.Pdf) -> None:
    """The end of the thumbnail is not that of the picture."""
    made = stored(pdf, "CMYK", cut=600)
    data = made.read_raw_bytes()
    segment = b"\xff\xe1\x00\x10thumbnail" + b"\xff\xd8\xff\xd9" + b"\0"
    made.write(data[:2] + segment + data[2:], filter=Name.DCTDecode)
    show(pdf, made)


@defect("X150")
def jpeg_2000_cut_short(pdf: pikepdf.Pdf) -> None:
    show(pdf, stored(pdf, "CMYK", "JPEG2000", cut=300))


@defect("X150")
def rows_missing(pdf: pikepdf.Pdf) -> None:
    """Deflated data that could hold the picture, and do not."""
    made = picture(pdf)
    made.write(made.read_bytes()[: 3 * SIZE * SIZE])
    show(pdf, made)


def gap(data: bytes, size: int) -> bytes:
    """A JPEG without some bytes in the middle of its samples."""
    start = data.index(b"\xff\xda")
    at = (start + len(data)) // 2
    return data[:at] + data[at + size :]


def garbled(pdf: pikepdf.Pdf, **options: Any) -> Any:
    buffer = io.BytesIO()
    Image.effect_noise((SIZE, SIZE), 20).point(lambda value: value // 3).save(
        buffer, "JPEG", **options
    )
    made = picture(pdf)
    made["/ColorSpace"] = Name.DeviceGray
    made.write(gap(buffer.getvalue(), 400), filter=Name.DCTDecode)
    return made


@defect("X160")
def jpeg_with_a_gap(pdf: pikepdf.Pdf) -> None:
    show(pdf, garbled(pdf))


@defect("X160")
def progressive_jpeg_with_a_gap(pdf: pikepdf.Pdf) -> None:
    show(pdf, garbled(pdf, progressive=True))


@defect("X160")
def jpeg_with_cut_restarts(pdf: pikepdf.Pdf) -> None:
    show(pdf, garbled(pdf, restart_marker_blocks=10))


@defect("X160")
def jpeg_with_a_marker_that_does_not_belong(pdf: pikepdf.Pdf) -> None:
    made = stored(pdf, "CMYK", restart_marker_blocks=10)
    data = made.read_raw_bytes()
    assert data.count(b"\xff\xd3") >= 1
    made.write(data.replace(b"\xff\xd3", b"\xff\xd6", 1), filter=Name.DCTDecode)
    show(pdf, made)


@defect("X151")
def jpeg_wider_than_it_is_said(pdf: pikepdf.Pdf) -> None:
    made = stored(pdf, "CMYK")
    made["/Width"] = SIZE // 2
    show(pdf, made)


@defect("X151")
def jpeg_lower_than_it_is_said(pdf: pikepdf.Pdf) -> None:
    made = stored(pdf, "CMYK")
    made["/Height"] = SIZE * 2
    show(pdf, made)


@defect("X151")
def jpeg_2000_of_another_size(pdf: pikepdf.Pdf) -> None:
    made = stored(pdf, "CMYK", "JPEG2000")
    made["/Width"] = SIZE * 2
    show(pdf, made)


@defect("X152")
def cmyk_jpeg_said_to_be_grey(pdf: pikepdf.Pdf) -> None:
    made = stored(pdf, "CMYK")
    made["/ColorSpace"] = Name.DeviceGray
    show(pdf, made)


@defect("X152")
def grey_jpeg_said_to_be_cmyk(pdf: pikepdf.Pdf) -> None:
    made = stored(pdf, "L")
    made["/ColorSpace"] = Name.DeviceCMYK
    show(pdf, made)


@defect("X152")
def grey_jpeg_2000_said_to_be_cmyk(pdf: pikepdf.Pdf) -> None:
    made = stored(pdf, "L", "JPEG2000")
    made["/ColorSpace"] = Name.DeviceCMYK
    show(pdf, made)


@defect("X091")
def rgb_jpeg_2000(pdf: pikepdf.Pdf) -> None:
    show(pdf, stored(pdf, "RGB", "JPEG2000"))


@defect("X091")
def rgb_jpeg_2000_with_alpha(pdf: pikepdf.Pdf) -> None:
    show(pdf, stored(pdf, "RGBA", "JPEG2000"))


@defect("X091")
def rgb_codestream(pdf: pikepdf.Pdf) -> None:
    show(pdf, stored(pdf, "RGB", "JPEG2000", no_jp2=True))


@defect("X091")
def rgb_jpeg_2000_of_many_boxes(pdf: pikepdf.Pdf) -> None:
    """Boxes that nobody knows, one of them of 64-bit length, stand before the colours."""
    made = stored(pdf, "RGB", "JPEG2000")
    data = made.read_raw_bytes()
    at = data.index(b"jp2h") - 4
    boxes = b"\0\0\0\x0cfree1234" + b"\0\0\0\x01uuid" + (24).to_bytes(8, "big") + bytes(8)
    made.write(data[:at] + boxes + data[at:], filter=Name.JPXDecode)
    show(pdf, made)
