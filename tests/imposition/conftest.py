"""PDFs of single pages to impose, made by pikepdf, and their sheets read back by pdfium."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from koubei_pdf.imposition import Imposed, Job, impose

#: Small pages: width, height and bleed in pt.
WIDTH, HEIGHT, BLEED = 200.0, 280.0, 9.0
#: Where the text "page n" of a page begins, from its lower left corner.
AT = (60.0, 100.0)

Made = Callable[..., Path]


class Word(NamedTuple):
    """A word of a sheet: its text, where it begins (pt, y up), its angle in degrees clockwise."""

    text: str
    x: float
    y: float
    angle: float


def add_page(pdf: pikepdf.Pdf, text: str, **extra: object) -> pikepdf.Page:
    """A page with bleed: cyan to the bleed's edge, a square of each colour in its corners."""
    media = [0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED]
    trim = [BLEED, BLEED, WIDTH + BLEED, HEIGHT + BLEED]
    x, y = trim[0], trim[1]
    content = (
        f"q 1 0 0 0 k 0 0 {media[2]} {media[3]} re f Q"
        f" q 0 1 0 0 k {x} {y} 20 20 re f 0 0 1 0 k {x + WIDTH - 20} {y} 20 20 re f Q"
        f" BT /F1 12 Tf {x + AT[0]} {y + AT[1]} Td ({text}) Tj ET"
    )
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page = pdf.add_blank_page()
    page.obj.MediaBox = Array(media)
    page.obj.BleedBox = Array(media)
    page.obj.TrimBox = Array(trim)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    page.obj.Contents = pdf.make_stream(content.encode())
    for key, value in extra.items():
        page.obj[f"/{key}"] = value
    return page


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Writes a PDF of `count` pages, "page 1" and so on; `change` may alter it before."""

    def make(
        count: int,
        change: Callable[[pikepdf.Pdf], None] | None = None,
        name: str = "issue.pdf",
        **options: object,
    ) -> Path:
        pdf = pikepdf.Pdf.new()
        for number in range(1, count + 1):
            add_page(pdf, f"page {number}")
        pdf.docinfo["/ModDate"] = pikepdf.String("D:20260201080000+08'00'")
        if change is not None:
            change(pdf)
        path = tmp_path / name
        pdf.save(path, **options)  # type: ignore[arg-type]
        return path

    return make


def sheets_of(path: Path, job: Job) -> bytes:
    """The sheets of a file that must have no faults but blanks."""
    done = impose(path, job)
    assert [found.rule.code for found in done.diagnostics if found.rule.code != "I007"] == []
    assert done.data is not None
    return done.data


def codes(done: Imposed) -> list[str]:
    return [found.rule.code for found in done.diagnostics]


@pytest.fixture
def viewed() -> Iterator[Callable[[bytes], pypdfium2.PdfDocument]]:
    """Opens a file with pdfium."""
    files: list[pypdfium2.PdfDocument] = []

    def view(data: bytes) -> pypdfium2.PdfDocument:
        files.append(pypdfium2.PdfDocument(data))
        return files[-1]

    yield view
    for file in files:
        file.close()


@pytest.fixture
def opened() -> Iterator[Callable[[bytes], pikepdf.Pdf]]:
    """Opens a file with pikepdf, which must have nothing to repair."""
    files: list[pikepdf.Pdf] = []

    def view(data: bytes) -> pikepdf.Pdf:
        files.append(pikepdf.open(io.BytesIO(data)))
        assert files[-1].check_pdf_syntax() == []
        assert files[-1].get_warnings() == []
        return files[-1]

    yield view
    for file in files:
        file.close()


def words(page: pypdfium2.PdfPage) -> list[Word]:
    """The texts "page n" of a sheet's side."""
    raw = pypdfium2.raw
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    found = []
    index = text.find("page ")
    while index >= 0:
        end = index + 5
        while end < len(text) and text[end].isdigit():
            end += 1
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(textpage.raw, index, x, y)
        angle = raw.FPDFText_GetCharAngle(textpage.raw, index)
        found.append(Word(text[index:end], x.value, y.value, round(angle * 57.29578) % 360))
        index = text.find("page ", end)
    return found


def colour(page: pypdfium2.PdfPage, x: float, y: float) -> str:
    """What is seen at (x, y) pt, y up: c, m, y, k, or w for paper."""
    scale = 2
    height = page.get_height()
    picture = page.render(scale=scale).to_pil().convert("RGB")
    red, green, blue = picture.getpixel((int(x * scale), int((height - y) * scale)))
    seen = (red > 128, green > 128, blue > 128)
    names = {(0, 1, 1): "c", (1, 0, 1): "m", (1, 1, 0): "y", (0, 0, 0): "k", (1, 1, 1): "w"}
    return names[int(seen[0]), int(seen[1]), int(seen[2])]
