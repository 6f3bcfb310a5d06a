"""Embedding rights and licences, from font files and from programs within PDFs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from koubei_pdf import shipped
from koubei_pdf.checks.judging import judge
from koubei_pdf.fonts import Face, FontShelf, licence_file, naming, rights_in
from koubei_pdf.handoff.font_list import FontUse, as_csv, fonts_of, forbidden, licences, rows
from koubei_pdf.handoff.package import Source
from koubei_pdf.model.diagnostics import Span

from ..checks.good_pdf import good_pdf, saved
from ..square_font import save_square_font

OURS = sorted(shipped.folder("fonts").glob("*.ttf"))


@pytest.mark.parametrize(
    ("bits", "usage", "may_embed"),
    [
        (0x000, "installable", True),
        (0x002, "restricted", False),
        (0x004, "preview-print", True),
        (0x008, "editable", True),
        (0x006, "preview-print", True),  # the least restrictive holds
        (0x104, "preview-print", False),
        (0x200, "installable", False),
    ],
)
def test_rights(tmp_path: Path, bits: int, usage: str, may_embed: bool) -> None:
    face = Face(save_square_font(tmp_path, fs_type=bits))
    rights = rights_in(face.table("OS/2"))
    assert (rights.bits, rights.usage, rights.may_embed) == (bits, usage, may_embed)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_names_and_licences_of_our_fonts(path: Path) -> None:
    face = Face(path)
    names = naming(face)
    with TTFont(path, lazy=True) as font:
        said = {number: font["name"].getDebugName(number) for number in (0, 5, 13, 14)}
    assert names.licence_url == said[14]
    assert names.licence.split() == said[13].split()
    assert names.version == said[5]
    name = licence_file(face)
    assert name is not None
    assert "SIL OPEN FONT LICENSE" in (path.parent / name).read_text("utf-8").upper()


def test_the_licence_of_the_family_comes_before_that_of_the_folder(tmp_path: Path) -> None:
    face = Face(save_square_font(tmp_path, "Square-Bold"))
    assert licence_file(face) is None
    for name in ("OFL-Other.txt", "notes.txt", "Square.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert licence_file(face) is None
    (tmp_path / "LICENSE.txt").write_text("x", encoding="utf-8")
    assert licence_file(face) == "LICENSE.txt"
    (tmp_path / "OFL-Square.txt").write_text("x", encoding="utf-8")
    assert licence_file(face) == "OFL-Square.txt"


def placed(source: Source, bits: int | None) -> tuple[FontUse, ...]:
    """The fonts of a file by others; its font has these bits, or no OS/2 table (None)."""
    pdf = good_pdf()
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/FontFile2") is not None:
            with TTFont(io.BytesIO(thing.FontFile2.read_bytes())) as font:
                if bits is None:
                    del font["OS/2"]
                else:
                    font["OS/2"].fsType = bits
                out = io.BytesIO()
                font.save(out)
            thing.FontFile2.write(out.getvalue())
    document = judge(saved(pdf), source.issue.press, ink=False).document
    assert document is not None
    return fonts_of(document, source.shelf)


def test_a_font_of_a_placed_page_that_forbids_embedding(source: Source) -> None:
    fonts = placed(source, 0x002)
    (fault,) = forbidden(fonts, Span("issue.yaml"))
    assert fault.rule.code == "H008"
    assert fault.facts == {"font": "Square", "pages": "1–4", "bits": "0x0002"}
    (row,) = rows(fonts)
    assert (row["source"], row["embedding"], row["pages"]) == ("placed PDF", "restricted", "1–4")
    assert licences(fonts) == {}


@pytest.mark.parametrize(("bits", "said"), [(0x008, "editable"), (None, "unknown")])
def test_fonts_of_placed_pages_that_may_go_out(source: Source, bits: int | None, said: str) -> None:
    fonts = placed(source, bits)
    assert list(forbidden(fonts, Span(""))) == []
    assert [row["embedding"] for row in rows(fonts)] == [said]


def test_a_program_that_is_none_tells_nothing(source: Source) -> None:
    pdf = good_pdf()
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/FontFile2") is not None:
            thing.FontFile2.write(b"\0\1\0\0\xff\xff" + b"OS/2" * 9)
    document = judge(saved(pdf), source.issue.press, ink=False).document
    assert document is not None
    (font,) = fonts_of(document, FontShelf({}, {}))
    assert font.rights is None


def test_csv_reads_back(source: Source) -> None:
    document = source.judged.document
    assert document is not None
    fonts = fonts_of(document, source.shelf)
    data = as_csv(fonts)
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == rows(fonts)
