"""What slips and flatplans say of stories, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from ..model.content import Article, Block, PageSlot
from ..model.diagnostics import Bilingual, Lang
from ..model.geometry import TOLERANCE
from ..model.planning import PictureWant, Verdict
from ..report import display_width

Shape = Literal["landscape", "portrait", "square"]

SHAPES: dict[Shape, Bilingual] = {
    "landscape": Bilingual("横图", "landscape"),
    "portrait": Bilingual("竖图", "portrait"),
    "square": Bilingual("方图", "square"),
}
VERDICTS = {
    "ok": Bilingual("已有，可用", "there, fine enough"),
    "low": Bilingual("已有，只有 {ppi} ppi", "there, only {ppi} ppi"),
    "missing": Bilingual("还没有", "not there yet"),
}
#: Marks of pictures, which a line of words explains.
MARKS: Mapping[Verdict, str] = {"ok": "■", "low": "▲", "missing": "□"}

FIGURES = Bilingual("数字", "figures")
PEOPLE = Bilingual("人像", "portraits")
EVENTS = Bilingual("事件", "events")
SIDEBARS = Bilingual("边栏", "sidebars")

_FIELDS = {
    "kicker": Bilingual("引题", "kicker"),
    "title": Bilingual("标题", "title"),
    "subtitle": Bilingual("副题", "subtitle"),
    "deck": Bilingual("提要", "deck"),
    "lead": Bilingual("导语", "lead"),
    "note": Bilingual("附注", "note"),
    "quotes": Bilingual("摘句", "quote"),
}


def field_name(field: str, lang: Lang) -> str:
    """What a field is called: `quotes.2` is 摘句 2."""
    name, _, number = field.partition(".")
    return f"{_FIELDS[name].text(lang)} {number}".rstrip()


def shape_of(picture: PictureWant) -> Shape:
    difference = picture.width - picture.height
    if abs(difference) <= TOLERANCE:
        return "square"
    return "landscape" if difference > 0 else "portrait"


def title_of(article: Article) -> str:
    """The title in one line; "" where there is none yet."""
    title = article.fields.get("title")
    return title.text.replace("\n", " ") if title else ""


def story_pages(slot: PageSlot) -> str:
    """The pages of a slot: `10–11`."""
    return f"{slot.first}" if slot.first == slot.last else f"{slot.first}–{slot.last}"


def words_range(least: int | None, most: int) -> str:
    """`447–664`, or `≤ 664` where copy is never too short."""
    return f"≤ {most}" if least is None else f"{least}–{most}"


def length_of(blocks: Iterable[Block]) -> int:
    """How long copy is, in full-width characters: two narrow ones are one."""
    return sum(display_width(block.text) + 1 for block in blocks if block.kind != "heading") // 2
