"""Faults of copy: what finds no place, is not there, or is not shown (T001 …)."""

from __future__ import annotations

from dataclasses import replace

from ...model.diagnostics import Bilingual, Rule, Severity

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

UNKNOWN_FIELD = Rule(
    "T004",
    Severity.ERROR,
    Bilingual("没有名为“{name}”的字段", "there is no field named `{name}`"),
    Bilingual("可用的字段：{known}", "known here: {known}"),
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
        "数字和外文单词不拆开，网址只在标点后断行，一条注音下面的文字也不拆；比一行还宽的就只能切开。"
        "house.yaml 的 typography 里写 hyphenate: en-GB（或 en-US），小写的长单词就可以拆开。",
        "Numbers and Western words stay whole, addresses break after their marks, and so does the"
        " text under one reading; what is wider than a line can only be cut. With `hyphenate:"
        " en-GB` (or en-US) under `typography` in house.yaml long lower-case words may be divided.",
    ),
)

#: Help that replaces the rule's own where the word could be divided.
DIVIDE_WORD = Bilingual(
    "在 house.yaml 的 typography 里写 hyphenate: en-GB 让单词可以拆开，或者换宽一些的栏",
    "write `hyphenate: en-GB` under `typography` in house.yaml, so that words may be divided, or"
    " set it in a wider column",
)

#: Help that replaces it where it is a number: no space stands in that.
SHORTEN_NUMBER = Bilingual(
    "把数字写短（如改用“万”“亿”），或者换宽一些的栏",
    "write the number shorter, or set it in a wider column",
)

#: The same of text that one reading or gloss holds together.
WIDE_READING = replace(
    WIDE_WORD,
    message=Bilingual(
        "这里的文字连同上方的注音比一行（{measure} 字）还宽，只好从中间切开",
        "the text here is wider with its reading than its line ({measure} em) and had to be cut",
    ),
    help=Bilingual(
        "把注音分成几段，各写在自己的方括号里，或者缩短注音，或换宽一些的栏",
        "give its parts readings of their own, each in brackets, shorten the reading, or set it in"
        " a wider column",
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
        "在文章的 pictures 里加一张图，换一个图少的版式，或在图框里写 optional: true",
        "add a picture to the article's `pictures`, choose a layout with fewer, or write"
        " `optional: true` in the frame",
    ),
    Bilingual(
        "图框不能空着，除非写了 optional: true。",
        "A picture frame is never left empty, unless it says `optional: true`.",
    ),
)

CLOSE_LINES = Rule(
    "T030",
    Severity.WARNING,
    Bilingual(
        "样式“{style}”的行距太小：行间空 {gap} 点，着重号、专名号、注音至少要 {need} 点",
        "style `{style}` leaves {gap} pt between lines; dots, lines and readings need {need} pt",
    ),
    Bilingual(
        "加大样式“{style}”的 rows 或 leading，或去掉这里的标记",
        "give style `{style}` more `rows` or `leading`, or take the mark away here",
    ),
    Bilingual(
        "着重号、专名号、书名号浪线和注音排在两行之间，行间空白不能小于半个字。"
        "koubei-pdf 不会单独撑大一行，那样就离开了网格。",
        "Emphasis dots, lines under names and titles, and readings stand between the lines, which"
        " must be half an em apart at least (CLREQ 5.6.1). A single line is never opened up, for"
        " it would leave the grid.",
    ),
)

SMALL_TYPE = Rule(
    "T031",
    Severity.WARNING,
    Bilingual(
        "这里的小字只有 {size} 点，印出来看不清（样式“{style}”）",
        "the small type here is {size} pt, too small to print well (style `{style}`)",
    ),
    Bilingual(
        "至少要 {least} 点：加大样式“{style}”的字号，或去掉这里的标记",
        "{least} pt is the least: make style `{style}` larger, or take the mark away here",
    ),
    Bilingual(
        "注音是正文字号的一半，上标、下标和注号是它的 65%。再小，笔画就太细，印刷保证不了；"
        "最小字号写在印刷条件里（text 的前一个数）。",
        "Readings are half as large as the text, superscript, subscript and note marks 65 per cent."
        " Below the least size, the first number of `text` in the press profile, the strokes are"
        " thinner than the press holds.",
    ),
)

UNPLACED_COPY = Rule(
    "T008",
    Severity.ERROR,
    Bilingual(
        "版式“{layout}”没有地方放“{part}”",
        "layout `{layout}` has no frame for `{part}`",
    ),
    Bilingual(
        "在版式里加一个框放它，或者换一个版式",
        "add a frame for it to the layout, or choose another layout",
    ),
    Bilingual(
        "文章的标题、副题、提要、署名、正文、图注一字也不能丢。",
        "Nothing of an article's title, subtitle, deck, byline, copy and captions may be lost.",
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
        "版式“{layout}”没有用到这里的图片（{part}）",
        "layout `{layout}` does not use `{part}` of this entry",
    ),
    Bilingual(
        "换一个图框更多的版式，或从 pictures 里去掉这张图",
        "choose a layout with more picture frames, or take the picture off `pictures`",
    ),
    Bilingual(
        "文章或页面计划给了这张图，版面上却没有它。",
        "The article or the entry of the page plan comes with a picture that no page shows.",
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

UNKNOWN_SECTION = Rule(
    "T015",
    Severity.ERROR,
    Bilingual("没有 id 为“{name}”的栏目", "no section has the id `{name}`"),
    Bilingual("清单里的栏目：{known}", "sections of the manifest: {known}"),
    Bilingual(
        "框的 section 写栏目的 id，或它在清单里的次序（从 1 起）。写次序时，没有那么多栏目"
        "也不算错，框就空着；写 id 而没有这个栏目，多半是拼错了。",
        "A frame's `section` is a section's id, or its place in the manifest from 1. A place beyond"
        " the last section leaves the frame empty; an id that no section has is mostly misspelt.",
    ),
)

UNUSED_FIELD = Rule(
    "T016",
    Severity.WARNING,
    Bilingual(
        "版式“{layout}”没有用到 fields 里的“{name}”",
        "layout `{layout}` does not show `{name}` of `fields`",
    ),
    Bilingual(
        "版式要的有：{known}；改正名称，或删去这一项",
        "the layout asks for: {known}; mend the name, or delete it",
    ),
    Bilingual(
        "页面计划里 fields 的每一项由版式里的 slot.名称 印出来；版式没有要它，就印不出来。",
        "What the page plan gives under `fields` is printed where the layout says slot.NAME;"
        " what no layout asks for is not printed.",
    ),
)

UNUSED_FEATURE = Rule(
    "T017",
    Severity.WARNING,
    Bilingual(
        "版式“{layout}”没有预告第 {number} 篇文章（{article}）",
        "layout `{layout}` does not announce feature {number} (`{article}`)",
    ),
    Bilingual(
        "从 features 里去掉它，或在版式里加一个 features.{number}.title 的框",
        "take it off `features`, or give the layout a frame with features.{number}.title",
    ),
    Bilingual(
        "features 是这些页要预告的文章，例如封面上的标题。版式里没有给它的位置，就印不出来。",
        "`features` are the articles that these pages announce, such as cover lines. One for which"
        " the layout has no place is not printed.",
    ),
)

CROWDED_READING = Rule(
    "T032",
    Severity.WARNING,
    Bilingual(
        "注音“{text}”和上一行下面的着重号或线叠在一起（{lack} 点）",
        "the reading `{text}` overlaps the dots or lines under the line above (by {lack} pt)",
    ),
    Bilingual(
        "加大这个样式的 rows 或 leading，或去掉两处标记之一",
        "give the style more `rows` or `leading`, or take one of the two marks away",
    ),
    Bilingual(
        "行间空白够放一样，不一定够放两样：上一行下面有线又有着重号、下一行上面有注音时，"
        "行间约要空 0.9 个字。只有上下正好相对时才报告。",
        "Room for one of the two need not be room for both: where dots under a line face readings"
        " above the next, the lines must be about 0.9 em apart. It is reported only where they"
        " meet.",
    ),
)

RULES = (
    OVERSET,
    UNKNOWN_FIELD,
    WIDE_WORD,
    MISSING_PICTURE,
    UNPLACED_COPY,
    FOLIO_CLASH,
    UNUSED_PICTURE,
    BLOCK_SHARE,
    UNKNOWN_SECTION,
    UNUSED_FIELD,
    UNUSED_FEATURE,
    CLOSE_LINES,
    SMALL_TYPE,
    CROWDED_READING,
)
