"""The kill matrix: a defect in a good file is named, and nothing else is."""

from __future__ import annotations

import pytest

from koubei_pdf.checks.judging import judge
from koubei_pdf.checks.rules import RULES
from koubei_pdf.model.press import PressProfile

from .defects import DEFECTS, broken
from .good_pdf import good_pdf, saved

#: Rules of what no file of a few pages can break: tests/checks/test_bounds.py breaks them.
BOUNDS = {"X004", "X005", "X006", "X008", "X144", "X145"}

#: A profile of X-1a refuses other standards: tests/checks/test_judging.py.
ELSEWHERE = {"X034"}


@pytest.mark.parametrize("standard", ["X-4", "X-1a", "X-3"])
def test_the_good_file_is_good(standard: str, press: PressProfile) -> None:
    judged = judge(saved(good_pdf(standard)), press)
    assert [group.message("en") for group in judged.groups] == []
    assert judged.document is not None
    assert judged.document.standard == standard


@pytest.mark.parametrize("name", DEFECTS)
def test_defect(name: str, press: PressProfile) -> None:
    code = DEFECTS[name][0]
    judged = judge(broken(name), press)
    found = {group.rule.code: group.message("en") for group in judged.groups}
    assert list(found) == [code], found


def test_every_rule_is_broken_by_some_file() -> None:
    codes = {code for code, *_ in DEFECTS.values()}
    assert codes | BOUNDS | ELSEWHERE == {rule.code for rule in RULES}
    assert len(DEFECTS) >= 60
