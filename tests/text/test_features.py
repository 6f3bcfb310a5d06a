"""Laws of inline features: where dots, lines, readings and raised characters stand.

CLREQ 5.5 and 5.6.1; places are summed up from glyph runs as a viewer would, not asked of the code.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import Fill, GlyphRun, Shape
from koubei_pdf.model.content import SPAN_CLASSES, Run
from koubei_pdf.model.style import BLACK, Align
from koubei_pdf.pages.typeset import place_line
from koubei_pdf.text.beside import set_beside
from koubei_pdf.text.breaking import BrokenLine, break_lines, first_indent
from koubei_pdf.text.breaktable import CUT_COST
from koubei_pdf.text.features import FEATURES, InlineItem, font_of
from koubei_pdf.text.prepare import Prepared, prepare
from koubei_pdf.text.setting import justify, set_line

from .clreq import fault_of_break
from .conftest import PLACE, make
from .ink import Cell, cells
from .test_laws import can_stretch, visible
from .texts import COPY, MEASURES

SIZE, LEFT, BASELINE = 10.0, 100.0, 0.0
FLUSH = 0.01
PUNCTUATION = "，。、；：？！·—…“”（）《》‘’「」【】～–/"

lawful = settings(deadline=None, max_examples=150)


class Set(NamedTuple):
    """A line as it is set: its glyph runs, and what stands beside them."""

    line: BrokenLine
    runs: list[GlyphRun]
    beside: list[InlineItem]


def marked(*parts: tuple[str, str]) -> list[Run]:
    """Runs of a text; "ruby:READING" gives a reading, other words are marks, spans of their own."""
    runs = []
    column = 0
    for text, kind in parts:
        head, _, reading = kind.partition(":")
        marks = frozenset() if reading else frozenset(head.split())
        runs.append(Run(text, PLACE.at(column, len(text)), marks, reading, marks))
        column += len(text) + (4 if kind else 0)
    return runs


def prepared(runs: list[Run], shelf: FontShelf) -> Prepared:
    def role(run: Run) -> str:
        return font_of(run.marks, ("kai",)) or "song"

    paragraph, faults = prepare(runs, role, shelf)
    assert faults == []
    return paragraph


def set_lines(paragraph: Prepared, measure: float, indent: float = 0.0) -> list[Set]:
    found = []
    for line in break_lines(paragraph, (measure,), indent=indent):
        adjustment = justify(paragraph, line)
        place = {"size": SIZE, "x": LEFT, "y": BASELINE, "ink": BLACK}
        runs = set_line(paragraph, line, adjustment, role="body", **place)
        found.append(Set(line, runs, set_beside(paragraph, line, adjustment, **place)))
    return found


def shapes(one: Set, role: str) -> list[Shape]:
    return [item for item in one.beside if isinstance(item, Shape) and item.role == role]


def dots(one: Set) -> list[float]:
    """The middle of each dot (pt), from the left."""
    found = []
    for shape in shapes(one, "dots"):
        coords = shape.outline.coords
        for start in range(0, len(coords), 26):
            xs = coords[start : start + 26 : 2]
            found.append((min(xs) + max(xs)) / 2)
    return sorted(found)


def lines_under(one: Set) -> list[tuple[float, float]]:
    """Left and right end of each line under the text, from the left."""
    bars = [(item.rect.x0, item.rect.x1) for item in one.beside if isinstance(item, Fill)]
    waves = [(shape.outline.coords[0], shape.outline.coords[-2]) for shape in shapes(one, "book")]
    return sorted(bars + waves)


def readings(one: Set, shelf: FontShelf) -> list[Cell]:
    """Each reading from its first glyph to its last, from the left."""
    found = []
    for item in one.beside:
        if isinstance(item, GlyphRun):
            own = cells([item], shelf)
            found.append(Cell(item.text, own[0].left, own[-1].right, item.size))
    return sorted(found, key=lambda cell: cell.left)


PARTS = st.lists(
    st.tuples(
        COPY.filter(bool),
        st.sampled_from(["", "", "dots", "name", "book", "emphasis", "name dots", "book dots"]),
    ),
    min_size=1,
    max_size=6,
)
SYLLABLES = st.sampled_from(["a", "ē", "hàn", "zhōng", "zhuāng", "shuāng", "chuáng"])


# ------------------------------------------------------------------------------ the registry


def test_every_class_of_copy_is_a_feature() -> None:
    """A class that copy may hold must do something; keeping together is a wish of breaking."""
    known = {feature.mark for feature in FEATURES}
    assert set(SPAN_CLASSES) - {"keep"} <= known
    assert len(known) == len(FEATURES)


@lawful
@given(text=COPY)
def test_plain_paragraphs_pay_for_nothing(house: FontShelf, text: str) -> None:
    paragraph = make(text, house)
    assert paragraph.stretches == ()
    assert all(segment.scale == 1.0 and not segment.rise for segment in paragraph.segments)


@lawful
@given(parts=PARTS)
def test_dots_and_lines_change_no_width(house: FontShelf, parts: list[tuple[str, str]]) -> None:
    """Emphasis alone has a font of its own."""
    with_marks = prepared(marked(*parts), house)
    fonts = [(text, kind if kind == "emphasis" else "") for text, kind in parts]
    without = prepared(marked(*fonts), house)
    assert with_marks.advances == without.advances
    assert with_marks.breaks == without.breaks


@lawful
@given(parts=PARTS, measure=MEASURES)
def test_nothing_is_lost_beside_features(
    house: FontShelf, parts: list[tuple[str, str]], measure: float
) -> None:
    found = set_lines(prepared(marked(*parts), house), measure)
    text = "".join(text for text, _ in parts)
    assert "".join(run.text for one in found for run in one.runs) == text


# -------------------------------------------------------------------------------------- dots


@lawful
@given(parts=PARTS, measure=MEASURES)
def test_each_dot_is_in_the_middle_of_its_character(
    house: FontShelf, parts: list[tuple[str, str]], measure: float
) -> None:
    """Stretched lines too; marks and spaces have none (CLREQ 5.3.1, 5.6.1)."""
    dotted = "".join(("x" if "dots" in kind else " ") * len(text) for text, kind in parts)
    for one in set_lines(prepared(marked(*parts), house), measure):
        wanted = []
        at = one.line.start
        for cell in cells(one.runs, house):
            alone = len(cell.text) == 1 and (cell.text.isalnum())
            if alone and dotted[at] == "x" and cell.text not in "℃㎡":
                wanted.append((cell.left + cell.right) / 2)
            at += len(cell.text)
        assert dots(one) == pytest.approx(wanted, abs=0.1)


def test_dots_stand_between_the_lines_and_under_a_line(house: FontShelf) -> None:
    """A line is nearer to the text than the dots, and all is within half an em (CLREQ 5.6.1)."""
    (one,) = set_lines(prepared(marked(("人名", "name dots"), ("人", "dots")), house), 10)
    lower, upper = shapes(one, "dots")
    (bar,) = (item.rect for item in one.beside if isinstance(item, Fill))
    tops = [min(shape.outline.coords[1::2]) for shape in (lower, upper)]
    assert bar.y1 < min(tops[0], tops[1]) + SIZE / 10
    assert tops[0] > tops[1] > 0.12 * SIZE
    assert max(lower.outline.coords[1::2]) < 0.12 * SIZE + SIZE / 2
    assert bar.y0 > 0.12 * SIZE
    assert bar.y1 - bar.y0 >= 0.25


# ------------------------------------------------------------------------------------- lines


@lawful
@given(parts=PARTS, measure=MEASURES)
def test_a_line_is_as_long_as_its_text(
    house: FontShelf, parts: list[tuple[str, str]], measure: float
) -> None:
    """One piece an item and line of text, without gaps; neighbours give way by 1/16 em each."""
    items = [
        number if {"name", "book"} & set(kind.split()) else -1
        for number, (text, kind) in enumerate(parts)
        for _ in text
    ]
    for one in set_lines(prepared(marked(*parts), house), measure):
        wanted: list[list[Cell]] = []
        meets: list[bool] = []
        owner = -1
        at = one.line.start
        for cell in visible(cells(one.runs, house)):
            if items[at] >= 0 and items[at] != owner:
                meets.append(owner >= 0)
                wanted.append([])
            if items[at] >= 0:
                wanted[-1].append(cell)
            owner = items[at]
            at += len(cell.text)
        found = lines_under(one)
        assert len(found) == len(wanted)
        gives = SIZE / 16
        for number, ((x0, x1), row) in enumerate(zip(found, wanted, strict=True)):
            left = x0 - gives * meets[number]
            right = x1 + gives * (number + 1 < len(meets) and meets[number + 1])
            # With or without the blank of a mark at the end, which may have been squeezed away.
            assert within(left, row[0].left, row[0].ink_left)
            assert within(right, row[-1].right, row[-1].ink_right)
        for (_, right), (left, _) in pairwise(found):
            assert right < left


def within(x: float, one: float, other: float) -> bool:
    return min(one, other) - FLUSH <= x <= max(one, other) + FLUSH


def test_neighbours_part_and_one_item_does_not(house: FontShelf) -> None:
    (apart,) = set_lines(prepared(marked(("屈原", "name"), ("离骚", "book")), house), 10)
    assert lines_under(apart) == [
        pytest.approx((100, 120 - 10 / 16)),
        pytest.approx((120 + 10 / 16, 140)),
    ]
    first, second = marked(("屈", "name"), ("原", "name emphasis"))
    one = Run(second.text, second.span, second.marks, "", frozenset({"emphasis"}))
    (whole,) = set_lines(prepared([first, one], house), 10)
    assert lines_under(whole) == [pytest.approx((100, 120))]


def test_a_name_in_a_title_leaves_the_line_to_it(house: FontShelf) -> None:
    first, second = marked(("屈原", "book name"), ("集", "book"))
    rest = Run(second.text, second.span, second.marks)
    (one,) = set_lines(prepared([first, rest], house), 10)
    assert lines_under(one) == [pytest.approx((100, 130))]


# ----------------------------------------------------------------------------------- readings


@lawful
@given(
    before=COPY,
    syllables=st.lists(
        st.tuples(SYLLABLES, st.sampled_from(["", "", "，", "国"])), min_size=1, max_size=9
    ),
    after=COPY,
    measure=st.integers(8, 25),
)
def test_readings_are_centred_and_apart(
    house: FontShelf, before: str, syllables: list[tuple[str, str]], after: str, measure: int
) -> None:
    """Centred on their characters within 0.1 em but at a line's edges, ¼ em apart, not far over
    text without readings; the line is flush all the same (CLREQ 5.5, rules 1, 3, 4, 5)."""
    bases = [
        part for syllable, text in syllables for part in (("国", f"ruby:{syllable}"), (text, ""))
    ]
    runs = marked((before, ""), *bases, (after, ""))
    has_reading = [bool(run.ruby) for run in runs for _ in run.text]
    for one in set_lines(prepared([run for run in runs if run.text], house), measure):
        at = one.line.start
        own = []
        row = visible(cells(one.runs, house))
        for cell in row:
            if has_reading[at]:
                own.append(cell)
            at += len(cell.text)
        found = readings(one, house)
        assert len(found) == len(own)
        for number, (reading, base) in enumerate(zip(found, own, strict=True)):
            off = (reading.left + reading.right - base.left - base.right) / 2
            at_edge = (number == 0 and base.left < LEFT + SIZE / 2) or (
                number == len(own) - 1 and base.right > LEFT + (measure - 0.5) * SIZE
            )
            assert abs(off) <= (SIZE if at_edge else SIZE / 10)
        assert_not_far_over_text(row, own, found)
        for reading, following in pairwise(found):
            assert following.left - reading.right >= SIZE / 4 - FLUSH
        if row and not one.line.last and can_stretch(before + after):
            text = "".join(cell.text for cell in row)
            if can_stretch(text):
                assert right_end(row, found) == pytest.approx(LEFT + measure * SIZE, abs=FLUSH)


def right_end(row: list[Cell], found: list[Cell]) -> float:
    """Where a line ends to the eye: with its last character, or with a reading wider than it."""
    return max(row[-1].ink_right, *(reading.right for reading in found[-1:]), 0.0)


GLOSSES = st.sampled_from(["yī", "hàn", "zhuāng", "shuāng", "chuáng", "Běijīng", "network cloud"])


@lawful
@given(
    parts=st.lists(
        st.tuples(
            COPY | st.sampled_from(["", "", "“", "”", "，", "。", "l", "1", "国", "国国"]),
            st.sampled_from(["国", "国", "云网", "m", "云网融合"]),
            GLOSSES,
        ),
        min_size=1,
        max_size=9,
    ),
    measure=st.integers(8, 25) | st.floats(8, 25),
    indent=st.sampled_from([0.0, 1.0, 2.0]),
)
def test_nothing_of_a_reading_stands_beyond_the_measure(
    house: FontShelf, parts: list[tuple[str, str, str]], measure: float, indent: float
) -> None:
    """At a line's edge base and reading are flush with it (CLREQ 5.5, rule 3)."""
    runs = marked(
        *(run for text, base, gloss in parts for run in ((text, ""), (base, f"ruby:{gloss}")))
    )
    paragraph = prepared([run for run in runs if run.text], house)
    for one in set_lines(paragraph, measure, first_indent(paragraph, indent, measure)):
        row, found = visible(cells(one.runs, house)), readings(one, house)
        for reading in found:
            assert reading.left >= LEFT - FLUSH
            assert reading.right <= LEFT + measure * SIZE + FLUSH
        for reading, following in pairwise(found):
            assert following.left - reading.right >= SIZE / 4 - FLUSH
        text = "".join(cell.text for cell in row)
        if not one.line.last and can_stretch(text) and one.line.cost < CUT_COST:
            assert right_end(row, found) == pytest.approx(LEFT + measure * SIZE, abs=FLUSH)
        if one.line.start and row:
            starts = (row[0].ink_left, *(reading.left for reading in found[:1]))
            assert min(starts) == pytest.approx(LEFT, abs=FLUSH)


def test_a_base_moves_in_where_the_next_reading_bars_the_way(house: FontShelf) -> None:
    """Over an indent it keeps its place."""
    runs = [Run(char, PLACE.at(index, 1), ruby="zhuāng") for index, char in enumerate("装床双窗")]
    paragraph = prepared(runs, house)
    for indent, moved in ((0.0, True), (2.0, False)):
        inset = first_indent(paragraph, indent, 20)
        (one,) = set_lines(paragraph, 20, inset)
        base, (reading, *_) = cells(one.runs, house)[0], readings(one, house)
        centre = (reading.left + reading.right - base.left - base.right) / 2
        assert centre == pytest.approx(0, abs=FLUSH)
        assert (base.left > LEFT + indent * SIZE + 1) == moved
        assert moved == (reading.left == pytest.approx(LEFT, abs=FLUSH))


@pytest.mark.parametrize(
    ("align", "reading_at", "base_at"),
    [("left", 15.94, 20), ("center", 30.94, 35), ("right", 41.88, 50)],
)
def test_a_reading_on_a_line_that_is_not_justified(
    house: FontShelf, align: Align, reading_at: float, base_at: float
) -> None:
    """Its edges are those of the measure, wherever the line stands on it."""
    paragraph = prepared(marked(("国国", ""), ("窗", "ruby:chuāng")), house)
    (line,) = break_lines(paragraph, (6,))
    items = place_line(paragraph, line, SIZE, LEFT, BASELINE, align, BLACK, "body")
    runs = [item for item in items if isinstance(item, GlyphRun)]
    base, reading = (cells([run], house) for run in runs)
    assert base[-1].left == pytest.approx(LEFT + base_at, abs=FLUSH)
    assert reading[0].left == pytest.approx(LEFT + reading_at, abs=FLUSH)


def test_a_reading_stands_once_where_its_base_is_cut(house: FontShelf) -> None:
    runs = marked(("国国", ""), ("云网融合发展规划", "ruby:cloud network convergence"), ("国", ""))
    first, *others = set_lines(prepared(runs, house), 6)
    assert [reading.text for reading in readings(first, house)] == ["cloud network convergence"]
    assert not any(readings(one, house) for one in others)


def assert_not_far_over_text(row: list[Cell], own: list[Cell], found: list[Cell]) -> None:
    """The first reading of a line reaches half an em over the text before it at most; the last,
    which an edge may have moved, over the text after it."""
    if own and own[0] is not row[0] and own[-1] is not row[-1]:
        before = row[row.index(own[0]) - 1]
        assert before.ink_right - found[0].left <= SIZE / 2 + FLUSH
        after = row[row.index(own[-1]) + 1]
        assert found[-1].right - after.ink_left <= SIZE / 2 + FLUSH


def test_a_reading_that_fits_changes_nothing(house: FontShelf) -> None:
    with_reading = prepared(marked(("国国", ""), ("汉", "ruby:hàn"), ("国国", "")), house)
    assert with_reading.widths[-1] == pytest.approx(5)


@pytest.mark.parametrize(("indent", "off"), [(2.0, 0.0), (0.0, 0.4)])
def test_a_reading_is_flush_with_the_edge_but_centred_after_an_indent(
    house: FontShelf, indent: float, off: float
) -> None:
    """CLREQ 5.5, rule 3."""
    (one,) = set_lines(prepared(marked(("窗", "ruby:zhuāng"), ("外", "")), house), 20, indent)
    (reading,) = readings(one, house)
    base = cells(one.runs, house)[0]
    middle = (base.left + base.right) / 2
    assert (reading.left + reading.right) / 2 - middle == pytest.approx(off * SIZE, abs=0.05)
    assert reading.left >= LEFT - FLUSH


def test_a_wide_gloss_spreads_its_base_and_keeps_it_whole(house: FontShelf) -> None:
    gloss = "cloud network convergence"
    runs = marked(("国" * 5, ""), ("云网融合", f"ruby:{gloss}"), ("国" * 5, ""))
    paragraph = prepared(runs, house)
    assert not {6, 7, 8} & set(paragraph.breaks)
    one = set_lines(paragraph, 40)[0]
    (reading,) = readings(one, house)
    row = cells(one.runs, house)
    base = row[5:9]
    gaps = {round(second.left - first.right, 3) for first, second in pairwise(base)}
    assert len(gaps) == 1
    assert gaps.pop() > 1
    middle = (base[0].left + base[-1].right) / 2
    assert (reading.left + reading.right) / 2 == pytest.approx(middle, abs=FLUSH)
    assert row[4].right - reading.left == pytest.approx(SIZE / 2, abs=FLUSH)
    assert reading.right - row[9].left == pytest.approx(SIZE / 2, abs=FLUSH)


def test_bases_of_a_word_are_one_piece_of_text(house: FontShelf) -> None:
    """So that they copy as one word, however far their readings push them apart."""
    runs = [Run(char, PLACE.at(index, 1), ruby="zhuāng") for index, char in enumerate("装床双窗")]
    (one,) = set_lines(prepared(runs, house), 20)
    assert [run.text for run in one.runs] == ["装床双窗"]


def test_a_reading_without_glyphs_is_reported(square: FontShelf) -> None:
    _, faults = prepare(marked(("汉", "ruby:hàn")), lambda _: "song", square)
    assert [fault.rule.code for fault in faults] == ["F003"]
    assert faults[0].facts["char"] == "à"


# ------------------------------------------------------------------------ scripts and note marks


@lawful
@given(parts=st.lists(st.tuples(COPY, st.sampled_from("123")), min_size=1, max_size=5))
@pytest.mark.parametrize("mark", ["note", "sup", "sub"])
def test_scripts_never_begin_a_line(
    house: FontShelf, mark: str, parts: list[tuple[str, str]]
) -> None:
    runs = marked(
        *((text, kind) for one, number in parts for text, kind in ((one, ""), (number, mark)))
    )
    paragraph = prepared([run for run in runs if run.text], house)
    starts = {segment.start for segment in paragraph.segments if segment.scale != 1.0}
    for line in break_lines(paragraph, (8,))[1:]:
        assert line.start not in starts


@lawful
@given(text=COPY, measure=MEASURES)
def test_other_breaks_are_as_ever(house: FontShelf, text: str, measure: float) -> None:
    runs = marked((text, ""), ("1", "note"), ("国", ""))
    paragraph = prepared([run for run in runs if run.text], house)
    for line in break_lines(paragraph, (measure,))[:-1]:
        if line.cost < CUT_COST and line.end < len(text):
            assert not fault_of_break(paragraph.text, line.end)


@pytest.mark.parametrize(("base", "gap"), [("国", 0.0), ("m", 0.25)])
def test_no_gap_before_a_script(house: FontShelf, base: str, gap: float) -> None:
    """After a script that belongs to a word the word's own gap follows."""
    (one,) = set_lines(prepared(marked((base, ""), ("2", "sup"), ("国", "")), house), 20)
    first, script, last = cells(one.runs, house)
    assert script.left == pytest.approx(first.right, abs=FLUSH)
    assert last.left - script.right == pytest.approx(gap * SIZE, abs=FLUSH)


def test_scripts_are_smaller_and_off_the_baseline(house: FontShelf) -> None:
    runs = marked(("H", ""), ("2", "sub"), ("O", ""), ("2", "sup"))
    (one,) = set_lines(prepared(runs, house), 20)
    normal, sub, _, sup = one.runs
    assert (sub.size, sup.size) == (6.5, 6.5)
    assert sup.y < normal.y < sub.y


@pytest.mark.parametrize("stop", list("。，；”）"))
def test_a_note_mark_stands_in_the_blank_of_a_stop(house: FontShelf, stop: str) -> None:
    """The line is as wide as without the mark, and no wider at its end."""
    plain = prepared(marked((f"国{stop}国", "")), house)
    noted = prepared(marked((f"国{stop}", ""), ("1", "note"), ("国", "")), house)
    assert noted.widths[-1] == pytest.approx(plain.widths[-1])
    (one,) = set_lines(prepared(marked((f"国{stop}", ""), ("1", "note")), house), 20)
    row = cells(one.runs, house)
    assert row[-1].left == pytest.approx(LEFT + 1.5 * SIZE, abs=FLUSH)
    assert one.line.natural * SIZE == pytest.approx(row[-1].right - LEFT, abs=FLUSH)


def test_note_marks_side_by_side_are_apart(house: FontShelf) -> None:
    (one,) = set_lines(prepared(marked(("国", ""), ("1", "note"), ("2", "note")), house), 20)
    _, first, second = cells(one.runs, house)
    assert second.left - first.right == pytest.approx(0.2 * SIZE, abs=FLUSH)
