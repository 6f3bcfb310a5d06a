"""The lines of the sample's copy as they stand in the file: edges, gaps, indents, the grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest

from ..text.clreq import NEVER_FIRST, NEVER_LAST, broken_runs
from .manuscript import STORIES, Story
from .reading import PT_PER_MM, Line, PageText, letters

#: Of layouts/house.yaml: em, row, head margin and inner margin (pt), columns of the type area.
EM, ROW, HEAD, INNER, COLUMNS = 10.0, 17.0, 27 * PT_PER_MM, 20 * PT_PER_MM, 46
#: The ordinary copy: its font and size.
SONG = "NotoSerifSC-Regular"


@dataclass(frozen=True)
class CopyLine:
    """A line of a story's ordinary copy: where it is, and where in its paragraph."""

    story: str
    page: int
    glyphs: Line
    first: bool
    last: bool

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


@pytest.fixture(scope="module")
def copy_lines(shown_pages: list[PageText]) -> list[CopyLine]:
    """All lines of the stories' copy at 10 pt, matched with the paragraphs of their sources."""
    return [line for story in STORIES for line in _of_story(story, shown_pages)]


def _of_story(story: Story, shown_pages: list[PageText]) -> Iterator[CopyLine]:
    paragraphs = [letters(text) for text in story.paragraphs]
    rest = paragraphs.pop(0)
    fresh = True
    for number in story.pages:
        for glyphs in shown_pages[number - 1].lines():
            line = letters("".join(glyph.text for glyph in glyphs))
            if not line or not rest.startswith(line):
                continue
            rest = rest[len(line) :]
            if glyphs[0].size == EM and any(glyph.font == SONG for glyph in glyphs):
                yield CopyLine(story.name, number, glyphs, fresh, not rest)
            fresh = not rest
            if fresh and paragraphs:
                rest = paragraphs.pop(0)
    assert not rest, f"{story.name}: {rest}"
    assert not paragraphs


def test_the_copy_is_there(copy_lines: list[CopyLine]) -> None:
    assert len(copy_lines) > 350
    assert len({line.story for line in copy_lines}) >= 14


def test_no_line_starts_or_ends_with_a_forbidden_mark(shown_pages: list[PageText]) -> None:
    """Neither of the copy nor of titles, captions, quotations and lists."""
    for page in shown_pages:
        for line in page.lines():
            text = "".join(glyph.text for glyph in line).strip()
            if len(text) > 1:
                assert text[0] not in NEVER_FIRST, (page.number, text)
                assert text[-1] not in NEVER_LAST, (page.number, text)


def test_no_line_splits_a_number_a_word_or_a_dash(copy_lines: list[CopyLine]) -> None:
    for line, following in pairwise(copy_lines):
        if not line.last and line.story == following.story:
            assert not broken_runs(line.text + following.text, len(line.text)), line.text


def test_lines_are_flush_left_and_paragraphs_indented(copy_lines: list[CopyLine]) -> None:
    """Lines begin on the grid of 字, first lines of paragraphs two em further in."""
    for line in copy_lines:
        start = line.glyphs[0].ink_left - (2 * EM if line.first and _is_indented(line) else 0)
        column = (start - _type_area(line.page)) / EM
        assert column == pytest.approx(round(column), abs=0.001), line.text


def _is_indented(line: CopyLine) -> bool:
    """Whether the line's paragraph is: not a subhead, a list of names or a note."""
    return line.story not in ("38-shijia.md",)


def _type_area(page: int) -> float:
    return INNER if page % 2 else 210 * PT_PER_MM - INNER - COLUMNS * EM


def test_lines_are_flush_right(copy_lines: list[CopyLine]) -> None:
    """All full lines of a column end at one place, to 0.01 pt; only last lines are shorter.

    A pause or stop that does not fit may hang: its ink, half an em, stands beyond the edge.
    """
    columns: dict[tuple[int, int], list[CopyLine]] = {}
    for line in copy_lines:
        start = line.glyphs[0].ink_left - (2 * EM if line.first else 0)
        columns.setdefault((line.page, round(start)), []).append(line)
    full = hanging = 0
    for lines in columns.values():
        inside = [_end(line) for line in lines if not line.last and not _may_hang(line)]
        edge = max(inside, default=max(map(_end, lines)))
        for line in lines:
            end = _end(line)
            if end > edge + 0.01:
                assert _may_hang(line), line.text
                assert end == pytest.approx(edge + EM / 2, abs=0.01), line.text
                hanging += 1
            elif not line.last:
                assert end == pytest.approx(edge, abs=0.01), line.text
                full += 1
    assert full > 250
    assert hanging < full / 20


def _may_hang(line: CopyLine) -> bool:
    return line.text.rstrip()[-1] in "、，。"


def _end(line: CopyLine) -> float:
    glyphs = [glyph for glyph in line.glyphs if glyph.text != " "]
    return glyphs[-1].ink_right


def test_body_lines_stand_on_the_grid_of_both_pages(copy_lines: list[CopyLine]) -> None:
    """Every baseline of 10-pt copy, on left pages and right ones, to 0.01 pt."""
    for line in copy_lines:
        rows = (line.glyphs[0].y - HEAD - 0.88 * EM) / ROW
        assert abs(rows - round(rows)) * ROW < 0.01, line.text


def test_copy_hangs_from_three_rows(
    copy_lines: list[CopyLine], shown_pages: list[PageText]
) -> None:
    """On every page the copy, with a subhead over it, begins on row 10, 20 or 30."""
    first: dict[int, int] = {}
    for line in copy_lines:
        row = _row(line.glyphs)
        first[line.page] = min(row, first.get(line.page, row))
    assert len(first) > 20
    for number, row in first.items():
        heads = [line for line in shown_pages[number - 1].lines() if _is_subhead(line)]
        assert row - (row - 1 in map(_row, heads)) in (10, 20, 30), number


def test_columns_end_level(copy_lines: list[CopyLine]) -> None:
    """The two columns in which a story ends are of like length, the signature included."""
    feet: dict[tuple[str, int], dict[int, int]] = {}
    for line in copy_lines:
        if not line.first:
            columns = feet.setdefault((line.story, line.page), {})
            start = round(line.glyphs[0].ink_left)
            columns[start] = max(_row(line.glyphs), columns.get(start, 0))
    ends = dict(feet.keys())
    pairs = [
        (columns[min(columns)], columns[max(columns)])
        for (story, page), columns in feet.items()
        if ends[story] == page and max(columns) - min(columns) > 15 * EM and story != "28-315.md"
    ]
    assert len(pairs) == 7
    for left, right in pairs:
        assert abs(left - (right + 1)) <= 1


def _row(line: Line) -> int:
    return round((line[0].y - HEAD - 0.88 * line[0].size) / ROW)


def _is_subhead(line: Line) -> bool:
    return (line[0].font, line[0].size) == ("NotoSansSC-Bold", 11)


def test_the_gap_between_han_and_western_text(copy_lines: list[CopyLine]) -> None:
    """A quarter em where the line is not stretched, never under an eighth (CLREQ 3.2.2)."""
    natural = 0
    for line in copy_lines:
        for first, second in pairwise(line.glyphs):
            pair = _kind(first.text) + _kind(second.text)
            if pair in ("hw", "wh"):
                gap = (second.left - first.right) / EM
                assert gap >= 0.125 - 0.001, line.text
                natural += abs(gap - 0.25) < 0.002
    assert natural > 20


def _kind(char: str) -> str:
    if "\u4e00" <= char <= "\u9fff":
        return "h"
    return "w" if char.isascii() and char.isalnum() else " "


def test_no_line_is_stretched_by_more_than_three_hundredths(copy_lines: list[CopyLine]) -> None:
    """From one Han character to the next it is an em, and 0.03 more on a line's average at most."""
    measured = 0
    for line in copy_lines:
        pairs = [pair for pair in pairwise(line.glyphs) if _kind(pair[0].text) == "h"]
        steps = [
            (second.left - first.left) / EM
            for first, second in pairs
            if _kind(second.text) == "h" and first.font == second.font
        ]
        if len(steps) > 3 and not line.last:
            assert abs(sum(steps) / len(steps) - 1) <= 0.03, line.text
            measured += 1
    assert measured > 200


def test_no_last_line_is_a_lone_character(copy_lines: list[CopyLine]) -> None:
    for line in copy_lines:
        if line.last and not line.first:
            assert len(letters(line.text)) > 1, line.text


def test_text_stands_within_the_paper(shown_pages: list[PageText]) -> None:
    """No character leaves the trim size or comes nearer than 3 mm to it."""
    safe = 3 * PT_PER_MM
    for page in shown_pages:
        for glyph in page.glyphs:
            if glyph.text.strip():
                assert safe <= glyph.ink_left < glyph.ink_right <= 210 * PT_PER_MM - safe
                assert safe <= glyph.y <= 285 * PT_PER_MM - safe


def test_no_line_stands_alone_at_a_columns_head_or_foot(copy_lines: list[CopyLine]) -> None:
    """孤行: neither a paragraph's first line at a foot nor its last one at a head (CLREQ 7.1.2)."""
    breaks = 0
    for line, following in pairwise(copy_lines):
        if line.last or line.story != following.story:
            continue
        down = line.glyphs[0].y - following.glyphs[0].y
        if line.page != following.page or abs(abs(down) - ROW) > 1:
            breaks += 1
            assert not line.first, line.text
            assert not following.last, following.text
    assert breaks >= 5
