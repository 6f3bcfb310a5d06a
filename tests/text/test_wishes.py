"""What had better stay together is parted only where a line would else be loose."""

from __future__ import annotations

import pytest

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.content import Run
from koubei_pdf.text.breaking import break_lines
from koubei_pdf.text.compose import compose
from koubei_pdf.text.wishes import COUNT_WISH, WISH, kept, wishes

from .conftest import PLACE, make


@pytest.mark.parametrize(
    ("text", "whole", "cost"),
    [
        ("读《红楼梦》去", "《红楼梦》", WISH),
        ("所谓“四个人”者", "“四个人”", WISH),
        ("在2023年3月12日", "2023年3月12日", WISH),
        ("有3月份", "3月", WISH),
        ("比分3：2了", "3：2", WISH),
        ("看卡尔·马克思", "看卡尔·马克思", WISH),
        ("约30亿元的", "30亿元", COUNT_WISH),
        ("分成3个的", "3个", COUNT_WISH),
        ("共102户人", "102户", COUNT_WISH),
    ],
)
def test_each_wish_prices_the_breaks_within(text: str, whole: str, cost: float) -> None:
    start = text.index(whole)
    inside = {
        offset: price for offset, price in wishes(text) if start < offset < start + len(whole)
    }
    assert cost in inside.values()
    assert all(start < offset < start + len(whole) for offset, _ in wishes(text))


def test_long_titles_and_plain_copy_have_no_price() -> None:
    assert not dict(wishes("在《中国电信武汉分公司服务年报》里，中国电信武汉分公司"))


def test_the_author_s_marks_are_wishes_too() -> None:
    plain, marked = Run("中国", PLACE), Run("武汉电信", PLACE, frozenset({"keep"}))
    assert dict(kept([plain, marked])) == {3: WISH, 4: WISH, 5: WISH}
    long = Run("武汉电信" * 4, PLACE, frozenset({"keep"}))
    assert not dict(kept([long]))


def test_a_short_title_moves_as_a_whole_where_the_line_can_bear_it() -> None:
    """The line before gives a comma's blank, or takes it, rather than part the title."""
    text = "一二三四，五六七八，九十一二三四五六《楚风》七八九十一二三四五六七八九十"
    ends = [line.end for line in compose(text, measure=20, indent=0)]
    start, end = text.index("《"), text.index("》")
    assert not any(start < stop <= end for stop in ends)


def test_a_wish_never_makes_copy_unsettable(square: FontShelf) -> None:
    paragraph = make("《一二三四五六》" * 6, square)
    assert break_lines(paragraph, (5.0,))[-1].end == len(paragraph.text)
