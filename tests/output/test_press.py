"""The press edition: PDF/X by its requirements, inks on their plates, marks around the page."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from koubei_pdf.model.art import Drawing, Outline
from koubei_pdf.model.art import Path as DrawnPath
from koubei_pdf.model.book import Fill, GlyphRun, Link, PlacedPicture
from koubei_pdf.model.geometry import Rect, mm
from koubei_pdf.model.press import PressProfile, Standard
from koubei_pdf.model.style import BLACK, WHITE, Cmyk, Spot
from koubei_pdf.output.document import Document
from koubei_pdf.output.drawings import operators, thickness
from koubei_pdf.output.inking import PressInking

from .conftest import BOXES, SPAN, Write

Open = Callable[[bytes], pikepdf.Pdf]
Glyphs = Callable[..., GlyphRun]

GOLD = Spot("PANTONE 871 C", 100, Cmyk(20, 25, 60, 25))
PALE = Cmyk(30, 0, 60, 0)
FACTS = {"title": "口碑", "author": "编辑部", "date": "2023-03-01"}

needs_gs = pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is not installed")


@pytest.mark.parametrize(
    ("standard", "version", "named"),
    [("X-4", b"%PDF-1.6", "PDF/X-4"), ("X-1a", b"%PDF-1.4", "PDF/X-1a:2003")],
)
def test_the_file_says_what_it_is(
    write: Write,
    opened: Open,
    glyphs: Glyphs,
    sheetfed: PressProfile,
    standard: Standard,
    version: bytes,
    named: str,
) -> None:
    press = replace(sheetfed, standard=standard)
    data = write((glyphs("中国"),), metadata=FACTS, press=press)
    assert data.startswith(version + b"\n%")
    assert b"ObjStm" not in data
    assert data.count(b"\nxref\n") == data.count(b"%%EOF") == 1
    file = opened(data)
    identifiers = [bytes(part) for part in file.trailer.ID]
    assert len(identifiers[0]) == 16
    assert identifiers[0] == identifiers[1]
    info = file.docinfo
    assert info.GTS_PDFXVersion == named
    assert info.Trapped == pikepdf.Name("/False")
    with file.open_metadata() as xmp:
        prefix = (
            "{http://www.npes.org/pdfx/ns/id/}"
            if standard == "X-4"
            else ("{http://ns.adobe.com/pdfx/1.3/}")
        )
        assert xmp[f"{prefix}GTS_PDFXVersion"] == named
        assert xmp["xmpMM:DocumentID"]
        assert (xmp["xmpMM:VersionID"], xmp["xmpMM:RenditionClass"]) == ("1", "default")
        assert xmp["dc:title"] == info.Title == "口碑"


def test_one_output_intent_with_the_press_s_profile(
    write: Write, opened: Open, sheetfed: PressProfile
) -> None:
    file = opened(write(()))
    (intent,) = file.Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert intent.OutputConditionIdentifier == "FOGRA39"
    assert intent.RegistryName == "http://www.color.org"
    assert str(intent.Info)
    profile = intent.DestOutputProfile
    assert profile.N == 4
    assert profile.read_bytes() == sheetfed.condition.icc
    assert profile.read_bytes()[12:20] == b"prtrCMYK"


def test_a_private_condition_has_no_registry(
    write: Write, opened: Open, sheetfed: PressProfile
) -> None:
    condition = replace(sheetfed.condition, identifier="Our press", registry="", info="本厂机台")
    press = replace(sheetfed, condition=condition)
    (intent,) = opened(write((), press=press)).Root.OutputIntents
    assert "/RegistryName" not in intent
    assert str(intent.Info) == "本厂机台"


def test_nothing_is_clicked_on(write: Write, opened: Open) -> None:
    link = Link(Rect(10, 20, 110, 40), 1, SPAN)
    data = write((link,))
    root = opened(data).Root
    keys = {"/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents", "/PageLabels"}
    assert set(root.keys()) == keys
    assert "/Annots" not in opened(data).pages[0]


def test_boxes_nest_and_leave_room_for_marks(
    write: Write, opened: Open, sheetfed: PressProfile
) -> None:
    page = opened(write((), press=sheetfed)).pages[0]
    media, bleed, trim = (
        [float(value) for value in page[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")
    )
    assert media[:2] == [0, 0]
    assert [trim[i] - bleed[i] for i in (0, 1)] == pytest.approx([BOXES.bleed] * 2, abs=0.001)
    assert [bleed[i] - trim[i] for i in (2, 3)] == pytest.approx([BOXES.bleed] * 2, abs=0.001)
    assert trim[2] - trim[0] == pytest.approx(mm(210), abs=0.001)
    assert bleed[0] - media[0] > mm(5)


def steps(page: Any) -> list[tuple[str, list[Any]]]:
    return [(str(s.operator), list(s.operands)) for s in pikepdf.parse_content_stream(page)]


def overprints(page: pikepdf.Page) -> list[tuple[str, bool]]:
    """(painting operator, whether overprint is on) in order."""
    found, on, outer = [], False, []
    states = page.Resources.ExtGState
    for operator, operands in steps(page):
        if operator == "q":
            outer.append(on)
        if operator == "Q":
            on = outer.pop()
        if operator == "gs":
            state = states[str(operands[0])]
            assert state.op == state.OP
            assert state.OPM == 1
            on = bool(state.OP)
        elif operator in ("Tj", "TJ", "f", "Do"):
            found.append((operator, on))
    return found


def test_black_type_and_thin_black_lines_overprint(
    write: Write, opened: Open, glyphs: Glyphs
) -> None:
    items = (
        Fill(Rect(0, 0, 100, 100), PALE, SPAN, "x"),
        glyphs("黑"),
        glyphs("白", ink=WHITE),
        glyphs("灰", ink=Cmyk(0, 0, 0, 60)),
        Fill(Rect(0, 50, 100, 50.5), BLACK, SPAN, "rule"),
        Fill(Rect(0, 60, 100, 65), BLACK, SPAN, "bar"),
        glyphs("黑"),
        PlacedPicture("d", DRAWN, *[Rect(0, 0, 20, 20)] * 2, WHITE, SPAN, "", "x"),
        glyphs("黑"),
    )
    found = overprints(opened(write(items)).pages[0])
    assert [on for _, on in found] == [
        False, True, False, False, True, False, True, False, True,
    ]  # fmt: skip


def lines(*paths: DrawnPath) -> Drawing:
    return Drawing(20, 20, paths)


SQUARE = Outline("mlllh", (0, 0, 20, 0, 20, 20, 0, 20))
DRAWN = lines(
    DrawnPath(SQUARE, PALE),
    DrawnPath(Outline("ml", (0, 0, 9, 9)), None, BLACK, 0.5),
    DrawnPath(Outline("ml", (0, 0, 9, 9)), None, WHITE, 0.5),
    DrawnPath(Outline("ml", (0, 0, 9, 9)), None, BLACK, 2.0),
)


def test_lines_of_drawings_overprint_by_their_width_on_paper(write: Write, opened: Open) -> None:
    def widths_on(side: float) -> list[bool]:
        rect = Rect(0, 0, side, side)
        item = PlacedPicture("d", DRAWN, rect, rect, WHITE, SPAN, "", "x")
        page = opened(write((item,))).pages[0]
        (form,) = page.Resources.XObject.values()
        on, found = False, []
        for operator, operands in steps(form):
            if operator == "gs":
                on = bool(form.Resources.ExtGState[str(operands[0])].OP)
            elif operator in ("f", "S"):
                found.append(on)
        return found

    assert widths_on(20) == [False, True, False, False]
    assert widths_on(200) == [False, False, False, False]
    assert widths_on(5) == [False, True, False, True]


def test_large_blacks_are_rich(write: Write, opened: Open, sheetfed: PressProfile) -> None:
    side = sheetfed.large_black
    square = lines(DrawnPath(SQUARE, BLACK))
    rect = Rect(0, 200, side, 200 + side)
    items = (
        Fill(Rect(0, 0, side, side), BLACK, SPAN, "x"),
        Fill(Rect(100, 0, 100 + side - 1, side), BLACK, SPAN, "x"),
        PlacedPicture("d", square, rect, rect, WHITE, SPAN, "", "x"),
    )
    page = opened(write(items)).pages[0]
    inks = [[float(v) for v in operands] for operator, operands in steps(page) if operator == "k"]
    rich = [0.6, 0.4, 0.4, 1]
    assert inks == [rich, [0, 0, 0, 1]]
    (form,) = page.Resources.XObject.values()
    assert [[float(v) for v in ops] for name, ops in steps(form) if name == "k"] == [rich]


def ring(x0: float, y0: float, x1: float, y1: float, *, hole: bool = False) -> Outline:
    coords = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    if hole:
        coords.reverse()
    return Outline("mlllh", tuple(value for point in coords for value in point))


def frame(*, turned: bool) -> Outline:
    """Lines 1 thick around a field of 98 × 98."""
    outer, inner = ring(0, 0, 100, 100), ring(1, 1, 99, 99, hole=turned)
    return Outline(outer.ops + inner.ops, outer.coords + inner.coords)


def test_line_art_is_no_large_area() -> None:
    """A frame around a field is as thick as its sides, however large it is."""
    assert thickness(ring(0, 0, 50, 50)) == pytest.approx((50, 50))
    assert thickness(ring(0, 0, 90, 10)) == pytest.approx((10, 10))
    breadth, line = thickness(frame(turned=True))
    assert breadth == pytest.approx(2, abs=0.1)
    assert line == pytest.approx(1, abs=0.02)
    zigzag = Outline("m" + "l" * 3 + "h", (0, 0, 100, 100, 100, 101, 0, 1))
    assert thickness(zigzag)[1] < 1
    assert thickness(Outline("", ())) == (0, 0)


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_blacks_of_drawings(sheetfed: PressProfile, scale: float) -> None:
    """A broad one is rich; a frame of even-odd rings and type drawn as paths are black alone."""
    stem = Outline("mlllllllh", (0, 0, 9, 0, 9, 1, 5, 1, 5, 9, 4, 9, 4, 1, 0, 1))
    broad = sheetfed.large_black / scale
    paths = (
        DrawnPath(ring(0, 0, broad, broad * 2), BLACK),
        DrawnPath(stem, BLACK),
        DrawnPath(frame(turned=False), BLACK, even_odd=True),
    )
    inking = PressInking(Document((1, 6), {}), sheetfed)
    found = operators(Drawing(200, 200, paths), BLACK, inking, scale).splitlines()
    said = [line for line in found if line.endswith((" k", " gs")) or line in ("f", "f*")]
    plain, rich = "0 0 0 1 k", "0.6 0.4 0.4 1 k"
    if scale < 1:
        assert said == [rich, "f", "/On gs", plain, "f", "f*"]
    else:
        assert said == [rich, "f", plain, "f", "f*"]


def test_spot_colours_have_one_plate_and_tints(write: Write, opened: Open, glyphs: Glyphs) -> None:
    items = (
        glyphs("金", ink=GOLD),
        Fill(Rect(0, 0, 9, 9), GOLD.tint(30), SPAN, "x"),
        PlacedPicture(
            "d",
            lines(DrawnPath(SQUARE, GOLD.tint(50), GOLD, 1)),
            *[Rect(0, 0, 20, 20)] * 2,
            WHITE,
            SPAN,
            "",
            "x",
        ),
    )
    page = opened(write(items)).pages[0]
    (space,) = page.Resources.ColorSpace.values()
    assert str(space[1]) == "/PANTONE 871 C"
    assert space[2] == "/DeviceCMYK"
    assert [float(v) for v in space[3].C0] == [0, 0, 0, 0]
    assert [float(v) for v in space[3].C1] == [0.2, 0.25, 0.6, 0.25]
    tints = [float(ops[0]) for name, ops in steps(page) if name == "scn"]
    assert tints == [1, 0.3]
    (form,) = page.Resources.XObject.values()
    found = [(name, float(ops[0])) for name, ops in steps(form) if name in ("scn", "SCN")]
    assert found == [("scn", 0.5), ("SCN", 1)]
    assert form.Resources.ColorSpace.objgen == page.Resources.ColorSpace.objgen


def plates(data: bytes, folder: Path, names: tuple[str, ...], dpi: int = 72) -> list[Image.Image]:
    """Ghostscript's separations of the first page: 0 is solid ink, 255 none."""
    (folder / "book.pdf").write_bytes(data)
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{dpi}"]
    command += ["-sOutputFile=s.tif", "-dLastPage=1", "book.pdf"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""
    return [Image.open(folder / f"s({name}).tif").convert("L") for name in names]


PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


@needs_gs
def test_overprint_keeps_the_tint_below(write: Write, glyphs: Glyphs, tmp_path: Path) -> None:
    x, y, size = 100, 200, 100
    items = (
        Fill(Rect(50, 50, 350, 350), PALE, SPAN, "x"),
        glyphs("国", x, y, size=size),
        glyphs("国", x, y + 120, size=size, ink=WHITE),
    )
    cyan, _, yellow, black = plates(write(items), tmp_path, PROCESS)
    left, top = round(BOXES.bleed) + x, round(BOXES.bleed) + y
    type_box = (left, top - 80, left + 90, top + 10)
    assert black.crop(type_box).getextrema()[0] == 0
    assert len(cyan.crop(type_box).getcolors()) == 1
    assert len(yellow.crop(type_box).getcolors()) == 1
    white_box = (left, top + 40, left + 90, top + 130)
    assert cyan.crop(white_box).getextrema()[1] == 255
    assert black.crop(white_box).getextrema() == (255, 255)


@needs_gs
def test_marks_are_on_all_plates_and_outside_the_bleed(
    write: Write, glyphs: Glyphs, sheetfed: PressProfile, tmp_path: Path
) -> None:
    data = write((glyphs("金", ink=GOLD),), press=sheetfed, metadata=FACTS)
    names = (*PROCESS, GOLD.name)
    found = plates(data, tmp_path, names, dpi=144)
    around = 2 * (sheetfed.marks + mm(8) - BOXES.bleed)
    for name, plate in zip(names, found, strict=True):
        width, height = plate.size
        inside = plate.crop(
            (round(around), round(around), round(width - around), round(height - around))
        )
        assert (inside.getextrema()[0] < 255) == (name == GOLD.name), name
        for box in (
            (0, 0, width, round(around)),
            (0, round(height - around), width, height),
            (0, 0, round(around), height),
            (round(width - around), 0, width, height),
        ):
            assert plate.crop(box).getextrema()[0] < 80, (name, box)


def test_the_slug_names_issue_page_press_and_state(
    write: Write, glyphs: Glyphs, sheetfed: PressProfile
) -> None:
    import pypdfium2

    def slug(text: str) -> str:
        data = write((), (glyphs(text),), press=sheetfed, metadata=FACTS)
        page = pypdfium2.PdfDocument(data)[1]
        return str(page.get_textpage().get_text_bounded(0, 0, 700, 25))

    one, two = slug("中"), slug("国")
    for word in ("口碑", "2/2", "sheetfed FOGRA39", "PDF/X-4", "Cyan", "Black"):
        assert word in one
    digests = [re.search(r"[0-9a-f]{12}", text) for text in (one, two)]
    assert digests[0]
    assert digests[1]
    assert digests[0][0] != digests[1][0]


@pytest.mark.parametrize("face", ["NotoSerifSC-Regular", "Cubic"])
def test_outlined_text_looks_the_same_and_needs_no_font(
    write: Write, opened: Open, glyphs: Glyphs, face: str
) -> None:
    import pypdfium2
    from PIL import ImageChops

    text = "人Ae" if face == "Cubic" else "中国，5G"
    run = glyphs(text, size=40, face=face, spacing=2.0, shifts=((-1, 3.0), (0, 5.0)))
    pages = (run, glyphs("口", y=200, ink=PALE))
    shown, drawn = write(pages), write(pages, outline_text=True)
    page = opened(drawn).pages[0]
    assert not page.Resources.get("/Font", {})
    assert not {"Tj", "TJ", "Tf"} & {name for name, _ in steps(page)}
    assert [ops for name, ops in steps(page) if name == "k"] == [
        ops for name, ops in steps(opened(shown).pages[0]) if name == "k"
    ]
    looks = [
        pypdfium2.PdfDocument(data)[0].render(scale=8).to_pil().convert("L").reduce(8)
        for data in (shown, drawn)
    ]
    assert looks[0].getextrema()[0] < 100
    assert ImageChops.difference(*looks).getextrema()[1] < 40
