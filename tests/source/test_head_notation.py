"""Notation of the copy in a head: it prints as it stands, and that is told."""

from __future__ import annotations

import pytest

from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.source.findings import Findings
from koubei_pdf.source.head_notation import warn_of_notation


def told(text: str) -> list[tuple[int, str]]:
    findings = Findings()
    warn_of_notation([Run(text, Span("a.md", 2, 8, len(text)))], findings)
    return [(one.span.column, one.facts["found"]) for one in findings.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("手艺[^1]", [(10, "[^1]")]),
        ("副题[重点]{.dots}", [(10, "[重点]{.dots}")]),
        ("**手艺**与*AI*的", [(8, "**手艺**"), (15, "*AI*")]),
        ("见[官网](https://a.cn)", [(9, "[官网](https://a.cn)")]),
    ],
)
def test_notation_is_told_where_it_stands(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["2*3*4", "手艺 * 人", "[2023]年", "甲（*）乙", "3^2", "**"])
def test_what_is_none_is_not(text: str) -> None:
    assert told(text) == []
