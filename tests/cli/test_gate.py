"""The gate of the press edition: what preflight rejects never takes a good file's place."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from ..own_press import write_own_press
from .conftest import Run


def set_press(issue: Path, **changes: str) -> None:
    """Make the issue one for a press of its own."""
    write_own_press(issue, **changes)
    manifest = issue / "issue.yaml"
    text = manifest.read_text("utf-8")
    if "press: own" not in text:
        manifest.write_text(f"{text}\npress: own\n", "utf-8")


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("page_multiple", "3", "error[X058]: it has 8 pages, no multiple of 3"),
        ("total_ink", "100", "error[X130]: total ink is"),
        ("bleed", "4mm", "error[X057]"),
    ],
)
def test_what_is_rejected_is_kept_beside_the_last_good_file(
    run: Run, issue: Path, key: str, value: str, found: str
) -> None:
    file, rejected = issue / "out" / "issue.pdf", issue / "out" / "issue.rejected.pdf"
    assert run("render", issue).exit_code == 0
    good = file.read_bytes()
    set_press(issue, **{key: value, "rich_black": "[0, 0, 0, 100]"})
    for _ in range(2):
        done = run("render", issue, "--lang", "en")
        assert done.exit_code == 1
        assert found in done.output
        assert f" --> {rejected}" in done.output
        assert "error[O008]" in done.output
        assert f"it is kept as `{rejected.as_posix()}`" in done.output
        assert "preflight found 1 error and 0 warnings, " in done.output
        assert f"{file} is as it was" in done.output
        assert file.read_bytes() == good
        with pikepdf.open(rejected) as pdf:
            assert len(pdf.pages) == 8
    set_press(issue)
    done = run("render", issue, "--lang", "zh")
    assert done.exit_code == 0
    assert "付印前检查没有问题" in done.output
    assert file.read_bytes() != good
    assert not rejected.exists()


def test_warnings_alone_are_shown_and_the_file_is_written(run: Run, issue: Path) -> None:
    set_press(issue, safe="15mm")
    done = run("render", issue, "--lang", "zh")
    assert done.exit_code == 0
    assert "警告[X137]" in done.output
    assert "付印前检查有 0 个错误、1 个警告，" in done.output
    assert [path.name for path in (issue / "out").glob("*.pdf")] == ["issue.pdf"]


def test_what_layout_tells_is_not_told_again(run: Run, issue: Path) -> None:
    Image.linear_gradient("L").resize((300, 400)).save(issue / "articles" / "images" / "small.png")
    story = issue / "articles" / "06-craft.md"
    text = story.read_text("utf-8").replace("images/story.svg", "images/small.png")
    story.write_text(text, "utf-8")
    done = run("render", issue, "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "warning[T021]" in done.output
    assert "X131" not in done.output
    assert "preflight found 0 errors and 1 warning (1 of them told above as T021), " in done.output
    found = run("preflight", issue / "out" / "issue.pdf", "--lang", "en")
    assert "warning[X131]" in found.output
    assert "0 errors, 1 warning, judged by sheetfed, " in found.output
    again = run("render", issue, "--lang", "zh").output
    assert "付印前检查有 0 个错误、1 个警告（其中 1 个上面已经说了：T021），" in again


def test_a_file_is_judged_by_the_press_that_it_was_made_for(run: Run, issue: Path) -> None:
    """What `render` says and what `preflight` says of the very same file are the same."""
    set_press(issue, safe="15mm", least_ppi="36")
    told = run("render", issue, "--lang", "en").output
    file = issue / "out" / "issue.pdf"
    found = run("preflight", file, "--lang", "en").output
    assert "preflight found 0 errors and 1 warning, " in told
    assert "0 errors, 1 warning, judged by own, " in found
    (line,) = (line for line in told.splitlines() if line.startswith("warning[X137]"))
    assert line in found
    assert (
        "0 warnings, judged by sheetfed, "
        in run("preflight", file, "--profile", "sheetfed", "--lang", "en").output
    )
    (issue / "layouts" / "press" / "own.yaml").unlink()
    assert "judged by sheetfed, " in run("preflight", file, "--lang", "en").output


def test_some_pages_are_judged_alike(run: Run, issue: Path) -> None:
    assert (
        "preflight found nothing" in run("render", issue, "--pages", "5-7", "--lang", "en").output
    )
    found = run("preflight", issue / "out" / "issue-5-7.pdf", "--lang", "en").output
    assert "3 pages, PDF/X-4, 0 errors, 0 warnings, " in found


def test_help_for_an_issue_names_what_to_change_in_it(run: Run, issue: Path) -> None:
    """Of another's file it speaks of the program that exported it."""
    set_press(issue, bleed="4mm", page_multiple="3")
    told = run("render", issue, "--lang", "en").output
    assert "set `bleed` of `paper` in house.yaml to 4mm" in told
    assert "add or remove pages in `pages` of issue.yaml, up to a multiple of 3" in told
    rejected = issue / "out" / "issue.rejected.pdf"
    assert "paper 的 bleed 改成 4mm" in run("preflight", rejected, "--lang", "zh").output
    data = json.loads(run("preflight", rejected, "--json", "--lang", "en").output)
    assert any("house.yaml" in finding["help"] for finding in data["findings"])
    elsewhere = shutil.copy(rejected, issue / "advert.pdf")
    own = issue / "layouts" / "press" / "own.yaml"
    other = run("preflight", elsewhere, "--profile", own, "--lang", "en").output
    assert "export it with 4 mm of bleed" in other
    assert "house.yaml" not in other


def test_some_pages_need_not_fold(run: Run, issue: Path) -> None:
    """Nor do they lack a bleed at the spine, wherever in the file they stand."""
    done = run("render", issue, "--pages", "5-7", "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "preflight found nothing" in done.output


@pytest.mark.parametrize("edition", ["proof", "screen"])
def test_other_editions_are_no_matter_of_the_press(run: Run, issue: Path, edition: str) -> None:
    set_press(issue, page_multiple="3")
    done = run("render", issue, "--edition", edition, "--lang", "en")
    assert done.exit_code == 0
    assert "preflight" not in done.output


def test_nothing_else_is_removed_or_replaced(run: Run, issue: Path) -> None:
    """A folder, or a file that is no PDF, in the place of the rejected one."""
    place = issue / "out" / "issue.rejected.pdf"
    place.write_text("my notes", "utf-8")
    done = run("render", issue, "--lang", "en")
    assert done.exit_code == 2
    assert f"{place} exists and is no PDF" in done.output
    assert place.read_text("utf-8") == "my notes"
    place.unlink()
    place.mkdir()
    assert run("render", issue).exit_code == 2
    assert not (issue / "out" / "issue.pdf").exists()


def test_a_disk_without_room_for_the_rejected_file(
    run: Run, issue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    assert run("render", issue).exit_code == 0
    set_press(issue, page_multiple="3")
    monkeypatch.setattr(os, "fsync", full)
    done = run("render", issue, "--lang", "en")
    assert done.exit_code == 1
    assert "error[O002]" in done.output
    assert [path.name for path in (issue / "out").glob("*.pdf")] == ["issue.pdf"]
