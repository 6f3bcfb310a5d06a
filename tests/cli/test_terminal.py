"""What a person at a terminal sees that a pipe does not: progress and colour."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ..pages.press import Press

pty = pytest.importorskip("pty", reason="needs a Unix terminal")


def on_terminal(*arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, and what a terminal on standard error shows."""
    screen, its_end = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    env.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "koubei_pdf", *arguments],
        stdout=subprocess.PIPE,
        stderr=its_end,
        env=env,
    )
    os.close(its_end)
    seen = b""
    while True:
        try:
            part = os.read(screen, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        seen += part
    os.close(screen)
    output, _ = process.communicate(timeout=60)
    return process.returncode, output.decode(), seen.decode()


def test_a_terminal_shows_progress_by_pages(press: Press) -> None:
    code, output, screen = on_terminal("render", str(press.folder))
    assert code == 0
    assert "\x1b[" in screen
    assert "4/4" in screen
    assert len(output.splitlines()) == 1


def test_a_terminal_shows_faults_in_colour_after_the_bar(press: Press) -> None:
    path = press.folder / "articles/a.md"
    path.write_text(path.read_text("utf-8").replace("国国国。", "国㐀国。", 1), encoding="utf-8")
    code, output, screen = on_terminal("render", str(press.folder), "--lang", "en")
    assert code == 1
    assert "\x1b[1;31merror[F003]" in screen
    assert "no file was written" in output


def test_a_pipe_gets_neither(press: Press) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "koubei_pdf", "render", str(press.folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "FORCE_COLOR": "", "LC_ALL": "C.UTF-8"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "gbk", "ascii"])
def test_an_encoding_without_chinese_is_no_crash(press: Press, encoding: str) -> None:
    """Western Windows pipes cp1252: what it cannot hold is shown otherwise, not a traceback."""
    path = press.folder / "articles/a.md"
    path.write_text(path.read_text("utf-8").replace("国国国。", "国㐀国。", 1), encoding="utf-8")
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "koubei_pdf", "check", str(press.folder), "--lang", "zh"],
        capture_output=True,
        env=env,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"F003" in done.stderr
    assert done.returncode == 1


def test_findings_are_the_same_in_every_process(press: Press) -> None:
    """The order of a set, the folder's order and the locale show in no message."""
    press.layout(
        "story",
        "pages: 2\nframes:\n"
        '  title: {kind: text, page: 1, box: [0, note+1, 24, 4], text: "{titel}", style: title}\n'
        "  note: {kind: text, page: 1, box: [0, body+1, 24, 8], text: 㐀, style: flush}\n"
        "  more: {kind: body, page: 2, box: [0, title+1, 24, 4]}\n"
        "  body: {kind: body, page: 1, box: [0, 8, 24, 12]}\n",
    )
    reports = set()
    for seed in "12345":
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [sys.executable, "-m", "koubei_pdf", "check", str(press.folder)],
            capture_output=True,
            env=env,
            check=False,
        )
        assert done.returncode == 1
        reports.add(done.stderr)
    assert len(reports) == 1
