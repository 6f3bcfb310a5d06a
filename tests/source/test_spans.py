"""Bracketed spans, readings and notes: what copy may hold beside emphasis."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.model.content import Block, Run
from koubei_pdf.source.findings import Findings
from koubei_pdf.source.markdown_body import read_copy
from koubei_pdf.source.text_files import SourceText


def read(text: str) -> tuple[tuple[Block, ...], tuple[Block, ...], list[str]]:
    """Blocks, notes and the codes of the findings."""
    findings = Findings()
    blocks, notes, _ = read_copy(SourceText.of("a.md", text), 0, findings)
    return blocks, notes, [diagnostic.rule.code for diagnostic in findings.diagnostics]


def runs_of(text: str) -> tuple[Run, ...]:
    """The runs of a paragraph without a fault."""
    blocks, _, codes = read(text)
    assert codes == []
    (block,) = blocks
    return block.runs


def said(runs: tuple[Run, ...]) -> list[tuple[str, set[str], str]]:
    return [(run.text, set(run.marks), run.ruby) for run in runs]


def test_spans_mark_their_text() -> None:
    runs = runs_of("读[屈原]{.name}的[离骚]{.book}，[路]{.name .dots}漫漫，E=mc[2]{.sup}。")
    assert said(runs) == [
        ("读", set(), ""),
        ("屈原", {"name"}, ""),
        ("的", set(), ""),
        ("离骚", {"book"}, ""),
        ("，", set(), ""),
        ("路", {"name", "dots"}, ""),
        ("漫漫，E=mc", set(), ""),
        ("2", {"sup"}, ""),
        ("。", set(), ""),
    ]


def test_spans_and_emphasis_nest() -> None:
    runs = runs_of("**[重*点*]{.dots}**，[[屈原]{.name}集]{.book}")
    assert said(runs) == [
        ("重", {"strong", "dots"}, ""),
        ("点", {"strong", "dots", "emphasis"}, ""),
        ("，", set(), ""),
        ("屈原", {"book", "name"}, ""),
        ("集", {"book"}, ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "武电发[2023]5号",
        "他说[原文如此]，又说{这样}。",
        "区间[0, 1)和集合{1, 2}",
        "数组[a][b]里",
        "一个[没有配对",
        "一个]没有配对",
        "[[[]]]",
    ],
)
def test_other_brackets_are_copy(text: str) -> None:
    blocks, notes, codes = read(text)
    assert "".join(block.text for block in blocks) == text
    assert notes == ()
    assert codes == (["A011"] if "][" in text else [])


def test_escaped_brackets_are_copy() -> None:
    assert "".join(run.text for run in runs_of(r"写作\[重点\]\{.dots}")) == "写作[重点]{.dots}"


def test_every_character_keeps_its_place() -> None:
    source = '国[a]{.dots}[^1]国\n续[汉字]{ruby="hàn zì"}*末*\n\n[^1]: 注[甲]{.name}'
    blocks, notes, codes = read(source)
    assert codes == []
    lines = source.split("\n")
    for run in (run for block in (*blocks, *notes) for run in block.runs):
        start = run.span.column - 1
        written = lines[run.span.line - 1][start : start + run.span.length]
        assert written == ("[^1]" if "note" in run.marks else run.text)


# ---------------------------------------------------------------------------------- readings


def test_one_syllable_a_character() -> None:
    assert said(runs_of('[汉字]{ruby="hàn zì"}'))[:2] == [
        ("汉", set(), "hàn"),
        ("字", set(), "zì"),
    ]


@pytest.mark.parametrize("quotes", ['""', "“”", "”“", "''", "‘’", '“"', "‘'"])
def test_any_quotation_marks_stand_round_a_reading(quotes: str) -> None:
    runs = runs_of(f"[汉字]{{ruby={quotes[0]}hàn zì{quotes[1]} .dots}}")
    assert said(runs) == [("汉", {"dots"}, "hàn"), ("字", {"dots"}, "zì")]


@pytest.mark.parametrize("written", ['"Xī\'ān"', "“Xī’ān”", "Xī'ān"])
def test_apostrophes_are_of_the_reading(written: str) -> None:
    ((_, _, ruby),) = said(runs_of(f"[西安]{{ruby={written}}}"))
    assert ruby.replace("’", "'") == "Xī'ān"


def test_a_caret_can_be_escaped() -> None:
    assert "".join(run.text for run in runs_of(r"国［\^1］[\^ 1]")) == "国［^1］[^ 1]"


def test_marks_and_digits_have_no_syllable() -> None:
    runs = runs_of('[你好，2号。]{ruby="nǐ hǎo hào"}')
    assert [(run.text, run.ruby) for run in runs] == [
        ("你", "nǐ"),
        ("好", "hǎo"),
        ("，2", ""),
        ("号", "hào"),
        ("。", ""),
    ]


@pytest.mark.parametrize(
    ("text", "reading", "shared"),
    [
        ("一会儿", "yī huìr", [("一", "yī"), ("会儿", "huìr")]),
        ("花儿，鸟儿", "huār niǎor", [("花儿", "huār"), ("，", ""), ("鸟儿", "niǎor")]),
        (
            "这儿的儿子",
            "zhèr de ér zi",
            [("这儿", "zhèr"), ("的", "de"), ("儿", "ér"), ("子", "zi")],
        ),
        ("一会儿", "yī huì r", [("一", "yī"), ("会", "huì"), ("儿", "r")]),
        ("花儿", "huār ér", [("花", "huār"), ("儿", "ér")]),
        ("一会儿", "yī huì", None),
        ("二儿子", "èr zǐ", None),
        ("会、儿子", "huìr zǐ", None),
        ("会*儿*", "huìr", None),
    ],
)
def test_the_r_of_a_syllable_is_over_its_character_and_the_one_behind(
    text: str, reading: str, shared: list[tuple[str, str]] | None
) -> None:
    blocks, _, codes = read(f'[{text}]{{ruby="{reading}"}}')
    assert (shared is None) == bool({"A035", "A036"} & set(codes))
    if shared is not None:
        assert [(run.text, run.ruby) for run in blocks[0].runs] == shared


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("汉字", "hànzì"),
        ("云网融合", "cloud network"),
        ("5G", "five gee"),
        ("小花儿", "little flower"),
    ],
)
def test_another_count_is_one_reading_for_all(text: str, reading: str) -> None:
    (run,) = runs_of(f'[{text}]{{ruby="{reading}"}}')
    assert (run.text, run.ruby) == (text, reading)


# ------------------------------------------------------------------------------------- notes


def test_notes_are_numbered_by_their_first_marks() -> None:
    blocks, notes, codes = read(
        "[^b]: 乙注\n[^a]: 甲注，见[^c]\n\n甲[^a]乙[^b]甲[^a]。\n\n[^c]: 丙注\n续行"
    )
    assert codes == []
    assert [block.text for block in blocks] == ["甲1乙2甲1。"]
    assert [(note.kind, note.marker, note.text) for note in notes] == [
        ("note", "1", "甲注，见3"),
        ("note", "2", "乙注"),
        ("note", "3", "丙注续行"),
    ]


def test_a_note_may_follow_its_paragraph_at_once() -> None:
    blocks, notes, codes = read("国[^1]国\n国\n[^1]: 注")
    assert codes == []
    assert ([block.text for block in blocks], [note.text for note in notes]) == (
        ["国1国国"],
        ["注"],
    )


def test_marks_side_by_side_are_no_link() -> None:
    blocks, _, codes = read("国[^1][^2]（注）[^1](又)\n\n[^1]: 甲\n\n[^2]: 乙")
    assert codes == ["A053", "A053"]  # the half-width brackets
    assert blocks[0].text == "国12（注）1(又)"


# ------------------------------------------------------------------------------------ faults


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[重点]{.dot}", "A030"),
        ("[重点]{.dots #id}", "A031"),
        ("[重点]{}", "A031"),
        ("[重点]{dots}", "A031"),
        ("[西安]{ruby='Xī'ān'}", "A031"),
        ("[西安]{ruby=‘Xī’ān’}", "A031"),
        ("[重点]{ruby=“a}", "A031"),
        ("[重点]{ruby＝“a b”}", "A031"),
        ("[重点{.dots}", "A032"),
        ("重点]{.dots}", "A032"),
        ("[重点]{.dots", "A032"),
        ("［重点］{.dots}", "A032"),
        ("重点｛.dots｝", "A032"),
        ("[]{.dots}", "A033"),
        ('[汉]{ruby=" "}', "A034"),
        ('[汉]{ruby="hàn zì"}', "A035"),
        ('[汉*字*好]{ruby="word"}', "A036"),
        ("[国]{.sup .sub}", "A037"),
        ("[国[民]{.sub}]{.sup}", "A037"),
        ('[[汉]{ruby="hàn"}]{ruby="hàn"}', "A037"),
        ("国[^1]", "A038"),
        ("国\n\n[^1]: 注", "A039"),
        ("国[^1]\n\n[^1]: 注\n[^1]: 注", "A040"),
        ("国[^1]\n\n[^1]:  ", "A041"),
        ('[汉]{ruby="zì[^1]"}', "A042"),
        ('[汉]{ruby="zì[^"}', "A042"),
        ('[汉]{ruby="*zì*"}', "A042"),
        ("国[^]", "A043"),
        ("国[^ 1]", "A043"),
        ("国[ ^1]", "A043"),
        ("国[^甲 乙]", "A043"),
        ("国［^1］", "A043"),
        ("国[＾1]", "A043"),
        ("国[^1", "A043"),
        (f"国[^{'甲' * 41}]", "A043"),
    ],
)
def test_faults(text: str, code: str) -> None:
    _, _, codes = read(text)
    assert codes == [code]


@settings(max_examples=300, deadline=None)
@given(st.text('国a[]{}^.*\\\n: 1="ruby', max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever brackets come: no exception, and no Han character lost outside faults."""
    blocks, notes, codes = read(text)
    if not codes:
        printed = "".join(block.text for block in (*blocks, *notes))
        assert printed.count("国") == text.count("国")


@pytest.mark.parametrize("text", ["[" * 20000, "[a]{.dots}" * 5000, "[^" * 20000, "]{" * 20000])
def test_many_brackets_take_no_long_time(text: str) -> None:
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5


def test_many_notes_take_no_time() -> None:
    marks = "".join(f"国[^{number}]" for number in range(8000))
    notes = "\n".join(f"[^{number}]: 注" for number in range(8000))
    start = time.process_time()
    _, found, codes = read(f"{marks}\n\n{notes}")
    assert (len(found), codes) == (8000, [])
    assert found[-1].marker == "8000"
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("reading", "is_fault"),
    [
        ("hàn", True),
        ("Zhuāng", True),
        ("nǚ", True),
        ("hànzì", False),
        ("Xī'ān", False),
        ("André", False),
    ],
)
def test_one_syllable_is_not_set_above_two_characters(reading: str, *, is_fault: bool) -> None:
    """Pinyin of two syllables written together stands above both."""
    findings = Findings()
    read_copy(SourceText.of("a.md", f'[汉字]{{ruby="{reading}"}}'), 0, findings)
    assert [found.rule.code for found in findings.diagnostics] == ["A035"] * is_fault
