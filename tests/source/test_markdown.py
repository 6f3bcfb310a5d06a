"""Copy: what becomes of Markdown, and that each character stands where its run says."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.model.content import Block
from koubei_pdf.source.findings import Findings
from koubei_pdf.source.markdown_body import read_copy
from koubei_pdf.source.text_files import SourceText


def blocks_of(text: str) -> tuple[tuple[Block, ...], list[str], SourceText]:
    """Blocks, codes of the findings, and the source."""
    findings = Findings()
    source = SourceText.of("a.md", text)
    blocks = read_copy(source, 0, findings).blocks
    return blocks, [diagnostic.rule.code for diagnostic in findings.diagnostics], source


def texts(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)[0]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## 一\n\n国", []),
        ("国\n\n## 一", [3]),
        ("## 一\n\n## 二\n\n国", [1]),
        ("## 一\n\n### 二\n\n国", []),
        ("### 一\n\n## 二\n\n国", [1]),
        ("## 一\n\n### 二", [3]),
        ("## 一\n\n- 国", []),
        ("国\n\n::: sidebar\n## 一\n\n国\n:::", []),
        ("国\n\n::: sidebar\n国\n\n## 一\n:::", [6]),
        # What stands below could not be read, which is told.
        ("## 一\n\n![国](a.png)", None),
    ],
)
def test_a_heading_leads_into_copy(text: str, lines: list[int] | None) -> None:
    findings = Findings()
    read_copy(SourceText.of("a.md", text), 0, findings)
    found = [(one.rule.code, one.span.line) for one in findings.diagnostics]
    if lines is None:
        assert "A078" not in dict(found)
    else:
        assert found == [("A078", line) for line in lines]


def assert_runs_stand_where_they_say(blocks: tuple[Block, ...], source: SourceText) -> None:
    """The law of `Run`: character i at column + i; a run without length stands for a line end,
    one longer in the source than in print for an entity."""
    for run in (run for block in blocks for run in block.runs):
        line = source.lines[run.span.line - 1]
        start = run.span.column - 1
        written = line[start : start + run.span.length]
        if run.span.length == len(run.text):
            assert written.replace("\t", " ") == run.text
        elif run.span.length:
            assert html.unescape(written) == run.text
        else:
            assert run.text in (" ", "\n")
            assert not line[start:].strip(" \t\\")


def test_paragraphs_headings_quotes_and_items() -> None:
    blocks, codes, source = blocks_of(
        "第一段\n\n## 小标题 ##\n\n### 再小\n\n> 引文一\n> 续\n>\n> 引文二\n\n"
        "- 甲\n- 乙\n\n  乙二\n\n3. 丙\n3. 丁\n"
    )
    assert codes == []
    assert [(block.kind, block.level, block.marker, block.text) for block in blocks] == [
        ("paragraph", 0, "", "第一段"),
        ("heading", 2, "", "小标题"),
        ("heading", 3, "", "再小"),
        ("quote", 0, "", "引文一续"),
        ("quote", 0, "", "引文二"),
        ("item", 0, "•", "甲"),
        ("item", 0, "•", "乙"),
        ("item", 0, "", "乙二"),
        ("item", 0, "3.", "丙"),
        ("item", 0, "4.", "丁"),
    ]
    assert_runs_stand_where_they_say(blocks, source)
    assert [(block.span.line, block.span.column) for block in blocks[:4]] == [
        (1, 1),
        (3, 4),
        (5, 5),
        (7, 3),
    ]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("东湖\n樱花", "东湖樱花"),
        ("East\nLake", "East Lake"),
        ("东湖\n5G", "东湖5G"),
        ("他说：“好。”\n“走吧。”", "他说：“好。”“走吧。”"),
        ("café\nbar", "café bar"),
        ("第一行  \n第二行", "第一行\n第二行"),
        ("第一行\\\n第二行", "第一行\n第二行"),
        ("**a**\nb", "a b"),
        ("　　缩进的段落\n　　续行", "缩进的段落续行"),
        ("    四个空格不是代码", "四个空格不是代码"),
        ("a\tb \t\nc\t", "a b c"),
    ],
)
def test_line_ends(written: str, printed: str) -> None:
    assert texts(written) == [printed]


def test_line_of_ideographic_space_parts_paragraphs() -> None:
    assert texts("甲\n　　\n乙") == ["甲", "乙"]
    assert texts("> 甲\n> 　\n> 乙") == ["甲", "乙"]


@pytest.mark.parametrize(
    ("written", "strong"),
    [
        ("这是**重点**。", ["重点"]),
        ("打造**“天翼云”**国家云", ["“天翼云”"]),
        ("**强调。**后文", ["强调。"]),
        ("前文**（注）**后文", ["（注）"]),
        ("用**5G+**改变", ["5G+"]),
        ("**一***二*", ["一"]),
    ],
)
def test_strong_needs_no_spaces_in_chinese(written: str, strong: list[str]) -> None:
    blocks, codes, _ = blocks_of(written)
    runs = [run.text for run in blocks[0].runs if "strong" in run.marks]
    assert runs == strong
    assert codes == []


def test_marks_nest() -> None:
    ((block,), _, _) = blocks_of("一**二*三*四**五")
    marks = [(run.text, sorted(run.marks)) for run in block.runs]
    assert marks == [
        ("一", []),
        ("二", ["strong"]),
        ("三", ["emphasis", "strong"]),
        ("四", ["strong"]),
        ("五", []),
    ]


def test_escapes_and_entities() -> None:
    blocks, codes, source = blocks_of(r"星号\*与 &amp; 和 &copy;，\中")
    assert codes == []
    assert blocks[0].text == r"星号*与 & 和 ©，\中"
    assert_runs_stand_where_they_say(blocks, source)
    star = next(run for run in blocks[0].runs if run.text == "*")
    assert source.lines[0][star.span.column - 1] == "*"


@pytest.mark.parametrize(
    ("written", "code", "column"),
    [
        ("字![图](a.svg)", "A010", 2),
        ("字[链](a)", "A011", 2),
        ("[注]: http://example.org", "A011", 1),
        ("见<https://example.org>", "A011", 2),
        ("字<br/>字", "A012", 2),
        ("<?php x ?>", "A012", 1),
        ("字<!DOCTYPE html>", "A012", 2),
        ("<!-- 注 -->", "A012", 1),
        ("用`代码`", "A013", 2),
        ("```\n代码\n```", "A013", 1),
        ("> |甲|乙|\n> |--|--|\n> |1|2|", "A014", 3),
        ("- 甲\n  |甲|乙|\n  |--|--|\n  |1|2|", "A014", 3),
        ("|甲|乙|\n|--|--|\n|1|2|3|", "A060", 1),
        ("甲|乙\n--|--\n1|2\n正文", "A060", 1),
        ("|甲|乙|\n|--|--|--|\n|1|2|", "A060", 1),
        ("|甲|乙|\n|--|--|", "A061", 1),
        ("|甲|乙|\n|1|2|", "A062", 1),
        ("|甲|乙|\n|--|-x|\n|1|2|", "A062", 1),
        ("|甲|乙|\n|——|——|\n|1|2|", "A062", 1),
        ("｜甲｜乙｜\n｜---｜---｜\n｜1｜2｜", "A062", 1),
        ("甲|乙\n──|──\n1|2", "A062", 1),
        ("|--|--|\n|1|2|", "A062", 1),
        ("文\n|甲|乙|", "A062", 1),
        ("> |甲|乙|\n> |1|2|", "A062", 3),
        ("***", "A015", 1),
        ("# 一级", "A016", 1),
        ("#### 四级", "A016", 1),
        ("字\n===", "A017", 1),
        ("- 甲\n  - 乙", "A018", 3),
        ("> - 甲", "A018", 1),
        ("##", "A020", 1),
        ("字\n\n*\n\n字", "A076", 1),
        ("-", "A076", 1),
        ("字\n\n+", "A076", 1),
        ("1998.\n字", "A076", 1),
        ("- 字\n- \n- 字", "A076", 1),
        ("- 字\n\n  -", "A076", 3),
        (">\n字", "A076", 1),
        ("> 字\n>\n> -", "A076", 1),
        ("字\n*\n字", "A019", 1),
    ],
)
def test_what_copy_cannot_hold(written: str, code: str, column: int) -> None:
    findings = Findings()
    read_copy(SourceText.of("a.md", written), 0, findings)
    (found,) = [diagnostic for diagnostic in findings.diagnostics if diagnostic.rule.code == code]
    assert found.span.column == column


@pytest.mark.parametrize(
    "written", ["> 字\n>\n> 字\n>", "-\n  字", "- - 字", "- ## 字", "> ***", "- [^1]: 注"]
)
def test_an_item_that_holds_something_is_not_empty(written: str) -> None:
    assert "A076" not in blocks_of(written)[1]


@pytest.mark.parametrize("entity", ["&shy;", "&zwj;", "&#0;", "&#x200b;"])
def test_an_entity_that_does_not_show_is_told(entity: str) -> None:
    findings = Findings()
    read_copy(SourceText.of("a.md", f"字{entity}字"), 0, findings)
    (found,) = findings.diagnostics
    assert (found.rule.code, found.span.column, found.span.length) == ("M010", 2, len(entity))


TABLE = """\
上文
| 区 | 数*量* | 注 |
|:---|:-:|-----------:|
| 江岸 | 1\\|2 | 又[^1] |
汉口 | | 末
"""


def test_a_table_has_a_head_rows_and_alignments() -> None:
    blocks, codes, source = blocks_of(TABLE + "\n[^1]: 注")
    assert codes == []
    assert [block.kind for block in blocks] == ["paragraph", "table"]
    assert_runs_stand_where_they_say(blocks[:1], source)
    table = blocks[1].table
    assert table is not None
    assert table.aligns == ("left", "center", "right")
    rows = [["".join(run.text for run in cell.runs) for cell in row] for row in table.rows]
    assert ["".join(run.text for run in cell.runs) for cell in table.head] == ["区", "数量", "注"]
    assert rows == [["江岸", "1|2", "又1"], ["汉口", "", "末"]]
    assert [(cell.span.line, cell.span.column) for cell in table.rows[0]] == [
        (4, 3),
        (4, 8),
        (4, 15),
    ]
    assert table.head[1].runs[1].marks == {"emphasis"}
    assert blocks[1].text == "区数量注江岸1|2又1汉口末"


def test_a_table_of_one_column_needs_bars_at_both_ends() -> None:
    assert [block.kind for block in blocks_of("|甲|\n|--|\n|1|")[0]] == ["table"]
    assert blocks_of("甲|\n--|\n1|")[0][0].kind == "paragraph"


@pytest.mark.parametrize("written", [r"\[注](a)", r"5 \< 6", "a < b > c", r"\`", "[注]", "5*3*2"])
def test_what_only_looks_like_markup(written: str) -> None:
    assert blocks_of(written)[1] == []


@pytest.mark.parametrize("written", ["摄影 | 李\n文字 | 王", "｜编者按｜", r"\|甲\|乙\|", "|甲"])
def test_bars_that_make_no_table(written: str) -> None:
    assert blocks_of(written)[1] == []


@pytest.mark.parametrize(
    "written",
    ["前**后", "**未闭合", "*未闭合", "未闭合*", "前*后", "*“云”网", "价格*，", "[*未]{.dots}"],
)
def test_stray_marks_are_pointed_out(written: str) -> None:
    blocks, codes, _ = blocks_of(written)
    assert codes == ["A019"]
    assert blocks[0].text == written.removeprefix("[").removesuffix("]{.dots}")


@pytest.mark.parametrize(("written", "column"), [("**半*", 1), ("*半**", 4)])
def test_half_of_a_pair_is_pointed_out(written: str, column: int) -> None:
    findings = Findings()
    read_copy(SourceText.of("a.md", written), 0, findings)
    (found,) = findings.diagnostics
    assert (found.rule.code, found.span.column, found.span.length) == ("A019", column, 1)


@pytest.mark.parametrize(
    "written", ["5 * 3", "2*3*4", "甲 * 乙 *", "以“*”和（*）表示", r"\*注", "注&#42;"]
)
def test_an_asterisk_may_be_a_character(written: str) -> None:
    blocks, codes, _ = blocks_of(written)
    assert codes == []
    assert "*" in blocks[0].text
    assert not blocks[0].runs[0].marks


#: Pieces that meet at every boundary of Markdown.
CHARACTERS = "东湖樱花ab1 \u3000\t\u200b\n*_\\&#>-|`<>[]()!~：“”。—𠮷é"
SEQUENCES = ["\n\n", "  \n", "\\\n", "**", "&amp;", "&lt;", "&#x4e2d;", "## ", "> ", "- ", "1. "]
SEQUENCES += ["    ", "---\n", "![", "](", "\n|--|--|\n", "\n|:-:|\n", "|"]
PIECES = st.sampled_from([*CHARACTERS, *SEQUENCES])
MARKDOWN = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(MARKDOWN)
def test_any_text_reads_and_its_runs_stand_where_they_say(text: str) -> None:
    blocks, _, source = blocks_of(text)
    assert_runs_stand_where_they_say(blocks, source)
    for block in blocks:
        assert all(run.text for run in block.runs)


@settings(max_examples=200, deadline=None)
@given(MARKDOWN)
def test_no_letter_is_lost(text: str) -> None:
    """Every letter of the copy is in a block, in order, or stands in an entity."""
    # A backslash keeps an entity from being one, which html.unescape does not know.
    blocks, _, source = blocks_of(re.sub(r"\\+&", "&", text))
    plain = html.unescape(source.text)
    letters = [character for character in plain if character.isalpha()]
    kept = [character for block in blocks for run in block.runs for character in run.text]
    assert [character for character in kept if character.isalpha()] == letters


def test_a_long_issue_reads_quickly() -> None:
    paragraph = "三月的东湖，**樱花**正盛，骑行的人多了起来。" * 20
    text = "\n\n".join([paragraph] * 600)
    start = time.process_time()
    blocks, _, _ = blocks_of(text)
    assert len(blocks) == 600
    assert time.process_time() - start < 3
