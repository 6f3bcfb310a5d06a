"""What does not fit of the copy: in its line, in its frames, in what frames share out."""

from __future__ import annotations

import time

import pytest

from .press import (
    TWO_BY_TWO,
    Press,
    book_of,
    codes,
    copy,
    finding,
    lines,
    text_of,
)

NARROW = "  body: {{kind: body, page: 2, box: [0, 0, {width}, 20], style: {style}}}"


@pytest.mark.parametrize(
    ("style", "width", "have", "need"),
    [
        ("size: 10pt, indent: 12", 10, "10", "13"),
        ("size: 10pt, left: 12", 10, "-2", "1"),
        ("size: 40pt, rows: 3", 3, "0.75", "1"),
        ("size: 10pt, left: 4, indent: 6", 10, "6", "7"),
    ],
)
@pytest.mark.parametrize("kind", ["body", "text"])
def test_what_sticks_out_of_its_line_is_reported(
    press: Press, kind: str, style: str, width: int, have: str, need: str
) -> None:
    """The line's width and what its indent and a single character need, in em of the style."""
    press.style(f"own: {{font: song, {style}}}")
    if kind == "body":
        made = press.spread(NARROW.format(width=width, style="own"), copy="国")
    else:
        made = press.spread(
            f"  word: {{kind: text, page: 2, box: [0, 0, {width}, 9], text: 国, style: own}}\n"
            "  body: {kind: body, page: 2, box: [0, 16, 24, 20]}"
        )
    assert codes(made) == ["T019"]
    fault = finding(made, "T019")
    assert (fault.facts["have"], fault.facts["need"]) == (have, need)
    assert (fault.facts["text"], fault.facts["style"]) == ("国", "own")
    assert fault.is_error


def test_what_just_fits_its_line_is_not_reported(press: Press) -> None:
    press.style("own: {font: song, size: 10pt, indent: 9}")
    assert codes(press.spread(NARROW.format(width=10, style="own"), copy="国国国")) == []
    # Marks that are squeezed or hang at the line's end are no fault.
    assert codes(press.spread(NARROW.format(width=10, style="flush"), copy="国国，" * 40)) == []


@pytest.mark.parametrize(
    ("style", "count", "faults"),
    [
        ("rows: 1", 30, ["T020"]),
        ("rows: 1", 1, []),
        ("rows: 1.3", 30, ["T020"]),
        ("rows: 1.4", 30, []),
        ("leading: 19pt", 30, ["T020"]),
        ("leading: 20pt", 30, []),
    ],
)
@pytest.mark.parametrize("kind", ["body", "text"])
def test_lines_that_would_overprint_are_reported(
    press: Press, kind: str, style: str, count: int, faults: list[str]
) -> None:
    """Type of 20 pt in lines of rows of 15 pt; a single line overprints nothing."""
    press.style(f"own: {{font: song, size: 20pt, {style}}}")
    if kind == "body":
        made = press.spread(NARROW.format(width=20, style="own"), copy="国" * count)
    else:
        made = press.spread(
            f"  word: {{kind: text, page: 2, box: [0, 0, 20, 15], text: {'国' * count},"
            " style: own}\n  body: {kind: body, page: 2, box: [0, 17, 24, 20]}"
        )
    assert codes(made) == faults
    if faults:
        assert finding(made, "T020").span.file == "layouts/house.yaml"


@pytest.mark.parametrize(("gap", "faults"), [(3, []), (12, ["T018"]), (16, ["T018"])])
def test_gaps_that_fill_a_body_frame_are_reported(
    press: Press, gap: int, faults: list[str]
) -> None:
    made = press.spread(
        f"  body: {{kind: body, page: 2, box: [0, 0, 24, 20], columns: 3, gap: {gap}}}"
    )
    assert codes(made) == faults


# ---------------------------------------------------------------------------------- overset


@pytest.mark.parametrize("over", [1, 2, 7])
def test_what_does_not_fit_is_counted_to_the_character(press: Press, over: int) -> None:
    """Five rows of two columns: lines, characters and the source of the first that is over."""
    before = 11 * 4 - 2
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 5], columns: 2, gap: 2}",
        copy=f"{copy(before)}\n\n国{'口' * (11 * 6 - 3)}{'碑' * (11 * over - 3)}。",
    )
    fault = finding(made, "T001")
    assert codes(made) == ["T001"]
    assert made.book is not None
    assert fault.is_error
    assert fault.facts["lines"] == str(over)
    assert fault.facts["chars"] == str(11 * over - 2)
    assert fault.facts["layout"] == "story"
    assert (fault.span.file, fault.span.line, fault.span.column) == ("articles/a.md", 8, 11 * 6 - 1)
    assert text_of(made.book, (2, 3)) == "国" * before + "国" + "口" * (11 * 6 - 3)


def test_overset_in_a_later_paragraph_names_its_line(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 2]}", copy="国国\n\n国国\n\n国国国\n\n国"
    )
    fault = finding(made, "T001")
    assert (fault.span.line, fault.span.column) == (10, 1)
    assert (fault.facts["lines"], fault.facts["chars"]) == ("2", "4")


def test_a_heading_that_finds_no_place_for_its_text_is_overset_with_it(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 4]}", copy="国\n\n国\n\n## 题\n\n国国国"
    )
    fault = finding(made, "T001")
    assert fault.facts["lines"] == "2"
    assert (fault.span.line, fault.span.column) == (10, 4)


def test_an_article_of_a_hundred_thousand_characters_is_overset_not_lost(press: Press) -> None:
    paragraphs = ["国" * 998] * 100
    made = press.spread(TWO_BY_TWO, copy="\n\n".join(paragraphs))
    fault = finding(made, "T001")
    assert made.book is not None
    shown = len(text_of(made.book, (2, 3)))
    assert shown + int(fault.facts["chars"]) == 99_800


def test_an_article_of_very_many_paragraphs_takes_no_time(press: Press) -> None:
    """Four times as many paragraphs take four times as long, give or take."""
    seconds = []
    for count in (7_500, 30_000):
        start = time.process_time()
        made = press.spread(TWO_BY_TWO, copy="\n\n".join(["国"] * count))
        seconds.append(time.process_time() - start)
        assert codes(made) == ["T001"]
    assert seconds[1] < 7 * seconds[0]


# ----------------------------------------------------------------------- frames of the chain


def test_frames_share_an_article_out_by_paragraphs(press: Press) -> None:
    made = press.spread(
        "  body: {kind: body, page: 1, box: [0, 0, 24, 5], to: 1}\n"
        "  more: {kind: body, page: 2, box: [0, 0, 24, 5], from: 2}",
        copy="甲甲\n\n乙乙\n\n丙丙",
    )
    book = book_of(made)
    assert [text for _, _, text in lines(book, 2)] == ["甲甲"]
    assert [text for _, _, text in lines(book, 3)] == ["乙乙", "丙丙"]


@pytest.mark.parametrize(
    ("first", "second", "faults"),
    [
        ("to: 1", "from: 3", {"2": "0"}),
        ("to: 2", "from: 2", {"2": "2"}),
        ("to: 2", "from: 3, to: 3", {}),
        ("to: 9", "from: 10", {}),
        ("to: 1", "from: 2, to: 2", {"3": "0"}),
    ],
)
def test_a_paragraph_in_no_frame_or_in_two_is_reported(
    press: Press, first: str, second: str, faults: dict[str, str]
) -> None:
    made = press.spread(
        f"  body: {{kind: body, page: 1, box: [0, 0, 24, 5], {first}}}\n"
        f"  more: {{kind: body, page: 2, box: [0, 0, 24, 5], {second}}}",
        copy="甲甲\n\n乙乙\n\n丙丙",
    )
    found = {d.facts["number"]: d.facts["times"] for d in made.diagnostics}
    assert found == faults
    assert set(codes(made)) <= {"T011"}
