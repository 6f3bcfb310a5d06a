"""`explain-line` of titles: what stands at a break, and at those that were not taken."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.diagnostics import Bilingual, Lang
from ..pages import SetParagraph
from ..text.display import title_rivals
from ..text.phrases import Place

DISPLAY = Bilingual(
    "标题类：先看断在什么地方，再求各行均匀（差别以 em² 计）",
    "display text: what stands at a break counts first, then how even the lines are (em²)",
)
_PLACES = {
    Place.WISH: Bilingual("作者留的空", "a space of the author's"),
    Place.MARK: Bilingual("标点之后", "after a mark"),
    Place.QUOTE: Bilingual("引号、括号之间", "beside a quotation or bracket"),
    Place.PHRASE: Bilingual("词组之间", "between phrases"),
    Place.JOINT: Bilingual("相连的词之间", "between words that belong together"),
    Place.WORD: Bilingual("拆开一个词", "within a word"),
    Place.KEPT: Bilingual(
        "拆开书名、日期、数量或名称", "within a title, a date, a quantity or a name"
    ),
    Place.BOUND: Bilingual(
        "助词起行，虚词收行，或数与单位分开",
        "before a particle, behind a leading word, or between a number and its unit",
    ),
}
_PLACE_CHOSEN = Bilingual("断在：{place}", "ends {place}")
_TITLE_RIVAL = Bilingual(
    "断在 {text}｜：{place}，不匀 {extra}", "ending {text}｜ is {place}: uneven by {extra}"
)
_TITLE_UNFIT = Bilingual(
    "断在 {text}｜：{place}，要多排一行", "ending {text}｜ is {place}; a line more is needed"
)

#: Characters around a title's break within which breaks within words are listed as well.
CLOSE_BY = 3


def title_break(paragraph: SetParagraph, number: int, lang: Lang) -> Iterator[str]:
    """What stands at the end of a title's line, and where else it could end: between words, or
    close by."""
    place, others = title_rivals(paragraph.prepared, paragraph.lines, number)
    yield f"     {_PLACE_CHOSEN.text(lang, {'place': _PLACES[place].text(lang)})}"
    end = paragraph.lines[number].end
    for rival in others:
        if rival.place >= Place.WORD and abs(rival.end - end) > CLOSE_BY:
            continue
        message = _TITLE_UNFIT if rival.extra is None else _TITLE_RIVAL
        facts = {
            "text": before(paragraph, rival.end),
            "place": _PLACES[rival.place].text(lang),
            "extra": f"{rival.extra or 0.0:+.0f}",
        }
        yield f"     {message.text(lang, facts)}"


def before(paragraph: SetParagraph, end: int) -> str:
    """The last characters before a break."""
    return "…" + paragraph.prepared.text[max(end - 3, 0) : end]
