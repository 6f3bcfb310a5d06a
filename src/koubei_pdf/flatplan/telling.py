"""How an entry stands, in words: what HTML and PDF both say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ..model.diagnostics import Bilingual, Diagnostic, Lang
from ..model.fitting import PLAIN
from ..model.planning import PictureWant, PlannedFrame, short_title
from ..pages.navigation import BACK, CONTENTS, COVER
from .plan import Entry, Flatplan
from .words import SHAPES, field_name, shape_of, story_pages, title_of, words_range

#: How good or bad a thing is, which a colour repeats.
Tone = Literal["good", "wait", "bad"]

TITLE = Bilingual("联络图", "Flatplan")
FIGURES = Bilingual(
    "{pages} 页，文章 {written}/{stories} 篇已有稿，图 {have}/{wanted} 张，"
    "{errors} 个错误，{warnings} 个警告",
    "{pages:page/pages}, {written} of {stories:story/stories} written, {have} of"
    " {wanted:picture/pictures} there, {errors:error/errors}, {warnings:warning/warnings}",
)
LEGEND = Bilingual(
    "尺子：深色一段是版面要的字数，浅色是版式让一让能排的，竖线是已有的字数。"
    "图：■ 可用，▲ 不够精细，□ 还没有。",
    "The bar: dark, the length that the pages want; light, what the layout's levers allow; the"
    # Blanks beside a mark of one em would be taken for those between Han characters.
    " line, what is written. Pictures:\u00a0■ fine enough,\u00a0▲ too coarse,\u00a0□ not there"
    " yet.",
)
EMPTY_PAGE = Bilingual("空", "empty")
ADVERTISEMENT = Bilingual("广告", "advertisement")
COMMA = Bilingual("，", ", ")
NO_TITLE = Bilingual("（未定题）", "(no title yet)")
CONTINUED = Bilingual("（续）{title}", "{title} (continued)")
OTHERS = Bilingual("其他问题", "Other findings")
MORE = Bilingual("还有 {count} 个", "and {count} more")
PAGE = Bilingual("第 {number} 页", "page {number}")

REST = Bilingual("接：{titles}", "{titles} (continued)")
_FROM = Bilingual("接第 {pages} 页", "from p. {pages}")
_MAY_COME = Bilingual("可接第 {pages} 页", "perhaps from p. {pages}")
_ONWARD = Bilingual("转第 {page} 页", "goes on on p. {page}")
_MAY_GO_ON = Bilingual("可转第 {page} 页", "may go on on p. {page}")

_META = Bilingual("{id}，版式 {layout}，第 {pages} 页", "{id}, {layout}, p. {pages}")
_MATTER = Bilingual("版式 {layout}，第 {pages} 页", "{layout}, p. {pages}")
_WANTED = Bilingual("要 {range} 字，还没有稿", "{range} characters wanted, no copy yet")
_HAVE = Bilingual("{have} 字（要 {range}）{verdict}", "{have} characters ({range} wanted){verdict}")
_FITS = Bilingual("，排得下", ", fits")
_MOVED = Bilingual("，版式让一让排得下", ", fits with the layout's levers")
_OVER = Bilingual("，多 {lines} 行", ", {lines:line/lines} over")
_SHORT = Bilingual("，少 {lines} 行", ", {lines:line/lines} short")
_OVERFULL = Bilingual("，框“{frames}”放不下", ", `{frames}` overset")
_NAMES = Bilingual("”“", "`, `")
_PICTURES = Bilingual("图 {have}/{wanted}", "pictures {have}/{wanted}")
_LOW = Bilingual("图 {number} 只有 {ppi} ppi，要 {pixels}", "{number}: {ppi} ppi, {pixels} wanted")
_MISSING = Bilingual("缺图 {number}，{shape} {pixels}", "{number} missing, {shape} {pixels}")
_PIXELS = "{width} × {height} px"
_ERRORS = Bilingual("{errors} 个错误", "{errors:error/errors}")
_WARNINGS = Bilingual("{warnings} 个警告", "{warnings:warning/warnings}")
_AND, _STOP, _COLON = Bilingual("、", ", "), Bilingual("；", "; "), Bilingual("：", ": ")
_PICTURE = Bilingual("图 {number}", "picture {number}")
_GROUP = Bilingual("图组", "pictures")
_CAPTION = Bilingual("图说", "caption")
_MATTERS = {
    COVER: Bilingual(COVER, "Front cover"),
    CONTENTS: Bilingual(CONTENTS, "Contents"),
    BACK: Bilingual(BACK, "Back cover"),
}
_KINDS = {
    "body": Bilingual("正文", "copy"),
    "figures": Bilingual("数字", "figures"),
    "people": Bilingual("人像", "portraits"),
    "contents": Bilingual("目录", "contents"),
    "sidebar": Bilingual("边栏", "sidebar"),
    "timeline": Bilingual("事件", "events"),
    "advertisement": ADVERTISEMENT,
}


class Said(NamedTuple):
    """A line about an entry."""

    text: str
    tone: Tone


def heading(plan: Flatplan) -> str:
    """The issue's name and date."""
    fields = plan.issue.fields
    names = [fields[name].text for name in ("title", "date") if name in fields]
    return " ".join(names).replace("\n", " ")


def figures(plan: Flatplan, lang: Lang) -> str:
    """The issue in figures."""
    wanted = [picture for entry in plan.entries for picture in entry.wanted]
    faults = [fault for entry in plan.entries for fault in entry.faults] + list(plan.others)
    errors = sum(fault.is_error for fault in faults)
    facts = {
        "pages": plan.pages,
        "stories": len(plan.stories),
        "written": sum(entry.is_written for entry in plan.stories),
        "have": sum(picture.verdict != "missing" for picture in wanted),
        "wanted": len(wanted),
        "errors": errors,
        "warnings": len(faults) - errors,
    }
    return FIGURES.text(lang, facts)


def section_of(entry: Entry, lang: Lang) -> str:
    """The section's number and name; "" of none."""
    section = entry.section
    return f"{section.number} {section.name}".strip() if section else ""


def title(entry: Entry, lang: Lang, *, is_first: bool) -> str:
    """The story's title, or what its pages are; on later spreads marked as going on."""
    if entry.article:
        name = title_of(entry.article) or NO_TITLE.text(lang)
    elif entry.rests:
        names = (short_title(rest.article) or NO_TITLE.text(lang) for rest in entry.rests)
        return REST.text(lang, {"titles": _AND.text(lang).join(names)})
    else:
        kind = ADVERTISEMENT.text(lang) if entry.is_advertisement else ""
        matter = _MATTERS.get(entry.matter)
        name = kind or (matter.text(lang) if matter else entry.matter) or entry.slot.layout
    return name if is_first else CONTINUED.text(lang, {"title": name})


def meta(entry: Entry, lang: Lang) -> str:
    """What stands on which pages, in which layout, and where it comes from or goes on."""
    facts = {
        "id": entry.slot.article or "",
        "layout": entry.slot.layout,
        "pages": story_pages(entry.slot),
    }
    parts = [(_META if entry.article else _MATTER).text(lang, facts)]
    for rule, is_certain in ((_FROM, True), (_MAY_COME, False)):
        pages = [str(rest.page) for rest in entry.rests if rest.is_certain is is_certain]
        if pages:
            parts.append(rule.text(lang, {"pages": _AND.text(lang).join(pages)}))
    if entry.slip.onward and (entry.fit is None or entry.fit.choice.goes_on):
        rule = _MAY_GO_ON if entry.fit is None else _ONWARD
        parts.append(rule.text(lang, {"page": entry.slip.onward}))
    return COMMA.text(lang).join(parts)


def words(entry: Entry, lang: Lang) -> Said | None:
    """Words wanted and there; None where no copy is wanted."""
    if not entry.slip.words:
        return None
    wanted = words_range(entry.slip.least, entry.slip.most)
    if not entry.have:
        return Said(_WANTED.text(lang, {"range": wanted}), "wait")
    verdict, tone = _verdict(entry, lang)
    facts = {"have": entry.have, "range": wanted, "verdict": verdict}
    return Said(_HAVE.text(lang, facts), tone)


def _verdict(entry: Entry, lang: Lang) -> tuple[str, Tone]:
    fit = entry.fit
    if fit is None:
        return "", "wait"
    said = ""
    if fit.over or fit.short:
        said = (_OVER if fit.over else _SHORT).text(lang, {"lines": fit.over or fit.short})
    if fit.overfull:
        names = _NAMES.text(lang).join(one.frame for one in fit.overfull)
        said += _OVERFULL.text(lang, {"frames": names})
    if said:
        return said, "bad"
    return (_FITS if fit.choice == PLAIN else _MOVED).text(lang), "good"


def pictures(entry: Entry, lang: Lang) -> Said | None:
    """Pictures wanted and there, and what is wrong with them; None where none is wanted."""
    if not entry.wanted:
        return None
    have = sum(picture.verdict != "missing" for picture in entry.wanted)
    text = _PICTURES.text(lang, {"have": have, "wanted": len(entry.wanted)})
    told = list(_pictures(entry.wanted, lang))
    if told:
        text += _COLON.text(lang) + _STOP.text(lang).join(told)
    is_low = any(picture.verdict == "low" for picture in entry.wanted)
    return Said(text, "bad" if is_low else "wait" if told else "good")


def _pictures(wanted: Sequence[PictureWant], lang: Lang) -> Iterator[str]:
    """What is wrong with pictures; those that are missing and of one size together."""
    missing: dict[tuple[str, str], list[str]] = {}
    for picture in wanted:
        width, height = picture.pixels
        pixels = _PIXELS.format(width=width, height=height)
        if picture.verdict == "low":
            facts = {"number": picture.number, "ppi": f"{picture.have:.0f}", "pixels": pixels}
            yield _LOW.text(lang, facts)
        elif picture.verdict == "missing":
            shape = SHAPES[shape_of(picture)].text(lang)
            missing.setdefault((shape, pixels), []).append(str(picture.number))
    for (shape, pixels), numbers in missing.items():
        facts = {"number": _AND.text(lang).join(numbers), "shape": shape, "pixels": pixels}
        yield _MISSING.text(lang, facts)


def faults(entry: Entry, lang: Lang) -> Said | None:
    """How many faults there are, and the first, an error if there is one."""
    if not entry.faults:
        return None
    warnings = len(entry.faults) - entry.errors
    facts = {"errors": entry.errors, "warnings": warnings}
    parts = [rule.text(lang, facts) for rule, n in _counted(entry.errors, warnings) if n]
    first = other(next((one for one in entry.faults if one.is_error), entry.faults[0]), lang)
    text = _AND.text(lang).join(parts) + _COLON.text(lang) + first.text
    return Said(text, first.tone)


def _counted(errors: int, warnings: int) -> tuple[tuple[Bilingual, int], ...]:
    return (_ERRORS, errors), (_WARNINGS, warnings)


def other(fault: Diagnostic, lang: Lang) -> Said:
    """A fault that belongs to no entry."""
    text = f"{fault.rule.code} {fault.rule.message.text(lang, fault.facts)}"
    return Said(text, "bad" if fault.is_error else "wait")


def label(frame: PlannedFrame, lang: Lang) -> str:
    """What an empty frame is for; "" where that goes without saying."""
    if frame.kind == "picture":
        return _PICTURE.text(lang, {"number": frame.shows})
    if frame.kind == "pictures":
        return _GROUP.text(lang)
    if frame.kind == "continued":
        return REST.text(lang, {"titles": frame.shows}) if frame.shows else ""
    if frame.kind in _KINDS:
        return _KINDS[frame.kind].text(lang)
    if frame.shows.startswith("pictures."):
        return _CAPTION.text(lang)
    name = frame.shows.partition(".")[0]
    if name in ("kicker", "title", "subtitle", "deck", "lead", "note", "quotes"):
        return field_name(name, lang)
    return ""
