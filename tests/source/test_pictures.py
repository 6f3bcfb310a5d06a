"""PictureShelf: files found, told apart by content, read once, faults placed where they help."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from PIL import Image

from koubei_pdf.imaging import NO_CACHE, Profiles
from koubei_pdf.model.art import Drawing, Raster
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.style import Cmyk, Colour
from koubei_pdf.source import pictures
from koubei_pdf.source.pictures import PictureShelf

FOLDER = Path(__file__).parents[2] / "layouts" / "press"
PRESS = (FOLDER / "ISOcoated_v2_300_bas.icc").read_bytes()
PROFILES = Profiles(PRESS, FOLDER / "sRGB.icc")
HERE = Span("articles/a.md", 3, 9, 5)
THERE = Span("articles/b.md", 4, 9, 5)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
PATH = '<path fill="{}" d="M0 0h1"/>'


@pytest.fixture
def shelf(tmp_path: Path) -> PictureShelf:
    """A shelf on a folder with one of each kind."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.svg").write_text(SVG.format(PATH.format("#16498b")))
    Image.new("L", (20, 20), 9).save(tmp_path / "images" / "a.png")
    colours = {"blue": Colour(Cmyk(100, 72, 0, 18), "#16498b")}
    return PictureShelf(tmp_path, colours, PROFILES, NO_CACHE)


def codes(shelf: PictureShelf, path: str, span: Span = HERE) -> list[str]:
    return [fault.rule.code for fault in shelf.load(path, span)[1]]


def test_drawings_use_the_palette(shelf: PictureShelf) -> None:
    art, found = shelf.load("images/a.svg", HERE)
    assert found == []
    assert isinstance(art, Drawing)
    assert art.paths[0].fill == Cmyk(100, 72, 0, 18)


def test_other_colours_are_converted_by_the_profiles(shelf: PictureShelf, tmp_path: Path) -> None:
    (tmp_path / "b.svg").write_text(SVG.format(PATH.format("#c81e1e")))
    art, found = shelf.load("b.svg", HERE)
    assert found == []
    assert isinstance(art, Drawing)
    assert isinstance(fill := art.paths[0].fill, Cmyk)
    assert fill.m > 80
    assert fill.y > 70
    assert fill.c < 30


def test_rasters_are_read(shelf: PictureShelf) -> None:
    art, found = shelf.load("images/a.png", HERE)
    assert found == []
    assert isinstance(art, Raster)
    assert (art.width, art.height, art.mode) == (20, 20, "L")
    assert Path(art.path).name == "a.png"


def test_a_picture_used_twice_is_read_once(shelf: PictureShelf, tmp_path: Path) -> None:
    first, _ = shelf.load("images/a.svg", HERE)
    (tmp_path / "images" / "a.svg").unlink()
    assert shelf.load("images/a.svg", THERE) == (first, [])


def test_content_counts_and_not_the_name(shelf: PictureShelf, tmp_path: Path) -> None:
    (tmp_path / "images" / "a.png").rename(tmp_path / "b.svg")
    assert isinstance(shelf.load("b.svg", HERE)[0], Raster)
    (tmp_path / "c.jpg").write_bytes(b"\xef\xbb\xbf \n" + SVG.format(PATH.format("red")).encode())
    assert isinstance(shelf.load("c.jpg", HERE)[0], Drawing)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%!PS-Adobe-3.0", "EPS"),
        (b"8BPS\0\1", "PSD"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (gzip.compress(b"<svg/>", mtime=0), "SVGZ"),
        (b"hello", "?"),
        (b"", "0 bytes"),
    ],
)
def test_other_formats_are_named(
    shelf: PictureShelf, tmp_path: Path, data: bytes, kind: str
) -> None:
    (tmp_path / "x.svg").write_bytes(data)
    art, (fault,) = shelf.load("x.svg", HERE)
    assert art is None
    assert (fault.rule.code, fault.facts["kind"], fault.span) == ("P001", kind, HERE)


def test_missing_file_is_reported_at_each_place_with_the_name_it_resembles(
    shelf: PictureShelf,
) -> None:
    for place in (HERE, THERE):
        art, (fault,) = shelf.load("images/A.SVG", place)
        assert art is None
        assert fault.span == place
        assert fault.facts["nearest"] == "images/a.svg"
    assert codes(shelf, "nowhere/a.svg") == ["M001"]


@pytest.mark.parametrize("path", ["../a.svg", "/etc/hosts", "images/../../a.svg"])
def test_no_path_leads_out_of_the_folder(shelf: PictureShelf, path: str) -> None:
    assert codes(shelf, path) == ["M007"]


@pytest.mark.parametrize("path", ["images", ".", "", "a\0b.svg", "x" * 5000])
def test_odd_paths_are_faults(shelf: PictureShelf, path: str) -> None:
    art, found = shelf.load(path, HERE)
    assert art is None
    assert [fault.span for fault in found] == [HERE]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_pipes_are_not_waited_for(shelf: PictureShelf, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.svg")
    assert codes(shelf, "pipe.svg") == ["M002"]


def test_faults_within_a_drawing_stand_there_and_are_reported_once(
    shelf: PictureShelf, tmp_path: Path
) -> None:
    (tmp_path / "b.svg").write_text(SVG.format("\n<text>x</text>" + PATH.format("red")))
    art, (fault,) = shelf.load("b.svg", HERE)
    assert art is not None
    assert (fault.rule.code, fault.span) == ("P030", Span("b.svg", 2, 1, 5))
    assert shelf.load("b.svg", THERE) == (art, [])


def test_faults_of_a_raster_stand_where_it_is_named(shelf: PictureShelf, tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes((tmp_path / "images" / "a.png").read_bytes()[:60])
    for place in (HERE, THERE):
        art, (fault,) = shelf.load("b.png", place)
        assert art is None
        assert (fault.rule.code, fault.span) == ("P003", place)


def test_drawings_have_a_largest_size(shelf: PictureShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_DRAWING_BYTES", 20)
    assert codes(shelf, "images/a.svg") == ["P002"]


def test_missing_profiles_are_named(tmp_path: Path) -> None:
    (tmp_path / "b.svg").write_text(SVG.format(PATH.format("#c81e1e")))
    profiles = Profiles(PRESS, tmp_path / "sRGB.icc")
    art, (fault,) = PictureShelf(tmp_path, {}, profiles, NO_CACHE).load("b.svg", HERE)
    assert art is None
    assert (fault.rule.code, fault.span) == ("P009", HERE)
    assert fault.facts["profile"].endswith(".icc")
