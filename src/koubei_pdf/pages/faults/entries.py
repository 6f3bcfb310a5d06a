"""Faults of what an entry of the page plan brings together: article, layout, contents (T040 …)."""

from __future__ import annotations

from dataclasses import replace

from ...model.diagnostics import Bilingual, Rule, Severity
from .copy import UNPLACED_COPY

NOT_LISTED = Rule(
    "T040",
    Severity.ERROR,
    Bilingual(
        "文章“{article}”（栏目“{section}”）没有列进目录",
        "article `{article}` (section `{section}`) is in no list of contents",
    ),
    Bilingual(
        "在版式“{layout}”里加一个 contents 框，写 section: {section}，或换一个栏目更多的目录版式",
        "give layout `{layout}` a `contents` frame with section: {section},"
        " or choose one for more sections",
    ),
    Bilingual(
        "每个 contents 框只列一个栏目的文章。目录里没有框的栏目，它的文章读者就找不到。"
        "整期没有 contents 框时不检查。",
        "A `contents` frame lists the articles of one section. What belongs to a section without a"
        " frame could not be found by readers. An issue without any such frame is not checked.",
    ),
)

NO_ARTICLE = Rule(
    "T041",
    Severity.ERROR,
    Bilingual(
        "版式“{layout}”要排一篇文章，这里没有写 article",
        "layout `{layout}` sets an article, and this entry names none",
    ),
    Bilingual(
        "加上 article: 文章的代号，或换一个不排文章的版式",
        "add `article: NAME` to the entry, or choose a layout without an article",
    ),
    Bilingual(
        "版式里有标题或正文的框，没有文章它们就空着，印出来是白页。",
        "The layout has frames for a title or copy; without an article they stay empty and the page"
        " prints blank.",
    ),
)

STRAY_BRACE = Rule(
    "T043",
    Severity.WARNING,
    Bilingual(
        "这里的“{mark}”没有配对，会原样印出来", "this `{mark}` has no partner and will print"
    ),
    Bilingual("补上另一半，或删去", "add the other one, or delete it"),
    Bilingual(
        "版式的文字里，花括号成对使用，夹着一个字段的名称。",
        "In the texts of layouts braces come in pairs, with the name of a field between them.",
    ),
)

UNUSED_QUOTES = Rule(
    "T044",
    Severity.WARNING,
    Bilingual(
        "版式“{layout}”没有放引文的框，quotes 一条也没有印",
        "layout `{layout}` has no frame for quotes: none of these is printed",
    ),
    Bilingual(
        "换一个有 quotes.1 的版式，或删去 quotes",
        "choose a layout with quotes.1, or delete `quotes`",
    ),
    Bilingual(
        "文章的 quotes 由版式里的 quotes.1、quotes.2 印出来。多写几条备选不算错，"
        "一条也没有印才提醒。",
        "The `quotes` of an article are printed where its layout says quotes.1, quotes.2 and so on."
        " Spare ones are not reported, only that none is printed.",
    ),
)

#: Copy without a place, where it is the caption of a picture that has one.
UNPLACED_CAPTION = replace(
    UNPLACED_COPY,
    message=Bilingual(
        "版式“{layout}”没有地方放图 {number} 的图注",
        "layout `{layout}` has no frame for the caption of picture {number}",
    ),
    help=Bilingual(
        '在版式里加一个文字框放它（text: "{{pictures.{number}}}"；图组用 caption_style），'
        "换一个版式，或者删去图注",
        'add a text frame for it to the layout (`text: "{{pictures.{number}}}"`; a group wants'
        " `caption_style`), choose another layout, or delete the caption",
    ),
)

RULES = (NOT_LISTED, NO_ARTICLE, STRAY_BRACE, UNUSED_QUOTES)
