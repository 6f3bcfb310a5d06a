"""Faults of frames: their place, their room and what stands in them (T002 …)."""

from __future__ import annotations

from dataclasses import replace

from ...model.diagnostics import Bilingual, Rule, Severity

FRAME_OVERFLOW = Rule(
    "T002",
    Severity.ERROR,
    Bilingual(
        "版式“{layout}”第 {page} 页的框“{frame}”放不下这段文字：高 {have} 毫米，需要 {need} 毫米",
        "the text does not fit frame `{frame}` of `{layout}`, page {page}: {have} mm high,"
        " {need} mm needed",
    ),
    Bilingual(
        "缩短文字，换小一号的样式，或在版式中把框“{frame}”加高 {more} 行（box 的第二、四个数）",
        "shorten the text, take a smaller style, or make frame `{frame}` {more:row/rows} taller"
        " (second and fourth number of its box)",
    ),
    Bilingual(
        "标题、提要、引文等显示文字必须完整地放进自己的框。",
        "Titles, decks, pull quotes and other display text must fit their frames whole.",
    ),
)

#: The same of a frame whose content is a list.
LIST_OVERFLOW = replace(
    FRAME_OVERFLOW,
    message=Bilingual(
        "版式“{layout}”第 {page} 页的框“{frame}”放不下全部各项：高 {have} 毫米，需要 {need} 毫米",
        "not all entries fit frame `{frame}` of `{layout}`, page {page}: {have} mm high,"
        " {need} mm needed",
    ),
    help=Bilingual(
        "在版式中把框“{frame}”加高 {more} 行（box 的第二、四个数），或用小一些的样式",
        "make frame `{frame}` {more:row/rows} taller (second and fourth number of its box), or take"
        " smaller styles",
    ),
)

FRAME_CLASH = Rule(
    "T003",
    Severity.ERROR,
    Bilingual(
        "第 {page} 页上，框“{frame}”的文字压住了框“{other}”的文字",
        "on page {page} the text of frame `{frame}` overlaps that of frame `{other}`",
    ),
    Bilingual(
        "移动其中一个框，或让后一个框挂在前一个框之下：top 写“{other}+1”",
        "move one of the frames, or hang one below the other: top `{other}+1`",
    ),
    Bilingual(
        "两段文字印在同一处就都读不了。",
        "Two texts in one place cannot be read.",
    ),
)

EMPTY_FRAME = Rule(
    "T006",
    Severity.ERROR,
    Bilingual(
        "框“{frame}”在第 {page} 页上没有高度或宽度",
        "frame `{frame}` has no height or width on page {page}",
    ),
    Bilingual(
        "看它的 box：上边要在下边之上，左边要在右边之左",
        "its top must lie above its bottom, its left before its right",
    ),
    Bilingual(
        "框的边可以由别的框的内容决定；内容太长时，剩下的空间可能变成零。",
        "A frame's edge may hang on another frame's content; long content can leave no room.",
    ),
)

FRAME_CIRCLE = Rule(
    "T012",
    Severity.ERROR,
    Bilingual(
        "框“{frame}”挂在“{other}”上，而“{other}”的内容又要等它先排好",
        "frame `{frame}` hangs on `{other}`, whose content waits for it in turn",
    ),
    Bilingual(
        "给“{frame}”的上边或下边写一个行数，不要写框名",
        "give the top or bottom of `{frame}` as a row, not as a frame",
    ),
    Bilingual(
        "正文框是一条链，文字从一个流到下一个，所以要一起排；链里的框不能挂在链里别的框上，"
        "也不能挂在又挂着正文的框上。",
        "Body frames are one chain that text flows through, and are filled together: none can"
        " hang on another of them, nor on a frame that hangs on the body.",
    ),
)

TOO_WIDE = Rule(
    "T013",
    Severity.ERROR,
    Bilingual(
        "“{text}”比它在框“{frame}”里的位置宽：有 {have} 毫米，需要 {need} 毫米",
        "`{text}` is wider than its place in frame `{frame}`: {have} mm, {need} mm needed",
    ),
    Bilingual(
        "用小一些的样式，或减少 columns，让每一格宽一些",
        "use a smaller style, or fewer `columns`, so that each place is wider",
    ),
    Bilingual(
        "人名、数字这样的短文字不换行，只能放进自己的那一格。",
        "Short texts such as names and numbers are not broken: they must fit their place.",
    ),
)

OFF_PAGE = Rule(
    "T014",
    Severity.ERROR,
    Bilingual(
        "框“{frame}”的内容伸到第 {page} 页的成品边外：{over} 毫米",
        "the content of frame `{frame}` reaches {over} mm beyond the trim of page {page}",
    ),
    Bilingual(
        "看它的 box：四个数以版心左上角为原点，左右用字、上下用行",
        "look at its box: the numbers count 字 and 行 from the type area's upper left corner",
    ),
    Bilingual(
        "成品边外的文字会被裁掉，印不出来。",
        "Text beyond the trim is cut off and never seen.",
    ),
)

NARROW_FRAME = Rule(
    "T018",
    Severity.ERROR,
    Bilingual(
        "框“{frame}”在第 {page} 页上宽 {have} 毫米，{option} 就占了 {need} 毫米，剩不下地方",
        "frame `{frame}` is {have} mm wide on page {page}, of which `{option}` takes {need} mm",
    ),
    Bilingual(
        "把框放宽，或减小 {option}",
        "make the frame wider, or lessen `{option}`",
    ),
    Bilingual(
        "栏间的空白、目录里页码占的宽度都在框的宽度之内；它们把框占满，就没有地方放内容了。",
        "Gaps between columns and the width of folios in the contents lie within the frame; where"
        " they fill it, nothing is left for its content.",
    ),
)

NARROW_LINE = Rule(
    "T019",
    Severity.ERROR,
    Bilingual(
        "一行宽 {have} 字，放不下这里的“{text}”：连缩进要 {need} 字",
        "a line of {have} em cannot hold `{text}`: with its indent it needs {need} em",
    ),
    Bilingual(
        "把框放宽，减少 columns，或减小样式“{style}”的 indent 和 left",
        "make the frame wider, use fewer `columns`, or lessen `indent` and `left` of style"
        " `{style}`",
    ),
    Bilingual(
        "宽度以样式自己的字号计。缩进比栏还宽，或一个字就比栏宽，文字就会伸到栏外。",
        "Widths are in em of the style's own size. Where the indent, or a single character, is"
        " wider than the column, text would stick out of it.",
    ),
)

LONG_READING = Rule(
    "T033",
    Severity.ERROR,
    Bilingual(
        "“{text}”上方的注音有 {need} 字宽，比一行（{have} 字）还宽，会伸到栏外",
        "the reading above `{text}` is {need} em wide and would stick out of its line of {have} em",
    ),
    Bilingual(
        "缩短注音，或把它分成几段，各写在自己的方括号里，或换宽一些的栏；长的解释写成注文",
        "shorten the reading, give parts of the text readings of their own, each in brackets, or"
        " set it in a wider column; make a long explanation a note",
    ),
    Bilingual(
        "注音用正文一半大的字排成一行，不换行，所以不能比它所在的那一行宽。宽度以正文字号计。",
        "A reading is one line of half the text's size and is never broken, so it cannot be wider"
        " than the line that it stands above. Widths are in em of the text.",
    ),
)

TIGHT_LINES = Rule(
    "T020",
    Severity.ERROR,
    Bilingual(
        "样式“{style}”的字有 {size} 点，行距只有 {distance} 点，上下两行会叠在一起",
        "style `{style}` sets type of {size} pt on lines {distance} pt apart, which overprint",
    ),
    Bilingual(
        "加大 rows 或 leading，至少要和字号一样",
        "raise `rows` or `leading` to the type size at least",
    ),
    Bilingual(
        "行距是相邻两行基线的距离（rows 以网格的一行为单位），小于字号，上下的字就碰在一起。"
        "只有一行的文字不受影响，不会报告。",
        "The distance is that of two baselines (`rows` counts rows of the grid). Below the type"
        " size the lines touch. Texts of one line are not concerned and not reported.",
    ),
)

LOW_RESOLUTION = Rule(
    "T021",
    Severity.WARNING,
    Bilingual(
        "图片“{path}”在版式“{layout}”第 {page} 页上只有 {have} ppi，付印要 {need} ppi",
        "the picture `{path}` has {have} ppi on page {page} of layout `{layout}`, where print needs"
        " {need}",
    ),
    Bilingual(
        "换一张至少 {width} × {height} 像素的原图，或排到 {most} 毫米宽以内",
        "take a picture of {width} × {height} px at least, or place it no wider than {most} mm",
    ),
    Bilingual(
        "ppi 是照片排到版面上之后每英寸的像素数，图框越大就越低；低了，印出来就发虚。要求写在"
        "印刷条件里（least-ppi），矢量图不受影响。在修图软件里放大并不能添出细节。",
        "Effective ppi are a raster's pixels an inch as it is placed: the larger the frame, the"
        " fewer. Too few print soft. What print needs stands in the press profile (`least-ppi`);"
        " drawings are not concerned. Enlarging a picture in an editor adds no detail.",
    ),
)

#: Help that replaces the rule's own where the frame cuts most of a picture off, as of a strip.
OTHER_SHAPE = Bilingual(
    "图框只露出这张图的一小部分：换一张和图框形状相近的图，至少 {part_width} × {part_height} 像素",
    "the frame shows a small part of it: take a picture of about the frame's shape, of"
    " {part_width} × {part_height} px at least",
)

#: Help that replaces the rule's own where no width would do.
LARGER_PICTURE = Bilingual(
    "换一张至少 {width} × {height} 像素的原图",
    "take a picture of {width} × {height} px at least",
)

COVERED = Rule(
    "T042",
    Severity.ERROR,
    Bilingual(
        "第 {page} 页上，框“{frame}”盖住了框“{other}”的文字",
        "on page {page} frame `{frame}` covers the text of frame `{other}`",
    ),
    Bilingual(
        "在版式里把框“{frame}”写到框“{other}”之前，或移开其中一个",
        "put frame `{frame}` before `{other}` in the layout, or move one of the two",
    ),
    Bilingual(
        "框按写下的次序印，后面的盖住前面的；图片和色块不透明，文字被盖住就看不见了。"
        "主页的框印在版式的框之后。",
        "Frames are painted in the order of their file, one over the other; pictures and fills are"
        " opaque and hide the text below them. Frames of a master come after those of the layout.",
    ),
)

#: Help that replaces the rule's own where copy is covered: no order prints the two apart.
MOVE_OR_RUN_AROUND = Bilingual(
    "移开其中一个框；要让正文绕开它，就在框“{frame}”里写 runaround: box",
    "move one of the two frames; for copy that runs around it write `runaround: box` in frame"
    " `{frame}`",
)

UNEVEN_GROUND = Rule(
    "T061",
    Severity.WARNING,
    Bilingual(
        "这张图有透明的地方，下面却不是一种颜色",
        "this picture is transparent in places, and what lies below is not of one colour",
    ),
    Bilingual(
        "在修图软件里把它和下面的画面合成一张图",
        "flatten it together with what lies below in an image editor",
    ),
    Bilingual(
        "付印文件里没有透明：透明的地方换成整个盖住它下面的底色，没有底色就是白纸。下面还有别的"
        "图片或几种颜色时，接缝处看得出来。",
        "The press edition has no transparency: transparent parts take the ink that covers the "
        "whole of the place below, or the white of the paper. Where other pictures or several "
        "inks lie below, that shows at the edges.",
    ),
)

RULES = (
    FRAME_OVERFLOW,
    FRAME_CLASH,
    EMPTY_FRAME,
    FRAME_CIRCLE,
    TOO_WIDE,
    OFF_PAGE,
    NARROW_FRAME,
    NARROW_LINE,
    LONG_READING,
    TIGHT_LINES,
    LOW_RESOLUTION,
    COVERED,
    UNEVEN_GROUND,
)
