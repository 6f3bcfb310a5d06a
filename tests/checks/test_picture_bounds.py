"""Pictures that are huge, or say that they are: bounded time and memory."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from koubei_pdf.checks.judging import judge
from koubei_pdf.model.press import PressProfile

from .bounded import AS_IT_IS, GIGABYTE, PHOTOGRAPHS, codes, judged_apart, with_stream
from .defects import add
from .good_pdf import good_pdf, picture, saved


def test_a_gigabyte_of_picture(tmp_path: Path) -> None:
    pdf = good_pdf()
    made = with_stream(pdf, GIGABYTE, Type=Name.XObject, Subtype=Name.Image)
    for key, value in {"Width": 16384, "Height": 16384, "BitsPerComponent": 8}.items():
        made[f"/{key}"] = value
    made["/ColorSpace"] = Name.DeviceCMYK
    add(pdf, "q 60 0 0 60 60 60 cm /Im9 Do Q", XObject={"Im9": made})
    assert "X139" in judged_apart(saved(pdf, **AS_IT_IS), tmp_path)


def photograph(
    pdf: pikepdf.Pdf, seed: int, size: tuple[int, int] = (2600, 3100), *, progressive: bool = False
) -> Any:
    """A JPEG in four inks, of 8 megapixels unless told otherwise."""
    image = Image.linear_gradient("L").rotate(seed).resize(size).convert("RGB")
    buffer = io.BytesIO()
    image.convert("CMYK").save(buffer, "JPEG", progressive=progressive)
    made = picture(pdf)
    made.write(buffer.getvalue(), filter=Name.DCTDecode)
    made["/Width"], made["/Height"] = image.size
    return made


def test_a_photograph_on_each_page(tmp_path: Path) -> None:
    """Ink is measured on few pages at once, however large their pictures are."""
    pdf = good_pdf(pages=8)
    for page in range(8):
        content = "q 950 0 0 1130 -300 -300 cm /Im9 Do Q"
        add(pdf, content, page=page, XObject={"Im9": photograph(pdf, page)})
    found = judged_apart(saved(pdf, **AS_IT_IS), tmp_path, most=PHOTOGRAPHS)
    assert not found & {"X005", "X139"}


def test_a_progressive_photograph_is_held_whole(tmp_path: Path) -> None:
    """However small it is drawn: beyond the bound it is not measured, and that is told."""
    pdf = good_pdf()
    made = photograph(pdf, 0, (4800, 4600), progressive=True)
    add(pdf, "q 60 0 0 60 60 60 cm /Im9 Do Q", XObject={"Im9": made})
    assert "X139" in judged_apart(saved(pdf, **AS_IT_IS), tmp_path, most=PHOTOGRAPHS)


def test_a_photograph_that_says_it_is_a_bomb(press: PressProfile) -> None:
    """Of more pixels than the decoder bears by itself."""
    pdf = good_pdf()
    made = photograph(pdf, 0, (16, 16), progressive=True)
    data = bytearray(made.read_raw_bytes())
    at = data.index(b"\xff\xc2") + 5
    data[at : at + 4] = (12_000).to_bytes(2, "big") + (20_000).to_bytes(2, "big")
    made.write(bytes(data), filter=Name.DCTDecode)
    made["/Width"], made["/Height"] = 20_000, 12_000
    add(pdf, "q 60 0 0 60 60 60 cm /Im9 Do Q", XObject={"Im9": made})
    assert "X139" in codes(saved(pdf, **AS_IT_IS), press)


def rows(width: int, height: int) -> bytes:
    """Deflated rows of CMYK, all alike."""
    deflater = zlib.compressobj(1)
    row = bytes(x % 120 for x in range(4 * width))
    return b"".join(deflater.compress(row) for _ in range(height)) + deflater.flush()


@pytest.mark.parametrize(("width", "height"), [(10_000, 10_000), (400, 40_000)])
@pytest.mark.parametrize("sides", [(36, 36), (200, 300)])
def test_a_huge_picture_is_measured_row_by_row(
    width: int, height: int, sides: tuple[int, int], tmp_path: Path
) -> None:
    pdf = good_pdf()
    made = picture(pdf)
    made.write(rows(width, height), filter=Name.FlateDecode)
    made["/Width"], made["/Height"] = width, height
    add(pdf, f"q {sides[0]} 0 0 {sides[1]} 40 40 cm /Im9 Do Q", XObject={"Im9": made})
    found = judged_apart(saved(pdf, **AS_IT_IS), tmp_path, most=PHOTOGRAPHS)
    assert not found & {"X005", "X139", "X144"}


@pytest.mark.parametrize("filter_", [None, Name.FlateDecode])
def test_a_picture_of_one_byte_that_says_it_is_huge(filter_: Any, press: PressProfile) -> None:
    pdf = good_pdf()
    made = picture(pdf)
    made.write(b"x", filter=filter_)
    made["/Width"], made["/Height"] = 40_000, 40_000
    add(pdf, "q 60 0 0 60 60 60 cm /Im9 Do Q", XObject={"Im9": made})
    groups = {group.rule.code: group for group in judge(saved(pdf, **AS_IT_IS), press).groups}
    assert groups.keys() == {"X139", "X144", "X145"}
    assert "40000 × 40000 pixels" in groups["X139"].message("en")
    assert groups["X144"].message("en").endswith("but its 1 byte cannot hold them")
    assert groups["X145"].message("zh") == "图片有 40000 × 40000 像素，超过 300 百万"


def test_pictures_of_absurd_sizes(press: PressProfile) -> None:
    for width, height in ((1, 1), (40_000, 40_000), (-5, 3), (0, 0)):
        pdf = good_pdf()
        made = picture(pdf)
        made["/Width"], made["/Height"] = width, height
        add(pdf, "q 60 0 0 60 60 60 cm /Im9 Do Q", XObject={"Im9": made})
        judge(saved(pdf), press)
