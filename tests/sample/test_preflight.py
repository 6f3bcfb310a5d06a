"""The sample in preflight: what the press can print, ink beside Ghostscript, and the time taken."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from koubei_pdf.build import Build
from koubei_pdf.checks.judging import Judgement, judge_file

from ..checks.ghostscript import needs_ghostscript, plates

#: Seconds of the processor for the 40 pages, with and without ink.
SECONDS, SECONDS_WITHOUT = 5.0, 1.0


@pytest.fixture(scope="module")
def judged(built: Build, sample_file: Path) -> Judgement:
    assert built.issue is not None
    return judge_file(sample_file, built.issue.press)


def test_the_press_can_print_it(judged: Judgement) -> None:
    found = [group for group in judged.groups if group.rule.requirement == "press"]
    assert [group.message("en") for group in found] == []
    assert judged.ink is not None
    assert len(judged.ink.pages) == 40


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
