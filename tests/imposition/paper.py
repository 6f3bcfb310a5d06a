"""Paper: sheets folded, gathered and leafed through, knowing only where pages lie on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from koubei_pdf.imposition.places import Place, Sheet
from koubei_pdf.model.geometry import TOLERANCE, Rect


@dataclass(frozen=True)
class Leaf:
    """A piece of paper that holds a page on each side, as the folded stack is seen from above.

    is_upright is of the page on top; the other is upright if this one is, being its back.
    """

    rect: Rect
    top: Place
    bottom: Place
    is_upright: bool


def leaves(sheet: Sheet) -> list[Leaf]:
    """The flat sheet, front up: each page with the one behind it."""
    width = sheet.size.width
    backs = list(sheet.places("back"))
    found = []
    for front in sheet.places("front"):
        behind = [
            back
            for back in backs
            if abs(width - back.trim.x1 - front.trim.x0) < 0.001
            and abs(back.trim.y0 - front.trim.y0) < 0.001
        ]
        assert len(behind) == 1, "each page has one page behind it, edge on edge"
        back = behind[0]
        assert back.is_turned == front.is_turned, "turned sideways, both heads are up"
        found.append(Leaf(front.trim, front, back, not front.is_turned))
    assert len(found) == len(backs)
    return found


def folded(sheet: Sheet) -> list[Leaf]:
    """The leaves from the top after folding in the middle until pages lie on each other.

    The left or the upper half goes under, the longer row of pages first; so the last fold is the
    spine. Each fold is where the sheet has a fold mark.
    """
    stack = leaves(sheet)
    marked_xs, marked_ys = sheet.block.folds()
    columns, rows = sheet.block.scheme.columns, sheet.block.scheme.rows
    while columns > 1 or rows > 1:
        is_across = columns > rows
        marked = marked_xs if is_across else marked_ys
        line = _middle([leaf.rect for leaf in stack], is_across)
        assert any(abs(line - mark) < TOLERANCE for mark in marked)
        stays = [leaf for leaf in stack if not _is_before(leaf.rect, line, is_across)]
        goes = [leaf for leaf in stack if _is_before(leaf.rect, line, is_across)]
        assert len(stays) == len(goes)
        stack = stays + [_turned(leaf, line, is_across) for leaf in reversed(goes)]
        columns, rows = (columns // 2, rows) if is_across else (columns, rows // 2)
    return stack


def _middle(rects: Sequence[Rect], is_across: bool) -> float:
    if is_across:
        return (min(rect.x0 for rect in rects) + max(rect.x1 for rect in rects)) / 2
    return (min(rect.y0 for rect in rects) + max(rect.y1 for rect in rects)) / 2


def _is_before(rect: Rect, line: float, is_across: bool) -> bool:
    return (rect.x0 + rect.x1 if is_across else rect.y0 + rect.y1) / 2 < line


def _turned(leaf: Leaf, line: float, is_across: bool) -> Leaf:
    old = leaf.rect
    if is_across:
        rect = Rect(2 * line - old.x1, old.y0, 2 * line - old.x0, old.y1)
        return Leaf(rect, leaf.bottom, leaf.top, leaf.is_upright)
    rect = Rect(old.x0, 2 * line - old.y1, old.x1, 2 * line - old.y0)
    return Leaf(rect, leaf.bottom, leaf.top, not leaf.is_upright)


def gathered(sheets: Sequence[Sheet]) -> list[Leaf]:
    """Folded signatures on each other: the block's leaves in order."""
    return [leaf for sheet in sheets for leaf in folded(sheet)]


def nested(sheets: Sequence[Sheet]) -> list[Leaf]:
    """Folded sheets in each other, each within the one before."""
    halves = [folded(sheet) for sheet in sheets]
    assert all(len(half) == 2 for half in halves)
    return [half[0] for half in halves] + [half[1] for half in reversed(halves)]


def pages(block: Sequence[Leaf]) -> list[int]:
    """The pages in the order in which one leafs through them."""
    return [page.page for leaf in block for page in (leaf.top, leaf.bottom)]
