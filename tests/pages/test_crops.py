"""Crops about a focal point that never cut into the focal box, and keep it clear of the spine."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf import shipped
from koubei_pdf.model.art import Drawing
from koubei_pdf.model.book import PlacedPicture
from koubei_pdf.model.content import Picture
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.geometry import Rect
from koubei_pdf.pages.crops import cropped

from .press import ISSUE, Press, book_of, codes, finding, items

FRACTION = st.floats(0, 1)
BODY = "  body: {kind: body, page: 2, box: [0, 12, 24, 20]}"


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    xs = sorted((draw(st.floats(0, 0.9)), draw(st.floats(0.01, 1))))
    ys = sorted((draw(st.floats(0, 0.9)), draw(st.floats(0.01, 1))))
    box = (xs[0], ys[0], max(xs[1], xs[0] + 0.01), max(ys[1], ys[0] + 0.01))
    art = Drawing(draw(st.floats(50, 400)), draw(st.floats(50, 400)), ())
    focus = (draw(FRACTION), draw(FRACTION))
    return Picture("p", art, Span("a.md"), focus=focus, focus_box=box)


def mapped(picture: Picture, art: Rect) -> Rect:
    assert picture.focus_box is not None
    x0, y0, x1, y1 = picture.focus_box
    return Rect(
        art.x0 + x0 * art.width,
        art.y0 + y0 * art.height,
        art.x0 + x1 * art.width,
        art.y0 + y1 * art.height,
    )


@given(picture=pictures(), width=st.floats(50, 500), height=st.floats(50, 500))
def test_no_crop_cuts_into_the_focal_box_that_fits(
    picture: Picture, width: float, height: float
) -> None:
    frame = Rect(10, 20, 10 + width, 20 + height)
    art = cropped(picture, frame)
    assert art.covers(frame)
    box = mapped(picture, art)
    if box.width <= width and box.height <= height:
        assert frame.covers(box)


@given(picture=pictures(), fold=st.floats(100, 300), clearance=st.floats(0.1, 40))
def test_the_focal_box_keeps_clear_of_the_spine_where_it_can(
    picture: Picture, fold: float, clearance: float
) -> None:
    frame = Rect(0, 0, 400, 120)
    spine = (fold - clearance, fold + clearance)
    art, plain = cropped(picture, frame, spine), cropped(picture, frame)
    assert art.covers(frame)
    box = mapped(picture, art)
    if frame.covers(mapped(picture, plain)):
        assert frame.covers(box)
    # What the slack of the crop allows at either side.
    lowest = box.x0 - (art.x1 - frame.x1)
    highest = box.x0 + (frame.x0 - art.x0)
    lowest, highest = max(lowest, frame.x0), min(highest, frame.x1 - box.width)
    could = lowest + box.width < spine[0] - 0.01 or highest > spine[1] + 0.01
    if could and lowest <= highest:
        assert box.x1 <= spine[0] + 0.01 or box.x0 >= spine[1] - 0.01


@pytest.mark.parametrize(
    ("focus", "left"),
    [
        ("focus_box: [0, 0, 0.2, 1]", 40),
        ("focus_box: [0.3, 0, 0.5, 1]", 10),
        ("focus_box: [0.3, 0, 0.8, 1]", -20),
        ("focus_box: [0.3, 0, 0.8, 1], focus: [0.3, 0.5]", -20),
        ("focus_box: [0.3, 0, 0.5, 1], focus: [0.1, 0.5]", 40),
    ],
)
def test_focus_and_focal_box_decide(press: Press, focus: str, left: float) -> None:
    """A picture of 200 × 100 pt in a frame of 100 × 100."""
    press.drawing("articles/p.svg", 200, 100)
    made = press.spread(
        f"  picture: {{kind: picture, page: 1, box: [0, 0, 10, 7]}}\n{BODY}",
        head=f"pictures: [{{file: p.svg, {focus}}}]",
    )
    (item,) = items(book_of(made), 2, "picture")
    assert isinstance(item, PlacedPicture)
    assert item.rect == Rect(left, 40, left + 200, 140)


def test_a_frame_that_must_cut_is_reported(press: Press) -> None:
    press.drawing("articles/p.svg", 200, 100)
    frame = f"  picture: {{kind: picture, page: 1, box: [0, 0, 10, 7]OPTION}}\n{BODY}"
    head = "pictures: [{file: p.svg, focus_box: [0.2, 0.1, 0.9, 0.8]}]"
    fault = finding(press.spread(frame.replace("OPTION", ""), head=head), "T080")
    assert fault.is_error
    assert (fault.facts["have"], fault.facts["need"]) == ("1.00", "2.00")
    assert codes(press.spread(frame.replace("OPTION", ", fit: whole"), head=head)) == []


@pytest.mark.parametrize(
    ("clearance", "binding", "found"),
    [
        ("", "saddle", []),
        (", spine_clearance: 10pt", "saddle", ["T081"]),
        ("", "perfect", ["T081"]),
    ],
)
def test_a_focal_box_at_the_spine_is_pointed_out(
    press: Press,
    monkeypatch: pytest.MonkeyPatch,
    clearance: str,
    binding: str,
    found: list[str],
) -> None:
    house = (press.folder / "layouts/house.yaml").read_text("utf-8")
    press.write("layouts/house.yaml", house.replace("bleed: 10pt}", f"bleed: 10pt{clearance}}}"))
    press.drawing("articles/p.svg", 620, 100)
    presses = shipped.folder("layouts") / "press"
    profile = (
        (presses / "sheetfed.yaml")
        .read_text("utf-8")
        .replace("binding: saddle", f"binding: {binding}")
    )
    press.write("layouts/press/own.yaml", profile)
    shutil.copy(presses / "ISOcoated_v2_300_bas.icc", press.folder / "layouts/press")
    monkeypatch.setattr("tests.pages.press.ISSUE", f"{ISSUE}press: own\n")
    made = press.spread(
        "  picture: {kind: picture, page: 1, box: [bleed, 0, bleed, 7], across: true}\n" + BODY,
        head="pictures: [{file: p.svg, focus_box: [0.45, 0.1, 0.55, 0.9]}]",
    )
    assert codes(made) == found


def test_a_picture_across_the_gutter_meets_without_offset(press: Press) -> None:
    """And each half runs on into the bleed beyond the fold; at the edges it reaches the bleed."""
    press.drawing("articles/p.svg", 620, 420)
    frames = (
        "  picture: {kind: picture, page: 1, box: [bleed, bleed, bleed, 7], across: true}\n"
        '  title: {kind: text, box: [0, 9, 24, 11], text: "{title}", style: title}\n'
    )
    book = book_of(press.spread(frames + BODY, head="pictures: [{file: p.svg}]"))
    (left,), (right,) = (items(book, page, "picture") for page in (2, 3))
    assert isinstance(left, PlacedPicture)
    assert isinstance(right, PlacedPicture)
    assert left.rect.moved(-300) == right.rect
    assert left.clip == Rect(-10, -10, 310, 140)
    assert right.clip == Rect(-10, -10, 310, 140)
