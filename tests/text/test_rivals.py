"""Exact line counts, breaks that must be taken, and what other ends of a line would cost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.text.breaking import break_lines
from koubei_pdf.text.notes import refusal
from koubei_pdf.text.rivals import other_counts, rivals

from .conftest import make
from .texts import COPY

TEXT = (
    "天翼视联网是中国电信打造的“第五张基础网”，推动天翼视联网发展是“落实数字中国战略，推行云改数转战略”"
    "的重要举措，既可以极大程度地拉动基础网络价值，又可以提升应用服务领域价值。"
)
some = settings(deadline=None, max_examples=60)


@some
@given(text=COPY, measure=st.integers(12, 30))
def test_a_count_is_met_or_refused(square: FontShelf, text: str, measure: int) -> None:
    paragraph = make(text, square)
    best = break_lines(paragraph, (measure,), indent=2.0)
    least = sum(line.cost for line in best)
    for count in range(1, len(best) + 3):
        lines = break_lines(paragraph, (measure,), indent=2.0, count=count)
        if lines:
            assert len(lines) == count
            assert lines[-1].end == len(text)
            assert sum(line.cost for line in lines) >= least - 1e-6
        else:
            assert count != len(best) or any(line.cost >= 1e4 for line in best)


@some
@given(text=COPY, data=st.data())
def test_breaks_that_must_be_taken_are(square: FontShelf, text: str, data: st.DataObject) -> None:
    paragraph = make(text, square)
    if len(paragraph.breaks) < 2:
        return
    through = data.draw(st.sampled_from(list(paragraph.breaks[:-1])))
    lines = break_lines(paragraph, (30.0,), through=(through,))
    assert not lines or through in [line.end for line in lines]


def test_the_chosen_end_has_no_cheaper_rival(house: FontShelf) -> None:
    paragraph = make(TEXT, house)
    lines = break_lines(paragraph, (22.0,), indent=2.0)
    for number in range(len(lines) - 1):
        for rival in rivals(paragraph, (22.0,), 2.0, lines, number):
            assert rival.end != lines[number].end
            assert rival.extra is None or rival.extra >= -1e-6
            if rival.reason:
                assert rival.end not in paragraph.breaks


def test_a_rival_costs_what_the_paragraph_with_it_costs_more(house: FontShelf) -> None:
    paragraph = make(TEXT, house)
    lines = break_lines(paragraph, (22.0,), indent=2.0)
    rival = next(r for r in rivals(paragraph, (22.0,), 2.0, lines, 0) if r.extra is not None)
    forced = break_lines(paragraph, (22.0,), indent=2.0, through=(rival.end,))
    assert forced[0].end == rival.end
    total = sum(line.cost for line in forced) - sum(line.cost for line in lines)
    assert total == pytest.approx(rival.extra)


@pytest.mark.parametrize(
    ("text", "offset", "clause", "subject"),
    [
        ("口碑，服务", 2, "6.1.1", "，"),
        ("口碑《服务》", 3, "6.1.1", "《"),
        ("口碑——服务", 3, "6.1.2", "——"),
        ("口碑2023年", 4, "6.1.2", "2023"),
        ("口碑DICT年", 4, "6.1.2", "DICT"),
    ],
)
def test_why_no_line_ends_here(
    square: FontShelf, text: str, offset: int, clause: str, subject: str
) -> None:
    note = refusal(make(text, square), offset)
    assert note is not None
    assert (note.clause, note.subject) == (clause, subject)
    assert note.text("zh") != note.text("en")


def test_legal_breaks_are_not_refused(square: FontShelf) -> None:
    assert refusal(make("口碑服务", square), 2) is None


def test_other_line_counts(square: FontShelf) -> None:
    paragraph = make(TEXT, square)
    lines = break_lines(paragraph, (22.0,), indent=2.0)
    costs = other_counts(paragraph, (22.0,), 2.0, lines)
    assert set(costs) == {len(lines) - 1, len(lines) + 1}
    assert costs[len(lines) - 1] is None  # the text is wider than that
    more = costs[len(lines) + 1]
    assert more is not None
    assert more > 0


def test_a_space_that_drops_is_no_other_end(square: FontShelf) -> None:
    """The line ends behind it; before it stands the same line, which is not refused."""
    paragraph = make("国国国国 Latin Latin Latin国国国国", square)
    lines = break_lines(paragraph, (7.0,))
    assert paragraph.text[lines[0].end - 1] == " "
    ends = [rival.end for rival in rivals(paragraph, (7.0,), 0.0, lines, 0)]
    assert lines[0].end - 1 not in ends
    assert ends
    assert refusal(paragraph, lines[0].end - 1) is None
