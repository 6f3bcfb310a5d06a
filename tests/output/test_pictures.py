"""Pictures: stored once, placed and clipped right, in the inks that were given."""

import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from koubei_pdf.imaging import NO_CACHE
from koubei_pdf.model.art import Clip, Drawing, Outline, Raster
from koubei_pdf.model.art import Path as DrawnPath
from koubei_pdf.model.book import Fill, PlacedPicture
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.press import PressProfile
from koubei_pdf.model.style import Cmyk
from koubei_pdf.output.document import Document
from koubei_pdf.output.drawings import operators
from koubei_pdf.output.inking import PressInking
from koubei_pdf.source.raster import read_raster

from .conftest import BOXES, SPAN, Write

Open = Callable[[bytes], pikepdf.Pdf]
View = Callable[[bytes], pypdfium2.PdfDocument]
Keep = Callable[..., Raster]

RED, GREEN = Cmyk(0, 100, 100, 0), Cmyk(100, 0, 100, 0)
WHOLE = Rect(100, 100, 300, 200)


def square(x: float, y: float, side: float) -> Outline:
    corners = (x, y, x + side, y, x + side, y + side, x, y + side)
    return Outline("mlllh", corners)


#: A green square at the top left of a 40 × 20 drawing, one in the section's ink at the right.
DRAWING = Drawing(
    40, 20, (DrawnPath(square(0, 0, 10), GREEN), DrawnPath(square(30, 10, 10), "section"))
)


@pytest.fixture(scope="module")
def raster(tmp_path_factory: pytest.TempPathFactory) -> Keep:
    """Keeps samples (0 = no ink, or black for L) as a file: raster(width, height, mode, data)."""

    def make(width: int, height: int, mode: str, data: bytes) -> Raster:
        path = tmp_path_factory.mktemp("pictures") / "a.tif"
        Image.frombytes(mode, (width, height), data).save(path)
        made, _ = read_raster(path, "a.tif", NO_CACHE)
        assert made is not None
        return made

    return make


def placed(art: Drawing | Raster, rect: Rect = WHOLE, **fields: object) -> PlacedPicture:
    values = {"key": "a", "clip": rect, "section_ink": RED, "span": SPAN, "alt": "", "role": "p"}
    return PlacedPicture(art=art, rect=rect, **(values | fields))


def photograph(ink: tuple[int, int, int, int], size: int = 120) -> tuple[int, int, str, bytes]:
    """Noise about one colour (0–255 an ink): smaller as JPEG."""
    chance = random.Random(1)
    samples = [min(255, max(0, v + chance.randint(-9, 9))) for _ in range(size**2) for v in ink]
    return size, size, "CMYK", bytes(samples)


def shades(size: int) -> bytes:
    """A slope with a little noise, of more than 64 greys."""
    chance = random.Random(1)
    return bytes(x * 200 // size + chance.randrange(8) for _ in range(size) for x in range(size))


def pixels(file: pypdfium2.PdfDocument, page: int = 0) -> Image.Image:
    """The trimmed page, one pixel a point."""
    picture = file[page].render(scale=1).to_pil().convert("RGB")
    left = round(BOXES.bleed)
    return picture.crop((left, left, picture.width - left, picture.height - left))


def is_red(colour: tuple[int, ...]) -> bool:
    return colour[0] > 180 and colour[1] < 80


def is_green(colour: tuple[int, ...]) -> bool:
    return colour[0] < 80 and colour[1] > 120


def test_a_drawing_is_scaled_and_upright(write: Write, viewed: View) -> None:
    page = pixels(viewed(write((placed(DRAWING),))))
    assert is_green(page.getpixel((110, 110)))
    assert is_red(page.getpixel((290, 190)))
    assert page.getpixel((110, 190)) == page.getpixel((290, 110)) == (255, 255, 255)


def test_a_raster_is_upright(write: Write, viewed: View, raster: Keep) -> None:
    paper, ink = bytes(4), bytes((0, 255, 255, 0))
    art = raster(2, 2, "CMYK", ink + paper + paper + paper)
    page = pixels(viewed(write((placed(art),))))
    assert is_red(page.getpixel((110, 110)))
    assert page.getpixel((290, 110)) == page.getpixel((110, 190)) == (255, 255, 255)


@pytest.mark.parametrize("is_drawn", [True, False])
def test_a_picture_across_the_gutter_is_stored_once(
    write: Write, opened: Open, viewed: View, raster: Keep, is_drawn: bool
) -> None:
    art = DRAWING if is_drawn else raster(*photograph((255, 0, 255, 0)))
    width = BOXES.width
    left = placed(art, Rect(width - 100, 100, width + 100, 200), clip=Rect(0, 0, width, 300))
    right = placed(art, left.rect.moved(-width), clip=Rect(0, 0, 500, 300))
    data = write((left,), (right,))
    names = [
        {str(x.objgen) for x in page.Resources.XObject.values()} for page in opened(data).pages
    ]
    assert names[0] == names[1]
    assert len(names[0]) == 1
    file = viewed(data)
    assert is_green(pixels(file).getpixel((int(width) - 90, 110)))
    ahead = pixels(file, 1)
    assert ahead.getpixel((110, 110)) == (255, 255, 255)
    assert ahead.getpixel((60, 190)) != ahead.getpixel((60, 130)) or not is_drawn


def test_clips_cut(write: Write, viewed: View, raster: Keep) -> None:
    art = raster(1, 1, "CMYK", bytes((0, 255, 255, 0)))
    page = pixels(viewed(write((placed(art, clip=Rect(100, 100, 200, 150)),))))
    assert is_red(page.getpixel((190, 140)))
    assert page.getpixel((210, 140)) == page.getpixel((190, 160)) == (255, 255, 255)


def test_section_ink_makes_one_form_an_ink(write: Write, opened: Open) -> None:
    plain = Drawing(40, 20, DRAWING.paths[:1])
    page = (
        placed(DRAWING),
        placed(DRAWING, section_ink=GREEN),
        placed(DRAWING),
        placed(plain, key="b"),
        placed(plain, key="b", section_ink=GREEN),
    )
    assert len(opened(write(page)).pages[0].Resources.XObject) == 3


@pytest.mark.parametrize(
    ("samples", "filter_"),
    [
        ((200, 100, "CMYK", bytes((9, 8, 7, 6)) * 20_000), "/FlateDecode"),
        ((200, 100, "L", bytes(range(200)) * 100), "/FlateDecode"),
        (photograph((100, 150, 200, 10)), "/DCTDecode"),
        ((240, 240, "L", shades(240)), "/DCTDecode"),
    ],
)
def test_the_smaller_encoding_is_taken(
    write: Write,
    opened: Open,
    raster: Keep,
    samples: tuple[int, int, str, bytes],
    filter_: str,
) -> None:
    (image,) = opened(write((placed(raster(*samples)),))).pages[0].Resources.XObject.values()
    assert image.Filter == filter_
    space = "/DeviceCMYK" if samples[2] == "CMYK" else "/DeviceGray"
    assert image.ColorSpace == space
    if filter_ == "/FlateDecode":
        assert image.read_bytes() == samples[3]


def test_photographs_keep_their_inks(write: Write, viewed: View, raster: Keep) -> None:
    """A JPEG photograph looks like a fill of its mean ink: the Decode array is right."""
    ink = (204, 26, 77, 13)
    fill = Fill(Rect(300, 100, 400, 200), Cmyk(*(v / 2.55 for v in ink)), SPAN, "x")
    page = pixels(viewed(write((placed(raster(*photograph(ink)), Rect(100, 100, 200, 200)), fill))))
    mean = page.crop((110, 110, 190, 190)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert mean == pytest.approx(page.getpixel((350, 150)), abs=4)


@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is not installed")
def test_plates_hold_the_inks(write: Write, tmp_path: Path, raster: Keep) -> None:
    """Ghostscript's CMYK raster: photograph, lossless picture, drawing and fill."""
    flat = raster(4, 4, "CMYK", bytes((51, 102, 153, 26)) * 16)
    grey = raster(4, 4, "L", bytes((204,)) * 16)
    items = (
        placed(raster(*photograph((51, 102, 153, 26))), Rect(100, 100, 200, 200)),
        placed(flat, Rect(200, 100, 300, 200), key="b"),
        placed(grey, Rect(300, 100, 400, 200), key="c"),
        placed(DRAWING, Rect(400, 100, 480, 140), key="d"),
        Fill(Rect(100, 200, 200, 300), Cmyk(20, 40, 60, 10.2), SPAN, "x"),
    )
    (tmp_path / "book.pdf").write_bytes(write(items))
    command = "gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=tiff32nc -r72 -sOutputFile=out.tif book.pdf"
    subprocess.run(command.split(), cwd=tmp_path, check=True)
    with Image.open(tmp_path / "out.tif") as page:
        offset = round(BOXES.bleed)
        boxes = [(110, 110), (210, 110), (310, 110), (402, 102), (110, 210)]
        inks = [
            page.crop((x + offset, y + offset, x + offset + 15, y + offset + 15))
            .resize((1, 1), Image.Resampling.BOX)
            .getpixel((0, 0))
            for x, y in boxes
        ]
    build = (51, 102, 153, 26)
    assert inks[0] == pytest.approx(build, abs=4)
    assert inks[1] == pytest.approx(build, abs=1)
    assert inks[2] == pytest.approx((0, 0, 0, 51), abs=1)
    assert inks[3] == (255, 0, 255, 0)
    assert inks[4] == pytest.approx(build, abs=1)


def test_state_and_clips_of_a_drawing(sheetfed: PressProfile) -> None:
    paths = (
        DrawnPath(square(0, 0, 1), GREEN),
        DrawnPath(square(1, 0, 1), GREEN, clip=1),
        DrawnPath(square(2, 0, 1), RED, stroke=RED, width=0.5, dash=(2, 1), even_odd=True, clip=1),
        DrawnPath(square(3, 0, 1), GREEN),
        DrawnPath(square(4, 0, 1), None),
        DrawnPath(square(5, 0, 1), None, stroke=RED, width=0.5, cap=1, join=1),
    )
    clips = (Clip((square(0, 0, 9), square(9, 0, 9))), Clip((square(0, 0, 5),), parent=0))
    drawing = Drawing(100, 100, paths, clips)
    lines = operators(drawing, RED, PressInking(Document((1, 6), {}), sheetfed), 1).splitlines()
    marks = [line for line in lines if line[-1] not in "mlh" or line == "h"]
    assert [line for line in marks if line != "h"] == [
        "4 M", "1 0 1 0 k", "f",
        "q", "W n", "W n", "f",
        "0 1 1 0 k", "0 1 1 0 K", "0.5 w", "0 J", "0 j", "[2 1] 0 d", "B*", "Q",
        "f",
        "0 1 1 0 K", "0.5 w", "1 J", "1 j", "[] 0 d", "S",
    ]  # fmt: skip
    assert marks.count("h") == 8


def test_an_empty_clip_hides(sheetfed: PressProfile) -> None:
    drawing = Drawing(10, 10, (DrawnPath(square(0, 0, 1), RED, clip=0),), (Clip(()),))
    assert "0 0 0 0 re W n" in operators(
        drawing, RED, PressInking(Document((1, 6), {}), sheetfed), 1
    )


def test_the_same_picture_gives_the_same_bytes(write: Write, raster: Keep) -> None:
    pages = [(placed(raster(*photograph((9, 99, 199, 9)))),) for _ in range(2)]
    assert write(pages[0]) == write(pages[1])


def test_alternate_text_stands_for_the_picture(write: Write, opened: Open) -> None:
    """In a span around the drawing operators (ISO 32000-1, 14.9.3); without text no span."""
    told = placed(DRAWING, alt="插画：桥 (夜)\n🌉", clip=Rect(100, 100, 110, 110))
    data = write((told, placed(DRAWING)))
    page = opened(data).pages[0]
    spans: list[str] = []
    found = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC":
            assert operands[0] == "/Span"
            spans.append(str(operands[1].Alt))
        elif str(operator) == "EMC":
            spans.pop()
        elif str(operator) == "Do":
            found.append(list(spans))
    assert found == [["插画：桥 (夜)\n🌉"], []]
    assert spans == []
