"""The house's choices: how strictly marks are kept from edges, how wide they are, hanging."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import GlyphRun
from koubei_pdf.model.content import Run
from koubei_pdf.model.style import BLACK
from koubei_pdf.model.typography import Rules
from koubei_pdf.text.breaking import BrokenLine, break_lines
from koubei_pdf.text.prepare import Prepared, prepare
from koubei_pdf.text.setting import justify, set_line

from .clreq import NEVER_FIRST, NEVER_LAST, fault_of_break
from .conftest import PLACE
from .ink import cells
from .texts import COPY, INDENTS, MEASURES

Ruled = Callable[[str, Rules], Prepared]


@pytest.fixture(scope="session")
def ruled(square: FontShelf) -> Ruled:
    """Prepares a text in squares by some rules."""

    def make(text: str, rules: Rules) -> Prepared:
        runs = [Run(text, PLACE)] if text else []
        return prepare(runs, lambda _: "song", square, rules=rules)[0]

    return make


def pieces(paragraph: Prepared) -> list[str]:
    """The text cut at every place where a line may end."""
    ends = list(paragraph.breaks)
    starts = [0, *ends[:-1]]
    return [paragraph.text[start:end] for start, end in zip(starts, ends, strict=True)]


def set_text(paragraph: Prepared, line: BrokenLine) -> list[GlyphRun]:
    return set_line(
        paragraph, line, justify(paragraph, line), size=10, x=0, y=0, ink=BLACK, role="body"
    )


def test_without_rules_a_line_may_end_anywhere_but_in_a_word(ruled: Ruled) -> None:
    paragraph = ruled("中。国（口）AB，——碑", Rules(level="none"))
    assert pieces(paragraph) == ["中", "。", "国", "（", "口", "）", "AB", "，", "——", "碑"]


@pytest.mark.parametrize("level", ["basic", "gb", "strict"])
def test_every_other_level_keeps_the_marks(ruled: Ruled, level: str) -> None:
    rules = Rules(level=level)  # type: ignore[arg-type]
    for mark in NEVER_FIRST - set("/／"):
        assert pieces(ruled(f"中{mark}国", rules))[0] == f"中{mark}" or mark in "·‧・–‐～"
        assert pieces(ruled(f"中{mark}国", rules))[0].startswith(f"中{mark}")
    for mark in NEVER_LAST - set("/／"):
        assert pieces(ruled(f"中{mark}国", rules)) == ["中", f"{mark}国"]


def test_gb_binds_the_solidus_on_both_sides(ruled: Ruled) -> None:
    assert pieces(ruled("中／国", Rules(level="basic"))) == ["中／", "国"]
    assert pieces(ruled("中／国", Rules(level="gb"))) == ["中／国"]


def test_strict_starts_no_line_with_a_dash_or_an_ellipsis(ruled: Ruled) -> None:
    for pair in ("——", "……"):
        assert pieces(ruled(f"中{pair}国", Rules(level="gb"))) == ["中", pair, "国"]
        assert pieces(ruled(f"中{pair}国", Rules(level="strict"))) == [f"中{pair}", "国"]
        # A paragraph may begin with one: dialogue, attribution.
        assert pieces(ruled(f"{pair}国国", Rules(level="strict"))) == [pair, "国", "国"]


@pytest.mark.parametrize(
    ("style", "width"),
    # 国 ， 国 。 国 “ 国 ” 国: nine characters.
    [("gb", 9), ("full", 9), ("kaiming", 7.5), ("half", 7)],
)
def test_widths_of_marks(ruled: Ruled, style: str, width: float) -> None:
    rules = Rules(style=style)  # type: ignore[arg-type]
    assert ruled("国，国。国“国”国", rules).widths[-1] == pytest.approx(width)


def test_full_width_marks_keep_their_blank_at_the_end_of_a_line(ruled: Ruled) -> None:
    for style, measure in (("full", 5.0), ("gb", 4.5)):
        rules = Rules(style=style)  # type: ignore[arg-type]
        line = break_lines(ruled("国国国国，国国国国", rules), (measure,))[0]
        assert (line.end, line.natural) == (5, measure)


def test_the_gap_is_the_houses(ruled: Ruled) -> None:
    paragraph = ruled("国A国", Rules(gap=0.2, gap_least=0.1, gap_most=0.3))
    assert paragraph.widths[-1] == pytest.approx(2.9)
    assert paragraph.shrink[-1] == pytest.approx(0.2)
    solid = ruled("国A国", Rules(gap=0, gap_least=0, gap_most=0))
    assert solid.widths[-1] == pytest.approx(2.5)


@settings(deadline=None, max_examples=200)
@given(text=COPY, measure=MEASURES, indent=INDENTS, level=st.sampled_from(["gb", "strict"]))
def test_a_mark_hangs_whole_or_not_at_all(
    ruled: Ruled, square: FontShelf, text: str, measure: float, indent: float, level: str
) -> None:
    """A hanging pause or stop stands beyond the edge, and the text before it ends at the edge.

    Otherwise the line keeps all other laws (CLREQ 6.1.3).
    """
    paragraph = ruled(text, Rules(level=level, hanging=True))  # type: ignore[arg-type]
    for line in break_lines(paragraph, (measure,), indent=indent):
        if not line.last:
            assert not fault_of_break(text, line.end)
        ink = [cell for cell in cells(set_text(paragraph, line), square) if cell.text != " "]
        if ink and ink[-1].ink_right > 10 * measure + 0.01:
            assert ink[-1].text in "、，。．"
            assert ink[-1].ink_right <= 10 * measure + 5.01
            # A last line is not stretched, so that its mark may stand half in, half out.
            if not line.last:
                assert ink[-1].ink_right == pytest.approx(10 * measure + 5, abs=0.01)


def test_no_mark_hangs_unless_the_house_says_so(ruled: Ruled, square: FontShelf) -> None:
    text = "国国国国国国国国国国，国国国国国国国国国国"
    ends = []
    for hanging in (False, True):
        paragraph = ruled(text, Rules(hanging=hanging))
        line = break_lines(paragraph, (10.0,))[0]
        ends.append((line.end, cells(set_text(paragraph, line), square)[-1].ink_right))
    assert ends == [(9, pytest.approx(100)), (11, pytest.approx(105))]
