"""Sidebars: what goes into them, where it stands, and what is told of bad ones."""

from __future__ import annotations

import pytest

from koubei_pdf.model.diagnostics import Span
from koubei_pdf.source.findings import Findings
from koubei_pdf.source.markdown_body import Copy, read_copy
from koubei_pdf.source.text_files import SourceText


def read(text: str) -> tuple[Copy, list[tuple[str, Span]]]:
    findings = Findings()
    copy = read_copy(SourceText.of("a.md", text), 0, findings)
    return copy, [(found.rule.code, found.span) for found in findings.diagnostics]


def codes(text: str) -> list[str]:
    return [code for code, _ in read(text)[1]]


def test_a_sidebar_holds_all_blocks_of_copy_at_their_places() -> None:
    text = "甲。\n\n::: sidebar\n## 题\n\n- 项\n\n> 引\n\n| 一 |\n| --- |\n| 二 |\n:::\n\n乙。"
    copy, found = read(text)
    assert found == []
    assert [block.text for block in copy.blocks] == ["甲。", "乙。"]
    (sidebar,) = copy.sidebars
    assert [block.kind for block in sidebar] == ["heading", "item", "quote", "table"]
    assert sidebar[0].runs[0].span == Span("a.md", 4, 4, 1)
    assert copy.blocks[1].runs[0].span == Span("a.md", 15, 1, 2)


@pytest.mark.parametrize(
    "fences", [("::: sidebar", ":::"), (":::sidebar", ":::"), (":::: sidebar ", "::::  ")]
)
def test_fences_may_be_longer_and_have_blanks(fences: tuple[str, str]) -> None:
    copy, found = read(f"甲。\n{fences[0]}\n边。\n{fences[1]}\n乙。")
    assert found == []
    assert [block.text for block in copy.blocks] == ["甲。", "乙。"]
    assert [block.text for block in copy.sidebars[0]] == ["边。"]


def test_sidebars_stand_in_their_order() -> None:
    copy, _ = read("::: sidebar\n一。\n:::\n甲。\n::: sidebar\n二。\n:::")
    assert [sidebar[0].text for sidebar in copy.sidebars] == ["一。", "二。"]


def test_notes_of_a_sidebar_count_with_those_of_the_story() -> None:
    copy, found = read("甲[^a]。\n\n::: sidebar\n边[^b]。\n:::\n\n[^b]: 乙注。\n\n[^a]: 甲注。")
    assert found == []
    assert [(note.marker, note.text) for note in copy.notes] == [("1", "甲注。"), ("2", "乙注。")]


def test_a_sidebar_that_is_never_closed_is_told_where_it_begins() -> None:
    assert read("甲。\n\n::: sidebar\n边。\n\n乙。")[1] == [("A071", Span("a.md", 3, 1, 11))]


def test_a_sidebar_at_the_end_needs_no_line_below() -> None:
    assert codes("甲。\n\n::: sidebar\n边。\n:::") == []


def test_an_unknown_container_is_told_at_its_name() -> None:
    copy, found = read("甲。\n\n::: sidbar\n边。\n:::")
    assert found == [("A070", Span("a.md", 3, 5, 6))]
    assert [block.text for block in copy.blocks] == ["甲。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。\n\n::: sidebar\n:::", ["A072"]),
        ("甲。\n\n::: sidebar\n\n　\n\n:::", ["A072"]),
        ("甲。\n\n:::\n\n乙。", ["A073"]),
        ("甲。\n\n：：： sidebar\n\n乙。", ["A074"]),
        ("甲。\n\n- 项\n\n  ::: sidebar\n  边。\n  :::", ["A018"]),
        ("甲。\n\n> ::: sidebar\n> 边。\n> :::", ["A018"]),
        ("甲。\n\n> ::: sidebar\n> ", ["A018"]),
        ("::: sidebar\n边。\n::: sidebar\n里。\n:::\n:::\n", ["A018", "A073"]),
        ("甲。\n\n:: sidebar\n\n乙。", ["A077"]),
        ("甲。\n\n::sidebar\n边。\n::\n\n乙。", ["A077", "A077"]),
        ("甲。\n\n: sidebar\n\n乙。", ["A077"]),
        ("甲。\n\n:: sidbar\n\n乙。", ["A077"]),
        ("甲。\n\n： sidebar\n\n乙。", ["A074"]),
    ],
)
def test_bad_fences_are_told(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_colons_within_copy_are_copy() -> None:
    assert codes("他说::: 行。\n\n比分 3:::2。\n\n：国\n\n:: 国") == []
