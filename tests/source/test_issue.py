"""The whole issue: its fields and places, all faults in one run, and no traceback ever."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koubei_pdf.model.content import Issue, Run
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.schema import Schema

from ..reading import read_whole

FILES = (
    "issue.yaml",
    "articles/spring.md",
    "layouts/house.yaml",
    "layouts/cover.yaml",
    "layouts/story.yaml",
)


@pytest.fixture
def issue(good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any) -> Issue:
    found, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert diagnostics == []
    assert found is not None
    return found


def test_manifest(issue: Issue) -> None:
    assert issue.fields["title"] == Run("江城月刊", Span("issue.yaml", 1, 8, 4))
    assert issue.fields["date"].text == "2023.03"
    assert issue.fields["colophon"].text == "主办：江城编辑部\n地址：江汉路一号"
    assert issue.sections["news"].number == "01"
    slots = [(slot.first, slot.last, slot.layout, slot.article) for slot in issue.pages]
    assert slots == [(1, 1, "cover", None), (2, 3, "story", "spring"), (4, 4, "cover", None)]
    assert issue.pages[0].fields == {"lead": Run("春到东湖", Span("issue.yaml", 12, 46, 4))}


def test_article(issue: Issue) -> None:
    article = issue.articles["spring"]
    assert article.section == "news"
    assert article.fields["title"].span == Span("articles/spring.md", 2, 8, 4)
    assert [run.text for run in article.byline] == ["李晓"]
    (picture,) = article.pictures
    assert picture.key == "articles/images/lake.svg"
    assert picture.focus == (0.5, 0.3)
    assert picture.caption is not None
    assert picture.caption.span == Span("articles/spring.md", 6, 38, 4)
    assert article.figures[0].value.text == "102"
    first, heading, last = article.blocks
    assert (first.span.line, heading.span.line, last.span.line) == (11, 13, 15)


def test_all_faults_come_together(
    good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any
) -> None:
    for name, written, instead in (
        ("issue.yaml", "title: 江城月刊", "tilte: 江城月刊"),
        ("articles/spring.md", "**樱花**", "<b>樱花</b>"),
        ("layouts/story.yaml", "columns: 2", "columns: 20"),
        ("layouts/house.yaml", "like: body", "like: bodi"),
    ):
        path = good_issue / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(written, instead), encoding="utf-8")
    found, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert found is None
    assert {diagnostic.rule.code for diagnostic in diagnostics} == {"M040", "A012", "M051", "L006"}


@pytest.mark.parametrize("key", ["colours", "fonts", "styles", "masters"])
def test_a_misspelt_key_is_one_fault(
    key: str, good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any
) -> None:
    """What the key would have defined is not reported as unknown as well."""
    house = good_issue / "layouts" / "house.yaml"
    text = house.read_text(encoding="utf-8")
    house.write_text(text.replace(f"{key}:", f"{key[:-1]}:"), encoding="utf-8")
    cover = good_issue / "layouts" / "cover.yaml"
    cover.write_text(cover.read_text(encoding="utf-8").replace("none", "story"), encoding="utf-8")
    found, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert found is None
    assert [diagnostic.rule.code for diagnostic in diagnostics] == ["M040"]


def test_unused_layouts_are_not_read(
    good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any
) -> None:
    (good_issue / "layouts" / "draft.yaml").write_text("[", encoding="utf-8")
    found, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert diagnostics == []
    assert found is not None
    assert sorted(found.layouts) == ["cover", "story"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"---\n---\n", b"[[[", b"\x00", b"~"])
def test_any_file_may_be_rubbish(
    name: str,
    data: bytes,
    good_issue: Path,
    tiny_kinds: Mapping[str, Schema],
    every_picture: Any,
) -> None:
    (good_issue / name).write_bytes(data)
    found, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert found is None
    assert any(diagnostic.is_error for diagnostic in diagnostics)


@pytest.mark.parametrize("name", ["articles", "layouts", "layouts/house.yaml", "issue.yaml"])
def test_any_file_may_be_missing(
    name: str, good_issue: Path, tiny_kinds: Mapping[str, Schema], every_picture: Any
) -> None:
    (good_issue / name).rename(good_issue / "elsewhere")
    found, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    assert found is None
    assert [diagnostic.rule.code for diagnostic in diagnostics] == ["M001"]


#: What replaces a stretch of a file; each has a meaning somewhere.
SHARDS = ["", " ", "\n", ": ", "[", "]", "{", "}", "- ", "~", '"', "*", "&a ", "-1", "99999", "x"]
SHARDS += ["\t", "：", "blue 900", "..", "/", "\0", "\u200b", "**", "\n---\n", "like: title"]


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 4))
def test_a_damaged_issue_is_reported_and_never_raises(
    seed: int,
    count: int,
    good_issue: Path,
    tiny_kinds: Mapping[str, Schema],
    every_picture: Any,
) -> None:
    chance = random.Random(seed)
    originals = {name: (good_issue / name).read_text(encoding="utf-8") for name in FILES}
    try:
        for _ in range(count):
            name = chance.choice(FILES)
            text = (good_issue / name).read_text(encoding="utf-8")
            start = chance.randrange(len(text) + 1)
            end = start + chance.choice([0, 0, 1, 3, 10])
            damaged = text[:start] + chance.choice(SHARDS) + text[end:]
            (good_issue / name).write_text(damaged, encoding="utf-8")
        found, diagnostics = read_whole(good_issue / "issue.yaml", tiny_kinds, every_picture)
    finally:
        for name, text in originals.items():
            (good_issue / name).write_text(text, encoding="utf-8")
    assert (found is None) == any(diagnostic.is_error for diagnostic in diagnostics)
    for diagnostic in diagnostics:
        for lang in ("zh", "en"):
            assert diagnostic.rule.message.text(lang, diagnostic.facts)
            assert diagnostic.rule.help.text(lang, diagnostic.facts)
