"""The press editions of the sample by the eyes of programs that did not write them.

qpdf, poppler and Ghostscript everywhere; veraPDF and PDFBox where .ci/validators has prepared them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from koubei_pdf.build import Build
from koubei_pdf.model.press import Standard

from ..java import java
from .conftest import Written
from .test_file import MM, run
from .twin import write_twin

KINDS: dict[str, tuple[Standard, bool]] = {
    "X-4": ("X-4", False),
    "X-1a": ("X-1a", False),
    "X-1a outlined": ("X-1a", True),
}
MARGIN = 12 * MM  # marks begin 4 mm from the trim and take 8 mm


@pytest.fixture(params=list(KINDS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def file(kind: str, written: Written, built: Build) -> Path:
    """The sample as it goes to the shop."""
    assert built.issue
    standard, outlined = KINDS[kind]
    return written(press=replace(built.issue.press, standard=standard), outline_text=outlined)


def test_nothing_to_repair_and_nothing_to_say(file: Path) -> None:
    checked = run("qpdf", "--check", str(file))
    assert checked.returncode == 0
    assert "WARNING" not in checked.stdout + checked.stderr
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONWARNING")
    drawn = run("gs", *options, "-sDEVICE=nullpage", str(file))
    assert (drawn.returncode, drawn.stdout + drawn.stderr) == (0, "")


def test_poppler_knows_the_standard_and_the_boxes(file: Path, kind: str) -> None:
    said = run("pdfinfo", "-box", "-f", "1", "-l", "40", str(file)).stdout
    named = "PDF/X-4" if kind == "X-4" else "PDF/X-1a:2003"
    assert f"PDF subtype:    {named}" in said
    trims = [line.split()[3:] for line in said.splitlines() if "TrimBox" in line]
    assert len(trims) == 40
    for trim in trims:
        left, bottom, right, top = map(float, trim)
        assert right - left == pytest.approx(210 * MM, abs=0.02)
        assert top - bottom == pytest.approx(285 * MM, abs=0.02)
        assert (left, bottom) == pytest.approx((MARGIN, MARGIN), abs=0.02)


def test_fonts_are_embedded_or_there_are_none(file: Path, kind: str) -> None:
    lines = run("pdffonts", str(file)).stdout.splitlines()[2:]
    assert bool(lines) != kind.endswith("outlined")
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines)


def test_no_picture_is_rgb(file: Path) -> None:
    assert "rgb" not in run("pdfimages", "-list", str(file)).stdout


def test_black_text_is_on_the_black_plate_alone(file: Path, tmp_path: Path) -> None:
    """Page 12: black copy on white; marks and slug line on every plate."""
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r100")
    pages = ("-dFirstPage=12", "-dLastPage=12", f"-sOutputFile={tmp_path}/s.tif")
    done = run("gs", *options, *pages, str(file))
    assert done.stdout + done.stderr == ""
    scale = 100 / 72
    copy = tuple(round(scale * value) for value in (300 + MARGIN, 300 + MARGIN, 530 + MARGIN, 640))
    for plate in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(tmp_path / f"s({plate}).tif") as opened:
            image = opened.convert("L")
        width, height = image.size
        assert (image.crop(copy).getextrema()[0] < 50) == (plate == "Black"), plate
        edge = round(scale * 4 * MM)
        for box in ((0, 0, width, edge), (0, height - edge, width, height)):
            assert image.crop(box).getextrema()[0] < 60, plate


def test_verapdf_finds_nothing(file: Path, kind: str, tmp_path: Path) -> None:
    """PDF/X-4 by the rules of PDF/A-2b, X-1a by those of 1b (see twin)."""
    part = 2 if kind == "X-4" else 1
    write_twin(file, tmp_path / "twin.pdf", part)
    done = java("Vera", "VERAPDF_CLASSPATH", f"{part}b", str(tmp_path / "twin.pdf"))
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("kind", ["X-1a", "X-1a outlined"], indirect=True)
def test_pdfbox_finds_nothing(file: Path, tmp_path: Path) -> None:
    """It knows PDF/A-1b alone, which is PDF 1.4 as X-1a is."""
    write_twin(file, tmp_path / "twin.pdf", 1)
    done = java("PdfBox", "PDFBOX_CLASSPATH", str(tmp_path / "twin.pdf"))
    assert (done.returncode, done.stdout) == (0, "")


def test_the_screen_edition_is_accessible(written: Written) -> None:
    """PDF/UA-1 by veraPDF."""
    done = java("Vera", "VERAPDF_CLASSPATH", "ua1", str(written(edition="screen")))
    assert (done.returncode, done.stdout) == (0, "")
