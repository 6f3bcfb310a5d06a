"""What can be wrong with an issue's files: the rules, in Chinese and English, by group."""

from __future__ import annotations

from ...model.diagnostics import Rule
from . import (
    articles,
    containers,
    files,
    fitting,
    frames,
    layouts,
    lock,
    marks,
    plan,
    press,
    printing,
    rests,
    spans,
    syntax,
    tables,
    values,
)

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *syntax.RULES,
    *values.RULES,
    *plan.RULES,
    *rests.RULES,
    *press.RULES,
    *printing.RULES,
    *articles.RULES,
    *marks.RULES,
    *spans.RULES,
    *tables.RULES,
    *containers.RULES,
    *layouts.RULES,
    *frames.RULES,
    *fitting.RULES,
    *lock.RULES,
)

__all__ = [
    "RULES",
    "articles",
    "containers",
    "files",
    "fitting",
    "frames",
    "layouts",
    "lock",
    "marks",
    "plan",
    "press",
    "printing",
    "rests",
    "spans",
    "syntax",
    "tables",
    "values",
]
