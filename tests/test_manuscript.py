"""The articles hold the manuscript's words: none lost, none added, none changed.

The manuscript is the text that a flipbook site gave away, so its lines are not in reading order:
manuscript/order.yaml says which lines make which article, manuscript/README.md says why.
Only typography may differ: half-width marks, typed spaces, the marks around a subtitle or byline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from .sample.manuscript import LINES, ORDER, SECTIONS

ARTICLES = Path(__file__).parents[1] / "articles"

FULL_WIDTH = str.maketrans(",:;!?()", "，：；！？（）")
HAN = "[\u4e00-\u9fff]"
# The two places in running copy where a space parts words: a document's title, an item's sign-off.
SPACED = re.compile(r"《[^》]*》|（[^（）]+）$")

each_article = pytest.mark.parametrize("name", ORDER["articles"])


@dataclass(frozen=True)
class Article:
    """One file of articles/, front matter and body."""

    meta: dict[str, Any]
    body: str

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs, subheads among them, without Markdown's marks."""
        return [text.removeprefix("## ") for text in self.body.strip().split("\n\n")]

    @property
    def subheads(self) -> list[str]:
        """The body's subheads."""
        return re.findall(r"^## (.*)$", self.body, re.M)

    @property
    def fields(self) -> dict[str, str]:
        """The words that come from the manuscript, under the names that order.yaml uses."""
        meta = self.meta
        fields = {name: meta.get(name, "") for name in ("title", "subtitle", "deck")}
        fields["body"] = "\n".join(self.paragraphs)
        department = [meta["department"]] if "department" in meta else []
        fields["signature"] = " ".join(department + meta.get("byline", []))
        fields["people"] = "\n".join(person["name"] for person in meta.get("people", []))
        # A picture's caption is new copy unless order.yaml gives it a line of the manuscript.
        fields["caption"] = meta["pictures"][0]["caption"] if "pictures" in meta else ""
        return fields


def read(name: str) -> Article:
    """The article in the file of that name."""
    _, front, body = (ARTICLES / name).read_text("utf-8").split("---\n", 2)
    return Article(yaml.safe_load(front), body)


def span(source: int | str) -> tuple[int, int, int]:
    """Line, start and end of one entry of order.yaml, such as 95 or '217 until (客户服务部)'."""
    number, _, cut = str(source).partition(" ")
    line = int(number)
    how, _, mark = cut.partition(" ")
    at = LINES[line].index(mark)
    return line, at if how == "from" else 0, at if how == "until" else len(LINES[line])


def manuscript(sources: list[int | str]) -> str:
    """The manuscript's text for these entries of order.yaml, a line each."""
    return "\n".join(LINES[line][start:end] for line, start, end in map(span, sources))


def letters(text: str) -> str:
    """The Han characters, letters and digits of a text: what must not change at all."""
    return "".join(filter(str.isalnum, text))


def marks(text: str) -> str:
    """The text with its punctuation brought to full width and without its spaces."""
    return "".join(text.translate(FULL_WIDTH).split())


def restored(text: str) -> str:
    """A manuscript's line as a title prints it: full-width marks, one space between phrases."""
    return " ".join(text.translate(FULL_WIDTH).split())


def differences(name: str, article: Article) -> list[str]:
    """The fields whose letters are not the manuscript's, in reading order."""
    order = ORDER["articles"][name]
    listed = [field for field in order if field in article.fields]
    # What order.yaml does not list must be empty, or words were added; but captions may be new.
    unlisted = [field for field in article.fields if field not in order and field != "caption"]
    return [
        field
        for field in listed + unlisted
        if letters(article.fields[field]) != letters(manuscript(order.get(field, [])))
    ]


def printed(article: Article) -> Iterator[str]:
    """Every text of an article that reaches a page or a listener, a paragraph or a name each."""
    for text in article.fields.values():
        yield from text.split("\n")
    for picture in article.meta.get("pictures", []):
        yield from (picture["caption"], picture["alt"])
    yield from article.meta.get("quotes", [])


@each_article
def test_no_word_changed(name: str) -> None:
    assert differences(name, read(name)) == []


@each_article
def test_no_mark_changed_but_in_width(name: str) -> None:
    order, fields = ORDER["articles"][name], read(name).fields
    for field in {"title", "subtitle", "deck", "body", "caption"} & set(order):
        # A dash before the subtitle belongs to the layout.
        assert marks(fields[field]) == marks(manuscript(order[field])).lstrip("-—")


@each_article
def test_a_change_of_one_letter_is_seen(name: str) -> None:
    article = read(name)
    found = [match.start() for match in re.finditer(HAN, article.body)]
    for at in (found[0], found[len(found) // 2], found[-1]):
        before, letter, after = article.body[:at], article.body[at], article.body[at + 1 :]
        for changed in ("", letter * 2, "口" if letter != "口" else "碑"):
            assert differences(name, replace(article, body=before + changed + after)) == ["body"]
    for field, changed in (("title", article.meta["title"][1:]), ("deck", "口碑")):
        other = replace(article, meta={**article.meta, field: changed})
        assert differences(name, other) == [field]


def test_paragraphs_out_of_order_are_seen() -> None:
    name = "06-shuangpingyi.md"
    article = read(name)
    flipbook = "\n\n".join(article.paragraphs[i] for i in (0, 1, 2, 4, 3))
    assert differences(name, replace(article, body=flipbook)) == ["body"]


@each_article
def test_signature_is_the_manuscripts(name: str) -> None:
    # The letters alone would not show where a department ends and a name begins.
    signature = restored(manuscript(ORDER["articles"][name].get("signature", [])))
    assert read(name).fields["signature"] == signature.strip("（）")


@each_article
def test_subheads_are_the_manuscripts(name: str) -> None:
    # The flipbook glued some of them to the paragraph below, but each still opens a line.
    for subhead in read(name).subheads:
        assert any(restored(line).startswith(subhead) for line in LINES)


def test_every_line_is_used_once() -> None:
    used: dict[int, list[tuple[int, int]]] = {}
    lists = [field for article in ORDER["articles"].values() for field in article.values()]
    lists += [left_out["lines"] for left_out in ORDER["not_copy"]]
    for line, start, end in map(span, chain.from_iterable(lists)):
        used.setdefault(line, []).append((start, end))
    assert set(used) == {number for number, line in enumerate(LINES) if line.strip()}
    for line, spans in used.items():
        edges = [edge for piece in sorted(spans) for edge in piece]
        assert edges[0] == 0
        assert edges[-1] == len(LINES[line])
        assert edges[1:-1:2] == edges[2:-1:2], f"line {line} is used twice, or not to its end"


def test_what_is_not_copy_has_a_reason() -> None:
    assert all(left_out["reason"] for left_out in ORDER["not_copy"])


def test_every_article_has_its_lines() -> None:
    assert {path.name for path in ARTICLES.glob("*.md")} == set(ORDER["articles"])


@each_article
def test_contents_page_agrees(name: str) -> None:
    """Word for word and mark for mark; spaces are where the entry's lines may end.

    The manuscript names one section in its entry; the printed contents set it over the list.
    """
    page, title = (LINES[line] for line in ORDER["articles"][name]["contents"])
    meta = read(name).meta
    whole = "——".join(meta[key] for key in ("title", "subtitle") if key in meta)
    assert name.split("-")[0] == page
    entry = marks(meta.get("contents", whole))
    section = SECTIONS[meta["section"]]["name"]
    assert marks(title) in (entry, f"{section}——{entry}")


@each_article
def test_section_is_the_running_heads(name: str) -> None:
    heads = letters(manuscript(ORDER["articles"][name]["heads"]))
    head = ORDER["running_heads"][read(name).meta["section"]]
    assert heads
    assert heads.replace(head, "") == ""


@each_article
def test_quotes_and_figures_are_the_copys(name: str) -> None:
    article = read(name)
    copy = article.fields["deck"] + "\n" + article.fields["body"]
    quotes = article.meta.get("quotes", [])
    assert len(quotes) in range(1, 4) or {"people", "figures"} & article.meta.keys()
    assert all(quote in copy and 8 <= len(quote) <= 34 for quote in quotes)
    for figure in article.meta.get("figures", []):
        assert figure["value"] + figure["unit"] in copy
        assert figure["label"] in copy


@each_article
def test_captions_fit(name: str) -> None:
    for picture in read(name).meta.get("pictures", []):
        assert 12 <= len(picture["caption"]) <= 36
        assert picture["alt"]


@each_article
def test_punctuation_is_full_width(name: str) -> None:
    for text in printed(read(name)):
        assert not re.search(r"[,:;!?()]", text), text
        assert not re.search(r"(?<!\d)\.|\.(?!\d)", text), text


@each_article
def test_spaces_only_part_phrases(name: str) -> None:
    article = read(name)
    heads = [article.fields[field] for field in ("title", "subtitle", "signature")]
    for text in printed(article):
        assert text == restored(text), text
        assert not re.search(r"[，。：；！？、）”] | [，。：；！？、（“]", text), text
        if text not in heads + article.subheads:
            assert " " not in SPACED.sub("", text), text


@each_article
def test_file_is_plain(name: str) -> None:
    raw = (ARTICLES / name).read_bytes()
    assert b"\r" not in raw
    assert b"\t" not in raw
    # One paragraph a line: Markdown reads a line break inside a paragraph as a space.
    article = read(name)
    assert article.body == "\n" + article.body.strip() + "\n"
    assert all(paragraph and "\n" not in paragraph for paragraph in article.paragraphs)
