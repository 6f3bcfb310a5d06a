"""A small issue for the command line to work on."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..pages.press import Press
from ..square_font import save_square_font


@pytest.fixture(scope="session")
def square_font(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_square_font(tmp_path_factory.mktemp("square"))


@pytest.fixture
def press(tmp_path: Path, square_font: Path) -> Press:
    """A folder with a whole issue of four pages, ready to be broken."""
    folder = tmp_path / "issue"
    folder.mkdir()
    press = Press(folder, square_font)
    press.drawing("articles/p.svg", 200, 100)
    press.spread(
        "  picture: {kind: picture, page: 1, box: [0, 2, 24, 10]}\n"
        "  body: {kind: body, page: 2, box: [0, 2, 24, 20], columns: 2}",
        copy="国国国。\n\n国国国国。",
        head="pictures: [{file: p.svg, alt: 国}]",
    )
    return press
