"""One story in a body of ten lines of 24 字, and how it was fitted."""

from __future__ import annotations

from pathlib import Path

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.fitting import Fit

from ..pages.press import Press
from ..square_font import save_square_font

#: Paragraphs: of four lines that can be three, of three that can be four (at next to no cost).
GIVES, TAKES = ("国国国，" * 20)[:75] + "。", ("国国国，" * 20)[:74] + "。"

#: A picture of eight rows, a text of two, ten rows of copy.
FRAMES = """\
  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}
  picture: {kind: picture, box: [0, 0, 24, 7.5], picture: 1}
  deck: {kind: text, box: [0, 8, 24, 9.5], text: "{deck}", style: body}
  body: {kind: body, box: [0, 10, 24, 20]}
"""


def rigid(lines: int) -> str:
    """A paragraph of so many full lines, which can be set on no other number."""
    return "国" * (24 * lines - 2)


class Desk:
    """A press for one story in the layout `story`, which may become another."""

    def __init__(self, press: Press) -> None:
        self.press = press
        press.drawing("articles/p.svg", 200, 100)

    def lay(
        self,
        *copy: str,
        fit: str,
        frames: str = FRAMES,
        head: str = "deck: 提要",
        caption: str = "",
    ) -> Build:
        """Build the issue with the story of these paragraphs, and its picture."""
        self.press.layout("story", f"pages: 2\nfit: {fit}\nframes:\n{frames}")
        told = f", caption: {caption}" if caption else ""
        pictures = f"pictures: [{{file: p.svg, alt: 国{told}}}]"
        self.press.article("a", "\n\n".join(copy), head=f"{head}\n{pictures}")
        return self.press.plan(
            "pages: 1, layout: blank",
            "pages: 2-3, layout: story, article: a",
            "pages: 4, layout: blank",
        )


def fit_of(made: Build) -> Fit:
    """How the one story was fitted."""
    (fit,) = made.fits
    return fit


@pytest.fixture(scope="session")
def square_font(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_square_font(tmp_path_factory.mktemp("square"))


@pytest.fixture
def desk(tmp_path: Path, square_font: Path) -> Desk:
    return Desk(Press(tmp_path, square_font))
