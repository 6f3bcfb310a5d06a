"""Wrong usage: exit code 2, said in the language of messages, nothing written."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from .conftest import Run

#: Command line ("ISSUE" stands for a good issue), what is said in Chinese and in English.
CASES = [
    ("render", "缺少参数 ISSUE", "missing argument ISSUE"),
    ("new", "缺少参数 DIR", "missing argument DIR"),
    ("rendre ISSUE", "没有命令 rendre；相近的有 render", "no such command: rendre; close to it"),
    ("x", "没有命令 x", "no such command: x"),
    ("render ISSUE --page 3", "没有选项 --page；相近的有", "no such option: --page; close to it"),
    ("render ISSUE --zzz", "没有选项 --zzz", "no such option: --zzz"),
    ("render ISSUE -x", "没有选项 -x", "no such option: -x"),
    ("render ISSUE --{a}", "没有选项 --{a}", "no such option: --{a}"),
    ("--version=3", "--version 后面不能写值", "--version does not take a value"),
    ("render ISSUE -o", "-o 后面缺少值", "-o lacks its value"),
    ("render ISSUE more", "多余的参数：more", "unexpected extra argument: more"),
    ("check ISSUE a b", "多余的参数：a b", "unexpected extra argument: a b"),
    ("render nowhere", "nowhere 不存在", "nowhere does not exist"),
    ("check nowhere.yaml", "nowhere.yaml 不存在", "nowhere.yaml does not exist"),
    (f"check {'x' * 300}", "不存在", "does not exist"),
    ("new ISSUE", "而且不是空的", "is not empty"),
    ("explain X999", "没有代码 X999", "there is no code X999"),
    ("explain ???", "koubei-pdf explain 列出全部", "koubei-pdf explain lists them all"),
    ("render ISSUE --pages", "用法见 koubei-pdf render --help", "see koubei-pdf render --help"),
    ("render ISSUE -o -", "不是文件名", "is no file name"),
    ("render ISSUE -o ISSUE", " 是文件夹", " is a folder"),
    ("render ISSUE -o ISSUE/issue.yaml", "却不是 PDF", "is no PDF"),
    ("render ISSUE --pages=", "看不懂“”", "cannot be ``"),
    *(
        (f"render ISSUE --pages={pages}", f"看不懂“{pages}”", f"cannot be `{pages}`")
        for pages in ("0", "x", "4-", "5-4", "4--5", "-1", "0-3", "1;2")
    ),
    *(
        (f"render ISSUE --pages={pages}", "本期只有 8 页", "beyond the issue, which has 8 pages")
        for pages in ("9", "1-99", "99", "2,12")
    ),
]


@pytest.mark.parametrize(("line", "zh", "en"), CASES, ids=[case[0][:40] for case in CASES])
def test_wrong_usage(
    run: Run, issue: Path, monkeypatch: pytest.MonkeyPatch, line: str, zh: str, en: str
) -> None:
    before = {path: path.stat().st_mtime_ns for path in issue.rglob("*")}
    arguments = [part.replace("ISSUE", str(issue)) for part in line.split(" ")]
    for lang, said, label in (("zh_CN.UTF-8", zh, "建议："), ("en_GB.UTF-8", en, "help: ")):
        monkeypatch.setenv("LC_ALL", lang)
        done = run(*arguments)
        assert done.exit_code == 2, done.output
        assert said in done.output
        assert re.search(rf"\n  = {label}.*\S\n$", done.output)
        assert "…" not in done.output
        assert "{" not in done.output.replace("--{a}", "")
    assert {path: path.stat().st_mtime_ns for path in issue.rglob("*")} == before


def test_the_language_asked_for_goes_before_that_of_the_system(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "缺少参数" in run("render", "--lang", "zh").output
    assert "缺少参数" in run("render", "--lang=zh").output


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--lang zh explain M010", "看不见的字符"),
        ("--lang=zh explain M010", "看不见的字符"),
        ("explain M010 --lang zh", "看不见的字符"),
        ("--lang zh explain M010 --lang en", "invisible character"),
        ("explain M010", "invisible character"),
        ("--lang zh render", "缺少参数"),
        ("--lang zh render --lang en", "missing argument"),
        ("--lang zh check nowhere", "nowhere 不存在"),
        ("--lang zh", "缺少命令"),
    ],
)
def test_the_language_stands_before_or_after_the_command(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str, said: str
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert said in run(*line.split()).output


def test_a_flatplan_is_in_the_language_asked_for_before_the_command(run: Run, issue: Path) -> None:
    for lang in ("zh", "en"):
        assert run("--lang", lang, "plan", issue).exit_code == 0
        page = (issue / "out" / "issue-plan.html").read_text(encoding="utf-8")
        assert f'lang="{lang}' in page


def test_a_language_that_there_is_not(run: Run, issue: Path) -> None:
    done = run("render", issue, "--lang", "fr")
    assert done.exit_code == 2
    assert "zh, en" in done.output


def test_no_command_shows_the_help(run: Run) -> None:
    done = run()
    assert done.exit_code == 2
    assert "render" in done.output
    assert "error" not in done.output


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="needs a device file")
def test_a_device_is_no_file(run: Run, issue: Path) -> None:
    done = run("render", issue, "-o", os.devnull, "--lang", "en")
    assert done.exit_code == 2
    assert "no ordinary file" in done.output
