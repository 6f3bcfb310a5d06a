"""Sidebars, timelines, QR codes, staff and advertisements, and what is told of bad ones."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from koubei_pdf.build import Build, build
from koubei_pdf.model.book import Fill, PlacedPicture, Shape
from koubei_pdf.model.geometry import Rect, mm

from .press import TITLE, Press, book_of, codes, finding, items, lines
from .press import row_of as exact_row_of


def row_of(y: float) -> float:
    return round(exact_row_of(y), 6)


BODY = "  body: {kind: body, page: 2, box: [0, 12, 24, 20]}\n"
SIDEBAR = "国。\n\n::: sidebar\n## 题\n\n边边。\n\n边。\n:::"


def sidebar(
    press: Press, options: str = "", copy: str = SIDEBAR, box: str = "[0, 2, 12, 12]"
) -> Build:
    frame = f"  side: {{kind: sidebar, page: 2, box: {box}, style: flush{options}}}\n"
    return press.spread(f"{TITLE}\n{BODY}{frame}", copy=copy)


def fills(made: Build, page: int, role: str) -> list[Rect]:
    return [i.rect for i in items(book_of(made), page, role) if isinstance(i, Fill)]


def test_a_sidebar_has_a_title_and_its_copy_on_a_ground(press: Press) -> None:
    made = sidebar(press, ", ground: blue 10, rule: red, title: title")
    book = book_of(made)
    # Ground at row 2; 15 pt in from the side and a row down stands the title, two rows high.
    assert lines(book, 3, "heading") == [(35, 40 + 3 * 15 + 0.88 * 20, "题")]
    found = [(x, row_of(y), text) for x, y, text in lines(book, 3)]
    assert [one for one in found if "边" in one[2]] == [(35, 5, "边边。"), (35, 6, "边。")]
    ground, rule = fills(made, 3, "side")
    # The ground ends a row below the last line's em box.
    assert ground == Rect(20, 70, 140, 40 + 7 * 15 - 5 + 15)
    assert rule == Rect(20, 70, 140, 72)


def test_a_ground_may_fill_the_frame(press: Press) -> None:
    (ground,) = fills(sidebar(press, ", ground: blue, height: frame"), 3, "side")
    assert ground == Rect(20, 70, 140, 40 + 12 * 15 - 5)


def test_without_a_ground_copy_is_flush_with_the_frame(press: Press) -> None:
    book = book_of(sidebar(press))
    assert lines(book, 3, "heading")[0][0] == 20


def test_what_hangs_on_a_sidebar_hangs_on_its_ground(press: Press) -> None:
    frames = (
        "  side: {kind: sidebar, page: 2, box: [0, 2, 24, 12], style: flush, ground: blue}\n"
        "  below: {kind: text, page: 2, box: [0, side+1, 24, 14], text: 下, style: flush}\n"
        "  body: {kind: body, page: 2, box: [0, 15, 24, 20]}\n"
    )
    book = book_of(press.spread(frames, copy=SIDEBAR))
    # Title, two lines, a row above and below: rows 2 to 7; then one row.
    assert [row_of(y) for _, y, text in lines(book, 3, "below")] == [8]
    assert [text for _, _, text in lines(book, 3, "below")] == ["下"]


def test_a_sidebar_takes_no_paragraph_from_the_story(press: Press) -> None:
    book = book_of(sidebar(press, copy="甲。\n\n::: sidebar\n边。\n:::\n\n乙。"))
    assert [text for _, _, text in lines(book, 3) if "边" not in text] == ["甲。", "乙。"]


def test_a_frame_without_its_sidebar_stays_empty(press: Press) -> None:
    assert fills(sidebar(press, ", ground: blue, sidebar: 2", copy="国。"), 3, "side") == []


def test_a_sidebar_that_no_frame_shows_is_reported(press: Press) -> None:
    made = press.spread(BODY, copy=SIDEBAR)
    assert finding(made, "T008").facts["part"] == "sidebar 1"


def test_a_sidebar_that_does_not_fit_is_reported_with_its_amount(press: Press) -> None:
    made = sidebar(press, copy=f"国。\n\n::: sidebar\n{'边' * 60}。\n:::", box="[0, 2, 12, 4]")
    assert codes(made) == ["T001"]
    assert finding(made, "T001").facts["lines"] == "4"
    assert "sidebar" in finding(made, "T001").rule.help.en


def test_a_title_that_does_not_fit_its_sidebar_is_reported(press: Press) -> None:
    made = sidebar(press, ", title: title", copy=f"国。\n\n::: sidebar\n## {'题' * 40}\n:::")
    assert "T002" in codes(made)


def test_an_inset_that_leaves_a_sidebar_no_room_is_reported(press: Press) -> None:
    assert codes(sidebar(press, ", inset: 6")) == ["T006"]
    assert codes(sidebar(press, ", inset_rows: 5")) == ["T006"]


EVENTS = f"timeline: [{{date: 去年, text: {'事' * 18}}}, {{date: 今年, text: 事}}]"


def timeline(
    press: Press, options: str = "", head: str = EVENTS, box: str = "[0, 0, 24, 8]"
) -> Build:
    frame = (
        f"  events: {{kind: timeline, page: 1, box: {box}, date_style: flush, text_style: flush,"
        f" date_width: 4{options}}}\n"
    )
    return press.spread(frame + BODY, head=head)


def test_events_begin_on_rows_their_dates_beside_them(press: Press) -> None:
    found = [(x, row_of(y), text) for x, y, text in lines(book_of(timeline(press)), 2, "event")]
    # 4 字 for dates and a gutter of 2 before the events, which are 18 字 wide; a row between them.
    assert found == [(40, 0, "去年"), (100, 0, "事" * 18), (40, 2, "今年"), (100, 2, "事")]


def test_a_rule_runs_from_the_first_dot_to_the_last(press: Press) -> None:
    book = book_of(timeline(press, ", rule: blue, dot: red"))
    (rule,) = (i.rect for i in items(book, 2, "event-rule") if isinstance(i, Fill))
    (dots,) = (i for i in items(book, 2, "event-dot") if isinstance(i, Shape))
    assert (rule.x0 + rule.x1) / 2 == pytest.approx(40 + 50)
    assert (rule.y0, rule.y1) == pytest.approx((45, 75))
    assert dots.outline.ops == "mcccch" * 2
    assert dots.outline.coords[0] == pytest.approx(90 + 2.5)


def test_frames_share_events_out(press: Press) -> None:
    assert finding(timeline(press, ", count: 1"), "T008").facts["part"] == "event 2"
    assert finding(timeline(press, ", first: 2"), "T008").facts["part"] == "event 1"


def test_a_timeline_that_does_not_fit_is_reported(press: Press) -> None:
    assert codes(timeline(press, box="[0, 0, 24, 2]")) == ["T002"]
    assert codes(timeline(press, box="[0, 0, 6, 8]")) == ["T018"]


def test_an_article_may_be_a_timeline_alone(press: Press) -> None:
    frame = (
        "  events: {kind: timeline, page: 1, box: [0, 0, 24, 8], date_style: flush,"
        " text_style: flush}"
    )
    book_of(press.spread(f"{TITLE}\n{frame}", copy="", head=EVENTS))


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("timeline: 去年", "M044"),
        ("timeline: [{date: 去年}]", "M041"),
        ("timeline: [{date: 去年, text: }]", "M042"),
        ("timeline: [{date: 去年, text: 事, place: 里}]", "M040"),
    ],
)
def test_malformed_events_are_reported(press: Press, head: str, code: str) -> None:
    assert code in codes(timeline(press, head=head))


def qr(
    press: Press, box: str = "[0, 2, 10, 9]", options: str = "", link: str = "HTTP://A.CN"
) -> Build:
    frame = f'  qr: {{kind: qr, page: 1, box: {box}, text: "{{link}}"{options}}}\n'
    return press.spread(frame + BODY, head=f"link: {link}" if link else "")


def code_of(made: Build) -> PlacedPicture:
    (found,) = (i for i in items(book_of(made), 2, "qr") if isinstance(i, PlacedPicture))
    return found


def test_a_code_is_a_square_in_its_box(press: Press) -> None:
    # Seven rows less their foot's blank are 100 pt, as is the width.
    assert code_of(qr(press)).rect == Rect(40, 70, 140, 170)
    wide = "[0, 2, 16, 9]"
    assert code_of(qr(press, wide)).rect.x0 == 40
    assert code_of(qr(press, wide, ", align: center")).rect.x0 == 70
    assert code_of(qr(press, wide, ", align: right")).rect.x0 == 100
    assert code_of(qr(press, "[0, 2, 5, 9]", ", valign: bottom")).rect.y0 == 120


def test_a_code_says_what_it_holds_to_those_who_cannot_see_it(press: Press) -> None:
    assert code_of(qr(press)).alt == "HTTP://A.CN"
    assert code_of(qr(press, options=", alt: 录音")).alt == "录音"


def test_without_an_address_there_is_no_code(press: Press) -> None:
    assert items(book_of(qr(press, link="")), 2, "qr") == []


def test_an_address_that_nothing_shows_is_reported(press: Press) -> None:
    assert finding(press.spread(BODY, head="link: HTTP://A.CN"), "T008").facts["part"] == "link"


def test_text_in_the_quiet_zone_is_reported(press: Press) -> None:
    """Four modules of 100 / 21 pt: 19 pt around the box."""
    for left, expected in ((11, ["T003"]), (12, [])):
        frame = (
            '  qr: {kind: qr, page: 1, box: [0, 2, 10, 9], text: "{link}"}\n'
            f"  near: {{kind: text, page: 1, box: [{left}, 2, 24, 9], text: 字, style: flush}}\n"
        )
        assert codes(press.spread(frame + BODY, head="link: HTTP://A.CN")) == expected


def test_modules_too_small_to_read_are_reported_with_the_side_they_need(press: Press) -> None:
    """21 modules of 0.4 mm are 8.4 mm: 23.8 pt."""
    assert codes(qr(press, "[0, 2, 2.4, 9]")) == []
    small = finding(qr(press, "[0, 2, 2.3, 9]"), "T090")
    assert small.facts["side"] == "8.4"
    assert small.facts["have"] == "0.38"


def test_a_text_that_no_code_holds_is_reported(press: Press) -> None:
    assert codes(qr(press, link=f"https://a.cn/{'a' * 3000}")) == ["T091"]


@pytest.mark.parametrize(
    "link", ["https：//a.cn", "https://a.cn/a b", "https://a.cn／a", "www。a.cn"]
)
def test_an_address_that_no_phone_opens_is_reported(press: Press, link: str) -> None:
    assert codes(qr(press, link=link)) == ["T092"]


@pytest.mark.parametrize(
    "link", ["电话：八十二号 江城", "WIFI:T:WPA;S:my net;P:x;;", "tel:027 8888"]
)
def test_other_text_is_no_address(press: Press, link: str) -> None:
    assert codes(qr(press, link=f'"{link}"')) == []


STAFF = "staff: [{role: 主编, names: 甲}, {role: 责任编辑, names: [甲乙, 甲乙丙, 甲乙丙丁, 乙]}]\n"


def staff(press: Press, box: str = "[0, 0, 24, 7]", text: str = STAFF) -> Build:
    press.layout(
        "staff",
        f"pages: 1\nmaster: none\nframes:\n  staff: {{kind: staff, box: {box}, role_style: flush,"
        " name_style: flush, gap: 1}\n",
    )
    press.plan("pages: 1, layout: staff", "pages: 2, layout: blank")
    manifest = (press.folder / "issue.yaml").read_text("utf-8")
    press.write("issue.yaml", manifest.replace("sections:", f"{text}sections:"))
    return build(press.folder / "issue.yaml")


def test_offices_and_names_stand_in_columns(press: Press) -> None:
    found = [(x, row_of(y), text) for x, y, text in lines(book_of(staff(press)), 1, "staff")]
    # Offices are 4 字 wide, names begin a 字 later and every 4 字; a longer one takes two places.
    assert found == [
        (20, 0, "主编"),
        (70, 0, "甲"),
        (20, 1, "责任编辑"),
        (70, 1, "甲乙"),
        (110, 1, "甲乙丙"),
        (150, 1, "甲乙丙丁"),
        (230, 1, "乙"),
    ]


def test_names_turn_over_below_the_first(press: Press) -> None:
    found = [
        (x, row_of(y)) for x, y, _ in lines(book_of(staff(press, "[0, 0, 13, 7]")), 1, "staff")
    ]
    assert [one for one in found if one[0] >= 70][1:] == [(70, 1), (110, 1), (70, 2), (70, 3)]


def test_staff_that_does_not_fit_is_reported(press: Press) -> None:
    assert codes(staff(press, "[0, 0, 13, 2]")) == ["T002"]
    assert codes(staff(press, "[0, 0, 5, 7]")) == ["T018"]
    assert "T013" in codes(staff(press, "[0, 0, 8, 9]"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("staff: 主编\n", "M044"),
        ("staff: [{role: 主编}]\n", "M041"),
        ("staff: [{role: 主编, name: 甲}]\n", "M040"),
    ],
)
def test_malformed_staff_is_reported(press: Press, text: str, code: str) -> None:
    assert code in codes(staff(press, text=text))


#: The trim of the press's page, 300 × 400 pt, and its bleed of 10 pt.
W, H, B = 300, 400, 10
FULL = "[bleed, bleed, bleed, bleed]"


def advertisement(press: Press, file: str, box: str = FULL, part: str = "") -> Build:
    press.layout(
        "ad", f"pages: 1\nmaster: none\nframes:\n  ad: {{kind: advertisement, box: {box}}}\n"
    )
    return press.plan(
        f"pages: 1, layout: ad, pictures: [{{file: {file}{part}}}]", "pages: 2, layout: blank"
    )


def write_pdf(path: Path, media: list[float], trim: list[float] | None, rotate: int = 0) -> None:
    """A page without anything on it, with these boxes."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(media[2] - media[0], media[3] - media[1]))
        page = pdf.pages[0]
        page.MediaBox = pikepdf.Array(media)
        if trim:
            page.TrimBox = pikepdf.Array(trim)
            page.BleedBox = pikepdf.Array(media)
        if rotate:
            page.Rotate = rotate
        pdf.save(path)


def ad_of(made: Build) -> PlacedPicture:
    assert made.book is not None
    (found,) = (i for i in items(made.book, 1, "ad") if isinstance(i, PlacedPicture))
    return found


def ad_codes(made: Build) -> list[str]:
    """What is said of sizes: a blank PDF is no PDF/X, which is told, too."""
    return [code for code in codes(made) if code.startswith("T")]


def test_a_picture_with_bleed_fills_the_page(press: Press) -> None:
    press.drawing("ad.svg", 320, 420)
    made = advertisement(press, "ad.svg")
    assert codes(made) == []
    assert ad_of(made).rect == Rect(-B, -B, W + B, H + B)


def test_a_picture_without_bleed_stands_on_the_trim_and_is_told(press: Press) -> None:
    press.drawing("ad.svg", 30, 40)
    made = advertisement(press, "ad.svg")
    assert finding(made, "T094").facts["lack"] == "3.5"
    assert ad_of(made).rect == Rect(0, 0, W, H)


def test_a_picture_of_another_proportion_is_an_error(press: Press) -> None:
    press.raster("ad.png", 640, 700)
    wrong = finding(advertisement(press, "ad.png"), "T093")
    assert wrong.facts["have"] == "640 × 700 px"
    assert wrong.facts["need"] == "105.8 × 141.1"


def test_an_advertisement_within_the_page_needs_no_bleed(press: Press) -> None:
    press.drawing("ad.svg", 240, 145)
    made = advertisement(press, "ad.svg", "[0, 10, 24, 20]")
    assert codes(made) == []
    assert ad_of(made).rect == Rect(20, 190, 260, 335)


def test_one_that_bleeds_on_two_sides_needs_bleed_there_alone(press: Press) -> None:
    """From row 10 to the foot and over the outer edge: 290 × 220 pt with bleed."""
    press.drawing("ad.svg", 290, 220)
    made = advertisement(press, "ad.svg", "[0, 10, bleed, bleed]")
    assert codes(made) == []
    assert ad_of(made).rect == Rect(20, 190, W + B, H + B)


def test_an_advertisement_may_lie_over_the_spine(press: Press) -> None:
    """Two pages and the bleed around both; each page has its half."""
    press.drawing("ad.svg", 2 * W + 2 * B, H + 2 * B)
    press.layout(
        "ad",
        "pages: 2\nmaster: none\nframes:\n"
        f"  ad: {{kind: advertisement, box: {FULL}, across: true}}\n",
    )
    slot = "pages: 2-3, layout: ad, pictures: [{file: ad.svg}]"
    book = book_of(press.plan("pages: 1, layout: blank", slot, "pages: 4, layout: blank"))
    halves = [i for page in (2, 3) for i in items(book, page, "ad")]
    assert [half.rect.x0 for half in halves if isinstance(half, PlacedPicture)] == [-B, -B - W]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_pdf_stands_with_its_trim_on_the_trim(press: Press, rotate: int) -> None:
    """Bleed of its own, more than ours, unlike on its sides, and turned: its trim counts."""
    size = (W, H) if rotate % 180 == 0 else (H, W)
    media = [100, 50, 100 + 12 + size[0] + 24, 50 + 36 + size[1] + 15]
    trim = [112, 86, 112 + size[0], 86 + size[1]]
    write_pdf(press.folder / "ad.pdf", media, trim, rotate)
    made = advertisement(press, "ad.pdf", part=", box: bleed")
    assert ad_codes(made) == []
    left, top = {0: (12, 15), 90: (36, 12), 180: (24, 36), 270: (15, 24)}[rotate]
    found = ad_of(made)
    assert (found.rect.x0, found.rect.y0) == pytest.approx((-left, -top))
    assert found.clip == Rect(-B, -B, W + B, H + B)


def test_a_pdf_shown_to_its_trim_has_no_bleed(press: Press) -> None:
    write_pdf(press.folder / "ad.pdf", [0, 0, W + 2 * B, H + 2 * B], [B, B, W + B, H + B])
    made = advertisement(press, "ad.pdf")
    assert ad_codes(made) == ["T094"]
    assert ad_of(made).rect == Rect(0, 0, W, H)


def test_too_little_bleed_is_told_in_millimetres(press: Press) -> None:
    write_pdf(press.folder / "ad.pdf", [0, 0, W + 8, H + 8], [4, 4, W + 4, H + 4])
    made = advertisement(press, "ad.pdf", part=", box: bleed")
    assert finding(made, "T094").facts["lack"] == "2.1"


def test_a_pdf_without_boxes_counts_as_a_whole(press: Press) -> None:
    write_pdf(press.folder / "ad.pdf", [0, 0, W + 2 * B, H + 2 * B], None)
    made = advertisement(press, "ad.pdf")
    assert ad_codes(made) == []
    assert ad_of(made).rect == Rect(-B, -B, W + B, H + B)


@pytest.mark.parametrize(("off", "expected"), [(0.4, []), (0.6, ["T093"])])
def test_half_a_millimetre_is_let_pass(press: Press, off: float, expected: list[str]) -> None:
    more = mm(off)
    trim = [B, B, W + B + more, H + B]
    write_pdf(press.folder / "ad.pdf", [0, 0, W + 2 * B + more, H + 2 * B], trim)
    assert ad_codes(advertisement(press, "ad.pdf", part=", box: bleed")) == expected


def test_a_missing_advertisement_is_reported(press: Press) -> None:
    press.layout(
        "ad", f"pages: 1\nmaster: none\nframes:\n  ad: {{kind: advertisement, box: {FULL}}}\n"
    )
    assert codes(press.plan("pages: 1, layout: ad", "pages: 2, layout: blank")) == ["T007"]


def test_contents_may_have_their_sections_head(press: Press) -> None:
    """Number and name on one baseline; a section without articles leaves nothing."""
    entry = (
        "number_style: title, name_style: flush, folio_style: flush, title_style: flush,"
        " head_rows: 3"
    )
    press.layout(
        "front",
        "pages: 1\nmaster: none\nframes:\n"
        f"  one: {{kind: contents, box: [0, 0, 24, 7], section: one, {entry}}}\n"
        f"  two: {{kind: contents, box: [0, one+1, 24, 15], section: two, {entry}}}\n",
    )
    press.layout("story", f"pages: 2\nframes:\n{TITLE}\n{BODY}")
    press.article("a", "国。")
    made = press.plan(
        "pages: 1, layout: front",
        "pages: 2-3, layout: story, article: a",
        "pages: 4, layout: blank",
    )
    book = book_of(made)
    head = lines(book, 1, "contents-head")
    assert [(x, text) for x, _, text in head] == [(20, "01"), (70, "头条")]
    assert len({row_of(y) for _, y, _ in head}) == 1
    assert [row_of(y) for _, y, _ in lines(book, 1, "contents")] == [3, 3]


def test_a_section_without_a_number_has_its_name_in_its_place(press: Press) -> None:
    press.layout(
        "front",
        "pages: 1\nmaster: none\nframes:\n"
        "  one: {kind: contents, box: [0, 0, 24, 7], section: one, number_style: title,"
        " name_style: flush, folio_style: flush, title_style: flush}\n",
    )
    press.layout("story", f"pages: 2\nframes:\n{TITLE}\n{BODY}")
    press.article("a", "国。")
    slots = ("pages: 1, layout: front", "pages: 2-3, layout: story, article: a")
    press.plan(*slots, "pages: 4, layout: blank")
    manifest = (press.folder / "issue.yaml").read_text("utf-8")
    press.write("issue.yaml", manifest.replace('number: "01"', 'number: ""'))
    head = lines(book_of(build(press.folder / "issue.yaml")), 1, "contents-head")
    assert [(x, text) for x, _, text in head] == [(20, "头条")]


def test_a_head_higher_than_its_rows_is_reported(press: Press) -> None:
    press.layout(
        "front",
        "pages: 1\nmaster: none\nframes:\n"
        "  one: {kind: contents, box: [0, 0, 24, 7], section: one, number_style: flush,"
        " name_style: title, folio_style: flush, title_style: flush, head_rows: 1}\n",
    )
    press.layout("story", f"pages: 2\nframes:\n{TITLE}\n{BODY}")
    press.article("a", "国。")
    slots = ("pages: 1, layout: front", "pages: 2-3, layout: story, article: a")
    assert codes(press.plan(*slots, "pages: 4, layout: blank")) == ["T002"]
