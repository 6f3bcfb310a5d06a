"""Frames of text: alignment, height, width, overlaps, rules; fields of the template."""

from __future__ import annotations

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.book import Fill, GlyphRun
from koubei_pdf.model.geometry import Rect

from .press import TITLE, Press, book_of, codes, finding, items, lines, text_of

BODY = "  body: {kind: body, page: 2, box: [0, 16, 24, 20]}"


def framed(press: Press, text: str, options: str = "style: flush", head: str = "") -> Build:
    """Build a spread whose frame `word`, 10 字 × 4 行 at the head of page 3, holds this text."""
    return press.spread(
        f'  word: {{kind: text, page: 2, box: [0, 0, 10, 4], text: "{text}", {options}}}\n{BODY}',
        head=head,
    )


@pytest.mark.parametrize(
    ("options", "x", "y"),
    [
        ("style: flush, align: left", 20, 48.8),
        ("style: flush, align: center", 60, 48.8),
        ("style: flush, align: right", 100, 48.8),
        ("style: flush, align: justify", 20, 48.8),
        # The frame is 55 pt high: four rows less the blank below the last one's em box.
        ("style: flush, align: left, valign: middle", 20, 48.8 + 22.5),
        ("style: flush, align: left, valign: bottom", 20, 48.8 + 45),
        ("style: title", 20, 40 + 17.6),
        ("style: body", 40, 48.8),
        ("style: quotation", 60, 48.8),
    ],
)
def test_a_text_stands_where_its_frame_says(press: Press, options: str, x: float, y: float) -> None:
    ((found_x, found_y, text),) = lines(book_of(framed(press, "国国", options)), 3, "word")
    assert (found_x, found_y, text) == (pytest.approx(x), pytest.approx(y), "国国")


def test_lines_of_a_style_stand_at_its_leading(press: Press) -> None:
    made = framed(press, "国国国国国国国国国国", "style: title")
    assert [y for _, y, _ in lines(book_of(made), 3, "word")] == pytest.approx([57.6, 87.6])
    made = framed(press, "国" * 30, "style: small")
    assert [y for _, y, _ in lines(book_of(made), 3, "word")] == pytest.approx([44.4, 51.9])


def test_a_text_takes_its_own_colour_or_its_styles(press: Press) -> None:
    for options, ink in (
        ("style: flush", (0, 0, 0, 100)),
        ("style: flush, colour: blue", (100, 50, 0, 0)),
        ("style: flush, colour: section", (0, 100, 100, 0)),
        ("style: flush, colour: section 50", (0, 50, 50, 0)),
    ):
        (run,) = items(book_of(framed(press, "国", options)), 3, "word")
        assert isinstance(run, GlyphRun)
        assert (run.ink.c, run.ink.m, run.ink.y, run.ink.k) == ink


def test_a_rule_hangs_above_its_text(press: Press) -> None:
    made = framed(
        press,
        "国",
        "style: flush, align: left, valign: bottom, rule: blue, rule_width: 4, rule_weight: 2pt",
    )
    book = book_of(made)
    (rule,) = items(book, 3, "rule")
    assert isinstance(rule, Fill)
    ((_, y, _),) = lines(book, 3, "word")
    assert (rule.rect.x0, rule.rect.width, rule.rect.height) == (20, 40, pytest.approx(2))
    assert rule.rect.y1 < y - 8.8


# -------------------------------------------------------------------- what does not fit


def test_a_text_higher_than_its_frame_is_reported_with_both_heights(press: Press) -> None:
    """The frame is 55 pt high (19.4 mm); five lines need 4 × 15 + 10 pt (24.7 mm)."""
    made = framed(press, "国" * 50)
    fault = finding(made, "T002")
    assert codes(made) == ["T002"]
    assert fault.is_error
    assert (fault.facts["have"], fault.facts["need"]) == ("19.4", "24.7")
    assert fault.facts["frame"] == "word"
    assert (fault.span.file, fault.span.line) == ("layouts/story.yaml", 4)
    assert codes(framed(press, "国" * 40)) == []


def test_an_article_too_long_for_its_frame_is_reported_in_the_article(press: Press) -> None:
    made = framed(press, "{deck}", head=f"deck: {'国' * 50}")
    span = finding(made, "T002").span
    assert (span.file, span.line, span.column) == ("articles/a.md", 4, 7)


@pytest.mark.parametrize(("style", "measure"), [("flush", 10), ("title", 5)])
def test_a_word_wider_than_its_frame_is_cut_and_reported(
    press: Press, style: str, measure: int
) -> None:
    word = "国" + "A" * (2 * measure + 4)
    made = framed(press, word, f"style: {style}")
    assert set(codes(made)) == {"T005"}
    fault = made.diagnostics[0]
    assert not fault.is_error
    assert float(fault.facts["measure"]) == measure
    assert (fault.span.file, fault.span.line) == ("layouts/story.yaml", 4)
    assert made.book is not None
    assert text_of(made.book, (3,), "word") == word
    for run in items(made.book, 3, "word"):
        assert isinstance(run, GlyphRun)
        assert len(run.text) <= 2 * measure


@pytest.mark.parametrize("box", ["[10, 4, trim-290pt, 8]", "[0, 4, 10, trim-380pt]"])
def test_a_frame_without_extent_is_reported_once(press: Press, box: str) -> None:
    made = press.spread(
        f"  word: {{kind: text, page: 2, box: {box}, text: 国国国国, style: flush}}\n{BODY}"
    )
    assert len(made.diagnostics) == 1
    assert finding(made, "T006").facts["frame"] == "word"


@pytest.mark.parametrize(
    "frame",
    [
        "{kind: body, page: 2, box: [0, word, 24, 4]}",
        "{kind: picture, page: 2, box: [0, word, 24, 4]}",
    ],
)
def test_no_room_left_below_another_frame_is_reported(press: Press, frame: str) -> None:
    press.drawing("articles/p.svg", 10, 10)
    kind = "body" if "body" in frame else "picture"
    more = "" if kind == "body" else BODY
    made = press.spread(
        f"  word: {{kind: text, page: 2, box: [0, 0, 24, 8], text: {'国' * 100}, style: flush}}\n"
        f"  {kind}: {frame}\n{more}",
        head="pictures: [{file: p.svg}]",
    )
    assert finding(made, "T006").facts["frame"] == kind


# ------------------------------------------------------------------------------- overlaps


@pytest.mark.parametrize(
    ("frames", "pair"),
    [
        (
            "  one: {kind: text, page: 2, box: [0, 0, 10, 4], text: 国国国国, style: title}\n"
            "  two: {kind: text, page: 2, box: [4, 1, 14, 4], text: 国国, style: flush}\n" + BODY,
            ("two", "one"),
        ),
        (
            "  one: {kind: text, page: 2, box: [0, 16, 10, 18], text: 国, style: title}\n" + BODY,
            ("body", "one"),
        ),
        (
            "  body: {kind: body, page: 2, box: [0, 5, 24, 9], to: 1}\n"
            "  more: {kind: body, page: 2, box: [0, 5, 24, 9], from: 2}",
            ("more", "body"),
        ),
        (
            "  foot: {kind: text, page: 2, box: [18, 20, 24, 23], text: 国国国国国国国国国国国国,"
            " style: flush}\n" + BODY,
            ("folio", "foot"),
        ),
    ],
    ids=["text on text", "body on text", "body on body", "master on text"],
)  # fmt: skip
def test_text_on_text_is_reported(press: Press, frames: str, pair: tuple[str, str]) -> None:
    made = press.spread(frames, copy="国国国\n\n国国国")
    fault = finding(made, "T003")
    assert fault.is_error
    assert (fault.facts["frame"], fault.facts["other"]) in (pair, pair[::-1])
    assert fault.facts["page"] == "3"


def test_frames_may_overlap_where_their_texts_do_not(press: Press) -> None:
    made = press.spread(
        "  one: {kind: text, page: 2, box: [0, 0, 24, 8], text: 国, style: flush, align: left}\n"
        "  two: {kind: text, page: 2, box: [0, 0, 24, 8], text: 国, style: flush, align: right}\n"
        "  low: {kind: text, page: 2, box: [0, 0, 24, 8], text: 国, style: flush, valign: bottom}\n"
        + BODY
    )
    assert codes(made) == []


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


def test_what_hangs_on_an_overflowing_frame_is_not_reported_as_well(press: Press) -> None:
    """The title leaves the deck no room; what the deck's own words need is not known yet."""
    frames = (
        '  title: {kind: text, box: [0, 0, 24, 3], text: "{title}", style: title}\n'
        '  deck: {kind: text, box: [0, title, 24, 6], text: "{deck}", style: flush}\n'
        "  more: {kind: text, box: [0, 4, 24, 5], text: 国, style: flush}\n"
        f"{BODY}"
    )
    assert codes(press.spread(frames, head="title: 题\ndeck: 提要")) == []
    made = press.spread(frames, head=f"title: {'题' * 40}\ndeck: 提要")
    assert codes(made) == ["T002"]
    assert finding(made, "T002").facts["frame"] == "title"
    made = press.spread(frames, head=f"title: 题\ndeck: {'提要' * 80}")
    assert sorted(codes(made)) == ["T002", "T003"]


def test_what_hangs_on_overset_copy_is_not_reported_as_well(press: Press) -> None:
    frames = (
        "  body: {kind: body, page: 2, box: [0, 0, 24, 10], balance: true}\n"
        "  foot: {kind: text, page: 2, box: [0, body+1, 24, 10], text: 国, style: flush}"
    )
    assert codes(press.spread(frames, copy="国国")) == []
    assert codes(press.spread(frames, copy="国" * 300)) == ["T001"]


def test_overset_copy_does_not_overlap_as_well(press: Press) -> None:
    """Balanced on the foot it leaves its frame's head to the caption, unless it is too long."""
    frames = (
        "  word: {kind: text, page: 2, box: [0, 0, 24, 2], text: 国国, style: flush}\n"
        "  body: {kind: body, page: 2, box: [0, 0, 24, 10], balance: true, valign: bottom}"
    )
    assert codes(press.spread(frames, copy="国" * 100)) == []
    assert codes(press.spread(frames, copy="国" * 238)) == ["T003"]
    assert codes(press.spread(frames, copy="国" * 300)) == ["T001"]


def test_a_text_too_high_names_its_layout_and_page(press: Press) -> None:
    facts = finding(framed(press, "国" * 50), "T002").facts
    assert (facts["layout"], facts["page"]) == ("story", "3")


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


def cover(press: Press, slot: str) -> Build:
    press.drawing("articles/p.svg", 200, 100)
    press.layout(
        "cover",
        "pages: 1\nmaster: none\nframes:\n"
        '  word: {kind: text, box: [0, 0, 9, 2], text: "{slot.word}", style: flush}\n'
        '  one: {kind: text, box: [0, 4, 24, 6], text: "{features.1.title}", style: flush}\n'
        "  picture: {kind: picture, box: [0, 8, 10, 15], optional: true}",
    )
    press.layout("story", f"pages: 2\nframes:\n{TITLE}\n{BODY}\n")
    press.article("a", "国。")
    return press.plan(
        f"pages: 1, layout: cover, {slot}",
        "pages: 2-3, layout: story, article: a",
        "pages: 4, layout: blank",
    )


@pytest.mark.parametrize(
    ("slot", "code", "facts"),
    [
        ("fields: {wrod: 国}", "T016", {"name": "wrod", "nearest": "word"}),
        ("fields: {x: 国}", "T016", {"name": "x", "nearest": "", "known": "word"}),
        ("features: [a, a]", "T017", {"number": "2", "article": "a"}),
        (
            "pictures: [{file: articles/p.svg}, {file: articles/p.svg}]",
            "T010",
            {"part": "picture 2"},
        ),
        ("pictures: [{file: articles/p.svg, caption: 图}]", "T008", {"part": "pictures.1"}),
    ],
)
def test_what_an_entry_gives_and_no_frame_shows(
    press: Press, slot: str, code: str, facts: dict[str, str]
) -> None:
    assert codes(cover(press, "fields: {word: 国}, features: [a]")) == []
    fault = finding(cover(press, slot), code)
    assert fault.span.file == "issue.yaml"
    assert facts.items() <= fault.facts.items()


# --------------------------------------------------------------- what must come into print


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("subtitle: 副题", "subtitle"),
        ("deck: 提要", "deck"),
        ("department: 部门", "department"),
        ("byline: 甲乙", "byline"),
    ],
)
def test_what_no_frame_shows_is_reported(press: Press, head: str, part: str) -> None:
    made = press.spread(BODY, head=head)
    fault = finding(made, "T008")
    assert fault.is_error
    assert fault.facts["part"] == part
    assert fault.facts["layout"] == "story"
    assert fault.span.file == "issue.yaml"


def test_copy_without_a_body_frame_is_reported(press: Press) -> None:
    made = press.spread("  area: {kind: fill, box: [0, 0, 1, 1], colour: red}")
    assert [d.facts["part"] for d in made.diagnostics] == ["body"]


def test_a_title_that_no_frame_shows_is_reported(press: Press) -> None:
    made = press.spread(
        f"  title: {{kind: text, box: [0, 0, 9, 1], text: 国, style: flush}}\n{BODY}"
    )
    assert [d.facts["part"] for d in made.diagnostics] == ["title"]


def test_a_fill_takes_the_colour_of_the_section(press: Press) -> None:
    made = press.spread(
        "  area: {kind: fill, page: 1, box: [0, 0, 10, 4], colour: section}\n"
        "  rule: {kind: fill, page: 1, box: [0, 0, 10, 4], colour: blue 50, edge: top,"
        " weight: 3pt}\n" + BODY
    )
    (area,), (rule,) = (items(book_of(made), 2, role) for role in ("area", "rule"))
    assert isinstance(area, Fill)
    assert isinstance(rule, Fill)
    assert (area.ink.m, area.ink.y, rule.ink.c, rule.ink.m) == (100, 100, 50, 25)
    assert rule.rect == Rect(40, 40, 140, 43)


@pytest.mark.parametrize(
    ("text", "spread"),
    [("国国", 1), ("国国国国", 1), ("国", 0), ("国国国国国", 0), ("国国A", 0), ("国、国", 0)],
)
def test_short_titles_are_spread(press: Press, text: str, spread: int) -> None:
    """CLREQ 7.1.3: two to four Han characters; nothing after the last one."""
    press.style("wide: {like: title, spread: 0.5}")
    frame = (
        '  title: {kind: text, page: 2, box: [0, 0, 24, 4], text: "{title}", style: wide,'
        " align: right}\n  body: {kind: body, page: 2, box: [0, 5, 24, 20]}"
    )
    book = book_of(press.spread(frame, head=f"title: {text}"))
    (run, *_) = items(book, 3, "title")
    assert isinstance(run, GlyphRun)
    assert run.spacing == pytest.approx(10 * spread)
    if spread:
        # Flush right: the last character's em ends at the frame's edge.
        assert run.x == pytest.approx(260 - 20 * len(text) - 10 * (len(text) - 1))


@pytest.mark.parametrize(
    ("word", "remedy"),
    [("A" * 44, "space in the word"), ("1" * 44, "number shorter"), ("1" * 44 + "。", "shorter")],
)
def test_a_word_on_several_lines_is_one_finding(press: Press, word: str, remedy: str) -> None:
    """The first line is narrower by its indent; the word is wider than any of them."""
    made = framed(press, word, "style: body")
    assert codes(made) == ["T005"]
    assert float(made.diagnostics[0].facts["measure"]) == 10
    assert remedy in made.diagnostics[0].rule.help.text("en", made.diagnostics[0].facts)
