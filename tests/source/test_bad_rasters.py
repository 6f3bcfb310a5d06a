"""Raster files → Raster: what is said of bad ones."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from koubei_pdf.imaging import ProfileError, Profiles
from koubei_pdf.imaging import decode as decoding

from .rasters import FOLDER, PRESS_PROFILE, RED, Printed, inks, plain, read, saved


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
