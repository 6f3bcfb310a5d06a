"""Where messages cannot be told, and where a person stops the program: never a traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

FULL = Path("/dev/full")
PROGRAM = [sys.executable, "-m", "koubei_pdf"]


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["explain"], ["--help"], ["render", "ISSUE"]])
def test_an_output_that_takes_no_more_is_told_on_the_other(
    issue: Path, arguments: list[str]
) -> None:
    command = [str(issue) if word == "ISSUE" else word for word in arguments]
    said = "错误：写不出消息：磁盘已满\n  = 建议：让输出去别的地方，再运行一次\n"
    with FULL.open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *command, "--lang", "zh"]
            if arguments != ["--help"]
            else [*PROGRAM, "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"},
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode() == said


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="needs pipes of Unix")
def test_a_reader_that_goes_early_makes_no_error() -> None:
    process = subprocess.Popen(
        [*PROGRAM, "explain"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) in (0, -signal.SIGPIPE)


def test_stopped_while_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while libraries are imported."""
    stop = "import sys; sys.modules['typer'] = None\nimport builtins\n"
    stop += "def stopped(name, *rest, **more):\n    raise KeyboardInterrupt\n"
    stop += "import koubei_pdf.__main__ as program\nbuiltins.__import__ = stopped\nprogram.main()"
    done = subprocess.run([sys.executable, "-c", stop], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("failure", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_new_issue_that_is_not_whole_is_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool, failure: Any
) -> None:
    folder = tmp_path / "issue"
    if is_there:
        folder.mkdir()

    def copy(*paths: Any) -> None:
        assert (folder / "issue.yaml").exists()
        raise failure

    monkeypatch.setattr(shutil, "copy", copy)
    done = run("new", folder)
    assert done.exit_code == (1 if isinstance(failure, OSError) else 130)
    assert list(tmp_path.rglob("*")) == ([folder] if is_there else [])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("4-5", "4-5"),
        ("4－5", "4-5"),
        ("４-５", "4-5"),
        (" 4 - 5 ", "4-5"),
        ("5,4", "4-5"),
        ("1，4–5、8", "1+4-5+8"),
    ],
)
def test_pages_as_people_write_them(run: Run, issue: Path, written: str, name: str) -> None:
    done = run("render", issue, "--pages", written)
    assert done.exit_code == 0, done.output
    assert (issue / "out" / f"issue-{name}.pdf").exists()


def test_the_help_in_chinese_has_chinese_headings() -> None:
    done = subprocess.run(
        [*PROGRAM, "render", "--help"],
        capture_output=True,
        env={**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"},
        check=True,
    )
    assert "选项" in done.stdout.decode()
    assert "Options" not in done.stdout.decode()


@pytest.mark.parametrize("edition", ["press", "screen"])
def test_pictures_without_alternate_text_concern_the_screen_edition(
    run: Run, issue: Path, edition: str
) -> None:
    article = issue / "articles" / "04-begin.md"
    text = article.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if "alt:" not in line]
    article.write_text("\n".join(lines), encoding="utf-8")
    done = run("render", issue, "--edition", edition, "--lang", "en")
    assert done.exit_code == 0
    assert ("warning[O007]" in done.output) == (edition == "screen")
    assert ("articles/04-begin.md:" in done.output) == (edition == "screen")
