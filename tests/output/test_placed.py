"""Pages of other PDFs: placed whole and upright, with their fonts, spots and overprinting."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name

from koubei_pdf.checks.judging import judge
from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.art import PdfPage, PdfPart
from koubei_pdf.model.book import Book, Fill, GlyphRun, Page, PlacedPicture
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.press import PressProfile
from koubei_pdf.model.style import BLACK, WHITE, Cmyk, Spot
from koubei_pdf.output import Job, write_pdf
from koubei_pdf.output.left_over import fonts_left
from koubei_pdf.source.placed import MAX_BYTES, read_page
from koubei_pdf.source.press import profiles

from .conftest import BOXES, KAI, SPAN, Write
from .test_press import PROCESS, plates

Open = Callable[[bytes], pikepdf.Pdf]
Glyphs = Callable[..., GlyphRun]

GOLD = Spot("PANTONE 871 C", 100, Cmyk(20, 25, 60, 25))
PALE, RED = Cmyk(30, 0, 60, 0), Cmyk(0, 100, 100, 0)


@pytest.fixture(scope="module")
def advert(write: Write, glyphs: Glyphs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages of an advertiser: a tint with black type on it, a spot, a red corner."""
    page = (
        Fill(Rect(0, 0, 400, 400), PALE, SPAN, "x"),
        Fill(Rect(0, 0, 60, 60), RED, SPAN, "x"),
        glyphs("广告", x=100, y=200, size=80, face=KAI),
        glyphs("金", x=100, y=350, size=80, face=KAI, ink=GOLD),
    )
    path = tmp_path_factory.mktemp("adverts") / "ad.pdf"
    path.write_bytes(write((), page))
    return path


def page_of(path: Path, page: int = 2, box: str = "trim") -> PdfPage:
    found, faults = read_page(path, path.name, PdfPart(page, box))
    assert faults == []
    assert found is not None
    return found


def placed(art: PdfPage, rect: Rect) -> PlacedPicture:
    return PlacedPicture("ad", art, rect, rect, WHITE, SPAN, "广告", "picture")


WHOLE = Rect(0, 0, BOXES.width, BOXES.height)


def test_a_page_is_as_large_as_its_box(advert: Path) -> None:
    assert page_of(advert).width == pytest.approx(BOXES.width, abs=0.01)
    bleed = page_of(advert, box="bleed")
    assert bleed.height == pytest.approx(BOXES.height + 2 * BOXES.bleed, abs=0.01)


def test_fonts_come_over_and_nothing_is_lost(write: Write, opened: Open, advert: Path) -> None:
    data = write((placed(page_of(advert), WHOLE),))
    page = opened(data).pages[0]
    (form,) = page.Resources.XObject.values()
    assert form.Subtype == "/Form"
    (font,) = form.Resources.Font.values()
    assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    assert str(next(iter(form.Resources.ColorSpace.values()))[1]) == "/PANTONE 871 C"
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert "广告" in text


def test_a_spot_has_one_definition_wherever_it_comes_from(
    write: Write, opened: Open, glyphs: Glyphs, advert: Path
) -> None:
    """Ours and the advertiser's are one plate: that which was painted first."""
    ours = Spot(GOLD.name, 100, Cmyk(0, 20, 80, 20))
    items = (glyphs("金", ink=ours), placed(page_of(advert), WHOLE))
    for order in (items, items[::-1]):
        page = opened(write(order)).pages[0]
        (space,) = page.Resources.ColorSpace.values()
        (form,) = page.Resources.XObject.values()
        assert [thing.objgen for thing in form.Resources.ColorSpace.values()] == [space.objgen]


def test_the_slug_names_plates_of_placed_pages(
    write: Write, sheetfed: PressProfile, advert: Path
) -> None:
    data = write((placed(page_of(advert), WHOLE),), press=sheetfed)
    slug = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded(0, 0, 700, 25)
    assert GOLD.name in slug


def test_it_looks_as_it_did(write: Write, advert: Path) -> None:
    from PIL import ImageChops

    looks = [
        pypdfium2.PdfDocument(data)[index].render(scale=1).to_pil().convert("L").reduce(3)
        for data, index in (
            (advert.read_bytes(), 1),
            (write((placed(page_of(advert, box="bleed"), BOXES.bleed_box),)), 0),
        )
    ]
    assert looks[0].getextrema()[0] < 90
    assert ImageChops.difference(*looks).getextrema()[1] < 25


def test_what_was_set_before_does_not_reach_into_it(
    write: Write, glyphs: Glyphs, advert: Path
) -> None:
    """Character spacing, ink and overprint of our own text are ours."""
    before = glyphs("前", x=400, y=700, spacing=9.0, ink=BLACK)
    art = placed(page_of(advert), WHOLE)

    def middle(data: bytes) -> bytes:
        page = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil()
        return page.crop((100, 100, 400, 380)).tobytes()

    assert middle(write((before, art))) == middle(write((art,)))


@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is not installed")
@pytest.mark.parametrize("outline_text", [False, True])
def test_overprint_and_spots_come_over(
    write: Write, advert: Path, tmp_path: Path, outline_text: bool
) -> None:
    """Text as paths prints in the same inks, and overprints as it did."""
    data = write((placed(page_of(advert), WHOLE),), outline_text=outline_text)
    assert (b"/FontFile2" in data) != outline_text
    cyan, *_, black, gold = plates(data, tmp_path, (*PROCESS, GOLD.name))
    left = top = round(BOXES.bleed)
    black_type = (left + 100, top + 140, left + 250, top + 210)
    assert black.crop(black_type).getextrema()[0] == 0
    assert len(cyan.crop(black_type).getcolors()) == 1
    assert gold.crop((left + 100, top + 290, left + 180, top + 360)).getextrema()[0] == 0


@pytest.mark.parametrize(
    ("rotate", "corner"), [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))]
)
def test_a_rotated_page_stands_as_a_viewer_shows_it(
    write: Write, advert: Path, tmp_path: Path, rotate: int, corner: tuple[int, int]
) -> None:
    """The red corner at the upper left goes round clockwise."""
    path = tmp_path / "turned.pdf"
    with pikepdf.open(advert) as file:
        file.pages[1].obj.Rotate = rotate
        file.save(path)
    art = page_of(path)
    assert (art.width < art.height) == (rotate % 180 == 0)
    rect = Rect(100, 100, 100 + art.width / 4, 100 + art.height / 4)
    page = pypdfium2.PdfDocument(write((placed(art, rect),)))[0].render(scale=1).to_pil()
    x = rect.x1 - 5 if corner[0] else rect.x0 + 5
    y = rect.y1 - 5 if corner[1] else rect.y0 + 5
    red, green, _ = page.convert("RGB").getpixel((round(x + BOXES.bleed), round(y + BOXES.bleed)))
    assert red > 180 > 80 > green


@pytest.mark.parametrize("rotate", [0, 90])
def test_user_units_count(write: Write, advert: Path, tmp_path: Path, rotate: int) -> None:
    """A page in half units stands as large as it is shown, and looks as the whole one at half."""
    path = tmp_path / "half.pdf"
    with pikepdf.open(advert) as file:
        file.pages[1].obj.Rotate = rotate
        file.save(path)
        whole = page_of(path, box="bleed")
        file.pages[1].obj.UserUnit = 0.5
        file.save(tmp_path / "units.pdf")
    art = page_of(tmp_path / "units.pdf", box="bleed")
    assert (art.width, art.height) == pytest.approx((whole.width / 2, whole.height / 2))
    assert art.beyond == pytest.approx((BOXES.bleed / 2,) * 4, abs=0.01)
    rect = Rect(50, 50, 50 + art.width, 50 + art.height)
    looks = [
        pypdfium2.PdfDocument(write((placed(page, rect),)))[0].render(scale=1).to_pil()
        for page in (whole, art)
    ]
    assert looks[0].tobytes() == looks[1].tobytes()
    assert looks[0].convert("L").getextrema()[0] < 90


def test_a_page_placed_twice_is_copied_once(write: Write, opened: Open, advert: Path) -> None:
    art = page_of(advert)
    file = opened(write((placed(art, WHOLE),), (placed(art, Rect(0, 0, 100, 140)),)))
    forms = [next(iter(page.Resources.XObject.values())).objgen for page in file.pages]
    assert forms[0] == forms[1]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"%PDF-1.4\nnothing", "P010"), (b"%PDF-1.4\n%%EOF", "P010")],
)
def test_broken_files_are_faults(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert [f.rule.code for f in read_page(path, "a.pdf", PdfPart())[1]] == [code]


def test_encrypted_files_and_missing_pages_are_faults(tmp_path: Path, advert: Path) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(advert) as file:
        for user in ("b", ""):
            file.save(path, encryption=pikepdf.Encryption(owner="a", user=user))
            (fault,) = read_page(path, "a.pdf", PdfPart())[1]
            assert fault.rule.code == "P010"
            assert "has a password" in fault.rule.message.text("en", fault.facts)
            assert "设了密码" in fault.rule.message.text("zh", fault.facts)
    assert [f.rule.code for f in read_page(advert, "a.pdf", PdfPart(3))[1]] == ["P011"]


def test_a_file_too_large_to_hold_is_told_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (fault,) = read_page(path, "a.pdf", PdfPart())[1]
    assert fault.rule.code == "P010"
    assert "larger than 200 MB" in fault.rule.message.text("en", fault.facts)


def test_odd_boxes_are_faults(tmp_path: Path) -> None:
    for box in ([0, 0, 0, 0], [0, 0, 1e9, 5], ["a", 0, 1, 1], [0, 0]):
        data = io.BytesIO()
        with pikepdf.new() as file:
            file.add_blank_page()
            file.pages[0].obj.TrimBox = pikepdf.Array(
                [pikepdf.Name("/a") if value == "a" else value for value in box]
            )
            file.save(data)
        path = tmp_path / "odd.pdf"
        path.write_bytes(data.getvalue())
        assert [f.rule.code for f in read_page(path, "a.pdf", PdfPart())[1]] == ["P010"]


@pytest.mark.parametrize("name", ["PANTONE 871 C", "金色", "A/B (x) #1"])
def test_spots_are_known_when_the_page_is_read(
    write: Write, glyphs: Glyphs, tmp_path: Path, name: str
) -> None:
    """Also those of a form within the page; process inks and marks' All are none."""
    gold = Spot(name, 100, GOLD.process)
    inner, outer = tmp_path / "inner.pdf", tmp_path / "outer.pdf"
    inner.write_bytes(write((glyphs("金", ink=gold),), ()))
    outer.write_bytes(write((placed(page_of(inner, 1), WHOLE),)))
    assert page_of(inner, 1).spots == page_of(outer, 1).spots == (name,)
    with pikepdf.open(inner) as file:
        (space,) = file.pages[0].Resources.ColorSpace.values()
        space[1] = pikepdf.Name.All
        file.save(outer)
    assert page_of(outer, 1).spots == ()


@pytest.mark.parametrize("edition", ["press", "proof", "screen"])
def test_a_page_that_blends_says_in_which_space(
    write: Write, opened: Open, advert: Path, sheetfed: PressProfile, tmp_path: Path, edition: str
) -> None:
    """A transparent page is legal in X-4, and so is ours that shows it; others have no group."""
    path = tmp_path / "transparent.pdf"
    with pikepdf.open(advert) as file:
        page = file.pages[1]
        page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
        page.Resources.ExtGState.Half = Dictionary(ca=0.5)
        page.contents_add(b"q /Half gs 0 1 0 0 k 200 200 90 90 re f Q")
        file.save(path)
    pages = (placed(page_of(path), WHOLE),), (), (placed(page_of(advert), WHOLE),), ()
    data = write(*pages, edition=edition)
    groups = [page.obj.get("/Group") for page in opened(data).pages]
    assert [group and str(group.CS) for group in groups] == {
        "press": ["/DeviceCMYK", None, None, None],
        "proof": ["/DeviceCMYK", None, None],
        "screen": ["/DeviceRGB", None, None, None],
    }[edition]
    if edition == "press":
        assert "X112" not in {group.rule.code for group in judge(data, sheetfed).groups}


def test_fonts_that_no_outlining_reaches_are_told(advert: Path) -> None:
    """Once for each page that is placed, where it stands first; a page without any is fine."""
    first, second = page_of(advert), page_of(advert, 1)
    items = (placed(first, WHOLE), placed(second, WHOLE))
    pages = tuple(Page(number, "", items) for number in (1, 2))
    (fault,) = fonts_left(Book(BOXES, pages, (), {}), {first: ("Kai", "Song"), second: ()})
    assert (fault.rule.code, fault.facts["path"], fault.facts["page"]) == ("O009", "ad", "2")
    assert fault.facts["fonts"] == "Kai, Song"
    assert not fault.is_error


def test_streams_of_placed_pages_are_read_when_they_are_written(
    advert: Path, shelf: FontShelf, sheetfed: PressProfile, tmp_path: Path
) -> None:
    """Large pictures of many placed pages are never in memory together."""
    path = tmp_path / "large.pdf"
    with pikepdf.open(advert) as file:
        picture = file.make_stream(bytes(range(256)) * 400, Type=Name.XObject, Subtype=Name.Image)
        picture["/Width"], picture["/Height"], picture["/BitsPerComponent"] = 320, 320, 8
        picture["/ColorSpace"] = Name.DeviceGray
        file.pages[1].Resources.XObject = Dictionary(Im=picture)
        file.pages[1].contents_add(b"q 90 0 0 90 0 0 cm /Im Do Q")
        file.save(path, compress_streams=False)
    book = Book(BOXES, (Page(1, "1", (placed(page_of(path), WHOLE),)),), (), {})
    job = Job(press=sheetfed, profiles=profiles(sheetfed))
    whole = b"".join(write_pdf(book, shelf, job))
    assert bytes(range(256)) * 400 in whole
    parts = write_pdf(book, shelf, job)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(OSError, match=r"large\.pdf"):
        b"".join(parts)
