"""Layouts that no page uses: `check` reads them, `render` does not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pages: 2\nframse: {}\n", "M040"),
        ("pages: [2\n", "M024"),
        ("extends: nothing\n", "M067"),
        ("abstract: true\nstyels: {}\n", "M040"),
        ("abstract: true\n", ""),
        ("pages: 1\n", ""),
    ],
)
def test_check_reads_layouts_that_no_page_uses(run: Run, issue: Path, text: str, code: str) -> None:
    (issue / "layouts" / "spare.yaml").write_text(text, encoding="utf-8")
    assert run("render", issue).exit_code == 0
    done = run("check", issue, "--lang", "en")
    assert done.exit_code == (1 if code else 0), done.output
    assert "layouts/spare.yaml" in done.output or not code
    assert f"error[{code}" in done.output or not code


def test_faults_do_not_hide_behind_a_misspelt_name(run: Run, issue: Path) -> None:
    manifest, layout = issue / "issue.yaml", issue / "layouts" / "opening.yaml"
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace("layout: opening,", "layout: openning,"), encoding="utf-8")
    layout.write_text(layout.read_text("utf-8") + "\nframse: 1\n", encoding="utf-8")
    done = run("render", issue, "--lang", "en")
    assert "did you mean `opening`?" in done.output
    assert "unknown key `framse`" in done.output


def test_a_layout_that_waits_to_be_copied_is_known(run: Run, issue: Path) -> None:
    manifest = issue / "issue.yaml"
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace("layout: story,", "layout: band,"), encoding="utf-8")
    done = run("check", issue, "--lang", "en")
    assert "it ships with the program: copy " in done.output
    assert "/layouts/band.yaml to layouts/" in done.output


def test_a_folder_of_layouts_that_cannot_be_read_is_one_fault(
    run: Run, issue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.listdir

    def listdir(path: Any) -> list[str]:
        if Path(path) == issue / "layouts":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    done = run("check", issue, "--lang", "zh")
    assert "M067" not in done.output
    assert "错误[M003]：无法读取“layouts”（没有权限）" in done.output
