"""A small issue of which most is not there yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..pages.press import Press
from ..square_font import save_square_font

#: A picture over the spine, a title of one line, ten rows of copy in two columns of 11 字.
LAYOUT = """\
pages: 2
fit: {short: 3, pictures: {picture: 2}}
frames:
  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}
  picture: {kind: picture, box: [bleed, 0, bleed, 7], across: true, picture: 1}
  caption: {kind: text, box: [0, 7.5, 24, 9], text: "{pictures.1}", style: small}
  portrait: {kind: picture, page: 2, box: [0, 10, 10, 20], picture: 2, optional: true}
  body: {kind: body, box: [0, 10, 24, 20], columns: 2}
"""

PLAN = (
    "pages: 1, layout: blank",
    "pages: 2-3, layout: story, article: none",
    "pages: 4-5, layout: story, article: empty",
    "pages: 6-7, layout: story, article: head",
    "pages: 8, layout: blank",
)


@pytest.fixture(scope="session")
def square_font(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_square_font(tmp_path_factory.mktemp("square"))


@pytest.fixture
def press(tmp_path: Path, square_font: Path) -> Press:
    """Three stories: one of a file that is not there, an empty one, one with a head alone."""
    press = Press(tmp_path, square_font)
    press.layout("story", LAYOUT)
    press.articles = {name: f"articles/{name}.md" for name in ("none", "empty", "head")}
    press.write("articles/empty.md", "\n  \n")
    press.raster("articles/p.png", 1000, 600)
    press.write("articles/head.md", "---\nsection: two\npictures: [{file: p.png}]\n---\n\n")
    press.plan(*PLAN)
    return press
