"""The profiles that ship: no colour takes more ink than its press does, and greys stay even."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest
from PIL import Image

from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.press import PressProfile
from koubei_pdf.model.style import Cmyk
from koubei_pdf.source.desk import Desk
from koubei_pdf.source.press import named_press, profiles, shipped_names


@pytest.fixture(params=shipped_names())
def press(request: pytest.FixtureRequest, tmp_path: Path) -> PressProfile:
    found = named_press(request.param, Span("issue.yaml", 1, 1), "layouts", Desk(tmp_path))
    assert found is not None
    return found


def grid(mode: str) -> Image.Image:
    """Every colour whose channels are multiples of 8, and the ends."""
    steps = [*range(0, 256, 8), 255]
    data = bytes(value for colour in product(steps, repeat=3) for value in colour)
    return Image.frombytes(mode, (len(steps) ** 2, len(steps)), data)


@pytest.mark.parametrize("mode", ["RGB", "LAB"])
def test_no_colour_takes_more_ink_than_the_press_does(press: PressProfile, mode: str) -> None:
    inks = profiles(press).to_press(grid(mode), None).tobytes()
    most = max(map(sum, zip(*[iter(inks)] * 4, strict=True)))
    assert press.total_ink - 35 < most / 2.55 <= press.total_ink + 1


def test_greys_are_even_and_come_back(press: PressProfile) -> None:
    """Black grows without a jump, and what is printed is seen as it was meant."""
    own = profiles(press)
    greys = Image.frombytes("RGB", (256, 1), bytes(v for v in range(256) for _ in range(3)))
    inks = own.to_press(greys, None)
    blacks = inks.getchannel("K").tobytes()
    assert list(blacks) == sorted(blacks, reverse=True)
    for ink in inks.split():
        levels = ink.tobytes()
        steps = [a - b for a, b in pairwise(levels)]
        assert max(steps) <= 6
        assert max(abs(a - b) for a, b in pairwise(steps)) <= 3
    seen = own.to_screen(inks, None).tobytes()
    for level in range(64, 256, 16):
        assert list(seen[3 * level : 3 * level + 3]) == pytest.approx([level] * 3, abs=3)


def test_paper_is_white_and_black_is_deep(press: PressProfile) -> None:
    own = profiles(press)
    assert own.ink((255, 255, 255)) == Cmyk(0, 0, 0, 0)
    black = own.ink((0, 0, 0))
    assert 90 <= black.k <= 98
    assert min(black.c, black.m, black.y) >= 30
