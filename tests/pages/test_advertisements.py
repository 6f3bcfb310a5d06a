"""Advertisements: drawings, pictures and placed PDFs on the trim."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.book import PlacedPicture
from koubei_pdf.model.geometry import Rect, mm

from .press import Press, book_of, codes, finding, items

#: The trim of the press's page, 300 × 400 pt, and its bleed of 10 pt.
W, H, B = 300, 400, 10
FULL = "[bleed, bleed, bleed, bleed]"


def advertisement(press: Press, file: str, box: str = FULL, part: str = "") -> Build:
    press.layout(
        "ad", f"pages: 1\nmaster: none\nframes:\n  ad: {{kind: advertisement, box: {box}}}\n"
    )
    return press.plan(
        f"pages: 1, layout: ad, pictures: [{{file: {file}{part}}}]", "pages: 2, layout: blank"
    )


def write_pdf(path: Path, media: list[float], trim: list[float] | None, rotate: int = 0) -> None:
    """A page without anything on it, with these boxes."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(media[2] - media[0], media[3] - media[1]))
        page = pdf.pages[0]
        page.MediaBox = pikepdf.Array(media)
        if trim:
            page.TrimBox = pikepdf.Array(trim)
            page.BleedBox = pikepdf.Array(media)
        if rotate:
            page.Rotate = rotate
        pdf.save(path)


def ad_of(made: Build) -> PlacedPicture:
    assert made.book is not None
    (found,) = (i for i in items(made.book, 1, "ad") if isinstance(i, PlacedPicture))
    return found


def ad_codes(made: Build) -> list[str]:
    """What is said of sizes: a blank PDF is no PDF/X, which is told, too."""
    return [code for code in codes(made) if code.startswith("T")]


def test_a_picture_with_bleed_fills_the_page(press: Press) -> None:
    press.drawing("ad.svg", 320, 420)
    made = advertisement(press, "ad.svg")
    assert codes(made) == []
    assert ad_of(made).rect == Rect(-B, -B, W + B, H + B)


def test_a_picture_without_bleed_stands_on_the_trim_and_is_told(press: Press) -> None:
    press.drawing("ad.svg", 30, 40)
    made = advertisement(press, "ad.svg")
    assert finding(made, "T094").facts["lack"] == "3.5"
    assert ad_of(made).rect == Rect(0, 0, W, H)


def test_a_picture_of_another_proportion_is_an_error(press: Press) -> None:
    press.raster("ad.png", 640, 700)
    wrong = finding(advertisement(press, "ad.png"), "T093")
    assert wrong.facts["have"] == "640 × 700 px"
    assert wrong.facts["need"] == "105.8 × 141.1"


def test_an_advertisement_within_the_page_needs_no_bleed(press: Press) -> None:
    press.drawing("ad.svg", 240, 145)
    made = advertisement(press, "ad.svg", "[0, 10, 24, 20]")
    assert codes(made) == []
    assert ad_of(made).rect == Rect(20, 190, 260, 335)


def test_one_that_bleeds_on_two_sides_needs_bleed_there_alone(press: Press) -> None:
    """From row 10 to the foot and over the outer edge: 290 × 220 pt with bleed."""
    press.drawing("ad.svg", 290, 220)
    made = advertisement(press, "ad.svg", "[0, 10, bleed, bleed]")
    assert codes(made) == []
    assert ad_of(made).rect == Rect(20, 190, W + B, H + B)


def test_an_advertisement_may_lie_over_the_spine(press: Press) -> None:
    """Two pages and the bleed around both; each page has its half."""
    press.drawing("ad.svg", 2 * W + 2 * B, H + 2 * B)
    press.layout(
        "ad",
        "pages: 2\nmaster: none\nframes:\n"
        f"  ad: {{kind: advertisement, box: {FULL}, across: true}}\n",
    )
    slot = "pages: 2-3, layout: ad, pictures: [{file: ad.svg}]"
    book = book_of(press.plan("pages: 1, layout: blank", slot, "pages: 4, layout: blank"))
    halves = [i for page in (2, 3) for i in items(book, page, "ad")]
    assert [half.rect.x0 for half in halves if isinstance(half, PlacedPicture)] == [-B, -B - W]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_pdf_stands_with_its_trim_on_the_trim(press: Press, rotate: int) -> None:
    """Bleed of its own, more than ours, unlike on its sides, and turned: its trim counts."""
    size = (W, H) if rotate % 180 == 0 else (H, W)
    media = [100, 50, 100 + 12 + size[0] + 24, 50 + 36 + size[1] + 15]
    trim = [112, 86, 112 + size[0], 86 + size[1]]
    write_pdf(press.folder / "ad.pdf", media, trim, rotate)
    made = advertisement(press, "ad.pdf", part=", box: bleed")
    assert ad_codes(made) == []
    left, top = {0: (12, 15), 90: (36, 12), 180: (24, 36), 270: (15, 24)}[rotate]
    found = ad_of(made)
    assert (found.rect.x0, found.rect.y0) == pytest.approx((-left, -top))
    assert found.clip == Rect(-B, -B, W + B, H + B)


def test_a_pdf_shown_to_its_trim_has_no_bleed(press: Press) -> None:
    write_pdf(press.folder / "ad.pdf", [0, 0, W + 2 * B, H + 2 * B], [B, B, W + B, H + B])
    made = advertisement(press, "ad.pdf")
    assert ad_codes(made) == ["T094"]
    assert ad_of(made).rect == Rect(0, 0, W, H)


def test_too_little_bleed_is_told_in_millimetres(press: Press) -> None:
    write_pdf(press.folder / "ad.pdf", [0, 0, W + 8, H + 8], [4, 4, W + 4, H + 4])
    made = advertisement(press, "ad.pdf", part=", box: bleed")
    assert finding(made, "T094").facts["lack"] == "2.1"


def test_a_pdf_without_boxes_counts_as_a_whole(press: Press) -> None:
    write_pdf(press.folder / "ad.pdf", [0, 0, W + 2 * B, H + 2 * B], None)
    made = advertisement(press, "ad.pdf")
    assert ad_codes(made) == []
    assert ad_of(made).rect == Rect(-B, -B, W + B, H + B)


@pytest.mark.parametrize(("off", "expected"), [(0.4, []), (0.6, ["T093"])])
def test_half_a_millimetre_is_let_pass(press: Press, off: float, expected: list[str]) -> None:
    more = mm(off)
    trim = [B, B, W + B + more, H + B]
    write_pdf(press.folder / "ad.pdf", [0, 0, W + 2 * B + more, H + 2 * B], trim)
    assert ad_codes(advertisement(press, "ad.pdf", part=", box: bleed")) == expected


def test_a_missing_advertisement_is_reported(press: Press) -> None:
    press.layout(
        "ad", f"pages: 1\nmaster: none\nframes:\n  ad: {{kind: advertisement, box: {FULL}}}\n"
    )
    assert codes(press.plan("pages: 1, layout: ad", "pages: 2, layout: blank")) == ["T007"]
