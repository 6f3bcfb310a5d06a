"""Raster files → Raster: which samples come out."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from koubei_pdf.imaging import NO_CACHE, Order
from koubei_pdf.imaging.prepare import prepare
from koubei_pdf.model.style import Cmyk
from koubei_pdf.source.raster import read_raster

from ..imaging.samples import samples
from .rasters import (
    FOLDER,
    OTHER_PROFILE,
    PRESS_PROFILE,
    PROFILES,
    RED,
    TARGET,
    inks,
    plain,
    read,
    saved,
)


@pytest.mark.parametrize("suffix", ["png", "tiff", "bmp", "gif", "webp"])
def test_rgb_becomes_press_inks(tmp_path: Path, suffix: str) -> None:
    options = {"lossless": True} if suffix == "webp" else {}
    found = saved(tmp_path / f"a.{suffix}", plain("RGB", RED), **options)
    assert (found.width, found.height, found.mode) == (20, 16, "CMYK")
    assert found.data == inks(RED) * 320


def test_conversion_is_relative_colorimetric_with_black_point() -> None:
    assert PROFILES.ink((255, 255, 255)) == Cmyk(0, 0, 0, 0)
    black = PROFILES.ink((0, 0, 0))
    assert 280 < black.c + black.m + black.y + black.k <= 300
    dark = PROFILES.ink((12, 12, 12))  # without compensation this would be as black as black
    assert dark.k < black.k


def test_cmyk_jpeg_of_adobe_keeps_its_inks(tmp_path: Path) -> None:
    found = saved(tmp_path / "a.jpg", plain("CMYK", (255, 0, 128, 0)), quality=100)
    assert found.mode == "CMYK"
    assert list(found.data[:4]) == pytest.approx([255, 0, 128, 0], abs=2)


@pytest.mark.parametrize("profile", [None, PRESS_PROFILE])
def test_cmyk_without_a_profile_or_with_ours_stays(tmp_path: Path, profile: bytes | None) -> None:
    image = plain("CMYK", (10, 20, 30, 40))
    found = saved(tmp_path / "a.tif", image, icc_profile=profile)
    assert found.data[:4] == bytes([10, 20, 30, 40])


def test_cmyk_of_another_press_is_converted(tmp_path: Path) -> None:
    image = plain("CMYK", (0, 0, 0, 255))
    found = saved(tmp_path / "a.tif", image, icc_profile=OTHER_PROFILE)
    assert found.mode == "CMYK"
    assert min(found.data[:3]) > 0  # one black becomes another, made of four inks


def test_embedded_rgb_profile_counts(tmp_path: Path) -> None:
    srgb = (FOLDER / "sRGB.icc").read_bytes()
    assert saved(tmp_path / "a.png", plain("RGB", RED), icc_profile=srgb).data[:4] == inks(RED)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    found = saved(tmp_path / "b.jpg", plain("RGB", RED), icc_profile=lab, quality=100)
    assert list(found.data[:4]) == pytest.approx(list(inks(RED)), abs=6)


@pytest.mark.parametrize(
    ("mode", "colour", "grey"),
    [("L", 77, 77), ("1", 1, 255), ("LA", (0, 128), 127), ("I;16", 0x8001, 0x80)],
)
def test_grey_stays_grey(tmp_path: Path, mode: str, colour: Any, grey: int) -> None:
    found = saved(tmp_path / "a.png", plain(mode, colour))
    assert (found.mode, found.data) == ("L", bytes([grey]) * 320)


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file (5.3)."""
    return struct.pack(">I", len(data)) + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def deep_png(colour_type: int, pixel: bytes, *more: bytes) -> bytes:
    """A PNG of 20 × 16 equal pixels of 16 bit, with further chunks."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 20, 16, 16, colour_type, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress((b"\0" + pixel * 20) * 16))
    return b"\x89PNG\r\n\x1a\n" + b"".join((header, *more, rows, chunk(b"IEND", b"")))


def test_16_bit_colour_png(tmp_path: Path) -> None:
    pixel = struct.pack(">3H", *(value * 257 for value in RED))
    (tmp_path / "a.png").write_bytes(deep_png(2, pixel))
    (tmp_path / "b.png").write_bytes(deep_png(6, pixel + b"\0\0"))
    for name, expected in (("a.png", inks(RED)), ("b.png", bytes(4))):
        found, codes = read(tmp_path / name)
        assert codes == []
        assert found is not None
        assert found.data == expected * 320


@pytest.mark.parametrize(
    ("photometric", "pixel", "expected"),
    [(2, [v * 257 for v in RED], None), (5, [65535, 0, 0x4040, 0], bytes((255, 0, 0x40, 0)))],
)
def test_16_bit_colour_tiff(
    tmp_path: Path, photometric: int, pixel: list[int], expected: bytes | None
) -> None:
    """RGB and CMYK, uncompressed, as TIFF 6.0 says (sections 2 and 16)."""
    count, data = len(pixel), struct.pack(f"<{len(pixel)}H", *pixel) * 320
    bits = 8 + 2 + 9 * 12 + 4
    fields = [
        *((256, 4, 1, 20), (257, 4, 1, 16), (258, 3, count, bits), (259, 3, 1, 1)),
        *((262, 3, 1, photometric), (273, 4, 1, bits + 2 * count), (277, 3, 1, count)),
        *((278, 4, 1, 16), (279, 4, 1, len(data))),
    ]
    directory = b"".join(struct.pack("<HHII", *field) for field in fields)
    head = b"II*\0" + struct.pack("<IH", 8, len(fields)) + directory + bytes(4)
    (tmp_path / "a.tif").write_bytes(head + struct.pack("<H", 16) * count + data)
    found, codes = read(tmp_path / "a.tif")
    assert codes == []
    assert found is not None
    assert found.data[:4] == (expected or inks(RED))


@pytest.mark.parametrize("kind", [b"iCCP", b"zTXt"])
def test_what_blows_up_beside_the_pixels_is_broken(tmp_path: Path, kind: bytes) -> None:
    """200 MB of nothing in 200 kB: not unpacked."""
    bomb = chunk(kind, b"x\0\0" + zlib.compress(bytes(200_000_000), 1))
    (tmp_path / "a.png").write_bytes(deep_png(2, bytes(6), bomb))
    assert read(tmp_path / "a.png") == (None, ["P003"])


def test_the_widest_picture_is_printed(tmp_path: Path) -> None:
    """40,000 px, brought down to what its place needs."""
    plain("RGB", RED, (40_000, 20)).save(tmp_path / "a.png")
    raster, found = read_raster(tmp_path / "a.png", "a.png", NO_CACHE)
    assert found == []
    assert raster is not None
    order = Order(raster, 400, 0.2)
    made = prepare([order], TARGET, PROFILES, NO_CACHE)[order]
    assert (made.width, made.height) == (400, 1)
    assert samples(made)[:4] == inks(RED)


@pytest.mark.parametrize("mode", ["I;16", "I;16B"])
def test_16_bit_grey_tiff(tmp_path: Path, mode: str) -> None:
    image = Image.frombytes(mode, (16, 16), bytes([0x40, 0x40]) * 256)
    assert saved(tmp_path / "a.tif", image).data == bytes([0x40]) * 256


def test_lab_is_converted(tmp_path: Path) -> None:
    found = saved(tmp_path / "a.tif", plain("LAB", (255, 128, 128)))
    assert max(found.data[:4]) <= 2


def test_transparent_parts_are_white_paper(tmp_path: Path) -> None:
    image = plain("RGBA", (*RED, 0))
    image.paste((*RED, 255), (0, 0, 10, 16))
    found = saved(tmp_path / "a.png", image)
    assert found.data[:4] == inks(RED)
    assert found.data[-4:] == bytes(4)


def test_palette_with_transparency(tmp_path: Path) -> None:
    image = plain("P", 0)
    image.putpalette([*RED, 0, 0, 255])
    image.paste(1, (0, 0, 10, 16))
    found = saved(tmp_path / "a.png", image, transparency=0)
    assert found.data[:4] == inks((0, 0, 255))
    assert found.data[-4:] == bytes(4)


def test_progressive_ycbcr_jpeg(tmp_path: Path) -> None:
    found = saved(tmp_path / "a.jpg", plain("RGB", RED), progressive=True, quality=95)
    assert list(found.data[:4]) == pytest.approx(list(inks(RED)), abs=8)


# --- orientation ------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif"])
@pytest.mark.parametrize(
    ("orientation", "size", "corner"),
    [
        *((1, (24, 16), 0), (2, (24, 16), 23), (3, (24, 16), -1), (4, (24, 16), -24)),
        *((5, (16, 24), 0), (6, (16, 24), 15), (7, (16, 24), -1), (8, (16, 24), -16)),
    ],
)
def test_exif_orientation_is_applied(
    tmp_path: Path, suffix: str, orientation: int, size: tuple[int, int], corner: int
) -> None:
    image = plain("L", 255, (24, 16))
    image.paste(0, (0, 0, 8, 8))
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = saved(tmp_path / f"a.{suffix}", image, exif=exif)
    assert (found.width, found.height) == size
    assert found.data[corner] < 10
