"""Whole small issues as text: what `model.dump` says of them, read in `git diff`.

A snapshot that is missing or differs fails; `pytest --update` rewrites it and fails once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from koubei_pdf.build import Build
from koubei_pdf.model.dump import dump

from .press import Press, book_of

CASES = Path(__file__).parent / "cases"

COPY = (
    "武汉电信承载着全湖北乃至华中地区的网络出口，是国家南北、东西骨干传输网的汇接中心。\n\n"
    "## 云网融合\n\n"
    "加快推进以5G、云、AI为代表的“智能化”基础设施建设——建成华中最大的数据中心（IDC）。\n\n"
    "> 用户的满意就是对我们最好的认可。\n\n"
    "成交不是终点，而是赢得客户信任的起点；项目完工后，仍定期回访，解决了3.14万户的问题。"
)


def story(press: Press) -> Build:
    """A spread with everything: picture over the spine, title, deck, two columns, signature."""
    press.drawing("articles/p.svg", 400, 100)
    return press.spread(
        "  picture: {kind: picture, page: 1, box: [bleed, -2, bleed, 6], across: true}\n"
        '  caption: {kind: text, page: 1, box: [0, picture+0.5, 24, 9], text: "{pictures.1}",'
        " style: small, colour: section 60}\n"
        '  title: {kind: text, page: 1, box: [0, 10, 24, 16], text: "{title}", style: title}\n'
        '  deck: {kind: text, page: 1, box: [0, title+1, 24, 19], text: "{deck}", style: flush}\n'
        "  rule: {kind: fill, page: 2, box: [0, 7, 24, 8], edge: top, weight: 1pt,"
        " colour: section}\n"
        "  body: {kind: body, page: 2, box: [0, 8, 24, 20], columns: 2, gap: 2, balance: true,"
        " quote: quotation, sign: '{department} {byline}', end_mark: true}",
        copy=COPY,
        head="title: 共铸国云 智领未来\ndeck: 云网融合、智能敏捷\n"
        "department: 营业部\nbyline: 杨琴\n"
        "pictures: [{file: p.svg, caption: 网络出口, alt: 插画, focus: [0.5, 0.2]}]",
    )


def long_story(press: Press) -> Build:
    """Copy over four pages of one and three columns, the last of them balanced on the foot."""
    press.layout(
        "long",
        "pages: 4\nframes:\n"
        '  title: {kind: text, box: [0, 0, 24, 3], text: "{title}", style: title}\n'
        "  body: {kind: body, page: 1, box: [0, 15, 24, 20], first: large}\n"
        "  more: {kind: body, page: 2, box: [0, 17, 24, 20], columns: 2}\n"
        "  last: {kind: body, page: 4, box: [0, 0, 24, 20], columns: 3, gap: 1.5, balance: true,"
        " valign: bottom}",
    )
    press.article("a", "\n\n".join([COPY] * 2))
    return press.plan(
        "pages: 1, layout: blank",
        "pages: 2-5, layout: long, article: a",
        "pages: 6, layout: blank",
    )


def contents(press: Press) -> Build:
    """A cover with a feature and a contents page of two sections."""
    entry = "folio_style: title, title_style: flush, folio_width: 4, gap: 1, rule: red"
    press.layout(
        "front",
        "pages: 1\nmaster: none\nframes:\n"
        '  name: {kind: text, box: [0, 0, 24, 3], text: "{issue.title}", style: title}\n'
        '  lead: {kind: text, box: [0, 9, 24, 12], text: "{features.1.title}", style: flush}\n'
        f"  one: {{kind: contents, box: [0, 14, 10, 19], section: one, {entry}}}\n"
        f"  two: {{kind: contents, box: [12, 14, 24, 19], section: two, {entry}}}",
    )
    press.article("b", "国。", "title: 关爱无极限，服务零距离", section="two")
    frames = (
        '  title: {kind: text, box: [0, 0, 24, 6], text: "{title}", style: title}\n'
        "  body: {kind: body, page: 2, box: [0, 0, 24, 6]}"
    )
    press.layout("story", f"pages: 2\nframes:\n{frames}\n")
    press.article("a", "国。", "title: 只问使命")
    return press.plan(
        "pages: 1, layout: front, features: [b]",
        "pages: 2-3, layout: story, article: a",
        "pages: 4-5, layout: story, article: b",
        "pages: 6, layout: blank",
    )


@pytest.mark.parametrize("case", [story, long_story, contents], ids=lambda case: case.__name__)
def test_snapshot(press: Press, case: Callable[[Press], Build], update: bool) -> None:
    found = dump(book_of(case(press)))
    path = CASES / f"{case.__name__}.txt"
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if update and found != expected:
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
        pytest.fail(f"rewritten: {path.name}")
    assert found == expected


@pytest.mark.parametrize("case", [story, long_story, contents], ids=lambda case: case.__name__)
def test_two_builds_are_one(press: Press, case: Callable[[Press], Build]) -> None:
    first, second = case(press), case(press)
    assert first.book == second.book
    assert dump(book_of(first)) == dump(book_of(second))


def test_a_designer_changes_the_look_without_python(press: Press) -> None:
    """One line of the house style: another size, another colour, in every layout that uses it."""
    before = dump(book_of(story(press)))
    house = (press.folder / "layouts/house.yaml").read_text("utf-8")
    house = house.replace("red: [0, 100, 100, 0]", "red: [0, 90, 80, 5]")
    press.write("layouts/house.yaml", house.replace("size: 20pt, rows: 2", "size: 24pt, rows: 2.5"))
    after = dump(book_of(story(press)))
    assert "Square 20 K100" in before
    assert "Square 24 K100" in after
    assert "Square 20" not in after
    assert "M90 Y80 K5" in after
    assert "M100 Y100" not in after
