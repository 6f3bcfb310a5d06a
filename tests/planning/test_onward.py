"""Stories that may go on on other pages: how long they may be, and how the flatplan shows it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from koubei_pdf.cli import app

from ..pages.press import Press, codes

#: Ten rows of 24 字, and ten more on the other page.
STORY = """\
pages: 2
fit: {short: 3, continue: {stay: 2, carry: 2}}
frames:
  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}
  body: {kind: body, box: [0, 10, 24, 20]}
"""
REST = """\
pages: 1
frames:
  from: {kind: text, box: [0, 0, 24, 1], style: flush,
    text: "{continued.1.title}（上接第{continued.1.folio}页）"}
  rest: {kind: continued, box: [0, 3, 24, 13]}
"""
AD = "pages: 1\nframes:\n  t: {kind: text, box: [0, 0, 24, 1], text: 国, style: flush}\n"


def plan(press: Press, copy: str | None, more: str = "") -> str:
    """The words of the flatplan of a story with this copy; None: it is not written."""
    press.layout("story", STORY)
    press.layout("rest", REST)
    press.layout("other", AD)
    press.articles = {}
    for other in ("empty", "head"):
        (press.folder / f"articles/{other}.md").unlink(missing_ok=True)
    if copy is None:
        press.articles["a"] = "articles/a.md"
        press.write("articles/a.md", "---\ntitle: 长长的题\ncontents: 短题\nsection: one\n---\n")
    else:
        press.article("a", copy, head="title: 长长的题\ncontents: 短题")
    press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: story, article: a",
        f"pages: 4, layout: rest, continues: a{more}",
    )
    done = CliRunner().invoke(app, ["plan", str(press.folder), "--lang", "zh"])
    assert done.exit_code == 0, done.output
    html = (press.folder / "out" / "issue-plan.html").read_text(encoding="utf-8")
    return re.sub(r"<[^>]*>", " ", html.partition("<main>")[2])


def slip(press: Press) -> dict[str, object]:
    done = CliRunner().invoke(app, ["slip", str(press.folder), "--json"])
    (found,) = json.loads(done.stdout)
    return dict(found)


def test_before_there_is_copy(press: Press) -> None:
    """The page shows whose it may be, and the story where it may go on."""
    said = plan(press, None)
    assert "可转第 4 页" in said
    assert "可接第 2 页" in said
    assert said.count("接：短题") == 2  # below the page, and in its frame


def test_copy_that_goes_on(press: Press) -> None:
    said = plan(press, "国" * 24 * 15)
    assert "版式 story，第 2–3 页，转第 4 页" in said
    assert "版式 rest，第 4 页，接第 2 页" in said
    assert said.count("接：短题") == 1
    assert "版式让一让排得下" in said


@pytest.mark.parametrize("more", ["", ", otherwise: other"])
def test_copy_that_does_not(press: Press, more: str) -> None:
    """The page is what it is then."""
    said = plan(press, "国" * 24 * 9, more)
    assert "转第" not in said
    assert "接：" not in said
    assert f"版式 {'other' if more else 'rest'}，第 4 页" in said
    assert said.split().count("空") == (2 if more else 3)  # pages 1 and 3, too


def test_the_longest_copy_fits_on_both_pages(press: Press, tmp_path: Path) -> None:
    """As drawn 10 lines of 24 字; nine of them and ten on the other page if it goes on."""
    plan(press, None)
    found = slip(press)
    assert found["onward"] == 4
    (words,) = found["words"]
    assert isinstance(words, dict)
    # Six lines of 120 characters, and four of the next paragraph.
    assert words["most"] == words["most_fitted"] == 120 + 4 * 24 - 2
    longest = words["most_onward"]
    for more, expected in ((0, []), (24, ["T001"])):
        sizes = [120] * ((longest + more) // 120) + [(longest + more) % 120]
        press.article("a", "\n\n".join("国" * size for size in sizes if size))
        made = press.plan(
            "pages: 1, layout: blank",
            "pages: 2-3, layout: story, article: a",
            "pages: 4, layout: rest, continues: a",
        )
        assert codes(made) == expected
    said = CliRunner().invoke(app, ["slip", str(press.folder), "--lang", "en"]).output
    assert f"; {longest} at most if it goes on on p. 4;" in said


def test_pages_without_a_place_to_go_on(press: Press) -> None:
    plan(press, None)
    press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: story, article: a",
        "pages: 4, layout: blank",
    )
    found = slip(press)
    (words,) = found["words"]
    assert isinstance(words, dict)
    assert (found["onward"], words["most_onward"]) == (None, None)
