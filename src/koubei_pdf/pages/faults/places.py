"""Faults of where frames stand: between rows, below others, beyond the page (T116 …)."""

from __future__ import annotations

from ...model.diagnostics import Bilingual, Rule, Severity

NO_ROW = Rule(
    "T116",
    Severity.ERROR,
    Bilingual(
        "正文框“{frame}”在第 {page} 页上容不下一行：它在网格的两行之间",
        "body frame `{frame}` holds no row of the grid on page {page}: it ends before the next one",
    ),
    Bilingual(
        "把它的 box 加高，上边和下边写整行数",
        "make its box higher, its top and bottom whole numbers of rows",
    ),
    Bilingual(
        "正文的每一行都在网格上；框里没有一整行，就一个字也排不下。框的上边挂在别的框上时，看那个框是不是太长。",
        "Every line of the copy stands on a row of the grid. A frame without a whole row holds"
        " nothing; where its top hangs on another frame, that one may be too long.",
    ),
)

HIDDEN = Rule(
    "T117",
    Severity.ERROR,
    Bilingual(
        "第 {page} 页上，框“{other}”的图整个被框“{frame}”盖住了",
        "on page {page} frame `{frame}` hides the whole picture of frame `{other}`",
    ),
    Bilingual(
        "移开其中一个框，或在版式里把“{frame}”写在“{other}”前面",
        "move one of the frames, or list `{frame}` before `{other}`",
    ),
    Bilingual(
        "框按版式里的次序画，后画的盖住先画的；整张图都看不见，多半是两个框写到了同一个地方。",
        "Frames are painted in the order of the layout. A picture of which nothing is seen mostly"
        " means that two frames have the same place.",
    ),
)

OFF_SHEET = Rule(
    "T118",
    Severity.ERROR,
    Bilingual(
        "框“{frame}”的图伸到第 {page} 页的出血以外：{over} 毫米",
        "the picture of frame `{frame}` reaches {over} mm beyond the bleed of page {page}",
    ),
    Bilingual(
        "把 box 的那条边写成 bleed，或写小一些",
        "write `bleed` for that edge of its box, or a smaller number",
    ),
    Bilingual(
        "出血以外的部分印不出来，图的重点、分辨率和裁切却都按整个框来算。",
        "What lies beyond the bleed is never printed, while crop and resolution are reckoned for"
        " the whole box.",
    ),
)

ON_PICTURE = Rule(
    "T125",
    Severity.ERROR,
    Bilingual(
        "第 {page} 页上，框“{frame}”印在了框“{other}”的图上",
        "on page {page} frame `{frame}` is printed on the picture of frame `{other}`",
    ),
    Bilingual(
        "移开其中一个框；本来就要印在图上，就在框“{frame}”里写 on_picture: true",
        "move one of the two frames; where it shall stand on the picture, write `on_picture: true`"
        " in frame `{frame}`",
    ),
    Bilingual(
        "两样东西印在同一处，多半是框写错了地方。标题、图注这样的文字框写在图后面、整个在图上，算是"
        "有意的；伸出图外一半的，和正文、图片等别的框，要写明。",
        "Two things printed in one place mostly mean that a frame stands where it should not."
        " Frames of one text, as titles, that are listed after a picture and stand on it whole are"
        " meant to; those that stand on its edge, copy, pictures and all other kinds must say so.",
    ),
)

#: Help that replaces the rule's own where copy is printed on a picture.
RUN_AROUND = Bilingual(
    "移开其中一个框；要让正文绕开图，就在框“{other}”里写 runaround: box；正文本来就要印在图上，就在"
    "框“{frame}”里写 on_picture: true",
    "move one of the two frames; for copy that runs around the picture write `runaround: box` in"
    " frame `{other}`; for copy that shall stand on it, `on_picture: true` in frame `{frame}`",
)

BEYOND_AREA = Rule(
    "T126",
    Severity.WARNING,
    Bilingual(
        "正文框“{frame}”在第 {page} 页上伸出了版心（{columns} 字 × {rows} 行）",
        "body frame `{frame}` reaches beyond the type area of page {page},"
        " {columns} 字 × {rows} 行",
    ),
    Bilingual(
        "把 box 改到版心以内：左右 0 到 {columns}，上下 0 到 {rows}",
        "keep its box within the type area: 0 to {columns} across, 0 to {rows} down",
    ),
    Bilingual(
        "版心外是页码、栏题和留白的地方；正文排到那里，就和对页不齐，也会碰到页码。版心的大小写在"
        " house.yaml 的 grid 里。",
        "Margins are for folios, banners and white; copy that runs into them is not level with the"
        " facing page and meets the folio. The size of the type area stands under `grid` in"
        " house.yaml.",
    ),
)

RULES = (NO_ROW, HIDDEN, OFF_SHEET, ON_PICTURE, BEYOND_AREA)
