"""The issue of docs/examples/components: each component in print, in the fonts that ship."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import segno
import zxingcpp
from PIL import Image

from koubei_pdf.build import Build, build
from koubei_pdf.checks.judging import judge_file
from koubei_pdf.model.art import PdfPage
from koubei_pdf.model.book import Fill, GlyphRun, PlacedPicture
from koubei_pdf.model.dump import dump
from koubei_pdf.model.geometry import Rect, mm

from ..script import script

DUMP = Path(__file__).parent / "components.txt"
PT_PER_INCH = 72
BLEED = mm(3)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("components") / "issue"
    return build(script("examples").components(folder))


@pytest.fixture(scope="module")
def data(made: Build) -> bytes:
    return bytes(script("examples").printed(made))


def items(made: Build, page: int, role: str) -> list[object]:
    assert made.book is not None
    return [i for i in made.book.pages[page - 1].items if getattr(i, "role", "") == role]


def placed(made: Build, page: int, role: str) -> PlacedPicture:
    (found,) = (i for i in items(made, page, role) if isinstance(i, PlacedPicture))
    return found


def raster(data: bytes, page: int, ppi: float, part: Rect | None = None) -> Image.Image:
    """A page in grey; `part` in points of the trim."""
    scale = ppi / PT_PER_INCH
    picture = pypdfium2.PdfDocument(data)[page - 1].render(scale=scale).to_pil().convert("L")
    if part is None:
        return picture
    box = (part.x0, part.y0, part.x1, part.y1)
    left, top, right, bottom = (round((edge + BLEED) * scale) for edge in box)
    return picture.crop((left, top, right, bottom))


def test_nothing_is_found_wrong(made: Build) -> None:
    assert made.diagnostics == ()


def test_snapshot(made: Build, update: bool) -> None:
    assert made.book is not None
    found = dump(made.book)
    expected = DUMP.read_text(encoding="utf-8") if DUMP.exists() else ""
    if update and found != expected:
        DUMP.write_text(found, encoding="utf-8")
        pytest.fail(f"rewritten: {DUMP.name}")
    assert found == expected


def test_the_press_can_print_it(made: Build, data: bytes, tmp_path: Path) -> None:
    assert made.issue is not None
    file = tmp_path / "components.pdf"
    file.write_bytes(data)
    judged = judge_file(file, made.issue.press)
    found = [group for group in judged.groups if group.rule.requirement == "press"]
    assert [group.message("en") for group in found if group.rule.severity.value == "error"] == []


@pytest.mark.parametrize(
    ("page", "text"),
    [(7, "https://example.com/jiangbian/luyin"), (8, "https://example.com/jiangbian")],
)
@pytest.mark.parametrize("ppi", [120, 300])
def test_another_program_reads_the_qr_code(data: bytes, page: int, text: str, ppi: int) -> None:
    assert [code.text for code in zxingcpp.read_barcodes(raster(data, page, ppi))] == [text]


def test_the_modules_are_those_of_the_standard_and_black_alone(made: Build, data: bytes) -> None:
    """Ten pixels a module: the middle of each is black or white as the matrix says."""
    code = placed(made, 7, "qr")
    matrix = segno.make_qr("https://example.com/jiangbian/luyin", error="M").matrix
    size = len(matrix)
    picture = raster(data, 7, PT_PER_INCH * 10 * size / code.rect.width, code.rect)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            grey = picture.getpixel((10 * x + 5, 10 * y + 5))
            assert isinstance(grey, int)
            assert (grey < 128) == bool(dark), (x, y)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        forms = [form for _, form in pdf.pages[6].Resources.XObject.items()]
        (content,) = (form.read_bytes().decode() for form in forms if form.Subtype == "/Form")
    assert "0 0 0 1 k" in content
    assert content.count(" k\n") == 1


def test_no_seam_shows_between_modules_that_touch(made: Build, data: bytes) -> None:
    """At 300 dpi, the darkest grey on both sides of an edge is also that of the edge."""
    code = placed(made, 7, "qr")
    matrix = segno.make_qr("https://example.com/jiangbian/luyin", error="M").matrix
    picture = raster(data, 7, 300, code.rect)
    step = picture.width / len(matrix)
    black, _ = picture.getextrema()
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            middle = round((y + 0.5) * step)
            if dark and x + 1 < len(row) and row[x + 1]:
                edge = round((x + 1) * step)
                across = picture.crop((edge - 2, middle, edge + 2, middle + 1))
                assert across.getextrema() == (black, black), (x, y)
            if dark and y + 1 < len(matrix) and matrix[y + 1][x]:
                edge, middle = round((y + 1) * step), round((x + 0.5) * step)
                down = picture.crop((middle, edge - 2, middle + 1, edge + 2))
                assert down.getextrema() == (black, black), (x, y)


def test_the_quiet_zone_is_four_modules_of_white(made: Build, data: bytes) -> None:
    code = placed(made, 7, "qr")
    (ground,) = (i for i in items(made, 7, "qr") if isinstance(i, Fill))
    module = code.rect.width / code.art.width
    assert module >= mm(0.4)
    assert code.rect.x0 - ground.rect.x0 == pytest.approx(4 * module)
    assert ground.rect.y1 - code.rect.y1 == pytest.approx(4 * module)
    zone = raster(data, 7, 300, ground.rect)
    inner = round(4 * zone.width / (code.art.width + 8)) - 1
    assert zone.crop((0, 0, zone.width, inner)).getextrema() == (255, 255)
    assert zone.crop((0, 0, inner, zone.height)).getextrema() == (255, 255)


def test_a_placed_advertisement_keeps_its_size_fonts_and_plates(made: Build, data: bytes) -> None:
    ad = placed(made, 9, "ad")
    assert isinstance(ad.art, PdfPage)
    assert ad.rect.width == pytest.approx(mm(216), abs=0.01)
    assert ad.rect.x0 == pytest.approx(-BLEED, abs=0.01)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = sorted(set(fonts_of(pdf.pages[8].obj)))
        plates = {str(found[1]) for found in objects(pdf.pages[8].obj) if is_plate(found)}
    assert any("LXGWWenKai" in name for name in names)
    assert plates == {"/PANTONE 871 C"}


def objects(node: pikepdf.Object, depth: int = 8) -> Iterator[pikepdf.Object]:
    """A page's resources and what they hold."""
    resources = node.get("/Resources")
    if resources is None or not depth:
        return
    for kind in ("/Font", "/ColorSpace", "/XObject"):
        for found in resources.get(kind, {}).values():
            yield found
            if isinstance(found, pikepdf.Stream):
                yield from objects(found, depth - 1)


def is_plate(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Array) and found[0] == "/Separation"


def fonts_of(page: pikepdf.Object) -> Iterator[str]:
    for found in objects(page):
        if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font":
            yield str(found.BaseFont)


def test_lines_of_a_sidebar_meet_the_grid_every_fifth(made: Build) -> None:
    """13.6 pt × 5 = 17 pt × 4: type of its own leading, in step with the text beside it."""
    assert made.issue is not None
    grid = made.issue.house.grid
    runs = [i for i in items(made, 2, "body") if isinstance(i, GlyphRun)]
    rows = sorted({round(r.y, 3) for r in runs if r.size == 8.5})
    offsets = {round((y - rows[0]) / 3.4, 2) % 1 for y in rows}
    assert offsets == {0.0}
    story = {round((r.y - grid.head - 8.8) / grid.row, 4) % 1 for r in runs if r.size == 10}
    assert story == {0.0}


def test_names_stand_in_columns(made: Build) -> None:
    """Names begin at multiples of four em of 8 pt, which the longest takes, and the gap; roles are
    all as wide."""
    runs = [i for i in items(made, 8, "staff") if isinstance(i, GlyphRun)]
    names = [r for r in runs if "Serif" in r.face]
    left = min(r.x for r in names)
    assert {round((r.x - left) / (4 * 8 + 10), 4) % 1 for r in names} == {0.0}
    roles = [r for r in runs if "Sans" in r.face]
    assert len({round(r.x, 3) for r in roles}) == 1
    ends = {round(r.x + len(r.text) * 8 + (len(r.text) - 1) * r.spacing, 2) for r in roles}
    assert len(ends) == 1
