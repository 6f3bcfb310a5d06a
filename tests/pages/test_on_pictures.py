"""Nothing is printed on a picture by chance: only what the layout means to stand there."""

from __future__ import annotations

import pytest

from .press import TITLE, Press, codes, finding

#: A picture over rows 4 to 9 and columns 4 to 13 of the left page; the copy on the right one.
PICTURE = "  picture: {kind: picture, page: 1, box: [4, 4, 14, 10]}"
BODY = "  body: {kind: body, page: 2, box: [0, 0, 24, 20]}"
#: Components that stand on it, and what the article brings for them.
ON = {
    "people": (
        "{kind: people, page: 1, box: [5, 4, 11, 10], columns: 1, rows: 2, name_style: flush}",
        "people: [{name: 国国国, picture: p.svg}]",
    ),
    "figures": (
        "{kind: figures, page: 1, box: [5, 4, 13, 9], rows: 4, columns: 1, value_style: flush,"
        " unit_style: flush, label_style: flush}",
        "figures: [{value: '1', unit: 国, label: 国国}]",
    ),
    "timeline": (
        "{kind: timeline, page: 1, box: [4, 4, 14, 9], date_style: flush, text_style: flush}",
        "timeline: [{date: 国国, text: 国国}]",
    ),
    "picture": ("{kind: picture, page: 1, box: [6, 5, 8, 8], picture: 2}", ""),
    "sidebar": ("{kind: sidebar, page: 1, box: [4, 4, 14, 9], style: flush}", ""),
    "qr": ('{kind: qr, page: 1, box: [5, 5, 9, 9], text: "https://a.cn"}', ""),
    "body": ("{kind: body, page: 1, box: [0, 0, 24, 20]}", ""),
}


def laid(
    press: Press, *frames: str, copy: str = "国。", head: str = "", files: int = 1
) -> list[str]:
    """The codes of a spread with these frames of an article with so many pictures."""
    press.drawing("articles/p.svg", 100, 100)
    pictures = ", ".join(["{file: p.svg, alt: 国}"] * files)
    made = press.spread("\n".join((TITLE, *frames)), copy, head=f"pictures: [{pictures}]\n{head}")
    return codes(made)


@pytest.mark.parametrize("kind", ON)
def test_components_on_a_picture_must_mean_it(press: Press, kind: str) -> None:
    frame, head = ON[kind]
    copy = {"body": "国" * 250, "sidebar": "国。\n\n::: sidebar\n国国国国。\n:::"}.get(kind, "国。")
    rest = () if kind == "body" else (BODY,)
    files = 2 if kind == "picture" else 1
    for meant, found in (("", ["T125"]), ("on_picture: true, ", [])):
        upper = f"  upper: {frame.replace('page: 1, ', f'page: 1, {meant}')}"
        assert laid(press, PICTURE, upper, *rest, copy=copy, head=head, files=files) == found


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ("[5, 5, 13, 6]", []),  # all of it on the picture
        ("[0, 5, 20, 6]", ["T125"]),  # over its left edge
        ("[12, 5, 20, 6]", ["T125"]),  # over its right edge
        ("[14, 5, 20, 6]", []),  # beside it
        ("[5, 10, 20, 11]", []),  # below it
    ],
)
def test_a_text_stands_on_a_picture_whole_or_not_at_all(
    press: Press, box: str, found: list[str]
) -> None:
    word = f"  word: {{kind: text, page: 1, box: {box}, text: 国国国国国, style: flush}}"
    assert laid(press, PICTURE, word, BODY) == found
    if found:
        meant = word.replace("page: 1,", "page: 1, on_picture: true,")
        assert laid(press, PICTURE, meant, BODY) == []


def test_fields_of_colour_are_meant_to_lie_on_pictures(press: Press) -> None:
    band = "  band: {kind: fill, page: 1, box: [0, 8, 24, 9], colour: red}"
    assert laid(press, PICTURE, band, BODY) == []


@pytest.mark.parametrize("around", ["box", "contour"])
def test_copy_does_not_stand_on_what_it_runs_around(press: Press, around: str) -> None:
    picture = PICTURE.replace("page: 1,", f"page: 1, runaround: {around},")
    assert laid(press, picture, f"  body: {ON['body'][0]}", copy="国" * 200) == []


def test_of_a_drawing_shown_whole_its_outline_counts(press: Press) -> None:
    """Text in a corner that the drawing leaves empty stands on nothing."""
    shape = '<path d="M0 0h100v50h-50v50h-50z" fill="#000000"/>'  # without its right lower quarter
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{shape}</svg>'
    press.write("articles/p.svg", svg)
    picture = "  picture: {kind: picture, page: 1, box: [4, 4, 14, 10], fit: whole}"
    for row, found in (("4", ["T125"]), ("8", [])):
        box = f"[10, {row}, 20, 9]"
        word = f"  word: {{kind: text, page: 1, box: {box}, text: 国国国国国国, style: flush}}"
        made = press.spread(
            "\n".join((TITLE, BODY, picture, word)), head="pictures: [{file: p.svg, alt: 国}]"
        )
        assert codes(made) == found


def test_the_remedy_for_copy_is_to_run_around(press: Press) -> None:
    """Whether the picture is listed before or after it."""
    press.drawing("articles/p.svg", 100, 100)
    body = f"  body: {ON['body'][0]}"
    for frames, code in (((PICTURE, body), "T125"), ((body, PICTURE), "T042")):
        made = press.spread(
            "\n".join((TITLE, *frames)), "国" * 250, head="pictures: [{file: p.svg, alt: 国}]"
        )
        found = finding(made, code)
        assert "runaround: box" in found.rule.help.en
        assert found.span.file == "layouts/story.yaml"
