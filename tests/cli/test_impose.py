"""`impose` from the command line: what it writes, what it says, what it leaves alone."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pikepdf
import pytest

from .conftest import Run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Six pages of A5."""
    path = tmp_path / "my issue.pdf"
    pdf = pikepdf.Pdf.new()
    for _ in range(6):
        pdf.add_blank_page(page_size=(420, 595))  # type: ignore[arg-type]
    pdf.save(path)
    return path


def test_sheets_stand_beside_the_file(run: Run, source: Path) -> None:
    before = source.read_bytes()
    done = run("impose", source, "--saddle", "--lang", "en")
    assert done.exit_code == 0
    assert "warning[I007]: 6 pages, no multiple of 4: blank in the bound copy: 5–6" in done.output
    output = source.with_name("my issue-saddle.pdf")
    said = "6 pages, 2 sheets of 317 × 240 mm, 0 errors, 1 warning, "
    assert re.search(rf"{said}\d\.\d s: {re.escape(str(output))}\n$", done.output)
    with pikepdf.open(output) as made:
        assert len(made.pages) == 4
    assert source.read_bytes() == before


def test_both_languages(run: Run, source: Path) -> None:
    done = run("impose", source, "--perfect", "--signature", "8", "--lang", "zh")
    assert done.exit_code == 0
    assert "警告[I007]：6 页不是 4 的倍数，补了空白页：成书的第 7–8 页" in done.output
    assert "6 页，1 张 " in done.output
    assert source.with_name("my issue-perfect.pdf").exists()


def test_every_option(run: Run, source: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "sheets.pdf"
    options = ("--sheet", "sra3", "--creep", "0.5mm", "--gripper", "8", "-o", str(output))
    done = run("impose", source, "--saddle", *options)
    assert done.exit_code == 0, done.output
    with pikepdf.open(output) as made:
        sides = [float(edge) * 25.4 / 72 for edge in made.pages[0].mediabox]
    assert sides == pytest.approx([0, 0, 450, 320], abs=0.01)
    assert run("impose", source, "--saddle", "--caliper", "0.1").exit_code == 0


def test_a_broken_file_keeps_the_last_good_sheets(run: Run, source: Path) -> None:
    assert run("impose", source, "--saddle").exit_code == 0
    output = source.with_name("my issue-saddle.pdf")
    good = output.read_bytes()
    source.write_bytes(b"%PDF-1.7 broken")
    for lang, head, label, kept in (
        ("zh", "错误[I001]：", "建议：", "原来的"),
        ("en", "error[I001]: ", "help: ", "is as it was"),
    ):
        done = run("impose", source, "--saddle", "--lang", lang)
        assert done.exit_code == 1
        assert head in done.output
        assert f"--> {source.as_posix()}\n  = {label}" in done.output
        assert kept in done.output
    assert output.read_bytes() == good


def test_a_full_disk_keeps_the_last_good_sheets(
    run: Run, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = source.with_name("my issue-saddle.pdf")
    output.write_bytes(b"%PDF-1.6 the last good file")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    done = run("impose", source, "--saddle", "--lang", "en")
    assert done.exit_code == 1
    assert "error[O002]" in done.output
    assert "is as it was" in done.output
    assert output.read_bytes() == b"%PDF-1.6 the last good file"
    assert len(list(source.parent.iterdir())) == 2


#: Command line ("FILE" stands for a good file, "TEXT" for one that is no PDF), what is said in
#: Chinese and in English.
CASES = [
    ("impose", "缺少参数 FILE", "missing argument FILE"),
    ("impose nowhere.pdf --saddle", "nowhere.pdf 不存在", "nowhere.pdf does not exist"),
    ("impose . --saddle", "不是文件", "is no file"),
    ("impose FILE", "要指明一种装订方式", "one way of binding is needed"),
    ("impose FILE --saddle --perfect", "要指明一种装订方式", "one way of binding is needed"),
    ("impose FILE --saddle --sheet A9", "没有纸张“A9”", "there is no sheet `A9`"),
    ("impose FILE --saddle --sheet 1x1mm", "没有纸张“1x1mm”", "there is no sheet `1x1mm`"),
    ("impose FILE --saddle --sheet=", "没有纸张“”", "there is no sheet ``"),
    *(
        (
            f"impose FILE --saddle --{option}={text}",
            f"--{option} 不能是“{text}”",
            f"--{option} cannot be `{text}`",
        )
        for option, text in (
            ("creep", "x"),
            ("creep", "-1"),
            ("creep", "1e9"),
            ("creep", "21"),
            ("caliper", "nan"),
            ("caliper", "1.1"),
            ("caliper", ""),
            ("gripper", "31"),
            ("gripper", "１"),
        )
    ),
    *(
        (
            f"impose FILE --perfect --signature {text}",
            f"--signature 不能是“{text}”",
            f"--signature cannot be `{text}`",
        )
        for text in ("0", "12", "x", "64", "-8")
    ),
    (
        "impose FILE --saddle --creep 1 --caliper 0.1",
        "--creep 和 --caliper 不能同时写",
        "--creep and --caliper do not go together",
    ),
    ("impose FILE --perfect --creep 1", "--perfect 和 --creep", "--perfect and --creep"),
    ("impose FILE --perfect --caliper 1", "--perfect 和 --caliper", "--perfect and --caliper"),
    ("impose FILE --saddle --signature 8", "--saddle 和 --signature", "--saddle and --signature"),
    ("impose FILE --saddle -o FILE", "是要拼的文件", "is the file to be imposed"),
    ("impose FILE --saddle -o .", " 是文件夹", " is a folder"),
    ("impose FILE --saddle -o TEXT", "却不是 PDF", "is no PDF"),
]


@pytest.mark.parametrize(("line", "zh", "en"), CASES, ids=[case[0] for case in CASES])
def test_wrong_usage(
    run: Run, source: Path, monkeypatch: pytest.MonkeyPatch, line: str, zh: str, en: str
) -> None:
    text = source.with_name("notes.txt")
    text.write_text("notes", encoding="utf-8")
    before = {path: path.read_bytes() for path in source.parent.iterdir()}
    files = {"FILE": str(source), "TEXT": str(text)}
    arguments = [files.get(part, part) for part in line.split(" ")]
    for lang, said, label in (("zh_CN.UTF-8", zh, "建议："), ("en_GB.UTF-8", en, "help: ")):
        monkeypatch.setenv("LC_ALL", lang)
        done = run(*arguments)
        assert done.exit_code == 2, done.output
        assert said in done.output
        assert re.search(rf"\n  = {label}.*\S\n$", done.output)
        assert "{" not in done.output
    assert {path: path.read_bytes() for path in source.parent.iterdir()} == before
