"""JPEG and JPEG 2000 pictures are judged by their data, whatever their dictionary says."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Name
from PIL import Image

from koubei_pdf.checks.judging import judge
from koubei_pdf.checks.summary import summary
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf.content.encoded import jpeg, jpeg_2000

from .defects.making import add
from .defects.pictures import SIZE, show, stored
from .good_pdf import good_pdf, saved
from .measured_ink import measured


def alone(thing: Any, pdf: pikepdf.Pdf) -> bytes:
    """The file with the picture as all that its second page shows."""
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    show(pdf, thing)
    return saved(pdf)


def spaces(data: bytes, press: PressProfile) -> list[str]:
    """The colour spaces of the second page, as the summary names them."""
    page = summary(judge(data, press, ink=False), "a.pdf", "en")["pages"][1]
    return [colour["space"] for colour in page["colours"]]


@pytest.mark.parametrize("kind", ["JPEG", "JPEG2000"])
@pytest.mark.parametrize(("mode", "space"), [("L", "DeviceGray"), ("CMYK", "DeviceCMYK")])
def test_good_pictures(kind: str, mode: str, space: str, press: PressProfile) -> None:
    pdf = good_pdf()
    data = alone(stored(pdf, mode, kind), pdf)
    assert [group.message("en") for group in judge(data, press).groups] == []
    assert spaces(data, press) == [space]


@pytest.mark.parametrize("mode", ["L", "CMYK"])
@pytest.mark.parametrize("bare", [False, True])
def test_the_ink_of_jpeg_2000_is_that_of_its_samples(
    mode: str, bare: bool, press: PressProfile
) -> None:
    """As it is without a filter, within what the compression changes."""
    pdf = good_pdf()
    plain = stored(pdf, mode, "JPEG2000")
    with Image.open(io.BytesIO(plain.read_raw_bytes())) as image:
        plain.write(image.tobytes())
    plain["/ColorSpace"] = Name.DeviceGray if mode == "L" else Name.DeviceCMYK
    wanted = measured(alone(plain, pdf), press).pages[1].total
    other = good_pdf()
    packed = alone(stored(other, mode, "JPEG2000", no_jp2=bare), other)
    assert measured(packed, press).pages[1].total == pytest.approx(wanted, abs=2)
    assert wanted > 90


@pytest.mark.parametrize("kind", ["JPEG", "JPEG2000"])
def test_rgb_that_is_said_to_be_cmyk_is_rgb(kind: str, press: PressProfile) -> None:
    pdf = good_pdf()
    made = stored(pdf, "RGB", kind)
    made["/ColorSpace"] = Name.DeviceCMYK
    data = alone(made, pdf)
    judged = judge(data, press)
    assert {group.rule.code for group in judged.groups} == {"X091", "X152"}
    assert spaces(data, press) == ["DeviceRGB"]
    assert judged.ink is not None
    assert judged.ink.pages[1].total > 100  # as RGB, it is counted


def test_inline_jpeg_is_read_as_well(press: PressProfile) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), (200, 30, 30)).save(buffer, "JPEG")
    pdf = good_pdf()
    head = "q 2 0 0 2 60 60 cm BI /W 8 /H 9 /CS /CMYK /BPC 8 /F [/DCT] ID "
    add(pdf, head + buffer.getvalue().decode("latin-1") + "\nEI Q")
    codes = {group.rule.code for group in judge(saved(pdf), press).groups}
    assert codes == {"X091", "X151", "X152"}


def test_resolution_is_that_of_the_data(press: PressProfile) -> None:
    """150 pixels on half an inch, said to be 1500; on two inches they are too few."""
    pdf = good_pdf()
    made = stored(pdf, "CMYK")
    made["/Width"] = made["/Height"] = 10 * SIZE
    add(pdf, "q 144 0 0 144 60 100 cm /Im9 Do Q", XObject={"Im9": made})
    judged = judge(saved(pdf), press)
    told = {group.rule.code: group.message("en") for group in judged.groups}
    assert told.keys() == {"X131", "X151"}
    assert told["X131"].startswith("a picture has 75 ppi")
    pictures = summary(judged, "a.pdf", "en")["pages"][1]["pictures"]
    assert [picture["ppi"] for picture in pictures] == [300, 75]


def test_damage_is_told_on_each_page_and_once(press: PressProfile) -> None:
    pdf = good_pdf()
    made = pdf.make_indirect(stored(pdf, "CMYK", cut=600))
    for page in (1, 2):
        add(pdf, "q 36 0 0 36 60 60 cm /Im9 Do Q", page=page, XObject={"Im9": made})
    for ink in (True, False):
        groups = judge(saved(pdf), press, ink=ink).groups
        assert [(group.rule.code, group.pages) for group in groups] == [("X150", (2, 3))]


def test_a_profile_within_jpeg_2000(press: PressProfile) -> None:
    """An ICC profile in the place of an enumerated space: left to the shop to convert."""
    pdf = good_pdf()
    made = stored(pdf, "RGB", "JPEG2000")
    data = made.read_raw_bytes()
    at = data.index(b"colr") - 4
    box = b"colr\x02\0\0" + bytes(16) + b"RGB " + bytes(108)
    rest = data[at + 15 :]
    head = data.index(b"jp2h") - 4
    longer = int.from_bytes(data[head : head + 4], "big") + len(box) + 4 - 15
    changed = data[:head] + longer.to_bytes(4, "big") + data[head + 4 : at]
    changed += (len(box) + 4).to_bytes(4, "big") + box + rest
    made.write(changed, filter=Name.JPXDecode)
    judged = judge(alone(made, pdf), press, ink=False)
    assert [group.rule.code for group in judged.groups] == ["X098"]


@pytest.mark.parametrize("kind", ["JPEG", "JPEG2000"])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_cut_is_seen(kind: str, mode: str) -> None:
    pdf = pikepdf.new()
    data = stored(pdf, mode, kind).read_raw_bytes()
    read = jpeg if kind == "JPEG" else jpeg_2000
    whole = read(data)
    assert (whole.width, whole.height, whole.is_whole) == (SIZE, SIZE, True)
    for length in range(0, len(data) - 1, 7):
        assert not read(data[:length]).is_whole


def test_an_array_of_one_filter(press: PressProfile) -> None:
    pdf = good_pdf()
    made = stored(pdf, "CMYK", cut=600)
    made["/Filter"] = Array([Name.DCTDecode])
    judged = judge(alone(made, pdf), press, ink=False)
    assert [group.rule.code for group in judged.groups] == ["X150"]
