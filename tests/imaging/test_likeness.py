"""CMYK pictures stay as they are where their profile does what the press's does."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from koubei_pdf import shipped
from koubei_pdf.imaging import Profiles
from koubei_pdf.imaging.likeness import do_the_same

FOLDER = shipped.folder("layouts") / "press"
PRESS = (FOLDER / "ISOcoated_v2_300_bas.icc").read_bytes()
SRGB = FOLDER / "sRGB.icc"

Tags = dict[bytes, bytes]


def tags_of(profile: bytes) -> Tags:
    count = int.from_bytes(profile[128:132], "big")
    tags = {}
    for at in range(132, 132 + 12 * count, 12):
        start, size = (int.from_bytes(profile[at + i : at + i + 4], "big") for i in (4, 8))
        tags[profile[at : at + 4]] = profile[start : start + size]
    return tags


def written(head: bytes, tags: Tags, align: int = 4) -> bytes:
    """A profile of a header and tags, each counted with its padding."""
    padded = {name: data + bytes(-len(data) % align) for name, data in tags.items()}
    start = 132 + 12 * len(padded)
    table, body = len(padded).to_bytes(4, "big"), b""
    for name, data in padded.items():
        table += name + (start + len(body)).to_bytes(4, "big") + len(data).to_bytes(4, "big")
        body += data
    size = 128 + len(table) + len(body)
    return size.to_bytes(4, "big") + head[4:128] + table + body


def written_anew(profile: bytes) -> bytes:
    """Other date, creator, ID, description and copyright, tags in another order, more padding."""
    head = bytearray(profile[:128])
    head[4:8], head[24:36], head[80:84], head[84:100] = b"xxxx", b"\7\xe7" * 6, b"yyyy", b"i" * 16
    tags = dict(reversed(tags_of(profile).items()))
    tags[b"desc"] = b"desc\0\0\0\0\0\0\0\6House\0" + bytes(78)
    tags[b"cprt"] = b"text\0\0\0\0Nobody\0"
    tags.pop(b"targ", None)
    return written(bytes(head), tags, 16)


def picture(mode: str) -> Image.Image:
    ramp = Image.linear_gradient("L")
    return Image.merge(mode, [ramp.rotate(90 * turn) for turn in range(len(mode))])


def test_a_profile_that_was_written_anew_is_the_press_s_own() -> None:
    own = Profiles(PRESS, SRGB)
    anew = written_anew(PRESS)
    assert anew != PRESS
    image = picture("CMYK")
    assert own.to_press(image, anew).tobytes() == image.tobytes()


def test_so_is_srgb_on_a_screen() -> None:
    image = picture("RGB")
    anew = written_anew(SRGB.read_bytes())
    assert Profiles(PRESS, SRGB).to_screen(image, anew).tobytes() == image.tobytes()


def changed(name: bytes) -> bytes:
    """The press's profile with one number of a table changed."""
    tags = tags_of(PRESS)
    data = bytearray(tags[name])
    data[len(data) // 2] ^= 0x40
    return written(PRESS, {**tags, name: bytes(data)})


def without(name: bytes) -> bytes:
    tags = tags_of(PRESS)
    del tags[name]
    return written(PRESS, tags)


def of_another_class() -> bytes:
    return PRESS[:12] + b"scnr" + PRESS[16:]


@pytest.mark.parametrize(
    "other",
    [
        lambda: changed(b"A2B1"),
        lambda: changed(b"B2A1"),
        lambda: without(b"B2A0"),
        of_another_class,
        lambda: (FOLDER / "FOGRA39L_coated.icc").read_bytes(),
    ],
)
def test_other_profiles_are_converted(other: Callable[[], bytes]) -> None:
    assert not do_the_same(other(), PRESS)


def test_inks_of_another_press_are_separated_anew() -> None:
    image = picture("CMYK")
    made = Profiles(PRESS, SRGB).to_press(image, changed(b"A2B1"))
    assert made.tobytes() != image.tobytes()


@pytest.mark.parametrize("data", [b"", b"acsp", bytes(200), PRESS[:131], b"\xff" * 300])
def test_no_profile_is_like_another(data: bytes) -> None:
    assert do_the_same(data, data)
    assert not do_the_same(data, PRESS)
    assert not do_the_same(data, data + b"\0")


def test_what_pillow_writes_anew_is_kept(tmp_path: Path) -> None:
    """A round trip through a picture file, whose profile is the one written."""
    path = tmp_path / "cmyk.tif"
    picture("CMYK").save(path, icc_profile=written_anew(PRESS))
    with Image.open(path) as opened:
        embedded = opened.info["icc_profile"]
    read = ImageCms.ImageCmsProfile(io.BytesIO(embedded))
    assert ImageCms.getProfileDescription(read).strip() == "House"
    assert do_the_same(embedded, PRESS)
