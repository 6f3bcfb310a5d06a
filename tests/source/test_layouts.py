"""Layouts: inheritance, mirroring, boxes, styles and typed options."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from koubei_pdf.model.content import Issue, Run
from koubei_pdf.model.diagnostics import Diagnostic
from koubei_pdf.model.geometry import mm
from koubei_pdf.model.schema import Schema
from koubei_pdf.model.style import Cmyk, Colour, ColourName, Edge, Frame, Layout

from ..reading import read_whole

Read = Callable[[str], tuple[Layout | None, list[Diagnostic]]]


@pytest.fixture
def read(good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any) -> Read:
    """Reads a layout of two pages that stands in the place of the good issue's `story`."""

    def read_layout(text: str) -> tuple[Layout | None, list[Diagnostic]]:
        layouts = good_issue / "layouts"
        (layouts / "story.yaml").rename(layouts / "base.yaml")
        (layouts / "story.yaml").write_text(text, encoding="utf-8")
        manifest = good_issue / "issue.yaml"
        issue, diagnostics = read_whole(manifest, tiny_kinds, every_picture)
        return (issue.layouts["story"] if issue else None), diagnostics

    return read_layout


@pytest.fixture
def issue(good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any) -> Issue:
    found, _ = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert found is not None
    return found


def frames_of(layout: Layout | None) -> dict[str, Frame]:
    assert layout is not None
    return {frame.name: frame for frame in layout.frames}


def test_house(issue: Issue) -> None:
    house = issue.house
    assert house.boxes.width == pytest.approx(mm(210))
    assert (house.grid.em, house.grid.columns) == (10, 46)
    assert house.colours["blue"] == Colour(Cmyk(100, 72, 0, 18), "#16498b")
    assert {"black", "white"} < house.colours.keys()
    assert house.fonts["song"].latin == ("NotoSerifSC-Regular.ttf",)
    assert house.styles["body"].size == 10.5
    title = house.styles["title"]
    assert (title.font, title.size, title.indent) == ("hei", 34, 0)
    assert title.colour == ColourName("section")
    assert house.masters["story"][0].on == "recto"


def test_frames(issue: Issue) -> None:
    layout = issue.layouts["story"]
    assert layout.masters == ("story", "story")
    assert issue.layouts["cover"].masters == (None,)
    frames = frames_of(layout)
    assert list(frames) == ["picture", "title", "body"]
    picture = frames["picture"].box
    assert picture.left == Edge("bleed")
    assert picture.bottom == Edge("trim", mm(8))
    assert picture.across
    assert frames["body"].box.top == Edge("frame", 1, "title")
    assert frames["body"].options == {"columns": 2, "style": "body"}
    text = frames["title"].options["text"]
    assert isinstance(text, Run)
    assert (text.text, text.span.line, text.span.column) == ("{title}", 4, 60)


def test_extending(read: Read) -> None:
    layout, diagnostics = read(
        "extends: base\n"
        "styles:\n  body: {indent: 1}\n  small: {like: body, size: 8pt}\n"
        "frames:\n  picture:\n  title: {style: small, box: [16, 2, 46, 8]}\n"
        "  note: {kind: text, box: [0, 0, 9, title-1.5], text: 注, style: small}\n"
    )
    assert diagnostics == []
    frames = frames_of(layout)
    assert list(frames) == ["title", "body", "note"]
    assert frames["title"].page == 2
    assert frames["title"].options["style"] == "small"
    assert frames["title"].box.top == Edge("grid", 2)
    assert frames["note"].box.bottom == Edge("frame", -1.5, "title")
    assert layout is not None
    assert layout.styles["body"].indent == 1
    assert layout.styles["body"].size == 10.5
    assert layout.styles["small"].indent == 1
    assert layout.styles["small"].span.file == "layouts/story.yaml"
    assert layout.styles["title"].span.file == "layouts/house.yaml"


def test_mirroring(read: Read) -> None:
    layout, diagnostics = read(
        "extends: base\nmirror: true\nmasters: [none, story]\nframes:\n"
        "  title: {align: left}\n"
        "  note: {kind: text, box: [spine, 0, trim-8mm, 9], text: 注, style: body}\n"
    )
    assert diagnostics == []
    assert layout is not None
    assert layout.masters == ("story", None)
    frames = frames_of(layout)
    assert frames["title"].page == 1
    assert (frames["title"].box.left, frames["title"].box.right) == (
        Edge("grid", 0),
        Edge("grid", 30),
    )
    assert frames["title"].options["align"] == "right"
    across = frames["picture"]
    assert across.page == 1
    assert (across.box.left, across.box.right) == (Edge("grid", 34), Edge("bleed"))
    note = frames["note"]
    assert note.page == 2
    assert (note.box.left, note.box.right) == (Edge("trim", mm(8)), Edge("spine"))


def test_options_by_type(read: Read) -> None:
    layout, diagnostics = read(
        "pages: 2\nframes:\n"
        "  a: {kind: body, box: [0, 0, 9, 9], balance: true, gap: 1.5, weight: 小五, after: b,"
        " styles: [body, title]}\n"
        "  b: {kind: text, box: [0, 9, 9, 12], text: '  甲', style: body, colour: blue 25}\n"
        "  c: {kind: body, box: [0, 9, 9, 12], styles: body}\n"
    )
    assert diagnostics == []
    frames = frames_of(layout)
    assert frames["a"].options == {
        "balance": True,
        "gap": 1.5,
        "weight": 9.0,
        "after": "b",
        "styles": ("body", "title"),
    }
    assert frames["b"].options["colour"] == ColourName("blue", 25)
    assert frames["c"].options["styles"] == ("body",)


FRAME = "pages: 2\nframes:\n  a: {{kind: text, text: x, style: body, box: {box}}}\n"


@pytest.mark.parametrize(
    ("box", "code"),
    [
        ("[0, 0, 9]", "M052"),
        ("[0, 0, 0, 9]", "L014"),
        ("[0, 9, 9, 9]", "L014"),
        ("[0, spine, 9, 9]", "L013"),
        ("[0, 0, a, 9]", "L013"),
        ("[0, 0, 9, trim-x]", "L013"),
        ("[0, 0, 9, b]", "L015"),
        ("[0, 0, 9, a]", "L016"),
        ("[0, 0, [9], 9]", "M045"),
        ("[0, 0, , 9]", "M027"),
        ("[0, 0, 9 9", "M024"),
        ("9", "M044"),
    ],
)
def test_boxes_that_make_no_sense(read: Read, box: str, code: str) -> None:
    layout, diagnostics = read(FRAME.format(box=box))
    assert layout is None
    assert [diagnostic.rule.code for diagnostic in diagnostics] == [code]


def test_a_box_across_may_end_left_of_its_start(read: Read) -> None:
    layout, diagnostics = read(
        "pages: 2\nframes:\n  a: {kind: picture, box: [30, 0, 12, 9], across: true}\n"
    )
    assert diagnostics == []
    assert frames_of(layout)["a"].box.right == Edge("grid", 12)


def test_a_fault_of_a_shared_style_is_one_fault(
    good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any
) -> None:
    for name in ("cover", "story"):
        path = good_issue / "layouts" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text + "styles: {own: {like: body}}\n", encoding="utf-8")
    house = good_issue / "layouts" / "house.yaml"
    house.write_text(house.read_text(encoding="utf-8").replace("五号", "伍号"), encoding="utf-8")
    issue, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert issue is None
    assert [diagnostic.rule.code for diagnostic in diagnostics] == ["M049"]


@pytest.mark.parametrize(
    ("gap", "found"),
    [
        ("[0.1, 0.25, 0.5]", []),
        ("[0.1, 0.1, 0.1]", []),
        ("[0.5, 0.1, 0.25]", ["L023"]),
        ("[0.5, 0.25, x]", ["M046"]),
        ("[0.25]", ["M052"]),
        ("[0.1, 0.5]", ["M052"]),
        ("[0.1, 0.2, 0.3, 0.4]", ["M052"]),
        ("[]", ["M052"]),
        ("[0.1, 0.2, 2]", ["M051"]),
        ("[0.1, 0.2, x]", ["M046"]),
        ("0.25", ["M044"]),
    ],
)
def test_gaps_are_three_numbers(
    gap: str,
    found: list[str],
    good_issue: Path,
    tiny_kinds: Mapping[str, Schema],
    every_picture: Any,
) -> None:
    house = good_issue / "layouts" / "house.yaml"
    house.write_text(f"{house.read_text('utf-8')}typography: {{gap: {gap}}}\n", encoding="utf-8")
    issue, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert [diagnostic.rule.code for diagnostic in diagnostics] == found
    if issue:
        rules = issue.house.rules
        assert f"[{rules.gap_least:g}, {rules.gap:g}, {rules.gap_most:g}]" == gap
