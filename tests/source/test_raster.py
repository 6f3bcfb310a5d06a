"""Raster files → Raster: which samples come out, and what is said about bad files."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from koubei_pdf.model.content import Raster
from koubei_pdf.model.style import Cmyk
from koubei_pdf.source import raster
from koubei_pdf.source.raster import Press, ProfileError, read_raster

PROFILES = Path(__file__).parents[2] / "layouts" / "press"
PRESS = Press(PROFILES)
PRESS_PROFILE = (PROFILES / "ISOcoated_v2_300_bas.icc").read_bytes()
OTHER_PROFILE = (PROFILES / "FOGRA39L_coated.icc").read_bytes()
RED = (200, 30, 30)


def read(path: Path) -> tuple[Raster | None, list[str]]:
    found_raster, found = read_raster(path, path.name, PRESS)
    assert all(fault.span.line == 0 for fault in found)
    return found_raster, [fault.rule.code for fault in found]


def saved(path: Path, image: Image.Image, **options: Any) -> Raster:
    """What is read of an image that was saved at `path`, which must be without faults."""
    image.save(path, **options)
    found_raster, codes = read(path)
    assert codes == []
    assert found_raster is not None
    return found_raster


def inks(colour: tuple[int, int, int]) -> bytes:
    """The samples of one sRGB colour in press inks."""
    ink = PRESS.ink(colour)
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
    assert PRESS.ink((255, 255, 255)) == Cmyk(0, 0, 0, 0)
    black = PRESS.ink((0, 0, 0))
    assert 280 < black.c + black.m + black.y + black.k <= 300
    dark = PRESS.ink((12, 12, 12))  # without compensation this would be as black as black
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
    srgb = (PROFILES / "sRGB.icc").read_bytes()
    assert saved(tmp_path / "a.png", plain("RGB", RED), icc_profile=srgb).data[:4] == inks(RED)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    found = saved(tmp_path / "b.jpg", plain("RGB", RED), icc_profile=lab, quality=100)
    assert list(found.data[:4]) == pytest.approx(list(inks(RED)), abs=6)


@pytest.mark.parametrize(
    ("mode", "colour", "grey"),
    [("L", 77, 77), ("1", 1, 255), ("LA", (77, 255), 77), ("I;16", 0x8001, 0x80)],
)
def test_grey_stays_grey(tmp_path: Path, mode: str, colour: Any, grey: int) -> None:
    found = saved(tmp_path / "a.png", plain(mode, colour))
    assert (found.mode, found.data) == ("L", bytes([grey]) * 320)


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
    image.save(tmp_path / "a.png")
    found, codes = read(tmp_path / "a.png")
    assert codes == ["P010"]
    assert found is not None
    assert found.data[:4] == inks(RED)
    assert found.data[-4:] == bytes(4)


def test_an_opaque_alpha_channel_is_no_transparency(tmp_path: Path) -> None:
    assert saved(tmp_path / "a.png", plain("RGBA", (*RED, 255))).data[:4] == inks(RED)


def test_half_transparent_grey_is_half_as_dark(tmp_path: Path) -> None:
    plain("LA", (0, 128)).save(tmp_path / "a.png")
    found, codes = read(tmp_path / "a.png")
    assert found is not None
    assert (found.mode, found.data, codes) == ("L", bytes([127]) * 320, ["P010"])


def test_palette_with_transparency(tmp_path: Path) -> None:
    image = plain("P", 0)
    image.putpalette([*RED, 0, 0, 255])
    image.paste(1, (0, 0, 10, 16))
    image.save(tmp_path / "a.png", transparency=0)
    found, codes = read(tmp_path / "a.png")
    assert codes == ["P010"]
    assert found is not None
    assert found.data[:4] == inks((0, 0, 255))
    assert found.data[-4:] == bytes(4)


def test_progressive_ycbcr_jpeg(tmp_path: Path) -> None:
    found = saved(tmp_path / "a.jpg", plain("RGB", RED), progressive=True, quality=95)
    assert list(found.data[:4]) == pytest.approx(list(inks(RED)), abs=8)


# --- orientation ------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif"])
@pytest.mark.parametrize(
    ("orientation", "size", "corner"),
    [(1, (24, 16), 0), (3, (24, 16), -1), (6, (16, 24), 15), (8, (16, 24), -16)],
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
    monkeypatch.setattr(raster, "MAX_PIXELS", 1000)
    NOISE.save(tmp_path / "many.png")
    assert read(tmp_path / "many.png") == (None, ["P004"])


def repaired(data: bytearray) -> bytes:
    """A PNG with the checksum of its header made right."""
    import zlib

    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def test_pillow_keeps_its_own_bound(tmp_path: Path) -> None:
    before = Image.MAX_IMAGE_PIXELS
    saved(tmp_path / "a.png", plain("L", 0))
    assert before == Image.MAX_IMAGE_PIXELS


def test_tiny_picture_is_read_with_a_warning(tmp_path: Path) -> None:
    plain("L", 7, (1, 1)).save(tmp_path / "a.png")
    found, codes = read(tmp_path / "a.png")
    assert found == Raster(1, 1, "L", b"\x07")
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


@pytest.mark.parametrize("profile", [b"no profile", PRESS_PROFILE])
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
        Press(tmp_path).ink(RED)
    assert missing.value.path.name in ("ISOcoated_v2_300_bas.icc", "sRGB.icc")
    for name in ("ISOcoated_v2_300_bas.icc", "sRGB.icc"):
        (tmp_path / name).write_bytes(b"no profile")
    with pytest.raises(ProfileError):
        Press(tmp_path).ink(RED)


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
