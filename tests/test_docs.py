"""docs/ says what the code says: diagnostics, options of frames, keys of every file."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from .script import script

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/zh/*.md")])
IN_BOTH = sorted(path.name for path in ROOT.glob("docs/zh/*.md"))


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    return script("make_tables")


def test_tables_are_fresh(tables: ModuleType) -> None:
    for path, text in tables.pages().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: {tables.REASON}"


def test_every_table_is_there_and_filled_in(tables: ModuleType) -> None:
    assert list(tables.missing()) == []


def shape(page: Path) -> list[str]:
    """A page's headings by level, its tables by their keys, code, steps and points, in order."""
    text = page.read_text(encoding="utf-8")
    parts = []
    is_code = False
    for line in text.split("\n"):
        mark = line.lstrip().split(" ", 1)[0]
        if mark.startswith("```"):
            is_code = not is_code
            parts.append(mark)
        elif is_code:
            continue
        elif mark.startswith(("#", "<!--", "-", "1.", "2.", "3.", "4.")):
            parts.append(line if "table:" in line else mark)
        elif mark == "|":
            key = re.match(r"\| (`[a-z_]+`|[A-Z][0-9]{3}) \|", line)
            parts.append(key[1] if key else mark)
    return parts


@pytest.mark.parametrize("name", IN_BOTH)
def test_both_languages_have_the_same_parts(name: str) -> None:
    english, chinese = shape(ROOT / "docs" / name), shape(ROOT / "docs" / "zh" / name)
    assert english == chinese
    assert len(english) > 20


def test_pages_for_designers_are_there_in_both_languages() -> None:
    assert {"diagnostics.md", "layouts.md", "manifest.md"} <= set(IN_BOTH)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"
