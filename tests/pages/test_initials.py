"""Drop initials: where they stand, what stands beside them, and where there can be none.

The ink of the square font is 0.76 em high and stands on the baseline.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koubei_pdf.model.book import Book, GlyphRun
from koubei_pdf.model.style import Cmyk

from .press import (
    HEAD,
    ROW,
    Press,
    book_of,
    codes,
    finding,
    items,
    lines,
    random_book_of,
    row_of,
    text_of,
)

STYLE = "drop: {like: body, initial: 3}"
ONE = "  body: {kind: body, page: 2, box: [0, 0, 24, 20], first: drop}"
TWO = ONE.replace("]", "], columns: 2, gap: 2, balance: true")
INK = 0.76
#: 3 rows of 15 pt: two from baseline to baseline, and the ink of the first line.
HEIGHT = 2 * ROW + INK * 10


def initial(book: Book, page: int = 3) -> GlyphRun:
    (run,) = items(book, page, "initial")
    assert isinstance(run, GlyphRun)
    return run


def test_the_initial_is_level_with_its_first_and_its_last_line(press: Press) -> None:
    press.style(STYLE)
    book = book_of(press.spread(ONE, "武" + "国" * 80))
    run = initial(book)
    found = lines(book, 3)
    assert run.text == "武"
    assert run.size * INK == pytest.approx(HEIGHT)
    assert run.y == pytest.approx(found[2][1])
    assert run.y - run.size * INK == pytest.approx(found[0][1] - 10 * INK)
    # Its ink begins 0.1 em from its origin: the ink stands at the column's edge.
    assert run.x + 0.1 * run.size == pytest.approx(20)


def test_lines_beside_it_keep_to_the_characters_of_the_column(press: Press) -> None:
    """0.8 em of ink at 49.5 pt are 3.96 em; with 0.4 em of room the text begins 5 em in."""
    press.style(STYLE)
    found = lines(book_of(press.spread(ONE, "武" + "国" * 80)), 3)
    assert [x for x, _, _ in found] == [70, 70, 70, 20]
    assert [len(text) for _, _, text in found] == [19, 19, 19, 23]
    assert [row_of(y) for _, y, _ in found] == pytest.approx([0, 1, 2, 3])


def test_an_opening_mark_hangs_at_the_size_of_the_text(press: Press) -> None:
    press.style(STYLE)
    book = book_of(press.spread(ONE, "“《武" + "国" * 80 + "》”"))
    marks = next(run for run in items(book, 3, "body") if isinstance(run, GlyphRun))
    assert (marks.text, marks.size, marks.y) == ("“《", 10, HEAD + 8.8)
    # Both on half an em, as everywhere: the ink of the second ends at the column's edge.
    assert marks.x == pytest.approx(20 - 15)
    assert initial(book).text == "武"
    assert text_of(book, [3]) == "“《" + "国" * 80 + "》”"


@pytest.mark.parametrize(
    ("copy", "taken", "beside"),
    [
        ("5G" + "国" * 60, "5G", "国"),
        ("2023" + "国" * 60, "2023", "国"),
        ("Typst" + "国" * 60, "T", "y"),
        ("A boy" + "国" * 60, "A", "b"),
        ("国，" + "国" * 60, "国，", "国"),
        ("国", "国", ""),
    ],
)
def test_it_goes_as_far_as_it_must_not_be_parted(
    press: Press, copy: str, taken: str, beside: str
) -> None:
    press.style(STYLE)
    book = book_of(press.spread(ONE, copy))
    assert initial(book).text == taken
    assert text_of(book, [3])[:1] == beside


def test_it_has_a_font_and_a_colour_of_its_own(press: Press) -> None:
    house = (press.folder / "layouts/house.yaml").read_text(encoding="utf-8")
    fonts = "fonts: {song: Square.ttf, hei: Square.ttf}"
    press.write("layouts/house.yaml", house.replace("fonts: {song: Square.ttf}", fonts))
    press.style("drop: {like: body, initial: 3, initial_font: hei, initial_colour: section}")
    book = book_of(press.spread(ONE, "武" + "国" * 80))
    assert initial(book).ink == Cmyk(0, 100, 100, 0)
    (first, *_) = items(book, 3, "body")
    assert isinstance(first, GlyphRun)
    assert first.ink == Cmyk(0, 0, 0, 100)


def test_what_follows_a_short_paragraph_stands_below_the_initial(press: Press) -> None:
    press.style(STYLE)
    book = book_of(press.spread(ONE, "武国国\n\n## 题\n\n国国"))
    assert [row_of(y) for _, y, _ in lines(book, 3)] == pytest.approx([0, 5])
    assert [row_of(y) for _, y, _ in lines(book, 3, "heading")] == pytest.approx([4])


def test_its_lines_stay_in_one_column(press: Press) -> None:
    """Two rows are free below the first paragraph: the initial of three goes to the next column."""
    press.style("all: {like: flush, initial: 3}")
    frame = "  body: {kind: body, page: 2, box: [0, 0, 34, 5], columns: 2, gap: 2, style: all}"
    house = (press.folder / "layouts/house.yaml").read_text(encoding="utf-8")
    wide = house.replace("300pt", "400pt").replace("columns: 24", "columns: 34")
    press.write("layouts/house.yaml", wide)
    book = book_of(press.spread(frame, "武国国\n\n汉国国"))
    first, second = (run for run in items(book, 3, "initial") if isinstance(run, GlyphRun))
    assert second.y == pytest.approx(first.y)
    assert second.x - first.x == pytest.approx(180)


@pytest.mark.parametrize(
    "copy", ["——国国", "……国国", "20231231国", "[武]{.dots}国国", "[武]{.name}", "·国", "（武）国"]
)
def test_what_cannot_be_an_initial_is_reported_and_set_as_ever(press: Press, copy: str) -> None:
    press.style(STYLE)
    made = press.spread(ONE, copy)
    assert finding(made, "T050").span.line == 6
    assert made.book is not None
    assert items(made.book, 3, "initial") == []
    assert len(lines(made.book, 3)) == 1


def test_a_column_too_narrow_for_it_is_reported(press: Press) -> None:
    """Of 11 em the initial and its room take 5: 6 are left."""
    press.style(STYLE)
    made = press.spread(TWO, "武" + "国" * 30)
    fault = finding(made, "T051")
    assert (fault.span.line, fault.facts["have"], fault.facts["least"]) == (6, "6", "8")
    assert made.book is not None
    assert text_of(made.book, [3]) == "武" + "国" * 30


def test_a_frame_lower_than_the_initial_does_not_hold_it(press: Press) -> None:
    press.style(STYLE)
    made = press.spread(ONE.replace("24, 20", "24, 2"), "武" + "国" * 5)
    assert codes(made) == ["T001"]


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    counts=st.lists(st.integers(1, 70), min_size=1, max_size=6),
    heads=st.sets(st.integers(0, 5)),
    initials=st.integers(2, 4),
)
def test_random_stories_are_whole_on_the_grid_and_nothing_overlaps(
    press: Press, counts: list[int], heads: set[int], initials: int
) -> None:
    house = (press.folder / "layouts/house.yaml").read_text(encoding="utf-8")
    house = house.replace("300pt", "500pt").replace("columns: 24", "columns: 42")
    kept = [line for line in house.splitlines() if "initial" not in line]
    press.write("layouts/house.yaml", "\n".join(kept))
    press.style(f"all: {{like: body, initial: {initials}}}")
    blocks = ["武" + "国" * count for count in counts]
    copy = "\n\n".join(
        f"## 题\n\n{block}" if number in heads else block for number, block in enumerate(blocks)
    )
    frame = "  body: {kind: body, page: 2, box: [0, 0, 42, 20], columns: 2, gap: 2, style: all"
    book = random_book_of(press.spread(frame + ", balance: true}", copy))
    taken = [run for run in items(book, 3, "initial") if isinstance(run, GlyphRun)]
    assert [run.text for run in taken] == ["武"] * len(counts)
    assert text_of(book, [3]) == "".join(block[1:] for block in blocks)
    rows = [(x, y, text) for role in ("body", "heading") for x, y, text in lines(book, 3, role)]
    for _, y, _ in rows:
        assert row_of(y) == pytest.approx(round(row_of(y)), abs=0.001)
    boxes = [
        (run.x + 0.1 * run.size, run.y - INK * run.size, run.x + 0.9 * run.size, run.y)
        for run in taken
    ]
    boxes += [(x, y - INK * 10, x + 10 * len(text), y) for x, y, text in rows]
    for one, other in pairwise(sorted(boxes)):
        assert not _overlap(one, other)
    assert not any(_overlap(one, other) for i, one in enumerate(boxes) for other in boxes[i + 1 :])


Box = tuple[float, float, float, float]


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0.01 and down > 0.01
