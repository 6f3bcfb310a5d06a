"""What was meant otherwise and would print as it stands."""

from __future__ import annotations

import pytest

from koubei_pdf.source.findings import Findings
from koubei_pdf.source.markdown_body import read_copy
from koubei_pdf.source.text_files import SourceText


def read(copy: str) -> tuple[str, list[tuple[str, int]]]:
    """The text of the first block; code and column of each finding."""
    findings = Findings()
    blocks = read_copy(SourceText.of("a.md", copy), 0, findings).blocks
    found = [(found.rule.code, found.span.column) for found in findings.diagnostics]
    return blocks[0].text, found


@pytest.mark.parametrize(
    ("copy", "code", "column"),
    [
        ("国＊国＊国", "A055", 2),
        ("国_国_国", "A055", 2),
        ("国__国__国", "A055", 2),
        ("国x^2^", "A056", 3),
        ("国H~2~O", "A056", 3),
        ("国 国", "A057", 2),
        ("国\u00a0国", "A057", 2),
        ("国\u2002国", "A057", 2),
        ("国，，国", "A059", 2),
        ("**国**国。。", "A059", 7),
    ],
)
def test_each_is_pointed_out_at_its_place(copy: str, code: str, column: int) -> None:
    assert read(copy)[1] == [(code, column)]


@pytest.mark.parametrize(
    "copy",
    [
        "国____国____",
        r"国\_国\_国",
        "国a_b_c国",
        "国（^_^）",
        "国5~10~20国",
        "国 abc 国",
        "国　国",
        "国（国 国）",
        "国《国 国》，“国 国”",
        "## 国 国\n\n国",
        "国！！国？！",
    ],
)
def test_what_is_meant_is_not(copy: str) -> None:
    assert read(copy)[1] == []


@pytest.mark.parametrize(
    ("copy", "text"),
    [
        ("国 **国** 国", "国国国"),
        ("**国** *国*", "国国"),
        ("国 **abc** 国", "国 abc 国"),
        ("## 国 **国**\n\n国", "国 国"),
    ],
)
def test_a_space_at_emphasis_beside_han_is_none_of_the_text(copy: str, text: str) -> None:
    assert read(copy) == (text, [])
