"""A face against a second reader of the same file (fontTools)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from koubei_pdf.fonts import Face, FontShelf, describe

from ..square_font import save_square_font
from .conftest import FONTS


@pytest.fixture(scope="module")
def other() -> Iterator[TTFont]:
    with TTFont(FONTS / "NotoSerifSC-Regular.ttf", lazy=True) as font:
        yield font


@pytest.fixture
def face(shelf: FontShelf) -> Face:
    return shelf.face("NotoSerifSC-Regular")


def test_metrics_are_the_em_box(face: Face) -> None:
    assert (face.upem, face.ascent, face.descent) == (1000, 0.88, -0.12)
    assert face.key == "NotoSerifSC-Regular"


def test_advances_and_ink_are_the_font_file_s(face: Face, other: TTFont) -> None:
    glyphs, order = other.getGlyphSet(), other.getGlyphOrder()
    for glyph in face.shape("中国口碑,Ag5。").glyphs:
        assert face.advance(glyph) == other["hmtx"][order[glyph]][0] / 1000
        pen = BoundsPen(glyphs)
        glyphs[order[glyph]].draw(pen)
        assert face.ink(glyph) == pytest.approx([edge / 1000 for edge in pen.bounds])
    assert face.ink(face.shape(" ").glyphs[0]) is None


@pytest.mark.parametrize("name", ["NotoSerifSC-Regular", "NotoSansSC-Bold", "LXGWWenKai-Regular"])
def test_a_mark_loses_the_blank_half(name: str) -> None:
    """By the font's `halt`, or by its ink where it has none (LXGW WenKai)."""
    face = Face(FONTS / f"{name}.ttf")
    assert {face.blank(mark, left=True) for mark in "（《〈【「『"} == {0.5}
    assert {face.blank(mark, left=False) for mark in "）》】」，、；：。！？"} == {0.5}


def test_marks_without_a_blank_half_lose_less(tmp_path: Path) -> None:
    narrow = Face(FONTS / "LXGWWenKai-Regular.ttf")
    assert narrow.blank("“", left=True) == 0  # 0.35 em wide as it is
    centred = Face(save_square_font(tmp_path))
    assert centred.blank("〟", left=False) == pytest.approx(0.2)  # 0.3 em free, 0.1 em kept


def test_a_double_dash_is_one_glyph_of_two_em(face: Face) -> None:
    shaped = face.shape("中——国")
    assert shaped.advances == [1.0, 2.0, 1.0]
    assert shaped.clusters == [0, 1, 3]


def test_an_empty_text_has_no_glyphs(face: Face) -> None:
    assert face.shape("").glyphs == []


def test_quotes_are_full_width_in_chinese(face: Face) -> None:
    assert face.shape("“中”").advances == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    "name", ["NotoSerifSC-Regular", "NotoSansSC-Regular", "LXGWWenKai-Regular"]
)
def test_an_apostrophe_in_a_word_is_no_quotation_mark(name: str, shelf: FontShelf) -> None:
    face = shelf.face(name)
    text = "‘it’s’与O’Neill，Ä’b ’90"
    shaped = face.shape(text)
    widths = dict(zip(shaped.clusters, shaped.advances, strict=True))
    inner = [index for index, char in enumerate(text) if char == "’" and index in (3, 8, 16)]
    assert len(inner) == 3
    assert all(widths[index] < 0.4 for index in inner)
    assert widths[0] == widths[5] == face.shape("‘").advances[0]


def test_features_switch_ligatures_off(face: Face) -> None:
    assert len(face.shape("ffi").glyphs) == 1
    assert len(face.shape("ffi", {"liga": False}).glyphs) == 3


def test_kerning_is_in_the_advances_and_not_in_hmtx(face: Face) -> None:
    shaped = face.shape("AV")
    assert shaped.advances[0] < face.advance(shaped.glyphs[0])


def test_clusters_count_characters_beyond_the_first_plane(shelf: FontShelf) -> None:
    assert shelf.face("LXGWWenKai-Regular").shape("𠮷a中").clusters == [0, 1, 2]


@pytest.mark.parametrize("control", ["\u200b", "\ufe00", "\u00ad", "\u2060", "\ufeff"])
def test_controls_have_no_glyph_and_are_never_missing(face: Face, control: str) -> None:
    shaped = face.shape(f"中{control}国")
    assert len(shaped.glyphs) == 2
    assert shaped.clusters == [0, 2]
    assert face.covers(control)


def test_coverage(face: Face) -> None:
    assert face.covers("中")
    assert not face.covers("𠮷")
    assert face.missing("中𠮷国") == {"𠮷"}
    assert face.missing("") == set()


def test_the_descriptor_is_the_font_file_s(face: Face, other: TTFont) -> None:
    facts = describe(face)
    assert facts.name == other["name"].getDebugName(6)
    head = other["head"]
    assert facts.bbox == (head.xMin, head.yMin, head.xMax, head.yMax)
    assert facts.cap_height == other["OS/2"].sCapHeight
    assert (facts.weight, facts.italic_angle) == (400, 0)


@pytest.mark.parametrize("text", ["国", "，", "g", "8"])
def test_outlines_reach_as_far_as_the_ink(face: Face, text: str) -> None:
    """Closed paths of moves, lines and cubic curves, in em."""
    (glyph,) = face.shape(text).glyphs
    steps = face.outline(glyph)
    letters = "".join(letter for letter, _ in steps)
    assert set(letters) <= set("mlch")
    assert letters.startswith("m")
    assert letters.count("m") == letters.count("h")
    assert all(len(points) == {"m": 2, "l": 2, "c": 6, "h": 0}[step] for step, points in steps)
    ends = [points[-2:] for _, points in steps if points]
    ink = face.ink(glyph)
    assert ink is not None
    for axis in (0, 1):
        reach = [end[axis] for end in ends]
        assert min(reach) == pytest.approx(ink[axis], abs=0.02)
        assert max(reach) == pytest.approx(ink[axis + 2], abs=0.02)


def test_a_space_has_no_outline(face: Face) -> None:
    assert face.outline(face.shape(" ").glyphs[0]) == []
