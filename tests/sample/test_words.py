"""Every word of every story is in print, in reading order, and can be copied out again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from .manuscript import MANIFEST, STORIES, Story
from .reading import PageText, letters

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)

#: A page's share of a story is found by as many letters of its beginning.
SEED = 10


def shares(story: Story, printed: list[PageText]) -> list[tuple[str, str]]:
    """The story's copy on each of its pages, and what else stands there.

    Each share is the longest run of letters on the page that goes on where the last one ended.
    """
    copy = letters(story.body)
    found = []
    for number in story.pages:
        page = printed[number - 1].letters
        share, at = longest(copy, page)
        found.append((share, page[:at] + "\n" + page[at + len(share) :]))
        copy = copy[len(share) :]
    assert copy == "", f"{len(copy)} letters of {story.name} are not in print: {copy[:20]}"
    return found


def longest(copy: str, page: str) -> tuple[str, int]:
    """The longest beginning of `copy` that stands on the page, and where."""
    best, place = 0, 0
    seed = copy[:SEED]
    at = page.find(seed) if seed else -1
    while at >= 0:
        size = len(seed)
        while size < len(copy) and copy[size] == page[at + size : at + size + 1]:
            size += 1
        if size > best:
            best, place = size, at
        at = page.find(seed, at + 1)
    return copy[:best], place


@each_story
def test_copy_is_in_print_in_reading_order(story: Story, printed: list[PageText]) -> None:
    assert "".join(share for share, _ in shares(story, printed)) == letters(story.body)


@each_story
def test_marks_of_the_copy_come_out_in_their_places(story: Story, printed: list[PageText]) -> None:
    """Not letters alone: every character of the copy, in order, none twice."""
    text = "".join(printed[number - 1].text for number in story.pages)
    place = -1
    for index, char in enumerate(story.body):
        if not (char.isspace() or char == "*"):
            place = text.find(char, place + 1)
            assert place >= 0, f"lost: {story.body[index : index + 12]}"


@each_story
def test_everything_else_of_the_story_is_in_print_and_nothing_more(
    story: Story, printed: list[PageText]
) -> None:
    """Title, names, captions, quotations, figures; and beside them the page's furniture alone."""
    rest = "\n".join(others for _, others in shares(story, printed))
    for piece in sorted(pieces(story), key=len, reverse=True):
        assert letters(piece) in rest, piece
        rest = rest.replace(letters(piece), "\n", 1)
    for piece in furniture(story):
        rest = rest.replace(letters(piece), "\n")
    assert re.sub(r"[\s0-9]", "", rest) == ""


def pieces(story: Story) -> Iterator[str]:
    """What must be in print once, besides the copy."""
    head = story.head
    for name in ("title", "subtitle", "deck", "department", "note"):
        if name in head:
            yield head[name]
    yield from head.get("byline", [])
    for picture in head.get("pictures", []):
        yield picture["caption"]
    for figure in head.get("figures", []):
        yield from (str(figure["value"]), figure.get("unit", ""), figure["label"])
    for person in head.get("people", []):
        yield person["name"]


def furniture(story: Story) -> Iterator[str]:
    """What may stand on its pages: pull quotes, running heads, banner, the issue's name."""
    head = story.head
    yield from sorted(head.get("quotes", []), key=len, reverse=True)
    yield head["title"]
    yield from (story.section["name"], MANIFEST["title"], str(MANIFEST["date"]))


def test_most_stories_print_a_quotation(printed: list[PageText]) -> None:
    """Besides its place in the copy; where copy or pictures fill the spread there is none."""
    quoted = 0
    for story in STORIES:
        rest = "\n".join(others for _, others in shares(story, printed))
        quoted += any(letters(quote) in rest for quote in story.head.get("quotes", []))
    assert quoted >= 12


def test_marks_and_letters_come_out_as_themselves(printed: list[PageText]) -> None:
    """No Kangxi radical, no compatibility ideograph, no full-width digit (design.md, Traps)."""
    text = "".join(page.text for page in printed)
    assert not re.search(
        r"[\u2e80-\u2fdf\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]", text
    )
    assert "\ufffd" not in text
    assert "\x00" not in text
    assert "——" in text
    assert "“" in text


def test_a_changed_letter_is_seen(printed: list[PageText]) -> None:
    """The comparison can fail: a lost, doubled or exchanged letter, or two shares exchanged."""
    story = STORIES[1]
    page = story.pages.start
    glyphs = printed[page].glyphs
    middle = next(i for i, g in enumerate(glyphs) if g.size > 9 and i > len(glyphs) // 3)
    changed = list(printed)
    changed[page] = PageText(page + 1, glyphs[:middle] + glyphs[middle + 1 :])
    with pytest.raises(AssertionError):
        test_copy_is_in_print_in_reading_order(story, changed)
    first, last = story.pages[-2], story.pages[-1]
    swapped = list(printed)
    swapped[first - 1], swapped[last - 1] = swapped[last - 1], swapped[first - 1]
    with pytest.raises(AssertionError):
        test_copy_is_in_print_in_reading_order(story, swapped)
