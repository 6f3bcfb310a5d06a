"""Faults of issue.lock.yaml, which the program writes itself (M090–M091)."""

from __future__ import annotations

from .wording import error

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

RULES = (OTHER_VERSION, BAD_LOCK)
