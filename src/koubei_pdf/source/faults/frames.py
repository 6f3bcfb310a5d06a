"""Faults of frames and their boxes (L008, L013–L017, L019)."""

from __future__ import annotations

from dataclasses import replace

from ...model.diagnostics import Bilingual
from .wording import error

UNKNOWN_KIND = error(
    "L008",
    zh=(
        "没有“{name}”这种框",
        "可以写的有：{known}",
        "kind 说明框里放什么，例如正文、文字、图片、目录。",
    ),
    en=(
        "no frame kind is named `{name}`",
        "known here: {known}",
        "The kind of a frame says what fills it: the text, a line of words, a picture, a list.",
    ),
)

BAD_EDGE = error(
    "L013",
    zh=(
        "看不懂 box 里的“{found}”",
        "写格数（12）、trim、trim+8mm、bleed、spine；上下两边还可以写“框名+1”",
        "box 的四个值依次是左、上、右、下。数字是版心里的字数（左右）或行数（上下）；"
        "trim、bleed、spine 是裁切线、出血线和书脊；上下两边还可以从另一个框算起。",
    ),
    en=(
        "`{found}` is not an edge of a box",
        "write grid units (12), trim, trim+8mm, bleed, spine, or for top and bottom FRAME+1",
        "A box is left, top, right and bottom. Numbers are characters (left, right) or lines "
        "(top, bottom) of the type area; trim, bleed and spine are the page's edges; "
        "top and bottom may hang on another frame.",
    ),
)

EMPTY_BOX = error(
    "L014",
    zh=(
        "box 没有宽度：左边是 {start}，右边是 {end}",
        "检查四个值的次序：左、上、右、下",
        "右边的值要大于左边，下边的要大于上边。",
    ),
    en=(
        "the box has no width: its left edge is {start}, its right edge {end}",
        "check the order: left, top, right, bottom",
        "Right must be greater than left, and bottom greater than top.",
    ),
)

#: The same of its other two edges.
FLAT_BOX = replace(
    EMPTY_BOX,
    message=Bilingual(
        "box 没有高度：上边是 {start}，下边是 {end}",
        "the box has no height: its top edge is {start}, its bottom edge {end}",
    ),
)

UNKNOWN_FRAME = error(
    "L015",
    zh=(
        "没有名为“{name}”的框",
        "这个版式里有：{known}",
        "一个框可以挂在同一版式的另一个框下面，要写那个框的名称。",
    ),
    en=(
        "no frame is named `{name}`",
        "known here: {known}",
        "A frame can hang on another frame of the same layout, by its name.",
    ),
)

FRAME_CYCLE = error(
    "L016",
    zh=(
        "框“{name}”的位置绕一圈又取决于自己（{path}）",
        "给其中一个框写上固定的行数",
        "几个框互相挂靠，总要有一个先定下位置。",
    ),
    en=(
        "the place of frame `{name}` depends on itself ({path})",
        "give one of these frames a fixed row",
        "Of frames that hang on each other one must have a place of its own.",
    ),
)

FRAME_PAGE = error(
    "L017",
    zh=(
        "框“{frame}”在第 {page} 页，而版式只有 {pages} 页",
        "改正 page，或增加版式的页数",
        "page 从版式的第一页数起，不是刊物的页码。",
    ),
    en=(
        "frame `{frame}` is on page {page} of a layout of {pages}",
        "mend `page`, or give the layout more pages",
        "`page` counts from the first page of the layout, not of the issue.",
    ),
)

NOT_ACROSS = error(
    "L019",
    zh=(
        "框“{frame}”不在左页上，不能跨页",
        "把它放在左页（page 是单数，版式不止一页），或删去 across",
        "across 表示框从左页跨到右页，右边的值从右页量起，所以框要写在对页的左页上。",
    ),
    en=(
        "frame `{frame}` is not on a left page and cannot reach across",
        "put it on a left page (odd `page` of a spread), or delete `across`",
        "`across` lets a frame of a left page reach over the gutter; "
        "its right edge is measured on the facing page.",
    ),
)

RULES = (
    UNKNOWN_KIND,
    BAD_EDGE,
    EMPTY_BOX,
    UNKNOWN_FRAME,
    FRAME_CYCLE,
    FRAME_PAGE,
    NOT_ACROSS,
)
