"""Gradients: a function is sampled once, within a bound on its steps that the file shares."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from koubei_pdf.checks.judging import judge
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf.content.functions import function_of
from koubei_pdf.pdf.reading import UnreadableError

from .bounded import judged_apart
from .defects import add
from .good_pdf import good_pdf, saved
from .measured_ink import measured

#: Seconds of the processor for four pages, one of which is full of gradients.
SECONDS = 8

SLOW = "{{ " + "exch sin exch cos " * 400 + " .1 .{} }}"
CORNER = "q 20 20 40 40 re W n /S{} sh Q "


def calculated(
    pdf: pikepdf.Pdf, code: str, outputs: int = 4, space: Any = Name.DeviceCMYK
) -> Dictionary:
    """A shading of type 1 over the square 60–120, by a calculator function of x and y."""
    function = pdf.make_stream(
        code.encode("ascii"),
        FunctionType=4,
        Domain=Array([0, 1, 0, 1]),
        Range=Array([0, 1] * outputs),
    )
    square = Array([60, 0, 0, 60, 60, 60])
    return Dictionary(ShadingType=1, ColorSpace=space, Function=function, Matrix=square)


def shown(pdf: pikepdf.Pdf, *shadings: Any, times: int = 1) -> None:
    named = {f"S{index}": shading for index, shading in enumerate(shadings)}
    content = "".join(CORNER.format(index) for index in range(len(shadings)))
    add(pdf, content * times, Shading=named)


def test_one_gradient_shown_often_is_sampled_once(tmp_path: Path) -> None:
    pdf = good_pdf()
    shown(pdf, calculated(pdf, SLOW.format(2)), times=300)
    assert not judged_apart(saved(pdf), tmp_path, seconds=SECONDS)


def test_countless_slow_gradients_are_bounded_and_told(tmp_path: Path) -> None:
    pdf = good_pdf()
    shown(pdf, *(calculated(pdf, SLOW.format(index)) for index in range(300)))
    assert judged_apart(saved(pdf), tmp_path, seconds=SECONDS) == {"X139"}


def test_what_is_beyond_the_bound_is_left_out_alone(press: PressProfile) -> None:
    """A tint of 150 % below gradients that cannot all be sampled."""
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"0.5 0.5 0.5 0 k 60 60 80 80 re f")
    shown(pdf, *(calculated(pdf, SLOW.format(index)) for index in range(60)))
    judged = judge(saved(pdf), press)
    told = [group.message("en") for group in judged.groups if group.rule.code == "X139"]
    assert len(told) == 1
    assert told[0].endswith("a gradient whose colours take too much reckoning")
    assert judged.ink is not None
    assert judged.ink.pages[1].total == pytest.approx(150, abs=1)


def nested(pdf: pikepdf.Pdf) -> Dictionary:
    """An axial shading by functions within functions."""
    function: Any = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C1=Array([0, 0, 0, 1]))
    for _ in range(40):
        function = pdf.make_indirect(function)
        function = Dictionary(
            FunctionType=3,
            Domain=Array([0, 1]),
            Functions=Array([function, function]),
            Bounds=Array([0.5]),
            Encode=Array([0, 1, 0, 1]),
        )
    coords = Array([0, 0, 99, 99])
    return Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceCMYK,
        Coords=coords,
        Function=pdf.make_indirect(function),
    )


def long(pdf: pikepdf.Pdf) -> Dictionary:
    return calculated(pdf, f"{{ {'dup mul sqrt ' * 3000} pop dup dup dup }}")


def deep(pdf: pikepdf.Pdf) -> Dictionary:
    return calculated(pdf, "{ " + "true { " * 40 + "} if " * 40 + "dup dup }")


@pytest.mark.parametrize("make", [nested, long, deep])
def test_functions_too_long_or_too_deep_are_no_damage(
    make: Callable[[pikepdf.Pdf], Dictionary], press: PressProfile
) -> None:
    """They are sound, but are not followed to their end."""
    pdf = good_pdf()
    shown(pdf, make(pdf))
    judged = judge(saved(pdf), press)
    told = [group.message("en") for group in judged.groups if group.rule.code == "X139"]
    assert len(told) == 1
    assert told[0].endswith("too long, or nested too deeply, to be followed")


def test_a_gradient_in_thousands_of_rgb_colours_takes_no_time(tmp_path: Path) -> None:
    """As converting each of them by itself would."""
    pdf = good_pdf()
    shown(pdf, calculated(pdf, "{ 2 copy mul }", 3, Name.DeviceRGB))
    assert "X139" not in judged_apart(saved(pdf), tmp_path, seconds=SECONDS)


def test_thousands_of_rgb_colours_on_a_page(tmp_path: Path) -> None:
    pdf = good_pdf()
    colours = (f"{i % 32 / 31} {i // 32 % 32 / 31} {i // 1024 / 31} rg" for i in range(8192))
    add(pdf, "\n".join(f"{colour} 20 20 2 2 re f" for colour in colours))
    judged_apart(saved(pdf), tmp_path, seconds=SECONDS)


@pytest.mark.parametrize(
    ("code", "total"),
    [
        ("{ pop pop 1 .5 0 .25 }", 175),
        ("{ gt { .1 .2 .3 .4 } { .1 .2 .3 .4 } ifelse }", 100),
        ("{ pop pop 1 0 0 0 1 0 eq { 4 1 roll } if }", 100),
    ],
)
def test_calculated_gradients_are_measured(code: str, total: float, press: PressProfile) -> None:
    pdf = good_pdf()
    pdf.pages[1].obj["/Contents"] = pdf.make_stream(b"")
    add(pdf, "q 70 70 40 40 re W n /S sh Q", Shading={"S": calculated(pdf, code)})
    assert measured(saved(pdf), press).pages[1].total == pytest.approx(total, abs=1)


def test_functions_within_functions_are_bounded() -> None:
    """Eight arrays, each a thousand times the one within it."""
    pdf = pikepdf.new()
    inner = pdf.make_indirect(Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1))
    for _ in range(8):
        inner = pdf.make_indirect(Array([inner] * 1000))
    with pytest.raises(UnreadableError):
        function_of(inner)


@pytest.mark.parametrize("code", ["{ 1 {} }", "{ {} if", "{ {} {} if }", "{ 1 if }", "{ foo }"])
def test_what_is_no_calculator_function(code: str) -> None:
    pdf = pikepdf.new()
    with pytest.raises(UnreadableError):
        function_of(calculated(pdf, code).Function)


def test_a_calculator_that_fills_its_stack() -> None:
    pdf = pikepdf.new()
    doubling = " ".join(f"{2**power} copy" for power in range(20))
    with pytest.raises(UnreadableError):
        function_of(calculated(pdf, f"{{ {doubling} }}").Function)([0.0, 0.0])
