"""Faults of issue.lock.yaml, which the program writes itself (M090–M091, M097–M099)."""

from __future__ import annotations

from .wording import error, warning

OTHER_VERSION = error(
    "M090",
    zh=(
        "这份记录是另一版 koubei-pdf 写的（版本 {found}，这里要 {wanted}）",
        "用那一版 koubei-pdf 排这一期，或者运行 koubei-pdf render --refit 重新决定",
        "issue.lock.yaml 记着各篇文章怎样排进版面。看不懂它就排，没有改动的页也可能变样，"
        "所以先停下来；--refit 不看旧的记录，排好以后写一份新的。",
    ),
    en=(
        "this record is of another version of koubei-pdf ({found}; here it is {wanted})",
        "lay this issue out with that version, or run koubei-pdf render --refit to decide anew",
        "issue.lock.yaml says how the stories were fitted. Laying the issue out without it could "
        "move pages that nobody changed, so the program stops; --refit passes over the record and "
        "writes a new one.",
    ),
)

BAD_LOCK = error(
    "M091",
    zh=(
        "看不懂这份记录的这个地方",
        "取回没有改过的 issue.lock.yaml，或者运行 koubei-pdf render --refit 重新决定",
        "issue.lock.yaml 由 koubei-pdf render 写出，手工改动或合并时很容易弄坏。"
        "看不懂它就排，没有改动的页也可能变样，所以先停下来。",
    ),
    en=(
        "this part of the record cannot be understood",
        "fetch the unchanged issue.lock.yaml, or run koubei-pdf render --refit to decide anew",
        "issue.lock.yaml is written by koubei-pdf render and easily broken by hand or by a merge. "
        "Laying the issue out without it could move pages that nobody changed, so the program "
        "stops.",
    ),
)

UNKNOWN_STORY = warning(
    "M097",
    zh=(
        "记录里的“{name}”不是页面计划里的文章，这一条不用",
        "页面计划里的文章：{known}；这一条多余，排好以后自动删去",
        "文章撤下或改了名，记录里会留下旧的一条；手工改错了名称也会这样，那篇文章就重新决定怎样排。",
    ),
    en=(
        "the record has `{name}`, which is no story of the page plan; it is passed over",
        "stories there: {known}; the next render drops this one",
        "A story that was taken out or renamed leaves its entry behind. A name that was changed by "
        "hand does the same, and its story is decided anew.",
    ),
)

NOT_TO_BE_HAD = warning(
    "M098",
    zh=(
        "记录里“{article}”的 {key} 有“{name}”，这个不存在，或者版式不许动它；这一篇重新决定",
        "取回没有改过的 issue.lock.yaml；{key} 里可以有：{known}",
        "记录只在文章还用原来的版式时有效，而且只能有版式的 fit 里声明的框和版式。"
        "手工改错了名称，或者版式后来改了，记录就不能用，这一篇的页可能变样。",
    ),
    en=(
        "the record of `{article}` has `{name}` under `{key}`, which is not there or may not be"
        " moved: it is decided anew",
        "fetch the unchanged issue.lock.yaml; `{key}` may have: {known}",
        "A record holds as long as its story is in the same layout, and can have only frames and "
        "layouts that its `fit` declares. Where a name was changed by hand, or the layout since, "
        "the story is decided anew, and its pages may change.",
    ),
)

BEYOND_LIMIT = warning(
    "M099",
    zh=(
        "记录里“{article}”的 {key} 是 {found}，版式“{layout}”只许 {range}，这一篇重新决定",
        "取回没有改过的 issue.lock.yaml，或者把版式 fit 里的限度改回来",
        "记录不能超过版式的 fit 声明的限度。手工改了数，或者版式后来收紧了，记录就不能用，"
        "这一篇的页可能变样。",
    ),
    en=(
        "the record of `{article}` has {found} for `{key}`, and layout `{layout}` allows {range}:"
        " it is decided anew",
        "fetch the unchanged issue.lock.yaml, or restore the limit in the layout's `fit`",
        "A record goes no further than the `fit` of its layout. Where a number was changed by "
        "hand, or the layout since, the story is decided anew, and its pages may change.",
    ),
)

RULES = (
    OTHER_VERSION,
    BAD_LOCK,
    UNKNOWN_STORY,
    NOT_TO_BE_HAD,
    BEYOND_LIMIT,
)
