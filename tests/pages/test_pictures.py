"""Pictures: cropped around their focus, shown whole, over the spine, missing and left over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.build import Build
from koubei_pdf.cli.render import job
from koubei_pdf.model.art import Drawing, Raster
from koubei_pdf.model.book import PlacedPicture
from koubei_pdf.model.content import Picture
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import WHITE, Cmyk
from koubei_pdf.output import write_pdf
from koubei_pdf.pages.fillers.picture import cropped, fitted

from .press import Press, book_of, codes, finding, items, lines

BODY = "  body: {kind: body, page: 2, box: [0, 16, 24, 20]}"

SIDES = st.floats(1, 1000)
SHARES = st.floats(0, 1)


def picture(width: float, height: float, focus: tuple[float, float] = (0.5, 0.5)) -> Picture:
    return Picture("p", Drawing(width, height, ()), Span("p.svg"), focus=focus)


@given(width=SIDES, height=SIDES, frame_width=SIDES, frame_height=SIDES, x=SHARES, y=SHARES)
def test_a_crop_covers_its_frame_and_keeps_its_focus(
    width: float, height: float, frame_width: float, frame_height: float, x: float, y: float
) -> None:
    frame = Rect(7, 11, 7 + frame_width, 11 + frame_height)
    art = cropped(picture(width, height, (x, y)), frame)
    slack = 1e-6 * max(art.width, art.height)
    # It covers the frame, keeps its proportion and is no larger than it must be.
    assert art.x0 <= frame.x0 + slack
    assert art.y0 <= frame.y0 + slack
    assert art.x1 >= frame.x1 - slack
    assert art.y1 >= frame.y1 - slack
    assert art.width / art.height == pytest.approx(width / height)
    assert min(art.width - frame.width, art.height - frame.height) == pytest.approx(0, abs=slack)
    # The focus is in the frame, and in its middle unless the art's edge is in the way.
    focus_x, focus_y = art.x0 + x * art.width, art.y0 + y * art.height
    assert frame.x0 - slack <= focus_x <= frame.x1 + slack
    assert frame.y0 - slack <= focus_y <= frame.y1 + slack
    for point, low, high, start, end in (
        (focus_x, frame.x0, frame.x1, art.x0, art.x1),
        (focus_y, frame.y0, frame.y1, art.y0, art.y1),
    ):
        centred = abs(point - (low + high) / 2) <= slack
        at_edge = abs(start - low) <= slack or abs(end - high) <= slack
        assert centred or at_edge


@given(width=SIDES, height=SIDES, frame_width=SIDES, frame_height=SIDES)
def test_a_whole_picture_is_as_large_as_its_frame_allows(
    width: float, height: float, frame_width: float, frame_height: float
) -> None:
    frame = Rect(7, 11, 7 + frame_width, 11 + frame_height)
    art = fitted(picture(width, height), frame)
    slack = 1e-6 * max(frame.width, frame.height)
    assert frame.x0 - slack <= art.x0 <= art.x1 <= frame.x1 + slack
    assert frame.y0 - slack <= art.y0 <= art.y1 <= frame.y1 + slack
    assert art.width / art.height == pytest.approx(width / height)
    assert min(frame.width - art.width, frame.height - art.height) == pytest.approx(0, abs=slack)
    assert art.y1 == pytest.approx(frame.y1)


def placed(press: Press, options: str, head: str, page: int = 2) -> PlacedPicture:
    """The picture in a frame of 100 × 100 pt at the head of the page."""
    made = press.spread(
        f"  picture: {{kind: picture, page: {page - 1}, box: [0, 0, 10, 7]{options}}}\n{BODY}",
        head=head,
    )
    (item,) = items(book_of(made), page, "picture")
    assert isinstance(item, PlacedPicture)
    return item


@pytest.mark.parametrize(
    ("focus", "left"),
    [("", -10), (", focus: [0, 0.5]", 40), (", focus: [1, 0.5]", -60), (", focus: [0.4, 0]", 10)],
)  # fmt: skip
def test_the_focus_of_the_article_decides(press: Press, focus: str, left: float) -> None:
    press.drawing("articles/p.svg", 200, 100)
    item = placed(press, "", f"pictures: [{{file: p.svg, alt: 国{focus}}}]")
    assert item.clip == Rect(40, 40, 140, 140)
    assert item.rect == Rect(left, 40, left + 200, 140)
    assert item.alt == "国"


def test_a_whole_picture_stands_on_the_foot_of_its_frame(press: Press) -> None:
    press.drawing("articles/p.svg", 200, 100)
    item = placed(press, ", fit: whole", "pictures: [{file: p.svg}]")
    assert item.rect == item.clip == Rect(40, 90, 140, 140)


@pytest.mark.parametrize(
    ("name", "mode", "found"),
    [
        ("p.jpg", "L", "L"),
        ("p.png", "RGB", "RGB"),
        ("p.tif", "CMYK", "CMYK"),
        ("p.jpg", "CMYK", "CMYK"),
    ],
)  # fmt: skip
def test_rasters_of_all_formats_are_placed(press: Press, name: str, mode: str, found: str) -> None:
    press.raster(f"articles/{name}", 600, 300, mode)
    made = press.spread(
        f"  picture: {{kind: picture, page: 1, box: [0, 0, 10, 7]}}\n{BODY}",
        head=f"pictures: [{{file: {name}}}]",
    )
    book = book_of(made)
    (item,) = items(book, 2, "picture")
    assert isinstance(item, PlacedPicture)
    assert isinstance(item.art, Raster)
    assert (item.art.width, item.art.height, item.art.mode) == (600, 300, found)
    assert made.shelf is not None
    assert made.issue is not None
    assert b"".join(write_pdf(book, made.shelf, job(made.issue))).startswith(b"%PDF")


def printed(press: Press, size: tuple[int, int], box: str, head: str = "") -> Build:
    """A raster of that size in a frame of the spread, where print needs 225 ppi."""
    press.own_press(least_ppi="225")
    press.raster("articles/p.png", *size)
    return press.spread(
        f"  picture: {{kind: picture, page: 1, {box}}}\n{BODY}",
        head=f"pictures: [{{file: p.png{head}}}]",
    )


@pytest.mark.parametrize(
    ("size", "box", "facts"),
    [
        # 100 × 100 pt need 312.5 px.
        ((313, 313), "box: [0, 0, 10, 7]", {}),
        ((312, 312), "box: [0, 0, 10, 7]", {}),
        (
            (156, 156),
            "box: [0, 0, 10, 7]",
            {"have": "112", "need": "225", "width": "313", "height": "313", "most": "17"},
        ),
        # Cropped: half of the width is seen, so that it is the height that counts.
        ((626, 313), "box: [0, 0, 10, 7]", {}),
        ((313, 626), "box: [0, 0, 10, 7]", {}),
        ((312, 156), "box: [0, 0, 10, 7]", {"have": "112", "width": "625", "height": "313"}),
        # Shown whole: 50 pt high in the frame of 100 pt.
        ((313, 156), "box: [0, 0, 10, 7], fit: whole", {}),
        # Over the spine: 620 × 100 pt.
        ((868, 140), "box: [bleed, 0, bleed, 7], across: true", {"have": "101", "width": "1938"}),
    ],
)
def test_a_raster_too_coarse_for_its_place_is_pointed_out(
    press: Press, size: tuple[int, int], box: str, facts: dict[str, str]
) -> None:
    made = printed(press, size, box)
    assert codes(made) == (["T021"] if facts else [])
    if facts:
        fault = finding(made, "T021")
        assert not fault.is_error
        assert (fault.span.file, fault.span.line) == ("articles/a.md", 4)
        assert facts.items() <= fault.facts.items()
        assert (fault.facts["layout"], fault.facts["page"]) == ("story", "2")


def test_a_strip_in_a_frame_of_another_shape_is_told_so(press: Press) -> None:
    """All of a strip at 225 ppi would take 31,300 px: what helps is a picture of another shape."""
    fault = finding(printed(press, (1000, 10), "box: [0, 0, 10, 7]"), "T021")
    said = {lang: fault.rule.help.text(lang, fault.facts) for lang in ("zh", "en")}
    assert "的一小部分：换一张和图框形状相近的图，至少 313 × 313 像素" in said["zh"]
    assert "small part of it" in said["en"]
    assert "of 313 × 313 px at least" in said["en"]


def test_resolution_is_the_presss_matter(press: Press) -> None:
    press.own_press(least_ppi="36")
    press.raster("articles/p.png", 60, 60)
    made = press.spread(
        f"  picture: {{kind: picture, page: 1, box: [0, 0, 10, 7]}}\n{BODY}",
        head="pictures: [{file: p.png}]",
    )
    assert codes(made) == []


def test_a_caption_hangs_below_its_picture(press: Press) -> None:
    press.drawing("articles/p.svg", 200, 100)
    made = press.spread(
        "  picture: {kind: picture, page: 1, box: [0, 0, 10, 7]}\n"
        '  caption: {kind: text, page: 1, box: [0, picture+0.5, 10, 12], text: "{pictures.1}",'
        f" style: small}}\n{BODY}",
        head="pictures: [{file: p.svg, caption: 图说}]",
    )
    ((x, y, text),) = lines(book_of(made), 2, "caption")
    assert (x, y, text) == (40, pytest.approx(40 + 7.5 * 15 + 4.4), "图说")


def test_a_missing_picture_is_reported_unless_the_frame_is_optional(press: Press) -> None:
    frame = "  picture: {kind: picture, page: 1, box: [0, 0, 10, 7], picture: 2OPTION}\n" + BODY
    press.drawing("articles/p.svg", 200, 100)
    head = "pictures: [{file: p.svg}]"
    first = "  first: {kind: picture, page: 2, box: [0, 0, 10, 7]}\n"
    fault = finding(press.spread(first + frame.replace("OPTION", ""), head=head), "T007")
    assert fault.is_error
    assert (fault.facts["number"], fault.facts["have"]) == ("2", "1")
    assert fault.facts["layout"] == "story"
    assert fault.span.file == "issue.yaml"
    made = press.spread(first + frame.replace("OPTION", ", optional: true"), head=head)
    assert codes(made) == []


def test_an_unused_picture_is_a_warning(press: Press) -> None:
    press.drawing("articles/p.svg", 200, 100)
    press.drawing("articles/q.svg", 100, 100)
    made = press.spread(
        f"  picture: {{kind: picture, page: 1, box: [0, 0, 10, 7]}}\n{BODY}",
        head="pictures: [{file: p.svg}, {file: q.svg}]",
    )
    fault = finding(made, "T010")
    assert codes(made) == ["T010"]
    assert not fault.is_error
    assert fault.facts["part"] == "picture 2"
    assert made.book is not None


def test_an_unused_picture_with_a_caption_is_one_error(press: Press) -> None:
    press.drawing("articles/p.svg", 200, 100)
    press.drawing("articles/q.svg", 100, 100)
    made = press.spread(
        f"  picture: {{kind: picture, page: 1, box: [0, 0, 10, 7]}}\n{BODY}",
        head="pictures: [{file: p.svg}, {file: q.svg, caption: 图说}]",
    )
    fault = finding(made, "T008")
    assert codes(made) == ["T008"]
    assert fault.is_error
    assert fault.facts["part"] == "picture 2"


def test_a_caption_that_no_frame_shows_is_reported(press: Press) -> None:
    press.drawing("articles/p.svg", 200, 100)
    made = press.spread(
        f"  picture: {{kind: picture, page: 1, box: [0, 0, 10, 7]}}\n{BODY}",
        head="pictures: [{file: p.svg, caption: 图说}]",
    )
    fault = finding(made, "T008")
    assert fault.facts["part"] == "pictures.1"
    assert fault.span.file == "articles/a.md"
    told = fault.rule.message.text("en", fault.facts), fault.rule.help.text("zh", fault.facts)
    assert "no frame for the caption of picture 1" in told[0]
    assert 'text: "{pictures.1}"' in told[1]


def test_a_picture_of_the_slot_follows_the_articles(press: Press) -> None:
    press.drawing("articles/p.svg", 200, 100)
    press.layout(
        "cover",
        "pages: 1\nmaster: none\nframes:\n  p: {kind: picture, box: [bleed, bleed, bleed, bleed]}",
    )
    book = book_of(
        press.plan(
            "pages: 1, layout: cover, pictures: [{file: articles/p.svg, alt: 国}]",
            "pages: 2, layout: blank",
        )
    )
    (item,) = items(book, 1, "p")
    assert isinstance(item, PlacedPicture)
    assert item.clip == Rect(-10, -10, 310, 410)


def test_one_file_placed_twice_is_one_picture(press: Press) -> None:
    press.drawing("articles/p.svg", 200, 100)
    made = press.spread(
        "  one: {kind: picture, page: 1, box: [0, 0, 10, 7], picture: 1}\n"
        f"  two: {{kind: picture, page: 1, box: [0, 8, 10, 15], picture: 2}}\n{BODY}",
        head="pictures: [{file: p.svg}, {file: p.svg}]",
    )
    book = book_of(made)
    keys = {
        item.key for page in book.pages for item in page.items if isinstance(item, PlacedPicture)
    }
    assert len(keys) == 1


BAR = "  bar: {kind: fill, page: 1, box: [0, 0, 12, 9], colour: blue}\n"
HALF = "  half: {kind: fill, page: 1, box: [0, 0, 5, 9], colour: red}\n"


@pytest.mark.parametrize(
    ("below", "ground", "found"),
    [
        ("", WHITE, []),
        (BAR, Cmyk(100, 50, 0, 0), []),
        (HALF, WHITE, ["T061"]),
        (BAR + HALF, Cmyk(100, 50, 0, 0), ["T061"]),
        (HALF + BAR, Cmyk(100, 50, 0, 0), []),
    ],
)
def test_a_transparent_picture_takes_what_lies_below(
    press: Press, below: str, ground: Cmyk, found: list[str]
) -> None:
    press.raster("articles/p.png", 600, 300, "RGBA")
    made = press.spread(
        f"{below}  picture: {{kind: picture, page: 1, box: [0, 0, 10, 7]}}\n{BODY}",
        head="pictures: [{file: p.png}]",
    )
    assert made.book is not None
    (item,) = items(made.book, 2, "picture")
    assert isinstance(item, PlacedPicture)
    assert item.ground == ground
    assert codes(made) == found


def test_pages_keep_what_the_layout_went_by(press: Press) -> None:
    """Frames with their names, the grid, and which items pages share; a frame over the gutter
    stands on both pages.
    """
    press.drawing("articles/p.svg", 200, 100)
    made = press.spread(
        f"  picture: {{kind: picture, page: 1, box: [20, 0, 4, 7], across: true}}\n{BODY}",
        head="pictures: [{file: p.svg}]",
    )
    left, right = book_of(made).pages[1:3]
    assert left.guides
    assert right.guides
    assert (left.guides.em, left.guides.row) == (10, 15)
    assert left.guides.type_area == Rect(40, 40, 280, 340)
    assert right.guides.type_area == Rect(20, 40, 260, 340)
    frames = [
        {frame.name: frame.rect for frame in page.guides.frames if frame.name == "picture"}
        for page in (left, right)
    ]
    assert frames[0]["picture"].moved(-300) == frames[1]["picture"]
