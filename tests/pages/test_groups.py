"""Groups of pictures: all edges align, all are cropped alike, captions are numbered."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.model.book import GlyphRun, PlacedPicture
from koubei_pdf.model.geometry import PT_PER_MM, Rect
from koubei_pdf.pages.groups import arranged

from .press import Press, book_of, codes, finding, items

PROPORTIONS = st.lists(st.floats(0.3, 3.5), min_size=1, max_size=5)


@given(
    proportions=PROPORTIONS,
    width=st.floats(150, 900),
    height=st.floats(150, 900),
    gap=st.floats(0, 14),
)
def test_all_edges_align(proportions: list[float], width: float, height: float, gap: float) -> None:
    frame = Rect(40.0, 100.0, 40.0 + width, 100.0 + height)
    cells = arranged(proportions, frame, gap)
    assert len(cells) == len(proportions)
    for cell in cells:
        assert frame.covers(cell)
        assert min(cell.width, cell.height) > 0
        # Each edge is one of the frame's, or a gap away from another picture.
        others = [other for other in cells if other != cell]
        assert _near(cell.x0, [frame.x0, *(other.x1 + gap for other in others)])
        assert _near(cell.x1, [frame.x1, *(other.x0 - gap for other in others)])
        assert _near(cell.y0, [frame.y0, *(other.y1 + gap for other in others)])
        assert _near(cell.y1, [frame.y1, *(other.y0 - gap for other in others)])
    assert all(not one.intersection(other) for one, other in combinations(cells, 2))
    # All are cropped by the same share.
    shares = [
        cell.width / cell.height / proportion
        for cell, proportion in zip(cells, proportions, strict=True)
    ]
    assert shares == pytest.approx([shares[0]] * len(shares))
    assert cells == arranged(proportions, frame, gap)


def _near(value: float, others: list[float]) -> bool:
    return any(abs(value - other) < 0.005 for other in others)


def test_pictures_that_fit_are_not_cropped() -> None:
    """An upright one beside two wide ones, which are as high together."""
    cells = arranged([0.75, 2, 2], Rect(0, 0, 300 + 10 + 390, 400), 10)
    edges = [(round(c.x0), round(c.y0), round(c.x1), round(c.y1)) for c in cells]
    assert edges == [(0, 0, 300, 400), (310, 0, 700, 195), (310, 205, 700, 400)]


def test_a_row_of_upright_ones_in_a_wide_frame() -> None:
    cells = arranged([0.75, 0.75, 0.75], Rect(0, 0, 245, 100), 10)
    assert cells == [Rect(x, 0, x + 75, 100) for x in (0.0, 85.0, 170.0)]


# ---------------------------------------------------------------------------- as a kind of frame

GROUP = (
    "  group: {kind: pictures, page: 1, box: [0, 0, 24, 12], gap: 1OPTIONS}\n"
    "  body: {kind: body, page: 2, box: [0, 0, 24, 20]}"
)


def head(press: Press, count: int, caption: bool = True) -> str:
    for number in range(count):
        press.drawing(f"articles/p{number}.svg", 200 + 40 * number, 150)
    words = [f", caption: 图{number}" if caption else "" for number in range(count)]
    listed = ", ".join(f"{{file: p{n}.svg{words[n]}}}" for n in range(count))
    return f"pictures: [{listed}]"


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_a_group_fills_its_frame(press: Press, count: int) -> None:
    frames = GROUP.replace("OPTIONS", "")
    book = book_of(press.spread(frames, head=head(press, count, caption=False)))
    found = [item for item in items(book, 2, "group") if isinstance(item, PlacedPicture)]
    assert [item.key for item in found] == [f"articles/p{n}.svg" for n in range(count)]
    for item in found:
        assert item.rect.covers(item.clip)
    frame = Rect(40, 40, 280, 40 + 12 * 15 - 5)
    clips = [item.clip for item in found]
    assert min(clip.x0 for clip in clips) == pytest.approx(frame.x0)
    assert max(clip.x1 for clip in clips) == pytest.approx(frame.x1)
    assert max(clip.y1 for clip in clips) == pytest.approx(frame.y1)


def test_captions_are_numbered_on_the_frames_foot(press: Press) -> None:
    frames = GROUP.replace("OPTIONS", ", caption_style: small")
    book = book_of(press.spread(frames, head=head(press, 3)))
    texts = [item for item in items(book, 2, "group") if isinstance(item, GlyphRun)]
    assert "".join(item.text for item in texts) == "1 图0\u30002 图1\u30003 图2"
    pictures = [item for item in items(book, 2, "group") if isinstance(item, PlacedPicture)]
    foot = max(item.clip.y1 for item in pictures)
    assert foot == pytest.approx(40 + 12 * 15 - 5 - 5 - 7.5)


def test_captions_without_a_style_have_no_place(press: Press) -> None:
    made = press.spread(GROUP.replace("OPTIONS", ""), head=head(press, 2))
    assert codes(made) == ["T008", "T008"]


def test_one_caption_has_no_number(press: Press) -> None:
    frames = GROUP.replace("OPTIONS", ", caption_style: small")
    book = book_of(press.spread(frames, head=head(press, 1)))
    texts = [item for item in items(book, 2, "group") if isinstance(item, GlyphRun)]
    assert "".join(item.text for item in texts) == "图0"


def test_a_group_of_too_few_is_reported_unless_optional(press: Press) -> None:
    frames = GROUP.replace("OPTIONS", ", count: 3")
    fault = finding(press.spread(frames, head=head(press, 2, caption=False)), "T007")
    assert (fault.facts["number"], fault.facts["have"]) == ("3", "2")
    frames = GROUP.replace("OPTIONS", ", count: 3, optional: true")
    assert codes(press.spread(frames, head=head(press, 2, caption=False))) == []
    frames = GROUP.replace("OPTIONS", ", first: 4")
    fault = finding(press.spread(frames), "T007")
    assert (fault.facts["number"], fault.facts["have"]) == ("4", "0")


def test_more_than_five_are_left_for_other_frames(press: Press) -> None:
    frames = GROUP.replace("OPTIONS", "")
    made = press.spread(frames, head=head(press, 6, caption=False))
    assert codes(made) == ["T010"]


def test_a_group_without_room_is_reported(press: Press) -> None:
    frames = GROUP.replace("OPTIONS", "").replace("gap: 1", "gap: 20")
    made = press.spread(frames, head=head(press, 5, caption=False))
    assert codes(made) == ["T006"]
    fault = finding(made, "T006")
    # Four gaps of 200 pt, in twelve rows of 15 pt less the last one's blank.
    assert (fault.facts["gap"], fault.facts["need"]) == ("20", "282.2")
    assert fault.facts["height"] == f"{175 / PT_PER_MM:.1f}"
    assert "lessen `gap` (now {gap} 字)" in fault.rule.help.en
    assert "gap" in fault.rule.help.zh
