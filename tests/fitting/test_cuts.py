"""The cut list of what no lever makes room for: applied to the article's file, the story fits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.fitting import Cut
from koubei_pdf.pages.faults.fitting import cutting, overset

from ..pages.press import codes, finding
from .conftest import FRAMES, Desk, fit_of, rigid
from .stories import LAYOUTS, copy, edited, lay, make_issue

#: Opening brackets and what closes them.
_PAIRS = {"“": "”", "（": "）", "《": "》", "‘": "’", "「": "」"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("length", [1000, 6000])
def test_a_story_with_the_cuts_made_fits(tmp_path: Path, layout: str, length: int) -> None:
    make_issue(tmp_path)
    made = lay(tmp_path, layout, copy(length, seed=length))
    fit = fit_of(made)
    if not fit.over:
        assert "T001" not in codes(made)
        return
    assert fit.cuts
    before = (tmp_path / "articles" / "a.md").read_text(encoding="utf-8")
    shorter = edited(tmp_path, fit.cuts)
    assert len(shorter) < len(before)
    for text in (cut.text for cut in fit.cuts):
        assert "".join(text.split()) in "".join(re.sub("\n+(## )?", "", before).split())
    after = lay(tmp_path, layout, shorter)
    assert fit_of(after).over == 0
    assert not after.errors


@pytest.mark.parametrize("layout", ["story", "letter", "panorama", "longread"])
def test_what_is_left_reads_on(tmp_path: Path, layout: str) -> None:
    """Paragraphs keep their last mark, no bracket loses its other half, no pause comes last."""
    make_issue(tmp_path)
    for seed in range(3):
        fit = fit_of(lay(tmp_path, layout, copy(1150, seed=seed)))
        for paragraph in edited(tmp_path, fit.cuts).split("\n\n") if fit.cuts else ():
            if not paragraph.startswith("## "):
                assert re.search("[。！？]”?$", paragraph)
                assert not re.search("[，、；：]。|。。", paragraph)
                for opening, closing in _PAIRS.items():
                    assert paragraph.count(opening) == paragraph.count(closing)


def test_single_lines_are_the_fewest_characters(desk: Desk) -> None:
    """Paragraphs of 26 and 29 characters; a line of its own holds 21 with the indent and a stop."""
    five, eight = "国" * 26 + "。", "国" * 29 + "。"
    made = desk.lay(rigid(7), eight, five, fit="{}")
    (cut,) = fit_of(made).cuts
    assert (cut.text, cut.lines, cut.whole) == ("国" * 5, 1, False)
    assert (
        finding(made, "T001").rule.help.zh == "删 5 字可省 1 行 — articles/a.md:11 段末“国国国国国”"
    )
    assert finding(made, "T001").rule.help.en == (
        "cut 5 characters to save 1 line: articles/a.md:11, `国国国国国` at the paragraph's end"
    )
    both = fit_of(desk.lay(rigid(8), eight, five, fit="{}")).cuts
    assert [len(cut.text) for cut in both] == [8, 5]


def test_level_columns_cost_no_more_than_some_lines(desk: Desk) -> None:
    """Nine lines go, with what ends columns better a few more, not 509 characters."""
    lengths = (16, 22, 7, 17, 40, 0, 22, 18, 27)
    copy = ("国国国，" * n + "国。" if n else "## 国国国" for n in lengths)
    frames = """\
  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}
  body: {kind: body, box: [0, 10, 74, 20], columns: 3, gap: 1, spanning: true, balance: true}
"""
    fit = fit_of(desk.lay(*copy, fit="{}", frames=frames))
    assert fit.over == 9
    assert 0 < sum(len(cut.text) for cut in fit.cuts) <= 24 * (fit.over + 3)


def test_the_cheapest_are_told_in_the_order_of_the_copy(desk: Desk) -> None:
    parts = ["国" * (26 + n) + "。" for n in (3, 1, 2)]
    cuts = fit_of(desk.lay(rigid(6), *parts, fit="{}")).cuts
    assert [len(cut.text) for cut in cuts] == [6, 7]
    assert [cut.span.line for cut in cuts] == sorted(cut.span.line for cut in cuts)


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        ("国国国国国5678字。", "5678字"),  # a number is cut whole
        ("国国国国国（国国国）。", "（国国国）"),  # and so is a bracket
        ("国国国国国，国国国。", "，国国国"),  # no pause is left before the stop
        ("国国国国国**国国**国。", "国**国国**国"),  # nor half of a mark
    ],
)
def test_where_a_paragraph_can_be_cut(desk: Desk, end: str, cut: str) -> None:
    """A second line begins after 22 characters; without the cut there is none."""
    text = "国" * 16 + end
    made = desk.lay(rigid(9), text, fit="{}")
    (found,) = fit_of(made).cuts
    shorter = edited(desk.press.folder, [found])
    assert shorter.endswith("\n\n" + text.replace(cut, ""))
    assert not fit_of(desk.lay(shorter, fit="{}")).over


def test_where_single_lines_do_not_suffice_the_end_goes(desk: Desk) -> None:
    sentence = "国" * 23 + "。"
    made = desk.lay(rigid(8), "## 题", sentence * 6, fit="{}")
    (cut,) = fit_of(made).cuts
    assert cut.whole
    assert "从 articles/a.md:" in finding(made, "T001").rule.help.zh
    assert not fit_of(desk.lay(edited(desk.press.folder, [cut]), fit="{}")).over


def test_a_sentence_without_an_end_is_cut_where_it_may_be(desk: Desk) -> None:
    made = desk.lay("国" * 400, fit="{}")
    assert fit_of(made).over
    assert not fit_of(desk.lay(edited(desk.press.folder, fit_of(made).cuts), fit="{}")).over


def test_copy_that_cannot_be_cut_is_told_by_its_amount(desk: Desk) -> None:
    """A table: no row of it is anybody's to leave out."""
    made = desk.lay("\n".join(("| 区 | 数 |", "| --- | --- |", *["| 江 | 1 |"] * 60)), fit="{}")
    assert fit_of(made).over
    assert fit_of(made).cuts == ()
    assert "约" in finding(made, "T001").rule.help.zh


def test_cuts_are_laid_out_with_the_levers(desk: Desk) -> None:
    """What the picture can give is not cut."""
    five = "国" * 26 + "。"
    made = desk.lay(rigid(10), five, five, fit="{pictures: {picture: 2}}")
    assert fit_of(made).choice.pictures == {"picture": -2}
    assert len(fit_of(made).cuts) == 2


def test_a_line_alone_that_no_lever_spares_is_told_with_what_to_cut(desk: Desk) -> None:
    """Two and four full lines in two columns of three."""
    frames = "  body: {kind: body, box: [0, 10, 24, 13], columns: 2, gap: 2}"
    copy = "国" * 20, "国" * 33 + "。"
    made = desk.lay(*copy, fit="{}", frames=frames)
    assert fit_of(made).over == 0
    (cut,) = fit_of(made).cuts
    assert cut.text == "国国国"
    assert finding(made, "T071").rule.help == cutting([cut])
    after = desk.lay(edited(desk.press.folder, [cut]), fit="{}", frames=frames)
    assert "T071" not in codes(after)
    assert fit_of(after).cuts == ()


def test_a_long_list_is_told_in_part() -> None:
    one = Cut(Span("a.md", 3, 5), Span("a.md", 3, 7), "国{国", 1)
    told = cutting([one] * 8)
    assert told.zh.endswith("；还有 2 处")
    assert "`国{国`" in told.text("en", {"x": 1})


@pytest.mark.parametrize(("length", "is_told"), [(1000, False), (2000, True)])
def test_an_end_far_longer_than_what_is_over_has_its_reason(length: int, is_told: bool) -> None:
    span = Span("a.md", 9, 1)
    rule = overset([Cut(span, span, "A" * length, 0, whole=True)], over=1000)
    assert ("as whole sentences go" in rule.help.en) is is_told
    assert ("按整句删" in rule.help.zh) is is_told


def test_cuts_that_only_help_together_are_told_so() -> None:
    """Some end in the middle of the copy: they save no line of their own."""
    place = Span("articles/a.md", 3, 1, 1)
    whole, piece = Cut(place, place, "国国", 0, True), Cut(place, place, "国", 0)
    assert cutting([whole, piece]).en == (
        "make all of these cuts: cut 2 characters from `国国` on, articles/a.md:3, to the end of"
        " line 3; cut 1 character: articles/a.md:3, `国` at the paragraph's end"
    )
    assert cutting([whole, piece]).zh == (
        "以下几处要一起删：从 articles/a.md:3 “国国”起删去 2 字 — 到第 3 行末；"
        "删 1 字 — articles/a.md:3 段末“国”"
    )
    assert cutting([whole]).en.startswith("cut 2 characters from")


def test_a_signature_without_a_place_is_told_where_the_copy_ends(desk: Desk) -> None:
    """It stands in the article's head, where nothing is to be cut."""
    frames = FRAMES.replace("20]}", '20], sign: "{byline}"}')
    made = desk.lay(rigid(4), rigid(6), fit="{}", frames=frames, head="deck: 提要\nbyline: 国")
    span = finding(made, "T001").span
    assert (span.file, span.line, span.column) == ("articles/a.md", 10, 24 * 6 - 2)


def test_rows_of_boxes_without_height_are_no_limit_of_a_picture(desk: Desk) -> None:
    """The box is at fault, not how far the picture may be moved."""
    for flat in (FRAMES.replace("10, 24, 20", "10, 24, 10"), FRAMES.replace("24, 7.5", "24, 0")):
        made = desk.lay("国。", fit="{pictures: {picture: 1}}", frames=flat)
        assert codes(made)[0] == "L014"
        assert "L044" not in codes(made)


def test_an_order_of_the_layout_is_told_there(desk: Desk) -> None:
    """The house declares the lever that it leaves out."""
    house = (desk.press.folder / "layouts/house.yaml").read_text(encoding="utf-8")
    desk.press.write("layouts/house.yaml", f"{house}fit: {{lines: 160}}\n")
    assert finding(desk.lay("国。", fit="{order: []}"), "L041").span.file == "layouts/story.yaml"
