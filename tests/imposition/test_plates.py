"""The sheets on the plates of a press, and what other programs say of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from koubei_pdf.imposition import Job
from koubei_pdf.imposition.marks import Line, marks
from koubei_pdf.imposition.places import Format, Sheet, lay
from koubei_pdf.imposition.sheets import Size

from .conftest import BLEED, HEIGHT, WIDTH, Made, sheets_of

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("gs", "qpdf", "pdffonts"))),
    reason="Ghostscript, qpdf and poppler are not installed",
)

DPI = 144
INKS = ("Cyan", "Magenta", "Yellow", "Black", "Gold")


def run(*command: str | Path) -> str:
    """What a program says; it must end well."""
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode == 0, said
    return said


def spots(pdf: pikepdf.Pdf) -> None:
    """On cyan: a gold square that overprints and, beside it, one that knocks out; both through a
    page that is a transparency group.
    """
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.3, 1, 0], N=1)
    for page in pdf.pages:
        resources = page.obj.Resources
        gold = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, tint])
        resources.ColorSpace = Dictionary(Gold=gold)
        resources.ExtGState = Dictionary(Over=Dictionary(OP=True, op=True, OPM=1))
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
        page.contents_add(
            b"q /Gold cs 1 scn 89 189 40 40 re f /Over gs 29 189 40 40 re f Q", prepend=False
        )


@pytest.fixture
def plates(made: Made, tmp_path: Path) -> dict[str, Image.Image]:
    """The plates of the first side of four saddle-stitched pages."""
    path = tmp_path / "sheets.pdf"
    path.write_bytes(sheets_of(made(4, spots), Job("saddle")))
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dLastPage=1", f"-r{DPI}")
    run("gs", *options, "-sDEVICE=tiffsep", f"-sOutputFile={tmp_path}/s.tif", path)
    return {ink: Image.open(tmp_path / f"s({ink}).tif").convert("L") for ink in INKS}


def ink(plates: dict[str, Image.Image], x: float, y: float) -> dict[str, int]:
    """The inks in per cent at (x, y) pt from the upper left; without those that are not there."""
    at = (int(x * DPI / 72), int(y * DPI / 72))
    found = {}
    for name, plate in plates.items():
        value = plate.getpixel(at)
        assert isinstance(value, int)
        found[name] = round(100 - value / 2.55)
    return {name: value for name, value in found.items() if value}


def sheet(plates: dict[str, Image.Image]) -> Sheet:
    width, height = (side * 72 / DPI for side in plates["Cyan"].size)
    return lay(
        Size(width, height), Format(WIDTH, HEIGHT, BLEED), (1, 2, 3, 4), Job("saddle").gripper
    )


def test_spots_and_overprint_come_through(plates: dict[str, Image.Image]) -> None:
    for column in (0, 1):
        trim = sheet(plates).block.trim(0, column)
        middle = trim.y1 - 200
        assert ink(plates, trim.x0 + 40, middle) == {"Cyan": 100, "Gold": 100}
        assert ink(plates, trim.x0 + 100, middle) == {"Gold": 100}
        assert ink(plates, trim.x0 + 150, middle) == {"Cyan": 100}


def test_marks_are_on_every_plate(plates: dict[str, Image.Image]) -> None:
    lines = [mark for mark in marks(sheet(plates), colour_bar=False) if isinstance(mark, Line)]
    seen = 0
    for mark in lines:
        if mark.x0 == mark.x1 and not mark.is_fold:
            for plate in plates.values():
                x, y = mark.x0 * DPI / 72, (mark.y0 + mark.y1) / 2 * DPI / 72
                row = [plate.getpixel((int(x) + step, int(y))) for step in (-1, 0, 1)]
                assert min(row) < 200  # type: ignore[type-var]
                seen += 1
    assert seen >= 4 * len(INKS)


@pytest.mark.parametrize("job", [Job("saddle", caliper=0.3), Job("perfect")], ids=["s", "p"])
def test_other_programs_have_nothing_to_say(made: Made, tmp_path: Path, job: Job) -> None:
    path = tmp_path / "sheets.pdf"
    path.write_bytes(sheets_of(made(40, spots), job))
    assert "WARNING" not in run("qpdf", "--check", path)
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONWARNING")
    assert run("gs", *options, "-sDEVICE=nullpage", path) == ""
    label = next(line for line in run("pdffonts", path).splitlines() if "NotoSansSC" in line)
    assert label.split()[-5:-2] == ["yes", "yes", "yes"]  # embedded, a subset, with ToUnicode
