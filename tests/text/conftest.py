"""Shelves of fonts and a paragraph maker for the tests of text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Diagnostic, Span
from koubei_pdf.model.style import FontRole
from koubei_pdf.text.prepare import Prepared, prepare

from ..square_font import save_square_font

FONTS = Path(__file__).parents[2] / "fonts"
PLACE = Span("articles/a.md", 8, 1)

#: Roles like those of layouts/house.yaml.
HOUSE = {
    "song": FontRole(("NotoSerifSC-Regular",), ("NotoSerifSC-Regular",)),
    "hei": FontRole(("NotoSansSC-Regular",), ("NotoSansSC-Regular",)),
    "kai": FontRole(("LXGWWenKai-Regular",), ("NotoSerifSC-Regular",)),
}


@pytest.fixture(scope="session")
def square(tmp_path_factory: pytest.TempPathFactory) -> FontShelf:
    """Role `song` in squares: exact widths."""
    folder = tmp_path_factory.mktemp("square")
    save_square_font(folder)
    shelf, faults = FontShelf.load({"song": FontRole(("Square",), ("Square",))}, [folder], PLACE)
    assert not faults
    return shelf


@pytest.fixture(scope="session")
def house() -> FontShelf:
    """The house's fonts by role."""
    shelf, faults = FontShelf.load(HOUSE, [FONTS], PLACE)
    assert not faults
    return shelf


def make(text: str, shelf: FontShelf, role: str = "song", tracking: float = 0.0) -> Prepared:
    """The prepared paragraph of a text in one role; no finding is expected."""
    prepared, faults = prepared_with_faults(text, shelf, role, tracking)
    assert not faults
    return prepared


def prepared_with_faults(
    text: str, shelf: FontShelf, role: str = "song", tracking: float = 0.0
) -> tuple[Prepared, list[Diagnostic]]:
    """The prepared paragraph of a text in one role, and the findings."""
    runs = [Run(text, PLACE)] if text else []
    return prepare(runs, lambda _: role, shelf, tracking)


@pytest.fixture(scope="session")
def squares(square: FontShelf) -> Callable[[str], Prepared]:
    """Prepares a text in the square font."""
    return lambda text: make(text, square)
