"""Diagnostics as text: carets under the right characters, equal faults together."""

from __future__ import annotations

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.model.diagnostics import Bilingual, Rule, Severity, Span
from koubei_pdf.model.names import shown
from koubei_pdf.report import WINDOW, display_width, group, render

RULE = Rule(
    "M999",
    Severity.ERROR,
    Bilingual("没有“{name}”", "no `{name}`"),
    Bilingual("写 {name}", "write {name}"),
    Bilingual("。", "."),
)


def excerpt(line: str, column: int, length: int = 1) -> tuple[str, str]:
    """The source line and the carets as shown."""
    text = render(
        RULE.at(Span("a.md", 7, column, length), name="x"), "en", lambda file, number: line
    )
    _, _, _, shown, carets, _ = text.split("\n")
    return shown.removeprefix("7 |")[1:], carets.removeprefix("  | ")


def test_shape() -> None:
    text = render(
        RULE.at(Span("issue.yaml", 5, 13, 4), name="特稿双栏"),
        "zh",
        lambda file, number: "  - layout: 特稿双栏",
    )
    assert text.split("\n") == [
        "错误[M999]：没有“特稿双栏”",
        " --> issue.yaml:5:13",
        "  |",
        "5 |   - layout: 特稿双栏",
        "  |             ^^^^^^^^",
        "  = 建议：写 特稿双栏",
    ]


def test_a_fact_may_be_a_sentence_in_each_language() -> None:
    rule = RULE.saying(name=Bilingual("红的{字}", "red {type}"))
    assert rule.message.text("zh", {"type": "x"}) == "没有“红的{字}”"
    assert rule.message.text("en", {"type": "x"}) == "no `red {type}`"
    assert rule.code == RULE.code


@pytest.mark.parametrize(
    ("count", "zh", "en"),
    [("0", "0 行", "0 lines"), ("1", "1 行", "1 line"), ("11", "11 行", "11 lines")],
)
def test_numbers_go_with_their_nouns(count: str, zh: str, en: str) -> None:
    words = Bilingual("多 {lines} 行", "{lines:line/lines} over")
    assert words.text("zh", {"lines": count}) == f"多 {zh}"
    assert words.text("en", {"lines": count}) == f"{en} over"


def test_nothing_of_a_file_drives_the_terminal() -> None:
    evil = "红\x1b]0;x\x07\x9b31m\u202e\x7f"
    found = RULE.at(Span(f"{evil}.md", 1, 2), name=evil)
    text = render(found, "en", lambda file, number: evil, places=[Span(f"{evil}.yaml", 3, 4)])
    assert text.replace("\n", "").isprintable()
    assert text.split("\n")[0] == "error[M999]: no `红▯]0;x▯▯31m▯▯`"
    assert shown(evil) == "红▯]0;x▯▯31m▯▯"


def test_a_place_without_a_line() -> None:
    text = render(RULE.at(Span("a.md"), name="x"), "en", lambda file, number: None)
    assert text == "error[M999]: no `x`\n --> a.md\n  = help: write x"


def test_colours_change_nothing_but_colours() -> None:
    finding = RULE.at(Span("a.md", 1, 1), name="x")
    painted = render(finding, "en", lambda file, number: "x", colour=True)
    assert "\x1b[1;31merror[M999]" in painted


@given(
    st.text("东湖ab“”—𠮷e\u0301\t\u200b ", max_size=120).map(lambda text: text + "x"),
    st.data(),
)
def test_carets_stand_under_their_characters(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)))
    length = data.draw(st.integers(1, len(line) - column + 1))
    shown, carets = excerpt(line, column, length)
    assert display_width(shown) <= WINDOW
    assert "^" in carets
    assert carets.strip(" ").strip("^") == ""
    first = carets.index("^")
    before = 0
    index = 0
    while before < first:
        before += display_width(shown[index])
        index += 1
    assert before == first
    assert len(carets) <= max(display_width(shown), first + 1)


@pytest.mark.parametrize("column", [1, 50, 200, 399, 400])
def test_long_lines_are_shown_around_the_place(column: int) -> None:
    line = "".join(chr(0x4E00 + index) for index in range(400))
    shown, carets = excerpt(line, column)
    assert line[column - 1] in shown
    before = shown[: shown.index(line[column - 1])]
    assert len(carets) - 2 == display_width(before)


def test_equal_faults_are_one() -> None:
    places = [Span("b.md", 2, 1), Span("a.md", 9, 4), Span("a.md", 9, 2), Span("b.md", 2, 1)]
    groups = group([RULE.at(place, name="x") for place in places] + [RULE.at(places[0], name="y")])
    assert [len(found.places) for found in groups] == [3, 1]
    first = groups[0]
    assert first.diagnostic.span == Span("a.md", 9, 2)
    text = render(first.diagnostic, "en", lambda file, number: None, places=first.places)
    assert "= also: a.md:9:4, b.md:2:1" in text


def test_many_places_are_counted() -> None:
    found = group([RULE.at(Span("a.md", line, 1), name="x") for line in range(1, 20)])[0]
    text = render(found.diagnostic, "zh", lambda file, number: None, places=found.places)
    assert "还有：a.md:2:1, 3:1, 4:1" in text
    assert "等 18 处" in text


def test_what_the_system_says_is_told_in_both_languages() -> None:
    words = Bilingual("读不了（{reason}）", "unreadable ({reason})")
    facts = {"reason": os.strerror(errno.EACCES)}
    assert words.text("en", facts) == "unreadable (Permission denied)"
    assert words.text("zh", facts) == "读不了（没有权限）"
