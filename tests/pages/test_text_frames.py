"""Frames of text: alignment, height, colour, rules."""

from __future__ import annotations

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.book import Fill, GlyphRun
from koubei_pdf.model.geometry import Rect

from .press import Press, book_of, items, lines

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
    made = framed(press, "国人国人国人国人", "style: title")
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
    (found,) = made.diagnostics
    assert found.rule.code == "T005"
    assert float(found.facts["measure"]) == 10
    assert remedy in found.rule.help.text("en", found.facts)
