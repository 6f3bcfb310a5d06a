"""Spare parts: frames that come in where copy is short, one after the other."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from koubei_pdf.build import Build
from koubei_pdf.cli import app
from koubei_pdf.model.fitting import PLAIN, Choice

from ..pages.press import book_of, codes, items, lines, row_of
from .conftest import Desk, fit_of, rigid

#: Eighteen lines of copy; a quotation takes five of them, an ornament three, a note two.
FRAMES = """\
  title: {kind: text, box: [0, -2, 24, 0], text: "{title}", style: title}
  quote: {kind: text, box: [0, 2, 24, 6], text: "{quotes.1}", style: flush}
  body: {kind: body, box: [0, 7, 24, 15]}
  ornament: {kind: text, box: [0, 16, 24, 18], text: 国国国, style: flush}
  note: {kind: text, box: [0, 18, 24, 20], text: "{note}", style: flush}
"""
FIT = "{short: 1, spare: [quote, ornament, note]}"
HEAD = "quotes: [国国]\nnote: 国"


def lay(desk: Desk, *copy: str, fit: str = FIT, head: str = HEAD, frames: str = FRAMES) -> Build:
    desk.press.layout("story", f"pages: 2\nfit: {fit}\nframes:\n{frames}")
    desk.press.article("a", "\n\n".join(copy), head=head)
    return desk.press.plan(
        "pages: 1, layout: blank",
        "pages: 2-3, layout: story, article: a",
        "pages: 4, layout: blank",
    )


def test_the_layout_as_drawn_is_without_them(desk: Desk) -> None:
    """The body has their rows; nothing is missed of the story."""
    made = lay(desk, rigid(18))
    assert fit_of(made).choice == PLAIN
    book = book_of(made)
    assert len(lines(book, 2)) == 18
    assert not any(items(book, 2, role) for role in ("quote", "ornament", "note"))


@pytest.mark.parametrize(
    ("count", "parts", "free"),
    [
        (17, (), 1),
        (16, ("note",), 0),
        (13, ("quote",), 0),
        (12, ("quote",), 1),
        (11, ("quote", "note"), 0),
        (8, ("quote", "ornament"), 1),
        (7, ("quote", "ornament", "note"), 1),
    ],
)
def test_so_many_come_in_as_are_needed(
    desk: Desk, count: int, parts: tuple[str, ...], free: int
) -> None:
    """What is too high for the lines that lack is passed over."""
    made = lay(desk, rigid(count))
    (chain,) = fit_of(made).chains
    assert (fit_of(made).choice, chain.free) == (Choice(put_in=parts), free)


def test_what_the_story_does_not_have_stays_out(desk: Desk) -> None:
    made = lay(desk, rigid(12), head="note: 国")
    assert fit_of(made).choice == Choice(put_in=("ornament", "note"))
    assert [row_of(y) for _, y, _ in lines(book_of(made), 2)] == [*range(2, 14)]


def test_pictures_may_be_spare_and_their_captions_with_them(desk: Desk) -> None:
    """The story's picture is not missed where it stays out."""
    frames = FRAMES.replace(
        'text, box: [0, 2, 24, 6], text: "{quotes.1}", style: flush',
        (
            "picture, box: [0, 2, 24, 6], picture: 1}\n"
            '  caption: {kind: text, box: [0, quote, 24, 7], text: "{pictures.1}", style: small'
        ),
    )
    head = "pictures: [{file: p.svg, alt: 国, caption: 国}]\nnote: 国"
    for count, shown in ((18, False), (13, True)):
        made = lay(desk, rigid(count), head=head, frames=frames)
        assert fit_of(made).choice == (Choice(put_in=("quote",)) if shown else PLAIN)
        assert bool(items(book_of(made), 2, "quote")) is shown
        assert bool(lines(book_of(made), 2, "caption")) is shown


def test_long_copy_leaves_parts_out_and_short_copy_puts_others_in(desk: Desk) -> None:
    fit = "{short: 1, spare: [quote], parts: [ornament]}"
    for count, choice in (
        (15, Choice(left_out=("ornament",))),
        (13, PLAIN),
        (8, Choice(put_in=("quote",))),
    ):
        made = lay(desk, rigid(count), fit=fit, head="quotes: [国国]")
        assert fit_of(made).choice == choice
        assert codes(made) == []


def test_it_has_the_place_of_the_lever_in_the_order(desk: Desk) -> None:
    """Space at headings comes before it, or after it."""
    for order, choice in (
        ("headings, parts", Choice(headings=1)),
        ("parts, headings", Choice(put_in=("note",))),
    ):
        fit = f"{{order: [{order}], short: 1, headings: 2, spare: [quote, ornament, note]}}"
        made = lay(desk, rigid(8), "## 国", rigid(6), fit=fit)
        assert fit_of(made).choice == choice


def test_it_is_told_and_kept(desk: Desk) -> None:
    """In the report, in the lock, and in the table of `fit`; the lock holds where less would do."""
    lay(desk, rigid(12))
    done = CliRunner().invoke(app, ["render", str(desk.press.folder), "--lang", "en"])
    assert "p. 2–3 a: with quote\n" in done.output
    lock = (desk.press.folder / "issue.lock.yaml").read_text(encoding="utf-8")
    assert "put_in: [quote]" in lock
    run = ["fit", str(desk.press.folder), "--lang", "en"]
    assert "with quote" in CliRunner().invoke(app, run).output
    (record,) = json.loads(CliRunner().invoke(app, [*run, "--json"]).output)
    assert record["moved"]["put_in"] == ["quote"]
    kept = lay(desk, rigid(11), fit=FIT.replace("short: 1", "short: 2"))
    assert (fit_of(kept).choice, fit_of(kept).is_locked) == (Choice(put_in=("quote",)), True)
    gone = lay(desk, rigid(12), fit=FIT.replace("quote, ", ""))
    assert (fit_of(gone).choice, codes(gone)) == (PLAIN, ["M098"])
