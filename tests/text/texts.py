"""Hypothesis strategies: copy as authors write it, and any order of troublesome marks."""

from __future__ import annotations

import re

from hypothesis import strategies as st

_HAN = "中国电信武汉服务口碑客户营业厅网络一二三人的了在"
_LATIN = ("DICT", "IT", "SD-WAN", "5G", "App", "don’t", "iPhone", "Wi-Fi")
_NUMBERS = ("2023", "3.14", "1,292", "50%", "37.6", "20℃", "102㎡", "¥100", "+5", "−3", "±2")
_JOINED = ("3～5", "2021–2022", "武汉·汉阳", "三——四", "好……", "A+", "食安街-明厨亮灶")
_BRACKETS = ("“”", "（）", "《》", "‘’", "「」", "【】")

#: Between two units; a dash and an ellipsis may stand in a line's way wherever it ends.
_BETWEEN = (
    ("",) * 8 + ("，",) * 4 + ("。", "。", "、", "；", "：", "？", "！", "——", "……", " ", "·")
)


def _words() -> st.SearchStrategy[str]:
    han = st.text(_HAN, min_size=1, max_size=8)
    short = st.sampled_from(_LATIN + _NUMBERS + _JOINED)
    return han | han | han | short


@st.composite
def _bracketed(draw: st.DrawFn) -> str:
    opening, closing = draw(st.sampled_from(_BRACKETS))
    return opening + draw(_words()) + draw(st.sampled_from(("", "，", "。"))) + closing


@st.composite
def _copy(draw: st.DrawFn) -> str:
    text = ""
    for unit in draw(st.lists(_words() | _words() | _words() | _bracketed(), max_size=40)):
        between = draw(st.sampled_from(_BETWEEN))
        western = [side for side in (text[-1:], unit[0]) if side.isascii()]
        if (between == "" and len(western) == 2) or (between == "·" and western):
            between = "和"
        text += unit if not text else between + unit
    return text + draw(st.sampled_from(("", "。", "！", "”")))


#: Paragraphs of Han, Latin words, numbers and marks, in which no run is wider than 8 em.
COPY = _copy()

#: What no line can hold whole: such runs are cut, which is another matter.
_WIDE = re.compile("[!-~·–—…’㎡]{14,}|[^中国口Aa19 ]{10,}")

#: Any order at all of characters that the rules name.
ANYTHING = st.text("中国口Aa19 ，。：！“”（）《》—…·–～／/%+.-’㎡", max_size=60).filter(
    lambda text: not _WIDE.search(text)
)

#: Measures in em, whole and not.
MEASURES = st.integers(10, 40) | st.floats(10, 40).map(lambda em: round(em, 2))

#: Indents in em of a paragraph's first line.
INDENTS = st.sampled_from((0.0, 2.0))
