"""What can go wrong while pages are made (T…)."""

from __future__ import annotations

from ..model.diagnostics import Bilingual, Rule, Severity

OVERSET = Rule(
    "T001",
    Severity.ERROR,
    Bilingual(
        "正文放不下：多 {lines} 行（约 {chars} 字），版式“{layout}”第 {page} 页",
        "text does not fit `{layout}`, page {page}: {lines:line/lines} over, "
        "about {chars:character/characters}",
    ),
    Bilingual(
        "从这里起的文字没有地方放：删去约 {chars} 字，或给这篇文章换一个正文框更大的版式",
        "cut about {chars:character/characters}, "
        "or give the article a layout with a larger body frame",
    ),
    Bilingual(
        "文章比版式的正文框长。koubei-pdf 从不缩小字号，也从不丢字，所以停在这里并说明差多少。",
        "The article is longer than the body frames of its layout. koubei-pdf never shrinks type"
        " and never drops text: it stops and says by how much.",
    ),
)

FRAME_OVERFLOW = Rule(
    "T002",
    Severity.ERROR,
    Bilingual(
        "框“{frame}”放不下这段文字：高 {have} 毫米，需要 {need} 毫米",
        "the text does not fit frame `{frame}`: {have} mm high, {need} mm needed",
    ),
    Bilingual(
        "缩短文字，或在版式中加高框“{frame}”（box 的第二、四个数）",
        "shorten the text, or make frame `{frame}` taller (second and fourth number of its box)",
    ),
    Bilingual(
        "标题、提要、引文等显示文字必须完整地放进自己的框。",
        "Titles, decks, pull quotes and other display text must fit their frames whole.",
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

UNKNOWN_FIELD = Rule(
    "T004",
    Severity.ERROR,
    Bilingual("没有名为“{name}”的字段", "there is no field named `{name}`"),
    Bilingual("可用的字段：{known}", "use one of {known}"),
    Bilingual(
        "版式里的 {…} 会换成文章、栏目或刊物的内容，名字写错就什么也换不出来。",
        "A {…} in a layout is replaced by something of the article, section or issue.",
    ),
)

WIDE_WORD = Rule(
    "T005",
    Severity.WARNING,
    Bilingual(
        "这里有一个比一行（{measure} 字）还宽的词，只好从中间切开",
        "a word here is wider than its line ({measure} em) and had to be cut",
    ),
    Bilingual(
        "在这个词里加一个空格，或者换宽一些的栏",
        "add a space in the word, or set it in a wider column",
    ),
    Bilingual(
        "数字和外文单词不拆开，网址只在标点后断行；比一行还宽的就只能切开。",
        "Numbers and Western words stay whole, addresses break after their marks; what is wider"
        " than a line can only be cut.",
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

MISSING_PICTURE = Rule(
    "T007",
    Severity.ERROR,
    Bilingual(
        "版式“{layout}”要第 {number} 张图，这里只有 {have} 张",
        "layout `{layout}` wants picture {number}, but there are only {have}",
    ),
    Bilingual(
        "在文章的 pictures 里加一张图，或换一个图少的版式",
        "add a picture to the article's `pictures`, or choose a layout with fewer",
    ),
    Bilingual("图框不能空着。", "A picture frame is never left empty."),
)

UNPLACED_COPY = Rule(
    "T008",
    Severity.ERROR,
    Bilingual(
        "版式“{layout}”没有地方放文章的{part}",
        "layout `{layout}` has no frame for the article's {part}",
    ),
    Bilingual(
        "在版式里加一个框放它，或者换一个版式",
        "add a frame for it to the layout, or choose another layout",
    ),
    Bilingual(
        "文章的标题、副题、提要、署名、正文一字也不能丢。",
        "Nothing of an article's title, subtitle, deck, byline and copy may be lost.",
    ),
)

FOLIO_CLASH = Rule(
    "T009",
    Severity.ERROR,
    Bilingual(
        "目录说“{title}”在第 {wanted} 页，实际排在第 {found} 页",
        "the plan says that `{title}` starts on page {wanted}, but it was laid out on page {found}",
    ),
    Bilingual("让版式把标题放在它的第一页上", "let the layout place the title on its first page"),
    Bilingual(
        "目录的页码取自排好的版面，并与页面计划和印出的页码核对。",
        "Page numbers in the contents come from the laid-out pages and are checked against the plan"
        " and the printed folios.",
    ),
)

UNUSED_PICTURE = Rule(
    "T010",
    Severity.WARNING,
    Bilingual(
        "版式“{layout}”没有用到文章的图片（{part}）",
        "layout `{layout}` does not use the article's {part}",
    ),
    Bilingual(
        "换一个图框更多的版式，或从 pictures 里去掉这张图",
        "choose a layout with more picture frames, or take the picture off `pictures`",
    ),
    Bilingual(
        "文章给了这张图，版面上却没有它。", "The article comes with a picture that no page shows."
    ),
)

BLOCK_SHARE = Rule(
    "T011",
    Severity.ERROR,
    Bilingual(
        "版式“{layout}”的正文框取了第 {number} 段 {times} 次",
        "the body frames of `{layout}` take paragraph {number} {times} times",
    ),
    Bilingual(
        "改正各正文框的 from 和 to，让每一段正好归一个框",
        "mend `from` and `to` of the body frames so that each paragraph belongs to one of them",
    ),
    Bilingual(
        "from 和 to 把文章分给几个正文框：漏掉的段落会丢，重叠的会印两遍。",
        "`from` and `to` share an article out among body frames: a paragraph left out would be"
        " lost, one taken twice printed twice.",
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

UNEVEN_GROUND = Rule(
    "T015",
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
    OVERSET,
    FRAME_OVERFLOW,
    FRAME_CLASH,
    UNKNOWN_FIELD,
    WIDE_WORD,
    EMPTY_FRAME,
    MISSING_PICTURE,
    UNPLACED_COPY,
    FOLIO_CLASH,
    UNUSED_PICTURE,
    BLOCK_SHARE,
    FRAME_CIRCLE,
    TOO_WIDE,
    OFF_PAGE,
    UNEVEN_GROUND,
)
