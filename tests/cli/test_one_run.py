"""One run says all: what the files have, and what laying out the sound part of them shows."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koubei_pdf.build import Build, build

from ..pages.press import Press, codes

FRAMES = (
    '  title: {kind: text, page: 1, box: [0, 0, 24, 4], text: "{title}", style: title}\n'
    "  body: {kind: body, page: 2, box: [0, 2, 24, 4]}"
)
LONG = "国" * 300


def magazine(press: Press) -> None:
    """A cover that announces `a` and `b`, these two, a contents page and the last page."""
    press.layout("story", f"pages: 2\nframes:\n{FRAMES}\n")
    press.layout("other", "extends: story\nframes:\n  body: {columns: 2}\n")
    press.layout(
        "cover",
        "pages: 1\nmaster: none\nframes:\n"
        '  one: {kind: text, box: [0, 0, 24, 2], text: "{features.1.title} {articles.a.folio}",'
        " style: flush}\n"
        '  two: {kind: text, box: [0, 4, 24, 6], text: "{features.2.title}", style: flush}\n',
    )
    press.layout(
        "contents",
        "pages: 1\nframes:\n"
        "  list: {kind: contents, box: [0, 0, 24, 20], section: one, folio_style: flush,"
        " title_style: flush}\n",
    )
    press.article("a", "国。")
    press.article("b", "国。")


def built(press: Press, first: str = "story", second: str = "story") -> Build:
    return press.plan(
        "pages: 1, layout: cover, features: [a, b]",
        f"pages: 2-3, layout: {first}, article: a",
        f"pages: 4-5, layout: {second}, article: b",
        "pages: 6, layout: contents",
    )


def test_the_magazine_is_good(press: Press) -> None:
    magazine(press)
    made = built(press, second="other")
    assert codes(made) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("articles/b.md", "section: one", "section: won", "A003"),
        ("articles/b.md", "国。", "[国](x)", "A011"),
        ("articles/b.md", "section: one", "section: one\npictures: [{file: q.svg}]", "M001"),
        ("layouts/other.yaml", "columns: 2", "columns: two", "M047"),
        ("layouts/other.yaml", "extends: story", "extends: stroy", "M067"),
        ("layouts/other.yaml", "body:", "body", "M043"),
        ("layouts/contents.yaml", "box:", "bux:", "M040"),
    ],
)
def test_the_rest_is_laid_out_all_the_same(
    press: Press, file: str, old: str, new: str, code: str
) -> None:
    """Two faults in two stories, one of the files and one of the pages: both, and nothing else."""
    magazine(press)
    press.article("a", LONG)
    built(press, second="other")
    path = press.folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    made = build(press.folder / "issue.yaml")
    assert set(codes(made)) >= {code, "T001"}
    assert len(codes(made)) == 2
    assert made.book is None


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("pages: 2-3, layout: story, article: a", "pages: 3-4, layout: story, article: b", "M061"),
        ("pages: 2-3, layout: story, article: a", "pages: 4-6, layout: story, article: b", "M065"),
        ("pages: 2-3, layout: story, article: a", "pages: 4-5, layout: stroy, article: b", "M067"),
        ("pages: 2-3, layout: story, article: a", "pages: 4-5, layout: story, article: a", "M071"),
    ],
)
def test_a_fault_of_the_plan_does_not_hide_the_pages(
    press: Press, first: str, second: str, code: str
) -> None:
    magazine(press)
    press.article("a", LONG)
    made = press.plan("pages: 1, layout: cover, features: [a, b]", first, second)
    assert code in codes(made)
    assert codes(made).count("T001") == 1
    assert {found for found in codes(made) if found.startswith("T")} == {"T001"}


def test_nothing_is_laid_out_on_a_faulty_house_style(press: Press) -> None:
    """All places and sizes rest on it: what it would do to the pages is not known."""
    magazine(press)
    press.article("a", LONG)
    house = (press.folder / "layouts/house.yaml").read_text("utf-8")
    press.write("layouts/house.yaml", house.replace("rows: 20", "rows: 0"))
    assert codes(built(press)) == ["M051"]


SHARDS = ["", " ", "\n", ": ", "[", "]", "- ", "~", '"', "-1", "99", "x", "{x}", "body", "国" * 90]


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 4))
def test_a_damaged_issue_is_built_as_far_as_it_goes(press: Press, seed: int, count: int) -> None:
    """No damage raises, and none of it leads to a book without a word."""
    magazine(press)
    built(press, second="other")
    names = sorted(path for path in press.folder.rglob("*") if path.suffix in (".yaml", ".md"))
    originals = {path: path.read_text("utf-8") for path in names}
    chance = random.Random(seed)
    try:
        for _ in range(count):
            path = chance.choice(names)
            text = path.read_text("utf-8")
            start = chance.randrange(len(text) + 1)
            end = start + chance.choice([0, 0, 1, 3, 10])
            path.write_text(text[:start] + chance.choice(SHARDS) + text[end:], "utf-8")
        made = build(press.folder / "issue.yaml")
    finally:
        for path, text in originals.items():
            path.write_text(text, "utf-8")
    assert made.book is not None or made.errors
