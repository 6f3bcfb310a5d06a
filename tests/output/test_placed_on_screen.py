"""Pages of other PDFs in the screen edition: in RGB, as they look in print."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.art import PdfPage, PdfPart
from koubei_pdf.model.book import Book, Page, PlacedPicture
from koubei_pdf.model.diagnostics import Diagnostic
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.press import PressProfile
from koubei_pdf.model.style import WHITE, Cmyk
from koubei_pdf.output import Job, write_pdf
from koubei_pdf.output.screen.repainting import Repainting
from koubei_pdf.pdf.content.spaces import CMYK, Spaces
from koubei_pdf.source.placed import read_page
from koubei_pdf.source.press import profiles

from ..press_inks import PRESS_SPACES, in_press_inks
from .adverts import SIDE, advert
from .conftest import BOXES, SPAN, Write

Open = Callable[[bytes], pikepdf.Pdf]

AREA = Rect(0, 0, SIDE, SIDE)


def placed(path: Path) -> PlacedPicture:
    art, faults = read_page(path, path.name, PdfPart())
    assert isinstance(art, PdfPage), faults
    return PlacedPicture("ad.pdf", art, AREA, AREA, WHITE, SPAN, "广告", "picture")


def seen(data: bytes) -> Image.Image:
    """The advert on the first page as pdfium shows it, without our bleed."""
    page = pypdfium2.PdfDocument(data)[0]
    image = page.render(scale=1).to_pil().convert("RGB")
    left = top = round((image.width - BOXES.width) / 2)
    return image.crop((left, top, left + round(SIDE), top + round(SIDE)))


def test_no_press_ink_stays(write: Write, opened: Open, tmp_path: Path) -> None:
    art = placed(advert(tmp_path / "ad.pdf"))
    assert set(in_press_inks(opened(write((art,))))) >= PRESS_SPACES
    assert list(in_press_inks(opened(write((art,), edition="screen")))) == []


def test_it_looks_as_in_print(write: Write, tmp_path: Path) -> None:
    """pdfium has an idea of its own of CMYK, which is a little off the profile's."""
    art = placed(advert(tmp_path / "ad.pdf"))
    press, screen = seen(write((art,))), seen(write((art,), edition="screen"))
    assert max(ImageStat.Stat(ImageChops.difference(press, screen)).mean) < 15
    assert ImageStat.Stat(press).stddev[0] > 30


@pytest.mark.parametrize(
    ("at", "ink"),
    [
        ((390, 395), Cmyk(30, 0, 60, 0)),
        ((50, 340), Cmyk(20, 25, 60, 25)),
        ((120, 340), Cmyk(8, 10, 24, 10)),
        ((190, 340), Cmyk(0, 45, 90, 20)),
        ((260, 340), Cmyk(0, 0, 0, 100)),
        ((330, 340), Cmyk(90, 10, 0, 0)),
        ((245, 255), Cmyk(100, 0, 0, 0)),
        ((315, 270), Cmyk(100, 0, 0, 0)),
        ((345, 270), Cmyk(0, 100, 0, 0)),
        ((40, 110), Cmyk(0, 100, 100, 0)),
        ((100, 110), Cmyk(14, 17.5, 42, 17.5)),
    ],
)
def test_each_colour_is_that_of_the_profile(
    write: Write, sheetfed: PressProfile, tmp_path: Path, at: tuple[int, int], ink: Cmyk
) -> None:
    """Fills, spots and their tints, DeviceN, indexed and inline pictures, forms."""
    screen = seen(write((placed(advert(tmp_path / "ad.pdf")),), edition="screen"))
    wanted = bytes.fromhex(profiles(sheetfed).seen(ink)[1:])
    assert screen.getpixel(at) == pytest.approx(tuple(wanted), abs=3)


@pytest.mark.parametrize(("left", "ink"), [(140, Cmyk(100, 0, 100, 0)), (210, Cmyk(0, 100, 0, 0))])
def test_patterns_are_of_the_profile_s_colours(
    write: Write, sheetfed: PressProfile, tmp_path: Path, left: int, ink: Cmyk
) -> None:
    """One with colours of its own, and one in the colour that is set with it."""
    screen = seen(write((placed(advert(tmp_path / "ad.pdf")),), edition="screen"))
    cells = screen.crop((left, 160, left + 60, 220)).getcolors(3600)
    colours = [colour for count, colour in cells if count > 300]
    wanted = bytes.fromhex(profiles(sheetfed).seen(ink)[1:])
    assert any(colour == pytest.approx(tuple(wanted), abs=3) for colour in colours)


def test_text_stays_text_and_shapes_stay_shapes(write: Write, opened: Open, tmp_path: Path) -> None:
    (form,) = (
        opened(write((placed(advert(tmp_path / "ad.pdf")),), edition="screen"))
        .pages[0]
        .Resources.XObject.values()
    )
    assert form.Resources.Font.T3.Subtype == "/Type3"
    assert form.Resources.Shading.Fade.ShadingType == 2
    assert form.Resources.Pattern.Tiles.PatternType == 1


def test_a_page_with_a_mesh_stays_and_is_told(
    shelf: FontShelf, sheetfed: PressProfile, opened: Open, tmp_path: Path
) -> None:
    """Once, where it is shown first; by the profile it looks as it does in print."""
    art = placed(advert(tmp_path / "ad.pdf", mesh=True))
    pages = tuple(Page(number, "", (art,)) for number in (1, 2))
    job = Job(replace(sheetfed, marks=None), profiles(sheetfed), "screen")
    told: list[Diagnostic] = []
    data = b"".join(write_pdf(Book(BOXES, pages, (), {}), shelf, job, tell=told.append))
    (fault,) = told
    assert (fault.rule.code, fault.facts["path"], fault.facts["page"]) == ("O010", "ad.pdf", "1")
    assert fault.span == SPAN
    (form,) = opened(data).pages[0].Resources.XObject.values()
    assert form.Resources.ColorSpace.DefaultCMYK[1].N == 4
    assert form.Resources.Shading.Fade.ShadingType == 4


def test_a_space_begins_with_a_colour_of_its_own() -> None:
    """What is set by the space alone, within q … Q and after it (8.6.3)."""
    spaces = Spaces()
    resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(Press=pikepdf.Name.DeviceCMYK))
    repainting = Repainting(
        lambda name: spaces.of(name, resources),
        lambda space, values: (1 - values[3], 0, float(space == CMYK)),
        lambda values, data: b"",
    )
    content = b"/Press cs q 0.5 g Q 0 0 0 0 sc 0 0 0 0.5 K 1 0 0 rg 0.2 0.3 0.4 sc"
    assert repainting.written(content).split() == (
        b"0 0 1 rg q 0.5 g Q 1 0 1 rg 0.5 0 1 RG 1 0 0 rg 0.2 0.3 0.4 sc".split()
    )


def test_masks_told_by_colour_keep_their_page(write: Write, opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "ad.pdf"
    with pikepdf.open(advert(path)) as file:
        file.pages[0].Resources.XObject.Photo.Mask = pikepdf.Array([0, 9] * 4)
        data = io.BytesIO()
        file.save(data)
    path.write_bytes(data.getvalue())
    (form,) = opened(write((placed(path),), edition="screen")).pages[0].Resources.XObject.values()
    assert "/DefaultCMYK" in form.Resources.ColorSpace
