"""Faults of stories that go on on other pages, as the page plan has it (M078, M079, M092–M094)."""

from __future__ import annotations

from .wording import error, warning

TWO_RESTS = error(
    "M078",
    zh=(
        "文章“{article}”在 continues 里写了两次，第一次在第 {line} 行",
        "只留一处",
        "一篇文章只能转到一处。地方不够，就在那里的版式里加高 continued 框，或者换页数更多的版式。",
    ),
    en=(
        "`continues` names `{article}` twice, first on line {line}",
        "keep one of them",
        "A story goes on in one place. For more room make that layout's `continued` frames higher, "
        "or give it more pages.",
    ),
)

REST_TOO_EARLY = error(
    "M079",
    zh=(
        "文章“{article}”排到第 {last} 页，不能转到第 {page} 页",
        "把 continues 写到后面的页上",
        "转接只往后转：读者看完这几页，再往后翻去接着看。",
    ),
    en=(
        "article `{article}` ends on page {last} and cannot go on on page {page}",
        "name it under `continues` of later pages",
        "Stories go on on later pages: readers finish these and leaf on.",
    ),
)

STORY_AND_REST = error(
    "M092",
    zh=(
        "有 continues 的页上不能再写 article“{article}”",
        "给文章另写一项，或者删去 continues",
        "转页专排各篇转来的部分；自己的文章若在这里移动框，转来的文字就会被挤开。",
    ),
    en=(
        "an entry with `continues` cannot have article `{article}` as well",
        "give the article an entry of its own, or delete `continues`",
        "Such pages are for what goes on there. The levers of a story that begins there would move "
        "the frames of others.",
    ),
)

NEVER_PARTED = warning(
    "M093",
    zh=(
        "文章“{article}”不会转到这里：版式“{layout}”的 fit 里没有 continue",
        "在这个版式的 fit 里写 continue: {{stay: 8, carry: 4}}，或者从 continues 里去掉它",
        "能不能转页由版式决定：fit 里的 continue 说明两处至少各留几行。",
    ),
    en=(
        "article `{article}` will not go on here: layout `{layout}` has no `continue` under `fit`",
        "write `continue: {{stay: 8, carry: 4}}` under the layout's `fit`, or take it off "
        "`continues`",
        "Whether stories may go on elsewhere is said by their layouts: `continue` under `fit` "
        "says how many lines there must be in both places.",
    ),
)

NO_REST = error(
    "M094",
    zh=(
        "这里没有 continues，otherwise 用不上",
        "加上 continues: [文章的代号]，或者删去 otherwise",
        "otherwise 是没有一篇文章转来时改用的版式，例如一页广告。",
    ),
    en=(
        "`otherwise` has no use without `continues`",
        "add `continues: [NAME]`, or delete `otherwise`",
        "`otherwise` is the layout of these pages where no story goes on there, such as that of an "
        "advertisement.",
    ),
)

RULES = (TWO_RESTS, REST_TOO_EARLY, STORY_AND_REST, NEVER_PARTED, NO_REST)
