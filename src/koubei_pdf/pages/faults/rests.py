"""Faults of stories that go on on other pages (T100 …)."""

from __future__ import annotations

from ...model.diagnostics import Bilingual, Rule, Severity

NO_REST_FRAME = Rule(
    "T100",
    Severity.ERROR,
    Bilingual(
        "版式“{layout}”没有 story: {number} 的 continued 框，文章“{article}”转不到这里",
        "layout `{layout}` has no `continued` frame with story: {number}, for `{article}` to go on",
    ),
    Bilingual(
        "在版式里加一个 kind: continued、story: {number} 的框，或者从 continues 里去掉它",
        "give the layout a frame of `kind: continued` with `story: {number}`, or take the article"
        " off `continues`",
    ),
    Bilingual(
        "continues 里的第几篇，就排进 story 是几的 continued 框；没有写 story 的框是第 1 篇的。",
        "The first story under `continues` goes on in `continued` frames with `story: 1`, which is"
        " also that of frames without `story`; the second in those with `story: 2`, and so on.",
    ),
)

NOTHING_CONTINUES = Rule(
    "T101",
    Severity.ERROR,
    Bilingual(
        "版式“{layout}”的框“{frame}”排别处转来的文字，这里没有写 continues",
        "frame `{frame}` of layout `{layout}` is for stories that go on, and this entry names none",
    ),
    Bilingual(
        "加上 continues: [文章的代号]，或换一个版式",
        "add `continues: [NAME]` to the entry, or choose another layout",
    ),
    Bilingual(
        "没有文章转来，continued 框就空着，印出来是白页。",
        "Without a story to go on there a `continued` frame stays empty and the page prints blank.",
    ),
)

HANGING_REST = Rule(
    "T102",
    Severity.ERROR,
    Bilingual(
        "continued 框“{frame}”的上边或下边挂在别的框上",
        "an edge of `continued` frame `{frame}` hangs on another frame",
    ),
    Bilingual("上边和下边都写行数", "write both its top and its bottom as rows"),
    Bilingual(
        "转来的文字在排文章的时候就排好了，那时这一页还没有排，别的框有多高还不知道。",
        "Its copy is set together with the story, before this page is laid out: how high other"
        " frames will be is not known then.",
    ),
)

UNNAMED_REST = Rule(
    "T103",
    Severity.WARNING,
    Bilingual(
        "文章“{article}”转到了这里，版式“{layout}”却没有印出它的标题",
        "`{article}` goes on here, and layout `{layout}` does not print its title",
    ),
    Bilingual(
        "加一个文字框：{{continued.{number}.title}}（上接第{{continued.{number}.folio}}页）",
        "add a text frame with {{continued.{number}.title}} and {{continued.{number}.folio}}",
    ),
    Bilingual(
        "读者翻到这一页，要看得出接的是哪一篇、从第几页接来。",
        "Who leafs to this page must see which story goes on here, and from which page.",
    ),
)

UNUSED_REST = Rule(
    "T104",
    Severity.WARNING,
    Bilingual(
        "没有文章转到第 {page} 页：continued 框都空着",
        "no story goes on on page {page}: its `continued` frames are empty",
    ),
    Bilingual(
        "用 otherwise 写一个没有文章转来时改用的版式（例如一页广告），或者把这一页改作别用",
        "name a layout for that case under `otherwise`, such as that of an advertisement, or plan"
        " the page anew",
    ),
    Bilingual(
        "continues 里的文章都在自己的页上排完了，用不着这一页。",
        "The stories under `continues` all end on their own pages.",
    ),
)

NO_REST_PAGE = Rule(
    "T105",
    Severity.WARNING,
    Bilingual(
        "版式“{layout}”可以转页，页面计划里却没有文章“{article}”的转页",
        "layout `{layout}` has `continue`, and the page plan has no pages for `{article}` to go on",
    ),
    Bilingual(
        "在后面的页上写 continues: [{article}]，给一个有 continued 框的版式",
        "write `continues: [{article}]` on later pages, with a layout that has `continued` frames",
    ),
    Bilingual(
        "文章放不下，版式的 fit 里又写了 continue：有了转页，多出的文字就可以排到那里。",
        "The story is too long and `fit` has `continue`: given pages for it, what is over could"
        " stand there.",
    ),
)

LATE_OBSTACLE = Rule(
    "T115",
    Severity.ERROR,
    Bilingual(
        "转来的文字要绕开框“{frame}”，这个框却要等文字排好才知道在哪里",
        "copy that goes on here shall run around frame `{frame}`, whose place depends on that copy",
    ),
    Bilingual(
        "去掉它的 runaround，或者别让它挂在 continued 框上，也别写 {{continued…}}",
        "take its `runaround` away, or let it hang on no `continued` frame and show no"
        " {{continued…}}",
    ),
    Bilingual(
        "转来的文字在排文章的时候就排好了。它要绕开的图和引文，那时就得知道在哪里、有多大。",
        "Its copy is set together with the story, before this page is laid out. What it runs around"
        " must have its place by then.",
    ),
)

RULES = (
    NO_REST_FRAME,
    NOTHING_CONTINUES,
    HANGING_REST,
    UNNAMED_REST,
    UNUSED_REST,
    NO_REST_PAGE,
    LATE_OBSTACLE,
)
