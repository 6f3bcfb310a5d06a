"""docs/examples/around: a spread with real type, held to what docs/layouts.md promises of it."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from pathlib import Path

import pytest

from koubei_pdf.build import Build, build
from koubei_pdf.model.book import GlyphRun, PlacedPicture
from koubei_pdf.model.geometry import Rect
from koubei_pdf.pages.contours import contour_rects
from koubei_pdf.pages.grid import EM_ASCENT

from ..text.ink import cells
from .test_runaround import distance

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Build:
    spec = importlib.util.spec_from_file_location("examples", ROOT / "docs" / "examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return build(module.around(tmp_path_factory.mktemp("examples") / "around"))


def body_boxes(made: Build, page: int) -> list[Rect]:
    """The em boxes of the copy's runs, as wide as their ink."""
    assert made.book is not None
    assert made.shelf is not None
    found = []
    for run in made.book.pages[page - 1].items:
        if isinstance(run, GlyphRun) and run.role in ("body", "heading"):
            ink = cells([run], made.shelf)
            head = run.y - EM_ASCENT * run.size
            found.append(Rect(ink[0].ink_left, head, ink[-1].ink_right, head + run.size))
    return found


def test_it_is_without_a_finding(example: Build) -> None:
    assert example.diagnostics == ()


def test_every_line_is_on_the_grid(example: Build) -> None:
    assert example.book is not None
    assert example.issue is not None
    grid = example.issue.house.grid
    for page in (2, 3):
        for run in example.book.pages[page - 1].items:
            if isinstance(run, GlyphRun) and run.role == "body":
                rows = (run.y - grid.head - EM_ASCENT * grid.em) / grid.row
                assert abs(rows - round(rows)) * grid.row < 0.01


def test_the_copy_keeps_clear_of_the_quotation_and_the_tree(example: Build) -> None:
    assert example.book is not None
    assert example.issue is not None
    quote = [
        run
        for run in example.book.pages[1].items
        if isinstance(run, GlyphRun) and run.role == "quote"
    ]
    for box in body_boxes(example, 2):
        for run in quote:
            head = run.y - EM_ASCENT * run.size
            area = Rect(run.x, head, run.x + len(run.text) * run.size / 2, head + run.size)
            assert distance(box, area) >= 10 - 0.01
    (tree,) = (
        item
        for item in example.book.pages[2].items
        if isinstance(item, PlacedPicture) and item.role == "tree"
    )
    picture = example.issue.articles["story"].pictures[0]
    outline = list(contour_rects(picture, tree.rect, tree.clip))
    assert len(outline) == 100
    nearest = [min(distance(box, rect) for rect in outline) for box in body_boxes(example, 3)]
    assert min(nearest) >= 10 - 0.01
    # It is the outline that they keep clear of, not the rectangle.
    assert sum(box.intersection(tree.clip) is not None for box in body_boxes(example, 3)) > 3


def test_what_stands_above_a_heading_is_level(example: Build) -> None:
    assert example.book is not None
    runs = [run for run in example.book.pages[1].items if isinstance(run, GlyphRun)]
    heads = sorted({run.y for run in runs if run.role == "heading"})
    assert len(heads) == 3
    for head in heads:
        feet: dict[bool, float] = defaultdict(float)
        for run in runs:
            if run.role == "body" and run.y < head:
                right = run.x > 296
                feet[right] = max(feet[right], run.y)
        assert abs(feet[True] - feet[False]) <= 17.01


def test_the_group_fills_its_frame(example: Build) -> None:
    assert example.book is not None
    clips = [
        item.clip
        for item in example.book.pages[2].items
        if isinstance(item, PlacedPicture) and item.role == "group"
    ]
    assert len(clips) == 4
    whole = (min(c.x0 for c in clips), max(c.x1 for c in clips))
    assert whole[1] - whole[0] == pytest.approx(460)
