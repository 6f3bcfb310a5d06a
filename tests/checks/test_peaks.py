"""What is known of a picture's ink before a page is rendered: never less than is measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from koubei_pdf.checks.ink.bounds import could_exceed
from koubei_pdf.checks.ink.peaks import KnownPeaks
from koubei_pdf.checks.judging import judge
from koubei_pdf.imaging import Cache
from koubei_pdf.imaging.encode import encode
from koubei_pdf.imaging.peaks import GRID, keep_peaks, peaks_of
from koubei_pdf.model.press import PressProfile

from .defects import add, text
from .good_pdf import good_pdf, picture, saved

#: 36 × 36 pt at 600 ppi.
SIZE = 300
HALF = SIZE // 2

Box = tuple[int, int, int, int]


def light_and_dark(dark: tuple[int, ...] = (220, 200, 190, 0)) -> Image.Image:
    """Grainy: 50 % in the left half, more in the right."""
    grain = Image.effect_noise((SIZE, SIZE), 20)
    bands = []
    for ink in dark:
        flat = Image.new("L", (SIZE, SIZE), 32)
        flat.paste(ink, (HALF, 0, SIZE, SIZE))
        bands.append(Image.blend(flat, grain, 0.05))
    return Image.merge("CMYK", bands)


def with_picture(image: Image.Image, cache: Cache, more: str, matrix: str) -> pikepdf.Pdf:
    """A file whose second page shows a picture as ours are, of which the peaks are kept."""
    made, data = encode(image, 92, 0)
    keep_peaks(cache, data, peaks_of(image, 72 * SIZE / 36))
    pdf = good_pdf()
    thing: Any = picture(pdf)
    thing.write(data, filter=Name(f"/{made.filter}Decode"))
    thing["/Width"], thing["/Height"] = image.size
    if made.filter == "DCT":
        thing["/Decode"] = [1, 0] * 4
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    add(pdf, f"q {matrix} cm /Im9 Do Q {more}", XObject={"Im9": thing})
    return pdf


def black(x: float) -> str:
    """A black square that overprints, from x on."""
    return f"/Over gs 0 0 0 1 k {x} 70 9 9 re f"


@pytest.mark.parametrize(
    ("matrix", "more"),
    [
        ("36 0 0 36 60 60", ""),
        ("36 0 0 36 60 60", black(64)),
        ("36 0 0 36 60 60", black(84)),
        ("0 36 -36 0 96 60", black(84)),
        ("-36 0 0 36 96 60", black(64)),
        ("36 0 0 36 60 60", text("印", 12, 82, 70)),
        ("72 0 0 72 60 60", black(64)),
        ("36 0 0 36 60 60", "/Over gs /Spot cs 1 scn 84 70 9 9 re f"),
    ],
)
def test_what_is_not_measured_is_within_the_limit(
    matrix: str, more: str, press: PressProfile, tmp_path: Path
) -> None:
    cache = Cache(tmp_path)
    judged = judge(saved(with_picture(light_and_dark(), cache, more, matrix)), press)
    assert judged.document is not None
    assert judged.ink is not None
    page, total = judged.document.pages[1], judged.ink.pages[1].total
    known = KnownPeaks(cache)
    for limit in range(100, 420, 5):
        assert could_exceed(page, limit, known) or total <= limit + 1
    is_coarser = matrix.startswith("72")  # than what its peaks were found for
    assert could_exceed(page, 420, known) is is_coarser


def test_black_text_counts_where_it_stands(press: PressProfile, tmp_path: Path) -> None:
    """On the light half it adds nothing to what the dark half has."""
    cache = Cache(tmp_path)
    for x, expected in ((64, False), (84, True)):
        data = saved(with_picture(light_and_dark(), cache, black(x), "36 0 0 36 60 60"))
        document = judge(data, press, ink=False).document
        assert document is not None
        assert could_exceed(document.pages[1], 270, KnownPeaks(cache)) is expected


@pytest.mark.parametrize("change", ["data", "decode", "space", "cache"])
def test_of_other_pictures_nothing_is_known(
    change: str, press: PressProfile, tmp_path: Path
) -> None:
    cache = Cache(tmp_path)
    pdf = with_picture(light_and_dark(), cache, "", "36 0 0 36 60 60")
    thing = pdf.pages[1].obj.Resources.XObject.Im9
    if change == "data":
        thing.write(thing.read_raw_bytes() + b"\0", filter=thing.Filter)
    elif change == "decode":
        thing["/Decode"] = [0, 1] * 4
    elif change == "space":
        thing["/ColorSpace"] = pikepdf.Array([Name.Indexed, Name.DeviceCMYK, 0, b"\0\0\0\0"])
    else:
        cache = Cache(tmp_path / "other")
    document = judge(saved(pdf), press, ink=False).document
    assert document is not None
    assert could_exceed(document.pages[1], 399, KnownPeaks(cache))


@pytest.mark.parametrize("size", [(1, 1), (7, 3), (31, 33), (400, 90)])
def test_peaks_are_the_greatest_sums(size: tuple[int, int]) -> None:
    image = Image.merge("CMYK", [Image.effect_noise(size, 90) for _ in range(4)])
    peaks = peaks_of(image, 100)
    pixels = list(zip(*(band.tobytes() for band in image.split()), strict=True))
    assert max(peaks.total) == max(map(sum, pixels))
    assert max(peaks.colours) == max(sum(inks[:3]) for inks in pixels)
    assert len(peaks.total) == len(peaks.colours) == GRID * GRID
    width, height = size
    for at, inks in enumerate(pixels):
        x, y = at % width, at // width
        found = peaks.most(x / width, y / height, (x + 1) / width, (y + 1) / height)
        assert found[0] >= sum(inks) / 2.55
        assert found[1] >= sum(inks[:3]) / 2.55
