"""Marks that would print as they stand, and half-width punctuation in Chinese text."""

from __future__ import annotations

import pytest

from koubei_pdf.source.articles import warn_of_marks_in_head
from koubei_pdf.source.findings import Findings
from koubei_pdf.source.markdown_body import read_copy
from koubei_pdf.source.text_files import SourceText, warn_of_invisible
from koubei_pdf.source.yaml_spans import read_mapping


def found_in(copy: str) -> list[tuple[str, int, str]]:
    """Code, column and mark of each finding."""
    findings = Findings()
    read_copy(SourceText.of("a.md", copy), 0, findings)
    return [
        (found.rule.code, found.span.column, found.facts.get("mark", ""))
        for found in findings.diagnostics
    ]


@pytest.mark.parametrize(
    ("copy", "marks"),
    [
        ("国,国;国:国!", [",", ";", ":", "!"]),
        ("“国”,国", [","]),
        ("国(国)国", ["(", ")"]),
        ("国(5G)国", ["("]),
        ('"国"', ['"', '"']),
        ("'国'，国", ["'", "'"]),
        ("国...国......", ["...", "..."]),
        ("国--国---", ["--", "--"]),
        ("国, abc", [","]),
        ("国.国.", [".", "."]),
        ("**国**,*国*?", [",", "?"]),
        ("国[^1],国\n\n[^1]: 国", [","]),
        ("国[^1]国,国\n\n[^1]: 国!", [",", "!"]),
    ],
)
def test_half_width_marks_in_chinese_are_pointed_out(copy: str, marks: list[str]) -> None:
    found = found_in(copy)
    assert [mark for _, _, mark in found] == marks
    assert {code for code, _, _ in found} <= {"A053"}


@pytest.mark.parametrize(
    "copy",
    [
        "国12:30国，1,000国，国3.5国",
        "Hello, world! (see below) -- ...",
        "见 https://example.com/a?b=1 国",
        "区间[0, 1)和集合{1, 2}",
        '[国]{ruby="guó"}，[国]{.name}',
        "A-B国，国A--B国",
        "Xi'an国，5'国",
        "图1.国，国3.5国，国..国，国. 国",
    ],
)
def test_marks_of_latin_text_and_numbers_are_left_alone(copy: str) -> None:
    assert found_in(copy) == []


def test_each_mark_is_at_its_place() -> None:
    assert found_in("国**国**,国(国)") == [("A053", 7, ","), ("A053", 9, "("), ("A053", 11, ")")]


def test_the_head_is_read_too_but_for_what_is_not_printed() -> None:
    source = SourceText.of(
        "a.md",
        'title: 国,国\nquotes:\n  - "国\\u0021"\npictures: [{file: "国,国.svg", caption: 国(国}]',
    )
    findings = Findings()
    node = read_mapping(source, findings)
    assert node is not None
    warn_of_marks_in_head(node, findings)
    places = [(found.span.line, found.span.column) for found in findings.diagnostics]
    assert places == [(1, 9), (3, 6), (4, 40)]


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("##国", ("A050", 1, "##")),
        ("国\n#国", ("A050", 1, "#")),
        ("＃＃ 国", ("A050", 1, "＃＃")),
        ("##　国", ("A050", 1, "##")),
        ("-国\n-国\n-国", ("A054", 1, "-")),
        ("国\n-国\n-国", ("A054", 1, "-")),
        ("＞国", ("A054", 1, "＞")),
        ("｜ 国 ｜ 国 ｜\n｜ 国 ｜ 国 ｜", ("A062", 1, "")),
        ("- [x] 国", ("A051", 3, "")),
        ("国~~国~~", ("A052", 2, "")),
    ],
)
def test_marks_that_would_print_are_reported(copy: str, found: tuple[str, int, str]) -> None:
    assert found_in(copy) == [found]


@pytest.mark.parametrize(
    "copy",
    [
        r"\##国",
        "国#国",
        r"- \[ ] 国",
        "-国",
        "-5\n-6",
        "｜国｜",
        "国\n\n-国",
        "5~~6，国~国",
        "## 国\n\n国",
    ],
)
def test_marks_that_are_meant_are_not(copy: str) -> None:
    assert found_in(copy) == []


@pytest.mark.parametrize(
    ("copy", "text"), [("2*3*4", "2*3*4"), ("a*b*c国", "a*b*c国"), ("国*国*国", "国国国")]
)
def test_an_asterisk_between_letters_or_digits_is_itself(copy: str, text: str) -> None:
    blocks = read_copy(SourceText.of("a.md", copy), 0, Findings()).blocks
    assert blocks[0].text == text


def test_a_tab_between_han_is_one_finding() -> None:
    findings = Findings()
    source = SourceText.of("a.md", "国\t国，国 国\n")
    warn_of_invisible(source, 0, len(source.text), findings)
    read_copy(source, 0, findings)
    found = [(one.rule.code, one.span.column) for one in findings.diagnostics]
    assert found == [("M010", 2), ("A057", 6)]


def test_what_joins_emoji_is_needed() -> None:
    findings = Findings()
    source = SourceText.of("a.md", "国👨\u200d👩\u200d❤\ufe0f\u200d🔥国\u200d国")
    warn_of_invisible(source, 0, len(source.text), findings)
    assert [one.span.column for one in findings.diagnostics] == [11]
