"""Copy of the lengths that a slip asks for fits as `render` lays it out; a line more does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.fitting import PLAIN
from koubei_pdf.model.planning import Words
from koubei_pdf.pages.faults.copy import OVERSET
from koubei_pdf.pages.faults.fitting import SHORT

from .stories import EVERY, Desk


def wrong(made: Build) -> set[str]:
    """Whether copy is too long or too short."""
    return {fault.rule.code for fault in made.diagnostics} & {OVERSET.code, SHORT.code}


def moved(made: Build) -> bool:
    """Whether levers were needed, or did not help."""
    (fit,) = made.fits
    return fit.choice != PLAIN or bool(wrong(made))


@pytest.mark.parametrize("layout", EVERY)
def test_the_longest_and_the_shortest_copy_fit(tmp_path: Path, layout: str) -> None:
    desk = Desk(tmp_path, layout)
    slip, made = desk.planned()
    assert slip.words
    chars = {words.frame: words.chars for words in slip.words}

    def lay(wanted: Callable[[Words], int], stop: str = "") -> Build:
        return desk.write(slip, made, {words.frame: wanted(words) for words in slip.words}, stop)

    for words in slip.words:
        more = desk.write(
            slip,
            made,
            {one.frame: one.most + chars[one.frame] * (one is words) for one in slip.words},
        )
        assert moved(more), words
    fitted = lay(lambda words: words.most_fitted)
    assert not wrong(fitted), fitted.diagnostics
    if slip.least is not None:
        assert moved(lay(lambda words: (words.least or 0) - words.chars))
        for stop in ("", "。"):  # a stop that hangs, or is squeezed, may spare a line
            assert not wrong(lay(lambda words: words.least_fitted or 0, stop))
    desk.take_levers()
    drawn = [
        lay(wanted, stop)
        for wanted in (lambda words: words.most, lambda words: words.least or words.most)
        for stop in ("", "。")
    ]
    for made in drawn:
        assert not moved(made), made.diagnostics


def test_what_the_head_has_is_reckoned_with(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "story")
    layout = tmp_path / "layouts" / "story.yaml"
    text = layout.read_text(encoding="utf-8").replace("parts: [quote], ", "")
    layout.write_text(text.replace("[0, 20, 46, 37]", "[0, title+8, 46, 37]"), encoding="utf-8")
    one_line, _ = desk.planned()
    title = "武汉分公司双评议工作再获优异成绩连续五年满意率超过全市平均"
    desk.file.write_text(f"---\ntitle: {title}\n---\n", encoding="utf-8")
    two_lines, made = desk.planned()
    assert made.errors == 0, made.diagnostics
    assert two_lines.words[0].lines < one_line.words[0].lines
