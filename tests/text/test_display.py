"""Titles: broken at the author's spaces, after marks, between phrases; even."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.text.breaking import break_lines
from koubei_pdf.text.display import break_display

from .clreq import fault_of_break
from .conftest import make
from .texts import COPY


@pytest.mark.parametrize(
    ("title", "measure", "lines"),
    [
        # One line where one holds it.
        ("十佳总监", 10, ["十佳总监"]),
        ("以客户满意为目标 把基础服务做透", 16, ["以客户满意为目标 把基础服务做透"]),
        # At the author's space, even if another place were more even.
        ("共铸国云 智领未来", 8, ["共铸国云 ", "智领未来"]),
        ("以客户满意为目标 把基础服务做透", 15, ["以客户满意为目标 ", "把基础服务做透"]),
        (
            "智能派单分单 加速服务响应 提高服务效率",
            10,
            ["智能派单分单 ", "加速服务响应 ", "提高服务效率"],
        ),
        ("只问使命，无问西东 杨琴", 10, ["只问使命，无问西东 ", "杨琴"]),
        # After a mark.
        ("好服务更随心，好服务业绩兴", 10, ["好服务更随心，", "好服务业绩兴"]),
        ("武汉5G建设：更广、更深、更密", 12, ["武汉5G建设：", "更广、更深、更密"]),
        # Between phrases, not within 满意, 单位 or 营业厅.
        ("武汉分公司2022年双评议工作再获优异成绩", 15,
         ["武汉分公司2022年双评议", "工作再获优异成绩"]),
        ("光谷创业街营业厅协助做好大学生紧急异地补卡服务", 10,
         ["光谷创业街营业厅", "协助做好大学生", "紧急异地补卡服务"]),
    ],
)  # fmt: skip
def test_titles_break_at_sense(
    house: FontShelf, title: str, measure: float, lines: list[str]
) -> None:
    paragraph = make(title, house)
    found = break_display(paragraph, measure)
    assert [title[line.start : line.end] for line in found] == lines


@settings(deadline=None, max_examples=150)
@given(text=COPY.filter(bool).map(lambda text: text[:40]), measure=st.integers(9, 30))
def test_laws_of_titles(square: FontShelf, text: str, measure: int) -> None:
    paragraph = make(text, square)
    lines = break_display(paragraph, measure)
    assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])]
    assert lines[-1].end == len(text)
    for line in lines[:-1]:
        assert not fault_of_break(text, line.end)
    fewest = len(break_lines(paragraph, (measure,)))
    assert fewest <= len(lines) <= fewest + 1
    for line in lines:
        give = paragraph.shrink[line.end] - paragraph.shrink[line.start]
        give += paragraph.shrink_last[line.end] - paragraph.shrink_last[line.start]
        assert line.natural <= measure + give + 0.001


@given(count=st.integers(11, 40))
@settings(deadline=None, max_examples=40)
def test_lines_are_balanced(square: FontShelf, count: int) -> None:
    """Where nothing says where to break, no line is a character longer than another needs to be."""
    sizes = [line.end - line.start for line in break_display(make("国" * count, square), 10)]
    assert max(sizes) - min(sizes) <= max(2, count // 10)


def test_a_title_that_no_line_holds_is_still_all_there(square: FontShelf) -> None:
    lines = break_display(make("国" + "A" * 60 + "国", square), 10)
    assert (lines[0].start, lines[-1].end) == (0, 62)
