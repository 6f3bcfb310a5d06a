"""What the sample issue must hold, from its sources and the manuscript, not from the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
_FOLDER = ROOT / "tests" / "manuscript"
#: The empty first entry lets LINES[n] be the line that an editor calls n.
LINES = ["", *(_FOLDER / "koubei-2023-03.txt").read_text("utf-8").split("\n")]
ORDER: dict[str, Any] = yaml.safe_load((_FOLDER / "order.yaml").read_text("utf-8"))

MANIFEST: dict[str, Any] = yaml.safe_load((ROOT / "issue.yaml").read_text("utf-8"))
SECTIONS: dict[str, dict[str, str]] = {section["id"]: section for section in MANIFEST["sections"]}


@dataclass(frozen=True)
class Story:
    """An article of the issue: its pages (from 1), its head and its paragraphs."""

    name: str
    pages: range
    layout: str
    head: dict[str, Any]
    paragraphs: tuple[str, ...]

    @property
    def section(self) -> dict[str, str]:
        return SECTIONS[self.head["section"]]

    @property
    def body(self) -> str:
        return "".join(self.paragraphs)

    @property
    def manuscript_page(self) -> int:
        """The page that the manuscript's contents give the story."""
        return int(LINES[ORDER["articles"][self.name]["contents"][0]])

    @property
    def manuscript_title(self) -> str:
        """The title that the manuscript's contents give the story."""
        return LINES[ORDER["articles"][self.name]["contents"][1]]


def _pages(text: object) -> range:
    first, _, last = str(text).partition("-")
    return range(int(first), int(last or first) + 1)


def _story(slot: dict[str, Any]) -> Story:
    file = ROOT / MANIFEST["articles"][slot["article"]]
    _, head, body = file.read_text("utf-8").split("---\n", 2)
    blocks = tuple(block.removeprefix("## ") for block in body.strip().split("\n\n") if block)
    return Story(file.name, _pages(slot["pages"]), slot["layout"], yaml.safe_load(head), blocks)


STORIES = [_story(slot) for slot in MANIFEST["pages"] if "article" in slot]
