"""The press on which the tests of pages print."""

from __future__ import annotations

from pathlib import Path

import pytest

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.style import FontRole

from ..square_font import save_square_font
from .press import Press


@pytest.fixture(scope="session")
def square_font(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_square_font(tmp_path_factory.mktemp("square"))


@pytest.fixture(scope="session")
def square(square_font: Path) -> FontShelf:
    """Role `song` in squares, for tests that need no issue."""
    role = FontRole((square_font.stem,), (square_font.stem,))
    shelf, faults = FontShelf.load({"song": role}, [square_font.parent], Span("layouts/house.yaml"))
    assert not faults
    return shelf


@pytest.fixture
def press(tmp_path: Path, square_font: Path) -> Press:
    return Press(tmp_path, square_font)
