"""Quotation marks, book-title marks and brackets whose other half is missing, or turned."""

from __future__ import annotations

import time

import pytest

from koubei_pdf.source.articles import warn_of_marks_in_head
from koubei_pdf.source.findings import Findings
from koubei_pdf.source.markdown_body import read_copy
from koubei_pdf.source.text_files import SourceText
from koubei_pdf.source.yaml_spans import read_mapping

Found = list[tuple[str, int, int]]


def found_in(copy: str) -> Found:
    """Code, line and column of each finding."""
    findings = Findings()
    read_copy(SourceText.of("a.md", copy), 0, findings)
    return _places(findings)


def _places(findings: Findings) -> Found:
    return [(one.rule.code, one.span.line, one.span.column) for one in findings.diagnostics]


@pytest.mark.parametrize(
    "pair", ["“”", "《》", "〈〉", "（）", "「」", "『』", "【】", "〔〕", "〖〗"]
)
def test_a_half_alone_is_told_at_its_place(pair: str) -> None:
    opening, closing = pair
    assert found_in(f"国{opening}国。") == [("A058", 1, 2)]
    assert found_in(f"国国{closing}国。") == [("A058", 1, 3)]
    assert found_in(f"国{opening}国{closing}国。") == []


@pytest.mark.parametrize(
    ("copy", "column"),
    [("”国“国", 1), ("“国“国", 3), ("国”国”国", 2), ("》国《", 1), ("‘国‘", 3), ("『国『国", 3)],
)
def test_a_pair_that_is_turned_is_one_finding(copy: str, column: int) -> None:
    assert found_in(copy) == [("A075", 1, column)]


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("』国「", [("A058", 1, 1), ("A058", 1, 3)]),
        ("《国（国》国", [("A058", 1, 3)]),
        ("“国’国", [("A058", 1, 1), ("A058", 1, 3)]),
        ("”" + "国" * 50 + "“", [("A058", 1, 1), ("A058", 1, 52)]),
        ("国\n国“\n国", [("A058", 2, 2)]),
        ("**国“**国", [("A058", 1, 4)]),
        ("国[^1]“\n\n[^1]: 国《国", [("A058", 1, 6), ("A058", 3, 8)]),
        ("|“国|国|\n|--|--|\n|国”|国|", [("A058", 1, 2), ("A058", 3, 3)]),
        ("::: sidebar\n国》\n:::", [("A058", 2, 2)]),
        ("## 国《国\n\n国", [("A058", 1, 5)]),
    ],
)
def test_what_lacks_its_other_half(copy: str, found: Found) -> None:
    assert found_in(copy) == found


@pytest.mark.parametrize(
    "copy",
    [
        "“国《国（国）》‘国’”",
        "don’t，dogs’，’90s，Hawai‘i，‘the dogs’ bones’",
        "27” 的屏幕",
        "1）国，2）国；甲）国",
        "**“国**国*”*《国[》]{.dots}",
        "（国)国",
        r"[国]{ruby=“guó”}",
    ],
)
def test_what_is_meant_is_not_told(copy: str) -> None:
    assert [code for code, _, _ in found_in(copy) if code in ("A058", "A075")] == []


@pytest.mark.parametrize("copy", ['“国"国', "[国]{ruby=“a}", "[国（国](a)"])
def test_what_another_finding_tells_is_not_told_twice(copy: str) -> None:
    assert len(found_in(copy)) == 1


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("“国。\n\n　　“国。\n\n“国。”", []),
        ("他说：“国‘国。\n\n“‘国’国。”他答。", []),
        ("> “国。\n>\n> “国。”", []),
        ("“国，  \n“国，  \n“国。”", []),
        ("“国。\n\n“国。\n\n国。", [("A058", 3, 1)]),
        ("“国。\n\n国。”", [("A058", 1, 1), ("A058", 3, 3)]),
        ("“国。\n\n## 国\n\n“国。”", [("A058", 1, 1)]),
        ("- “国\n- “国”", [("A058", 1, 3)]),
        ("《国\n\n《国》", [("A058", 1, 1)]),
    ],
)
def test_a_quotation_opens_each_of_its_paragraphs(copy: str, found: Found) -> None:
    assert found_in(copy) == found


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("title: “国", 8),
        ("title: [“国, 国”]", 0),
        ("pictures: [{file: “国.svg, caption: 国》}]", 37),
        ("people: [{name: 国, lines: [“国, 国]}]", 28),
    ],
)
def test_texts_of_the_head_are_read_too(head: str, column: int) -> None:
    findings = Findings()
    node = read_mapping(SourceText.of("a.md", head), findings)
    assert node is not None
    warn_of_marks_in_head(node, findings)
    assert _places(findings) == ([("A058", 1, column)] if column else [])


def test_a_hundred_thousand_marks_take_no_time() -> None:
    for text in (
        "“" * 50_000,
        "”“" * 50_000,
        "“（" * 25_000 + "）”" * 25_000,
        "《“" * 9_000 + "》",
    ):
        start = time.process_time()
        found_in("国" + text)
        assert time.process_time() - start < 5
