"""One page of a PDF judged for being placed on a page of ours."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf

from ..model.press import PressProfile
from .findings import Group
from .judging import judge

#: What is the placing page's affair: its boxes, and what stands near its trim.
_NOT_OURS = (*(f"X05{digit}" for digit in range(10)), "X137", "X138")


def judge_page(path: Path, page: int, profile: PressProfile) -> tuple[Group, ...]:
    """What is wrong with page `page` (from 1) of a readable PDF, apart from the file around it."""
    single = io.BytesIO()
    with pikepdf.open(path) as file, pikepdf.new() as alone:
        alone.pages.append(file.pages[page - 1])
        alone.remove_unreferenced_resources()  # as placing does
        alone.save(single)
    judged = judge(single.getvalue(), profile, ink=False)
    return tuple(g for g in judged.groups if g.pages and g.rule.code not in _NOT_OURS)
