"""Page order: what is folded and bound reads from the first page to the last."""

from __future__ import annotations

import pytest

from koubei_pdf.imposition.binding import Signature, perfect, saddle, with_blanks
from koubei_pdf.imposition.folding import SIGNATURES, scheme
from koubei_pdf.imposition.places import Format, Sheet, lay, made_to_measure
from koubei_pdf.model.geometry import TOLERANCE, mm

from .paper import gathered, nested, pages

FORMAT = Format(mm(210), mm(285), mm(3))
GRIPPER = mm(10)
COUNTS = range(4, 97)


def laid(signatures: list[Signature], step: float = 0.0) -> list[Sheet]:
    size = made_to_measure(FORMAT, max(map(len, signatures)), GRIPPER)
    return [
        lay(size, FORMAT, signature, GRIPPER, number * step)
        for number, signature in enumerate(signatures)
    ]


def numbered(bound: tuple[int | None, ...]) -> list[int]:
    """The pages with blanks told apart: -place for a blank."""
    return [-place if page is None else page for place, page in enumerate(bound, start=1)]


@pytest.mark.parametrize("count", COUNTS)
def test_saddle_stitched_sheets_read_in_order(count: int) -> None:
    bound = numbered(with_blanks(count, "saddle"))
    block = nested(laid(saddle(bound)))
    assert pages(block) == bound
    assert all(leaf.is_upright for leaf in block)


@pytest.mark.parametrize("most", SIGNATURES)
@pytest.mark.parametrize("count", COUNTS)
def test_signatures_read_in_order(count: int, most: int) -> None:
    bound = numbered(with_blanks(count, "perfect"))
    signatures = perfect(bound, most)
    assert all(len(signature) in SIGNATURES for signature in signatures)
    assert max(map(len, signatures)) <= most
    block = gathered(laid(signatures))
    assert pages(block) == bound
    assert all(leaf.is_upright for leaf in block)


@pytest.mark.parametrize("most", SIGNATURES)
def test_folded_pages_lie_exactly_on_each_other(most: int) -> None:
    (sheet,) = laid([tuple(range(1, most + 1))])
    edges = [leaf.rect for leaf in gathered([sheet])]
    for rect in edges:
        for name in ("x0", "y0", "x1", "y1"):
            assert getattr(rect, name) == pytest.approx(getattr(edges[0], name), abs=TOLERANCE)


@pytest.mark.parametrize("most", SIGNATURES)
def test_rectos_have_their_spine_at_the_left(most: int) -> None:
    for side in ("front", "back"):
        for _, column, place, is_turned in scheme(most).side(side):
            is_recto = place % 2 == 0
            spine_is_left = (column % 2 == 1) is not is_turned
            assert is_recto is spine_is_left


def grid(pages: int, side: str) -> list[str]:
    folded = scheme(pages)
    cells = folded.front if side == "front" else folded.back
    rows: list[list[str]] = [[""] * folded.columns for _ in range(folded.rows)]
    for row, column, place, is_turned in cells:
        rows[row][column] = f"{place + 1}{'^' if is_turned else ''}"
    return [" ".join(row) for row in rows]


def test_schemes_are_those_of_the_trade() -> None:
    """The right-angle folds as folding machines' handbooks show them; ^ stands on its head."""
    assert grid(4, "front") == ["4 1"]
    assert grid(4, "back") == ["2 3"]
    assert grid(8, "front") == ["5^ 4^", "8 1"]
    assert grid(8, "back") == ["3^ 6^", "2 7"]
    assert grid(16, "front") == ["5^ 12^ 9^ 8^", "4 13 16 1"]
    assert grid(16, "back") == ["7^ 10^ 11^ 6^", "2 15 14 3"]


def test_printers_spreads() -> None:
    assert saddle(range(1, 9)) == [(1, 2, 7, 8), (3, 4, 5, 6)]
    assert perfect(range(1, 9), 4) == [(1, 2, 3, 4), (5, 6, 7, 8)]


def test_small_signatures_stand_before_the_last_whole_one() -> None:
    sizes = {
        count: [len(signature) for signature in perfect(range(count), 16)]
        for count in (4, 12, 20, 40, 60, 96)
    }
    assert sizes == {
        4: [4],
        12: [8, 4],
        20: [4, 16],
        40: [16, 8, 16],
        60: [16, 16, 8, 4, 16],
        96: [16] * 6,
    }


BLANKS = {1: [2, 3, 4], 2: [2, 3], 3: [3], 4: [], 5: [5, 6, 7], 6: [5, 6], 7: [7], 38: [37, 38]}


@pytest.mark.parametrize(("count", "places"), BLANKS.items())
def test_saddle_stitch_keeps_the_back_cover_at_the_back(count: int, places: list[int]) -> None:
    bound = with_blanks(count, "saddle")
    assert [place for place, page in enumerate(bound, start=1) if page is None] == places
    assert bound[0] == 1
    assert count == 1 or bound[-1] == count


@pytest.mark.parametrize("count", COUNTS)
def test_blanks_are_few_and_pages_keep_their_side(count: int) -> None:
    for binding in ("saddle", "perfect"):
        bound = with_blanks(count, binding)
        assert [page for page in bound if page is not None] == list(range(1, count + 1))
        assert len(bound) % 4 == 0
        assert len(bound) - count < 4
        moved = [p for place, p in enumerate(bound, start=1) if p is not None and (place - p) % 2]
        # The last page of an odd count becomes the back cover.
        assert moved == ([count] if count % 2 and binding == "saddle" else [])


@pytest.mark.parametrize("count", [4, 8, 40, 96])
def test_creep_makes_fore_edges_even(count: int) -> None:
    """Each sheet's spine lies a leaf's thickness farther out than that around it."""
    step = mm(0.1)
    sheets = laid(saddle(tuple(range(1, count + 1))), step)
    assert len(sheets) == count // 4
    edges = [sheet.block.trim(0, 1).x1 + number * step for number, sheet in enumerate(sheets)]
    assert edges == pytest.approx([edges[0]] * len(edges))
    for number, sheet in enumerate(sheets):
        spine = sheet.block.spine(0)
        for side in ("front", "back"):
            left, right = sorted(sheet.places(side), key=lambda place: place.trim.x0)
            assert left.trim.x1 - spine == pytest.approx(number * step)
            assert spine - right.trim.x0 == pytest.approx(number * step)
            assert left.clip.x1 == right.clip.x0 == spine
