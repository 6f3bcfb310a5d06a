"""Frames of text that overflow, overlap or have no room, and what no frame shows."""

from __future__ import annotations

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.book import GlyphRun

from .press import TITLE, Press, codes, finding, items, text_of

BODY = "  body: {kind: body, page: 2, box: [0, 16, 24, 20]}"


def framed(press: Press, text: str, options: str = "style: flush", head: str = "") -> Build:
    """Build a spread whose frame `word`, 10 字 × 4 行 at the head of page 3, holds this text."""
    return press.spread(
        f'  word: {{kind: text, page: 2, box: [0, 0, 10, 4], text: "{text}", {options}}}\n{BODY}',
        head=head,
    )


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
