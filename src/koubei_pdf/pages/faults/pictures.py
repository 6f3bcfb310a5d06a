"""Faults of pictures in their frames, of what runs around them, and of columns (T080 …)."""

from __future__ import annotations

from dataclasses import replace

from ...model.diagnostics import Bilingual, Rule, Severity
from .frames import EMPTY_FRAME

FOCUS_CUT = Rule(
    "T080",
    Severity.ERROR,
    Bilingual(
        "第 {page} 页的框“{frame}”切到了图片“{path}”的 focus_box：框的宽高比是 {have}，"
        "focus_box 的是 {need}",
        "frame `{frame}` on page {page} cuts into the focus box of `{path}`: the frame is {have}"
        " times as wide as high, the focus box {need} times",
    ),
    Bilingual(
        "把框改成更接近的宽高比，缩小 focus_box，或在框里写 fit: whole",
        "make the frame's proportion more like it, make the focus box smaller, or write"
        " `fit: whole` in the frame",
    ),
    Bilingual(
        "focus_box 是文章里声明的、裁切时绝不能切到的部分。图片铺满框时，太宽或太高的 focus_box"
        " 放不进框里。",
        "The focus box is what the article says that no crop may cut. Where the picture fills its"
        " frame, a focus box that is too wide or too high does not fit into it.",
    ),
)

FOCUS_AT_SPINE = Rule(
    "T081",
    Severity.WARNING,
    Bilingual(
        "图片“{path}”的 focus_box 在第 {page} 页右边压着书脊两侧 {within} 毫米以内",
        "the focus box of `{path}` lies within {within} mm of the spine, at the right of page"
        " {page}",
    ),
    Bilingual(
        "移动框“{frame}”，或另选一张主体在一侧的图片",
        "move frame `{frame}`, or take a picture whose subject stands to one side",
    ),
    Bilingual(
        "跨页图片在书脊处会陷进订口，脸和文字不要放在那里。距离写在 house.yaml 的 paper 里"
        "（spine_clearance）；胶装的刊物至少按 3 毫米计。",
        "A picture across two pages sinks into the fold: keep faces and lettering out of it. The"
        " distance stands under `paper` in house.yaml (`spine_clearance`); perfect binding counts"
        " as 3 mm at least.",
    ),
)

BODY_COVERED = Rule(
    "T082",
    Severity.ERROR,
    Bilingual(
        "第 {page} 页上，绕排的框“{obstacles}”占满了正文框“{frame}”，一行也排不下",
        "on page {page} what text runs around, `{obstacles}`, leaves no line in body frame"
        " `{frame}`",
    ),
    Bilingual(
        "移开或缩小“{obstacles}”，减小 clearance，或减小正文框的 least_measure（现在 {least} 字）",
        "move `{obstacles}` or make it smaller, or lessen its `clearance`, or the `least_measure`"
        " of the body frame (now {least} 字)",
    ),
    Bilingual(
        "正文绕着写了 runaround 的框排。障碍旁边不足 least_measure 字的行空着不排。",
        "The copy runs around frames with `runaround`. Rows that leave it less than"
        " `least_measure` 字 stay empty.",
    ),
)

BODY_AS_OBSTACLE = Rule(
    "T083",
    Severity.ERROR,
    Bilingual(
        "框“{frame}”是正文框，不能写 runaround",
        "frame `{frame}` holds the copy itself and cannot have `runaround`",
    ),
    Bilingual(
        "去掉 runaround；要绕开的图片或引文框才写它",
        "take `runaround` away; it belongs to the picture or quotation that the copy avoids",
    ),
    Bilingual(
        "同一版式的正文框一起排，彼此不能绕排。",
        "All body frames of a layout are filled together and cannot run around each other.",
    ),
)

UNEVEN_COLUMNS = Rule(
    "T084",
    Severity.WARNING,
    Bilingual(
        "框“{frame}”的一栏宽 {width} 字，不是整字",
        "a column of frame `{frame}` is {width} 字 wide, which is no whole number",
    ),
    Bilingual(
        "把 gap 写成 {gap}，每栏就是 {whole} 字",
        "write `gap: {gap}`, which makes columns of {whole} 字",
    ),
    Bilingual(
        "一栏放整数个字，各行的字才上下对齐；不是整字，每一行都要拉开一点才齐。",
        "In a column of whole 字 the characters of all lines stand below each other. In any other"
        " every line has to be widened a little to be flush.",
    ),
)

#: Help that replaces the rule's own where there are no columns side by side.
WHOLE_WIDTH = Bilingual(
    "改 box 的左边或右边，让框宽 {whole} 字",
    "move the left or right edge of its box, so that it is {whole} 字 wide",
)

#: A frame without room, where the gaps of a group of pictures take it.
GAPS_ALONE = replace(
    EMPTY_FRAME,
    message=Bilingual(
        "图组“{frame}”在第 {page} 页上有 {width} × {height} 毫米放图，{count} 张图之间的空（gap）"
        "就占了 {need} 毫米，剩不下地方",
        "group `{frame}` has {width} × {height} mm for its pictures on page {page}, of which the"
        " gaps between {count:picture/pictures} take {need} mm",
    ),
    help=Bilingual(
        "减小 gap（现在 {gap} 字），或把框放大",
        "lessen `gap` (now {gap} 字), or make the frame larger",
    ),
)

RULES = (FOCUS_CUT, FOCUS_AT_SPINE, BODY_COVERED, BODY_AS_OBSTACLE, UNEVEN_COLUMNS)
