"""Where emphasis dots, proper-name and book-title lines stand (CLREQ 5.3.1, 5.6.1)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import Fill
from koubei_pdf.model.content import Run

from .ink import Cell, cells
from .marked import (
    FLUSH,
    PARTS,
    SIZE,
    dots,
    lawful,
    lines_under,
    marked,
    prepared,
    set_lines,
    shapes,
)
from .test_laws import visible
from .texts import MEASURES


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


@pytest.mark.parametrize(
    ("text", "is_deep"), [("重点English", True), ("重点", False), ("IT", False)]
)
def test_dots_stand_clear_of_descenders(house: FontShelf, text: str, is_deep: bool) -> None:
    """All of a stretch on one level, and within half an em below the text."""
    (one,) = set_lines(prepared(marked((text, "dots")), house), 10)
    (shape,) = shapes(one, "dots")
    bottom = 0.12 * SIZE
    baseline = one.runs[0].y
    top, foot = (edge(shape.outline.coords[1::2]) - baseline for edge in (min, max))
    assert (top > 0.25 * SIZE) is is_deep
    assert foot < bottom + SIZE / 2


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
