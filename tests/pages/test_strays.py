"""Single lines at columns' heads and feet (孤行): spared where copy can give or take a line."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.pages.balance import balance
from koubei_pdf.pages.flow import PlacedLine
from koubei_pdf.pages.memo import MOST_WAYS, Effort
from koubei_pdf.pages.strays import MOST_EXTRA, Setting, ways

from .test_placing import BLOCKS, COLUMNS, flow_of, whole

some = settings(deadline=None, max_examples=150)


@some
@given(lengths=BLOCKS, rows=COLUMNS, level=st.booleans())
def test_nothing_is_lost_and_no_single_line_is_new(
    square: FontShelf, lengths: list[int], rows: list[int], level: bool
) -> None:
    flow, balanced = flow_of(lengths, len(rows), square), [level] * len(rows)
    plain = Setting(flow, *balance(flow, rows, balanced))
    spared = ways(flow, rows, balanced)[-1]
    assert whole(spared.flow, spared.result) == ["国" * abs(length) for length in lengths]
    assert bool(spared.result.overset) == bool(plain.result.overset)
    assert len(spared.strays) <= len(plain.strays)
    for used, capacity, most in zip(spared.result.used, spared.capacities, rows, strict=True):
        assert used <= capacity <= most


@some
@given(lengths=BLOCKS, columns=st.integers(2, 4))
def test_what_is_mended_stays_level(square: FontShelf, lengths: list[int], columns: int) -> None:
    flow = flow_of(lengths, columns, square)
    plain = Setting(flow, *balance(flow, [20] * columns, [True] * columns))
    spared = ways(flow, [20] * columns, [True] * columns)[-1]
    if spared.flow is flow and len(spared.strays) < len(plain.strays):
        assert max(spared.result.used) - min(spared.result.used) <= 1


def test_a_paragraph_gives_a_line_where_it_is_hardly_seen(square: FontShelf) -> None:
    """Two paragraphs in columns of three rows: the second one's last line would stand alone."""
    flow = flow_of([12, 19], 2, square)
    plain = Setting(flow, *balance(flow, [3, 3], [False, False]))
    assert [line.line.end for line in plain.strays] == [10]
    spared = ways(flow, [3, 3], [False, False])[-1]
    assert not spared.strays


def test_no_paragraph_pays_more_than_is_hardly_seen(square: FontShelf) -> None:
    flow = flow_of([60, 60, 60, 60], 3, square)
    spared = ways(flow, [9, 9, 9], [False] * 3)[-1]
    for block, lines in spared.flow.counts.items():
        extra = flow.extra_cost(block, flow.measure(block, 0), lines)
        assert extra is not None
        assert extra <= MOST_EXTRA


def test_a_column_may_end_a_row_early(square: FontShelf) -> None:
    """Full lines can neither give nor take: the column's last row stays free."""
    flow = flow_of([20, 30], 2, square)
    spared = ways(flow, [3, 5], [False, False])[-1]
    assert spared.result.used == (2, 3)
    assert not spared.strays
    assert all(isinstance(line, PlacedLine) for line in spared.result.lines)


def test_a_paragraph_of_three_lines_goes_on_whole(square: FontShelf) -> None:
    """Its last line would stand alone, a row earlier its first one: the column ends two early."""
    flow = flow_of([10, 30], 2, square)
    spared = ways(flow, [3, 5], [False, False])[-1]
    assert spared.result.used == (1, 3)
    assert not spared.strays


def test_a_search_ends_with_its_effort(square: FontShelf) -> None:
    """What was looked at is counted; when all is spent, lines stay where they are."""
    flow = flow_of([10, 30], 2, square)
    fresh, spent = Effort(), Effort(MOST_WAYS)
    assert not ways(flow, [3, 5], [False, False], fresh)[-1].strays
    assert 0 < fresh.ways < MOST_WAYS
    (plain,) = ways(flow, [3, 5], [False, False], spent)
    assert plain.strays
    assert spent.ways == MOST_WAYS
