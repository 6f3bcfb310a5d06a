"""Files that cannot be written: reported as a fault with a remedy, the last good file kept."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

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
