"""`explain-line`: what it says of ends of lines that nobody would choose."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Run

TABLE = """
| 区 | Donaudampfschifffahrtsgesellschaft基站很多很多 | 比上年 | 说明 |
| --- | ---: | ---: | --- |
| 江岸 | 1,204 | 12.5% | 含共享站 |
"""


@pytest.fixture
def place(issue: Path) -> str:
    """Where a new issue has a table with a very long head."""
    article = issue / "articles" / "04-begin.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text + TABLE, encoding="utf-8")
    return f"articles/04-begin.md:{text.count(chr(10)) + 2}"


@pytest.mark.parametrize(
    ("lang", "loose", "more"),
    [
        ("en", "on 2 lines: far too loose", r"([\d]+) more"),
        ("zh", "排成 2 行：拉得太松", r"多 (\d+)"),
    ],
)
def test_what_no_line_may_be_has_no_figure(
    run: Run, issue: Path, place: str, lang: str, loose: str, more: str
) -> None:
    done = run("explain-line", issue, "--at", place, "--lang", lang)
    assert done.exit_code == 0, done.output
    assert loose in done.output
    assert all(int(cost) < 10_000 for cost in re.findall(more, done.output))


def test_both_languages_say_why_a_line_cannot_end_so(run: Run, issue: Path, place: str) -> None:
    english = run("explain-line", issue, "--at", place, "--lang", "en").output
    chinese = run("explain-line", issue, "--at", place, "--lang", "zh").output
    pairs = [
        ("is too long for the line", "：太长，排不下"),
        ("or those below it, far too loose", "或下面的行拉得太松"),
    ]
    counts = [(english.count(en), chinese.count(zh)) for en, zh in pairs]
    assert all(one == other for one, other in counts)
    assert any(one for one, _ in counts)


def test_a_title_says_what_stands_at_its_breaks(run: Run, issue: Path) -> None:
    """And where else it could break: what stands there, and how even it would be."""
    file = issue / "articles" / "04-begin.md"
    head = "title: 光谷创业街营业厅协助做好大学生紧急异地补卡服务"
    file.write_text(re.sub("^title:.*$", head, file.read_text("utf-8"), flags=re.M), "utf-8")
    done = run("explain-line", issue, "--at", "articles/04-begin.md:2", "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "ends between phrases" in done.output
    assert re.search(
        r"…厅协助｜ is between words that belong together: uneven by [+-]\d+", done.output
    )
    assert re.search(r"…业厅协｜ is within a word", done.output)
    assert "costs" not in done.output


def test_a_file_of_no_issue_is_told_with_the_nearest_name(run: Run, issue: Path) -> None:
    done = run("explain-line", issue, "--at", "articles/04-begn.md:3", "--lang", "en")
    assert done.exit_code == 2
    assert "the issue has no articles/04-begn.md" in done.output
    assert "did you mean `articles/04-begin.md`?" in done.output


def test_what_was_made_for_a_line_is_none_of_it(run: Run, issue: Path) -> None:
    """The folio in the contents points to the article, whose first line is three hyphens."""
    done = run("explain-line", issue, "--at", "articles/04-begin.md:1", "--lang", "en")
    assert done.exit_code == 2
    assert "lines of this file that are set: 2, " in done.output


def test_lines_of_a_title_are_no_last_lines(run: Run, issue: Path) -> None:
    done = run("explain-line", issue, "--at", "articles/04-begin.md:2", "--lang", "en")
    assert done.exit_code == 0
    assert "\n  2  " in done.output
    assert "a style that is not justified" in done.output
    assert "last line" not in done.output


@pytest.mark.parametrize("line", [2, 9], ids=["title", "caption"])
def test_a_frame_of_the_second_page_is_named_with_its_page(
    run: Run, issue: Path, line: int
) -> None:
    """The layout of 06-craft has them in frames with `page: 2`; the article begins on page 6."""
    done = run("explain-line", issue, "--at", f"articles/06-craft.md:{line}", "--lang", "en")
    assert done.exit_code == 0
    assert f"articles/06-craft.md:{line} · page 7 ·" in done.output
    assert "· page 6 ·" not in done.output


def test_notes_show_the_beginning_of_a_long_word(run: Run, issue: Path) -> None:
    article = issue / "articles" / "04-begin.md"
    copy = article.read_text(encoding="utf-8")
    article.write_text(f"{copy}\n{'a' * 900}\n", encoding="utf-8")
    at = f"articles/04-begin.md:{copy.count(chr(10)) + 2}"
    done = run("explain-line", issue, "--at", at, "--lang", "en")
    assert "6.1.4 cut, wider than the line: aaaaaaaaaaaaaaaaaaa…\n" in done.output
    assert max(map(len, done.output.splitlines())) < 200


def test_a_line_with_a_hanging_mark_is_not_called_squeezed(run: Run, issue: Path) -> None:
    """The indent and 28 Han fill the 30 em; the 。 that follows them hangs."""
    article = issue / "articles" / "04-begin.md"
    copy = article.read_text(encoding="utf-8")
    article.write_text(f"{copy}\n{'国' * 28}。{'国' * 9}\n", encoding="utf-8")
    at = f"articles/04-begin.md:{copy.count(chr(10)) + 2}"
    done = run("explain-line", issue, "--at", at, "--lang", "en")
    assert "of 30 em · the last mark hangs by 0.50 em · set as it is · costs 10\n" in done.output
