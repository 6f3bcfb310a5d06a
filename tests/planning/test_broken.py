"""Every broken issue of the fault catalogue: a flatplan, or the faults that forbid it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from koubei_pdf.cli import app

from ..conftest import GOOD_ISSUE
from ..faults.test_catalogue import JUDGED, change

CATALOGUE = GOOD_ISSUE.parent
CODES = sorted(file.parent.name for file in CATALOGUE.glob("*/change.yaml"))


@pytest.mark.parametrize("code", CODES)
def test_a_broken_issue(good_issue: Path, code: str) -> None:
    if code[0] in "FT" or code in JUDGED:
        change(CATALOGUE / "buildable.yaml", good_issue)
    change(CATALOGUE / code / "change.yaml", good_issue)
    done = CliRunner().invoke(app, ["plan", str(good_issue), "--lang", "en"])
    assert isinstance(done.exception, SystemExit | None), done.exception
    if not (good_issue / "out" / "issue-plan.pdf").exists():
        assert done.exit_code == 1
        assert "no file was written" in done.stdout
        assert code in done.stderr
