"""Content is read and carried out: tokens, functions, the graphics state."""

from __future__ import annotations

import math

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary

from koubei_pdf.checks.judging import judge
from koubei_pdf.model.matrix import multiply
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf.content.functions import function_of
from koubei_pdf.pdf.content.state import least_scale
from koubei_pdf.pdf.content.tokens import FLAW, Name, operations
from koubei_pdf.pdf.reading import UnreadableError

from .defects import add, form, text
from .good_pdf import MM, TRIM, good_pdf, saved


def read(data: bytes) -> list[tuple[bytes, list[object]]]:
    return [(operation.operator, operation.operands) for operation in operations(data)]


def test_numbers_names_strings_and_arrays() -> None:
    assert read(b"1 -.5 +3. re") == [(b"re", [1.0, -0.5, 3.0])]
    assert read(b"/A#20B cs") == [(b"cs", [Name("A B")])]
    assert read(b"(a(b)\\)\\101\\\n) Tj") == [(b"Tj", [b"a(b))A"])]
    assert read(b"<48 65 6> Tj") == [(b"Tj", [b"He`"])]
    assert read(b"[(a)-5<62>]TJ") == [(b"TJ", [[b"a", -5.0, b"b"]])]
    assert read(b"/S<</K[1 2]/L true>>BDC") == [(b"BDC", ["S", {"K": [1.0, 2.0], "L": True}])]
    assert read(b"% c\nq%c\rQ") == [(b"q", []), (b"Q", [])]


def test_a_path_is_one_operation() -> None:
    assert read(b"1 2 m 3 4 l 5 6 7 8 9 10 c h f") == [
        (b"c", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        (b"f", []),
    ]


def test_inline_pictures() -> None:
    (operator, (values, data)), (after, _) = read(b"BI /W 2 /H 1 /CS/G ID aEIb\nEI Q")
    assert (operator, values, data) == (b"BI", {"W": 2.0, "H": 1.0, "CS": "G"}, b"aEIb")
    assert after == b"Q"


@pytest.mark.parametrize("data", [b"1 2", b"] f", b"(a", b"<< /A >> gs", b"{ 1 } f", b"<4z> Tj"])
def test_flaws(data: bytes) -> None:
    assert FLAW in [operator for operator, _ in read(data)]


@given(st.lists(st.floats(-1e4, 1e4).map(lambda value: round(value, 3)), min_size=1, max_size=6))
def test_numbers_come_back(values: list[float]) -> None:
    shown = " ".join(f"{value:.3f}" for value in values)
    assert read(f"{shown} re".encode()) == [(b"re", values)]


def test_functions() -> None:
    pdf = pikepdf.new()
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 1]), C1=Array([1, 0]), N=2)
    assert function_of(ramp)([0.5]) == [0.25, 0.75]
    stitched = Dictionary(
        FunctionType=3,
        Domain=Array([0, 1]),
        Functions=Array([ramp, ramp]),
        Bounds=Array([0.5]),
        Encode=Array([0, 1, 1, 0]),
    )
    assert function_of(stitched)([0.25]) == [0.25, 0.75]
    assert function_of(stitched)([1.0]) == [0.0, 1.0]
    sampled = pdf.make_stream(
        bytes([0, 255, 255, 0]),
        FunctionType=0,
        Domain=Array([0, 1]),
        Range=Array([0, 1, 0, 1]),
        Size=Array([2]),
        BitsPerSample=8,
    )
    assert function_of(sampled)([0.25]) == [0.25, 0.75]
    code = pdf.make_stream(
        b"{ dup 0.5 gt { 1 exch sub } { 2 mul } ifelse 3 1 roll pop 0.25 }",
        FunctionType=4,
        Domain=Array([0, 1, 0, 1, 0, 1]),
        Range=Array([0, 1, 0, 1, 0, 1]),
    )
    assert function_of(code)([0.1, 0.2, 0.3]) == pytest.approx([0.6, 0.1, 0.25])


@pytest.mark.parametrize("code", [b"", b"{", b"{ jump }", b"{ 1 } }", b"{ " * 100])
def test_functions_that_are_none(code: bytes) -> None:
    pdf = pikepdf.new()
    stream = pdf.make_stream(code, FunctionType=4, Domain=Array([0, 1]), Range=Array([0, 1]))
    with pytest.raises(UnreadableError):
        function_of(stream)


angles = st.floats(0, 2 * math.pi)
scales = st.floats(0.1, 10)


@given(angles, scales, scales)
def test_the_least_scale_of_turned_and_stretched(angle: float, x: float, y: float) -> None:
    turn = (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0.0, 0.0)
    matrix = multiply(turn, multiply((x, 0.0, 0.0, y, 5.0, 6.0), turn))
    assert least_scale(matrix) == pytest.approx(min(x, y), rel=1e-3)


GLYPH = "0.1 0 m 0.9 0 l 0.9 0.2 1 0.6 0.5 0.8 c h"


@pytest.mark.parametrize(
    ("path", "matrix", "box"),
    [
        (f"{GLYPH} f", (9, 0, 0, 9, 60, 60), [0, 0, 1, 1]),
        (f"{GLYPH} f*", (9, 3, -3, 9, 60, 60), [0, 0, 1, 1]),
        (f"{GLYPH} f", (9, 0, 0, 9, 60, 60), [0.2, 0, 0.6, 0.5]),
        ("0 0 40 0.02 re f", (9, 0, 0, 9, 60, 60), [0, 0, 40, 1]),
        ("0 0 m 40 0 l 40 .02 l 0 .02 l h F", (0, 9, 9, 0, 60, 60), [0, 0, 40, 1]),
        ("f", (9, 0, 0, 9, 60, 60), [0, 0, 1, 1]),
        (f"{GLYPH} f 0 0 1 1 re f", (9, 0, 0, 9, 60, 60), [0, 0, 1, 1]),
        (f"0.3 0 0 0 k {GLYPH} f", (9, 0, 0, 9, 60, 60), [0, 0, 1, 1]),
        (f"{GLYPH} W f", (9, 0, 0, 9, 60, 60), [0, 0, 1, 1]),
        (f"{GLYPH} f", (9e8, 0, 0, 9e8, 60, 60), [0, 0, 1, 1]),
        ("1 2 3 m 4 5 l f", (9, 0, 0, 9, 60, 60), [0, 0, 9, 9]),
    ],
)
def test_a_form_that_need_not_be_carried_out(
    path: str, matrix: tuple[float, ...], box: list[float], press: PressProfile
) -> None:
    """Its marks and flaws are those that it has with content that must be carried out."""
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.pages[2].obj["/Contents"] = pdf.make_stream(b"")
    shown = f"/Over gs 0.4 0.2 0 0 k q {' '.join(map(str, matrix))} cm /Glyph Do Q"
    for page, content in ((1, path), (2, f"{path} q Q")):
        add(pdf, shown, page, XObject={"Glyph": form(pdf, content, BBox=Array(box))})
    document = judge(saved(pdf), press, ink=False).document
    assert document is not None
    short, carried_out = (document.pages[number].trace for number in (1, 2))
    assert short.marks == carried_out.marks
    assert short.flaws == carried_out.flaws


def test_text_is_where_it_is_shown(press: PressProfile) -> None:
    pdf = good_pdf()
    for page in pdf.pages:
        page.obj["/Contents"] = pdf.make_stream(b"")
    x, y = TRIM[0] + 20 * MM, TRIM[3] - 40 * MM
    add(pdf, "q 2 0 0 2 0 0 cm /Over gs 0 0 0 1 k " + text("印前", 5, x / 2, y / 2) + " Q")
    document = judge(saved(pdf), press, ink=False).document
    assert document is not None
    (mark,) = document.pages[1].trace.marks
    assert mark.size == pytest.approx(10)
    assert mark.box.x0 == pytest.approx(20 * MM, abs=0.01)
    assert mark.box.width == pytest.approx(20, abs=0.01)
    assert mark.box.y1 == pytest.approx(40 * MM + 1.2, abs=0.1)
    assert mark.overprints
