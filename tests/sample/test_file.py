"""The sample's PDF as a file, by the eyes of pikepdf, qpdf, poppler and Ghostscript."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.book import GlyphRun

from .conftest import Written
from .manuscript import ROOT

MM = 72 / 25.4


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program that must be there where CI runs."""
    if shutil.which(program) is None and not os.environ.get("CI"):
        pytest.skip(f"{program} is not installed")
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)


def test_boxes(sample: pikepdf.Pdf) -> None:
    assert len(sample.pages) == 40
    for page in sample.pages:
        media = [float(value) for value in page.obj.MediaBox]
        trim = [float(value) for value in page.obj.TrimBox]
        assert media == pytest.approx([0, 0, 216 * MM, 291 * MM], abs=0.001)
        assert [float(value) for value in page.obj.BleedBox] == media
        assert trim == pytest.approx([3 * MM, 3 * MM, 213 * MM, 288 * MM], abs=0.001)
        assert "/CropBox" not in page.obj
        assert "/Rotate" not in page.obj


def test_colours_are_cmyk_or_grey(sample: pikepdf.Pdf) -> None:
    seen = set()
    streams = list(sample.pages)
    for page in sample.pages:
        streams += list(page.obj.Resources.get("/XObject", {}).values())
    for stream in streams:
        if isinstance(stream, pikepdf.Stream) and stream.get("/Subtype") == "/Image":
            assert stream.ColorSpace in ("/DeviceCMYK", "/DeviceGray")
            continue
        for instruction in pikepdf.parse_content_stream(stream):
            seen.add(str(instruction.operator))
    assert {"k"} <= seen
    assert not seen & {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "BI"}


def test_fonts_are_embedded_once_a_face(sample: pikepdf.Pdf, built: Build) -> None:
    assert built.book
    used = {
        item.face for page in built.book.pages for item in page.items if isinstance(item, GlyphRun)
    }
    fonts = {
        font.objgen: font
        for page in sample.pages
        for font in page.obj.Resources.get("/Font", {}).values()
    }
    names = [str(font.BaseFont).split("+")[1] for font in fonts.values()]
    assert sorted(names) == sorted(used)
    for font in fonts.values():
        assert font.Subtype == "/Type0"
        assert font.Encoding == "/Identity-H"
        assert "/ToUnicode" in font
        (descendant,) = font.DescendantFonts
        assert "/FontFile2" in descendant.FontDescriptor


def test_poppler_sees_all_fonts_embedded(sample_file: Path) -> None:
    lines = run("pdffonts", str(sample_file)).stdout.splitlines()[2:]
    assert lines
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines)


def test_bookmarks_lead_to_sections_and_articles(written: Written, built: Build) -> None:
    assert built.issue
    with pikepdf.open(written(edition="screen")) as screen, screen.open_outline() as outline:
        pages = {page.objgen: number for number, page in enumerate(screen.pages, 1)}
        found = [
            (section.title, mark.title, pages[mark.destination[0].objgen])
            for section in outline.root
            for mark in section.children
        ]
    wanted = []
    for slot in built.issue.pages:
        if slot.article:
            article = built.issue.articles[slot.article]
            section = built.issue.sections[article.section]
            name = f"{section.number} {section.name}".strip()
            wanted.append((name, article.fields["title"].text, slot.first))
    assert found == wanted


def test_metadata(sample: pikepdf.Pdf) -> None:
    info = sample.docinfo
    assert info.Title == "一流口碑 服务月刊 2023.03"
    assert info.Author == "中国电信武汉分公司"
    assert str(info.CreationDate).startswith("D:20230301")
    with sample.open_metadata() as xmp:
        assert xmp["dc:title"] == str(info.Title)
        assert xmp["dc:creator"] == [str(info.Author)]


def test_qpdf_and_ghostscript_have_nothing_to_say(sample_file: Path) -> None:
    checked = run("qpdf", "--check", str(sample_file))
    assert checked.returncode == 0
    assert "WARNING" not in checked.stdout + checked.stderr
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONWARNING")
    drawn = run("gs", *options, "-sDEVICE=nullpage", str(sample_file))
    assert (drawn.returncode, drawn.stdout + drawn.stderr) == (0, "")


def test_two_processes_write_the_same_bytes(written: Written, tmp_path: Path) -> None:
    output = tmp_path / "again.pdf"
    env = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "America/New_York",
        "LANG": "de_DE.UTF-8",
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-m", "koubei_pdf", "render", str(ROOT), "-o", str(output)]
    done = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert output.read_bytes() == written().read_bytes()
