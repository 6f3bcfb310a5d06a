"""The tutorial of docs/layouts.md: its files render as it says, and its pictures show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from koubei_pdf.build import build

from ..script import DOCS, script

EXAMPLES = DOCS / "examples" / "tutorial"

#: What is told after each step, as the tutorial says.
TOLD = {
    1: {"T008", "T044"},
    2: {"T008", "T044"},
    3: {"T001", "T008", "T044"},
    4: {"T008", "T044"},
    5: {"T044"},
}
PAGES = ("layouts.md", "zh/layouts.md")
HEADS = {"layouts.md": "## A layout in ten steps", "zh/layouts.md": "## 十步画一种版式"}

#: Mean difference of greys, of 255, that palettes and other versions of the renderer make.
ALIKE = 2.0


@pytest.mark.parametrize("step", script("examples").STEPS)
def test_each_step_is_as_the_tutorial_says(step: int, tmp_path: Path) -> None:
    made = build(script("examples").tutorial(tmp_path / "demo", step))
    assert {found.rule.code for found in made.diagnostics} == TOLD.get(step, set())


def steps(page: str) -> Iterator[tuple[int, list[str]]]:
    """The number of each step and the lines of its code."""
    text = (DOCS / page).read_text(encoding="utf-8").partition(HEADS[page])[2]
    for part in re.split(r"^(?=[0-9]+\. )", text, flags=re.MULTILINE)[1:]:
        number = int(part.partition(".")[0])
        code = re.findall(r"```[a-z]+\n(.*?)```", part, flags=re.DOTALL)
        lines = (line.strip() for block in code for line in block.splitlines())
        yield number, [line for line in lines if line]


@pytest.mark.parametrize("page", PAGES)
def test_the_code_of_each_step_is_that_of_its_files(page: str) -> None:
    found = dict(steps(page))
    assert list(found) == list(script("examples").STEPS)
    for number, lines in found.items():
        files = (EXAMPLES / f"{number:02d}").rglob("*.*")
        written = {line.strip() for file in files for line in file.read_text("utf-8").splitlines()}
        assert lines
        assert set(lines) <= written, number


@pytest.mark.parametrize("of", ["of_components", "of_tutorial", "of_continued"])
def test_pictures_show_what_is_rendered_now(of: str, tmp_path: Path) -> None:
    """`python docs/make_images.py` renews them."""
    for name, picture in getattr(script("make_images"), of)(tmp_path):
        shown = Image.open(DOCS / "images" / f"{name}.png").convert("RGB")
        assert shown.size == picture.size, name
        small = (picture.width // 4, picture.height // 4)
        difference = ImageChops.difference(shown.resize(small), picture.resize(small))
        assert max(ImageStat.Stat(difference).mean) < ALIKE, name
