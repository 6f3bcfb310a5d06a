"""Where readings stand over their bases (CLREQ 5.5)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import GlyphRun
from koubei_pdf.model.content import Run
from koubei_pdf.model.style import BLACK, Align
from koubei_pdf.pages.typeset import place_line
from koubei_pdf.text.breaking import break_lines, first_indent
from koubei_pdf.text.breaktable import CUT_COST
from koubei_pdf.text.prepare import prepare

from .conftest import PLACE
from .ink import Cell, cells
from .marked import (
    BASELINE,
    FLUSH,
    LEFT,
    SIZE,
    SYLLABLES,
    lawful,
    marked,
    prepared,
    readings,
    set_lines,
)
from .test_laws import can_stretch, visible
from .texts import COPY


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
