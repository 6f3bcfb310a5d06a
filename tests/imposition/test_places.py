"""Places and marks on a sheet: nothing overlaps, nothing prints where it must not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.imposition.folding import SIDES, SIGNATURES
from koubei_pdf.imposition.marks import (
    HAIRLINE,
    Line,
    Patch,
    Ring,
    collation_mark,
    label_place,
    marks,
)
from koubei_pdf.imposition.places import Format, Sheet, lay, made_to_measure, needed
from koubei_pdf.imposition.sheets import SHEETS, Size, fitting, least_names, parse_sheet
from koubei_pdf.model.geometry import TOLERANCE, Rect, mm

MAGAZINE = Format(mm(210), mm(285), mm(3))
GRIPPER = mm(10)

unhurried = settings(deadline=None)
formats = st.builds(
    Format,
    st.floats(mm(90), mm(300)),
    st.floats(mm(90), mm(400)),
    st.floats(mm(3), mm(5)),
)
sheets = st.builds(
    lambda format, pages, spare, shift: lay(
        Size(
            needed(format, pages, GRIPPER).width + spare[0],
            needed(format, pages, GRIPPER).height + spare[1],
        ),
        format,
        tuple(range(1, pages + 1)),
        GRIPPER,
        shift,
    ),
    formats,
    st.sampled_from(SIGNATURES),
    st.tuples(st.floats(0, mm(60)), st.floats(0, mm(60))),
    st.floats(0, mm(5)),
)


def overlap(one: Rect, other: Rect) -> bool:
    return one.intersection(other) is not None


def extent(mark: Line | Ring | Patch) -> Rect:
    if isinstance(mark, Patch):
        return mark.rect
    if isinstance(mark, Ring):
        x, y, radius = mark
        return Rect(x - radius, y - radius, x + radius, y + radius)
    x0, x1 = sorted((mark.x0, mark.x1))
    y0, y1 = sorted((mark.y0, mark.y1))
    half = HAIRLINE / 2
    return Rect(x0, y0 - half, x1, y1 + half) if x0 != x1 else Rect(x0 - half, y0, x1 + half, y1)


def label_extent(sheet: Sheet) -> Rect:
    place = label_place(sheet)
    return Rect(place.x - 6 * 0.9, place.y - place.length, place.x + 6 * 0.15, place.y)


@unhurried
@given(sheets)
def test_pages_with_their_bleed_do_not_overlap(sheet: Sheet) -> None:
    for side in SIDES:
        for one, other in itertools.combinations(sheet.places(side), 2):
            assert not overlap(one.clip, other.clip)


@unhurried
@given(sheets)
def test_every_page_has_its_bleed_at_head_foot_and_fore_edge(sheet: Sheet) -> None:
    cut = sheet.block.format.cut
    for place in sheet.places("front"):
        trim, clip = place.trim, place.clip
        assert clip.y0 == pytest.approx(trim.y0 - cut)
        assert clip.y1 == pytest.approx(trim.y1 + cut)
        assert max(trim.x0 - clip.x0, clip.x1 - trim.x1) == pytest.approx(cut)


@unhurried
@given(sheets)
def test_the_press_can_print_it(sheet: Sheet) -> None:
    """Pages and marks are on the sheet, above the strip that is gripped."""
    paper = Rect(0, 0, sheet.size.width, sheet.size.height - GRIPPER)
    for rect in [place.clip for side in SIDES for place in sheet.places(side)] + [
        extent(mark) for mark in marks(sheet, colour_bar=True)
    ]:
        assert rect.x0 >= paper.x0 - TOLERANCE
        assert rect.y0 >= paper.y0 - TOLERANCE
        assert rect.x1 <= paper.x1 + TOLERANCE
        assert rect.y1 <= paper.y1 + TOLERANCE
    assert label_extent(sheet).x0 >= 0


@unhurried
@given(sheets)
def test_marks_touch_no_page_and_not_each_other(sheet: Sheet) -> None:
    drawn = list(marks(sheet, colour_bar=True))
    clips = [place.clip for place in sheet.places("front")]
    assert not any(overlap(extent(mark), clip) for mark in drawn for clip in clips)
    assert not any(overlap(label_extent(sheet), clip) for clip in clips)
    others = [extent(mark) for mark in drawn if not isinstance(mark, Patch)]
    patches = [mark.rect for mark in drawn if isinstance(mark, Patch)]
    assert not any(overlap(patch, other) for patch in patches for other in others)
    assert not any(overlap(label_extent(sheet), other) for other in (*others, *patches))


def test_cuts_and_folds_are_marked_at_both_ends() -> None:
    format = Format(100.0, 200.0, 10.0)
    size = Size(1000.0, 1000.0)
    sheet = lay(size, format, tuple(range(1, 17)), 0.0)
    left, top = sheet.block.origin
    drawn = [mark for mark in marks(sheet, colour_bar=False) if isinstance(mark, Line)]
    upright = [mark for mark in drawn if mark.x0 == mark.x1 and mark.y1 not in (mark.y0,)]
    crops = {round(mark.x0 - left) for mark in upright if not mark.is_fold}
    folds = {round(mark.x0 - left) for mark in upright if mark.is_fold}
    assert {0, 200, 220, 420} <= crops  # the others are of registration marks
    assert folds == {100, 210, 320}
    level = [mark for mark in drawn if mark.y0 == mark.y1]
    assert {0, 200, 220, 420} <= {round(mark.y0 - top) for mark in level if not mark.is_fold}
    assert {round(mark.y0 - top) for mark in level if mark.is_fold} == {210}
    for places, of in ((upright, "x0"), (level, "y0")):
        folded = [getattr(mark, of) for mark in places if mark.is_fold]
        assert all(folded.count(place) == 2 for place in folded)


def test_collation_marks_make_stairs_on_the_spine() -> None:
    sheet = lay(made_to_measure(MAGAZINE, 16, 0), MAGAZINE, tuple(range(1, 17)), 0)
    bars = [collation_mark(sheet, number, "front") for number in range(6)]
    rects = [bar.rect for bar in bars if bar is not None]
    assert len(rects) == 6
    cell = sheet.cell(0)
    spine = sheet.block.trim(cell.row, cell.column).x0
    for upper, lower in itertools.pairwise(rects):
        assert lower.y0 == pytest.approx(upper.y1)
        assert (lower.x0 + lower.x1) / 2 == pytest.approx(spine)
    assert collation_mark(sheet, 0, "back") is None


@pytest.mark.parametrize("number", [0, 40, 200])
def test_collation_marks_begin_again_at_the_head(number: int) -> None:
    sheet = lay(made_to_measure(MAGAZINE, 8, 0), MAGAZINE, tuple(range(1, 9)), 0)
    bar = collation_mark(sheet, number, "front")
    assert bar is not None
    cell = sheet.cell(0)
    page = sheet.block.trim(cell.row, cell.column)
    assert page.y0 <= bar.rect.y0
    assert bar.rect.y1 <= page.y1


def test_the_colour_bar_stands_where_there_is_room() -> None:
    def bar(room: Size) -> list[Patch]:
        least = needed(MAGAZINE, 4, 0)
        size = Size(least.width + room.width, least.height + room.height)
        sheet = lay(size, MAGAZINE, (1, 2, 3, 4), 0)
        return [mark for mark in marks(sheet, colour_bar=True) if isinstance(mark, Patch)]

    above, beside = bar(Size(0, mm(10))), bar(Size(mm(10), 0))
    assert len({patch.rect.y0 for patch in above}) == 1
    assert len({patch.rect.x0 for patch in beside}) == 1
    assert len(above) == len(beside) == 12
    assert bar(Size(0, 0)) == []


def test_sheets_of_the_trade_hold_what_they_are_for() -> None:
    """大16开 on 大对开 with a gripper of 10 mm, A4 on SRA3, A5 on SRA2."""
    formats = {"A4": (210, 297), "A5": (148, 210)}
    assert SHEETS["大对开"].holds(needed(MAGAZINE, 16, mm(10)))
    a4, a5 = (Format(mm(w), mm(h), mm(3)) for w, h in formats.values())
    assert SHEETS["SRA3"].holds(needed(a4, 4, mm(10)))
    assert SHEETS["SRA2"].holds(needed(a5, 16, mm(10)))
    assert not SHEETS["A3"].holds(needed(a4, 4, 0))


def test_a_sheet_is_named_or_measured() -> None:
    assert parse_sheet("a3") == (Size(mm(420), mm(297)), Size(mm(297), mm(420)))
    assert parse_sheet(" 大对开 ")[0] == Size(mm(889), mm(597))
    for text in ("700x500mm", "700 X 500", "700×500"):
        assert [text, *parse_sheet(text.lower())] == [text, Size(mm(700), mm(500))]
    for text in ("", "A9", "700", "700x", "-700x500", "0x500mm", "7e9x500", "700x500in", "x"):
        assert parse_sheet(text) == ()


def test_the_least_sheets_are_named() -> None:
    assert list(SHEETS.values()) == sorted(SHEETS.values(), key=lambda size: size[0] * size[1])
    assert all(size.width > size.height for size in SHEETS.values())
    assert least_names(Size(mm(300), mm(430))) == ["SRA3", "正四开"]
    assert least_names(Size(mm(3000), mm(430))) == []
    assert fitting(Size(mm(290), mm(410)), parse_sheet("A3")) == Size(mm(297), mm(420))
