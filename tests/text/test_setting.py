"""How a line's lack or surplus is shared out, and the glyph runs that come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.style import BLACK, Cmyk
from koubei_pdf.model.typography import HOUSE_RULES
from koubei_pdf.text.breaking import BrokenLine, break_lines
from koubei_pdf.text.compose import compose
from koubei_pdf.text.prepare import Prepared
from koubei_pdf.text.setting import ROUNDING, justify, set_line

from .conftest import make
from .ink import cells

Squares = Callable[[str], Prepared]


def line_of(paragraph: Prepared, measure: float) -> BrokenLine:
    """The whole paragraph as one line that is not its last, on `measure` em."""
    (line,) = break_lines(paragraph, (100.0,))
    return line._replace(measure=measure, last=False)


def gaps(paragraph: Prepared, measure: float, shelf: FontShelf) -> dict[str, float]:
    """What stands (em) between the ink of neighbours, by pair, in a line on `measure` em."""
    line = line_of(paragraph, measure)
    runs = set_line(
        paragraph, line, justify(paragraph, line), size=10, x=0, y=0, ink=BLACK, role="body"
    )
    found = cells(runs, shelf)
    return {
        first.text + second.text: round((second.ink_left - first.ink_right) / 10, 4)
        for first, second in pairwise(found)
    }


def test_a_full_line_is_left_alone(square: FontShelf, squares: Squares) -> None:
    assert gaps(squares("中国口碑"), 4, square) == {"中国": 0, "国口": 0, "口碑": 0}


def test_squeeze_takes_brackets_first_then_pauses_then_gaps_then_stops(
    square: FontShelf, squares: Squares
) -> None:
    """CLREQ 6.2.2.3: each step gives all it has before the next begins."""
    paragraph = squares("一二“三四”五，六A七。八")
    natural = line_of(paragraph, 0).natural
    steps = [
        (1.0, {"二“": 0, "”五": 0, "，六": 0.5, "六A": 0.25, "。八": 0.5}),
        (1.5, {"二“": 0, "”五": 0, "，六": 0, "六A": 0.25, "。八": 0.5}),
        (1.75, {"二“": 0, "”五": 0, "，六": 0, "六A": 0.125, "。八": 0.5}),
        (2.25, {"二“": 0, "”五": 0, "，六": 0, "六A": 0.125, "A七": 0.125, "。八": 0}),
    ]
    for amount, expected in steps:
        assert expected.items() <= gaps(paragraph, natural - amount, square).items()


def test_places_of_one_step_give_equally(square: FontShelf, squares: Squares) -> None:
    paragraph = squares("一“二”三，四")
    natural = line_of(paragraph, 0).natural
    found = gaps(paragraph, natural - 0.5, square)
    assert (found["一“"], found["”三"], found["，四"]) == (0.25, 0.25, 0.5)


def test_stretch_takes_gaps_first_then_every_place(square: FontShelf, squares: Squares) -> None:
    """CLREQ 6.2.2.4: Han–Western gaps up to half an em, then all places alike."""
    paragraph = squares("一二A三四")
    natural = line_of(paragraph, 0).natural
    found = gaps(paragraph, natural + 0.3, square)
    assert found == {"一二": 0, "二A": 0.4, "A三": 0.4, "三四": 0}
    found = gaps(paragraph, natural + 0.9, square)
    assert found == {"一二": 0.1, "二A": 0.6, "A三": 0.6, "三四": 0.1}


def test_stretch_takes_western_spaces_before_gaps(squares: Squares) -> None:
    """CLREQ 6.2.2.4: word spaces first (step 1), gaps then (step 2)."""
    paragraph = squares("一二A B三四")
    line = line_of(paragraph, 0)
    space, after = 3, 4
    most = paragraph.flex[space]
    found = justify(paragraph, line._replace(measure=line.natural + most)).extra
    assert found[space] == pytest.approx(most)
    assert found[after] == pytest.approx(0)


@pytest.mark.parametrize("whole", ["——", "……", "12", "AB"])
def test_nothing_opens_inside_what_is_whole(
    square: FontShelf, squares: Squares, whole: str
) -> None:
    paragraph = squares(f"一二{whole}三四")
    assert gaps(paragraph, line_of(paragraph, 0).natural + 1, square)[whole] == 0


def test_the_last_line_is_not_stretched_but_squeezed(square: FontShelf, squares: Squares) -> None:
    paragraph = squares("一二，三")
    line = line_of(paragraph, 9)._replace(last=True)
    assert justify(paragraph, line).spacing == 0
    assert justify(paragraph, line._replace(measure=3.6)).extra


@pytest.mark.parametrize("text", ["中国——口碑", "中国……口碑，A和B", "武汉·汉阳2021–2022"])
@pytest.mark.parametrize("tracking", [0.0, 0.05])
@pytest.mark.parametrize("spare", [0.0, 0.7, 3.0])
def test_ligatures_do_not_move_their_neighbours(
    house: FontShelf, text: str, tracking: float, spare: float
) -> None:
    """—— is one glyph of two characters in the house's fonts; the line still ends where it must."""
    paragraph = make(text, house, tracking=tracking)
    natural = line_of(paragraph, 0).natural
    line = line_of(paragraph, natural + spare)
    runs = set_line(
        paragraph, line, justify(paragraph, line), size=10, x=0, y=0, ink=BLACK, role="body"
    )
    assert cells(runs, house)[-1].ink_right == pytest.approx(10 * (natural + spare), abs=0.01)


@pytest.mark.parametrize(
    ("text", "measure"),
    [("国国 AB国国", 2.6), ("国国” 国国国", 2.8), ("国国AB 国国国", 4.2), ("国国， 国国国", 2.8)],
)
def test_a_space_at_the_end_hides_no_edge(house: FontShelf, text: str, measure: float) -> None:
    """The line ends to the eye before the typed space: no gap there, and half a mark."""
    paragraph = make(text, house)
    line = break_lines(paragraph, (measure,))[0]
    assert paragraph.text[line.start : line.end].endswith(" ")
    runs = set_line(
        paragraph, line, justify(paragraph, line), size=10, x=0, y=0, ink=BLACK, role="body"
    )
    assert cells(runs, house)[-2].ink_right == pytest.approx(10 * measure, abs=0.01)


@pytest.mark.parametrize("spare", [0.0008, 0.002, 0.004, 0.008])
def test_a_hair_of_spare_width_is_not_lost(house: FontShelf, spare: float) -> None:
    """Shared out over many places each share is tiny; the right edge is flush all the same."""
    paragraph = make("国" + "ABCD国" * 8, house)
    paragraph = replace(paragraph, flex={})
    natural = line_of(paragraph, 0).natural
    line = line_of(paragraph, natural + spare)
    runs = set_line(
        paragraph, line, justify(paragraph, line), size=10, x=0, y=0, ink=BLACK, role="body"
    )
    assert cells(runs, house)[-1].ink_right == pytest.approx(10 * (natural + spare), abs=0.01)


def test_runs_say_what_was_asked_for(squares: Squares) -> None:
    paragraph = squares("中国")
    (line,) = break_lines(paragraph, (10.0,), indent=2)
    ink = Cmyk(1, 2, 3, 4)
    (run,) = set_line(
        paragraph, line, justify(paragraph, line), size=9, x=7, y=5, ink=ink, role="deck"
    )
    assert (run.x, run.y, run.size, run.ink, run.role) == (7 + 18, 5, 9, ink, "deck")
    assert (run.face, run.text, run.spacing, run.shifts) == ("Square", "中国", 0, ())


def test_a_line_of_han_is_justified_by_one_number(squares: Squares) -> None:
    """One character spacing and no shift: short files, and the speed goals need it."""
    paragraph = squares("中国口碑" * 2)
    line = break_lines(paragraph, (4.3,))[0]
    (run,) = set_line(
        paragraph, line, justify(paragraph, line), size=10, x=0, y=0, ink=BLACK, role="body"
    )
    assert (run.spacing, run.shifts) == (pytest.approx(1.0), ())


def test_an_empty_line_has_no_runs(squares: Squares) -> None:
    paragraph = squares("")
    (line,) = break_lines(paragraph, (10.0,))
    adjustment = justify(paragraph, line)
    assert set_line(paragraph, line, adjustment, size=9, x=0, y=0, ink=BLACK, role="x") == []


@pytest.mark.parametrize("over", [4.9e-4, 2e-5, 2e-9])
@pytest.mark.parametrize(
    "text", ["国国国国国国，国国", "国国国AB国国国，", "国，（国）国国国国", "国"]
)
def test_what_is_over_by_a_hair_is_squeezed_by_it(text: str, over: float) -> None:
    """Lines within the tolerance of a fit keep their measure all the same, the last one too."""
    natural = compose(text, measure=40, indent=0)[0].natural
    measure = natural - over
    for following in ("", "国国国国国国国国"):
        line = compose(text + following, measure=measure, indent=0)[0]
        assert len(line.text) == len(text) or line.natural <= natural
        assert sum(line.advances) <= measure + ROUNDING
        assert min(line.advances) >= -ROUNDING


@pytest.mark.parametrize("text", ["国国国国国国国国国，国国国国", "国国国国国国国国国， 国国国国"])
def test_a_mark_that_hangs_is_not_of_the_line_s_width(text: str) -> None:
    rules = replace(HOUSE_RULES, hanging=True)
    line = compose(text, measure=9, indent=0, rules=rules)[0]
    assert line.text.rstrip() == "国国国国国国国国国，"
    assert line.advances[9:] == (0.0,) * (len(line.text) - 9)
    assert (sum(line.advances), line.natural, line.stretch) == (9.0, 9.0, 0.0)


def test_full_width_figures_are_never_opened() -> None:
    line = compose("￥５００，国国国国国国国国", measure=5, indent=0)[0]
    assert line.advances == (1.0, 1.0, 1.0, 1.0, 0.5)
    assert "6.2.2.4 left short" in line.notes[-1]
