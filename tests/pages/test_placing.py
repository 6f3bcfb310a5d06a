"""Laws of the flow: paragraphs and headings into columns of rows, whatever their lengths."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.style import Grid, ParagraphStyle
from koubei_pdf.pages.balance import balance, parted_headings
from koubei_pdf.pages.flow import Column, Flow, FlowBlock, FlowResult, PlacedRow
from koubei_pdf.pages.strays import ways
from koubei_pdf.pages.tables import CellText, FlowTable
from koubei_pdf.text.prepare import prepare

PLACE = Span("articles/a.md", 8, 1)
GRID = Grid(em=10, row=15, columns=24, rows=20, head=40, inner=20)
BODY = ParagraphStyle("body", PLACE, "song", 10.0)
HEADING = ParagraphStyle("subhead", PLACE, "song", 10.0, before=1.0, align="left")
#: A large heading: 1½ rows a line, so that one line leaves half a row over.
LARGE = ParagraphStyle("head", PLACE, "song", 15.0, rows=1.5, before=0.5, after=0.5, align="left")
#: Headings whose spaces take part of a row, as feathering makes them.
HEADS = [
    replace(HEADING, before=before, after=after, rows=rows)
    for before in (0.0, 0.5, 1.5)
    for after in (0.0, 0.5)
    for rows in (1.0, 1.5)
]
ITEM = ParagraphStyle("item", PLACE, "song", 10.0, left=1.0)
QUOTE = ParagraphStyle("quote", PLACE, "song", 10.0, before=0.5, left=2.0, after=0.5)

#: Characters of each block; a heading is a negative number.
BLOCKS = st.lists(
    st.integers(1, 60) | st.integers(1, 60) | st.integers(-14, -1), min_size=1, max_size=12
)
#: The same with two headings in a row at most.
SECTIONS = BLOCKS.filter(
    lambda lengths: all(max(lengths[at : at + 3]) > 0 for at in range(len(lengths) - 2))
)
ROWS = st.integers(1, 12)
COLUMNS = st.lists(ROWS, min_size=1, max_size=5)


def flow_of(
    lengths: list[int], columns: int, shelf: FontShelf, heading: ParagraphStyle = HEADING
) -> Flow:
    """Blocks of so many characters in columns of 10 em."""
    blocks = []
    for length in lengths:
        style = BODY if length > 0 else heading
        prepared, _ = prepare([Run("国" * abs(length), PLACE)], lambda _: "song", shelf)
        blocks.append(FlowBlock(prepared, style, style.name, length < 0))
    return Flow(blocks, [Column(2, n * 120.0, 100.0, 0.0, 20, 0) for n in range(columns)])


def whole(flow: Flow, result: FlowResult) -> list[str]:
    """The text of every block, put together from placed and overset lines in order."""
    texts = [""] * len(flow.blocks)
    for block, line in [(p.block, p.line) for p in result.lines] + list(result.overset):
        texts[block] += flow.blocks[block].prepared.text[line.start : line.end]
    return texts


def height(flow: Flow, block: int) -> float:
    return flow.blocks[block].style.rows


@settings(deadline=None, max_examples=200)
@given(lengths=BLOCKS, rows=COLUMNS)
def test_nothing_is_lost_and_order_is_kept(
    square: FontShelf, lengths: list[int], rows: list[int]
) -> None:
    flow = flow_of(lengths, len(rows), square)
    result = flow.place(rows)
    assert whole(flow, result) == ["国" * abs(length) for length in lengths]
    places = [(line.column, line.row) for line in result.lines]
    assert places == sorted(places)
    assert [line.block for line in result.lines] == sorted(line.block for line in result.lines)


@settings(deadline=None, max_examples=200)
@given(lengths=BLOCKS, rows=COLUMNS, heading=st.sampled_from([HEADING, LARGE]))
def test_lines_stay_in_their_columns_on_rows_of_their_own(
    square: FontShelf, lengths: list[int], rows: list[int], heading: ParagraphStyle
) -> None:
    flow = flow_of(lengths, len(rows), square, heading)
    result = flow.place(rows)
    for line in result.lines:
        top = line.row + 1 - height(flow, line.block)
        assert top >= -1e-9
        assert line.row + 1 <= rows[line.column] + 1e-9
    for above, below in pairwise(result.lines):
        if above.column == below.column:
            assert below.row - height(flow, below.block) >= above.row - 1e-9
    for column, used in enumerate(result.used):
        ends = [line.row + 1 for line in result.lines if line.column == column]
        assert used >= max(ends, default=0) - 1e-9


@settings(deadline=None, max_examples=200)
@given(lengths=BLOCKS, rows=COLUMNS, heading=st.sampled_from([HEADING, LARGE]))
def test_body_lines_stand_on_whole_rows(
    square: FontShelf, lengths: list[int], rows: list[int], heading: ParagraphStyle
) -> None:
    """A heading, whatever its own height and space, takes whole rows: all copy is on the grid."""
    flow = flow_of(lengths, len(rows), square, heading)
    for line in flow.place(rows).lines:
        if not flow.blocks[line.block].keep:
            assert abs(line.row - round(line.row)) < 1e-9


@settings(deadline=None, max_examples=300)
@given(lengths=SECTIONS, rows=st.lists(st.integers(8, 14), min_size=1, max_size=5))
def test_a_heading_stays_with_what_it_heads(
    square: FontShelf, lengths: list[int], rows: list[int]
) -> None:
    """It is never last in a column; two lines of the next paragraph (or all) stand below it.

    Columns are high enough here for two headings, of two lines each, and two lines.
    """
    flow = flow_of(lengths, len(rows), square)
    result = flow.place(rows)
    for line in result.lines:
        if not flow.blocks[line.block].keep or line.block + 1 == len(lengths):
            continue
        following = line.block + 1
        copy = [p for p in result.lines if p.block == following]
        if lengths[following] < 0:
            assert [p.column for p in copy] == [line.column] * len(copy)
        else:
            assert [p.column for p in copy[:2]] == [line.column] * min(2, len(copy))


@settings(deadline=None, max_examples=300)
@given(
    above=st.integers(1, 14),
    heads=st.lists(st.tuples(st.sampled_from(HEADS), st.integers(1, 14)), min_size=1, max_size=3),
    below=st.sampled_from([[ITEM, ITEM], [ITEM], [QUOTE], [BODY, BODY]]),
    length=st.integers(1, 40),
    rest=st.integers(0, 120),
    balanced=st.booleans(),
)
def test_a_chain_of_headings_is_never_parted_from_what_it_heads(
    square: FontShelf,
    above: int,
    heads: list[tuple[ParagraphStyle, int]],
    below: list[ParagraphStyle],
    length: int,
    rest: int,
    balanced: bool,
) -> None:
    """Whatever rows and spaces its headings have and wherever in a column it comes to stand."""
    chain = [(style, count, True) for style, count in heads]
    following = [(style, length, False) for style in below]
    copy = [(BODY, above * 10, False), *chain, *following, (BODY, rest + 1, False)]
    blocks = []
    for style, count, keep in copy:
        prepared, _ = prepare([Run("国" * count, PLACE)], lambda _: "song", square)
        blocks.append(FlowBlock(prepared, style, style.name, keep))
    flow = Flow(blocks, [Column(2, n * 120.0, 100.0, 0.0, 18, 0) for n in range(3)])
    result, _ = balance(flow, [18] * 3, [balanced] * 3)
    assert not result.overset
    follows = len(chain) + 1
    lines = [line for line in result.lines if line.block == follows]
    # Columns that few lines balance may be too low for two of them, never for one.
    kept = [line for line in result.lines if 0 < line.block < follows]
    kept += lines[: 1 if balanced else 2]
    assert len({line.column for line in kept}) == 1


@settings(deadline=None, max_examples=100)
@given(
    above=st.integers(1, 14),
    heads=st.lists(st.tuples(st.sampled_from(HEADS), st.integers(1, 14)), min_size=1, max_size=3),
    rows=st.integers(1, 12),
    balanced=st.booleans(),
)
def test_a_chain_of_headings_is_never_parted_from_a_table(
    square: FontShelf,
    above: int,
    heads: list[tuple[ParagraphStyle, int]],
    rows: int,
    balanced: bool,
) -> None:
    """Its head and a first row stand right below them."""

    def block(style: ParagraphStyle, count: int, *, keep: bool) -> FlowBlock:
        prepared, _ = prepare([Run("国" * count, PLACE)], lambda _: "song", square)
        return FlowBlock(prepared, style, style.name, keep)

    corner = CellText(block(BODY, 1, keep=False).prepared, BODY)
    table = FlowTable((corner, corner), ((corner, corner),) * rows, GRID)
    chain = [block(style, count, keep=True) for style, count in heads]
    tabular = replace(block(BODY, 1, keep=False), table=table)
    blocks = [block(BODY, above * 10, keep=False), *chain, tabular, block(BODY, 25, keep=False)]
    flow = Flow(blocks, [Column(2, n * 120.0, 100.0, 0.0, 18, 0) for n in range(3)])
    setting = ways(flow, [18] * 3, [balanced] * 3)[-1]
    assert not setting.result.overset
    follows = len(chain) + 1
    kept = [line for line in setting.result.lines if 0 < line.block < follows]
    kept += [line for line in setting.result.lines if line.block == follows][:2]
    assert len({line.column for line in kept}) == 1
    shown = [line for line in setting.result.lines if isinstance(line, PlacedRow)]
    assert sum(not line.cells.is_head for line in shown) == rows


def test_two_headings_stay_together(square: FontShelf) -> None:
    """A section's heading above an article's: both go to the next column with their text."""
    flow = flow_of([40, -3, -3, 40], 2, square)
    columns = [line.column for line in flow.place([9, 12]).lines if line.block in (1, 2)]
    assert columns == [1, 1]


@settings(deadline=None, max_examples=150)
@given(lines=st.integers(1, 80), columns=st.integers(1, 5))
def test_balanced_columns_differ_by_a_row_at_most(
    square: FontShelf, lines: int, columns: int
) -> None:
    flow = flow_of([lines * 10], columns, square)
    result, capacities = balance(flow, [20] * columns, [True] * columns)
    if lines > 20 * columns:
        assert result.overset
        return
    assert not result.overset
    assert sum(result.used) == lines
    assert max(result.used) - min(result.used) <= 1
    assert list(result.used) == sorted(result.used, reverse=True)
    assert all(used <= capacity for used, capacity in zip(result.used, capacities, strict=True))


@settings(deadline=None, max_examples=150)
@given(lengths=BLOCKS, columns=st.integers(1, 4))
def test_balance_uses_the_fewest_rows_and_loses_nothing(
    square: FontShelf, lengths: list[int], columns: int
) -> None:
    """Fewer would part a heading from its copy, if they held everything."""
    flow = flow_of(lengths, columns, square)
    result, capacities = balance(flow, [20] * columns, [True] * columns)
    assert whole(flow, result) == ["国" * abs(length) for length in lengths]
    if not result.overset and max(capacities) > 1:
        fewer = flow.place([max(capacities) - 1] * columns)
        assert fewer.overset or parted_headings(flow, fewer)


def test_only_balanced_columns_are_shortened(square: FontShelf) -> None:
    flow = flow_of([300], 3, square)
    result, _ = balance(flow, [20, 20, 20], [False, True, True])
    assert result.used == (20, 5, 5)


def test_columns_of_other_widths_get_lines_of_their_own(square: FontShelf) -> None:
    """A paragraph that runs from a wide column into a narrow one fits both."""
    flow = flow_of([70], 1, square)
    flow = Flow(flow.blocks, [Column(2, 0, 100, 0, 3, 0), Column(2, 120, 80, 0, 20, 0)])
    placed = flow.place([3, 20]).lines
    assert [(p.column, p.line.measure, p.line.end - p.line.start) for p in placed] == [
        (0, 10, 10), (0, 10, 10), (0, 10, 10),
        (1, 8, 8), (1, 8, 8), (1, 8, 8), (1, 8, 8), (1, 8, 8),
    ]  # fmt: skip
