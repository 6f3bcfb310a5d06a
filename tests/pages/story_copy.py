"""Stories made up for the laws of pages: the sample's words in paragraphs of every length.

The same number gives the same story.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

#: Characters of a whole story, of a paragraph, of a title.
STORY, PARAGRAPH, TITLE = (100, 6000), (1, 300), (4, 40)
MOST_PICTURES = 6
#: Pictures by the file that make_files writes.
DRAWINGS = ("wide.svg", "tall.svg", "round.svg")
RASTERS = ("photo.png", "portrait.png")

_WESTERN = ("5G", "DICT", "SD-WAN", "Wi-Fi", "App", "IPTV", "1,292", "37.6", "50%", "2023", "10:30")
_BRACKETED = ("“满意”", "“以客户为中心”", "《一流口碑》", "（含共享站）", "‘好’")


@dataclass(frozen=True)
class Story:
    """A story for `layout`: the article's head (YAML) and its copy (Markdown)."""

    number: int
    layout: str
    head: str
    copy: str

    @property
    def file(self) -> str:
        return f"articles/s{self.number}.md"

    @property
    def first(self) -> int:
        """The line of the file on which the copy begins."""
        return self.head.count("\n") + 4

    def is_spanning(self, line: int) -> bool:
        """Whether a line of the file is a heading of level 2."""
        return self.copy.split("\n")[line - self.first].startswith("## ")

    def printed(self) -> dict[int, str]:
        """What prints of each line of the file's copy, without spaces and list markers."""
        lines = enumerate(self.copy.split("\n"), self.first)
        return {number: text for number, line in lines if (text := _printed(line))}


def _printed(line: str) -> str:
    if set(line) <= set("| -:"):
        return ""
    plain = re.sub(r"^(#+|>|-|1\.) ", "", line.replace("[^1]:", "1")).replace("[^1]", "1")
    return re.sub("[| ]", "", plain)


def clauses() -> list[str]:
    """What stands between two marks in the sample's articles."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "articles").glob("*.md")):
        copy = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        for line in copy.split("\n"):
            if not re.search(r"[#*_\[\]{}<>|`]", line):
                plain = re.sub("[“”‘’（）《》、 ]", "", line)
                found.update(dict.fromkeys(re.split("[，。！？；：…—]", plain)))
    return [clause for clause in found if 3 <= len(clause) <= 24]


class Writer:
    """Writes story `number`."""

    def __init__(self, number: int, words: Sequence[str]) -> None:
        self.dice = random.Random(number)
        self.number, self.words = number, words
        self._has_note = False

    def story(self, layout: str, shown: range) -> Story:
        """shown: how many pictures the layout shows; some stories have others all the same."""
        dice = self.dice
        # As many short stories as long ones: the logarithm is even.
        length = int(STORY[0] * (STORY[1] / STORY[0]) ** dice.random())
        kinds = dice.choice((("paragraph",), ("paragraph",) * 8 + ("list", "quote", "table")))
        longest = dice.choice((30, 80, 160, PARAGRAPH[1]))
        headings = dice.choice((0.0, 0.1, 0.25))
        parts: list[str] = []
        total = 0
        while total < length:
            if parts and dice.random() < headings:
                parts.append(self._heading())
            wanted = min(dice.randint(PARAGRAPH[0], longest), length - total)
            parts.append(self._part(dice.choice(kinds), wanted))
            total += len(parts[-1])
        if self._has_note:
            parts.append(f"[^1]: {self.text(dice.randint(8, 60))}")
        return Story(self.number, layout, self._head(shown), "\n\n".join(parts))

    def text(self, length: int) -> str:
        """Clauses and a stop, `length` characters in all."""
        dice, made = self.dice, ""
        while len(made) < length:
            unit = dice.choice(self.words)
            chance = dice.random()
            if chance < 0.06:
                unit = f"有{dice.choice(_WESTERN)}{unit}"
            elif chance < 0.12:
                unit = f"为{dice.choice(_BRACKETED)}{unit}"
            rest = length - len(made)
            if len(unit) >= rest:
                unit = dice.choice(self.words)[: rest - 1].rstrip("0123456789")
                return f"{made}{unit}。" if unit else f"{made[:-1] or '好'}。"
            made += unit + dice.choice("，，，。")
        return f"{made[:-1]}。"

    def _heading(self) -> str:
        level = self.dice.choice(("##", "##", "###"))
        return f"{level} {self.text(self.dice.randint(3, 30))[:-1]}"

    def _part(self, kind: str, length: int) -> str:
        dice = self.dice
        if kind == "list":
            mark = dice.choice(("- ", "1. "))
            return "\n".join(
                mark + self.text(dice.randint(4, 50)) for _ in range(dice.randint(2, 5))
            )
        if kind == "table":
            rows = (
                f"| {dice.choice(('江岸', '江汉', '硚口', '汉阳'))} | {dice.randint(1, 9999)} |"
                for _ in range(dice.randint(2, 6))
            )
            return "\n".join(("| 区 | 基站 |", "| --- | ---: |", *rows))
        text = self.text(length)
        if kind == "quote":
            return f"> {text}"
        if not self._has_note and length > 40 and dice.random() < 0.2:
            self._has_note = True
            return f"{text[:-1]}[^1]。"
        return text

    def _head(self, shown: range) -> str:
        dice = self.dice
        lines = [f"title: {self._words(*TITLE)}", "section: one"]
        if dice.random() < 0.5:
            lines.append(f"deck: {self._words(10, 60)}")
        if dice.random() < 0.3:
            lines.append(f"subtitle: {self._words(4, 16)}")
        if dice.random() < 0.6:
            lines.append("department: 营业部\nbyline: [姚倩]")
        if dice.random() < 0.7:
            lines.append(f"quotes: [{self._words(4, 24)}, {self._words(4, 24)}]")
        if dice.random() < 0.4:
            lines.append(
                "figures: [{value: '37.6', unit: 万, label: 收入}, {value: 5G, label: 网}]"
            )
        count = dice.randint(0, MOST_PICTURES)
        if dice.random() < 0.7:
            count = min(max(count, shown.start), shown.stop - 1)
        lines.extend(["pictures:"] if count else [])
        for _ in range(count):
            file = dice.choice(DRAWINGS + RASTERS)
            caption = f", caption: {self._words(4, 40)}" if dice.random() < 0.8 else ""
            lines.append(f"  - {{file: {file}, alt: 图{caption}}}")
        return "\n".join(lines)

    def _words(self, least: int, most: int) -> str:
        text = self.text(self.dice.randint(least, most))
        return '"' + re.sub("[，。]", "", text).ljust(least, "好") + '"'


def stories(count: int, layouts: Mapping[str, range], first: int = 1) -> list[Story]:
    """So many stories, one layout after the other; layouts: how many pictures each shows."""
    words, names = clauses(), list(layouts)
    found = []
    for number in range(first, first + count):
        layout = names[number % len(names)]
        found.append(Writer(number, words).story(layout, layouts[layout]))
    return found
