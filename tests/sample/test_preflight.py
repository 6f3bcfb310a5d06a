"""The sample in preflight: what the press can print, ink beside Ghostscript, and the time taken."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from koubei_pdf.build import Build
from koubei_pdf.checks.ink.bounds import could_exceed
from koubei_pdf.checks.ink.peaks import KnownPeaks
from koubei_pdf.checks.judging import Judgement, judge_file
from koubei_pdf.imaging import NO_CACHE
from koubei_pdf.model.press import STANDARDS, Standard

from ..checks.ghostscript import needs_ghostscript, plates
from .conftest import Written

#: Seconds of the processor for the 40 pages, with and without ink.
SECONDS, SECONDS_WITHOUT = 5.0, 1.0


@pytest.fixture(scope="module")
def judged(built: Build, sample_file: Path) -> Judgement:
    assert built.issue is not None
    return judge_file(sample_file, built.issue.press)


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("outlined", [False, True])
def test_nothing_is_found(
    built: Build, written: Written, standard: Standard, outlined: bool
) -> None:
    """Neither errors nor warnings, marks and slug line included."""
    assert built.issue is not None
    press = replace(built.issue.press, standard=standard)
    judged = judge_file(written(press=press, outline_text=outlined), press, ink=not outlined)
    assert [(group.rule.code, group.message("en"), group.pages) for group in judged.groups] == []
    assert judged.document is not None
    assert judged.document.claim.startswith(f"PDF/{standard}")
    assert len(judged.document.pages) == 40


def test_no_page_comes_near_to_too_much_ink(built: Build, judged: Judgement) -> None:
    """And that is certain before any page is rendered."""
    assert built.issue is not None
    assert judged.ink is not None
    assert judged.document is not None
    limit = built.issue.press.total_ink
    assert max(page.total for page in judged.ink.pages) < limit
    assert not any(
        could_exceed(page, limit, KnownPeaks(NO_CACHE)) for page in judged.document.pages
    )


@needs_ghostscript
def test_ink_is_within_three_points_of_ghostscript(
    judged: Judgement, sample_file: Path, tmp_path: Path
) -> None:
    assert judged.ink is not None
    ours = [page.total for page in judged.ink.pages]
    theirs = plates(sample_file, tmp_path)
    assert max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) <= 3


@pytest.mark.parametrize(("ink", "most"), [(True, SECONDS), (False, SECONDS_WITHOUT)])
def test_it_takes_moments(built: Build, sample_file: Path, ink: bool, most: float) -> None:
    assert built.issue is not None
    start = time.process_time()
    judge_file(sample_file, built.issue.press, ink=ink)
    assert time.process_time() - start <= most
