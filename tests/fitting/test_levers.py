"""Each lever alone on a story that needs it, and all of them in the order of the layout."""

from __future__ import annotations

import pytest

from koubei_pdf.model.book import PlacedPicture
from koubei_pdf.model.dump import dump
from koubei_pdf.model.fitting import PLAIN, Choice, Ladder
from koubei_pdf.pages.fitting import climb

from ..pages.press import book_of, codes, finding, items, lines
from .conftest import FRAMES, GIVES, TAKES, Desk, fit_of, rigid

ALL = (
    "{order: [lines, pictures, parts, headings, layouts, tracking], lines: 160,"
    " pictures: {picture: 3}, parts: [deck], headings: 1, tracking: 10}"
)
#: The heading of the press takes a row, and one above it.
WITH_HEADING = (rigid(4), "## 题", rigid(5))


def test_what_fits_is_left_alone(desk: Desk) -> None:
    """All levers are there, and the book is that of a layout without any."""
    plain = dump(book_of(desk.lay(GIVES, rigid(6), fit="{}")))
    made = desk.lay(GIVES, rigid(6), fit=ALL)
    assert fit_of(made).choice == PLAIN
    assert dump(book_of(made)) == plain


@pytest.mark.parametrize(
    ("copy", "fit", "choice"),
    [
        ((GIVES, rigid(7)), "{lines: 160}", Choice(lines={"body": -1})),
        ((TAKES, rigid(6)), "{short: 0, lines: 160}", Choice(lines={"body": 1})),
        ((rigid(11),), "{pictures: {picture: 2}}", Choice(pictures={"picture": -1})),
        ((rigid(9),), "{short: 0, pictures: {picture: 2}}", Choice(pictures={"picture": 1})),
        ((rigid(12),), "{parts: [deck]}", Choice(left_out=("deck",))),
        (WITH_HEADING, "{headings: 1}", Choice(headings=-2)),
        ((rigid(9),), "{short: 0, tracking: 10}", Choice(tracking=1)),
        ((rigid(12),), "{layouts: [other]}", Choice(layout="other")),
    ],
)
def test_a_lever_alone(desk: Desk, copy: tuple[str, ...], fit: str, choice: Choice) -> None:
    desk.press.layout("other", f"pages: 2\nframes:\n{FRAMES.replace('0, 10, 24', '0, 8, 24')}")
    head = "" if choice.layout else "deck: 提要"
    made = desk.lay(*copy, fit=fit, head=head)
    assert fit_of(made).choice == choice
    assert codes(made) == []
    assert codes(desk.lay(*copy, fit="{short: 0}", head=head)) in (["T001"], ["T070"])


def test_paragraphs_give_the_line(desk: Desk) -> None:
    made = book_of(desk.lay(GIVES, rigid(7), fit="{lines: 160}"))
    assert len(lines(made, 2)) == 10
    assert [text for _, _, text in lines(made, 2)][:3] == [GIVES[:24], GIVES[24:50], GIVES[50:]]


def test_no_paragraph_costs_more_than_is_allowed(desk: Desk) -> None:
    assert codes(desk.lay(GIVES, rigid(7), fit="{lines: 1}")) == ["T001"]


def test_what_hangs_from_one_row_still_does(desk: Desk) -> None:
    """The picture gives two rows: its foot, the deck and the head of the body move along."""
    plain = book_of(desk.lay(rigid(10), fit="{}"))
    moved = book_of(desk.lay(rigid(12), fit="{pictures: {picture: 2}}"))
    for role in ("deck", "body"):
        assert lines(moved, 2, role)[0][1] == lines(plain, 2, role)[0][1] - 30
    (before,), (after,) = items(plain, 2, "picture"), items(moved, 2, "picture")
    assert isinstance(before, PlacedPicture)
    assert isinstance(after, PlacedPicture)
    assert after.clip.y1 == before.clip.y1 - 30
    assert after.clip.y0 == before.clip.y0


@pytest.mark.parametrize(("copy", "rows"), [(18, 1), (22, -1)])
def test_what_stands_before_a_further_body_moves_too(desk: Desk, copy: int, rows: int) -> None:
    """A picture over the gutter: on its first page caption and deck stand above the copy, which
    begins lower than that of the second, the nearest."""
    frames = """\
  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}
  picture: {kind: picture, box: [0, 0, 24, 3], across: true, picture: 1}
  caption: {kind: text, box: [0, picture, 24, 4], text: "{pictures.1}", style: body}
  deck: {kind: text, box: [0, 4, 24, 6], text: "{deck}", style: body}
  body: {kind: body, box: [0, 6, 24, 16]}
  body-2: {kind: body, page: 2, box: [0, 4, 24, 14]}
  foot: {kind: text, page: 2, box: [0, 15, 24, 16], text: 完, style: body}
"""
    plain, moved = (
        book_of(desk.lay(rigid(length), fit=fit, frames=frames, caption="图说"))
        for length, fit in ((20, "{}"), (copy, "{short: 0, pictures: {picture: 1}}"))
    )
    for page, role in ((2, "caption"), (2, "deck"), (2, "body"), (3, "body")):
        (_, before, _), (_, after, _) = lines(plain, page, role)[0], lines(moved, page, role)[0]
        assert after == pytest.approx(before + 15 * rows)
    assert lines(moved, 3)[-1] == lines(plain, 3)[-1]


def test_pictures_give_rows_in_turn(desk: Desk) -> None:
    """A row from each before the second from one."""
    frames = """\
  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}
  picture: {kind: picture, box: [0, 0, 24, 6], picture: 1}
  body: {kind: body, box: [0, 7, 24, 12]}
  foot: {kind: picture, box: [0, 13, 24, 19], picture: 1}
"""
    fit = "{pictures: {picture: 2, foot: 2}}"
    for more, pictures in enumerate(({"picture": -1}, {"picture": -1, "foot": -1}), 1):
        made = desk.lay(rigid(5 + more), fit=fit, frames=frames, head="")
        assert fit_of(made).choice == Choice(pictures=pictures)


def test_a_part_that_stays_out_does_not_lack(desk: Desk) -> None:
    """Nor does the caption of a picture that stays out; the body has the rows of both."""
    frames = (
        FRAMES
        + '  caption: {kind: text, box: [0, picture, 24, 8], text: "{pictures.1}", style: small}\n'
    )
    made = desk.lay(rigid(19), fit="{parts: [deck, picture]}", frames=frames)
    assert fit_of(made).choice == Choice(left_out=("deck", "picture"))
    book = book_of(made)
    assert not items(book, 2, "picture")
    assert not lines(book, 2, "deck")
    assert not lines(book, 2, "caption")


def test_a_frame_drawn_without_a_row_is_told_where_levers_do_not_mend_it(desk: Desk) -> None:
    """Without the deck it has four rows. Where copy fits then, there is nothing wrong."""
    frames = FRAMES.replace(
        '  deck: {kind: text, box: [0, 8, 24, 9.5], text: "{deck}", style: body}\n',
        '  deck: {kind: text, page: 2, box: [0, 0, 24, 3.5], text: "{deck}", style: body}\n',
    )
    frames += "  more: {kind: body, page: 2, box: [0, 4, 24, 4.4]}\n"
    fit = "{parts: [deck]}"
    made = desk.lay(rigid(14), fit=fit, frames=frames)
    assert fit_of(made).choice == Choice(left_out=("deck",))
    assert codes(made) == []
    made = desk.lay(rigid(15), fit=fit, frames=frames)
    assert fit_of(made).choice == Choice(left_out=("deck",))
    assert sorted(codes(made)) == ["T001", "T116"]
    assert finding(made, "T116").span.file == "layouts/story.yaml"


def test_parts_stay_out_one_after_the_other(desk: Desk) -> None:
    made = desk.lay(rigid(11), fit="{parts: [deck, picture]}")
    assert fit_of(made).choice == Choice(left_out=("deck",))


@pytest.mark.parametrize(
    ("order", "choice"),
    [
        ("lines, pictures, parts", Choice(lines={"body": -1})),
        ("pictures, lines, parts", Choice(pictures={"picture": -1})),
        ("parts, pictures, lines", Choice(left_out=("deck",))),
    ],
)
def test_the_layout_says_in_which_order(desk: Desk, order: str, choice: Choice) -> None:
    fit = f"{{order: [{order}], lines: 160, pictures: {{picture: 3}}, parts: [deck]}}"
    assert fit_of(desk.lay(GIVES, rigid(7), fit=fit)).choice == choice


def test_later_levers_go_as_far_as_they_must_with_the_earlier_ones(desk: Desk) -> None:
    """Three lines over: one from a paragraph, two from the picture, nothing left out."""
    made = desk.lay(GIVES, rigid(9), fit=ALL)
    assert fit_of(made).choice == Choice(lines={"body": -1}, pictures={"picture": -2})


def test_the_house_declares_for_all_layouts(desk: Desk) -> None:
    """A layout adds to what the house declares, and takes away."""
    house = (desk.press.folder / "layouts/house.yaml").read_text(encoding="utf-8")
    desk.press.write("layouts/house.yaml", f"{house}fit: {{lines: 160}}\n")
    made = desk.lay(GIVES, rigid(8), fit="{pictures: {picture: 3}}")
    assert fit_of(made).choice == Choice(lines={"body": -1}, pictures={"picture": -1})
    made = desk.lay(GIVES, rigid(8), fit="{lines: , pictures: {picture: 3}}")
    assert fit_of(made).choice == Choice(pictures={"picture": -2})


def test_another_layout_must_show_all_that_the_story_brings(desk: Desk) -> None:
    bare = FRAMES.replace("0, 10, 24", "0, 8, 24")
    without_deck = "".join(line for line in bare.splitlines(True) if "deck" not in line)
    desk.press.layout("other", f"pages: 2\nframes:\n{without_deck}")
    assert codes(desk.lay(rigid(12), fit="{layouts: [other]}")) == ["T001"]
    assert fit_of(desk.lay(rigid(12), fit="{layouts: [other]}", head="")).choice.layout == "other"


def test_no_lever_brings_a_new_fault(desk: Desk) -> None:
    """Higher, the picture would need more pixels than it has."""
    desk.press.raster("articles/tall.png", 167, 313)  # 200 ppi as drawn
    frames = FRAMES.replace("[0, 0, 24, 7.5]", "[0, 0, 6, 7.5]")
    head = "deck: 提要\npictures: [{file: tall.png, alt: 国}]\nx: "
    fit = "{short: 0, pictures: {picture: 2}}"
    desk.press.layout("story", f"pages: 2\nfit: {fit}\nframes:\n{frames}")
    desk.press.article("a", rigid(9), head=head.removesuffix("\nx: "))
    made = desk.press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: story, article: a",
        "pages: 4, layout: blank",
    )
    assert codes(made) == ["T120", "T070"]
    stopped = finding(made, "T120")
    assert (stopped.facts["lever"], stopped.span.file) == ("pictures", "articles/a.md")
    assert fit_of(made).choice == PLAIN


def test_copy_that_is_too_short_is_told(desk: Desk) -> None:
    """How much to write, or how much higher a picture could be."""
    fault = finding(desk.lay(rigid(4), fit="{short: 2}"), "T070")
    assert fault.facts["lines"] == "4"
    assert fault.facts["chars"] == str(4 * 24)
    assert (fault.facts["picture"], fault.facts["rows"]) == ("picture", "4")
    assert codes(desk.lay(rigid(4), fit="{short: 6}")) == []
    assert codes(desk.lay(rigid(4), fit="{}")) == []


def test_the_same_story_is_fitted_alike(desk: Desk) -> None:
    books = {dump(book_of(desk.lay(GIVES, rigid(9), fit=ALL))) for _ in range(2)}
    assert len(books) == 1


#: A picture as wide as the body in rows 4 to 7 of its twenty; a caption hangs from it.
AROUND = """\
  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}
  picture: {kind: KIND, box: [0, 4, 24, 8], runaround: box, clearance: 0.5}
  caption: {kind: text, box: [0, picture+0.3, 24, 10], text: "{deck}", style: body, runaround: box}
  body: {kind: body, box: [0, 0, 24, 20]}
"""


@pytest.mark.parametrize("kind", ["picture, picture: 1", "pictures, optional: true"])
@pytest.mark.parametrize(("lines_", "rows"), [(12, 2), (13, 1), (15, -1), (16, -2)])
def test_pictures_that_text_runs_around_give_and_take_rows(
    desk: Desk, kind: str, lines_: int, rows: int
) -> None:
    """Their foot moves, and their captions with it."""
    frames = AROUND.replace("KIND", kind)
    plain = desk.lay(rigid(14), fit="{short: 0}", frames=frames)
    assert codes(plain) == []
    fit = "{short: 0, pictures: {picture: 2}}"
    made = desk.lay(rigid(lines_), fit=fit, frames=frames)
    assert (fit_of(made).choice, codes(made)) == (Choice(pictures={"picture": rows}), [])
    (before,), (after,) = (lines(book_of(one), 2, "caption") for one in (plain, made))
    assert (after[0], after[1]) == (before[0], pytest.approx(before[1] + 15 * rows))


@pytest.mark.parametrize(("bottom", "most"), [("8", 5), ("16", 4), ("20", 0)])
def test_a_picture_that_text_runs_around_ends_no_lower_than_the_body(
    desk: Desk, bottom: str, most: int
) -> None:
    frames = AROUND.replace("KIND", "picture, picture: 1").replace("24, 8]", f"24, {bottom}]")
    frames = frames.replace("0, 4, 24", "0, 1, 24").replace("24, 10]", "24, 22]")
    (fault,) = (
        fault
        for fault in desk.lay(rigid(4), fit="{pictures: {picture: 20}}", frames=frames).diagnostics
        if fault.rule.code == "L044"
    )
    assert fault.facts["most"] == str(most)


@pytest.mark.parametrize(("most", "codes_", "rows"), [(1, ["T071"], -1), (2, [], -2)])
def test_pictures_that_spare_single_lines_keep_to_their_limit(
    desk: Desk, most: int, codes_: list[str], rows: int
) -> None:
    """Eleven rows hold the copy, one line of which stands alone; in twelve none does."""
    frames = FRAMES.replace("20]}", "20], columns: 2, gap: 2}")
    three_lines = "国" * 31
    made = desk.lay(*[three_lines] * 7, fit=f"{{pictures: {{picture: {most}}}}}", frames=frames)
    assert codes(made) == codes_
    assert fit_of(made).choice == Choice(pictures={"picture": rows})


def test_tracking_that_spares_single_lines_keeps_to_its_limit() -> None:
    fit, choice = Ladder(tracking=10), Choice(tracking=-8)
    assert climb.added(choice, Choice(tracking=-5), fit) == Choice(tracking=-10)
    assert climb.added(choice, Choice(tracking=5), fit) == Choice(tracking=-3)


def test_rows_that_a_picture_cannot_have_are_not_advised(desk: Desk) -> None:
    """The body keeps two rows, and a picture that may be moved was."""
    assert finding(desk.lay(rigid(2), fit="{short: 0}"), "T070").facts["rows"] == "8"
    assert "rows" not in finding(desk.lay("国。", fit="{short: 0}"), "T070").facts
    moved = desk.lay(rigid(4), fit="{short: 2, pictures: {picture: 3}}")
    assert "rows" not in finding(moved, "T070").facts


def test_rows_that_are_advised_make_it_fit(desk: Desk) -> None:
    """A row of the picture takes one of each column below it, and none of the other page's."""
    frames = FRAMES.replace("20]}", "20], columns: 2, gap: 2}") + (
        "  body-2: {kind: body, page: 2, box: [0, 0, 24, 10], columns: 2, gap: 2}\n"
    )
    copy = ["国" * 9] * 30
    fault = finding(desk.lay(*copy, fit="{short: 0}", frames=frames), "T070")
    assert (fault.facts["lines"], fault.facts["rows"]) == ("10", "5")
    higher = frames.replace("7.5]", "12.5]").replace("8, 24, 9.5]", "13, 24, 14.5]")
    higher = higher.replace("10, 24, 20", "15, 24, 20")
    assert (
        codes(desk.lay(*copy, fit="{short: 0}", frames=higher.replace("10, 24, 20", "15, 24, 20")))
        == []
    )


def test_copy_too_short_without_its_parts_can_be_cut_to_keep_them(desk: Desk) -> None:
    """Eleven lines for ten: the deck gives two rows, one too many."""
    parts = ["国" * 26 + "。", rigid(9)]
    made = desk.lay(*parts, fit="{short: 0, parts: [deck]}")
    fit = fit_of(made)
    assert (fit.choice.left_out, fit.short, [cut.text for cut in fit.cuts]) == (
        ("deck",),
        1,
        ["国" * 5],
    )
    assert finding(made, "T070").rule.help.en.endswith(
        "; or keep `deck`: cut 5 characters to save 1 line: articles/a.md:7, `国国国国国` at the"
        " paragraph's end"
    )
    assert codes(desk.lay("国" * 21 + "。", rigid(9), fit="{short: 0, parts: [deck]}")) == []


def test_uneven_columns_are_told_where_they_are(desk: Desk) -> None:
    """Below a heading across columns, on the second page; above it all is level."""
    body = "  NAME: {kind: body, page: N, box: [0, 10, 24, 20], columns: 2, gap: 2, balance: true"
    body += ", spanning: true}\n"
    frames = FRAMES[: FRAMES.index("  body:")] + "".join(
        body.replace("NAME", name).replace("N", page) for name, page in (("body", "1"), ("b", "2"))
    )
    made = desk.lay(*["国" * 20] * 10, "## 题", *["国" * 20] * 7, fit="{}", frames=frames)
    assert codes(made) == ["T072"]
    fault = finding(made, "T072")
    assert (fault.facts["page"], fault.facts["rows"]) == ("3", "1")
    text = (desk.press.folder / "articles/a.md").read_text(encoding="utf-8").split("\n")
    assert text[fault.span.line - 1] == "## 题"


def test_columns_of_copy_that_is_too_short_are_not_uneven_besides(desk: Desk) -> None:
    """What they lack is told once: no line added before a heading mends it."""
    frames = FRAMES.replace("20]}", "20], columns: 2, gap: 2, balance: true}")
    two_lines = ["国" * 20] * 7
    assert codes(desk.lay(*two_lines, fit="{}", frames=frames)) == ["T072"]
    assert codes(desk.lay(*two_lines, fit="{short: 0}", frames=frames)) == ["T070"]
