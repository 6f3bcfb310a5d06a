"""Files that cannot be written: reported as a fault with a remedy, the last good file kept."""

from __future__ import annotations

import errno
import importlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ..pages.press import Press
from .conftest import Run

#: What the system says while the file is written, and the code that tells of it.
FAILURES = [
    (errno.EACCES, "O001"),
    (errno.EROFS, "O001"),
    (errno.ENOSPC, "O002"),
    (errno.EDQUOT, "O002"),
    (errno.EIO, "O004"),
]


def failing(number: int) -> Callable[[int], None]:
    def fsync(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return fsync


@pytest.mark.parametrize(("number", "code"), FAILURES, ids=lambda value: str(value))
@pytest.mark.parametrize(
    ("lang", "head", "label"), [("zh", "错误[{}]：", "建议："), ("en", "error[{}]: ", "help: ")]
)
def test_a_write_that_breaks_off_leaves_the_old_file(
    run: Run,
    issue: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: str,
    lang: str,
    head: str,
    label: str,
) -> None:
    """In the middle of writing: the last good file is whole, and alone."""
    output = issue / "out" / "issue.pdf"
    output.write_bytes(b"%PDF-1.6 the last good file")
    monkeypatch.setattr(os, "fsync", failing(number))
    done = run("render", issue, "--lang", lang)
    assert done.exit_code == 1
    assert head.format(code) in done.output
    assert f"--> {output.as_posix()}\n  = {label}" in done.output
    assert ("原来的" if lang == "zh" else "is as it was") in done.output
    assert ("1 个错误" if lang == "zh" else " 1 error,") in done.output
    assert output.read_bytes() == b"%PDF-1.6 the last good file"
    assert [path.name for path in output.parent.iterdir()] == ["issue.pdf"]


def test_a_file_in_the_place_of_a_folder(run: Run, issue: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in ("file/issue.pdf", "file/deeper/issue.pdf"):
        done = run("render", issue, "-o", tmp_path / path, "--lang", "en")
        assert done.exit_code == 1
        assert "error[O003]" in done.output
        assert "no file was written" in done.output
    done = run("new", tmp_path / "file" / "issue", "--lang", "zh")
    assert done.exit_code == 1
    assert "错误[O003]" in done.output


def test_a_name_that_no_system_takes(run: Run, issue: Path) -> None:
    done = run("render", issue, "-o", issue / ("长" * 100 + ".pdf"), "--lang", "zh")
    assert done.exit_code == 1
    assert "错误[O004]" in done.output


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(run: Run, issue: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    done = run("render", issue, "-o", closed / "issue.pdf")
    assert done.exit_code == 1
    assert "O001" in done.output
    closed.chmod(0o000)
    assert run("render", issue, "-o", closed / "issue.pdf").exit_code == 1


def broken_profile(issue: Path) -> None:
    """A press of the issue's own whose ICC profile is whole in its header alone."""
    shipped = Path(__file__).parents[2] / "layouts" / "press"
    folder = issue / "layouts" / "press"
    folder.mkdir(parents=True)
    text = (shipped / "sheetfed.yaml").read_text("utf-8")
    (folder / "own.yaml").write_text(text.replace("ISOcoated_v2_300_bas", "own"), "utf-8")
    data = (shipped / "ISOcoated_v2_300_bas.icc").read_bytes()[:200]
    (folder / "own.icc").write_bytes(data)
    manifest = issue / "issue.yaml"
    manifest.write_text(manifest.read_text("utf-8") + "\npress: own\n", "utf-8")


@pytest.mark.parametrize(
    ("lang", "head", "label"), [("zh", "错误[O006]：", "建议："), ("en", "error[O006]: ", "help: ")]
)
def test_a_profile_that_is_broken_behind_its_header(
    run: Run, issue: Path, lang: str, head: str, label: str
) -> None:
    broken_profile(issue)
    done = run("render", issue, "--edition", "screen", "--lang", lang)
    assert done.exit_code == 1
    assert head in done.output
    assert f"= {label}" in done.output
    assert not list(issue.rglob("*-screen.pdf"))


def test_a_picture_that_goes_during_the_run(
    run: Run, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.raster("articles/p.png", 60, 30, "RGB")
    press.spread(
        "  picture: {kind: picture, page: 1, box: [0, 2, 24, 10]}\n"
        "  body: {kind: body, page: 2, box: [0, 2, 24, 20], columns: 2}",
        copy="国国国。",
        head="pictures: [{file: p.png, alt: 国}]",
    )

    def gone(path: Path, *_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "gone", str(path))

    monkeypatch.setattr(importlib.import_module("koubei_pdf.imaging.prepare"), "decode", gone)
    done = run("render", press.folder, "--lang", "en")
    assert done.exit_code == 1
    assert "error[O005]" in done.output
    assert "p.png" in done.output
    assert not list(press.folder.rglob("*.pdf"))
