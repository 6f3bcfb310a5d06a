"""Remedies fit what was written, and one fault is one finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from koubei_pdf.model.diagnostics import Diagnostic
from koubei_pdf.model.schema import Schema

from ..reading import read_whole

Change = Callable[[str, str, str], list[Diagnostic]]


@pytest.fixture
def change(good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any) -> Change:
    """What is found once the one place of a text in a file of the good issue was changed."""

    def changed(file: str, old: str, new: str) -> list[Diagnostic]:
        text = (good_issue / file).read_text("utf-8")
        assert text.count(old) == 1
        (good_issue / file).write_text(text.replace(old, new), encoding="utf-8")
        return read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)[1]

    return changed


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "says"),
    [
        ("issue.yaml", 'date: "2023.03"', "date: null", "M042", "this key is required"),
        ("issue.yaml", "title: 江城月刊", "title: ' '", "M042", "this key is required"),
        ("issue.yaml", "pages: 2-3", "pages: [2, 3]", "M060", "(4-5)"),
        ("issue.yaml", "pages: 4,", "pages: 999999999,", "M051", "1–9999"),
        ("issue.yaml", "layout: cover}", "layout: cover, features: {a: b}}", "M044", "[a, b]"),
        ("issue.yaml", "articles/spring", "articles\\spring", "M001", "`articles/spring.md`"),
        ("layouts/house.yaml", "210mm, 285mm", "20000mm, 285mm", "M051", "10–2000 mm"),
        ("layouts/house.yaml", "bleed: 3mm", "bleed: 9cm", "M051", "0–50 mm"),
        ("layouts/house.yaml", "row: 17pt", "row: 900", "M051", "1–500 pt"),
    ],
)
def test_a_fault_has_a_remedy_that_fits(
    change: Change, file: str, old: str, new: str, code: str, says: str
) -> None:
    found = change(file, old, new)
    assert [fault.rule.code for fault in found] == [code]
    assert says in found[0].rule.help.text("en", found[0].facts)


def test_sections_of_another_kind_are_not_missed_by_articles(change: Change) -> None:
    old = '\n  - {id: news, number: "01", name: 要闻, colour: blue}'
    found = change("issue.yaml", old, " 5")
    assert [fault.rule.code for fault in found] == ["M044"]


def test_a_plan_of_another_kind_is_not_empty_besides(change: Change) -> None:
    found = change("issue.yaml", "\npages:", "\npages: abc\nnumber:")
    assert "M075" not in [fault.rule.code for fault in found]


def test_a_circle_of_styles_lacks_nothing_besides(change: Change) -> None:
    styles = "styles:\n  a: {like: b}\n  b: {like: a}\n  c: {like: a}\n"
    found = change("layouts/house.yaml", "styles:\n", styles)
    assert [fault.rule.code for fault in found] == ["L007"]


def test_a_drawing_in_a_chinese_encoding_is_named_as_such(
    good_issue: Path, tiny_kinds: Mapping[str, Schema]
) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>东湖绿道</title></svg>'
    )
    (good_issue / "articles/images/lake.svg").write_bytes(svg.encode("gbk"))
    _, found = read_whole(good_issue / "issue.yaml", tiny_kinds, None)
    assert [fault.rule.code for fault in found] == ["M004"]
