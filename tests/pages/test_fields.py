"""Fields of the template: what they give, and those that are not there."""

from __future__ import annotations

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.book import GlyphRun

from .press import Press, book_of, codes, finding, items, lines, text_of

BODY = "  body: {kind: body, page: 2, box: [0, 16, 24, 20]}"


def framed(press: Press, text: str, options: str = "style: flush", head: str = "") -> Build:
    """Build a spread whose frame `word`, 10 字 × 4 行 at the head of page 3, holds this text."""
    return press.spread(
        f'  word: {{kind: text, page: 2, box: [0, 0, 10, 4], text: "{text}", {options}}}\n{BODY}',
        head=head,
    )


# --------------------------------------------------------------------------------- fields


HEAD = """
title: 大字标题
subtitle: 副题
deck: 提要
department: 部门
byline: [甲乙, 丙丁]
quotes: [引文一, 引文二]
pictures: [{file: p.svg, caption: 图说}]
"""


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{title}", "大字标题"),
        ("{subtitle}", "副题"),
        ("——{subtitle}", "——副题"),
        ("{deck}", "提要"),
        ("{department} {byline}", "部门 甲乙 丙丁"),
        ("{quotes.1}", "引文一"),
        ("{quotes.2}", "引文二"),
        ("{pictures.1}", "图说"),
        ("{section.number} {section.name}", "01 头条"),
        ("{sections.two.name}", "快讯"),
        ("{issue.title} {issue.date}", "口碑 2023-03"),
        ("第{folio}页", "第03页"),
        ("{articles.a.title}", "大字标题"),
        ("{articles.a.folio}", "02"),
        ("{ title }", "大字标题"),
        # Fields without a value leave neither a blank nor a dash behind.
        ("{kicker} {title}", "大字标题"),
        ("{title} {kicker}", "大字标题"),
        ("——{kicker}", ""),
        ("{quotes.3}", ""),
        ("{slot.nothing}", ""),
        ("{issue.address}", ""),
    ],
)
def test_fields(press: Press, template: str, text: str) -> None:
    press.drawing("articles/p.svg", 10, 10)
    frame = (
        f'  word: {{kind: text, page: 2, box: [0, 0, 24, 4], text: "{template}", style: flush}}\n'
    )
    rest = (
        "  all: {kind: text, page: 1, box: [0, 0, 24, 20], style: flush,"
        ' text: "{title} {subtitle} {deck} {department} {byline} {pictures.1} {quotes.1}"}\n'
        "  picture: {kind: picture, page: 1, box: [0, 10, 24, 20]}\n"
    )
    book = book_of(press.spread(f"{frame}{rest}{BODY}", head=HEAD))
    assert text_of(book, (3,), "word") == text


@pytest.mark.parametrize(
    "name", ["titel", "section.nane", "issue.titel", "articles.b.title", "quotes.x", "", "a.b.c"]
)
def test_unknown_fields_are_reported_where_they_stand(press: Press, name: str) -> None:
    made = framed(press, f"国{{{name}}}")
    fault = finding(made, "T004")
    assert fault.facts["name"] == name
    assert (fault.span.file, fault.span.line) == ("layouts/story.yaml", 4)
    source = (press.folder / "layouts/story.yaml").read_text("utf-8").splitlines()[3]
    start = fault.span.column - 1
    assert source[start : start + fault.span.length] == f"{{{name}}}"


def test_a_list_is_set_line_by_line(press: Press) -> None:
    made = framed(press, "{deck}", head="deck: [甲, 乙乙, 丙]")
    assert [text for _, _, text in lines(book_of(made), 3, "word")] == ["甲", "乙乙", "丙"]


def test_fields_of_a_slot(press: Press) -> None:
    press.layout(
        "cover",
        'pages: 1\nmaster: none\nframes:\n  word: {kind: text, box: [0, 0, 9, 2], text: "{slot.w}",'
        " style: flush}",
    )
    book = book_of(
        press.plan("pages: 1, layout: cover, fields: {w: 特刊}", "pages: 2, layout: blank")
    )
    assert text_of(book, (1,), "word") == "特刊"


def test_a_field_knows_the_line_that_it_comes_from(press: Press) -> None:
    book = book_of(framed(press, "{title}——{section.name}", head="title: 题目"))
    runs = [run for run in items(book, 3, "word") if isinstance(run, GlyphRun)]
    places = [(run.text, run.span.file, run.span.line) for run in runs]
    assert places[0] == ("题目", "articles/a.md", 3)
    assert places[-1][:2] == ("头条", "issue.yaml")


# ------------------------------------------------------------ what only follows from a fault


def test_a_misspelt_field_is_not_missed_as_well(press: Press) -> None:
    """`{titel}` stands for the title: that no frame shows it follows from the slip."""
    made = press.spread(
        f'  title: {{kind: text, box: [0, -2, 24, 0], text: "{{titel}}", style: title}}\n{BODY}'
    )
    assert codes(made) == ["T004"]
    made = press.spread(
        f'  title: {{kind: text, box: [0, -2, 24, 0], text: "{{xyz}}", style: title}}\n{BODY}'
    )
    assert codes(made) == ["T004", "T008"]


@pytest.mark.parametrize(
    ("option", "faults"),
    [("one", []), ("oen", ["T015"]), ("'1'", []), ("'2'", []), ("'9'", []), ("x", ["T015"])],
)
def test_a_section_that_is_not_there(press: Press, option: str, faults: list[str]) -> None:
    """Named by id it must be there; places beyond the last leave the frame empty."""
    made = framed(press, "国", f"style: flush, section: {option}")
    assert codes(made) == faults
    if faults:
        assert finding(made, "T015").span.line == 4


def test_a_section_in_a_field_that_is_not_there(press: Press) -> None:
    made = framed(press, "国{sections.oen.name}")
    assert codes(made) == ["T004"]
    assert finding(made, "T004").facts["nearest"] == "sections.one.name"
    assert codes(framed(press, "国{sections.9.name}")) == []
