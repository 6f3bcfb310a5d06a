"""Frames beside the copy that do not hold their text: cut lists of sidebars, and what is told."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from koubei_pdf.cli import app

from ..pages.press import codes, finding
from .conftest import Desk, fit_of
from .stories import edited

#: Five rows for a sidebar of 20 字 on page 2, two for the deck.
FRAMES = """\
  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}
  picture: {kind: picture, box: [0, 0, 24, 7.5], picture: 1}
  deck: {kind: text, box: [0, 8, 24, 9.5], text: "{deck}", style: body}
  side: {kind: sidebar, page: 2, box: [0, 0, 20, 5], style: flush, balance: true}
  body: {kind: body, box: [0, 10, 24, 20]}
"""


def sidebar(*blocks: str) -> tuple[str, ...]:
    return ("国。", "::: sidebar", *blocks, ":::")


@pytest.mark.parametrize(
    ("blocks", "cuts"),
    [
        # A line of two characters and the stop: with them goes the line.
        ([("国" * 22 + "。"), "国" * 78 + "。"], ["国国国"]),
        # Of items of a line none can be shorter: the last ones go.
        (["\n".join(f"- 第{n}条" for n in "一二三四五六七")], ["第六条第七条"]),
        (["## 题", *["国" * 30 + "。国国。"] * 3], ["国" * 11 + "。国国"] * 2),
        # Of a single paragraph without sentences, what is beyond the fifth line.
        (["国" * 118 + "。"], ["国" * 19]),
    ],
)
def test_a_sidebar_with_the_cuts_made_fits(desk: Desk, blocks: list[str], cuts: list[str]) -> None:
    made = desk.lay(*sidebar(*blocks), fit="{}", frames=FRAMES)
    assert codes(made) == ["T001"]
    fault = finding(made, "T001")
    assert (fault.facts["frame"], fault.facts["sidebar"]) == ("side", "1")
    (found,) = fit_of(made).overfull
    assert found.frame == "side"
    assert [cut.text for cut in found.cuts] == cuts
    assert f"articles/a.md:{found.cuts[0].span.line}" in fault.rule.help.en
    shorter = edited(desk.press.folder, found.cuts)
    after = desk.lay(shorter, fit="{}", frames=FRAMES)
    assert codes(after) == []
    assert fit_of(after).overfull == ()


def test_a_sidebar_of_one_long_block_has_no_cut(desk: Desk) -> None:
    table = "\n".join(["| 国 | 国 |", "|---|---|", *["| 国 | 国 |"] * 8])
    made = desk.lay(*sidebar(table), fit="{}", frames=FRAMES)
    assert [one.cuts for one in fit_of(made).overfull] == [()]
    assert "shorten this sidebar" in finding(made, "T001").rule.help.en


@pytest.mark.parametrize(
    ("copy", "deck", "frame", "code"),
    [
        (sidebar("国" * 118 + "。"), "提要", "side", "T001"),
        (("国。",), "国" * 80, "deck", "T002"),
    ],
)
def test_no_story_is_said_to_fit_with_text_that_does_not(
    desk: Desk, copy: tuple[str, ...], deck: str, frame: str, code: str
) -> None:
    assert codes(desk.lay(*copy, fit="{}", frames=FRAMES, head=f"deck: {deck}")) == [code]
    folder = str(desk.press.folder)
    table = CliRunner().invoke(app, ["fit", folder, "--lang", "en"])
    assert table.output.count(code) == 1
    assert f"`{frame}` overset" in table.output
    assert "free" not in table.output
    (record,) = json.loads(CliRunner().invoke(app, ["fit", folder, "--json"]).stdout)
    (overset,) = record["overset"]
    assert (overset["frame"], bool(overset["cuts"])) == (frame, frame == "side")
    CliRunner().invoke(app, ["plan", folder])
    plan = (desk.press.folder / "out" / "issue-plan.html").read_text(encoding="utf-8")
    assert f"框“{frame}”放不下" in plan
    assert "，排得下" not in plan
