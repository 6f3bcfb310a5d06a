"""Nothing that an issue brings may be hidden: text under paint, pages without their article."""

from __future__ import annotations

import pytest

from .press import TITLE, Press, codes, finding

WORD = "  word: {kind: text, page: 1, box: [0, 4, 10, 5], text: 国国国, style: flush}"
BODY = "  body: {kind: body, page: 2, box: [0, 2, 24, 20]}"


def spread(*frames: str) -> str:
    return "\n".join((TITLE, BODY, *frames))


@pytest.mark.parametrize(
    ("paint", "covers"),
    [
        ("{kind: fill, page: 1, box: [0, 4, 10, 5], colour: red}", True),
        ("{kind: fill, page: 1, box: [0, 4, 10, 5], colour: red, edge: top}", False),
        ("{kind: fill, page: 1, box: [3, 4, 10, 5], colour: red}", False),
        ("{kind: fill, page: 2, box: [0, 0, 10, 1], colour: red}", False),
        ("{kind: picture, page: 1, box: [2, 4, 10, 8]}", True),
        ("{kind: picture, page: 1, box: [0, 4, 2, 5], fit: whole}", False),
    ],
)
def test_paint_after_text_covers_it(press: Press, paint: str, covers: bool) -> None:
    """Where the text really stands; a drawing shown whole is no rectangle of paint."""
    is_picture = "picture" in paint
    if is_picture:
        press.drawing("articles/p.svg", 100, 100)
    head = "pictures: [{file: p.svg, alt: 国}]" if is_picture else ""
    after = press.spread(spread(WORD, f"  paint: {paint}"), head=head)
    assert codes(after) == (["T042"] if covers else [])
    before = press.spread(spread(f"  paint: {paint}", WORD), head=head)
    # Text over the edge of a picture, of a drawing shown whole too, is hard to read.
    assert codes(before) == (["T125"] if is_picture else [])
    if covers:
        facts = finding(after, "T042").facts
        assert (facts["frame"], facts["other"], facts["page"]) == ("paint", "word", "2")


def test_a_photograph_shown_whole_covers_too(press: Press) -> None:
    press.raster("articles/p.png", 300, 300)
    paint = "  paint: {kind: picture, page: 1, box: [0, 3, 10, 9], fit: whole}"
    made = press.spread(
        spread(WORD.replace("[0,", "[2,"), paint), head="pictures: [{file: p.png, alt: 国}]"
    )
    assert codes(made) == ["T042"]


def test_copy_and_what_masters_paint_count_too(press: Press) -> None:
    paint = "  paint: {kind: fill, page: 2, box: [0, 2, 4, 3], colour: red}"
    assert codes(press.spread(spread(paint), "国国国国。")) == ["T042"]
    house = (press.folder / "layouts/house.yaml").read_text("utf-8")
    bar = "    bar: {kind: fill, on: recto, box: [0, 2, 4, 3], colour: red}\n"
    press.write("layouts/house.yaml", house + bar)
    made = press.spread(spread(), "国国国国。")
    assert finding(made, "T042").span.file == "layouts/house.yaml"


@pytest.mark.parametrize(
    ("frame", "found"),
    [
        ("{kind: body, box: [0, 2, 24, 20]}", ["T041"]),
        ('{kind: text, box: [0, 2, 24, 4], text: "{ title }", style: flush}', ["T041"]),
        ('{kind: text, box: [0, 2, 24, 4], text: "{issue.title}", style: flush}', []),
        ('{kind: text, box: [0, 2, 24, 4], text: "{deck}", style: flush}', []),
    ],
)
def test_a_layout_of_an_article_needs_one(press: Press, frame: str, found: list[str]) -> None:
    """Said once, at the layout's name, and nothing besides of what the article would bring."""
    picture = "  picture: {kind: picture, box: [0, 6, 24, 9]}\n" if found else ""
    press.layout("single", f"pages: 1\nmaster: none\nframes:\n{picture}  one: {frame}\n")
    made = press.plan("pages: 1, layout: single", "pages: 2, layout: blank")
    assert codes(made) == found
    if found:
        assert finding(made, "T041").span.column == len("  - {pages: 1, layout: ") + 1


@pytest.mark.parametrize(
    "field", ["pictures.0", "quotes.0", "features.0.title", "sections.0.name", "slot."]
)
def test_fields_that_can_never_have_a_value_are_unknown(press: Press, field: str) -> None:
    word = WORD.replace("国国国", f'"{{{field}}}"')
    assert codes(press.spread(spread(word))) == ["T004"]


@pytest.mark.parametrize(
    ("text", "columns"), [("国{国", [1]), ("{title}}国{", [7, 9]), ("{title}", [])]
)
def test_a_brace_without_its_partner_is_pointed_out(
    press: Press, text: str, columns: list[int]
) -> None:
    made = press.spread(spread(WORD.replace("国国国", f'"{text}"')))
    places = [found.span.column for found in made.diagnostics if found.rule.code == "T043"]
    start = WORD.index("国国国") + 2
    assert places == [start + column for column in columns]


@pytest.mark.parametrize(("text", "found"), [("国", ["T044"]), ('"{quotes.2}"', [])])
def test_quotes_of_which_none_is_shown_are_pointed_out(
    press: Press, text: str, found: list[str]
) -> None:
    made = press.spread(spread(WORD.replace("国国国", text)), head="quotes: [国, 国国]")
    assert codes(made) == found
