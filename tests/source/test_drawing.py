"""SVG → Drawing: where the lines run. Their colours: test_drawing_paint.py."""

from __future__ import annotations

import math

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path as fonttools_path
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.model.art import Path
from koubei_pdf.model.style import BLACK, WHITE

from .drawn import draw


def only(body: str) -> Path:
    (path,) = draw(body).paths
    return path


def line(d: str) -> tuple[str, tuple[float, ...]]:
    outline = only(f'<path d="{d}"/>').outline
    return outline.ops, outline.coords


# --- size -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('viewBox="0 0 300 200" width="30mm"', (300, 200)),
        ('width="25.4mm" height="2in"', (96, 192)),
        ('width="72pt" height="10"', (96, 10)),
        ('viewBox="0,0 1.5e2,.5"', (150, 0.5)),
    ],
)
def test_size_is_the_view_box_or_else_width_and_height(
    root: str, size: tuple[float, float]
) -> None:
    drawing = draw('<path d="M0 0L1 1"/>', root)
    assert (drawing.width, drawing.height) == pytest.approx(size)


def test_origin_of_the_view_box_moves_to_zero() -> None:
    drawing = draw('<path d="M-10 20h5"/>', 'viewBox="-10 20 50 60"')
    assert drawing.paths[0].outline.coords == (0, 0, 5, 0)


# --- paths ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("d", "ops", "coords"),
    [
        ("M1 2L3 4 5 6z", "mllh", (1, 2, 3, 4, 5, 6)),
        ("m1,2 3,4-5-6", "mll", (1, 2, 4, 6, -1, 0)),
        ("M1 1H5 7V3h-1v-1", "mlllll", (1, 1, 5, 1, 7, 1, 7, 3, 6, 3, 6, 2)),
        ("M0 0c1 2 3 4 5 6 1 1 2 2 3 3", "mcc", (0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 8, 8, 9)),
        ("M0 0C1 2 3 4 5 6S9 8 7 6", "mcc", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6)),
        ("M1 1s2 3 4 5", "mc", (1, 1, 1, 1, 3, 4, 5, 6)),
        ("M0 0Q3 3 6 0T12 0", "mcc", (0, 0, 2, 2, 4, 2, 6, 0, 8, -2, 10, -2, 12, 0)),
        ("M0 0t6 0", "mc", (0, 0, 0, 0, 2, 0, 6, 0)),
        ("M1 1L2 2zl3 0", "mlhml", (1, 1, 2, 2, 1, 1, 4, 1)),
        ("M9 9M1 1L2 2M5 5", "ml", (1, 1, 2, 2)),
        ("M.5.5-1e1 2.", "ml", (0.5, 0.5, -10, 2)),
        ("M0 0A0 5 0 0 1 7 7", "ml", (0, 0, 7, 7)),
    ],
)
def test_path_data(d: str, ops: str, coords: tuple[float, ...]) -> None:
    found_ops, found_coords = line(d)
    assert found_ops == ops
    assert found_coords == pytest.approx(coords)


def test_arc_is_cubic_curves_of_a_quarter_at_most() -> None:
    ops, coords = line("M10 0A10 10 0 1 1 0-10")
    assert ops == "mccc"
    k = 10 * 4 / 3 * math.tan(math.pi / 8)
    assert coords[2:8] == pytest.approx((10, k, k, 10, 0, 10), abs=1e-3)
    assert coords[-2:] == (0, -10)


def test_flags_of_an_arc_need_no_separators() -> None:
    assert line("M0 0a5 5 0 0110 0 5 5 0 00-10 0") == line(
        "M0 0 a 5 5 0 0 1 10 0 a 5 5 0 0 0 -10 0"
    )


def test_radii_that_cannot_reach_grow() -> None:
    ops, coords = line("M0 0A1 1 0 0 1 10 0")
    assert ops == "mcc"
    assert coords[6:8] == pytest.approx((5, -5), abs=1e-3)


@given(
    st.floats(1, 50), st.floats(1, 50), st.floats(0, 359), st.booleans(), st.booleans(),
    st.floats(-40, 40), st.floats(1, 40),
)  # fmt: skip
def test_arcs_are_those_of_another_reader(
    rx: float, ry: float, turn: float, large: bool, sweep: bool, x: float, y: float
) -> None:
    d = f"M0 0A{rx} {ry} {turn} {large:d} {sweep:d} {x} {y}"
    pen = RecordingPen()
    fonttools_path(d, pen)
    curves = [points for command, points in pen.value if command == "curveTo"]
    ops, coords = line(d)
    if len(curves) == len(ops) - 1:  # it splits arcs of just over a quarter otherwise
        expected = [value for points in curves for point in points for value in point]
        assert coords[2:] == pytest.approx(expected, abs=0.01)


# --- shapes -----------------------------------------------------------------------------------


def test_rectangle() -> None:
    outline = only('<rect x="1" y="2" width="30%" height="4"/>').outline
    assert (outline.ops, outline.coords) == ("mlllh", (1, 2, 31, 2, 31, 6, 1, 6))


def test_rounded_rectangle_takes_one_radius_for_both_and_at_most_half() -> None:
    outline = only('<rect width="40" height="10" rx="20"/>').outline
    assert outline.ops == "mlclclclch"
    assert outline.coords[:4] == (20, 0, 20, 0)
    assert outline.coords[8:10] == (40, 5)


@pytest.mark.parametrize(
    "shape", ['<circle cx="5" cy="6" r="4"/>', '<ellipse cx="5" cy="6" rx="4"/>']
)
def test_circle(shape: str) -> None:
    outline = only(shape).outline
    assert outline.ops == "mcccch"
    assert outline.coords[:8] == (9, 6, 9, 8.2091, 7.2091, 10, 5, 10)


def test_line_and_polygons() -> None:
    drawing = draw(
        '<g stroke="black"><line x1="1" y2="5"/><polyline points="0,0 1-1,2 2"/></g>'
        '<polygon points="0 0 4 0 4 4"/>'
    )
    assert [(p.outline.ops, p.outline.coords) for p in drawing.paths] == [
        ("ml", (1, 0, 0, 5)),
        ("mll", (0, 0, 1, -1, 2, 2)),
        ("mllh", (0, 0, 4, 0, 4, 4)),
    ]
    assert drawing.paths[0].fill is None


@pytest.mark.parametrize(
    "shape",
    ['<rect width="5"/>', '<circle r="-1"/>', '<path d=""/>', '<path d="M5 5"/>', "<polygon/>"],
)
def test_shapes_without_extent_draw_nothing(shape: str) -> None:
    assert len(draw(shape + '<rect width="1" height="1"/>').paths) == 1


# --- transforms -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("transform", "coords"),
    [
        ("translate(3)", (4, 2)),
        ("translate(3,4) scale(2)", (5, 8)),
        ("scale(2 -1)", (2, -2)),
        ("rotate(90)", (-2, 1)),
        ("rotate(90 1 2)", (1, 2)),
        ("skewX(45)", (3, 2)),
        ("skewY(45)", (1, 3)),
        ("matrix(0 1 -1 0 10 20)", (8, 21)),
        ("none", (1, 2)),
    ],
)
def test_transforms(transform: str, coords: tuple[float, float]) -> None:
    path = only(f'<path transform="{transform}" d="M1 2l0 0"/>')
    assert path.outline.coords[:2] == pytest.approx(coords)


def test_transforms_of_groups_apply_outermost_last() -> None:
    body = '<g transform="translate(10 0)"><g style="transform:rotate(90deg)">{}</g></g>'
    assert only(body.format('<path d="M1 0l1 0"/>')).outline.coords == (10, 1, 10, 2)


def test_coordinates_keep_four_decimals_and_no_negative_zero() -> None:
    path = only('<path d="M.123456 -0.00001L1 1"/>')
    assert path.outline.coords[0] == 0.1235
    assert str(path.outline.coords[1]) == "0.0"


# --- use, symbols, nested drawings ------------------------------------------------------------


def test_use_moves_what_it_shows_and_hands_its_style_down() -> None:
    drawing = draw(
        '<defs><path id="p" d="M0 0h1"/></defs>'
        '<use href="#p" x="5" y="6" fill="#fff" transform="scale(2)"/>'
        '<use xlink:href="#p" xmlns:xlink="http://www.w3.org/1999/xlink"/>'
    )
    assert [p.outline.coords for p in drawing.paths] == [(10, 12, 12, 12), (0, 0, 1, 0)]
    assert [p.fill for p in drawing.paths] == [WHITE, BLACK]


def test_symbol_fits_its_view_box_into_the_use_and_is_cut_to_it() -> None:
    drawing = draw(
        '<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10"/></symbol>'
        '<use href="#s" x="50" width="40" height="20"/>'
    )
    (path,) = drawing.paths
    assert path.outline.coords == (60, 0, 80, 0)  # 20 × 20, in the middle of 40 × 20
    assert drawing.clips[path.clip].outlines[0].coords == (50, 0, 90, 0, 90, 20, 50, 20)


def test_nested_svg_has_its_own_percentages() -> None:
    drawing = draw(
        '<svg x="10" y="10" width="50" height="50" viewBox="0 0 5 5" overflow="visible">'
        '<rect width="100%" height="20%"/></svg>'
    )
    assert drawing.paths[0].outline.coords == (10, 10, 60, 10, 60, 20, 10, 20)
    assert drawing.paths[0].clip == -1


def test_switch_draws_the_first_child_for_everyone() -> None:
    path = only(
        '<switch><foreignObject requiredExtensions="http://ns.adobe.com/"/>'
        '<path d="M1 1h1"/><path d="M2 2h1"/></switch>'
    )
    assert path.outline.coords == (1, 1, 2, 1)
