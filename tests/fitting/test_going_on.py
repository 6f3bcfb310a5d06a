"""Stories that go on on other pages: where they are parted, and what both places say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from koubei_pdf.build import Build
from koubei_pdf.cli import app
from koubei_pdf.model.book import Book, Bookmark, GlyphRun, Link
from koubei_pdf.model.fitting import PLAIN, Choice

from ..pages.press import Press, book_of, codes, finding, items, lines, row_of, text_of
from .conftest import FRAMES, GIVES, Desk, fit_of, rigid
from .stories import copy, edited, make_issue
from .stories import lay as lay_out

#: One column of rows 3 to 20 below the head of what goes on.
REST = """\
pages: 1
frames:
  from: {kind: text, box: [0, 0, 24, 1], text: "{continued.1.title}（上接第{continued.1.folio}页）",
    style: flush}
  rest: {kind: continued, box: [0, 3, 24, 20]}
"""
BACK = Bookmark("封底", 0, 8)
FIT = "{continue: {stay: 2, carry: 2}}"


def lay(
    press: Press, *copy: str, fit: str = FIT, frames: str = FRAMES, rest: str = REST, more: str = ""
) -> Build:
    """The spread 2–3 of the story, whose body has ten lines, and page 5 where it may go on."""
    press.layout("story", f"pages: 2\nfit: {fit}\nframes:\n{frames}")
    press.layout("rest", rest)
    pictures = "pictures: [{file: p.svg, alt: 国}]"
    press.article("a", "\n\n".join(copy), head=f"deck: 提要\n{pictures}")
    return press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: story, article: a",
        "pages: 4, layout: blank",
        f"pages: 5, layout: rest, continues: [a]{more}",
        *(f"pages: {page}, layout: blank" for page in (6, 7, 8)),
    )


def rows(book: Book, page: int) -> list[float]:
    """The rows of the lines of the copy on a page."""
    return [round(row_of(y), 6) for _, y, _ in lines(book, page)]


def links(book: Book, page: int) -> list[int | str]:
    return [item.target for item in book.pages[page - 1].items if isinstance(item, Link)]


def test_what_is_over_stands_on_the_other_page(desk: Desk) -> None:
    """Nine lines stay above the turn line, on the last row; the others begin the other frame."""
    made = lay(desk.press, rigid(16))
    book = book_of(made)
    assert fit_of(made).choice == Choice(goes_on=True)
    assert rows(book, 2) == [*range(10, 19)]
    assert rows(book, 5) == [*range(3, 10)]
    assert text_of(book, (2, 5)) == rigid(16)
    ((x, y, turn),) = lines(book, 2, "turn")
    assert (turn, round(row_of(y), 6)) == ("（下转第5页）", 19)
    assert x == 40 + 240 - 65  # flush right
    assert text_of(book, (5,), "from") == "题（上接第2页）"
    assert (links(book, 2), links(book, 5)) == ([5], [2])
    marks = (Bookmark("题", 1, 2), Bookmark("题（续）", 2, 5))
    assert book.bookmarks == (Bookmark("封面", 0, 1), Bookmark("01 头条", 0, 2), *marks, BACK)


def test_what_fits_is_left_alone(desk: Desk) -> None:
    made = lay(desk.press, rigid(10))
    assert fit_of(made).choice == PLAIN
    assert codes(made) == ["T104"]
    assert made.book is not None
    assert text_of(made.book, (2,)) == rigid(10)


def test_the_turn_line_says_what_the_frame_says(desk: Desk) -> None:
    frames = FRAMES.replace(
        "[0, 10, 24, 20]", '[0, 10, 24, 20], turn: "转{continued.folio}", turn_style: flush'
    )
    book = book_of(lay(desk.press, rigid(16), frames=frames))
    assert lines(book, 2, "turn")[0][::2] == (40, "转5")


def test_too_little_does_not_go_on(desk: Desk) -> None:
    """A line is over, and the turn line takes another one's row: two more go with them."""
    book = book_of(lay(desk.press, rigid(11), fit="{continue: {stay: 2, carry: 4}}"))
    assert rows(book, 2) == [*range(10, 17)]
    assert rows(book, 5) == [*range(3, 7)]
    assert text_of(book, (2, 5)) == rigid(11)


def test_enough_stays(desk: Desk) -> None:
    """Nine lines can stay; a layout that wants ten has its story cut."""
    assert codes(lay(desk.press, rigid(16), fit="{continue: {stay: 9, carry: 2}}")) == []
    made = lay(desk.press, rigid(16), fit="{continue: {stay: 10, carry: 2}}")
    assert codes(made) == ["T001"]
    assert finding(made, "T001").facts["lines"] == "6"


def test_paragraphs_are_parted_like_at_any_break(desk: Desk) -> None:
    """Not after their first line, not before their last one, and no heading stays at the foot."""
    for sizes, first, second in (
        ((8, 6), 8, 6),
        ((10, 6), 8, 8),
        ((7, 6), 7, 6),
    ):
        head = "## 国\n\n" if first == 7 else ""
        book = book_of(lay(desk.press, rigid(sizes[0]), head + rigid(sizes[1])))
        assert (len(lines(book, 2)), len(lines(book, 5))) == (first, second)
        assert len(lines(book, 5, "heading")) == bool(head)
        assert text_of(book, (2, 5)) == rigid(sizes[0]) + rigid(sizes[1])


def test_cheaper_levers_come_first_and_are_put_back(desk: Desk) -> None:
    fit = (
        "{order: [lines, pictures, continue], lines: 160, pictures: {picture: 2},"
        " continue: {carry: 2}}"
    )
    assert fit_of(lay(desk.press, GIVES, rigid(9), fit=fit)).choice == (
        Choice(lines={"body": -1}, pictures={"picture": -2})
    )
    assert fit_of(lay(desk.press, GIVES, rigid(10), fit=fit)).choice == Choice(goes_on=True)


def test_another_layout_stands_in_only_for_whole_stories(desk: Desk) -> None:
    fit = "{layouts: [other], continue: {carry: 2}}"
    for room, choice in ((8, Choice(layout="other")), (9, Choice(goes_on=True))):
        other = FRAMES.replace("24, 7.5]", "24, 5.5]").replace("8, 24, 9.5", "6, 24, 7.5")
        other = other.replace("[0, 10, 24, 20]", f"[0, {room}, 24, 20]")
        desk.press.layout("other", f"pages: 2\nfit: {FIT}\nframes:\n{other}")
        assert fit_of(lay(desk.press, rigid(12), fit=fit)).choice == choice


def test_what_is_still_over_is_a_cut_list(desk: Desk) -> None:
    """26 lines have a place: nine, and seventeen on the other page."""
    made = lay(desk.press, rigid(10), rigid(10) + "。国国。", rigid(8))
    found = finding(made, "T001")
    assert (found.facts["layout"], found.facts["page"]) == ("rest", "5")
    fit = fit_of(made)
    assert fit.choice.goes_on
    assert fit.over == 3
    assert fit.cuts
    assert codes(lay(desk.press, edited(desk.press.folder, fit.cuts))) == []


def test_the_signature_and_the_notes_go_along(desk: Desk) -> None:
    frames = FRAMES.replace("[0, 10, 24, 20]", '[0, 10, 24, 20], sign: "{title}"')
    book = book_of(lay(desk.press, rigid(14) + "[^1]", "[^1]: 注", frames=frames))
    assert text_of(book, (5,), "signature") == "题"
    assert lines(book, 2, "signature") == lines(book, 2, "note") == []
    assert text_of(book, (5,), "note").endswith("注")


def test_it_goes_on_in_columns_of_another_measure(desk: Desk) -> None:
    """Two columns of eleven 字, ended level."""
    rest = REST.replace("[0, 3, 24, 20]", "[0, 3, 24, 20], columns: 2, gap: 2, balance: true")
    book = book_of(lay(desk.press, rigid(14), rest=rest))
    assert rows(book, 2) == [*range(10, 19)]
    lefts = [x for x, _, _ in lines(book, 5)]
    assert abs(lefts.count(20) - lefts.count(20 + 130)) <= 1
    assert text_of(book, (2, 5)) == rigid(14)


def test_frames_of_a_left_page_are_turned(desk: Desk) -> None:
    """A single page is drawn as a right one."""
    rest = REST.replace("[0, 3, 24, 20]", "[0, 3, 12, 20]")
    press = desk.press
    lay(press, rigid(14), rest=rest)
    book = book_of(
        press.plan(
            "pages: 1, layout: blank",
            "pages: 2-3, layout: story, article: a",
            "pages: 4, layout: rest, continues: [a]",
        )
    )
    assert {x for x, _, _ in lines(book, 4)} == {40 + 120}


def test_two_stories_on_one_page(desk: Desk) -> None:
    """Each in the frames of its number, in whatever order they come; only what goes on is named."""
    press = desk.press
    second = (
        "  from-2: {kind: text, box: [0, 11, 24, 12], style: flush,"
        ' text: "{continued.2.title}（上接第{continued.2.folio}页）"}\n'
        "  rest-2: {kind: continued, box: [0, 13, 24, 20], story: 2}\n"
    )
    press.layout("story", f"pages: 2\nfit: {FIT}\nframes:\n{FRAMES}")
    press.layout("rest", REST.replace("[0, 3, 24, 20]", "[0, 3, 24, 10]") + second)
    head = "deck: 提要\npictures: [{file: p.svg, alt: 国}]"
    for b, first, second in ((14, 5, 5), (10, 5, 0)):
        press.article("a", rigid(14), head=f"title: 甲\ncontents: 短甲\n{head}")
        press.article("b", "口" * (24 * b - 2), head=f"title: 乙\n{head}")
        book = book_of(
            press.plan(
                "pages: 1, layout: blank",
                "pages: 2-3, layout: story, article: b",
                "pages: 4-5, layout: story, article: a",
                "pages: 6, layout: rest, continues: [a, b]",
            )
        )
        assert len(lines(book, 6)) == first + second
        assert text_of(book, (6,)) == "国" * 24 * first + "口" * 24 * second
        assert text_of(book, (6,), "from") == "短甲（上接第4页）"
        assert text_of(book, (6,), "from-2") == ("乙（上接第2页）" if second else "")


def test_a_page_for_which_there_is_no_need(desk: Desk) -> None:
    """It has another layout then."""
    desk.press.layout(
        "ad", "pages: 1\nframes:\n  t: {kind: text, box: [0, 0, 24, 1], text: 国, style: flush}"
    )
    assert text_of(book_of(lay(desk.press, rigid(10), more=", otherwise: ad")), (5,), "t") == "国"
    book = book_of(lay(desk.press, rigid(16), more=", otherwise: ad"))
    assert items(book, 5, "t") == []
    assert len(lines(book, 5)) == 7


def test_pages_that_could_not_be_read_are_not_missed(desk: Desk) -> None:
    """The layout of the other page has an error of its own, which is all that is told of it."""
    assert set(codes(lay(desk.press, rigid(16), rest="pages: 1\nframe: {}\n"))) == {"M040", "T001"}
    made = lay(desk.press, rigid(16))
    assert codes(made) == []
    assert codes(desk.lay(rigid(16), fit=FIT)) == ["T105", "T001"]


def test_the_turn_line_keeps_clear_of_what_text_runs_around(desk: Desk) -> None:
    """A picture over the foot of the column: the turn line stands above it."""
    frames = FRAMES + (
        "  foot: {kind: picture, box: [0, 17, 24, 20], picture: 1, runaround: box, clearance: 0}\n"
    )
    book = book_of(lay(desk.press, rigid(12), frames=frames))
    ((_, y, _),) = lines(book, 2, "turn")
    assert round(row_of(y), 6) == 16
    assert rows(book, 2) == [*range(10, 16)]
    assert text_of(book, (2, 5)) == rigid(12)


def test_what_hangs_on_the_copy_hangs_on_its_turn_line(desk: Desk) -> None:
    frames = FRAMES.replace("[0, 10, 24, 20]", "[0, 10, 24, 16]") + (
        "  below: {kind: text, box: [0, body+1, 24, 20], text: 国, style: flush}\n"
    )
    book = book_of(lay(desk.press, rigid(12), frames=frames))
    ((_, y, _),) = lines(book, 2, "below")
    assert round(row_of(y), 6) == 17


def test_only_the_last_chain_goes_on(desk: Desk) -> None:
    frames = FRAMES.replace("[0, 10, 24, 20]}", "[0, 10, 24, 14], to: 1}") + (
        "  body-2: {kind: body, box: [0, 15, 24, 20], from: 2}\n"
    )
    book = book_of(lay(desk.press, rigid(4), rigid(9), frames=frames))
    assert rows(book, 2) == [10, 11, 12, 13, 15, 16, 17, 18]
    assert text_of(book, (2, 5)) == rigid(4) + rigid(9)
    assert codes(lay(desk.press, rigid(5), rigid(9), frames=frames)) == ["T001"]


def test_the_screen_edition_leads_there_and_back(desk: Desk) -> None:
    """Links both ways, a bookmark, and a section of the structure for what goes on."""
    lay(desk.press, rigid(16))
    render(desk.press, "--edition", "screen")
    with pikepdf.open(desk.press.folder / "out" / "issue-screen.pdf") as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        leads = {
            number: [pages.index(link.Dest[0].objgen) + 1 for link in page.get("/Annots", [])]
            for number, page in enumerate(pdf.pages, 1)
        }
        assert {number: found for number, found in leads.items() if found} == {2: [5], 5: [2]}
        with pdf.open_outline() as outline:
            story = outline.root[1].children[0]
            assert (story.title, [rest.title for rest in story.children]) == ("题", ["题（续）"])
        document = pdf.Root.StructTreeRoot.K[0]
        assert [str(kid.T) for kid in document.K if "/T" in kid] == ["题", "题（续）"]


def test_a_sidebar_stays_where_it_is(desk: Desk) -> None:
    """One that is too long for its frame does not follow the story."""
    frames = FRAMES + "  side: {kind: sidebar, page: 2, box: [0, 0, 24, 3], style: flush}\n"
    side = ":::sidebar\n" + "口" * 200 + "\n:::"
    made = lay(desk.press, rigid(16), side, frames=frames)
    assert finding(made, "T001").facts["page"] == "3"
    assert fit_of(made).choice.goes_on
    assert fit_of(made).over == 0
    assert made.book is not None
    assert "口" not in text_of(made.book, (5,))


def render(press: Press, *more: str) -> str:
    done = CliRunner().invoke(app, ["render", str(press.folder), "--lang", "en", *more])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_lock_keeps_it(desk: Desk) -> None:
    """Also where tracking would do by now; and drops it where the story fits without."""
    press, fit = desk.press, "{order: [continue, tracking], tracking: 10, continue: {carry: 2}}"
    lay(press, rigid(16), fit=fit)
    assert "p. 2–3 a: goes on on other pages" in render(press)
    lock = press.folder / "issue.lock.yaml"
    assert "goes_on: true" in lock.read_text(encoding="utf-8")
    made = lay(press, rigid(11), fit=fit.replace("[continue, tracking]", "[tracking, continue]"))
    assert fit_of(made).choice == Choice(goes_on=True)
    assert fit_of(made).is_locked
    assert fit_of(lay(press, rigid(10), fit=fit)).choice == PLAIN
    assert not fit_of(lay(press, rigid(16), fit="{tracking: 1}")).is_locked


def test_fit_tells_it(desk: Desk) -> None:
    lay(desk.press, rigid(16))
    run = ["fit", str(desk.press.folder), "--lang", "en"]
    table = CliRunner().invoke(app, run).output
    assert "goes on on other pages" in table
    (record,) = json.loads(CliRunner().invoke(app, [*run, "--json"]).output)
    assert record["moved"]["goes_on"] is True
    (chain,) = record["chains"]
    assert (chain["lines"], chain["carried"], chain["onward"]) == (16, 7, 5)


def _words(text: str) -> str:
    """What is printed of copy: no blanks between Han, no marks of headings."""
    return re.sub(r"\s|^## ", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("layout", ["story", "letter", "longread"])
def test_no_word_is_lost(tmp_path: Path, layout: str) -> None:
    """Generated stories, with headings, that go on in columns of another measure: the words on
    both pages are those of the manuscript, in its order; what does not fit either is told."""
    make_issue(tmp_path)
    seen = set()
    with (tmp_path / "layouts" / f"{layout}.yaml").open(encoding="utf-8") as file:
        text = file.read()
    fit = "fit: {layouts: [], continue: {stay: 8, carry: 4}}"
    (tmp_path / "layouts" / f"{layout}.yaml").write_text(
        re.sub("^fit: .*$", fit, text, flags=re.MULTILINE), encoding="utf-8"
    )
    for seed in range(8):
        story = copy(300 + 160 * seed, seed=seed)
        made = lay_out(tmp_path, layout, story, rest="continued")
        assert made.book is not None
        choice = fit_of(made).choice
        seen.add(choice.goes_on)
        printed = "".join(
            run.text.replace(" ", "")
            for page in made.book.pages
            for run in page.items
            if isinstance(run, GlyphRun) and run.role in ("body", "heading")
        )
        if fit_of(made).over:
            assert "T001" in codes(made)
            assert _words(story).startswith(printed)
            continue
        assert printed == _words(story)
        assert not made.errors
        turns = [run for run in made.book.pages[1:3] for run in run.items if _is_turn(run)]
        assert bool(turns) == choice.goes_on
    assert seen == {True, False}


def _is_turn(item: object) -> bool:
    return isinstance(item, GlyphRun) and item.role == "turn"
