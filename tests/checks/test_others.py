"""Good files made by other programs: nothing is found in them (good/README.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from koubei_pdf.checks.judging import judge_file
from koubei_pdf.model.press import PressProfile

FILES = sorted((Path(__file__).parent / "good").glob("*.pdf"))


def test_there_are_many() -> None:
    assert len(FILES) >= 10
    assert max(file.stat().st_size for file in FILES) <= 50_000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_is_found(file: Path, press: PressProfile) -> None:
    judged = judge_file(file, press)
    assert [(group.rule.code, group.message("en")) for group in judged.groups] == []
    assert judged.document is not None
    assert judged.document.claim
    assert all(page.trace.marks for page in judged.document.pages)
    assert judged.ink is not None
    assert all(page.total > 40 for page in judged.ink.pages)
