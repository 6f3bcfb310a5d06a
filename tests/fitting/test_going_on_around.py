"""Copy that goes on runs around what stands on its other page, as any copy does."""

from __future__ import annotations

from koubei_pdf.build import Build

from ..pages.press import Press, book_of, codes, lines, row_of, text_of
from .conftest import FRAMES, Desk, fit_of, rigid

#: One column of 24 字, rows 3 to 20, with a block of 10 字 × 4 rows at its left.
REST = """\
pages: 1
frames:
  from: {kind: text, box: [0, 0, 24, 1], text: "{continued.1.title}（上接第{continued.1.folio}页）",
    style: flush}
  rest: {kind: continued, box: [0, 3, 24, 20]}
  note: {kind: text, box: [0, 5, 10, 9], text: "{slot.note}", style: flush, runaround: box}
"""
#: A text of so many lines of 10 字.
NOTE = "注" * 10


def lay(press: Press, copy: str, *, rest: str = REST, note: str = NOTE * 4) -> Build:
    fit = "{continue: {stay: 2, carry: 2}}"
    press.layout("story", f"pages: 2\nfit: {fit}\nframes:\n{FRAMES}")
    press.layout("rest", rest)
    press.article("a", copy, head="deck: 提要\npictures: [{file: p.svg, alt: 国}]")
    return press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: story, article: a",
        "pages: 4, layout: blank",
        f"pages: 5, layout: rest, continues: [a], fields: {{note: {note}}}",
        *(f"pages: {page}, layout: blank" for page in (6, 7, 8)),
    )


def test_lines_beside_it_are_narrower(desk: Desk) -> None:
    """Two lines above, then 13 字 beside the block and its clearance of one."""
    made = lay(desk.press, rigid(20))
    book = book_of(made)
    found = [(row_of(y), x, len(text)) for x, y, text in lines(book, 5)]
    assert found[:7] == [
        (3, 20, 24),
        *((row, 130, 13) for row in (4, 5, 6, 7, 8, 9)),
    ]
    assert all((x, length) == (20, 24) for _, x, length in found[7:-1])
    assert text_of(book, (2, 5)) == rigid(20)


def test_it_is_as_high_as_what_stands_in_it(desk: Desk) -> None:
    book = book_of(lay(desk.press, rigid(20), note=NOTE))
    assert [row_of(y) for x, y, _ in lines(book, 5) if x == 130] == [4, 5, 6]


def test_what_hangs_on_others_has_its_place(desk: Desk) -> None:
    head = '  head: {kind: text, box: [0, 1, 10, 3], text: "{slot.note}", style: flush}\n'
    rest = REST.replace("  note:", f"{head}  note:").replace("[0, 5, 10, 9]", "[0, head+3, 10, 12]")
    book = book_of(lay(desk.press, rigid(20), rest=rest, note=NOTE * 2))
    assert [row_of(y) for x, y, _ in lines(book, 5) if x == 130] == [5, 6, 7, 8]


def test_no_sliver(desk: Desk) -> None:
    """Beside a wider block less than eight 字 remain: its rows stay empty."""
    wide = REST.replace("[0, 5, 10, 9]", "[0, 5, 16, 9]")
    for least, empty in ((8, True), (7, False)):
        rest = wide.replace("24, 20]}", f"24, 20], least_measure: {least}}}")
        book = book_of(lay(desk.press, rigid(18), rest=rest, note="注" * 16 * 4))
        rows = {row_of(y) for _, y, _ in lines(book, 5)}
        assert rows.isdisjoint(range(5, 9)) is empty


def test_what_leaves_no_line_is_told(desk: Desk) -> None:
    rest = REST.replace("[0, 3, 24, 20]", "[0, 5, 16, 8]")
    made = lay(desk.press, rigid(18), rest=rest)
    assert "T082" in codes(made)


def test_a_cut_list_reckons_with_it(desk: Desk) -> None:
    """Nine lines, and on the other page eleven full ones and six of 13 字."""
    fit = fit_of(lay(desk.press, rigid(30)))
    assert (fit.over, fit.chains[0].carried) == (7, 17)


def test_frames_for_copy_cannot_be_run_around(desk: Desk) -> None:
    rest = REST.replace("24, 20]}", "24, 20], runaround: box}")
    assert "T083" in codes(lay(desk.press, rigid(18), rest=rest))
