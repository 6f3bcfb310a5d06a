"""`slip`: what each story is asked for, before there is copy (发稿签)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from ..build import build
from ..flatplan.words import (
    EVENTS,
    FIGURES,
    PEOPLE,
    SHAPES,
    SIDEBARS,
    VERDICTS,
    field_name,
    length_of,
    shape_of,
    story_pages,
    title_of,
    words_range,
)
from ..model.content import Article, Issue
from ..model.diagnostics import Bilingual, Lang
from ..model.legible import json_text, legible
from ..model.planning import PictureWant, Room, Slip, Words
from ..pages.planning import slip_of
from ..report import display_width
from .findings import show_findings
from .render import find_manifest
from .targets import cache_of
from .usage import WRONG_USAGE, wrong_usage

_NO_STORY = Bilingual("没有文章“{story}”", "there is no story `{story}`")
_STORIES = Bilingual("--story 后写其中之一：{known}", "give --story one of these: {known}")

_HEAD = Bilingual("第 {pages} 页", "p. {pages}")
_LAYOUT = Bilingual("版式 {layout}", "layout {layout}")
_COPY = Bilingual("正文", "copy")
_BLOCK = Bilingual("正文第 {first} 段", "copy, block {first}")
_BLOCKS = Bilingual("正文第 {first}–{last} 段", "copy, blocks {first}–{last}")
_FROM = Bilingual("正文第 {first} 段起", "copy, from block {first}")
_HEADED = Bilingual("，另加标题", ", and a heading")
_WORDS = Bilingual("{range} 字", "{range} characters")
_FITTED = Bilingual("（版式让一让：{range} 字）", " (with the layout's levers: {range})")
_ONWARD = Bilingual(
    "；转第 {page} 页接排，最多 {most} 字", "; {most} at most if it goes on on p. {page}"
)
_GRID = Bilingual("；{lines} 行，每行 {chars} 字", "; {lines} lines of {chars}")
_HAVE = Bilingual("；已有 {count} 字", "; {count} written")
_ROOM = Bilingual("{chars} 字 × {lines} 行", "{chars} characters × {lines:line/lines}")
_PICTURE = Bilingual("图 {number}", "picture {number}")
_OPTIONAL = Bilingual("（可不配）", " (may stay out)")
_PIXELS = Bilingual(
    "{shape}，{width} × {height} 像素以上", "{shape}, {width} × {height} px or more"
)
_CAPTION = Bilingual("；图说 {room}", "; caption {room}")
_OTHERS = Bilingual("可换版式", "layouts instead")
_LIST, _PAUSE = Bilingual("、", ", "), Bilingual("；", "; ")
_ALL = Bilingual(
    "字数连标点，按每段 120 字左右折算；标题、图说等是版面放得下的最大长度。",
    "Characters are full-width ones, marks among them, in paragraphs of 120 or so; of titles,"
    " captions and the like the most that the page holds is given.",
)


@dataclass(frozen=True, slots=True)
class _Story:
    """A story of the page plan: its slip, and what there is of it."""

    slip: Slip
    article: Article


def run_slip(issue: Path, story: str | None, as_json: bool, lang: Lang) -> int:
    """Exit code of `slip`: 1 if the issue has errors."""
    manifest = find_manifest(issue, lang)
    if manifest is None:
        return WRONG_USAGE
    made = build(manifest, cache=cache_of(manifest.parent), drafts=True)
    stories: list[_Story] = []
    if made.issue is not None and made.shelf is not None and made.book is not None:
        known = [slot.article for slot in made.issue.planned if slot.article]
        if story is not None and story not in known:
            names = _LIST.text(lang).join(known)
            return wrong_usage(_NO_STORY, _STORIES, lang, story=story, known=names)
        for slot in made.issue.planned:
            article = made.issue.story(slot)
            if article is not None and story in (None, article.id):
                stories.append(_Story(slip_of(made.issue, slot, made.shelf), article))
    show_findings(made.diagnostics, made.root, lang)
    if as_json:
        typer.echo(json_text([_record(one) for one in stories]))
    elif made.issue is not None and stories:
        typer.echo(legible("\n\n".join(_text(one, made.issue, lang) for one in stories)))
        typer.echo("\n" + _ALL.text(lang))
    return 1 if made.errors else 0


def _text(story: _Story, issue: Issue, lang: Lang) -> str:
    """A story's slip: a line that says which, and one for each thing wanted."""
    slip, article = story.slip, story.article
    section = issue.sections.get(article.section)
    head = [
        _HEAD.text(lang, {"pages": story_pages(slip.slot)}),
        f"{section.number} {section.name}".strip() if section else "",
        _LAYOUT.text(lang, {"layout": slip.slot.layout}),
        article.id,
        title_of(article),
    ]
    rows = list(_rows(slip, article, lang))
    width = max((display_width(label) for label, _ in rows), default=0)
    lines = ["  ".join(filter(None, head))]
    for label, text in rows:
        lines.append(f"  {label}{' ' * (width - display_width(label))}  {text}")
    return "\n".join(lines)


def _rows(slip: Slip, article: Article, lang: Lang) -> Iterator[tuple[str, str]]:
    for words in slip.words:
        have = length_of(article.blocks[words.first - 1 : words.last])
        yield _blocks(words, lang), _copy(words, slip.onward, have, lang)
    for name, room in slip.texts:
        yield field_name(name, lang), _room(room, lang)
    for picture in slip.pictures:
        yield _PICTURE.text(lang, {"number": picture.number}), _picture(picture, lang)
    for label, count in _counts(slip):
        if count:
            yield label.text(lang), str(count)
    if slip.layouts:
        yield _OTHERS.text(lang), _LIST.text(lang).join(slip.layouts)


def _counts(slip: Slip) -> Sequence[tuple[Bilingual, int]]:
    return (
        (FIGURES, slip.figures),
        (PEOPLE, slip.people),
        (EVENTS, slip.events),
        (SIDEBARS, slip.sidebars),
    )


def _blocks(words: Words, lang: Lang) -> str:
    """Which part of the copy it is."""
    facts = {"first": words.first, "last": words.last}
    if words.last is None:
        return (_COPY if words.first == 1 else _FROM).text(lang, facts)
    return (_BLOCK if words.first == words.last else _BLOCKS).text(lang, facts)


def _copy(words: Words, onward: int, have: int, lang: Lang) -> str:
    drawn = words_range(words.least, words.most)
    fitted = words_range(words.least_fitted, words.most_fitted)
    text = _WORDS.text(lang, {"range": drawn})
    if words.heading:
        text += _HEADED.text(lang)
    if fitted != drawn:
        text += _FITTED.text(lang, {"range": fitted})
    if words.most_onward:
        text += _ONWARD.text(lang, {"page": onward, "most": words.most_onward})
    text += _GRID.text(lang, {"lines": words.lines, "chars": words.chars})
    return text + (_HAVE.text(lang, {"count": have}) if have else "")


def _room(room: Room, lang: Lang) -> str:
    return _ROOM.text(lang, {"chars": room.chars, "lines": room.lines})


def _picture(picture: PictureWant, lang: Lang) -> str:
    width, height = picture.pixels
    shape = SHAPES[shape_of(picture)].text(lang)
    text = _PIXELS.text(lang, {"shape": shape, "width": width, "height": height})
    text += _OPTIONAL.text(lang) if picture.optional else ""
    if picture.caption:
        text += _CAPTION.text(lang, {"room": _room(picture.caption, lang)})
    if picture.verdict != "missing":
        text += _PAUSE.text(lang) + VERDICTS[picture.verdict].text(
            lang, {"ppi": f"{picture.have:.0f}"}
        )
    return text


def _record(story: _Story) -> dict[str, object]:
    slip, article = story.slip, story.article
    return {
        "pages": [slip.slot.first, slip.slot.last],
        "article": article.id,
        "title": title_of(article) or None,
        "section": article.section or None,
        "layout": slip.slot.layout,
        "layouts": list(slip.layouts),
        "onward": slip.onward or None,
        "words": [
            {
                "frame": words.frame,
                "blocks": [words.first, words.last],
                "heading": words.heading,
                "least": words.least,
                "most": words.most,
                "least_fitted": words.least_fitted,
                "most_fitted": words.most_fitted,
                "most_onward": words.most_onward,
                "lines": words.lines,
                "characters_in_a_line": words.chars,
            }
            for words in slip.words
        ],
        "written": length_of(article.blocks),
        "texts": {name: _room_record(room) for name, room in slip.texts},
        "pictures": [
            {
                "number": picture.number,
                "frame": picture.frame,
                "shape": shape_of(picture),
                "least_pixels": list(picture.pixels),
                "optional": picture.optional,
                "caption": picture.caption and _room_record(picture.caption),
                "verdict": picture.verdict,
                "ppi": round(picture.have) or None,
            }
            for picture in slip.pictures
        ],
        "figures": slip.figures,
        "people": slip.people,
        "events": slip.events,
        "sidebars": slip.sidebars,
    }


def _room_record(room: Room) -> dict[str, int]:
    return {"characters": room.chars, "lines": room.lines}
