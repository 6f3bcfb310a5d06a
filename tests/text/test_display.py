"""Titles: broken at the author's spaces, after marks, between phrases; even."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.text.breaking import break_lines
from koubei_pdf.text.display import break_display, title_rivals
from koubei_pdf.text.prepare import Prepared

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
        # A particle stays with what is before it, be that a quotation or a Western word.
        ("《红楼梦》的作者到底是谁", 8, ["《红楼梦》的", "作者到底是谁"]),
        ("“武汉电信大楼”的三十年服务历程与变化", 12,
         ["“武汉电信大楼”的", "三十年服务历程与变化"]),
        ("iPhone 15 Pro Max 的屏幕显示了多少汉字呢", 12,
         ["iPhone 15 Pro Max 的", "屏幕显示了多少汉字呢"]),
        ("第 100 期《字里行间》的故事", 9, ["第 100 期", "《字里行间》的故事"]),
        # 地铁 and 过江 are words, 现在 is one; 与 leads what follows.
        ("武汉地铁过江隧道今日开通", 8, ["武汉地铁过江", "隧道今日开通"]),
        ("深入了解武汉的过去与现在", 8, ["深入了解武汉的", "过去与现在"]),
        ("一个人的长征：从“红军”到“老兵”的路", 11,
         ["一个人的长征：", "从“红军”到", "“老兵”的路"]),
        # Only a run that is wider than its line is cut; the rules hold beside it.
        ("深入了解武汉的过去与现在Pneumonoultramicroscopic", 8,
         ["深入了解武汉的", "过去与现在", "Pneumonoultra", "microscopic"]),
        # Dates part behind 年 and 月, if they must; a number and its unit do not.
        ("全文刊登于1998年12月31日《人民日报》", 6,
         ["全文刊登于", "1998年", "12月31日", "《人民日报》"]),
        ("2024年3月15日国际消费者权益日特别报道", 9,
         ["2024年3月15日", "国际消费者", "权益日特别报道"]),
        # Words stay whole, and characters alone with what they belong to.
        ("不会用手机的人怎么办？社区里的“数字课堂”", 9.5,
         ["不会用手机的人", "怎么办？社区里的", "“数字课堂”"]),
        ("她从未离开过这片土地", 8, ["她从未离开过", "这片土地"]),
        ("张志明：一个普通线路工的三十年", 9, ["张志明：一个普通", "线路工的三十年"]),
        ("着力打造智慧城市新名片", 8, ["着力打造智慧", "城市新名片"]),
        ("从0到1：华为Mate 60 Pro", 8, ["从0到1：", "华为Mate 60 Pro"]),
        ("武汉电信人工智能大模型", 8, ["武汉电信", "人工智能大模型"]),
        # A typed gap is a place like others; titles, dates and versions stay whole.
        ("从“汉字”到《Python 手册》的三千里路", 13,
         ["从“汉字”到", "《Python 手册》的三千里路"]),
        ("与 Python 3.12 版本的“新特性”一起成长", 12,
         ["与 Python 3.12 版本的", "“新特性”一起成长"]),
        ("2024 年 5 月 6 日，武汉下了一场大雨", 10,
         ["2024 年 5 月 6 日，", "武汉下了一场大雨"]),
        # Where the author types no gaps, or types an ideographic space, the space is a wish.
        ("武汉分公司 2022年双评议工作 再获优异成绩", 11,
         ["武汉分公司 ", "2022年双评议工作 ", "再获优异成绩"]),
        ("武汉电信的　5G 网络建设", 9, ["武汉电信的　", "5G 网络建设"]),
        # A clause far shorter than the rest does not stand alone.
        ("啊，我们武汉电信大楼的三十年服务", 14, ["啊，我们武汉电信", "大楼的三十年服务"]),
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


@given(count=st.integers(6, 20))
@settings(deadline=None, max_examples=40)
def test_lines_are_balanced(square: FontShelf, count: int) -> None:
    """Where all places are alike, no line is a word longer than another needs to be."""
    sizes = [line.end - line.start for line in break_display(make("国人" * count, square), 10)]
    assert max(sizes) - min(sizes) <= 2


def test_a_title_that_no_line_holds_is_still_all_there(square: FontShelf) -> None:
    lines = break_display(make("国" + "A" * 60 + "国", square), 10)
    assert (lines[0].start, lines[-1].end) == (0, 62)


_BEGINNINGS = (
    "武汉",
    "从“红军”",
    "“老武汉”",
    "《红楼梦》",
    "在湖边",
    "iPhone 15 Pro Max ",
    "第 100 期",
)
_MIDDLES = (
    "的", "了", "们", "与", "和", "把", "到“老兵”", "在东湖", "《Python 手册》", " Python 3.12 ",
    "2024 年 5 月 6 日", "3月1日", "三十年服务", "大楼", "：", "，", "读者", "50 公里", "现在",
    "又",
)  # fmt: skip
_ENDINGS = ("的路", "了吗", "吧", "的故事", "的三千里路", "一起成长", "多少汉字呢", "全城", "。")

_TITLES = st.builds(
    lambda first, middle, last: first + "".join(middle) + last,
    st.sampled_from(_BEGINNINGS),
    st.lists(st.sampled_from(_MIDDLES), min_size=2, max_size=7),
    st.sampled_from(_ENDINGS),
)
_NEVER_PARTED = re.compile(
    "《[^》]*》|“[^”]*”|第 [0-9]+ 期|Python 3.12|50 公里"
    "|[0-9]+ ?年 ?[0-9]+ ?月 ?[0-9]+ ?日|[0-9]+月[0-9]+日"
)


def _faults_of_title(text: str, end: int) -> int:
    """1000 for a line before `end` or after it that the laws of titles forbid, 1 for a part of
    what had better stay whole."""
    before, after = text[:end].rstrip(), text[end:]
    if before[-1].isdigit() and after[0] in "年月日期公":
        return 1000
    if after[0] in "的了们吗吧呢" or (before[-1] in "从在与和把又第" and before[-2:] != "现在"):
        return 1000
    return int(any(match.start() < end < match.end() for match in _NEVER_PARTED.finditer(text)))


def _fewest_faults(paragraph: Prepared, measure: float, most: int) -> int | None:
    """Of all ways to set a title on `most` lines or fewer; None where none fits."""
    size = len(paragraph.text)
    found = {0: 0}
    least: list[int] = []
    for _ in range(most):
        reached: dict[int, int] = {}
        for start, faults in found.items():
            for end in (end for end in paragraph.breaks if end > start):
                if paragraph.natural(start, end) <= measure + 1e-6:
                    more = _faults_of_title(paragraph.text, end) if end < size else 0
                    reached[end] = min(reached.get(end, 10**9), faults + more)
        found = reached
        least += [found[size]] if size in found else []
    return min(least, default=None)


@settings(deadline=None, max_examples=400)
@given(text=_TITLES, measure=st.integers(7, 16))
def test_no_title_is_broken_amiss_where_another_way_fits(
    square: FontShelf, text: str, measure: int
) -> None:
    paragraph = make(text, square)
    ends = [line.end for line in break_display(paragraph, measure)][:-1]
    most = len(break_lines(paragraph, (measure,))) + 1
    least = _fewest_faults(paragraph, measure, most)
    if least is not None and most > 2:
        assert sum(_faults_of_title(text, end) for end in ends) <= least, (text, ends)


def test_what_is_far_too_long_for_a_title_is_broken_as_copy_is(square: FontShelf) -> None:
    paragraph = make("把每一件小事做好，让每一位客户满意" * 300, square)
    lines = break_display(paragraph, 14)
    assert lines == break_lines(paragraph, (14,))
    assert title_rivals(paragraph, lines, 3)[1] == []
