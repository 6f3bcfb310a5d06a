"""Raster files → Raster: which samples come out, and what is said about bad files."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from koubei_pdf.imaging import NO_CACHE, Order, ProfileError, Profiles, Target
from koubei_pdf.imaging import decode as decoding
from koubei_pdf.imaging.prepare import prepare
from koubei_pdf.model.art import Raster
from koubei_pdf.model.style import Cmyk
from koubei_pdf.source.raster import read_raster

from ..imaging.samples import samples

FOLDER = Path(__file__).parents[2] / "layouts" / "press"
PRESS_PROFILE = (FOLDER / "ISOcoated_v2_300_bas.icc").read_bytes()
OTHER_PROFILE = (FOLDER / "FOGRA39L_coated.icc").read_bytes()
PROFILES = Profiles(PRESS_PROFILE, FOLDER / "sRGB.icc")
TARGET = Target(is_press=True, ppi=72, quality=95, subsampling=0)
RED = (200, 30, 30)


@dataclass(frozen=True)
class Printed:
    """A raster as it goes to the press: its samples besides what is known of it."""

    width: int
    height: int
    mode: str
    data: bytes


def read(path: Path) -> tuple[Printed | None, list[str]]:
    found_raster, found = read_raster(path, path.name, NO_CACHE)
    assert all(fault.span.line == 0 for fault in found)
    codes = [fault.rule.code for fault in found]
    return found_raster and printed(found_raster), codes


def printed(raster: Raster) -> Printed:
    """Converted at full size."""
    order = Order(raster, raster.width, raster.height)
    made = prepare([order], TARGET, PROFILES, NO_CACHE)[order]
    return Printed(made.width, made.height, made.mode, samples(made))


def saved(path: Path, image: Image.Image, **options: Any) -> Printed:
    """What is read of an image that was saved at `path`, which must be without faults."""
    image.save(path, **options)
    found_raster, codes = read(path)
    assert codes == []
    assert found_raster is not None
    return found_raster


def inks(colour: tuple[int, int, int]) -> bytes:
    """The samples of one sRGB colour in press inks."""
    ink = PROFILES.ink(colour)
    return bytes(round(value * 2.55) for value in (ink.c, ink.m, ink.y, ink.k))


def plain(mode: str, colour: Any, size: tuple[int, int] = (20, 16)) -> Image.Image:
    return Image.new(mode, size, colour)


# --- modes ------------------------------------------------------------------------------------


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


# --- bad files --------------------------------------------------------------------------------


def png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


NOISE = Image.effect_noise((64, 64), 90)


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "gif", "webp"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_truncated_files_are_broken(tmp_path: Path, suffix: str, part: float) -> None:
    path = tmp_path / f"a.{suffix}"
    NOISE.save(path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    assert read(path) == (None, ["P003"])


def test_damaged_png_is_broken(tmp_path: Path) -> None:
    data = bytearray(png(NOISE))
    data[len(data) // 2] ^= 1
    (tmp_path / "a.png").write_bytes(data)
    assert read(tmp_path / "a.png") == (None, ["P003"])


def test_size_is_bounded_before_decoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = bytearray(png(plain("L", 0)))
    header[16:24] = (40_001).to_bytes(4, "big") + (2).to_bytes(4, "big")
    (tmp_path / "wide.png").write_bytes(repaired(header))
    assert read(tmp_path / "wide.png") == (None, ["P004"])
    monkeypatch.setattr(decoding, "MAX_PIXELS", 1000)
    NOISE.save(tmp_path / "many.png")
    assert read(tmp_path / "many.png") == (None, ["P004"])


@pytest.mark.parametrize(
    ("mode", "name", "options", "most"),
    [
        ("RGB", "a.png", {}, 4),
        ("CMYK", "a.tif", {"compression": "tiff_adobe_deflate"}, 4),
        ("L", "a.png", {}, 1),
        ("1", "a.tif", {}, 2),
        ("RGBA", "a.png", {}, 9),
        ("I;16", "a.png", {}, 3),
        ("RGB", "a.jpg", {"progressive": True, "subsampling": 0}, 6),
        ("RGB", "a.jpg", {"progressive": True, "subsampling": 2}, 3),
    ],
)
def test_what_decoding_holds_is_bounded(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mode: str,
    name: str,
    options: dict[str, Any],
    most: int,
) -> None:
    """So many bytes for each of its pixels are enough, fewer are too few."""
    Image.new(mode, (100, 500)).save(tmp_path / name, **options)
    monkeypatch.setattr(decoding, "MAX_HELD", most * 50_000 - 1)
    assert read(tmp_path / name) == (None, ["P004"])
    monkeypatch.setattr(decoding, "MAX_HELD", (most + 4) * 50_000)
    assert read(tmp_path / name)[1] == []


def repaired(data: bytearray) -> bytes:
    """A PNG with the checksum of its header made right."""
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def test_pillow_keeps_its_own_bound(tmp_path: Path) -> None:
    before = Image.MAX_IMAGE_PIXELS
    saved(tmp_path / "a.png", plain("L", 0))
    assert before == Image.MAX_IMAGE_PIXELS


def test_tiny_picture_is_read_with_a_warning(tmp_path: Path) -> None:
    plain("L", 7, (1, 1)).save(tmp_path / "a.png")
    found, codes = read(tmp_path / "a.png")
    assert found == Printed(1, 1, "L", b"\x07")
    assert codes == ["P005"]


@pytest.mark.parametrize("suffix", ["tif", "gif", "webp"])
def test_first_of_several_frames_is_read_with_a_warning(tmp_path: Path, suffix: str) -> None:
    frames = [plain("RGB", colour) for colour in (RED, (0, 0, 255))]
    options: dict[str, Any] = {"lossless": True} if suffix == "webp" else {}
    path = tmp_path / f"a.{suffix}"
    frames[0].save(path, save_all=True, append_images=frames[1:], **options)
    found, codes = read(path)
    assert codes == ["P006"]
    assert found is not None
    assert found.data[:4] == inks(RED)


@pytest.mark.parametrize(("mode", "colour"), [("F", 0.5), ("I", 1 << 20)])
def test_samples_without_a_white_are_refused(tmp_path: Path, mode: str, colour: Any) -> None:
    plain(mode, colour).save(tmp_path / "a.tif")
    assert read(tmp_path / "a.tif") == (None, ["P007"])


def headed(place: int, value: bytes) -> bytes:
    """The sRGB profile with other bytes in its header (ICC.1, 7.2)."""
    srgb = (FOLDER / "sRGB.icc").read_bytes()
    return srgb[:place] + value + srgb[place + len(value) :]


@pytest.mark.parametrize(
    "profile",
    [
        b"no profile",
        PRESS_PROFILE,
        *(headed(12, kind) for kind in (b"link", b"abst", b"nmcl")),
        headed(8, b"\x05"),  # a version that is still to come
        headed(0, b"")[:400],
    ],
)
def test_profile_that_does_not_fit_is_left_out_with_a_warning(
    tmp_path: Path, profile: bytes
) -> None:
    plain("RGB", RED).save(tmp_path / "a.tif", icc_profile=profile)
    found, codes = read(tmp_path / "a.tif")
    assert codes == ["P008"]
    assert found is not None
    assert found.data[:4] == inks(RED)


def test_missing_or_broken_press_profiles_are_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as missing:
        Profiles(PRESS_PROFILE, tmp_path / "sRGB.icc").ink(RED)
    assert missing.value.name == "sRGB.icc"
    (tmp_path / "sRGB.icc").write_bytes(b"no profile")
    with pytest.raises(ProfileError):
        Profiles(PRESS_PROFILE, tmp_path / "sRGB.icc").ink(RED)
    for length in (200, 5000, 500_000):
        with pytest.raises(ProfileError):
            Profiles(PRESS_PROFILE[:length], FOLDER / "sRGB.icc").ink(RED)


@settings(deadline=None, max_examples=60)
@given(
    start=st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\0", b"GIF89a", b"BM"]),
    data=st.binary(max_size=200),
)
def test_any_bytes_raise_nothing(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(start + data)
    assert read(path)[1] != []


@settings(deadline=None, max_examples=60)
@given(
    suffix=st.sampled_from(["PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP"]),
    changes=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 255)), max_size=5),
)
def test_damaged_headers_raise_nothing(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, changes: list[tuple[int, int]]
) -> None:
    stream = io.BytesIO()
    plain("RGB", RED).save(stream, suffix)
    data = bytearray(stream.getvalue())
    for place, value in changes:
        data[place % len(data)] = value
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(data)
    read(path)
